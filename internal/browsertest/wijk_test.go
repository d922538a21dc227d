package browsertest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// screen is the height of the smallest telephone.
const screen = 640

// TestAWijkIsATool measures how far a resident has to scroll before a story is opened.
func TestAWijkIsATool(t *testing.T) {
	b := open(t)
	b.as(look{width: 320, scheme: "light"})
	for _, c := range []struct {
		url            string
		needs, screens int
	}{
		{exampleSite(t).url("/wijken/overvecht/"), 14, 6},
		{wijkOf(t, 40).url("/wijken/oost/"), 40, 20},
	} {
		b.visit(c.url)
		if n := script[int](b, `document.querySelectorAll('#wv-lijst > li').length`); n != c.needs {
			t.Fatalf("%d needs, want %d", n, c.needs)
		}
		y := script[int](b, `Math.round(document.querySelector('.wv-long').getBoundingClientRect().top + scrollY)`)
		if y > c.screens*screen {
			t.Errorf("%d needs: the stories begin after %d px, which is %.1f screens", c.needs, y, float64(y)/screen)
		}
		if script[bool](b, `document.querySelector('.wv-long').open`) {
			t.Errorf("%d needs: the stories are open", c.needs)
		}
	}
}

// TestAWijkHasFewTabStops counts what the Tab key stops at.
func TestAWijkHasFewTabStops(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	for _, width := range []int64{320, 1280} {
		b.as(look{width: width, scheme: "light"})
		b.visit(s.url("/wijken/overvecht/"))
		n := script[int](b, tabbable+`.length`)
		if n < 30 || n > 60 {
			t.Errorf("%d px wide: %d", width, n)
		}
	}
}

// TestALineOfANeedIsDrawnInItsRow looks at where the drawings are: on one axis, beside what
// they are about or under its title, and nowhere on a text.
func TestALineOfANeedIsDrawnInItsRow(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	for _, width := range []int64{320, 768, 1280} {
		b.as(look{width: width, scheme: "light"})
		b.visit(s.url("/wijken/overvecht/"))
		wrong := script[string](b, `(() => {
			const box = (e) => e.getBoundingClientRect(), axis = box(document.querySelector('.wv-years')), wrong = [];
			for (const li of document.querySelectorAll('#wv-lijst > li')) {
				const course = box(li.querySelector('.wv-course'));
				if (Math.abs(course.left - axis.left) > 1 || Math.abs(course.width - axis.width) > 1) wrong.push(li.id + ' is not on the axis');
				if (course.top < box(li).top - 1 || course.bottom > box(li).bottom + 1) wrong.push(li.id + ' is drawn outside its row');
				for (const text of li.querySelectorAll('h3, .wv-state, .wv-dates, .wv-verdict')) {
					const t = box(text);
					if (t.width && t.left < course.right - 1 && t.right > course.left + 1 && t.top < course.bottom - 1 && t.bottom > course.top + 1) wrong.push(li.id + ': ' + text.className + ' is on the drawing');
				}
				for (const mark of li.querySelectorAll('.wv-course circle')) {
					const m = box(mark);
					if (m.top < course.top || m.bottom > course.bottom) wrong.push(li.id + ': a mark is outside the drawing');
				}
			}
			return wrong.join('; ');
		})()`)
		if wrong != "" {
			t.Errorf("%d px wide: %s", width, wrong)
		}
	}
}

// wijkOf builds a site of one wijk with some needs, with all that a need can have.
func wijkOf(t *testing.T, needs int) *site {
	t.Helper()
	var asked, promised, stories strings.Builder
	for i := range needs {
		fmt.Fprintf(&asked, "  - {id: n-%d, titel: Een veilige oversteek voor de kinderen van school %d, thema: %s, prioriteit: %d, oordelen: [{datum: 2012-11-01, door: Wijkraad Oost, oordeel: deels}]}\n",
			i, i, []string{"verkeer", "groen"}[i%2], i+1)
		fmt.Fprintf(&promised, "  - {id: t-%d, titel: Plateau, behoeften: [oost/n-%d], gereed: 2011-10, voortgang: [{datum: 2012-05-01, status: in-uitvoering, gereed: 2013-0%d, reden: De lampen kwamen later.}]}\n",
			i, i, 4+i%5)
		fmt.Fprintf(&stories, "\n## Verhaal %d {#n-%d}\n\nHier staat niemand stil.\n", i, i)
	}
	content := fstest.MapFS{}
	for path, text := range map[string]string{
		"site.yaml":          "titel: Wijkvisies\ngemeente: Stad\ngemeentecode: GM0001\nthemas: [{id: verkeer, naam: Verkeer}, {id: groen, naam: Groen}]\n",
		"wijken/oost.md":     "---\nnaam: Oost\nwijkregisseur: {functie: Wijkregisseur Oost, e-mail: oost@example.nl, telefoon: 14 030}\n---\n",
		"wijkvisies/oost.md": "---\ntitel: Wijkvisie Oost\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nsamenvatting: Oost vraagt veel.\nbehoeften:\n" + asked.String() + "---\nWij wonen hier graag.\n" + stories.String(),
		"diensten/d.md":      "---\nnaam: Stadswerken\n---\n",
		"programmas/p.md":    "---\ntitel: Programma\ndienst: d\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-06-01\ntoezeggingen:\n" + promised.String() + "---\n",
	} {
		content[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	s, err := build(content)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.server.Close)
	return s
}
