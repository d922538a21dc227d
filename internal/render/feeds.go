package render

import (
	"io"
	"iter"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/feed"
)

// mostInFeed is how many entries a feed has.
const mostInFeed = 50

// writeFeed writes the feed of the whole, of a wijk or of a department.
func (r *Renderer) writeFeed(w io.Writer, m plan.Made) error {
	d := r.desk()
	defer d.clear()
	newest := r.newest.take()
	defer r.newest.giveBack()
	f, events := d.feedOfAll(m)
	switch {
	case m.Wijk != nil:
		f.Title, f.Page = d.say("feed.of", "name", m.Wijk.Name.Value, "title", d.shell.SiteTitle), d.whole(d.wijkURL(m.Wijk))
		f.Subtitle = d.say("feed.of-wijk", "name", m.Wijk.Name.Value)
		events = newest.of[m.Wijk]
	case m.Department != nil:
		f.Title, f.Page = d.say("feed.of", "name", m.Department.Name.Value, "title", d.shell.SiteTitle), d.whole(address(d, m.Department, plan.AppendDepartmentURL))
		f.Subtitle = d.say("feed.of-department", "name", m.Department.Name.Value)
		events = newest.by[m.Department]
	}
	if len(events) > 0 {
		f.Updated = events[0].Date
	}
	var err error
	if d.file, err = feed.Append(d.file[:0], &f, d.feedEntries(events)); err != nil {
		return err
	}
	_, err = w.Write(d.file)
	return err
}

// feedOfAll returns the feed at an address as that of the whole, and what is in it.
func (d *desk) feedOfAll(m plan.Made) (feed.Feed, []*relate.Event) {
	f := feed.Feed{
		ID: d.join(d.tagged, m.URL), Lang: d.words.Lang, Self: d.whole(d.href(m.URL)), Author: d.shell.City, Rights: d.licence(), Updated: d.graph.Date,
		Title: d.say("feed.title", "title", d.shell.SiteTitle), Subtitle: d.say("changes.description", "city", d.shell.City),
		Page: d.whole(d.href(plan.ChangesURL)),
	}
	return f, d.graph.Events[:min(len(d.graph.Events), mostInFeed)]
}

// newestEvents are the newest events of each wijk and by each department, as many as
// their feeds have.
type newestEvents struct {
	of map[*relate.Wijk][]*relate.Event
	by map[*relate.Department][]*relate.Event
}

// newNewestEvents goes through everything that happened, for all feeds.
func newNewestEvents(events []*relate.Event) newestEvents {
	ofWijk, ofDepartment := make(map[*relate.Wijk]int), make(map[*relate.Department]int)
	for _, e := range events {
		for _, w := range e.Wijken() {
			ofWijk[w]++
		}
		if d := departmentOf(e); d != nil {
			ofDepartment[d]++
		}
	}
	n := newestEvents{lists(ofWijk), lists(ofDepartment)}
	for _, e := range events {
		for _, w := range e.Wijken() {
			note(n.of, w, e)
		}
		if d := departmentOf(e); d != nil {
			note(n.by, d, e)
		}
	}
	return n
}

// lists returns room for the newest of so many events of each.
func lists[T comparable](counts map[T]int) map[T][]*relate.Event {
	all := make(map[T][]*relate.Event, len(counts))
	for of, n := range counts {
		all[of] = make([]*relate.Event, 0, min(n, mostInFeed))
	}
	return all
}

// note notes an event, unless there are newer ones enough.
func note[T comparable](all map[T][]*relate.Event, of T, e *relate.Event) {
	if list := all[of]; len(list) < mostInFeed {
		all[of] = append(list, e)
	}
}

// departmentOf returns the department that did something, or whose work it is about;
// nil when it is none's.
func departmentOf(e *relate.Event) *relate.Department {
	switch e.Kind {
	case relate.Progressed:
		return e.Commitment().Programme.Department
	case relate.Answered:
		return e.Answer().Programme.Department
	default:
		return nil
	}
}

// feedEntries makes entries of events, each in the place of the one before.
func (d *desk) feedEntries(events []*relate.Event) iter.Seq[*feed.Entry] {
	return func(yield func(*feed.Entry) bool) {
		for _, e := range events {
			if d.fillEntry(&d.entry, e); !yield(&d.entry) {
				return
			}
		}
	}
}

