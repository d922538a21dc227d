package view

import (
	"html/template"
	"math"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/chart"
	"wijkvisie/internal/theme"
)

// needLine is a need on one line: what the municipality says of it at one end, what the wijk
// finds of it at the other, and between them when it was promised and how that stands.
type needLine struct {
	link
	ID        string // the anchor on the page
	Rank      int    // 0 when not ranked
	RankLabel string // "Prioriteit"
	Keys      needKeys
	Status    Badge
	Dates     string        // "eerst beloofd oktober 2011, nu juni 2013"; empty when none is known
	Course    template.HTML // the same dates, drawn; empty when no need of the page has any
	Verdict   *lineVerdict  // nil when the wijk has nothing to judge yet
}

// lineVerdict is what the wijk finds of a need, or that it has not said so yet.
type lineVerdict struct {
	Badge        // zero when it has not
	Text  string // "Wijkraad: gelukt"
}

// needKeys is what a need is filtered by.
type needKeys struct{ Theme, Status, Areas string }

// needLines is needs on a line each, under one axis.
type needLines struct {
	Lines []needLine
	Years template.HTML // the head of the axis; empty when no need has a date
	Signs []sign        // what is drawn

	StatusHead, VerdictHead string
}

// sign is a word of the key to the drawings.
type sign struct {
	Picture template.HTML
	Text    string
}

// mostYears is how far the axis goes before and after the reference date. What lies beyond
// it runs off the axis.
const mostYears = 8

// needLines returns needs of a vision on a line each.
func (b *pageBuilder) needLines(asked []*relate.Appearance) needLines {
	list := needLines{Lines: make([]needLine, len(asked)), StatusHead: b.Words.Text("line.head-status"), VerdictHead: b.Words.Text("line.head-verdict")}
	courses := make([]*chart.Course, len(asked))
	for i, a := range asked {
		list.Lines[i], courses[i] = b.needLine(a)
	}
	axis, ok := b.axisOf(courses, asked)
	if !ok {
		return list
	}
	for i, c := range courses {
		b.scratch = axis.AppendCourse(b.scratch[:0], c)
		list.Lines[i].Course = trustedHTML(b.scratch)
	}
	b.scratch = axis.AppendHead(b.scratch[:0])
	list.Years = trustedHTML(b.scratch)
	list.Signs = b.signs(courses)
	return list
}

func (b *pageBuilder) needLine(a *relate.Appearance) (needLine, *chart.Course) {
	status := b.glossary.need(a.Of.Status)
	course := &chart.Course{Tone: status.Tone}
	return needLine{
		link:      link{Text: a.Title.Value, URL: b.needLink(a.Of).URL},
		ID:        a.ID.Value,
		Rank:      a.Priority,
		RankLabel: b.Words.Text("need.priority"),
		Keys:      needKeysOf(a),
		Status:    status,
		Dates:     b.lineDates(a.Of, course),
		Verdict:   b.lineVerdict(a.Of),
	}, course
}

func needKeysOf(a *relate.Appearance) needKeys {
	keys := needKeys{Status: a.Of.Status.String(), Areas: joinIDs(a.Areas(), " ")}
	if a.Theme != nil {
		keys.Theme = a.Theme.ID.Value
	}
	return keys
}

// lineVerdict returns what the wijk finds of a need in a few words. Of what is done it says
// that the wijk did not judge yet.
func (b *pageBuilder) lineVerdict(n *relate.Need) *lineVerdict {
	j := n.Judgement
	switch {
	case j != nil && !j.Date.Before(n.AskedSince):
		badge := b.glossary.verdict(j.Verdict.Value)
		who := strings.TrimSuffix(j.By.Value, " "+n.Wijk.Name.Value)
		if j.Outdated {
			return &lineVerdict{badge, b.Words.Text("line.verdict-outdated", "who", who, "verdict", theme.LowerFirst(badge.Text), "date", b.month(j.Date.Day))}
		}
		return &lineVerdict{badge, b.Words.Text("line.verdict", "who", who, "verdict", theme.LowerFirst(badge.Text))}
	case n.Status == relate.NeedKept || n.Status == relate.NeedPartlyKept:
		return &lineVerdict{Text: b.Words.Text("line.no-verdict")}
	default:
		return nil
	}
}

