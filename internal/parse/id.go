package parse

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxID is the length of the longest id: it has to fit in a file name.
const maxID = 100

// validID reports whether s is an id: a–z, 0–9 and single hyphens in between.
func validID(s string) bool {
	if s == "" || len(s) > maxID {
		return false
	}
	hyphen := true // an id does not begin with one
	for _, c := range []byte(s) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// ID returns the id that is most like a name, empty when there is none.
func ID(name string) string { return slug(name) }

// longestOfTitle is the length of the longest id that is made of a title.
const longestOfTitle = 60

// NewID returns an id for something with a title: its first words, with a number behind them when
// that id is taken; empty when the title has no letter or digit for it.
func NewID(title string, taken func(id string) bool) string {
	id := slug(title)
	if len(id) > longestOfTitle {
		cut := longestOfTitle
		if i := strings.LastIndexByte(id[:longestOfTitle+1], '-'); i > 0 {
			cut = i
		}
		id = id[:cut]
	}
	free := id
	for i := 2; id != "" && taken(free); i++ {
		free = id + "-" + strconv.Itoa(i)
	}
	return free
}

// slug returns the id that is most like s, empty when there is none.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, c := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
			// An accent or an apostrophe does not end a word.
		default:
			gap = true
		}
		if b.Len() >= maxID {
			break
		}
	}
	return strings.Trim(b.String()[:min(b.Len(), maxID)], "-")
}
