package pipeline_test

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/shelf"
)

// open returns a shelf that is no memory.
func open(t testing.TB) *shelf.Shelf {
	t.Helper()
	s := new(shelf.Shelf)
	if err := s.Open(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// sameAside holds a site of which the texts were set aside against one in memory.
func sameAside(t *testing.T, in pipeline.Input) {
	t.Helper()
	want := makeFrom(t, in)
	in.Shelf = open(t)
	got := makeFrom(t, in)
	if got.said != want.said {
		t.Errorf("said\n%s\nin memory\n%s", got.said, want.said)
	}
	if a, b := slices.Sorted(maps.Keys(got.pages)), slices.Sorted(maps.Keys(want.pages)); !slices.Equal(a, b) {
		t.Fatalf("files %q\nin memory %q", a, b)
	}
	for path, page := range want.pages {
		if !bytes.Equal(got.pages[path], page) {
			t.Errorf("%s is\n%s\nin memory\n%s", path, got.pages[path], page)
		}
	}
	if !slices.EqualFunc(got.left, want.left, bytes.Equal) {
		t.Error("what is left for the next build is not the same")
	}
}

func TestTextsThatAreSetAsideChangeNothing(t *testing.T) {
	cases := map[string]fs.FS{"example": exampleContent(t)}
	for i, text := range awkward() {
		files := fstest.MapFS{}
		for path, seed := range seeds() {
			files[path] = &fstest.MapFile{Data: []byte(seed)}
		}
		files["paginas/over.md"] = &fstest.MapFile{Data: []byte("---\ntitel: Over\nomschrijving: " + text + "\n---\n" + text + "\n\n## " + text + " {#" + text + "}\n\n[hier](a b.pdf) 06 12345678, jan@gmail.com\n")}
		files["wijken/oost.md"] = &fstest.MapFile{Data: []byte(text + "---\r\nnaam: Oost\r\nwijknetwerk: ['" + text + "']\r\n---\r\n<b>x</b> " + text + "\r\n")}
		cases[fmt.Sprint(i)] = files
	}
	cases["json and toml"] = fstest.MapFS{
		"site.yaml":         &fstest.MapFile{Data: []byte("\xef\xbb\xbftitel: T\ngemeente: G\nthemas: [{id: verkeer, naam: V}]\nfout: x\n")},
		"wijken/oost.md":    &fstest.MapFile{Data: []byte("{\"naam\": \"Oost\",\n \"fout\": 1}\n\nTekst [x](y.md).\n")},
		"diensten/a.md":     &fstest.MapFile{Data: []byte("+++\nnaam = \"A \\u00e9\"\nfout = 2\n+++\n\nTekst [x](y.md).\n")},
		"diensten/leeg.md":  &fstest.MapFile{Data: nil},
		"diensten/niets.md": &fstest.MapFile{Data: []byte("---\nnaam: x\n")},
	}
	for name, content := range cases {
		t.Run(name, func(t *testing.T) {
			sameAside(t, pipeline.Input{Content: content, Advice: true})
		})
	}
}

func TestATextThatCannotBeReadBackIsNeverPublished(t *testing.T) {
	texts := open(t)
	in := pipeline.Input{Content: exampleContent(t), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Shelf: texts}
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := texts.Close(); err != nil {
		t.Fatal(err)
	}
	failed := 0
	files, shown := out.FilesSince()
	for f := range files {
		if err := f.Write(io.Discard); err != nil {
			failed++
		}
	}
	if failed == 0 {
		t.Error("pages without their texts were written")
	}
	if shown() != nil {
		t.Error("something is told of what pages without their texts show")
	}
	if _, err := new(pipeline.Pipeline).Build(in); err == nil {
		t.Error("a site was checked without its texts")
	}
}
