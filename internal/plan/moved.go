package plan

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Move is an address that something had before, and the one it has now.
type Move struct {
	From, To string
	// Below is whether everything below the address moved with it.
	Below bool
}

// mover plans a page at every old address that leads to the new one, so that links
// to it go on working on any server.
type mover struct {
	*Site
	problems diag.List
}

// addMoved plans the pages at old addresses (voorheen). An address that is somebody
// else's is reported where it was written.
func (s *Site) addMoved() diag.List {
	m := &mover{Site: s}
	g := s.Graph
	for _, w := range g.Wijken {
		m.moveWithin(w)
	}
	for _, w := range g.Wijken { // after what moved within them
		for _, old := range w.Former {
			m.moveBelow(WijkenURL+old.Value+"/", WijkURL(w), belowWijk(w), old.Pos)
			m.move(PlanningURL+old.Value+"/", WijkPlanningURL(w), source.Pos{})
			for _, part := range m.partsOfWijk(w) {
				m.move(part.Parent.URL+old.Value+"/", part.URL, source.Pos{})
			}
		}
	}
	for _, d := range g.Departments {
		for _, old := range d.Former {
			m.moveBelow(DepartmentsURL+old.Value+"/", DepartmentURL(d), m.partsOf(DepartmentURL(d)), old.Pos)
			m.moveBelow(departmentPlanningFolder+old.Value+"/", DepartmentPlanningURL(d), m.partsOf(DepartmentPlanningURL(d)), source.Pos{})
		}
	}
	for _, p := range g.Programmes {
		for _, old := range p.Former {
			m.move(ProgrammesURL+old.Value+"/", ProgrammeURL(p), old.Pos)
		}
	}
	for _, p := range g.Pages {
		for _, old := range p.Former {
			m.move("/"+old.Value+"/", PageURL(p), old.Pos)
		}
	}
	return m.problems
}

// moveWithin plans the pages at old addresses of the needs and the visions of a wijk.
func (m *mover) moveWithin(w *relate.Wijk) {
	for _, n := range w.Needs {
		for _, name := range n.Former() {
			m.move(formerNeedURL(w, name), NeedURL(n), source.Pos{})
		}
	}
	for _, v := range w.Visions {
		for _, old := range v.Former {
			if period, ok := city.ParsePeriod(old.Value); ok {
				m.move(PeriodURL(w, period), VisionURL(v), old.Pos)
			}
		}
	}
}

// move plans a page at an old address; at is where that was written, zero when package
// check reports what is wrong with it.
func (m *mover) move(from, to string, at source.Pos) {
	if m.claim(from, to, at) {
		m.Moves = append(m.Moves, Move{From: from, To: to})
	}
}

// moveBelow plans pages at an old address and at addresses below it.
func (m *mover) moveBelow(from, to string, below []string, at source.Pos) {
	if !m.claim(from, to, at) {
		return
	}
	m.Moves = append(m.Moves, Move{From: from, To: to, Below: true})
	for _, url := range below {
		target := url
		if p := m.Page(url); p != nil && p.Kind == Moved {
			target = p.To
		}
		m.claim(from+url[len(to):], target, source.Pos{})
	}
}

// belowWijk returns the addresses of the visions and the needs of a wijk, old ones
// too.
func belowWijk(w *relate.Wijk) []string {
	var urls []string
	for _, v := range w.Visions {
		urls = append(urls, VisionURL(v))
		for _, old := range v.Former {
			if period, ok := city.ParsePeriod(old.Value); ok {
				urls = append(urls, PeriodURL(w, period))
			}
		}
	}
	for _, n := range w.Needs {
		urls = append(urls, NeedURL(n))
		for _, name := range n.Former() {
			urls = append(urls, formerNeedURL(w, name))
		}
	}
	return urls
}

func formerNeedURL(w *relate.Wijk, name string) string { return WijkURL(w) + needsFolder + name + "/" }

// partsOf returns the addresses of the parts that a list was split into.
func (m *mover) partsOf(url string) []string {
	var urls []string
	if p := m.Page(url); p != nil {
		for _, part := range p.Parts {
			urls = append(urls, part.URL)
		}
	}
	return urls
}

// partsOfWijk returns the parts of lists that have the id of a wijk in their address.
func (m *mover) partsOfWijk(w *relate.Wijk) []*Page {
	var parts []*Page
	for _, c := range m.inOrder {
		for _, p := range c.pages() {
			if p.Part != nil && p.Part.Of == OfWijken && p.URL == p.Parent.URL+w.ID+"/" {
				parts = append(parts, p)
			}
		}
	}
	return parts
}

// claim plans one page at an old address. It is not ok when that is a living page's.
func (m *mover) claim(from, to string, at source.Pos) (ok bool) {
	living := m.Page(from)
	switch {
	case living == nil:
		p := &Page{Kind: Moved, URL: from, To: to, Indexed: !m.kinds[Moved].noIndex}
		m.moved[from], m.movedPages = p, append(m.movedPages, p)
		return true
	case living.Kind == Moved || at.IsZero() || from == to:
		return false // the first keeps it, as everywhere
	}
	m.problems = append(m.problems, diag.At(at, diag.URLTaken, from).WithHint(diag.RemoveFormer))
	return false
}
