package check

import (
	"math"
	"strings"
	"unicode"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/dutch"
)

// The bounds of plain language. They only lead to information: what is right for
// a sentence is for its author to say.
const (
	mostWords   = 25 // in a sentence
	leastEase   = 45 // by the formula of Douma; what scores less is hard
	leastText   = 60 // words in a passage of which the score says something
	quotedWords = 6  // of a sentence that is named
)

// language tells of sentences that are long, passages that are hard to read, and
// words that have a simpler one.
func (k *checker) language() {
	if !k.opt.Language {
		return
	}
	said := make(map[string]map[string]bool) // words, by file: once is enough
	for p := range k.prose() {
		words := said[p.where.Path()]
		if words == nil {
			words = make(map[string]bool)
			said[p.where.Path()] = words
		}
		k.sentences(p, words)
		k.ease(p)
	}
}

func (k *checker) sentences(p prose, said map[string]bool) {
	find := p.finder()
	for _, s := range dutch.Sentences(p.text) {
		pos := find.find(s)
		words := dutch.Words(s)
		if len(words) > mostWords {
			k.report(diag.At(pos, diag.SentenceLong, opening(s), len(words)).WithHint(diag.SplitSentence))
		}
		inside := &finder{pos, int(pos.Start)}
		for _, w := range words {
			simple, ok := dutch.Simpler(w)
			if lower := strings.ToLower(w); ok && !said[lower] {
				said[lower] = true
				k.report(diag.At(inside.find(w), diag.WordDifficult, w, opening(s)).WithHint(diag.SimplerWord, simple))
			}
		}
	}
}

// ease tells of a passage that is hard to read.
func (k *checker) ease(p prose) {
	if p.passage == nil {
		return
	}
	ease, words := dutch.Ease(p.text)
	if words < leastText || ease >= leastEase {
		return
	}
	pos, title := p.finder().find(opening(p.text)), opening(p.text)
	if h := p.passage.Heading; h != nil {
		pos, title = h.Pos, h.Text
	}
	k.report(diag.At(pos, diag.PassageHard, title, int(math.Round(max(ease, 0)))).WithHint(diag.WritePlainly))
}

// opening returns the first words of a text, by which it is named.
func opening(s string) string {
	words := strings.FieldsFunc(s, unicode.IsSpace)
	if len(words) <= quotedWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:quotedWords], " ") + "…"
}
