package editing_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"golang.org/x/net/html"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/editing"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/relate"
)

const (
	visionFile = "wijkvisies/oost-2011.md"
	vision     = `---
# Over deze visie.
titel: Wijkvisie Oost
wijk: oost
periode: 2011-2014
status: vastgesteld
vastgesteld-op: 2011-05-19   # door het college
behoeften:
  - id: oversteek
    titel: 'Veilig oversteken'  # zo zei men het
    thema: verkeer
    ingebracht-door: [Wijkraad, "ouders"]
    oordelen:
      - {datum: 2012-11-01, door: Wijkraad, oordeel: deels, tekst: "De berm, niet de lamp."}
  - id: bankje
    titel: Een bankje
    thema: groen
    prioriteit: 2
---
Inleiding.

## Veilig oversteken {#oversteek}

Daar rijden auto’s.

## Slot

Dank.
`
	programmeFile = "programmas/werken-2011.md"
	programme     = "---\r\ntitel: Programma\r\ndienst: werken\r\njaar: 2011\r\nstatus: vastgesteld\r\ntoezeggingen:\r\n  - id: w-001\r\n    titel: Plateau\r\n    behoeften: [oost/oversteek]\r\n    gereed: 2011-10  # eerst\r\n    voortgang:\r\n      - {datum: 2011-07-01, status: in-uitvoering, tekst: Begonnen.}\r\n---\r\nTekst.\r\n"
)

// desk is an editor of a content folder.
type desk struct {
	t   *testing.T
	dir string
	*editing.Editor
	graph func() *relate.Graph
	saved func() // called just before bytes are written
	wrong error  // of writing and removing
	// unread is what is wrong with reading.
	unread error
}

type folder struct{ d *desk }

func (f folder) name(name string) string { return filepath.Join(f.d.dir, filepath.FromSlash(name)) }

func (f folder) Read(name string) ([]byte, error) {
	if f.d.unread != nil {
		return nil, f.d.unread
	}
	return os.ReadFile(f.name(name))
}

func (f folder) Replace(name string, data []byte) error {
	if f.d.wrong != nil {
		return f.d.wrong
	}
	return os.WriteFile(f.name(name), data, 0o644)
}

func (f folder) Create(name string, data []byte) error {
	file, err := os.OpenFile(f.name(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(data)
	return err
}

func (f folder) Remove(name string) error {
	if f.d.wrong != nil {
		return f.d.wrong
	}
	return os.Remove(f.name(name))
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return newDeskAt(t, "")
}

// newDeskAt returns an editor of a site of which the addresses begin with base.
func newDeskAt(t *testing.T, base string) *desk {
	t.Helper()
	d := &desk{t: t, dir: t.TempDir()}
	for name, text := range map[string]string{
		"site.yaml":          "titel: Wijken\ngemeente: Stad\nthemas:\n  - {id: verkeer, naam: Verkeer}\n  - {id: groen, naam: Groen}\n",
		"wijken/oost.md":     "---\nnaam: Oost\n---\nOost.\n",
		"diensten/werken.md": "---\nnaam: Werken\n---\n",
		visionFile:           vision, programmeFile: programme,
		"programmas/toml.md": "+++\ntitel = \"T\"\ndienst = \"werken\"\njaar = 2012\nstatus = \"concept\"\n+++\nTekst.\n",
	} {
		d.write(name, text)
	}
	var mu sync.Mutex // held while pipe runs
	var pipe pipeline.Pipeline
	check := func(ctx context.Context, name string, data []byte) (*pipeline.Result, error) {
		in := pipeline.Input{Content: os.DirFS(d.dir), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true}
		if name != "" {
			in.Content = pipeline.With(in.Content, name, data)
		}
		mu.Lock()
		defer mu.Unlock()
		out, err := pipe.Prepare(in)
		if err == nil {
			err = out.Check(ctx)
		}
		return out, err
	}
	d.graph = func() *relate.Graph {
		out, err := check(context.Background(), "", nil)
		if err != nil {
			t.Fatal(err)
		}
		return out.Site.Graph
	}
	d.Editor = editing.New(editing.Options{
		Content: folder{d}, Base: base, Graph: func() *relate.Graph { return d.graph() },
		Check: func(ctx context.Context, name string, data []byte) (diag.List, error) {
			out, err := check(ctx, name, data)
			return out.Diagnostics, err
		},
		Shown: func(_ context.Context, write func() error) error {
			if d.saved != nil {
				d.saved()
			}
			return write()
		},
		NewFile: func(kind, id string) (string, string) {
			return fmt.Sprintf("---\ntitel: %s\nwijk: oost\nperiode: 2026-2029\nstatus: concept\n---\n", id), ""
		},
		Changes: func(context.Context) *editing.Changes {
			return &editing.Changes{Files: []string{visionFile}, Meaning: []string{"oost/oversteek: titel <b>"}, Commands: []string{"git push"}}
		},
		Changed: func(context.Context) (int, bool) { return 3, true },
	})
	return d
}

func (d *desk) write(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// is checks what a file says.
func (d *desk) is(name, want string) {
	d.t.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, filepath.FromSlash(name)))
	if err != nil || string(data) != want {
		d.t.Errorf("%s: %v, is\n%s\nwant\n%s", name, err, data, want)
	}
}

// get returns an answer and the values of the forms in it.
func (d *desk) get(address string) (*httptest.ResponseRecorder, url.Values) {
	d.t.Helper()
	w := httptest.NewRecorder()
	d.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1:4011"+address, nil))
	return w, valuesIn(d.t, w.Body.String())
}

// post sends a form as a browser does from a page of this server.
func (d *desk) post(address string, form url.Values, headers ...string) (*httptest.ResponseRecorder, url.Values) {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:4011"+address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "http://127.0.0.1:4011")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w, valuesIn(d.t, w.Body.String())
}

// valuesIn returns what a browser would send of the first form of a page.
func valuesIn(t *testing.T, page string) url.Values {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	values := make(url.Values)
	attr := func(n *html.Node, name string) (string, bool) {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val, true
			}
		}
		return "", false
	}
	for n := range root.Descendants() {
		name, _ := attr(n, "name")
		value, _ := attr(n, "value")
		kind, _ := attr(n, "type")
		_, checked := attr(n, "checked")
		switch {
		case n.Data == "input" && name != "" && (kind != "checkbox" || checked):
			values.Add(name, value)
		case n.Data == "textarea" && name != "":
			text := ""
			if n.FirstChild != nil {
				text = n.FirstChild.Data
			}
			values.Add(name, strings.ReplaceAll(text, "\n", "\r\n"))
		case n.Data == "option":
			if _, selected := attr(n, "selected"); selected {
				for p := n.Parent; p != nil; p = p.Parent {
					if p.Data == "select" {
						name, _ := attr(p, "name")
						values.Add(name, value)
					}
				}
			}
		}
	}
	return values
}

