// Package relate links the records of a city both ways and derives how things
// stand on a reference date, as "What is derived, never typed" in the manual
// of the content format says.
//
// The graph holds what is visible on that date and nothing else: concepts,
// embargoes and everything dated later are not in it, so no page can show them
// by mistake. References that lead nowhere are left out without a word; package
// check reports them. Relating cannot fail.
package relate

import (
	"slices"

	"github.com/paulmach/orb"

	"wijkvisie/internal/city"
)

// Options say what is visible.
type Options struct {
	Date   city.Day // the reference date (peildatum)
	Drafts bool     // also concepts and what is under embargo
}

// Graph is a city as of a date: everything that is visible, linked both ways.
// It does not change after Relate and may be read from many goroutines.
type Graph struct {
	Options
	Site        *city.Site    // never nil
	Themes      []*Theme      // in display order
	Wijken      []*Wijk       // in display order: volgorde, then name
	Departments []*Department // by name
	Programmes  []*Programme  // newest period first, then by title
	Pages       []*Page       // by order, then title
	Needs       []*Need       // by wijk in display order, then as in Wijk.Needs
	Commitments []*Commitment // by id
	Answers     []*Answer     // by need, then newest first
	Events      []*Event      // newest first
	Hidden      []Hidden      // by path
	Figures     Figures       // of the needs of current visions

	index func() *Index
}

// Index finds every record by its id, hidden ones too. It is made when it is first
// asked for.
func (g *Graph) Index() *Index { return g.index() }

// Draft says why a file is not published, and shows only under Options.Drafts.
type Draft struct {
	Concept bool
	Embargo city.Day // the day it will be published; zero when it has no embargo
}

// IsZero tells whether the file is published.
func (d Draft) IsZero() bool { return !d.Concept && d.Embargo.IsZero() }

// Hidden is a file that is not published.
type Hidden struct {
	Path string
	Draft
}

// Theme is a subject with the needs and commitments of all wijken.
type Theme struct {
	*city.Theme
	Needs       []*Need       // of current visions, by wijk in display order, then priority
	Commitments []*Commitment // that answer a need of the theme, by id
	Figures     Figures
}

// Wijk is a neighbourhood with its visions and what they led to.
type Wijk struct {
	*city.Wijk
	Visions     []*Vision        // all visible ones, the newest period first
	Current     *Vision          // nil when there is none yet
	Upcoming    []*Vision        // begin later than the current one
	Archive     []*Vision        // the others
	Needs       []*Need          // those of the current vision by priority, then the others by id
	Commitments []*Commitment    // for a need of the wijk or for the wijk as a whole, by id
	Figures     Figures          // of the needs of the current vision
	Shape       orb.MultiPolygon // its areas of the map, in degrees (WGS84); empty when the map has none
	Draft       Draft
	Rank        int // its place in Graph.Wijken

	alone []*Wijk          // itself, for all that concerns no other
	named map[string]*Need // its needs, by every name that one has or had, while the graph is made
}

// CurrentNeeds returns the needs of the current vision, by priority; those not
// ranked come last, in the order of the file.
func (w *Wijk) CurrentNeeds() []*Need { return w.Needs[:w.Figures.Total] }

// Vision is a wijkvisie.
type Vision struct {
	*city.Vision
	Wijk  *Wijk
	Needs []*Appearance // by priority; those not ranked last, in the order of the file
	Draft Draft
}

// Appearance is a need as one vision has it. A need that was carried over has
// one in each vision.
type Appearance struct {
	*city.Need
	Vision *Vision
	Of     *Need
	Theme  *Theme // nil when the theme does not exist
}

// Need is a behoefte: one thing a wijk asks for, through all its visions.
type Need struct {
	ID          string // wijk/need
	Wijk        *Wijk
	Main        *Appearance   // whose data count: of the current vision, else of the newest
	Appearances []*Appearance // the newest vision first
	Commitments []*Commitment // in the order of their programmes' periods, then as written
	Rank        int32         // its place in Graph.Needs
	Status      NeedStatus
	Current     bool // the current vision has it: it counts in figures
	*Replies
}

// Replies is what was said of a need. Those of which nothing was said, which are most,
// share one that is empty.
type Replies struct {
	Answers    []*Answer    // newest first
	Judgements []*Judgement // oldest first
}

var noReplies Replies // never changes

// replies returns the replies to write in, which are then the need's own.
func (n *Need) replies() *Replies {
	if n.Replies == &noReplies {
		n.Replies = new(Replies)
	}
	return n.Replies
}

// Name returns the part of the id after the slash.
func (n *Need) Name() string { return n.Main.ID.Value }

// Former returns the older names of the need, without the wijk.
func (n *Need) Former() []string {
	var names []string
	for _, a := range n.Appearances {
		if a.ID.Value != n.Name() {
			names = append(names, a.ID.Value)
		}
		for _, old := range a.Former {
			names = append(names, old.Value)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Areas returns the buurten that the need names and its wijk has.
func (a *Appearance) Areas() []*city.Buurt {
	if len(a.Buurten) == 0 {
		return nil
	}
	list := make([]*city.Buurt, 0, len(a.Buurten))
	for _, ref := range a.Buurten {
		for _, b := range a.Of.Wijk.Buurten {
			if b.ID.Value == ref.Value {
				list = append(list, b)
				break
			}
		}
	}
	return list
}

// Judgement is what the wijk finds of how a need was met.
type Judgement struct {
	*city.Judgement
	Vision *Vision // where it was written
	Need   *Need
}

// Department is a dienst.
type Department struct {
	*city.Department
	Programmes   []*Programme  // newest period first
	Commitments  []*Commitment // by id
	Answers      []*Answer     // newest first
	Needs        []*Need       // of current visions, that it committed to or answered; by wijk, then priority
	Successor    *Department
	Predecessors []*Department
}

// Programme is a programma.
type Programme struct {
	*city.Programme
	Department  *Department   // nil when it does not exist
	Commitments []*Commitment // as written
	Answers     []*Answer     // as written
	Withdrawn   bool          // what it holds counts in no derived state
	Draft       Draft
}

// Commitment is a toezegging and how it stands.
type Commitment struct {
	*city.Commitment
	Programme   *Programme
	Needs       []*Need
	Wijken      []*Wijk           // of its needs and those it names, in display order
	Progress    []*city.Progress  // up to the reference date, oldest first
	Due         *city.PlannedDate // as planned now; never nil
	OriginalDue *city.PlannedDate // as first promised; never nil
	Successor   *Commitment       // takes over, when it was postponed
	Late        bool              // vertraagd
	Moved       bool              // verschoven
	Quiet       bool              // stil: not updated for long
	Rank        int32             // its place in Graph.Commitments

	decides *city.Progress // the newest entry that has a status; nil when there is none
}

// Status returns how the commitment stands.
func (c *Commitment) Status() CommitmentStatus {
	if c.decides == nil {
		return NotStarted
	}
	return CommitmentStatus(c.decides.Status.Value)
}

// Ended tells whether nothing more is to be expected of the commitment itself.
func (c *Commitment) Ended() bool {
	switch c.Status() {
	case Realised, PartlyRealised, Dropped:
		return true
	case Postponed:
		return c.handedOn()
	default:
		return false
	}
}

// Answer is what a department says to a need without committing.
type Answer struct {
	*city.Answer
	Programme *Programme
	Of        *Need
}

// Page is a loose page.
type Page struct {
	*city.Page
	Draft Draft
}
