package preview

import (
	_ "embed"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/report"
)

// worklistName is the path of the worklist below ownURL.
const worklistName = "werklijst/"

//go:embed worklist.css
var worklistStyle []byte

// worklist answers with what waits for whom, of the wijk and the department that were chosen.
func (s *Server) worklist(w http.ResponseWriter, r *http.Request) {
	site := s.siteFor(r)
	if site == nil || site.Worklist == nil {
		http.NotFound(w, r)
		return
	}
	query := r.URL.Query()
	page := worklistPage{Worklist: site.Worklist(query.Get("wijk"), query.Get("dienst")), site: site}
	w.Header().Set("Cache-Control", "no-store")
	send(w, r, "index.html", site.withPreview(page.html(), strings.TrimPrefix(ownURL, "/")+worklistName), http.StatusOK)
}

// worklistStylesheet returns the stylesheet of the worklist: that of a report, and what it has
// besides.
func worklistStylesheet() []byte { return append([]byte(report.Stylesheet()), worklistStyle...) }

// worklistLink returns a link to the worklist for the bar of the page in a file: of its wijk or its
// department, when it is of one.
func (s *Site) worklistLink(p *plan.Page) string {
	if s.Worklist == nil {
		return ""
	}
	address := ownURL + worklistName
	switch {
	case p == nil:
	case p.Wijk != nil:
		address += "?wijk=" + url.QueryEscape(p.Wijk.ID)
	case p.Department != nil:
		address += "?dienst=" + url.QueryEscape(p.Department.ID)
	}
	return fmt.Sprintf("<p><a href=\"%s\">Werklijst: wat er wacht</a></p>\n", html.EscapeString(address))
}

// worklistPage is the page of a worklist.
type worklistPage struct {
	*report.Worklist
	site *Site
	strings.Builder
}

func (p *worklistPage) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// text returns a text of the words as HTML.
func (p *worklistPage) text(key string, args ...string) string {
	return html.EscapeString(p.Words.Text(key, args...))
}

func (p *worklistPage) html() []byte {
	title := html.EscapeString(p.Title)
	p.printf("<!doctype html>\n<html lang=%q>\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n", p.Words.Lang, title)
	p.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"stylesheet\" href=\"%swerklijst.css\">\n</head>\n<body>\n", ownURL)
	p.printf("<header>\n<h1>%s</h1>\n<p>%s</p>\n</header>\n<main>\n", title, p.text("as-of", "date", p.Words.Day(p.Graph.Date)))
	p.form()
	p.printf("<p>%s</p>\n", p.text("worklist.note", "drafts", p.Words.Text("worklist.drafts.title")))
	if p.Scope.Department == nil {
		p.groups("worklist.unanswered.", p.Unanswered)
	}
	p.waiting()
	p.groups("worklist.due.", p.Due)
	if p.Scope.Department == nil {
		p.groups("worklist.unjudged.", p.Unjudged)
	}
	p.drafts()
	p.remarks()
	p.printf("</main>\n</body>\n</html>\n")
	return []byte(p.String())
}

// form writes the choice of a wijk and of a department.
func (p *worklistPage) form() {
	p.printf("<form action=\"%s%s\">\n", ownURL, worklistName)
	field := func(name, label, all string) {
		p.printf("<label>%s <select name=\"%s\" autocomplete=\"off\">\n<option value=\"\">%s</option>\n", p.text(label), name, p.text(all))
	}
	option := func(id, name string, chosen bool) {
		selected := ""
		if chosen {
			selected = " selected"
		}
		p.printf("<option value=\"%s\"%s>%s</option>\n", html.EscapeString(id), selected, html.EscapeString(name))
	}
	field("wijk", "wijk", "worklist.any-wijk")
	for _, w := range p.Graph.Wijken {
		option(w.ID, w.Name.Value, w == p.Scope.Wijk)
	}
	p.printf("</select></label>\n")
	field("dienst", "worklist.department", "worklist.any-department")
	for _, d := range p.Graph.Departments {
		option(d.ID, d.Name.Value, d == p.Scope.Department)
	}
	p.printf("</select></label>\n<button>%s</button>\n</form>\n", p.text("worklist.choose"))
}

// section writes the title of a section, and that it has nothing when that is so. Its words have
// keys that begin with a text.
func (p *worklistPage) section(key string, isEmpty bool) {
	p.printf("<h2>%s</h2>\n", p.text(key+"title"))
	if isEmpty {
		p.printf("<p>%s</p>\n", p.text(key+"none"))
	}
}

func (p *worklistPage) groups(key string, groups []report.Group) {
	p.section(key, len(groups) == 0)
	for _, g := range groups {
		if g.Title != "" {
			p.printf("<h3>%s</h3>\n", html.EscapeString(g.Title))
		}
		p.sentences(g.Sentences)
	}
}

