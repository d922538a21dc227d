package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/sample"
)

// BenchmarkProgram times the program as it is shipped, process by process, on the
// content of imaginary municipalities: check; build into a new folder; build again with
// nothing changed, after an edit of the story of one wijkvisie, and after one of its front
// matter. It also times a cp -r of the site, because no build can be faster than the disk,
// and, when hugo is on the path, Hugo with the layouts in testdata/hugo, which make the
// same pages of the same content. It reports medians in milliseconds and the most memory
// that a build into a new folder held (peak resident set, in MiB), and prints them as
// tables, with how much each of the two wrote, so that everybody can judge the comparison.
//
// The sites are written in a new folder in BENCH_DIR, or in the folder for temporary
// files. A file system in memory (BENCH_DIR=/dev/shm) gives the steadiest figures. The
// table names the file system.
//
// To keep figures steady on a disk:
//   - Nothing is removed before the end: ext4 is up to ten times as slow at making files
//     for half a minute after as many were removed, and so is cp.
//   - What came before is on the disk before each measurement starts (settle): else one
//     pays for the writing of another, and most of all cp, which comes after a build.
//   - A build, its copy and Hugo take turns in each round, so that a slow minute of the
//     machine is a slow minute for all of them.
func BenchmarkProgram(b *testing.B) {
	dir := benchDir(b)
	bin := filepath.Join(dir, "wijkvisie")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	hugo := findHugo()
	var all []result
	for _, size := range []size{{wijken: 10, rounds: 9, hugo: 5}, {wijken: 340, rounds: 5, hugo: 3}, {wijken: 3400, rounds: 3, hugo: 1}} {
		b.Run(fmt.Sprintf("%d wijken", size.wijken), func(b *testing.B) {
			// The runner calls this again, with a higher b.N, where it was over within the
			// time for a benchmark. It has been measured then.
			if len(all) == 0 || all[len(all)-1].wijken != size.wijken {
				all = append(all, measure(b, bin, hugo, filepath.Join(dir, fmt.Sprint(size.wijken)), size))
			}
			all[len(all)-1].report(b)
		})
	}
	fmt.Print(tables(all, fileSystem(dir), hugo))
}

// size is that of a municipality, and how many rounds it is measured in.
type size struct{ wijken, rounds, hugo int }

// benchDir is where the sites are written. It is removed at the end of all.
func benchDir(b *testing.B) string {
	b.Helper()
	dir, err := os.MkdirTemp(os.Getenv("BENCH_DIR"), "wijkvisie-bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			b.Error(err)
		}
	})
	return dir
}

// samples are times in milliseconds, or memory in MiB.
type samples []float64

func (s samples) median() float64 {
	if len(s) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[len(sorted)/2]
}

// result is what was measured of a municipality.
type result struct {
	wijken                     int
	check, cold, copying, hugo samples
	unchanged, story, front    samples // builds again: with nothing changed, and after an edit
	peak, hugoPeak             samples
	written, hugoWritten       weight
}

func measure(b *testing.B, bin, hugo, dir string, size size) result {
	b.Helper()
	r := result{wijken: size.wijken}
	content := filepath.Join(dir, "content")
	writeSample(b, content, size.wijken)
	visions, err := filepath.Glob(filepath.Join(content, "wijkvisies", "*.md"))
	if err != nil || len(visions) == 0 {
		b.Fatal("no visions", err)
	}
	run := func(args ...string) *exec.Cmd {
		c := exec.Command(bin, append(args, "-q", "--date", "2013-03-01")...)
		c.Dir, c.Env = dir, append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
		return c
	}
	for i := range size.rounds {
		site := filepath.Join(dir, fmt.Sprint("site-", i))
		r.check.add(b, dir, run("check"))
		build := run("build", "--out", site)
		r.cold.add(b, dir, build)
		r.peak = append(r.peak, peakMemory(build.ProcessState))
		r.copying.add(b, dir, exec.Command("cp", "-r", site, site+"-copy"))
		if hugo != "" && i < size.hugo {
			build := hugoBuild(b, hugo, content, filepath.Join(dir, fmt.Sprint("hugo-", i)))
			r.hugo.add(b, dir, build)
			r.hugoPeak = append(r.hugoPeak, peakMemory(build.ProcessState))
		}
		r.unchanged.add(b, dir, run("build", "--out", site))
		appendTo(b, visions[i%len(visions)], fmt.Sprintf("\nVersie %d.\n", i))
		r.story.add(b, dir, run("build", "--out", site))
		replaceIn(b, visions[i%len(visions)], "samenvatting: ", fmt.Sprintf("samenvatting: Versie %d. ", i))
		r.front.add(b, dir, run("build", "--out", site))
	}
	r.written = weigh(b, filepath.Join(dir, "site-0"))
	if hugo != "" {
		r.hugoWritten = weigh(b, filepath.Join(dir, "hugo-0", "public"))
	}
	return r
}

