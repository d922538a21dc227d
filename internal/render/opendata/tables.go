package opendata

import (
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/demand"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

func wijkColumns(base string) []column[*relate.Wijk] {
	type row = *relate.Wijk
	return []column[row]{
		text("id", func(w row) string { return w.ID }).always(),
		text("naam", func(w row) string { return w.Name.Value }),
		text("code", func(w row) string { return w.Code.Value }),
		number("volgorde", 1, func(w row) int { return w.Order }),
		text("wijkregisseur.functie", func(w row) string { return w.Manager.Name.Value }),
		text("wijkregisseur.e-mail", func(w row) string { return w.Manager.Email.Value }),
		text("wijkregisseur.telefoon", func(w row) string { return w.Manager.Phone.Value }),
		text("wijkbureau.adres", func(w row) string { return w.OfficeAt.Value }),
		text("wijkbureau.openingstijden", func(w row) string { return w.OfficeHours.Value }),
		texts("wijknetwerk", func(w row) []source.Text { return w.Network }, source.Text.String),
		{field{name: "buurten", holds: buurtenType}, func(w row) any { return w.Buurten }},
		number("inwoners.aantal", 0, func(w row) int { return w.Residents }),
		text("inwoners.jaar", func(w row) string { return w.ResidentsAt.Value }),
		text("inwoners.bron", func(w row) string { return w.ResidentsBy.Value }),
		{field{name: "tegel", holds: numbersType}, func(w row) any { return tile(w.Tile) }},
		texts("voorheen", func(w row) []source.Text { return w.Former }, source.Text.String),
		text("wijkvisie", func(w row) string { return currentVision(w) }).in(plan.VisionTable),
		page(base, plan.WijkURL),
	}
}

func visionColumns(base string) []column[*relate.Vision] {
	type row = *relate.Vision
	return []column[row]{
		text("id", func(v row) string { return v.ID }).always(),
		text("titel", func(v row) string { return v.Title.Value }),
		text("wijk", func(v row) string { return v.Wijk.ID }).in(plan.WijkTable),
		text("periode", func(v row) string { return years(v.Period) }),
		text("status", func(v row) string { return v.Status.Value }),
		date("vastgesteld-op", func(v row) city.Day { return v.AdoptedOn.Day }),
		text("vastgesteld-door", func(v row) string { return v.AdoptedBy.Value }),
		date("inspraak.van", func(v row) city.Day { return v.OpenFrom.Day }),
		date("inspraak.tot-en-met", func(v row) city.Day { return v.OpenThrough.Day }),
		address("inspraak.url", func(v row) string { return v.OpenURL.Value }),
		date("ingetrokken-op", func(v row) city.Day { return v.WithdrawnOn.Day }),
		text("reden", func(v row) string { return v.Reason.Value }),
		date("publiceren-op", func(v row) city.Day { return v.Publish.Day }),
		text("samenvatting", func(v row) string { return v.Summary.Value }),
		text("samenvatting-en", func(v row) string { return v.SummaryEN.Value }),
		text("bron.titel", func(v row) string { return v.Source.Title.Value }),
		address("bron.url", func(v row) string { return v.Source.URL.Value }),
		{field{name: "adviezen", holds: adviceType}, func(v row) any { return v.Advice }},
		texts("voorheen", func(v row) []source.Text { return v.Former }, source.Text.String),
		texts("behoeften", func(v row) []*relate.Appearance { return v.Needs }, func(a *relate.Appearance) string { return a.Of.ID }),
		page(base, plan.VisionURL),
	}
}

func needColumns(base string) []column[*relate.Need] {
	type row = *relate.Need
	return []column[row]{
		text("id", func(n row) string { return n.ID }).always(),
		text("wijk", func(n row) string { return n.Wijk.ID }).in(plan.WijkTable),
		text("wijkvisie", func(n row) string { return n.Main.Vision.ID }).in(plan.VisionTable),
		text("titel", func(n row) string { return n.Main.Title.Value }),
		text("thema", func(n row) string { return themeOf(n.Main) }),
		number("prioriteit", 1, func(n row) int { return n.Main.Priority }),
		texts("buurten", func(n row) []*city.Buurt { return n.Main.Areas() }, func(b *city.Buurt) string { return b.ID.Value }),
		texts("ingebracht-door", func(n row) []source.Text { return n.Main.RaisedBy }, source.Text.String),
		text("bron.wat", func(n row) string { return n.Main.RaisedAt.Value }),
		date("bron.datum", func(n row) city.Day { return n.Main.RaisedOn.Day }),
		address("bron.url", func(n row) string { return n.Main.RaisedIn.Value }),
		{field{name: "locatie", holds: numbersType}, func(n row) any { return point(n.Main.Location) }},
		text("toelichting", func(n row) string { return n.Main.Explanation.Value }),
		date("toegevoegd-op", func(n row) city.Day { return n.Main.AddedOn.Day }),
		date("vervallen-op", func(n row) city.Day { return ifDropped(n, n.Main.RetractedOn.Day) }),
		text("reden", func(n row) string { return ifDropped(n, n.Main.Reason.Value) }),
		texts("voorheen", row.Former, func(id string) string { return id }),
		texts("toezeggingen", func(n row) []*relate.Commitment { return n.Commitments }, func(c *relate.Commitment) string { return c.ID.Value }),
		boolean("geldt", func(n row) bool { return n.Current }),
		date("gevraagd-op", row.OpenSince),
		date("gevraagd-sinds", func(n row) city.Day { return n.AskedSince }),
		text("oordeel", func(n row) string { return newestJudgement(n).Verdict.Value }).oneOf(verdicts()),
		date("oordeel-datum", func(n row) city.Day { return newestJudgement(n).Date.Day }),
		text("status", func(n row) string { return n.Status.String() }).oneOf(needStatuses()),
		page(base, plan.NeedURL),
	}
}

func commitmentColumns(base string) []column[*relate.Commitment] {
	type row = *relate.Commitment
	return []column[row]{
		text("id", func(c row) string { return c.ID.Value }).always(),
		text("titel", func(c row) string { return c.Title.Value }),
		text("programma", func(c row) string { return c.Programme.ID }),
		text("periode", func(c row) string { return years(c.Programme.Period) }),
		text("dienst", func(c row) string { return departmentOf(c.Programme) }),
		text("soort", func(c row) string { return kindOf(c.Programme) }).oneOf([]string{city.KindDepartment, city.KindPartner}),
		texts("behoeften", func(c row) []*relate.Need { return c.Needs }, func(n *relate.Need) string { return n.ID }),
		texts("wijken", func(c row) []*relate.Wijk { return c.Wijken }, func(w *relate.Wijk) string { return w.ID }),
		texts("partners", func(c row) []source.Text { return c.Partners }, source.Text.String),
		planned("start", func(c row) city.PlannedDate { return c.Start }),
		planned("gereed", func(c row) city.PlannedDate { return c.Due }),
		planned("gereed-oorspronkelijk", func(c row) city.PlannedDate { return c.OriginalDue }),
		date("toegezegd-op", func(c row) city.Day { return c.Commitment.PromisedOn.Day }),
		date("beloofd-op", func(c row) city.Day { return c.PromisedOn }),
		number("budget", 0, func(c row) int { return c.Budget }),
		text("dekking", func(c row) string { return c.Cover.Value }),
		text("bron.titel", func(c row) string { return c.Source.Title.Value }),
		address("bron.url", func(c row) string { return c.Source.URL.Value }),
		text("toelichting", func(c row) string { return c.Explanation.Value }),
		texts("voorheen", func(c row) []source.Text { return c.Former }, source.Text.String),
		text("status", func(c row) string { return string(c.Status) }).oneOf(commitmentStatuses()),
		boolean("vertraagd", func(c row) bool { return c.Late }),
		boolean("verschoven", func(c row) bool { return c.Rescheduled }),
		boolean("stil", func(c row) bool { return c.Silent }),
		boolean("later-dan-beloofd", func(c row) bool { return c.LaterThanPromised }),
		date("status-sinds", func(c row) city.Day { return c.StatusSince }),
		text("naar", func(c row) string { return successorOf(c) }).in(plan.CommitmentTable),
		boolean("open", row.Open),
		date("ingetrokken-op", func(c row) city.Day { return ifWithdrawn(c, c.Programme.WithdrawnOn.Day) }),
		text("reden", func(c row) string { return ifWithdrawn(c, c.Programme.Reason.Value) }),
		page(base, plan.CommitmentURL),
	}
}

func reportColumns() []column[report] {
	return []column[report]{
		text("toezegging", func(r report) string { return r.of.ID.Value }).always().in(plan.CommitmentTable),
		text("programma", func(r report) string { return r.of.Programme.ID }).always(),
		text("dienst", func(r report) string { return departmentOf(r.of.Programme) }),
		date("datum", func(r report) city.Day { return r.Date.Day }).always(),
		text("status", func(r report) string { return r.Status.Value }).oneOf(writtenStatuses()),
		planned("gereed", func(r report) city.PlannedDate { return r.Due }),
		text("reden", func(r report) string { return r.Reason.Value }),
		text("tekst", func(r report) string { return r.Text.Value }),
		text("naar", func(r report) string { return r.successor }),
		text("bron.titel", func(r report) string { return r.Source.Title.Value }),
		address("bron.url", func(r report) string { return r.Source.URL.Value }),
		address("beeld.bestand", func(r report) string { return imageOf(r).File.Value }),
		text("beeld.alt", func(r report) string { return imageOf(r).Alt.Value }),
	}
}

func answerColumns() []column[*relate.Answer] {
	type row = *relate.Answer
	return []column[row]{
		text("behoefte", func(a row) string { return a.Of.ID }).always().in(plan.NeedTable),
		text("programma", func(a row) string { return a.Programme.ID }).always(),
		text("dienst", func(a row) string { return departmentOf(a.Programme) }),
		text("antwoord", func(a row) string { return a.Answer.Answer.Value }),
		text("reden", func(a row) string { return a.Reason.Value }),
		date("datum", func(a row) city.Day { return a.Date.Day }).always(),
	}
}

func judgementColumns() []column[judgement] {
	return []column[judgement]{
		text("behoefte", func(j judgement) string { return j.of.ID }).always().in(plan.NeedTable),
		text("wijkvisie", func(j judgement) string { return j.Vision.ID }).always().in(plan.VisionTable),
		date("datum", func(j judgement) city.Day { return j.Date.Day }).always(),
		text("door", func(j judgement) string { return j.By.Value }),
		text("oordeel", func(j judgement) string { return j.Verdict.Value }).oneOf(verdicts()),
		text("tekst", func(j judgement) string { return j.Text.Value }),
		text("over", aboutOf).in(plan.CommitmentTable),
		boolean("achterhaald", func(j judgement) bool { return j.Outdated }),
	}
}

func demandColumns() []column[demand.Row] {
	type row = demand.Row
	return []column[row]{
		text("dienst", func(r row) string { return r.Department }),
		text("jaar", func(r row) string { return r.Year }),
		text("prioriteit", func(r row) string { return r.Priority }).oneOf([]string{demand.FirstGroup, demand.RestGroup}),
		text("maat", func(r row) string { return string(r.Measure) }).always().oneOf(names(demand.Measures())),
		number("waarde", 0, func(r row) int { return r.Value }).always(),
		text("eenheid", func(r row) string { return string(r.Measure.Unit()) }).always().oneOf(names(demand.Units())),
		number("van", 0, func(r row) int { return r.Of }).always(),
		texts("behoeften", func(r row) []*relate.Need { return r.Needs }, func(n *relate.Need) string { return n.ID }),
	}
}

// names returns the names of things as texts.
func names[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, name := range list {
		texts[i] = string(name)
	}
	return texts
}

func needStatuses() []string {
	var names []string
	for _, s := range relate.NeedStatuses() {
		names = append(names, s.String())
	}
	return names
}

func commitmentStatuses() []string { return names(relate.CommitmentStatuses()) }

// writtenStatuses returns the statuses that an entry of voortgang may have.
func writtenStatuses() []string {
	return slices.DeleteFunc(commitmentStatuses(), func(s string) bool { return s == string(relate.NothingReported) })
}

func verdicts() []string {
	return []string{city.VerdictMet, city.VerdictPartly, city.VerdictNotMet}
}

// ifDropped returns a value of a need that the wijk asks no longer, else nothing.
func ifDropped[T any](n *relate.Need, value T) (of T) {
	if n.Main.Retracted {
		of = value
	}
	return of
}

// ifWithdrawn returns a value of a commitment that had not ended when its programme was
// withdrawn, else nothing.
func ifWithdrawn[T any](c *relate.Commitment, value T) (of T) {
	if c.Withdrawn() {
		of = value
	}
	return of
}

// successorOf returns the id of the commitment that takes over; empty when none does, or one
// that is hidden.
func successorOf(c *relate.Commitment) string {
	if c.Successor == nil {
		return ""
	}
	return c.Successor.ID.Value
}

// newestJudgement returns the newest judgement on a need itself; an empty one when there is
// none.
func newestJudgement(n *relate.Need) *city.Judgement {
	if n.Judgement == nil {
		return new(city.Judgement)
	}
	return n.Judgement.Judgement
}

// aboutOf returns the id of the commitment that a judgement is about; empty when it is about
// the need.
func aboutOf(j judgement) string {
	if j.About == nil {
		return ""
	}
	return j.About.ID.Value
}

// imageOf returns the picture of a report; an empty one when it has none.
func imageOf(r report) *city.EvidenceImage {
	if r.Image == nil {
		return new(city.EvidenceImage)
	}
	return r.Image
}

// years returns a period as authors write it: 2011-2014, or 2011.
func years(p city.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.First == p.Last:
		return strconv.Itoa(p.First)
	default:
		return p.String()
	}
}

// tile returns the column and the row of a wijk on the map of tiles.
func tile(t [2]int) any {
	if t == [2]int{} {
		return nil
	}
	return [2]float64{float64(t[0]), float64(t[1])}
}

// point returns a longitude and a latitude in degrees.
func point(p *city.Point) any {
	if p == nil {
		return nil
	}
	return [2]float64{p.Lon, p.Lat}
}

// currentVision returns the id of the vision that a wijk has now, if it has one.
func currentVision(w *relate.Wijk) string {
	if w.Current == nil {
		return ""
	}
	return w.Current.ID
}

func themeOf(a *relate.Appearance) string {
	if a.Theme == nil {
		return ""
	}
	return a.Theme.ID.Value
}

// departmentOf returns the id of the department of a programme, if that is known.
func departmentOf(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.ID
}

// kindOf returns whether it is a department of the municipality that made a programme, or a
// partner; empty when that is not known.
func kindOf(p *relate.Programme) string {
	switch {
	case p.Department == nil:
		return ""
	case p.Department.IsPartner():
		return city.KindPartner
	default:
		return city.KindDepartment
	}
}
