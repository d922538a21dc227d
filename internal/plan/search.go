package plan

import (
	"iter"

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

// CountEntries returns how many things can be found.
func (s *Site) CountEntries() int { return s.entries[PageEntry+1] }

// Entries yields everything that can be found with its number, kind by kind in display
// order.
func (s *Site) Entries() iter.Seq2[int, Entry] {
	return func(yield func(int, Entry) bool) {
		for i := range s.CountEntries() {
			if !yield(i, s.Entry(i)) {
				return
			}
		}
	}
}

// Entry returns what can be found by its number. It stands in the graph: there is too
// much of it to be kept twice.
func (s *Site) Entry(i int) Entry {
	kind := WijkEntry
	for i >= s.entries[kind+1] {
		kind++
	}
	i -= s.entries[kind]
	g := s.Graph
	switch kind {
	case WijkEntry:
		return Entry{g.Wijken[i]}
	case NeedEntry:
		return Entry{g.Needs[i]}
	case CommitmentEntry:
		return Entry{g.Commitments[i]}
	case DepartmentEntry:
		return Entry{g.Departments[i]}
	case ProgrammeEntry:
		return Entry{g.Programmes[i]}
	case ThemeEntry:
		return Entry{g.Themes[i]}
	default:
		return Entry{g.Pages[i]}
	}
}

// entryNumbers returns the number of the first entry of each kind, and after that how
// many entries there are.
func entryNumbers(g *relate.Graph) (numbers [PageEntry + 2]int) {
	for kind, count := range [...]int{len(g.Wijken), len(g.Needs), len(g.Commitments), len(g.Departments), len(g.Programmes), len(g.Themes), len(g.Pages)} {
		numbers[kind+1] = numbers[kind] + count
	}
	return numbers
}

// searchPage returns the list of everything, by the first letter of its title when
// it is long.
func (s *Site) searchPage() *Page {
	page := &Page{Kind: Search, url: SearchURL}
	numbers := make([]int32, s.CountEntries())
	for i := range numbers {
		numbers[i] = int32(i)
	}
	title := func(i int32) string { return s.Entry(int(i)).Title() }
	split(page, Rows{Entries: numbers}, byName(numbers, 7, title, func(list []int32) Rows { return Rows{Entries: list} }))
	return page
}
