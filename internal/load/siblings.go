package load

import (
	"path"
	"slices"
	"strings"
)

// siblings are what is in a folder.
type siblings []entry

// has reports whether one of the siblings has a name, in capitals or not.
func (s siblings) has(name string) bool { return s.hasBeside("", name) }

// hasBeside reports the same of the siblings of the one that has a name itself.
func (s siblings) hasBeside(self, name string) bool {
	return slices.ContainsFunc(s, func(e entry) bool {
		return path.Base(e.path) != self && strings.EqualFold(path.Base(e.path), name)
	})
}

// maps returns how many of the siblings may be maps.
func (s siblings) maps() int {
	n := 0
	for _, e := range s {
		if isMap(path.Ext(e.path)) {
			n++
		}
	}
	return n
}
