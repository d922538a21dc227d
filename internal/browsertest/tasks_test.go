package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// task is something that a resident comes to find out.
type task struct {
	question string
	links    []string          // that are clicked, from the home page on
	choose   map[string]string // what is chosen in the filter: the text of an option by what it is a choice of
	answer   []string          // what can be read then
	gone     []string          // what the filter leaves out
}

func tasks() []task {
	return []task{
		{
			question: "What is asked about traffic in my wijk?",
			links:    []string{"Overvecht"},
			choose:   map[string]string{"thema": "Verkeer en bereikbaarheid 3"},
			answer: []string{"Veilig oversteken bij de Einsteindreef", "Een halte van de sneltram bij het winkelcentrum",
				"Een fijne fietsroute naar Park de Gagel", "3 van de 14 behoeften"},
			gone: []string{"Een weekmarkt met meer keus", "Liften die het doen, in elke flat"},
		},
		{
			question: "Which dienst is later than first promised most often?",
			links:    []string{"Voortgang"},
			answer:   []string{"Wat is later dan eerst beloofd?", "Het vaakst bij Stadswerken: 20 van de 37"},
		},
		{
			question: "What changed in my wijk last month?",
			links:    []string{"Overvecht"},
			answer:   []string{"12 februari 2013", "Betere verlichting bij de oversteek", "De lichtmasten zijn besteld."},
		},
		{
			question: "Why was this refused?",
			links:    []string{"Overvecht", "Een halte van de sneltram bij het winkelcentrum"},
			answer:   []string{"Niet opgenomen", "Doortrekken kost 180 miljoen euro en staat tot 2020 in geen enkel plan."},
		},
		{
			question: "Whom do I call?",
			links:    []string{"Overvecht"},
			answer:   []string{"Wijkregisseur Overvecht", "14 030"},
		},
		{
			question: "What is promised for 2013 in Overvecht?",
			links:    []string{"Overvecht", "Planning van Overvecht"},
			answer: []string{"April 2013", "Bewegwijzerd fietspad naar Park de Gagel", "Juni 2013", "Betere verlichting bij de oversteek",
				"Zorgverleners onder één dak in Overvecht", "September 2013", "Toezicht in de spoortunnel tot één uur", "Oktober 2013",
				"Vaker vegen in de bosjes achter de flats", "December 2013", "Nieuwe liften in vier flats"},
		},
		{
			question: "Who brought this in?",
			links:    []string{"Overvecht", "Veilig oversteken bij de Einsteindreef"},
			answer:   []string{"Ingebracht door", "ouders van een basisschool"},
		},
		{
			question: "When was it first promised?",
			links:    []string{"Overvecht"},
			answer:   []string{"Veilig oversteken bij de Einsteindreef", "eerst beloofd december 2012, nu juni 2013"},
		},
		{
			question: "What is unanswered longest, and for how long?",
			links:    []string{"Voortgang"},
			answer:   []string{"de oudste al 8 jaar en 8 maanden", "Overvecht wacht het langst", "Zwemles voor kinderen, dicht bij huis"},
		},
	}
}

// TestTasks does what residents come for, from the home page: with at most two clicks and
// one choice in a filter.
func TestTasks(t *testing.T) {
	t.Parallel()
	s := exampleSite(t)
	for _, width := range []int64{320, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			b := open(t)
			b.as(look{width: width, scheme: "light"})
			for _, task := range tasks() {
				if len(task.links) > 2 || len(task.choose) > 1 {
					t.Errorf("%s takes %d clicks and %d choices", task.question, len(task.links), len(task.choose))
				}
				b.visit(s.url("/"))
				for _, link := range task.links {
					if !b.clickLink(link) {
						t.Errorf("%s At %s no link is called %q.", task.question, script[string](b, `location.pathname`), link)
					}
				}
				for of, option := range task.choose {
					if !b.choose(of, option) {
						t.Errorf("%s There is no choice %q of %q.", task.question, option, of)
					}
				}
				read := b.visibleText()
				for _, answer := range task.answer {
					if !strings.Contains(read, answer) {
						t.Errorf("%s %s does not say %q.", task.question, script[string](b, `location.pathname`), answer)
					}
				}
				for _, other := range task.gone {
					if strings.Contains(read, other) {
						t.Errorf("%s %q is still there.", task.question, other)
					}
				}
			}
		})
	}
}

// clickLink clicks the first link on the page that has a text and can be seen, and waits for
// the page that it leads to. It is not ok when there is none.
func (b *tab) clickLink(text string) (ok bool) {
	b.t.Helper()
	const find = `((text) => {
  const link = [...document.links].find((a) => a.innerText.replace(/\s+/g, ' ').trim() === text && a.checkVisibility());
  if (!link) return [];
  link.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = link.getClientRects()[0];
  return [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
})(%q)`
	at := script[[]float64](b, fmt.Sprintf(find, text))
	if len(at) == 0 {
		return false
	}
	before := script[string](b, `window.left = true, location.href`)
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	b.until(fmt.Sprintf(`location.href !== %q && window.left !== true && document.readyState === 'complete'`, before))
	return true
}

// choose chooses an option of the filter, by its text. It is not ok when there is none.
func (b *tab) choose(of, text string) (ok bool) {
	b.t.Helper()
	const find = `((name, text) => {
  const option = [...document.querySelectorAll('select[name=' + name + '] option')].find((o) => o.text.replace(/\s+/g, ' ').trim() === text);
  if (!option || !option.parentElement.checkVisibility()) return false;
  option.selected = true;
  option.parentElement.dispatchEvent(new Event('input', {bubbles: true}));
  option.parentElement.dispatchEvent(new Event('change', {bubbles: true}));
  return true;
})(%q, %q)`
	return script[bool](b, fmt.Sprintf(find, of, text))
}

// visibleText returns what can be read in the page without opening anything, spaces made
// one. The choices of a filter are left out.
func (b *tab) visibleText() string {
	b.t.Helper()
	return script[string](b, `[...document.querySelectorAll('select')].forEach((s) => s.remove()), document.querySelector('main').innerText.replace(/\s+/g, ' ')`)
}
