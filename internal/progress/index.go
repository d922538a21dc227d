package progress

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// index finds what the rows of a table name, by present and former ids.
type index struct {
	commitments map[string][]promise
	ids         []string // present ones
	programmes  map[string]string
	departments map[string]string
	taken       map[*city.Progress]bool // entries that a row of the table is already
}

// promise is a commitment and the programme it is in.
type promise struct {
	*city.Commitment
	programme *city.Programme
}

func newIndex(c *city.City) index {
	x := index{make(map[string][]promise), nil, make(map[string]string), make(map[string]string), make(map[*city.Progress]bool)}
	for _, p := range c.Programmes {
		for _, commitment := range p.Commitments {
			if id := commitment.ID.Value; id != "" {
				x.commitments[id] = append(x.commitments[id], promise{commitment, p})
				x.ids = append(x.ids, id)
			}
		}
	}
	former := make(map[string][]promise)
	for _, p := range c.Programmes {
		for _, commitment := range p.Commitments {
			for _, old := range commitment.Former {
				former[old.Value] = append(former[old.Value], promise{commitment, p})
			}
		}
		learn(x.programmes, p.ID, p.Former)
	}
	for id, list := range former {
		if len(x.commitments[id]) == 0 {
			x.commitments[id] = list
		}
	}
	for _, d := range c.Departments {
		learn(x.departments, d.ID, d.Former)
	}
	return x
}

// learn notes the present id of each id that something has or had.
func learn(now map[string]string, id string, former []source.Text) {
	for _, old := range former {
		if _, ok := now[old.Value]; !ok {
			now[old.Value] = id
		}
	}
	now[id] = id
}

func (x index) programme(id string) string  { return present(x.programmes, id) }
func (x index) department(id string) string { return present(x.departments, id) }

func present(now map[string]string, id string) string {
	if found, ok := now[id]; ok {
		return found
	}
	return id
}

// known tells whether a commitment has an entry already. Each of its entries stands
// for one row.
func (x index) known(p promise, row *city.Progress) bool {
	i := slices.IndexFunc(p.Progress, func(e *city.Progress) bool { return !x.taken[e] && x.same(e, row) })
	if i < 0 {
		return false
	}
	x.taken[p.Progress[i]] = true
	return true
}

// same tells whether a row says what an entry says. Open data leave out where a
// commitment went when that is not published yet.
func (x index) same(e, row *city.Progress) bool {
	return e.Date.Day == row.Date.Day && e.Status.Value == row.Status.Value && e.Due.String() == row.Due.String() &&
		alike(e.Reason, row.Reason) && alike(e.Text, row.Text) && (row.To.IsZero() || x.now(e.To.Value) == x.now(row.To.Value))
}

// now returns the present id of a commitment.
func (x index) now(id string) string {
	if found := x.commitments[id]; len(found) > 0 {
		return found[0].ID.Value
	}
	return id
}

// alike tells whether two texts are the same but for what a spreadsheet changes:
// spaces around them and how lines end.
func alike(a, b source.Text) bool { return plain(a.Value) == plain(b.Value) }

func plain(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r", "")) }
