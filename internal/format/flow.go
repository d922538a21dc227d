package format

import "wijkvisie/internal/parse"

// isFlow reports whether the value of an entry is written in brackets or braces. Comments in it
// have no place there.
func (w *writer) isFlow(e entry, key parse.Key) bool {
	return e.value.IsEmpty() || !w.hasComment(e) && key.IsFlow(e.value)
}
