package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// shared starts the preview of a small site with some flags, until the test is over. It
// returns the links that are printed and a function that returns what is said to the user.
func shared(t *testing.T, links int, args ...string) (printed []string, said func() string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range goodSite {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	ctx, stop := context.WithCancel(context.Background())
	read, write := io.Pipe()
	errs := new(lockedBuffer)
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, environment{
			args:   append([]string{"serve", "--content", dir, "--date", "2011-06-01"}, args...),
			stdout: write, stderr: errs, getenv: func(string) string { return "" }, now: time.Now,
		})
	}()
	t.Cleanup(func() {
		stop()
		if got := <-status; got != statusDone {
			t.Errorf("serve ended with %d: %s", got, errs)
		}
	})
	lines := bufio.NewScanner(read)
	for range links {
		if !lines.Scan() {
			t.Fatal("no more links: ", printed)
		}
		printed = append(printed, lines.Text())
	}
	go io.Copy(io.Discard, read)
	return printed, errs.String
}

// lockedBuffer is a buffer that may be read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// openLink opens a link as a browser does that finds the names of hosts on this machine, and
// returns the status and the page.
func openLink(t *testing.T, link string) (int, string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	dial := func(ctx context.Context, network, address string) (net.Conn, error) {
		host, port, err := net.SplitHostPort(address)
		if _, wrong := netip.ParseAddr(host); err == nil && wrong != nil {
			address = net.JoinHostPort("127.0.0.1", port)
		}
		return new(net.Dialer).DialContext(ctx, network, address)
	}
	transport := &http.Transport{DialContext: dial}
	defer transport.CloseIdleConnections()
	r, err := (&http.Client{Jar: jar, Transport: transport}).Get(link)
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

// Each link that is printed opens the site, and only with its key.
func TestEveryLinkToShareWorks(t *testing.T) {
	own := func(only4 bool) (hosts []string) {
		for _, a := range machineAddresses(only4) {
			hosts = append(hosts, a.String())
		}
		if hosts == nil {
			return []string{"127.0.0.1"}
		}
		return hosts
	}
	for _, c := range []struct {
		name string
		args []string
		want []string // the hosts of the links
		says string
	}{
		{"loopback", []string{"--addr", "127.0.0.1:0"}, []string{"127.0.0.1"}, "--addr 0.0.0.0:"},
		{"loopback behind a tunnel", []string{"--addr", "127.0.0.1:0", "--host", "Preview.example.nl"}, []string{"127.0.0.1", "preview.example.nl"}, "tunnel"},
		{"loopback of version six", []string{"--addr", "[::1]:0"}, []string{"::1"}, "--addr 0.0.0.0:"},
		{"localhost", []string{"--addr", "localhost:0", "--host", "een.test", "--host", "twee.test"}, []string{"127.0.0.1", "een.test", "twee.test"}, "tunnel"},
		{"every address of version four", []string{"--addr", "0.0.0.0:0"}, own(true), ""},
		{"every address", []string{"--addr", "[::]:0", "--host", "wijk.test"}, append(own(false), "wijk.test"), ""},
		{"every address, in short", []string{"--addr", ":0"}, own(false), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if l, err := net.Listen("tcp", c.args[1]); err != nil {
				t.Skip(err) // no version six here
			} else {
				l.Close()
			}
			links, said := shared(t, len(c.want), append(c.args, "--share")...)
			var hosts []string
			keys := make(map[string]bool)
			for _, link := range links {
				u, err := url.Parse(link)
				if err != nil {
					t.Fatal(err)
				}
				hosts = append(hosts, u.Hostname())
				keys[u.Query().Get("sleutel")] = true
				if status, page := openLink(t, link); status != http.StatusOK || !strings.Contains(page, "Wijkvisies") {
					t.Errorf("%s answers %d: %.200s", link, status, page)
				}
				u.RawQuery = ""
				if status, _ := openLink(t, u.String()); status != http.StatusForbidden {
					t.Errorf("%s answers %d", u, status)
				}
			}
			if !slices.Equal(hosts, c.want) {
				t.Errorf("links of %q, want %q", hosts, c.want)
			}
			if len(keys) != 1 || keys[""] {
				t.Errorf("keys %v", keys)
			}
			if c.says == "" && strings.Contains(said(), "--addr") || !strings.Contains(said(), c.says) {
				t.Errorf("says %s", said())
			}
		})
	}
}

func TestWithoutShareThereIsOneLinkWithoutAKey(t *testing.T) {
	links, said := shared(t, 1, "--addr", "127.0.0.1:0", "--host", "wijk.test")
	if strings.Contains(links[0], "?") || strings.Contains(said(), "--host") {
		t.Errorf("%s\n%s", links[0], said())
	}
	if status, _ := openLink(t, links[0]); status != http.StatusOK {
		t.Errorf("%s answers %d", links[0], status)
	}
}

// What forwards to this port is reached at the address of the site, when it is the same name.
func TestTheLinkOfANameHasTheAddressOfTheSite(t *testing.T) {
	links, _ := shared(t, 2, "--addr", "127.0.0.1:0", "--share", "--host", "preview.example.nl", "--base-url", "https://preview.example.nl/wijken")
	if !strings.HasPrefix(links[1], "https://preview.example.nl/wijken/?sleutel=") {
		t.Errorf("got %s", links[1])
	}
	if status, _ := openLink(t, links[0]); status != http.StatusOK {
		t.Errorf("%s answers %d", links[0], status)
	}
}
