package render

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/calendar"
)

// appendCalendar appends the calendar of the whole, of a wijk or of a department: what is
// planned for a day, a month or the like that is known.
func (r *Renderer) appendCalendar(b []byte, m *plan.GeneratedFile) ([]byte, error) {
	v, words, s := r.views, r.views.Words, r.graph.Site
	c := calendar.Calendar{
		Name:        words.Text("calendar.name", "name", s.Title.Value),
		Description: words.Text("planning.description", "name", s.Municipality.Value),
		Page:        v.Absolute(plan.PlanningURL),
	}
	commitments := r.graph.Commitments
	switch {
	case m.Wijk != nil:
		name := m.Wijk.Name.Value
		c.Name, c.Description = words.Text("calendar.name", "name", name), words.Text("planning.description", "name", name)
		c.Page, commitments = v.Absolute(plan.WijkPlanningURL(m.Wijk)), m.Wijk.Commitments
	case m.Department != nil:
		name := m.Department.Name.Value
		c.Name, c.Description = words.Text("calendar.name", "name", name), words.Text("planning.description-department", "name", name)
		c.Page, commitments = v.Absolute(plan.DepartmentPlanningURL(m.Department)), m.Department.Commitments
	}
	events, err := r.calendarEvents()
	if err != nil {
		return b, err
	}
	for _, planned := range plan.Planned(commitments) {
		if planned.Due.Known() {
			c.Events = append(c.Events, events[planned.Ordinal])
		}
	}
	return calendar.Append(b, &c)
}

// newCalendarEvents returns the events of the commitments that are planned for a day that is
// known, by Commitment.Ordinal. Each stands in several calendars.
func (r *Renderer) newCalendarEvents() ([]calendar.WrittenEvent, error) {
	events := make([]calendar.WrittenEvent, len(r.graph.Commitments))
	for _, planned := range plan.Planned(r.graph.Commitments) {
		if !planned.Due.Known() {
			continue
		}
		event := r.calendarEvent(planned)
		var err error
		if events[planned.Ordinal], err = calendar.Write(&event); err != nil {
			return nil, err
		}
	}
	return events, nil
}

// calendarEvent returns the event of a commitment: on the last day on which it is in time.
// A month or a year as long as it is would stand in a diary on each of its days; it says
// so in words.
func (r *Renderer) calendarEvent(c *relate.Commitment) calendar.Event {
	entry := r.views.CalendarEntry(c)
	e := calendar.Event{
		ID:    firstID(c.ID.Value, c.Former) + "@" + hostOf(r.views.Origin),
		Made:  r.graph.Date,
		Day:   c.Due.Last(),
		Title: entry.Title,
		Text:  entry.Text,
		URL:   r.views.Absolute(plan.CommitmentURL(c)),
	}
	for _, w := range c.Wijken {
		e.Categories = append(e.Categories, w.Name.Value)
	}
	for _, p := range c.Progress {
		if !p.Due.IsZero() {
			e.Revision++
		}
	}
	return e
}
