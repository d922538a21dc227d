package check

import (
	"math"
	"strings"
	"unicode"

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

// languageOf tells of sentences in texts that are long, passages that are hard to
// read, and words that have a simpler one.
func languageOf(of texts) diag.List {
	l := new(reading)
	for p := range of.prose() {
		l.ease(p, l.sentences(p))
	}
	return l.list
}

// reading is the texts of one record being judged.
type reading struct {
	list diag.List
	said map[string]bool // words: once is enough
	fine []string        // sentences of the passage that were not looked for in the file
}

// tally is what a passage counts.
type tally struct{ sentences, words, syllables int }

// sentences judges sentence by sentence, and returns what they count. Most are fine,
// and are not looked for in the file.
func (l *reading) sentences(p prose) (all tally) {
	find := p.finder()
	l.fine = l.fine[:0]
	for s := range dutch.Sentences(p.text) {
		if s.Words > 0 {
			all.sentences++
		}
		all.words += s.Words
		all.syllables += s.Syllables
		if s.Words <= mostWords && !s.Hard || !l.sentence(find, s) {
			l.fine = append(l.fine, s.Text)
		}
	}
	return all
}

// sentence tells of a sentence that is long or has a hard word. It tells whether the
// sentence was looked for in the file, which it is not when its words were named before.
func (l *reading) sentence(find *finder, s dutch.Sentence) bool {
	var pos source.Pos
	place := func() source.Pos {
		if pos.IsZero() {
			pos = l.place(find, s.Text)
		}
		return pos
	}
	if s.Words > mostWords {
		l.list = append(l.list, diag.At(place(), diag.SentenceLong, opening(s.Text), s.Words).WithHint(diag.SplitSentence))
	}
	if s.Hard {
		l.words(s.Text, place)
	}
	return !pos.IsZero()
}

// place finds the next sentence in the file, behind those that were fine.
func (l *reading) place(find *finder, sentence string) source.Pos {
	for _, before := range l.fine {
		find.find(before)
	}
	l.fine = l.fine[:0]
	return find.find(sentence)
}

// words tells of the words of a sentence that have a simpler one.
func (l *reading) words(s string, place func() source.Pos) {
	var inside *finder
	for w := range dutch.Words(s) {
		simple, ok := dutch.Simpler(w)
		if !ok || l.said[strings.ToLower(w)] {
			continue
		}
		if l.said == nil {
			l.said = make(map[string]bool)
		}
		l.said[strings.ToLower(w)] = true
		if inside == nil {
			pos := place()
			inside = &finder{pos, int(pos.Start)}
		}
		l.list = append(l.list, diag.At(inside.find(w), diag.WordDifficult, strings.Clone(w), opening(s)).WithHint(diag.SimplerWord, simple))
	}
}

// ease tells of a passage that is hard to read.
func (l *reading) ease(p prose, all tally) {
	if p.passage == nil || all.words < leastText {
		return
	}
	ease := dutch.Ease(all.sentences, all.words, all.syllables)
	if ease >= leastEase {
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
