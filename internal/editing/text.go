package editing

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/forms"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// text is the text below the front matter of a file, or the section of it with an id, that a form is
// about.
type text struct {
	file, section string
	data          []byte
	doc           *edit.Document
	from, to      int    // in the text below the front matter
	now           string // what the file says
	title         string
	heading       string    // that a new section begins with
	around        [2]string // what a new section gets before and after it
}

// openText opens the text that a request names. When it is nil, the request is answered.
func (e *Editor) openText(w http.ResponseWriter, r *http.Request, get func(string) string) *text {
	t := &text{file: get("bestand"), section: get("stuk")}
	p, ok := placeAt(t.file, "")
	if !ok || p.kind.Folder == "" {
		e.problem(w, r, http.StatusNotFound, "Dit formulier is er niet.", "")
		return nil
	}
	var err error
	if t.data, err = e.opt.Content.Read(t.file); err != nil {
		e.problem(w, r, http.StatusNotFound, fmt.Sprintf("%s is er niet, of kan niet worden gelezen.", t.file), "")
		return nil
	}
	f := source.NewFile(t.file, t.data)
	if t.doc, err = edit.Open(f); err != nil {
		e.problem(w, r, http.StatusConflict, whyNot(t.file, err), "Open het bestand in een teksteditor.")
		return nil
	}
	body := t.doc.Body()
	t.to, t.title = len(strings.TrimRight(body, " \t\r\n")), "Tekst: "+titleOf(t.doc.Value(nil))
	if t.to > 0 && t.section == "" { // empty lines above it stay, and so does the indentation of the first line
		t.from = len(body) - len(strings.TrimLeft(body, " \t\r\n"))
	}
	if body == "" {
		t.around[1] = "\n"
	}
	if t.section != "" && !t.find(f, p.kind, len(t.data)-len(body)) {
		need := t.doc.Value(edit.Path{edit.Key("behoeften"), edit.Item(t.section)})
		if need == nil {
			e.problem(w, r, http.StatusNotFound, fmt.Sprintf("Dit stuk staat niet meer in %s.", t.file), "")
			return nil
		}
		t.title = "Verhaal: " + titleOf(need)
		if title := need.Value("titel"); title != nil {
			t.heading = strings.Join(strings.Fields(title.Text), " ")
		}
		t.from = t.to
		t.around = [2]string{"\n\n", "\n"}
		if t.to == 0 {
			t.around[0] = "\n"
		}
		t.to = len(body)
		return t
	}
	t.now = forms.Clean([]string{body[t.from:t.to]})
	return t
}

// find finds the section in the text of a vision, which begins at an offset in its file.
func (t *text) find(f *source.File, kind parse.Kind, begin int) bool {
	if kind.Name != "wijkvisie" {
		return false
	}
	vision, _ := parse.Vision(f)
	if vision.Body == nil {
		return false
	}
	for _, s := range vision.Body.Sections {
		if s.ID != t.section {
			continue
		}
		t.from, t.to = s.Pos.Start-begin, s.Pos.End-begin
		for _, h := range vision.Body.Headings {
			if h.ID == s.ID {
				t.title = "Verhaal: " + h.Text
			}
		}
		return true
	}
	return false
}

// begin returns the text to begin with in the form.
func (t *text) begin() string {
	if t.now != "" || t.section == "" {
		return t.now
	}
	return fmt.Sprintf("## %s {#%s}\n\n", t.heading, t.section)
}

// set puts a text in the place of what is there.
func (t *text) set(value string) error {
	if t.around[1] != "" && value != "" {
		value = t.around[0] + value + t.around[1]
	}
	return t.doc.ReplaceBody(t.from, t.to, value)
}

// field returns the field of the form for a text.
func (t *text) field(value string) *forms.Field {
	return &forms.Field{Name: "tekst", Label: "Tekst", Control: forms.Area, Value: value, Was: t.now,
		Help: "In Markdown: een lege regel tussen alinea’s, ## voor een kop, [woorden](adres) voor een link. Achter de kop van een behoefte staat haar id: laat die staan."}
}

func (e *Editor) showText(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if t := e.openText(w, r, query.Get); t != nil {
		e.render(w, http.StatusOK, "veld", e.textPage(t, t.field(t.begin()), query.Get("terug")))
	}
}

