package view

import (
	"html/template"
	"slices"
	"strings"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
	"wijkvisie/internal/theme"
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
	Count  string
}

// The heights of bars, in pixels.
const (
	wholeBar = 36 // of a page
	rowBar   = 24 // of a row with figures
	listBar  = 12 // of a row in a list, which has its figures in words
	timeBar  = 8  // of how long something lasts
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
	v.Short = b.Words.Text("figures.short", "n", b.Words.Number(f.By[relate.NeedMet]), "total", b.Words.Number(f.Total))
	v.Legend, v.Bar = b.legend(needStatus, f.By), b.bar(needStatus, f.By, height)
	return v
}

// legend returns the statuses of which there are some.
func (b *pageBuilder) legend(kind statusKind, by counts) []figure {
	var key []figure
	for i, n := range by {
		if n > 0 {
			b.scratch = chart.AppendSwatch(b.scratch[:0], b.segment(kind, i, n))
			key = append(key, figure{b.glossary.word(kind, i), trustedHTML(b.scratch), b.Words.Number(n)})
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
			words = append(words, b.Words.Number(n)+" "+theme.LowerFirst(b.vocabulary[kind].words[i].Text))
		}
	}
	b.scratch = chart.AppendBar(b.scratch[:0], segments, height, strings.Join(words, ", "))
	return trustedHTML(b.scratch)
}

// segment returns the part of a bar for a number of one status.
func (b *Builder) segment(kind statusKind, i, n int) chart.Segment {
	w := &b.vocabulary[kind].words[i]
	return chart.Segment{Tone: w.Tone, Pattern: w.pattern, Count: n, Figure: b.Words.Number(n)}
}

// needsSentence returns how needs stand: "Van de 14 behoeften zijn er volgens de wijk 3
// vervuld. Bij 3 is gedaan wat was toegezegd; de wijk ziet er 1 anders en zei over
// 2 daarna nog niets. Aan 8 wordt gewerkt." Its parts add up to the whole.
func (b *Builder) needsSentence(f relate.Figures) string {
	if f.Total == 1 {
		return b.onlyNeedSentence(f)
	}
	return joinSentences([]string{b.metSentence(f), b.notMetSentence(f)})
}

// notMetSentence returns how those of several needs stand that are not met; empty when there
// are none.
func (b *Builder) notMetSentence(f relate.Figures) string {
	var sentences []string
	for _, status := range relate.NeedStatuses() {
		switch n := f.By[status]; {
		case n == 0 || status == relate.NeedMet:
		case status == relate.NeedKept:
			sentences = append(sentences, b.keptSentence(n, f.Contradicted))
		default:
			sentences = append(sentences, b.Words.Count("figures."+status.String(), n))
		}
	}
	return joinSentences(sentences)
}

// onlyNeedSentence returns how the only need stands: "Er is 1 behoefte: toegezegd."
func (b *Builder) onlyNeedSentence(f relate.Figures) string {
	only := relate.NeedStatus(slices.Index(f.By[:], 1))
	sentence := b.Words.Text("figures.only", "status", theme.LowerFirst(b.Words.Text(needStatusPrefix+only.String())))
	switch {
	case f.Contradicted > 0:
		sentence += " " + b.Words.Text("figures.only-contradicted")
	case only == relate.NeedKept:
		sentence += " " + b.Words.Text("figures.only-not-judged")
	}
	return sentence
}

