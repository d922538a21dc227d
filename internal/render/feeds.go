package render

import (
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/feed"
)

// maxInFeed is how many entries a feed has.
const maxInFeed = 50

// appendFeed appends the feed of the whole, of a wijk or of a department.
func (r *Renderer) appendFeed(b []byte, m *plan.GeneratedFile) ([]byte, error) {
	v, words, s := r.views, r.views.Words, r.graph.Site
	events := r.graph.Events()
	events = events[:min(len(events), maxInFeed)]
	f := feed.Feed{
		ID:       r.tagBefore() + m.URL,
		Title:    words.Text("feed.title", "title", s.Title.Value),
		Subtitle: words.Text("changes.description", "city", s.Municipality.Value),
		Lang:     words.Lang,
		Self:     v.FullURL(m.URL),
		Page:     v.FullURL(plan.ChangesURL),
		Author:   s.Municipality.Value,
		Rights:   v.Licence(),
		Updated:  r.graph.Date,
	}
	switch {
	case m.Wijk != nil:
		name := m.Wijk.Name.Value
		f.Title, f.Subtitle = words.Text("feed.of", "name", name, "title", s.Title.Value), words.Text("feed.of-wijk", "name", name)
		f.Page, events = v.FullURL(plan.WijkURL(m.Wijk)), r.newestEvents().ofWijk[m.Wijk]
	case m.Department != nil:
		name := m.Department.Name.Value
		f.Title, f.Subtitle = words.Text("feed.of", "name", name, "title", s.Title.Value), words.Text("feed.of-department", "name", name)
		f.Page, events = v.FullURL(plan.DepartmentURL(m.Department)), r.newestEvents().ofDepartment[m.Department]
	}
	if len(events) > 0 {
		f.Updated = events[0].Date
	}
	f.Entries = make([]feed.Entry, len(events))
	for i, e := range events {
		f.Entries[i] = r.feedEntry(e)
	}
	return feed.Append(b, &f)
}

// newestEvents are the newest events of each wijk and each department, as many as
// their feeds have.
type newestEvents struct {
	ofWijk       map[*relate.Wijk][]*relate.Event
	ofDepartment map[*relate.Department][]*relate.Event
}

// newNewestEvents sorts events, which are newest first, for all feeds.
func newNewestEvents(events []*relate.Event) newestEvents {
	n := newestEvents{make(map[*relate.Wijk][]*relate.Event), make(map[*relate.Department][]*relate.Event)}
	for _, e := range events {
		for _, w := range e.Wijken() {
			if len(n.ofWijk[w]) < maxInFeed {
				n.ofWijk[w] = append(n.ofWijk[w], e)
			}
		}
		if d := departmentOf(e); d != nil && len(n.ofDepartment[d]) < maxInFeed {
			n.ofDepartment[d] = append(n.ofDepartment[d], e)
		}
	}
	return n
}

// departmentOf returns the department that did something, or whose work it is about;
// nil when it is none's.
func departmentOf(e *relate.Event) *relate.Department {
	switch e.Kind {
	case relate.ProgrammeAdopted, relate.ProgrammeWithdrawn:
		return e.Programme.Department
	case relate.Promised, relate.Progressed:
		return e.Commitment.Programme.Department
	case relate.Answered:
		return e.Answer.Programme.Department
	default:
		return nil
	}
}

// feedEntry returns the entry of an event.
func (r *Renderer) feedEntry(e *relate.Event) feed.Entry {
	row := r.views.Event(e)
	entry := feed.Entry{
		ID:     string(r.appendEventTag(nil, e)),
		Title:  row.Title.Text,
		URL:    r.views.WithOrigin(row.Title.URL),
		Date:   e.Date,
		Author: row.Who,
		Text:   row.Text,
	}
	if row.Status != nil {
		entry.Title += ": " + strings.ToLower(row.Status.Text)
	}
	var wijken []string
	for _, w := range row.Wijken {
		wijken = append(wijken, w.Text)
		entry.Links = append(entry.Links, feed.Link{Text: w.Text, URL: r.views.WithOrigin(w.URL)})
	}
	for _, n := range row.Needs {
		entry.Links = append(entry.Links, feed.Link{Text: n.Text, URL: r.views.WithOrigin(n.URL)})
	}
	entry.Links = append(entry.Links, feed.Link{Text: row.Title.Text, URL: entry.URL})
	if entry.Summary = row.Text; row.Text == "" {
		entry.Summary = entry.Title
	}
	if len(wijken) > 0 {
		entry.Summary = strings.Join(wijken, ", ") + ". " + entry.Summary
	}
	return entry
}
