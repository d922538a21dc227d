package dutch

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a sentence and what it counts.
type Sentence struct {
	Text      string // without space around it
	Words     int
	Syllables int
	Hard      bool // one of its words has a simpler one
}

// Sentences yields the sentences of a text. A sentence ends at a full stop, a question
// mark or an exclamation mark before a space and a capital, a figure or a quote, and at
// the end of a paragraph.
//
// All of what a site says goes through here, a byte at a time, so that a sentence is
// counted while its end is looked for (BenchmarkSentences).
func Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		count := counter{hard: glimpsed()}
		for paragraph := range strings.Lines(text) {
			for start := 0; start < len(paragraph); {
				end := count.sentence(paragraph, start)
				count.Text = strings.TrimSpace(paragraph[start:end])
				if count.Text != "" && !yield(count.Sentence) {
					return
				}
				start = end
			}
		}
	}
}

// counter counts one sentence after the other.
type counter struct {
	Sentence
	hard *glimpse
}

// sentence counts the sentence that begins at start, and returns where it ends.
func (c *counter) sentence(paragraph string, start int) (end int) {
	c.Sentence = Sentence{}
	end = len(paragraph)
	for i := start; i < end; {
		switch classes[paragraph[i]] {
		case other:
			i++
		case stop:
			if at, ok := endsAt(paragraph, start, i); ok && end == len(paragraph) {
				end = at // after quotes and more stops, which are looked at too
			}
			i++
		case wide:
			size, ok := inWord(paragraph[i:end])
			if ok {
				size = c.word(paragraph[i:end])
			}
			i += size
		default:
			i += c.word(paragraph[i:end])
		}
	}
	return end
}

// word counts the word that a text begins with, and returns how long that is.
func (c *counter) word(text string) int {
	syllables, i := 0, 0
	ascii, odd := true, false
characters:
	for i < len(text) {
		switch classes[text[i]] {
		case vowel:
			syllables++
			i += soundLength(text[i:])
		case wordly:
			i++
		case wide:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !isWordly(r) {
				break characters
			}
			i += size
			ascii = false
			small := unicode.ToLower(r)
			odd = odd || small < utf8.RuneSelf // as of İ
			if isVowel(small) {
				syllables++
			}
		default:
			break characters
		}
	}
	word := text[:i]
	if odd {
		syllables = syllablesOf(word)
	}
	c.Words++
	c.Syllables += max(syllables, 1)
	if !c.Hard && c.hard.may(word, ascii) {
		_, c.Hard = Simpler(word)
	}
	return i
}

// class is what a byte is in a text.
type class uint8

const (
	other  class = iota // between words
	vowel               // in a word, as is
	wordly              // another letter, a figure, an apostrophe or a hyphen
	stop                // between words, and maybe the end of a sentence
	wide                // of a character beyond ASCII, which is to be looked at
)

// classes is the class of every byte. It never changes.
var classes = [256]class{
	'a': vowel, 'e': vowel, 'i': vowel, 'o': vowel, 'u': vowel, 'y': vowel, 'A': vowel, 'E': vowel, 'I': vowel, 'O': vowel, 'U': vowel, 'Y': vowel,
	'b': wordly, 'c': wordly, 'd': wordly, 'f': wordly, 'g': wordly, 'h': wordly, 'j': wordly, 'k': wordly, 'l': wordly, 'm': wordly,
	'n': wordly, 'p': wordly, 'q': wordly, 'r': wordly, 's': wordly, 't': wordly, 'v': wordly, 'w': wordly, 'x': wordly, 'z': wordly,
	'B': wordly, 'C': wordly, 'D': wordly, 'F': wordly, 'G': wordly, 'H': wordly, 'J': wordly, 'K': wordly, 'L': wordly, 'M': wordly,
	'N': wordly, 'P': wordly, 'Q': wordly, 'R': wordly, 'S': wordly, 'T': wordly, 'V': wordly, 'W': wordly, 'X': wordly, 'Z': wordly,
	'0': wordly, '1': wordly, '2': wordly, '3': wordly, '4': wordly, '5': wordly, '6': wordly, '7': wordly, '8': wordly, '9': wordly, '\'': wordly, '-': wordly,
	'.': stop, '?': stop, '!': stop,
	0x80: wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
	wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide, wide,
}

// endsAt returns where the sentence ends that begins at start, when that is with the
// stop at i.
func endsAt(paragraph string, start, i int) (end int, ok bool) {
	end = i + 1
	for end < len(paragraph) && strings.IndexByte(`.?!'")`, paragraph[end]) >= 0 {
		end++
	}
	for strings.HasPrefix(paragraph[end:], "’") || strings.HasPrefix(paragraph[end:], "”") {
		end += len("’")
	}
	if end < len(paragraph) && paragraph[end] != ' ' && paragraph[end] != '\n' {
		return 0, false
	}
	return end, !isAbbreviation(paragraph[start:i]) && beginsSentence(paragraph[end:])
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
