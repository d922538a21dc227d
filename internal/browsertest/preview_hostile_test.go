package browsertest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// hostile is a text that does harm in HTML, in an attribute and in a script, where it is not
// escaped.
const hostile = `'"></title></head></body></script><img src=x onerror=hacked=1><script>hacked=1</script> onfocus=hacked=1 autofocus <a href=javascript:hacked=1>` + "`${hacked=1}` {{.}} -->]]>"

// quoted returns a text as YAML writes it between quotes.
func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// hostileSite returns files of content with the hostile text wherever a text may be. Names of
// files are of Linux.
func hostileSite() map[string]string {
	x := quoted(hostile)
	return map[string]string{
		"site.yaml":               "titel: " + x + "\ngemeente: " + x + "\ngemeentecode: GM9999\nbasis-url: https://wijken.example.nl\nthemas:\n  - {id: verkeer, naam: " + x + "}\n",
		"wijken/oost.md":          "---\nnaam: " + x + "\n---\n" + hostile + "\n\n[x](javascript:hacked=1) ![x](x.jpg)\n",
		"wijkvisies/oost-2011.md": "---\ntitel: " + x + "\nwijk: oost\nperiode: 2011-2014\nstatus: concept\nbehoeften:\n  - id: oversteek\n    titel: " + x + "\n    thema: verkeer\n---\n" + hostile + "\n",
		"diensten/werken.md":      "---\nnaam: " + x + "\n---\n" + hostile + "\n",
		"programmas/werken-2011.md": "---\ntitel: " + x + "\ndienst: werken\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - id: w-1\n    titel: " + x +
			"\n    behoeften: [oost/oversteek]\n    gereed: 2011-10\n    voortgang:\n      - {datum: 2011-04-11, status: in-uitvoering, tekst: " + x + "}\n---\n" + hostile + "\n",
		"paginas/tekst.md":                               "---\ntitel: " + x + "\n---\n" + hostile + "\n",
		"paginas/kapot.md":                               "---\ntitel: " + x + "\n" + x + ": " + x + "\nconcept: " + x + "\n---\n" + hostile + "\n",
		"paginas/nooit-goed.md":                          "---\ntitel: [" + hostile + "\n---\n",
		"paginas/<img src=x onerror=hacked=1>.md":        "---\ntitel: " + x + "\n---\n",
		`paginas/"onfocus="hacked=1"autofocus="".md`:     "---\ntitel: " + x + "\n---\n",
		"wijken/javascript:hacked=1;.md":                 "---\nnaam: " + x + "\n---\n",
		`media/'"><script>hacked=1<\script>.jpg`:         "geen plaatje",
		"programmas/</section><script>hacked=1.yaml":     x,
		"diensten/a?windowId=_blank&x=#y%22%3e\n\x1b.md": "---\nnaam: " + x + "\n---\n",
	}
}

// harm tells what the preview put into a page that is none of its own making.
const harm = `(() => {
  if (typeof hacked !== 'undefined') return 'a script of the content ran';
  const elements = [...document.querySelectorAll('.wv-preview, .wv-preview *, .wv-preview-where *')];
  if (!elements.length) return 'no bar';
  const own = ['ASIDE', 'SECTION', 'DETAILS', 'SUMMARY', 'FORM', 'LABEL', 'INPUT', 'BUTTON', 'OL', 'UL', 'LI', 'A', 'CODE', 'P', 'STRONG', 'PRE', 'H2', 'SMALL'];
  for (const e of elements) {
    if (!own.includes(e.nodeName)) return 'an element ' + e.outerHTML;
    for (const { name, value } of e.attributes) {
      if (!['class', 'id', 'role', 'open', 'hidden', 'type', 'name', 'value', 'required', 'autocomplete', 'action', 'href', 'aria-label', 'aria-labelledby'].includes(name) && !name.startsWith('data-wv-')) return 'an attribute ' + name + ' of ' + e.outerHTML;
      if (name === 'href' && !/^(\/(?![/\\])|vscode:\/\/file\/)/.test(value)) return 'a link to ' + value;
    }
  }
  for (const s of document.scripts) if (!['application/ld+json', 'application/json'].includes(s.type) && new URL(s.src).origin !== origin) return 'a script ' + s.outerHTML;
  if (document.querySelector('.wv-preview-bar').parentElement !== document.body) return 'the bar is in ' + document.querySelector('.wv-preview-bar').parentElement.outerHTML.slice(0, 200);
  return '';
})()`

