package render

import (
	"cmp"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
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

func (r *Renderer) departments(p *plan.Page) departmentsView {
	words := r.newGlossary()
	v := departmentsView{
		frame:      r.frame(p, r.words.Text("menu.departments"), r.words.Text("departments.description")),
		Programmes: r.index("departments.programmes", plan.ProgrammesURL),
	}
	for _, d := range p.Rows.Departments {
		f := r.commitmentFigures(d.Commitments, words, listBar)
		v.Departments = append(v.Departments, departmentRow{r.departmentLink(d), d.Description.Value, f.Short, f.Bar})
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

func (r *Renderer) department(p *plan.Page) departmentView {
	d, words := p.Department, r.newGlossary()
	v := departmentView{
		frame:      r.frame(p, d.Name.Value, d.Description.Value, r.index("menu.departments", plan.DepartmentsURL)),
		Lead:       d.Description.Value,
		Validity:   r.validity(d),
		Successor:  r.departmentLink(d.Successor),
		Figures:    r.commitmentFigures(d.Commitments, words, wholeBar),
		Late:       r.lateRows(p.Rows.Commitments, words),
		Needs:      r.needGroups(p.Rows.Needs, words),
		Groups:     r.commitmentGroups(p.Rows.Commitments, words),
		Programmes: r.programmeRows(d.Programmes, words),
		Contact:    contactOf(d.Contact),
	}
	if p.Parent == nil {
		v.Body = r.body(&d.Record, 2)
	}
	for _, q := range d.Predecessors {
		v.Predecessors = append(v.Predecessors, r.departmentLink(q))
	}
	for _, a := range p.Rows.Answers {
		row := r.answerRow(a, words)
		if a.Answer.Answer.Value == city.AnswerInvestigating {
			v.Studying = append(v.Studying, row)
		} else {
			v.Refused = append(v.Refused, row)
		}
	}
	v.EditURL = r.editURL(d.File.Path)
	v.Glossary = words.list()
	return v
}

// validity says from when until when a department existed.
func (r *Renderer) validity(d *relate.Department) string {
	switch {
	case d.ValidFrom.IsZero() && d.ValidThrough.IsZero():
		return ""
	case d.ValidThrough.IsZero():
		return r.words.Text("department.since", "date", r.date(d.ValidFrom.Day))
	case d.ValidFrom.IsZero():
		return r.words.Text("department.until", "date", r.date(d.ValidThrough.Day))
	default:
		return r.words.Text("department.from-until", "from", r.date(d.ValidFrom.Day), "until", r.date(d.ValidThrough.Day))
	}
}

// lateRows returns those that are late.
func (r *Renderer) lateRows(commitments []*relate.Commitment, words *glossary) []commitmentRow {
	var rows []commitmentRow
	for _, c := range commitments {
		if c.Late && !c.Programme.Withdrawn {
			rows = append(rows, r.listedCommitment(c, words))
		}
	}
	return rows
}

// listedCommitment returns the row of a commitment in a list that is not about
// its needs, and so names them.
func (r *Renderer) listedCommitment(c *relate.Commitment, words *glossary) commitmentRow {
	row := r.commitmentRow(c, words)
	r.forNeeds(&row, c)
	return row
}

func (r *Renderer) needRow(n *relate.Need, words *glossary) needRow {
	return needRow{r.needLink(n), r.themeLink(n.Main.Theme), words.need(n.Status)}
}

// needGroups returns needs by wijk. They come in the order of the wijken.
func (r *Renderer) needGroups(needs []*relate.Need, words *glossary) []needGroup {
	var groups []needGroup
	var last *relate.Wijk
	for _, n := range needs {
		if n.Wijk != last {
			groups = append(groups, needGroup{Wijk: r.wijkLink(n.Wijk)})
			last = n.Wijk
		}
		g := &groups[len(groups)-1]
		g.Needs = append(g.Needs, r.needRow(n, words))
	}
	return groups
}

// commitmentGroups returns commitments by wijk, in display order. Those that
// concern several wijken, or none, come last.
func (r *Renderer) commitmentGroups(commitments []*relate.Commitment, words *glossary) []commitmentGroup {
	var groups []commitmentGroup
	add := func(g commitmentGroup, list []*relate.Commitment) {
		g.Note = r.commitmentFigures(list, words, listBar).Short
		for _, c := range list {
			g.Commitments = append(g.Commitments, r.listedCommitment(c, words))
		}
		groups = append(groups, g)
	}
	for _, of := range byWijk(commitments) {
		if of.wijk == nil {
			add(commitmentGroup{ID: departmentAnchor(nil), Title: r.words.Text("commitments.several-wijken")}, of.commitments)
			continue
		}
		add(commitmentGroup{ID: departmentAnchor(of.wijk), Wijk: r.wijkLink(of.wijk), Title: of.wijk.Name.Value}, of.commitments)
	}
	return groups
}

// departmentAnchor returns the id of the commitments for one wijk on the page of
// a department; of those for several wijken when there is no one wijk.
func departmentAnchor(w *relate.Wijk) string {
	if w == nil {
		return "wv-wijken"
	}
	return "wv-wijk-" + w.ID
}

// ofWijk is the commitments for one wijk.
type ofWijk struct {
	wijk        *relate.Wijk // nil of those for several wijken, or none
	commitments []*relate.Commitment
}

// byWijk groups commitments by wijk, in display order; those that concern several, or
// none, come last. It looks at no other wijk than these: there may be thousands.
func byWijk(commitments []*relate.Commitment) []ofWijk {
	at := make(map[*relate.Wijk]int)
	var groups []ofWijk
	for _, c := range commitments {
		w := onlyWijk(c)
		i, ok := at[w]
		if !ok {
			i = len(groups)
			at[w] = i
			groups = append(groups, ofWijk{wijk: w})
		}
		groups[i].commitments = append(groups[i].commitments, c)
	}
	slices.SortFunc(groups, func(a, b ofWijk) int { return cmp.Compare(a.rank(), b.rank()) })
	return groups
}

// rank is the place of the group.
func (o ofWijk) rank() int {
	if o.wijk == nil {
		return math.MaxInt
	}
	return o.wijk.Rank
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

func (r *Renderer) commitmentFigures(commitments []*relate.Commitment, words *glossary, height int) commitmentFigures {
	var v commitmentFigures
	by := make(map[relate.CommitmentStatus]int)
	late := 0
	for _, c := range commitments {
		if c.Programme.Withdrawn {
			continue
		}
		v.Total++
		by[c.Status]++
		if c.Late {
			late++
		}
	}
	if v.Total == 0 {
		v.Short = r.words.Text("commitments.none-short")
		v.Sentence = r.words.Text("commitments.none")
		return v
	}
	done := by[relate.Realised]
	v.Short = r.words.Count("commitments.short", v.Total, "done", strconv.Itoa(done))
	v.Sentence = r.doneSentence(v.Total, done)
	if late > 0 {
		v.Sentence += " " + r.words.Count("commitments.late", late)
	}
	var segments []chart.Segment
	var label []string
	for _, s := range relate.CommitmentStatuses() {
		n := by[s]
		if n == 0 {
			continue
		}
		if height == listBar {
			segments = append(segments, chart.Segment{Family: commitmentLook(s).family, Hatch: hatchedCommitment(s), Count: n})
			continue
		}
		b := words.commitment(s)
		v.Key = append(v.Key, figure{b, n})
		segments = append(segments, chart.Segment{Family: b.Family, Hatch: hatchedCommitment(s), Count: n})
		label = append(label, strconv.Itoa(n)+" "+strings.ToLower(b.Text))
	}
	v.Bar = safe(chart.Bar(segments, height, strings.Join(label, ", ")))
	return v
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
