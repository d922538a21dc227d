package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

var commitmentMapping = &Mapping{
	Name: "commitment",
	Keys: []Key{
		id("id", func(c *city.Commitment) *source.Text { return &c.ID }).must().
			says("Het nummer van de toezegging; blijft altijd hetzelfde.", "sw-2011-014"),
		text("titel", func(c *city.Commitment) *source.Text { return &c.Title }).must().
			says("Wat de dienst toezegt, in een paar woorden.", "Verkeersplateau Einsteindreef"),
		texts("behoeften", func(c *city.Commitment) *[]source.Text { return &c.Needs }).
			says("De behoeften waar dit een antwoord op is: wijk/behoefte.", "[overvecht/veilige-oversteek-einsteindreef]"),
		texts("wijken", func(c *city.Commitment) *[]source.Text { return &c.Wijken }).
			says("De wijken, als het geen antwoord op een behoefte is.", "[overvecht]"),
		texts("partners", func(c *city.Commitment) *[]source.Text { return &c.Partners }).
			says("Wie meedoen.", "[Provincie Utrecht]"),
		planned("start", func(c *city.Commitment) *city.PlannedDate { return &c.Start }).
			says("Wanneer het begint.", "2011-04"),
		planned("gereed", func(c *city.Commitment) *city.PlannedDate { return &c.Due }).
			says("Wanneer het klaar zou zijn, zoals eerst beloofd.", "2011-10"),
		money("budget", func(c *city.Commitment) (*int, *source.Pos) { return &c.Budget, &c.BudgetPos }).
			says("Het budget in hele euro's.", "185000"),
		text("dekking", func(c *city.Commitment) *source.Text { return &c.Cover }).
			says("Hoe het betaald wordt, in woorden.", "gedekt in de begroting"),
		group("bron", documentMapping, func(c *city.Commitment) *city.Source { return &c.Source }).
			says("Waar de toezegging staat.", "{titel: Programmabegroting 2011, url: https://example.nl/begroting}"),
		text("toelichting", func(c *city.Commitment) *source.Text { return &c.Explanation }).
			says("Een of twee zinnen.", "Een plateau met een brede middenberm."),
		groups("voortgang", progressMapping, func(c *city.Commitment) *[]*city.Progress { return &c.Progress },
			func(p *city.Progress, top source.Pos) { p.Top = top }).
			says("Wat er gebeurd is; voeg onderaan toe en verander niets.", "[{datum: 2011-04-11, status: in-uitvoering, tekst: De aannemer is begonnen.}]"),
		former(func(c *city.Commitment) *[]source.Text { return &c.Former }),
	},
}

var progressMapping = &Mapping{
	Name: "progress",
	Keys: []Key{
		date("datum", func(p *city.Progress) *city.Date { return &p.Date }).must().
			says("De dag waarop dit gold.", "2011-04-11"),
		text("status", func(p *city.Progress) *source.Text { return &p.Status }).
			oneOf(city.NotStarted, city.InPreparation, city.InProgress, city.Realised, city.PartlyRealised, city.Postponed, city.Dropped).
			says("Hoe ver het is.", city.InProgress),
		planned("gereed", func(p *city.Progress) *city.PlannedDate { return &p.Due }).
			says("De nieuwe datum waarop het klaar is.", "2012-03"),
		text("reden", func(p *city.Progress) *source.Text { return &p.Reason }).
			says("Waarom het later wordt, doorgeschoven is of vervalt.", "De kabels lagen dieper dan verwacht."),
		text("tekst", func(p *city.Progress) *source.Text { return &p.Text }).
			says("Wat er gebeurd is.", "De aannemer is begonnen."),
		text("naar", func(p *city.Progress) *source.Text { return &p.To }).
			says("De toezegging die het overneemt, bij doorgeschoven.", "sw-2012-003"),
	},
	rules: progressRules,
}

// progressRules are what an entry of voortgang has to say.
func progressRules(r *reader, m *node, into any) {
	p := into.(*city.Progress)
	status, due, to := m.value("status"), m.value("gereed"), m.value("naar")
	if status == nil && due == nil && m.value("tekst") == nil {
		if len(r.meant) == 0 { // else a misspelt key may well be the one
			r.report(diag.At(r.top(m), diag.ProgressEmpty).WithHint(diag.AddKey, "tekst", "De aannemer is begonnen."))
		}
		return
	}
	switch {
	case p.Status.Value == city.Dropped:
		r.needsReason(m, diag.ReasonMissingDropped)
	case p.Status.Value == city.Postponed:
		r.needsReason(m, diag.ReasonMissingPostponed)
	case due != nil:
		r.needsReason(m, diag.ReasonMissingDue)
	}
	if to != nil && (status == nil || !p.Status.IsZero()) && p.Status.Value != city.Postponed {
		r.report(diag.At(r.at(to), diag.ToWithoutPostponed).WithHint(diag.WriteAs, "status: "+city.Postponed))
	}
}
