package starter

import (
	"encoding/json"
	"fmt"
	"maps"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// Site returns the files of a new site, by path: a small city that can be built, and
// the settings of Visual Studio Code.
// told is the language in which authors are told what to write.
func Site(year int, told *noun.Nouns) map[string]string {
	site := noun.Of("nl", nil)
	known := Known{Wijken: []Named{{"oost", "Oost"}}, Departments: []Named{{"stadswerken", "Stadswerken"}}, Themes: []string{"groen"}, Year: year, Site: site, Told: told}
	files := visualStudioCode(told)
	maps.Copy(files, map[string]string{
		"content/site.yaml":                 known.siteFile(),
		"content/media/.gitkeep":            "",
		"content/paginas/over-deze-site.md": "---\ntitel: Over deze site\nmenu: voet\n---\nVertel hier wie deze site maakt, en waar bewoners terecht kunnen.\n",
	})
	for _, f := range []struct{ kind, id string }{{"wijk", "oost"}, {"wijkvisie", fmt.Sprintf("oost-%d", year)}, {"dienst", "stadswerken"}, {"programma", fmt.Sprintf("stadswerken-%d", year)}} {
		kind, _ := KindOf(f.kind)
		files["content/"+kind.Folder+"/"+f.id+".md"], _ = File(kind, f.id, known)
	}
	return files
}

// KindOf returns the kind of file that authors call by a name.
func KindOf(name string) (parse.Kind, bool) {
	for _, k := range parse.Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return parse.Kind{}, false
}

func siteKind() parse.Kind {
	kind, _ := KindOf("site")
	return kind
}

// siteFile returns site.yaml.
func (known Known) siteFile() string {
	return known.block(siteKind().Mapping, map[string]string{
		"titel":           "Wijkvisies van onze gemeente",
		"gemeente":        "Onze gemeente",
		"basis-url":       "https://wijkvisies.example.nl",
		"basis-url-sinds": fmt.Sprint(known.Year),
		"themas":          "\n  - {id: groen, naam: Groen en openbare ruimte}\n  - {id: verkeer, naam: Verkeer en bereikbaarheid}\n",
	})
}

// encoded returns a value of maps, lists and texts as JSON.
func encoded(v any) string {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(err) // v holds nothing that JSON lacks
	}
	return string(b) + "\n"
}
