package view

import (
	"cmp"
	"slices"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// progressView is how the whole stands: what was asked and promised, per department, per
// wijk and per theme, where wijken and departments meet, and what asks for attention.
type progressView struct {
	pageFrame
	Lead        string
	Figures     figures
	Promised    commitmentFigures
	Departments countTable
	Later       commitmentList
	Waiting     waitingList
	Refused     refusedList
	Contested   contestedList
	Wijken      []wijkRow
	Themes      []themeRow
	ByWijk      countTable
	ByTheme     countTable
	Matrix      matrix
	Glossary    []glossaryGroup
}

// A list on the page of the progress has a sentence about the whole, which stands on the
// page of the whole only, and rows. It may have one and not the other when the page is
// split into parts.
type (
	commitmentList struct {
		Sentence string
		Rows     []commitmentRow
	}
	waitingList struct {
		Sentence string
		Rows     []waitingRow
	}
	refusedList struct {
		Sentence string
		Rows     []answerRow
	}
	contestedList struct {
		Sentence    string
		Needs       []contestedRow
		Commitments []contestedRow
	}
)

// waitingRow is a need that nobody answered.
type waitingRow struct {
	Need  link
	Wijk  link
	Since stamp  // zero when that is not known
	Long  string // "2 jaar en 3 maanden"
}

// contestedRow is something that is done, as was reported, and what the wijk finds of it.
type contestedRow struct {
	Title     link
	Wijken    []link
	Status    Badge
	Judgement judgementRow
}

func (b *pageBuilder) progress(p *plan.Page) any {
	v := &progressView{
		pageFrame: b.frame(p, b.Words.Text("menu.progress"), b.Words.Text("progress.description", "city", b.siteFrame.City)),
		Figures:   b.figures(b.graph.Figures, wholeBar),
		Wijken:    b.wijkRows(p.Rows.Wijken, rowBar),
		Matrix:    b.matrix(p),
		Later:     commitmentList{Rows: b.listedCommitments(filtered(p.Rows.Commitments, openLater))},
		Waiting:   waitingList{Rows: b.waitingRows(p.Rows.Needs)},
		Refused:   refusedList{Rows: b.refusedRows(p.Rows.Needs)},
		Contested: contestedList{Needs: b.contestedNeeds(p.Rows.Needs), Commitments: b.contestedCommitments(p.Rows.Commitments)},
		ByWijk:    b.countsByWijk(p.Rows.Wijken),
	}
	if p.Parent == nil {
		v.Lead = b.askedSentence() + " " + b.promisedSentence()
		v.Promised = b.commitmentFigures(b.graph.Commitments, wholeBar)
		v.Departments = b.countsByDepartment()
		v.Later.Sentence = b.laterSentence()
		v.Waiting.Sentence = b.waitingSentence()
		v.Refused.Sentence = b.refusedSentence()
		v.Contested.Sentence = b.contestedSentence()
		v.Themes = b.themeRows(rowBar)
		if rest := b.withoutTheme(); rest.Total > 0 {
			v.Themes = append(v.Themes, themeRow{link: link{Text: b.Words.Text("progress.no-theme")}, Figures: b.figures(rest, rowBar)})
		}
		v.ByTheme = b.countsByTheme()
	}
	v.Glossary = b.glossary.groups()
	return v
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

// openLater reports whether a commitment is to be done later than first promised, or it is
// not known when any more.
func openLater(c *relate.Commitment) bool {
	return (c.LaterThanPromised || c.Rescheduled) && !c.Ended() && !c.Withdrawn()
}

// laterSentence returns how many commitments are later than first promised, and how they
// stand; empty when there are none at all.
func (b *Builder) laterSentence() string {
	t := tallyOf(b.graph.Commitments)
	switch {
	case t.total == 0:
		return ""
	case t.later() == 0:
		return b.Words.Text("progress.later-none")
	case t.total == 1:
		return b.Words.Text("progress.later-only")
	}
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{
		{"progress.later-done", t.doneLater},
		{"progress.later-partly", t.partlyLater},
		{"progress.later-open", t.openLater},
		{"progress.later-withdrawn", t.withdrawnLater},
	} {
		if part.n > 0 {
			parts = append(parts, b.Words.Text(part.key, "n", b.Words.Number(part.n)))
		}
	}
	return b.Words.Count("progress.later", t.later(), "total", b.Words.Number(t.total), "parts", b.list(parts))
}

// waitingRows returns those of some needs that nobody answered, the longest first.
func (b *pageBuilder) waitingRows(needs []*relate.Need) []waitingRow {
	var rows []waitingRow
	for _, n := range longestFirst(unanswered(needs)) {
		row := waitingRow{Need: b.needLink(n), Wijk: b.wijkLink(n.Wijk)}
		if since := openSince(n); !since.IsZero() {
			row.Since, row.Long = b.stamp(since), b.duration(monthsBetween(since, b.graph.Date))
		}
		rows = append(rows, row)
	}
	return rows
}

// unanswered returns those of some needs that nobody answered.
func unanswered(needs []*relate.Need) []*relate.Need {
	return withStatus(needs, relate.NeedUnanswered)
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
		since, other := openSince(a), openSince(b)
		if since.IsZero() || other.IsZero() {
			return cmp.Compare(count(since.IsZero()), count(other.IsZero()))
		}
		return since.Compare(other)
	})
	return needs
}

