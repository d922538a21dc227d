package parse

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

var commitmentMapping = &Mapping{
	Name: "commitment",
	Keys: []Key{
		id("id", func(c *city.Commitment) *source.Text { return &c.ID }).required().
			about("Het nummer van {de/het toezegging}; blijft altijd hetzelfde.", "The number of the {toezegging}; it never changes.", "sw-2011-014"),
		text("titel", func(c *city.Commitment) *source.Text { return &c.Title }).required().
			about("Wat {de/het dienst} toezegt, in een paar woorden.", "What the {dienst} commits to, in a few words.", "Verkeersplateau Einsteindreef"),
		texts("behoeften", func(c *city.Commitment) *[]source.Text { return &c.Needs }).refersTo(ToNeed).
			about("De {behoeften} waar dit een {antwoord} op is: wijk/behoefte.", "The {behoeften} that this answers: wijk/behoefte.", "[overvecht/veilige-oversteek-einsteindreef]").isIdentity(),
		texts("wijken", func(c *city.Commitment) *[]source.Text { return &c.Wijken }).refersTo(ToWijk).
			about("De {wijken}, als het geen {antwoord} op een {behoefte} is.", "The {wijken}, when it answers no {behoefte}.", "[overvecht]"),
		texts("partners", func(c *city.Commitment) *[]source.Text { return &c.Partners }).
			about("Wie meedoen.", "Who takes part.", "[Provincie Utrecht]"),
		planned("start", func(c *city.Commitment) *city.PlannedDate { return &c.Start }).
			about("Wanneer het begint.", "When it begins.", "2011-04"),
		planned("gereed", func(c *city.Commitment) *city.PlannedDate { return &c.Due }).
			about("Wanneer het klaar zou zijn, zoals eerst beloofd; doorlopend voor wat steeds gebeurt.", "When it would be done, as first promised; doorlopend for what goes on.", "2011-10"),
		date("toegezegd-op", func(c *city.Commitment) *city.Date { return &c.PromisedOn }).
			about("De dag van {de/het toezegging}, als die later was dan {de/het programma}.", "The day of the {toezegging}, when that was later than the {programma}.", "2011-06-15"),
		money("budget", func(c *city.Commitment) (*int, *source.Pos) { return &c.Budget, nil }).
			about("Het budget in hele euro's.", "The budget in whole euros.", "185000"),
		text("dekking", func(c *city.Commitment) *source.Text { return &c.Cover }).prose().
			about("Hoe het betaald wordt, in woorden.", "How it is paid for, in words.", "gedekt in de begroting"),
		group("bron", documentMapping, func(c *city.Commitment) *city.Source { return &c.Source }).
			about("Waar {de/het toezegging} staat.", "Where the {toezegging} is written.", "{titel: Programmabegroting 2011, url: https://example.nl/begroting}"),
		text("toelichting", func(c *city.Commitment) *source.Text { return &c.Explanation }).prose().
			about("Een of twee zinnen.", "A sentence or two.", "Een plateau met een brede middenberm."),
		groups("voortgang", progressMapping, func(c *city.Commitment) *[]*city.ProgressEntry { return &c.Progress },
			nil).
			about("Wat er gebeurd is; voeg onderaan toe en verander niets.", "What happened; add at the end and change nothing.", "[{datum: 2011-04-11, status: in-uitvoering, tekst: De aannemer is begonnen.}]"),
		former(func(c *city.Commitment) *[]source.Text { return &c.Former }),
	},
	rules: laterDates,
}

// laterDates reports the entries of voortgang with a later date and no reason.
func laterDates(r *reader, m *tree.Node, into any) {
	c := into.(*city.Commitment)
	items := mappings(m.Value("voortgang"))
	for _, e := range c.LaterDates() {
		n := items[slices.Index(c.Progress, e)]
		if r.meant = misspelt(n, progressMapping); r.lacks(n, "reden") && !progressMapping.demands(n, "reden") {
			r.missingReason(n, diag.ReasonMissingDue)
		}
	}
}

