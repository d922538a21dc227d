package browsertest

import "testing"

// screen is the height of the smallest telephone.
const screen = 640

// TestAWijkIsATool measures what a resident has to scroll before a story is opened, and what
// has to be passed with the Tab key.
func TestAWijkIsATool(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.as(look{width: 320, scheme: "light"})
	b.visit(s.url("/wijken/overvecht/"))
	if n := script[int](b, `document.querySelectorAll('#wv-lijst > li').length`); n != 14 {
		t.Fatalf("%d needs", n)
	}
	const stories = `Math.round(document.querySelector('.wv-long').getBoundingClientRect().top + scrollY)`
	if y := script[int](b, stories); y > 6*screen {
		t.Errorf("the stories begin after %d px, which is %.1f screens", y, float64(y)/screen)
	}
	for _, width := range []int64{320, 1280} {
		b.as(look{width: width, scheme: "light"})
		b.visit(s.url("/wijken/overvecht/"))
		if n := script[int](b, `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((e) => e.checkVisibility({visibilityProperty: true})).length`); n > 60 {
			t.Errorf("%d px wide: the Tab key stops %d times", width, n)
		}
	}
}
