package view

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// needView is one need as a story: what the wijk asked, what was promised and answered, and
// how it stands.
type needView struct {
	pageFrame
	Wijk      link
	Rank      int    // 0 when it is not ranked, or is in no current vision
	RankOf    string // "van de 9 behoeften in", before the name of the wijk
	Dropped   string // since when the wijk asks it no more, and why; empty when it does
	Status    Badge
	Done      string        // "Er is 1 toezegging: gerealiseerd."
	Because   *because      // why nothing comes, or not yet; nil when something does
	Judgement *judgementRow // the newest on the need itself
	Asked     []asked
	Promised  string // what stands above the promises and answers
	Promises  []commitmentDetails
	Answers   []answerRow
	Open      *openNeed
	Log       []EventRow // oldest first
	Earlier   *earlierAsking
	Today     stamp
	Ahead     []ahead
	Dates     []dates
	Timeline  template.HTML // the same dates, drawn
	Since     string        // the day since which it is asked anew; empty when it is not
	Theme     link
	Buurten   string
	RaisedBy  string
	Location  string
	Glossary  []glossaryGroup
}

// because is the reason of a department for how a need stands.
type because struct {
	Who  string
	Date stamp
	Text string
}

// earlierAsking is what came of a need when it was asked before.
type earlierAsking struct {
	Lead       string
	Promises   []commitmentRow
	Answers    []answerRow
	Judgements []judgementRow
}

// earlierAnchor is the id of what came of a need when it was asked before.
const earlierAnchor = "wv-eerder"

// asked is the need as one vision has it.
type asked struct {
	Consulted   stamp
	Source      link
	Vision      link
	Date        stamp
	State       string
	Added       string // that it was asked later than the vision was adopted
	Dropped     string // that it is asked no more, and why
	Rank        int
	Title       string // when the vision has another title for it
	Explanation string
	Story       template.HTML
}

// ahead is what is planned after the reference date.
type ahead struct {
	ISO   string // the planned date as in content, when it is a date in HTML
	Date  string
	Title string
}

// dates are the dates of a commitment: as first promised, and now.
type dates struct {
	Title            string
	OriginalDue, Due string
}

