package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

var needMapping = &Mapping{
	Name: "need",
	Keys: []Key{
		id("id", func(n *city.Need) *source.Text { return &n.ID }).must().
			about("Waarmee diensten naar de behoefte verwijzen; blijft altijd hetzelfde.", "By which departments refer to the need; it never changes.", "veilige-oversteek-einsteindreef"),
		text("titel", func(n *city.Need) *source.Text { return &n.Title }).must().
			about("Wat de wijk vraagt, in een paar woorden.", "What the wijk asks, in a few words.", "Veilig oversteken bij de Einsteindreef"),
		text("thema", func(n *city.Need) *source.Text { return &n.Theme }).must().
			about("Het thema: een id uit site.yaml.", "The theme: an id of site.yaml.", "verkeer"),
		whole("prioriteit", 1, 10_000, func(n *city.Need) (*int, *source.Pos) { return &n.Priority, &n.PriorityPos }).
			about("De plaats op de lijst; 1 is het belangrijkst.", "The place on the list; 1 is the most important.", "1"),
		texts("buurten", func(n *city.Need) *[]source.Text { return &n.Buurten }).
			about("De buurten: id's uit het bestand van de wijk.", "The buurten: ids of the file of the wijk.", "[taagdreef]"),
		texts("ingebracht-door", func(n *city.Need) *[]source.Text { return &n.RaisedBy }).
			about("Wie het vroegen.", "Who asked for it.", "[Wijkraad Overvecht]"),
		group("bron", originMapping, func(n *city.Need) *city.Need { return n }).
			about("Waar het gevraagd is.", "Where it was asked.", "{wat: wijkraadpleging, datum: 2010-11-16}"),
		point("locatie", func(n *city.Need) **city.Point { return &n.Location }).
			about("De plek: lengtegraad en breedtegraad.", "The place: longitude and latitude.", "[5.1175, 52.1183]"),
		text("toelichting", func(n *city.Need) *source.Text { return &n.Explanation }).
			about("Een of twee zinnen, als er beneden geen stuk over staat.", "A sentence or two, when no passage below is about it.", "De auto's rijden hier te hard."),
		groups("oordelen", judgementMapping, func(n *city.Need) *[]*city.Judgement { return &n.Judgements },
			func(top source.Pos) city.Judgement { return city.Judgement{FirstLine: top} }).
			about("Wat de wijk zelf vindt van wat er gedaan is.", "What the wijk itself finds of what was done.", "[{datum: 2012-11-01, door: Wijkraad Overvecht, oordeel: deels}]"),
		former(func(n *city.Need) *[]source.Text { return &n.Former }),
	},
}

var judgementMapping = &Mapping{
	Name: "judgement",
	Keys: []Key{
		date("datum", func(j *city.Judgement) *city.Date { return &j.Date }).must().
			about("De dag van het oordeel.", "The day of the judgement.", "2012-11-01"),
		text("door", func(j *city.Judgement) *source.Text { return &j.By }).must().
			about("Wie oordeelt.", "Who judges.", "Wijkraad Overvecht"),
		text("oordeel", func(j *city.Judgement) *source.Text { return &j.Verdict }).must().
			oneOf(city.VerdictMet, city.VerdictPartly, city.VerdictNotMet).
			about("Het oordeel.", "The judgement.", city.VerdictPartly),
		text("tekst", func(j *city.Judgement) *source.Text { return &j.Text }).
			about("Het oordeel in eigen woorden.", "The judgement in their own words.", "De middenberm is klaar, de verlichting niet."),
	},
}
