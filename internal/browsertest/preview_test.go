package browsertest

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/preview"
)

// workshop is a copy of the example that is being edited, and its preview.
type workshop struct {
	t        *testing.T
	dir      string
	url      string
	server   *preview.Server
	pipeline pipeline.Pipeline
}

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	w := &workshop{t: t, dir: t.TempDir(), server: preview.New(preview.Options{})}
	if err := os.CopyFS(w.dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.url = "http://" + l.Addr().String()
	w.show()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := w.server.Serve(ctx, l); err != nil {
			t.Error(err)
		}
	}()
	t.Cleanup(func() { stop(); <-ended })
	return w
}

// show makes a version of the content as it is, as serve does after a change.
func (w *workshop) show() {
	w.t.Helper()
	out, err := w.pipeline.Build(pipeline.Input{Content: os.DirFS(w.dir), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true, Keep: true, BaseURL: w.url})
	if err != nil {
		w.t.Fatal(err)
	}
	files := make(map[string]func(io.Writer) error)
	for f := range out.Files() {
		files[f.Path] = f.Write
	}
	w.server.Show(&preview.Site{Files: files, Diagnostics: out.Diagnostics})
}

// edit replaces a text in a file, and shows what became of it.
func (w *workshop) edit(name, from, to string) {
	w.t.Helper()
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	if !strings.Contains(string(data), from) {
		w.t.Fatalf("%s does not hold %q", name, from)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), from, to, 1)), 0o644); err != nil {
		w.t.Fatal(err)
	}
	w.show()
}

const overvecht = "wijkvisies/overvecht-2011.md"

func TestASavedChangeIsOnTheScreenAndNothingIsLost(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/wijken/overvecht/")
	b.run(`window.alive = true; document.querySelector('details').open = true`)
	b.do(chromedp.SetValue(chromedp.CSS("select[name=status]"), "vervuld"))
	b.run(`document.querySelector('select[name=status]').dispatchEvent(new Event('input', {bubbles: true}))`)
	b.run(`scrollTo(0, 900); document.querySelector('#wv-lijst > li:not([hidden]) a').focus({preventScroll: true})`)
	before := script[string](b, `[scrollY, document.activeElement.href, location.search].join()`)

	w.edit(overvecht, "titel: Zwemles voor kinderen, dicht bij huis", "titel: Zwemles voor iedereen")
	b.until(`document.querySelector('#zwemles h3').textContent === 'Zwemles voor iedereen'`)
	for what, want := range map[string]bool{
		`window.alive === true`:                                       true, // the page was not loaded again
		`document.querySelector('details').open`:                      true,
		`document.getElementById('zwemles').hidden`:                   true, // the filter still holds
		`document.querySelector('[name=status]').value === 'vervuld'`: true,
	} {
		if got := script[bool](b, what); got != want {
			t.Errorf("%s is %v", what, got)
		}
	}
	if after := script[string](b, `[scrollY, document.activeElement.href, location.search].join()`); after != before {
		t.Errorf("was at %s, is at %s", before, after)
	}
	// A need that goes, and one that comes.
	n := script[int](b, `document.querySelectorAll('#wv-lijst > li').length`)
	w.edit(overvecht, "behoeften:\n", "behoeften:\n  - {id: nieuwe-vraag, titel: Een nieuwe vraag, thema: groen}\n")
	b.until(`document.getElementById('nieuwe-vraag')?.hidden === true`) // it is not met
	if got := script[int](b, `document.querySelectorAll('#wv-lijst > li').length`); got != n+1 {
		t.Errorf("%d needs became %d", n, got)
	}
	for _, wrong := range b.complaints() {
		t.Error(wrong)
	}
}

func TestAMistakeStandsOverTheLastGoodPage(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/wijken/overvecht/")
	if script[bool](b, `!!document.querySelector('[data-wv-overlay]')`) {
		t.Fatal("an overlay over good content")
	}
	w.edit(overvecht, "titel: Wijkvisie", "titel: [Wijkvisie")
	b.until(`document.querySelector('[data-wv-overlay]')?.textContent.includes('overvecht-2011.md:2:')`)
	if !script[bool](b, `document.querySelector('#zwemles') !== null && document.querySelector('[data-wv-overlay]').textContent.includes('titel: [Wijkvisie')`) {
		t.Error("the page is gone, or the line is not shown")
	}
	// Closed, it stays closed until there is something else to say.
	b.do(chromedp.Click(chromedp.CSS("[data-wv-close]")))
	w.edit("wijken/oost.md", "naam: ", "naam:  ")
	b.until(`document.querySelector('script[data-version]') && document.querySelector('[data-wv-overlay]').hidden`)
	w.edit(overvecht, "titel: [Wijkvisie", "titel: Wijkvisie")
	b.until(`!document.querySelector('[data-wv-overlay]')`)
	// Other pages lived on.
	b.visit(w.url + "/wijken/oost/")
	if title := script[string](b, `document.querySelector('h1').textContent`); title != "Oost" {
		t.Errorf("the page of Oost is titled %q", title)
	}
}

func TestAStylesheetIsSwapped(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/")
	b.run(`window.alive = true`)
	if err := os.WriteFile(filepath.Join(w.dir, "huisstijl.css"), []byte(".x { --utrecht-link-color: #7a0019 }"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.edit("site.yaml", "themas:", "huisstijl: huisstijl.css\nthemas:")
	b.until(`getComputedStyle(document.querySelector('.wv-places a')).color === 'rgb(122, 0, 25)'`)
	if !script[bool](b, `window.alive === true`) {
		t.Error("the page was loaded again")
	}
}
