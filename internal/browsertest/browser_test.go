// Package browsertest holds what only a browser can tell: how the pages of the
// example behave in Chromium, with and without scripts, in every scheme of
// colours, on a phone, on paper and under the keyboard; and what axe, the Nu
// checker and Lighthouse find.
//
// It needs Chromium, Java, and the packages of package.json; `make test` installs
// them where it may.
package browsertest

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"wijkvisie/internal/city"
	"wijkvisie/internal/headers"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/plan"
)

// site is a site as it stood in the spring of 2013.
type site struct {
	files  map[string][]byte
	pages  []*plan.Page
	server *httptest.Server
}

func (s *site) url(address string) string { return s.server.URL + address }

// ServeHTTP serves a file as a web server does, compressed.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := fileOf(r.URL.Path)
	data, ok := s.files[name]
	header := w.Header()
	for _, h := range headers.Security() {
		header.Set(h.Name, h.Value)
	}
	header.Set("Content-Type", headers.ContentType(name))
	if !ok {
		header.Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		data = s.files["404.html"]
	} else if strings.HasPrefix(name, "thema/") {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if !ok || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Write(data)
		return
	}
	header.Set("Content-Encoding", "gzip")
	w.Write(zipped(data))
}

// fileOf returns the file that an address is served from.
func fileOf(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

func build(content fs.FS) (*site, error) {
	s := &site{files: make(map[string][]byte)}
	s.server = httptest.NewUnstartedServer(s) // its address is known before it serves
	out, err := new(pipeline.Pipeline).Prepare(pipeline.Input{
		Content: content, Date: city.Day{Year: 2013, Month: 3, Day: 1}, BaseURL: "http://" + s.server.Listener.Addr().String(),
	})
	if err != nil {
		return nil, err
	}
	s.pages = out.Site.Pages()
	for f := range out.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			return nil, err
		}
		s.files[f.Path] = b.Bytes()
	}
	s.server.Start()
	return s, nil
}

// chromium returns the browser that the tests run in.
func chromium() (string, error) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); name != "" && err == nil {
			return found, nil
		}
	}
	return "", fmt.Errorf("these tests need Chromium: run `make test`, which installs it where it may, or name it in CHROMIUM")
}

// chrome is the browser of all tests, started by TestMain.
var chrome context.Context

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	program, err := chromium()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	profile, err := os.MkdirTemp("", "wijkvisie-browser-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(profile)
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.UserDataDir(profile), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.WSURLReadTimeout(time.Minute),
	}
	for _, flag := range []string{"disable-quic", "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars", "disable-dev-shm-usage"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	var close context.CancelFunc
	chrome, close = chromedp.NewContext(allocator)
	defer close()
	if err := chromedp.Do(chrome); err != nil {
		fmt.Fprintf(os.Stderr, "starting %s: %v\n", program, err)
		return 1
	}
	return m.Run()
}

// tab is a tab of the browser, which notes what goes wrong in it and what it asks
// for.
type tab struct {
	context.Context
	t testing.TB

	mu       sync.Mutex
	wrong    []string
	requests []string
}

// tabPatience is how long a tab may take in all: a guard against a hang.
const tabPatience = 5 * time.Minute

func open(t testing.TB) *tab {
	t.Helper()
	context, cancel := chromedp.NewContext(chrome)
	t.Cleanup(cancel)
	context, cancel = contextWithTimeout(context)
	t.Cleanup(cancel)
	b := &tab{Context: context, t: t}
	if err := chromedp.Listen(context, func(event any) { b.note(event) }); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	// Each tab has the keyboard, whatever others do meanwhile.
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

func contextWithTimeout(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, tabPatience)
}

func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventExceptionThrown:
		b.wrong = append(b.wrong, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.wrong = append(b.wrong, e.Entry.Text+" "+e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		b.wrong = append(b.wrong, fmt.Sprintf("console.%s", e.Type))
	}
}

// asked returns what was asked of servers since the last call.
func (b *tab) asked() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	requests := b.requests
	b.requests = nil
	return requests
}

// complaints returns what went wrong since the last call.
func (b *tab) complaints() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	wrong := b.wrong
	b.wrong = nil
	return wrong
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// call sends a command of the DevTools protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	result, err := chromedp.Call(b, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return result
}

// visit opens a page and waits until all of it is there.
func (b *tab) visit(url string) {
	b.t.Helper()
	b.do(chromedp.Navigate(url), chromedp.WaitReady(chromedp.CSS("body")))
}

// script runs JavaScript in the page and returns what it comes to.
func script[T any](b *tab, source string) T {
	b.t.Helper()
	result, err := chromedp.Run(b, chromedp.Evaluate[T](source, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v in %.2000s", err, source)
	}
	return result
}

// run runs JavaScript in the page for what it does.
func (b *tab) run(source string) {
	b.t.Helper()
	script[bool](b, source+"; true")
}

// until waits for JavaScript to become true. When the page goes to another meanwhile,
// it is asked of that one.
func (b *tab) until(condition string) {
	b.t.Helper()
	for {
		_, err := chromedp.Run(b, chromedp.Poll[bool](condition, chromedp.WithPollingTimeout(20*time.Second)))
		if err == nil {
			return
		}
		left := strings.Contains(err.Error(), "Cannot find context") || strings.Contains(err.Error(), "Inspected target navigated")
		if b.Err() != nil || !left {
			b.t.Fatalf("%s did not come true: %v", condition, err)
		}
	}
}

// look is how a page is looked at.
type look struct {
	name   string
	width  int64
	scheme string // light or dark
	forced bool   // forced colours
}

func looks() []look {
	var all []look
	for _, width := range []int64{320, 1280} {
		all = append(all,
			look{fmt.Sprintf("light-%d", width), width, "light", false},
			look{fmt.Sprintf("dark-%d", width), width, "dark", false},
			look{fmt.Sprintf("forced-%d", width), width, "light", true})
	}
	return all
}

func (b *tab) as(l look) {
	b.t.Helper()
	forced := "none"
	if l.forced {
		forced = "active"
	}
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: l.width, Height: 900, DeviceScaleFactor: 1, Mobile: l.width < 600})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: l.scheme},
		{Name: "forced-colors", Value: forced},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// paper returns the page as it is printed, as a PDF.
func (b *tab) paper() []byte {
	b.t.Helper()
	data, err := chromedp.Run(b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		b.t.Fatal(err)
	}
	return data
}

func readJSON(t *testing.T, data []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%v in %.500s", err, data)
	}
}
