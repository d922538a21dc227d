package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// builder builds one site again and again.
type builder struct {
	dir     string // of the sites
	content string
}

func (b *builder) build(out string) (status int, said string) {
	var errs strings.Builder
	env := environment{
		args:   []string{"build", "--content", b.content, "--out", filepath.Join(b.dir, out), "--date", "2013-03-01"},
		stdout: io.Discard, stderr: &errs, getenv: func(string) string { return "" }, now: time.Now,
	}
	return run(context.Background(), env), errs.String()
}

// changes are what authors do to a file of content, given its text.
var changes = map[string]func(rnd *rand.Rand, text string) string{
	"a paragraph more": func(_ *rand.Rand, text string) string { return text + "\n\nNog een alinea.\n" },
	"a word less in the text": func(rnd *rand.Rand, text string) string {
		lines := strings.SplitAfter(text, "\n")
		i := rnd.IntN(len(lines))
		lines[i] = strings.Replace(lines[i], " de ", " ", 1)
		return strings.Join(lines, "")
	},
	"a section more":  func(_ *rand.Rand, text string) string { return text + "\n\n## Wat we nog zeggen\n\nDit.\n" },
	"a link":          func(_ *rand.Rand, text string) string { return text + "\n\nZie [de wijken](/wijken/).\n" },
	"a mobile number": func(_ *rand.Rand, text string) string { return text + "\n\nBel 06 12345678.\n" },
	"markup":          func(_ *rand.Rand, text string) string { return text + "\n\nDit is <b>vet</b>.\n" },
	"a footnote":      func(_ *rand.Rand, text string) string { return text + "\n\nEen noot.[^n]\n\n[^n]: Deze.\n" },
	"another title": func(rnd *rand.Rand, text string) string {
		return strings.Replace(text, "titel: ", fmt.Sprintf("titel: Nummer %d, ", rnd.IntN(99)), 1)
	},
	"a step more": func(rnd *rand.Rand, text string) string {
		return strings.Replace(text, "    voortgang:\n", fmt.Sprintf("    voortgang:\n      - {datum: 2012-06-%02d, status: gerealiseerd, tekst: Klaar.}\n", 1+rnd.IntN(28)), 1)
	},
	"another planned date": func(rnd *rand.Rand, text string) string {
		return strings.Replace(text, "    gereed: 20", fmt.Sprintf("    gereed: 20%02d # 20", 11+rnd.IntN(9)), 1)
	},
	"another name": func(_ *rand.Rand, text string) string { return strings.Replace(text, "naam: ", "naam: Nieuw ", 1) },
}

// After whatever was edited, a build makes and says what one to a new folder does.
func TestABuildAfterEditsIsAsIfBuiltAfresh(t *testing.T) {
	b := &builder{dir: t.TempDir()}
	b.content = filepath.Join(b.dir, "content")
	if err := os.CopyFS(b.content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	original := treeOf(t, b.content)
	var names []string
	for name := range original {
		if strings.HasSuffix(name, ".md") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	kinds := make([]string, 0, len(changes))
	for kind := range changes {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	rnd := rand.New(rand.NewPCG(2, 71))
	for round := range 14 {
		var done []string
		for range 1 + rnd.IntN(3) {
			name, kind := names[rnd.IntN(len(names))], kinds[rnd.IntN(len(kinds))]
			file := filepath.Join(b.content, filepath.FromSlash(name))
			writeFile(t, file+".new", changes[kind](rnd, original[name]))
			if err := os.Rename(file+".new", file); err != nil {
				t.Fatal(err)
			}
			done = append(done, name+": "+kind)
		}
		if round%5 == 4 { // somebody changes what is published
			done = append(done, "a page by hand")
			writeFile(t, filepath.Join(b.dir, "public", "wijken", "oost", "index.html"), "<p>Van mij.")
		}
		status, said := b.build("public")
		if status != statusDone {
			t.Fatalf("%v: build: %d\n%s", done, status, said)
		}
		status, saidAfresh := b.build(fmt.Sprint("fresh-", round))
		if status != statusDone {
			t.Fatalf("%v: build: %d\n%s", done, status, saidAfresh)
		}
		if got, want := remarks(said), remarks(saidAfresh); got != want {
			t.Errorf("after %v: said\n%s\nwant\n%s", done, got, want)
		}
		got, want := treeOf(t, filepath.Join(b.dir, "public")), treeOf(t, filepath.Join(b.dir, fmt.Sprint("fresh-", round)))
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("after %v: %s is not as it is built afresh", done, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("after %v: %d files, %d afresh", done, len(got), len(want))
		}
		if t.Failed() {
			return
		}
	}
}

// remarks returns what a build said, without where to, how fast and what it changed.
func remarks(said string) string {
	return regexp.MustCompile(`(?m)^.* geschreven naar .*\n.* veranderd, .*\n`).ReplaceAllString(said, "")
}

// treeOf reads every file below a folder.
func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
