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
	return size, unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '’'
}

// Sentences yields the sentences of a text, each without space around it. A
// sentence ends at a full stop, a question mark or an exclamation mark before a
// space and a capital, a figure or a quote, and at the end of a paragraph.
func Sentences(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for paragraph := range strings.Lines(text) {
			for start := 0; start < len(paragraph); {
				end := sentenceEnd(paragraph, start)
				if s := strings.TrimSpace(paragraph[start:end]); s != "" && !yield(s) {
					return
				}
				start = end
			}
		}
	}
}

// sentenceEnd returns where the sentence ends that begins at start.
func sentenceEnd(paragraph string, start int) int {
	for i := start; i < len(paragraph); i++ {
		if c := paragraph[i]; c != '.' && c != '?' && c != '!' {
			continue
		}
		end := i + 1
		for end < len(paragraph) && strings.IndexByte(`.?!'")`, paragraph[end]) >= 0 {
			end++
		}
		for strings.HasPrefix(paragraph[end:], "’") || strings.HasPrefix(paragraph[end:], "”") {
			end += len("’")
		}
		if end < len(paragraph) && paragraph[end] != ' ' && paragraph[end] != '\n' || isAbbreviation(paragraph[start:i]) || !beginsSentence(paragraph[end:]) {
			continue
		}
		return end
	}
	return len(paragraph)
}

// beginsSentence tells whether what follows a full stop looks like a beginning.
func beginsSentence(rest string) bool {
	rest = strings.TrimLeft(rest, " \n‘“\"'(")
	if rest == "" {
		return true
	}
	for _, r := range rest {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return true
}

// isAbbreviation tells whether a full stop after this text is one of a short word,
// an initial or a number.
func isAbbreviation(before string) bool {
	i := strings.LastIndexAny(before, " (")
	last := strings.ToLower(before[i+1:])
	switch last {
	case "bijv", "bv", "ca", "dhr", "mw", "mevr", "dr", "drs", "ir", "ing", "mr", "prof", "st", "nr", "nrs", "art", "enz", "etc", "o.a", "m.b.t", "d.w.z", "i.v.m", "t.a.v", "t.b.v", "o.l.v", "m.i.v", "incl", "excl", "max", "min", "tel", "vgl", "resp", "jl", "blz", "ha", "evt":
		return true
	}
	return len(last) == 1 && unicode.IsLetter(rune(last[0]))
}

// Syllables returns how many syllables a word has. Dutch is spelled as it sounds:
// a syllable is a row of vowels, but for two that meet without making one sound.
func Syllables(word string) int {
	n := 0
	for i := 0; i < len(word); {
		c := word[i] | 0x20 // small letters of capitals; no other byte becomes a letter
		switch {
		case word[i] >= utf8.RuneSelf:
			return syllablesOfAny(word)
		case !isVowel(rune(c)):
			i++
		default:
			n++
			i += max(1, soundLength(word[i:]))
		}
	}
	return max(n, 1)
}

// syllablesOfAny is Syllables for words with letters beyond ASCII.
func syllablesOfAny(word string) int {
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

// soundLength returns how many letters a word begins with that make one sound; 0
// when its first letter is a sound of its own.
func soundLength(word string) int {
	for _, sound := range soundsOf(word[0] | 0x20) {
		if begins(word, sound) {
			if sound == "eu" && begins(word, "eum") { // muse-um
				return 0
			}
			return len(sound)
		}
	}
	return 0
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