func (b *pageBuilder) need(p *plan.Page) any {
	n := p.Need
	wijk := b.wijkLink(n.Wijk)
	v := &needView{
		pageFrame: b.frame(p, n.Main.Title.Value, b.needDescription(n), b.index(plan.Wijken), wijk),
		Wijk:      wijk,
		Dropped:   b.droppedNote(n.Main),
		Status:    b.glossary.need(n.Status),
		Since:     b.date(n.AskedSince),
		Today:     b.stamp(b.graph.Date),
		Theme:     b.themeLink(n.Main.Theme),
		Buurten:   joinNames(n.Main.Areas(), ", "),
		RaisedBy:  joinTexts(n.Main.RaisedBy, ", "),
		Location:  location(n.Main.Location),
	}
	v.Banner, v.EditURL = b.Banner(n.Main.Vision.Draft), b.editURL(n.Main.Vision.File.Path)
	v.Rank, v.RankOf = b.rankOf(n)
	now, earlier := askings(n)
	b.addAsked(v, n)
	b.addPromises(v, n, &now)
	b.addLog(v, &now)
	b.addEarlier(v, n, &earlier)
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

// becauseOf returns why nothing comes of a need, or not yet: the newest answer, or why the
// newest of the commitments that it lost was lost.
func (b *pageBuilder) becauseOf(n *relate.Need, now *asking) *because {
	switch n.Status {
	case relate.NeedNotIncluded, relate.NeedInvestigating:
		a := n.Answer()
		return &because{departmentName(a.Programme), b.stamp(a.Date.Day), a.Reason.Value}
	case relate.NeedDropped, relate.NeedPartlyKept:
		return b.lossOf(n, now.commitments)
	default:
		return nil
	}
}

// lossOf returns why the newest of the commitments that a need lost was lost; nil when it
// lost none, or nobody said why.
func (b *pageBuilder) lossOf(n *relate.Need, commitments []*relate.Commitment) *because {
	var newest *because
	for _, c := range commitments {
		if n.Outcome(c) != relate.Lost {
			continue
		}
		day, reason := c.StatusSince, b.news(c).Text
		if c.Withdrawn() {
			day, reason = c.Programme.WithdrawnOn.Day, c.Programme.Reason.Value
		}
		if on := b.stamp(day); reason != "" && (newest == nil || newest.Date.ISO < on.ISO) {
			newest = &because{departmentName(c.Programme), on, reason}
		}
	}
	return newest
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

// addAsked adds the need as each vision has it, the oldest first.
func (b *pageBuilder) addAsked(v *needView, n *relate.Need) {
	v.Asked = make([]asked, 0, len(n.Appearances))
	for _, a := range slices.Backward(n.Appearances) {
		at := place{
			source: a.Vision.File.Path,
			under:  2,
			home:   a.Vision,
			prefix: "wv-" + a.Vision.ID + "-",
		}
		row := asked{
			Consulted:   b.stamp(a.RaisedOn.Day),
			Source:      link{Text: theme.Capital(a.RaisedAt.Value), URL: External(a.RaisedIn.Value)},
			Vision:      b.visionLink(a.Vision),
			Date:        b.stamp(askedOn(a)),
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
		if a.Title.Value != n.Main.Title.Value {
			row.Title = a.Title.Value
		}
		v.Asked = append(v.Asked, row)
	}
}

// addPromises adds what was promised and answered since the need is asked.
func (b *pageBuilder) addPromises(v *needView, n *relate.Need, now *asking) {
	v.Promises = make([]commitmentDetails, len(now.commitments))
	for i, c := range now.commitments {
		p, due := &v.Promises[i], b.planned(c.Due)
		b.fillDetails(p, c)
		b.addOfNeed(&p.commitmentRow, c, n)
		if c.Rescheduled {
			v.Dates = append(v.Dates, dates{c.Title.Value, p.OriginalDue, due})
		}
		if b.isAhead(c) {
			v.Ahead = append(v.Ahead, ahead{machineDate(c.Due), due, c.Title.Value})
		}
	}
	v.Timeline = b.timeline(now.commitments)
	v.Answers, v.Open = b.answerRows(now.answers), b.openNeed(n)
	v.Done, v.Because = b.doneOf(n, now.commitments), b.becauseOf(n, now)
	v.Promised = b.promisedTitle(n, now)
	if v.Open != nil {
		v.Promised = v.Status.Text
	}
}

// promisedTitle returns what stands above what was promised and answered: that it is
// promised, or was when nothing is left of it, or what the answer is. When it is all of one
// partner of the municipality, it says whose it is.
func (b *Builder) promisedTitle(n *relate.Need, now *asking) string {
	lost := !slices.ContainsFunc(now.commitments, func(c *relate.Commitment) bool { return n.Outcome(c) != relate.Lost })
	var by []*relate.Department
	for _, c := range now.commitments {
		by = append(by, c.Programme.Department)
	}
	for _, a := range now.answers {
		by = append(by, a.Programme.Department)
	}
	partner := ""
	if len(by) > 0 && by[0] != nil && by[0].IsPartner() && !slices.ContainsFunc(by, func(d *relate.Department) bool { return d != by[0] }) {
		partner = by[0].Name.Value
	}
	switch {
	case len(now.commitments) > 0 && partner != "" && lost:
		return b.Words.Text("need.was-promised-by", "who", partner)
	case len(now.commitments) > 0 && partner != "":
		return b.Words.Text("need.promised-by", "who", partner)
	case len(now.commitments) > 0 && lost:
		return b.Words.Text("need.was-promised")
	case len(now.commitments) > 0:
		return b.Words.Text("need.promised")
	case partner != "":
		return b.Words.Text("need.answered-by", "who", partner)
	default:
		return b.Words.Count("need.answered", len(now.answers))
	}
}

// addEarlier adds what came of the need when it was asked before.
func (b *pageBuilder) addEarlier(v *needView, n *relate.Need, earlier *asking) {
	if earlier.isEmpty() {
		return
	}
	v.Earlier = &earlierAsking{
		Lead:       b.Words.Text("need.earlier-lead", "date", b.date(n.AskedSince)),
		Promises:   b.neededRows(n, earlier.commitments),
		Answers:    b.answerRows(earlier.answers),
		Judgements: b.needJudgements(earlier),
	}
	for i := range v.Earlier.Judgements {
		v.Earlier.Judgements[i].Outdated = "" // all that is said here is old
	}
}

// isAhead reports whether a commitment is planned after the reference date.
func (b *pageBuilder) isAhead(c *relate.Commitment) bool {
	return !c.Ended() && !c.Programme.Withdrawn && c.Due.Known() && !c.Due.Last().Before(b.graph.Date)
}

// addLog adds everything that happened since the need is asked: entries in the logs of
// commitments, programmes that were withdrawn, and judgements.
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
			b.fillWithdrawn(row(), c)
		}
	}
	for _, j := range now.judgements {
		b.fillJudgement(row(), j)
		if j.About == nil {
			newest := b.judgementRow(j)
			v.Judgement = &newest
		}
	}
	slices.SortStableFunc(v.Log, func(a, b EventRow) int { return strings.Compare(a.Date.ISO, b.Date.ISO) })
}

// location returns a place as latitude and longitude in degrees, as maps have it.
func location(p *city.Point) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(p.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon, 'f', -1, 64)
}
