// Package dutch measures how easy Dutch text is to read: it finds sentences, words and
// syllables, has the readability formula of Douma and a list of words that have a simpler
// one. It also finds the stems of words.
package dutch

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words yields the words of a text as they are written, without the punctuation around them.
// Numbers are words.
func Words(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return !inWord(r) })
}

// inWord reports whether words are made of a character.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r == '\'' || r == '-'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '’'
}

// Syllables returns the number of syllables of a word. Dutch is spelled as it sounds: a
// syllable has one vowel, or several that make one sound. It is at least 1.
func Syllables(word string) int {
	n := 0
	for rest := strings.ToLower(word); rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		if isVowel(r) {
			n++
			size = max(size, soundLength(rest))
		}
		rest = rest[size:]
	}
	return max(n, 1)
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return r >= utf8.RuneSelf && strings.ContainsRune("áàâäéèêëíìîïóòôöúùûü", r)
}

// sounds is the vowels of more than one letter, a longer one before the one it begins with.
var sounds = [...]string{"aai", "aa", "au", "ai", "eeuw", "eau", "ee", "eu", "ei", "ieuw", "ie", "ij", "ooi", "oei", "oo", "oe", "ou", "oi", "uu", "ui"}

// soundLength returns the length in bytes of the vowel of more than one letter that a word in
// small letters begins with, 0 when it begins with none.
func soundLength(word string) int {
	if len(word) < 2 || strings.IndexByte("aeiouj", word[1]) < 0 {
		return 0
	}
	for _, sound := range sounds {
		if strings.HasPrefix(word, sound) && !strings.HasPrefix(word, "eum") { // muse-um
			return len(sound)
		}
	}
	return 0
}

// Ease returns how easy a text is to read by the formula of Flesch for Dutch (W.H. Douma, De
// leesbaarheid van landbouwbladen, 1960): about 100 for very easy text, under 45 for hard
// text. It means little for a text of few words.
func Ease(sentences, words, syllables int) float64 {
	if sentences == 0 || words == 0 {
		return 0
	}
	return 206.8 - 0.77*100*float64(syllables)/float64(words) - 0.93*float64(words)/float64(sentences)
}
