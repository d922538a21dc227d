package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Vision parses a file in wijkvisies/.
func Vision(f *source.File) (*city.Vision, diag.List) {
	v := &city.Vision{}
	r := &reader{file: f}
	r.page(visionMapping, &v.Record, v, func() []string { return needIDs(v) })
	return v, r.problems
}

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
		text("titel", func(v *city.Vision) *source.Text { return &v.Title }).must().
			says("De titel van de wijkvisie.", "Wijkvisie Overvecht 2011–2014"),
		text("wijk", func(v *city.Vision) *source.Text { return &v.Wijk }).must().
			says("De wijk: de naam van een bestand in wijken/, zonder .md.", "overvecht").names(),
		period("periode", PeriodValue, func(v *city.Vision) *city.Period { return &v.Period }).must().
			says("De jaren waarvoor de wijkvisie geldt.", "2011-2014"),
		text("status", func(v *city.Vision) *source.Text { return &v.Status }).must().
			oneOf(city.Draft, city.Consultation, city.Adopted, city.Withdrawn).
			says("Hoe ver de wijkvisie is.", city.Draft),
		date("vastgesteld-op", func(v *city.Vision) *city.Date { return &v.AdoptedOn }).
			says("De dag waarop de wijkvisie is vastgesteld.", "2011-05-19"),
		text("vastgesteld-door", func(v *city.Vision) *source.Text { return &v.AdoptedBy }).
			says("Wie de wijkvisie heeft vastgesteld.", "college van burgemeester en wethouders"),
		group("inspraak", consultationMapping, func(v *city.Vision) *city.Vision { return v }).
			says("Wanneer en waar mensen kunnen reageren.", "{van: 2011-02-01, tot-en-met: 2011-03-15, url: https://example.nl/reageer}"),
		date("ingetrokken-op", func(v *city.Vision) *city.Date { return &v.WithdrawnOn }).
			says("De dag waarop de wijkvisie is ingetrokken.", "2013-01-01"),
		text("reden", func(v *city.Vision) *source.Text { return &v.Reason }).
			says("Waarom de wijkvisie is ingetrokken.", "Vervangen door een nieuwe visie."),
		date("publiceren-op", func(v *city.Vision) *city.Date { return &v.Publish }).
			says("Vóór deze dag staat de wijkvisie niet op de site.", "2011-05-20"),
		text("samenvatting", func(v *city.Vision) *source.Text { return &v.Summary }).
			says("Wat de wijk wil, in een of twee zinnen.", "Overvecht wil veilig oversteken."),
		text("samenvatting-en", func(v *city.Vision) *source.Text { return &v.SummaryEN }).
			says("De samenvatting in het Engels.", "Overvecht asks for safe crossings."),
		group("bron", documentMapping, func(v *city.Vision) *city.Source { return &v.Source }).
			says("Het besluit.", "{titel: Collegebesluit, url: https://example.nl/besluit}"),
		groups("behoeften", needMapping, func(v *city.Vision) *[]*city.Need { return &v.Needs },
			func(n *city.Need, top source.Pos) { n.Top = top }).
			says("Wat de wijk vraagt.", "[{id: veilige-oversteek, titel: Veilig oversteken, thema: verkeer}]"),
		listKey("voorheen", PeriodsValue, (*reader).periodText, func(v *city.Vision) *[]source.Text { return &v.Former }).
			says("De perioden van vroeger; de oude adressen blijven werken.", "[2010-2014]").names(),
	},
	rules: func(r *reader, m *node, into any) {
		v := into.(*city.Vision)
		switch v.Status.Value {
		case city.Adopted:
			r.needs(m, "vastgesteld-op", "2011-05-19")
		case city.Withdrawn:
			r.needs(m, "ingetrokken-op", "2013-01-01")
			r.needsReason(m, diag.ReasonMissingWithdrawn)
		}
	},
}

var consultationMapping = &Mapping{
	Name: "consultation",
	Keys: []Key{
		date("van", func(v *city.Vision) *city.Date { return &v.OpenFrom }).
			says("De eerste dag om te reageren.", "2011-02-01"),
		date("tot-en-met", func(v *city.Vision) *city.Date { return &v.OpenThrough }).
			says("De laatste dag om te reageren.", "2011-03-15"),
		address("url", webSchemes, func(v *city.Vision) *source.Text { return &v.OpenURL }).
			says("Waar mensen kunnen reageren.", "https://example.nl/reageer"),
	},
	rules: func(r *reader, m *node, into any) {
		v := into.(*city.Vision)
		r.inOrder(v.OpenFrom, v.OpenThrough)
	},
}
