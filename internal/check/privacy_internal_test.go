package check

import (
	"iter"
	"regexp"
	"slices"
	"testing"
)

// The runs are there for speed alone: an expression finds the same in a whole text.
func FuzzMatchesInRunsAreThoseOfTheWholeText(f *testing.F) {
	for _, s := range []string{
		"bel 06-12345678 of 06 1234 5678.", "a061234567890", "+31 (0)6 12 34 56 78x", "0031612345678", "BSN 111222333, 1112.22.333 en 111 222 333",
		"jan@gmail.com, a@b@c.nl, a@b.nl@c.nl @ @x", "é123456789é", "123456789_", "++31612345678+31612345678", "1.06123456780612345678",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range []struct {
			expression *regexp.Regexp
			runs       func(string) iter.Seq2[int, int]
		}{{digits(), numberRuns}, {mobile(), numberRuns}, {mail(), mailRuns}} {
			var want [][2]int
			for _, at := range c.expression.FindAllStringIndex(text, -1) {
				want = append(want, [2]int{at[0], at[1]})
			}
			var got [][2]int
			for start, end := range c.runs(text) {
				got = slices.AppendSeq(got, matches(c.expression, text, start, end))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q: %s matches at %v in runs, at %v in the whole", text, c.expression, got, want)
			}
		}
	})
}
