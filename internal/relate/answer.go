package relate

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
)

// Answer is what a department says to a need without committing.
type Answer struct {
	*city.Answer
	Programme *Programme
	Of        *Need
}

// addAnswers links the answers of visible programmes to their needs.
func (r *relater) addAnswers() {
	for _, p := range r.Programmes {
		for _, written := range p.Programme.Answers {
			n := r.findNeed(written.Need.Value)
			if n == nil || !r.exists(written.Date.Day) {
				continue
			}
			a := &Answer{Answer: written, Programme: p, Of: n}
			p.Answers = append(p.Answers, a)
			n.Answers = append(n.Answers, a)
			r.Answers = append(r.Answers, a)
			if p.Department != nil {
				p.Department.Answers = append(p.Department.Answers, a)
			}
		}
	}
}

// listAnswers puts the answers in their order in the lists of departments and of the graph.
func (r *relater) listAnswers() {
	for _, d := range r.Departments {
		slices.SortStableFunc(d.Answers, newestAnswer)
	}
	slices.SortStableFunc(r.Answers, func(a, b *Answer) int {
		return cmp.Or(cmp.Compare(a.Of.ID, b.Of.ID), newestAnswer(a, b))
	})
}

// newestAnswer orders answers newest first: by day; of one day, the one further
// down; between files, the one whose id sorts last.
func newestAnswer(a, b *Answer) int {
	return cmp.Or(
		b.Date.Compare(a.Date.Day),
		cmp.Compare(b.Programme.ID, a.Programme.ID),
		cmp.Compare(b.FirstLine.Start, a.FirstLine.Start))
}
