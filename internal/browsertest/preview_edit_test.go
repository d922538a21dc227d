package browsertest

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// form drives the forms of a preview.
type form struct {
	*workshop
	b     *tab
	files map[string]string // what each file of the content must say
}

func newForm(t *testing.T) *form {
	f := &form{workshop: newWorkshop(t, "--edit"), b: open(t), files: make(map[string]string)}
	for name, text := range f.written() {
		f.files[name] = text
	}
	return f
}

// written returns the files of the content.
func (f *form) written() map[string]string {
	f.t.Helper()
	files := make(map[string]string)
	f.must(filepath.Walk(f.dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			if info != nil && info.Name() == ".git" {
				return filepath.SkipDir
			}
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(f.dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	}))
	return files
}

// differs makes a text stand in the place of another in a file that is to be.
func (f *form) differs(name, from, to string) {
	f.t.Helper()
	if strings.Count(f.files[name], from) != 1 {
		f.t.Fatalf("%s has %q %d times", name, from, strings.Count(f.files[name], from))
	}
	f.files[name] = strings.Replace(f.files[name], from, to, 1)
}

// check checks that every byte of the content is what it is to be.
func (f *form) check() {
	f.t.Helper()
	now := f.written()
	for name, want := range f.files {
		if now[name] != want {
			f.t.Errorf("%s is\n%s\nwant\n%s", name, now[name], want)
		}
	}
	if len(now) != len(f.files) {
		f.t.Errorf("%d files, want %d", len(now), len(f.files))
	}
}

