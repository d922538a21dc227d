package demand

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Book is what all wijken ask of a department and nobody answered: before it writes its next
// programme.
type Book struct {
	Department *relate.Department // nil when there is no telling whom it is asked of
	Needs      []Asked            // by priority; those not ranked last
}

// Asked is a need in the book of a department.
type Asked struct {
	*relate.Need
	Guess bool // the department does not name the theme: it answered most needs of it
}

// books returns the books of the departments.
func books(g *relate.Graph) []Book {
	named, guessed := byTheme(g)
	of := make(map[*relate.Department][]Asked)
	for _, n := range g.Needs {
		if !n.Current || n.Status != relate.NeedUnanswered {
			continue
		}
		who, guess := named[n.Main.Theme], false
		if len(who) == 0 {
			who, guess = guessed[n.Main.Theme], true
		}
		if len(who) == 0 || n.Main.Theme == nil {
			who, guess = []*relate.Department{nil}, false
		}
		for _, d := range who {
			of[d] = append(of[d], Asked{n, guess})
		}
	}
	var list []Book
	for _, d := range append(slices.Clip(g.Departments), nil) {
		if needs := of[d]; len(needs) > 0 {
			slices.SortStableFunc(needs, byPriority)
			list = append(list, Book{d, needs})
		}
	}
	return list
}

// byPriority orders needs by priority, those not ranked last; then by how long they wait,
// those of which that is not known last.
func byPriority(a, b Asked) int {
	if (a.Main.Priority == 0) != (b.Main.Priority == 0) {
		return cmp.Compare(b.Main.Priority, a.Main.Priority)
	}
	since, other := a.OpenSince(), b.OpenSince()
	if a.Main.Priority == b.Main.Priority && since.IsZero() != other.IsZero() {
		return other.Compare(since)
	}
	return cmp.Or(cmp.Compare(a.Main.Priority, b.Main.Priority), since.Compare(other))
}

// themed is the departments that a theme is asked of.
type themed map[*relate.Theme][]*relate.Department

// byTheme returns for each theme the departments that name it and have begun, and those that answered most
// needs of it, also of earlier visions: of a department that is no more, its successor.
func byTheme(g *relate.Graph) (named, guessed themed) {
	named, guessed = make(themed), make(themed)
	themes := make(map[string]*relate.Theme)
	for _, t := range g.Themes {
		themes[t.ID.Value] = t
	}
	for _, d := range g.Departments {
		if g.Date.Before(d.ValidFrom.Day) {
			continue
		}
		for _, ref := range d.Themes {
			if t, now := themes[ref.Value], present(d, g.Date); t != nil && now != nil && !slices.Contains(named[t], now) {
				named[t] = append(named[t], now)
			}
		}
	}
	answered := make(map[*relate.Theme]map[*relate.Department]int)
	for _, n := range g.Needs {
		t := n.Main.Theme
		if answered[t] == nil {
			answered[t] = make(map[*relate.Department]int)
		}
		for _, d := range answeredBy(n, g.Date) {
			answered[t][d]++
		}
	}
	for t, by := range answered {
		most := 0
		for _, n := range by {
			most = max(most, n)
		}
		for _, d := range g.Departments {
			if most > 0 && by[d] == most {
				guessed[t] = append(guessed[t], d)
			}
		}
	}
	return named, guessed
}

// answeredBy returns the departments that answered a need, by a commitment or without one,
// each once.
func answeredBy(n *relate.Need, date city.Day) []*relate.Department {
	var list []*relate.Department
	add := func(p *relate.Programme) {
		if d := present(p.Department, date); d != nil && !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	for _, c := range n.Commitments {
		add(c.Programme)
	}
	for _, a := range n.Answers {
		add(a.Programme)
	}
	return list
}

// present returns the department that does on a day what a department did: itself, or the
// one that followed it; nil when there is none.
func present(d *relate.Department, date city.Day) *relate.Department {
	for passed := 0; d != nil && !d.ValidThrough.IsZero() && d.ValidThrough.Before(date); passed++ {
		if passed > maxSuccessors {
			return nil
		}
		d = d.Successor
	}
	return d
}

// maxSuccessors is after how many departments those that follow each other are in a ring.
const maxSuccessors = 100
