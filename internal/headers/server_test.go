package headers_test

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"

	"wijkvisie/internal/headers"
)

// site is a folder with a file of each kind, below a path.
func site(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html": "<!doctype html><title>Start</title>", "404.html": "<!doctype html><title>Niet gevonden</title>",
		"wijken/oost/index.html": "<!doctype html><title>Oost</title>", "wijken/gegevens/index.html": "<!doctype html><title>Gegevens</title>", "media/lijst.csv": "id\n", "wijken/oost/atom.xml": "<feed/>", "wijken/oost/kalender.ics": "BEGIN:VCALENDAR",
		"thema/style-0123abcd.css": "a{}", "thema/los.css": "a{}",
		"gegevens/wijken.csv": "id\n", "gegevens/wijken.geojson": "{}", "gegevens/catalogus.jsonld": "{}", "gegevens/wijken.json": "[]",
		"admin/index.html": "<!doctype html><title>Bewerken</title>", "admin/cms/decap-cms.js": "1", "admin/lijst.csv": "id\n", "administratie/index.html": "<!doctype html><title>Over</title>",
	} {
		file := filepath.Join(dir, "public", filepath.FromSlash(path), filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// A server that drops its privileges must still be able to read it.
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		_ = os.Chmod(d, 0o755)
	}
	return dir
}

