package view

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// figures is how many needs there are and how they stand: in a sentence, in a bar and
// in a key, which all have the same numbers.
type figures struct {
	Total    int
	Sentence string
	Short    string // "2 van 9 vervuld"
	Bar      template.HTML
	Key      []figure
}

// figure is one status with its count.
type figure struct {
	Badge
	Count int
}

// The heights of bars, in pixels.
const (
	wholeBar = 36 // of a page
	rowBar   = 24 // of a row with figures
	listBar  = 8  // of a row in a list, which has its figures in words
)

// counts is how many there are of each status of a kind, in the order in which the
// statuses are shown.
type counts [mostStatuses]int

func (b *pageBuilder) figures(f relate.Figures, height int) figures {
	v := figures{Total: f.Total}
	if f.Total == 0 {
		v.Sentence, v.Short = b.Words.Text("figures.none"), b.Words.Text("figures.none-short")
		return v
	}
	v.Sentence = b.needsSentence(f)
	v.Short = b.Words.Text("figures.short", "n", strconv.Itoa(f.By[relate.NeedMet]), "total", strconv.Itoa(f.Total))
	v.Key, v.Bar = b.key(needStatus, f.By), b.bar(needStatus, f.By, height)
	return v
}

// key returns the statuses of which there are some.
func (b *pageBuilder) key(kind statusKind, by counts) []figure {
	var key []figure
	for i, n := range by {
		if n > 0 {
			key = append(key, figure{b.glossary.word(kind, i), n})
		}
	}
	return key
}

// bar draws how many there are of each status. A high bar has a description in words
// too, for who cannot see it.
func (b *pageBuilder) bar(kind statusKind, by counts, height int) template.HTML {
	var segments []chart.Segment
	var words []string
	for i, n := range by {
		if n == 0 {
			continue
		}
		w := &b.vocabulary[kind].words[i]
		segments = append(segments, chart.Segment{Family: w.Family, Hatch: w.hatch, Count: n})
		if height != listBar {
			words = append(words, strconv.Itoa(n)+" "+strings.ToLower(w.Text))
		}
	}
	b.scratch = chart.AppendBar(b.scratch[:0], segments, height, strings.Join(words, ", "))
	return trustedHTML(b.scratch)
}

// needsSentence returns how needs stand: "Van de 9 behoeften zijn er 2 vervuld en 1
// deels. Aan 2 wordt gewerkt. Op 1 kwam nog geen antwoord."
func (b *Builder) needsSentence(f relate.Figures) string {
	if f.Total == 1 {
		only := relate.NeedStatus(slices.Index(f.By[:], 1))
		return b.Words.Text("figures.only", "status", strings.ToLower(b.Words.Text(needStatusPrefix+only.String())))
	}
	var sentence string
	total, met, partly := strconv.Itoa(f.Total), f.By[relate.NeedMet], f.By[relate.NeedPartlyMet]
	switch {
	case met == 0 && partly == 0:
		sentence = b.Words.Text("figures.met-none", "total", total)
	case met == 0:
		sentence = b.Words.Text("figures.met-partly-only", "total", total, "partly", strconv.Itoa(partly))
	case partly == 0:
		sentence = b.Words.Count("figures.met", met, "total", total)
	default:
		sentence = b.Words.Count("figures.met-and-partly", met, "total", total, "partly", strconv.Itoa(partly))
	}
	for _, more := range []struct {
		key    string
		status relate.NeedStatus
	}{
		{"figures.in-progress", relate.NeedInProgress},
		{"figures.promised", relate.NeedPromised},
		{"figures.unanswered", relate.NeedUnanswered},
	} {
		if n := f.By[more.status]; n > 0 {
			sentence += " " + b.Words.Count(more.key, n)
		}
	}
	return sentence
}

// commitmentFigures is how commitments stand. Those of withdrawn programmes
// do not count.
type commitmentFigures struct {
	Total    int
	Sentence string
	Short    string // "4 toezeggingen, 2 klaar"
	Bar      template.HTML
	Key      []figure
}

// commitmentFigures returns how commitments stand: for a row of a list in a few words,
// else in a sentence and with a key.
func (b *pageBuilder) commitmentFigures(commitments []*relate.Commitment, height int) commitmentFigures {
	t := b.tally(commitments)
	v := commitmentFigures{Total: t.total, Short: b.tallyInWords(t)}
	if t.total == 0 {
		v.Sentence = b.Words.Text("commitments.none")
		return v
	}
	v.Bar = b.bar(commitmentStatus, t.by, height)
	if height == listBar {
		return v
	}
	v.Key = b.key(commitmentStatus, t.by)
	v.Sentence = b.doneSentence(t.total, t.done)
	if t.late > 0 {
		v.Sentence += " " + b.Words.Count("commitments.late", t.late)
	}
	return v
}

// tally is how many commitments there are.
type tally struct {
	by                counts
	total, done, late int
}

// tally counts commitments.
func (b *Builder) tally(commitments []*relate.Commitment) tally {
	var t tally
	for _, c := range commitments {
		if c.Programme.Withdrawn {
			continue
		}
		t.total++
		if c.Late {
			t.late++
		}
		if c.Status == relate.Realised {
			t.done++
		}
		if i, ok := b.vocabulary.index(commitmentStatus, string(c.Status)); ok {
			t.by[i]++
		}
	}
	return t
}

// tallyInWords returns how commitments stand: "4 toezeggingen, 2 klaar".
func (b *Builder) tallyInWords(t tally) string {
	if t.total == 0 {
		return b.Words.Text("commitments.none-short")
	}
	return b.Words.Count("commitments.short", t.total, "done", strconv.Itoa(t.done))
}

// doneSentence returns how many commitments there are and how many of them are done.
func (b *Builder) doneSentence(total, done int) string {
	sentence := b.Words.Count("commitments.total", total) + " "
	switch {
	case total == 1 && done == 1:
		return sentence + b.Words.Text("commitments.only-done")
	case total == 1:
		return sentence + b.Words.Text("commitments.only-not-done")
	case done == 0:
		return sentence + b.Words.Text("commitments.none-done")
	default:
		return sentence + b.Words.Count("commitments.done", done)
	}
}
