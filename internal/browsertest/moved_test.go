package browsertest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wijkvisie/internal/headers"
)

// renamedSite is the example in which the wijk Overvecht was called vecht before, and
// a need of it zwemmen.
func renamedSite(t *testing.T) *site {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string][2]string{
		"wijken/overvecht.md":          {"naam: Overvecht\n", "naam: Overvecht\nvoorheen: [vecht]\n"},
		"wijkvisies/overvecht-2011.md": {"  - id: zwemles\n", "  - id: zwemles\n    voorheen: [zwemmen]\n"},
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		edited := strings.Replace(string(text), edit[0], edit[1], 1)
		if edited == string(text) {
			t.Fatalf("%s has no %q", name, edit[0])
		}
		if err := os.WriteFile(file, []byte(edited), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := build(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	return s
}

// moved are old addresses and where they lead.
var moved = map[string]string{
	"/wijken/vecht/":                        "/wijken/overvecht/",
	"/wijken/vecht/2011-2014/":              "/wijken/overvecht/2011-2014/",
	"/wijken/vecht/behoeften/zwemles/":      "/wijken/overvecht/behoeften/zwemles/",
	"/wijken/vecht/behoeften/zwemmen/":      "/wijken/overvecht/behoeften/zwemles/",
	"/wijken/overvecht/behoeften/zwemmen/":  "/wijken/overvecht/behoeften/zwemles/",
	"/wijken/vecht/atom.xml":                "/wijken/overvecht/atom.xml",
	"/wijken/vecht/behoeften/nooit-geweest": "",
}

func TestOldAddressesLeadOnWithAPlainFileServer(t *testing.T) {
	s := renamedSite(t)
	b := open(t)
	for old, now := range moved {
		if !strings.HasSuffix(old, "/") {
			continue // only pages can say where they went
		}
		b.visit(s.url(old))
		b.until(fmt.Sprintf("location.pathname === %q && document.querySelector('h1') !== null", now))
	}
}

// TestNetlifyReadsWhatWeWrite gives netlify.toml and _redirects to the parsers that
// Netlify itself uses, and follows the rules as its documentation says: the first
// that fits (https://docs.netlify.com/routing/redirects/).
func TestNetlifyReadsWhatWeWrite(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "_redirects")
	if err := os.WriteFile(file, renamedSite(t).files["_redirects"], 0o644); err != nil {
		t.Fatal(err)
	}
	// Cloudflare reads a file of the form that Netlify invented.
	cloudflare := filepath.Join(dir, "_headers")
	config, _ := headers.Config("cloudflare", "", headers.Admin{})
	if err := os.WriteFile(cloudflare, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "--input-type=module", "-e", `
import { parseAllHeaders } from 'netlify-headers-parser';
import { parseAllRedirects } from 'netlify-redirect-parser';
const [toml, redirects, headers] = process.argv.slice(1);
console.log(JSON.stringify({
  headers: await parseAllHeaders({ netlifyConfigPath: toml, headersFiles: [], configHeaders: [], minimal: true }),
  file: await parseAllHeaders({ netlifyConfigPath: '/dev/null', headersFiles: [headers], configHeaders: [], minimal: true }),
  redirects: await parseAllRedirects({ netlifyConfigPath: toml, redirectsFiles: [redirects], configRedirects: [], minimal: true }),
}));`, "../../netlify.toml", file, cloudflare)
	said, err := node.Output()
	if err != nil {
		t.Fatalf("Netlify's parsers do not run: %v: run `make test`, which installs them where it may", err)
	}
	type rules struct {
		Headers []struct {
			For    string
			Values map[string]string
		}
		Errors []any
	}
	var read struct {
		Headers, File rules
		Redirects     struct {
			Redirects []struct {
				From, To string
				Status   int
				Force    bool
			}
			Errors []any
		}
	}
	readJSON(t, said, &read)
	if got, want := fmt.Sprint(read.File), fmt.Sprint(read.Headers); got != want {
		t.Errorf("_headers says\n%s\nand netlify.toml\n%s", got, want)
	}
	if len(read.Headers.Errors)+len(read.Redirects.Errors) > 0 {
		t.Fatalf("Netlify finds mistakes: %v %v", read.Headers.Errors, read.Redirects.Errors)
	}
	for _, rule := range read.Headers.Headers {
		if rule.For != "/*" {
			continue
		}
		for _, h := range headers.Published() {
			if rule.Values[h.Name] != h.Value {
				t.Errorf("%s is %q", h.Name, rule.Values[h.Name])
			}
		}
	}
	for _, r := range read.Redirects.Redirects {
		if r.Status != 301 || !r.Force {
			t.Errorf("%+v is not for good, or only where there is no page", r)
		}
	}
	follow := func(address string) string {
		for _, r := range read.Redirects.Redirects {
			start, splat := strings.CutSuffix(r.From, "/*")
			switch {
			case strings.TrimSuffix(r.From, "/") == strings.TrimSuffix(address, "/"):
				return r.To
			case splat && strings.HasPrefix(address, start+"/"):
				return strings.ReplaceAll(r.To, ":splat", strings.TrimPrefix(address, start+"/"))
			}
		}
		return address
	}
	for old, want := range moved {
		got := follow(follow(old)) // a need that was renamed in a wijk that was renamed
		if want != "" && (got != want || follow(got) != got) {
			t.Errorf("%s leads to %q and then %q, want %q", old, got, follow(got), want)
		}
	}
}
