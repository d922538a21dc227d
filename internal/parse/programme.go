package parse

import (
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
		text("titel", func(p *city.Programme) *source.Text { return &p.Title }).must().
			says("De titel van het programma.", "The title of the programme.", "Uitvoeringsprogramma Stadswerken 2011"),
		text("dienst", func(p *city.Programme) *source.Text { return &p.Department }).must().
			says("De dienst: de naam van een bestand in diensten/, zonder .md.", "The department: the name of a file in diensten/, without .md.", "stadswerken"),
		period("jaar", YearValue, func(p *city.Programme) *city.Period { return &p.Period }).
			says("Het begrotingsjaar; of schrijf periode.", "The year of the budget; or write periode.", "2011"),
		period("periode", PeriodValue, func(p *city.Programme) *city.Period { return &p.Period }).
			says("De jaren van het programma; of schrijf jaar.", "The years of the programme; or write jaar.", "2011-2014"),
		text("status", func(p *city.Programme) *source.Text { return &p.Status }).must().
			oneOf(city.Draft, city.Adopted, city.Withdrawn).
			says("Hoe ver het programma is.", "How far the programme is.", city.Draft),
		date("publiceren-op", func(p *city.Programme) *city.Date { return &p.Publish }).
			says("Vóór deze dag staat het programma niet op de site.", "Before this day the programme is not on the site.", "2011-03-01"),
		groups("toezeggingen", commitmentMapping, func(p *city.Programme) *[]*city.Commitment { return &p.Commitments },
			city.NewCommitment).
			says("Wat de dienst toezegt.", "What the department commits to.", "[{id: sw-2011-014, titel: Verkeersplateau Einsteindreef}]"),
		groups("antwoorden", answerMapping, func(p *city.Programme) *[]*city.Answer { return &p.Answers },
			func(top source.Pos) city.Answer { return city.Answer{Top: top} }).
			says("Antwoorden op behoeften zonder toezegging.", "Answers to needs without a commitment.", "[{behoefte: overvecht/tramhalte, antwoord: nee, reden: De provincie gaat over de tramlijn., datum: 2011-03-01}]"),
		former(func(p *city.Programme) *[]source.Text { return &p.Former }),
	},
	Either: [][]string{{"jaar", "periode"}},
	rules: func(r *reader, m *tree.Node, _ any) {
		_, year := m.Entry("jaar")
		key, period := m.Entry("periode")
		switch {
		case year == nil && period == nil:
			r.needs(m, "jaar", "2011")
		case year != nil && period != nil && !year.IsEmpty() && !period.IsEmpty():
			first, _ := m.Entry("jaar")
			if first.Start > key.Start {
				first, key = key, first
			}
			r.report(diag.At(r.at(key), diag.YearAndPeriod).
				WithRelated(r.at(first), diag.FirstHere).WithHint(diag.RemoveOne))
		case (year == nil || year.IsEmpty()) && (period == nil || period.IsEmpty()):
			if key == nil {
				key, _ = m.Entry("jaar")
			}
			r.report(diag.At(r.at(key), diag.KeyEmpty, key.Text).WithHint(diag.AddKey, "jaar", "2011"))
		}
	},
}

var answerMapping = &Mapping{
	Name: "answer",
	Keys: []Key{
		text("behoefte", func(a *city.Answer) *source.Text { return &a.Need }).must().
			says("De behoefte: wijk/behoefte.", "The need: wijk/need.", "overvecht/tramhalte"),
		text("antwoord", func(a *city.Answer) *source.Text { return &a.Answer }).must().
			oneOf(city.AnswerNo, city.AnswerInvestigating, city.AnswerElsewhere).
			says("Het antwoord.", "The answer.", city.AnswerNo),
		text("reden", func(a *city.Answer) *source.Text { return &a.Reason }).
			says("Waarom.", "Why.", "De provincie gaat over de tramlijn."),
		date("datum", func(a *city.Answer) *city.Date { return &a.Date }).must().
			says("De dag van het antwoord.", "The day of the answer.", "2011-03-01"),
	},
	Demands: []Demand{{Needs: "reden", why: diag.ReasonMissingAnswer}},
}
