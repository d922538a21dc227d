package format_test

import (
	"errors"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/format"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

func TestLayout(t *testing.T) {
	for _, test := range []struct{ name, path, in, want string }{
		{"keys get the order of their table", "diensten/a.md",
			"---\nsoort: partner\nnaam: Vechtoever\n---\nTekst.\n", "---\nnaam: Vechtoever\nsoort: partner\n---\nTekst.\n"},
		{"a group is in braces, a list of texts in brackets", "wijken/a.md",
			"---\nnaam: Oost\nwijkbureau:\n  openingstijden: op werkdagen\n  adres: Plein 1\nwijknetwerk:\n- Wijkraad\n- Corporatie\n---\n",
			"---\nnaam: Oost\nwijkbureau: {adres: Plein 1, openingstijden: op werkdagen}\nwijknetwerk: [Wijkraad, Corporatie]\n---\n"},
		{"quotes go where none are needed and come where they are", "wijken/a.md",
			"---\nnaam: 'Oost'\nwijknetwerk: [\"Wijkraad\", 'a, b', \"'t Hof\", \"Een zin.\"]\n---\n",
			"---\nnaam: Oost\nwijknetwerk: [Wijkraad, \"a, b\", \"'t Hof\", Een zin.]\n---\n"},
		{"a text that others take for a number keeps its quotes", "wijken/a.md",
			"---\nnaam: \"2024\"\nwijkregisseur:\n  telefoon: '+31302860000'\nwijknetwerk: [0110, '1.10', True, 2011, 1.5, 0x1F, 1e3, 1234567890123456, 2011-10, 14 030]\n---\n",
			"---\nnaam: 2024\nwijkregisseur: {telefoon: \"+31302860000\"}\nwijknetwerk: [\"0110\", \"1.10\", \"True\", 2011, 1.5, \"0x1F\", \"1e3\", \"1234567890123456\", 2011-10, 14 030]\n---\n"},
		{"the text begins right below", "diensten/a.md", "---\nnaam: A\n---\n\n  \n    Tekst.\n\nNog een.\n", "---\nnaam: A\n---\n    Tekst.\n\nNog een.\n"},
		{"the numbers of a point have no zeros at their end", "wijkvisies/a.md",
			"---\ntitel: A\nbehoeften:\n  - id: a\n    locatie: [5.1120, 52.0]\n---\n", "---\ntitel: A\nbehoeften:\n  - id: a\n    locatie: [5.112, 52]\n---\n"},
		{"what a content management system writes for nothing goes", "diensten/a.md",
			"---\nnaam: Groen\nomschrijving: ''\nvoorheen: []\ncontact: {}\n---\n", "---\nnaam: Groen\n---\n"},
		{"a key to fill in stays", "diensten/a.md",
			"---\nnaam: Groen\nomschrijving:\n---\n", "---\nnaam: Groen\nomschrijving:\n---\n"},
		{"a text that was folded is on one line", "diensten/a.md",
			"---\nnaam: Groen\nomschrijving: >-\n  Onderhoudt het groen\n  en de straten.\n---\n", "---\nnaam: Groen\nomschrijving: Onderhoudt het groen en de straten.\n---\n"},
		{"a text of several lines keeps them", "diensten/a.md",
			"---\nnaam: Groen\nomschrijving: \"Eén.\\n\\nTwee: drie #4.\"\n---\n", "---\nnaam: Groen\nomschrijving: |\n  Eén.\n\n  Twee: drie #4.\n---\n"},
		{"comments and blank lines stay with what they are about", "wijken/a.md",
			"---\n# Over dit bestand.\n\n# De code.\ncode: WK034403  # van het CBS\n\n# De naam.\nnaam: Oost\n# tegel: [1, 2]\n---\n",
			"---\n# Over dit bestand.\n\n# De naam.\nnaam: Oost\n# De code.\ncode: WK034403  # van het CBS\n# tegel: [1, 2]\n---\n"},
		{"a commented key below an item stays below it", "programmas/a.md",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\ntoezeggingen:\n- titel: Een\n  id: a-1\n  # budget: 5\n- id: a-2\n  titel: Twee\n---\n",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a-1\n    titel: Een\n    # budget: 5\n  - id: a-2\n    titel: Twee\n---\n"},
		{"entries of progress are in braces, in the order of their table", "programmas/a.md",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a-1\n    titel: Een\n    voortgang:\n      - status: in-uitvoering\n        datum: 2011-04-11\n        bron:\n          url: ../media/a.pdf\n          titel: Stuk\n---\n",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a-1\n    titel: Een\n    voortgang:\n      - {datum: 2011-04-11, status: in-uitvoering, bron: {titel: Stuk, url: ../media/a.pdf}}\n---\n"},
		{"a group with a comment in it has a line for each key", "wijken/a.md",
			"---\nnaam: Oost\ninwoners:\n  # geteld\n  aantal: 100\n  jaar: 2024\n---\n", "---\nnaam: Oost\ninwoners:\n  # geteld\n  aantal: 100\n  jaar: 2024\n---\n"},
		{"braces with a comment in them stay as they are", "wijken/a.md",
			"---\nnaam: Oost\ninwoners: {aantal: 100, # geteld\n  jaar: 2024}\n---\n", "---\nnaam: Oost\ninwoners: {aantal: 100, # geteld\n  jaar: 2024}\n---\n"},
		{"a long group has a line for each key", "programmas/a.md",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\nantwoorden:\n  - {behoefte: a/b, antwoord: nee, datum: 2011-03-01, reden: " + strings.Repeat("woord ", 40) + "einde}\n---\n",
			"---\ntitel: P\ndienst: d\njaar: 2011\nstatus: concept\nantwoorden:\n  - behoefte: a/b\n    antwoord: nee\n    reden: " + strings.Repeat("woord ", 40) + "einde\n    datum: 2011-03-01\n---\n"},
		{"words of the municipality", "site.yaml",
			"titel: T\ngemeente: G\nthemas: [{naam: Groen, id: groen}]\nbegrippen:\n  wijkvisie:\n    meervoud: wijkagenda's\n    enkelvoud: wijkagenda\n    lidwoord: de\n",
			"titel: T\ngemeente: G\nthemas:\n  - {id: groen, naam: Groen}\nbegrippen:\n  wijkvisie: {enkelvoud: wijkagenda, meervoud: wijkagenda's, lidwoord: de}\n"},
		{"line ends stay", "diensten/a.md", "---\r\nsoort: partner\r\nnaam: A\r\n---\r\nTekst.\r\n", "---\r\nnaam: A\r\nsoort: partner\r\n---\r\nTekst.\r\n"},
		{"a byte-order mark stays", "diensten/a.md", "\ufeff---\nsoort: partner\nnaam: A\n---\n", "\ufeff---\nnaam: A\nsoort: partner\n---\n"},
		{"keys that no table has come last", "diensten/a.md", "---\niets: 1\nnaam: A\n---\n", "---\nnaam: A\niets: 1\n---\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			kind, _ := parse.KindOf(test.path)
			got, err := format.File(source.NewFile(test.path, []byte(test.in)), kind)
			if err != nil || string(got) != test.want {
				t.Fatalf("%v\n%s\nwant\n%s", err, got, test.want)
			}
			again, err := format.File(source.NewFile(test.path, got), kind)
			if err != nil || string(again) != test.want {
				t.Errorf("formatted again it is other: %v\n%s", err, again)
			}
		})
	}
}

func TestWhatCannotBeFormattedStays(t *testing.T) {
	kind, _ := parse.KindOf("diensten/a.md")
	for text, want := range map[string]error{
		"+++\nnaam = \"A\"\n+++\n":     format.ErrNotYAML,
		"{\"naam\": \"A\"}\n":          format.ErrNotYAML,
		"---\nnaam: [\n---\n":          format.ErrFaulty,
		"Geen blok.\n":                 format.ErrFaulty,
		"---\nnaam: A\xff\n---\n":      format.ErrFaulty,
		"---\nnaam: A\nnaam: B\n---\n": format.ErrIntricate,
		"---\ncontact: {naam: A, # een\n  # twee\n url: b}\n---": nil,
	} {
		_, err := format.File(source.NewFile("diensten/a.md", []byte(text)), kind)
		if !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
}

// formatted returns content with every file formatted.
func formatted(t *testing.T, content map[string]string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	for name, text := range content {
		out[name] = text
		kind, ok := parse.KindOf(name)
		if !ok {
			continue
		}
		data, err := format.File(source.NewFile(name, []byte(text)), kind)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out[name] = string(data)
		again, err := format.File(source.NewFile(name, data), kind)
		if err != nil || string(again) != string(data) {
			t.Errorf("%s is other when it is formatted again: %v", name, err)
		}
	}
	return out
}

func TestRecordsStayTheSame(t *testing.T) {
	contents := map[string]map[string]string{"the example": example(t)}
	for seed := range uint64(200) {
		contents["random "+string(rune('0'+seed%10))+strings.Repeat("i", int(seed/10))] = sample.Random(seed)
	}
	for name, content := range contents {
		before, after := contenttest.Parse(content), contenttest.Parse(formatted(t, content))
		if !sameRecords(reflect.ValueOf(before.City), reflect.ValueOf(after.City)) {
			t.Errorf("%s: the records differ", name)
		}
	}
}

func example(t *testing.T) map[string]string {
	t.Helper()
	content := os.DirFS("../../content")
	files := make(map[string]string)
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if _, ok := parse.KindOf(name); err != nil || d.IsDir() || !ok {
			return err
		}
		data, err := fs.ReadFile(content, name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheExampleIsFormatted(t *testing.T) {
	content := example(t)
	for name, text := range formatted(t, content) {
		if text != content[name] {
			t.Errorf("%s is not formatted: run `go run ./cmd/wijkvisie fmt`", name)
		}
	}
}

// sameRecords reports whether two records are the same, the places in the file aside.
func sameRecords(a, b reflect.Value) bool {
	switch a.Type() {
	case reflect.TypeFor[source.Pos](), reflect.TypeFor[*source.File]():
		return true
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return sameRecords(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameRecords(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for _, k := range a.MapKeys() {
			if other := b.MapIndex(k); !other.IsValid() || !sameRecords(a.MapIndex(k), other) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range a.NumField() {
			if a.Type().Field(i).IsExported() && !sameRecords(a.Field(i), b.Field(i)) {
				println(a.Type().String(), a.Type().Field(i).Name)
				return false
			}
		}
		return true
	}
	return a.Interface() == b.Interface()
}

func FuzzFile(f *testing.F) {
	for _, text := range []string{
		"---\nnaam: A\n# b\nwijknetwerk:\n  - c # d\n  -\n---\n", "---\ninwoners: {aantal: 1,\n  # x\n  jaar: 2}\n---\n",
		"---\nbuurten:\n-   id: a\n    naam: |\n      b\n\n      c\n# d\n---\n", "---\nnaam: &a b\nx: *a\n...\n", "---\r\n? a\r\n: b\r\n---\r\n",
		"---\nnaam: \"a\n  b\"\ncode: 'c''d'\n<<: {a: b}\n---\n",
	} {
		f.Add(text)
	}
	kind, _ := parse.KindOf("wijken/a.md")
	f.Fuzz(func(t *testing.T, text string) {
		data, err := format.File(source.NewFile("wijken/a.md", []byte(text)), kind)
		if err != nil {
			return
		}
		again, err := format.File(source.NewFile("wijken/a.md", data), kind)
		if err != nil || string(again) != string(data) {
			t.Errorf("%q is formatted as %q, and that as %q: %v", text, data, again, err)
		}
		before, _ := parse.Wijk(source.NewFile("wijken/a.md", []byte(text)))
		after, _ := parse.Wijk(source.NewFile("wijken/a.md", data))
		if !sameRecords(reflect.ValueOf(before), reflect.ValueOf(after)) {
			t.Errorf("%q and %q are other records", text, data)
		}
	})
}
