package relate

import (
	"slices"

	"github.com/paulmach/orb"

	"wijkvisie/internal/city"
)

// Wijk is a neighbourhood with its visions and what they led to.
type Wijk struct {
	*city.Wijk
	Visions     []*Vision        // all visible ones, the newest period first
	Current     *Vision          // nil when there is none yet
	Upcoming    []*Vision        // begin later than the current one
	Archive     []*Vision        // the others
	Needs       []*Need          // those of the current vision by priority, then the others by id
	Commitments []*Commitment    // for a need of the wijk or for the wijk as a whole, by id
	Figures     Figures          // of the needs of the current vision
	Shape       orb.MultiPolygon // its areas of the map, in degrees (WGS84); empty when the map has none
	Draft       Draft
	Ordinal     int    // its place in Graph.Wijken
	ByName      int    // its place when all are in the order of their names
	Initial     string // the letter that its name is found under: a to z, or 0-9

	need map[string]*Need // by every name that a need has or had
}

// CurrentNeeds returns the needs of the current vision, by priority; those not
// ranked come last, in the order of the file.
func (w *Wijk) CurrentNeeds() []*Need { return w.Needs[:w.Figures.Total] }

// Next returns the adopted vision that is the first to follow the current one; nil when there is
// none yet.
func (w *Wijk) Next() *Vision {
	for _, v := range slices.Backward(w.Upcoming) {
		if v.Status.Value == city.Adopted && v != w.Current {
			return v
		}
	}
	return nil
}

func (r *relater) addWijken() {
	for _, w := range r.city.Wijken {
		if r.wijk[w.ID] != nil {
			continue
		}
		wijk := &Wijk{Wijk: w, need: make(map[string]*Need)}
		r.wijk[w.ID] = wijk
		r.Wijken = append(r.Wijken, wijk)
	}
	sortByName(r.Wijken, func(w *Wijk) nameKey { return r.names.key(0, w.Name.Value, w.ID) })
	for i, w := range r.Wijken {
		w.ByName, w.Initial = i, r.names.initial(w.Name.Value)
	}
	slices.SortStableFunc(r.Wijken, func(a, b *Wijk) int { return compareOrder(a.Order, b.Order) })
	for i, w := range r.Wijken {
		w.Ordinal = i
	}
	r.addFormerWijken()
}

// addFormerWijken finds wijken by the ids that they had before.
func (r *relater) addFormerWijken() {
	for _, w := range r.Wijken {
		for _, old := range w.Former {
			if r.wijk[old.Value] == nil {
				r.wijk[old.Value] = w
			}
		}
	}
}

// addAreas gives each wijk its areas of the map. A map of which a part could not be
// read is no map.
func (r *relater) addAreas() {
	if r.city.Map == nil || r.city.Map.Broken {
		return
	}
	byCode := make(map[string]*Wijk, len(r.Wijken))
	for _, w := range r.Wijken {
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
