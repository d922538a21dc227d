package editing

import (
	"fmt"
	"html"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// target is something on a page that a form changes, and what tells where on the page it stands.
type target struct {
	text, url string
	of        string // the address in the site of the need or the commitment that it belongs to; empty for the page
	date      string // year-month-day, of what has one
	words     string // the beginning of what it says there
	label     string // of the link where it stands; empty for Bewerk
}

// mostTargets is how many a page lists.
const mostTargets = 400

// Bar returns the panel in a corner of a page: a link for everything on the page that a form
// changes, which the script of the preview also puts where it stands; what changed since the last
// commit; and what was saved last, with a way to undo it.
func (e *Editor) Bar(r *http.Request, page *plan.Page) string {
	var b strings.Builder
	t := &targets{editor: e, back: e.backTo(r.URL.Path)}
	t.page(page)
	b.WriteString("<aside class=\"wv-preview wv-preview-bar wv-edit-bar\" aria-label=\"Bewerken\">\n<details data-wv-edit><summary>Bewerk</summary>\n")
	e.writeChanges(&b, r, t.back)
	if len(t.list) > 0 {
		b.WriteString("<ul>\n")
	}
	for _, l := range t.list[:min(len(t.list), mostTargets)] {
		if l.of != "" {
			l.of = e.opt.Base + l.of // as the browser has it
		}
		fmt.Fprintf(&b, "<li><a href=\"%s\" data-wv-of=\"%s\" data-wv-date=\"%s\" data-wv-words=\"%s\" data-wv-label=\"%s\">%s</a></li>\n",
			html.EscapeString(l.url), html.EscapeString(l.of), html.EscapeString(l.date), html.EscapeString(l.words), html.EscapeString(l.label), html.EscapeString(l.text))
	}
	if len(t.list) > 0 {
		b.WriteString("</ul>\n")
	}
	b.WriteString("</details>\n</aside>\n")
	e.writeSaved(&b, r, t.back)
	return b.String()
}

// writeChanges writes the line that says what changed since the last commit.
func (e *Editor) writeChanges(b *strings.Builder, r *http.Request, back string) {
	text := "Ongedaan maken, of iets nieuws"
	if e.opt.Changed != nil {
		if n, known := e.opt.Changed(r.Context()); known {
			switch n {
			case 0:
				text = "Niets veranderd sinds de laatste commit. " + text
			case 1:
				text = "1 bestand veranderd sinds de laatste commit: bekijk"
			default:
				text = fmt.Sprintf("%d bestanden veranderd sinds de laatste commit: bekijk", n)
			}
		}
	}
	fmt.Fprintf(b, "<p><a href=\"%s?terug=%s\">%s</a></p>\n", URL, html.EscapeString(back), text)
}

// writeSaved writes a note about what was saved, or undone, by the request before this one.
func (e *Editor) writeSaved(b *strings.Builder, r *http.Request, back string) {
	query := r.URL.Query()
	if number, err := strconv.Atoi(query.Get("hersteld")); err == nil && number > 0 {
		fmt.Fprintf(b, "<section class=\"wv-preview wv-preview-note\" role=\"status\" data-wv-saved><p>Ongedaan gemaakt. <a href=\"%s\">Sluit</a></p></section>\n", html.EscapeString(back))
		return
	}
	number, err := strconv.Atoi(query.Get("bewaard"))
	if err != nil {
		return
	}
	for _, s := range e.saved() {
		if s.number == number {
			fmt.Fprintf(b, "<section class=\"wv-preview wv-preview-note\" role=\"status\" data-wv-saved><p>Bewaard in <code>%s</code>: %s. <a href=\"%s\">Sluit</a></p>\n"+
				"<form method=\"post\" action=\"%songedaan\"><input type=\"hidden\" name=\"sleutel\" value=\"%s\"><input type=\"hidden\" name=\"nummer\" value=\"%d\"><input type=\"hidden\" name=\"terug\" value=\"%s\"><button>Maak ongedaan</button></form></section>\n",
				html.EscapeString(s.file), html.EscapeString(s.title), html.EscapeString(back), URL, e.token, number, html.EscapeString(back))
		}
	}
}

// targets collects what forms change on a page.
type targets struct {
	editor *Editor
	back   string
	list   []target
}

func (t *targets) add(text, file, keys, of, date, words string) {
	t.list = append(t.list, target{text, formURL(file, keys, t.back), of, date, beginOf(words), ""})
}

// addNew adds the form for a new item; of is what the link to it stands at.
func (t *targets) addNew(label, about, file, keys, of string) {
	t.list = append(t.list, target{text: label + about, url: formURL(file, keys, t.back), of: of, label: label})
}

// body adds the text of a file.
func (t *targets) body(text string, r *city.Record) {
	words := ""
	if r.Body != nil {
		for line := range strings.Lines(string(r.Body.Pos.Bytes())) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				words = line
				break
			}
		}
	}
	t.text(text, r.File.Path, "", "", words)
}

