package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// departmentsView is the list of all departments.
type departmentsView struct {
	frame
	Departments []departmentRow
	Programmes  link
}

// departmentRow is a department in a list.
type departmentRow struct {
	link
	Description string
	Note        string // what it committed to
	Bar         template.HTML
}

func (d *desk) departments(p *plan.Page) *departmentsView {
	v := &departmentsView{
		frame:       d.frame(p, d.words.Text("menu.departments"), d.words.Text("departments.description")),
		Departments: make([]departmentRow, len(p.Rows.Departments)),
		Programmes:  d.index("departments.programmes", plan.ProgrammesURL),
	}
	for i, of := range p.Rows.Departments {
		f := d.commitmentFigures(d.tallyOf(of, of.Commitments), listBar)
		v.Departments[i] = departmentRow{d.departmentLink(of), of.Description.Value, f.Short, f.Bar}
	}
	return v
}

// departmentView is a department: what the wijken ask of it, what it committed
// to, what is late, and what it refused and why.
type departmentView struct {
	frame
	Lead         string
	Validity     string
	Successor    link
	Predecessors []link
	Figures      commitmentFigures
	Late         []commitmentRow
	Refused      []answerRow
	Studying     []answerRow
	Needs        []needGroup
	Groups       []commitmentGroup
	Programmes   []programmeRow
	Contact      contact
	Body         template.HTML
	Glossary     []glossaryGroup
}

// needGroup is the needs of one wijk in a list.
type needGroup struct {
	Wijk  link
	Needs []needRow
}

// needRow is a need in a list.
type needRow struct {
	link
	Theme  link
	Status badge
}

// commitmentGroup is the commitments for one wijk in a list.
type commitmentGroup struct {
	ID          string // the anchor
	Wijk        link   // zero for those that concern several wijken or none
	Title       string
	Note        string
	Commitments []commitmentRow
}

func (d *desk) department(p *plan.Page) *departmentView {
	of := p.Department()
	v := &d.departmentPage
	*v = departmentView{
		frame:      d.frame(p, of.Name.Value, of.Description.Value, d.index("menu.departments", plan.DepartmentsURL)),
		Lead:       of.Description.Value,
		Validity:   d.validity(of),
		Successor:  d.departmentLink(of.Successor),
		Figures:    d.commitmentFigures(d.tallyOf(of, of.Commitments), wholeBar),
		Late:       d.lateRows(p.Rows.Commitments),
		Needs:      d.needGroups(p.Rows.Needs),
		Groups:     d.commitmentGroups(p.Rows.Commitments),
		Programmes: d.programmeRows(of.Programmes),
		Contact:    contactOf(of.Contact),
	}
	if p.Parent == nil {
		v.Body = d.body(&of.Record, 2)
	}
	for _, q := range of.Predecessors {
		v.Predecessors = append(v.Predecessors, d.departmentLink(q))
	}
	v.Refused, v.Studying = d.refusals(p.Rows.Answers)
	v.EditURL = d.editURL(of.File.Path)
	v.Glossary = d.explained()
	return v
}

// refusals returns the answers of a department that refuse, and those that look into
// it first.
func (d *desk) refusals(answers []*relate.Answer) (refused, studying []answerRow) {
	for _, a := range answers {
		row := d.answerRow(a)
		if a.Answer.Answer.Value == city.AnswerInvestigating {
			studying = append(studying, row)
		} else {
			refused = append(refused, row)
		}
	}
	return refused, studying
}

// validity says from when until when a department existed.
func (d *desk) validity(of *relate.Department) string {
	switch {
	case of.ValidFrom.IsZero() && of.ValidThrough.IsZero():
		return ""
	case of.ValidThrough.IsZero():
		return d.say("department.since", "date", d.date(of.ValidFrom.Day))
	case of.ValidFrom.IsZero():
		return d.say("department.until", "date", d.date(of.ValidThrough.Day))
	default:
		return d.say("department.from-until", "from", d.date(of.ValidFrom.Day), "until", d.date(of.ValidThrough.Day))
	}
}

// lateRows returns those that are late.
func (d *desk) lateRows(commitments []*relate.Commitment) []commitmentRow {
	return d.chosenRows(commitments, func(c *relate.Commitment) bool { return c.Late && !c.Programme.Withdrawn })
}

// chosenRows returns the rows of some commitments.
func (d *desk) chosenRows(commitments []*relate.Commitment, chosen func(*relate.Commitment) bool) []commitmentRow {
	n := 0
	for _, c := range commitments {
		if chosen(c) {
			n++
		}
	}
	rows := d.commitments.take(n)
	n = 0
	for _, c := range commitments {
		if chosen(c) {
			d.fillListed(&rows[n], c)
			n++
		}
	}
	return rows
}

// fillListed fills in the row of a commitment in a list that is not about its needs,
// and so names them.
func (d *desk) fillListed(row *commitmentRow, c *relate.Commitment) {
	d.fillCommitment(row, c)
	d.forNeeds(row, c)
}

// needGroups returns needs by wijk. They come in the order of the wijken.
func (d *desk) needGroups(needs []*relate.Need) []needGroup {
	rows := d.needs.take(len(needs))
	n := 0
	for i := range needs {
		if i == 0 || needs[i].Wijk != needs[i-1].Wijk {
			n++
		}
	}
	groups := d.groupsOfNeeds.take(n)[:0]
	from := 0
	for i, n := range needs {
		rows[i] = needRow{d.needLink(n), d.themeLink(n.Main.Theme), d.glossary.need(n.Status)}
		if i == 0 || n.Wijk != needs[i-1].Wijk {
			groups = append(groups, needGroup{Wijk: d.wijkLink(n.Wijk)})
			from = i
		}
		groups[len(groups)-1].Needs = rows[from : i+1]
	}
	return groups
}

