package starter_test

import (
	"regexp"
	"strings"
	"testing"

	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/starter"
)

func known(lang string, own ...noun.Own) starter.Known {
	return starter.Known{
		Municipality: "Zoetwater", Code: "GM9999", Year: 2026,
		Wijken:      []starter.Named{{ID: "oost", Name: "Het Oosten"}, {ID: "west", Name: "West: haven"}},
		Departments: []starter.Named{{ID: "werken", Name: "Werken en Zorg"}},
		Codes:       []string{"WK999901", "WK999903"}, Tiles: [][2]int{{1, 1}, {2, 1}}, Periods: []string{"oost/2026-2029"},
		Buurten: []string{"kade"}, Themes: []string{"water"}, Need: "west/bank",
		Site: noun.Of("nl", own), Told: noun.Of(lang, own),
	}
}

// TestNewFilesAreOfTheMunicipality looks for what another municipality has.
func TestNewFilesAreOfTheMunicipality(t *testing.T) {
	others := regexp.MustCompile(`(?i)overvecht|utrecht|einstein|zambesi|taagdreef|zamenhof|0344|201[0-4]|stadswerken|verkeer\b`)
	for _, c := range []struct {
		kind, id string
		holds    []string
	}{
		{"wijk", "nieuw", []string{"naam: Nieuw\n", "functie: Wijkregisseur Nieuw", "WK999904", "tegel: [4, 1]", "{id: centrum"}},
		{"wijkvisie", "oost-2026", []string{"titel: Wijkvisie Het Oosten 2026–2029", "wijk: oost", "thema: water", "Wijkraad Het Oosten"}},
		{"wijkvisie", "oost-2027", []string{"titel: Wijkvisie Het Oosten 2027–2030", "periode: 2027-2030"}},
		{"wijkvisie", "oost-2027-2028", []string{"titel: Wijkvisie Het Oosten 2027–2028", "periode: 2027-2028"}},
		{"wijkvisie", "oost", []string{"periode: 2030-2033"}},
		{"programma", "werken-2028", []string{"titel: Programma Werken en Zorg 2028", "jaar: 2028", "id: werken-2028-001", "vastgesteld-op: 2028-"}},
		{"programma", "werken-2028-2030", []string{"periode: 2028-2030", "id: werken-2028-2030-001"}},
		{"programma", "werken", []string{"jaar: 2026", "id: werken-2026-001"}},
		{"wijkvisie", "west-2026", []string{"titel: \"Wijkvisie West: haven 2026–2029\"", "van: Wijkraad West,"}},
		{"dienst", "zorg", []string{"naam: Zorg", "zorg@example.nl", "themas: [water]"}},
		{"programma", "werken-2026", []string{"titel: Programma Werken en Zorg 2026", "dienst: werken", "behoefte: west/bank", "id: werken-2026-001"}},
		{"pagina", "over", []string{"titel: Over"}},
	} {
		kind, _ := starter.KindOf(c.kind)
		text, missing := starter.File(kind, c.id, known("nl"))
		if missing != nil {
			t.Errorf("%s needs %s", c.kind, missing.Kind)
		}
		for _, want := range c.holds {
			if !strings.Contains(text, want) {
				t.Errorf("%s %s does not have %q:\n%s", c.kind, c.id, want, text)
			}
		}
		if found := others.FindString(text); found != "" {
			t.Errorf("%s %s has %q:\n%s", c.kind, c.id, found, text)
		}
	}
}

func TestAFileOfNobodyAsksWhose(t *testing.T) {
	for _, c := range []struct{ kind, id, missing string }{
		{"wijkvisie", "onbekend-2027", "wijk"}, {"wijkvisie", "oosterpark-2027", "wijk"}, {"programma", "onbekend", "dienst"},
	} {
		kind, _ := starter.KindOf(c.kind)
		text, missing := starter.File(kind, c.id, known("nl"))
		if text != "" || missing == nil || missing.Kind != c.missing || len(missing.Choices) == 0 {
			t.Errorf("%s %s: %v\n%s", c.kind, c.id, missing, text)
		}
	}
}

// TestNewFilesHaveTheMunicipalitysWords has titles in the language of the site, and what an
// author is told in that of the messages.
func TestNewFilesHaveTheMunicipalitysWords(t *testing.T) {
	plan := noun.Own{Key: "wijkvisie", Singular: "gebiedsplan", Plural: "gebiedsplannen", Article: noun.Het}
	kind, _ := starter.KindOf("wijkvisie")
	dutch, _ := starter.File(kind, "oost-2026", known("nl", plan))
	in := known("nl", plan)
	in.Told = noun.Of("en", nil)
	english, _ := starter.File(kind, "oost-2026", in)
	for text, wanted := range map[string][]string{
		dutch:   {"titel: Gebiedsplan Het Oosten", "# De titel van het gebiedsplan.", "Kies uit: concept", "Vertel hier"},
		english: {"titel: Gebiedsplan Het Oosten", "# The title of the neighbourhood vision.", "Choose one of: concept", "Tell the story"},
	} {
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				t.Errorf("there is no %q in\n%s", want, text)
			}
		}
	}
}

// TestANewSiteIsRight reads the files of a new site.
func TestANewSiteIsRight(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		content := make(map[string]string)
		for name, text := range starter.Site(2026, noun.Of(lang, nil)) {
			if path, ok := strings.CutPrefix(name, "content/"); ok && !strings.HasPrefix(path, "media/") {
				content[path] = text
			}
			if strings.Contains(text, "{de/het") || strings.Contains(text, "{behoefte}") {
				t.Errorf("%s has a noun in braces:\n%s", name, text)
			}
		}
		read := contenttest.Parse(content)
		for _, p := range read.Problems {
			t.Errorf("%s: %+v", lang, p)
		}
		if read.City.Site.AddressSince.Value != "2026" {
			t.Errorf("the site has its address since %q", read.City.Site.AddressSince.Value)
		}
	}
}
