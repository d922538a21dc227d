package editing

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/forms"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// opened is a form, and the file that it is about as it was read.
type opened struct {
	place
	data []byte
	doc  *edit.Document
	node *tree.Node // the mapping; nil of a new one
	form *forms.Form

	taken    map[string]bool // the ids that a new one cannot have
	fallback string          // what it is called, for an id when its title has no letters
}

// open opens the form that a request names. When it is nil, the request is answered.
func (e *Editor) open(w http.ResponseWriter, r *http.Request, get func(string) string) *opened {
	p, ok := placeAt(get("bestand"), get("plek"))
	if !ok {
		e.problem(w, r, http.StatusNotFound, "Dit formulier is er niet.", "")
		return nil
	}
	o := &opened{place: p}
	var err error
	if o.data, err = e.opt.Content.Read(p.file); err != nil {
		e.problem(w, r, http.StatusNotFound, fmt.Sprintf("%s is er niet, of kan niet worden gelezen.", p.file), "")
		return nil
	}
	o.doc, err = edit.Open(source.NewFile(p.file, o.data))
	if err == nil {
		err = o.doc.Err()
	}
	if err != nil {
		e.problem(w, r, http.StatusConflict, whyNot(p.file, err), "Open het bestand in een teksteditor.")
		return nil
	}
	o.place = e.follow(o, r)
	p = o.place
	if !p.isNew {
		if o.node = o.doc.Value(p.path); o.node == nil || o.node.Kind != tree.Mapping {
			e.problem(w, r, http.StatusNotFound, fmt.Sprintf("Dit staat niet meer in %s.", p.file), "Iemand heeft het intussen weggehaald of een ander nummer gegeven.")
			return nil
		}
	}
	o.form = e.maker(p.file).New(p.table, o.node)
	if id := o.form.Field("id"); id != nil && id.Value != "" && !p.isNew {
		id.Fixed = true // others refer to it
	}
	if p.isNew {
		e.askTitle(o)
	}
	return o
}

// whyNot returns why a file cannot be changed by a form.
func whyNot(file string, err error) string {
	if errors.Is(err, edit.ErrNotYAML) {
		return file + " heeft geen YAML als blok bovenaan. Een formulier kan alleen YAML schrijven."
	}
	return file + " is te ingewikkeld geschreven, of heeft een fout, zodat een formulier niet kan bewaren zonder iets anders te veranderen."
}

func (e *Editor) showForm(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	o := e.open(w, r, query.Get)
	if o == nil {
		return
	}
	page := e.formPage(o, query.Get("terug"))
	if o.isNew {
		o.suggest(query.Get, e.today())
	} else if list, err := e.opt.Check(r.Context(), "", nil); err == nil {
		o.form.Check(o.doc, o.file, o.path, list, func(diag.Diagnostic) bool { return false })
	}
	e.render(w, http.StatusOK, "veld", page)
}

// today returns the reference date.
func (e *Editor) today() string {
	if g := e.opt.Graph(); g != nil {
		return g.Date.String()
	}
	return ""
}

// suggest fills in what a new item probably says: what the address says, the day, and the next
// number.
func (o *opened) suggest(query func(string) string, today string) {
	for _, f := range o.form.Fields {
		switch {
		case query("vul."+f.Name) != "":
			f.SetValue(query("vul." + f.Name))
		case f.Name == "datum":
			f.SetValue(today)
		case f.Name == "id" && o.table.Name == "commitment":
			id := cmp.Or(o.nextID(), o.firstID())
			for o.taken[id] {
				id = afterID(id)
			}
			f.SetValue(id)
		}
	}
}

// fill takes what was sent into a form. It reports whether somebody else changed what the form is
// about since it was opened.
func (o *opened) fill(r *http.Request) (moved bool) {
	o.form.Fill(func(name string) ([]string, bool) { return posted(r, name) }, func(name string) ([]string, bool) {
		return posted(r, "was."+name)
	})
	for _, f := range o.form.Fields {
		moved = moved || f.Moved
		if _, theirs := posted(r, "neem."+f.Name); theirs {
			value := forms.Shown(f.Key, o.valueOf(f))
			f.SetValue(value)
			f.Theirs = nil
		}
	}
	id, title := o.form.Field("id"), o.titleField()
	if o.isNew && id != nil && id.Value == "" && title != nil && title.Value != "" {
		taken := func(id string) bool { return o.taken[id] }
		id.SetValue(cmp.Or(parse.NewID(title.Value, taken), parse.NewID(o.fallback, taken)))
	}
	return moved
}

// valueOf returns what the file says of a field.
func (o *opened) valueOf(f *forms.Field) *tree.Node {
	if o.isNew {
		return nil
	}
	return o.doc.Value(f.Path(o.path))
}

// around returns the mapping that the one of the form is in; nil when that is the whole file.
func (o *opened) around() *tree.Node {
	steps := len(o.path) - 1 // without the list
	if !o.isNew {
		steps--
	}
	if steps <= 0 {
		return nil
	}
	return o.doc.Value(o.path[:steps])
}

// apply makes the changes of a form to its document, and returns how many there are and the path of
// what was changed or made.
func (o *opened) apply() (changes int, at edit.Path, err error) {
	if o.isNew {
		group := o.form.Group()
		if group.IsBlank() {
			return 0, nil, nil
		}
		if err := o.doc.Append(o.path, group); err != nil {
			return 0, nil, err
		}
		n := -1
		for _, item := range o.doc.Value(o.path).Children {
			if item.Kind == tree.Mapping && !item.IsEmpty() {
				n++
			}
		}
		return 1, append(o.path[:len(o.path):len(o.path)], edit.Index(n)), nil
	}
	changed := o.form.Changed(o.valueOf)
	for _, f := range changed {
		if err := o.doc.Set(f.Path(o.path), f.Node()); err != nil {
			return 0, nil, err
		}
	}
	return len(changed), o.path, nil
}

