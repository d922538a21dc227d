package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"iter"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// manyPages is a site of n pages of some 8 kB, most in a folder of their own.
func manyPages(n int, changed string) iter.Seq[File] {
	body := strings.Repeat("<p>Een veilige oversteek bij de school.</p>\n", 180)
	return func(yield func(File) bool) {
		for i := range n {
			page := fmt.Sprintf("<h1>%d</h1>%s%s", i, changed, body)
			file := File{
				Path: fmt.Sprintf("wijken/wijk-%03d/behoeften/behoefte-%05d/index.html", i%340, i),
				Write: func(w io.Writer) error {
					_, err := io.WriteString(w, page)
					return err
				},
			}
			if !yield(file) {
				return
			}
		}
	}
}

const benchPages = 6000

// Nothing is removed between rounds: ext4 is up to ten times as slow at making
// files for half a minute after as many were removed, and so is cp.

func BenchmarkFirst(b *testing.B) {
	dir := b.TempDir()
	round := 0
	for b.Loop() {
		round++
		publishBench(b, filepath.Join(dir, fmt.Sprint("public-", round)), "")
	}
}

func BenchmarkUnchanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	publishBench(b, dir, "")
	for b.Loop() {
		publishBench(b, dir, "")
	}
}

func BenchmarkEveryPageChanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	publishBench(b, dir, "")
	round := 0
	for b.Loop() {
		round++
		publishBench(b, dir, fmt.Sprint(round))
	}
}

func BenchmarkOnePageChanged(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	round := 0
	for b.Loop() {
		round++
		page := File{Path: "index.html", Write: func(w io.Writer) error {
			_, err := fmt.Fprintf(w, "%09d", round)
			return err
		}}
		files := func(yield func(File) bool) {
			if yield(page) {
				manyPages(benchPages, "")(yield)
			}
		}
		if _, err := To(context.Background(), Options{Dir: dir}, files); err != nil {
			b.Fatal(err)
		}
	}
}

// remembered publishes a site, and returns what is remembered of it once that has rested.
func remembered(b *testing.B) Options {
	b.Helper()
	dir := b.TempDir()
	opt := Options{Dir: filepath.Join(dir, "public"), Memory: &Memory{Spare: filepath.Join(dir, "spare")}}
	for range 2 {
		if _, err := To(b.Context(), opt, manyPages(benchPages, "")); err != nil {
			b.Fatal(err)
		}
	}
	if opt.Memory.Site == nil {
		b.Skip("nothing can be remembered on this system")
	}
	b.ReportAllocs()
	return opt
}

// BenchmarkHolds is what a build takes that has nothing to do; BenchmarkUnchanged is what
// it would take otherwise.
func BenchmarkHolds(b *testing.B) {
	opt := remembered(b)
	pieces := opt.Memory.Site.Pieces()
	for b.Loop() {
		r, err := ReadRecord(pieces)
		if err != nil || !r.Holds(opt.Dir) {
			b.Fatal("it does not hold", err)
		}
	}
}

// BenchmarkOneFolderChanged holds Change beside To, which is told as much.
func BenchmarkOneFolderChanged(b *testing.B) {
	const changed = "wijken/wijk-001/behoeften/behoefte-00001/index.html"
	round := 0
	edit := func() string {
		round++
		return fmt.Sprintf("%09d", round)
	}
	b.Run("Change", func(b *testing.B) {
		opt := remembered(b)
		for b.Loop() {
			if _, done, err := Change(b.Context(), opt, []File{page(changed, edit())}); !done || err != nil {
				b.Fatal("it is not done", err)
			}
			opt.Memory.Site, _ = ReadRecord(opt.Memory.Site.Pieces())
		}
	})
	b.Run("To", func(b *testing.B) {
		opt := remembered(b)
		for b.Loop() {
			page := edit()
			files := func(yield func(File) bool) {
				for f := range manyPages(benchPages, "") {
					if f.Kept = f.Path != changed; !f.Kept {
						f.Write = func(w io.Writer) error { _, err := io.WriteString(w, page); return err }
					}
					if !yield(f) {
						return
					}
				}
			}
			if _, err := To(b.Context(), opt, files); err != nil {
				b.Fatal(err)
			}
			opt.Memory.Site, _ = ReadRecord(opt.Memory.Site.Pieces())
		}
	})
}

// BenchmarkCopy is the yardstick: the same files with cp -r.
func BenchmarkCopy(b *testing.B) {
	dir := b.TempDir()
	publishBench(b, filepath.Join(dir, "public"), "")
	round := 0
	for b.Loop() {
		round++
		copied := filepath.Join(dir, fmt.Sprint("copy-", round))
		if out, err := exec.Command("cp", "-r", filepath.Join(dir, "public"), copied).CombinedOutput(); err != nil {
			b.Skipf("cp: %v %s", err, out)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "public")
	publishBench(b, dir, "")
	for b.Loop() {
		if err := Check(Options{Dir: dir}); err != nil {
			b.Fatal(err)
		}
	}
}

func publishBench(b *testing.B, dir, changed string) {
	b.Helper()
	b.ReportAllocs()
	report, err := To(context.Background(), Options{Dir: dir}, manyPages(benchPages, changed))
	if err != nil || report.Files != benchPages {
		b.Fatal(report, err)
	}
}

// BenchmarkTag is what it takes to know the bytes of a page again, and what SHA-256
// would take.
func BenchmarkTag(b *testing.B) {
	held := make([]byte, tagSize+16<<10)
	tags := newTagger(newTagKey())
	b.Run("GMAC", func(b *testing.B) {
		b.SetBytes(int64(len(held)))
		for b.Loop() {
			tags.of(held)
		}
	})
	b.Run("SHA-256", func(b *testing.B) {
		b.SetBytes(int64(len(held)))
		for b.Loop() {
			sha256.Sum256(held)
		}
	})
}
