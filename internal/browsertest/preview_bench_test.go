package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/sample"
)

// edits is how often each kind of file is saved.
const edits = 50

// BenchmarkSave measures the time from a save to the changed page in the browser, as
// an author sees it: of a wijkvisie on the page of its wijk, and of a programme on its
// own page. It reports the median and the 95th percentile, how long the preview takes
// to be ready, and what it keeps in memory.
func BenchmarkSave(b *testing.B) {
	name, err := buildProgram("-trimpath", "-ldflags=-s -w")
	if err != nil {
		b.Fatal(err)
	}
	defer os.RemoveAll(filepath.Dir(name))
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			for b.Loop() {
				w := &workshop{t: b, program: name, dir: b.TempDir()}
				for file, text := range sample.Files(wijken) {
					w.must(os.MkdirAll(filepath.Dir(w.file(file)), 0o755))
					w.must(os.WriteFile(w.file(file), []byte(text), 0o644))
				}
				began := time.Now()
				w.start("127.0.0.1:0")
				tab := open(b)
				tab.visit(w.url + "/")
				b.ReportMetric(float64(time.Since(began).Milliseconds()), "ready-ms")
				report(b, "vision", w.saves(tab, "wijkvisies", func(id string) string { return "/wijken/" + strings.TrimSuffix(id, "-2011") + "/" }))
				report(b, "programme", w.saves(tab, "programmas", func(id string) string { return "/programmas/" + id + "/" }))
				if kept, ok := residentMemory(w.running.Process.Pid); ok {
					b.ReportMetric(kept, "MiB")
				}
				w.stop(w.running)
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

func report(b *testing.B, what string, times []time.Duration) {
	slices.Sort(times)
	at := func(part int) float64 { return float64(times[len(times)*part/100].Microseconds()) / 1000 }
	b.ReportMetric(at(50), what+"-ms")
	b.ReportMetric(at(95), what+"-p95-ms")
}

// saves edits the title of a file in a folder again and again, and returns how long
// each edit took to be on the screen.
func (w *workshop) saves(tab *tab, folder string, address func(id string) string) []time.Duration {
	w.t.Helper()
	files, err := filepath.Glob(w.file(folder + "/*.md"))
	if err != nil || len(files) == 0 {
		w.t.Fatal("no files in ", folder, err)
	}
	file := files[len(files)/2]
	text, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(text), "titel: ")
	if !ok {
		w.t.Fatalf("%s has no title", file)
	}
	_, rest, _ = strings.Cut(rest, "\n")
	tab.visit(w.url + address(strings.TrimSuffix(filepath.Base(file), ".md")))
	var times []time.Duration
	for i := range edits {
		title := fmt.Sprintf("Opnieuw %d genoemd", i)
		// The page tells by itself when it has the title.
		tab.run(fmt.Sprintf(`window.done = new Promise((resolve) => {
			const look = () => document.body.textContent.includes(%q) && resolve(true);
			new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
		})`, title))
		began := time.Now()
		w.must(os.WriteFile(file, []byte(head+"titel: "+title+"\n"+rest), 0o644))
		if !script[bool](tab, `window.done`) {
			w.t.Fatal("the page does not change")
		}
		times = append(times, time.Since(began))
	}
	return times
}
