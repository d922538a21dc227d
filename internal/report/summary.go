package report

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// summary tells the report in figures. Those of commitments add up: what was open, with what came
// and what went on again, less what ended, is open.
func (b *builder) summary() Summary {
	return Summary{
		Title: b.Text("report.short"),
		Paragraphs: slices.DeleteFunc([]string{
			joinSentences(b.needFigures()...),
			joinSentences(b.commitmentFigures()...),
			joinSentences(b.figuresOfOthers()...),
			joinSentences(b.presentFigures()...),
		}, func(s string) bool { return s == "" }),
		Table: b.needTable(),
	}
}

// figure returns the sentence of a key with a number in it; nothing when that is 0.
func (b *builder) figure(key string, n int, args ...string) string {
	if n == 0 {
		return ""
	}
	return theme.Capital(b.Count(key, n, args...))
}

// needFigures tells how many needs there are, and how that differs from the earlier day.
func (b *builder) needFigures() []string {
	now, before := b.needs(b.now), b.needs(b.before)
	since, was := b.Day(b.before.Date), b.Number(len(before))
	added, gone := othersThan(now, before), othersThan(before, now)
	key, who := "report.count.needs", ""
	switch {
	case b.Department != nil:
		key, who = "report.count.needs-of", b.Department.Name.Value
	case len(now) == len(before):
		key = "report.count.needs-same"
	}
	total := theme.Capital(b.Count(key, len(now), "since", since, "was", was, "who", who))
	switch {
	case len(now)+len(before) > 0:
	case b.Department != nil:
		total = b.Text("report.count.needs-of-none", "who", who)
	default:
		total = b.Text("figures.none")
	}
	adopted := 0
	for _, e := range b.events {
		if e.Kind == relate.VisionAdopted {
			adopted++
		}
	}
	return []string{
		total,
		b.figure("report.count.needs-new", added),
		b.figure("report.count.needs-gone", gone),
		b.figure("report.count.needs-merged", len(before)+added-gone-len(now)), // those of several ids that one need was called before
		b.figure("report.count.adopted", adopted),
	}
}

// othersThan returns how many needs are none of other ones, of another day.
func othersThan(needs, others []*relate.Need) int {
	known := make(map[*city.Need]bool)
	for _, n := range others {
		for _, a := range n.Appearances {
			known[a.Need] = true
		}
	}
	count := 0
	for _, n := range needs {
		if !slices.ContainsFunc(n.Appearances, func(a *relate.Appearance) bool { return known[a.Need] }) {
			count++
		}
	}
	return count
}

// needTable counts the needs by status on both days.
func (b *builder) needTable() Table {
	var before, now relate.Figures
	for _, n := range b.needs(b.before) {
		before.Add(n)
	}
	for _, n := range b.needs(b.now) {
		now.Add(n)
	}
	t := Table{Caption: b.Text("report.table"), Head: []string{b.Text("report.table.status"), b.Day(b.before.Date), b.Day(b.now.Date)}}
	if before.Total+now.Total == 0 {
		return t
	}
	row := func(title string, was, is int) {
		if was+is > 0 {
			t.Rows = append(t.Rows, []string{title, b.Number(was), b.Number(is)})
		}
	}
	for _, s := range relate.NeedStatuses() {
		row(b.Text("need.status."+s.String()), before.By[s], now.By[s])
	}
	row(b.Text("report.table.total"), before.Total, now.Total)
	return t
}

