package view

import (
	"html/template"
	"math"

	"wijkvisie/internal/demand"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
)

// demandView is whether what the wijken ask leads what the departments do: four questions
// with their answers, how it went, and what every department is asked and nobody answered. A
// part of it has the last of some wijken, and no answers.
type demandView struct {
	pageFrame
	Lead     string
	Contents []link
	Answers  []demandAnswer // none on a part
	History  *historyView   // nil when there is none
	Book     demandBook
	Terms    []measureTerm
	Data     []link // the same as open data
	Glossary []glossaryGroup
}

// demandAnswer is the answer to a question.
type demandAnswer struct {
	ID       string
	Question string
	Note     string
	Answer   string
	More     []string // sentences
	Title    string   // of the chart
	Bars     []scaledRow
	RowHead  string // the title of the first column of the table
	Table    countTable
}

// measureTerm is what a measure of the open data means.
type measureTerm struct{ Key, Text, Meaning string }

func (b *pageBuilder) demand(p *plan.Page) any {
	v := &demandView{
		pageFrame: b.frame(p, b.Words.Text("menu.demand"), b.Words.Text("demand.description", "city", b.siteFrame.City)),
		Book:      b.demandBook(p),
	}
	if p.Parent == nil {
		d := b.figuresOfDemand()
		v.Lead = b.Words.Text("demand.lead")
		v.Answers = []demandAnswer{b.demandShares(d), b.demandAnswers(d.Answers), b.demandPriorities(d), b.demandJudged(d)}
		v.History = b.historyOf(b.history().All(), false)
		for _, m := range demand.Measures() {
			key := "demand.measure." + string(m)
			v.Terms = append(v.Terms, measureTerm{string(m), b.Words.Text(key), b.Words.Text(key + ".meaning")})
		}
		v.Data = []link{{Text: "JSON", URL: b.Href(plan.DemandTable.JSON())}, {Text: "CSV", URL: b.Href(plan.DemandTable.CSV())}}
	}
	v.Contents = b.demandContents(v)
	v.Glossary = b.glossary.groups()
	return v
}

// demandContents returns what is on the page, in its order.
func (b *Builder) demandContents(v *demandView) []link {
	var contents []link
	for _, a := range v.Answers {
		contents = append(contents, link{Text: a.Question, URL: "#" + a.ID})
	}
	for _, c := range []struct {
		id, key string
		is      bool
	}{
		{"wv-verloop", "history.question", v.History != nil},
		{"wv-vraagboek", "demand.question-book", true},
		{"wv-maten", "demand.terms", v.Terms != nil},
	} {
		if c.is {
			contents = append(contents, link{Text: b.Words.Text(c.key), URL: "#" + c.id})
		}
	}
	return contents
}

// outOf returns a number of all needs or commitments as a part of a sentence: "3 van de 14
// behoeften". The key is that of its words, without the last part.
func (b *Builder) outOf(key string, n, total int) string {
	form := "some"
	switch {
	case total == 1 && n == 1:
		form = "only"
	case total < 2:
		form = "no"
	case n == 0:
		form = "none"
	case n == total && n == 2:
		form = "both"
	case n == total:
		form = "all"
	}
	return b.Words.Text(key+form, "n", b.Words.Number(n), "total", b.Words.Number(total))
}

// demandShares answers how much of what is promised answers a need.
func (b *pageBuilder) demandShares(d *demand.Demand) demandAnswer {
	a := demandAnswer{
		ID: "wv-toegezegd", Question: b.Words.Text("demand.question-promised"), Note: b.Words.Text("demand.promised-note"),
		RowHead: b.Words.Text("progress.who"),
	}
	all := d.Promised
	if all.Commitments == 0 {
		a.Answer = b.Words.Text("commitments.none")
		return a
	}
	a.Answer = b.Words.Text("demand.promised", "things", b.outOf("demand.commitments.", all.ForNeeds, all.Commitments))
	if all.Priced > 0 {
		a.More = append(a.More, b.Words.Count("demand.money", all.Priced, "all", b.euros(all.Euros), "part", b.euros(all.EurosForNeeds)))
	} else {
		a.More = append(a.More, b.Words.Text("demand.money-none"))
	}
	a.Title, a.Bars = b.unaskedByDepartment(d.Shares)
	a.Table.Columns = []string{b.Words.Text("demand.year"), b.Words.Text("departments.promised"), b.Words.Text("demand.for-needs")}
	if all.Priced > 0 {
		a.Table.Columns = append(a.Table.Columns, b.Words.Text("demand.priced"), b.Words.Text("demand.euros"), b.Words.Text("demand.euros-for-needs"))
	}
	row := func(of link, note, year string, s demand.Share) countRow {
		r := countRow{link: of, Note: note, Counts: []string{year, b.Words.Number(s.Commitments), b.Words.Number(s.ForNeeds)}}
		switch {
		case all.Priced == 0:
		case s.Priced == 0:
			r.Counts = append(r.Counts, b.Words.Number(0), "–", "–")
		default:
			r.Counts = append(r.Counts, b.Words.Number(s.Priced), b.euros(s.Euros), b.euros(s.EurosForNeeds))
		}
		return r
	}
	for _, s := range d.Shares {
		year := period(s.Period)
		if s.Period.IsZero() {
			year = "–"
		}
		a.Table.Rows = append(a.Table.Rows, row(b.whoPromised(s.Department), b.partnerNote(s.Department), year, s))
	}
	a.Table.Foot = []countRow{row(link{Text: b.Words.Text("progress.together")}, "", "", all)}
	return a
}

