// Package plan decides which pages and files the site has and at which URL.
//
// Every URL of the site is made here, once, so that links, search, feeds and
// data cannot disagree. URLs are paths from the root of the site, as "/wijken/oost/";
// what comes before them (a path in basis-url) is added when a page is rendered.
// What kinds of page there are is one table, in kind.go.
package plan

import (
	"slices"
	"strings"

	"wijkvisie/internal/relate"
)

// Page is one HTML page: what it is about and the rows it lists.
type Page struct {
	Kind Kind
	URL  string
	// Indexed is whether search engines may list the page.
	Indexed bool

	// What the page is about. Those that its kind does not have are nil or empty.

	Wijk        *relate.Wijk // of a vision or a need: the wijk that it belongs to
	Vision      *relate.Vision
	Need        *relate.Need
	Department  *relate.Department
	Programme   *relate.Programme
	Theme       *relate.Theme
	ContentPage *relate.Page
	Year        int    // of ChangesOf
	To          string // of Moved: the address that the page has now

	// Rows is what the page lists. It is empty when the list was split into Parts.
	Rows Rows
	// Parts are the pages that a long list was split into, in order.
	Parts []*Page
	// Parent is the page that this one is a part of, nil when it is none.
	Parent *Page
	// Part is which rows of its parent the page has, nil when it is no part.
	Part *Part
}

// Rows are the rows of a page's lists.
type Rows struct {
	Wijken      []*relate.Wijk
	Departments []*relate.Department
	Programmes  []*relate.Programme
	Needs       []*relate.Need       // of Progress: not answered, not included, or said not to be met; of Demand: not answered
	Commitments []*relate.Commitment // of Progress: open and later than promised, or said not to be done; of Planning: what is still to be done
	Answers     []*relate.Answer
	Events      []*relate.Event
	Entries     []*Entry
}

// Count returns how many rows the lists have together.
func (r *Rows) Count() int {
	n := 0
	for _, length := range r.lengths() {
		n += length
	}
	return n
}

// longest returns how many rows the longest list has.
func (r *Rows) longest() int {
	lengths := r.lengths()
	return slices.Max(lengths[:])
}

// fits reports whether the lists stay short when the rows of another are added.
func (r *Rows) fits(more *Rows) bool {
	rows, added := r.lengths(), more.lengths()
	for i := range rows {
		if rows[i]+added[i] > Most {
			return false
		}
	}
	return len(r.Wijken)+len(more.Wijken) <= MostWijken
}

func (r *Rows) lengths() [8]int {
	return [...]int{
		len(r.Wijken), len(r.Departments), len(r.Programmes), len(r.Needs),
		len(r.Commitments), len(r.Answers), len(r.Events), len(r.Entries),
	}
}

// add adds the rows of another to each list.
func (r *Rows) add(more *Rows) {
	r.Wijken = append(r.Wijken, more.Wijken...)
	r.Departments = append(r.Departments, more.Departments...)
	r.Programmes = append(r.Programmes, more.Programmes...)
	r.Needs = append(r.Needs, more.Needs...)
	r.Commitments = append(r.Commitments, more.Commitments...)
	r.Answers = append(r.Answers, more.Answers...)
	r.Events = append(r.Events, more.Events...)
	r.Entries = append(r.Entries, more.Entries...)
}

// File returns the path of the page's file in the output folder.
func (p *Page) File() string { return FileOf(p.URL) }

// FileOf returns the path of the file that a URL of the site is served from.
func FileOf(url string) string {
	path := strings.TrimPrefix(url, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return path
}
