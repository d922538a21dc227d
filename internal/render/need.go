package render

import (
	"html/template"
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// needView is one need as a story: what the wijk asked, what the municipality
// says to it, and how it stands.
type needView struct {
	frame
	Wijk      link
	Rank      int
	RankOf    string // "van de 9 behoeften in", before the name of the wijk
	Status    badge
	Done      string        // "1 van de 2 toezeggingen is klaar."
	Judgement *judgementRow // the newest
	Asked     []asked
	Promises  []promise
	Answers   []answerRow
	Open      *openNeed
	Log       []eventRow // oldest first
	Today     stamp
	Ahead     []ahead
	Dates     []dates
	Planning  template.HTML // the same dates, drawn
	Theme     link
	Buurten   string
	RaisedBy  string
	Location  string
	Glossary  []glossaryGroup
}

// asked is what one vision says of the need.
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

// promise is a commitment on the page of its need.
type promise struct {
	commitmentRow
	Period   string
	Start    string
	Budget   string
	Cover    string
	Partners string
	Source   link
}

// ahead is what is planned after the reference date.
type ahead struct {
	Machine string // the planned date as in content, when it is a date in HTML
	Date    string
	Title   string
}

// dates are the dates of a commitment: as first promised, and now.
type dates struct {
	Title      string
	First, Now string
}

func (d *desk) need(p *plan.Page) *needView {
	n := p.Need()
	wijk := d.wijkLink(n.Wijk)
	v := &d.needPage
	*v = needView{
		frame:    d.frame(p, n.Main.Title.Value, d.needDescription(n), d.index("menu.wijken", plan.WijkenURL), wijk),
		Wijk:     wijk,
		Rank:     n.Main.Priority,
		Status:   d.glossary.need(n.Status),
		Done:     d.doneOf(n),
		Today:    d.stamp(d.graph.Date),
		Theme:    d.themeLink(n.Main.Theme),
		Buurten:  listed(d, n.Main.Areas(), ", ", nameOf),
		RaisedBy: listed(d, n.Main.RaisedBy, ", ", textOf),
		Location: location(n.Main.Location),
	}
	v.Banner, v.EditURL = d.Banner(n.Main.Vision.Draft), d.editURL(n.Main.Vision.File.Path)
	switch {
	case !n.Current:
		v.RankOf = d.words.Text("need.not-current")
	case v.Rank == 0:
		v.RankOf = d.count("need.one-of", n.Wijk.Figures.Total)
	default:
		v.RankOf = d.count("need.rank-of", n.Wijk.Figures.Total)
	}
	d.addAsked(v, n)
	d.addPromises(v, n)
	d.addLog(v, n)
	v.Glossary = d.explained()
	return v
}

// needDescription says a need in one sentence for search engines.
func (d *desk) needDescription(n *relate.Need) string {
	if text := n.Main.Explanation.Value; text != "" {
		return text
	}
	return d.say("need.description", "name", n.Wijk.Name.Value)
}

// doneOf says how many of a need's commitments are done.
func (d *desk) doneOf(n *relate.Need) string {
	total, done := 0, 0
	for _, c := range n.Commitments {
		if c.Programme.Withdrawn {
			continue
		}
		total++
		if c.Status() == relate.Realised {
			done++
		}
	}
	switch {
	case total == 0:
		return ""
	case total == 1 && done == 1:
		return d.words.Text("need.only-done")
	case total == 1:
		return d.words.Text("need.only-not-done")
	case done == 0:
		return d.say("need.none-done", "total", d.number(total))
	default:
		return d.count("need.done", done, "total", d.number(total))
	}
}

// addAsked adds what each vision says of the need, the oldest first.
func (d *desk) addAsked(v *needView, n *relate.Need) {
	v.Asked = d.appeared.take(len(n.Appearances))[:0]
	for _, a := range slices.Backward(n.Appearances) {
		at := place{
			source: a.Vision.File.Path,
			under:  2,
			home:   a.Vision,
			prefix: d.join("wv-", a.Vision.ID, "-"),
		}
		row := asked{
			Consulted:   d.stamp(a.RaisedOn),
			Source:      link{Text: d.capital(a.RaisedAt.Value), URL: outside(a.RaisedIn.Value)},
			Vision:      d.visionLink(a.Vision),
			Date:        d.stamp(a.Vision.AdoptedOn.Day),
			State:       d.visionState(a.Vision),
			Rank:        a.Priority,
			Explanation: a.Explanation.Value,
			Story:       d.section(a.Vision.Body, a.ID.Value, at),
		}
		if row.Source.Text == "" && (row.Source.URL != "" || row.Consulted.Text != "") {
			row.Source.Text = d.words.Text("event.consulted")
		}
		if a.Title.Value != n.Main.Title.Value {
			row.Title = a.Title.Value
		}
		v.Asked = append(v.Asked, row)
	}
}

// addPromises adds what the departments say.
func (d *desk) addPromises(v *needView, n *relate.Need) {
	v.Promises = d.promises.take(len(n.Commitments))
	moved, coming := 0, 0
	for i, c := range n.Commitments {
		d.fillPromise(&v.Promises[i], c)
		if c.Moved {
			moved++
		}
		if d.isAhead(c) {
			coming++
		}
	}
	v.Dates, v.Ahead = d.dates.take(moved)[:0], d.ahead.take(coming)[:0]
	for i, c := range n.Commitments {
		if c.Moved {
			v.Dates = append(v.Dates, dates{c.Title.Value, v.Promises[i].First, d.planned(*c.Due)})
		}
		if d.isAhead(c) {
			v.Ahead = append(v.Ahead, ahead{d.machineDate(*c.Due), d.planned(*c.Due), c.Title.Value})
		}
	}
	v.Planning = d.planning(n.Commitments)
	v.Answers = d.answerRows(n.Answers)
	v.Open = d.openNeed(n)
}

// isAhead tells whether a commitment is planned after the reference date.
func (d *desk) isAhead(c *relate.Commitment) bool {
	return !c.Ended() && !c.Programme.Withdrawn && c.Due.Known() && !c.Due.Last().Before(d.graph.Date)
}

// logged is something that happened, of which the page of a need tells: an entry in the
// log of a commitment, or a judgement.
type logged struct {
	on         city.Day
	commitment *relate.Commitment
	progress   *city.Progress
	judgement  *relate.Judgement
}

// addLog adds everything that happened since, the oldest first.
func (d *desk) addLog(v *needView, n *relate.Need) {
	log := d.log[:0]
	for _, c := range n.Commitments {
		for _, p := range c.Progress {
			log = append(log, logged{on: p.Date.Day, commitment: c, progress: p})
		}
	}
	for _, j := range n.Judgements {
		log = append(log, logged{on: j.Date.Day, judgement: j})
	}
	d.log = log
	slices.SortStableFunc(log, func(a, b logged) int { return a.on.Compare(b.on) })
	v.Log = d.events.take(len(log))
	for i, l := range log {
		row := &v.Log[i]
		row.Date = d.stamp(l.on)
		if l.judgement != nil {
			d.judged(row, l.judgement)
		} else {
			d.progressed(row, l.commitment, l.progress)
		}
	}
	if len(n.Judgements) > 0 {
		v.Judgement = d.judgements.one()
		*v.Judgement = d.judgementRow(n.Judgements[len(n.Judgements)-1])
	}
}

// machineDate returns a planned date for <time datetime>, which knows no quarters.
func (d *desk) machineDate(p city.PlannedDate) string {
	if p.Precision == city.ByQuarter || p.Precision == city.UnknownDate {
		return ""
	}
	d.scratch = p.Append(d.scratch[:0])
	return d.text(d.scratch)
}

// location returns a place as latitude and longitude in degrees, as maps have it.
func location(p *city.Point) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(p.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon, 'f', -1, 64)
}
