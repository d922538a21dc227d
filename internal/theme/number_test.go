package theme

import (
	"math"
	"testing"

	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/message"
)

// TestNumbersAreWrittenAsTheirLanguageDoes holds numbers against the tables of Unicode.
func TestNumbersAreWrittenAsTheirLanguageDoes(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		words := &Words{Lang: lang}
		printer := message.NewPrinter(xlanguage.Make(lang))
		numbers := []int{0, -1, -12, -123, -1234, math.MaxInt, math.MinInt}
		for n := 1; n < math.MaxInt/10; n = n*10 + 7 {
			numbers = append(numbers, n, n+2, -n)
		}
		for _, n := range numbers {
			if got, want := words.Number(n), printer.Sprint(n); got != want {
				t.Errorf("%s: %d is %q, want %q", lang, n, got, want)
			}
		}
	}
}