// text adds the text of a file, or a section of it.
func (t *targets) text(text, file, section, of, words string) {
	t.list = append(t.list, target{text, textURL(file, section, t.back), of, "", beginOf(words), ""})
}

// fill returns a text with the nouns of the site.
func (t *targets) fill(text string) string { return t.editor.maker("").Nouns.Fill(text) }

// beginOf returns the first words of a text, as a page shows them.
func beginOf(text string) string {
	words := strings.Fields(text)
	begin := strings.Join(words[:min(len(words), 6)], " ")
	if i := strings.IndexAny(begin, "*_[]`<>#|\\'\""); i >= 0 {
		begin = begin[:i] // markup, and quotes that are set otherwise
	}
	return strings.TrimSpace(begin)
}

func (t *targets) page(p *plan.Page) {
	if p == nil {
		return
	}
	switch p.Kind {
	case plan.Wijk:
		t.add(t.fill("{De/Het wijk}: naam, buurten, contact"), p.Wijk.File.Path, "", "", "", "")
		t.body(t.fill("De tekst over {de/het wijk}"), &p.Wijk.Record)
		if v := p.Wijk.Current; v != nil {
			t.vision(v)
		}
		t.list = append(t.list, target{text: t.fill("{Nieuwe/Nieuw wijkvisie}"), url: URL + "wijkvisie?wijk=" + p.Wijk.ID + "&terug=" + t.back})
	case plan.Vision:
		t.vision(p.Vision)
	case plan.Need:
		t.need(p.Need)
	case plan.Department:
		t.add(t.fill("{De/Het dienst}"), p.Department.File.Path, "", plan.DepartmentURL(p.Department), "", "")
		t.body("De tekst", &p.Department.Record)
		for _, programme := range p.Department.Programmes {
			t.add(programme.Title.Value, programme.File.Path, "", plan.ProgrammeURL(programme), "", "")
		}
	case plan.Programme:
		t.programme(p.Programme)
	case plan.ContentPage:
		t.add("De pagina: titel, plaats in het menu", p.ContentPage.File.Path, "", plan.PageURL(p.ContentPage), "", "")
		t.body("De tekst", &p.ContentPage.Record)
	default:
		for _, n := range p.Rows.Needs {
			t.oneNeed(n)
		}
		for _, c := range p.Rows.Commitments {
			t.commitment(c, false)
		}
	}
	if p.Kind == plan.Home {
		t.add("De site: titel, thema’s, contact", "site.yaml", "", "", "", "")
	}
}

// vision adds a vision, its text and its needs.
func (t *targets) vision(v *relate.Vision) {
	t.add(t.fill("{De/Het wijkvisie}: ")+v.Title.Value, v.File.Path, "", plan.VisionURL(v), "", "")
	t.body(t.fill("De tekst van {de/het wijkvisie}"), &v.Record)
	for _, a := range v.Needs {
		t.add(t.fill("{Behoefte}: ")+a.Title.Value, v.File.Path, "behoeften/"+a.ID.Value, plan.NeedURL(a.Of), "", "")
	}
	t.addNew(t.fill("{Nieuwe/Nieuw behoefte}"), "", v.File.Path, "behoeften/+", "")
}

