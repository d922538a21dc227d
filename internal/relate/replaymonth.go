package relate

import (
	"slices"

	"wijkvisie/internal/city"
)

// advance goes on to a day, the last of a month or the reference date, in which something
// happened.
func (r *replay) advance(day city.Day, m *month) {
	r.Date = day
	var changed []*replayedWijk
	change := func(w *replayedWijk, what change) {
		if w.changed == noChange {
			changed = append(changed, w)
		}
		w.changed = max(w.changed, what)
	}
	for _, w := range m.wijken {
		change(w, askedAnew)
	}
	for _, w := range m.answered {
		change(w, answered)
	}
	appeared := r.deriveCommitments(m.commitments)
	for _, c := range m.commitments {
		for _, w := range c.group.wijken {
			change(w, committed)
		}
	}
	for _, w := range changed {
		if w.changed == askedAnew {
			r.ask(w)
		}
	}
	for _, c := range appeared {
		r.linkNeeds(c)
	}
	for _, w := range changed {
		if w.changed >= answered {
			r.answer(w)
		}
		r.count(w)
		w.changed = noChange
	}
}

// deriveCommitments derives how commitments stand to which something happened, and returns
// those that appear.
func (r *replay) deriveCommitments(changed []*replayedCommitment) (appeared []*Commitment) {
	hands := false
	for _, c := range changed {
		if !c.visible {
			c.visible = true
			appeared = append(appeared, c.Commitment)
		}
		c.Programme.Withdrawn = withdrawn(c.Programme.Programme, r.Date)
		r.derive(c.Commitment)
		hands = hands || c.group.hands
	}
	if hands {
		r.Commitments = r.Commitments[:0]
		for _, c := range r.commitments {
			if c.visible && c.group.hands { // no other hands on, or takes over
				r.Commitments = append(r.Commitments, c.Commitment)
			}
		}
		clear(r.commitment)
		r.linkSuccessors()
	}
	return appeared
}

// ask makes the needs of a wijk anew, out of the visions that are visible.
func (r *replay) ask(w *replayedWijk) {
	w.Wijk.Visions, w.Wijk.Needs, w.need = nil, nil, make(map[string]*Need)
	for _, v := range w.visions {
		if !r.visionFrom(v).After(r.Date) {
			v.Needs = nil
			w.Wijk.Visions = append(w.Wijk.Visions, v)
		}
	}
	w.Current = current(w.Wijk.Visions, r.Date)
	for _, v := range w.Wijk.Visions {
		r.addNeedsOf(v)
	}
	for _, n := range w.Wijk.Needs {
		n.choose()
	}
	for _, c := range w.commitments {
		if c.visible {
			c.Commitment.Needs = slices.DeleteFunc(c.Commitment.Needs, func(n *Need) bool { return n.Wijk == w.Wijk })
			r.linkNeeds(c.Commitment)
		}
	}
}

// answer links the needs of a wijk with the answers and the judgements that are given.
func (r *replay) answer(w *replayedWijk) {
	for _, n := range w.Needs {
		n.Answers, n.Judgements, n.Judgement = nil, nil, nil
		r.addJudgements(n)
	}
	for _, a := range w.answers {
		if n := r.findNeed(a.Answer.Need.Value); n != nil && !r.answerFrom(a).After(r.Date) {
			a.Of = n
			n.Answers = append(n.Answers, a)
		}
	}
	for _, n := range w.Needs {
		slices.SortStableFunc(n.Answers, newestAnswer)
	}
}

// count derives how the needs of a wijk stand, and counts those of the current vision.
func (r *replay) count(w *replayedWijk) {
	for _, n := range w.counted {
		r.add(w, n, -1)
	}
	w.counted = w.counted[:0]
	for _, n := range w.Needs {
		n.DoneOn = city.Day{}
		n.deriveStatus()
		if n.Current {
			counted := countedNeed{n.Status, n.departments()}
			w.counted = append(w.counted, counted)
			r.add(w, counted, 1)
		}
	}
}

// add counts a need of a wijk once more, or once less.
func (r *replay) add(w *replayedWijk, n countedNeed, times int) {
	w.counts[n.status] += times
	r.all[n.status] += times
	for _, d := range n.departments {
		r.departments[r.place[d]][n.status] += times
	}
}
