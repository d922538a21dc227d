package relate

import "wijkvisie/internal/city"

// Draft is why a file is not published. Only under Options.Drafts is there something
// in the graph whose Draft is not zero.
type Draft struct {
	Concept bool
	Embargo city.Day // the day it will be published; zero when it has no embargo
}

// IsZero reports whether the file is published.
func (d Draft) IsZero() bool { return !d.Concept && d.Embargo.IsZero() }

// Hidden is a file that is not published.
type Hidden struct {
	Path string
	Draft
}

// visible reports whether a file with a status, published from a day on, is in the
// graph, and adds it to Graph.Hidden when it is not.
func (r *relater) visible(path, status string, from city.Day) (draft Draft, ok bool) {
	draft.Concept = status == city.Concept
	if from.After(r.Date) {
		draft.Embargo = from
	}
	if draft.IsZero() || r.Drafts {
		return draft, true
	}
	r.Hidden = append(r.Hidden, Hidden{path, draft})
	return draft, false
}
