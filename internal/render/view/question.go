package view

import (
	"cmp"
	"html/template"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// The answers to the four questions of the page of the progress. Each has a sentence that
// adds up, then a chart, then the rows. Answers are of the whole; a part of the page has rows
// only.

// doneAnswer is what is done: of what was promised, and of what was asked.
type doneAnswer struct {
	Promised answeredFigures
	Asked    answeredFigures
}

// answeredFigures is figures of which a short sentence says what counts most, and another
// all the rest.
type answeredFigures struct {
	Answer string
	Rest   string // empty when the answer says all
	Bar    template.HTML
	Legend []figure
}

// laterAnswer is what is later than first promised.
type laterAnswer struct {
	Answer string
	Parts  string // how those stand; empty when there are none
	Title  string // of the chart
	Bars   []scaledRow
	List   folded[commitmentRow] // those that are still open
}

// waitingAnswer is what nobody answered, and for how long.
type waitingAnswer struct {
	Answer string
	Title  string // of the chart; empty when nobody stands out
	List   folded[waitingRow]
}

// refusedAnswer is what is not included.
type refusedAnswer struct {
	Answer string
	Bar    template.HTML
	Legend []figure
	List   folded[answerRow]
}

// scaledRow is a row of a chart of which all bars have one scale.
type scaledRow struct {
	link
	Bar  template.HTML
	Note string // "20 van 37"
}

// waitingRow is a need that nobody answered.
type waitingRow struct {
	Need      link
	Wijk      link
	Since     stamp  // zero when that is not known
	SinceWord string // "sinds"
	Long      string // "2 jaar en 3 maanden"
	Bar       template.HTML
}

// countedPart is a number of something in a sentence, by the key of its words.
type countedPart struct {
	key string
	n   int
}

// countedParts returns numbers as a list in a sentence; those of which there are none are left out.
func (b *Builder) countedParts(all []countedPart) string {
	var texts []string
	for _, part := range all {
		if part.n > 0 {
			texts = append(texts, b.Words.Count(part.key, part.n))
		}
	}
	return b.list(texts)
}

func (b *pageBuilder) doneAnswer() *doneAnswer {
	var a doneAnswer
	promised := b.commitmentFigures(b.graph.Commitments, wholeBar)
	a.Promised = answeredFigures{Answer: promised.Sentence, Bar: promised.Bar, Legend: promised.Legend}
	if t := tallyOf(b.graph.Commitments); t.total > 1 {
		a.Promised.Answer, a.Promised.Rest = b.doneOfTotal(t), b.partsSentence(t)
	}
	asked := b.figures(b.graph.Figures, wholeBar)
	a.Asked = answeredFigures{Answer: asked.Sentence, Bar: asked.Bar, Legend: asked.Legend}
	if f := b.graph.Figures; f.Total > 1 {
		a.Asked.Answer, a.Asked.Rest = b.metSentence(f), b.notMetSentence(f)
	}
	return &a
}

// doneOfTotal returns how many of several commitments are done, done in part, and not.
func (b *Builder) doneOfTotal(t tally) string {
	done, total := t.done(), b.Words.Number(t.total)
	switch {
	case done == t.total:
		return b.Words.Text("progress.done-all", "total", total)
	case done == 0 && t.partly == 0:
		return b.Words.Text("progress.done-none", "total", total)
	}
	parts := b.countedParts([]countedPart{
		{"progress.done-wholly", done},
		{"progress.done-partly", t.partly},
		{"progress.done-not", t.total - done - t.partly},
	})
	first := done // the verb goes with the first number
	if first == 0 {
		first = t.partly
	}
	return b.Words.Count("progress.done", first, "total", total, "parts", parts)
}

// openLater reports whether a commitment is to be done later than first promised, or it is
// not known when any more.
func openLater(c *relate.Commitment) bool {
	return (c.LaterThanPromised || c.Rescheduled) && c.Open()
}

// laterOnes returns those of some commitments that are open and later than first promised,
// what was to be done first before the others.
func laterOnes(commitments []*relate.Commitment) []*relate.Commitment {
	later := filtered(commitments, openLater)
	slices.SortStableFunc(later, func(a, b *relate.Commitment) int {
		return a.OriginalDue.Last().Compare(b.OriginalDue.Last())
	})
	return later
}

// answerLater answers how much is later than first promised, how that stands, and by whom.
func (b *pageBuilder) answerLater(a *laterAnswer) {
	t := tallyOf(b.graph.Commitments)
	a.Answer, a.Parts = b.laterSentence(t), b.laterParts(t)
	if a.Parts != "" {
		a.Bars, a.Title = b.laterByDepartment()
	}
}

// laterSentence returns how many of some commitments are later than first promised.
func (b *Builder) laterSentence(t tally) string {
	switch {
	case t.total == 0:
		return b.Words.Text("commitments.none")
	case t.later() == 0:
		return b.Words.Text("progress.later-none")
	case t.total == 1:
		return b.Words.Text("progress.later-only")
	}
	return b.Words.Count("progress.later", t.later(), "total", b.Words.Number(t.total))
}

// laterParts returns how those of several commitments stand that are later than first
// promised; empty when there are none.
func (b *Builder) laterParts(t tally) string {
	if t.total < 2 || t.later() == 0 {
		return ""
	}
	return b.Words.Count("progress.later-parts", t.later(), "parts", b.countedParts([]countedPart{
		{"progress.later-done", t.doneLater},
		{"progress.later-partly", t.partlyLater},
		{"progress.later-open", t.openLater},
		{"progress.later-withdrawn", t.withdrawnLater},
	}))
}

// laterByDepartment draws how much of what every department promised is later, most first.
// Those that are later with nothing are left out. There is no chart of one department.
func (b *pageBuilder) laterByDepartment() (rows []scaledRow, title string) {
	type share struct {
		of link
		tally
	}
	var shares []share
	var scores []score
	longest := 0
	for d, commitments := range byDepartment(b.graph.Commitments) {
		s := share{link{Text: b.Words.Text("progress.no-department")}, tallyOf(commitments)}
		if d != nil {
			s.of = b.departmentLink(d)
			scores = append(scores, score{d.Name.Value, s.later(), s.total})
		}
		if s.later() > 0 {
			shares = append(shares, s)
			longest = max(longest, s.total)
		}
	}
	if len(scores) < 2 {
		return nil, ""
	}
	slices.SortFunc(shares, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.later(), a.later()), cmp.Compare(a.total, b.total), cmp.Compare(a.of.Text, b.of.Text))
	})
	slices.SortFunc(scores, func(a, b score) int { return cmp.Compare(a.name, b.name) })
	for _, s := range shares {
		late, _ := b.vocabulary.index(flagStatus, "later-dan-beloofd")
		b.scratch = chart.AppendScaled(b.scratch[:0], []chart.Segment{
			b.segment(flagStatus, late, s.later()), {Tone: chart.Rest, Count: s.total - s.later()},
		}, longest, listBar)
		rows = append(rows, scaledRow{s.of, trustedHTML(b.scratch),
			b.Words.Text("progress.of", "n", b.Words.Number(s.later()), "total", b.Words.Number(s.total))})
	}
	if title = b.standout("progress.most-later", "progress.most-later-tied", scores); title == "" {
		title = b.Words.Text("progress.by-department")
	}
	return rows, title
}

