package check

import (
	"math"
	"strings"
	"unicode"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/dutch"
)

// The bounds of plain language. Beyond them there is only information: what is right for a
// sentence is for its author to say.
const (
	maxWords    = 25 // in a sentence
	minEase     = 45 // of a passage, by the formula of Douma; less is hard
	minText     = 60 // words in a passage whose ease is computed
	quotedWords = 6  // of a sentence that a message names
)

// languageOf returns the long sentences, the passages that are hard to read and the words that
// have a simpler one in the text of a record.
func languageOf(t recordText) diag.List {
	l := language{named: make(map[string]bool)}
	for _, p := range t.prose() {
		l.passage(p)
	}
	return l.list
}

// language checks the language of one record.
type language struct {
	list  diag.List
	named map[string]bool // words that have been reported: once is enough
}

// passage checks the sentences of a prose, and how easy a passage of a body is to read.
func (l *language) passage(p prose) {
	var sentences, words, syllables int
	find := p.finder()
	for sentence := range dutch.Sentences(p.text) {
		pos := find.find(sentence)
		inside := &finder{where: pos, at: pos.Start}
		length := 0
		for word := range dutch.Words(sentence) {
			length++
			syllables += dutch.Syllables(word)
			l.word(word, sentence, inside)
		}
		if length > 0 {
			sentences++
			words += length
		}
		if length > maxWords {
			l.report(diag.At(pos, diag.SentenceLong, opening(sentence), length).WithHint(diag.SplitSentence))
		}
	}
	if p.passage != nil && words >= minText {
		l.ease(p, dutch.Ease(sentences, words, syllables))
	}
}

// word reports a word of a sentence that has a simpler one, the first time.
func (l *language) word(word, sentence string, inside *finder) {
	simpler, ok := dutch.Simpler(word)
	if !ok || l.named[strings.ToLower(word)] {
		return
	}
	l.named[strings.ToLower(word)] = true
	l.report(diag.At(inside.find(word), diag.WordDifficult, word, opening(sentence)).WithHint(diag.SimplerWord, simpler))
}

// ease reports a passage that is hard to read.
func (l *language) ease(p prose, ease float64) {
	if ease >= minEase {
		return
	}
	title := opening(p.text)
	pos := p.finder().find(title)
	if h := p.passage.Heading; h != nil {
		pos, title = h.Pos, h.Text
	}
	l.report(diag.At(pos, diag.PassageHard, title, int(math.Round(max(ease, 0)))).WithHint(diag.WritePlainly))
}

func (l *language) report(d diag.Diagnostic) { l.list = append(l.list, d) }

// opening returns the first words of a text, by which a message names it.
func opening(s string) string {
	words := strings.FieldsFunc(s, unicode.IsSpace)
	if len(words) <= quotedWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:quotedWords], " ") + "…"
}
