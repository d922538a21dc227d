package pipeline_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
)

// madeSite is a site as a build from nothing makes it.
type madeSite struct {
	pages map[string][]byte
	said  string
	shown *pipeline.Shown
	left  pieces // of what is shown
}

// pieces are kept in memory.
type pieces [][]byte

func (p pieces) Len() int { return len(p) }

func (p pieces) Piece(i int) ([]byte, error) {
	if i >= len(p) {
		return nil, fs.ErrNotExist
	}
	return p[i], nil
}

func makeSite(t testing.TB, content, theme fs.FS) madeSite {
	t.Helper()
	return makeFrom(t, pipeline.Input{Content: content, Theme: theme})
}

func makeRevision(t testing.TB, content fs.FS, revision string) madeSite {
	t.Helper()
	return makeFrom(t, pipeline.Input{Content: content, Revision: func() string { return revision }})
}

func makeFrom(t testing.TB, in pipeline.Input) madeSite {
	t.Helper()
	in.Date = city.Day{Year: 2013, Month: 3, Day: 1}
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		t.Fatal(err)
	}
	made := madeSite{pages: make(map[string][]byte)}
	files, shown := out.FilesSince()
	for f := range files {
		made.pages[f.Path] = written(t, f)
	}
	made.left, made.shown = kept(t, shown(), nil)
	made.said = said(t, out)
	return made
}