// commitmentGroups returns commitments by wijk, in display order. Those that
// concern several wijken, or none, come last.
func (d *desk) commitmentGroups(commitments []*relate.Commitment) []commitmentGroup {
	of := d.byWijk(commitments)
	groups := d.groupsOfCommitments.take(len(of))
	for i, o := range of {
		g := &groups[i]
		if g.ID = d.departmentAnchor(o.wijk); o.wijk == nil {
			g.Title = d.words.Text("commitments.several-wijken")
		} else {
			g.Wijk, g.Title = d.wijkLink(o.wijk), o.wijk.Name.Value
		}
		g.Note = d.shortly(d.tallied(o.commitments))
		g.Commitments = d.commitments.take(len(o.commitments))
		for i, c := range o.commitments {
			d.fillListed(&g.Commitments[i], c)
		}
	}
	return groups
}

// departmentAnchor returns the id of the commitments for one wijk on the page of
// a department; of those for several wijken when there is no one wijk.
func (d *desk) departmentAnchor(w *relate.Wijk) string {
	if w == nil {
		return "wv-wijken"
	}
	return d.join("wv-wijk-", w.ID)
}

// ofWijk is the commitments for one wijk.
type ofWijk struct {
	wijk        *relate.Wijk // nil of those for several wijken, or none
	commitments []*relate.Commitment
}

// byWijk groups commitments by wijk, in display order; those that concern several, or
// none, come last. It looks at no other wijk than these: there may be thousands. The
// groups are those of the desk, until it is asked for others.
func (d *desk) byWijk(commitments []*relate.Commitment) []ofWijk {
	sorted := append(d.sorted[:0], commitments...)
	slices.SortStableFunc(sorted, func(a, b *relate.Commitment) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	groups, from := d.byRank[:0], 0
	for i, c := range sorted {
		if i == len(sorted)-1 || rankOf(c) != rankOf(sorted[i+1]) {
			groups = append(groups, ofWijk{onlyWijk(c), sorted[from : i+1]})
			from = i + 1
		}
	}
	d.sorted, d.byRank = sorted, groups
	return groups
}

// rankOf is the place of the wijk that a commitment is for.
func rankOf(c *relate.Commitment) int {
	if w := onlyWijk(c); w != nil {
		return w.Rank
	}
	return math.MaxInt
}

// onlyWijk returns the wijk that a commitment is for, nil when there are several
// or none.
func onlyWijk(c *relate.Commitment) *relate.Wijk {
	if len(c.Wijken) == 1 {
		return c.Wijken[0]
	}
	return nil
}

// commitmentFigures says how commitments stand. Those of withdrawn programmes
// do not count.
type commitmentFigures struct {
	Total    int
	Sentence string
	Short    string // "4 toezeggingen, 2 klaar"
	Bar      template.HTML
	Key      []figure
}

// tally is how many commitments there are.
type tally struct {
	by                counts
	total, done, late int
}

// tallied counts commitments.
func (r *Renderer) tallied(commitments []*relate.Commitment) tally {
	var t tally
	for _, c := range commitments {
		if c.Programme.Withdrawn {
			continue
		}
		t.total++
		if c.Late {
			t.late++
		}
		if c.Status() == relate.Realised {
			t.done++
		}
		if i, ok := r.vocabulary.number(ofCommitment, string(c.Status())); ok {
			t.by[i]++
		}
	}
	return t
}

// tallyOf returns the tally of the commitments of a department or a programme. It is
// kept: a department has its own, and those of its programmes, on every part of a
// list that grows with them.
func (r *Renderer) tallyOf(whose any, commitments []*relate.Commitment) tally {
	if t, ok := r.tallies.Load(whose); ok {
		return t.(tally)
	}
	t := r.tallied(commitments)
	r.tallies.Store(whose, t)
	return t
}

// commitmentFigures says how commitments stand: beside a row of a list shortly, else
// in a sentence and with a key.
func (d *desk) commitmentFigures(t tally, height int) commitmentFigures {
	v := commitmentFigures{Total: t.total, Short: d.shortly(t)}
	if t.total == 0 {
		v.Sentence = d.words.Text("commitments.none")
		return v
	}
	v.Bar = d.bar(ofCommitment, &t.by, height)
	if height == listBar {
		return v
	}
	v.Key = d.key(ofCommitment, &t.by)
	v.Sentence = d.doneSentence(t.total, t.done)
	if t.late > 0 {
		v.Sentence = d.join(v.Sentence, " ", d.count("commitments.late", t.late))
	}
	return v
}

// shortly says how commitments stand: "4 toezeggingen, 2 klaar".
func (d *desk) shortly(t tally) string {
	if t.total == 0 {
		return d.words.Text("commitments.none-short")
	}
	return d.count("commitments.short", t.total, "done", d.number(t.done))
}

// hatchedCommitment tells the later statuses of a colour from the first.
func hatchedCommitment(s relate.CommitmentStatus) bool {
	switch s {
	case relate.PartlyRealised, relate.InPreparation, relate.NotStarted, relate.Postponed:
		return true
	default:
		return false
	}
}