// whoPromised returns a link to a department, or that there is none.
func (b *Builder) whoPromised(d *relate.Department) link {
	if d == nil {
		return link{Text: b.Words.Text("progress.no-department")}
	}
	return b.departmentLink(d)
}

// partnerNote returns that a department is a partner; empty when it is none.
func (b *Builder) partnerNote(d *relate.Department) string {
	if d != nil && d.IsPartner() {
		return b.Words.Text("partner")
	}
	return ""
}

// unaskedByDepartment draws how much of what every department promised answers a need. There is
// no chart when all does.
func (b *pageBuilder) unaskedByDepartment(shares []demand.Share) (title string, bars []scaledRow) {
	var sums []demand.Share // by department
	for _, s := range shares {
		if n := len(sums); n == 0 || sums[n-1].Department != s.Department {
			sums = append(sums, demand.Share{Department: s.Department})
		}
		sum := &sums[len(sums)-1]
		sum.Commitments += s.Commitments
		sum.ForNeeds += s.ForNeeds
	}
	longest, unasked := 0, 0
	var scores []score
	for _, s := range sums {
		longest, unasked = max(longest, s.Commitments), unasked+s.Commitments-s.ForNeeds
		scores = append(scores, score{b.whoPromised(s.Department).Text, s.Commitments - s.ForNeeds, s.Commitments})
	}
	if unasked == 0 || len(sums) < 2 {
		return "", nil
	}
	for _, s := range sums {
		bars = append(bars, scaledRow{b.whoPromised(s.Department), b.partBar(s.ForNeeds, s.Commitments, longest),
			b.Words.Text("progress.of", "n", b.Words.Number(s.ForNeeds), "total", b.Words.Number(s.Commitments))})
	}
	if title = b.standout("demand.most-unasked", "demand.most-unasked-tied", scores); title == "" {
		title = b.Words.Text("demand.promised-bars")
	}
	return title, bars
}

// partBar draws a part of a whole, in a list of which all bars have one scale.
func (b *pageBuilder) partBar(n, total, scale int) template.HTML {
	b.scratch = chart.AppendScaled(b.scratch[:0], []chart.Segment{{Tone: "inf", Count: n}, {Tone: chart.Rest, Count: total - n}}, scale, listBar)
	return trustedHTML(b.scratch)
}

// demandAnswers answers how many needs were answered, and how soon.
func (b *pageBuilder) demandAnswers(of demand.Answers) demandAnswer {
	a := demandAnswer{ID: "wv-antwoord", Question: b.Words.Text("demand.question-answered"), Note: b.Words.Text("demand.answered-note")}
	if of.Asked == 0 {
		a.Answer = b.Words.Text("figures.none")
		return a
	}
	a.Answer = b.Words.Text("demand.answered", "things", b.outOf("demand.needs.", of.Answered, of.Asked))
	if of.Before > 0 {
		a.More = append(a.More, b.Words.Count("demand.before", of.Before))
	}
	if months, ok := of.Half(); ok {
		a.More = append(a.More, b.Words.Text("demand.half", "n", b.Words.Number(len(of.Months)), "long", b.Words.Duration(months)))
	}
	if n := of.Unanswered(); n > 0 {
		if months, ok := of.HalfWaiting(); ok && months > 0 && of.WaitingUndated == 0 {
			a.More = append(a.More, b.Words.Count("demand.waiting-long", n, "long", b.Words.Duration(months)))
		} else {
			a.More = append(a.More, b.Words.Count("demand.waiting", n))
		}
	}
	a.Title = b.Words.Text("demand.how-soon")
	if of.Undated == 0 {
		a.Title = b.Words.Text("demand.within-a-year", "things", b.outOf("demand.needs.", of.Before+of.Within(0, 12), of.Asked))
	}
	for _, row := range []struct {
		key string
		n   int
	}{
		{"demand.after-before", of.Before},
		{"demand.after-3", of.Within(0, 3)},
		{"demand.after-6", of.Within(3, 6)},
		{"demand.after-12", of.Within(6, 12)},
		{"demand.after-longer", of.Within(12, math.MaxInt)},
		{"demand.after-unknown", of.Undated},
		{"demand.after-never", of.Unanswered()},
	} {
		if row.n > 0 {
			a.Bars = append(a.Bars, scaledRow{link{Text: b.Words.Text(row.key)}, b.partBar(row.n, of.Asked, of.Asked),
				b.Words.Text("progress.of", "n", b.Words.Number(row.n), "total", b.Words.Number(of.Asked))})
		}
	}
	return a
}

