package parse

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
)

// needs reports that a mapping lacks a key that is required where it is.
func (r *reader) needs(m *tree.Node, key, example string) {
	if r.lacks(m, key) {
		d := diag.At(r.top(m), diag.KeyMissing, key)
		if k, _ := m.Entry(key); k != nil {
			d = diag.At(r.at(k), diag.KeyEmpty, key)
		}
		r.report(d.WithHint(diag.AddKey, key, example))
	}
}

// needsReason reports that a mapping lacks its reden; why says what needs one.
func (r *reader) needsReason(m *tree.Node, why diag.Message) {
	if r.lacks(m, "reden") {
		at := r.top(m)
		if k, _ := m.Entry("reden"); k != nil {
			at = r.at(k)
		}
		r.report(diag.At(at, why).WithHint(diag.AddReason))
	}
}

// lacks tells whether a key was not written. One that was probably misspelt
// was reported as such.
func (r *reader) lacks(m *tree.Node, key string) bool {
	return m.Value(key) == nil && !slices.Contains(r.meant, key)
}

// inOrder reports two dates of which the last comes before the first.
func (r *reader) inOrder(first, last city.Date) {
	if !first.IsZero() && !last.IsZero() && last.Before(first.Day) {
		r.report(diag.At(last.Pos, diag.DateReversed, last.String(), first.String()).WithRelated(first.Pos, diag.FirstHere))
	}
}