// commitmentFigures tells how many commitments were open, what became of them and how many are
// open now.
func (b *builder) commitmentFigures() []string {
	var by [handedToNothing + 1]int // that ended, by ending
	var stood, added, reopened, later, isOpen, amounts, sum int
	for i := range b.commitments {
		c := &b.commitments[i]
		switch {
		case c.was == nil:
			added++
			if c.Budget >= 0 {
				amounts++
				sum += c.Budget
			}
		case c.was.Open():
			stood++
		case c.isReopened():
			reopened++
		}
		if c.Open() {
			isOpen++
		}
		ending := c.ended()
		by[ending]++
		if ending == done && c.LaterThanPromised {
			later++
		}
	}
	doneKey := "report.count.done"
	if later > 0 {
		doneKey = "report.count.done-later"
	}
	finally := b.figure("report.count.open", isOpen)
	switch {
	case len(b.commitments) == 0:
		finally = b.Text("commitments.none")
	case isOpen == 0 && stood+added+reopened == 0:
		finally = b.sentence("report.count.open-never")
	case isOpen == 0:
		finally = b.Text("report.count.open-none")
	}
	return []string{
		b.figure("report.count.stood", stood, "since", b.Day(b.before.Date)),
		b.figure("report.count.promised", added),
		b.figure("report.count.money", amounts, "amount", b.Euros(sum)),
		b.figure("report.count.reopened", reopened),
		b.figure(doneKey, by[done], "later", b.Number(later)),
		b.figure("report.count.partly", by[partlyDone]),
		b.figure("report.count.dropped", by[dropped]),
		b.figure("report.count.withdrawn", by[withdrawn]),
		b.figure("report.count.handed-on", by[handedOn]),
		b.figure("report.count.handed-to-nothing", by[handedToNothing]),
		finally,
	}
}

// figuresOfOthers tells how many dates moved, and how many answers and judgements there were.
func (b *builder) figuresOfOthers() []string {
	moved := 0
	for _, c := range b.commitments {
		if len(c.moves) > 0 {
			moved++
		}
	}
	answers, judgements := make(map[string]int), make(map[string]int)
	for _, e := range b.events {
		switch {
		case e.Answer != nil:
			answers[e.Answer.Answer.Answer.Value]++
		case e.Judgement != nil:
			judgements[e.Judgement.Verdict.Value]++
		}
	}
	return []string{
		b.figure("report.count.moved", moved),
		b.parts("report.count.answered", "answer.", answers, city.AnswerNo, city.AnswerInvestigating, city.AnswerElsewhere),
		b.parts("report.count.judged", "verdict.", judgements, city.VerdictMet, city.VerdictPartly, city.VerdictNotMet),
	}
}

// parts returns the sentence of a key with a number and its parts, in order. prefix is what the
// keys of the parts begin with.
func (b *builder) parts(key, prefix string, by map[string]int, order ...string) string {
	var parts []string
	sum := 0
	for _, what := range order {
		if n := by[what]; n > 0 {
			what = theme.LowerFirst(b.Text(prefix + what))
			if n > 1 || len(by) > 1 {
				what = b.Text("report.count.times", "n", b.Number(n), "what", what)
			}
			parts = append(parts, what)
			sum += n
		}
	}
	return b.figure(key, sum, "parts", b.list(parts))
}

// presentFigures tells how much needs attention, and how much is to come.
func (b *builder) presentFigures() []string {
	var late, silent, due, unanswered, long int
	for i := range b.commitments {
		c := &b.commitments[i]
		switch {
		case c.isLate():
			late++
		case c.isSilent():
			silent++
		}
		if b.isDue(c) {
			due++
		}
	}
	waited := make(map[*city.Need]bool)
	for _, n := range b.needs(b.before) {
		if n.Status == relate.NeedUnanswered {
			waited[n.Main.Need] = true
		}
	}
	for _, n := range b.needs(b.now) {
		if n.Status != relate.NeedUnanswered {
			continue
		}
		unanswered++
		if slices.ContainsFunc(n.Appearances, func(a *relate.Appearance) bool { return waited[a.Need] }) {
			long++
		}
	}
	longKey := "report.count.unanswered-long"
	if long == unanswered {
		longKey = "report.count.unanswered-all"
	}
	ending := b.currentVisions(func(p city.Period) bool { return b.now.Soon(p.LastDay()) })
	over := b.currentVisions(func(p city.Period) bool { return p.Over(b.now.Date) })
	return []string{
		b.figure("report.count.late", late),
		b.figure("report.count.silent", silent),
		b.figure("report.count.unanswered", unanswered),
		b.figure(longKey, long, "since", b.Day(b.before.Date)),
		b.figure("report.count.due", due),
		b.figure("report.count.ending", len(ending)),
		b.figure("report.count.over", len(over)),
	}
}
