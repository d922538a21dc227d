package preview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/source"
)

func page(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, "<html><head></head><body>"+text+"</body></html>")
		return err
	}
}

// files is the files of a site by path.
type files map[string]func(io.Writer) error

func (f files) file(path string) (func(io.Writer) error, bool) {
	write, ok := f[path]
	return write, ok
}

func small() *Site { return &Site{File: smallFiles().file} }

func smallFiles() files {
	return files{
		"index.html": page("thuis"), "wijken/oost/index.html": page("oost"), "404.html": page("niet gevonden"),
		"thema/style-1.css": func(w io.Writer) error { _, err := io.WriteString(w, "a{}"); return err },
		"kapot/index.html":  func(io.Writer) error { return errors.New("kapot") },
		"paniek/index.html": func(io.Writer) error { panic("geheim") },
	}
}

func get(t *testing.T, s *Server, method, target string, head map[string]string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, target, nil)
	r.Host = "127.0.0.1:4011"
	for k, v := range head {
		if k == "Host" {
			r.Host = v
		} else {
			r.Header.Set(k, v)
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAnswers(t *testing.T) {
	s := New(Options{Hosts: []string{"wijk.test"}})
	s.Show(small())
	for _, c := range []struct {
		name, method, target string
		head                 map[string]string
		status               int
		text                 string
	}{
		{"a page", "GET", "/wijken/oost/", nil, 200, "oost"},
		{"the head of a page", "HEAD", "/", nil, 200, ""},
		{"a page without its slash", "GET", "/wijken/oost", nil, 302, ""},
		{"a page that is not there", "GET", "/wijken/west/", nil, 404, "niet gevonden"},
		{"a file of the theme", "GET", "/thema/style-1.css", nil, 200, "a{}"},
		{"the script of the preview", "GET", "/_wijkvisie/preview.js", nil, 200, "SharedWorker"},
		{"the worker of the preview", "GET", "/_wijkvisie/worker.js", nil, 200, "BroadcastChannel"},
		{"no folder of the preview", "GET", "/_wijkvisie/", nil, 404, "niet gevonden"},
		{"no other file of the preview", "GET", "/_wijkvisie/../preview.js", nil, 404, "niet gevonden"},
		{"a way out", "GET", "/../../etc/passwd", nil, 404, "niet gevonden"},
		{"a way out, encoded", "GET", "/%2e%2e/%2e%2e/etc/passwd", nil, 404, "niet gevonden"},
		{"writing", "POST", "/", nil, 405, ""},
		{"options", "OPTIONS", "/", nil, 405, ""},
		{"a stranger's name", "GET", "/", map[string]string{"Host": "evil.example.com"}, 421, ""},
		{"a stranger's name that begins as ours", "GET", "/", map[string]string{"Host": "127.0.0.1.evil.example.com"}, 421, ""},
		{"localhost", "GET", "/", map[string]string{"Host": "localhost:4011"}, 200, "thuis"},
		{"loopback of version six", "GET", "/", map[string]string{"Host": "[::1]:4011"}, 200, "thuis"},
		{"localhost in brackets, which are for addresses", "GET", "/", map[string]string{"Host": "[localhost]:4011"}, 421, ""},
		{"loopback of version four in brackets", "GET", "/", map[string]string{"Host": "[127.0.0.1]"}, 421, ""},
		{"loopback of version six without a port", "GET", "/", map[string]string{"Host": "[::1]"}, 200, "thuis"},
		{"no name at all", "GET", "/", map[string]string{"Host": ""}, 421, ""},
		{"every address at once", "GET", "/", map[string]string{"Host": "[::]:4011"}, 421, ""},
		{"another name of this server", "GET", "/", map[string]string{"Host": "Wijk.test:4011"}, 200, "thuis"},
		{"an address that is too long", "GET", "/" + strings.Repeat("a", 3000), nil, 414, ""},
		{"a page that cannot be rendered", "GET", "/kapot/", nil, 500, "kan niet worden getoond"},
		{"a page that goes wrong", "GET", "/paniek/", nil, 500, "Er ging iets mis"},
	} {
		r := get(t, s, c.method, c.target, c.head)
		text := body(t, r)
		if r.StatusCode != c.status || !strings.Contains(text, c.text) || strings.Contains(text, "geheim") {
			t.Errorf("%s: %d %s", c.name, r.StatusCode, text)
		}
		if r.Header.Get("Content-Security-Policy") == "" || r.Header.Get("X-Robots-Tag") != "noindex" || r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", c.name, r.Header)
		}
	}
}

func TestAPageIsRenderedOncePerVersion(t *testing.T) {
	s := New(Options{})
	renders := 0
	count := func(w io.Writer) error { renders++; return page("x")(w) }
	s.Show(&Site{File: files{"index.html": count}.file})
	first := get(t, s, "GET", "/", nil)
	second := get(t, s, "GET", "/", map[string]string{"If-None-Match": first.Header.Get("ETag")})
	if renders != 1 || second.StatusCode != http.StatusNotModified || body(t, second) != "" {
		t.Errorf("rendered %d times, answered %d", renders, second.StatusCode)
	}
	s.Show(&Site{File: files{"index.html": count}.file})
	if get(t, s, "GET", "/", nil); renders != 2 {
		t.Errorf("rendered %d times after a change", renders)
	}
}

func TestErrorsAreListedOverThePage(t *testing.T) {
	s := New(Options{})
	site := small()
	for range 25 {
		site.Diagnostics = append(site.Diagnostics, diag.InFile("wijken/<b>.md", diag.KeyUnknown, "<script>"))
	}
	s.Show(site)
	text := body(t, get(t, s, "GET", "/", nil))
	if !strings.Contains(text, "data-wv-overlay") || !strings.Contains(text, "25 fouten") || !strings.Contains(text, "En nog 5.") || strings.Contains(text, "<script>\"") || strings.Contains(text, "wijken/<b>") {
		t.Errorf("got %s", text)
	}
	s.opt.EditorLink = func(path string, line, column int) string { return "vscode://file/" + path }
	s.Show(&Site{File: smallFiles().file, Diagnostics: diag.List{diag.InFile("wijken/\"x.md", diag.EmptyFile)}})
	if text := body(t, get(t, s, "GET", "/", nil)); !strings.Contains(text, `<a href="vscode://file/wijken/&#34;x.md">`) {
		t.Errorf("no link to the editor in %s", text)
	}
	link := source.NewFile("paginas/twee.md", []byte("[a](b.md)\n[a](b.md)\n"))
	s.Show(&Site{File: smallFiles().file, Diagnostics: diag.List{
		diag.InFile("templates/page.html", diag.TemplateWrong, "x"),
		diag.At(link.Pos(4, 8), diag.LinkBroken, "b.md").WithRelated(link.Pos(14, 18), diag.AlsoHere),
	}})
	if text := body(t, get(t, s, "GET", "/", nil)); strings.Contains(text, "vscode://file/templates") || !strings.Contains(text, "<code>paginas/twee.md:2:5</code>") {
		t.Errorf("a file of the theme is opened as one of the content, or the other place is not there: %s", text)
	}
	s.Show(small())
	if text := body(t, get(t, s, "GET", "/", nil)); strings.Contains(text, "data-wv-overlay") {
		t.Error("the errors stay after they are corrected")
	}
}

func TestOnlyVisitorsWithTheTokenAreAdmitted(t *testing.T) {
	s := New(Options{Token: NewToken(), Port: 4011})
	s.Show(small())
	for _, target := range []string{"/", "/?sleutel=fout", "/?sleutel=", "/_wijkvisie/events", "/_wijkvisie/preview.js", "/thema/style-1.css"} {
		if r := get(t, s, "GET", target, nil); r.StatusCode != http.StatusForbidden {
			t.Errorf("%s without the token: %d", target, r.StatusCode)
		}
	}
	r := get(t, s, "GET", "/wijken/oost/?sleutel="+s.opt.Token, nil)
	if len(r.Cookies()) != 1 || r.Cookies()[0].Name != "wijkvisie-sleutel-4011" {
		t.Fatalf("with the token: %d %v", r.StatusCode, r.Header)
	}
	cookie := map[string]string{"Cookie": r.Cookies()[0].String()}
	if r := get(t, s, "GET", "/", cookie); r.StatusCode != http.StatusOK {
		t.Errorf("after that: %d", r.StatusCode)
	}
	other := New(Options{Token: NewToken(), Port: 4012})
	other.Show(small())
	if r := get(t, other, "GET", "/", cookie); r.StatusCode != http.StatusForbidden {
		t.Errorf("a preview on another port: %d", r.StatusCode)
	}
}

// Where the link with the token leads is on this server, whatever its path is.
func TestTheTokenIsTakenOutOfTheAddress(t *testing.T) {
	s := New(Options{Token: NewToken()})
	s.Show(small())
	for target, want := range map[string]string{
		"/?":                           "/",
		"/wijken/oost/?":               "/wijken/oost/",
		"/zoeken/?q=zwembad+oost&":     "/zoeken/?q=zwembad+oost",
		"//evil.example/?":             "/evil.example/",
		"///evil.example?":             "/evil.example",
		"/%2fevil.example/?":           "/evil.example/",
		"/%5cevil.example/?":           "/%5Cevil.example/",
		"/%5C%5Cevil.example/?":        "/%5C%5Cevil.example/",
		"/wijken/..//evil.example/?":   "/evil.example/",
		"/wijken%3Fq=a/?":              "/wijken%3Fq=a/",
		"/wijken%23a/?":                "/wijken%23a/",
		"/a%0d%0aSet-Cookie:%20b=c/?":  "/a%0D%0ASet-Cookie:%20b=c/",
		"/%09/evil.example/?":          "/%09/evil.example/",
		"/caf%C3%A9/?":                 "/caf%C3%A9/",
		"http://127.0.0.1:4011//evil?": "/evil",
	} {
		r := get(t, s, "GET", target+"sleutel="+s.opt.Token, nil)
		if got := r.Header.Get("Location"); r.StatusCode != http.StatusSeeOther || got != want || len(r.Cookies()) != 1 {
			t.Errorf("%s: %d to %q, want %q", target, r.StatusCode, got, want)
		}
	}
}

func TestAFolderWithoutItsSlashStaysOnThisServer(t *testing.T) {
	s := New(Options{})
	s.Show(&Site{File: files{"wat?/index.html": page("wat"), "/evil.example/index.html": page("weg")}.file})
	for target, want := range map[string]string{"/wat%3f": "/wat%3F/", "//evil.example": "/evil.example/"} {
		if got := get(t, s, "GET", target, nil).Header.Get("Location"); got != want {
			t.Errorf("%s leads to %q, want %q", target, got, want)
		}
	}
}

// writer is an Editor that tells what it was asked.
type writer struct{}

func (writer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, r.Method, " ", r.URL.Path)
}

