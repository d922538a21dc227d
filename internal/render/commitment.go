package render

import (
	"wijkvisie/internal/city"
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

// fillCommitment fills in the empty row of a commitment.
func (d *desk) fillCommitment(row *commitmentRow, c *relate.Commitment) {
	row.ID, row.Title, row.URL = c.ID.Value, c.Title.Value, d.commitmentURL(c)
	row.Programme, row.Department = d.programmeLink(c.Programme), d.departmentLink(c.Programme.Department)
	row.Explanation, row.News = c.Explanation.Value, d.news(c)
	row.Status, row.When = d.glossary.commitment(c.Status()), d.when(c)
	row.WithdrawnNote = d.withdrawnNote(c.Programme)
	if c.Moved {
		row.First, row.FirstLabel = d.planned(*c.OriginalDue), d.words.Text("commitment.first")
		row.Moved = d.glossary.moved()
	}
	if c.Late {
		row.Late = d.flag(d.glossary.late(), d.lateness(c))
	}
	if c.Quiet {
		quiet := d.glossary.quiet()
		row.Quiet = d.flag(quiet, quiet.Text)
	}
	if c.Successor != nil {
		row.Successor = link{Text: c.Successor.Title.Value, URL: d.commitmentURL(c.Successor)}
		row.SuccessorLabel = d.words.Text("commitment.successor")
	}
}

func (d *desk) flag(b badge, note string) *flag {
	f := d.flags.one()
	*f = flag{b, note}
	return f
}

// withdrawnNote says that what a programme holds no longer counts, empty when it does.
func (d *desk) withdrawnNote(p *relate.Programme) string {
	if !p.Withdrawn {
		return ""
	}
	return d.words.Text("programme.withdrawn-note")
}

// forNeeds adds which needs and wijken a commitment is for.
func (d *desk) forNeeds(row *commitmentRow, c *relate.Commitment) {
	row.Needs = d.links.take(len(c.Needs))
	for i, n := range c.Needs {
		row.Needs[i] = d.needLink(n)
	}
	row.Wijken = d.wijkLinks(c.Wijken)
}

// news returns the newest entry that says something.
func (d *desk) news(c *relate.Commitment) news {
	for i := len(c.Progress) - 1; i >= 0; i-- {
		if text := d.progressText(c.Progress[i]); text != "" {
			return news{d.stamp(c.Progress[i].Date.Day), text}
		}
	}
	return news{}
}

// progressText returns what an entry says: its text, and its reason after it.
func (d *desk) progressText(p *city.Progress) string {
	switch {
	case p.Text.IsZero():
		return p.Reason.Value
	case p.Reason.IsZero():
		return p.Text.Value
	default:
		return d.join(p.Text.Value, " ", p.Reason.Value)
	}
}

// when says when a commitment was or will be done.
func (d *desk) when(c *relate.Commitment) string {
	if c.Status() == relate.Realised || c.Status() == relate.PartlyRealised {
		for i := len(c.Progress) - 1; i >= 0; i-- {
			if p := c.Progress[i]; p.Status.Value == string(c.Status()) {
				return d.say("commitment.done", "date", d.monthYear(p.Date.YearMonth()))
			}
		}
	}
	if c.Due.IsZero() || c.Ended() {
		return ""
	}
	if !c.Due.Known() {
		return d.words.Text("commitment.unplanned")
	}
	return d.say("commitment.planned", "date", d.planned(*c.Due))
}

// lateness says how many whole months a commitment is late.
func (d *desk) lateness(c *relate.Commitment) string {
	months := monthsBetween(c.Due.Last(), d.graph.Date)
	if months == 0 {
		return d.words.Text("flag.late-less-than-a-month")
	}
	return d.count("flag.late-by-months", months)
}

// monthsBetween returns how many whole months lie between two days.
func monthsBetween(from, to city.Day) int {
	n := int(to.Year-from.Year)*12 + int(to.Month) - int(from.Month)
	if n > 0 && from.AddMonths(n).After(to) {
		n--
	}
	return max(n, 0)
}
