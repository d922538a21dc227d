package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// served is a preview that runs in the test.
type served struct {
	t       *testing.T
	dir     string // the content
	address string // ends in a slash
	events  *bufio.Scanner
	errs    *lockedBuffer // what is said to the user
}

// serveFolder starts the preview of a folder of content with some flags, until the test is
// over.
func serveFolder(t *testing.T, dir string, args ...string) *served {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	read, write := io.Pipe()
	status := make(chan int, 1)
	s := &served{t: t, dir: dir, errs: new(lockedBuffer)}
	go func() {
		status <- run(ctx, environment{
			args:   append([]string{"serve", "--content", dir, "--addr", "127.0.0.1:0", "--date", "2013-03-01", "-q"}, args...),
			stdout: write, stderr: s.errs,
			getenv: func(string) string { return "" }, now: time.Now,
		})
	}()
	t.Cleanup(func() {
		stop()
		if got := <-status; got != statusDone {
			t.Errorf("serve ended with %d", got)
		}
	})
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	s.address = strings.TrimSpace(address)
	r, err := http.Get(s.address + "_wijkvisie/events")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Body.Close() })
	s.events = bufio.NewScanner(r.Body)
	s.next()
	return s
}

// next waits for the next version.
func (s *served) next() {
	s.t.Helper()
	for s.events.Scan() {
		if strings.HasPrefix(s.events.Text(), "data:") {
			return
		}
	}
	s.t.Fatal("the events ended")
}

func (s *served) get(address string) (status int, body string) {
	s.t.Helper()
	r, err := http.Get(s.address + address)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// save writes a file of the content, and its folder.
func (s *served) save(name, text string) {
	s.t.Helper()
	writeFile(s.t, filepath.Join(s.dir, filepath.FromSlash(name)), text)
}

func writeFile(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// added is what the preview adds to a page.
var added = regexp.MustCompile(`(?s)(<meta name="robots" content="noindex">\n<link rel="stylesheet" href="/_wijkvisie/preview\.css">\n<script [^>]*></script>\n)|(<aside class="wv-preview .*)</body>`)

func withoutPreview(page string) string {
	return added.ReplaceAllStringFunc(page, func(s string) string {
		if strings.HasPrefix(s, "<aside") {
			return "</body>"
		}
		return ""
	})
}

// After whatever was saved, the preview shows what a build from nothing would write.
func TestEveryPageIsAsIfBuiltAfresh(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	s := serveFolder(t, dir)
	var names []string
	original := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			names, original[name] = append(names, name), string(data)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 14))
	for round := range 4 {
		for range 15 {
			name := names[rnd.IntN(len(names))]
			file := filepath.Join(dir, filepath.FromSlash(name))
			text := original[name]
			lines := strings.SplitAfter(text, "\n")
			switch rnd.IntN(8) {
			case 0:
				if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
				continue
			case 1: // broken, for now
				s.save(name, strings.Replace(text, ": ", ": [", 1))
			case 2:
				s.save(name, text+"\n\nNog een alinea.\n")
			case 3: // a word less, anywhere
				i := rnd.IntN(len(lines))
				lines[i] = strings.Replace(lines[i], " de ", " ", 1)
				s.save(name, strings.Join(lines, ""))
			case 4:
				s.save("paginas/nieuw.md", fmt.Sprintf("---\ntitel: Nieuw %d\n---\nTekst.\n", rnd.IntN(9)))
			case 5:
				if err := os.WriteFile(file+".new", []byte(text+"\nOver.\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				if err := os.Rename(file+".new", file); err != nil {
					t.Fatal(err)
				}
			default:
				s.save(name, text)
			}
		}
		for _, name := range names { // a build refuses what is broken
			if data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); err != nil || strings.Contains(string(data), ": [") && !strings.Contains(original[name], ": [") || strings.Count(string(data), ": [") > strings.Count(original[name], ": [") {
				s.save(name, original[name])
			}
		}
		mark := fmt.Sprintf("Stad na ronde %d", round)
		site, err := os.ReadFile("../../content/site.yaml")
		if err != nil {
			t.Fatal(err)
		}
		s.save("site.yaml", regexp.MustCompile(`(?m)^titel: .*$`).ReplaceAllString(string(site), "titel: "+mark))
		for {
			if _, home := s.get(""); strings.Contains(home, mark) {
				break
			}
			s.next()
		}
		s.compare()
	}
}

// compare holds every file of the preview against a build from nothing.
func (s *served) compare() {
	s.t.Helper()
	out := filepath.Join(s.t.TempDir(), "public")
	var errs strings.Builder
	status := run(context.Background(), environment{
		args:   []string{"build", "--content", s.dir, "--out", out, "--date", "2013-03-01", "--drafts", "--base-url", strings.TrimSuffix(s.address, "/")},
		stdout: io.Discard, stderr: &errs, getenv: func(string) string { return "" }, now: time.Now,
	})
	if status != statusDone {
		s.t.Fatalf("build: %d\n%s", status, errs.String())
	}
	files := 0
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".wijkvisie") || name == "404.html" {
			return err
		}
		files++
		want, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		code, got := s.get(strings.TrimSuffix(name, "index.html"))
		if strings.HasSuffix(name, ".html") {
			got = withoutPreview(got)
		}
		if code != http.StatusOK || got != string(want) {
			s.t.Errorf("%s: %d, not as it is built", name, code)
		}
		return nil
	})
	if err != nil || files < 200 {
		s.t.Errorf("%d files compared, %v", files, err)
	}
}

// A thousand edits leave memory and goroutines where they were.
func TestEditsLeaveNothingBehind(t *testing.T) {
	dir := t.TempDir()
	for name, text := range goodSite {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	s := serveFolder(t, dir)
	const vision = "wijkvisies/oost-2011.md"
	edit := func(n int) {
		title := fmt.Sprintf("Oversteken %d", n)
		s.save(vision, strings.Replace(goodSite[vision], "Veilig oversteken", title, 1))
		for {
			if _, page := s.get("wijken/oost/"); strings.Contains(page, title) {
				return
			}
			s.next()
		}
	}
	state := func() (goroutines int, heap uint64) {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC() // what finalizers let go
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	for n := range 100 {
		edit(n)
	}
	goroutines, heap := state()
	for n := range 1000 {
		edit(1000 + n)
	}
	afterGoroutines, afterHeap := state()
	if afterGoroutines > goroutines+2 {
		t.Errorf("%d goroutines became %d", goroutines, afterGoroutines)
	}
	if afterHeap > heap+heap/4+1<<20 {
		t.Errorf("%d KiB became %d KiB", heap>>10, afterHeap>>10)
	}
}
