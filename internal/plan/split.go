package plan

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/relate"
)

// Most is how many rows a page lists before the list is split into parts, so
// that no page grows without bound as the site does.
const Most = 200

// unit is rows that stay together: all of one wijk, say. Units are in display
// order, in which those of one letter need not be neighbours.
type unit struct {
	name string // decides the letter
	rows Rows
}

// split gives a page its rows: all of them, or when those are too many, parts
// that hold the units by the first letter of their names. A letter with too
// many rows has several parts: w, w-2, w-3. A unit is never cut.
func split(page *Page, all Rows, units func() []unit) {
	if all.count() <= Most {
		page.Rows = all
		return
	}
	letters := make(map[string][]unit)
	for _, u := range units() {
		l := letter(u.name)
		letters[l] = append(letters[l], u)
	}
	for _, l := range sortedLetters(letters) {
		page.Parts = append(page.Parts, partsOf(page, l, letters[l])...)
	}
}

func partsOf(page *Page, letter string, units []unit) []*Page {
	var parts []*Page
	rows := 0
	for _, u := range units {
		n := u.rows.count()
		if len(parts) == 0 || rows > 0 && rows+n > Most {
			parts = append(parts, newPart(page, letter, len(parts)+1))
			rows = 0
		}
		parts[len(parts)-1].Rows.add(u.rows)
		rows += n
	}
	return parts
}

func newPart(page *Page, letter string, n int) *Page {
	part := *page
	part.Rows, part.Parts, part.Parent = Rows{}, nil, page
	part.Label, part.URL = strings.ToUpper(letter), page.URL+letter
	if n > 1 {
		part.Label += " (" + strconv.Itoa(n) + ")"
		part.URL += "-" + strconv.Itoa(n)
	}
	part.URL += "/"
	return &part
}

// other stands for everything that does not begin with a letter from a to z.
const other = "0-9"

// letter returns the letter that a name is found under.
func letter(name string) string {
	for _, r := range norm.NFD.String(name) {
		r = unicode.ToLower(r)
		switch {
		case 'a' <= r && r <= 'z':
			return string(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return other
		}
	}
	return other
}

func sortedLetters(letters map[string][]unit) []string {
	var sorted []string
	for c := 'a'; c <= 'z'; c++ {
		if _, ok := letters[string(c)]; ok {
			sorted = append(sorted, string(c))
		}
	}
	if _, ok := letters[other]; ok {
		sorted = append(sorted, other)
	}
	return sorted
}

func (r *Rows) count() int {
	return len(r.Wijken) + len(r.Departments) + len(r.Programmes) + len(r.Needs) +
		len(r.Commitments) + len(r.Answers) + len(r.Events) + len(r.Entries)
}

func (r *Rows) add(more Rows) {
	r.Wijken = append(r.Wijken, more.Wijken...)
	r.Departments = append(r.Departments, more.Departments...)
	r.Programmes = append(r.Programmes, more.Programmes...)
	r.Needs = append(r.Needs, more.Needs...)
	r.Commitments = append(r.Commitments, more.Commitments...)
	r.Answers = append(r.Answers, more.Answers...)
	r.Events = append(r.Events, more.Events...)
	r.Entries = append(r.Entries, more.Entries...)
}

// byWijk collects rows per wijk, in the display order of the wijken. What
// concerns several wijken is found under the first.
type byWijk struct {
	order []*relate.Wijk
	rows  map[*relate.Wijk]*Rows
	loose []unit // what concerns no wijk
}

func newByWijk(g *relate.Graph) *byWijk {
	return &byWijk{order: g.Wijken, rows: make(map[*relate.Wijk]*Rows)}
}

// add files one row, or a few that stay together, under its wijk.
func (b *byWijk) add(wijken []*relate.Wijk, row Rows) {
	if len(wijken) == 0 {
		b.loose = append(b.loose, unit{"", row})
		return
	}
	r := b.rows[wijken[0]]
	if r == nil {
		r = new(Rows)
		b.rows[wijken[0]] = r
	}
	r.add(row)
}

func (b *byWijk) units() []unit {
	var units []unit
	for _, w := range b.order {
		if r := b.rows[w]; r != nil {
			units = append(units, unit{w.Name.Value, *r})
		}
	}
	return append(units, b.loose...)
}

// unitsOfRows returns the rows that a wijk-wise list is made of, by wijk.
func unitsOfRows(g *relate.Graph, all Rows) func() []unit {
	return func() []unit {
		b := newByWijk(g)
		for _, w := range all.Wijken {
			b.add([]*relate.Wijk{w}, Rows{Wijken: []*relate.Wijk{w}})
		}
		for _, n := range all.Needs {
			b.add([]*relate.Wijk{n.Wijk}, Rows{Needs: []*relate.Need{n}})
		}
		for _, c := range all.Commitments {
			b.add(c.Wijken, Rows{Commitments: []*relate.Commitment{c}})
		}
		for _, a := range all.Answers {
			b.add([]*relate.Wijk{a.Of.Wijk}, Rows{Answers: []*relate.Answer{a}})
		}
		for _, e := range all.Events {
			b.add(e.Wijken, Rows{Events: []*relate.Event{e}})
		}
		return b.units()
	}
}
