package demand_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/demand"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
)

// base is a municipality of two wijken, of which nobody was answered yet.
func base() map[string]string {
	return map[string]string{
		"site.yaml":            "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}, {id: zorg, naam: Zorg}]\n",
		"wijken/oost.md":       "---\nnaam: Oost\n---\n",
		"wijken/west.md":       "---\nnaam: West\n---\n",
		"diensten/werken.md":   "---\nnaam: Werken\n---\n",
		"diensten/welzijn.md":  "---\nnaam: Welzijn\n---\n",
		"wijkvisies/oost-1.md": vision("oost", "{id: bomen, titel: Bomen, thema: groen, prioriteit: 1}", "{id: perk, titel: Perk, thema: groen, prioriteit: 4}", "{id: arts, titel: Arts, thema: zorg}"),
		"wijkvisies/west-1.md": vision("west", "{id: gras, titel: Gras, thema: groen, prioriteit: 2}"),
	}
}

func vision(wijk string, needs ...string) string {
	return "---\ntitel: V\nwijk: " + wijk + "\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-03-10\nbehoeften:\n  - " + strings.Join(needs, "\n  - ") + "\n---\n"
}

// programme returns a programme of a department for a year, adopted on a day.
func programme(department, head, day string, lines ...string) string {
	return "---\ntitel: P\ndienst: " + department + "\n" + head + "\nstatus: vastgesteld\nvastgesteld-op: " + day + "\n" + strings.Join(lines, "\n") + "\n---\n"
}

