package render

import (
	"iter"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Digest sums up what a page or a made file shows of visions and programmes, but for the
// words of their bodies. Two builds of which all else is the same, and those words, make
// the same file when it has the same digest in both. Zero is of a file that nobody sums
// up: it may be another at any time.
//
// It is the first eight bytes of a SHA-256: the digests of a site are read at every build
// after an edit, and one that fits by chance comes once in 2⁶⁴ files.
type Digest uint64

// Digests are those of the files of one site. A view that shows more than it did has to
// be summed up here; the tests of package pipeline edit content at random to find what
// was forgotten.
type Digests struct {
	r           *Renderer
	programmes  map[*relate.Programme]Digest // without what they hold
	needs       []Digest                     // by rank: as others than the wijk show them
	commitments []Digest                     // by rank, with their needs
	wijken      []Digest                     // by rank: their visions, and all that those ask
	listings    map[*plan.Page]Digest        // of the lists that have parts: what they are called
	years       Digest
	newest      newestEvents
}

// Digests sums up what files are made of.
func (r *Renderer) Digests() *Digests {
	g := r.graph
	s := &Digests{
		r: r, programmes: make(map[*relate.Programme]Digest, len(g.Programmes)),
		needs: make([]Digest, len(g.Needs)), commitments: make([]Digest, len(g.Commitments)), wijken: make([]Digest, len(g.Wijken)),
		listings: make(map[*plan.Page]Digest),
	}
	var beside sync.WaitGroup
	beside.Go(func() { s.newest = newNewestEvents(g.Events) })
	defer beside.Wait()
	var one digester
	one.numbers(r.years()...)
	s.years = one.sum()
	for _, p := range g.Programmes {
		one.programme(p)
		s.programmes[p] = one.sum()
	}
	for _, p := range r.site.Pages {
		if len(p.Parts) > 0 {
			one.listing(p)
			s.listings[p] = one.sum()
		}
	}
	each(g.Wijken, func(d *digester, i int, w *relate.Wijk) {
		d.wijk(w)
		s.wijken[i] = d.sum()
	})
	each(g.Needs, func(d *digester, i int, n *relate.Need) {
		d.need(n)
		s.needs[i] = d.sum()
	})
	each(g.Commitments, func(d *digester, i int, c *relate.Commitment) {
		s.commitment(d, c)
		s.commitments[i] = d.sum()
	})
	return s
}

// each sums up something of every item of a list, on all cores.
func each[T any](list []T, sum func(d *digester, i int, item T)) {
	parallel.Share(len(list), func(mine iter.Seq[int]) {
		var d digester
		for i := range mine {
			sum(&d, i, list[i])
		}
	})
}

// All returns the digests of all pages and of all made files, in the order of the plan.
func (s *Digests) All() (pages, made []Digest) {
	var beside sync.WaitGroup
	beside.Go(func() { made = s.made() })
	pages = make([]Digest, len(s.r.site.Pages))
	each(s.r.site.Pages, func(d *digester, i int, p *plan.Page) {
		if s.page(d, p) {
			pages[i] = d.sum()
		}
		d.b = d.b[:0]
	})
	beside.Wait()
	return pages, made
}

func (s *Digests) promised(d *digester, list []*relate.Commitment) {
	d.numbers(len(list))
	for _, c := range list {
		d.digest(s.commitments[c.Rank])
	}
}

func (s *Digests) answers(d *digester, list []*relate.Answer) {
	d.numbers(len(list))
	for _, a := range list {
		s.answer(d, a)
	}
}

func (s *Digests) answer(d *digester, a *relate.Answer) {
	d.b = city.AppendAnswerValues(d.b, a.Answer)
	d.digest(s.programmes[a.Programme])
	d.digest(s.needs[a.Of.Rank])
}

// commitment notes a commitment, how it stands, and what it is for.
func (s *Digests) commitment(d *digester, c *relate.Commitment) {
	d.b = city.AppendCommitmentValues(d.b, c.Commitment)
	d.digest(s.programmes[c.Programme])
	d.text(string(c.Status()))
	d.bools(c.Late, c.Moved, c.Quiet)
	d.planned(c.Due)
	d.planned(c.OriginalDue)
	d.numbers(len(c.Progress), len(c.Needs), len(c.Wijken))
	for _, n := range c.Needs {
		d.digest(s.needs[n.Rank])
	}
	for _, w := range c.Wijken {
		d.text(w.ID)
	}
	if c.Successor != nil {
		d.text(c.Successor.Title.Value)
		d.b = packed.AppendNumber(plan.AppendCommitmentURL(d.b, c.Successor), 0)
	}
}

func (s *Digests) events(d *digester, list []*relate.Event) {
	for _, e := range list {
		d.b = append(d.b, byte(e.Kind))
		d.day(e.Date)
		switch e.Kind {
		case relate.Progressed:
			d.digest(s.commitments[e.Commitment().Rank])
			d.numbers(entryOf(e))
		case relate.Answered:
			s.answer(d, e.Answer())
			d.numbers(nthAnswer(e.Answer()))
		case relate.Judged:
			j := e.Judgement()
			d.digest(s.needs[j.Need.Rank])
			d.text(j.Vision.ID)
			d.text(j.By.Value)
			d.text(j.Verdict.Value)
			d.text(j.Text.Value)
			d.numbers(nthJudgement(j))
		default:
			d.text(e.Vision().ID)
			d.digest(s.wijken[e.Vision().Wijk.Rank])
		}
	}
}

// entryOf returns the place of an entry in the log of its commitment.
func entryOf(e *relate.Event) int {
	for i, p := range e.Commitment().Progress {
		if p == e.Progress {
			return i
		}
	}
	return -1
}

// programme notes a programme without what it holds.
func (d *digester) programme(p *relate.Programme) {
	d.b = city.AppendProgrammeValues(d.b, p.Programme)
	d.draft(p.Draft)
	d.bools(p.Withdrawn)
	if p.Department != nil {
		d.text(p.Department.ID)
	}
}

// listing notes what the parts of a list are called, and where they are.
func (d *digester) listing(whole *plan.Page) {
	for _, p := range whole.Parts {
		d.text(p.Label)
		d.b = packed.AppendNumber(p.AppendURL(d.b), 0)
	}
}

// wijk notes the visions of a wijk, all that those ask, and which is the current one.
func (d *digester) wijk(w *relate.Wijk) {
	d.text(w.ID)
	d.numbers(len(w.Visions), len(w.Upcoming), len(w.Archive))
	for _, v := range w.Visions {
		d.b = city.AppendVisionValues(d.b, v.Vision)
		d.draft(v.Draft)
		d.bools(v == w.Current)
	}
}

// need notes a need as others than its wijk show it.
func (d *digester) need(n *relate.Need) {
	d.text(n.ID)
	d.b = city.AppendNeedValues(d.b, n.Main.Need)
	d.numbers(int(n.Status))
	d.bools(n.Current)
}
