package browsertest

import (
	"bufio"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// program builds the program once, with the race detector.
var program = sync.OnceValues(func() (string, error) { return buildProgram("-race") })

// buildProgram builds the program with some flags and returns its path.
func buildProgram(flags ...string) (string, error) {
	dir, err := os.MkdirTemp("", "wijkvisie-program-")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "wijkvisie")
	build := exec.Command("go", append(append([]string{"build"}, flags...), "-o", name, "wijkvisie/cmd/wijkvisie")...)
	build.Stderr = os.Stderr
	return name, build.Run()
}

// workshop is content that is being edited, and the preview of it.
type workshop struct {
	t       testing.TB
	program string
	dir     string // the content
	args    []string
	link    string // as it is printed
	url     string // without a slash at its end
	running *exec.Cmd
}

// newWorkshop starts the preview of a copy of the example.
func newWorkshop(t *testing.T, args ...string) *workshop {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	w := &workshop{t: t, program: name, dir: t.TempDir(), args: args}
	if err := os.CopyFS(w.dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	w.start("127.0.0.1:0")
	return w
}

// start starts the preview at an address, until the test is over.
func (w *workshop) start(address string) {
	w.t.Helper()
	w.running = exec.Command(w.program, append([]string{"serve", "--content", w.dir, "--addr", address, "--date", "2013-03-01", "-q"}, w.args...)...)
	w.running.Stderr = os.Stderr // the race detector
	w.running.WaitDelay = 10 * time.Second
	out, err := w.running.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.running.Start(); err != nil {
		w.t.Fatal(err)
	}
	running := w.running
	w.t.Cleanup(func() { w.stop(running) })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		w.t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	w.link = strings.TrimSpace(line)
	w.url, _, _ = strings.Cut(w.link, "?")
	w.url = strings.TrimSuffix(w.url, "/")
}

// stop stops a preview as Ctrl-C does.
func (w *workshop) stop(running *exec.Cmd) {
	w.t.Helper()
	if running.ProcessState != nil {
		return
	}
	if err := running.Process.Signal(os.Interrupt); err != nil {
		w.t.Error(err)
	}
	if err := running.Wait(); err != nil {
		w.t.Errorf("the preview ended with %v", err)
	}
}

func (w *workshop) file(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// edited returns a file with a text replaced.
func (w *workshop) edited(name, from, to string) []byte {
	w.t.Helper()
	data, err := os.ReadFile(w.file(name))
	if err != nil {
		w.t.Fatal(err)
	}
	if !strings.Contains(string(data), from) {
		w.t.Fatalf("%s does not hold %q", name, from)
	}
	return []byte(strings.Replace(string(data), from, to, 1))
}

// edit replaces a text in a file.
func (w *workshop) edit(name, from, to string) {
	w.t.Helper()
	w.must(os.WriteFile(w.file(name), w.edited(name, from, to), 0o644))
}

func (w *workshop) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
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

func TestEveryWayOfSavingIsOnTheScreen(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/wijken/overvecht/")
	b.run(`window.alive = true`)
	file := w.file(overvecht)
	was := "titel: Zwemles voor kinderen, dicht bij huis"
	git := func(args ...string) {
		t.Helper()
		c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.nl"}, args...)...)
		c.Dir = w.dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	for _, c := range []struct {
		name string
		save func(data []byte)
	}{
		{"in place", func(data []byte) { w.must(os.WriteFile(file, data, 0o644)) }},
		{"in pieces", func(data []byte) {
			f, err := os.Create(file)
			w.must(err)
			for len(data) > 0 {
				n := min(len(data), 1000)
				_, err := f.Write(data[:n])
				w.must(err)
				w.must(f.Sync())
				data = data[n:]
			}
			w.must(f.Close())
		}},
		{"renamed over", func(data []byte) {
			w.must(os.WriteFile(file+".nieuw", data, 0o644))
			w.must(os.Rename(file+".nieuw", file))
		}},
		{"put aside and written", func(data []byte) {
			w.must(os.Rename(file, file+"~"))
			w.must(os.WriteFile(file, data, 0o644))
			w.must(os.Remove(file + "~"))
		}},
		{"deleted and made again", func(data []byte) {
			w.must(os.Remove(file))
			w.must(os.WriteFile(file, data, 0o644))
		}},
		{"a checkout", func(data []byte) {
			git("init", "-q")
			git("add", ".")
			git("commit", "-qm", "een")
			git("checkout", "-qb", "ander")
			w.must(os.WriteFile(file, data, 0o644))
			git("commit", "-qam", "twee")
			git("checkout", "-q", "-")
			git("checkout", "-q", "ander")
		}},
		{"a folder moved out and in", func(data []byte) {
			aside := filepath.Join(t.TempDir(), "weg")
			w.must(os.Rename(filepath.Dir(file), aside))
			b.until(`!document.getElementById('zwemles')`)
			w.must(os.WriteFile(filepath.Join(aside, filepath.Base(file)), data, 0o644))
			w.must(os.Rename(aside, filepath.Dir(file)))
		}},
	} {
		title := "Zwemles, " + c.name
		c.save(w.edited(overvecht, was, "titel: "+title))
		was = "titel: " + title
		b.until(`document.querySelector('#zwemles h3')?.textContent === '` + title + `'`)
	}
	if !script[bool](b, `window.alive === true`) {
		t.Error("the page was loaded again")
	}
	for _, wrong := range b.complaints() {
		t.Error(wrong)
	}
}

func TestAThemeIsShownAsItIsEdited(t *testing.T) {
	theme := t.TempDir()
	for name, text := range map[string]string{
		"assets/eigen.css": ".wv-places a { color: rgb(1, 2, 3) }", "words/nl.txt": "home.title: Kies uw buurt\n",
	} {
		file := filepath.Join(theme, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w := newWorkshop(t, "--theme", theme)
	b := open(t)
	b.visit(w.url + "/")
	b.run(`window.alive = true`)
	b.until(`getComputedStyle(document.querySelector('.wv-places a')).color === 'rgb(1, 2, 3)'`)
	w.must(os.WriteFile(filepath.Join(theme, "assets", "eigen.css"), []byte(".wv-places a { color: rgb(4, 5, 6) }"), 0o644))
	b.until(`getComputedStyle(document.querySelector('.wv-places a')).color === 'rgb(4, 5, 6)'`)
	if !script[bool](b, `window.alive === true && [...document.querySelectorAll('link[rel=stylesheet]')].filter((l) => l.href.includes('eigen')).length === 1`) {
		t.Error("the page was loaded again, or the old stylesheet stays")
	}
}

func TestThePageComesBackWhenThePreviewDoes(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/wijken/overvecht/")
	b.run(`window.alive = true`)
	address, err := url.Parse(w.url)
	if err != nil {
		t.Fatal(err)
	}
	w.stop(w.running)
	w.edit(overvecht, "titel: Zwemles voor kinderen, dicht bij huis", "titel: Zwemles na een nacht")
	w.start(address.Host)
	b.until(`document.querySelector('#zwemles h3').textContent === 'Zwemles na een nacht'`)
	w.edit(overvecht, "titel: Zwemles na een nacht", "titel: Zwemles daarna")
	b.until(`document.querySelector('#zwemles h3').textContent === 'Zwemles daarna'`)
	if !script[bool](b, `window.alive === true`) {
		t.Error("the page was loaded again")
	}
}

func TestAPageThatMovedOffersWhereItWent(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/wijken/overvecht/behoeften/sneltramhalte/")
	w.edit(overvecht, "- id: sneltramhalte", "- id: halte-sneltram")
	b.until(`document.querySelector('.wv-preview-note a')?.getAttribute('href') === '/wijken/overvecht/behoeften/halte-sneltram/'`)
	// By script, as a node that is found can be gone when it is clicked: the page is
	// patched once more when what is wrong with meaning is known.
	b.run(`document.querySelector('.wv-preview-note a').click()`)
	b.until(`document.querySelector('link[rel=canonical]')?.href.endsWith('/halte-sneltram/')`)
	b.until(`!document.querySelector('.wv-preview-note')`)
}

func TestAFileThatWasNeverGoodHasAPlaceholder(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	b.visit(w.url + "/nieuw/")
	w.must(os.WriteFile(w.file("paginas/nieuw.md"), []byte("---\ntitel: [Nieuw\n---\n"), 0o644))
	b.until(`document.querySelector('.wv-preview-note')?.textContent.includes('paginas/nieuw.md')`)
	w.edit("paginas/nieuw.md", "[Nieuw", "Nieuw")
	b.until(`document.querySelector('h1').textContent === 'Nieuw' && !document.querySelector('.wv-preview-note')`)
}

func TestTheBarTellsOfThePage(t *testing.T) {
	w := newWorkshop(t, "--editor", "vscode")
	b := open(t)
	b.visit(w.url + "/wijken/oost/2015-2018/")
	if text := script[string](b, `document.querySelector('.wv-preview-bar summary').textContent`); !strings.Contains(text, "Nog niet gepubliceerd") {
		t.Errorf("a concept is called %q", text)
	}
	b.visit(w.url + "/wijken/overvecht/")
	if text := script[string](b, `document.querySelector('.wv-preview-bar summary').textContent`); strings.Contains(text, "waarschuwing") || strings.Contains(text, "gepubliceerd") {
		t.Errorf("a page without warnings is called %q", text)
	}
	b.run(`document.querySelector('.wv-preview-bar > details').open = true; document.querySelector('[data-wv-places]').open = true`)
	b.until(`document.querySelector('#zwemles .wv-preview-where a')?.href.startsWith('vscode://file/') && document.querySelector('#zwemles .wv-preview-where').textContent.startsWith('wijkvisies/overvecht-2011.md:')`)
	w.edit(overvecht, "samenvatting: ", "samenvatting: Bel 06-12345678. ")
	b.until(`document.querySelector('.wv-preview-bar summary').textContent.includes('1 waarschuwing')`)
	if !script[bool](b, `document.querySelector('#zwemles .wv-preview-where') !== null`) {
		t.Error("where it was written is gone after a change")
	}
}

func TestThePreviewLooksAsWhatIsPublished(t *testing.T) {
	w := newWorkshop(t)
	b := open(t)
	for _, width := range []int64{320, 1280} {
		b.as(look{width: width, scheme: "light"})
		places := func(url string) string {
			b.visit(url + "/wijken/overvecht/")
			return script[string](b, `[...document.querySelectorAll('header, main, main > *, h1, h2, footer')].map((e) => [e.tagName, ...['x', 'width'].map((k) => Math.round(e.getBoundingClientRect()[k]))].join()).slice(0, 12).join('\n')`)
		}
		if got, want := places(w.url), places(exampleSite(t).server.URL); got != want {
			t.Errorf("at %d pixels:\n%s\npublished:\n%s", width, got, want)
		}
	}
}
