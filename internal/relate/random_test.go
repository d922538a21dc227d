package relate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// maker makes random municipalities: small ones with few ids and few days, so that
// everything meets everything, with what is hidden, withdrawn, renamed, handed on in a ring,
// reopened or missing among it.
type maker struct {
	*rand.Rand
	next    int             // places, so that what is further down stands later
	renamed map[string]int  // by wijk, the year from which visions call the need a by the name e,
	merged  map[string]bool // and whether they mean a and b by it
	ids     []string        // by which commitments are meant, now or before, or never
}

// blank is what every file of a random municipality holds: only places in it count.
var blank = make([]byte, 1<<16)

// newMaker returns the maker of the municipality with a number: of one number always the same.
func newMaker(seed uint64) *maker {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 7)), renamed: make(map[string]int), merged: make(map[string]bool)}
	for _, wijk := range []string{"oost", "west"} {
		m.renamed[wijk], m.merged[wijk] = 2007+m.IntN(12), m.chance(30)
	}
	for i := range 3 {
		for k := range 3 {
			m.ids = append(m.ids, fmt.Sprintf("t%d%d", i, k))
		}
	}
	m.ids = append(m.ids, "t00", "t00", "t10", "t01", "oud-t00", "oud-t01", "nergens")
	return m
}

func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

func pick[T any](m *maker, from ...T) T { return from[m.IntN(len(from))] }

func (m *maker) file(path string) *source.File { return source.NewFile(path, blank) }

func (m *maker) pos(f *source.File) source.Pos {
	m.next++
	return f.Pos(m.next%(1<<15), m.next%(1<<15)+1)
}

func (m *maker) text(f *source.File, s string) source.Text {
	return source.Text{Value: s, Pos: m.pos(f)}
}

// day returns a day on which something happened; one in five is the first of a year.
func (m *maker) day() city.Date {
	year := 2010 + m.IntN(4)
	if m.chance(20) {
		return city.Date{Day: city.DayIn(year, 1, 1)}
	}
	return city.Date{Day: city.DayIn(year, pick(m, 2, 6), pick(m, 1, 28))}
}

// maybe returns a day as often as percent says, else none.
func (m *maker) maybe(percent int) city.Date {
	if m.chance(percent) {
		return m.day()
	}
	return city.Date{}
}

// reference returns a reference date: one on which something just is, or just is not, too
// late, or there yet.
func (m *maker) reference() city.Day {
	if p := m.planned(); p.Known() && m.chance(50) {
		return city.DayOf(p.Last().Time().AddDate(0, 0, m.IntN(2)))
	}
	return m.day().AddDays(pick(m, -1, 0, 0, 1, 365, 730))
}

func (m *maker) planned() city.PlannedDate {
	p, _ := city.ParsePlanned(pick(m, "onbekend", "doorlopend", "2011", "2012", "2011-Q2", "2012-Q4", "2011-06", "2012-02", "2011-06-30", "2012-12-31"))
	return p
}

func (m *maker) record(folder, id string) city.Record {
	f := m.file(folder + "/" + id + ".md")
	return city.Record{ID: id, File: f, FirstLine: m.pos(f), Publish: m.maybe(15)}
}

func (m *maker) city() *city.City {
	c := &city.City{Site: &city.Site{SilentMonths: pick(m, 1, 3, 12)}}
	c.Site.Themes = []*city.Theme{{ID: source.Text{Value: "verkeer"}}, {ID: source.Text{Value: "groen"}}}
	for _, id := range []string{"oost", "west"} {
		w := &city.Wijk{Record: m.record("wijken", id), Residents: -1}
		w.Publish = city.Date{}
		w.Name = m.text(w.File, id)
		if m.chance(50) {
			w.Former = []source.Text{m.text(w.File, "oud-"+id)}
		}
		c.Wijken = append(c.Wijken, w)
	}
	for _, id := range []string{"werken", "wonen"} {
		d := &city.Department{Record: m.record("diensten", id)}
		d.Publish = city.Date{}
		if id == "wonen" {
			d.Kind = m.text(d.File, city.KindPartner)
		}
		c.Departments = append(c.Departments, d)
	}
	for i := range 1 + m.IntN(5) {
		c.Visions = append(c.Visions, m.vision(i))
	}
	for i := range 2 + m.IntN(2) {
		c.Programmes = append(c.Programmes, m.programme(i))
	}
	return c
}

