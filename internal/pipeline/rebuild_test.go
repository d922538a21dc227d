package pipeline_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/shelf"
)

// BenchmarkRebuild measures what comes between a save and the page in the preview:
// one vision was edited, the rest is as it was.
func BenchmarkRebuild(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			dir := b.TempDir()
			for name, text := range sample.Files(wijken) {
				file := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
					b.Fatal(err)
				}
			}
			visions, err := filepath.Glob(filepath.Join(dir, "wijkvisies", "*.md"))
			if err != nil || len(visions) == 0 {
				b.Fatal("no visions", err)
			}
			text, err := os.ReadFile(visions[0])
			if err != nil {
				b.Fatal(err)
			}
			p := new(pipeline.Pipeline)
			in := pipeline.Input{Content: os.DirFS(dir), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true, Keep: true, Advice: true}
			if _, err := p.Build(in); err != nil {
				b.Fatal(err)
			}
			in.Touched = []string{"wijkvisies/" + filepath.Base(visions[0])}
			edits := 0
			b.ReportAllocs()
			for b.Loop() {
				edits++
				if err := os.WriteFile(visions[0], fmt.Appendf(text, "\nVersie %d.\n", edits), 0o666); err != nil {
					b.Fatal(err)
				}
				out, err := p.Prepare(in)
				if err != nil {
					b.Fatal(err)
				}
				if len(out.Changed) != 1 {
					b.Fatalf("changed: %q", out.Changed)
				}
			}
		})
	}
}

// BenchmarkRetext measures what takes the place of that when a site is built again, and
// words of one vision are all that changed.
func BenchmarkRetext(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			content := make(fstest.MapFS)
			for name, text := range sample.Files(wijken) {
				content[name] = &fstest.MapFile{Data: []byte(text)}
			}
			site := makeSite(b, content, nil)
			const vision = "wijkvisies/wijk-0003-2011.md"
			content[vision] = &fstest.MapFile{Data: append(content[vision].Data, "\nNog iets.\n"...)}
			b.ReportAllocs()
			for b.Loop() {
				_, ok := pipeline.Retext(content, pipeline.Since{Changed: []string{vision}, Before: site.shown}, "", func(path string) ([]byte, bool) {
					return site.pages[path], true
				})
				if !ok {
					b.Fatal("more than words changed")
				}
			}
		})
	}
}

// BenchmarkGoOn measures what takes the place of a whole build when the front matter of
// one programme was edited: all but the writing.
func BenchmarkGoOn(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			content := sampled(wijken)
			site := makeSite(b, content, nil)
			const programme = "programmas/programma-0002.md"
			content[programme] = &fstest.MapFile{Data: bytes.Replace(content[programme].Data, []byte("budget: "), []byte("budget: 1"), 1)}
			b.ReportAllocs()
			for b.Loop() {
				out, err := new(pipeline.Pipeline).Build(pipeline.Input{
					Content: content, Date: city.Day{Year: 2013, Month: 3, Day: 1}, Shelf: new(shelf.Shelf),
					Since: pipeline.Since{Changed: []string{programme}, Before: site.shown},
				})
				if err != nil {
					b.Fatal(err)
				}
				files, shown := out.FilesSince()
				for f := range files {
					if f.Kept {
						continue
					}
					if err := f.Write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
				shown()
			}
		})
	}
}
