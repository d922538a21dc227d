package view

import (
	"cmp"
	"slices"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// progressView is how the whole stands: four questions with their answers; then what became
// of the promises of every department, what the wijken judge otherwise, how every wijk and
// theme stands, and where wijken and departments meet. A part of it has the rows of some
// wijken, and no answers.
type progressView struct {
	pageFrame
	Lead        string
	Contents    []link
	Demand      link        // whether what the wijken ask leads what the departments do
	Done        *doneAnswer // nil on a part
	Later       laterAnswer
	Waiting     waitingAnswer
	Refused     refusedAnswer
	Departments countTable
	Contested   contestedList
	ByWijk      standing
	ByTheme     standing
	Matrix      matrix
	Glossary    []glossaryGroup
}

// contestedList is what the wijken judge otherwise than who reported it as done.
type contestedList struct {
	Sentence    string
	Needs       folded[contestedRow]
	Commitments folded[contestedRow]
}

// contestedRow is something that is done, as was reported, and what the wijk finds of it.
type contestedRow struct {
	Title     link
	Wijken    []link
	Status    Badge
	Judgement judgementRow
}

// standing is how the needs of every wijk or theme stand: in a chart, of which the title
// says what it shows, and in a table.
type standing struct {
	Title  string // of the chart; empty when it shows nothing that stands out
	Wijken []wijkRow
	Themes []themeRow
	Key    []figure
	Table  countTable
}

func (b *pageBuilder) progress(p *plan.Page) any {
	needs, commitments := rowsOfProgress(p)
	v := &progressView{
		pageFrame: b.frame(p, b.Words.Text("menu.progress"), b.Words.Text("progress.description", "city", b.siteFrame.City)),
		Later:     laterAnswer{List: fold(b, p, "progress.more-commitments", laterOnes(commitments), b.listedCommitments)},
		Waiting:   waitingAnswer{List: fold(b, p, "progress.more-needs", waitingOnes(needs), b.waitingRows)},
		Refused:   refusedAnswer{List: fold(b, p, "progress.more-needs", refusals(needs), b.answerRows)},
		Contested: contestedList{
			Needs:       fold(b, p, "progress.more-needs", contestedNeeds(needs), b.contestedNeeds),
			Commitments: fold(b, p, "progress.more-commitments", filtered(commitments, (*relate.Commitment).Contradicted), b.contestedCommitments),
		},
		Demand: b.index(plan.Demand),
		ByWijk: b.standingByWijk(p.Rows.Wijken),
		Matrix: b.matrix(p),
	}
	if p.Parent == nil {
		v.Lead = b.askedSentence() + " " + b.promisedSentence()
		v.Done = b.doneAnswer()
		b.answerLater(&v.Later)
		b.answerWaiting(&v.Waiting)
		b.answerRefused(&v.Refused)
		v.Departments = b.countsByDepartment()
		v.Contested.Sentence = b.contestedSentence()
		v.ByTheme = b.standingByTheme()
	}
	v.Contents = b.progressContents(v)
	v.Glossary = b.glossary.groups()
	return v
}

// rowsOfProgress returns the needs and the commitments that a page of the progress lists. The
// page of a list that is in parts has the first of all of them.
func rowsOfProgress(p *plan.Page) ([]*relate.Need, []*relate.Commitment) {
	needs, commitments := p.Rows.Needs, p.Rows.Commitments
	for _, part := range p.Parts {
		needs = append(slices.Clip(needs), part.Rows.Needs...)
		commitments = append(slices.Clip(commitments), part.Rows.Commitments...)
	}
	return needs, commitments
}

// progressContents returns what is on the page, in its order.
func (b *Builder) progressContents(v *progressView) []link {
	whole := v.Done != nil
	var contents []link
	for _, c := range []struct {
		id, key string
		is      bool
	}{
		{"wv-klaar", "progress.question-done", whole},
		{"wv-laat", "progress.question-later", whole || v.Later.List.First != nil},
		{"wv-open", "progress.question-waiting", whole || v.Waiting.List.First != nil},
		{"wv-niet", "progress.question-refused", whole || v.Refused.List.First != nil},
		{"wv-diensten", "progress.by-department", v.Departments.Rows != nil},
		{"wv-oordeel", "progress.contested", v.Contested.Sentence != "" || v.Contested.Needs.First != nil || v.Contested.Commitments.First != nil},
		{"wv-wijken", "progress.by-wijk", v.ByWijk.Wijken != nil},
		{"wv-themas", "progress.by-theme", v.ByTheme.Themes != nil},
		{"wv-matrix", "progress.matrix", v.Matrix.Rows != nil},
	} {
		if c.is {
			contents = append(contents, link{Text: b.Words.Text(c.key), URL: "#" + c.id})
		}
	}
	return contents
}

// askedSentence returns how many wijken ask how much: "9 wijken vroegen 112 dingen."
func (b *Builder) askedSentence() string {
	f := b.graph.Figures
	if f.Total == 0 {
		return b.Words.Text("figures.none")
	}
	return b.Words.Count("progress.asked", f.Wijken, "things", b.Words.Count("progress.things", f.Total))
}

// promisedSentence returns how many departments and partners promised how much: "6 diensten
// en 1 partner zegden 129 dingen toe."
func (b *Builder) promisedSentence() string {
	all := b.graph.Commitments
	if len(all) == 0 {
		return b.Words.Text("commitments.none")
	}
	by := byDepartment(all)
	if len(by[nil]) > 0 { // there is no telling how many these are of
		return b.Words.Count("commitments.total", len(all))
	}
	partners := 0
	for d := range by {
		partners += count(d.IsPartner())
	}
	var who []string
	if n := len(by) - partners; n > 0 {
		who = append(who, b.Words.Count("count.departments", n))
	}
	if partners > 0 {
		who = append(who, b.Words.Count("count.partners", partners))
	}
	return b.Words.Count("progress.promised", len(by), "who", b.list(who), "things", b.Words.Count("progress.things", len(all)))
}

// standingByWijk returns how the needs of some wijken stand.
func (b *pageBuilder) standingByWijk(wijken []*relate.Wijk) standing {
	if len(wijken) == 0 {
		return standing{}
	}
	s := standing{Wijken: b.wijkRows(wijken, rowBar), Table: b.countsByWijk(wijken)}
	var met []score
	for _, w := range wijken {
		met = append(met, score{w.Name.Value, w.Figures.By[relate.NeedMet], w.Figures.Total})
	}
	if len(wijken) == len(b.graph.Wijken) {
		s.Title = b.standout("progress.most-met-wijk", "progress.most-met-wijk-tied", met)
	}
	s.Key = b.legend(needStatus, b.graph.Figures.By)
	return s
}

// standingByTheme returns how the needs of every theme stand, and those of none.
func (b *pageBuilder) standingByTheme() standing {
	s := standing{Themes: b.themeRows(rowBar), Table: b.countsByTheme(), Key: b.legend(needStatus, b.graph.Figures.By)}
	var met []score
	for _, t := range b.graph.Themes {
		met = append(met, score{t.Name.Value, t.Figures.By[relate.NeedMet], t.Figures.Total})
	}
	s.Title = b.standout("progress.most-met-theme", "progress.most-met-theme-tied", met)
	if rest := b.withoutTheme(); rest.Total > 0 {
		s.Themes = append(s.Themes, themeRow{link: link{Text: b.Words.Text("progress.no-theme")}, Figures: b.figures(rest, rowBar)})
	}
	return s
}

// contestedNeeds returns those of some needs for which everything was done and of which the
// wijk says that they are not met.
func contestedNeeds(needs []*relate.Need) []*relate.Need {
	return slices.DeleteFunc(slices.Clone(needs), func(n *relate.Need) bool { return !n.Current || !n.Contradicted() })
}

func (b *pageBuilder) contestedNeeds(needs []*relate.Need) []contestedRow {
	rows := make([]contestedRow, len(needs))
	for i, n := range needs {
		rows[i] = contestedRow{b.needLink(n), []link{b.wijkLink(n.Wijk)}, b.glossary.need(n.Status), b.judgementRow(n.Judgement)}
	}
	return rows
}

func (b *pageBuilder) contestedCommitments(commitments []*relate.Commitment) []contestedRow {
	rows := make([]contestedRow, len(commitments))
	for i, c := range commitments {
		rows[i] = contestedRow{b.commitmentLink(c), b.wijkLinks(c.Wijken), b.glossary.commitment(c), b.judgementRow(c.Judgement)}
	}
	return rows
}

// contestedSentence returns what the wijken find of the needs for which everything was done,
// and of commitments that are done; empty when they say nowhere otherwise.
func (b *Builder) contestedSentence() string {
	var sentences []string
	if b.graph.Figures.Contradicted > 0 {
		sentences = append(sentences, b.judgedSentence(b.graph.Figures))
	}
	if n := len(filtered(b.graph.Commitments, (*relate.Commitment).Contradicted)); n > 0 {
		sentences = append(sentences, b.Words.Count("progress.contested-commitments", n))
	}
	return joinSentences(sentences)
}

// judgedSentence returns what the wijken find of the needs for which everything was done, of
// which there are some.
func (b *Builder) judgedSentence(f relate.Figures) string {
	met, contradicted := f.By[relate.NeedMet], f.Contradicted
	return b.Words.Count("progress.judged", f.Done(), "parts", b.countedParts([]countedPart{
		{"progress.judged-met", met},
		{"progress.judged-otherwise", contradicted},
		{"progress.judged-not-yet", f.Done() - met - contradicted},
	}))
}

// score is how many of something there are of a whole, by the name of who has them.
type score struct {
	name     string
	n, total int
}

// mostTied is how many are named that have equally many.
const mostTied = 3

// standout returns the title of a chart: who has most, in the words of a key, or of another
// when some have as many. It is empty when nobody stands out: there is one only, most is one,
// many have as many, or who has most has no more than its share of the whole.
func (b *Builder) standout(key, tied string, scores []score) string {
	if len(scores) < 2 {
		return ""
	}
	most := slices.MaxFunc(scores, func(a, b score) int { return cmp.Compare(a.n, b.n) })
	var names []string
	var n, total int // of all
	for _, s := range scores {
		n, total = n+s.n, total+s.total
	}
	large := false // one that has most only because it is large
	for _, s := range scores {
		if s.n == most.n {
			names = append(names, s.name)
			large = large || s.n*total <= n*s.total
		}
	}
	switch {
	case large || most.n < 2 || len(names) > mostTied || len(names) == len(scores):
		return ""
	case len(names) > 1:
		return b.Words.Text(tied, "names", b.list(names), "n", b.Words.Number(most.n))
	}
	return b.Words.Text(key, "name", most.name, "n", b.Words.Number(most.n), "total", b.Words.Number(most.total))
}
