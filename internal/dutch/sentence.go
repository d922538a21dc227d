package dutch

import (
	"iter"
	"strings"
	"unicode"
)

// Sentences yields the sentences of a text, without the space around them. A sentence ends at
// a full stop, a question mark or an exclamation mark before a space and a capital, a figure
// or a quote, and at the end of a paragraph.
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

// sentenceEnd returns the end of the sentence that begins at start.
func sentenceEnd(paragraph string, start int) int {
	for i := start; i < len(paragraph); i++ {
		switch paragraph[i] {
		case '.', '?', '!':
			if end, ok := endsAt(paragraph, start, i); ok {
				return end
			}
		}
	}
	return len(paragraph)
}

// endsAt returns the end of the sentence that begins at start, and reports whether the stop
// at i ends it.
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

// beginsSentence reports whether the text after a full stop looks like a new sentence.
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

// isAbbreviation reports whether a full stop after this text is part of an abbreviation or an
// initial.
func isAbbreviation(before string) bool {
	i := strings.LastIndexAny(before, " (")
	last := strings.ToLower(before[i+1:])
	switch last {
	case "bijv", "bv", "ca", "dhr", "mw", "mevr", "dr", "drs", "ir", "ing", "mr", "prof", "st", "nr", "nrs", "art", "enz", "etc", "o.a", "m.b.t", "d.w.z", "i.v.m", "t.a.v", "t.b.v", "o.l.v", "m.i.v", "incl", "excl", "max", "min", "tel", "vgl", "resp", "jl", "blz", "ha", "evt":
		return true
	}
	return len(last) == 1 && unicode.IsLetter(rune(last[0]))
}
