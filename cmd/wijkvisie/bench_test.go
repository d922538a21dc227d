package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"wijkvisie/internal/sample"
)

// BenchmarkProgram times the program as it is shipped, process by process, on the
// content of imaginary municipalities: check; build into a new folder; build again
// with nothing changed, and with one wijkvisie edited; and beside them a cp -r of the
// site, the yardstick: no build can be faster than the disk. It reports medians in
// milliseconds and the most memory that a build into a new folder held (peak resident
// set, in MiB), and prints them as a table.
//
// Nothing is removed between rounds: ext4 is up to ten times as slow at making files
// for half a minute after as many were removed, and so is cp.
func BenchmarkProgram(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "wijkvisie")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	table := "\n| wijken | check | cold build | nothing changed | one edited | cp -r | cold / cp | per wijk | peak |\n|---|---|---|---|---|---|---|---|---|\n"
	for _, size := range []struct{ wijken, rounds int }{{10, 9}, {340, 5}, {3400, 3}} {
		b.Run(fmt.Sprintf("%d wijken", size.wijken), func(b *testing.B) {
			t := timeProgram(b, bin, size.wijken, size.rounds)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(t.check, "check-ms")
			b.ReportMetric(t.cold, "cold-ms")
			b.ReportMetric(t.nothing, "nothing-ms")
			b.ReportMetric(t.edit, "edit-ms")
			b.ReportMetric(t.copying, "cp-ms")
			b.ReportMetric(t.cold/t.copying, "cold/cp")
			b.ReportMetric(t.peak, "MiB")
			table += fmt.Sprintf("| %d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.2f | %.2f ms | %.0f MiB |\n",
				size.wijken, t.check, t.cold, t.nothing, t.edit, t.copying, t.cold/t.copying, t.cold/float64(size.wijken), t.peak)
		})
	}
	fmt.Print(table)
}

// times are medians, in milliseconds, and a peak in MiB.
type times struct{ check, cold, nothing, edit, copying, peak float64 }

func timeProgram(b *testing.B, bin string, wijken, rounds int) times {
	b.Helper()
	dir := b.TempDir()
	writeSample(b, filepath.Join(dir, "content"), wijken)
	visions, err := filepath.Glob(filepath.Join(dir, "content", "wijkvisies", "*.md"))
	if err != nil || len(visions) == 0 {
		b.Fatal("no visions", err)
	}
	run := func(args ...string) *exec.Cmd {
		c := exec.Command(bin, append(args, "-q", "--date", "2013-03-01")...)
		c.Dir, c.Env = dir, append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
		return c
	}
	var check, cold, nothing, edit, copying, peaks []float64
	for i := range rounds {
		site := filepath.Join(dir, fmt.Sprint("site-", i))
		check = append(check, milliseconds(b, run("check")))
		build := run("build", "--out", site)
		cold = append(cold, milliseconds(b, build))
		peaks = append(peaks, peakMemory(build.ProcessState))
		copying = append(copying, milliseconds(b, exec.Command("cp", "-r", site, site+"-copy")))
		nothing = append(nothing, milliseconds(b, run("build", "--out", site)))
		appendTo(b, visions[i%len(visions)], fmt.Sprintf("\nVersie %d.\n", i))
		edit = append(edit, milliseconds(b, run("build", "--out", site)))
	}
	return times{median(check), median(cold), median(nothing), median(edit), median(copying), median(peaks)}
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

func milliseconds(b *testing.B, c *exec.Cmd) float64 {
	b.Helper()
	started := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", c, err, out)
	}
	return float64(time.Since(started).Microseconds()) / 1000
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
