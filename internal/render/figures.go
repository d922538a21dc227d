package render

import (
	"html/template"
	"slices"
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

func (d *desk) figures(f relate.Figures, height int) figures {
	v := figures{Total: f.Total}
	if f.Total == 0 {
		v.Sentence, v.Short = d.words.Text("figures.none"), d.words.Text("figures.none-short")
		return v
	}
	v.Sentence = d.sentence(f)
	v.Short = d.say("figures.short", "n", d.number(f.By[relate.NeedMet]), "total", d.number(f.Total))
	by := counts(f.By)
	v.Key, v.Bar = d.key(ofNeed, &by), d.bar(ofNeed, &by, height)
	return v
}

// counts is how many there are of each status of a kind, in the order in which they
// are shown.
type counts [8]int

// key returns the statuses that there are some of, and notes that the page has them.
func (d *desk) key(kind statusKind, by *counts) []figure {
	key := d.figured.take(len(by))[:0]
	for i, n := range by {
		if n > 0 {
			key = append(key, figure{d.glossary.showNumber(kind, i), n})
		}
	}
	return key
}

// bar draws how many there are of each status. A high one says so in words too, for
// who cannot see it.
func (d *desk) bar(kind statusKind, by *counts, height int) template.HTML {
	var segments [len(by)]chart.Segment
	drawn, label := 0, make([]byte, 0, 200)
	for i, n := range by {
		if n == 0 {
			continue
		}
		k := &d.vocabulary.known[kind][i]
		segments[drawn] = chart.Segment{Family: d.vocabulary.list[d.vocabulary.first[kind]+i].Family, Hatch: k.hatch, Count: n}
		if height != listBar {
			if drawn > 0 {
				label = append(label, ", "...)
			}
			label = append(append(strconv.AppendInt(label, int64(n), 10), ' '), k.lower...)
		}
		drawn++
	}
	d.canvas = chart.AppendBar(d.canvas[:0], segments[:drawn], height, d.text(label))
	return d.drawn()
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
func (d *desk) sentence(f relate.Figures) string {
	if f.Total == 1 {
		return d.onlyNeed(f)
	}
	w, said := d.words, make([]byte, 0, 400)
	total, met, partly := d.number(f.Total), f.By[relate.NeedMet], f.By[relate.NeedPartlyMet]
	switch {
	case met == 0 && partly == 0:
		said = w.Append(said, "figures.met-none", "total", total)
	case met == 0:
		said = w.Append(said, "figures.met-partly-only", "total", total, "partly", d.number(partly))
	case partly == 0:
		said = w.AppendCount(said, "figures.met", met, "total", total)
	default:
		said = w.AppendCount(said, "figures.met-and-partly", met, "total", total, "partly", d.number(partly))
	}
	if n := f.By[relate.NeedInProgress]; n > 0 {
		said = w.AppendCount(append(said, ' '), "figures.in-progress", n)
	}
	if n := f.By[relate.NeedPromised]; n > 0 {
		said = w.AppendCount(append(said, ' '), "figures.promised", n)
	}
	if n := f.By[relate.NeedUnanswered]; n > 0 {
		said = w.AppendCount(append(said, ' '), "figures.unanswered", n)
	}
	return d.text(said)
}

// onlyNeed says how the only need stands.
func (d *desk) onlyNeed(f relate.Figures) string {
	only := relate.NeedStatus(slices.Index(f.By[:], 1))
	return d.say("figures.only", "status", strings.ToLower(d.words.Text(needKind+only.String())))
}

// doneSentence says how many commitments there are and how many of them are done.
func (d *desk) doneSentence(total, done int) string {
	said := append(d.words.AppendCount(make([]byte, 0, 200), "commitments.total", total), ' ')
	switch {
	case total == 1 && done == 1:
		said = d.words.Append(said, "commitments.only-done")
	case total == 1:
		said = d.words.Append(said, "commitments.only-not-done")
	case done == 0:
		said = d.words.Append(said, "commitments.none-done")
	default:
		said = d.words.AppendCount(said, "commitments.done", done)
	}
	return d.text(said)
}
