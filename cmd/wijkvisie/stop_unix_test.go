//go:build unix

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process starts a program of this test binary, and returns it after it has written its first
// line.
func process(t *testing.T, name string, args ...string) (c *exec.Cmd, line string, errs *lockedBuffer) {
	t.Helper()
	c, errs = exec.Command(name, args...), new(lockedBuffer)
	c.Env = append(os.Environ(), "LANG=C.UTF-8")
	c.Stderr = errs
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill() }) // it has ended, when all is well
	line, err = bufio.NewReader(out).ReadString('\n')
	must(t, err)
	return c, strings.TrimSpace(line), errs
}

// ends waits until a process ends, and returns how.
func ends(t *testing.T, c *exec.Cmd) syscall.WaitStatus {
	t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return c.ProcessState.Sys().(syscall.WaitStatus)
	case <-time.After(30 * time.Second):
		t.Fatal("does not end")
		panic("unreachable")
	}
}

// The preview ends at once with a browser that listens and with a request that is half sent.
func TestASignalEndsThePreview(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	writeSite(t, content, "Begin")
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		c, address, errs := process(t, "wijkvisie", "serve", "--content", content, "--addr", "127.0.0.1:0")
		r, err := http.Get(address + "_wijkvisie/events")
		must(t, err)
		defer r.Body.Close()
		u, err := url.Parse(address)
		must(t, err)
		half, err := net.Dial("tcp", u.Host)
		must(t, err)
		defer half.Close()
		fmt.Fprintf(half, "GET / HTTP/1.1\r\nHost: %s\r\n", u.Host)
		began := time.Now()
		must(t, c.Process.Signal(signal))
		if status := ends(t, c); status.ExitStatus() != statusDone {
			t.Errorf("%v: status %d, %s", signal, status.ExitStatus(), errs)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%v: ends after %v", signal, took)
		}
	}
}

func TestACommandThatDoesNotEndIsGivenUp(t *testing.T) {
	c, _, errs := process(t, "stubborn")
	must(t, c.Process.Signal(syscall.SIGTERM))
	if status := ends(t, c); status.ExitStatus() != statusCanceled || errs.String() != "wijkvisie: gestopt\n" {
		t.Errorf("status %d, says %q", status.ExitStatus(), errs)
	}
}

func TestASecondSignalEndsWithoutAsking(t *testing.T) {
	c, _, _ := process(t, "patient")
	ended := make(chan struct{})
	go func() {
		for { // the first is taken at a moment that nobody is told of
			select {
			case <-ended:
				return
			default:
				_ = c.Process.Signal(syscall.SIGINT)
			}
		}
	}()
	status := ends(t, c)
	close(ended)
	if !status.Signaled() || status.Signal() != syscall.SIGINT {
		t.Errorf("ended with %v", status)
	}
}

// To open a pipe takes until somebody writes to it. No command waits for that, wherever a
// pipe stands.
func TestNoCommandWaitsForAPipe(t *testing.T) {
	for _, c := range []struct {
		pipe   string
		args   string
		status int
	}{
		{"content/wijken/pijp.md", "check", statusDone},
		{"content/site.yaml", "check", statusContent},
		{"content/huisstijl.css", "check", statusDone},
		{"content/media/foto.jpg", "build", statusDone},
		{"content/bestanden/CNAME", "build", statusDone},
		{"content/kaart/wijken.geojson", "build", statusDone},
		{"content/programmas/pijp.md", "check --fix", statusDone},
		{"content/programmas/pijp.md", "diff ander", statusDone},
		{"content/wijken/pijp.md", "new wijk west", statusDone},
		{"content/wijken/pijp.md", "new wijk pijp", statusUsage},
		{"pijp", "check --content pijp", statusUsage},
		{"pijp", "check --theme pijp", statusUsage},
		{"pijp", "serve --addr 127.0.0.1:0 --content pijp", statusUsage},
		{"pijp", "build --out pijp", statusUsage},
		{"pijp.zip", "build --bundle pijp.zip", statusUsage},
		{".site.zip.wijkvisie", "build --bundle site.zip", statusDone},
		{"pijp", "import pijp", statusUsage},
		{"pijp", "diff pijp", statusUsage},
		{"pijp", "new site pijp", statusUsage},
		{"thema/templates", "build --theme thema", statusDone},
		{"thema/templates/home.html", "build --theme thema", statusDone},
		{"thema/words/nl.txt", "build --theme thema", statusDone},
		{"thema/assets/eigen.css", "build --theme thema", statusDone},
		{"public/index.html", "build", statusUsage},
		{".public.wijkvisie", "build", statusUsage},
		{".public.wijkvisie/lock", "build", statusUsage},
	} {
		t.Run(c.pipe+" "+c.args, func(t *testing.T) {
			dir := t.TempDir()
			writeSite(t, filepath.Join(dir, "content"), "Begin")
			writeSite(t, filepath.Join(dir, "ander"), "Begin")
			must(t, os.MkdirAll(filepath.Join(dir, "thema"), 0o755))
			pipe := filepath.Join(dir, filepath.FromSlash(c.pipe))
			must(t, os.MkdirAll(filepath.Dir(pipe), 0o755))
			must(t, os.RemoveAll(pipe))
			must(t, syscall.Mkfifo(pipe, 0o644))
			ctx, stop := context.WithTimeout(t.Context(), time.Minute)
			defer stop()
			command := exec.CommandContext(ctx, "wijkvisie", strings.Fields(c.args)...)
			command.Dir = dir
			command.Env = append(os.Environ(), "LANG=C.UTF-8", "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
			out, err := command.CombinedOutput()
			if ctx.Err() != nil {
				t.Fatal("waits")
			}
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			if got := command.ProcessState.ExitCode(); got != c.status {
				t.Errorf("status %d, want %d\n%s", got, c.status, out)
			}
		})
	}
}

// A pipe that comes while the preview runs does not stop it.
func TestThePreviewGoesOnBesideAPipe(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	writeSite(t, content, "Begin")
	must(t, os.MkdirAll(filepath.Join(dir, "thema", "assets"), 0o755))
	s := serveFolder(t, content, "--theme", filepath.Join(dir, "thema"))
	for i, pipe := range []string{"content/paginas/pijp.md", "content/media/pijp.jpg", "content/pijp.css", "thema/assets/pijp.css", "thema/pijp"} {
		pipe = filepath.Join(dir, filepath.FromSlash(pipe))
		must(t, os.MkdirAll(filepath.Dir(pipe), 0o755))
		must(t, syscall.Mkfifo(pipe, 0o644))
		title := fmt.Sprintf("Versie %d", i)
		writePage(t, content, title)
		s.until("vers/", title, true)
	}
	page := filepath.Join(content, "paginas", "vers.md")
	must(t, os.Remove(page))
	must(t, syscall.Mkfifo(page, 0o644))
	s.until("vers/", "Versie", false)
	must(t, os.Remove(page))
	writePage(t, content, "Terug")
	s.until("vers/", "Terug", true)
}
