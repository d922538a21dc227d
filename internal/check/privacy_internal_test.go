package check

import (
	"regexp"
	"testing"
)

// FuzzNumbersHaveNineDigits checks that the expressions match nothing in a text that they are
// not tried on.
func FuzzNumbersHaveNineDigits(f *testing.F) {
	for _, s := range []string{
		"bel 06-12345678 of 06 1234 5678.", "a061234567890", "+31 (0)6 12 34 56 78x", "0031612345678", "BSN 111222333, 1112.22.333 en 111 222 333",
		"é123456789é", "123456789_", "++31612345678+31612345678", "1.06123456780612345678",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if hasNineDigits(text) {
			return
		}
		for _, expression := range []*regexp.Regexp{nineDigits(), mobile()} {
			if match := expression.FindString(text); match != "" {
				t.Errorf("%q in %q has no nine digits", match, text)
			}
		}
	})
}
