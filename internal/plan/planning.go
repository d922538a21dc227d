package plan

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Deadline is when something is planned to be done, as coarse as a planning shows it.
type Deadline struct {
	Kind  DeadlineKind
	Year  int // of InMonth and InYear
	Month int // of InMonth
}

// DeadlineKind is a kind of deadline.
type DeadlineKind uint8

// The kinds of deadline, in the order in which a planning has them.
const (
	Overdue   DeadlineKind = iota // the planned date has passed
	InMonth                       // in one of the next months
	InYear                        // later
	NoDate                        // no date is known
	OpenEnded                     // it goes on without an end (doorlopend)
)

// NextMonths is how many months a planning has one by one, that of the reference date
// first.
const NextMonths = 12

// deadlineOf returns the deadline of a commitment that has not ended. Of a quarter or a
// year it is the last month.
func deadlineOf(c *relate.Commitment, date city.Day) Deadline {
	last := c.Due.Last()
	switch {
	case c.Due.IsOngoing():
		return Deadline{Kind: OpenEnded}
	case !c.Due.Known():
		return Deadline{Kind: NoDate}
	case last.Before(date):
		return Deadline{Kind: Overdue}
	case (last.Year-date.Year)*12+last.Month-date.Month < NextMonths:
		return Deadline{InMonth, last.Year, last.Month}
	default:
		return Deadline{Kind: InYear, Year: last.Year}
	}
}

// DeadlineGroup is the commitments with one deadline.
type DeadlineGroup struct {
	Deadline
	Commitments []*relate.Commitment
}

// ByDeadline groups commitments that have not ended by their deadlines on a date, in the
// order of a planning. In a group the earliest comes first.
func ByDeadline(commitments []*relate.Commitment, date city.Day) []DeadlineGroup {
	sorted := slices.Clone(commitments)
	slices.SortStableFunc(sorted, func(a, b *relate.Commitment) int {
		return cmp.Or(
			cmp.Compare(deadlineOf(a, date).Kind, deadlineOf(b, date).Kind),
			a.Due.Last().Compare(b.Due.Last()))
	})
	var groups []DeadlineGroup
	for i, c := range sorted {
		deadline := deadlineOf(c, date)
		if n := len(groups); n == 0 || groups[n-1].Deadline != deadline {
			groups = append(groups, DeadlineGroup{Deadline: deadline})
		}
		group := &groups[len(groups)-1]
		group.Commitments = sorted[i-len(group.Commitments) : i+1]
	}
	return groups
}

// Planned returns the commitments that are still to be done: those that have not ended and
// were not withdrawn.
func Planned(commitments []*relate.Commitment) []*relate.Commitment {
	return slices.DeleteFunc(slices.Clone(commitments), func(c *relate.Commitment) bool { return c.Ended() || c.Withdrawn() })
}

// planningPages plans the planning of the whole. When that is long the page lists of each
// deadline what fits; all stands on the pages of the wijken and the departments.
func planningPages(s *Site) []*Page {
	page := &Page{Kind: Planning, URL: PlanningURL}
	for _, group := range ByDeadline(Planned(s.Graph.Commitments), s.Graph.Date) {
		if page.Rows.Count()+len(group.Commitments) <= Most {
			page.Rows.Commitments = append(page.Rows.Commitments, group.Commitments...)
		}
	}
	return []*Page{page}
}

// planningOfPages plans the planning of each wijk and each department.
func planningOfPages(s *Site) []*Page {
	pages := pagesOf(s.Graph.Wijken, func(w *relate.Wijk) *Page {
		return &Page{Kind: PlanningOf, URL: WijkPlanningURL(w), Wijk: w, Rows: Rows{Commitments: Planned(w.Commitments)}}
	})
	return append(pages, pagesOf(s.Graph.Departments, func(d *relate.Department) *Page {
		page := &Page{Kind: PlanningOf, URL: DepartmentPlanningURL(d), Department: d}
		page.list(Rows{Commitments: Planned(d.Commitments)}, s.unitsByWijk)
		return page
	})...)
}
