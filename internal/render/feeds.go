package render

import (
	"html"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/feed"
)

// mostInFeed is how many entries a feed has.
const mostInFeed = 50

// writeFeed writes the feed of the whole, of a wijk or of a department.
func (r *Renderer) writeFeed(w io.Writer, m plan.Made) error {
	f := feed.Feed{
		ID: r.tag(m.URL), Lang: r.words.Lang, Self: r.absolute(m.URL), Author: r.shell.City, Rights: r.licence(), Updated: r.graph.Date,
		Title: r.words.Text("feed.title", "title", r.shell.SiteTitle), Subtitle: r.words.Text("changes.description", "city", r.shell.City),
		Page: r.absolute(plan.ChangesURL),
	}
	events := r.graph.Events[:min(len(r.graph.Events), mostInFeed)]
	switch {
	case m.Wijk != nil:
		f.Title, f.Page = r.words.Text("feed.of", "name", m.Wijk.Name.Value, "title", r.shell.SiteTitle), r.absolute(plan.WijkURL(m.Wijk))
		f.Subtitle = r.words.Text("feed.of-wijk", "name", m.Wijk.Name.Value)
		events = r.newest().of[m.Wijk]
	case m.Department != nil:
		f.Title, f.Page = r.words.Text("feed.of", "name", m.Department.Name.Value, "title", r.shell.SiteTitle), r.absolute(plan.DepartmentURL(m.Department))
		f.Subtitle = r.words.Text("feed.of-department", "name", m.Department.Name.Value)
		events = r.newest().by[m.Department]
	}
	d := r.desk()
	defer d.clear()
	f.Entries = make([]feed.Entry, 0, len(events))
	for _, e := range events {
		f.Entries = append(f.Entries, d.feedEntry(e))
	}
	return feed.Write(w, f)
}

// newestEvents are the newest events of each wijk and by each department, as many as
// their feeds have.
type newestEvents struct {
	of map[*relate.Wijk][]*relate.Event
	by map[*relate.Department][]*relate.Event
}

// newNewestEvents goes once through everything that happened, for all feeds.
func newNewestEvents(events []*relate.Event) newestEvents {
	n := newestEvents{make(map[*relate.Wijk][]*relate.Event), make(map[*relate.Department][]*relate.Event)}
	for _, e := range events {
		for _, w := range e.Wijken {
			if len(n.of[w]) < mostInFeed {
				n.of[w] = append(n.of[w], e)
			}
		}
		if d := departmentOf(e); d != nil && len(n.by[d]) < mostInFeed {
			n.by[d] = append(n.by[d], e)
		}
	}
	return n
}

// departmentOf returns the department that did something, or whose work it is about;
// nil when it is none's.
func departmentOf(e *relate.Event) *relate.Department {
	switch e.Kind {
	case relate.Progressed:
		return e.Commitment.Programme.Department
	case relate.Answered:
		return e.Answer.Programme.Department
	default:
		return nil
	}
}

func (d *desk) feedEntry(e *relate.Event) feed.Entry {
	row := d.events.one()
	d.fillEvent(row, e)
	entry := feed.Entry{ID: d.eventTag(e), Title: row.Title.Text, Date: e.Date, Author: row.Who, URL: d.whole(row.Title.URL), Text: row.Text}
	if row.Status != nil {
		entry.Title += ": " + strings.ToLower(row.Status.Text)
	}
	var wijken []string
	var links []string
	for _, w := range row.Wijken {
		wijken = append(wijken, w.Text)
		links = append(links, `<a href="`+html.EscapeString(d.whole(w.URL))+`">`+html.EscapeString(w.Text)+`</a>`)
	}
	if entry.Text == "" {
		entry.Text = entry.Title
	}
	if len(wijken) > 0 {
		entry.Text = strings.Join(wijken, ", ") + ". " + entry.Text
	}
	entry.HTML = "<p>" + strings.Join(append(links, `<a href="`+html.EscapeString(entry.URL)+`">`+html.EscapeString(row.Title.Text)+"</a>"), " · ") + "</p>"
	if row.Text != "" {
		entry.HTML += "<p>" + html.EscapeString(row.Text) + "</p>"
	}
	return entry
}

// whole returns a link as the pages have it with the origin before it.
func (d *desk) whole(href string) string {
	if strings.HasPrefix(href, "/") {
		return d.join(d.origin, href)
	}
	return href
}

// tagYear is a year in which the site had its address, as a tag URI must name one.
// It never changes.
const tagYear = "2011"

// tag returns a tag URI (RFC 4151) for something of this site.
func (r *Renderer) tag(what string) string { return r.tagged + what }

// tagBefore returns what the tag URIs of a site begin with.
func tagBefore(origin string) string {
	authority := "localhost"
	if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
		authority = u.Hostname()
	}
	return "tag:" + authority + "," + tagYear + ":"
}

// eventTag returns the tag URI of an event. It holds on while texts are mended and
// other things happen: it is made of ids, the oldest that something had, the day, and
// the place among what happened to it on that day.
func (r *Renderer) eventTag(e *relate.Event) string {
	day := "/" + e.Date.String()
	switch e.Kind {
	case relate.Progressed:
		nth := 0
		for _, p := range e.Commitment.Progress {
			if p.Date.Day == e.Date {
				nth++
			}
			if p == e.Progress {
				break
			}
		}
		return r.tag("/toezegging/" + oldest(e.Commitment.ID.Value, e.Commitment.Commitment) + day + again(nth))
	case relate.Answered:
		nth := 0
		for _, a := range slices.Backward(e.Answer.Of.Answers) { // newest first
			if a.Date.Day == e.Date && a.Programme == e.Answer.Programme {
				nth++
			}
			if a == e.Answer {
				break
			}
		}
		return r.tag("/antwoord/" + needTag(e.Answer.Of) + "/" + e.Answer.Programme.ID + day + again(nth))
	case relate.Judged:
		nth := 0
		for _, j := range e.Judgement.Need.Judgements {
			if j.Date.Day == e.Date && j.Vision == e.Judgement.Vision {
				nth++
			}
			if j == e.Judgement {
				break
			}
		}
		return r.tag("/oordeel/" + needTag(e.Judgement.Need) + "/" + e.Judgement.Vision.ID + day + again(nth))
	case relate.VisionOpened:
		return r.tag("/wijkvisie/" + e.Vision.ID + "/inspraak" + day)
	case relate.VisionWithdrawn:
		return r.tag("/wijkvisie/" + e.Vision.ID + "/ingetrokken" + day)
	default:
		return r.tag("/wijkvisie/" + e.Vision.ID + "/vastgesteld" + day)
	}
}

func again(nth int) string {
	if nth < 2 {
		return ""
	}
	return "/" + strconv.Itoa(nth)
}

// oldest returns the first id that a commitment had: authors add the ones that come
// later behind it.
func oldest(id string, c *city.Commitment) string {
	if len(c.Former) > 0 {
		return c.Former[0].Value
	}
	return id
}

// needTag returns a need as it was first called.
func needTag(n *relate.Need) string {
	wijk := n.Wijk.ID
	if len(n.Wijk.Former) > 0 {
		wijk = n.Wijk.Former[0].Value
	}
	name := n.Name
	if former := n.Main.Former; len(former) > 0 {
		name = former[0].Value
	}
	return wijk + "/" + name
}
