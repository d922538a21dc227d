package parse

import (
	"cmp"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Programme parses a file in programmas/.
func Programme(f *source.File) (*city.Programme, diag.List) {
	p := &city.Programme{}
	r := &reader{file: f}
	r.page(programmeMapping, &p.Record, p, noReserved)
	return p, r.problems
}

var programmeMapping = &Mapping{
	Name: "programme",
	Keys: []Key{
		text("titel", func(p *city.Programme) *source.Text { return &p.Title }).required().
			about("De titel van {de/het programma}.", "The title of the {programma}.", "Uitvoeringsprogramma Stadswerken 2011"),
		text("dienst", func(p *city.Programme) *source.Text { return &p.Department }).refersTo(ToDepartment).required().
			about("{De/Het dienst}: de naam van een bestand in diensten/, zonder .md.", "The {dienst}: the name of a file in diensten/, without .md.", "stadswerken"),
		period("jaar", YearValue, func(p *city.Programme) *city.Period { return &p.Period }).
			about("Het begrotingsjaar; of schrijf periode.", "The year of the budget; or write periode.", "2011"),
		period("periode", PeriodValue, func(p *city.Programme) *city.Period { return &p.Period }).
			about("De jaren van {de/het programma}; of schrijf jaar.", "The years of the {programma}; or write jaar.", "2011-2014"),
		text("status", func(p *city.Programme) *source.Text { return &p.Status }).required().
			oneOf(city.Concept, city.Adopted, city.Withdrawn).
			about("Hoe ver {de/het programma} is.", "How far the {programma} is.", city.Concept),
		date("vastgesteld-op", func(p *city.Programme) *city.Date { return &p.AdoptedOn }).
			about("De dag waarop {de/het programma} is vastgesteld.", "The day on which the {programma} was adopted.", "2011-02-22"),
		date("ingetrokken-op", func(p *city.Programme) *city.Date { return &p.WithdrawnOn }).
			about("De dag waarop {de/het programma} is ingetrokken.", "The day on which the {programma} was withdrawn.", "2011-12-20"),
		text("reden", func(p *city.Programme) *source.Text { return &p.Reason }).prose().
			about("Waarom {de/het programma} is ingetrokken.", "Why the {programma} was withdrawn.", "De dienst is opgeheven."),
		date("publiceren-op", func(p *city.Programme) *city.Date { return &p.Publish }).
			about("Vóór deze dag staat {de/het programma} niet op de site.", "Before this day the {programma} is not on the site.", "2011-03-01"),
		groups("toezeggingen", commitmentMapping, func(p *city.Programme) *[]*city.Commitment { return &p.Commitments },
			func(top source.Pos) city.Commitment { return city.Commitment{FirstLine: top, Budget: -1} }).
			about("Wat {de/het dienst} toezegt.", "What the {dienst} commits to.", "[{id: sw-2011-014, titel: Verkeersplateau Einsteindreef}]"),
		groups("antwoorden", answerMapping, func(p *city.Programme) *[]*city.Answer { return &p.Answers },
			func(top source.Pos) city.Answer { return city.Answer{FirstLine: top} }).
			about("{Antwoorden} op {behoeften} zonder {toezegging}.", "{Antwoorden} to {behoeften} without {a/an toezegging}.", "[{behoefte: overvecht/tramhalte, antwoord: nee, reden: De provincie gaat over de tramlijn., datum: 2011-03-01}]"),
		former(func(p *city.Programme) *[]source.Text { return &p.Former }),
	},
	Demands: []Demand{
		{Of: "status", Values: []string{city.Withdrawn}, Needs: "ingetrokken-op"},
		{Of: "status", Values: []string{city.Withdrawn}, Needs: "reden", why: diag.ReasonMissingProgramme},
	},
	Either: [][]string{{"jaar", "periode"}},
	rules: func(r *reader, m *tree.Node, into any) {
		yearOrPeriod(r, m)
		p := into.(*city.Programme)
		r.inOrder(p.AdoptedOn, p.WithdrawnOn)
	},
}

// yearOrPeriod reports a programme with both a jaar and a periode, or with neither.
func yearOrPeriod(r *reader, m *tree.Node) {
	year, _ := m.Entry("jaar")
	period, _ := m.Entry("periode")
	hasYear, hasPeriod := m.Value("jaar") != nil, m.Value("periode") != nil
	switch written := cmp.Or(year, period); {
	case hasYear && hasPeriod:
		first, second := year, period
		if first.Start > second.Start {
			first, second = second, first
		}
		r.report(diag.At(r.at(second), diag.YearAndPeriod).
			WithRelated(r.at(first), diag.FirstHere).WithHint(diag.RemoveOne))
	case hasYear || hasPeriod:
	case written != nil:
		example := "2011"
		if written == period {
			example = "2011-2014"
		}
		r.report(diag.At(r.at(written), diag.KeyEmpty, written.Text).WithHint(diag.FillKey, written.Text, example))
	case r.lacks(m, "jaar") && r.lacks(m, "periode"):
		r.report(diag.At(r.top(m), diag.KeyMissing, "jaar").WithHint(diag.AddKey, "jaar", "2011"))
	}
}

var answerMapping = &Mapping{
	Name: "answer",
	Keys: []Key{
		text("behoefte", func(a *city.Answer) *source.Text { return &a.Need }).refersTo(ToNeed).required().
			about("{De/Het behoefte}: wijk/behoefte.", "The {behoefte}: wijk/behoefte.", "overvecht/tramhalte"),
		text("antwoord", func(a *city.Answer) *source.Text { return &a.Answer }).required().
			oneOf(city.AnswerNo, city.AnswerInvestigating, city.AnswerElsewhere).
			about("{De/Het antwoord}.", "The {antwoord}.", city.AnswerNo),
		text("reden", func(a *city.Answer) *source.Text { return &a.Reason }).prose().
			about("Waarom.", "Why.", "De provincie gaat over de tramlijn."),
		date("datum", func(a *city.Answer) *city.Date { return &a.Date }).required().
			about("De dag van {de/het antwoord}.", "The day of the {antwoord}.", "2011-03-01"),
	},
	Demands: []Demand{{Needs: "reden", why: diag.ReasonMissingAnswer}},
}
