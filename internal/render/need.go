package render

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

func (r *Renderer) need(p *plan.Page) needView {
	n, words := p.Need, r.newGlossary()
	wijk := r.wijkLink(n.Wijk)
	v := needView{
		frame:    r.frame(p, n.Main.Title.Value, r.needDescription(n), r.index("menu.wijken", plan.WijkenURL), wijk),
		Wijk:     wijk,
		Rank:     n.Main.Priority,
		Status:   words.need(n.Status),
		Done:     r.done(n),
		Today:    r.stamp(r.graph.Date),
		Theme:    r.themeLink(n.Main.Theme),
		Buurten:  areaNames(n.Main.Areas),
		RaisedBy: strings.Join(values(n.Main.RaisedBy), ", "),
		Location: location(n.Main.Location),
	}
	v.Banner, v.EditURL = r.Banner(n.Main.Vision.Draft), r.editURL(n.Main.Vision.File.Path)
	switch {
	case !n.Current:
		v.RankOf = r.words.Text("need.not-current")
	case v.Rank == 0:
		v.RankOf = r.words.Count("need.one-of", n.Wijk.Figures.Total)
	default:
		v.RankOf = r.words.Count("need.rank-of", n.Wijk.Figures.Total)
	}
	r.addAsked(&v, n)
	r.addPromises(&v, n, words)
	r.addLog(&v, n, words)
	v.Glossary = words.list()
	return v
}

// needDescription says a need in one sentence for search engines.
func (r *Renderer) needDescription(n *relate.Need) string {
	if text := n.Main.Explanation.Value; text != "" {
		return text
	}
	return r.words.Text("need.description", "name", n.Wijk.Name.Value)
}

// done says how many of a need's commitments are done.
func (r *Renderer) done(n *relate.Need) string {
	total, done := 0, 0
	for _, c := range n.Commitments {
		if c.Programme.Withdrawn {
			continue
		}
		total++
		if c.Status == relate.Realised {
			done++
		}
	}
	switch {
	case total == 0:
		return ""
	case total == 1 && done == 1:
		return r.words.Text("need.only-done")
	case total == 1:
		return r.words.Text("need.only-not-done")
	case done == 0:
		return r.words.Text("need.none-done", "total", strconv.Itoa(total))
	default:
		return r.words.Count("need.done", done, "total", strconv.Itoa(total))
	}
}

// addAsked adds what each vision says of the need, the oldest first.
func (r *Renderer) addAsked(v *needView, n *relate.Need) {
	taken := new(ids)
	for _, a := range slices.Backward(n.Appearances) {
		at := place{
			source: a.Vision.File.Path,
			under:  2,
			home:   plan.VisionURL(a.Vision),
			prefix: "wv-" + a.Vision.ID + "-",
			ids:    taken,
		}
		row := asked{
			Consulted:   r.stamp(a.Source.Date.Day),
			Source:      link{Text: theme.Capital(a.Source.Title.Value), URL: outside(a.Source.URL.Value)},
			Vision:      r.visionLink(a.Vision),
			Date:        r.stamp(a.Vision.AdoptedOn.Day),
			State:       r.visionState(a.Vision),
			Rank:        a.Priority,
			Explanation: a.Explanation.Value,
			Story:       r.section(a.Vision.Body, a.ID.Value, at),
		}
		if row.Source.Text == "" && (row.Source.URL != "" || row.Consulted.Text != "") {
			row.Source.Text = r.words.Text("event.consulted")
		}
		if a.Title.Value != n.Main.Title.Value {
			row.Title = a.Title.Value
		}
		v.Asked = append(v.Asked, row)
	}
}

// addPromises adds what the departments say.
func (r *Renderer) addPromises(v *needView, n *relate.Need, words *glossary) {
	for _, c := range n.Commitments {
		row := r.promise(c, words)
		v.Promises = append(v.Promises, row)
		if c.Moved {
			v.Dates = append(v.Dates, dates{row.Title, row.First, r.planned(c.Due)})
		}
		if last := c.Due.Last(); !c.Ended() && !c.Programme.Withdrawn && c.Due.Known() && !last.Before(r.graph.Date) {
			v.Ahead = append(v.Ahead, ahead{machineDate(c.Due), r.planned(c.Due), c.Title.Value})
		}
	}
	v.Planning = r.planning(n.Commitments, words)
	for _, a := range n.Answers {
		v.Answers = append(v.Answers, r.answerRow(a, words))
	}
	v.Open = r.openNeed(n)
}

// addLog adds everything that happened since, the oldest first.
func (r *Renderer) addLog(v *needView, n *relate.Need, words *glossary) {
	var events []*relate.Event
	for _, c := range n.Commitments {
		for _, p := range c.Progress {
			events = append(events, &relate.Event{Kind: relate.Progressed, Date: p.Date.Day, Commitment: c, Progress: p})
		}
	}
	for _, j := range n.Judgements {
		events = append(events, &relate.Event{Kind: relate.Judged, Date: j.Date.Day, Judgement: j})
	}
	slices.SortStableFunc(events, func(a, b *relate.Event) int { return a.Date.Compare(b.Date) })
	v.Log = r.eventRows(events, words)
	if len(n.Judgements) > 0 {
		newest := r.judgementRow(n.Judgements[len(n.Judgements)-1], words)
		v.Judgement = &newest
	}
}

// machineDate returns a planned date for <time datetime>, which knows no quarters.
func machineDate(p city.PlannedDate) string {
	if p.Precision == city.ByQuarter || p.Precision == city.UnknownDate {
		return ""
	}
	return p.String()
}

func areaNames(areas []*city.Buurt) string {
	names := make([]string, len(areas))
	for i, b := range areas {
		names[i] = b.Name.Value
	}
	return strings.Join(names, ", ")
}

// location returns a place as latitude and longitude in degrees, as maps have it.
func location(p *city.Point) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(p.Lat, 'f', -1, 64) + ", " + strconv.FormatFloat(p.Lon, 'f', -1, 64)
}
