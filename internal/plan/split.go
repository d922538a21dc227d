package plan

import (
	"iter"
	"slices"
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

// split gives a page its rows: all of them, or when those are too many, parts
// that hold the units by the first letter of their names. A unit is rows that stay
// together: all of one wijk, say. A letter with too many rows has several parts: w,
// w-2, w-3. A unit is never cut.
//
// units yields them in the order of their letters, each with how many rows it has of
// each kind, and lays the rows in that order.
func split(page *Page, all Rows, units func(all Rows) (Rows, iter.Seq2[string, tally])) {
	if all.count() <= Most {
		page.Listing = listing(all)
		return
	}
	page.Listing = &Listing{Rows: &noRows}
	sorted, list := units(all)
	c := cutter{page: page, rows: sorted}
	for letter, n := range list {
		c.add(letter, n)
	}
	c.end()
}

// tally is how many rows there are of each kind, in the order of Rows.
type tally [8]int

func (t tally) sum() int {
	n := 0
	for _, count := range t {
		n += count
	}
	return n
}

// cutter cuts rows into parts.
type cutter struct {
	page     *Page
	rows     Rows
	letter   string
	part     *Page
	number   int   // of the part, under its letter
	from, to tally // the rows of the part
}

// add adds the next unit.
func (c *cutter) add(letter string, unit tally) {
	n, rows := unit.sum(), c.size()
	switch {
	case n == 0:
		return
	case c.part == nil || letter != c.letter:
		c.begin(letter, 1)
	case rows > 0 && rows+n > Most:
		c.begin(letter, c.number+1)
	}
	for i, count := range unit {
		c.to[i] += count
	}
}

func (c *cutter) size() int { return c.to.sum() - c.from.sum() }

func (c *cutter) begin(letter string, number int) {
	c.end()
	c.letter, c.number = letter, number
	c.part = newPart(c.page, letter, number)
	c.page.Parts = append(c.page.Parts, c.part)
}

// end gives the part its rows.
func (c *cutter) end() {
	if c.part != nil {
		c.part.Rows = c.rows.between(c.from, c.to)
	}
	c.from = c.to
}

func newPart(page *Page, letter string, n int) *Page {
	part := *page
	part.Listing = &Listing{Rows: &noRows, Parent: page, Label: strings.ToUpper(letter)}
	part.url = page.url + letter
	if n > 1 {
		part.Label += " (" + strconv.Itoa(n) + ")"
		part.url += "-" + strconv.Itoa(n)
	}
	part.url += "/"
	return &part
}

// other stands for everything that does not begin with a letter from a to z.
const other = "0-9"

// letter returns the letter that a name is found under.
func letter(name string) string {
	if name != "" && 'A' <= name[0]&^0x20 && name[0]&^0x20 <= 'Z' && (len(name) == 1 || name[1] < utf8.RuneSelf) { // as nearly all begin
		return letterOf(int(name[0]&^0x20 - 'A'))
	}
	for _, r := range norm.NFD.String(name) {
		r = unicode.ToLower(r)
		switch {
		case 'a' <= r && r <= 'z':
			return letterOf(int(r - 'a'))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return other
		}
	}
	return other
}

// between returns the rows from some up to others of each kind.
func (r *Rows) between(from, to tally) *Rows {
	return &Rows{
		Wijken:      r.Wijken[from[0]:to[0]:to[0]],
		Departments: r.Departments[from[1]:to[1]:to[1]],
		Programmes:  r.Programmes[from[2]:to[2]:to[2]],
		Needs:       r.Needs[from[3]:to[3]:to[3]],
		Commitments: r.Commitments[from[4]:to[4]:to[4]],
		Answers:     r.Answers[from[5]:to[5]:to[5]],
		Events:      r.Events[from[6]:to[6]:to[6]],
		Entries:     r.Entries[from[7]:to[7]:to[7]],
	}
}

func (r *Rows) count() int {
	return len(r.Wijken) + len(r.Departments) + len(r.Programmes) + len(r.Needs) +
		len(r.Commitments) + len(r.Answers) + len(r.Events) + len(r.Entries)
}

// sortInto sorts a list by keys from 0 up to some number, and counts how many there
// are of each. What has the same key stays in order.
func sortInto[T any](list []T, keys int, key func(T) int) (sorted []T, counts []int) {
	if len(list) == 0 {
		return nil, make([]int, keys)
	}
	of := make([]int32, len(list))
	next := make([]int, keys+1)
	for i, item := range list {
		k := key(item)
		of[i] = int32(k)
		next[k+1]++
	}
	counts = slices.Clone(next[1:])
	for k := range keys {
		next[k+1] += next[k]
	}
	sorted = make([]T, len(list))
	for i, item := range list {
		sorted[next[of[i]]] = item
		next[of[i]]++
	}
	return sorted, counts
}

// letters are all letters that a name can be found under, in order.
const letters = "abcdefghijklmnopqrstuvwxyz"

// letterKey returns where a letter stands among those.
func letterKey(letter string) int {
	if letter == other {
		return len(letters)
	}
	return int(letter[0] - 'a')
}

func letterOf(key int) string {
	if key == len(letters) {
		return other
	}
	return letters[key : key+1]
}

// byName splits rows of one kind by their own names.
func byName[T any](list []T, kind int, name func(T) string, rows func([]T) Rows) func(Rows) (Rows, iter.Seq2[string, tally]) {
	return func(Rows) (Rows, iter.Seq2[string, tally]) {
		sorted, counts := sortInto(list, len(letters)+1, func(item T) int { return letterKey(letter(name(item))) })
		return rows(sorted), func(yield func(string, tally) bool) {
			var one tally
			one[kind] = 1
			for key, count := range counts {
				for range count {
					if !yield(letterOf(key), one) {
						return
					}
				}
			}
		}
	}
}

// wijkOrder is the wijken by the letters of their names, and within a letter in
// display order: all rows of a wijk are a unit. What concerns several wijken is found
// under the first; what concerns none stands by itself, after them.
type wijkOrder struct {
	keys    []int    // by rank
	letters []string // by key
}

func newWijkOrder(g *relate.Graph) *wijkOrder {
	o := &wijkOrder{keys: make([]int, len(g.Wijken)), letters: make([]string, len(g.Wijken))}
	sorted, _ := sortInto(g.Wijken, len(letters)+1, func(w *relate.Wijk) int { return letterKey(letter(w.Name.Value)) })
	for key, w := range sorted {
		o.keys[w.Rank], o.letters[key] = key, letter(w.Name.Value)
	}
	return o
}

// key returns the unit of what concerns some wijken: the one past the last wijk when
// there are none.
func (o *wijkOrder) key(wijken ...*relate.Wijk) int {
	if len(wijken) == 0 {
		return len(o.letters)
	}
	return o.keys[wijken[0].Rank]
}

// units lays rows in the order of their wijken.
func (o *wijkOrder) units(all Rows) (Rows, iter.Seq2[string, tally]) {
	var sorted Rows
	var counts [len(tally{})][]int
	n := len(o.letters) + 1
	sorted.Wijken, counts[0] = sortInto(all.Wijken, n, func(w *relate.Wijk) int { return o.key(w) })
	sorted.Needs, counts[3] = sortInto(all.Needs, n, func(need *relate.Need) int { return o.key(need.Wijk) })
	sorted.Commitments, counts[4] = sortInto(all.Commitments, n, func(c *relate.Commitment) int { return o.key(c.Wijken...) })
	sorted.Answers, counts[5] = sortInto(all.Answers, n, func(a *relate.Answer) int { return o.key(a.Of.Wijk) })
	sorted.Events, counts[6] = sortInto(all.Events, n, func(e *relate.Event) int { return o.key(e.Wijken()...) })
	return sorted, func(yield func(string, tally) bool) {
		for key, letter := range o.letters {
			var unit tally
			for kind, count := range counts {
				if count != nil {
					unit[kind] = count[key]
				}
			}
			if !yield(letter, unit) {
				return
			}
		}
		for kind, count := range counts {
			var one tally
			one[kind] = 1
			for n := 0; count != nil && n < count[len(o.letters)]; n++ {
				if !yield(other, one) {
					return
				}
			}
		}
	}
}
