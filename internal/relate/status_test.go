package relate

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func day(s string) city.Day {
	d, ok := city.ParseDay(s)
	if !ok {
		panic(s)
	}
	return d
}

func planned(s string) city.PlannedDate {
	if s == "" {
		return city.PlannedDate{}
	}
	p, ok := city.ParsePlanned(s)
	if !ok {
		panic(s)
	}
	return p
}

func text(s string) source.Text { return source.Text{Value: s} }

// entry is an entry of a log: date, status, new date.
type entry struct{ date, status, due string }

func (e entry) progress() *city.ProgressEntry {
	return &city.ProgressEntry{Date: city.Date{Day: day(e.date)}, Status: text(e.status), Due: planned(e.due)}
}

// promised returns a city with one need and a commitment to it.
func promised(due string, log ...entry) *city.City {
	c := &city.Commitment{ID: text("t"), Needs: []source.Text{text("oost/a")}, Due: planned(due)}
	for _, e := range log {
		c.Progress = append(c.Progress, e.progress())
	}
	return &city.City{
		Site:   &city.Site{SilentMonths: 12},
		Wijken: []*city.Wijk{{Record: record("wijken/oost.md"), Name: text("Oost")}},
		Visions: []*city.Vision{{Record: record("wijkvisies/oost-2011.md"), Wijk: text("oost"), Status: text(city.Adopted),
			AdoptedOn: city.Date{Day: day("2011-01-01")}, Period: city.Period{First: 2011, Last: 2014},
			Needs: []*city.Need{{ID: text("a"), Priority: 1}}}},
		Programmes: []*city.Programme{{Record: record("programmas/p.md"), Status: text(city.Adopted),
			Period: city.Period{First: 2011, Last: 2011}, Commitments: []*city.Commitment{c}}},
	}
}

func record(path string) city.Record {
	name := path[strings.LastIndexByte(path, '/')+1:]
	return city.Record{ID: strings.TrimSuffix(name, ".md"), File: source.NewFile(path, nil)}
}

func TestStatesOfACommitmentAtTheirBorders(t *testing.T) {
	for _, c := range []struct {
		name, due string
		log       []entry
		date      string
		want      string // status and flags
	}{
		{"without entries", "2011-10", nil, "2011-05-01", "niets-gemeld"},
		{"late the day after the last day of a month", "2011-10", nil, "2011-11-01", "niets-gemeld vertraagd later-dan-beloofd"},
		{"not late on the last day", "2011-10", nil, "2011-10-31", "niets-gemeld"},
		{"late after a quarter", "2011-Q3", nil, "2011-10-01", "niets-gemeld vertraagd later-dan-beloofd"},
		{"late after a year", "2011", nil, "2012-01-01", "niets-gemeld vertraagd later-dan-beloofd"},
		{"late after a day", "2011-05-19", nil, "2011-05-20", "niets-gemeld vertraagd later-dan-beloofd"},
		{"what was never known is not late and not moved", "onbekend", nil, "2011-12-31", "niets-gemeld"},
		{"what is known no more is moved", "2012", []entry{{"2011-02-01", "", "onbekend"}}, "2011-12-31", "niets-gemeld verschoven"},
		{"what goes on is never late", "doorlopend", nil, "2011-12-31", "niets-gemeld"},
		{"without a date", "", nil, "2011-12-31", "niets-gemeld"},
		{"done is never late", "2011-10", []entry{{"2011-11-15", city.Realised, ""}}, "2011-12-01", "gerealiseerd later-dan-beloofd"},
		{"done on the last day", "2011-10", []entry{{"2011-10-31", city.Realised, ""}}, "2011-12-01", "gerealiseerd"},
		{"an entry exists on its day", "2012-10", []entry{{"2011-11-15", city.Realised, ""}}, "2011-11-15", "gerealiseerd"},
		{"and not the day before", "2012-10", []entry{{"2011-11-15", city.Realised, ""}}, "2011-11-14", "niets-gemeld"},
		{"the newest by date counts", "2012-10", []entry{{"2011-11-15", city.Realised, ""}, {"2011-03-01", city.InProgress, ""}}, "2011-12-01", "gerealiseerd"},
		{"of one day the one further down", "2012-10", []entry{{"2011-03-01", city.Realised, ""}, {"2011-03-01", city.InProgress, ""}}, "2011-12-01", "in-uitvoering"},
		{"moved", "2011-10", []entry{{"2011-09-30", "", "2012-03"}}, "2011-10-01", "niets-gemeld verschoven later-dan-beloofd"},
		{"moved back is not moved", "2011-10", []entry{{"2011-02-01", "", "2012-03"}, {"2011-03-01", "", "2011-10-31"}}, "2011-04-01", "niets-gemeld"},
		{"earlier is not moved", "2011-10", []entry{{"2011-02-01", "", "2011-06"}}, "2011-04-01", "niets-gemeld"},
		{"a finer date is not moved", "2011", []entry{{"2011-02-01", "", "2011-06-30"}}, "2011-04-01", "niets-gemeld"},
		{"quiet a day after twelve months", "2014", []entry{{"2011-03-15", city.InProgress, ""}}, "2012-03-16", "in-uitvoering stil"},
		{"not quiet after twelve months", "2014", []entry{{"2011-03-15", city.InProgress, ""}}, "2012-03-15", "in-uitvoering"},
		{"quiet without entries, from the first of January", "2014", nil, "2012-01-02", "niets-gemeld stil"},
		{"not quiet on it", "2014", nil, "2012-01-01", "niets-gemeld"},
		{"ended is not quiet", "2014", []entry{{"2011-03-15", city.Dropped, ""}}, "2013-03-16", "vervallen"},
		{"postponed without a successor goes on", "2011-10", []entry{{"2011-03-15", city.Postponed, ""}}, "2011-11-01", "doorgeschoven vertraagd later-dan-beloofd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := Relate(promised(c.due, c.log...), Options{Date: day(c.date)})
			got := g.Commitments[0]
			state := string(got.Status)
			for _, f := range []struct {
				on   bool
				name string
			}{{got.Late, " vertraagd"}, {got.Rescheduled, " verschoven"}, {got.LaterThanPromised, " later-dan-beloofd"}, {got.Silent, " stil"}} {
				if f.on {
					state += f.name
				}
			}
			if state != c.want {
				t.Errorf("got %q, want %q", state, c.want)
			}
		})
	}
}

