// Package dutch knows what makes Dutch text easy or hard to read: sentences,
// syllables, the readability formula of Douma and words that have a simpler one;
// and which words belong together.
package dutch

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// Words yields the words of a text as they are written, without what stands
// around them. Numbers are words.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			size, ok := inWord(text[i:])
			if !ok {
				i += size
				continue
			}
			start := i
			for ok && i < len(text) {
				i += size
				size, ok = inWord(text[i:])
			}
			if !yield(text[start:i]) {
				return
			}
		}
	}
}

// inWord tells whether a text begins with a character that words are made of, and
// how long that character is.
func inWord(text string) (size int, ok bool) {
	if text == "" {
		return 0, false
	}
	if c := text[0]; c < utf8.RuneSelf { // nearly all there is
		return 1, 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '\'' || c == '-'
	}
	r, size := utf8.DecodeRuneInString(text)
	return size, isWordly(r)
}

// isWordly tells whether words are made of a character beyond ASCII.
func isWordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '’'
}

// syllablesOf returns how many syllables a word has. Dutch is spelled as it sounds: a
// syllable is a row of vowels, but for two that meet without making one sound. Nearly
// all words are counted faster (see counter.word).
func syllablesOf(word string) int {
	n := 0
	for rest := strings.ToLower(word); rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		if !isVowel(r) {
			rest = rest[size:]
			continue
		}
		n++
		rest = rest[max(size, soundLength(rest)):]
	}
	return max(n, 1)
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'á', 'à', 'â', 'ä', 'é', 'è', 'ê', 'ë', 'í', 'ì', 'î', 'ï', 'ó', 'ò', 'ô', 'ö', 'ú', 'ù', 'û', 'ü':
		return true
	}
	return false
}

// soundLength returns how many letters a word begins with that make one sound, when
// its first letter is a vowel: one when that is a sound of its own.
func soundLength(word string) int {
	if len(word) < 2 || classes[word[1]] != vowel && word[1]|0x20 != 'j' {
		return 1 // as most
	}
	for _, sound := range soundsOf(word[0] | 0x20) {
		if begins(word, sound) {
			if sound == "eu" && begins(word, "eum") { // muse-um
				return 1
			}
			return len(sound)
		}
	}
	return 1
}

// begins tells whether a word begins with some small letters, or their capitals.
func begins(word, with string) bool {
	if len(word) < len(with) {
		return false
	}
	for i := 1; i < len(with); i++ {
		if word[i]|0x20 != with[i] {
			return false
		}
	}
	return word[0]|0x20 == with[0]
}

// soundsOf returns the sounds of more than one letter that begin with a letter, the
// longest first.
func soundsOf(letter byte) []string {
	switch letter {
	case 'a':
		return soundsOfA[:]
	case 'e':
		return soundsOfE[:]
	case 'i':
		return soundsOfI[:]
	case 'o':
		return soundsOfO[:]
	case 'u':
		return soundsOfU[:]
	}
	return nil
}

// They never change; a slice made at each letter would cost more than the looking.
var (
	soundsOfA = [...]string{"aai", "aa", "au", "ai"}
	soundsOfE = [...]string{"eeuw", "eau", "ee", "eu", "ei"}
	soundsOfI = [...]string{"ieuw", "ie", "ij"}
	soundsOfO = [...]string{"ooi", "oei", "oo", "oe", "ou", "oi"}
	soundsOfU = [...]string{"uu", "ui"}
)

// Ease returns how easy a text is to read by the formula of Flesch for Dutch (W.H.
// Douma, De leesbaarheid van landbouwbladen, 1960): about 100 for what is very easy,
// under 45 for what is hard. Of a few words it says nothing.
func Ease(sentences, words, syllables int) float64 {
	if sentences == 0 || words == 0 {
		return 0
	}
	return 206.8 - 0.77*100*float64(syllables)/float64(words) - 0.93*float64(words)/float64(sentences)
}

// Stem returns what a word has in common with its other forms: speelplek of
// speelplekken (the Dutch stemmer of Snowball).
func Stem(word string) string {
	env := snowballstem.NewEnv(strings.ToLower(word))
	dutch.Stem(env)
	stem := env.Current()
	// Bruggen leaves brugg, which the stemmer undoes for k, d and t only.
	if n := len(stem); n > 3 && stem[n-1] == stem[n-2] && strings.IndexByte("bfglmnprs", stem[n-1]) >= 0 {
		stem = stem[:n-1]
	}
	return stem
}

// Stems returns the stems of the words of a text that say something, each once.
func Stems(text string) map[string]bool {
	stems := make(map[string]bool)
	for w := range Words(text) {
		if lower := strings.ToLower(w); len(lower) > 3 && !common(lower) {
			stems[Stem(lower)] = true
		}
	}
	return stems
}

// common tells whether a word is in any text, so that two texts that both have it
// have nothing in common.
func common(word string) bool {
	switch word {
	case "aan", "alle", "alles", "als", "altijd", "andere", "anders", "beter", "betere", "bewoners", "bij", "buiten", "buurt", "daar", "daarom", "deze", "dicht", "dichtbij", "door", "drie", "eerste", "eigen",
		"elke", "extra", "geen", "gemeente", "goed", "goede", "groot", "grote", "haar", "hebben", "heeft", "hier", "hoger", "iedereen", "iets", "jaar", "jaren", "kan", "klein", "kleine", "komen", "komt",
		"krijgen", "krijgt", "kunnen", "maken", "maar", "meer", "meest", "mensen", "met", "minder", "moet", "moeten", "mogen", "naar", "naast", "niet", "niets", "nieuw", "nieuwe", "nog", "onder", "onze", "ook", "over",
		"overal", "plaats", "plek", "plekken", "rond", "rondom", "samen", "soms", "staan", "staat", "steeds", "straat", "straten", "te", "tegen", "tijdens", "tussen", "twee", "van", "vanaf", "veel", "voor", "vraagt", "waar", "want",
		"weer", "wel", "werk", "wijk", "willen", "wordt", "worden", "zich", "zijn", "zodat", "zonder", "zou", "zouden":
		return true
	}
	return false
}
