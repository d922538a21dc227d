package render

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// maxPostings is in how many entries a word may stand: one that is in more, as "de",
// distinguishes nothing, and would make a part as large as the whole.
const maxPostings = 5000

// wordIndex is which words stand in which entries: for each part of the index, its
// words. A large site has a million postings.
type wordIndex []map[string]*postings

// postings are the entries in which a word stands, by their numbers, rising. No more
// than one above maxPostings are there.
type postings struct {
	titles    []int32 // in the title
	elsewhere []int32
}

// newWordIndex finds which words stand in which entries.
func newWordIndex(entries []plan.Entry) wordIndex {
	x := make(wordIndex, plan.SearchBuckets)
	for i := range x {
		x[i] = make(map[string]*postings)
	}
	for i := range entries {
		e := &entries[i]
		for _, word := range wordsOf(e.Title) {
			p := x.of(word)
			p.titles = addPosting(p.titles, int32(i))
		}
		for _, word := range wordsOf(e.Note + " " + entryText(e)) {
			p := x.of(word)
			p.elsewhere = addPosting(p.elsewhere, int32(i))
		}
	}
	return x
}

// of returns the postings of a word.
func (x wordIndex) of(word string) *postings {
	part := x[bucketOf(word)]
	p := part[word]
	if p == nil {
		p = new(postings)
		part[strings.Clone(word)] = p // word may be a part of a large text
	}
	return p
}

// addPosting adds an entry, the last so far, unless it is there or there are too many.
func addPosting(list []int32, entry int32) []int32 {
	if n := len(list); n > maxPostings || n > 0 && list[n-1] == entry {
		return list
	}
	return append(list, entry)
}

// wordsOf returns the words of a text as the search script makes them: small letters
// and digits without accents, two or more.
func wordsOf(text string) []string {
	text = strings.ToLower(strings.Map(withoutMark, norm.NFD.String(text)))
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) })
	return slices.DeleteFunc(words, func(word string) bool { return utf8.RuneCountInString(word) < 2 })
}

// withoutMark drops the accents of letters that were taken apart.
func withoutMark(c rune) rune {
	if unicode.Is(unicode.M, c) {
		return -1
	}
	return c
}

// bucketOf returns the part of the index that a word stands in: by its first two
// letters, so that all words with the same beginning stand together.
func bucketOf(word string) int {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return int((first*31 + second) % plan.SearchBuckets)
}

// appendWords appends a part of the words: {"word":[[in titles],[elsewhere]]}, null for
// a word that is in too many entries.
func appendWords(b []byte, part map[string]*postings) []byte {
	b = append(b, '{')
	for i, word := range slices.Sorted(maps.Keys(part)) {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = append(escape.JSON(b, word), ':')
		p := part[word]
		if len(p.titles) > maxPostings || len(p.elsewhere) > maxPostings {
			b = append(b, "null"...)
			continue
		}
		b = appendNumbers(append(b, '['), p.titles)
		b = append(appendNumbers(append(b, ','), p.elsewhere), ']')
	}
	return append(b, "}\n"...)
}

func appendNumbers(b []byte, numbers []int32) []byte {
	b = append(b, '[')
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return append(b, ']')
}