func (writer) Bar(r *http.Request, _ *plan.Page) string { return "<p>Bewerk " + r.URL.Path + "</p>" }

func TestOnlyTheEditorIsWrittenTo(t *testing.T) {
	with, without := New(Options{Editor: writer{}}), New(Options{})
	with.Show(small())
	without.Show(small())
	for _, c := range []struct {
		server         *Server
		method, target string
		head           map[string]string
		status         int
		text           string
	}{
		{with, "POST", "/_wijkvisie/bewerk/veld", nil, 200, "POST /_wijkvisie/bewerk/veld"},
		{with, "GET", "/_wijkvisie/bewerk/", nil, 200, "GET /_wijkvisie/bewerk/"},
		{with, "POST", "/_wijkvisie/bewerk/veld", map[string]string{"Host": "evil.example.com"}, 421, ""},
		{with, "PUT", "/_wijkvisie/bewerk/veld", nil, 405, ""},
		{with, "POST", "/_wijkvisie/datum", nil, 405, ""},
		{with, "POST", "/wijken/oost/", nil, 405, ""},
		{with, "GET", "/wijken/oost/", nil, 200, "<p>Bewerk /wijken/oost/</p>"},
		{without, "POST", "/_wijkvisie/bewerk/veld", nil, 405, ""},
		{without, "GET", "/_wijkvisie/bewerk/veld", nil, 404, ""},
	} {
		r := get(t, c.server, c.method, c.target, c.head)
		if text := body(t, r); r.StatusCode != c.status || !strings.Contains(text, c.text) {
			t.Errorf("%s %s: %d %s", c.method, c.target, r.StatusCode, text)
		}
	}
	if text := body(t, get(t, without, "GET", "/wijken/oost/", nil)); strings.Contains(text, "Bewerk") {
		t.Errorf("without an editor: %s", text)
	}
}

