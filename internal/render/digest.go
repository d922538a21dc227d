package render

import (
	"crypto/sha256"
	"encoding/binary"
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

func (s *Digests) made() []Digest {
	made := s.r.site.Made
	digests := make([]Digest, len(made))
	tables := s.tables()
	words, blocks := s.entries()
	var d digester
	for i := range made {
		m := &made[i]
		d.text(m.URL)
		switch {
		case m.Kind == plan.MadeFeed && m.Wijk != nil:
			s.events(&d, s.newest.of[m.Wijk])
		case m.Kind == plan.MadeFeed && m.Department != nil:
			s.events(&d, s.newest.by[m.Department])
		case m.Kind == plan.MadeJSON || m.Kind == plan.MadeCSV:
			d.digest(tables[m.Table])
		case m.Kind == plan.MadeSearchWords:
			d.digest(words)
		case m.Kind == plan.MadeSearchBlock:
			d.digest(blocks[m.Part])
		default:
			d.b = d.b[:0]
			continue
		}
		digests[i] = d.sum()
	}
	return digests
}

// tables returns what the tables of the open data show.
func (s *Digests) tables() map[plan.Table]Digest {
	g, of := s.r.graph, make(map[plan.Table]Digest)
	var d digester
	for _, w := range g.Wijken {
		if d.text(w.ID); w.Current != nil {
			d.text(w.Current.ID)
		}
	}
	of[plan.WijkTable] = d.sum()
	for _, w := range s.wijken {
		d.digest(w)
	}
	of[plan.VisionTable] = d.sum()
	of[plan.JudgementTable] = of[plan.VisionTable]
	for _, n := range g.Needs {
		d.digest(s.needs[n.Rank])
		d.text(n.Main.Vision.ID)
		for _, a := range n.Appearances {
			d.text(a.ID.Value)
			for _, old := range a.Former {
				d.text(old.Value)
			}
		}
		d.numbers(len(n.Commitments))
		for _, c := range n.Commitments {
			d.text(c.ID.Value)
		}
	}
	of[plan.NeedTable] = d.sum()
	s.promised(&d, g.Commitments)
	of[plan.CommitmentTable] = d.sum()
	of[plan.ProgressTable] = of[plan.CommitmentTable]
	s.answers(&d, g.Answers)
	of[plan.AnswerTable] = d.sum()
	return of
}

// entries returns what can be found by which words, and what each block of entries shows.
func (s *Digests) entries() (words Digest, blocks []Digest) {
	site, states := s.r.site, s.r.entryStates()
	count := site.CountEntries()
	blocks = make([]Digest, (count+plan.SearchBlock-1)/plan.SearchBlock)
	found := make([]Digest, len(blocks))
	each(blocks, func(d *digester, i int, _ Digest) {
		from, to := i*plan.SearchBlock, min((i+1)*plan.SearchBlock, count)
		for n := from; n < to; n++ {
			e := site.Entry(n)
			d.text(e.Title())
			d.b = packed.AppendNumber(e.AppendURL(append(d.b, byte(e.Kind()))), 0)
			d.text(e.Note())
			d.b = packed.AppendNumber(appendEntryText(d.b, e), 0)
		}
		found[i] = d.sum()
		d.digest(found[i])
		for n := from; n < to; n++ {
			d.numbers(int(states.of[n]))
		}
		for _, b := range states.badges {
			d.text(b[0])
		}
		blocks[i] = d.sum()
	})
	var d digester
	d.numbers(count)
	for _, one := range found {
		d.digest(one)
	}
	return d.sum(), blocks
}

// page notes what a page shows; not ok when that is not known.
func (s *Digests) page(d *digester, p *plan.Page) bool {
	s.frame(d, p)
	s.links(d, p)
	switch p.Kind {
	case plan.Wijk:
		s.wijk(d, p.Wijk())
	case plan.Vision:
		s.vision(d, p.Vision())
	case plan.Need:
		d.digest(s.wijken[p.Wijk().Rank])
		s.need(d, p.Need())
	case plan.Wijken:
		d.figures(&s.r.graph.Figures)
	case plan.Department:
		s.department(d, p.Department())
	case plan.Programme:
		s.whole(d, p.Programme())
	case plan.Theme:
		d.figures(&p.Theme().Figures)
	case plan.Progress:
		if p.Parent == nil {
			return false
		}
		s.progress(d, p)
	case plan.ChangesOf:
		d.digest(s.years)
	case plan.Moved:
		d.text(p.To())
	case plan.Search, plan.Loose, plan.NotFound:
	default:
		return false
	}
	s.rows(d, p)
	return true
}

// frame notes what is around a page.
func (s *Digests) frame(d *digester, p *plan.Page) {
	d.b = packed.AppendNumber(p.AppendURL(append(d.b, byte(p.Kind))), 0)
	d.day(s.r.modified(p))
	d.text(p.Label)
	whole := p
	if p.Parent != nil {
		whole = p.Parent
	}
	d.digest(s.listings[whole])
}

// links notes where the links in the texts of a page lead, and what its pictures are.
func (s *Digests) links(d *digester, p *plan.Page) {
	for r := range p.Texts() {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Links {
			to, ok := s.r.site.Resolve(r.File.Path, &r.Body.Links[i])
			d.text(to)
			d.bools(ok)
		}
		for i := range r.Body.Images {
			image, ok := s.r.site.ResolveImage(r.File.Path, &r.Body.Images[i])
			d.text(image.URL)
			d.numbers(image.Width, image.Height, len(image.Copies))
			d.bools(ok)
		}
	}
}

// rows notes what a page lists.
func (s *Digests) rows(d *digester, p *plan.Page) {
	rows := p.Rows
	d.numbers(len(rows.Wijken), len(rows.Needs), len(rows.Commitments), len(rows.Answers), len(rows.Events))
	for _, w := range rows.Wijken {
		d.text(w.ID)
		d.bools(w.Current == nil)
		d.figures(&w.Figures)
	}
	for _, n := range rows.Needs {
		d.digest(s.needs[n.Rank])
	}
	s.promised(d, rows.Commitments)
	s.answers(d, rows.Answers)
	s.events(d, rows.Events)
	for _, number := range rows.Entries {
		e := s.r.site.Entry(int(number))
		d.text(e.Title())
		d.b = packed.AppendNumber(e.AppendURL(append(d.b, byte(e.Kind()))), 0)
		d.text(e.Note())
	}
}

// wijk notes what the page of a wijk shows.
func (s *Digests) wijk(d *digester, w *relate.Wijk) {
	d.digest(s.wijken[w.Rank])
	d.figures(&w.Figures)
	for _, n := range w.Needs {
		s.need(d, n)
	}
}

// vision notes what the page of a vision shows.
func (s *Digests) vision(d *digester, v *relate.Vision) {
	d.digest(s.wijken[v.Wijk.Rank])
	d.text(v.ID)
	for _, a := range v.Needs {
		d.digest(s.needs[a.Of.Rank])
	}
}

// need notes how a need stands, and what was said to it. What its visions say of it is
// in the digest of its wijk.
func (s *Digests) need(d *digester, n *relate.Need) {
	d.digest(s.needs[n.Rank])
	s.promised(d, n.Commitments)
	s.answers(d, n.Answers)
}

// department notes what every part of the page of a department shows.
func (s *Digests) department(d *digester, of *relate.Department) {
	d.tally(s.r.tallyOf(of, of.Commitments))
	d.numbers(len(of.Programmes))
	for _, p := range of.Programmes {
		d.digest(s.programmes[p])
		d.tally(s.r.tallyOf(p, p.Commitments))
	}
}

// whole notes a programme with all that it holds.
func (s *Digests) whole(d *digester, p *relate.Programme) {
	d.digest(s.programmes[p])
	s.promised(d, p.Commitments)
	s.answers(d, p.Answers)
}

// progress notes what a part of the page of all progress shows.
func (s *Digests) progress(d *digester, p *plan.Page) {
	d.figures(&s.r.graph.Figures)
	for _, w := range p.Rows.Wijken {
		s.promised(d, w.Commitments)
	}
	for _, of := range s.r.graph.Departments {
		d.bools(len(s.r.site.Page(plan.DepartmentURL(of)).Parts) > 0)
	}
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

// digester puts together what a digest is made of.
type digester struct{ b []byte }

// sum returns the digest of what was noted, and begins anew.
func (d *digester) sum() Digest {
	sum := sha256.Sum256(d.b)
	d.b = d.b[:0]
	return max(1, Digest(binary.LittleEndian.Uint64(sum[:])))
}

func (d *digester) text(s string) { d.b = packed.AppendText(d.b, s) }

func (d *digester) digest(of Digest) { d.b = binary.LittleEndian.AppendUint64(d.b, uint64(of)) }

func (d *digester) numbers(list ...int) {
	for _, n := range list {
		d.b = binary.AppendVarint(d.b, int64(n))
	}
}

func (d *digester) bools(list ...bool) {
	for _, yes := range list {
		if yes {
			d.b = append(d.b, 1)
		} else {
			d.b = append(d.b, 0)
		}
	}
}

func (d *digester) day(of city.Day) { d.numbers(int(of.Year), int(of.Month), int(of.Day)) }

func (d *digester) planned(p *city.PlannedDate) {
	d.numbers(int(p.Precision), int(p.Part), int(p.DayOf), int(p.Year))
}

func (d *digester) figures(f *relate.Figures) {
	d.numbers(f.Total)
	d.numbers(f.By[:]...)
}

func (d *digester) tally(t tally) {
	d.numbers(t.total, t.done, t.late)
	d.numbers(t.by[:]...)
}

// draft notes why a record is not published.
func (d *digester) draft(of relate.Draft) {
	d.bools(of.Concept)
	d.day(of.Embargo)
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
