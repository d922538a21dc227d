package demand

import (
	"cmp"
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Measure is what a row of the open data counts.
type Measure string

// The measures. Each is of a whole: of what is promised, asked, answered or done.
const (
	ForNeeds       Measure = "toezeggingen-voor-behoefte" // of the commitments: that answer a need
	EurosForNeeds  Measure = "euro-voor-behoefte"         // of what the commitments cost: of those that answer a need
	Answered       Measure = "beantwoord"                 // of the needs: that were answered
	AnsweredBefore Measure = "vooraf-beantwoord"          // of those answered: they were before they were asked
	MonthsToAnswer Measure = "maanden-tot-antwoord"       // within which at least half of the others had their answer
	MonthsWaiting  Measure = "maanden-wachtend"           // for which at least half of those wait that have none
	Done           Measure = "gedaan"                     // of the needs: for which everything was done that was promised
	Met            Measure = "vervuld"                    // of those done: the wijk says that they are met
	Contradicted   Measure = "anders-beoordeeld"          // of those done: the wijk says that they are not
	InBook         Measure = "vraagboek"                  // of the needs without an answer: that are asked of a department
	Guessed        Measure = "vraagboek-geschat"          // of those: it is a guess that they are
)

// Unit is what the value of a measure is in.
type Unit string

// The units.
const (
	Commitments Unit = "toezeggingen"
	Euros       Unit = "euro"
	Needs       Unit = "behoeften"
	Months      Unit = "maanden"
)

// measureRow is a row of the table of the measures.
type measureRow struct {
	Measure
	unit Unit
}

// measures returns the table of the measures.
func measures() []measureRow {
	return []measureRow{
		{ForNeeds, Commitments}, {EurosForNeeds, Euros},
		{Answered, Needs}, {AnsweredBefore, Needs}, {MonthsToAnswer, Months}, {MonthsWaiting, Months},
		{Done, Needs}, {Met, Needs}, {Contradicted, Needs},
		{InBook, Needs}, {Guessed, Needs},
	}
}

// Measures returns all measures, in the order of the rows.
func Measures() []Measure {
	var list []Measure
	for _, m := range measures() {
		list = append(list, m.Measure)
	}
	return list
}

// Units returns all units.
func Units() []Unit { return []Unit{Commitments, Euros, Needs, Months} }

// Unit returns what the value of the measure is in.
func (m Measure) Unit() Unit {
	all := measures()
	return all[slices.IndexFunc(all, func(row measureRow) bool { return row.Measure == m })].unit
}

// The groups of needs by priority, as rows name them.
const (
	FirstGroup = "1-3"
	RestGroup  = "overig"
)

// Row is one figure.
type Row struct {
	Department string // its id; city.Unknown when it is not known whose, empty of all departments
	Year       string // the year or the period of the programmes; empty of all
	Priority   string // the group of needs; empty of all
	Measure    Measure
	Value      int
	Of         int            // the whole; of months: of how many needs
	Needs      []*relate.Need // of InBook
}

// Rows returns all figures: by department, year and group, then in the order of the measures.
// There is no row of what nothing is known of.
func (d *Demand) Rows() []Row {
	t := &rows{}
	t.share(Row{}, d.Promised)
	for _, s := range d.Shares {
		t.share(Row{Department: idOf(s.Department), Year: years(s.Period)}, s)
	}
	t.answers(Row{}, d.Answers)
	for _, g := range []struct {
		name string
		Group
	}{{FirstGroup, d.First}, {RestGroup, d.Rest}} {
		t.answers(Row{Priority: g.name}, g.Answers)
		t.add(Row{Priority: g.name}, Done, g.Done, g.Asked)
	}
	t.add(Row{}, Done, d.Done.Done(), d.Done.Total)
	t.judged(Row{}, d.Done)
	for _, of := range d.Departments {
		t.judged(Row{Department: of.Department.ID}, of.Figures)
	}
	for _, b := range d.Books {
		t.book(b, d.Answers.Unanswered())
	}
	order := Measures()
	slices.SortStableFunc(t.list, func(a, b Row) int {
		return cmp.Or(
			cmp.Compare(a.Department, b.Department), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Priority, b.Priority),
			cmp.Compare(slices.Index(order, a.Measure), slices.Index(order, b.Measure)))
	})
	return t.list
}

// rows collects figures.
type rows struct{ list []Row }

// add adds a figure, unless it is of nothing. of is whose it is.
func (t *rows) add(of Row, m Measure, value, whole int) {
	if whole == 0 {
		return
	}
	of.Measure, of.Value, of.Of = m, value, whole
	t.list = append(t.list, of)
}

func (t *rows) share(of Row, s Share) {
	t.add(of, ForNeeds, s.ForNeeds, s.Commitments)
	t.add(of, EurosForNeeds, s.EurosForNeeds, s.Euros)
}

func (t *rows) answers(of Row, a Answers) {
	t.add(of, Answered, a.Answered, a.Asked)
	t.add(of, AnsweredBefore, a.Before, a.Answered)
	if months, ok := a.Half(); ok {
		t.add(of, MonthsToAnswer, months, len(a.Months))
	}
	if months, ok := a.HalfWaiting(); ok {
		t.add(of, MonthsWaiting, months, len(a.Waiting))
	}
}

func (t *rows) judged(of Row, f relate.Figures) {
	t.add(of, Met, f.By[relate.NeedMet], f.Done())
	t.add(of, Contradicted, f.Contradicted, f.Done())
}

func (t *rows) book(b Book, unanswered int) {
	of := Row{Department: idOf(b.Department)}
	guessed := 0
	for _, n := range b.Needs {
		of.Needs = append(of.Needs, n.Need)
		if n.Guess {
			guessed++
		}
	}
	t.add(of, InBook, len(b.Needs), unanswered)
	if b.Department != nil {
		of.Needs = nil
		t.add(of, Guessed, guessed, len(b.Needs))
	}
}

// idOf returns the id of a department.
func idOf(d *relate.Department) string {
	if d == nil {
		return city.Unknown
	}
	return d.ID
}

// years returns a period as authors write it: 2011-2014, or 2011.
func years(p city.Period) string {
	switch {
	case p.IsZero():
		return city.Unknown
	case p.First == p.Last:
		return strconv.Itoa(p.First)
	default:
		return p.String()
	}
}