// freePort returns a port that nobody listens on.
func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// serve starts a server on a folder with the headers for a site at a path, and returns its
// address.
func serve(t *testing.T, server, dir, path string, admin headers.Admin) string {
	t.Helper()
	config, ok := headers.Config(server, path, admin)
	if !ok {
		t.Fatal("no such server")
	}
	port := freePort(t)
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("headers.conf", config)
	var c *exec.Cmd
	switch server {
	case "nginx":
		write("nginx.conf", fmt.Sprintf(`daemon off;
pid nginx.pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server { listen 127.0.0.1:%d; root %s/public; include headers.conf; }
}
`, port, dir))
		c = exec.Command("nginx", "-p", dir, "-c", filepath.Join(dir, "nginx.conf"), "-e", "stderr")
	case "apache":
		write("mime.types", "text/html html\ntext/css css\napplication/json json\n")
		modules := ""
		for _, m := range []string{"mpm_event", "authz_core", "dir", "mime", "headers"} {
			modules += fmt.Sprintf("LoadModule %[1]s_module /usr/lib/apache2/modules/mod_%[1]s.so\n", m)
		}
		write("apache.conf", fmt.Sprintf("ServerRoot %[1]s\nServerName localhost\n%[2]sPidFile %[1]s/apache.pid\nErrorLog /dev/stderr\nTypesConfig %[1]s/mime.types\nListen 127.0.0.1:%[3]d\n"+
			"<VirtualHost *:%[3]d>\nDocumentRoot %[1]s/public\nInclude %[1]s/headers.conf\n</VirtualHost>\n", dir, modules, port))
		c = exec.Command("apache2", "-X", "-f", filepath.Join(dir, "apache.conf"))
		c.Env = append(os.Environ(), "APACHE_RUN_DIR="+dir)
	case "caddy":
		write("Caddyfile", fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:%d {\n\troot * %s/public\n\timport %s/headers.conf\n\tfile_server\n}\n", port, dir, dir))
		c = exec.Command("caddy", "run", "--config", filepath.Join(dir, "Caddyfile"), "--adapter", "caddyfile")
		c.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	}
	return start(t, c, fmt.Sprintf("127.0.0.1:%d", port))
}

// start runs a server until the test ends, and waits until it answers.
func start(t *testing.T, c *exec.Cmd, address string) string {
	t.Helper()
	var output strings.Builder
	c.Stdout, c.Stderr = &output, &output
	if err := c.Start(); err != nil {
		t.Fatalf("%v: run `make test`, which installs the servers where it may", err)
	}
	gone := make(chan struct{})
	go func() { _ = c.Wait(); close(gone) }()
	t.Cleanup(func() { _ = c.Process.Signal(os.Interrupt); <-gone })
	for {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err == nil {
			conn.Close()
			return "http://" + address
		}
		select {
		case <-gone:
			t.Fatalf("%s stopped: %s", c.Path, output.String())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func TestServersAnswerWithThePolicy(t *testing.T) {
	for _, server := range []string{"nginx", "caddy", "apache"} {
		for _, path := range []string{"", "/pad"} {
			t.Run(server+path, func(t *testing.T) { testServer(t, serve(t, server, site(t, path), path, headers.Admin{})+path) })
		}
	}
}

// TestThePageToEditOnHasAPolicyOfItsOwn has a looser policy for /admin/, and only there.
func TestThePageToEditOnHasAPolicyOfItsOwn(t *testing.T) {
	admin := headers.Admin{CMS: "decap", Host: "gitlab.example.nl"}
	for _, server := range []string{"nginx", "caddy", "apache"} {
		for _, path := range []string{"", "/pad"} {
			t.Run(server+path, func(t *testing.T) {
				address := serve(t, server, site(t, path), path, admin) + path
				testServer(t, address)
				for _, name := range []string{"/admin/", "/admin/cms/decap-cms.js", "/admin/lijst.csv"} {
					testHeaders(t, address+name, append(admin.Published(), headers.Unhashed()))
				}
				testHeaders(t, address+"/administratie/", append(headers.Published(), headers.Unhashed()))
			})
		}
	}
}

// testHeaders tests that an address is answered with some headers, each once.
func testHeaders(t *testing.T, address string, all []headers.Header) {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != 200 {
		t.Errorf("%s answers %d", address, answer.StatusCode)
	}
	for _, h := range all {
		if got := answer.Header.Values(h.Name); !slices.Equal(got, []string{h.Value}) {
			t.Errorf("%s: %s is %q, want %q", address, h.Name, got, h.Value)
		}
	}
}

// TestHostsReplaceThePolicyOfThePageToEditOn has the rule for /admin/ behind that of the site, where
// Netlify takes the last; for Cloudflare it first takes away what that of the site gave.
func TestHostsReplaceThePolicyOfThePageToEditOn(t *testing.T) {
	admin := headers.Admin{CMS: "sveltia", Host: "github.com"}
	policy := ""
	for _, h := range admin.Published() {
		if h.Name == "Content-Security-Policy" {
			policy = h.Value
		}
	}
	netlify, _ := headers.Config("netlify", "", admin)
	if all, page := strings.Index(netlify, `for = "/*"`), strings.Index(netlify, `for = "/admin/*"`); all < 0 || page < all || !strings.Contains(netlify[page:], policy) {
		t.Errorf("netlify.toml has\n%s", netlify)
	}
	cloudflare, _ := headers.Config("cloudflare", "", admin)
	if want := "/admin/*\n  ! Content-Security-Policy\n  ! Cross-Origin-Opener-Policy\n  Content-Security-Policy: " + policy + "\n"; !strings.Contains(cloudflare, want) {
		t.Errorf("_headers has\n%s\nwithout\n%s", cloudflare, want)
	}
	if gitlab, _ := headers.Config("gitlab", "", admin); strings.Contains(gitlab, policy) || !strings.Contains(gitlab, "site of its own") {
		t.Errorf("gitlab.rb has\n%s", gitlab)
	}
	for _, server := range headers.Servers() {
		if plain, _ := headers.Config(server, "", headers.Admin{}); strings.Contains(plain, "admin") {
			t.Errorf("%s tells of admin without being asked:\n%s", server, plain)
		}
	}
}

// testServer tests the headers of a site at an address.
func testServer(t *testing.T, address string) {
	for path, want := range map[string]struct {
		status  int
		caching headers.Header
		kind    string
		open    bool
	}{
		"/":                          {200, headers.Unhashed(), "text/html", false},
		"/wijken/oost/":              {200, headers.Unhashed(), "text/html", false},
		"/wijken/gegevens/":          {200, headers.Unhashed(), "text/html", false},
		"/nergens/":                  {404, headers.Unhashed(), "text/html", false},
		"/thema/style-0123abcd.css":  {200, headers.Hashed(), "text/css", false},
		"/thema/los.css":             {200, headers.Unhashed(), "text/css", false},
		"/wijken/oost/atom.xml":      {200, headers.Unhashed(), "application/atom+xml", true},
		"/wijken/oost/kalender.ics":  {200, headers.Unhashed(), "text/calendar", false},
		"/media/lijst.csv":           {200, headers.Unhashed(), "text/csv", false},
		"/gegevens/wijken.csv":       {200, headers.Unhashed(), "text/csv", true},
		"/gegevens/wijken.json":      {200, headers.Unhashed(), "application/json", true},
		"/gegevens/wijken.geojson":   {200, headers.Unhashed(), "application/geo+json", true},
		"/gegevens/catalogus.jsonld": {200, headers.Unhashed(), "application/ld+json", true},
	} {
		answer, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want.status {
			t.Errorf("%s answers %d, want %d", path, answer.StatusCode, want.status)
		}
		for _, h := range append(headers.Published(), want.caching) {
			if got := answer.Header.Values(h.Name); !slices.Equal(got, []string{h.Value}) {
				t.Errorf("%s: %s is %q, want %q", path, h.Name, got, h.Value)
			}
		}
		var open []string
		if want.open {
			open = []string{"*"}
		}
		if got := answer.Header.Values("Access-Control-Allow-Origin"); !slices.Equal(got, open) {
			t.Errorf("%s may be read by %q, want %q", path, got, open)
		}
		if got := answer.Header.Get("Content-Type"); !strings.HasPrefix(got, want.kind) {
			t.Errorf("%s is %s, want %s", path, got, want.kind)
		}
	}
}

// TestThePolicyIsThatOfInternetNL compares the headers with what internet.nl requires of
// a website (https://internet.nl/faqs/appsecpriv/).
func TestThePolicyIsThatOfInternetNL(t *testing.T) {
	sent := make(map[string]string)
	for _, h := range headers.Published() {
		if strings.ContainsAny(h.Value, "\n\r\"") || sent[h.Name] != "" {
			t.Errorf("%s: %q", h.Name, h.Value)
		}
		sent[h.Name] = h.Value
	}
	policy := make(map[string]string)
	for d := range strings.SplitSeq(sent["Content-Security-Policy"], ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(d), " ")
		policy[name] = value
	}
	for name, want := range map[string]string{"default-src": "'none'", "base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'none'"} {
		if policy[name] != want {
			t.Errorf("%s is %q, want %q", name, policy[name], want)
		}
	}
	for name, value := range policy {
		if value != "'self'" && value != "'none'" {
			t.Errorf("%s allows %s", name, value)
		}
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY",
	} {
		if sent[name] != want {
			t.Errorf("%s is %q, want %q", name, sent[name], want)
		}
	}
	var seconds int
	if _, err := fmt.Sscanf(sent["Strict-Transport-Security"], "max-age=%d", &seconds); err != nil || seconds < 365*24*60*60 {
		t.Errorf("Strict-Transport-Security is %q", sent["Strict-Transport-Security"])
	}
}

func TestNetlifyHasTheSamePolicy(t *testing.T) {
	type rules struct {
		Headers []struct {
			For    string
			Values map[string]string
		}
	}
	read := func(text []byte) (r rules) {
		if err := toml.Unmarshal(text, &r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	file, err := os.ReadFile("../../netlify.toml")
	if err != nil {
		t.Fatal(err)
	}
	config, _ := headers.Config("netlify", "", headers.Admin{})
	if got, want := fmt.Sprint(read(file)), fmt.Sprint(read([]byte(config))); got != want {
		t.Errorf("netlify.toml says\n%s\nand wijkvisie headers netlify\n%s", got, want)
	}
	for _, h := range headers.Published() {
		if got := read(file).Headers[0].Values[h.Name]; got != h.Value {
			t.Errorf("%s is %q, want %q", h.Name, got, h.Value)
		}
	}
}

func TestContentTypes(t *testing.T) {
	for name, want := range map[string]string{
		"index.html": "text/html; charset=utf-8", "wijken/oost/atom.xml": "application/atom+xml; charset=utf-8", "sitemap.xml": "application/xml",
		"style.css": "text/css; charset=utf-8", "favicon.svg": "image/svg+xml", "CNAME": "application/octet-stream", "a.onbekend": "application/octet-stream",
	} {
		if got := headers.ContentType(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