// lineDates returns the dates of a need in words, and adds the same to its course.
func (b *pageBuilder) lineDates(n *relate.Need, course *chart.Course) string {
	switch n.Status {
	case relate.NeedUntracked:
		return ""
	case relate.NeedUnanswered, relate.NeedInvestigating, relate.NeedNotIncluded:
		return b.datesOfAnswer(n, course)
	default:
		now, _ := askings(n)
		last, first := lastPromise(n, now.commitments)
		return b.datesOfPromise(n, last, first, course)
	}
}

// datesOfAnswer returns since when a need waits for an answer, or when it had one.
func (b *pageBuilder) datesOfAnswer(n *relate.Need, course *chart.Course) string {
	since, until := n.OpenSince(), b.graph.Date
	text := ""
	switch {
	case n.Status == relate.NeedInvestigating:
		until = n.Answer().Date.Day
		text = b.Words.Text("line.studied", "date", b.month(until))
		course.Mark(chart.MarkStudied, moment(until))
		course.Draw(chart.StrokeWaiting, moment(until), moment(b.graph.Date))
	case n.Status == relate.NeedNotIncluded:
		until = n.Answer().Date.Day
		text = b.Words.Text("line.answered", "date", b.month(until))
		course.Mark(chart.MarkNo, moment(until))
	case !since.IsZero():
		text = b.Words.Text("line.open-since", "date", b.month(since), "long", b.Words.Duration(since.MonthsUntil(until)))
	}
	if !since.IsZero() && since.Before(until) {
		course.Mark(chart.MarkAsked, moment(since))
		course.Draw(chart.StrokeWaiting, moment(since), moment(until))
	}
	return text
}

// datesOfPromise returns when a commitment was first promised to be done, and what became
// of it.
func (b *pageBuilder) datesOfPromise(n *relate.Need, c *relate.Commitment, first city.PlannedDate, course *chart.Course) string {
	switch {
	case n.Outcome(c) == relate.Lost:
		return b.datesOfLost(c, first, course)
	case c.Done():
		done := moment(c.StatusSince)
		if isWithin(c.StatusSince, first) {
			course.Mark(chart.MarkKept, done)
			return b.Words.Text("line.done-as-promised", "date", b.month(c.StatusSince))
		}
		text := b.fromFirst(first, done, course, b.Words.Text("line.done", "date", b.month(c.StatusSince)))
		course.Mark(chart.MarkNow, done)
		return text
	case c.Due.Known():
		return b.datesOfPlanned(c, first, course)
	case c.Due.IsOngoing() && first.Known():
		return b.fromFirst(first, beyond, course, b.Words.Text("line.now-ongoing"))
	case c.Due.IsOngoing():
		if from := startOf(c); !from.IsZero() {
			course.Draw(chart.StrokeEven, moment(from), beyond)
		}
		return b.Words.Text("line.ongoing")
	case first.Known():
		course.Draw(chart.StrokeWaiting, moment(first.Last()), beyond)
		course.Mark(chart.MarkFirst, moment(first.Last()))
		return b.Words.Text("line.first", "first", b.Words.Planned(first), "now", b.Words.Text("line.now-unknown"))
	default:
		course.Draw(chart.StrokeWaiting, moment(b.graph.Date), beyond)
		return b.Words.Text("line.unknown")
	}
}

// beyond is a moment after all others.
const beyond = math.MaxFloat64

// datesOfLost returns since when nothing comes of a commitment any more.
func (b *pageBuilder) datesOfLost(c *relate.Commitment, first city.PlannedDate, course *chart.Course) string {
	day, key := c.StatusSince, "line.dropped"
	switch {
	case c.Withdrawn():
		day, key = c.Programme.WithdrawnOn.Day, "line.withdrawn"
	case c.Status == relate.Postponed:
		key = "line.postponed"
	}
	text := b.Words.Text(key, "date", b.month(day))
	if first.Known() {
		course.Draw(chart.StrokeEven, moment(first.Last()), moment(day))
		course.Mark(chart.MarkFirst, moment(first.Last()))
		text = b.Words.Text("line.first", "first", b.Words.Planned(first), "now", text)
	}
	course.Mark(chart.MarkNo, moment(day))
	return text
}

