package render

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// commitmentRow is a commitment in a list: who, what and how it stands.
type commitmentRow struct {
	ID             string
	Title          string
	URL            string
	Department     link // zero when it does not exist
	Programme      link
	Needs          []link // of a list that is not about one need
	Wijken         []link
	Explanation    string
	News           news // the newest entry with a text or a reason
	Status         badge
	When           string // "klaar maart 2012", "gepland juni 2013"; empty when nothing was planned
	First          string // the date first promised, when it was moved
	FirstLabel     string // "eerst"
	Moved          badge
	Late           *flag
	Quiet          *flag
	Successor      link   // takes over, when it was postponed
	SuccessorLabel string // "Gaat verder als"
	WithdrawnNote  string // says that the programme was withdrawn; empty when it was not
}

// news is one entry of a log.
type news struct {
	Date stamp
	Text string
}

// flag is something to look out for.
type flag struct {
	badge
	Note string // "2 maanden te laat"
}

func (r *Renderer) commitmentRow(c *relate.Commitment, words *glossary) commitmentRow {
	row := commitmentRow{
		ID:            c.ID.Value,
		Title:         c.Title.Value,
		URL:           r.href(plan.CommitmentURL(c)),
		Programme:     r.programmeLink(c.Programme),
		Department:    r.departmentLink(c.Programme.Department),
		Explanation:   c.Explanation.Value,
		News:          r.news(c),
		Status:        words.commitment(c.Status),
		When:          r.when(c),
		WithdrawnNote: r.withdrawnNote(c.Programme),
	}
	if c.Moved {
		row.First, row.FirstLabel = r.planned(c.OriginalDue), r.words.Text("commitment.first")
		row.Moved = words.moved()
	}
	if c.Late {
		row.Late = &flag{words.late(), r.lateness(c)}
	}
	if c.Quiet {
		row.Quiet = &flag{words.quiet(), words.quiet().Text}
	}
	if c.Successor != nil {
		row.Successor = link{Text: c.Successor.Title.Value, URL: r.href(plan.CommitmentURL(c.Successor))}
		row.SuccessorLabel = r.words.Text("commitment.successor")
	}
	return row
}

// withdrawnNote says that what a programme holds no longer counts, empty when it does.
func (r *Renderer) withdrawnNote(p *relate.Programme) string {
	if !p.Withdrawn {
		return ""
	}
	return r.words.Text("programme.withdrawn-note")
}

// forNeeds adds which needs and wijken a commitment is for.
func (r *Renderer) forNeeds(row *commitmentRow, c *relate.Commitment) {
	for _, n := range c.Needs {
		row.Needs = append(row.Needs, r.needLink(n))
	}
	for _, w := range c.Wijken {
		row.Wijken = append(row.Wijken, r.wijkLink(w))
	}
}

// news returns the newest entry that says something.
func (r *Renderer) news(c *relate.Commitment) news {
	for i := len(c.Progress) - 1; i >= 0; i-- {
		if text := progressText(c.Progress[i]); text != "" {
			return news{r.stamp(c.Progress[i].Date.Day), text}
		}
	}
	return news{}
}

// progressText returns what an entry says: its text, and its reason after it.
func progressText(p *city.Progress) string {
	switch {
	case p.Text.IsZero():
		return p.Reason.Value
	case p.Reason.IsZero():
		return p.Text.Value
	default:
		return p.Text.Value + " " + p.Reason.Value
	}
}

// when says when a commitment was or will be done.
func (r *Renderer) when(c *relate.Commitment) string {
	if c.Status == relate.Realised || c.Status == relate.PartlyRealised {
		for i := len(c.Progress) - 1; i >= 0; i-- {
			if p := c.Progress[i]; p.Status.Value == string(c.Status) {
				return r.words.Text("commitment.done", "date", r.monthYear(p.Date.Year, p.Date.Month))
			}
		}
	}
	if c.Due.IsZero() || c.Ended() {
		return ""
	}
	if !c.Due.Known() {
		return r.words.Text("commitment.unplanned")
	}
	return r.words.Text("commitment.planned", "date", r.planned(c.Due))
}

// lateness says how many whole months a commitment is late.
func (r *Renderer) lateness(c *relate.Commitment) string {
	months := monthsBetween(c.Due.Last(), r.graph.Date)
	if months == 0 {
		return r.words.Text("flag.late-less-than-a-month")
	}
	return r.words.Count("flag.late-by-months", months)
}

// monthsBetween returns how many whole months lie between two days.
func monthsBetween(from, to city.Day) int {
	n := (to.Year-from.Year)*12 + to.Month - from.Month
	if n > 0 && from.AddMonths(n).After(to) {
		n--
	}
	return max(n, 0)
}
