package docximport_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/source"
)

// site is the content that the documents are imported into.
func site() fstest.MapFS {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	content := fstest.MapFS{
		"site.yaml": text(`titel: Wijkvisies Utrecht
gemeente: Utrecht
gemeentecode: GM0344
basis-url: https://wijkvisies.example.nl
basis-url-sinds: 2011
themas:
  - {id: verkeer, naam: Verkeer en bereikbaarheid, omschrijving: "Veilig en vlot door de wijk, te voet, op de fiets, met de bus of met de auto."}
  - {id: groen, naam: Groen en openbare ruimte, omschrijving: "Straten, pleinen en parken die schoon, groen en prettig zijn."}
  - {id: veiligheid, naam: Veiligheid, omschrijving: Overdag en ’s avonds zonder zorgen over straat.}
  - {id: wonen, naam: Wonen en bouwen, omschrijving: Goede huizen en duidelijkheid over wat er wordt gebouwd of gesloopt.}
  - {id: jeugd, naam: Jeugd en onderwijs, omschrijving: "Spelen, leren en opgroeien in de eigen buurt."}
  - {id: ontmoeting, naam: Ontmoeting en cultuur, omschrijving: "Plekken waar buren elkaar zien, muziek maken en samen eten."}
  - {id: zorg, naam: Zorg en gezondheid, omschrijving: Hulp dichtbij en een wijk waar het gezond leven is.}
  - {id: werk, naam: Werk en winkels, omschrijving: Kans op werk en winkelstraten waar iets te doen is.}
`),
	}
	for id, name := range map[string]string{"oost": "Oost", "overvecht": "Overvecht"} {
		content["wijken/"+id+".md"] = text("---\nnaam: " + name + "\n---\nEen wijk.\n")
	}
	for id, name := range map[string]string{"stadswerken": "Stadswerken", "stadsontwikkeling": "Stadsontwikkeling", "veiligheid": "Veiligheid", "volksgezondheid": "Volksgezondheid", "maatschappelijke-ontwikkeling": "Maatschappelijke Ontwikkeling"} {
		content["diensten/"+id+".md"] = text("---\nnaam: " + name + "\n---\nEen dienst.\n")
	}
	return content
}

// optionsFor returns how a document of testdata is imported, by its name.
func optionsFor(name string) docximport.Options {
	if strings.HasPrefix(name, "actie") || strings.HasPrefix(name, "jaarplan") {
		return docximport.Options{Department: "stadswerken", Years: city.Period{First: 2011, Last: 2011}}
	}
	return docximport.Options{Wijk: "oost", Period: city.Period{First: 2011, Last: 2014}}
}

func documents(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d documents, %v", len(names), err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func imported(t testing.TB, name string) *docximport.Result {
	t.Helper()
	result, err := pipeline.ImportDocument(site(), read(t, name), optionsFor(filepath.Base(name)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return result
}

// expectation is what is in a document, as somebody who read it wrote down.
type expectation struct {
	needs, actions [][]string // a title and what more is known; "-" is not known
	left           []string
}

func expected(t testing.TB, document string) expectation {
	t.Helper()
	var e expectation
	for line := range strings.Lines(string(read(t, strings.TrimSuffix(document, ".docx")+".expected"))) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		fields := strings.Split(rest, " | ")
		switch kind {
		case "need":
			e.needs = append(e.needs, fields)
		case "action":
			e.actions = append(e.actions, fields)
		case "left":
			e.left = append(e.left, rest)
		}
	}
	return e
}

func number(n int) string { return string(rune('0' + n)) }

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// parsed returns the records of the files.
func parsed(t testing.TB, r *docximport.Result) *city.City {
	t.Helper()
	c := &city.City{}
	for _, f := range r.Files {
		file := source.NewFile(f.Path, f.Data)
		var problems diag.List
		switch {
		case strings.HasPrefix(f.Path, "wijkvisies/"):
			v, found := parse.Vision(file)
			c.Visions, problems = append(c.Visions, v), found
		case strings.HasPrefix(f.Path, "programmas/"):
			p, found := parse.Programme(file)
			c.Programmes, problems = append(c.Programmes, p), found
		}
		for _, d := range problems {
			t.Errorf("%s: %s", f.Path, diag.English.Say(d.Text))
		}
	}
	return c
}

func needOf(c *city.City, title string) *city.Need {
	for _, v := range c.Visions {
		for _, n := range v.Needs {
			if n.Title.Value == title {
				return n
			}
		}
	}
	return nil
}

func commitmentOf(c *city.City, title string) (*city.Commitment, string) {
	for _, p := range c.Programmes {
		for _, one := range p.Commitments {
			if one.Title.Value == title {
				return one, p.Department.Value
			}
		}
	}
	return nil, ""
}