// sentences writes sentences, each with its page and its places in the content.
func (p *worklistPage) sentences(list []report.Sentence) {
	p.printf("<ul>\n")
	for _, s := range list {
		p.printf("<li>%s <small>", html.EscapeString(s.Text))
		switch {
		case s.Need != nil:
			p.pageLink(plan.NeedURL(s.Need), s.Need.Main.Title.Value)
		case s.Commitment != nil:
			p.pageLink(plan.CommitmentURL(s.Commitment), s.Commitment.Title.Value)
		}
		for _, at := range s.Sources {
			place := at.Place()
			p.printf("%s ", placeOf(at.Path(), place.Line, place.Column, p.site.editor))
		}
		p.printf("</small></li>\n")
	}
	p.printf("</ul>\n")
}

// pageLink writes a link to where something with a title is on the site.
func (p *worklistPage) pageLink(address, title string) {
	p.printf("<a href=\"%s\" aria-label=\"%s: %s\">%[3]s</a> ", html.EscapeString(p.site.base+address), html.EscapeString(title), p.text("worklist.page"))
}

// waiting writes what waits for each department, with how to ask it.
func (p *worklistPage) waiting() {
	p.section("worklist.waiting.", len(p.Waiting) == 0)
	for _, w := range p.Waiting {
		p.printf("<h3>%s</h3>\n<p>", html.EscapeString(w.Who))
		if w.Mail == "" {
			p.printf("%s", p.text("worklist.no-mail", "who", w.Who))
		} else {
			p.printf("<a href=\"%s\">%s</a> (%s)", html.EscapeString(w.Mail), p.text("worklist.mail", "who", w.Who), html.EscapeString(w.Contact.Email.Value))
		}
		if phone := w.Contact.Phone.Value; phone != "" {
			p.printf(", %s", html.EscapeString(phone))
		}
		p.printf("</p>\n")
		p.sentences(w.Sentences)
	}
}

// drafts writes what is not published yet, and when it will be.
func (p *worklistPage) drafts() {
	list := p.site.unpublished()
	var chosen []unpublished
	for _, u := range list {
		if p.concerns(u) {
			chosen = append(chosen, u)
		}
	}
	p.section("worklist.drafts.", len(chosen) == 0)
	if len(chosen) == 0 {
		return
	}
	p.printf("<ul>\n")
	for _, u := range chosen {
		p.printf("<li><a href=\"%s\">%s</a>: %s</li>\n", html.EscapeString(p.site.base+u.url), html.EscapeString(u.title), html.EscapeString(u.why))
	}
	p.printf("</ul>\n")
}

// concerns reports whether something unpublished is of the wijk and the department that were
// chosen.
func (p *worklistPage) concerns(u unpublished) bool {
	page := p.site.Plan.Page(u.url)
	if p.Scope.Wijk == nil && p.Scope.Department == nil {
		return true
	}
	switch {
	case page == nil:
		return false
	case page.Vision != nil:
		return p.Scope.Department == nil && page.Vision.Wijk.ID == p.Scope.Wijk.ID
	case page.Programme != nil:
		return p.isOf(page.Programme)
	}
	return false
}

// isOf reports whether a programme is of the department that was chosen, and for the wijk.
func (p *worklistPage) isOf(q *relate.Programme) bool {
	if d := p.Scope.Department; d != nil && (q.Department == nil || q.Department.ID != d.ID) {
		return false
	}
	if p.Scope.Wijk == nil {
		return true
	}
	for _, w := range q.Wijken() {
		if w.ID == p.Scope.Wijk.ID {
			return true
		}
	}
	return false
}

// files returns the paths of the content of what was chosen; nil when that is everything.
func (p *worklistPage) files() map[string]bool {
	if p.Scope.Wijk == nil && p.Scope.Department == nil {
		return nil
	}
	files := make(map[string]bool)
	add := func(r *city.Record) { files[r.File.Path] = true }
	g := p.site.Plan.Graph
	for _, w := range g.Wijken {
		if p.Scope.Wijk != nil && w.ID == p.Scope.Wijk.ID {
			add(&w.Record)
			for _, v := range w.Visions {
				add(&v.Record)
			}
		}
	}
	for _, d := range g.Departments {
		if p.Scope.Department != nil && d.ID == p.Scope.Department.ID {
			add(&d.Record)
			for _, q := range d.Programmes {
				add(&q.Record)
			}
		}
	}
	return files
}

// remarks writes what check says of the files.
func (p *worklistPage) remarks() {
	list := ofFiles(p.site.Diagnostics, p.files())
	p.section("worklist.remarks.", len(list) == 0)
	if len(list) == 0 {
		return
	}
	lang := diag.Dutch
	if p.Words.Lang == "en" {
		lang = diag.English
	}
	p.printf("<ul>\n")
	for _, d := range list[:min(len(list), maxListed)] {
		at := d.Pos.Place()
		p.printf("<li>%s <small>%s</small></li>\n", html.EscapeString(lang.Say(d.Text)), placeOf(d.Path(), at.Line, at.Column, p.site.editor))
	}
	p.printf("</ul>\n")
	if more := len(list) - maxListed; more > 0 {
		p.printf("<p>%s</p>\n", p.text("worklist.remarks.more", "n", p.Words.Number(more)))
	}
}