// add runs a command that works in a folder, and adds how long it took.
func (s *samples) add(b *testing.B, dir string, c *exec.Cmd) {
	b.Helper()
	if err := settle(dir); err != nil {
		b.Fatal(err)
	}
	started := time.Now()
	out, err := c.CombinedOutput()
	took := time.Since(started)
	if err != nil {
		b.Fatalf("%s: %v\n%s", c, err, out)
	}
	*s = append(*s, float64(took.Microseconds())/1000)
}

func (r *result) perWijk() float64 { return r.cold.median() / float64(r.wijken) }

func (r *result) report(b *testing.B) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(r.check.median(), "check-ms")
	b.ReportMetric(r.cold.median(), "cold-ms")
	b.ReportMetric(r.unchanged.median(), "unchanged-ms")
	b.ReportMetric(r.story.median(), "story-ms")
	b.ReportMetric(r.front.median(), "front-matter-ms")
	b.ReportMetric(r.copying.median(), "cp-ms")
	b.ReportMetric(r.cold.median()/r.copying.median(), "cold/cp")
	b.ReportMetric(r.peak.median(), "MiB")
	if r.hugo != nil {
		b.ReportMetric(r.hugo.median(), "hugo-ms")
		b.ReportMetric(r.hugo.median()/r.cold.median(), "hugo/cold")
	}
}

// tables shows what was measured to people, in Markdown.
func tables(all []result, system, hugo string) string {
	var s strings.Builder
	s.WriteString("\n| wijken | check | cold build | nothing changed | story edited | front matter edited | cp -r | Hugo, cold | cold / cp | Hugo / cold | cold per wijk | peak | peak of Hugo |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range all {
		hugo, ratio, peak := "–", "–", "–"
		if r.hugo != nil {
			hugo = fmt.Sprintf("%.0f ms", r.hugo.median())
			ratio = fmt.Sprintf("%.1f", r.hugo.median()/r.cold.median())
			peak = fmt.Sprintf("%.0f MiB", r.hugoPeak.median())
		}
		fmt.Fprintf(&s, "| %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %s | %.2f | %s | %.2f ms | %.0f MiB | %s |\n",
			r.wijken, r.check.median(), r.cold.median(), r.unchanged.median(), r.story.median(), r.front.median(), r.copying.median(),
			hugo, r.cold.median()/r.copying.median(), ratio, r.perWijk(), r.peak.median(), peak)
	}
	if n := len(all); n > 1 {
		fmt.Fprintf(&s, "\nFrom %d to %d wijken the cost per wijk changes by %+.0f%%.\n", all[n-2].wijken, all[n-1].wijken, 100*(all[n-1].perWijk()/all[n-2].perWijk()-1))
	}
	fmt.Fprintf(&s, "Medians; written to %s.\n", system)
	if hugo == "" {
		s.WriteString("There is no hugo on the path to compare with.\n")
		return s.String()
	}
	fmt.Fprintf(&s, "\n%s. What each wrote (testdata/hugo/README.md says what differs):\n\n| wijken | files | MB | files of Hugo | MB of Hugo |\n|---|---|---|---|---|\n", hugoVersion(hugo))
	for _, r := range all {
		fmt.Fprintf(&s, "| %d | %d | %.1f | %d | %.1f |\n", r.wijken, r.written.files, r.written.megabytes(), r.hugoWritten.files, r.hugoWritten.megabytes())
	}
	return s.String()
}

// weight is how much there is in a folder.
type weight struct{ files, bytes int64 }

func (w weight) megabytes() float64 { return float64(w.bytes) / 1e6 }

func weigh(b *testing.B, dir string) (w weight) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		w.files++
		w.bytes += info.Size()
		return nil
	})
	if err != nil || w.files == 0 {
		b.Fatal("nothing was written: ", err)
	}
	return w
}

func appendTo(b *testing.B, name, text string) {
	b.Helper()
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		b.Fatal(err)
	}
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		b.Fatal(err)
	}
}

func replaceIn(b *testing.B, name, old, text string) {
	b.Helper()
	data, err := os.ReadFile(name)
	if err == nil && !bytes.Contains(data, []byte(old)) {
		b.Fatalf("%s has no %q", name, old)
	}
	if err == nil {
		err = os.WriteFile(name, bytes.Replace(data, []byte(old), []byte(text), 1), 0o666)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func writeSample(b *testing.B, dir string, wijken int) {
	b.Helper()
	for name, text := range sample.Files(wijken) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
}
