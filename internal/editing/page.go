package editing

import (
	"bytes"
	"crypto/rand"
	_ "embed"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/forms"
)

//go:embed bewerk.html
var pageTemplates string

// templates are the pages of the editor.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"id": fieldID, "count": countOf}).Parse(pageTemplates))
})

// fieldID returns the id of a field in its page.
func fieldID(name string) string { return "v-" + strings.ReplaceAll(name, ".", "-") }

// countOf returns an index as people count.
func countOf(i int) int { return i + 1 }

// link is a link in a page.
type link struct{ Text, URL string }

// formPage is a page with a form.
type formPage struct {
	Title, Lead string
	Alert       string // what went wrong
	File        string
	Token       string
	Back        string
	Action      string
	Check       string            // the address that checks what is filled in; empty for none
	Hidden      map[string]string // more that the form sends
	Save        string            // the text of the button
	Form        *forms.Form
	Lists       []listLinks
	More        []link
}

// listLinks are the links to the forms of the items of a list.
type listLinks struct {
	Title string
	Items []link
	New   link
}

// choicePage is a page with links.
type choicePage struct {
	Title, Lead, Back string
	Links             []link
	Typed             []typed // what was sent, when something went wrong
}

// typed is what a person filled in.
type typed struct{ Name, Text string }

// typedIn returns what a person filled in and sent: who goes back gets an empty form.
func typedIn(r *http.Request) []typed {
	var list []typed
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		was, isField := posted(r, "was."+name)
		if text := forms.Clean(r.PostForm[name]); isField && text != "" && text != forms.Clean(was) {
			list = append(list, typed{name, text})
		}
	}
	return list
}

// Groups returns the fields of a form by the groups that they are in.
func (p *formPage) Groups() [][]*forms.Field {
	var groups [][]*forms.Field
	for i, f := range p.Form.Fields {
		if i == 0 || f.Group != p.Form.Fields[i-1].Group {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], f)
	}
	return groups
}

// Faults returns the fields with errors.
func (p *formPage) Faults() []*forms.Field {
	var list []*forms.Field
	for _, f := range p.Form.Fields {
		for _, m := range f.Messages {
			if m.Severity == "error" {
				list = append(list, f)
				break
			}
		}
	}
	return list
}

// Focus returns the name of the field that gets the focus: the first with an error or a conflict,
// else the first.
func (p *formPage) Focus() string {
	for _, f := range p.Form.Fields {
		if f.Theirs != nil {
			return f.Name
		}
	}
	for _, f := range p.Faults() {
		return f.Name
	}
	for _, f := range p.Form.Fields {
		if !f.Fixed {
			return f.Name
		}
	}
	return ""
}

// formPage returns the page of an opened form.
func (e *Editor) formPage(o *opened, back string) *formPage {
	p := &formPage{
		Title: e.titleIn(o), File: o.file, Token: e.token, Back: e.backTo(back), Action: URL + "veld", Check: URL + "controle", Save: "Bewaar", Form: o.form,
		Hidden: map[string]string{"bestand": o.file, "plek": o.keys, "terug": e.backTo(back)},
	}
	if title := titleOf(o.around()); title != "" {
		p.Lead = "Bij: " + title
	}
	if o.isNew {
		p.Hidden["eenmalig"] = rand.Text()
		return p
	}
	nouns := e.maker(o.file).Nouns
	for _, list := range o.form.Lists {
		_, another := names(list.Key.Of)
		links := listLinks{
			Title: list.Key.Label(),
			New:   link{nouns.Fill(another), formURL(o.file, below(o.keys, list.Key.Name, "+"), p.Back)},
		}
		for i, item := range list.Items {
			links.Items = append(links.Items, link{titleOf(item), formURL(o.file, o.item(list.Key.Name, item, i), p.Back)})
		}
		p.Lists = append(p.Lists, links)
	}
	switch {
	case o.keys == "" && o.kind.Folder != "":
		p.More = append(p.More, link{"De tekst", textURL(o.file, "", p.Back)})
	case o.table.Name == "need":
		p.More = append(p.More, link{"Het verhaal bij " + nouns.Fill("{deze/dit behoefte}"), textURL(o.file, strings.TrimPrefix(o.keys, "behoeften/"), p.Back)})
	}
	return p
}

// textPage returns the page of the form for a text.
func (e *Editor) textPage(t *text, f *forms.Field, back string) *formPage {
	return &formPage{
		Title: t.title, File: t.file, Token: e.token, Back: e.backTo(back), Action: URL + "tekst", Check: URL + "controle", Save: "Bewaar",
		Form:   &forms.Form{Fields: []*forms.Field{f}},
		Hidden: map[string]string{"bestand": t.file, "stuk": t.section, "terug": e.backTo(back)},
	}
}

// overviewPage is the page of what changed and what can be undone.
type overviewPage struct {
	Back, Token string
	Changes     *Changes
	Saves       []savedLine
	New         []link
}

// savedLine is a save that can be undone.
type savedLine struct {
	Number      int
	Title, File string
}

func (e *Editor) overview(w http.ResponseWriter, r *http.Request) {
	back := e.backTo(r.URL.Query().Get("terug"))
	page := &overviewPage{Back: back, Token: e.token, New: []link{
		{e.maker("").Nouns.Fill("{Nieuwe/Nieuw wijkvisie}"), URL + "wijkvisie"},
		{e.maker("").Nouns.Fill("{Nieuwe/Nieuw antwoord}"), URL + "antwoord"},
		{"De site als geheel", formURL("site.yaml", "", back)},
	}}
	if e.opt.Changes != nil {
		page.Changes = e.opt.Changes(r.Context())
	}
	for _, s := range e.saved() {
		page.Saves = append(page.Saves, savedLine{s.number, s.title, s.file})
	}
	e.render(w, http.StatusOK, "overzicht", page)
}

// problem answers with what went wrong, what to do, and what was typed.
func (e *Editor) problem(w http.ResponseWriter, r *http.Request, status int, text, advice string) {
	e.render(w, status, "fout", &choicePage{Title: text, Lead: advice, Back: e.opt.Base + "/", Typed: typedIn(r)})
}

// render answers with a page.
func (e *Editor) render(w http.ResponseWriter, status int, name string, page any) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, page); err != nil {
		http.Error(w, "Er ging iets mis in het programma.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // fails when the visitor is gone
}

// fieldView is a field as a template shows it.
type fieldView struct {
	Field *forms.Field
	Focus bool
	Now   string // what the file says
}

// IsGone reports whether somebody else emptied the field.
func (v fieldView) IsGone() bool { return v.Field.Theirs != nil && *v.Field.Theirs == "" }

// With returns a field of the page; focus is the name of the one that gets the focus.
func (p *formPage) With(f *forms.Field, focus string) fieldView {
	now := f.Was
	if f.Moved && f.Theirs == nil {
		now = f.Value
	}
	if f.Theirs != nil {
		now = *f.Theirs
	}
	return fieldView{f, f.Name == focus, now}
}