// waitingRows returns the rows of needs that nobody answered, of which the first waits
// longest.
func (b *pageBuilder) waitingRows(needs []*relate.Need) []waitingRow {
	rows := make([]waitingRow, len(needs))
	longest := 0
	for i, n := range needs {
		rows[i] = waitingRow{Need: b.needLink(n), Wijk: b.wijkLink(n.Wijk)}
		since := n.OpenSince()
		if since.IsZero() {
			continue
		}
		months := since.MonthsUntil(b.graph.Date)
		longest = max(longest, months)
		rows[i].Since, rows[i].SinceWord, rows[i].Long = b.stamp(since), b.Words.Text("progress.since"), b.Words.Duration(months)
		b.scratch = chart.AppendScaled(b.scratch[:0], []chart.Segment{{Tone: "war", Count: months}}, longest, timeBar)
		rows[i].Bar = trustedHTML(b.scratch)
	}
	return rows
}

// waitingOnes returns those of some needs that nobody answered, the longest first.
func waitingOnes(needs []*relate.Need) []*relate.Need {
	return longestFirst(withStatus(needs, relate.NeedUnanswered))
}

// withStatus returns those of some needs that have a status and are asked now.
func withStatus(needs []*relate.Need, s relate.NeedStatus) []*relate.Need {
	var list []*relate.Need
	for _, n := range needs {
		if n.Current && n.Status == s {
			list = append(list, n)
		}
	}
	return list
}

