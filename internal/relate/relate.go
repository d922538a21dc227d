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
		Graph:      &Graph{Options: opt, Site: c.Site, city: c},
		wijk:       make(map[string]*Wijk),
		theme:      make(map[string]*Theme),
		department: make(map[string]*Department),
	}
	if c.Site == nil {
		r.Site = &city.Site{SilentMonths: city.DefaultSilentMonths}
	}
	r.names = newNameOrder(r.Site.Language.Value)

	r.addThemes()
	r.addWijken()
	r.addAreas()
	r.addVisions()
	r.addNeeds()
	r.addDepartments()
	r.addProgrammes()
	r.addCommitments()
	r.addAnswers()
	r.addPages()

	var listing sync.WaitGroup // which does not need how needs stand
	listing.Go(r.listCommitments)
	r.deriveNeeds()
	r.listAnswers()
	listing.Wait()
	slices.SortFunc(r.Hidden, func(a, b Hidden) int { return cmp.Compare(a.Path, b.Path) })
	r.events = sync.OnceValue(r.listEvents)
	return r.Graph
}

// relater is a graph under construction. Its maps find what is visible by every id
// that it has or had.
type relater struct {
	*Graph
	names      *nameOrder
	wijk       map[string]*Wijk
	theme      map[string]*Theme
	department map[string]*Department
	commitment map[string]*Commitment
}

// exists reports whether something of a day exists on the reference date.
func (g *Graph) exists(d city.Day) bool { return !d.IsZero() && !d.After(g.Date) }
