package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"wijkvisie/internal/sample"
)

// BenchmarkProgram builds whole sites with the program as it is shipped, each
// build followed by a cp -r of what it wrote, as the yardstick: no build can be
// faster than the disk. It reports medians, and the most memory that a build
// held (peak resident set, in MiB).
//
// Nothing is removed between rounds: ext4 is up to ten times as slow at making
// files for half a minute after as many were removed, and so is cp.
func BenchmarkProgram(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "wijkvisie")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for _, wijken := range []int{10, 340} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			dir := b.TempDir()
			writeSample(b, filepath.Join(dir, "content"), wijken)
			var builds, copies, peaks []float64
			for b.Loop() {
				site := filepath.Join(dir, fmt.Sprint("site-", len(builds)))
				build := exec.Command(bin, "build", "-q", "--date", "2013-03-01", "--out", site)
				build.Dir = dir
				builds = append(builds, milliseconds(b, build))
				peaks = append(peaks, peakMemory(build.ProcessState))
				copies = append(copies, milliseconds(b, exec.Command("cp", "-r", site, site+"-copy")))
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(builds), "build-ms")
			b.ReportMetric(median(copies), "cp-ms")
			b.ReportMetric(median(builds)/median(copies), "build/cp")
			b.ReportMetric(median(peaks), "MiB")
		})
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
