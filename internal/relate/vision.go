package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// visions links the visible visions to their wijken and chooses the current ones.
func (r *relater) visions() {
	for _, v := range r.city.Visions {
		draft, visible := r.show(v.File.Path, v.Status.Value, publication(v))
		w := r.wijk[v.Wijk.Value]
		if !visible || w == nil {
			continue
		}
		w.Visions = append(w.Visions, &Vision{Vision: v, Wijk: w, Draft: draft})
	}
	each(r.graph.Wijken, func(w *Wijk) {
		slices.SortStableFunc(w.Visions, newestVision)
		w.Current = r.current(w.Visions)
		for _, v := range w.Visions {
			switch {
			case v == w.Current:
			case w.Current != nil && v.Period.First > w.Current.Period.First && v.Status.Value != city.Withdrawn:
				w.Upcoming = append(w.Upcoming, v)
			default:
				w.Archive = append(w.Archive, v)
			}
		}
		if w.Current == nil {
			w.Upcoming, w.Archive = w.Archive, nil
		}
		r.askedIn(w)
	})
}

// publication returns the day from which a vision is visible. An adopted one that
// names none is from the day of its adoption.
func publication(v *city.Vision) city.Day {
	if v.Publish.IsZero() && v.Status.Value != city.Consultation {
		return v.AdoptedOn.Day
	}
	return v.Publish.Day
}

// newestVision orders visions by period, the one that begins last first.
func newestVision(a, b *Vision) int {
	return cmp.Or(
		cmp.Compare(b.Period.First, a.Period.First),
		cmp.Compare(b.Period.Last, a.Period.Last),
		cmp.Compare(b.ID, a.ID))
}

// current returns the current one of the visible visions of a wijk, which stand
// newest first; nil when there is none yet.
func (r *relater) current(visions []*Vision) *Vision {
	var ended, open, first, concept *Vision
	for _, v := range visions {
		switch v.Status.Value {
		case city.Adopted:
			if v.Period.Holds(r.graph.Date) {
				return v // of two, the one that begins later stands first
			}
			if v.Period.Last < int(r.graph.Date.Year) && (ended == nil || v.Period.Last > ended.Period.Last) {
				ended = v
			}
			first = v // the last of them begins first
		case city.Consultation:
			open = cmp.Or(open, v)
		case city.Draft:
			concept = cmp.Or(concept, v)
		}
	}
	return cmp.Or(ended, open, first, concept)
}
