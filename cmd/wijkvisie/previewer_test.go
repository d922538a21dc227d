package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/preview"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/shelf"
)

// What a preview has set aside may be out of reach: the check of a version that needs it
// does not end without a word, as one that was overtaken by an edit does.
func TestAPreviewSaysThatItsTextsAreGone(t *testing.T) {
	dir := t.TempDir()
	for name, text := range sample.Files(1) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var texts shelf.Shelf
	if err := texts.Open(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	env := environment{stdout: io.Discard, stderr: io.Discard, getenv: func(string) string { return "" }, now: time.Now}
	opt := &options{content: dir, quiet: true, date: city.Day{Year: 2013, Month: 3, Day: 1}}
	s := newPreviewer(env, opt, pipeline.Input{Content: os.DirFS(dir), Keep: true, Shelf: &texts})
	s.server = preview.New(preview.Options{AsOf: s.asOf})
	s.Watching()
	if err := s.begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := texts.Close(); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(dir, "site.yaml")
	text, err := os.ReadFile(site)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(site, append(text, "omschrijving: Anders.\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
	s.Touched(site)
	s.Settled()
	if err := s.update(t.Context()); err == nil {
		t.Error("a version was checked without its texts, and nothing was said")
	}
}