func (m *maker) vision(i int) *city.Vision {
	v := &city.Vision{Record: m.record("wijkvisies", fmt.Sprintf("v%d", i))}
	v.Wijk = m.text(v.File, pick(m, "oost", "oost", "oost", "west", "oud-oost", "nergens"))
	first := 2008 + m.IntN(7)
	v.Period = city.Period{First: first, Last: first + m.IntN(4)}
	v.Status = m.text(v.File, pick(m, city.Adopted, city.Adopted, city.Adopted, city.Consultation, city.Concept, city.Withdrawn))
	if v.Status.Value == city.Adopted || m.chance(50) {
		v.AdoptedOn = m.maybe(40)
	}
	if v.Status.Value == city.Withdrawn {
		v.WithdrawnOn = m.day()
	}
	names := []string{"a", "b", "c", "d"}
	m.Shuffle(len(names), func(i, j int) {
		if i > 0 && j > 0 || m.chance(30) { // a, which most commitments are for, is asked most
			names[i], names[j] = names[j], names[i]
		}
	})
	names = names[:1+m.IntN(len(names))]
	wijk := strings.TrimPrefix(v.Wijk.Value, "oud-")
	renamed, merged := v.Period.First >= m.renamed[wijk], m.merged[wijk]
	if renamed && merged && slices.Contains(names, "a") {
		names = slices.DeleteFunc(names, func(name string) bool { return name == "b" })
	}
	for k, name := range names {
		n := m.need(v, k, name)
		if renamed && (name == "a" || name == "b" && merged) {
			n.ID.Value = "e"
			n.Former = []source.Text{m.text(v.File, "a")}
			if merged {
				n.Former = append(n.Former, m.text(v.File, "b"))
			}
		}
		v.Needs = append(v.Needs, n)
	}
	return v
}

func (m *maker) need(v *city.Vision, k int, name string) *city.Need {
	n := &city.Need{FirstLine: m.pos(v.File), AddedOn: m.maybe(10), RetractedOn: m.maybe(10)}
	n.ID = m.text(v.File, name)
	n.Theme = m.text(v.File, pick(m, "verkeer", "groen", "niets"))
	if m.chance(70) {
		n.Priority = k + 1
	}
	for m.chance(60) {
		j := &city.Judgement{FirstLine: m.pos(v.File), Date: m.day()}
		j.Date.Day = j.Date.AddDays(pick(m, 0, 0, 1, 365)) // they come last
		j.Verdict = m.text(v.File, pick(m, city.VerdictMet, city.VerdictMet, city.VerdictMet, city.VerdictPartly, city.VerdictNotMet))
		if m.chance(25) {
			j.About = m.text(v.File, pick(m, m.ids...))
		}
		n.Judgements = append(n.Judgements, j)
	}
	return n
}

func (m *maker) programme(i int) *city.Programme {
	p := &city.Programme{Record: m.record("programmas", fmt.Sprintf("p%d", i)), AdoptedOn: m.maybe(30)}
	p.Department = m.text(p.File, pick(m, "werken", "werken", "wonen", "nergens"))
	p.Period = city.Period{First: 2010 + m.IntN(4)}
	p.Period.Last = p.Period.First
	p.Status = m.text(p.File, pick(m, city.Adopted, city.Adopted, city.Adopted, city.Adopted, city.Adopted, city.Concept, city.Withdrawn))
	if p.Status.Value == city.Withdrawn {
		p.WithdrawnOn = m.maybe(85)
	}
	for k := range 1 + m.IntN(3) {
		p.Commitments = append(p.Commitments, m.commitment(p, fmt.Sprintf("t%d%d", i, k)))
	}
	for range m.IntN(4) {
		p.Answers = append(p.Answers, m.answer(p))
	}
	return p
}

func (m *maker) answer(p *city.Programme) *city.Answer {
	return &city.Answer{
		FirstLine: m.pos(p.File),
		Need:      m.text(p.File, m.needRef()),
		Answer:    m.text(p.File, pick(m, city.AnswerNo, city.AnswerInvestigating, city.AnswerElsewhere)),
		Date:      m.day(),
	}
}

func (m *maker) needRef() string {
	if m.chance(60) {
		return "oost/a"
	}
	return pick(m, "oost", "oost", "west", "oud-oost", "nergens") + "/" + pick(m, "a", "b", "c", "d", "e", "x")
}

func (m *maker) commitment(p *city.Programme, id string) *city.Commitment {
	c := &city.Commitment{FirstLine: m.pos(p.File), ID: m.text(p.File, id), PromisedOn: m.maybe(10)}
	for range 1 + m.IntN(2) {
		c.Needs = append(c.Needs, m.text(p.File, m.needRef()))
	}
	if m.chance(30) {
		c.Former = []source.Text{m.text(p.File, "oud-"+id)}
	}
	if m.chance(70) {
		c.Due = m.planned()
	}
	for range m.IntN(6) {
		c.Progress = append(c.Progress, m.entry(p))
	}
	return c
}

func (m *maker) entry(p *city.Programme) *city.ProgressEntry {
	e := &city.ProgressEntry{Date: m.day()}
	if m.chance(75) {
		e.Status = m.text(p.File, pick(m, city.NotStarted, city.InPreparation, city.InProgress, city.Realised, city.Realised, city.Realised, city.Realised, city.PartlyRealised, city.Postponed, city.Postponed, city.Dropped))
	}
	if m.chance(30) {
		e.Due = m.planned()
	}
	if e.Status.Value == city.Postponed && m.chance(75) {
		e.To = m.text(p.File, pick(m, m.ids...))
	}
	return e
}
