package lsp

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
)

// fixingFolder is a content folder of which the files are in memory.
type fixingFolder struct{ slowFolder }

func (f *fixingFolder) Fix(ctx context.Context, content fs.FS) ([]Fixed, error) {
	files, err := pipeline.Fix(ctx, pipeline.Input{Content: content, Advice: true})
	fixed := make([]Fixed, len(files))
	for i, file := range files {
		fixed[i] = Fixed(file)
	}
	return fixed, err
}

func (f *fixingFolder) Files() (fs.FS, error) {
	files := make(fstest.MapFS)
	for name, data := range testFiles() {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files, nil
}

func TestActions(t *testing.T) {
	const vision, programme = "wijkvisies/west-2015.md", "programmas/stadswerken-2012.md"
	for _, c := range []struct {
		name, file, text string
		want             string // the titles of the actions there
		then             string // a line of the text after the first
	}{
		{"a reference that is nearly right", programme, "---\ntitel: a\ndienst: ¦stadswerk\njaar: 2012\nstatus: concept\n---\n", "Verander in: stadswerken", "dienst: stadswerken"},
		{"one in quotes", programme, "---\ntitel: a\ndienst: \"¦stadswerk\"\njaar: 2012\nstatus: concept\n---\n", "Verander in: stadswerken", "dienst: \"stadswerken\""},
		{"a key that is nearly right", programme, "---\ntitel: a\ndi¦enstt: stadswerken\njaar: 2012\nstatus: concept\n---\n", "Verander in: dienst", "dienst: stadswerken"},
		{"a date as people write it", vision, "---\ntitel: a\nwijk: west\nperiode: 2015\nstatus: vastgesteld\nvastgesteld-op: 19 ¦mei 2015\n---\n", "Verander in: 2015-05-19", "vastgesteld-op: 2015-05-19"},
		{"an id with capitals", vision, "---\ntitel: a\nwijk: west\nperiode: 2015\nstatus: concept\nbehoeften:\n  - {id: Een ¦Bankje, titel: b, thema: groen}\n---\n", "Verander in: een-bankje", "  - {id: een-bankje, titel: b, thema: groen}"},
		{"an amount with a dot", programme, "---\ntitel: a\ndienst: stadswerken\njaar: 2012\nstatus: concept\ntoezeggingen:\n  - {id: a, titel: b, wijken: [oost], budget: 185.¦000}\n---\n",
			"Schrijf: 185000, Herstel in dit bestand alles wat maar op één manier kan", "  - {id: a, titel: b, wijken: [oost], budget: 185000}"},
		{"elsewhere in the file", programme, "---\ntitel: a¦\ndienst: stadswerk\njaar: 2012\nstatus: concept\n---\n", "", ""},
		{"a hint that is about another key", programme, "---\ntitel: a\ndienst: stadswerken\njaar: 2012\nstatus: concept\ntoezeggingen:\n  - {id: a, titel: b, wijken: [oost], voortgang: [{datum: 2012-01-01, status: vervallen, reden: x, naar: sw-¦2011-1}]}\n---\n", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := testServer()
			text, offset := split(t, c.text)
			files := testFiles()
			files[c.file] = text
			content := contentOf(t, files)
			d := opened(s, c.file, text)
			d.project = &project{server: s, folder: "/stad", opened: new(fixingFolder)}
			now := &checked{Content: content, byFile: make(map[string]diag.List), texts: map[string]openedText{c.file: {overlaid{data: []byte(text)}, d.documentID}}}
			for _, wrong := range content.Diagnostics {
				now.byFile[wrong.Path()] = append(now.byFile[wrong.Path()], wrong)
			}
			a := &actions{server: s, document: d, checked: now}
			p := codeActionParams{Range: d.text.span(offset, offset)}
			if err := a.find(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			var titles []string
			for _, action := range a.list {
				titles = append(titles, action.Title)
			}
			if got := strings.Join(titles, ", "); got != c.want {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			for _, action := range a.list {
				changed := applied(d.text, action.Edit.Changes[d.URI])
				if !strings.Contains(changed, "\n"+c.then+"\n") {
					t.Errorf("%s makes\n%s", action.Title, changed)
				}
			}
		})
	}
}

func TestEveryKindOfFileIsReadAlone(t *testing.T) {
	for _, k := range parse.Kinds() {
		name := strings.TrimPrefix(k.Folder+"/a.md", "/")
		if k.Folder == "" {
			name = parse.SiteFile
		}
		if len(errorsIn(name, "---\nkleur: rood\n---\n")) == 0 {
			t.Errorf("a %s has no errors", k.Name)
		}
	}
}
