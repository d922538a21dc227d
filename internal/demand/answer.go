package demand

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Answers is how many needs were answered, and how soon. An answer is a commitment, or what a
// department says without one: no, it is up to others, or that it is being studied. A need
// that was asked anew is answered when it was since.
type Answers struct {
	Asked    int
	Answered int
	Before   int   // of those answered: before the need was asked
	Months   []int // of the others: after how many whole months, the fewest first
	Undated  int   // of the others: it is not known after how many
	// Of those that are not answered: for how many whole months they wait, the fewest first, and
	// of how many that is not known.
	Waiting        []int
	WaitingUndated int
}

// Unanswered returns how many needs nobody answered.
func (a *Answers) Unanswered() int { return a.Asked - a.Answered }

// Half returns within how many months at least half of the needs of Months had their answer.
// It is not ok for fewer than five: those say nothing together.
func (a *Answers) Half() (months int, ok bool) {
	const fewest = 5
	if len(a.Months) < fewest {
		return 0, false
	}
	return a.Months[(len(a.Months)-1)/2] + 1, true // an answer after four whole months is one within five
}

// HalfWaiting returns for how many whole months at least half of the needs of Waiting wait. It
// is not ok when there are none.
func (a *Answers) HalfWaiting() (months int, ok bool) {
	if len(a.Waiting) == 0 {
		return 0, false
	}
	return a.Waiting[len(a.Waiting)/2], true
}

// Within returns how many needs of Months had their answer after at least so many months and
// fewer than so many.
func (a *Answers) Within(least, below int) int {
	n := 0
	for _, months := range a.Months {
		if least <= months && months < below {
			n++
		}
	}
	return n
}

func (a *Answers) add(n *relate.Need, date city.Day) {
	asked, answered := n.OpenSince(), n.FirstAnswer()
	a.Asked++
	if n.Status == relate.NeedUnanswered {
		if asked.IsZero() {
			a.WaitingUndated++
		} else {
			a.Waiting = append(a.Waiting, asked.MonthsUntil(date))
		}
		return
	}
	a.Answered++
	switch {
	case asked.IsZero() || answered.IsZero():
		a.Undated++
	case answered.Before(asked):
		a.Before++
	default:
		a.Months = append(a.Months, asked.MonthsUntil(answered))
	}
}

// Group is needs of which some may come before others.
type Group struct {
	Answers
	Done int // for which everything was done that was promised
}

func (g *Group) add(n *relate.Need, date city.Day) {
	g.Answers.add(n, date)
	if n.Status == relate.NeedMet || n.Status == relate.NeedKept {
		g.Done++
	}
}

// FirstPriorities is how many priorities of a wijk come first.
const FirstPriorities = 3

// isFirst reports whether a need is among the first priorities of its wijk.
func isFirst(n *relate.Need) bool {
	return 0 < n.Main.Priority && n.Main.Priority <= FirstPriorities
}
