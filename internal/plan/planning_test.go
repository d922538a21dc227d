package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// planningSite has a wijk and a department with the same id, and a commitment with each of
// some lines of YAML.
func planningSite(commitments ...string) content {
	c := content{
		"site.yaml":         "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/groen.md":   "---\nnaam: Groen\nvoorheen: [bos]\n---\n",
		"diensten/groen.md": "---\nnaam: Groen\nvoorheen: [bos]\n---\n",
	}
	text := "---\ntitel: P\ndienst: groen\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n"
	for i, of := range commitments {
		text += fmt.Sprintf("  - {id: t-%d, titel: T, wijken: [groen]%s}\n", i, of)
	}
	c["programmas/p.md"] = text + "---\n"
	return c
}

func TestPlanningIsByDeadline(t *testing.T) { // on 1 March 2013
	s, _ := planningSite(
		", gereed: doorlopend",
		", gereed: onbekend",
		"",
		", gereed: 2015",
		", gereed: 2014-03",
		", gereed: 2014-Q1",
		", gereed: 2014-02-28",
		", gereed: 2013",
		", gereed: 2013-03",
		", gereed: 2013-03-01",
		", gereed: 2013-02",
		", gereed: 2012, voortgang: [{datum: 2012-02-01, gereed: 2013-09, reden: R}]",
		", gereed: 2013, voortgang: [{datum: 2012-02-01, status: gerealiseerd}]",
		", gereed: 2013, voortgang: [{datum: 2012-02-01, status: vervallen, reden: R}]",
		", gereed: 2012-06, voortgang: [{datum: 2012-02-01, status: doorgeschoven, naar: t-0, reden: R}]",
	).planned(t, false)
	var got []string
	for _, g := range plan.ByDeadline(plan.Planned(s.Graph.Commitments), s.Graph.Date) {
		line := fmt.Sprintf("%d %d-%d", g.Kind, g.Year, g.Month)
		for _, c := range g.Commitments {
			line += " " + c.Due.String()
		}
		got = append(got, line)
	}
	want := []string{
		"0 0-0 2013-02",
		"1 2013-3 2013-03-01 2013-03",
		"1 2013-9 2013-09",
		"1 2013-12 2013",
		"1 2014-2 2014-02-28",
		"2 2014-0 2014-03 2014-Q1",
		"2 2015-0 2015",
		"3 0-0 onbekend ",
		"4 0-0 doorlopend",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the planning is\n%q, want\n%q", got, want)
	}
}

func TestWijkAndDepartmentWithTheSameIDHaveEachTheirPlanning(t *testing.T) {
	s, problems := planningSite(", gereed: 2014").planned(t, false)
	if len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	for url, of := range map[string]string{
		"/planning/groen/": "wijk", "/planning/diensten/groen/": "department", "/planning/bos/": "/planning/groen/", "/planning/diensten/bos/": "/planning/diensten/groen/",
	} {
		p := s.Page(url)
		switch {
		case p == nil:
			t.Errorf("there is no %s", url)
		case p.Kind == plan.Moved && p.To != of, p.Kind != plan.Moved && (p.Wijk != nil) != (of == "wijk"), p.Kind != plan.Moved && len(p.Rows.Commitments) != 1:
			t.Errorf("%s is %+v", url, p)
		}
	}
	for _, url := range []string{plan.CalendarURL, "/wijken/groen/kalender.ics", "/diensten/groen/kalender.ics"} {
		if !s.Has(url) {
			t.Errorf("there is no %s", url)
		}
	}
}

func TestWithdrawnIsNotPlanned(t *testing.T) {
	c := planningSite(", gereed: 2014")
	c["programmas/p.md"] = "---\ntitel: P\ndienst: groen\njaar: 2011\nstatus: ingetrokken\ningetrokken-op: 2012-02-01\nreden: R\ntoezeggingen: [{id: t-0, titel: T, wijken: [groen], gereed: 2014}]\n---\n"
	s, _ := c.planned(t, false)
	if len(s.Graph.Commitments) != 1 {
		t.Fatalf("%d commitments", len(s.Graph.Commitments))
	}
	if n := len(s.Page(plan.PlanningURL).Rows.Commitments); n != 0 {
		t.Errorf("%d are planned", n)
	}
}

func TestLongPlanningStandsWithWijkenAndDepartments(t *testing.T) {
	s, _ := crowdedSite(plan.Most-1, "Aa", "Bo").planned(t, false) // all late
	if n := len(s.Page(plan.PlanningURL).Rows.Commitments); n != 0 {
		t.Errorf("the page has %d of what does not fit", n)
	}
	for _, w := range s.Graph.Wijken {
		if n := len(s.Page(plan.WijkPlanningURL(w)).Rows.Commitments); n != plan.Most-1 {
			t.Errorf("%s has %d", w.ID, n)
		}
	}
	department := s.Page("/planning/diensten/zorg/")
	var listed []*relate.Commitment
	for _, part := range department.Parts {
		listed = append(listed, part.Rows.Commitments...)
	}
	if len(listed) != 2*(plan.Most-1) {
		t.Errorf("the parts of the department have %d", len(listed))
	}
}
