package starter

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"sync"

	"wijkvisie/internal/cbsmap"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
)

// Municipality returns the files of a new site with the wijken of a municipality, by path: what is
// known of them, a map, and an example of a wijkvisie that is a concept. What is not known stands
// in comments: nothing is published that is not so.
func Municipality(m *cbsmap.Map, year int, told *noun.Nouns) map[string]string {
	wijken := named(m.Wijken)
	known := Known{Municipality: m.Name, Code: m.Code, Themes: []string{"verkeer"}, Year: year, Site: noun.Of("nl", nil), Told: told}
	for i, w := range wijken {
		known.Wijken = append(known.Wijken, w.Named)
		known.Codes = append(known.Codes, w.Code)
		m.Wijken[i].Name = w.Named.Name
	}
	files := visualStudioCode(told)
	maps.Copy(files, map[string]string{
		"content/site.yaml":                 known.municipality(m),
		"content/media/.gitkeep":            "",
		"content/paginas/over-deze-site.md": aboutPage(m),
		"content/kaart/wijken.geojson":      string(cbsmap.GeoJSON(m.Wijken, mapSource())),
	})
	for _, w := range wijken {
		files["content/wijken/"+w.ID+".md"] = known.wijk(w, m.Year)
	}
	vision, _ := KindOf("wijkvisie")
	id := fmt.Sprintf("%s-%d", wijken[0].ID, year)
	files["content/wijkvisies/"+id+".md"], _ = File(vision, id, known)
	return files
}

// namedWijk is a wijk with the id and the name that the site gives it.
type namedWijk struct {
	cbsmap.Wijk
	Named
}

// numbered is the beginning of the names of wijken in the map of CBS: Wijk 04 Oost.
var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?i:wijk)\s+[0-9]+\s*[.:,–-]?\s*`) })

// named gives wijken ids, and names without their number. A name that two would have is that of
// the map, and when that is the same too, it has the code with it.
func named(wijken []cbsmap.Wijk) []namedWijk {
	short, whole := make(map[string]int), make(map[string]int)
	bare := func(w cbsmap.Wijk) string {
		if name := numbered().ReplaceAllString(w.Name, ""); name != "" {
			return name
		}
		return w.Name
	}
	for _, w := range wijken {
		short[parse.ID(bare(w))]++
		whole[parse.ID(w.Name)]++
	}
	var all []namedWijk
	taken := make(map[string]bool)
	for _, w := range wijken {
		name := bare(w)
		switch {
		case short[parse.ID(name)] == 1 && parse.ID(name) != "":
		case whole[parse.ID(w.Name)] == 1 && parse.ID(w.Name) != "" && short[parse.ID(w.Name)] == 0:
			name = w.Name
		default:
			name = fmt.Sprintf("%s (%s)", w.Name, w.Code)
		}
		all = append(all, namedWijk{w, Named{free(parse.ID(name), w.Code, taken), name}})
	}
	return all
}

// longest is the most letters that an id has of a name, so that there is room for more behind it.
const longest = 70

// free returns an id that is not taken, and takes it. When the id is, the code comes behind it.
func free(id, code string, taken map[string]bool) string {
	id = strings.Trim(id[:min(len(id), longest)], "-")
	if id == "" || taken[id] {
		id = strings.Trim(id+"-"+strings.ToLower(code), "-")
	}
	taken[id] = true
	return id
}

// municipality returns site.yaml.
func (known Known) municipality(m *cbsmap.Map) string {
	shown := "\n  bron: " + decode.Quote(mapSource()) + "\n"
	if m.Year != "" {
		shown += "  jaar: " + m.Year + "\n"
	}
	return known.block(siteKind().Mapping, map[string]string{
		"titel":           "Wijkvisies " + m.Name,
		"gemeente":        m.Name,
		"gemeentecode":    m.Code,
		"basis-url-sinds": fmt.Sprint(known.Year),
		"themas": `
  - {id: verkeer, naam: Verkeer en bereikbaarheid}
  - {id: groen, naam: Groen en openbare ruimte}
  - {id: veiligheid, naam: Veiligheid}
  - {id: wonen, naam: Wonen en bouwen}
  - {id: ontmoeting, naam: Ontmoeting en zorg}
`,
		"licentie": "CC-BY-4.0",
		"kaart":    shown,
	})
}

// mapSource returns the source of the map, as its licence asks for.
func mapSource() string {
	return "CBS en Kadaster, Wijk- en buurtkaart (CC BY 4.0), vereenvoudigd"
}

// wijk returns the file of a wijk.
func (known Known) wijk(w namedWijk, year string) string {
	kind, _ := KindOf("wijk")
	known.Wijken, known.Buurten = []Named{w.Named}, nil
	set := map[string]string{"naam": w.Named.Name, "code": w.Code}
	taken := make(map[string]bool)
	var buurten strings.Builder
	for _, b := range w.Buurten {
		id := free(parse.ID(b.Name), b.Code, taken)
		fmt.Fprintf(&buurten, "\n  - {id: %s, naam: %s, code: %s}", id, decode.Text(b.Name, true), b.Code)
	}
	if buurten.Len() > 0 {
		set["buurten"] = buurten.String() + "\n"
	}
	if w.Residents >= 0 && year != "" {
		set["inwoners"] = fmt.Sprintf("\n  aantal: %d\n  jaar: %s\n  bron: CBS\n", w.Residents, year)
	}
	return "---\n" + known.block(kind.Mapping, set) + "---\n<!-- " + strings.TrimSpace(wijkBody.in(known.Told)) + " -->\n"
}

// aboutPage returns the page that tells where the map and the figures come from.
func aboutPage(m *cbsmap.Map) string {
	text := "---\ntitel: Over deze site\nmenu: voet\n---\n<!-- Vertel hier wie deze site maakt, en waar bewoners terecht kunnen. -->\n" +
		"Op deze site staat wat de wijken van " + m.Name + " vragen, wat de gemeente toezegt en hoe het ervoor staat.\n\n" +
		"## Kaart en cijfers\n\nDe namen en de grenzen van de wijken komen uit de [Wijk- en buurtkaart](https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data)"
	if m.Year != "" {
		text += " van " + m.Year
	}
	text += ". Die is van het CBS en het Kadaster, onder de licentie [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.nl). De grenzen zijn hier vereenvoudigd."
	for _, w := range m.Wijken {
		if w.Residents >= 0 && m.Year != "" {
			text += " Ook de aantallen inwoners zijn van het CBS."
			break
		}
	}
	return text + "\n"
}