// metSentence returns how many of the needs are met, as the wijken say that ask them.
func (b *Builder) metSentence(f relate.Figures) string {
	total, who := b.Words.Number(f.Total), b.Words.Text("figures.wijken")
	if f.By[relate.NeedMet] == 0 {
		return b.Words.Text("figures.met-none", "total", total)
	}
	if f.Wijken == 1 {
		who = b.Words.Text("figures.wijk")
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
	return b.Words.Count("figures.kept", kept, "otherwise", b.Words.Number(contradicted), "not-yet", b.Words.Number(kept-contradicted))
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
	t := tallyOf(commitments)
	v := commitmentFigures{Total: t.total, Short: b.tallyInWords(t)}
	if t.total == 0 {
		v.Sentence = b.Words.Text("commitments.none")
		return v
	}
	by := b.countsOfCommitments(commitments)
	v.Bar = b.bar(commitmentStatus, by, height)
	if height == listBar {
		return v
	}
	v.Legend = b.legend(commitmentStatus, by)
	v.Sentence = b.commitmentsSentence(commitments)
	return v
}

// countsOfCommitments returns how many commitments there are of each status.
func (b *Builder) countsOfCommitments(commitments []*relate.Commitment) counts {
	var by counts
	for _, c := range commitments {
		if i, ok := b.vocabulary.index(commitmentStatus, shownStatus(c)); ok {
			by[i]++
		}
	}
	return by
}

// tallyInWords returns how commitments stand: "4 toezeggingen, 2 klaar".
func (b *Builder) tallyInWords(t tally) string {
	if t.total == 0 {
		return b.Words.Text("commitments.none-short")
	}
	return b.Words.Count("commitments.short", t.total, "done", b.Words.Number(t.done()))
}

// commitmentsSentence returns how commitments stand: "Er zijn 9 toezeggingen. 4 zijn klaar:
// 2 op de datum die eerst was beloofd of eerder en 2 later. 5 staan nog open." Its parts add
// up to the whole. It is empty when there are none.
func (b *Builder) commitmentsSentence(commitments []*relate.Commitment) string {
	switch len(commitments) {
	case 0:
		return ""
	case 1:
		return b.onlySentence(commitments[0])
	}
	return b.tallySentence(tallyOf(commitments))
}

// tallySentence returns how several commitments stand.
func (b *Builder) tallySentence(t tally) string {
	return b.Words.Count("commitments.total", t.total) + " " + b.partsSentence(t)
}

// partsSentence returns what became of several commitments.
func (b *Builder) partsSentence(t tally) string {
	var sentences []string
	if t.done()+t.open > 0 { // of what was dropped nobody waits until it is done
		sentences = append(sentences, b.doneSentence(t))
	}
	for _, part := range []struct {
		key       string
		n, later  int
		someLater string // the key when some are later
	}{
		{"commitments.partly", t.partly, t.partlyLater, "commitments.partly-some-later"},
		{"commitments.open", t.open, t.openLater, "commitments.open-some-later"},
		{"commitments.handed-on", t.handedOn, 0, ""},
		{"commitments.handed-to-nothing", t.handedToNothing, 0, ""},
		{"commitments.dropped", t.dropped, 0, ""},
		{"commitments.withdrawn", t.withdrawn, t.withdrawnLater, "commitments.withdrawn-some-later"},
		{"commitments.silent", t.silent, 0, ""},
	} {
		switch {
		case part.n == 0:
		case part.later == 0:
			sentences = append(sentences, b.Words.Count(part.key, part.n))
		default:
			sentences = append(sentences, b.Words.Count(part.someLater, part.n, "later", b.Words.Number(part.later)))
		}
	}
	return joinSentences(sentences)
}

// doneSentence returns how many commitments are done, and when, against what was promised
// first.
func (b *Builder) doneSentence(t tally) string {
	done := t.done()
	if done == 0 {
		return b.Words.Text("commitments.done-none")
	}
	for _, all := range []struct {
		key string
		n   int
	}{
		{"commitments.done-in-time", t.doneInTime},
		{"commitments.done-later", t.doneLater},
		{"commitments.done-undated", t.doneUndated},
	} {
		if all.n == done {
			return b.Words.Count(all.key, done)
		}
	}
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{
		{"commitments.done-part-in-time", t.doneInTime},
		{"commitments.done-part-later", t.doneLater},
		{"commitments.done-part-undated", t.doneUndated},
	} {
		if part.n > 0 {
			parts = append(parts, b.Words.Text(part.key, "n", b.Words.Number(part.n)))
		}
	}
	return b.Words.Count("commitments.done", done, "parts", b.list(parts))
}

// onlySentence returns how the only commitment stands: "Er is 1 toezegging: gerealiseerd.
// Later dan eerst beloofd."
func (b *Builder) onlySentence(c *relate.Commitment) string {
	status := shownStatus(c)
	if i, ok := b.vocabulary.index(commitmentStatus, status); ok {
		status = theme.LowerFirst(b.vocabulary[commitmentStatus].words[i].Text)
	}
	sentence := b.Words.Text("commitments.only", "status", status)
	if c.LaterThanPromised {
		sentence += " " + b.Words.Text("commitments.later")
	}
	return sentence
}

// list returns texts as a list in a sentence: "a, b en c".
func (b *Builder) list(texts []string) string {
	last := len(texts) - 1
	if last < 1 {
		return strings.Join(texts, "")
	}
	return strings.Join(texts[:last], ", ") + " " + b.Words.Text("and") + " " + texts[last]
}

// joinSentences returns sentences after one another.
func joinSentences(sentences []string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// count returns 1 for what is so.
func count(so bool) int {
	if so {
		return 1
	}
	return 0
}