// said returns what is to be said of a site.
func said(t testing.TB, out *pipeline.Output) string {
	t.Helper()
	var all strings.Builder
	if err := diag.Print(&all, out.Diagnostics, diag.PrintOptions{Format: diag.FormatJSON}); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func written(t testing.TB, f publish.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kept writes and reads what a build leaves, beside what was there before.
func kept(t testing.TB, s *pipeline.Shown, before pieces) (pieces, *pipeline.Shown) {
	t.Helper()
	all := pieces(slices.Clone(s.Pieces()))
	for i := range all {
		if all[i] == nil {
			all[i] = before[i]
		}
	}
	read, err := pipeline.ReadShown(all)
	if err != nil {
		t.Fatal(err)
	}
	return all, read
}

// retext edits files, and returns the site with what that changes; not done when it is
// left to a whole build.
func (s madeSite) retext(t testing.TB, content fstest.MapFS, edited []string) (now madeSite, done bool) {
	t.Helper()
	other, ok := pipeline.Retext(content, pipeline.Since{Changed: edited, Before: s.shown}, "", func(path string) ([]byte, bool) {
		page, ok := s.pages[path]
		return page, ok
	})
	if !ok {
		return s, false
	}
	now = madeSite{pages: maps.Clone(s.pages), said: s.said}
	now.left, now.shown = kept(t, other.Shown, s.left)
	maps.Copy(now.pages, other.Pages)
	return now, true
}

// check holds a site against one that is made from nothing.
func (s madeSite) check(t *testing.T, content, theme fs.FS, what string) {
	t.Helper()
	want := makeSite(t, content, theme)
	if len(s.pages) != len(want.pages) {
		t.Errorf("%s: %d files, want %d", what, len(s.pages), len(want.pages))
	}
	for name, page := range want.pages {
		if !bytes.Equal(s.pages[name], page) {
			t.Errorf("%s: %s is\n%s\nwant\n%s", what, name, s.pages[name], page)
		}
	}
	if s.said != want.said {
		t.Errorf("%s: told\n%s\nwant\n%s", what, s.said, want.said)
	}
	if !slices.EqualFunc(s.left, want.left, bytes.Equal) {
		t.Errorf("%s: what the pages show is not as a build from nothing leaves it", what)
	}
}

func exampleContent(t testing.TB) fstest.MapFS {
	t.Helper()
	content := make(fstest.MapFS)
	err := fs.WalkDir(os.DirFS("../../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path.Join("../../content", name))
		content[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// edit returns the content with another body of a file.
func edit(content fstest.MapFS, name string, change func(body string) string) fstest.MapFS {
	front, body, ok := strings.Cut(strings.TrimPrefix(string(content[name].Data), "---\n"), "\n---\n")
	if !ok {
		return content
	}
	with := maps.Clone(content)
	with[name] = &fstest.MapFile{Data: []byte("---\n" + front + "\n---\n" + change(body))}
	return with
}

// words are edits that can change nothing but the pages that show the text.
var words = map[string]func(rnd *rand.Rand, body string) string{
	"a paragraph at the end": func(_ *rand.Rand, body string) string { return body + "\n\nNog een alinea, *met nadruk*.\n" },
	"a paragraph in the middle": func(rnd *rand.Rand, body string) string {
		parts := strings.SplitAfter(body, "\n\n")
		i := rnd.IntN(len(parts))
		return strings.Join(parts[:i], "") + "Een alinea ertussen.\n\n" + strings.Join(parts[i:], "")
	},
	"a word less": func(rnd *rand.Rand, body string) string {
		lines := strings.SplitAfter(body, "\n")
		i := rnd.IntN(len(lines))
		lines[i] = strings.Replace(lines[i], " de ", " ", 1)
		return strings.Join(lines, "")
	},
	"a list": func(_ *rand.Rand, body string) string {
		return body + "\n\n1. een\n2. twee\n\n| a | b |\n|---|---|\n| c | d |\n"
	},
	"a note": func(_ *rand.Rand, body string) string {
		return body + "\n\nMet een noot.[^nieuw]\n\n[^nieuw]: De noot.\n"
	},
}

// more are edits that can change more, or that something is to be said of.
var more = map[string]func(body string) string{
	"a section":        func(body string) string { return body + "\n\n## Nieuw\n\nTekst.\n" },
	"a link":           func(body string) string { return body + "\n\nZie [de wijken](/wijken/).\n" },
	"a broken link":    func(body string) string { return body + "\n\nZie [de wijk](nergens.md).\n" },
	"an address":       func(body string) string { return body + "\n\nZie https://example.org/ of niet.\n" },
	"a picture":        func(body string) string { return body + "\n\n![Plein](../media/plein.jpg)\n" },
	"markup":           func(body string) string { return body + "\n\n<b>Vet</b>.\n" },
	"a mobile number":  func(body string) string { return body + "\n\nBel 06 12345678.\n" },
	"no text":          func(string) string { return "\n" },
	"an unused note":   func(body string) string { return body + "\n\n[^over]: Niemand.\n" },
	"a heading deeper": func(body string) string { return strings.Replace(body, "\n## ", "\n### ", 1) },
	"a link's words":   func(body string) string { return strings.Replace(body, "](", " nader](", 1) },
	"a vague link":     func(body string) string { return body + "\n\n[hier](/wijken/)\n" },
	"no link":          func(body string) string { return strings.Replace(body, "](", "] (", 1) },
}

// After an edit of words, the pages that show them are all that is made, and the site is
// as if it was built from nothing.
func TestOtherWordsArePutInThePlaceOfTheOldOnes(t *testing.T) {
	content := exampleContent(t)
	site := makeSite(t, content, nil)
	rnd := rand.New(rand.NewPCG(7, 34))
	for _, name := range slices.Sorted(maps.Keys(content)) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		kinds := slices.Sorted(maps.Keys(words))
		kind := kinds[rnd.IntN(len(kinds))]
		what := fmt.Sprintf("%s: %s", name, kind)
		with := edit(content, name, func(body string) string { return words[kind](rnd, body) })
		now, done := site.retext(t, with, []string{name})
		if !done {
			t.Errorf("%s: everything is made again", what)
		}
		now.check(t, with, nil, what)
		if t.Failed() {
			return
		}
	}
}

// Whatever the edit, what is made is right, or the whole site is made again.
func TestWhatMayChangeMoreThanWordsIsMadeWhole(t *testing.T) {
	content := exampleContent(t)
	site := makeSite(t, content, nil)
	for _, name := range []string{"wijken/oost.md", "wijkvisies/oost-2011.md", "programmas/stadswerken-2011.md", "paginas/privacy.md"} {
		for kind, change := range more {
			with := edit(content, name, change)
			if now, done := site.retext(t, with, []string{name}); done {
				now.check(t, with, nil, name+": "+kind)
			}
			if t.Failed() {
				return
			}
		}
	}
	for what, c := range map[string]struct {
		name     string
		old, new string
	}{
		"front matter": {"wijkvisies/oost-2011.md", "titel: ", "titel: Nieuw "},
		"the site":     {"site.yaml", "gemeente:", "gemeente: "},
		"the map":      {"kaart/wijken.geojson", "{", " {"},
	} {
		with := maps.Clone(content)
		with[c.name] = &fstest.MapFile{Data: bytes.Replace(content[c.name].Data, []byte(c.old), []byte(c.new), 1)}
		if _, done := site.retext(t, with, []string{c.name}); done {
			t.Errorf("%s: only words were changed", what)
		}
	}
}

// Edits one after the other, of several files, each on what the one before left.
func TestWordsChangeAgainAndAgain(t *testing.T) {
	content := exampleContent(t)
	site := makeSite(t, content, nil)
	rnd := rand.New(rand.NewPCG(3, 9))
	names := []string{"wijkvisies/oost-2011.md", "wijkvisies/oost-2015.md", "wijken/oost.md", "wijkvisies/zuid-2011.md"}
	kinds := slices.Sorted(maps.Keys(words))
	var did []string
	for range 12 {
		edited := names[:1+rnd.IntN(len(names))]
		for _, name := range edited {
			kind := kinds[rnd.IntN(len(kinds)-1)] // a second note of one name is one too many
			did = append(did, name+": "+kind)
			content = edit(content, name, func(body string) string { return words[kind](rnd, body) })
		}
		var done bool
		if site, done = site.retext(t, content, edited); !done {
			t.Fatalf("%q: everything is made again", did)
		}
	}
	site.check(t, content, nil, fmt.Sprintf("%q", did))
}

func TestAnotherRevisionIsToldOnItsPage(t *testing.T) {
	content := exampleContent(t)
	for _, c := range []struct{ was, is string }{{"abc123", "abc123+"}, {"abc123+", "abc123"}, {"abc123+", "def456"}, {"", "abc123"}, {"abc123", ""}} {
		site := makeRevision(t, content, c.was)
		other, ok := pipeline.Retext(content, pipeline.Since{Before: site.shown, Revision: c.was}, c.is, func(path string) ([]byte, bool) {
			page, ok := site.pages[path]
			return page, ok
		})
		if want := c.was != "" && c.is != ""; ok != want {
			t.Errorf("from %q to %q: %t", c.was, c.is, ok)
		}
		if !ok {
			continue
		}
		maps.Copy(site.pages, other.Pages)
		for name, page := range makeRevision(t, content, c.is).pages {
			if !bytes.Equal(site.pages[name], page) {
				t.Errorf("from %q to %q: %s is\n%s\nwant\n%s", c.was, c.is, name, site.pages[name], page)
			}
		}
	}
}

// A template of one's own may do with a text what it wants.
func TestWithTemplatesOfOnesOwnEverythingIsMadeAgain(t *testing.T) {
	content := exampleContent(t)
	theme := fstest.MapFS{"templates/page.html": {Data: []byte(`{{define "main"}}<p>{{if .Body}}Er is tekst{{end}}</p>{{end}}`)}}
	site := makeSite(t, content, theme)
	with := edit(content, "paginas/privacy.md", func(body string) string { return body + "\n\nNog iets.\n" })
	if _, done := site.retext(t, with, []string{"paginas/privacy.md"}); done {
		t.Error("a page of somebody's own template was edited")
	}
	theme = fstest.MapFS{"templates/data.html": {Data: []byte(`{{define "main"}}<p>{{.Licence}}</p>{{end}}`)}}
	own := makeFrom(t, pipeline.Input{Content: content, Theme: theme, Revision: func() string { return "abc123" }})
	if _, ok := pipeline.Retext(content, pipeline.Since{Before: own.shown, Revision: "abc123"}, "def456", func(path string) ([]byte, bool) {
		return own.pages[path], true
	}); ok {
		t.Error("a page of somebody's own template was revised")
	}
}

// How a wijk can be reached may stand in a text too; what that means for what is kept is
// the same however the site was built.
func TestWordsChangeBesideAnAddressThatIsMeant(t *testing.T) {
	content := exampleContent(t)
	content = editFront(content, "wijken/oost.md", func(lines []string) []string {
		return append(slices.DeleteFunc(lines, func(line string) bool {
			return strings.HasPrefix(line, "wijkregisseur:") || strings.HasPrefix(line, "  ") && strings.Contains(line, "mail")
		}),
			"wijkregisseur: {functie: Wijkregisseur, e-mail: oost@gmail.com}")
	})
	content = editFront(content, "wijkvisies/oost-2011.md", func(lines []string) []string {
		return append(slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "samenvatting:") }), "samenvatting: Schrijf naar oost@gmail.com.")
	})
	site := makeSite(t, content, nil)
	with := edit(content, "wijkvisies/oost-2011.md", func(body string) string { return body + "\n\nNog iets.\n" })
	now, done := site.retext(t, with, []string{"wijkvisies/oost-2011.md"})
	if !done {
		t.Error("everything is made again")
	}
	now.check(t, with, nil, "words")
}

func FuzzReadShown(f *testing.F) {
	content := exampleContent(f)
	site := makeSite(f, content, nil)
	for i := range site.left {
		f.Add(site.left[i], i)
	}
	f.Fuzz(func(t *testing.T, data []byte, at int) {
		left := slices.Clone(site.left)
		if at < 0 || at >= len(left) {
			left = left[:1]
			at = 0
		}
		left[at] = data
		shown, err := pipeline.ReadShown(left)
		if err != nil {
			return
		}
		pipeline.Retext(content, pipeline.Since{Changed: []string{"wijken/oost.md"}, Before: shown}, "", func(path string) ([]byte, bool) {
			page, ok := site.pages[path]
			return page, ok
		})
	})
}
