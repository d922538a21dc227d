package parse

import "path"

// SiteFile is the file about the site, which makes a folder one of content.
const SiteFile = "site.yaml"

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

// KindOf returns the kind of the file at a path in the content folder. It is not ok of a file that
// is of none.
func KindOf(name string) (k Kind, ok bool) {
	for _, k := range Kinds() {
		if k.Folder == "" && name == SiteFile || k.Folder != "" && path.Dir(name) == k.Folder && path.Ext(name) == ".md" {
			return k, true
		}
	}
	return Kind{}, false
}
