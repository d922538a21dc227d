package check

import (
	"math"
	"strings"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/dutch"
	"wijkvisie/internal/source"
)

// The bounds of plain language. They only lead to information: what is right for
// a sentence is for its author to say.
const (
	mostWords   = 25 // in a sentence
	leastEase   = 45 // by the formula of Douma; what scores less is hard
	leastText   = 60 // words in a passage of which the score says something
	quotedWords = 6  // of a sentence that is named
)

// languageOf tells of sentences in the texts of a record that are long, passages that
// are hard to read, and words that have a simpler one.
func languageOf(r *city.Record, front []source.Text, foreign bool) diag.List {
	l := &reading{said: make(map[string]bool)}
	for p := range proseOf(r, front, foreign) {
		l.ease(p, l.sentences(p))
	}
	return l.list
}

// reading is the texts of one record being judged.
type reading struct {
	list diag.List
	said map[string]bool // words: once is enough
}

// sentences judges sentence by sentence, and returns their words.
func (l *reading) sentences(p prose) (words [][]string) {
	find, sentences := p.finder(), dutch.Sentences(p.text)
	behind := 0 // the sentences that were not looked for in the file: most are fine
	place := func(i int) (pos source.Pos) {
		for ; behind <= i; behind++ {
			pos = find.find(sentences[behind])
		}
		return pos
	}
	for i, s := range sentences {
		in := dutch.Words(s)
		words = append(words, in)
		var pos source.Pos
		if len(in) > mostWords {
			pos = place(i)
			l.list = append(l.list, diag.At(pos, diag.SentenceLong, opening(s), len(in)).WithHint(diag.SplitSentence))
		}
		var inside *finder
		for _, w := range in {
			simple, ok := dutch.Simpler(w)
			if !ok || l.said[strings.ToLower(w)] {
				continue
			}
			l.said[strings.ToLower(w)] = true
			if inside == nil {
				if pos.IsZero() {
					pos = place(i)
				}
				inside = &finder{pos, int(pos.Start)}
			}
			l.list = append(l.list, diag.At(inside.find(w), diag.WordDifficult, w, opening(s)).WithHint(diag.SimplerWord, simple))
		}
	}
	return words
}

// ease tells of a passage that is hard to read.
func (l *reading) ease(p prose, text [][]string) {
	if p.passage == nil {
		return
	}
	ease, words := dutch.Ease(text)
	if words < leastText || ease >= leastEase {
		return
	}
	pos, title := source.Pos{}, opening(p.text)
	if h := p.passage.Heading; h != nil {
		pos, title = h.Pos, h.Text
	} else {
		pos = p.finder().find(title)
	}
	l.list = append(l.list, diag.At(pos, diag.PassageHard, title, int(math.Round(max(ease, 0)))).WithHint(diag.WritePlainly))
}

// opening returns the first words of a text, by which it is named.
func opening(s string) string {
	words := strings.FieldsFunc(s, unicode.IsSpace)
	if len(words) <= quotedWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:quotedWords], " ") + "…"
}