// follow follows a link by its name, with the keyboard.
func (f *form) follow(name string) {
	f.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('a')].find((a) => (a.getAttribute('aria-label') ?? a.textContent).trim() === %q && a.checkVisibility())`, name)
	f.b.until(`!!` + find)
	f.b.run(find + `.focus()`)
	f.b.do(chromedp.KeyEvent(kb.Enter))
	f.b.until(`location.pathname.startsWith('/_wijkvisie/bewerk/') && document.readyState === 'complete'`)
}

// panel opens the list of what can be changed on a page.
func (f *form) panel() { f.b.run(`document.querySelector('[data-wv-edit]').open = true`) }

// fill fills in a field.
func (f *form) fill(name, value string) {
	f.t.Helper()
	f.b.run(fmt.Sprintf(`{
		const field = document.querySelector('form [name="%s"]:not([hidden])');
		field.focus();
		field.value = %q;
		if (field.value !== %[2]q) throw new Error('it is ' + field.value);
		field.dispatchEvent(new Event('input', {bubbles: true}));
	}`, name, value))
}

// save presses the button of the form.
func (f *form) save() {
	f.t.Helper()
	f.b.run(`window.old = true; document.querySelector('.buttons button').focus()`)
	f.b.do(chromedp.KeyEvent(kb.Enter))
	f.b.until(`!window.old && document.readyState === 'complete'`)
}

// saved waits for the page on which the form was opened, and checks what was written.
func (f *form) saved(back string) {
	f.t.Helper()
	f.save()
	if at := script[string](f.b, `location.pathname`); at != back {
		f.t.Fatalf("after saving it is at %s:\n%s", at, script[string](f.b, `document.querySelector('main').innerText`))
	}
	f.b.until(`document.querySelector('[data-wv-saved]')?.textContent.includes('Bewaard in')`)
	f.check()
}

// problems returns how many errors and warnings the content has.
func (f *form) problems() [2]int {
	f.t.Helper()
	out, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: os.DirFS(f.dir), Date: city.Day{Year: 2013, Month: 3, Day: 1}})
	if err == nil {
		err = out.Check(f.t.Context())
	}
	f.must(err)
	return [2]int{out.Diagnostics.Count(diag.Error), out.Diagnostics.Count(diag.Warning)}
}

const (
	swimming   = "/wijken/overvecht/behoeften/zwemles/"
	crossing   = "/wijken/overvecht/behoeften/veilige-oversteek-einsteindreef/"
	works2012  = "programmas/stadswerken-2012.md"
	worksPage  = "/programmas/stadswerken-2012/"
	privacy    = "paginas/privacy.md"
	privacyURL = "/privacy/"
)

// TestEditingWhereItStands does what people come for, by driving the forms; after each task every
// byte that was not meant to change is the same.
func TestEditingWhereItStands(t *testing.T) {
	f := newForm(t)
	b := f.b
	before := f.problems()

	b.visit(f.url + swimming) // the title of a need
	f.follow("Bewerk: Behoefte: Zwemles voor kinderen, dicht bij huis")
	f.fill("titel", "Zwemles: dicht bij huis")
	f.differs(overvecht, "titel: Zwemles voor kinderen, dicht bij huis", `titel: "Zwemles: dicht bij huis"`)
	f.saved(swimming)
	if title := script[string](b, `document.querySelector('h1').textContent`); title != "Zwemles: dicht bij huis" {
		t.Errorf("the page says %q", title)
	}
	// Who comes back is where the link stood.
	b.until(`document.activeElement.className === 'wv-edit' && document.activeElement.getAttribute('aria-label').startsWith('Bewerk: Behoefte')`)

	b.visit(f.url + worksPage) // the date of a commitment moves, with its reason
	f.panel()
	f.follow("Nieuw bericht bij sw-2012-034")
	f.fill("datum", "2013-03-01")
	f.fill("gereed", "2013-Q4")
	b.until(`document.getElementById('m-v-reden').textContent.includes('de reden ontbreekt')`) // as one types
	f.save()
	if !script[bool](b, `document.querySelector('[role=alert]').textContent.includes('Er is niets bewaard') && document.activeElement.name === 'reden' && document.querySelector('[name=gereed]').value === '2013-Q4'`) {
		t.Error("a date that moves without a reason is not refused at its field")
	}
	f.check()
	f.fill("reden", "De kabels, en de winter.")
	f.differs(works2012, "in ruil voor een hek.}\n", "in ruil voor een hek.}\n      - {datum: 2013-03-01, gereed: 2013-Q4, reden: \"De kabels, en de winter.\"}\n")
	f.saved(worksPage)

	f.panel() // a step of progress
	f.follow("Nieuw bericht bij sw-2012-001")
	f.fill("datum", "2013-02-20")
	f.fill("status", "gerealiseerd")
	f.fill("tekst", "De rekken staan er.")
	rack := regexp.MustCompile(`(?s)id: sw-2012-001\n.*?voortgang:\n(?:      - [^\n]*\n)*`).FindString(f.files[works2012])
	f.differs(works2012, rack, rack+"      - {datum: 2013-02-20, status: gerealiseerd, tekst: De rekken staan er.}\n")
	f.saved(worksPage)

	b.visit(f.url + crossing) // an answer
	f.follow("Nieuw antwoord")
	f.follow("Uitvoeringsprogramma Stadswerken 2012")
	if got := script[string](b, `document.querySelector('[name=behoefte]').value`); got != "overvecht/veilige-oversteek-einsteindreef" {
		t.Errorf("the answer is to %q", got)
	}
	f.fill("antwoord", "in-onderzoek")
	f.fill("reden", "Wij kijken of er nog een lamp bij kan.")
	f.fill("datum", "2013-02-28")
	f.differs(works2012, "    datum: 2012-03-13\n", "    datum: 2012-03-13\n  - behoefte: overvecht/veilige-oversteek-einsteindreef\n    antwoord: in-onderzoek\n    reden: Wij kijken of er nog een lamp bij kan.\n    datum: 2013-02-28\n")
	f.saved(crossing)

	b.visit(f.url + crossing) // a judgement
	f.panel()
	f.follow("Oordeel van Ouders van een basisschool, 2013-11-28")
	f.fill("oordeel", "deels")
	f.fill("tekst", "Nu branden de lampen ook, meestal.")
	f.differs(overvecht, "oordeel: gerealiseerd, tekst: Nu branden de lampen ook. De meeste kinderen uit groep 6 gaan weer zonder ons.}", "oordeel: deels, tekst: \"Nu branden de lampen ook, meestal.\"}")
	f.saved(crossing)

	b.visit(f.url + crossing) // a story
	f.follow("Bewerk: Het verhaal")
	text := strings.ReplaceAll(script[string](b, `document.querySelector('[name=tekst]').value`), "214 kinderen", "*214* kinderen")
	f.fill("tekst", text)
	f.differs(overvecht, "ochtend 214 kinderen", "ochtend *214* kinderen")
	f.saved(crossing)

	b.visit(f.url + privacyURL) // the text of a page
	f.follow("Bewerk: De tekst")
	f.fill("tekst", script[string](b, `document.querySelector('[name=tekst]').value`)+"\n\nNog een regel.")
	f.files[privacy] = strings.TrimRight(f.files[privacy], "\n") + "\n\nNog een regel.\n"
	f.saved(privacyURL)

	b.visit(f.url + "/wijken/overvecht/") // a new need
	f.panel()
	f.follow("Nieuwe behoefte")
	f.fill("titel", "Een fontein op het plein")
	f.fill("thema", "groen")
	b.run(`document.querySelector('[name=buurten][value=taagdreef]').click()`)
	last := regexp.MustCompile(`(?s)behoeften:\n.*?\n---\n`).FindString(f.files[overvecht])
	f.differs(overvecht, last, strings.TrimSuffix(last, "---\n")+"  - id: een-fontein-op-het-plein\n    titel: Een fontein op het plein\n    thema: groen\n    buurten: [taagdreef]\n---\n")
	f.saved("/wijken/overvecht/")
	b.until(`!!document.getElementById('een-fontein-op-het-plein')`)

	// Undone, by what the page says after saving.
	f.differs(overvecht, "  - id: een-fontein-op-het-plein\n    titel: Een fontein op het plein\n    thema: groen\n    buurten: [taagdreef]\n", "")
	b.until(`!!document.querySelector('[data-wv-saved] button')`)
	b.run(`document.querySelector('[data-wv-saved] button').click()`)
	b.until(`document.querySelector('[data-wv-saved]')?.textContent.includes('Ongedaan gemaakt')`)
	f.check()

	b.visit(f.url + "/wijken/overvecht/") // a new vision
	f.panel()
	f.follow("Nieuwe wijkvisie")
	f.fill("van", "2026")
	f.fill("tot", "2029")
	f.save()
	made := "wijkvisies/overvecht-2026-2029.md"
	f.files[made] = f.written()[made]
	if !script[bool](b, `document.querySelector('h1').textContent.startsWith('Wijkvisie')`) || !strings.Contains(f.files[made], "periode: 2026-2029\n") || !strings.Contains(f.files[made], "status: concept\n") {
		t.Errorf("the new vision is\n%s", f.files[made])
	}
	f.check()
	f.fill("samenvatting", "Overvecht kijkt vooruit.")
	f.differs(made, "\nstatus: concept\n", "\nstatus: concept\nsamenvatting: Overvecht kijkt vooruit.\n")
	f.saved("/wijken/overvecht/2026-2029/")

	if after := f.problems(); after[0] > before[0] || after[1] > before[1] {
		t.Errorf("the content had %v errors and warnings and has %v", before, after)
	}
	for _, wrong := range b.complaints() {
		if !strings.Contains(wrong, "422") { // the form that was refused, as it should be
			t.Error(wrong)
		}
	}
}

// What somebody else saved meanwhile is never overwritten: the form shows both.
func TestAFormShowsWhatSomebodyElseSaved(t *testing.T) {
	f := newForm(t)
	b := f.b
	b.visit(f.url + swimming)
	f.follow("Bewerk: Behoefte: Zwemles voor kinderen, dicht bij huis")
	f.fill("titel", "Mijn titel")
	f.differs(overvecht, "Zwemles voor kinderen, dicht bij huis", "Hun titel")
	f.must(os.WriteFile(f.file(overvecht), []byte(f.files[overvecht]), 0o644))
	f.save()
	if got := script[string](b, `[document.querySelector('[name=titel]').value, document.querySelector('.theirs pre').textContent, document.activeElement.name].join()`); got != "Mijn titel,Hun titel,titel" {
		t.Errorf("the form says %s", got)
	}
	f.check()
	f.differs(overvecht, "Hun titel", "Mijn titel")
	f.saved(swimming)
}

// Everything is done with the keyboard, and what was typed is not thrown away unasked.
func TestFormsWithTheKeyboard(t *testing.T) {
	f := newForm(t)
	b := f.b
	b.visit(f.url + swimming)
	// The link is reached with Tab.
	b.until(`!!document.querySelector('.wv-edit')`)
	for range 60 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if script[bool](b, `document.activeElement.className === 'wv-edit'`) {
			break
		}
	}
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.name === 'titel' && document.readyState === 'complete'`)
	b.do(chromedp.KeyEvent(kb.End))
	b.do(chromedp.KeyEvent("!"))
	b.run(`window.confirm = () => { window.wasAsked = true; return false }`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`window.wasAsked && document.querySelector('[name=titel]').value.endsWith('!')`)
	b.run(`window.confirm = () => true`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`location.pathname === '` + swimming + `' && document.activeElement.className === 'wv-edit'`)
	f.check()

	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.name === 'titel' && document.readyState === 'complete'`)
	b.do(chromedp.KeyEvent(kb.End))
	b.do(chromedp.KeyEvent("!"))
	b.do(chromedp.KeyEvent(kb.Enter)) // saves
	f.differs(overvecht, "dicht bij huis\n", "dicht bij huis!\n")
	b.until(`location.pathname === '` + swimming + `' && document.activeElement.className === 'wv-edit'`)
	f.check()

	b.do(chromedp.KeyEvent(kb.Enter)) // nothing typed: nothing asked
	b.until(`document.activeElement.name === 'titel' && document.readyState === 'complete'`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`location.pathname === '` + swimming + `'`)
}

// A page of another origin writes nothing, even if it knew the token.
func TestAnotherOriginWritesNothing(t *testing.T) {
	f := newForm(t)
	address := "/_wijkvisie/bewerk/veld?" + url.Values{"bestand": {overvecht}, "plek": {"behoeften/zwemles"}, "terug": {"/"}}.Encode()
	response, err := http.Get(f.url + address)
	f.must(err)
	page, err := io.ReadAll(response.Body)
	f.must(err)
	response.Body.Close()
	token := regexp.MustCompile(`name="sleutel" value="([^"]+)"`).FindSubmatch(page)
	if token == nil {
		t.Fatalf("no token in\n%s", page)
	}
	stolen := url.Values{"sleutel": {string(token[1])}, "bestand": {overvecht}, "plek": {"behoeften/zwemles"}, "titel": {"Gekaapt"}, "was.titel": {"Zwemles voor kinderen, dicht bij huis"}}
	var inputs strings.Builder
	for name := range stolen {
		fmt.Fprintf(&inputs, `<input name="%s" value="%s">`, name, stolen.Get(name))
	}
	evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<form method="post" action="%s/_wijkvisie/bewerk/veld">%s<button>x</button></form>`, f.url, inputs.String())
	}))
	defer evil.Close()
	for _, from := range []string{evil.URL, strings.Replace(evil.URL, "127.0.0.1", "localhost", 1)} {
		f.b.visit(from)
		f.b.run(fmt.Sprintf(`fetch('%s/_wijkvisie/bewerk/veld', {method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams(%q)})`, f.url, stolen.Encode()))
		if read := script[bool](f.b, fmt.Sprintf(`fetch('%s%s').then((r) => r.text()).then(() => true, () => false)`, f.url, address)); read {
			t.Error("a page of another origin reads the form")
		}
		f.b.run(`document.querySelector('button').click()`)
		f.b.until(`location.pathname.endsWith('/veld') && document.body.textContent.includes('vanuit het voorbeeld zelf')`)
		f.check()
	}
}

// TestFormsForEverybody looks at each kind of form on a phone, in the dark, and with axe.
func TestFormsForEverybody(t *testing.T) {
	f := newForm(t)
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	f.must(err)
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=x", "-c", "user.email=x@example.nl", "-c", "commit.gpgsign=false", "commit", "-qm", "x"}} {
		if out, err := exec.Command("git", append([]string{"-C", f.dir}, args...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}
	f.edit(overvecht, "Zwemles voor kinderen, dicht bij huis", "Zwemles")
	at := func(file, place string) string {
		return "/_wijkvisie/bewerk/veld?" + url.Values{"bestand": {file}, "plek": {place}, "terug": {swimming}}.Encode()
	}
	for _, address := range []string{
		at(overvecht, ""), at(overvecht, "behoeften/veilige-oversteek-einsteindreef"), at(overvecht, "behoeften/veilige-oversteek-einsteindreef/oordelen/@0"), at(works2012, "toezeggingen/sw-2012-031"),
		at(works2012, "toezeggingen/sw-2012-031/voortgang/+"), at(works2012, "antwoorden/@0"), at("site.yaml", ""), at("wijken/overvecht.md", ""), at(overvecht, "behoeften/weg"),
		"/_wijkvisie/bewerk/tekst?bestand=" + overvecht + "&stuk=zwemles", "/_wijkvisie/bewerk/wijkvisie", "/_wijkvisie/bewerk/antwoord", "/_wijkvisie/bewerk/", swimming,
	} {
		for _, l := range looks() {
			if l.forced || l.width > 320 && l.scheme == "dark" {
				continue
			}
			f.b.as(l)
			f.b.visit(f.url + address)
			if address == swimming { // the page has tests of its own; here it is what the editor adds
				f.b.until(`!!document.querySelector('.wv-edit')`)
				f.panel()
			}
			if wide := script[int](f.b, `document.documentElement.scrollWidth`); int64(wide) > l.width {
				t.Errorf("%s at %s is %d wide", address, l.name, wide)
			}
			switch { // what is wide finds the same as what is narrow
			case l.width > 320:
			case l.scheme == "dark":
				f.b.passesAxe(t, address+" at "+l.name, string(axe), `{resultTypes: ['violations'], runOnly: `+ofColours+`}`)
			default:
				f.b.passesAxe(t, address+" at "+l.name, string(axe), `{resultTypes: ['violations']}`)
			}
		}
	}
	f.b.visit(f.url + "/_wijkvisie/bewerk/")
	if text := script[string](f.b, `document.querySelector('main').innerText`); !strings.Contains(text, "overvecht/zwemles") || !strings.Contains(text, "git -C ") {
		t.Errorf("the overview says\n%s", text)
	}
}