func formOf(file, place string) string {
	return editing.URL + "veld?" + url.Values{"bestand": {file}, "plek": {place}, "terug": {"/wijken/oost/"}}.Encode()
}

// saved checks that an answer leads back to the page after a save.
func (d *desk) wasSaved(w *httptest.ResponseRecorder) {
	d.t.Helper()
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/wijken/oost/?bewaard=") {
		d.t.Fatalf("status %d to %q\n%s", w.Code, to, w.Body)
	}
}

func TestSaving(t *testing.T) {
	for name, c := range map[string]struct {
		file, place string
		fill        url.Values
		want        string
	}{
		"a title": {visionFile, "behoeften/oversteek", url.Values{"titel": {"Veilig: oversteken"}},
			strings.Replace(vision, "'Veilig oversteken'  # zo", "\"Veilig: oversteken\"  # zo", 1)},
		"a choice, a list and what was not there": {visionFile, "behoeften/oversteek", url.Values{"thema": {"groen"}, "ingebracht-door": {"Wijkraad\r\n\r\nschool\r\nouders "}, "prioriteit": {"1"}},
			strings.NewReplacer("verkeer\n    ingebracht-door: [Wijkraad, \"ouders\"]", "groen\n    prioriteit: 1\n    ingebracht-door: [Wijkraad, school, \"ouders\"]").Replace(vision)},
		"what is emptied": {visionFile, "behoeften/bankje", url.Values{"prioriteit": {""}}, strings.Replace(vision, "    prioriteit: 2\n", "", 1)},
		"a judgement": {visionFile, "behoeften/oversteek/oordelen/@0", url.Values{"oordeel": {"gerealiseerd"}},
			strings.Replace(vision, "oordeel: deels", "oordeel: gerealiseerd", 1)},
		"a new judgement": {visionFile, "behoeften/oversteek/oordelen/+", url.Values{"door": {"Wijkraad"}, "oordeel": {"niet"}, "tekst": {"Nee, nog niet."}},
			strings.Replace(vision, "lamp.\"}\n", "lamp.\"}\n      - {datum: 2013-03-01, door: Wijkraad, oordeel: niet, tekst: \"Nee, nog niet.\"}\n", 1)},
		"a new need": {visionFile, "behoeften/+", url.Values{"titel": {"Één boom"}, "thema": {"groen"}},
			strings.Replace(vision, "    prioriteit: 2\n", "    prioriteit: 2\n  - id: een-boom\n    titel: Één boom\n    thema: groen\n", 1)},
		"the vision itself": {visionFile, "", url.Values{"samenvatting": {"Een\r\nTwee"}, "bron.titel": {"Besluit"}},
			strings.Replace(vision, "college\n", "college\nsamenvatting: |\n  Een\n  Twee\nbron: {titel: Besluit}\n", 1)},
		"a commitment, with CRLF": {programmeFile, "toezeggingen/w-001", url.Values{"gereed": {"2011-Q3"}, "budget": {"5000"}},
			strings.Replace(programme, "gereed: 2011-10  # eerst\r\n", "gereed: 2011-Q3  # eerst\r\n    budget: 5000\r\n", 1)},
		"a step of progress": {programmeFile, "toezeggingen/w-001/voortgang/+", url.Values{"datum": {"2012-01-10"}, "gereed": {"2012-03"}, "reden": {"Kabels, diep."}},
			strings.Replace(programme, "Begonnen.}\r\n", "Begonnen.}\r\n      - {datum: 2012-01-10, gereed: 2012-03, reden: \"Kabels, diep.\"}\r\n", 1)},
		"an answer": {programmeFile, "antwoorden/+", url.Values{"behoefte": {"oost/bankje"}, "antwoord": {"nee"}, "reden": {"Geen plek."}},
			strings.Replace(programme, "Begonnen.}\r\n", "Begonnen.}\r\nantwoorden:\r\n  - {behoefte: oost/bankje, antwoord: nee, reden: Geen plek., datum: 2013-03-01}\r\n", 1)},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			w, values := d.get(formOf(c.file, c.place))
			if w.Code != http.StatusOK {
				t.Fatalf("status %d\n%s", w.Code, w.Body)
			}
			for key, value := range c.fill {
				if !values.Has("was." + key) {
					t.Errorf("the form has no %s", key)
				}
				values[key] = value
			}
			w, _ = d.post(editing.URL+"veld", values)
			d.wasSaved(w)
			d.is(c.file, c.want)
		})
	}
}

