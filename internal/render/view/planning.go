package view

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// planningView is what is promised for when: of all, for a wijk, or by a department.
type planningView struct {
	pageFrame
	Of       link   // the wijk or the department; zero of all
	Lead     string // "Er staan nog 23 toezeggingen open. Bij 4 is de geplande datum voorbij."
	Sections []planningSection
	Partial  bool // not all is on the page, and it has no parts
	// Wijken and Departments are those for which, or by which, something is planned, on the
	// page of all.
	Wijken, Departments []countedLink
	Glossary            []glossaryGroup
}

// planningLinks are the addresses of what is planned: of all, for a wijk, or by a department.
type planningLinks struct {
	Text     string
	Page     string
	Calendar string
}

// planningLinks returns the addresses of what is planned for the wijk or by the department
// that a page is about, of all when it is about none.
func (b *Builder) planningLinks(p *plan.Page) *planningLinks {
	name, page, calendar := "", plan.PlanningURL, plan.CalendarURL
	switch {
	case p.Department != nil:
		name, page, calendar = p.Department.Name.Value, plan.DepartmentPlanningURL(p.Department), plan.DepartmentCalendarURL(p.Department)
	case p.Wijk != nil:
		name, page, calendar = p.Wijk.Name.Value, plan.WijkPlanningURL(p.Wijk), plan.WijkCalendarURL(p.Wijk)
	}
	links := &planningLinks{b.Words.Text("menu.planning"), b.Href(page), b.Href(calendar)}
	if name != "" {
		links.Text = b.Words.Text("planning.of", "name", name)
	}
	return links
}

// planningSection is what has one deadline.
type planningSection struct {
	ID          string
	Title       string
	Note        string
	Count       string
	Commitments []commitmentRow // earliest first; empty when there are too many for the page
}

// countedLink is a link with how much there is behind it.
type countedLink struct {
	link
	Count string
}

func (b *pageBuilder) planning(p *plan.Page) any {
	v, all := new(planningView), b.graph.Commitments
	description := b.Words.Text("planning.description", "name", b.siteFrame.City)
	var under []link
	switch {
	case p.Department != nil:
		v.Of, all = b.departmentLink(p.Department), p.Department.Commitments
		description = b.Words.Text("planning.description-department", "name", v.Of.Text)
	case p.Wijk != nil:
		v.Of, all = b.wijkLink(p.Wijk), p.Wijk.Commitments
		description = b.Words.Text("planning.description", "name", v.Of.Text)
	}
	if p.Kind == plan.PlanningOf {
		under = append(under, b.index(plan.Planning))
	} else {
		v.Wijken, v.Departments = b.plannedByWijk(), b.plannedByDepartment()
	}
	v.pageFrame = b.frame(p, b.planningLinks(p).Text, description, under...)
	planned := plan.Planned(all)
	v.Lead = b.planningLead(planned)
	if p.Parent != nil {
		planned = p.Rows.Commitments
	}
	v.Sections = b.planningSections(p, planned)
	v.Partial = len(p.Parts) == 0 && len(p.Rows.Commitments) < len(planned)
	v.Glossary = b.glossary.groups()
	return v
}

// planningLead returns how much is planned, and how much of it is late.
func (b *Builder) planningLead(planned []*relate.Commitment) string {
	n, overdue := len(planned), len(filtered(planned, func(c *relate.Commitment) bool { return c.Late }))
	switch {
	case n == 0:
		return b.Words.Text("planning.none")
	case overdue == 0:
		return b.Words.Count("planning.open", n)
	case n == 1:
		return b.Words.Text("planning.only-late")
	default:
		return b.Words.Count("planning.open", n) + " " + b.Words.Count("planning.late", overdue)
	}
}