// check puts what a check says of a changed document at the fields. It reports whether an error
// keeps it from being saved.
func (e *Editor) check(ctx context.Context, o *opened, at edit.Path) (blocked bool, err error) {
	before, err := e.opt.Check(ctx, "", nil)
	if err != nil {
		return false, err
	}
	after, err := e.opt.Check(ctx, o.file, o.doc.Bytes())
	if err != nil {
		return false, err
	}
	return o.form.Check(o.doc, o.file, at, after, notIn(before)), nil
}

// notIn returns a function that reports whether a list lacks a diagnostic, wherever it stands. Each
// of the list counts once.
func notIn(list diag.List) func(diag.Diagnostic) bool {
	identity := func(d diag.Diagnostic) string { return d.Path() + ": " + diag.Dutch.Say(d.Text) }
	had := make(map[string]int)
	for _, d := range list {
		had[identity(d)]++
	}
	return func(d diag.Diagnostic) bool {
		id := identity(d)
		had[id]--
		return had[id] < 0
	}
}

func (e *Editor) saveForm(w http.ResponseWriter, r *http.Request) {
	o := e.open(w, r, r.PostForm.Get)
	if o == nil {
		return
	}
	moved := o.fill(r)
	page := e.formPage(o, r.PostForm.Get("terug"))
	once := r.PostForm.Get("eenmalig")
	if number, done := e.made(once); done { // the button was pressed twice
		http.Redirect(w, r, page.Back+"?bewaard="+strconv.Itoa(number), http.StatusSeeOther)
		return
	}
	if once != "" {
		page.Hidden["eenmalig"] = once
	}
	if moved {
		page.Alert = "Intussen is dit in het bestand veranderd. Er is nog niets bewaard. Bij elk veld waar het om gaat, ziet u wat er nu in het bestand staat. Kies, en bewaar opnieuw."
		e.render(w, http.StatusConflict, "veld", page)
		return
	}
	changes, at, err := o.apply()
	switch {
	case err != nil:
		page.Alert = whyNot(o.file, err) + " Er is niets bewaard. Verander dit in een teksteditor."
		e.render(w, http.StatusConflict, "veld", page)
		return
	case changes == 0 && o.isNew:
		page.Alert = "Er is nog niets ingevuld."
		e.render(w, http.StatusUnprocessableEntity, "veld", page)
		return
	case changes == 0:
		http.Redirect(w, r, page.Back, http.StatusSeeOther)
		return
	}
	blocked, err := e.check(r.Context(), o, at)
	switch {
	case err != nil:
		e.problem(w, r, http.StatusInternalServerError, "De inhoud kan nu niet worden gecontroleerd.", "Er is niets bewaard.")
		return
	case blocked:
		page.Alert = "Er is niets bewaard: zo heeft de inhoud een fout."
		e.render(w, http.StatusUnprocessableEntity, "veld", page)
		return
	}
	number, err := e.write(r.Context(), o.file, page.Title, once, o.data, o.doc.Bytes())
	switch {
	case errors.Is(err, errChanged):
		if number, done := e.made(once); done { // by the same form, at the same moment
			http.Redirect(w, r, page.Back+"?bewaard="+strconv.Itoa(number), http.StatusSeeOther)
			return
		}
		if again := e.open(w, r, r.PostForm.Get); again != nil {
			again.fill(r)
			page := e.formPage(again, r.PostForm.Get("terug"))
			if once != "" {
				page.Hidden["eenmalig"] = once
			}
			page.Alert = "Op het moment van bewaren veranderde het bestand. Er is nog niets bewaard. Kijk het na, en bewaar opnieuw."
			e.render(w, http.StatusConflict, "veld", page)
		}
	case err != nil:
		page.Alert = notWritten(o.file, err)
		e.render(w, http.StatusConflict, "veld", page)
	default:
		http.Redirect(w, r, page.Back+"?bewaard="+strconv.Itoa(number), http.StatusSeeOther)
	}
}

// checkForm answers with what a check says of a form that is being filled in.
func (e *Editor) checkForm(w http.ResponseWriter, r *http.Request) {
	answer := struct {
		Fields map[string][]forms.Message `json:"fields"`
		Other  []forms.Message            `json:"other"`
	}{Fields: map[string][]forms.Message{}}
	if r.PostForm.Has("stuk") {
		messages, err := e.checkText(r)
		if err != nil {
			http.Error(w, "", http.StatusConflict)
			return
		}
		answer.Fields["tekst"] = messages
	} else {
		o := e.open(w, r, r.PostForm.Get)
		if o == nil {
			return
		}
		o.fill(r)
		_, at, err := o.apply()
		if err == nil && at != nil || err == nil && !o.isNew {
			_, err = e.check(r.Context(), o, at)
		}
		if err != nil {
			http.Error(w, "", http.StatusConflict)
			return
		}
		for _, f := range o.form.Fields {
			if len(f.Messages) > 0 {
				answer.Fields[f.Name] = f.Messages
			}
		}
		answer.Other = o.form.Other
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer) // fails when the visitor is gone
}

// titleIn returns the title of a form.
func (e *Editor) titleIn(o *opened) string {
	nouns := e.maker(o.file).Nouns
	one, another := names(o.table)
	if o.isNew {
		return nouns.Fill(another)
	}
	if title := titleOf(o.node); title != "" {
		return nouns.Fill(one) + ": " + title
	}
	return strings.TrimSpace(nouns.Fill(one))
}
