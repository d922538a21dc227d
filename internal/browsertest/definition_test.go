package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// opened tells what is wrong with the definition of the word that window.word is.
const opened = `(() => {
  const box = document.querySelector('[role=dialog]');
  if (!box?.matches(':popover-open')) return 'nothing is open';
  const list = document.getElementById(word.hash.slice(1));
  const said = (attribute) => document.getElementById(box.getAttribute(attribute)).textContent.trim();
  if (said('aria-labelledby') !== list.querySelector('dt').textContent.trim()) return 'it is called ' + said('aria-labelledby');
  if (said('aria-describedby') !== list.querySelector('dd').textContent.trim()) return 'it says ' + said('aria-describedby');
  if (!box.contains(document.activeElement)) return 'it does not have the focus';
  const at = word.getBoundingClientRect(), b = box.getBoundingClientRect();
  if (b.left < 0 || b.right > innerWidth) return 'it goes off the screen';
  if (Math.min(Math.abs(b.top - at.bottom), Math.abs(at.top - b.bottom)) > 12 || b.left > at.right || b.right < at.left) return 'it is not at the word';
  if (document.elementFromPoint(b.left + 5, b.top + 5) !== box) return 'something lies over it';
  return '';
})()`

// closed tells what is wrong once the definition is closed again.
const closed = `(() => {
  if (document.querySelector('[role=dialog]').matches(':popover-open')) return 'it is still open';
  if (document.activeElement !== word) return document.activeElement.outerHTML.slice(0, 100) + ' has the focus';
  if (scrollY !== window.was || location.hash) return 'the reader is elsewhere';
  return '';
})()`

func TestADefinitionOpensAtItsWordAndGivesTheFocusBack(t *testing.T) {
	s := exampleSite(t)
	for _, width := range []int64{320, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := open(t)
			b.as(look{width: width, scheme: "dark"})
			b.visit(s.url("/wijken/overvecht/"))
			press, tab := chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab)
			// A tap at one place of the element, however it is broken over lines.
			tap := func(selector string) {
				t.Helper()
				at := script[[]float64](b, `(() => { const r = `+selector+`.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
				b.do(chromedp.MouseClickXY(at[0], at[1]))
			}
			for _, which := range []string{"0", "links.length >> 1", "links.length - 1"} {
				b.run(`(() => { const links = [...document.querySelectorAll('main a[href^="#wv-woord-"]')].filter((a) => a.checkVisibility()); window.word = links[` + which + `]; word.scrollIntoView({block: 'center'}); word.focus({preventScroll: true}); window.was = scrollY; })()`)
				for _, way := range []struct {
					name       string
					open, shut func()
				}{
					{"Enter and Escape", func() { b.do(press) }, func() { b.do(chromedp.KeyEvent(kb.Escape)) }},
					{"Enter and the button", func() { b.do(press) }, func() { b.do(tab, press) }},
					{"two taps on the word", func() { tap("word") }, func() { tap("word") }},
					{"a tap and the button", func() { tap("word") }, func() { tap("document.querySelector('[role=dialog] button')") }},
				} {
					way.open()
					if wrong := script[string](b, opened); wrong != "" {
						t.Errorf("%s: link %s: %s", way.name, which, wrong)
					}
					way.shut()
					if wrong := script[string](b, closed); wrong != "" {
						t.Errorf("%s: link %s: %s", way.name, which, wrong)
					}
				}
			}
			// The Tab key goes on from the word.
			next := script[string](b, `(() => { const all = [...document.querySelectorAll('a[href], button')].filter((e) => e.checkVisibility({visibilityProperty: true})); window.word = all.find((e) => e.matches('main a[href^="#wv-woord-"]')); word.focus(); return all[all.indexOf(word) + 1].outerHTML; })()`)
			b.do(press, tab, tab)
			if got := script[string](b, `document.activeElement.outerHTML`); got != next {
				t.Errorf("after the Tab key %s has the focus, want %s", got, next)
			}
			if script[bool](b, `document.querySelector('[role=dialog]').matches(':popover-open')`) {
				t.Error("after the Tab key it is still open")
			}
			// Nothing of it is on paper.
			b.run(`word.click()`)
			call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
			if script[bool](b, `document.querySelector('[role=dialog]').checkVisibility()`) {
				t.Error("it is printed")
			}
			for _, wrong := range b.complaints() {
				t.Error(wrong)
			}
		})
	}
}

func TestWithoutPopoversAWordLeadsToItsDefinition(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	call(b, page.Enable, page.EnableParams{})
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `delete HTMLElement.prototype.popover`})
	b.visit(s.url("/wijken/overvecht/"))
	b.run(`document.querySelector('main a[href^="#wv-woord-"]').click()`)
	b.until(`document.querySelector('.wv-defs :target').getBoundingClientRect().top < innerHeight`)
	b.run(`history.back()`)
	b.until(`location.hash === ''`)
}
