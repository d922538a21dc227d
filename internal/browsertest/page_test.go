package browsertest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sideways names what is wider than the screen.
const sideways = `(() => {
  const wide = document.scrollingElement.scrollWidth - innerWidth;
  if (wide <= 0) return '';
  const worst = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest('.wv-scroll')).at(-1);
  return wide + ' px too wide: ' + (worst ? worst.outerHTML.slice(0, 300) : '?');
})()`

func TestNothingScrollsSideways(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	// The spacing of WCAG 2.2, 1.4.12.
	const spacing = `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'); document.adoptedStyleSheets = [sheet]; })()`
	for _, width := range []int64{320, 360, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.as(look{width: width, scheme: "light"})
			for _, address := range s.templates() {
				b.visit(s.url(address))
				if wrong := script[string](b, sideways); wrong != "" {
					t.Errorf("%s: %s", address, wrong)
				}
				b.run(spacing)
				if wrong := script[string](b, sideways); wrong != "" {
					t.Errorf("%s with text spacing: %s", address, wrong)
				}
			}
		})
	}
}

func TestPagesAskNothingOfOthersAndBreakNoPolicy(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	for _, address := range s.templates() {
		b.visit(s.url(address))
		for _, url := range b.asked() {
			if !strings.HasPrefix(url, s.server.URL+"/") {
				t.Errorf("%s asks for %s", address, url)
			}
		}
		for _, wrong := range b.complaints() {
			t.Errorf("%s: %s", address, wrong)
		}
	}
	cookies := call(b, network.GetCookies, network.GetCookiesParams{}).Cookies
	if stored := script[int](b, `localStorage.length + sessionStorage.length`); len(cookies) > 0 || stored > 0 {
		t.Errorf("%d cookies, %d things stored", len(cookies), stored)
	}
}

// TestTheTabKeyReachesEverything walks through each template by the keyboard, and
// looks at what has the focus on the way.
func TestTheTabKeyReachesEverything(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	for _, l := range []look{{"320", 320, "light", false}, {"1280", 1280, "light", false}, {"forced colours", 1280, "dark", true}} {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.as(l)
			for _, address := range s.templates() {
				b.visit(s.url(address))
				n := script[int](b, watchFocus)
				// A long page repeats itself: its beginning says enough.
				n = min(n, 60)
				if l.forced {
					n = min(n, 20)
				}
				b.do(slices.Repeat([]chromedp.Action[chromedp.Void]{chromedp.KeyEvent(kb.Tab)}, n)...)
				if wrong := script[[]string](b, `wrong`); len(wrong) > 0 {
					t.Errorf("%s: %s", address, wrong[0])
				}
				if at := script[int](b, `at`); at != n {
					t.Errorf("%s: after %d tabs %d were seen", address, n, at)
				}
			}
		})
	}
}

// watchFocus notes, after each press of a key, what is wrong with the element that has the
// focus. It comes to the number of elements that the Tab key should reach.
const watchFocus = `(() => {
  const all = ` + tabbable + `, name = (x) => x ? x.outerHTML.slice(0, 160) : 'nothing';
  Object.assign(window, { wrong: [], at: 0 });
  const look = () => {
    const e = document.activeElement;
    if (e !== all[at]) return name(e) + ' has the focus';
    if (!e.matches(':focus-visible')) return name(e) + ' does not show the focus';
    const style = getComputedStyle(e), ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const line = e.querySelector?.(':scope > path');
    if (!ring && !(line && parseFloat(getComputedStyle(line).strokeWidth) >= 4)) return name(e) + ' has no ring';
    const box = e.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) return name(e) + ' is off the screen';
    return '';
  };
  addEventListener('keyup', () => {
    const what = look();
    at++;
    if (what) wrong.push('after ' + at + ' tabs: ' + what);
  }, true);
  return all.length;
})()`

// TestWithoutScriptsEverythingIsThere compares the text of pages with and without
// their scripts.
func TestWithoutScriptsEverythingIsThere(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	with, without := open(t), open(t)
	call(without, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, address := range s.templates() {
		with.visit(s.url(address))
		without.visit(s.url(address))
		bare, err := chromedp.Run(without, chromedp.Text(chromedp.CSS("main")))
		if err != nil {
			t.Fatal(err)
		}
		full := script[string](with, `for (const e of document.querySelectorAll('.wv-filter, .wv-js')) e.remove(); document.querySelector('main').innerText`)
		if squeeze(bare) != squeeze(full) {
			t.Errorf("%s says something else without scripts:\n%s", address, difference(squeeze(bare), squeeze(full)))
		}
		if strings.Contains(string(s.files[fileOf(address)]), "<select") {
			without.do(chromedp.WaitNotVisible(chromedp.CSS("select"))) // a filter that does nothing
		}
		for _, wrong := range without.complaints() {
			t.Errorf("%s: %s", address, wrong)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func difference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return a[from:min(len(a), i+120)] + "\n" + b[from:min(len(b), i+120)]
}

// The weights that a page may have (site.md).
func TestWeights(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	theme := 0
	scripts := 0
	for name, data := range s.files {
		if strings.HasPrefix(name, "thema/") && (strings.HasSuffix(name, ".css") || strings.HasSuffix(name, ".js")) {
			theme += len(data)
			if strings.HasSuffix(name, ".js") {
				scripts += len(data)
			}
		}
	}
	if theme > 60_000 || scripts > 16_000 {
		t.Errorf("the theme is %d bytes, of which %d of scripts", theme, scripts)
	}
	wijk := regexp.MustCompile(`^wijken/[^/]+/index\.html$`)
	for name := range s.files {
		if !wijk.MatchString(name) {
			continue
		}
		b := open(t)
		b.visit(s.url("/" + strings.TrimSuffix(name, "index.html")))
		plain, small := 0, 0
		loaded := b.asked()
		for _, url := range loaded {
			file := fileOf(strings.TrimPrefix(url, s.server.URL))
			plain += len(s.files[file])
			small += len(zipped(s.files[file]))
		}
		if plain > 100_000 || small > 30_000 || len(loaded) > 6 || len(loaded) < 3 {
			t.Errorf("%s: %d bytes, %d compressed, in %d requests: %v", name, plain, small, len(loaded), loaded)
		}
	}
}