// checked returns what a check says of a text, and reports whether an error keeps it from being
// saved.
func (e *Editor) checked(r *http.Request, t *text) (list []forms.Message, blocked bool, err error) {
	before, err := e.opt.Check(r.Context(), "", nil)
	if err != nil {
		return nil, false, err
	}
	after, err := e.opt.Check(r.Context(), t.file, t.doc.Bytes())
	if err != nil {
		return nil, false, err
	}
	isNew := notIn(before)
	data := t.doc.Bytes()
	begin := len(data) - len(t.doc.Body()) + t.from
	end := begin + t.to - t.from + len(data) - len(t.data)
	for _, d := range after {
		fresh := isNew(d)
		inside := d.Path() == t.file && begin <= d.Pos.Start && d.Pos.Start <= end
		if !fresh && !inside {
			continue
		}
		m := forms.MessageOf(d)
		if !inside {
			m.Text = fmt.Sprintf("%s, regel %d: %s", d.Path(), d.Pos.Place().Line, m.Text)
		}
		list = append(list, m)
		blocked = blocked || fresh && d.Severity() == diag.Error
	}
	return list, blocked, nil
}

func (e *Editor) checkText(r *http.Request) ([]forms.Message, error) {
	t := e.openText(discard{}, r, r.PostForm.Get)
	if t == nil {
		return nil, errChanged
	}
	if err := t.set(forms.Clean(r.PostForm["tekst"])); err != nil {
		return nil, err
	}
	list, _, err := e.checked(r, t)
	return list, err
}

// discard is a response that nobody sees.
type discard struct{}

func (discard) Header() http.Header         { return make(http.Header) }
func (discard) Write(b []byte) (int, error) { return len(b), nil }
func (discard) WriteHeader(int)             {}

func (e *Editor) saveText(w http.ResponseWriter, r *http.Request) {
	t := e.openText(w, r, r.PostForm.Get)
	if t == nil {
		return
	}
	value, was := forms.Clean(r.PostForm["tekst"]), forms.Clean(r.PostForm["was.tekst"])
	if r.PostForm.Has("neem.tekst") {
		value = t.now
	}
	f := t.field(value)
	page := e.textPage(t, f, r.PostForm.Get("terug"))
	if was != t.now && value != t.now {
		f.Theirs = &t.now
		page.Alert = "Intussen is deze tekst in het bestand veranderd. Er is nog niets bewaard. Onder uw tekst ziet u wat er nu in het bestand staat. Kies, en bewaar opnieuw."
		e.render(w, http.StatusConflict, "veld", page)
		return
	}
	if value == t.now || t.now == "" && value == forms.Clean([]string{t.begin()}) { // a heading with nothing below it
		http.Redirect(w, r, page.Back, http.StatusSeeOther)
		return
	}
	err := t.set(value)
	if err != nil {
		page.Alert = "Met deze tekst is niet meer te zien waar het blok bovenaan eindigt. Er is niets bewaard."
		e.render(w, http.StatusUnprocessableEntity, "veld", page)
		return
	}
	messages, blocked, err := e.checked(r, t)
	f.Messages = messages
	switch {
	case err != nil:
		e.problem(w, r, http.StatusInternalServerError, "De inhoud kan nu niet worden gecontroleerd.", "Er is niets bewaard.")
		return
	case blocked:
		page.Alert = "Er is niets bewaard: zo heeft de inhoud een fout."
		e.render(w, http.StatusUnprocessableEntity, "veld", page)
		return
	}
	number, err := e.write(r.Context(), t.file, page.Title, "", t.data, t.doc.Bytes())
	switch {
	case errors.Is(err, errChanged):
		page.Alert = "Op het moment van bewaren veranderde het bestand. Er is nog niets bewaard. Bewaar opnieuw."
		e.render(w, http.StatusConflict, "veld", page)
	case err != nil:
		page.Alert = notWritten(t.file, err)
		e.render(w, http.StatusConflict, "veld", page)
	default:
		http.Redirect(w, r, page.Back+"?bewaard="+strconv.Itoa(number), http.StatusSeeOther)
	}
}