// waitingSentence returns how many needs nobody answered, and who waits longest; empty when
// nothing is asked.
func (b *Builder) waitingSentence() string {
	total := b.graph.Figures.Total
	waiting := longestFirst(unanswered(b.graph.Needs))
	var sentence string
	switch n := len(waiting); {
	case total == 0:
		return ""
	case n == 0:
		return b.Words.Text("progress.waiting-none")
	case total == 1:
		sentence = b.Words.Text("progress.waiting-only")
	default:
		sentence = b.Words.Count("progress.waiting", n, "total", b.Words.Number(total))
	}
	longest := waiting[0]
	since := openSince(longest)
	if since.IsZero() {
		return sentence
	}
	return sentence + " " + b.Words.Text("progress.waiting-longest",
		"name", longest.Wijk.Name.Value, "long", b.duration(monthsBetween(since, b.graph.Date)))
}

// refusedRows returns the answers to those of some needs that were not included.
func (b *pageBuilder) refusedRows(needs []*relate.Need) []answerRow {
	var rows []answerRow
	for _, n := range withStatus(needs, relate.NeedNotIncluded) {
		rows = append(rows, b.answerRow(n.Answer()))
	}
	return rows
}

// refusedSentence returns how many needs were not included; empty when none were.
func (b *Builder) refusedSentence() string {
	f := b.graph.Figures
	n := f.By[relate.NeedNotIncluded]
	switch {
	case n == 0:
		return ""
	case f.Total == 1:
		return b.Words.Text("progress.refused-only")
	}
	return b.Words.Count("progress.refused", n, "total", b.Words.Number(f.Total))
}

// contestedNeeds returns those of some needs for which everything was done and of which the
// wijk says that they are not met.
func (b *pageBuilder) contestedNeeds(needs []*relate.Need) []contestedRow {
	var rows []contestedRow
	for _, n := range needs {
		if n.Current && n.Contradicted() {
			rows = append(rows, contestedRow{b.needLink(n), []link{b.wijkLink(n.Wijk)}, b.glossary.need(n.Status), b.judgementRow(n.Judgement)})
		}
	}
	return rows
}

// contestedCommitments returns those of some commitments that were reported as done, and of
// which the wijk says otherwise.
func (b *pageBuilder) contestedCommitments(commitments []*relate.Commitment) []contestedRow {
	var rows []contestedRow
	for _, c := range filtered(commitments, (*relate.Commitment).Contradicted) {
		rows = append(rows, contestedRow{b.commitmentLink(c), b.wijkLinks(c.Wijken), b.glossary.commitment(c), b.judgementRow(c.Judgement)})
	}
	return rows
}

// contestedSentence returns what the wijken find of the needs for which everything was done,
// and of commitments that are done; empty when they say nowhere otherwise.
func (b *Builder) contestedSentence() string {
	f := b.graph.Figures
	met, contradicted := f.By[relate.NeedMet], f.Contradicted
	done := met + f.By[relate.NeedKept]
	var sentences []string
	if contradicted > 0 {
		var parts []string
		for _, part := range []struct {
			key string
			n   int
		}{
			{"progress.judged-met", met},
			{"progress.judged-otherwise", contradicted},
			{"progress.judged-not-yet", done - met - contradicted},
		} {
			if part.n > 0 {
				parts = append(parts, b.Words.Text(part.key, "n", b.Words.Number(part.n)))
			}
		}
		sentences = append(sentences, b.Words.Count("progress.judged", done, "parts", b.list(parts)))
	}
	if n := len(filtered(b.graph.Commitments, (*relate.Commitment).Contradicted)); n > 0 {
		sentences = append(sentences, b.Words.Count("progress.contested-commitments", n))
	}
	return joinSentences(sentences)
}
