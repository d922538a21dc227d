package view

import (
	"html/template"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// needView is one need as a story: how it stands and why, what the wijk asked, what was
// promised and answered, and what happened.
type needView struct {
	pageFrame
	Wijk      link
	Rank      int    // 0 when it is not ranked, or is in no current vision
	RankOf    string // "van de 9 behoeften in", before the name of the wijk
	Dropped   string // since when the wijk asks it no more, and why; empty when it does
	Stand     needStand
	Judgement *judgementRow // the newest on the need itself
	Asked     asked
	Theme     link
	Buurten   string
	RaisedBy  string
	Coming    []link // the visions for later that ask it too
	Place     *needPlace
	Said      string // what stands above the promises and answers; empty when nobody has to answer
	Silent    string // that nobody promised or answered anything; empty when somebody did
	Promises  []promiseRow
	Key       []sign // what is drawn in their rows
	Answers   []needAnswer
	Log       []EventRow // oldest first
	Today     stamp
	Earlier   *earlierAsking // nil when it was not asked before
	Contacts  []needContact
	Around    *needsAround // nil of a need that the wijk does not ask now
	Glossary  []glossaryGroup
}

// needStand is how a need stands, and why.
type needStand struct {
	By      string // whose words they are: "De gemeente zegt"
	Status  Badge
	Text    string // "Er is 1 toezegging: gerealiseerd.", or since when the wijk waits
	Planned string // when the last of what is to come is planned
	Reason  string // why nothing comes, or not yet
}

// needAnswer is an answer on the page of its need.
type needAnswer struct {
	answerRow
	Above bool // its reason stands above, as how the need stands
}

// earlierAsking is a need as older visions have it, and what came of it then.
type earlierAsking struct {
	Asked      []asked // the newest first
	Lead       string  // since when it is asked anew; empty when nothing came of it before
	Promises   []commitmentRow
	Answers    []answerRow
	Judgements []judgementRow
}

// asked is the need as one vision has it.
type asked struct {
	SourceLabel string // "Bron"
	Source      link   // where it was brought in
	Consulted   stamp
	Vision      link
	State       string
	Added       string // that it was asked later than the vision was adopted
	Dropped     string // that it is asked no more, and why
	Rank        int
	Title       string // when the vision has another title for it
	Explanation string
	Story       template.HTML
}

func (b *pageBuilder) need(p *plan.Page) any {
	n := p.Need
	wijk := b.wijkLink(n.Wijk)
	v := &needView{
		pageFrame: b.frame(p, n.Main.Title.Value, b.needDescription(n), b.index(plan.Wijken), wijk),
		Wijk:      wijk,
		Dropped:   b.droppedNote(n.Main),
		Theme:     b.themeLink(n.Main.Theme),
		Buurten:   joinNames(n.Main.Areas(), ", "),
		RaisedBy:  joinTexts(n.Main.RaisedBy, ", "),
		Place:     b.needPlace(n),
		Today:     b.stamp(b.graph.Date),
		Around:    b.needsAround(n),
	}
	v.Banner, v.EditURL = b.Banner(n.Main.Vision.Draft), b.editURL(n.Main.Vision.File.Path)
	v.Rank, v.RankOf = b.rankOf(n)
	now, earlier := askings(n)
	v.Stand = b.needStand(n, &now)
	b.addAsked(v, n)
	b.addPromises(v, n, &now)
	b.addLog(v, &now)
	b.addEarlier(v, n, &earlier)
	v.Contacts = b.needContacts(n, &now)
	v.Glossary = b.glossary.groups()
	return v
}

// rankOf returns the rank of a need among those that its wijk asks, 0 when it has none, and
// what stands before the name of the wijk.
func (b *Builder) rankOf(n *relate.Need) (rank int, of string) {
	total := n.Wijk.Figures.Total
	switch {
	case n.Main.Retracted:
		return 0, b.Words.Text("need.dropped-by")
	case slices.Contains(n.Wijk.Upcoming, n.Main.Vision):
		return 0, b.Words.Text("need.not-yet-current")
	case !n.Current:
		return 0, b.Words.Text("need.not-current")
	case n.Main.Priority == 0 || n.Main.Priority > total: // numbers may have been left out
		return n.Main.Priority, b.Words.Count("need.one-of", total)
	default:
		return n.Main.Priority, b.Words.Count("need.rank-of", total)
	}
}

// needDescription returns a need in one sentence, for search engines.
func (b *pageBuilder) needDescription(n *relate.Need) string {
	if text := n.Main.Explanation.Value; text != "" {
		return text
	}
	return b.Words.Text("need.description", "name", n.Wijk.Name.Value)
}

// doneOf returns how the commitments to a need stand; empty when there are none.
func (b *pageBuilder) doneOf(n *relate.Need, commitments []*relate.Commitment) string {
	if len(commitments) < 2 {
		return b.commitmentsSentence(commitments)
	}
	t := tallyOf(commitments)
	for _, c := range commitments {
		if c.Successor != nil && b.lostNote(n, c) != "" {
			t.handedOn-- // not for this need
			t.handedToNothing++
		}
	}
	return b.tallySentence(t)
}

// needStand returns how a need stands, in whose words, and why.
func (b *pageBuilder) needStand(n *relate.Need, now *asking) needStand {
	stand := needStand{By: b.siteFrame.AsOf, Status: b.glossary.need(n.Status)}
	if who, count := b.answerers(now); count > 0 && n.Status != relate.NeedMet { // which the wijk says
		stand.By = theme.Capital(b.Words.Count("need.say", count, "who", who))
	}
	if open := b.waiting(n); open != "" {
		stand.Text = open
		return stand
	}
	stand.Text, stand.Planned = b.doneOf(n, now.commitments), b.plannedOf(n, now.commitments)
	stand.Reason = b.reasonOf(n, now)
	return stand
}

// waiting returns that nobody answered a need, and for how long when the wijk still waits;
// empty when somebody answered it.
func (b *pageBuilder) waiting(n *relate.Need) string {
	open := b.openNeed(n)
	if open == nil {
		return ""
	}
	if since := n.OpenSince(); n.Status == relate.NeedUnanswered && !n.Main.Retracted && !since.IsZero() {
		return b.Words.Text("need.waits", "date", b.date(since), "long", b.Words.Duration(since.MonthsUntil(b.graph.Date)))
	}
	return open.Text
}

// plannedOf returns when the last of what is still to come is planned; empty when nothing is
// to come, or nobody knows when.
func (b *pageBuilder) plannedOf(n *relate.Need, commitments []*relate.Commitment) string {
	var last *relate.Commitment
	for _, c := range commitments {
		if n.Outcome(c) != relate.Open {
			continue
		}
		if !c.Due.Known() {
			return ""
		}
		if last == nil || c.Due.Last().After(last.Due.Last()) {
			last = c
		}
	}
	switch {
	case last == nil:
		return ""
	case last.Late:
		return b.Words.Text("need.planned-late", "date", b.Words.Planned(last.Due), "late", theme.LowerFirst(b.lateness(last)))
	default:
		return b.Words.Text("event.planned", "date", b.Words.Planned(last.Due))
	}
}

// reasonOf returns why nothing comes of a need, or not yet: the reason of the newest answer,
// or why the newest of the commitments that it lost was lost.
func (b *pageBuilder) reasonOf(n *relate.Need, now *asking) string {
	switch n.Status {
	case relate.NeedNotIncluded, relate.NeedInvestigating:
		return n.Answer().Reason.Value
	case relate.NeedDropped, relate.NeedPartlyKept:
		return b.lossOf(n, now.commitments)
	default:
		return ""
	}
}

// lossOf returns why the newest of the commitments that a need lost was lost; empty when it
// lost none, or nobody said why.
func (b *pageBuilder) lossOf(n *relate.Need, commitments []*relate.Commitment) string {
	var newest city.Day
	why := ""
	for _, c := range commitments {
		if n.Outcome(c) != relate.Lost {
			continue
		}
		day, reason := c.StatusSince, b.news(c).Text
		if c.Withdrawn() {
			day, reason = c.Programme.WithdrawnOn.Day, c.Programme.Reason.Value
		}
		if reason != "" && (why == "" || newest.Before(day)) {
			newest, why = day, reason
		}
	}
	return why
}

// droppedNote returns that a need is asked no more, since when and why; empty when it is.
func (b *Builder) droppedNote(a *relate.Appearance) string {
	if !a.Retracted {
		return ""
	}
	return sentences(b.Words.Text("need.dropped", "date", b.date(a.RetractedOn.Day)), a.Reason.Value)
}

// addedNote returns that a need was asked later than its vision was adopted, and when; empty
// when it was not.
func (b *Builder) addedNote(a *relate.Appearance) string {
	if a.AddedOn.IsZero() {
		return ""
	}
	return b.Words.Text("need.added", "date", b.date(a.AddedOn.Day))
}

// addAsked adds the need as the vision has it whose data count.
func (b *pageBuilder) addAsked(v *needView, n *relate.Need) {
	for _, a := range n.Appearances {
		switch {
		case a == n.Main:
			v.Asked = b.asked(a)
		case isOlder(a, n.Main):
		default:
			v.Coming = append(v.Coming, b.visionLink(a.Vision))
		}
	}
}

// isOlder reports whether a need was asked in an older vision, or was another need then.
func isOlder(a, than *relate.Appearance) bool {
	of := than.Of.Appearances
	return slices.Index(of, a) > slices.Index(of, than)
}

// asked returns a need as one vision has it.
func (b *pageBuilder) asked(a *relate.Appearance) asked {
	at := place{
		source: a.Vision.File.Path,
		under:  2,
		home:   a.Vision,
		prefix: "wv-" + a.Vision.ID + "-",
	}
	row := asked{
		SourceLabel: b.Words.Text("source"),
		Consulted:   b.stamp(a.RaisedOn.Day),
		Source:      link{Text: theme.Capital(a.RaisedAt.Value), URL: External(a.RaisedIn.Value)},
		Vision:      b.visionLink(a.Vision),
		State:       b.visionState(a.Vision),
		Added:       b.addedNote(a),
		Dropped:     b.droppedNote(a),
		Rank:        a.Priority,
		Explanation: a.Explanation.Value,
		Story:       b.section(a.Vision.Body, a.ID.Value, at),
	}
	if row.Source.Text == "" && (row.Source.URL != "" || row.Consulted.Text != "") {
		row.Source.Text = b.Words.Text("event.consulted")
	}
	if a.Title.Value != a.Of.Main.Title.Value {
		row.Title = a.Title.Value
	}
	return row
}

// addPromises adds what was promised and answered since the need is asked.
func (b *pageBuilder) addPromises(v *needView, n *relate.Need, now *asking) {
	v.Promises, v.Key = b.promiseRows(n, now.commitments)
	for i, c := range now.commitments {
		if c.Programme.Withdrawn && c.Programme.Reason.Value == v.Stand.Reason {
			v.Promises[i].WithdrawnNote = b.withdrawnOn(c.Programme)
		}
	}
	v.Said = b.saidTitle(n, now)
	if n.Status == relate.NeedUnanswered && !n.Main.Retracted {
		v.Silent = b.Words.Text("need.silent")
	}
	above := n.Status == relate.NeedNotIncluded || n.Status == relate.NeedInvestigating
	for i, row := range b.answerRows(now.answers) {
		v.Answers = append(v.Answers, needAnswer{row, above && now.answers[i] == n.Answer()})
	}
}

// saidTitle returns what stands above what was promised and answered: who says it, answers
// it, or promised what was lost. It is empty when nobody has to answer.
func (b *Builder) saidTitle(n *relate.Need, now *asking) string {
	who, count := b.answerers(now)
	key := "need.they-say"
	switch {
	case count == 0 && (n.Status != relate.NeedUnanswered || n.Main.Retracted):
		return ""
	case count == 0:
		who, count = b.Words.Text("need.municipality"), 1
	case len(now.commitments) == 0:
		key = "need.they-answer"
	case !slices.ContainsFunc(now.commitments, func(c *relate.Commitment) bool { return n.Outcome(c) != relate.Lost }):
		key = "need.they-promised"
	}
	return b.Words.Count(key, count, "who", who)
}

// answerers returns who promised or answered something, the municipality and each of its
// partners, and how many they are.
func (b *Builder) answerers(now *asking) (who string, count int) {
	var partners []string
	ofCity := false
	add := func(p *relate.Programme) {
		switch d := p.Department; {
		case d == nil || !d.IsPartner():
			ofCity = true
		case !slices.Contains(partners, d.Name.Value):
			partners = append(partners, d.Name.Value)
		}
	}
	for _, c := range now.commitments {
		add(c.Programme)
	}
	for _, a := range now.answers {
		add(a.Programme)
	}
	if ofCity {
		partners = slices.Insert(partners, 0, b.Words.Text("need.municipality"))
	}
	return b.list(partners), len(partners)
}

// addEarlier adds the need as older visions have it, and what came of it then.
func (b *pageBuilder) addEarlier(v *needView, n *relate.Need, earlier *asking) {
	e := &earlierAsking{
		Promises:   b.neededRows(n, earlier.commitments),
		Answers:    b.answerRows(earlier.answers),
		Judgements: b.needJudgements(earlier),
	}
	for _, a := range n.Appearances {
		if isOlder(a, n.Main) {
			e.Asked = append(e.Asked, b.asked(a))
		}
	}
	for i := range e.Judgements {
		e.Judgements[i].Outdated = "" // all that is said here is old
	}
	if !earlier.isEmpty() {
		e.Lead = b.Words.Text("need.earlier-lead", "date", b.date(n.AskedSince))
	}
	if e.Lead != "" || len(e.Asked) > 0 {
		v.Earlier = e
	}
}

// addLog adds everything that happened since the need is asked: entries in the logs of
// commitments, programmes that were withdrawn, and what the wijk finds of the need. What it
// finds of a commitment stands with that.
func (b *pageBuilder) addLog(v *needView, now *asking) {
	count := len(now.judgements)
	for _, c := range now.commitments {
		count += len(c.Progress) + 1
	}
	v.Log = make([]EventRow, 0, count)
	row := func() *EventRow {
		v.Log = append(v.Log, EventRow{})
		return &v.Log[len(v.Log)-1]
	}
	for _, c := range now.commitments {
		for _, p := range c.Progress {
			b.fillProgress(row(), c, p)
		}
		if c.Withdrawn() {
			e := row()
			b.fillWithdrawn(e, c)
			e.Text = "" // it stands with the commitment
		}
	}
	for i, j := range now.judgements {
		if j.About != nil && slices.Contains(now.commitments, j.About) {
			continue
		}
		e := row()
		b.fillJudgement(e, j)
		if j.About == nil {
			e.Title = link{}
			if !slices.ContainsFunc(now.judgements[i+1:], func(later *relate.Judgement) bool { return later.About == nil }) {
				newest := b.judgementRow(j)
				v.Judgement = &newest
				e.Text = "" // it stands above
			}
		}
	}
	for i := range v.Log {
		e := &v.Log[i]
		e.Source = link{} // it stands with the commitment
		if e.Text == v.Stand.Reason {
			e.Text = ""
		}
		if !e.Voice && len(now.commitments) == 1 {
			e.Title = link{}
		}
	}
	slices.SortStableFunc(v.Log, func(a, b EventRow) int { return strings.Compare(a.Date.ISO, b.Date.ISO) })
}
