// Package city is the domain: the records that a municipality's content is
// made of, as their authors wrote them, each field with its place.
//
// A wijk publishes visions that hold needs; a department (dienst) publishes
// programmes that hold commitments and answers. Nothing in this package is
// derived: links between records and the state of things on a date are the
// work of package relate. Records do not change after they are parsed and are
// shared by every build that uses the same bytes.
package city

import (
	"iter"
	"path"

	"wijkvisie/internal/source"
)

// City is all content of one site.
type City struct {
	Site        *Site // nil when site.yaml is missing
	Wijken      []*Wijk
	Visions     []*Vision
	Departments []*Department
	Programmes  []*Programme
	Pages       []*Page
	Map         *Map // nil when there is no map
}

// Record is what every file of content has in common.
type Record struct {
	// ID is the file name without .md.
	ID   string
	File *source.File
	// FirstLine is the first line of the front matter: where a missing key is missed.
	FirstLine source.Pos
	// Former holds the ids by which the record was known before (voorheen); of
	// a vision its former periods.
	Former []source.Text
	// Publish is the day of publication (publiceren-op), zero when not given.
	Publish Date
	// Body is the Markdown below the front matter; nil when it could not be read.
	Body *Body
	// Broken is set when errors kept part of the file from being read. What
	// refers to such a record is not judged: one cause, one message.
	Broken bool
}

// FormerPaths returns the paths of the files that a record had when it was known by the ids it
// had before.
func (r *Record) FormerPaths() []string {
	paths := make([]string, len(r.Former))
	for i, old := range r.Former {
		paths[i] = path.Join(path.Dir(r.File.Path), old.Value+".md")
	}
	return paths
}

// Records returns what every file of content but site.yaml and the map has in
// common, folder by folder.
func (c *City) Records() iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, w := range c.Wijken {
			if !yield(&w.Record) {
				return
			}
		}
		for _, v := range c.Visions {
			if !yield(&v.Record) {
				return
			}
		}
		for _, d := range c.Departments {
			if !yield(&d.Record) {
				return
			}
		}
		for _, p := range c.Programmes {
			if !yield(&p.Record) {
				return
			}
		}
		for _, p := range c.Pages {
			if !yield(&p.Record) {
				return
			}
		}
	}
}

// Contact is how to reach somebody. Fields that were not written are zero.
type Contact struct {
	Name, Email, Phone, URL source.Text
}

// Source is the document in which something was decided.
type Source struct {
	Title, URL source.Text
}