// measured returns the figures of base with other files in it, a figure a line.
func measured(t *testing.T, more map[string]string) string {
	t.Helper()
	files := base()
	maps.Copy(files, more)
	content := contenttest.Parse(files)
	if len(content.Problems) > 0 {
		t.Fatal(content.Problems)
	}
	var b strings.Builder
	for _, r := range demand.Of(relate.Relate(content.City, relate.Options{Date: city.DayIn(2012, 9, 1)})).Rows() {
		fmt.Fprintf(&b, "%s %s %s %s %d/%d", r.Department, r.Year, r.Priority, r.Measure, r.Value, r.Of)
		for _, n := range r.Needs {
			b.WriteString(" " + n.ID)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestFigures(t *testing.T) {
	for _, test := range []struct {
		name string
		more map[string]string
		has  []string
		not  []string
	}{
		{"nobody answered", nil,
			[]string{"   beantwoord 0/4", "   maanden-wachtend 17/4", "  1-3 beantwoord 0/2", "  overig beantwoord 0/2", "onbekend   vraagboek 4/4 oost/bomen west/gras oost/perk oost/arts"},
			[]string{"toezeggingen-voor-behoefte", "vooraf-beantwoord", "geschat", "vervuld"}},
		{"what answers a need, and what it costs",
			map[string]string{"programmas/p.md": programme("werken", "jaar: 2011", "2011-06-01",
				"toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen, west/gras], budget: 300}", "  - {id: p-2, titel: B, wijken: [oost], budget: 100}", "  - {id: p-3, titel: C, behoeften: [oost/bomen]}")},
			[]string{"   toezeggingen-voor-behoefte 2/3", "   euro-voor-behoefte 300/400", "werken 2011  toezeggingen-voor-behoefte 2/3", "werken 2011  euro-voor-behoefte 300/400", "   beantwoord 2/4", "   vooraf-beantwoord 0/2"},
			[]string{"vervuld", "maanden-tot-antwoord"}},
		{"a programme of several years, and one without money",
			map[string]string{"programmas/p.md": programme("werken", "periode: 2011-2014", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"werken 2011-2014  toezeggingen-voor-behoefte 1/1"}, []string{"euro"}},
		{"answered before it was asked",
			map[string]string{"programmas/p.md": programme("werken", "jaar: 2011", "2011-03-09", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"   vooraf-beantwoord 1/1"}, nil},
		{"an answer without a commitment, of which the first counts",
			map[string]string{"programmas/p.md": programme("werken", "jaar: 2011", "2011-01-01", "antwoorden:", "  - {behoefte: oost/arts, antwoord: nee, reden: R, datum: 2012-05-01}", "  - {behoefte: oost/arts, antwoord: in-onderzoek, reden: R, datum: 2011-07-01}")},
			[]string{"   beantwoord 1/4", "   vooraf-beantwoord 0/1", "  1-3 beantwoord 0/2", "  overig beantwoord 1/2"}, nil},
		{"half of five had their answer within five months",
			map[string]string{
				"wijkvisies/west-1.md": vision("west", "{id: a, titel: A, thema: groen}", "{id: b, titel: B, thema: groen}", "{id: c, titel: C, thema: groen}", "{id: d, titel: D, thema: groen}", "{id: e, titel: E, thema: groen}"),
				"programmas/p.md": programme("werken", "jaar: 2011", "2011-01-01", "antwoorden:",
					"  - {behoefte: west/a, antwoord: nee, reden: R, datum: 2011-03-10}", "  - {behoefte: west/b, antwoord: nee, reden: R, datum: 2011-04-09}",
					"  - {behoefte: west/c, antwoord: nee, reden: R, datum: 2011-07-10}", "  - {behoefte: west/d, antwoord: nee, reden: R, datum: 2012-03-10}",
					"  - {behoefte: west/e, antwoord: nee, reden: R, datum: 2012-06-10}")},
			[]string{"   beantwoord 5/8", "   maanden-tot-antwoord 5/5"}, nil},
		{"what is done, and what the wijk says of it",
			map[string]string{
				"wijkvisies/west-1.md": vision("west", "{id: gras, titel: Gras, thema: groen, prioriteit: 2, oordelen: [{datum: 2012-03-01, door: W, oordeel: gerealiseerd}]}"),
				"programmas/p.md": programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:",
					"  - {id: p-1, titel: A, behoeften: [west/gras], voortgang: [{datum: 2012-02-01, status: gerealiseerd}]}",
					"  - {id: p-2, titel: B, behoeften: [oost/perk], voortgang: [{datum: 2012-02-01, status: gerealiseerd}]}")},
			[]string{"   gedaan 2/4", "  1-3 gedaan 1/2", "  overig gedaan 1/2", "   vervuld 1/2", "   anders-beoordeeld 0/2", "werken   vervuld 1/2"}, nil},
		{"the book of who answered most of the theme is a guess",
			map[string]string{"programmas/p.md": programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"werken   vraagboek 2/3 west/gras oost/perk", "werken   vraagboek-geschat 2/2", "onbekend   vraagboek 1/3 oost/arts"}, nil},
		{"the book of who names the theme is none",
			map[string]string{
				"diensten/welzijn.md": "---\nnaam: Welzijn\nthemas: [zorg, groen]\n---\n",
				"programmas/p.md":     programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"welzijn   vraagboek 3/3 west/gras oost/perk oost/arts", "welzijn   vraagboek-geschat 0/3"}, []string{"werken   vraagboek", "onbekend"}},
		{"a department that does not exist yet is asked nothing",
			map[string]string{
				"diensten/werken.md":  "---\nnaam: Werken\nthemas: [groen]\ngeldig-tot-en-met: 2012-12-31\nopgevolgd-door: welzijn\n---\n",
				"diensten/welzijn.md": "---\nnaam: Welzijn\nthemas: [groen, zorg]\ngeldig-vanaf: 2013-01-01\n---\n"},
			[]string{"werken   vraagboek 3/4 oost/bomen west/gras oost/perk", "onbekend   vraagboek 1/4 oost/arts"}, []string{"welzijn   vraagboek"}},
		{"two departments answered as much: it is asked of both",
			map[string]string{
				"programmas/p.md": programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}"),
				"programmas/q.md": programme("welzijn", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: q-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"welzijn   vraagboek 2/3 west/gras oost/perk", "werken   vraagboek 2/3 west/gras oost/perk"}, nil},
		{"the book goes to who took over",
			map[string]string{
				"diensten/werken.md": "---\nnaam: Werken\ngeldig-tot-en-met: 2011-12-31\nopgevolgd-door: welzijn\n---\n",
				"programmas/p.md":    programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"welzijn   vraagboek 2/3 west/gras oost/perk"}, []string{"werken   vraagboek"}},
		{"departments that took over from each other, both no more",
			map[string]string{
				"diensten/werken.md":  "---\nnaam: Werken\ngeldig-tot-en-met: 2011-12-31\nopgevolgd-door: welzijn\n---\n",
				"diensten/welzijn.md": "---\nnaam: Welzijn\ngeldig-tot-en-met: 2011-12-31\nopgevolgd-door: werken\nthemas: [groen]\n---\n",
				"programmas/p.md":     programme("werken", "jaar: 2011", "2011-06-01", "toezeggingen:", "  - {id: p-1, titel: A, behoeften: [oost/bomen]}")},
			[]string{"onbekend   vraagboek 3/3"}, []string{"werken   vraagboek", "welzijn   vraagboek"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := measured(t, test.more)
			for _, want := range test.has {
				if !strings.Contains("\n"+got, "\n"+want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			for _, not := range test.not {
				if strings.Contains(got, not) {
					t.Errorf("%q in\n%s", not, got)
				}
			}
		})
	}
}

// TestPartsAddUp holds the parts of every figure against their whole.
func TestPartsAddUp(t *testing.T) {
	for seed := range uint64(200) {
		g := relate.Relate(contenttest.Parse(sample.Random(seed)).City, relate.Options{Date: city.DayIn(2010+int(seed%5), 6, 15)})
		d := demand.Of(g)
		var sum demand.Share
		for _, s := range d.Shares {
			sum.Commitments += s.Commitments
			sum.ForNeeds += s.ForNeeds
			sum.Priced += s.Priced
			sum.PricedForNeeds += s.PricedForNeeds
			sum.Euros += s.Euros
			sum.EurosForNeeds += s.EurosForNeeds
		}
		if sum != d.Promised || sum.Commitments != len(g.Commitments) || sum.ForNeeds > sum.Commitments || sum.EurosForNeeds > sum.Euros {
			t.Fatalf("seed %d: departments promised %+v, together %+v", seed, sum, d.Promised)
		}
		for _, a := range []demand.Answers{d.Answers, d.First.Answers, d.Rest.Answers} {
			if a.Before+len(a.Months)+a.Undated != a.Answered || len(a.Waiting)+a.WaitingUndated != a.Unanswered() || a.Within(0, 1<<30) != len(a.Months) {
				t.Fatalf("seed %d: %+v", seed, a)
			}
		}
		if d.Answers.Asked != g.Figures.Total || d.First.Asked+d.Rest.Asked != d.Answers.Asked || d.First.Answered+d.Rest.Answered != d.Answers.Answered ||
			d.First.Done+d.Rest.Done != g.Figures.Done() {
			t.Fatalf("seed %d: %+v, of which first %+v, of %+v", seed, d.Answers, d.First, g.Figures)
		}
		inBooks := make(map[string]bool)
		for _, b := range d.Books {
			for _, n := range b.Needs {
				inBooks[n.ID] = true
			}
		}
		if len(inBooks) != d.Answers.Unanswered() {
			t.Fatalf("seed %d: %d needs are in books, %d have no answer", seed, len(inBooks), d.Answers.Unanswered())
		}
	}
}
