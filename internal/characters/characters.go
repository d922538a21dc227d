// Package characters finds characters in a text that came along from a program and that the
// author did not mean: those that nobody sees, those that stand for several letters at once, and
// letters that were read in another encoding than they were written in.
//
// What a language needs is meant: joiners between letters of Arabic and Indic scripts and within
// emoji, marks of direction beside letters that are written from right to left, and selectors
// of the form of a symbol.
package characters

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a character is that an author did not mean.
type Kind uint8

// The kinds of characters. Those up to Invisible can be taken out, and those from Ligature on
// cannot be missed.
const (
	Ordinary       Kind = iota
	ZeroWidthSpace      // also one that joins words
	SoftHyphen
	Direction  // turns the direction in which text is written
	Joiner     // joins letters, or keeps them apart
	ByteOrder  // a byte-order mark
	Invisible  // any other that is not seen
	Ligature   // several letters in one character
	Control    // steers a terminal or a printer
	PrivateUse // what it is depends on the font
	Separator  // of lines or paragraphs, outside of what Markdown and YAML know
	Lost       // stands for one that could not be read
)

// Removable reports whether a text is what it seems without characters of the kind.
func (k Kind) Removable() bool { return ZeroWidthSpace <= k && k <= Invisible }

// Plain reports whether a text has nothing that Cleaned, Repaired or At would find, as most
// texts. It may be false of such a text, and is fast.
func Plain(text string) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if kindOf(r) != Ordinary || mayBeMisread(r) && i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == ' ') {
			return false
		}
	}
	return true
}

// At returns the kind of the character that begins at byte i of a text, and its length.
func At(text string, i int) (Kind, int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	kind := kindOf(r)
	if kind == Ordinary {
		return Ordinary, size
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	if meant(kind, r, before, after, text, i) {
		return Ordinary, size
	}
	return kind, size
}

// kindOf returns the kind of a character in a text that does not need it.
func kindOf(r rune) Kind {
	switch {
	case r < ' ':
		if r == '\n' || r == '\t' || r == '\r' {
			return Ordinary
		}
		return Control
	case r < 0x7f:
		return Ordinary
	case r < 0xa0:
		return Control
	case r == 0xad:
		return SoftHyphen
	case r < 0x34f:
		return Ordinary
	}
	switch r {
	case 0x200b, 0x2060:
		return ZeroWidthSpace
	case 0x200c, 0x200d:
		return Joiner
	case 0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069:
		return Direction
	case 0xfeff:
		return ByteOrder
	case 0x2028, 0x2029:
		return Separator
	case utf8.RuneError:
		return Lost
	case 0x034f, 0x115f, 0x1160, 0x3164, 0xffa0: // a joiner of marks, and fillers of Hangul
		return Invisible
	}
	switch {
	case 0xfb00 <= r && r <= 0xfb06:
		return Ligature
	case unicode.Is(unicode.Co, r):
		return PrivateUse
	case unicode.Is(unicode.Variation_Selector, r), unicode.Is(unicode.Cf, r) && !visible(r):
		return Invisible
	}
	return Ordinary
}

// visible reports whether a format character is seen: signs around numbers in Arabic, Syriac and
// Kaithi, and what arranges hieroglyphs.
func visible(r rune) bool {
	return 0x600 <= r && r <= 0x605 || r == 0x6dd || r == 0x70f || r == 0x890 || r == 0x891 || r == 0x8e2 || r == 0x110bd || r == 0x110cd ||
		0x13430 <= r && r <= 0x1345f
}

// meant reports whether a text needs a character of a kind at byte i, between two others.
func meant(kind Kind, r, before, after rune, text string, i int) bool {
	switch kind {
	case Joiner:
		return unicode.In(before, joined...) || r == 0x200d && unicode.In(before, symbols...) && unicode.Is(unicode.So, after)
	case Direction:
		return (r < 0x202a || r > 0x202e) && hasRightToLeft(lineAround(text, i))
	case Invisible:
		switch {
		case unicode.Is(unicode.Variation_Selector, r):
			return unicode.In(before, selected...)
		case 0xe0020 <= r && r <= 0xe007f: // of the flag of a part of a country
			return before == 0x1f3f4 || 0xe0020 <= before && before < 0xe007f
		}
	}
	return false
}

var (
	// joined are the scripts whose letters are written together.
	joined = []*unicode.RangeTable{
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Tifinagh, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi,
		unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer,
		unicode.Myanmar, unicode.Tibetan, unicode.Mn,
	}
	// symbols are what an emoji consists of.
	symbols = []*unicode.RangeTable{unicode.So, unicode.Sk, unicode.Variation_Selector}
	// selected are what has several forms.
	selected = []*unicode.RangeTable{unicode.S, unicode.P, unicode.Nd, unicode.Han, unicode.Mongolian, unicode.Myanmar, unicode.Phags_Pa, unicode.Sk}
)

// lineAround returns the line of a text with byte i in it, or what is near it.
func lineAround(text string, i int) string {
	const near = 100
	start, end := max(0, i-near), min(len(text), i+near)
	start += strings.LastIndexByte(text[start:i], '\n') + 1
	if j := strings.IndexByte(text[i:end], '\n'); j >= 0 {
		end = i + j
	}
	return text[start:end]
}

func hasRightToLeft(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) && unicode.IsLetter(r)
	})
}

// Cleaned returns a text without the characters that can be taken out, and with ligatures as the
// letters that they are.
func Cleaned(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		kind, size := At(text, i)
		switch {
		case kind == Ligature:
			b.WriteString(Letters(text[i : i+size]))
		case !kind.Removable():
			b.WriteString(text[i : i+size])
		}
		i += size
	}
	return b.String()
}

// Letters returns the letters of a ligature.
func Letters(ligature string) string {
	r, _ := utf8.DecodeRuneInString(ligature)
	return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xfb00]
}