// Whatever the content holds, what the preview adds to a page is text in it.
func TestThePreviewShowsHostileContentAsText(t *testing.T) {
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	w := &workshop{t: t, program: name, dir: t.TempDir(), args: []string{"--edit", "--editor", "vscode", "--date", "2011-06-01"}}
	for name, text := range hostileSite() {
		w.must(os.MkdirAll(filepath.Dir(w.file(name)), 0o755))
		w.must(os.WriteFile(w.file(name), []byte(text), 0o644))
	}
	w.start("127.0.0.1:0")
	b := open(t)
	look := func(what string) {
		t.Helper()
		b.run(`for (const d of document.querySelectorAll('details')) d.open = true`)
		// The places are beside the needs after the lists have told that they are open.
		b.until(`!document.querySelector('main [id=oversteek]') || !!document.querySelector('.wv-preview-where')`)
		if wrong := script[string](b, harm); wrong != "" {
			t.Errorf("%s: %s", what, wrong)
		}
		for _, wrong := range b.complaints() {
			if !strings.Contains(wrong, "status of 404") {
				t.Errorf("%s: %s", what, wrong)
			}
		}
	}
	for _, address := range []string{
		"/", "/wijken/", "/wijken/oost/", "/wijken/oost/2011-2014/", "/wijken/oost/behoeften/oversteek/", "/diensten/werken/", "/programmas/werken-2011/", "/themas/verkeer/", "/tekst/", "/zoeken/?q=" + url.QueryEscape(hostile), "/_wijkvisie/werklijst/", "/_wijkvisie/werklijst/?wijk=oost&dienst=" + url.QueryEscape(hostile),
		"/kapot/", "/nooit-goed/", "/" + url.PathEscape("<img src=x onerror=hacked=1>") + "/", "/" + url.PathEscape(`"onfocus="hacked=1"autofocus="`) + "/", "/wijken/" + url.PathEscape("javascript:hacked=1;") + "/",
		"/" + url.PathEscape(hostile) + "/", "/wijken/oost/?" + url.QueryEscape(hostile) + "#" + url.PathEscape(hostile),
	} {
		b.visit(w.url + address)
		look(address)
	}
	if script[int](b, `document.querySelectorAll('[data-wv-overlay] li').length`) == 0 {
		t.Error("no errors are shown")
	}
	// What is patched into a page is text too.
	b.visit(w.url + "/wijken/oost/")
	w.edit("wijkvisies/oost-2011.md", "thema: verkeer", "thema: "+quoted(hostile))
	b.until(`document.querySelector('[data-wv-overlay]').textContent.includes('oost-2011.md')`)
	look("after an edit")
}

// strange is a page of another origin, which tries to get at the preview.
func strange(t *testing.T) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, "<!doctype html><title>Elders</title><p>Elders")
	}))
	t.Cleanup(s.Close)
	return s
}

const chosenDay = `document.querySelector('.wv-preview-bar [name=d]').value`

