package relate

import (
	"cmp"
	"slices"
	"sync"

	"wijkvisie/internal/city"
)

// Relate links the records of a city for a reference date.
func Relate(c *city.City, opt Options) *Graph {
	r := &relater{
		graph: &Graph{Options: opt, Site: c.Site},
		city:  c,
		wijk:  make(map[string]*Wijk, len(c.Wijken)),
		theme: make(map[string]*Theme),
	}
	if c.Site == nil {
		r.graph.Site = &city.Site{QuietMonths: defaultQuietMonths}
	}
	r.themes()
	r.wijken()
	r.shapes()
	r.visions()
	r.listNeeds()
	r.departments()
	r.programmes()
	r.commitments()
	r.answers()
	r.pages()
	for _, w := range r.graph.Wijken {
		w.named = nil // all that refers to needs is linked
	}
	r.states()
	var beside sync.WaitGroup
	beside.Go(r.events) // takes as long as the rest, and reads what that does not change
	r.arrange()
	beside.Wait()
	slices.SortFunc(r.graph.Hidden, func(a, b Hidden) int { return cmp.Compare(a.Path, b.Path) })
	r.graph.index = sync.OnceValue(func() *Index { return NewIndex(c) })
	return r.graph
}

// defaultQuietMonths is stil-na-maanden of a site that says nothing.
const defaultQuietMonths = 12

// relater is a graph in the making.
type relater struct {
	graph      *Graph
	city       *city.City
	wijk       map[string]*Wijk
	theme      map[string]*Theme
	department map[string]*Department
	commitment map[string]*Commitment // by every id it has or had
}

// known tells whether something of a day exists on the reference date.
func (r *relater) known(d city.Day) bool { return !d.IsZero() && !d.After(r.graph.Date) }

func (r *relater) themes() {
	for _, t := range r.graph.Site.Themes {
		if _, taken := r.theme[t.ID.Value]; taken || t.ID.IsZero() {
			continue
		}
		theme := &Theme{Theme: t}
		r.theme[t.ID.Value] = theme
		r.graph.Themes = append(r.graph.Themes, theme)
	}
}

func (r *relater) wijken() {
	sorter := r.newSorter()
	for _, w := range r.city.Wijken {
		if r.wijk[w.ID] != nil {
			continue
		}
		wijk := &Wijk{Wijk: w}
		wijk.alone = []*Wijk{wijk}
		r.wijk[w.ID] = wijk
		r.graph.Wijken = append(r.graph.Wijken, wijk)
	}
	sortBy(r.graph.Wijken, func(w *Wijk) sortKey { return sorter.key(w.Order, w.Name.Value, w.ID) })
	for i, w := range r.graph.Wijken {
		w.Rank = i
		for _, old := range w.Former {
			if r.wijk[old.Value] == nil {
				r.wijk[old.Value] = w
			}
		}
	}
}

// shapes gives each wijk its areas of the map. A map that could not be read whole
// is no map.
func (r *relater) shapes() {
	if r.city.Map == nil || r.city.Map.Broken {
		return
	}
	byCode := make(map[string]*Wijk, len(r.graph.Wijken))
	for _, w := range r.graph.Wijken {
		if _, taken := byCode[w.Code.Value]; !taken && !w.Code.IsZero() {
			byCode[w.Code.Value] = w
		}
	}
	for _, a := range r.city.Map.Areas {
		if w := byCode[a.Code.Value]; w != nil {
			w.Shape = append(w.Shape, a.Shape...)
		}
	}
}

func (r *relater) departments() {
	sorter := r.newSorter()
	r.department = make(map[string]*Department, len(r.city.Departments))
	for _, d := range r.city.Departments {
		if r.department[d.ID] != nil {
			continue
		}
		department := &Department{Department: d}
		r.department[d.ID] = department
		r.graph.Departments = append(r.graph.Departments, department)
	}
	sortBy(r.graph.Departments, func(d *Department) sortKey { return sorter.key(0, d.Name.Value, d.ID) })
	for _, d := range r.graph.Departments {
		for _, old := range d.Former {
			if r.department[old.Value] == nil {
				r.department[old.Value] = d
			}
		}
	}
	for _, d := range r.graph.Departments {
		if next := r.department[d.SucceededBy.Value]; next != nil && next != d {
			d.Successor = next
			next.Predecessors = append(next.Predecessors, d)
		}
	}
}

func (r *relater) programmes() {
	sorter := r.newSorter()
	for _, p := range r.city.Programmes {
		draft, visible := r.show(p.File.Path, p.Status.Value, p.Publish.Day)
		if !visible {
			continue
		}
		programme := &Programme{
			Programme:  p,
			Department: r.department[p.Department.Value],
			Withdrawn:  p.Status.Value == city.Withdrawn,
			Draft:      draft,
		}
		r.graph.Programmes = append(r.graph.Programmes, programme)
	}
	sortBy(r.graph.Programmes, func(p *Programme) sortKey { return sorter.key(9999-p.Period.First, p.Title.Value, p.ID) })
	for _, p := range r.graph.Programmes {
		if p.Department != nil {
			p.Department.Programmes = append(p.Department.Programmes, p)
		}
	}
}

func (r *relater) pages() {
	sorter := r.newSorter()
	for _, p := range r.city.Pages {
		draft, visible := r.show(p.File.Path, p.Status.Value, p.Publish.Day)
		if visible {
			r.graph.Pages = append(r.graph.Pages, &Page{Page: p, Draft: draft})
		}
	}
	sortBy(r.graph.Pages, func(p *Page) sortKey { return sorter.key(p.Order, p.Title.Value, p.ID) })
}

// show tells whether a file is visible, and why it would not be without drafts.
// What is hidden is noted down.
func (r *relater) show(path, status string, from city.Day) (draft Draft, visible bool) {
	draft.Concept = status == city.Draft
	if from.After(r.graph.Date) {
		draft.Embargo = from
	}
	if draft.IsZero() || r.graph.Drafts {
		return draft, true
	}
	r.graph.Hidden = append(r.graph.Hidden, Hidden{path, draft})
	return draft, false
}

// arrange puts the lists of the graph in their order.
func (r *relater) arrange() {
	g := r.graph
	r.deal()
	for _, d := range g.Departments {
		slices.SortStableFunc(d.Answers, newestAnswer)
	}
	slices.SortStableFunc(g.Answers, func(a, b *Answer) int {
		return cmp.Or(cmp.Compare(a.Of.ID, b.Of.ID), newestAnswer(a, b))
	})
}

// deal sorts the commitments once, and deals them out in that order to all who list
// them by id.
func (r *relater) deal() {
	slices.SortFunc(r.graph.Commitments, func(a, b *Commitment) int {
		if c := cmp.Compare(a.ID.Value, b.ID.Value); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(a.Programme.ID, b.Programme.ID), cmp.Compare(a.Top.Start, b.Top.Start))
	})
	for i, c := range r.graph.Commitments {
		c.Rank = int32(i)
		if d := c.Programme.Department; d != nil {
			d.Commitments = append(d.Commitments, c)
		}
		for _, w := range c.Wijken {
			w.Commitments = append(w.Commitments, c)
		}
		for _, n := range c.Needs {
			if t := n.Main.Theme; t != nil && (len(t.Commitments) == 0 || t.Commitments[len(t.Commitments)-1] != c) {
				t.Commitments = append(t.Commitments, c)
			}
		}
	}
}
