package source

import (
	"strings"
	"unicode"
)

// WithoutInvisible returns a text without the characters that nobody sees, as a zero-width space
// or a soft hyphen that came along when it was copied.
func WithoutInvisible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		return r
	}, s)
}