// A page of another origin learns nothing of the preview and changes nothing in it: neither one
// of another site, nor one on another port of this host, to which the cookies belong too.
func TestAnotherOriginCannotUseThePreview(t *testing.T) {
	for name, args := range map[string][]string{"open": nil, "shared": {"--share"}} {
		w := newWorkshop(t, args...)
		for _, host := range []string{"127.0.0.1", "localhost"} {
			t.Run(name+" from "+host, func(t *testing.T) {
				other := strings.Replace(strange(t).URL, "127.0.0.1", host, 1)
				b := open(t)
				b.visit(w.link) // so that the browser has the key
				title := script[string](b, `document.querySelector('h1').textContent`)
				day := script[string](b, chosenDay)
				b.visit(other)
				for what, attempt := range map[string]string{
					"fetch":                  `fetch(url, {credentials: 'include'}).then((r) => r.text())`,
					"fetch without CORS":     `fetch(url, {credentials: 'include', mode: 'no-cors'}).then((r) => r.type)`,
					"fetch of the events":    `fetch(url + '_wijkvisie/events', {credentials: 'include', mode: 'no-cors'}).then((r) => r.type)`,
					"a post":                 `fetch(url, {method: 'POST', credentials: 'include', body: 'a'}).then((r) => r.text())`,
					"an EventSource":         `new Promise((yes, no) => { const e = new EventSource(url + '_wijkvisie/events', {withCredentials: true}); e.addEventListener('version', (v) => yes(v.data)); e.onopen = yes; e.onerror = () => { e.close(); no(); } })`,
					"a picture":              `new Promise((yes, no) => { const e = new Image(); e.onload = yes; e.onerror = no; e.src = url + 'favicon.svg'; })`,
					"a script":               `new Promise((yes, no) => { const e = document.createElement('script'); e.onload = yes; e.onerror = no; e.src = url + '_wijkvisie/connection.js'; document.head.append(e); })`,
					"a stylesheet":           `new Promise((yes, no) => { const e = document.createElement('link'); e.rel = 'stylesheet'; e.onload = yes; e.onerror = no; e.href = url + '_wijkvisie/preview.css'; document.head.append(e); })`,
					"a worker":               `new Promise((yes, no) => { const e = new SharedWorker(url + '_wijkvisie/worker.js', {type: 'module'}); e.onerror = no; setTimeout(() => yes('started'), 5000); })`,
					"a fetch of another day": `fetch(url + '_wijkvisie/datum?d=2004-01-01', {credentials: 'include', mode: 'no-cors'}).then((r) => r.type)`,
				} {
					if got := script[string](b, fmt.Sprintf(`(async () => { const url = %q; try { return 'got ' + await %s; } catch { return ''; } })()`, w.url+"/", attempt)); got != "" {
						t.Errorf("%s: %s", what, got)
					}
				}
				script[bool](b, fmt.Sprintf(`new Promise((done) => { const e = document.createElement('iframe'); e.onload = () => done(true); e.src = %q; document.body.append(e); })`, w.url+"/"))
				frames := call(b, page.GetFrameTree, cdp.Empty{}).FrameTree.ChildFrames
				for _, f := range frames {
					if !strings.HasPrefix(f.Frame.URL, "chrome-error:") {
						t.Errorf("a frame shows %s", f.Frame.URL)
					}
				}
				if len(frames) == 0 && host == "127.0.0.1" { // of another site, it is in another process
					t.Error("no frame")
				}

				// A form goes to another page.
				for _, method := range []string{"get", "post"} {
					b.visit(other)
					b.run(fmt.Sprintf(`document.body.insertAdjacentHTML('beforeend', '<form method=%s action="%s/_wijkvisie/datum"><input name=d value=2004-01-01></form>'); document.forms[0].submit()`, method, w.url))
					b.until(fmt.Sprintf(`location.origin === %q && document.readyState === 'complete'`, w.url))
					if text := script[string](b, `document.body.textContent`); !strings.Contains(text, map[string]string{"get": "in het voorbeeld zelf", "post": "Alleen lezen"}[method]) {
						t.Errorf("a form with %s is answered with %s", method, text)
					}
				}
				b.visit(w.url + "/")
				if now := script[string](b, chosenDay); now != day {
					t.Errorf("the day %s became %s", day, now)
				}
				// The form in the bar does work, and a link from elsewhere does.
				b.run(`window.before = true; document.querySelector('.wv-preview-bar > details').open = true; document.querySelector('.wv-preview-bar [name=d]').value = '2012-01-01'; document.querySelector('.wv-preview-bar form').requestSubmit()`)
				b.until(`!window.before && document.querySelector('.wv-preview-bar [name=d]')?.value === '2012-01-01'`)
				b.visit(other)
				b.run(fmt.Sprintf(`document.body.insertAdjacentHTML('beforeend', '<a href="%s">preview</a>')`, w.link))
				b.do(chromedp.Click(chromedp.CSS("a")))
				b.until(fmt.Sprintf(`document.querySelector('h1')?.textContent === %q`, title))
				cookies := script[string](b, `document.cookie`)
				if cookies != "" {
					t.Errorf("scripts see the cookies %s", cookies)
				}
			})
		}
	}
}
