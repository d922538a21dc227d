// Package report tells what happened in a city between two days, how it stands on the later one
// and what is to come, for who has to steer: in sentences, each with the places in the content
// where it was written.
//
// New takes the graphs of the same content on both days and returns the sentences; Text, Markdown
// and HTML write them. What a report has is in the table in kind.go, a row for each kind of thing
// that it tells. The graph has nothing that is hidden, so neither has a report.
//
// The figures at the beginning can be counted in the open data of both days. What happened is
// what exists on the later day and not on the earlier one, whatever the day that was written with
// it: a programme that was under embargo is news when it is published.
package report

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme"
)

// Scope is what a report is about: the whole city, a wijk, a department, or what that does for a
// wijk. They are of the graph of the later day.
type Scope struct {
	Wijk       *relate.Wijk       // nil for all
	Department *relate.Department // nil for all
}

// Report is a report. Its texts are plain text in one language.
type Report struct {
	Lang     string // nl or en
	Title    string
	Between  string // the days
	Notice   string // of the site; may be empty
	Summary  Summary
	Chapters []Chapter
	words    *theme.Words
}

// Summary is how a report begins: in figures.
type Summary struct {
	Title      string
	Paragraphs []string
	Table      Table
}

// Table is how many needs there were and are, by status. Without needs it has no rows.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]string // each begins with its title; the last has the totals
}

// Chapter is a part of a report.
type Chapter struct {
	Title    string
	Sections []Section
	Nothing  string // what it says without sections
}

// Section is the things of one kind.
type Section struct {
	Title  string
	Groups []Group
}

// Group is what belongs together in a section: that of a wijk.
type Group struct {
	Title     string // empty when all of the section is of one wijk
	Sentences []Sentence
}

// Sentence is one or a few sentences on one thing.
type Sentence struct {
	Text    string
	Sources []source.Pos // where it was written; at least one

	Need       *relate.Need       // that it is about; nil when it is about something else
	Commitment *relate.Commitment // that it is about; nil when it is about something else
}

// New returns the report of what changed between two days in a scope. Both graphs are of the
// same content.
func New(words *theme.Words, before, now *relate.Graph, scope Scope) *Report {
	b := newBuilder(words, before, now, scope)
	r := &Report{
		Lang:    words.Lang,
		Title:   b.title(),
		Between: words.Text("report.between", "since", words.Day(before.Date), "date", words.Day(now.Date)),
		Notice:  now.Site.Notice.Value,
		words:   words,
	}
	for _, c := range chapters() {
		chapter := Chapter{Title: words.Text(c.key + "title"), Nothing: words.Text(c.key + "none")}
		for _, k := range c.kinds {
			if items := k.items(b); len(items) > 0 {
				chapter.Sections = append(chapter.Sections, Section{words.Text(k.key), b.grouped(items)})
			}
		}
		r.Chapters = append(r.Chapters, chapter)
	}
	r.Summary = b.summary()
	return r
}

// builder makes the report of a scope.
type builder struct {
	*theme.Words
	Scope
	before, now *relate.Graph
	was         map[*city.Commitment]*relate.Commitment // on the earlier day
	events      []*relate.Event                         // that are not there on the earlier day, oldest first
	commitments []commitment                            // by id
}

// eventKey identifies an event on both days.
type eventKey struct {
	kind relate.EventKind
	pos  source.Pos
}

func newBuilder(words *theme.Words, before, now *relate.Graph, scope Scope) *builder {
	b := &builder{Words: words, Scope: scope, before: before, now: now, was: make(map[*city.Commitment]*relate.Commitment)}
	known := make(map[eventKey]bool, len(before.Events()))
	for _, e := range before.Events() {
		known[eventKey{e.Kind, e.Pos}] = true
	}
	for _, e := range slices.Backward(now.Events()) {
		if !known[eventKey{e.Kind, e.Pos}] && b.concerns(e) {
			b.events = append(b.events, e)
		}
	}
	for _, c := range before.Commitments {
		b.was[c.Commitment] = c
	}
	entries := make(map[*city.ProgressEntry]bool)
	for _, e := range b.events {
		entries[e.Progress] = true
	}
	for _, c := range now.Commitments {
		if b.hasWijk(c.Wijken) && b.hasDepartment(c.Programme) {
			b.commitments = append(b.commitments, newCommitment(c, b.was[c.Commitment], entries))
		}
	}
	return b
}

// title returns the title of the site, with what the report is about.
func (b *builder) title() string {
	title := b.now.Site.Title.Value
	if name := b.name(); name != "" {
		return b.Text("report.title-of", "title", title, "name", name)
	}
	return b.Text("report.title", "title", title)
}

// name returns the names of the wijk and the department; empty when it is the whole city.
func (s Scope) name() string {
	var names []string
	if s.Wijk != nil {
		names = append(names, s.Wijk.Name.Value)
	}
	if s.Department != nil {
		names = append(names, s.Department.Name.Value)
	}
	return strings.Join(names, ", ")
}

// hasWijk reports whether one of some wijken is in the scope.
func (b *builder) hasWijk(list []*relate.Wijk) bool {
	return b.Wijk == nil || slices.Contains(list, b.Wijk)
}

// hasDepartment reports whether the department of a programme is in the scope.
func (b *builder) hasDepartment(p *relate.Programme) bool {
	return b.Department == nil || p.Department != nil && p.Department.ID == b.Department.ID
}

// hasNeed reports whether a need, of either day, is in the scope.
func (b *builder) hasNeed(n *relate.Need) bool {
	if b.Wijk != nil && n.Wijk.ID != b.Wijk.ID {
		return false
	}
	inScope := func(p *relate.Programme) bool { return b.hasDepartment(p) }
	return b.Department == nil ||
		slices.ContainsFunc(n.Commitments, func(c *relate.Commitment) bool { return inScope(c.Programme) }) ||
		slices.ContainsFunc(n.Answers, func(a *relate.Answer) bool { return inScope(a.Programme) })
}

// concerns reports whether an event is in the scope. What happened to a vision as a whole is of
// no department.
func (b *builder) concerns(e *relate.Event) bool {
	switch {
	case e.Vision != nil:
		return b.Department == nil && b.hasWijk(e.Wijken())
	case e.Need != nil:
		return b.hasNeed(e.Need.Of)
	case e.Judgement != nil && e.Judgement.About != nil:
		return b.hasWijk(e.Wijken()) && b.hasDepartment(e.Judgement.About.Programme)
	case e.Judgement != nil:
		return b.hasNeed(e.Judgement.Need)
	case e.Answer != nil:
		return b.hasWijk(e.Wijken()) && b.hasDepartment(e.Answer.Programme)
	case e.Programme != nil:
		return b.hasWijk(e.Wijken()) && b.hasDepartment(e.Programme)
	}
	return b.hasWijk(e.Wijken()) && b.hasDepartment(e.Commitment.Programme)
}

// needs returns the needs of current visions that are in the scope, on one of the days.
func (b *builder) needs(g *relate.Graph) []*relate.Need {
	var list []*relate.Need
	for _, n := range g.Needs {
		if n.Current && b.hasNeed(n) {
			list = append(list, n)
		}
	}
	return list
}
