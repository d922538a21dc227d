package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// compiled returns the schema of a kind, as a validator reads it.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	for _, kind := range parse.Kinds() {
		if kind.Name != name {
			continue
		}
		var b bytes.Buffer
		if err := Write(&b, kind, noun.Of("nl", nil)); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource("schema.json", doc); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile("schema.json")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return s
	}
	t.Fatalf("no kind %s", name)
	return nil
}

// data returns YAML as JSON has it: days are texts.
func data(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var plain func(v any) any
	plain = func(v any) any {
		switch v := v.(type) {
		case time.Time:
			return v.Format("2006-01-02")
		case map[string]any:
			for k := range v {
				v[k] = plain(v[k])
			}
		case []any:
			for i := range v {
				v[i] = plain(v[i])
			}
		}
		return v
	}
	encoded, err := json.Marshal(plain(v))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func front(text string) string {
	if _, after, ok := strings.Cut(text, "---\n"); ok {
		block, _, _ := strings.Cut(after, "\n---")
		return block
	}
	return text
}

func TestEveryFileOfTheExampleFits(t *testing.T) {
	content := os.DirFS("../../content")
	for _, kind := range parse.Kinds() {
		s := compiled(t, kind.Name)
		files := []string{"site.yaml"}
		if kind.Folder != "" {
			files, _ = fs.Glob(content, kind.Folder+"/*.md")
		}
		if len(files) == 0 {
			t.Errorf("no files of kind %s", kind.Name)
		}
		for _, name := range files {
			text, err := fs.ReadFile(content, name)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(data(t, front(string(text)))); err != nil {
				t.Errorf("%s: %v", path.Base(name), err)
			}
		}
	}
}

func TestWhatTheDecoderRefusesDoesNotFit(t *testing.T) {
	const vision = "titel: T\nwijk: oost\nperiode: 2011-2014\nstatus: concept\n"
	const programme = "titel: T\ndienst: x\njaar: 2011\nstatus: vastgesteld\n"
	for _, c := range []struct{ name, kind, text string }{
		{"a key that is missing", "wijk", "code: WK034403"},
		{"a key that is misspelt", "wijk", "naam: Oost\nnam: x"},
		{"a list for a text", "wijk", "naam: [Oost]"},
		{"a code of another form", "wijk", "naam: Oost\ncode: WK34403"},
		{"a tile with one number", "wijk", "naam: Oost\ntegel: [1]"},
		{"a number below zero", "wijk", "naam: Oost\ninwoners: {aantal: -1}"},
		{"a status that does not exist", "wijkvisie", strings.Replace(vision, "concept", "klaar", 1)},
		{"a day that is none", "wijkvisie", vision + "publiceren-op: 19 mei 2011"},
		{"an adopted vision without its day", "wijkvisie", strings.Replace(vision, "concept", "vastgesteld", 1)},
		{"a withdrawn vision without a reason", "wijkvisie", strings.Replace(vision, "concept", "ingetrokken", 1) + "ingetrokken-op: 2013-01-01"},
		{"an id with capitals", "wijkvisie", vision + "behoeften: [{id: Zwemles, titel: Z, thema: groen}]"},
		{"a priority that is a word", "wijkvisie", vision + "behoeften: [{id: z, titel: Z, thema: groen, prioriteit: hoog}]"},
		{"a place off the earth", "wijkvisie", vision + "behoeften: [{id: z, titel: Z, thema: groen, locatie: [5, 120]}]"},
		{"a programme of a year and a period", "programma", programme + "periode: 2011-2012"},
		{"a programme of no year", "programma", strings.Replace(programme, "jaar: 2011\n", "", 1)},
		{"a withdrawn programme without its day", "programma", strings.Replace(programme, "vastgesteld", "ingetrokken", 1) + "reden: x"},
		{"a need that was dropped without a reason", "wijkvisie", vision + "behoeften: [{id: z, titel: Z, thema: groen, vervallen-op: 2012-01-01}]"},
		{"an advice of nobody", "wijkvisie", vision + "adviezen: [{datum: 2011-01-01}]"},
		{"a kind of department that does not exist", "dienst", "naam: A\nsoort: corporatie"},
		{"a picture that is not in media", "programma", programme + "toezeggingen: [{id: a, titel: A, voortgang: [{datum: 2011-01-01, tekst: x, beeld: {bestand: a.jpg, alt: y}}]}]"},
		{"a picture that nobody describes", "programma", programme + "toezeggingen: [{id: a, titel: A, voortgang: [{datum: 2011-01-01, tekst: x, beeld: {bestand: ../media/a.jpg}}]}]"},
		{"a commitment that was dropped without a reason", "programma", programme + "toezeggingen: [{id: a, titel: A, voortgang: [{datum: 2011-01-01, status: vervallen}]}]"},
		{"an entry that says nothing", "programma", programme + "toezeggingen: [{id: a, titel: A, voortgang: [{datum: 2011-01-01}]}]"},
		{"an answer without a reason", "programma", programme + "antwoorden: [{behoefte: a/b, antwoord: nee, datum: 2011-01-01}]"},
		{"a quarter that does not exist", "programma", programme + "toezeggingen: [{id: a, titel: A, gereed: 2011-Q5}]"},
		{"an address that is none", "site", "titel: T\ngemeente: G\nthemas: [{id: a, naam: A}]\nbasis-url: javascript:x"},
		{"a word that is not the site's", "site", "titel: T\ngemeente: G\nthemas: [{id: a, naam: A}]\nbegrippen: {stad: {enkelvoud: x, meervoud: y, lidwoord: de}}"},
		{"a word without its article", "site", "titel: T\ngemeente: G\nthemas: [{id: a, naam: A}]\nbegrippen: {wijk: {enkelvoud: x, meervoud: y}}"},
	} {
		if err := compiled(t, c.kind).Validate(data(t, c.text)); err == nil {
			t.Errorf("%s fits", c.name)
		}
	}
	for kind, text := range map[string]string{"wijkvisie": vision + "samenvatting:\nbehoeften: [{id: 2011, titel: 2011, thema: groen}]", "programma": programme + "toezeggingen: [{id: a, titel: A, gereed: doorlopend, voortgang: [{datum: 2011-01-01, tekst: x, bron: {url: ../media/a.pdf}, beeld: {bestand: ../media/a.jpg, alt: y}}]}]", "wijk": "naam: Oost\ncode:\n"} {
		if err := compiled(t, kind).Validate(data(t, text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestDescriptionsAreInTheLanguageAsked(t *testing.T) {
	for lang, want := range map[string]string{"nl": "De naam van de wijk.", "en": "The name of the neighbourhood."} {
		var b bytes.Buffer
		if err := WriteAll(&b, noun.Of(lang, nil)); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q", want)
		}
		var all map[string]any
		if err := json.Unmarshal(b.Bytes(), &all); err != nil || len(all) != len(parse.Kinds()) {
			t.Errorf("%d kinds, %v", len(all), err)
		}
	}
}
