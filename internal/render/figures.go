package render

import (
	"html/template"
	"strconv"
	"strings"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// figures says how many needs there are and how they stand: in a sentence, in a
// bar and in a key, which all have the same numbers.
type figures struct {
	Total    int
	Sentence string
	Short    string // "2 van 9 vervuld"
	Bar      template.HTML
	Key      []figure
}

// figure is one status with its count.
type figure struct {
	badge
	Count int
}

// The heights of bars, in pixels.
const (
	wholeBar = 36 // of a page
	rowBar   = 24 // of a row with figures
	listBar  = 8  // of a row in a list, whose figures stand beside it
)

func (r *Renderer) figures(f relate.Figures, words *glossary, height int) figures {
	v := figures{Total: f.Total}
	if f.Total == 0 {
		v.Sentence, v.Short = r.words.Text("figures.none"), r.words.Text("figures.none-short")
		return v
	}
	v.Sentence = r.sentence(f)
	v.Short = r.words.Text("figures.short", "n", strconv.Itoa(f.By[relate.NeedMet]), "total", strconv.Itoa(f.Total))
	var segments []chart.Segment
	var label []string
	for _, s := range relate.NeedStatuses() {
		n := f.By[s]
		if n == 0 {
			continue
		}
		b := words.need(s)
		v.Key = append(v.Key, figure{b, n})
		segments = append(segments, chart.Segment{Family: b.Family, Hatch: hatched(s), Count: n})
		label = append(label, strconv.Itoa(n)+" "+strings.ToLower(b.Text))
	}
	said := strings.Join(label, ", ")
	if height == listBar {
		said = ""
	}
	v.Bar = safe(chart.Bar(segments, height, said))
	return v
}

// hatched tells the second status of a colour from the first.
func hatched(s relate.NeedStatus) bool {
	switch s {
	case relate.NeedPartlyMet, relate.NeedPromised, relate.NeedUnanswered, relate.NeedDropped:
		return true
	default:
		return false
	}
}

// sentence says how needs stand: "Van de 9 behoeften zijn er 2 vervuld en 1
// deels. Aan 2 wordt gewerkt. Op 1 kwam nog geen antwoord."
func (r *Renderer) sentence(f relate.Figures) string {
	total, met, partly := strconv.Itoa(f.Total), f.By[relate.NeedMet], f.By[relate.NeedPartlyMet]
	var said string
	switch {
	case f.Total == 1:
		return r.onlyNeed(f)
	case met == 0 && partly == 0:
		said = r.words.Text("figures.met-none", "total", total)
	case met == 0:
		said = r.words.Text("figures.met-partly-only", "total", total, "partly", strconv.Itoa(partly))
	case partly == 0:
		said = r.words.Count("figures.met", met, "total", total)
	default:
		said = r.words.Count("figures.met-and-partly", met, "total", total, "partly", strconv.Itoa(partly))
	}
	if n := f.By[relate.NeedInProgress]; n > 0 {
		said += " " + r.words.Count("figures.in-progress", n)
	}
	if n := f.By[relate.NeedPromised]; n > 0 {
		said += " " + r.words.Count("figures.promised", n)
	}
	if n := f.By[relate.NeedUnanswered]; n > 0 {
		said += " " + r.words.Count("figures.unanswered", n)
	}
	return said
}

// onlyNeed says how the only need stands.
func (r *Renderer) onlyNeed(f relate.Figures) string {
	for s := range f.By {
		return r.words.Text("figures.only", "status", strings.ToLower(r.words.Text(needKind+string(s))))
	}
	return ""
}

// doneSentence says how many commitments there are and how many of them are done.
func (r *Renderer) doneSentence(total, done int) string {
	said := r.words.Count("commitments.total", total) + " "
	switch {
	case total == 1 && done == 1:
		return said + r.words.Text("commitments.only-done")
	case total == 1:
		return said + r.words.Text("commitments.only-not-done")
	case done == 0:
		return said + r.words.Text("commitments.none-done")
	default:
		return said + r.words.Count("commitments.done", done)
	}
}
