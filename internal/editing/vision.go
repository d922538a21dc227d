package editing

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/forms"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
)

// visionForm returns the form for a new vision, filled in.
func (e *Editor) visionForm(wijk, first, last string) *forms.Form {
	field := func(name, label, help, value string) *forms.Field {
		return &forms.Field{Name: name, Label: label, Help: help, Value: value, Required: true, Control: forms.Numbers}
	}
	choice := &forms.Field{Name: "wijk", Label: "Wijk", Required: true, Control: forms.Choice, Options: slices.Clone(optionsOf(e.opt.Graph(), parse.ToWijk, "")), Value: wijk}
	for i := range choice.Options {
		choice.Options[i].Chosen = choice.Options[i].Value == wijk
	}
	return &forms.Form{Fields: []*forms.Field{
		choice,
		field("van", "Eerste jaar", "", first),
		field("tot", "Laatste jaar", "De visie geldt tot en met dit jaar.", last),
	}}
}

func (e *Editor) showVision(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	first, last := "", ""
	if g := e.opt.Graph(); g != nil {
		first, last = strconv.Itoa(g.Date.Year), strconv.Itoa(g.Date.Year+3)
	}
	form := e.visionForm(query.Get("wijk"), first, last)
	e.render(w, http.StatusOK, "veld", e.visionPage(form, query.Get("terug")))
}

func (e *Editor) visionPage(form *forms.Form, back string) *formPage {
	return &formPage{
		Title: e.maker("").Nouns.Fill("{Nieuwe/Nieuw wijkvisie}"), Token: e.token, Back: e.backTo(back), Action: URL + "wijkvisie", Form: form,
		Hidden: map[string]string{"terug": e.backTo(back)},
		Lead:   "Er komt een bestand met een begin, als concept: nog niemand anders ziet het. Daarna vult u het in.", Save: "Maak",
	}
}

// makeVision makes a file for a vision, and leads to the form for it.
func (e *Editor) makeVision(w http.ResponseWriter, r *http.Request) {
	get := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	form := e.visionForm(get("wijk"), get("van"), get("tot"))
	page := e.visionPage(form, get("terug"))
	refuse := func(field, text string) {
		f := form.Field(field)
		f.Messages = append(f.Messages, forms.Message{Severity: "error", Text: text})
		page.Alert = "Er is niets gemaakt."
		e.render(w, http.StatusUnprocessableEntity, "veld", page)
	}
	isYear := func(s string) bool { n, err := strconv.Atoi(s); return err == nil && len(s) == 4 && n > 0 }
	switch {
	case !slices.ContainsFunc(form.Field("wijk").Options, func(o forms.Option) bool { return o.Value == get("wijk") }):
		refuse("wijk", "Kies een wijk.")
		return
	case !isYear(get("van")):
		refuse("van", "Vul een jaar in van vier cijfers.")
		return
	case !isYear(get("tot")) || get("tot") < get("van"):
		refuse("tot", "Vul een jaar in van vier cijfers, niet vóór het eerste jaar.")
		return
	}
	id := get("wijk") + "-" + get("van") + "-" + get("tot")
	file := "wijkvisies/" + id + ".md"
	content, problem := e.opt.NewFile("wijkvisie", id)
	if problem != "" {
		refuse("wijk", problem)
		return
	}
	_, err := e.write(r.Context(), file, page.Title+": "+id, "", nil, []byte(content))
	switch {
	case errors.Is(err, fs.ErrExist):
		refuse("van", fmt.Sprintf("%s is er al. Er is niets veranderd.", file))
	case err != nil:
		refuse("wijk", notWritten(file, err))
	default:
		http.Redirect(w, r, formURL(file, "", e.visionPageURL(get("wijk"), get("van")+"-"+get("tot"))), http.StatusSeeOther)
	}
}

// visionPageURL returns the address of the page of a vision, and that of the site when the wijk is
// not there.
func (e *Editor) visionPageURL(wijk, years string) string {
	period, ok := city.ParsePeriod(years)
	if g := e.opt.Graph(); g != nil && ok {
		for _, w := range g.Wijken {
			if w.ID == wijk {
				return e.opt.Base + plan.PeriodURL(w, period)
			}
		}
	}
	return e.opt.Base + "/"
}

// chooseProgramme answers with the programmes in which a need can be answered.
func (e *Editor) chooseProgramme(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	back := e.backTo(query.Get("terug"))
	g := e.opt.Graph()
	page := &choicePage{Title: e.maker("").Nouns.Fill("{Nieuwe/Nieuw antwoord}"), Back: back, Lead: e.maker("").Nouns.Fill("In welk {programma}? Een {antwoord} staat bij wie het geeft.")}
	if g != nil {
		for _, p := range g.Programmes {
			address := formURL(p.File.Path, "antwoorden/+", back) + "&" + url.Values{"vul.behoefte": {query.Get("behoefte")}}.Encode()
			page.Links = append(page.Links, link{Text: p.Title.Value, URL: address})
		}
	}
	e.render(w, http.StatusOK, "keuze", page)
}
