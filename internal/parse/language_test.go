package parse

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
)

// TestHintsAreInTheLanguageOfTheFile writes what a hint says in the place that is marked, in JSON
// and in TOML.
func TestHintsAreInTheLanguageOfTheFile(t *testing.T) {
	json := func(entries string) string { return "{\n\"titel\": \"Oost\", \"wijk\": \"oost\", " + entries + "\n}\n" }
	toml := func(entries string) string { return "+++\ntitel = \"Oost\"\nwijk = \"oost\"\n" + entries + "+++\n" }
	const jsonRest, tomlRest = `"periode": 2011, "status": "concept", `, "periode = 2011\nstatus = 'concept'\n"
	for _, c := range []struct{ wrong, hint, right string }{
		{json(`"periode": "2011 tot 2014", "status": "concept"`), `schrijf: "2011-2014"`, json(`"periode": "2011-2014", "status": "concept"`)},
		{json(jsonRest + `"publiceren-op": "19 mei 2011"`), `schrijf: "2011-05-19"`, json(jsonRest + `"publiceren-op": "2011-05-19"`)},
		{json(jsonRest + `"bron": "Besluit"`), `schrijf: {"titel": "Besluit"}`, json(jsonRest + `"bron": {"titel": "Besluit"}`)},
		{json(jsonRest + `"behoeften": [{"id": "a", "titel": "A", "thema": "b", "ingebracht-door": "Wijkraad"}]`), `schrijf: ["Wijkraad"]`, json(jsonRest + `"behoeften": [{"id": "a", "titel": "A", "thema": "b", "ingebracht-door": ["Wijkraad"]}]`)},
		{json(jsonRest + `"behoeften": [{"id": "A", "titel": "A", "thema": "b"}]`), `schrijf: "a"`, json(jsonRest + `"behoeften": [{"id": "a", "titel": "A", "thema": "b"}]`)},
		{toml("periode = '2011 tot 2014'\nstatus = 'concept'\n"), `schrijf: "2011-2014"`, toml("periode = \"2011-2014\"\nstatus = 'concept'\n")},
		{toml(tomlRest + "publiceren-op = '19 mei 2011'\n"), `schrijf: "2011-05-19"`, toml(tomlRest + "publiceren-op = \"2011-05-19\"\n")},
		{toml(tomlRest + "bron = 'Besluit'\n"), `schrijf: {titel = "Besluit"}`, toml(tomlRest + "bron = {titel = \"Besluit\"}\n")},
		{toml(tomlRest + "[[behoeften]]\nid = 'a'\ntitel = 'A'\nthema = 'b'\ningebracht-door = 'Wijkraad'\n"), `schrijf: ["Wijkraad"]`, toml(tomlRest + "[[behoeften]]\nid = 'a'\ntitel = 'A'\nthema = 'b'\ningebracht-door = [\"Wijkraad\"]\n")},
	} {
		_, problems := Vision(file("wijkvisies/oost.md", c.wrong))
		if len(problems) != 1 {
			t.Errorf("%s: got %s", c.wrong, listing(problems))
			continue
		}
		hint := diag.Dutch.Hint(problems[0])
		_, value, _ := strings.Cut(hint, ": ")
		at := problems[0].Pos
		if mended := c.wrong[:at.Start] + value + c.wrong[at.End:]; hint != c.hint || mended != c.right {
			t.Errorf("%s: got %s\n%s\nwant %s\n%s", c.wrong, hint, mended, c.hint, c.right)
		}
		if _, problems = Vision(file("wijkvisies/oost.md", c.right)); len(problems) > 0 {
			t.Errorf("%s: got %s", c.right, listing(problems))
		}
	}
	_, problems := Vision(file("wijkvisies/oost.md", json(`"periode": 2011, "status": ""`)))
	wantProblems(t, problems, `2:51-59 missing-key/empty "status" → fill-key-json "status" "\"concept\""`)
	_, problems = Vision(file("wijkvisies/oost.md", json(`"periode": 2011`)))
	wantProblems(t, problems, `1:1-2 missing-key "status" → add-key-json "status" "\"concept\""`)
}