func TestANewErrorIsNotSaved(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		file, place, field, value, says string
	}{
		{visionFile, "behoeften/oversteek", "titel", "", "bij &#34;titel&#34; is niets ingevuld"},
		{visionFile, "behoeften/bankje", "thema", "zorg", "thema &#34;zorg&#34; staat niet in site.yaml"},
		{programmeFile, "toezeggingen/w-001", "gereed", "eind 2012", "eind 2012"},
		{programmeFile, "toezeggingen/w-001/voortgang/@0", "status", "vervallen", "de reden ontbreekt"},
	} {
		_, values := d.get(formOf(c.file, c.place))
		values.Set(c.field, c.value)
		w, again := d.post(editing.URL+"veld", values)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), c.says) || !strings.Contains(w.Body.String(), `role="alert"`) {
			t.Errorf("%s: status %d\n%s", c.says, w.Code, w.Body)
		}
		if again.Get(c.field) != c.value {
			t.Errorf("%s: what was typed became %q", c.says, again.Get(c.field))
		}
		w, _ = d.post(editing.URL+"controle", values)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"severity":"error"`) {
			t.Errorf("%s: while typing: %d %s", c.says, w.Code, w.Body)
		}
	}
	d.is(visionFile, vision)
	d.is(programmeFile, programme)
}

func TestAnErrorThatWasThereDoesNotKeepFromMending(t *testing.T) {
	d := newDesk(t)
	broken := strings.Replace(vision, "prioriteit: 2", "prioriteit: twee\n    vervallen-op: 2012-13-01", 1)
	d.write(visionFile, broken)
	_, values := d.get(formOf(visionFile, "behoeften/bankje"))
	values.Set("prioriteit", "2")
	w, _ := d.post(editing.URL+"veld", values)
	d.wasSaved(w)
	d.is(visionFile, strings.Replace(broken, "twee", "2", 1))
}

func TestAFileThatChangedMeanwhileIsNotOverwritten(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/oversteek"))
	theirs := strings.NewReplacer("'Veilig oversteken'", "Oversteken", "thema: verkeer", "thema: groen", "titel: Een bankje", "titel: Twee bankjes").Replace(vision)
	d.write(visionFile, theirs)
	values.Set("titel", "Mijn titel")
	w, again := d.post(editing.URL+"veld", values)
	body := w.Body.String()
	if w.Code != http.StatusConflict || !strings.Contains(body, "<pre>Oversteken</pre>") || !strings.Contains(body, "neem.titel") {
		t.Fatalf("status %d\n%s", w.Code, body)
	}
	d.is(visionFile, theirs)
	if again.Get("titel") != "Mijn titel" || again.Get("thema") != "groen" {
		t.Errorf("the form says %v", again)
	}
	// Mine.
	mine := strings.Replace(theirs, "titel: Oversteken", "titel: Mijn titel", 1)
	w, _ = d.post(editing.URL+"veld", again)
	d.wasSaved(w)
	d.is(visionFile, mine)
	// Nothing, as they have it.
	d.write(visionFile, strings.Replace(theirs, "    prioriteit: 2\n", "", 1))
	_, old := d.get(formOf(visionFile, "behoeften/bankje"))
	old.Set("was.prioriteit", "2")
	old.Set("prioriteit", "3")
	if w, _ := d.post(editing.URL+"veld", old); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "niets meer") {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	d.write(visionFile, mine)
	// Theirs.
	d.write(visionFile, theirs)
	again.Set("neem.titel", "1")
	if w, _ = d.post(editing.URL+"veld", again); w.Code != http.StatusSeeOther {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	d.is(visionFile, theirs)
}

func TestAChangeElsewhereInTheFileStays(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/oversteek"))
	d.write(visionFile, strings.Replace(vision, "Een bankje", "Twee bankjes", 1))
	values.Set("titel", "Over")
	w, _ := d.post(editing.URL+"veld", values)
	d.wasSaved(w)
	d.is(visionFile, strings.NewReplacer("Een bankje", "Twee bankjes", "'Veilig oversteken'  #", "Over  #").Replace(vision))
}

func TestAChangeAtTheMomentOfWritingIsNotOverwritten(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/oversteek"))
	values.Set("titel", "Over")
	theirs := strings.Replace(vision, "Dank.", "Dank u.", 1)
	d.saved = func() { d.write(visionFile, theirs) }
	if w, again := d.post(editing.URL+"veld", values); w.Code != http.StatusConflict || again.Get("titel") != "Over" {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	d.is(visionFile, theirs)
}

func TestTheIDOfANewCommitmentIsSuggested(t *testing.T) {
	d := newDesk(t)
	if _, values := d.get(formOf(programmeFile, "toezeggingen/+")); values.Get("id") != "w-002" {
		t.Errorf("%q", values.Get("id"))
	}
	d.write(programmeFile, "---\ntitel: P\ndienst: werken\nperiode: 2011-2014\nstatus: concept\n# toezeggingen: []\n---\n")
	_, values := d.get(formOf(programmeFile, "toezeggingen/+"))
	if values.Get("id") != "werken-2011-001" {
		t.Errorf("%q", values.Get("id"))
	}
	values.Set("titel", "Een boom")
	w, _ := d.post(editing.URL+"veld", values)
	d.wasSaved(w)
	d.is(programmeFile, "---\ntitel: P\ndienst: werken\nperiode: 2011-2014\nstatus: concept\ntoezeggingen:\n  - id: werken-2011-001\n    titel: Een boom\n# toezeggingen: []\n---\n")
}

func TestAButtonThatIsPressedTwice(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/oversteek/oordelen/+"))
	values.Set("door", "Wijkraad")
	values.Set("oordeel", "niet")
	for range 2 {
		w, _ := d.post(editing.URL+"veld", values)
		d.wasSaved(w)
	}
	d.is(visionFile, strings.Replace(vision, "lamp.\"}\n", "lamp.\"}\n      - {datum: 2013-03-01, door: Wijkraad, oordeel: niet}\n", 1))
	_, values = d.get(formOf(visionFile, "behoeften/bankje"))
	values.Set("titel", "Twee bankjes")
	for range 2 {
		if w, _ := d.post(editing.URL+"veld", values); w.Code != http.StatusSeeOther {
			t.Errorf("status %d", w.Code)
		}
	}
}

func TestUndo(t *testing.T) {
	d := newDesk(t)
	save := func(title string) string {
		_, values := d.get(formOf(visionFile, "behoeften/bankje"))
		values.Set("titel", title)
		w, _ := d.post(editing.URL+"veld", values)
		d.wasSaved(w)
		return strings.TrimPrefix(w.Header().Get("Location"), "/wijken/oost/?bewaard=")
	}
	_, overview := d.get(editing.URL)
	undo := func(number string) int {
		_, values := d.get(editing.URL + "wijkvisie")
		w, _ := d.post(editing.URL+"ongedaan", url.Values{"sleutel": values["sleutel"], "nummer": {number}, "terug": {"/"}})
		return w.Code
	}
	if overview.Has("nummer") {
		t.Error("there is something to undo")
	}
	first, second := save("Eerste"), save("Tweede")
	if code := undo(first); code != http.StatusConflict {
		t.Errorf("what came before something else is undone: %d", code)
	}
	if undo(second) != http.StatusSeeOther || undo(second) != http.StatusNotFound || undo(first) != http.StatusSeeOther {
		t.Error("not undone")
	}
	d.is(visionFile, vision)
	third := save("Derde")
	theirs := strings.Replace(vision, "Dank.", "Dank u.", 1)
	d.write(visionFile, theirs)
	if code := undo(third); code != http.StatusConflict {
		t.Errorf("a file that changed since is overwritten: %d", code)
	}
	d.is(visionFile, theirs)
	d.write(visionFile, vision)
	var numbers []string
	for i := range 12 {
		numbers = append(numbers, save(fmt.Sprint("Titel ", i)))
	}
	for _, number := range numbers {
		defer func() { _ = undo(number) }()
	}
	if undo(numbers[1]) != http.StatusNotFound {
		t.Error("more than ten saves are kept")
	}
}

// What cannot be undone says why, and can be tried again.
func TestAnUndoThatFails(t *testing.T) {
	d := newDesk(t)
	undo := func(number string) *httptest.ResponseRecorder {
		_, values := d.get(editing.URL + "wijkvisie")
		w, _ := d.post(editing.URL+"ongedaan", url.Values{"sleutel": values["sleutel"], "nummer": {number}, "terug": {"/"}})
		return w
	}
	_, values := d.get(formOf(visionFile, "behoeften/bankje"))
	values.Set("titel", "Twee bankjes")
	w, _ := d.post(editing.URL+"veld", values)
	d.wasSaved(w)
	_, values = d.get(editing.URL + "wijkvisie?wijk=oost")
	if w, _ := d.post(editing.URL+"wijkvisie", values); w.Code != http.StatusSeeOther {
		t.Fatalf("status %d\n%s", w.Code, w.Body)
	}
	for _, number := range []string{"1", "2"} {
		for want, wrong := range map[string][2]error{
			"is alleen te lezen": {fs.ErrPermission, nil}, "plaats op de schijf": {&fs.PathError{Op: "write", Path: "/geheim", Err: syscall.ENOSPC}, nil},
			"is een link naar een ander bestand": {nil, fs.ErrInvalid}, "kan niet worden": {nil, &fs.PathError{Op: "read", Path: "/geheim", Err: syscall.EIO}},
		} {
			d.wrong, d.unread = wrong[0], wrong[1]
			w := undo(number)
			if page := w.Body.String(); w.Code != http.StatusConflict || !strings.Contains(page, want) || !strings.Contains(page, "Er is niets ongedaan gemaakt") || strings.Contains(page, "/geheim") {
				t.Errorf("%s: status %d, not %q\n%s", number, w.Code, want, page)
			}
		}
		d.wrong, d.unread = nil, nil
	}
	if err := os.Rename(filepath.Join(d.dir, visionFile), filepath.Join(d.dir, "weg")); err != nil {
		t.Fatal(err)
	}
	if w := undo("1"); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "is er niet meer") {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	d.write(visionFile, strings.Replace(vision, "Een bankje", "Twee bankjes", 1))
	for _, number := range []string{"1", "2"} {
		if w := undo(number); w.Code != http.StatusSeeOther {
			t.Errorf("%s cannot be tried again: %d\n%s", number, w.Code, w.Body)
		}
	}
	d.is(visionFile, vision)
}

// A new file that somebody took away already is gone, as undoing would make it.
func TestAnUndoOfAFileThatIsGone(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(editing.URL + "wijkvisie?wijk=oost")
	d.post(editing.URL+"wijkvisie", values)
	if err := os.Remove(filepath.Join(d.dir, "wijkvisies", "oost-"+values.Get("van")+"-"+values.Get("tot")+".md")); err != nil {
		t.Fatal(err)
	}
	if w, _ := d.post(editing.URL+"ongedaan", url.Values{"sleutel": values["sleutel"], "nummer": {"1"}, "terug": {"/"}}); w.Code != http.StatusSeeOther {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
}

func TestText(t *testing.T) {
	d := newDesk(t)
	text := func(file, section string) string {
		return editing.URL + "tekst?" + url.Values{"bestand": {file}, "stuk": {section}, "terug": {"/wijken/oost/"}}.Encode()
	}
	_, values := d.get(text(visionFile, "oversteek"))
	if got := values.Get("tekst"); got != "## Veilig oversteken {#oversteek}\r\n\r\nDaar rijden auto’s." {
		t.Errorf("the section is %q", got)
	}
	values.Set("tekst", "## Veilig oversteken {#oversteek}\r\n\r\nDaar rijden **bussen**.\r\n")
	w, _ := d.post(editing.URL+"tekst", values)
	d.wasSaved(w)
	d.is(visionFile, strings.Replace(vision, "auto’s", "**bussen**", 1))

	d.write(visionFile, strings.Replace(vision, "Daar rijden", "Hier rijden", 1))
	values.Set("was.tekst", "## Veilig oversteken {#oversteek}\r\n\r\nDaar rijden auto’s.")
	if w, _ := d.post(editing.URL+"tekst", values); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "Hier rijden auto’s") {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	d.write(visionFile, vision)

	_, values = d.get(text(visionFile, "bankje"))
	values.Set("tekst", values.Get("tekst")+"Om te zitten.")
	w, _ = d.post(editing.URL+"tekst", values)
	d.wasSaved(w)
	d.is(visionFile, vision+"\n## Een bankje {#bankje}\n\nOm te zitten.\n")

	_, values = d.get(text("programmas/toml.md", ""))
	values.Set("tekst", "Andere tekst.")
	w, _ = d.post(editing.URL+"tekst", values)
	d.wasSaved(w)
	d.is("programmas/toml.md", "+++\ntitel = \"T\"\ndienst = \"werken\"\njaar = 2012\nstatus = \"concept\"\n+++\nAndere tekst.\n")

	_, values = d.get(text(programmeFile, ""))
	values.Set("tekst", "Zie [dit](weg.md).")
	if w, _ := d.post(editing.URL+"tekst", values); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a broken link is saved: %d", w.Code)
	}
	d.is(programmeFile, programme)
}

func TestANewVision(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(editing.URL + "wijkvisie?wijk=oost&terug=/wijken/oost/")
	if values.Get("van") != "2013" || values.Get("tot") != "2016" {
		t.Errorf("the years are %s and %s, of 2013", values.Get("van"), values.Get("tot"))
	}
	values.Set("van", "2026")
	values.Set("tot", "2025")
	w, values := d.post(editing.URL+"wijkvisie", values)
	if page := w.Body.String(); w.Code != http.StatusUnprocessableEntity || !strings.Contains(page, `href="/wijken/oost/"`) || strings.Contains(page, `href="/"`) {
		t.Errorf("status %d\n%s", w.Code, page)
	}
	values.Set("tot", "2029")
	w, _ = d.post(editing.URL+"wijkvisie", values)
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || !strings.HasPrefix(to, editing.URL+"veld?bestand=wijkvisies%2Foost-2026-2029.md") {
		t.Fatalf("status %d to %s\n%s", w.Code, to, w.Body)
	}
	d.is("wijkvisies/oost-2026-2029.md", "---\ntitel: oost-2026-2029\nwijk: oost\nperiode: 2026-2029\nstatus: concept\n---\n")
	if w, _ := d.post(editing.URL+"wijkvisie", values); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "is er al") {
		t.Errorf("a file is overwritten: %d", w.Code)
	}
	d.post(editing.URL+"ongedaan", url.Values{"sleutel": values["sleutel"], "nummer": {"1"}})
	if _, err := os.Stat(filepath.Join(d.dir, "wijkvisies/oost-2026-2029.md")); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
}

// The form for a new vision leads back to its page, wherever the site is.
func TestANewVisionOfASiteInAFolder(t *testing.T) {
	d := newDeskAt(t, "/stad")
	_, values := d.get(editing.URL + "wijkvisie?wijk=oost&terug=/stad/")
	w, _ := d.post(editing.URL+"wijkvisie", values)
	to, err := url.Parse(w.Header().Get("Location"))
	if err != nil || to.Query().Get("terug") != "/stad/wijken/oost/"+values.Get("van")+"-"+values.Get("tot")+"/" {
		t.Errorf("status %d to %s", w.Code, to)
	}
}

func TestAButtonThatIsPressedTwiceAtOnce(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/oversteek/oordelen/+"))
	values.Set("door", "Wijkraad")
	values.Set("oordeel", "niet")
	var both sync.WaitGroup
	for range 4 {
		both.Go(func() {
			w, again := d.post(editing.URL+"veld", values)
			for w.Code == http.StatusConflict { // what a person does then
				w, again = d.post(editing.URL+"veld", again)
			}
			if w.Code != http.StatusSeeOther {
				t.Errorf("status %d", w.Code)
			}
		})
	}
	both.Wait()
	d.is(visionFile, strings.Replace(vision, "lamp.\"}\n", "lamp.\"}\n      - {datum: 2013-03-01, door: Wijkraad, oordeel: niet}\n", 1))
}

func TestOnlyFormsOfThisServerWrite(t *testing.T) {
	d := newDesk(t)
	_, values := d.get(formOf(visionFile, "behoeften/bankje"))
	values.Set("titel", "Gekaapt")
	for name, headers := range map[string][]string{
		"another site":              {"Sec-Fetch-Site", "cross-site", "Origin", "https://kwaad.example"},
		"another port":              {"Sec-Fetch-Site", "same-site", "Origin", "http://127.0.0.1:5000"},
		"another origin alone":      {"Sec-Fetch-Site", "", "Origin", "http://kwaad.example"},
		"an origin that is hidden":  {"Sec-Fetch-Site", "", "Origin", "null"},
		"nobody knows who":          {"Sec-Fetch-Site", "", "Origin", ""},
		"an address that was typed": {"Sec-Fetch-Site", "none", "Origin", ""},
		"a form of another kind":    {"Content-Type", "text/plain"},
	} {
		if w, _ := d.post(editing.URL+"veld", values, headers...); w.Code < 400 {
			t.Errorf("%s: status %d", name, w.Code)
		}
	}
	values.Set("sleutel", "geraden")
	if w, _ := d.post(editing.URL+"veld", values); w.Code != http.StatusForbidden {
		t.Errorf("without the token: %d", w.Code)
	}
	for _, action := range []string{"", "ongedaan", "controle", "nergens"} {
		if w, _ := d.post(editing.URL+action, url.Values{}); w.Code < 400 {
			t.Errorf("%q: status %d", action, w.Code)
		}
	}
	d.is(visionFile, vision)
}

func TestPlacesOutsideTheContent(t *testing.T) {
	d := newDesk(t)
	for _, address := range []string{
		formOf("../geheim.md", ""), formOf("wijkvisies/../../geheim.md", ""), formOf("/etc/passwd", ""), formOf("wijkvisies/../site.yaml", ""), formOf("media/a.md", ""),
		formOf("wijkvisies/weg.md", ""), formOf(visionFile, "behoeften"), formOf(visionFile, "behoeften/weg"), formOf(visionFile, "behoeften/@7"), formOf(visionFile, "titel/@0"), formOf(visionFile, "behoeften/+/oordelen/+"),
		editing.URL + "tekst?bestand=site.yaml", editing.URL + "tekst?bestand=../x.md", editing.URL + "tekst?bestand=" + visionFile + "&stuk=weg", editing.URL + "nergens",
	} {
		if w, _ := d.get(address); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", address, w.Code)
		}
	}
	if w, _ := d.get(formOf("programmas/toml.md", "")); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "geen YAML") {
		t.Errorf("TOML: status %d", w.Code)
	}
	for _, back := range []string{"//kwaad.example/", "https://kwaad.example/", "/\\kwaad.example", "javascript:alert(1)", "kwaad"} {
		w, values := d.get(editing.URL + "veld?" + url.Values{"bestand": {visionFile}, "plek": {""}, "terug": {back}}.Encode())
		if values.Get("terug") != "/" || strings.Contains(w.Body.String(), "kwaad.example") {
			t.Errorf("back to %q: %q", back, values.Get("terug"))
		}
	}
}

func TestOverview(t *testing.T) {
	d := newDesk(t)
	w, _ := d.get(editing.URL)
	for _, want := range []string{"<code>" + visionFile + "</code>", "oost/oversteek: titel &lt;b&gt;", "git push"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %s in\n%s", want, w.Body)
		}
	}
}

func TestTheIDOfSomethingNewComesFromItsTitle(t *testing.T) {
	for _, c := range []struct{ file, place, field, title, id string }{
		{visionFile, "behoeften/+", "titel", "Een bankje", "een-bankje"},
		{visionFile, "behoeften/+", "titel", "Oversteek!", "oversteek-2"},
		{visionFile, "behoeften/+", "titel", "\U0001F333 مقعد", "behoefte"},
		{visionFile, "behoeften/+", "titel", strings.Repeat("Tien woord ", 20), "tien-woord-tien-woord-tien-woord-tien-woord-tien-woord-tien"},
		{programmeFile, "toezeggingen/+", "titel", "V 001", "v-001-2"}, // another programme has it
		{"site.yaml", "themas/+", "naam", "Groen", "groen-2"},
	} {
		d := newDesk(t)
		d.write("programmas/werken-2012.md", "---\ntitel: P\ndienst: werken\njaar: 2012\nstatus: vastgesteld\ntoezeggingen:\n  - {id: v-001, titel: V, behoeften: [oost/bankje], gereed: 2012}\n---\n")
		w, values := d.get(formOf(c.file, c.place))
		if page := w.Body.String(); !strings.Contains(page, "leeg laten") || strings.Index(page, "name=\"id\"") < strings.Index(page, "name=\""+c.field+"\"") {
			t.Errorf("%s: the id is asked first\n%s", c.place, page)
		}
		for name, value := range map[string]string{c.field: c.title, "id": "", "thema": "groen", "behoeften": "oost/bankje", "gereed": "2011-12"} {
			if values.Has("was." + name) {
				values.Set(name, value)
			}
		}
		w, _ = d.post(editing.URL+"veld", values)
		d.wasSaved(w)
		data, err := os.ReadFile(filepath.Join(d.dir, c.file))
		if err != nil || !strings.Contains(string(data), "id: "+c.id+"\n") && !strings.Contains(string(data), "id: "+c.id+"\r\n") && !strings.Contains(string(data), "{id: "+c.id+",") {
			t.Errorf("%v, no id %s in\n%s", err, c.id, data)
		}
	}
}

// The number after that of the last commitment may be in use.
func TestASuggestedIDIsFree(t *testing.T) {
	d := newDesk(t)
	d.write(programmeFile, "---\ntitel: P\ndienst: werken\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - {id: w-002, titel: A}\n  - {id: w-001, titel: B}\n---\n")
	if _, values := d.get(formOf(programmeFile, "toezeggingen/+")); values.Get("id") != "w-003" {
		t.Errorf("%q", values.Get("id"))
	}
}

// A page that says what went wrong shows what was typed: a form that is gone cannot.
func TestWhatWasTypedIsNotLost(t *testing.T) {
	for name, change := range map[string]func(d *desk, values url.Values){
		"the program was started again": func(_ *desk, values url.Values) { values.Set("sleutel", "oud") },
		"the need is gone": func(d *desk, _ url.Values) {
			d.write(visionFile, strings.Replace(vision, "id: bankje", "id: bank", 1))
		},
		"the file is broken": func(d *desk, _ url.Values) {
			d.write(visionFile, strings.Replace(vision, "titel: Wijkvisie", "titel: [", 1))
		},
		"the file is gone": func(d *desk, _ url.Values) { _ = os.Remove(filepath.Join(d.dir, visionFile)) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			_, values := d.get(formOf(visionFile, "behoeften/bankje"))
			values.Set("toelichting", "Een lang <b>verhaal</b>.")
			change(d, values)
			w, _ := d.post(editing.URL+"veld", values)
			if page := w.Body.String(); w.Code < 400 || !strings.Contains(page, "Een lang &lt;b&gt;verhaal&lt;/b&gt;.</textarea>") || strings.Contains(page, "Een bankje") {
				t.Errorf("status %d\n%s", w.Code, page)
			}
		})
	}
}

// An entry without an id is found again when somebody adds another before it, or removes one.
// The choices of a field with more than one are counted as people count.
func TestChoicesAreCountedFromOne(t *testing.T) {
	d := newDesk(t)
	needs := "behoeften:\n"
	for i := range 25 { // so many that they are not all shown at once
		needs += fmt.Sprintf("  - {id: b-%d, titel: Bankje, thema: groen}\n", i)
	}
	d.write(visionFile, strings.Replace(vision, "behoeften:\n", needs, 1))
	w, _ := d.get(formOf(programmeFile, "toezeggingen/w-001"))
	if page := w.Body.String(); !strings.Contains(page, `aria-label="Behoeften 1"`) || strings.Contains(page, `aria-label="Behoeften 0"`) {
		t.Errorf("the choices are not counted from 1 in\n%s", page)
	}
}

func TestAnEntryThatMoved(t *testing.T) {
	const mine = "      - {datum: 2012-11-01, door: Wijkraad, oordeel: deels, tekst: \"De berm, niet de lamp.\"}\n"
	const other = "      - {datum: 2012-10-01, door: Ouders, oordeel: niet}\n"
	changed := strings.Replace(mine, "deels", "gerealiseerd", 1)
	for name, c := range map[string][3]string{
		"one was added before it":   {mine, other + mine, other + changed},
		"one before it was removed": {other + mine, mine, changed},
		"two say the same":          {mine, other + mine + mine, ""},
		"it is gone":                {other + mine, other, ""},
		"somebody else changed it":  {mine, strings.Replace(mine, "deels", "niet", 1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.write(visionFile, strings.Replace(vision, mine, c[0], 1))
			at := "@" + strconv.Itoa(strings.Count(c[0], "datum")-1)
			_, values := d.get(formOf(visionFile, "behoeften/oversteek/oordelen/"+at))
			values.Set("oordeel", "gerealiseerd")
			now := strings.Replace(vision, mine, c[1], 1)
			d.write(visionFile, now)
			w, _ := d.post(editing.URL+"veld", values)
			if c[2] == "" {
				if w.Code < 400 {
					t.Errorf("status %d", w.Code)
				}
				d.is(visionFile, now)
				return
			}
			d.wasSaved(w)
			d.is(visionFile, strings.Replace(vision, mine, c[2], 1))
		})
	}
}

// The second press does not change another entry that says the same.
func TestEqualEntriesAndAButtonThatIsPressedTwice(t *testing.T) {
	const mine = "      - {datum: 2012-11-01, door: Wijkraad, oordeel: deels, tekst: \"De berm, niet de lamp.\"}\n"
	d := newDesk(t)
	d.write(visionFile, strings.Replace(vision, mine, mine+mine, 1))
	_, values := d.get(formOf(visionFile, "behoeften/oversteek/oordelen/@0"))
	values.Set("oordeel", "niet")
	for range 2 {
		if w, _ := d.post(editing.URL+"veld", values); w.Code != http.StatusSeeOther {
			t.Errorf("status %d", w.Code)
		}
	}
	d.is(visionFile, strings.Replace(vision, mine, strings.Replace(mine, "deels", "niet", 1)+mine, 1))
}

// What is around a text in its file stays, and what is first written ends with a line end.
func TestTheSpaceAroundAText(t *testing.T) {
	const front = "---\r\nnaam: Oost\r\n---\r\n"
	for _, c := range []struct{ body, text, want string }{
		{"\r\n\r\nOost is groot.\r\n\r\n", "Oost is klein.", "\r\n\r\nOost is klein.\r\n\r\n"},
		{"\r\n    regel\r\n    twee\r\n", "regel\r\n    drie", "\r\n    regel\r\n    drie\r\n"},
		{"Oost", "Oost.\r\nWest.", "Oost.\r\nWest."},
		{"", "Oost.", "Oost.\r\n"},
		{"\r\n", "Oost.", "Oost.\r\n"},
	} {
		d := newDesk(t)
		d.write("wijken/oost.md", front+c.body)
		_, values := d.get(editing.URL + "tekst?bestand=wijken/oost.md&terug=/wijken/oost/")
		values.Set("tekst", c.text)
		w, _ := d.post(editing.URL+"tekst", values)
		d.wasSaved(w)
		d.is("wijken/oost.md", front+c.want)
	}
}

// The story of a need begins with its whole title, and a heading with nothing below it is not
// written.
func TestAStoryBeginsWithTheTitle(t *testing.T) {
	d := newDesk(t)
	title := strings.Repeat("Een lange titel ", 6) + "met einde"
	before := strings.Replace(vision, "Een bankje", title, 1)
	d.write(visionFile, before)
	address := editing.URL + "tekst?" + url.Values{"bestand": {visionFile}, "stuk": {"bankje"}, "terug": {"/wijken/oost/"}}.Encode()
	_, values := d.get(address)
	if got, want := values.Get("tekst"), "## "+title+" {#bankje}\r\n\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if w, _ := d.post(editing.URL+"tekst", values); w.Code != http.StatusSeeOther || strings.Contains(w.Header().Get("Location"), "bewaard") {
		t.Errorf("status %d to %s", w.Code, w.Header().Get("Location"))
	}
	d.is(visionFile, before)
}

func TestAFileThatCannotBeWritten(t *testing.T) {
	for want, wrong := range map[string]error{
		"is alleen te lezen":                 &fs.PathError{Op: "open", Path: "/geheim", Err: fs.ErrPermission},
		"is een link naar een ander bestand": fs.ErrInvalid, "is er niet meer": fs.ErrNotExist, "plaats op de schijf": errors.Join(&fs.PathError{Op: "write", Path: "/geheim", Err: syscall.ENOSPC}, nil),
	} {
		d := newDesk(t)
		_, values := d.get(formOf(visionFile, "behoeften/bankje"))
		values.Set("titel", "Twee bankjes")
		d.wrong = wrong
		w, again := d.post(editing.URL+"veld", values)
		if page := w.Body.String(); w.Code != http.StatusConflict || !strings.Contains(page, want) || strings.Contains(page, "/geheim") || strings.Contains(page, syscall.ENOSPC.Error()) || again.Get("titel") != "Twee bankjes" {
			t.Errorf("status %d, not %q\n%s", w.Code, want, page)
		}
		d.is(visionFile, vision)
	}
}
