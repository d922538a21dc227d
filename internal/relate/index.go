package relate

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// Index finds every record of a city by its id, and by the ids it had before.
// Hidden records are in it too: a reference to one is no mistake. Of two records
// with one id the first counts, in the order of the city.
type Index struct {
	Wijken            ByID[*city.Wijk]
	Departments       ByID[*city.Department]
	Programmes        ByID[*city.Programme]
	Pages             ByID[*city.Page]
	Commitments       ByID[IndexedCommitment]
	Themes            ByID[*city.Theme]
	needs             map[string]*ByID[IndexedNeed] // by id of the wijk
	visions           map[string][]*city.Vision     // by id of the wijk
	files             map[string]*city.Record       // by path
	formerFiles       map[string]*city.Record       // by the paths they had before
	visionWithoutWijk bool                          // there is a vision of a wijk that does not exist
	brokenVision      map[string]bool               // wijken with a broken vision
	brokenProgramme   bool                          // there is a broken programme
}

// IndexedCommitment is a commitment and the programme that holds it.
type IndexedCommitment struct {
	*city.Commitment
	Programme *city.Programme
}

// IndexedNeed is a need as a vision has it.
type IndexedNeed struct {
	*city.Need
	Vision *city.Vision
}

// ByID finds things of one kind by id.
type ByID[T any] struct {
	now    map[string]T
	former map[string]string // old id → id
	ids    []string
}

// Find returns the thing with an id, or that had it before. id is the one it has
// now.
func (n *ByID[T]) Find(ref string) (thing T, id string, ok bool) {
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
func (n *ByID[T]) Now(id string) string {
	if _, now, ok := n.Find(id); ok {
		return now
	}
	return id
}

// IDs returns all ids, in the order of the city.
func (n *ByID[T]) IDs() []string {
	if n == nil {
		return nil
	}
	return n.ids
}

// add adds a thing with its id and the ids it had before. Of two with one id the first
// counts.
func (n *ByID[T]) add(id string, former []source.Text, thing T) {
	if id == "" {
		return
	}
	if n.now == nil {
		n.now, n.former = make(map[string]T), make(map[string]string)
	}
	if _, taken := n.now[id]; !taken {
		n.now[id] = thing
		n.ids = append(n.ids, id)
	}
	for _, old := range former {
		if _, taken := n.former[old.Value]; !taken {
			n.former[old.Value] = id
		}
	}
}

// NewIndex returns the index of a city.
func NewIndex(c *city.City) *Index {
	x := &Index{
		needs:        make(map[string]*ByID[IndexedNeed]),
		visions:      make(map[string][]*city.Vision),
		files:        make(map[string]*city.Record),
		formerFiles:  make(map[string]*city.Record),
		brokenVision: make(map[string]bool),
	}
	for r := range c.Records() {
		x.files[r.File.Path] = r
		for _, old := range r.FormerPaths() {
			if _, taken := x.formerFiles[old]; !taken {
				x.formerFiles[old] = r
			}
		}
	}
	if c.Site != nil {
		for _, t := range c.Site.Themes {
			x.Themes.add(t.ID.Value, nil, t)
		}
	}
	for _, w := range c.Wijken {
		x.Wijken.add(w.ID, w.Former, w)
	}
	for _, d := range c.Departments {
		x.Departments.add(d.ID, d.Former, d)
	}
	for _, p := range c.Pages {
		x.Pages.add(p.ID, p.Former, p)
	}
	for _, p := range c.Programmes {
		x.addProgramme(p)
	}
	for _, v := range c.Visions {
		x.addVision(v)
	}
	return x
}

func (x *Index) addProgramme(p *city.Programme) {
	x.Programmes.add(p.ID, p.Former, p)
	x.brokenProgramme = x.brokenProgramme || p.Broken
	for _, c := range p.Commitments {
		x.Commitments.add(c.ID.Value, c.Former, IndexedCommitment{c, p})
	}
}

func (x *Index) addVision(v *city.Vision) {
	_, wijk, known := x.Wijken.Find(v.Wijk.Value)
	if !known {
		x.visionWithoutWijk = true
		return
	}
	x.brokenVision[wijk] = x.brokenVision[wijk] || v.Broken
	x.visions[wijk] = append(x.visions[wijk], v)
	if x.needs[wijk] == nil {
		x.needs[wijk] = new(ByID[IndexedNeed])
	}
	for _, n := range v.Needs {
		x.needs[wijk].add(n.ID.Value, n.Former, IndexedNeed{n, v})
	}
}

// File returns the record that was read from a path of the content folder.
func (x *Index) File(path string) (*city.Record, bool) {
	r, ok := x.files[path]
	return r, ok
}

// FormerFile returns the record whose file had a path before (voorheen).
func (x *Index) FormerFile(path string) (*city.Record, bool) {
	r, ok := x.formerFiles[path]
	return r, ok
}

// Visions returns the visions of a wijk, hidden ones too.
func (x *Index) Visions(wijk string) []*city.Vision { return x.visions[wijk] }

// Needs finds the needs of all visions of a wijk; nil when it has none.
func (x *Index) Needs(wijk string) *ByID[IndexedNeed] { return x.needs[wijk] }

// NeedRef splits a reference as wijk/need.
func NeedRef(ref string) (wijk, need string, ok bool) { return strings.Cut(ref, "/") }

// NeedMayBeUnread reports whether a need that is not found in a wijk may stand in a file
// that could not be read.
func (x *Index) NeedMayBeUnread(wijk string) bool { return x.visionWithoutWijk || x.brokenVision[wijk] }

// CommitmentMayBeUnread reports whether a commitment that is not found may stand in a
// file that could not be read.
func (x *Index) CommitmentMayBeUnread() bool { return x.brokenProgramme }
