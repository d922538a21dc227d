package view

import (
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	Legend   []figure
}

// figure is one status with its count.
type figure struct {
	Badge
	Swatch template.HTML // how it is drawn in the bar
	Count  int
}

// The heights of bars, in pixels.
const (
	wholeBar = 36 // of a page
	rowBar   = 24 // of a row with figures
	listBar  = 8  // of a row in a list, which has its figures in words
)

// counts is how many there are of each status of a kind, in the order in which the
// statuses are shown.
type counts [maxStatuses]int

func (b *pageBuilder) figures(f relate.Figures, height int) figures {
	v := figures{Total: f.Total}
	if f.Total == 0 {
		v.Sentence, v.Short = b.Words.Text("figures.none"), b.Words.Text("figures.none-short")
		return v
	}
	v.Sentence = b.needsSentence(f)
	v.Short = b.Words.Text("figures.short", "n", strconv.Itoa(f.By[relate.NeedMet]), "total", strconv.Itoa(f.Total))
	v.Legend, v.Bar = b.legend(needStatus, f.By), b.bar(needStatus, f.By, height)
	return v
}

// legend returns the statuses of which there are some.
func (b *pageBuilder) legend(kind statusKind, by counts) []figure {
	var key []figure
	for i, n := range by {
		if n > 0 {
			b.scratch = chart.AppendSwatch(b.scratch[:0], b.segment(kind, i, n))
			key = append(key, figure{b.glossary.word(kind, i), trustedHTML(b.scratch), n})
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
		segments = append(segments, b.segment(kind, i, n))
		if height != listBar {
			words = append(words, strconv.Itoa(n)+" "+lowerFirst(b.vocabulary[kind].words[i].Text))
		}
	}
	b.scratch = chart.AppendBar(b.scratch[:0], segments, height, strings.Join(words, ", "))
	return trustedHTML(b.scratch)
}

// segment returns the part of a bar for a number of one status.
func (b *Builder) segment(kind statusKind, i, n int) chart.Segment {
	w := &b.vocabulary[kind].words[i]
	return chart.Segment{Tone: w.Tone, Pattern: w.pattern, Count: n}
}

// needsSentence returns how needs stand: "Van de 14 behoeften zijn er volgens de wijk 3
// vervuld. Bij 3 is gedaan wat was toegezegd; de wijk oordeelt daarover anders (1) of nog
// niet (2). Aan 8 wordt gewerkt." Its parts add up to the whole.
func (b *Builder) needsSentence(f relate.Figures) string {
	if f.Total == 1 {
		only := relate.NeedStatus(slices.Index(f.By[:], 1))
		return b.Words.Text("figures.only", "status", lowerFirst(b.Words.Text(needStatusPrefix+only.String())))
	}
	sentences := []string{b.metSentence(f)}
	for _, status := range relate.NeedStatuses() {
		switch n := f.By[status]; {
		case n == 0 || status == relate.NeedMet:
		case status == relate.NeedKept:
			sentences = append(sentences, b.keptSentence(n, f.Contradicted))
		default:
			sentences = append(sentences, b.Words.Count("figures."+status.String(), n))
		}
	}
	return strings.Join(sentences, " ")
}

// metSentence returns how many of the needs are met, as the wijken say that ask them.
func (b *Builder) metSentence(f relate.Figures) string {
	total, who := strconv.Itoa(f.Total), b.Words.Text("figures.wijken")
	if f.Wijken == 1 {
		who = b.Words.Text("figures.wijk")
	}
	if f.By[relate.NeedMet] == 0 {
		return b.Words.Text("figures.met-none", "total", total, "who", who)
	}
	return b.Words.Count("figures.met", f.By[relate.NeedMet], "total", total, "who", who)
}

// keptSentence returns for how many needs what was promised is done, and what the wijk says
// of them.
func (b *Builder) keptSentence(kept, contradicted int) string {
	switch contradicted {
	case 0:
		return b.Words.Count("figures.kept-not-judged", kept)
	case kept:
		return b.Words.Count("figures.kept-contradicted", kept)
	}
	return b.Words.Count("figures.kept", kept, "otherwise", strconv.Itoa(contradicted), "not-yet", strconv.Itoa(kept-contradicted))
}

// commitmentFigures is how commitments stand.
type commitmentFigures struct {
	Total    int
	Sentence string
	Short    string // "4 toezeggingen, 2 klaar"
	Bar      template.HTML
	Legend   []figure
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
	v.Legend = b.legend(commitmentStatus, t.by)
	v.Sentence = b.commitmentsSentence(t)
	return v
}

// tally is how many commitments there are. Every one is done, done in part, open, handed
// on, dropped or withdrawn.
type tally struct {
	by                                               counts
	total                                            int
	done, partly, open, handedOn, dropped, withdrawn int
	doneInTime, doneLater                            int // of those done: by the date first promised, or later
	openLater, silent, late                          int // of those open
}

// tally counts commitments.
func (b *Builder) tally(commitments []*relate.Commitment) tally {
	var t tally
	for _, c := range commitments {
		t.add(c)
		if i, ok := b.vocabulary.index(commitmentStatus, shownStatus(c)); ok {
			t.by[i]++
		}
	}
	return t
}

// add counts a commitment, but for by.
func (t *tally) add(c *relate.Commitment) {
	t.total++
	switch {
	case c.Status == relate.Realised:
		t.done++
		t.doneInTime += count(c.OriginalDue.Known() && !c.LaterThanPromised)
		t.doneLater += count(c.LaterThanPromised)
	case c.Status == relate.PartlyRealised:
		t.partly++
	case c.Status == relate.Dropped:
		t.dropped++
	case c.Ended():
		t.handedOn++
	case c.Withdrawn():
		t.withdrawn++
	default:
		t.open++
		t.openLater += count(c.LaterThanPromised)
		t.silent += count(c.Silent)
		t.late += count(c.Late)
	}
}

// count returns 1 for what is so.
func count(so bool) int {
	if so {
		return 1
	}
	return 0
}

// tallyInWords returns how commitments stand: "4 toezeggingen, 2 klaar".
func (b *Builder) tallyInWords(t tally) string {
	if t.total == 0 {
		return b.Words.Text("commitments.none-short")
	}
	return b.Words.Count("commitments.short", t.total, "done", strconv.Itoa(t.done))
}

// commitmentsSentence returns how commitments stand: "Er zijn 9 toezeggingen. 4 zijn
// klaar, waarvan 2 later dan eerst beloofd. 5 staan nog open." Its parts add up to the
// whole.
func (b *Builder) commitmentsSentence(t tally) string {
	if t.total == 1 {
		return b.onlySentence(t)
	}
	sentences := []string{b.Words.Count("commitments.total", t.total)}
	if t.done == 0 {
		sentences = append(sentences, b.Words.Text("commitments.none-done"))
	}
	for _, part := range []struct {
		key      string
		n, later int
		keyLater string
	}{
		{"commitments.done", t.done, t.doneLater, "commitments.done-some-later"},
		{"commitments.partly", t.partly, 0, ""},
		{"commitments.open", t.open, t.openLater, "commitments.open-some-later"},
		{"commitments.handed-on", t.handedOn, 0, ""},
		{"commitments.dropped", t.dropped, 0, ""},
		{"commitments.withdrawn", t.withdrawn, 0, ""},
		{"commitments.silent", t.silent, 0, ""},
	} {
		switch {
		case part.n == 0:
		case part.later == 0:
			sentences = append(sentences, b.Words.Count(part.key, part.n))
		default:
			sentences = append(sentences, b.Words.Count(part.keyLater, part.n, "later", strconv.Itoa(part.later)))
		}
	}
	return strings.Join(sentences, " ")
}

// onlySentence returns how the only commitment stands: "Er is 1 toezegging: gerealiseerd.
// Later dan eerst beloofd."
func (b *Builder) onlySentence(t tally) string {
	i := slices.Index(t.by[:], 1)
	status := b.vocabulary[commitmentStatus].words[i].Text
	sentence := b.Words.Text("commitments.only", "status", lowerFirst(status))
	if t.doneLater+t.openLater > 0 {
		sentence += " " + b.Words.Text("commitments.later")
	}
	return sentence
}

// lowerFirst returns a text with its first letter in lower case.
func lowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}