func TestARenamedNeedIsTheSameNeed(t *testing.T) {
	c := promised("2011-10")
	newer := &city.Vision{Record: record("wijkvisies/oost-2015.md"), Wijk: text("oud-oost"), Status: text(city.Adopted),
		AdoptedOn: city.Date{Day: day("2014-12-01")}, Period: city.Period{First: 2015, Last: 2018},
		Needs: []*city.Need{{ID: text("nieuw"), Former: []source.Text{text("a")}}}}
	c.Visions = append(c.Visions, newer)
	c.Wijken[0].Former = []source.Text{text("oud-oost")}
	g := Relate(c, Options{Date: day("2015-02-01")})
	if len(g.Needs) != 1 {
		t.Fatalf("%d needs, want 1", len(g.Needs))
	}
	n := g.Needs[0]
	if n.ID != "oost/nieuw" || len(n.Appearances) != 2 || !n.Current || len(n.Commitments) != 1 || fmt.Sprint(n.Former()) != "[a]" {
		t.Errorf("got %s with %d appearances, %d commitments, formerly %v", n.ID, len(n.Appearances), len(n.Commitments), n.Former())
	}
	// As long as the older vision is the current one, its name and data count.
	g = Relate(c, Options{Date: day("2014-12-15")})
	if n := g.Needs[0]; n.ID != "oost/a" || n.Main.Vision.ID != "oost-2011" {
		t.Errorf("before the new period it is %s of %s", n.ID, n.Main.Vision.ID)
	}
	if w := g.Wijken[0]; len(w.Upcoming) != 1 || w.Upcoming[0].ID != "oost-2015" {
		t.Errorf("the new vision is not announced: %v", w.Upcoming)
	}
}

func TestASuccessorTakesOver(t *testing.T) {
	c := promised("2011-10", entry{"2011-06-01", city.Postponed, ""})
	p := c.Programmes[0]
	p.Commitments[0].Progress[0].To = text("u")
	p.Commitments = append(p.Commitments, &city.Commitment{ID: text("u"), Needs: []source.Text{text("oost/a")}})
	g := Relate(c, Options{Date: day("2011-07-01")})
	first, next := g.Commitments[0], g.Commitments[1]
	if first.Successor != next || !first.Ended() {
		t.Errorf("the successor is %v", first.Successor)
	}
	if s := g.Needs[0].Status; s != NeedPromised {
		t.Errorf("the need is %s, want %s: what was handed on is left out", s, NeedPromised)
	}
}

