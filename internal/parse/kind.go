package parse

// Kind is a kind of file.
type Kind struct {
	Name    string // as authors call it
	Folder  string // in the content folder; empty of site.yaml
	Mapping *Mapping
}

// Kinds returns the kinds of file, in the order in which people make them.
func Kinds() []Kind {
	return []Kind{
		{"site", "", siteMapping},
		{"wijk", "wijken", wijkMapping},
		{"wijkvisie", "wijkvisies", visionMapping},
		{"dienst", "diensten", departmentMapping},
		{"programma", "programmas", programmeMapping},
		{"pagina", "paginas", pageMapping},
	}
}
