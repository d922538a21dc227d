package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Vision parses a file in wijkvisies/.
func Vision(f *source.File) (*city.Vision, diag.List) {
	v := &city.Vision{}
	r := &reader{file: f}
	r.page(visionMapping, &v.Record, v, func() []string { return needIDs(v) })
	return v, r.problems
}

// needIDs returns the ids of the needs of a vision.
func needIDs(v *city.Vision) []string {
	ids := make([]string, 0, len(v.Needs))
	for _, n := range v.Needs {
		if !n.ID.IsZero() {
			ids = append(ids, n.ID.Value)
		}
	}
	return ids
}

var visionMapping = &Mapping{
	Name: "vision",
	Keys: []Key{
		text("titel", func(v *city.Vision) *source.Text { return &v.Title }).required().
			about("De titel van {de/het wijkvisie}.", "The title of the {wijkvisie}.", "Wijkvisie Overvecht 2011–2014"),
		text("wijk", func(v *city.Vision) *source.Text { return &v.Wijk }).refersTo(ToWijk).required().
			about("{De/Het wijk}: de naam van een bestand in wijken/, zonder .md.", "The {wijk}: the name of a file in wijken/, without .md.", "overvecht").isIdentity(),
		period("periode", PeriodValue, func(v *city.Vision) *city.Period { return &v.Period }).required().
			about("De jaren waarvoor {de/het wijkvisie} geldt.", "The years that the {wijkvisie} is for.", "2011-2014"),
		text("status", func(v *city.Vision) *source.Text { return &v.Status }).required().
			oneOf(city.Concept, city.Consultation, city.Adopted, city.Withdrawn).
			about("Hoe ver {de/het wijkvisie} is.", "How far the {wijkvisie} is.", city.Concept),
		date("vastgesteld-op", func(v *city.Vision) *city.Date { return &v.AdoptedOn }).
			about("De dag waarop {de/het wijkvisie} is vastgesteld.", "The day on which the {wijkvisie} was adopted.", "2011-05-19"),
		text("vastgesteld-door", func(v *city.Vision) *source.Text { return &v.AdoptedBy }).
			about("Wie {de/het wijkvisie} heeft vastgesteld.", "Who adopted the {wijkvisie}.", "college van burgemeester en wethouders"),
		group("inspraak", consultationMapping, func(v *city.Vision) *city.Vision { return v }).
			about("Wanneer en waar mensen kunnen reageren.", "When and where people can respond.", "{van: 2011-02-01, tot-en-met: 2011-03-15, url: https://example.nl/reageer}"),
		date("ingetrokken-op", func(v *city.Vision) *city.Date { return &v.WithdrawnOn }).
			about("De dag waarop {de/het wijkvisie} is ingetrokken.", "The day on which the {wijkvisie} was withdrawn.", "2013-01-01"),
		text("reden", func(v *city.Vision) *source.Text { return &v.Reason }).prose().
			about("Waarom {de/het wijkvisie} is ingetrokken.", "Why the {wijkvisie} was withdrawn.", "Vervangen door een nieuwe visie."),
		date("publiceren-op", func(v *city.Vision) *city.Date { return &v.Publish }).
			about("Vóór deze dag staat {de/het wijkvisie} niet op de site.", "Before this day the {wijkvisie} is not on the site.", "2011-05-20"),
		text("samenvatting", func(v *city.Vision) *source.Text { return &v.Summary }).prose().
			about("Wat {de/het wijk} wil, in een of twee zinnen.", "What the {wijk} wants, in a sentence or two.", "Overvecht wil veilig oversteken."),
		text("samenvatting-en", func(v *city.Vision) *source.Text { return &v.SummaryEN }).prose().
			about("De samenvatting in het Engels.", "The summary in English.", "Overvecht asks for safe crossings."),
		group("bron", documentMapping, func(v *city.Vision) *city.Source { return &v.Source }).
			about("Het besluit.", "The decision.", "{titel: Collegebesluit, url: https://example.nl/besluit}"),
		groups("adviezen", adviceMapping, func(v *city.Vision) *[]*city.Advice { return &v.Advice },
			func(top source.Pos) city.Advice { return city.Advice{FirstLine: top} }).
			about("Wat anderen adviseerden, voordat {de/het wijkvisie} werd vastgesteld.", "What others advised before the {wijkvisie} was adopted.", "[{datum: 2011-03-10, van: Wijkraad Overvecht, tekst: Kijk ook naar de Zambesidreef., antwoord: Overgenomen.}]"),
		groups("behoeften", needMapping, func(v *city.Vision) *[]*city.Need { return &v.Needs },
			func(top source.Pos) city.Need { return city.Need{FirstLine: top} }).
			about("Wat {de/het wijk} vraagt.", "What the {wijk} asks.", "[{id: veilige-oversteek, titel: Veilig oversteken, thema: verkeer}]"),
		periods("voorheen", func(v *city.Vision) *[]source.Text { return &v.Former }).
			about("De perioden van vroeger; de oude adressen blijven werken.", "Former periods; the old addresses go on working.", "[2010-2014]").isIdentity(),
	},
	Demands: []Demand{
		{Of: "status", Values: []string{city.Adopted}, Needs: "vastgesteld-op"},
		{Of: "status", Values: []string{city.Withdrawn}, Needs: "ingetrokken-op"},
		{Of: "status", Values: []string{city.Withdrawn}, Needs: "reden", why: diag.ReasonMissingWithdrawn},
	},
}

var adviceMapping = &Mapping{
	Name: "advice",
	Keys: []Key{
		date("datum", func(a *city.Advice) *city.Date { return &a.Date }).required().
			about("De dag van het advies.", "The day of the advice.", "2011-03-10"),
		text("van", func(a *city.Advice) *source.Text { return &a.By }).required().
			about("Wie het advies gaf.", "Who gave the advice.", "Wijkraad Overvecht"),
		text("tekst", func(a *city.Advice) *source.Text { return &a.Text }).prose().
			about("Het advies in een of twee zinnen.", "The advice in a sentence or two.", "Kijk ook naar de Zambesidreef."),
		address("url", func(a *city.Advice) *source.Text { return &a.URL }).
			about("Waar het advies te lezen is.", "Where the advice can be read.", "https://example.nl/advies"),
		text("antwoord", func(a *city.Advice) *source.Text { return &a.Reply }).prose().
			about("Wat er met het advies gedaan is.", "What was done with the advice.", "Overgenomen."),
	},
}

var consultationMapping = &Mapping{
	Name: "consultation",
	Keys: []Key{
		date("van", func(v *city.Vision) *city.Date { return &v.OpenFrom }).
			about("De eerste dag om te reageren.", "The first day to respond.", "2011-02-01"),
		date("tot-en-met", func(v *city.Vision) *city.Date { return &v.OpenThrough }).
			about("De laatste dag om te reageren.", "The last day to respond.", "2011-03-15"),
		address("url", func(v *city.Vision) *source.Text { return &v.OpenURL }).
			about("Waar mensen kunnen reageren.", "Where people can respond.", "https://example.nl/reageer"),
	},
	rules: func(r *reader, m *tree.Node, into any) {
		v := into.(*city.Vision)
		r.inOrder(v.OpenFrom, v.OpenThrough)
	},
}
