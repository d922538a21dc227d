package parse

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
)

// IsRunningText reports whether any text may stand at a key, also one with a # in it.
func (k *Key) IsRunningText() bool {
	return (k.Type == TextValue || k.Type == TextsValue) && k.RefersTo == NoReference && len(k.Enum) == 0
}

// cutOff completes what was reported of a value, or of the items of a list, that a # cut off,
// now that its key is known: at a key for an id, a number or a date, what the # begins is a note
// and no part of the value. It reports whether nothing is left of the value.
func (r *reader) cutOff(k *Key, value *tree.Node) (emptied bool) {
	for _, i := range r.cuts {
		d := r.problems[i]
		switch at := d.Pos.Start; {
		case value.Kind == tree.Nothing && at > value.End && strings.Trim(string(r.file.Data[value.End:at]), ": \t") == "":
			emptied = true
		case at != value.Start && (value.Kind != tree.List || !slices.ContainsFunc(value.Children, func(c *tree.Node) bool { return c.Start == at })):
			continue
		}
		if k.IsRunningText() {
			continue
		}
		lost := strings.TrimLeft(d.Text.Args[1].(string), "#")
		note := diag.At(d.Pos, d.Text.Message, d.Text.Args...)
		if emptied {
			r.problems[i] = note.WithHint(diag.WriteAs, lost)
		} else {
			r.problems[i] = note.WithHint(diag.SpaceAfterHash, "# "+lost)
		}
	}
	return emptied
}
