package browsertest

import (
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

var needPage = regexp.MustCompile(`^wijken/[^/]+/behoeften/[^/]+/index\.html$`)

// needPages returns the addresses of the needs of the site, sorted.
func (s *site) needPages() []string {
	var list []string
	for name := range s.files {
		if needPage.MatchString(name) {
			list = append(list, "/"+name[:len(name)-len("index.html")])
		}
	}
	slices.Sort(list)
	return list
}

// TestTheAnswerIsOnTheFirstScreen measures where the answer to a need ends, with its reason,
// on a small telephone.
func TestTheAnswerIsOnTheFirstScreen(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	b := open(t)
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 320, Height: 640, DeviceScaleFactor: 1, Mobile: true})
	pages := s.needPages()
	if len(pages) < 100 {
		t.Fatalf("the example has %d needs", len(pages))
	}
	for _, address := range pages {
		b.visit(s.url(address))
		if end := script[float64](b, `document.querySelector('.wv-two > div').lastElementChild.getBoundingClientRect().bottom`); end > 640 {
			t.Errorf("%s: the answer ends at %.0f", address, end)
		}
		if stops := script[int](b, `document.querySelectorAll('main :is(a[href], button, summary)').length`); stops > 40 {
			t.Errorf("%s has %d tab stops", address, stops)
		}
	}
}
