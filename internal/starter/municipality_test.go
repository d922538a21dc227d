package starter_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/cbsmap"
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/maptest"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/starter"
)

// municipalities is how many the Netherlands have in 2026.
const municipalities = 342

// taken returns the files of a new site of a municipality on a map.
func taken(m maptest.Municipality, style maptest.Style, lang string) (map[string]string, error) {
	file := func(name string, data []byte) cbsmap.File {
		return cbsmap.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
	}
	given := m.Code
	if style.Own {
		given += " " + m.Name
	}
	read, err := cbsmap.Read([]cbsmap.File{file("wijken.geojson", style.Wijken(m)), file("buurten.geojson", style.Buurten(m))}, given)
	if err != nil {
		return nil, err
	}
	return starter.Municipality(read, 2026, noun.Of(lang, nil)), nil
}

// contentOf returns the content among the files of a site.
func contentOf(files map[string]string) fs.FS {
	content := make(fstest.MapFS)
	for name, text := range files {
		if path, ok := strings.CutPrefix(name, "content/"); ok {
			content[path] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return content
}

// TestEveryMunicipalityIsRight makes the sites of 342 municipalities that do not exist, in the
// styles of all years, and checks them: the only thing to be said is that the site has no address
// yet. Each is published, without what is not known to be so.
func TestEveryMunicipalityIsRight(t *testing.T) {
	styles := maptest.Styles()
	date, _ := city.ParseDay("2026-11-29")
	numbers := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			p := new(pipeline.Pipeline)
			for number := range numbers {
				m := maptest.Random(number)
				files, err := taken(m, styles[number%len(styles)], []string{"nl", "en"}[number%2])
				if err != nil {
					t.Errorf("%d: %v", number, err)
					continue
				}
				in := pipeline.Input{Content: contentOf(files), Date: date, Drafts: true, Advice: true}
				out, err := p.Prepare(in)
				if err != nil {
					t.Errorf("%d: %v", number, err)
					continue
				}
				for _, d := range out.Diagnostics {
					if d.Code() != "missing-base-url" {
						t.Errorf("%d: %s: %s: %s\n%s", number, d.Path(), d.Code(), diag.Dutch.Say(d.Text), files["content/"+d.Path()])
					}
				}
				published(t, in, m)
			}
		})
	}
	for number := range municipalities {
		numbers <- number
	}
	close(numbers)
	workers.Wait()
}

// published builds the site of a municipality and reads what visitors see.
func published(t *testing.T, in pipeline.Input, m maptest.Municipality) {
	in.Drafts, in.BaseURL, in.Strict = false, "https://wijken.example.org", true
	dir := t.TempDir()
	result, _, err := pipeline.Build(context.Background(), in, pipeline.Target{Options: publish.Options{Dir: dir}})
	if err != nil || result.Blocked() {
		t.Errorf("%s is not published: %v", m.Name, err)
		return
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains([]string{".html", ".xml", ".json", ".csv"}, filepath.Ext(path)) {
			return err
		}
		page, err := os.ReadFile(path)
		for _, word := range []string{"eerste-behoefte", "Vertel hier", "Schrijf hier", "Write a few", "example.nl", "Stadswerken", "Wijkvisie " + "2026"} {
			if bytes.Contains(page, []byte(word)) {
				t.Errorf("%s has %q in %s", m.Name, word, path)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if len(m.Wijken) == 1 {
		return // no map
	}
	home, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil || !bytes.Contains(home, []byte("CBS en Kadaster, Wijk- en buurtkaart (CC BY 4.0), vereenvoudigd")) || !bytes.Contains(home, []byte("<svg")) {
		t.Errorf("the front page of %s has no map with its source: %v", m.Name, err)
	}
}

// TestNamesOfWijken holds the ids and names that a site gives wijken against what CBS calls them.
func TestNamesOfWijken(t *testing.T) {
	square := maptest.Random(1).Wijken[0].Shape
	for _, test := range []struct{ cbs, want []string }{
		{[]string{"Wijk 00 Oost", "Wijk 01 West"}, []string{"oost: Oost", "west: West"}},
		{[]string{"Wijk 00", "Wijk 01"}, []string{"wijk-00: Wijk 00", "wijk-01: Wijk 01"}},
		{[]string{"Wijk 04 Oost", "Wijk 05 Oost"}, []string{"wijk-04-oost: Wijk 04 Oost", "wijk-05-oost: Wijk 05 Oost"}},
		{[]string{"Oost", "Oost"}, []string{"oost-wk034400: Oost (WK034400)", "oost-wk034401: Oost (WK034401)"}},
		{[]string{"'s-Gravenhage", "WIJK 3: Ĳburg", "wijk 4 - 't Zand"}, []string{"s-gravenhage: \"'s-Gravenhage\"", "ijburg: Ĳburg", "t-zand: \"'t Zand\""}},
		{[]string{"Wijk aan Zee", "Wijkerbroek", "?"}, []string{"wijk-aan-zee: Wijk aan Zee", "wijkerbroek: Wijkerbroek", "wk034402: \"? (WK034402)\""}},
	} {
		m := maptest.Municipality{Code: "GM0344", Name: "Utrecht"}
		for i, name := range test.cbs {
			m.Wijken = append(m.Wijken, maptest.Wijk{Area: maptest.Area{Code: "WK03440" + string(rune('0'+i)), Name: name, Shape: square}})
		}
		files, err := taken(m, maptest.Styles()[3], "nl")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			id, name, _ := strings.Cut(want, ": ")
			if text := files["content/wijken/"+id+".md"]; !strings.Contains(text, "naam: "+name+"\n") {
				t.Errorf("%v: %s has no name %s:\n%s", test.cbs, id, name, text)
			}
		}
	}
}

// TestWhatIsKnownOfAWijk reads one file.
func TestWhatIsKnownOfAWijk(t *testing.T) {
	m := maptest.Random(2)
	m.Wijken[0].Name, m.Wijken[0].Residents = "Wijk 00 Centrum", 12_345
	m.Wijken[0].Buurten = m.Wijken[0].Buurten[:1]
	m.Wijken[0].Buurten[0].Name = "Markt, Plein: en omgeving"
	files, err := taken(m, maptest.Styles()[3], "nl")
	if err != nil {
		t.Fatal(err)
	}
	text := files["content/wijken/centrum.md"]
	for _, want := range []string{
		"naam: Centrum\n", "code: " + m.Wijken[0].Code + "\n", "inwoners:\n  aantal: 12345\n  jaar: 2022\n  bron: CBS\n",
		`{id: markt-plein-en-omgeving, naam: "Markt, Plein: en omgeving", code: ` + m.Wijken[0].Buurten[0].Code + "}",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	for _, want := range []string{"titel: Wijkvisies " + m.Name, "gemeentecode: " + m.Code, "licentie: CC-BY-4.0", "jaar: 2022"} {
		if !strings.Contains(files["content/site.yaml"], want) {
			t.Errorf("there is no %q in\n%s", want, files["content/site.yaml"])
		}
	}
	if text := files["content/wijkvisies/centrum-2026.md"]; !strings.Contains(text, "status: concept\n") {
		t.Errorf("the example is no concept:\n%s", text)
	}
}
