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
		v.Sentence = r.words.Text("figures.none")
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
	met, partly := f.By[relate.NeedMet], f.By[relate.NeedPartlyMet]
	key := "figures.met"
	switch {
	case met == 0 && partly == 0:
		key = "figures.met-none"
	case met == 0:
		key = "figures.met-partly-only"
	case partly > 0:
		key = "figures.met-and-partly"
	}
	parts := []string{r.words.Count(key, f.Total, "met", strconv.Itoa(met), "partly", strconv.Itoa(partly))}
	for _, p := range []struct {
		key    string
		status relate.NeedStatus
	}{
		{"figures.in-progress", relate.NeedInProgress},
		{"figures.promised", relate.NeedPromised},
		{"figures.unanswered", relate.NeedUnanswered},
	} {
		if n := f.By[p.status]; n > 0 {
			parts = append(parts, r.words.Count(p.key, n))
		}
	}
	return strings.Join(parts, " ")
}
