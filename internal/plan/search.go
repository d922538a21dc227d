package plan

import "wijkvisie/internal/relate"

// addSearch plans the list of everything, by the first letter of its title when
// it is long.
func (s *Site) addSearch() {
	page := &Page{Kind: Search, URL: SearchURL}
	s.Entries = s.entries()
	s.byFile[FileOf(SearchIndexURL)] = SearchIndexURL
	all := Rows{Entries: s.Entries}
	split(page, all, byName(all.Entries, 7, func(e Entry) string { return e.Title }, func(list []Entry) Rows { return Rows{Entries: list} }))
	s.add(page)
}

// entries returns everything that can be found, kind by kind in display order.
func (s *Site) entries() []Entry {
	g := s.Graph
	entries := make([]Entry, 0, len(g.Wijken)+len(g.Needs)+len(g.Commitments)+len(g.Departments)+len(g.Programmes)+len(g.Themes)+len(g.Pages))
	for _, w := range g.Wijken {
		entries = append(entries, Entry{Title: w.Name.Value, URL: WijkURL(w), Kind: WijkEntry, Wijk: w})
	}
	for _, n := range g.Needs {
		entries = append(entries, Entry{Title: n.Main.Title.Value, URL: NeedURL(n), Kind: NeedEntry, Note: n.Wijk.Name.Value, Need: n})
	}
	for _, c := range g.Commitments {
		entries = append(entries, Entry{Title: c.Title.Value, URL: CommitmentURL(c), Kind: CommitmentEntry, Note: departmentName(c.Programme), Commitment: c})
	}
	for _, d := range g.Departments {
		entries = append(entries, Entry{Title: d.Name.Value, URL: DepartmentURL(d), Kind: DepartmentEntry})
	}
	for _, p := range g.Programmes {
		entries = append(entries, Entry{Title: p.Title.Value, URL: ProgrammeURL(p), Kind: ProgrammeEntry, Note: departmentName(p)})
	}
	for _, t := range g.Themes {
		entries = append(entries, Entry{Title: t.Name.Value, URL: ThemeURL(t), Kind: ThemeEntry})
	}
	for _, p := range g.Pages {
		entries = append(entries, Entry{Title: p.Title.Value, URL: PageURL(p), Kind: PageEntry})
	}
	return entries
}

func departmentName(p *relate.Programme) string {
	if p.Department == nil {
		return ""
	}
	return p.Department.Name.Value
}
