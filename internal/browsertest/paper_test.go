package browsertest

import (
	"bytes"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// sheets counts the pages of a PDF.
func sheets(pdf []byte) int {
	return bytes.Count(pdf, []byte("/Type /Page\n")) + bytes.Count(pdf, []byte("/Type /Page/")) + bytes.Count(pdf, []byte("/Type/Page/"))
}

func TestANeedPrintsOnTwoSheetsAtMost(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	b := open(t)
	for _, need := range []string{"veilige-oversteek-einsteindreef", "zwemles", "sneltramhalte", "plek-voor-jongeren"} {
		b.visit(s.url("/wijken/overvecht/behoeften/" + need + "/"))
		if n := sheets(b.paper()); n < 1 || n > 2 {
			t.Errorf("%s takes %d sheets", need, n)
		}
	}
}

func TestAWijkPrintsAsADocument(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	b := open(t)
	b.visit(s.url("/wijken/overvecht/"))
	if n := sheets(b.paper()); n < 3 || n > 8 {
		t.Errorf("%d sheets", n)
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for what, want := range map[string]bool{
		`document.querySelector('.wv-paper').checkVisibility()`:                                                                        true,
		`document.querySelector('.wv-paper').textContent.includes(location.host)`:                                                      true,
		`document.querySelector('.wv-paper').textContent.includes('1 maart 2013')`:                                                     true,
		`[...document.querySelectorAll('nav, .wv-filter, .wv-js, .wv-header')].some((e) => e.checkVisibility())`:                       false,
		`document.querySelector('details p').checkVisibility()`:                                                                        true,
		`[...document.querySelectorAll('#wv-lijst > li')].every((li) => li.checkVisibility())`:                                         true,
		`getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'`:                                                     true,
		`[...document.querySelectorAll('main a[href^="http"]')].every((a) => getComputedStyle(a, '::after').content.includes('http'))`: true,
		`document.querySelectorAll('main a[href^="http"]').length > 0`:                                                                 true,
	} {
		if got := script[bool](b, what); got != want {
			t.Errorf("on paper, %s is %v", what, got)
		}
	}
}