// planningSections returns what is planned by its deadlines. What is not among the rows of
// the page is counted only.
func (b *pageBuilder) planningSections(p *plan.Page, planned []*relate.Commitment) []planningSection {
	groups := plan.ByDeadline(planned, b.graph.Date)
	sections := make([]planningSection, len(groups))
	for i, g := range groups {
		s := &sections[i]
		s.ID, s.Title, s.Note = b.deadline(g.Deadline)
		s.Count = b.Words.Number(len(g.Commitments))
		if slices.Contains(p.Rows.Commitments, g.Commitments[0]) {
			s.Commitments = b.plannedRows(p, g.Commitments)
		}
	}
	return sections
}

// plannedRows returns the rows of commitments, which do not repeat what the page is about.
func (b *pageBuilder) plannedRows(p *plan.Page, commitments []*relate.Commitment) []commitmentRow {
	rows := b.listedCommitments(commitments)
	for i, c := range commitments {
		if p.Department != nil {
			rows[i].Department = link{}
		}
		if p.Wijk != nil && len(c.Wijken) == 1 {
			rows[i].Wijken = nil
		}
	}
	return rows
}

// deadline returns the anchor of what has a deadline, and what stands above it.
func (b *Builder) deadline(d plan.Deadline) (id, title, note string) {
	switch d.Kind {
	case plan.Overdue:
		return "wv-te-laat", b.Words.Text("flag.vertraagd"), b.Words.Text("flag.vertraagd.meaning")
	case plan.InMonth:
		return fmt.Sprintf("wv-%04d-%02d", d.Year, d.Month), theme.Capital(b.Words.Month(d.Year, d.Month)), ""
	case plan.InYear:
		title = strconv.Itoa(d.Year)
		if d.Year == b.graph.Date.AddMonths(plan.NextMonths-1).Year { // of which months stand before
			title = b.Words.Text("planning.later", "year", title)
		}
		return fmt.Sprintf("wv-%04d", d.Year), title, ""
	case plan.OpenEnded:
		return "wv-" + city.Ongoing, theme.Capital(b.Words.Text("date.ongoing")), b.Words.Text("planning.ongoing-note")
	default:
		return "wv-" + city.Unknown, theme.Capital(b.Words.Text("commitment.unplanned")), ""
	}
}

// plannedByWijk returns the planning of each wijk for which something is planned.
func (b *Builder) plannedByWijk() []countedLink {
	var links []countedLink
	for _, w := range b.graph.Wijken {
		if n := len(plan.Planned(w.Commitments)); n > 0 {
			links = append(links, countedLink{link{Text: w.Name.Value, URL: b.Href(plan.WijkPlanningURL(w))}, b.Words.Number(n)})
		}
	}
	return links
}

// plannedByDepartment returns the planning of each department that planned something.
func (b *Builder) plannedByDepartment() []countedLink {
	var links []countedLink
	for _, d := range b.graph.Departments {
		if n := len(plan.Planned(d.Commitments)); n > 0 {
			links = append(links, countedLink{link{Text: d.Name.Value, URL: b.Href(plan.DepartmentPlanningURL(d))}, b.Words.Number(n)})
		}
	}
	return links
}

// CalendarEntry is a commitment in words, for a calendar.
type CalendarEntry struct{ Title, Text string }

// CalendarEntry returns a commitment of which the planned date is known in words.
func (b *Builder) CalendarEntry(c *relate.Commitment) CalendarEntry {
	entry := CalendarEntry{Title: c.Title.Value}
	if c.Due.Precision != city.ByDay {
		entry.Title += " (" + b.Words.Text("commitment.planned", "date", b.Words.Planned(c.Due)) + ")"
	}
	var text []string
	add := func(line string) {
		if line != "" {
			text = append(text, line)
		}
	}
	add(departmentName(c.Programme))
	for _, n := range c.Needs {
		add(n.Wijk.Name.Value + ": " + n.Main.Title.Value)
	}
	add(b.Words.Text("event.planned", "date", b.Words.Planned(c.Due)))
	if c.Rescheduled {
		add(b.Words.Text("calendar.first", "date", b.Words.Planned(c.OriginalDue)))
	}
	if c.Late {
		add(b.Words.Text("flag.vertraagd") + ".")
	}
	add(b.Absolute(plan.CommitmentURL(c)))
	entry.Text = strings.Join(text, "\n")
	return entry
}