// longestFirst orders needs by how long they are open; those of which that is not known
// come last.
func longestFirst(needs []*relate.Need) []*relate.Need {
	slices.SortStableFunc(needs, func(a, b *relate.Need) int {
		since, other := a.OpenSince(), b.OpenSince()
		if since.IsZero() || other.IsZero() {
			return cmp.Compare(count(since.IsZero()), count(other.IsZero()))
		}
		return since.Compare(other)
	})
	return needs
}

// answerWaiting answers how many needs nobody answered, for how long, and who waits longest.
func (b *Builder) answerWaiting(a *waitingAnswer) {
	total := b.graph.Figures.Total
	waiting := waitingOnes(b.graph.Needs)
	switch {
	case total == 0:
		a.Answer = b.Words.Text("figures.none")
		return
	case len(waiting) == 0:
		a.Answer = b.Words.Text("progress.waiting-none")
		return
	}
	several, only, long := "progress.waiting", "progress.waiting-only", ""
	since := waiting[0].OpenSince()
	if months := since.MonthsUntil(b.graph.Date); !since.IsZero() && months > 0 {
		several, only, long = "progress.waiting-long", "progress.waiting-long-only", b.Words.Duration(months)
	}
	if total == 1 {
		a.Answer = b.Words.Text(only, "long", long)
	} else {
		a.Answer = b.Words.Count(several, len(waiting), "total", b.Words.Number(total), "long", long)
	}
	a.Title = b.longestWaiting(waiting)
}

// longestWaiting returns which wijken wait longest, of needs of which the longest open is the
// first. It is empty when that cannot be said: one wijk waits only, many wait as long, or of
// some it is not known for how long.
func (b *Builder) longestWaiting(waiting []*relate.Need) string {
	first, last := waiting[0].OpenSince(), waiting[len(waiting)-1].OpenSince()
	if first.IsZero() || last.IsZero() || !slices.ContainsFunc(waiting, func(n *relate.Need) bool { return n.Wijk != waiting[0].Wijk }) {
		return ""
	}
	var names []string
	for _, n := range waiting {
		if n.OpenSince() == first && !slices.Contains(names, n.Wijk.Name.Value) {
			names = append(names, n.Wijk.Name.Value)
		}
	}
	if len(names) > mostTied {
		return ""
	}
	return b.Words.Count("progress.waiting-longest", len(names), "names", b.list(names))
}

// refusals returns the answers to those of some needs that were not included, the newest
// first.
func refusals(needs []*relate.Need) []*relate.Answer {
	var answers []*relate.Answer
	for _, n := range withStatus(needs, relate.NeedNotIncluded) {
		answers = append(answers, n.Answer())
	}
	slices.SortStableFunc(answers, func(a, b *relate.Answer) int { return b.Date.Compare(a.Date.Day) })
	return answers
}

// answerRefused answers how many needs were not included, and how: no, or it is up to others.
func (b *pageBuilder) answerRefused(a *refusedAnswer) {
	var by counts
	var no, elsewhere int
	for _, n := range withStatus(b.graph.Needs, relate.NeedNotIncluded) {
		answer := n.Answer().Answer.Answer.Value
		if i, ok := b.vocabulary.index(answerStatus, answer); ok {
			by[i]++
		}
		if answer == city.AnswerElsewhere {
			elsewhere++
		} else {
			no++
		}
	}
	switch n, total := no+elsewhere, b.graph.Figures.Total; {
	case total == 0:
		a.Answer = b.Words.Text("figures.none")
		return
	case n == 0:
		a.Answer = b.Words.Text("progress.refused-none")
		return
	case total == 1 && no == 1:
		a.Answer = b.Words.Text("progress.refused-only")
	case total == 1:
		a.Answer = b.Words.Text("progress.elsewhere-only")
	default:
		a.Answer = b.Words.Count("progress.refused", n, "total", b.Words.Number(total),
			"parts", b.countedParts([]countedPart{{"progress.refused-no", no}, {"progress.refused-elsewhere", elsewhere}}))
	}
	a.Bar, a.Legend = b.bar(answerStatus, by, wholeBar), b.legend(answerStatus, by)
}
