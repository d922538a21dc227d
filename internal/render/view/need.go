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

// needView is one need as a story: what the wijk asked, what the municipality
// answered, and how it stands.
type needView struct {
	pageFrame
	Wijk      link
	Rank      int
	RankOf    string // "van de 9 behoeften in", before the name of the wijk
	Status    Badge
	Done      string        // "1 van de 2 toezeggingen is klaar."
	Judgement *judgementRow // the newest
	Asked     []asked
	Promises  []commitmentDetails
	Answers   []answerRow
	Open      *openNeed
	Log       []EventRow // oldest first
	Today     stamp
	Ahead     []ahead
	Dates     []dates
	Timeline  template.HTML // the same dates, drawn
	Theme     link
	Buurten   string
	RaisedBy  string
	Location  string
	Glossary  []glossaryGroup
}

// asked is the need as one vision has it.
type asked struct {
	Consulted   stamp
	Source      link
	Vision      link
	Date        stamp
	State       string
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
		Rank:      n.Main.Priority,
		Status:    b.glossary.need(n.Status),
		Done:      b.doneOf(n),
		Today:     b.stamp(b.graph.Date),
		Theme:     b.themeLink(n.Main.Theme),
		Buurten:   joinNames(n.Main.Areas(), ", "),
		RaisedBy:  joinTexts(n.Main.RaisedBy, ", "),
		Location:  location(n.Main.Location),
	}
	v.Banner, v.EditURL = b.Banner(n.Main.Vision.Draft), b.editURL(n.Main.Vision.File.Path)
	switch {
	case !n.Current:
		v.RankOf = b.Words.Text("need.not-current")
	case v.Rank == 0:
		v.RankOf = b.Words.Count("need.one-of", n.Wijk.Figures.Total)
	default:
		v.RankOf = b.Words.Count("need.rank-of", n.Wijk.Figures.Total)
	}
	b.addAsked(v, n)
	b.addPromises(v, n)
	b.addLog(v, n)
	v.Glossary = b.glossary.groups()
	return v
}

// needDescription returns a need in one sentence, for search engines.
func (b *pageBuilder) needDescription(n *relate.Need) string {
	if text := n.Main.Explanation.Value; text != "" {
		return text
	}
	return b.Words.Text("need.description", "name", n.Wijk.Name.Value)
}

// doneOf returns how the commitments to a need stand, those of an earlier asking aside;
// empty when there are none.
func (b *pageBuilder) doneOf(n *relate.Need) string {
	counted := filtered(n.Commitments, func(c *relate.Commitment) bool { return n.Outcome(c) != relate.Earlier })
	if len(counted) == 0 {
		return ""
	}
	return b.commitmentsSentence(counted)
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
			Date:        b.stamp(a.Vision.AdoptedOn.Day),
			State:       b.visionState(a.Vision),
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

// addPromises adds what the departments committed to or answered.
func (b *pageBuilder) addPromises(v *needView, n *relate.Need) {
	v.Promises = make([]commitmentDetails, len(n.Commitments))
	for i, c := range n.Commitments {
		p, due := &v.Promises[i], b.planned(c.Due)
		b.fillPromise(p, c)
		if c.Rescheduled {
			v.Dates = append(v.Dates, dates{c.Title.Value, p.OriginalDue, due})
		}
		if b.isAhead(c) {
			v.Ahead = append(v.Ahead, ahead{machineDate(c.Due), due, c.Title.Value})
		}
	}
	v.Timeline = b.timeline(n.Commitments)
	v.Answers = b.answerRows(n.Answers)
	v.Open = b.openNeed(n)
}

// isAhead reports whether a commitment is planned after the reference date.
func (b *pageBuilder) isAhead(c *relate.Commitment) bool {
	return !c.Ended() && !c.Programme.Withdrawn && c.Due.Known() && !c.Due.Last().Before(b.graph.Date)
}

// addLog adds everything that happened since: entries in the logs of commitments, and
// judgements.
func (b *pageBuilder) addLog(v *needView, n *relate.Need) {
	count := len(n.Judgements)
	for _, c := range n.Commitments {
		count += len(c.Progress)
	}
	v.Log = make([]EventRow, count)
	rows := v.Log
	for _, c := range n.Commitments {
		for _, p := range c.Progress {
			b.fillProgress(&rows[0], c, p)
			rows = rows[1:]
		}
	}
	for i, j := range n.Judgements {
		b.fillJudgement(&rows[i], j)
	}
	slices.SortStableFunc(v.Log, func(a, b EventRow) int { return strings.Compare(a.Date.ISO, b.Date.ISO) })
	if len(n.Judgements) > 0 {
		newest := b.judgementRow(n.Judgements[len(n.Judgements)-1])
		v.Judgement = &newest
	}
}

// location returns a place as latitude and longitude in degrees, as maps have it.
func location(p *city.Point) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(p.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon, 'f', -1, 64)
}