// datesOfPlanned returns when a commitment is planned. On a date that has passed nothing was
// done: it is drawn as another date that was promised, from which one waits.
func (b *pageBuilder) datesOfPlanned(c *relate.Commitment, first city.PlannedDate, course *chart.Course) string {
	due, date := moment(c.Due.Last()), b.Words.Planned(c.Due)
	moved := first.Known() && b.Words.Planned(first) != date
	late := c.Due.Passed(b.graph.Date)
	if late {
		course.Draw(chart.StrokeWaiting, due, moment(b.graph.Date))
	}
	text := ""
	switch {
	case moved && late:
		text = b.fromFirst(first, due, course, b.Words.Text("line.now-late", "date", date))
	case moved:
		text = b.fromFirst(first, due, course, b.Words.Text("line.now", "date", date))
	case late:
		text = b.Words.Text("line.late", "date", date)
	default:
		text = b.Words.Text("line.planned", "date", date)
	}
	switch {
	case late:
		course.Mark(chart.MarkFirst, due)
	case moved:
		course.Mark(chart.MarkNow, due)
	default:
		course.Mark(chart.MarkKept, due)
	}
	return text
}

// fromFirst draws from the date that was first promised to a later or an earlier moment, and
// returns both in words. Without a first date it returns the other alone.
func (b *pageBuilder) fromFirst(first city.PlannedDate, to float64, course *chart.Course, now string) string {
	if !first.Known() {
		return now
	}
	from, kind := moment(first.Last()), chart.StrokeEven
	if to > from {
		kind = chart.StrokeLater
	}
	course.Draw(kind, from, to)
	course.Mark(chart.MarkFirst, from)
	return b.Words.Text("line.first", "first", b.Words.Planned(first), "now", now)
}

// startOf returns when work on a commitment begins, else when it was promised.
func startOf(c *relate.Commitment) city.Day {
	if c.Start.Known() {
		return c.Start.Last()
	}
	return c.PromisedOn
}

// month returns the month of a day in words: mei 2011.
func (b *Builder) month(d city.Day) string { return b.Words.Month(d.YearMonth()) }

// isWithin reports whether a day is in the month, the quarter or the year that a planned
// date names. Of a planned day it is the month.
func isWithin(day city.Day, p city.PlannedDate) bool {
	last := p.Last()
	switch {
	case !p.Known() || p.Passed(day) || day.Year != last.Year:
		return false
	case p.Precision == city.ByYear:
		return true
	case p.Precision == city.ByQuarter:
		return (day.Month-1)/3 == (last.Month-1)/3
	default:
		return day.Month == last.Month
	}
}

// lastPromise returns the commitment to a need that was done last, or is to be, and the date
// that was first promised for it; nil when there is none.
//
// The need is met no sooner than by that one, so its two dates are those of the need. The
// earliest date of all would tell that the need is late when something was promised in
// addition, and the latest would hide that a part is late. A commitment that was handed on
// stands with what took it over: the first date is the one from before that, the earliest if
// there are several. One that was lost counts when all are.
func lastPromise(n *relate.Need, commitments []*relate.Commitment) (last *relate.Commitment, first city.PlannedDate) {
	handedOn := func(c *relate.Commitment) bool { return n.Outcome(c) == relate.HandedOn }
	for _, c := range commitments {
		if slices.ContainsFunc(commitments, func(before *relate.Commitment) bool { return before.Successor == c && handedOn(before) }) {
			continue // it stands with what it took over
		}
		end, promised := c, c.OriginalDue
		for range commitments {
			if !handedOn(end) {
				break
			}
			end = end.Successor
			if !promised.Known() {
				promised = end.OriginalDue
			}
		}
		switch order := compareLast(n, end, last); {
		case order > 0, order == 0 && promised.Known() && (!first.Known() || promised.Last().Before(first.Last())):
			last, first = end, promised
		}
	}
	return last, first
}