// TestNothingHiddenCanBeReached walks everything that hangs on a graph and searches
// for the texts of what is not to be seen.
func TestNothingHiddenCanBeReached(t *testing.T) {
	const secret = "geheim"
	c := promised("2011-10")
	c.Visions = append(c.Visions,
		&city.Vision{Record: record("wijkvisies/x1.md"), Wijk: text("oost"), Status: text(city.Concept), Title: text(secret), Period: city.Period{First: 2012, Last: 2013},
			Needs: []*city.Need{{ID: text("b"), Title: text(secret)}, {ID: text("a"), Title: text(secret)}}},
		&city.Vision{Record: record("wijkvisies/x2.md"), Wijk: text("oost"), Status: text(city.Adopted), Title: text(secret), Period: city.Period{First: 2012, Last: 2013},
			Needs: []*city.Need{{ID: text("a"), Title: text(secret)}}})
	c.Visions[2].Publish = city.Date{Day: day("2013-01-01")}
	c.Programmes = append(c.Programmes, &city.Programme{Record: record("programmas/x3.md"), Status: text(city.Concept), Title: text(secret),
		Commitments: []*city.Commitment{{ID: text("u"), Title: text(secret), Needs: []source.Text{text("oost/a")}}},
		Answers:     []*city.Answer{{Need: text("oost/a"), Reason: text(secret), Date: city.Date{Day: day("2011-02-01")}}}})
	c.Pages = []*city.Page{{Record: record("paginas/x4.md"), Title: text(secret), Status: text(city.Concept)}}
	g := Relate(c, Options{Date: day("2012-06-01")})
	if len(g.Hidden) != 4 {
		t.Errorf("%d files are named as hidden, want 4: %v", len(g.Hidden), g.Hidden)
	}
	found := ""
	walk(reflect.ValueOf(g), "graph", map[uintptr]bool{}, func(path, s string) {
		if strings.Contains(s, secret) {
			found = path
		}
	})
	if found != "" {
		t.Errorf("what is hidden can be reached at %s", found)
	}
}

// walk visits every text that hangs on a value by its exported fields.
func walk(v reflect.Value, path string, seen map[uintptr]bool, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		walk(v.Elem(), path, seen, visit)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				walk(v.Field(i), path+"."+f.Name, seen, visit)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			walk(v.Index(i), path+"[]", seen, visit)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			walk(v.MapIndex(k), path+"[]", seen, visit)
		}
	case reflect.String:
		visit(path, v.String())
	}
}

func TestTheNewestAnswerCounts(t *testing.T) {
	answer := func(date, answer string, at int) *city.Answer {
		return &city.Answer{FirstLine: source.Pos{Start: at}, Need: text("oost/a"), Answer: text(answer), Date: city.Date{Day: day(date)}}
	}
	for _, c := range []struct {
		name   string
		p1, p2 []*city.Answer // in the files p1 and p2
		want   NeedStatus
	}{
		{"by date", []*city.Answer{answer("2011-03-01", "in-onderzoek", 1), answer("2011-02-01", "nee", 2)}, nil, NeedInvestigating},
		{"of one day the one further down", []*city.Answer{answer("2011-02-01", "nee", 1), answer("2011-02-01", "in-onderzoek", 2)}, nil, NeedInvestigating},
		{"of two files the one whose id sorts last", []*city.Answer{answer("2011-02-01", "nee", 9)}, []*city.Answer{answer("2011-02-01", "in-onderzoek", 1)}, NeedInvestigating},
		{"one of tomorrow is not there yet", []*city.Answer{answer("2011-02-01", "elders", 1), answer("2011-06-02", "in-onderzoek", 2)}, nil, NeedNotIncluded},
		{"none", nil, nil, NeedUnanswered},
	} {
		t.Run(c.name, func(t *testing.T) {
			city2 := promised("2011-10")
			city2.Programmes = []*city.Programme{
				{Record: record("programmas/p1.md"), Status: text(city.Adopted), Answers: c.p1},
				{Record: record("programmas/p2.md"), Status: text(city.Adopted), Answers: c.p2},
			}
			if got := Relate(city2, Options{Date: day("2011-06-01")}).Needs[0].Status; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