// fillEntry fills in the entry of an event.
func (d *desk) fillEntry(entry *feed.Entry, e *relate.Event) {
	row := d.events.one()
	d.fillEvent(row, e)
	title := row.Title.Text
	if row.Status != nil {
		title = d.join(title, ": ", d.lower(row.Status.Text))
	}
	d.scratch = d.appendEventTag(d.scratch[:0], e)
	*entry = feed.Entry{
		ID: d.text(d.scratch), Title: title, Date: e.Date, Author: row.Who, URL: d.whole(row.Title.URL),
		Summary: d.summary(row, title), Links: entry.Links[:0], Text: row.Text,
	}
	for _, w := range row.Wijken {
		entry.Links = append(entry.Links, feed.Link{Text: w.Text, URL: d.whole(w.URL)})
	}
	entry.Links = append(entry.Links, feed.Link{Text: row.Title.Text, URL: entry.URL})
}

// summary returns what happened in a few words, after the wijken that it happened in.
func (d *desk) summary(row *eventRow, title string) string {
	b := d.scratch[:0]
	for i, w := range row.Wijken {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, w.Text...)
	}
	if len(row.Wijken) > 0 {
		b = append(b, ". "...)
	}
	if row.Text != "" {
		b = append(b, row.Text...)
	} else {
		b = append(b, title...)
	}
	d.scratch = b
	return d.text(b)
}

// lower returns a text in small letters.
func (d *desk) lower(text string) string {
	b := d.scratch[:0]
	for _, c := range text {
		b = utf8.AppendRune(b, unicode.ToLower(c))
	}
	d.scratch = b
	return d.text(b)
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

// tagBefore returns what the tag URIs of a site begin with.
func tagBefore(origin string) string {
	authority := "localhost"
	if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
		authority = u.Hostname()
	}
	return "tag:" + authority + "," + tagYear + ":"
}

// appendEventTag appends the tag URI of an event. It holds on while texts are mended and
// other things happen: it is made of ids, the oldest that something had, the day, and
// the place among what happened to it on that day.
func (r *Renderer) appendEventTag(b []byte, e *relate.Event) []byte {
	b = append(b, r.tagged...)
	switch e.Kind {
	case relate.Progressed:
		c := e.Commitment()
		b = append(append(b, "/toezegging/"...), oldest(c.ID.Value, c.Commitment)...)
		return appendNth(appendDay(b, e.Date), nthProgress(e))
	case relate.Answered:
		a := e.Answer()
		b = append(appendNeedTag(append(b, "/antwoord/"...), a.Of), '/')
		return appendNth(appendDay(append(b, a.Programme.ID...), e.Date), nthAnswer(a))
	case relate.Judged:
		j := e.Judgement()
		b = append(appendNeedTag(append(b, "/oordeel/"...), j.Need), '/')
		return appendNth(appendDay(append(b, j.Vision.ID...), e.Date), nthJudgement(j))
	}
	b = append(append(b, "/wijkvisie/"...), e.Vision().ID...)
	switch e.Kind {
	case relate.VisionOpened:
		b = append(b, "/inspraak"...)
	case relate.VisionWithdrawn:
		b = append(b, "/ingetrokken"...)
	default:
		b = append(b, "/vastgesteld"...)
	}
	return appendDay(b, e.Date)
}

func appendDay(b []byte, d city.Day) []byte { return d.Append(append(b, '/')) }

// appendNth appends which of the events of a day it is, from the second on.
func appendNth(b []byte, nth int) []byte {
	if nth < 2 {
		return b
	}
	return strconv.AppendInt(append(b, '/'), int64(nth), 10)
}

func nthProgress(e *relate.Event) int {
	nth := 0
	for _, p := range e.Commitment().Progress {
		if p.Date.Day == e.Date {
			nth++
		}
		if p == e.Progress {
			break
		}
	}
	return nth
}

func nthAnswer(of *relate.Answer) int {
	nth := 0
	for _, a := range slices.Backward(of.Of.Answers) { // newest first
		if a.Date.Day == of.Date.Day && a.Programme == of.Programme {
			nth++
		}
		if a == of {
			break
		}
	}
	return nth
}

func nthJudgement(of *relate.Judgement) int {
	nth := 0
	for _, j := range of.Need.Judgements {
		if j.Date.Day == of.Date.Day && j.Vision == of.Vision {
			nth++
		}
		if j == of {
			break
		}
	}
	return nth
}

// oldest returns the first id that a commitment had: authors add the ones that come
// later behind it.
func oldest(id string, c *city.Commitment) string {
	if len(c.Former) > 0 {
		return c.Former[0].Value
	}
	return id
}

// appendNeedTag appends a need as it was first called.
func appendNeedTag(b []byte, n *relate.Need) []byte {
	wijk := n.Wijk.ID
	if len(n.Wijk.Former) > 0 {
		wijk = n.Wijk.Former[0].Value
	}
	name := n.Name()
	if former := n.Main.Former; len(former) > 0 {
		name = former[0].Value
	}
	return append(append(append(b, wijk...), '/'), name...)
}