var progressMapping = &Mapping{
	Name: "progress",
	Keys: []Key{
		date("datum", func(p *city.ProgressEntry) *city.Date { return &p.Date }).required().
			about("De dag waarop dit gold.", "The day on which this held.", "2011-04-11"),
		text("status", func(p *city.ProgressEntry) *source.Text { return &p.Status }).
			oneOf(city.NotStarted, city.InPreparation, city.InProgress, city.Realised, city.PartlyRealised, city.Postponed, city.Dropped).
			about("Hoe ver het is.", "How far it is.", city.InProgress),
		planned("gereed", func(p *city.ProgressEntry) *city.PlannedDate { return &p.Due }).
			about("De nieuwe datum waarop het klaar is.", "The new date on which it is done.", "2012-03"),
		text("reden", func(p *city.ProgressEntry) *source.Text { return &p.Reason }).prose().
			about("Waarom het later wordt, doorgeschoven is of vervalt.", "Why it will be later, was postponed or is dropped.", "De kabels lagen dieper dan verwacht."),
		text("tekst", func(p *city.ProgressEntry) *source.Text { return &p.Text }).prose().
			about("Wat er gebeurd is.", "What happened.", "De aannemer is begonnen."),
		text("naar", func(p *city.ProgressEntry) *source.Text { return &p.To }).refersTo(ToCommitment).
			about("{De/Het toezegging die/dat} het overneemt, bij doorgeschoven.", "The {toezegging} that takes over, when it was postponed.", "sw-2012-003"),
		group("bron", proofMapping, func(p *city.ProgressEntry) *city.Source { return &p.Source }).
			about("Waar na te gaan is dat het zo is.", "Where it can be verified.", "{titel: Oplevering, url: ../media/oplevering.pdf}"),
		group("beeld", evidenceImageMapping, func(p *city.ProgressEntry) *city.EvidenceImage {
			p.Image = new(city.EvidenceImage)
			return p.Image
		}).
			about("Een foto of tekening waarop het te zien is.", "A photograph or drawing that shows it.", "{bestand: ../media/plateau.jpg, alt: Het plateau met middenberm}"),
	},
	Demands: []Demand{
		{Of: "status", Values: []string{city.Dropped}, Needs: "reden", why: diag.ReasonMissingDropped},
		{Of: "status", Values: []string{city.Postponed}, Needs: "reden", why: diag.ReasonMissingPostponed},
	},
	Any:   [][]string{{"status", "gereed", "tekst"}},
	rules: progressRules,
}

// proofMapping is the bron of an entry of voortgang: a document, which may be a file in media/.
var proofMapping = &Mapping{
	Name: "proof",
	Keys: []Key{
		text("titel", func(s *city.Source) *source.Text { return &s.Title }).
			about("Hoe het stuk heet.", "What the document is called.", "Oplevering"),
		link("url", func(s *city.Source) *source.Text { return &s.URL }).
			about("Waar het te lezen is: een webadres, of een bestand in media/.", "Where it can be read: a web address, or a file in media/.", "../media/oplevering.pdf"),
	},
}

var evidenceImageMapping = &Mapping{
	Name: "evidence image",
	Keys: []Key{
		mediaFile("bestand", func(i *city.EvidenceImage) *source.Text { return &i.File }).required().
			about("De afbeelding: een bestand in media/.", "The picture: a file in media/.", "../media/plateau.jpg"),
		text("alt", func(i *city.EvidenceImage) *source.Text { return &i.Alt }).prose().required().
			about("Wat er te zien is, voor wie de afbeelding niet ziet.", "What can be seen, for people who cannot see the picture.", "Het plateau met middenberm"),
	},
}

// progressRules are what an entry of voortgang has to say.
func progressRules(r *reader, m *tree.Node, into any) {
	p := into.(*city.ProgressEntry)
	status, due, to := m.Value("status"), m.Value("gereed"), m.Value("naar")
	if status == nil && due == nil && m.Value("tekst") == nil {
		if len(r.meant) == 0 { // else a misspelt key may well be the one
			r.report(diag.At(r.top(m), diag.ProgressEmpty).WithHint(diag.AddKey, "tekst", "De aannemer is begonnen."))
		}
		return
	}
	if to != nil && (status == nil || !p.Status.IsZero()) && p.Status.Value != city.Postponed {
		r.report(diag.At(r.at(to), diag.ToWithoutPostponed).WithHint(diag.WriteAs, "status: "+city.Postponed))
	}
}