// compareLast orders commitments to a need by when they are done: those that were lost, those
// that are done, those that go on, those that are planned, and those of which nobody knows.
func compareLast(n *relate.Need, a, b *relate.Commitment) int {
	rank := func(c *relate.Commitment) (rank int, day city.Day) {
		switch {
		case c == nil:
			return -1, day
		case n.Outcome(c) == relate.Lost && c.Withdrawn():
			return 0, c.Programme.WithdrawnOn.Day
		case n.Outcome(c) == relate.Lost:
			return 0, c.StatusSince
		case c.Done():
			return 1, c.StatusSince
		case c.Due.IsOngoing():
			return 2, day
		case c.Due.Known():
			return 3, c.Due.Last()
		}
		return 4, day
	}
	rankA, dayA := rank(a)
	rankB, dayB := rank(b)
	if rankA != rankB {
		return rankA - rankB
	}
	return dayA.Compare(dayB)
}

// axisOf returns the axis of the courses of needs, not ok when nothing is drawn. It begins
// with the vision, or with what was promised before that. What was asked long ago does not
// stretch it.
func (b *pageBuilder) axisOf(courses []*chart.Course, asked []*relate.Appearance) (axis chart.Axis, ok bool) {
	today := b.graph.Date.Year
	axis = chart.Axis{From: today, To: today, Today: moment(b.graph.Date)}
	for _, a := range asked {
		if day := a.AskedOn(); !day.IsZero() {
			axis.Include(moment(day))
		}
	}
	for _, c := range courses {
		ok = ok || !c.IsEmpty()
		for _, m := range c.Marks {
			if m.Kind != chart.MarkAsked {
				axis.Include(m.At)
			}
		}
	}
	axis.From, axis.To = max(axis.From, today-mostYears), min(axis.To, today+mostYears)
	return axis, ok
}

// signs returns the key to some courses: what is drawn in them.
func (b *pageBuilder) signs(courses []*chart.Course) []sign {
	var signs []sign
	add := func(picture []byte, text string) {
		b.scratch = picture
		signs = append(signs, sign{trustedHTML(picture), text})
	}
	for _, of := range []struct {
		mark chart.MarkKind
		key  string
	}{
		{chart.MarkFirst, "line.sign-first"},
		{chart.MarkNow, "line.sign-now"},
		{chart.MarkKept, "line.sign-kept"},
		{chart.MarkStudied, "line.sign-studied"},
		{chart.MarkNo, "line.sign-no"},
	} {
		if hasMark(courses, of.mark) {
			add(chart.AppendMarkSign(b.scratch[:0], of.mark), b.Words.Text(of.key))
		}
	}
	if hasStroke(courses, chart.StrokeLater) {
		add(chart.AppendSign(b.scratch[:0], chart.StrokeLater), b.Words.Text("line.sign-later"))
	}
	switch {
	case hasMark(courses, chart.MarkAsked):
		add(chart.AppendSign(b.scratch[:0], chart.StrokeWaiting, chart.MarkAsked), b.Words.Text("line.sign-asked"))
	case hasStroke(courses, chart.StrokeWaiting):
		add(chart.AppendSign(b.scratch[:0], chart.StrokeWaiting), b.Words.Text("line.sign-waiting"))
	}
	add(chart.AppendTodaySign(b.scratch[:0]), b.date(b.graph.Date))
	return signs
}

func hasMark(courses []*chart.Course, kind chart.MarkKind) bool {
	return slices.ContainsFunc(courses, func(c *chart.Course) bool {
		return slices.ContainsFunc(c.Marks, func(m chart.Mark) bool { return m.Kind == kind })
	})
}

func hasStroke(courses []*chart.Course, kind chart.StrokeKind) bool {
	return slices.ContainsFunc(courses, func(c *chart.Course) bool {
		return slices.ContainsFunc(c.Strokes, func(s chart.Stroke) bool { return s.Kind == kind })
	})
}
