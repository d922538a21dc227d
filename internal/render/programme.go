package render

import (
	"html/template"
	"slices"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// programmesView is the list of all programmes.
type programmesView struct {
	frame
	Programmes []programmeRow
}

// programmeRow is a programme in a list.
type programmeRow struct {
	link
	Department link
	Period     string
	Note       string
	Bar        template.HTML
	Withdrawn  string
}

func (d *desk) programmes(p *plan.Page) *programmesView {
	return &programmesView{
		frame:      d.frame(p, d.words.Text("menu.programmes"), d.words.Text("programmes.description")),
		Programmes: d.programmeRows(p.Rows.Programmes),
	}
}

func (d *desk) programmeRows(programmes []*relate.Programme) []programmeRow {
	rows := d.rowsOfProgrammes.take(len(programmes))
	for i, p := range programmes {
		f := d.commitmentFigures(d.tallyOf(p, p.Commitments), listBar)
		rows[i] = programmeRow{
			link:       d.programmeLink(p),
			Department: d.departmentLink(p.Department),
			Period:     d.period(p.Period),
			Note:       f.Short,
			Bar:        f.Bar,
		}
		if p.Withdrawn {
			rows[i].Note, rows[i].Withdrawn = "", d.words.Text("programme.withdrawn")
		}
	}
	return rows
}

// programmeView is a programme: what its department commits to, by wijk.
type programmeView struct {
	frame
	Department link
	Period     string
	Withdrawn  string
	Figures    commitmentFigures
	Groups     []programmeGroup
	Answers    []answerRow
	Body       template.HTML
	Glossary   []glossaryGroup
}

// programmeGroup is the commitments of a programme for one wijk.
type programmeGroup struct {
	Wijk        link
	Title       string
	Commitments []fullCommitment
}

// fullCommitment is a commitment with everything that is known of it, as on the
// page of its programme, where it has its anchor.
type fullCommitment struct {
	promise
	Former []string   // ids that it had before, and that are anchors still
	Log    []eventRow // oldest first
}

func (d *desk) programme(p *plan.Page) *programmeView {
	q := p.Programme()
	title, years := q.Title.Value, d.period(q.Period)
	v := &d.programmePage
	*v = programmeView{
		frame:      d.frame(p, title, d.say("programme.description", "department", departmentName(q), "period", years), d.index("menu.programmes", plan.ProgrammesURL)),
		Department: d.departmentLink(q.Department),
		Period:     years,
		Withdrawn:  d.withdrawnNote(q),
		Figures:    d.commitmentFigures(d.tallyOf(q, q.Commitments), wholeBar),
		Groups:     d.programmeGroups(q.Commitments),
		Answers:    d.answerRows(q.Answers),
		Body:       d.programmeText(q),
	}
	v.FullTitle = d.fullTitle(d.dated(title, q.Period), departmentName(q), d.words.Text("menu.programmes"))
	v.Banner, v.EditURL = d.Banner(q.Draft), d.editURL(q.File.Path)
	v.Glossary = d.explained()
	return v
}

// programmeText returns the programme's own text. Its commitments have their ids
// on the same page.
func (d *desk) programmeText(p *relate.Programme) template.HTML {
	for _, c := range p.Commitments {
		d.ids.take(c.ID.Value)
		for _, id := range formerAnchors(c) {
			d.ids.take(id)
		}
	}
	return d.prose(whole(&p.Record), place{source: p.File.Path, under: 2})
}

// formerAnchors returns the ids that a commitment had before, and that no other of its
// programme has.
func formerAnchors(c *relate.Commitment) []string {
	var free []string
	for _, old := range c.Former {
		taken := slices.ContainsFunc(c.Programme.Commitments, func(other *relate.Commitment) bool {
			return other.ID.Value == old.Value || other != c && slices.ContainsFunc(other.Former, func(t source.Text) bool { return t.Value == old.Value })
		})
		if !taken && !slices.Contains(free, old.Value) {
			free = append(free, old.Value)
		}
	}
	return free
}

// programmeGroups returns the commitments by wijk, in display order; those that
// concern several wijken, or none, come last.
func (d *desk) programmeGroups(commitments []*relate.Commitment) []programmeGroup {
	of := d.byWijk(commitments)
	groups := d.groupsOfProgramme.take(len(of))
	for i, o := range of {
		g := &groups[i]
		if o.wijk == nil {
			g.Title = d.words.Text("commitments.several-wijken")
		} else {
			g.Wijk, g.Title = d.wijkLink(o.wijk), o.wijk.Name.Value
		}
		g.Commitments = d.full.take(len(o.commitments))
		for i, c := range o.commitments {
			d.fillFull(&g.Commitments[i], c)
		}
	}
	return groups
}

func (d *desk) fillFull(full *fullCommitment, c *relate.Commitment) {
	d.fillPromise(&full.promise, c)
	d.forNeeds(&full.commitmentRow, c)
	full.Former = formerAnchors(c)
	full.Log = d.events.take(len(c.Progress))
	for i, p := range c.Progress {
		full.Log[i].Date = d.stamp(p.Date.Day)
		d.progressed(&full.Log[i], c, p)
	}
}

// fillPromise fills in the empty row of a commitment with what it costs and who helps.
func (d *desk) fillPromise(row *promise, c *relate.Commitment) {
	d.fillCommitment(&row.commitmentRow, c)
	row.Period, row.Start = d.period(c.Programme.Period), d.planned(c.Start)
	row.Cover, row.Partners = c.Cover.Value, listed(d, c.Partners, ", ", textOf)
	row.Source = d.sourceLink(c.Source)
	if c.Budget >= 0 {
		row.Budget = d.grouped("€\u00a0", c.Budget)
	}
}
