package render

import (
	"wijkvisie/internal/packed"
	"wijkvisie/internal/plan"
)

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
