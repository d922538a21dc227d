package city

import (
	"slices"

	"wijkvisie/internal/source"
)

// Commitment is a toezegging: one thing a department promises.
type Commitment struct {
	FirstLine   source.Pos
	ID          source.Text
	Title       source.Text
	Needs       []source.Text // wijk/need
	Wijken      []source.Text // of a commitment that answers no need
	Partners    []source.Text
	Start       PlannedDate
	Due         PlannedDate // gereed: the date first promised
	Budget      int         // whole euros; -1 when not written
	Cover       source.Text // dekking
	Source      Source
	Explanation source.Text
	PromisedOn  Date // toegezegd-op: when later than the adoption of the programme
	Progress    []*ProgressEntry
	Former      []source.Text
}

// ProgressEntry is an entry of voortgang: what happened to a commitment on a day.
type ProgressEntry struct {
	Date   Date
	Status source.Text // one of the progress statuses; zero when the entry has none
	Text   source.Text
	Due    PlannedDate // a new planned date
	Reason source.Text // why the date or the status changed
	To     source.Text // naar: the commitment that takes over
	Source Source      // bron: where it can be verified; its URL may be a file in media/
	Image  *EvidenceImage
}

// Evidence returns where the proof of an entry is: what was written of the address of its
// bron and the file of its beeld. Each may be a file in media/.
func (e *ProgressEntry) Evidence() []source.Text {
	var all []source.Text
	if !e.Source.URL.IsZero() {
		all = append(all, e.Source.URL)
	}
	if e.Image != nil && !e.Image.File.IsZero() {
		all = append(all, e.Image.File)
	}
	return all
}

// EvidenceImage is the picture that an entry of voortgang shows (beeld); both fields are
// required.
type EvidenceImage struct {
	File source.Text // relative to the file, in media/
	Alt  source.Text
}

// The statuses of a commitment, as written.
const (
	NotStarted     = "niet-gestart"
	InPreparation  = "in-voorbereiding"
	InProgress     = "in-uitvoering"
	Realised       = "gerealiseerd"
	PartlyRealised = "deels-gerealiseerd"
	Postponed      = "doorgeschoven"
	Dropped        = "vervallen"
)

// LaterDates returns the entries of voortgang that move the planned date to a later one, the
// oldest first: each needs a reason. A date that became finer within the date first promised,
// or earlier than it was, is not a later one. Of a date that was known, onbekend and
// doorlopend are. Entries without a datum are left out.
func (c *Commitment) LaterDates() []*ProgressEntry {
	entries := slices.DeleteFunc(slices.Clone(c.Progress), func(e *ProgressEntry) bool { return e.Date.IsZero() })
	slices.SortStableFunc(entries, func(a, b *ProgressEntry) int { return a.Date.Compare(b.Date.Day) })
	var later []*ProgressEntry
	now := c.Due                   // as planned
	var original, last PlannedDate // the first and the newest that are known
	if now.Known() {
		original, last = now, now
	}
	for _, e := range entries {
		switch {
		case e.Due.IsZero():
			continue
		case !e.Due.Known():
			if now.Known() {
				later = append(later, e)
			}
		case !original.Known():
			original, last = e.Due, e.Due
		default:
			if original.Passed(e.Due.Last()) && last.Passed(e.Due.Last()) {
				later = append(later, e)
			}
			last = e.Due
		}
		now = e.Due
	}
	return later
}

// Was reports whether the commitment had an id before.
func (c *Commitment) Was(id string) bool {
	return slices.ContainsFunc(c.Former, func(old source.Text) bool { return old.Value == id })
}
