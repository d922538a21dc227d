package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// Vision is a wijkvisie.
type Vision struct {
	*city.Vision
	Wijk   *Wijk
	Needs  []*Appearance  // by priority; those not ranked last, in the order of the file
	Advice []*city.Advice // up to the reference date, as written
	Draft  Draft
}

// addVisions links the visible visions to their wijken and chooses the current ones.
func (r *relater) addVisions() {
	for _, v := range r.city.Visions {
		draft, visible := r.visible(v.File.Path, v.Status.Value, publication(v.Publish, v.Status, v.AdoptedOn))
		if w := r.wijk[v.Wijk.Value]; visible && w != nil {
			w.Visions = append(w.Visions, &Vision{Vision: v, Wijk: w, Advice: r.advice(v), Draft: draft})
		}
	}
	for _, w := range r.Wijken {
		slices.SortStableFunc(w.Visions, newestVision)
		w.Current = current(w.Visions, r.Date)
		for _, v := range w.Visions {
			switch {
			case v == w.Current:
			case w.Current == nil, v.Period.First > w.Current.Period.First && v.Status.Value != city.Withdrawn:
				w.Upcoming = append(w.Upcoming, v)
			default:
				w.Archive = append(w.Archive, v)
			}
		}
	}
}

// advice returns the advice on a vision that was given up to the reference date.
func (r *relater) advice(v *city.Vision) []*city.Advice {
	var given []*city.Advice
	for _, a := range v.Advice {
		if r.exists(a.Date.Day) {
			given = append(given, a)
		}
	}
	return given
}

// publication returns the day from which a vision or a programme is visible. Without
// publiceren-op it is the day of adoption; one that is for inspraak is visible at once.
func publication(publish city.Date, status source.Text, adopted city.Date) city.Day {
	if publish.IsZero() && status.Value != city.Consultation {
		return adopted.Day
	}
	return publish.Day
}

// newestVision orders visions by period, the one that begins last first.
func newestVision(a, b *Vision) int {
	return cmp.Or(
		cmp.Compare(b.Period.First, a.Period.First),
		cmp.Compare(b.Period.Last, a.Period.Last),
		cmp.Compare(b.ID, a.ID))
}

// current returns the current one of the visible visions of a wijk, in the order of
// newestVision; nil when there is none yet. It is the first of these that there is:
//
//   - the adopted one whose period holds the date; of two, the one that begins later
//   - the adopted one that ended last
//   - the one for inspraak
//   - the adopted one that begins first
//   - a concept, which is visible among drafts only
func current(visions []*Vision, date city.Day) *Vision {
	var ended, open, first, concept *Vision
	for _, v := range visions {
		switch v.Status.Value {
		case city.Adopted:
			if v.Period.Holds(date) {
				return v
			}
			if v.Period.Over(date) && (ended == nil || v.Period.Last > ended.Period.Last) {
				ended = v
			}
			first = v
		case city.Consultation:
			open = cmp.Or(open, v)
		case city.Concept:
			concept = cmp.Or(concept, v)
		}
	}
	return cmp.Or(ended, open, first, concept)
}