// demandPriorities answers whether what a wijk finds most important comes first.
func (b *pageBuilder) demandPriorities(d *demand.Demand) demandAnswer {
	a := demandAnswer{ID: "wv-prioriteit", Question: b.Words.Text("demand.question-priority"), RowHead: b.Words.Text("need.priority")}
	first, rest := d.First, d.Rest
	switch {
	case first.Asked+rest.Asked == 0:
		a.Answer = b.Words.Text("figures.none")
		return a
	case first.Asked == 0:
		a.Answer = b.Words.Text("demand.priority-none")
		return a
	}
	a.Note = b.Words.Text("demand.priority-note")
	a.Answer = b.Words.Text("demand.priority-first", "things", b.outOf("demand.needs.", first.Answered, first.Asked))
	if rest.Asked > 0 {
		a.Answer += " " + b.Words.Text("demand.priority-rest", "things", b.outOf("demand.needs.", rest.Answered, rest.Asked))
	}
	soon, ok1 := first.Half()
	later, ok2 := rest.Half()
	if ok1 && ok2 && first.Undated+rest.Undated == 0 {
		a.More = append(a.More, b.Words.Text("demand.priority-half", "first", b.Words.Duration(soon), "rest", b.Words.Duration(later)))
	}
	a.Table.Columns = []string{
		b.Words.Text("demand.asked"), b.Words.Text("demand.column-answered"), b.Words.Text("demand.column-before"),
		b.Words.Text("demand.column-half"), b.Words.Text("demand.column-waiting"), b.Words.Text("wijken.done"),
	}
	row := func(title string, g demand.Group) countRow {
		half := "–"
		if months, ok := g.Half(); ok {
			half = b.Words.Duration(months)
		}
		return countRow{link: link{Text: title}, Counts: []string{
			b.Words.Number(g.Asked), b.Words.Number(g.Answered), b.Words.Number(g.Before), half, b.Words.Number(g.Unanswered()), b.Words.Number(g.Done)}}
	}
	a.Table.Rows = []countRow{row(b.Words.Text("demand.first"), first), row(b.Words.Text("demand.rest"), rest)}
	a.Table.Foot = []countRow{row(b.Words.Text("progress.together"), demand.Group{Answers: d.Answers, Done: first.Done + rest.Done})}
	return a
}

// demandJudged answers what the wijken say of the needs for which all is done that was
// promised.
func (b *pageBuilder) demandJudged(d *demand.Demand) demandAnswer {
	a := demandAnswer{ID: "wv-gelukt", Question: b.Words.Text("demand.question-judged"), RowHead: b.Words.Text("progress.who")}
	switch {
	case d.Done.Total == 0:
		a.Answer = b.Words.Text("figures.none")
		return a
	case d.Done.Done() == 0:
		a.Answer = b.Words.Text("demand.judged-nothing")
		return a
	}
	a.Answer = b.judgedSentence(d.Done)
	a.Note = b.Words.Text("demand.judged-note")
	a.Table.Columns = []string{b.Words.Text("wijken.done"), b.Words.Text("demand.met"), b.Words.Text("demand.contradicted"), b.Words.Text("demand.not-judged")}
	row := func(of link, note string, f relate.Figures) countRow {
		met, contradicted := f.By[relate.NeedMet], f.Contradicted
		return countRow{link: of, Note: note, Counts: []string{
			b.Words.Number(f.Done()), b.Words.Number(met), b.Words.Number(contradicted), b.Words.Number(f.Done() - met - contradicted)}}
	}
	for _, of := range d.Departments {
		a.Table.Rows = append(a.Table.Rows, row(b.departmentLink(of.Department), b.partnerNote(of.Department), of.Figures))
	}
	a.Table.Foot = []countRow{row(b.whole(), "", d.Done)}
	return a
}
