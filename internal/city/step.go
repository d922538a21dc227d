package city

import "strings"

// Step is what an entry of voortgang says, by which two are the same: proof of it may be
// added to one later, and the capitals, spaces and full stops of texts may differ.
type Step struct {
	date            Day
	status, due, to string
	reason, text    string
}

// Step returns what the entry says.
func (e *ProgressEntry) Step() Step {
	return Step{e.Date.Day, e.Status.Value, e.Due.String(), e.To.Value, Plain(e.Reason.Value), Plain(e.Text.Value)}
}

// Plain returns a text by which two are the same: without capitals, more than one space in a
// row, and full stops at its end.
func Plain(s string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(s), " ")), ".")
}