func (t *targets) oneNeed(n *relate.Need) {
	t.add(t.fill("{Behoefte}: ")+n.Main.Title.Value, n.Main.Vision.File.Path, "behoeften/"+n.Main.ID.Value, plan.NeedURL(n), "", "")
}

// need adds a need as each vision asks it, and what was said about it.
func (t *targets) need(n *relate.Need) {
	for _, a := range n.Appearances {
		of := plan.NeedURL(n)
		file, keys := a.Vision.File.Path, "behoeften/"+a.ID.Value
		in := ""
		if a != n.Main {
			in = " (" + a.Vision.Period.String() + ")"
			of = ""
		}
		t.add(t.fill("{Behoefte}: ")+a.Title.Value+in, file, keys, of, "", "")
		words := ""
		if body := a.Vision.Body; body != nil {
			for _, s := range body.Sections {
				if s.ID == a.ID.Value {
					_, story, _ := strings.Cut(string(s.Pos.Bytes()), "\n")
					words = story
				}
			}
		}
		t.text("Het verhaal"+in, file, a.ID.Value, "", words)
		for i, j := range a.Need.Judgements {
			t.add(t.fill("{Oordeel} van ")+j.By.Value+", "+j.Date.String(), file, fmt.Sprintf("%s/oordelen/@%d", keys, i), "", j.Date.String(), j.Text.Value)
		}
		if a == n.Main {
			t.addNew(t.fill("{Nieuwe/Nieuw oordeel}"), "", file, keys+"/oordelen/+", of)
		}
	}
	for _, c := range n.Commitments {
		t.commitment(c, true)
	}
	for _, a := range n.Answers {
		t.answer(a)
	}
	answer := t.fill("{Nieuwe/Nieuw antwoord}")
	t.list = append(t.list, target{text: answer, url: URL + "antwoord?behoefte=" + n.ID + "&terug=" + t.back, of: plan.NeedURL(n), label: answer})
}

// commitment adds a commitment, and the entries of its progress when those are wanted.
func (t *targets) commitment(c *relate.Commitment, entries bool) {
	file, keys, of := c.Programme.File.Path, "toezeggingen/"+c.ID.Value, plan.CommitmentURL(c)
	t.add(t.fill("{Toezegging}: ")+c.Title.Value, file, keys, of, "", "")
	if !entries {
		return
	}
	for i, p := range c.Commitment.Progress {
		words := p.Text.Value
		if words == "" {
			words = p.Reason.Value
		}
		t.add("Bericht van "+p.Date.String()+" bij "+c.ID.Value, file, fmt.Sprintf("%s/voortgang/@%d", keys, i), of, p.Date.String(), words)
	}
	t.addNew("Nieuw bericht", " bij "+c.ID.Value, file, keys+"/voortgang/+", of)
}

func (t *targets) answer(a *relate.Answer) {
	i := slices.Index(a.Programme.Programme.Answers, a.Answer)
	t.add(t.fill("{Antwoord} van ")+a.Date.String(), a.Programme.File.Path, fmt.Sprintf("antwoorden/@%d", i), plan.NeedURL(a.Of), a.Date.String(), "")
}

func (t *targets) programme(p *relate.Programme) {
	t.add(t.fill("{De/Het programma}: ")+p.Title.Value, p.File.Path, "", plan.ProgrammeURL(p), "", "")
	t.body(t.fill("De tekst van {de/het programma}"), &p.Record)
	for _, c := range p.Commitments {
		t.commitment(c, true)
	}
	for _, a := range p.Answers {
		t.answer(a)
	}
	t.addNew(t.fill("{Nieuwe/Nieuw toezegging}"), "", p.File.Path, "toezeggingen/+", plan.ProgrammeURL(p))
	t.addNew(t.fill("{Nieuwe/Nieuw antwoord}"), "", p.File.Path, "antwoorden/+", plan.ProgrammeURL(p))
}
