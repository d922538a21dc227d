package relate

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// Index finds every record of a city by its id, and by the ids it had before.
// Hidden records are in it too: a reference to one is no mistake. Of two records
// with one id the first counts, in the order of the city.
type Index struct {
	Wijken      Names[*city.Wijk]
	Departments Names[*city.Department]
	Programmes  Names[*city.Programme]
	Pages       Names[*city.Page]
	Commitments Names[Promise]
	Themes      Names[*city.Theme]
	needs       map[string]*Names[Ask]    // by id of the wijk
	visions     map[string][]*city.Vision // by id of the wijk
	files       map[string]*city.Record   // by path
	unsure      bool                      // a broken vision may belong to any wijk
	broken      map[string]bool           // wijken with a broken vision
	promised    bool                      // a broken programme may hold any commitment
}

// Promise is a commitment and the programme that holds it.
type Promise struct {
	*city.Commitment
	Programme *city.Programme
}

// Ask is a need as a vision has it.
type Ask struct {
	*city.Need
	Vision *city.Vision
}

// Names finds things of one kind by id.
type Names[T any] struct {
	now    map[string]T
	former map[string]string // old id → id
	ids    []string
}

// Find returns the thing with an id, or that had it before. id is the one it has
// now.
func (n *Names[T]) Find(ref string) (thing T, id string, ok bool) {
	if n == nil {
		return thing, "", false
	}
	if t, ok := n.now[ref]; ok {
		return t, ref, true
	}
	id, ok = n.former[ref]
	return n.now[id], id, ok
}

// Now returns the id that something has now; id itself when there is no such thing.
func (n *Names[T]) Now(id string) string {
	if _, now, ok := n.Find(id); ok {
		return now
	}
	return id
}

// IDs returns all ids, in the order of the city.
func (n *Names[T]) IDs() []string {
	if n == nil {
		return nil
	}
	return n.ids
}

func (n *Names[T]) add(id string, thing T) {
	if id == "" {
		return
	}
	if n.now == nil {
		n.grow(0)
	}
	if _, taken := n.now[id]; taken {
		return
	}
	n.now[id] = thing
	n.ids = append(n.ids, id)
}

// grow makes room for some more things.
func (n *Names[T]) grow(more int) {
	if n.now == nil {
		n.now = make(map[string]T, more)
	}
	n.ids = slices.Grow(n.ids, more)
}

func (n *Names[T]) addFormer(old, id string) {
	if n.former == nil {
		n.former = make(map[string]string)
	}
	if _, taken := n.former[old]; !taken {
		n.former[old] = id
	}
}

// NewIndex returns the index of a city.
func NewIndex(c *city.City) *Index {
	x := &Index{
		needs:   make(map[string]*Names[Ask], len(c.Wijken)),
		visions: make(map[string][]*city.Vision, len(c.Wijken)),
		files:   make(map[string]*city.Record, len(c.Wijken)+len(c.Visions)+len(c.Departments)+len(c.Programmes)+len(c.Pages)),
		broken:  make(map[string]bool),
	}
	if c.Site != nil {
		for _, t := range c.Site.Themes {
			x.Themes.add(t.ID.Value, t)
		}
	}
	for _, w := range c.Wijken {
		x.addRecord(&w.Record)
		x.Wijken.add(w.ID, w)
	}
	for _, d := range c.Departments {
		x.addRecord(&d.Record)
		x.Departments.add(d.ID, d)
	}
	for _, p := range c.Pages {
		x.addRecord(&p.Record)
		x.Pages.add(p.ID, p)
	}
	x.addFormerRecords(c)
	promises := 0
	for _, p := range c.Programmes {
		promises += len(p.Commitments)
	}
	x.Commitments.grow(promises)
	for _, p := range c.Programmes {
		x.addProgramme(p)
	}
	for _, v := range c.Visions {
		x.addVision(v)
	}
	return x
}

func (x *Index) addRecord(r *city.Record) { x.files[r.File.Path] = r }

func (x *Index) addFormerRecords(c *city.City) {
	for _, w := range c.Wijken {
		for _, old := range w.Former {
			x.Wijken.addFormer(old.Value, w.ID)
		}
	}
	for _, d := range c.Departments {
		for _, old := range d.Former {
			x.Departments.addFormer(old.Value, d.ID)
		}
	}
	for _, p := range c.Pages {
		for _, old := range p.Former {
			x.Pages.addFormer(old.Value, p.ID)
		}
	}
}

func (x *Index) addProgramme(p *city.Programme) {
	x.addRecord(&p.Record)
	x.Programmes.add(p.ID, p)
	for _, old := range p.Former {
		x.Programmes.addFormer(old.Value, p.ID)
	}
	x.promised = x.promised || p.Broken
	for _, c := range p.Commitments {
		x.Commitments.add(c.ID.Value, Promise{c, p})
		for _, old := range c.Former {
			x.Commitments.addFormer(old.Value, c.ID.Value)
		}
	}
}

func (x *Index) addVision(v *city.Vision) {
	x.addRecord(&v.Record)
	_, wijk, known := x.Wijken.Find(v.Wijk.Value)
	if !known {
		x.unsure = true
		return
	}
	x.broken[wijk] = x.broken[wijk] || v.Broken
	x.visions[wijk] = append(x.visions[wijk], v)
	names := x.needs[wijk]
	if names == nil {
		names = new(Names[Ask])
		x.needs[wijk] = names
	}
	names.grow(len(v.Needs))
	for _, n := range v.Needs {
		names.add(n.ID.Value, Ask{n, v})
		for _, old := range n.Former {
			names.addFormer(old.Value, n.ID.Value)
		}
	}
}

// File returns the record that was read from a path of the content folder.
func (x *Index) File(path string) (*city.Record, bool) {
	r, ok := x.files[path]
	return r, ok
}

// Visions returns the visions of a wijk, hidden ones too.
func (x *Index) Visions(wijk string) []*city.Vision { return x.visions[wijk] }

// Needs finds the needs of all visions of a wijk; nil when it has none.
func (x *Index) Needs(wijk string) *Names[Ask] { return x.needs[wijk] }

// NeedRef splits a reference as wijk/need.
func NeedRef(ref string) (wijk, need string, ok bool) { return strings.Cut(ref, "/") }

// Unsure tells whether a need that is not found in a wijk may stand in a file
// that could not be read.
func (x *Index) Unsure(wijk string) bool { return x.unsure || x.broken[wijk] }

// UnsureOfCommitments tells whether a commitment that is not found may stand in a
// file that could not be read.
func (x *Index) UnsureOfCommitments() bool { return x.promised }
