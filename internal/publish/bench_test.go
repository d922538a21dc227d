package publish

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// manyPages yields the files of a site of n pages of some 8 kB, each in a folder of its own
// and folder by folder, as the pages of a wijk are.
func manyPages(n int, changed string) iter.Seq[File] {
	body := strings.Repeat("<p>Een veilige oversteek bij de school.</p>\n", 180)
	return func(yield func(File) bool) {
		for i := range n {
			page := fmt.Sprintf("<h1>%d</h1>%s%s", i, changed, body)
			file := File{
				Path: fmt.Sprintf("wijken/wijk-%03d/behoeften/behoefte-%05d/index.html", i/18, i),
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

// BenchmarkCopy copies the same files with cp -r, for comparison.
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
