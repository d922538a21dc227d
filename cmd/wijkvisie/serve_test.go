package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/pipeline"
)

// TestServeShowsWhatIsSaved starts the preview as a user does, saves a file and asks
// for its page until the change is there, and stops it as Ctrl-C does.
func TestServeShowsWhatIsSaved(t *testing.T) {
	dir := t.TempDir()
	for name, text := range goodSite {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	read, write := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, environment{
			args:   []string{"serve", "--content", dir, "--addr", "127.0.0.1:0", "--date", "2011-06-01", "-q"},
			stdout: write, stderr: io.Discard,
			getenv: func(string) string { return "" }, now: time.Now,
		})
	}()
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	page := func() string {
		r, err := http.Get(address + "wijken/oost/")
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if !strings.Contains(page(), "Veilig oversteken") {
		t.Error("the page is not there")
	}
	changed := strings.Replace(goodSite["wijkvisies/oost-2011.md"], "Veilig oversteken", "Veiliger oversteken", 1)
	if err := os.WriteFile(filepath.Join(dir, "wijkvisies", "oost-2011.md"), []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	// The page says when: its events tell of the next version.
	r, err := http.Get(address + "_wijkvisie/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	lines := bufio.NewScanner(r.Body)
	for !strings.Contains(page(), "Veiliger oversteken") {
		if !lines.Scan() {
			t.Fatal("the change never came")
		}
	}
	stop()
	select {
	case got := <-status:
		if got != statusDone {
			t.Errorf("status %d", got)
		}
	case <-time.After(10 * time.Second):
		t.Error("does not stop")
	}
}

// TestServeShowsASiteInAFolderOfAHost holds every link of the first page against the
// server: with --base-url, all of them begin with its path.
func TestServeShowsASiteInAFolderOfAHost(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	read, write := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, environment{
			args:   []string{"serve", "--content", "../../content", "--addr", "127.0.0.1:0", "--date", "2013-03-01", "--base-url", "https://stad.example.nl/wijken-in-beeld/", "-q"},
			stdout: write, stderr: io.Discard,
			getenv: func(string) string { return "" }, now: time.Now,
		})
	}()
	defer func() { stop(); <-status }()
	address, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	host, isBelow := strings.CutSuffix(address, "/wijken-in-beeld/")
	if !isBelow {
		t.Fatalf("the address is %s", address)
	}
	get := func(address string) (int, string) {
		r, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(b)
	}
	_, page := get(host + "/")
	links := regexp.MustCompile(`(?:href|src)="(/[^"#]*)`).FindAllStringSubmatch(page, -1)
	if len(links) < 20 {
		t.Fatalf("%d links on the first page", len(links))
	}
	for _, l := range links {
		if status, _ := get(host + l[1]); status != http.StatusOK {
			t.Errorf("%s answers %d", l[1], status)
		}
	}
	if !strings.Contains(page, `<link rel="canonical" href="https://stad.example.nl/wijken-in-beeld/">`) {
		t.Error("the canonical address is another")
	}
}

func TestServeRefusesWhatIsNotSafe(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"an address for others without --share", []string{"--content", "../../content", "--addr", "0.0.0.0:0"}, "--share"},
		{"an address without a port", []string{"--content", "../../content", "--addr", "127.0.0.1"}, "geen adres"},
		{"a URL for a name", []string{"--content", "../../content", "--addr", "127.0.0.1:0", "--host", "https://preview.example.nl"}, "--host"},
		{"no name", []string{"--content", "../../content", "--addr", "127.0.0.1:0", "--host", ""}, "--host"},
		{"no content", []string{"--content", "er-is-niets"}, "er is geen map"},
	} {
		var errs bytes.Buffer
		got := run(context.Background(), environment{args: append([]string{"serve"}, c.args...), stdout: io.Discard, stderr: &errs, getenv: func(string) string { return "" }, now: time.Now})
		if got != statusUsage || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%s: status %d, %s", c.name, got, errs.String())
		}
	}
}

func TestTheTerminalIsNotSteeredByTheNameOfAFile(t *testing.T) {
	var errs bytes.Buffer
	s := newPreviewer(environment{stderr: &errs}, new(options), pipeline.Input{}, siteFolders{})
	s.printSummary(&pipeline.Result{Changed: []string{"paginas/a\x1b[2J\r.md"}}, time.Millisecond)
	if got := errs.String(); got != "paginas/a\ufffd[2J\ufffd.md → 1 ms\n" {
		t.Errorf("printed %q", got)
	}
}
