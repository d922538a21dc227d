package view

import (
	"html/template"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// programmeView is a programme: what its department commits to, by wijk.
type programmeView struct {
	pageFrame
	Department link
	Period     string
	Adopted    string // "Vastgesteld op 22 februari 2011"; empty when no day is known
	Withdrawn  string // when it was withdrawn, and why; empty when it was not
	Ending     string // that its period ends soon or is over while something is open; empty when it is not so
	Figures    commitmentFigures
	Groups     []programmeGroup
	Answers    []answerRow
	Body       template.HTML
	Glossary   []glossaryGroup
}

// programmeGroup is the commitments of a programme for one wijk.
type programmeGroup struct {
	Title       link // with an address when they are for one wijk
	Commitments []fullCommitment
}

// fullCommitment is a commitment with everything that is known of it, as on the
// page of its programme, where it has its anchor.
type fullCommitment struct {
	commitmentDetails
	Former []string   // ids that it had before, and that are anchors still
	Log    []EventRow // oldest first
}

func (b *pageBuilder) programme(p *plan.Page) any {
	q := p.Programme
	title, years := q.Title.Value, period(q.Period)
	v := &programmeView{
		pageFrame:  b.frame(p, title, b.Words.Text("programme.description", "department", departmentName(q), "period", years), b.index(plan.Programmes)),
		Department: b.departmentLink(q.Department),
		Period:     years,
		Adopted:    b.adopted(q),
		Withdrawn:  b.withdrawnNote(q),
		Ending:     b.endingProgramme(q),
		Figures:    b.commitmentFigures(q.Commitments, wholeBar),
		Groups:     b.programmeGroups(q.Commitments),
		Answers:    b.answerRows(q.Answers),
		Body:       b.programmeText(q),
	}
	v.FullTitle = b.fullTitle(titleWithPeriod(title, q.Period), departmentName(q), b.Words.Text("menu.programmes"))
	v.Banner, v.EditURL = b.Banner(q.Draft), b.editURL(q.File.Path)
	v.Glossary = b.glossary.groups()
	return v
}

// endingProgramme returns that the period of a programme ends soon, or is over, and how much of it
// is open; empty when nothing is, or when neither is so.
func (b *Builder) endingProgramme(p *relate.Programme) string {
	n, last := p.OpenCommitments(), p.Period.LastDay()
	switch {
	case n == 0 || p.Status.Value != city.Adopted:
		return ""
	case p.Period.Over(b.graph.Date):
		return b.Words.Count("programme.over", n, "date", b.date(last))
	case b.graph.Soon(last):
		return b.Words.Count("programme.ending", n, "date", b.date(last))
	}
	return ""
}

// adopted returns when a programme was adopted, empty when no day is known.
func (b *Builder) adopted(p *relate.Programme) string {
	if p.AdoptedOn.IsZero() || p.Status.Value == city.Concept {
		return ""
	}
	return b.Words.Text("programme.adopted", "date", b.date(p.AdoptedOn.Day))
}

// programmeText returns the programme's own text. Its commitments have their ids
// on the same page.
func (b *pageBuilder) programmeText(p *relate.Programme) template.HTML {
	for _, c := range p.Commitments {
		b.ids.take(c.ID.Value)
		for _, id := range formerAnchors(c) {
			b.ids.take(id)
		}
	}
	return b.prose(whole(&p.Record), place{source: p.File.Path, under: 2})
}

// formerAnchors returns the ids that a commitment had before, and that no other of its
// programme has.
func formerAnchors(c *relate.Commitment) []string {
	var free []string
	for _, old := range c.Former {
		taken := slices.ContainsFunc(c.Programme.Commitments, func(other *relate.Commitment) bool {
			return other.ID.Value == old.Value || other != c && other.Was(old.Value)
		})
		if !taken && !slices.Contains(free, old.Value) {
			free = append(free, old.Value)
		}
	}
	return free
}

// programmeGroups returns the commitments by wijk, in display order; those for several
// wijken, or for no one wijk, come last.
func (b *pageBuilder) programmeGroups(commitments []*relate.Commitment) []programmeGroup {
	var groups []programmeGroup
	for _, of := range byScope(commitments) {
		g := programmeGroup{Title: b.scopeTitle(of.scope), Commitments: make([]fullCommitment, len(of.commitments))}
		for i, c := range of.commitments {
			b.fillFull(&g.Commitments[i], c)
		}
		groups = append(groups, g)
	}
	return groups
}

// fillFull fills the empty row of a commitment with everything that is known of it.
func (b *pageBuilder) fillFull(row *fullCommitment, c *relate.Commitment) {
	b.fillDetails(&row.commitmentDetails, c)
	b.addNeeds(&row.commitmentRow, c)
	for _, n := range c.Needs {
		row.Judgements = append(row.Judgements, b.judgementsOf(c, n)...)
	}
	row.Former = formerAnchors(c)
	row.Log = make([]EventRow, len(c.Progress))
	for i, p := range c.Progress {
		b.fillProgress(&row.Log[i], c, p)
	}
}
