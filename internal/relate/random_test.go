package relate

import (
	"fmt"
	"math/rand/v2"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// maker makes random municipalities: small ones with few ids, so that everything
// meets everything, with what is hidden, withdrawn, renamed, twice there or
// missing among it.
type maker struct {
	*rand.Rand
	next int // places, so that what is further down stands later
}

func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

func pick[T any](m *maker, from ...T) T { return from[m.IntN(len(from))] }

func (m *maker) file(path string) *source.File { return source.NewFile(path, make([]byte, 1<<16)) }

func (m *maker) pos(f *source.File) source.Pos {
	m.next++
	return f.Pos(m.next%(1<<15), m.next%(1<<15)+1)
}

func (m *maker) text(f *source.File, s string) source.Text {
	return source.Text{Value: s, Pos: m.pos(f)}
}

func (m *maker) day() city.Date {
	return city.Date{Day: city.DayIn(2010+m.IntN(4), pick(m, 2, 6), pick(m, 1, 28))}
}

// reference returns a reference date: any day, or one on which something just is,
// or just is not, too late.
func (m *maker) reference() city.Day {
	if p := m.planned(); p.Known() && m.chance(50) {
		return city.DayOf(p.Last().Time().AddDate(0, 0, m.IntN(2)))
	}
	return m.day().Day
}

func (m *maker) planned() city.PlannedDate {
	p, _ := city.ParsePlanned(pick(m, "onbekend", "2011", "2012", "2011-Q2", "2012-Q4", "2011-06", "2012-02", "2011-06-30", "2012-12-31"))
	return p
}

func (m *maker) record(folder, id string) city.Record {
	f := m.file(folder + "/" + id + ".md")
	r := city.Record{ID: id, File: f, FirstLine: m.pos(f)}
	if m.chance(25) {
		r.Publish = m.day()
	}
	return r
}

func (m *maker) city() *city.City {
	c := &city.City{Site: &city.Site{SilentMonths: pick(m, 0, 3, 12)}}
	c.Site.Themes = []*city.Theme{{ID: source.Text{Value: "verkeer"}}, {ID: source.Text{Value: "groen"}}}
	for _, id := range []string{"oost", "west"} {
		w := &city.Wijk{Record: m.record("wijken", id), Residents: -1}
		w.Publish = city.Date{}
		w.Name = m.text(w.File, id)
		if m.chance(30) {
			w.Former = []source.Text{m.text(w.File, "oud-"+id)}
		}
		c.Wijken = append(c.Wijken, w)
	}
	c.Departments = []*city.Department{{Record: m.record("diensten", "werken")}}
	for i := range 1 + m.IntN(5) {
		c.Visions = append(c.Visions, m.vision(i))
	}
	for i := range 1 + m.IntN(3) {
		c.Programmes = append(c.Programmes, m.programme(i))
	}
	return c
}

func (m *maker) vision(i int) *city.Vision {
	v := &city.Vision{Record: m.record("wijkvisies", fmt.Sprintf("v%d", i))}
	v.Wijk = m.text(v.File, pick(m, "oost", "oost", "west", "oud-oost", "nergens"))
	first := 2008 + m.IntN(7)
	v.Period = city.Period{First: first, Last: first + m.IntN(4)}
	v.Status = m.text(v.File, pick(m, city.Adopted, city.Adopted, city.Adopted, city.Consultation, city.Draft, city.Withdrawn))
	if v.Status.Value == city.Adopted || m.chance(50) {
		v.AdoptedOn = m.day()
	}
	names := []string{"a", "b", "c", "d"}
	m.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for k, name := range names[:m.IntN(len(names)+1)] {
		n := &city.Need{FirstLine: m.pos(v.File), ID: m.text(v.File, name), Theme: m.text(v.File, pick(m, "verkeer", "groen", "niets"))}
		if m.chance(70) {
			n.Priority = k + 1
		}
		for m.chance(30) {
			n.Judgements = append(n.Judgements, &city.Judgement{FirstLine: m.pos(v.File), Date: m.day(), Verdict: m.text(v.File, "deels")})
		}
		v.Needs = append(v.Needs, n)
	}
	return v
}

func (m *maker) programme(i int) *city.Programme {
	p := &city.Programme{Record: m.record("programmas", fmt.Sprintf("p%d", i))}
	p.Department = m.text(p.File, pick(m, "werken", "werken", "nergens"))
	p.Period = city.Period{First: 2010 + m.IntN(4)}
	p.Period.Last = p.Period.First
	p.Status = m.text(p.File, pick(m, city.Adopted, city.Adopted, city.Adopted, city.Adopted, city.Draft, city.Withdrawn))
	for k := range m.IntN(4) {
		p.Commitments = append(p.Commitments, m.commitment(p, fmt.Sprintf("t%d%d", i, k)))
	}
	for range m.IntN(5) {
		p.Answers = append(p.Answers, &city.Answer{
			FirstLine: m.pos(p.File),
			Need:      m.text(p.File, m.needRef()),
			Answer:    m.text(p.File, pick(m, city.AnswerNo, city.AnswerInvestigating, city.AnswerElsewhere)),
			Date:      m.day(),
		})
	}
	return p
}

func (m *maker) needRef() string {
	if m.chance(50) {
		return "oost/a"
	}
	return pick(m, "oost", "oost", "west", "oud-oost", "nergens") + "/" + pick(m, "a", "b", "c", "d", "x")
}

func (m *maker) commitment(p *city.Programme, id string) *city.Commitment {
	c := &city.Commitment{FirstLine: m.pos(p.File), ID: m.text(p.File, id)}
	for range 1 + m.IntN(2) {
		c.Needs = append(c.Needs, m.text(p.File, m.needRef()))
	}
	if m.chance(70) {
		c.Due = m.planned()
	}
	for range m.IntN(5) {
		e := &city.ProgressEntry{Date: m.day()}
		if m.chance(70) {
			e.Status = m.text(p.File, pick(m, city.NotStarted, city.InPreparation, city.InProgress, city.Realised, city.Realised, city.PartlyRealised, city.Postponed, city.Dropped))
		}
		if m.chance(30) {
			e.Due = m.planned()
		}
		if e.Status.Value == city.Postponed && m.chance(50) {
			e.To = m.text(p.File, pick(m, "t00", "t10", "t01", "nergens"))
		}
		c.Progress = append(c.Progress, e)
	}
	return c
}
