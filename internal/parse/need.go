package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

var needMapping = &Mapping{
	Name: "need",
	Keys: []Key{
		id("id", func(n *city.Need) *source.Text { return &n.ID }).required().
			about("Waarmee {diensten} naar {de/het behoefte} verwijzen; blijft altijd hetzelfde.", "What {diensten} refer to the {behoefte} by; it never changes.", "veilige-oversteek-einsteindreef"),
		text("titel", func(n *city.Need) *source.Text { return &n.Title }).required().
			about("Wat {de/het wijk} vraagt, in een paar woorden.", "What the {wijk} asks, in a few words.", "Veilig oversteken bij de Einsteindreef"),
		text("thema", func(n *city.Need) *source.Text { return &n.Theme }).refersTo(ToTheme).required().
			about("{De/Het thema}: een id uit site.yaml.", "The {thema}: an id of site.yaml.", "verkeer"),
		whole("prioriteit", 1, 10_000, func(n *city.Need) (*int, *source.Pos) { return &n.Priority, &n.PriorityPos }).
			about("De plaats op de lijst; 1 is het belangrijkst.", "The place on the list; 1 is the most important.", "1"),
		texts("buurten", func(n *city.Need) *[]source.Text { return &n.Buurten }).refersTo(ToBuurt).
			about("De {buurten}: id's uit het bestand van {de/het wijk}.", "The {buurten}: ids of the file of the {wijk}.", "[taagdreef]"),
		texts("ingebracht-door", func(n *city.Need) *[]source.Text { return &n.RaisedBy }).
			about("Wie het vroegen.", "Who asked for it.", "[Wijkraad Overvecht]"),
		group("bron", originMapping, func(n *city.Need) *city.Need { return n }).
			about("Waar het gevraagd is.", "Where it was asked.", "{wat: wijkraadpleging, datum: 2010-11-16}"),
		point("locatie", func(n *city.Need) **city.Point { return &n.Location }).
			about("De plek: lengtegraad en breedtegraad.", "The place: longitude and latitude.", "[5.1175, 52.1183]"),
		text("toelichting", func(n *city.Need) *source.Text { return &n.Explanation }).prose().
			about("Een of twee zinnen, als er beneden geen stuk over staat.", "A sentence or two, when no passage below is about it.", "De auto's rijden hier te hard."),
		groups("oordelen", judgementMapping, func(n *city.Need) *[]*city.Judgement { return &n.Judgements },
			func(top source.Pos) city.Judgement { return city.Judgement{FirstLine: top} }).
			about("Wat {de/het wijk} zelf vindt van wat er gedaan is.", "What the {wijk} itself thinks of what was done.", "[{datum: 2012-11-01, door: Wijkraad Overvecht, oordeel: deels}]"),
		date("toegevoegd-op", func(n *city.Need) *city.Date { return &n.AddedOn }).
			about("De dag waarop {de/het behoefte} erbij kwam, als dat later was dan {de/het wijkvisie}.", "The day on which the {behoefte} was added, when that was later than the {wijkvisie}.", "2012-02-01"),
		date("vervallen-op", func(n *city.Need) *city.Date { return &n.RetractedOn }).
			about("De dag vanaf wanneer {de/het wijk} dit niet meer vraagt.", "The day from which the {wijk} no longer asks this.", "2013-01-15"),
		text("reden", func(n *city.Need) *source.Text { return &n.Reason }).prose().
			about("Waarom {de/het wijk} dit niet meer vraagt.", "Why the {wijk} no longer asks this.", "De school is verhuisd."),
		former(func(n *city.Need) *[]source.Text { return &n.Former }),
	},
	Demands: []Demand{
		{Of: "vervallen-op", Needs: "reden", why: diag.ReasonMissingNeed},
		{Of: "reden", Needs: "vervallen-op"},
	},
	rules: func(r *reader, _ *tree.Node, into any) {
		n := into.(*city.Need)
		r.inOrder(n.AddedOn, n.RetractedOn)
	},
}

var judgementMapping = &Mapping{
	Name: "judgement",
	Keys: []Key{
		date("datum", func(j *city.Judgement) *city.Date { return &j.Date }).required().
			about("De dag van {de/het oordeel}.", "The day of the {oordeel}.", "2012-11-01"),
		text("door", func(j *city.Judgement) *source.Text { return &j.By }).required().
			about("Wie oordeelt.", "Who judges.", "Wijkraad Overvecht"),
		text("oordeel", func(j *city.Judgement) *source.Text { return &j.Verdict }).required().
			oneOf(city.VerdictMet, city.VerdictPartly, city.VerdictNotMet).
			about("{De/Het oordeel}.", "The {oordeel}.", city.VerdictPartly),
		text("tekst", func(j *city.Judgement) *source.Text { return &j.Text }).prose().
			about("{De/Het oordeel} in eigen woorden.", "The {oordeel} in their own words.", "De middenberm is klaar, de verlichting niet."),
		text("over", func(j *city.Judgement) *source.Text { return &j.About }).refersTo(ToCommitment).
			about("{De/Het toezegging} waar {de/het oordeel} over gaat; weglaten als het over {de/het hele behoefte} gaat.", "The {toezegging} that is judged; left out when it is the {behoefte} as a whole.", "sw-2011-014"),
	},
}
