package plan

import (
	"slices"

	"wijkvisie/internal/relate"
)

// Entry is something that can be found: a *relate.Wijk, Need, Commitment, Department,
// Programme, Theme or Page.
type Entry struct{ Of any }

// EntryKind is what an entry leads to.
type EntryKind uint8

// The kinds of entry, in the order in which a list has them.
const (
	WijkEntry EntryKind = iota
	NeedEntry
	CommitmentEntry
	DepartmentEntry
	ProgrammeEntry
	ThemeEntry
	PageEntry
)

// Kind returns what the entry leads to.
func (e Entry) Kind() EntryKind {
	switch e.Of.(type) {
	case *relate.Wijk:
		return WijkEntry
	case *relate.Need:
		return NeedEntry
	case *relate.Commitment:
		return CommitmentEntry
	case *relate.Department:
		return DepartmentEntry
	case *relate.Programme:
		return ProgrammeEntry
	case *relate.Theme:
		return ThemeEntry
	default:
		return PageEntry
	}
}

// Title returns what the entry is called.
func (e Entry) Title() string {
	switch of := e.Of.(type) {
	case *relate.Wijk:
		return of.Name.Value
	case *relate.Need:
		return of.Main.Title.Value
	case *relate.Commitment:
		return of.Title.Value
	case *relate.Department:
		return of.Name.Value
	case *relate.Programme:
		return of.Title.Value
	case *relate.Theme:
		return of.Name.Value
	default:
		return of.(*relate.Page).Title.Value
	}
}

// URL returns where the entry leads.
func (e Entry) URL() string { return string(e.AppendURL(make([]byte, 0, lengthOfURL))) }

// AppendURL appends where the entry leads.
func (e Entry) AppendURL(dst []byte) []byte {
	switch of := e.Of.(type) {
	case *relate.Wijk:
		return AppendWijkURL(dst, of)
	case *relate.Need:
		return AppendNeedURL(dst, of)
	case *relate.Commitment:
		return AppendCommitmentURL(dst, of)
	case *relate.Department:
		return AppendDepartmentURL(dst, of)
	case *relate.Programme:
		return AppendProgrammeURL(dst, of)
	case *relate.Theme:
		return AppendThemeURL(dst, of)
	default:
		return append(dst, PageURL(of.(*relate.Page))...)
	}
}

// Note returns the wijk of a need and the department of a commitment or a programme,
// empty of anything else.
func (e Entry) Note() string {
	switch of := e.Of.(type) {
	case *relate.Need:
		return of.Wijk.Name.Value
	case *relate.Commitment:
		return departmentName(of.Programme)
	case *relate.Programme:
		return departmentName(of)
	default:
		return ""
	}
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}

// searchPage returns the list of everything, by the first letter of its title when
// it is long, and everything in it.
func searchPage(g *relate.Graph) (*Page, []Entry) {
	page, entries := &Page{Kind: Search, url: SearchURL}, entries(g)
	split(page, Rows{Entries: entries}, byName(entries, 7, Entry.Title, func(list []Entry) Rows { return Rows{Entries: list} }))
	return page, entries
}

// entries returns everything that can be found, kind by kind in display order.
func entries(g *relate.Graph) []Entry {
	var all []Entry
	all = slices.Grow(all, len(g.Wijken)+len(g.Needs)+len(g.Commitments)+len(g.Departments)+len(g.Programmes)+len(g.Themes)+len(g.Pages))
	all = appendEntries(all, g.Wijken)
	all = appendEntries(all, g.Needs)
	all = appendEntries(all, g.Commitments)
	all = appendEntries(all, g.Departments)
	all = appendEntries(all, g.Programmes)
	all = appendEntries(all, g.Themes)
	return appendEntries(all, g.Pages)
}

func appendEntries[T any](all []Entry, things []*T) []Entry {
	for _, thing := range things {
		all = append(all, Entry{thing})
	}
	return all
}
