package diag

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the candidate that an author most likely meant by a word that is not one of
// them: one that differs by a few letters, that has the same words in another order, or that
// begins with the word. Case and accents do not count. Of equally near candidates it returns
// the first in the alphabet. It reports whether any is near enough.
func Nearest(word string, candidates []string) (string, bool) {
	w := fold(word)
	if w == "" {
		return "", false
	}
	best, found := "", -1
	for _, c := range candidates {
		limit := found
		if limit < 0 {
			limit = allowed(w) + 1
		}
		d := distance(w, fold(c), limit)
		if d > limit || d == limit && (found < 0 || c >= best) {
			continue
		}
		best, found = c, d
	}
	return best, found >= 0
}

// allowed returns how many letters may differ in a word.
func allowed(w string) int {
	switch n := len(w); {
	case n <= 4: // west is no mistake for oost
		return 1
	case n <= 5:
		return 2
	default:
		return min(n/3, 6)
	}
}

// distance returns the edit distance of two words, and a small one for words that differ in
// another way that authors often mean. Beyond limit it may return any number above limit.
func distance(w, c string, limit int) int {
	if limit > 1 && sameWords(w, c) {
		return 1
	}
	if limit > 1 && len(w) >= 4 && strings.HasPrefix(c, w+"-") {
		return 1
	}
	if limit > 2 && len(w) >= 4 && strings.HasPrefix(c, w) && len(w)*2 >= len(c) {
		return 2
	}
	if diff := len(w) - len(c); diff >= limit || -diff >= limit {
		return limit + 1
	}
	return edits(w, c, limit)
}

// sameWords reports whether two ids have the same words, in any order.
func sameWords(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	x, y := wordsOf(a), wordsOf(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == ' ' || r == '_' })
}

// edits returns the number of letters to put in, leave out, change or swap with
// their neighbour to make one word the other (optimal string alignment), where a digit that is
// changed counts as two, or limit+1 when there are more than limit.
func edits(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	before, row, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			switch {
			case x[i-1] == y[j-1]:
				cost = 0
			case isDigit(x[i-1]) && isDigit(y[j-1]):
				cost = 2 // another number is another thing sooner than one digit too few
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > limit {
			return limit + 1
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// fold returns a word without case and accents.
func fold(s string) string {
	s = strings.Trim(s, "‘’“”„\"'`")
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