// Options that concern the server as a whole are answered by net/http, unless it is told not to.
func TestOptionsOfTheWholeServerAreRefused(t *testing.T) {
	s := New(Options{})
	s.Show(small())
	address := serve(t, s)
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "OPTIONS * HTTP/1.1\r\nHost: %s\r\n\r\n", address)
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("%d %v", r.StatusCode, r.Header)
	}
}

// serve serves on a free port of loopback until the test ends, and returns its address.
func serve(t *testing.T, s *Server) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

func TestBrowsersGetAnEventForEachVersion(t *testing.T) {
	s := New(Options{})
	s.Show(small())
	r, err := http.Get("http://" + serve(t, s) + "/_wijkvisie/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	lines := bufio.NewScanner(r.Body)
	next := func() string {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		return ""
	}
	first := next()
	s.Show(small())
	if second := next(); first == "" || second == "" || first == second {
		t.Errorf("the versions are %q and %q", first, second)
	}
}

// What makes a version may wait with other work until a browser has its page of it.
func TestThePageOfABrowserIsWaitedFor(t *testing.T) {
	s := New(Options{})
	s.Show(small())
	s.WaitForBrowser(t.Context(), time.Hour) // for nobody
	address := "http://" + serve(t, s)
	events, err := http.Get(address + "/_wijkvisie/events")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	for _, url := range []string{"/wijken/oost/", "/er-is-niets/"} {
		s.Show(small())
		sent := make(chan struct{})
		go func() {
			s.WaitForBrowser(t.Context(), time.Hour)
			close(sent)
		}()
		if status := get(t, s, http.MethodGet, "/thema/style-1.css", nil).StatusCode; status != http.StatusOK {
			t.Fatal(status)
		}
		select {
		case <-sent:
			t.Error("a stylesheet is no page")
		default:
		}
		get(t, s, http.MethodGet, url, nil)
		<-sent
	}
	s.Show(small())
	ended, end := context.WithCancel(t.Context())
	end()
	s.WaitForBrowser(ended, time.Hour)
	s.WaitForBrowser(t.Context(), time.Millisecond)
}

func TestAnEmptyFolderHasAWelcome(t *testing.T) {
	s := New(Options{})
	site := small()
	site.Diagnostics = diag.List{diag.InFile("site.yaml", diag.SiteMissing)}
	s.Show(site)
	if text := body(t, get(t, s, "GET", "/", nil)); !strings.Contains(text, "Hier begint u") {
		t.Errorf("got %s", text)
	}
}

func TestTheSiteIsShownAsOfTheChosenDate(t *testing.T) {
	made := 0
	s := New(Options{AsOf: func(date string) *Site {
		made++
		if date == "2012-02-31" {
			return nil
		}
		f := smallFiles()
		f["index.html"] = page("per " + date)
		return &Site{File: f.file, Date: date}
	}})
	newest := small()
	newest.Date = "2013-03-01"
	s.Show(newest)
	if text := body(t, get(t, s, "GET", "/", nil)); !strings.Contains(text, `value="2013-03-01"`) {
		t.Errorf("the bar does not show the date: %s", text)
	}
	r := get(t, s, "GET", "/_wijkvisie/datum?d=2012-01-01", map[string]string{"Referer": "http://127.0.0.1:4011/wijken/oost/"})
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/wijken/oost/" || len(r.Cookies()) != 1 {
		t.Fatalf("%d %v", r.StatusCode, r.Header)
	}
	cookie := map[string]string{"Cookie": r.Cookies()[0].String()}
	for range 2 {
		if text := body(t, get(t, s, "GET", "/", cookie)); !strings.Contains(text, "per 2012-01-01") {
			t.Errorf("got %s", text)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
	own := map[string]string{"Sec-Fetch-Site": "same-origin"}
	if r := get(t, s, "GET", "/_wijkvisie/datum?d=gisteren", own); r.StatusCode != http.StatusBadRequest {
		t.Errorf("no day: %d", r.StatusCode)
	}
	if r := get(t, s, "GET", "/_wijkvisie/datum?d=2012-01-01", own); r.Header.Get("Location") != "/" {
		t.Errorf("goes back to %s", r.Header.Get("Location"))
	}
	for _, head := range []map[string]string{
		nil,
		{"Referer": "http://evil.example.com/x"},
		{"Referer": "http://127.0.0.1:4012/x"},
		{"Referer": "http://127.0.0.1:4011/", "Sec-Fetch-Site": "cross-site"},
		{"Sec-Fetch-Site": "same-site"},
	} {
		if r := get(t, s, "GET", "/_wijkvisie/datum?d=2012-01-01", head); r.StatusCode != http.StatusForbidden || len(r.Cookies()) > 0 {
			t.Errorf("from elsewhere, with %v: %d %v", head, r.StatusCode, r.Header)
		}
	}
	if text := body(t, get(t, s, "GET", "/", map[string]string{"Cookie": "wijkvisie-peildatum-0=2012-02-31"})); !strings.Contains(text, "thuis") {
		t.Errorf("a cookie of a day that does not exist: %s", text)
	}
}

func TestAMistakeInATemplateLeavesTheLastGoodPage(t *testing.T) {
	s := New(Options{})
	broken := errors.New("broken")
	version := func(page string, fails bool) *Site {
		return &Site{
			File: func(name string) (func(io.Writer) error, bool) {
				return func(w io.Writer) error {
					if fails {
						return broken
					}
					_, err := io.WriteString(w, page)
					return err
				}, name == "index.html"
			},
			Mistake: func(err error) (diag.Diagnostic, bool) {
				return diag.InFile("templates/home.html", diag.TemplateWrong, "x"), err == broken
			},
		}
	}
	s.Show(version("", true))
	if text := body(t, get(t, s, "GET", "/", nil)); !strings.Contains(text, "kan nog niet worden getoond") || !strings.Contains(text, "data-wv-overlay") || !strings.Contains(text, "templates/home.html") {
		t.Errorf("a page that was never good: %s", text)
	}
	s.Show(version("<head></head><body>Goed</body>", false))
	if text := body(t, get(t, s, "GET", "/", nil)); !strings.Contains(text, "Goed") || strings.Contains(text, "data-wv-overlay") {
		t.Errorf("a good page: %s", text)
	}
	for range 2 {
		s.Show(version("", true))
		if text := body(t, get(t, s, "GET", "/", nil)); strings.Count(text, "Goed") != 1 || strings.Count(text, "data-wv-overlay") != 1 {
			t.Errorf("after the mistake: %s", text)
		}
	}
	s.Show(&Site{File: version("", true).File, Mistake: func(error) (diag.Diagnostic, bool) { return diag.Diagnostic{}, false }})
	if r := get(t, s, "GET", "/", nil); r.StatusCode != http.StatusInternalServerError {
		t.Errorf("another failure is answered with %d", r.StatusCode)
	}
}
