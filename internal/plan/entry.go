package plan

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Entry is something that can be found by searching.
type Entry struct {
	Kind  EntryKind
	Title string
	URL   string
	Note  string // the wijk of a need or a vision, the department of a commitment or a programme
	Of    any    // a *relate.Wijk, Need, Vision, Commitment, Department, Programme, Theme or Page, or *city.Site
}

// EntryKind is what an entry leads to.
type EntryKind uint8

// The kinds of entry, in the order in which a list has them.
const (
	WijkEntry EntryKind = iota
	NeedEntry
	VisionEntry // all but the current one of a wijk, which the page of the wijk tells
	CommitmentEntry
	DepartmentEntry
	ProgrammeEntry
	ThemeEntry
	ContactEntry // how to reach a wijk, a department or the municipality
	PageEntry

	// EntryKinds is the number of kinds.
	EntryKinds = iota
)

// String returns the kind as the keys of the words of a theme have it: "wijken".
func (k EntryKind) String() string {
	return [...]string{"wijken", "needs", "visions", "commitments", "departments", "programmes", "themes", "contacts", "pages"}[k]
}

// folder returns the folder of a part of a list that has entries of the kind.
func (k EntryKind) folder() string {
	return [...]string{"wijken", "behoeften", "wijkvisies", "toezeggingen", "diensten", "programmas", "themas", "contact", "paginas"}[k]
}

// wijken returns whom an entry concerns. It is not ok for what belongs to the whole.
func (e *Entry) wijken() (wijken []*relate.Wijk, ok bool) {
	switch of := e.Of.(type) {
	case *relate.Wijk:
		return []*relate.Wijk{of}, true
	case *relate.Need:
		return []*relate.Wijk{of.Wijk}, true
	case *relate.Vision:
		return []*relate.Wijk{of.Wijk}, true
	case *relate.Commitment:
		return of.Wijken, true
	}
	return nil, false
}

// Entries returns everything that can be found by searching.
func (s *Site) Entries() []Entry { return s.entries() }

// newEntries returns everything that can be found, kind by kind in display order.
func newEntries(g *relate.Graph) []Entry {
	entries := make([]Entry, 0, len(g.Wijken)+len(g.Needs)+len(g.Commitments)+len(g.Departments)+len(g.Programmes)+len(g.Themes)+len(g.Pages))
	for _, w := range g.Wijken {
		entries = append(entries, Entry{WijkEntry, w.Name.Value, WijkURL(w), "", w})
	}
	for _, n := range g.Needs {
		entries = append(entries, Entry{NeedEntry, n.Main.Title.Value, NeedURL(n), n.Wijk.Name.Value, n})
	}
	for _, w := range g.Wijken {
		for _, v := range w.Visions {
			if v != w.Current {
				entries = append(entries, Entry{VisionEntry, v.Title.Value, VisionURL(v), w.Name.Value, v})
			}
		}
	}
	for _, c := range g.Commitments {
		entries = append(entries, Entry{CommitmentEntry, c.Title.Value, CommitmentURL(c), departmentName(c.Programme), c})
	}
	for _, d := range g.Departments {
		entries = append(entries, Entry{DepartmentEntry, d.Name.Value, DepartmentURL(d), "", d})
	}
	for _, p := range g.Programmes {
		entries = append(entries, Entry{ProgrammeEntry, p.Title.Value, ProgrammeURL(p), departmentName(p), p})
	}
	for _, t := range g.Themes {
		entries = append(entries, Entry{ThemeEntry, t.Name.Value, ThemeURL(t), "", t})
	}
	entries = appendContacts(entries, g)
	for _, p := range g.Pages {
		entries = append(entries, Entry{PageEntry, p.Title.Value, PageURL(p), "", p})
	}
	return entries
}

// appendContacts appends who can be reached, each with the page that says how.
func appendContacts(entries []Entry, g *relate.Graph) []Entry {
	if g.Site.Contact != (city.Contact{}) {
		entries = append(entries, Entry{ContactEntry, g.Site.Municipality.Value, "/", "", g.Site})
	}
	for _, w := range g.Wijken {
		if w.Manager != (city.Contact{}) || w.OfficeAt.Value != "" || w.OfficeHours.Value != "" {
			entries = append(entries, Entry{ContactEntry, w.Name.Value, WijkURL(w), "", w})
		}
	}
	for _, d := range g.Departments {
		if d.Contact != (city.Contact{}) {
			entries = append(entries, Entry{ContactEntry, d.Name.Value, DepartmentURL(d), "", d})
		}
	}
	return entries
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}
