package plan

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/relate"
)

// Most is how many rows a page lists before the list is split into parts, so
// that no page grows without bound as the site does.
const Most = 200

// unit is rows that stand on one page together, and the letter that they are found
// under.
type unit struct {
	letter string
	rows   Rows
}

// list gives a page its rows: all of them, or when there are more than Most, parts
// that hold the units of the rows by their letters. A letter with too many rows has
// several parts: w, w-2, w-3. A unit is never cut, however large it is.
func (p *Page) list(all Rows, units func(all Rows) iter.Seq[unit]) {
	if all.count() <= Most {
		p.Rows = all
		return
	}
	var part *Page
	letter, number := "", 0
	for u := range units(all) {
		switch n := u.rows.count(); {
		case part == nil || u.letter != letter:
			letter, number = u.letter, 1
			part = p.addPart(letter, number)
		case part.Rows.count()+n > Most:
			number++
			part = p.addPart(letter, number)
		}
		part.Rows.add(&u.rows)
	}
}

// addPart adds a part of the list of a page, which lists nothing yet.
func (p *Page) addPart(letter string, number int) *Page {
	part := *p
	part.Parts, part.Parent = nil, p
	part.Label, part.URL = strings.ToUpper(letter), p.URL+letter
	if number > 1 {
		part.Label += " (" + strconv.Itoa(number) + ")"
		part.URL += "-" + strconv.Itoa(number)
	}
	part.URL += "/"
	p.Parts = append(p.Parts, &part)
	return &part
}

// otherLetter is what names are found under that do not begin with a letter from a to z.
const otherLetter = "0-9"

// letters are all letters that a name can be found under, in order.
func letters() []string {
	return append(strings.Split("abcdefghijklmnopqrstuvwxyz", ""), otherLetter)
}

// letterOf returns the letter that a name is found under: the first one in it, without
// its accents.
func letterOf(name string) string {
	for _, r := range name {
		if r >= utf8.RuneSelf {
			r, _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		}
		r = unicode.ToLower(r)
		switch {
		case 'a' <= r && r <= 'z':
			return string(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return otherLetter
		}
	}
	return otherLetter
}

// byLetter returns a list in the order of the letters that its names are found under.
// What is found under the same letter stays in order.
func byLetter[T any](list []T, name func(T) string) iter.Seq2[string, T] {
	under := make(map[string][]T)
	for _, item := range list {
		letter := letterOf(name(item))
		under[letter] = append(under[letter], item)
	}
	return func(yield func(string, T) bool) {
		for _, letter := range letters() {
			for _, item := range under[letter] {
				if !yield(letter, item) {
					return
				}
			}
		}
	}
}

// unitsByName returns rows of one kind as units of one row each, by their names.
func unitsByName[T any](list []T, name func(T) string, rows func(one []T) Rows) iter.Seq[unit] {
	return func(yield func(unit) bool) {
		for letter, item := range byLetter(list, name) {
			if !yield(unit{letter, rows([]T{item})}) {
				return
			}
		}
	}
}

// wijkOrder is the wijken by the letters of their names, and within a letter in
// display order.
type wijkOrder struct {
	letters []string // of the wijken, in that order
	places  []int    // in that order, by Wijk.Rank
}

func newWijkOrder(wijken []*relate.Wijk) *wijkOrder {
	o := &wijkOrder{places: make([]int, len(wijken))}
	for letter, w := range byLetter(wijken, func(w *relate.Wijk) string { return w.Name.Value }) {
		o.places[w.Ordinal] = len(o.letters)
		o.letters = append(o.letters, letter)
	}
	return o
}

// units returns rows as units of all rows of one wijk. What concerns several wijken
// goes with the first of them. Rows that concern no wijk come last, one a unit.
func (o *wijkOrder) units(all Rows) iter.Seq[unit] {
	units := make([]unit, len(o.letters))
	for i, letter := range o.letters {
		units[i].letter = letter
	}
	of := func(wijken ...*relate.Wijk) *Rows {
		if len(wijken) > 0 {
			return &units[o.places[wijken[0].Ordinal]].rows
		}
		units = append(units, unit{letter: otherLetter})
		return &units[len(units)-1].rows
	}
	for _, w := range all.Wijken {
		rows := of(w)
		rows.Wijken = append(rows.Wijken, w)
	}
	for _, n := range all.Needs {
		rows := of(n.Wijk)
		rows.Needs = append(rows.Needs, n)
	}
	for _, c := range all.Commitments {
		rows := of(c.Wijken...)
		rows.Commitments = append(rows.Commitments, c)
	}
	for _, a := range all.Answers {
		rows := of(a.Of.Wijk)
		rows.Answers = append(rows.Answers, a)
	}
	for _, e := range all.Events {
		rows := of(e.Wijken()...)
		rows.Events = append(rows.Events, e)
	}
	return func(yield func(unit) bool) {
		for _, u := range units {
			if u.rows.count() > 0 && !yield(u) {
				return
			}
		}
	}
}
