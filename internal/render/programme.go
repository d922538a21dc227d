package render

import (
	"html/template"
	"slices"
	"strings"

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

func (r *Renderer) programmes(p *plan.Page) programmesView {
	return programmesView{
		frame:      r.frame(p, r.words.Text("menu.programmes"), r.words.Text("programmes.description")),
		Programmes: r.programmeRows(p.Rows.Programmes, r.newGlossary()),
	}
}

func (r *Renderer) programmeRows(programmes []*relate.Programme, words *glossary) []programmeRow {
	rows := make([]programmeRow, len(programmes))
	for i, p := range programmes {
		f := r.commitmentFigures(p.Commitments, words, listBar)
		rows[i] = programmeRow{
			link:       r.programmeLink(p),
			Department: r.departmentLink(p.Department),
			Period:     period(p.Period),
			Note:       f.Short,
			Bar:        f.Bar,
		}
		if p.Withdrawn {
			rows[i].Note, rows[i].Withdrawn = "", r.words.Text("programme.withdrawn")
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

func (r *Renderer) programme(p *plan.Page) programmeView {
	q, words := p.Programme, r.newGlossary()
	v := programmeView{
		frame:      r.frame(p, q.Title.Value, r.words.Text("programme.description", "department", departmentName(q), "period", period(q.Period)), r.index("menu.programmes", plan.ProgrammesURL)),
		Department: r.departmentLink(q.Department),
		Period:     period(q.Period),
		Figures:    r.commitmentFigures(q.Commitments, words, wholeBar),
		Groups:     r.programmeGroups(q.Commitments, words),
		Body:       r.programmeText(q),
	}
	for _, a := range q.Answers {
		v.Answers = append(v.Answers, r.answerRow(a, words))
	}
	v.FullTitle = r.fullTitle(dated(q.Title.Value, q.Period), departmentName(q), r.words.Text("menu.programmes"))
	v.Banner, v.EditURL = r.Banner(q.Draft), r.editURL(q.File.Path)
	if q.Withdrawn {
		v.Withdrawn = r.words.Text("programme.withdrawn-note")
	}
	v.Glossary = words.list()
	return v
}

// programmeText returns the programme's own text. Its commitments have their ids
// on the same page.
func (r *Renderer) programmeText(p *relate.Programme) template.HTML {
	at := place{source: p.File.Path, under: 2, ids: new(ids)}
	for _, c := range p.Commitments {
		at.ids.take(c.ID.Value)
		for _, id := range formerAnchors(c) {
			at.ids.take(id)
		}
	}
	return r.text(whole(&p.Record), at)
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
func (r *Renderer) programmeGroups(commitments []*relate.Commitment, words *glossary) []programmeGroup {
	var groups []programmeGroup
	for _, of := range byWijk(commitments) {
		g := programmeGroup{Title: r.words.Text("commitments.several-wijken")}
		if of.wijk != nil {
			g = programmeGroup{Wijk: r.wijkLink(of.wijk), Title: of.wijk.Name.Value}
		}
		for _, c := range of.commitments {
			g.Commitments = append(g.Commitments, r.fullCommitment(c, words))
		}
		groups = append(groups, g)
	}
	return groups
}

func (r *Renderer) fullCommitment(c *relate.Commitment, words *glossary) fullCommitment {
	full := fullCommitment{promise: r.promise(c, words), Former: formerAnchors(c)}
	r.forNeeds(&full.commitmentRow, c)
	for _, p := range c.Progress {
		e := relate.Event{Kind: relate.Progressed, Date: p.Date.Day, Commitment: c, Progress: p}
		full.Log = append(full.Log, r.eventRow(&e, words))
	}
	return full
}

// promise returns a commitment with what it costs and who helps.
func (r *Renderer) promise(c *relate.Commitment, words *glossary) promise {
	row := promise{
		commitmentRow: r.commitmentRow(c, words),
		Period:        period(c.Programme.Period),
		Start:         r.planned(c.Start),
		Cover:         c.Cover.Value,
		Partners:      strings.Join(values(c.Partners), ", "),
		Source:        r.sourceLink(c.Source),
	}
	if c.Budget >= 0 {
		row.Budget = r.euros(c.Budget)
	}
	return row
}
