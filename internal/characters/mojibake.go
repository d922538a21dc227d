package characters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Repaired returns a word whose letters were read as Windows-1252 and are UTF-8, as "café" is in
// "cafÃ©", as it was meant. It reports whether the word is one. Before a space, a letter may have
// lost the last of its characters, which was a space too.
func Repaired(word string, beforeSpace bool) (string, bool) {
	if !strings.ContainsFunc(word, mayBeMisread) {
		return word, false
	}
	const often = 3 // that a text can be read in the wrong way and saved again
	repaired := word
	for range often {
		next := repairedOnce(repaired, beforeSpace)
		if next == repaired {
			break
		}
		repaired = next
	}
	return repaired, repaired != word
}

// mayBeMisread reports whether a character may be the first byte of another in UTF-8.
func mayBeMisread(r rune) bool { return r >= 0xc2 && r <= 0xf4 }

func repairedOnce(word string, beforeSpace bool) string {
	var b strings.Builder
	runes := []rune(word)
	for i := 0; i < len(runes); {
		r, n := sequence(runes[i:])
		if n > 0 && credible(runes, i, n, r) {
			if r != '\ufeff' {
				b.WriteRune(r)
			}
			i += n
			continue
		}
		switch cut := runes[i]; {
		case cut == 'â' && i+1 < len(runes) && runes[i+1] == '€': // Windows-1252 has nothing for the last byte of ”
			b.WriteRune('”')
			i++
		case beforeSpace && i == len(runes)-1 && cut == 'Â' && !unicode.IsUpper(last(runes[:i])): // of a space that does not break
		case beforeSpace && i == len(runes)-1 && cut == 'Ã' && unicode.IsLower(last(runes[:i])):
			b.WriteRune('à')
		default:
			b.WriteRune(cut)
		}
		i++
	}
	return b.String()
}

// sequence returns the character whose UTF-8 was read as the first n characters; n is 0 when
// they are no UTF-8.
func sequence(runes []rune) (r rune, n int) {
	lead, ok := windows1252(runes[0])
	switch {
	case !ok || lead < 0xc2 || lead > 0xf4:
		return 0, 0
	case lead < 0xe0:
		n = 2
	case lead < 0xf0:
		n = 3
	default:
		n = 4
	}
	if len(runes) < n {
		return 0, 0
	}
	var encoded []byte
	for _, c := range runes[:n] {
		b, ok := windows1252(c)
		if !ok {
			return 0, 0
		}
		encoded = append(encoded, b)
	}
	r, size := utf8.DecodeRune(encoded)
	if size != n { // also of a character that is none
		return 0, 0
	}
	return r, n
}

// windows1252 returns the byte of a character in Windows-1252, of which that of a control
// character is its number.
func windows1252(r rune) (byte, bool) {
	if r >= 0x80 && r < 0xa0 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// credible reports whether the n characters from i on were meant as r, and not as what they are:
// a capital with an accent may stand before a quote or another mark.
func credible(runes []rune, i, n int, r rune) bool {
	switch runes[i] {
	case 'Ã':
		return !closes(runes, i, true)
	case 'Â':
		return r >= 0xa0 && !closes(runes, i, true)
	case 'Ä', 'Å':
		return !closes(runes, i, false)
	case 'â', 'ð':
		return true
	case 'ï':
		return r == '\ufeff' || r == utf8.RuneError || kindOf(r) == Ligature
	}
	if i+n < len(runes) { // other scripts: one that is followed or preceded by another
		if _, next := sequence(runes[i+n:]); next > 0 {
			return true
		}
	}
	if i >= n {
		if _, before := sequence(runes[i-n:]); before == n {
			return true
		}
	}
	return false
}

// closes reports whether a capital at i and the mark behind it can be what they seem, as in
// “MAÇÔ: in a word in capitals, or alone when that can be a word.
func closes(runes []rune, i int, neverAlone bool) bool {
	if !strings.ContainsRune("’”»…–—›™®", runes[i+1]) {
		return false
	}
	before := last(runes[:i])
	if unicode.IsUpper(before) {
		return true
	}
	inWord := i+2 < len(runes) && unicode.IsLetter(runes[i+2])
	return !inWord && !unicode.IsLetter(before) && !neverAlone
}

func last(runes []rune) rune {
	if len(runes) == 0 {
		return 0
	}
	return runes[len(runes)-1]
}
