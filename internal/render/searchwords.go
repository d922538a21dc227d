package render

import (
	"io"
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

// mostPostings is in how many entries a word may stand: one that is in more, as "de",
// tells nothing, and would make a part as large as the whole.
const mostPostings = 5000

// wordsPiece is how much of a part is written at a time, about.
const wordsPiece = 16 << 10

// bucket is the words of a part of the index.
type bucket map[string]*postings

// postings are the numbers of the entries that have a word, rising.
type postings struct {
	title []uint32 // that have it in their title
	also  []uint32 // that have it elsewhere
}

// newWordBuckets finds which words stand in which entries.
func (r *Renderer) newWordBuckets() []bucket {
	buckets := make([]bucket, plan.SearchBuckets)
	for i := range buckets {
		buckets[i] = make(bucket)
	}
	add := func(text string, number uint32, list func(*postings) *[]uint32) {
		for _, word := range searchWords(text) {
			b := buckets[bucketOf(word)]
			p := b[word]
			if p == nil {
				p = new(postings)
				b[strings.Clone(word)] = p
			}
			if numbers := list(p); len(*numbers) <= mostPostings && (len(*numbers) == 0 || (*numbers)[len(*numbers)-1] != number) {
				*numbers = append(*numbers, number)
			}
		}
	}
	for i, e := range r.site.Entries {
		add(e.Title(), uint32(i), func(p *postings) *[]uint32 { return &p.title })
		add(e.Note()+" "+entryWords(e), uint32(i), func(p *postings) *[]uint32 { return &p.also })
	}
	return buckets
}

// searchWords returns the words of a text as the search script makes them: small
// letters without accents, two or more.
func searchWords(text string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(folded(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) }),
		func(word string) bool { return utf8.RuneCountInString(word) < 2 })
}

func folded(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return strings.ToLower(strings.Map(func(c rune) rune {
				if unicode.Is(unicode.M, c) {
					return -1
				}
				return c
			}, norm.NFD.String(text)))
		}
	}
	return strings.ToLower(text)
}

// bucketOf returns the part that a word stands in: by its first two letters, so that
// all that begin as what was typed stand together.
func bucketOf(word string) int {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return int((first*31 + second) % plan.SearchBuckets)
}

// writeSearchWords writes a part of the words: {"word":[[in titles],[elsewhere]]}, null
// for one that is in too many.
func (r *Renderer) writeSearchWords(w io.Writer, part int) error {
	words := r.wordBuckets()[part]
	b := append(make([]byte, 0, min(wordsPiece, 64*len(words)+4)), '{')
	for i, word := range slices.Sorted(maps.Keys(words)) {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = escape.JSON(b, word)
		p := words[word]
		if len(p.title) > mostPostings || len(p.also) > mostPostings {
			b = append(b, ":null"...)
			continue
		}
		b = appendNumbers(append(b, ":["...), p.title)
		b = append(appendNumbers(append(b, ','), p.also), ']')
		if len(b) >= wordsPiece {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(append(b, "}\n"...))
	return err
}

func appendNumbers(b []byte, numbers []uint32) []byte {
	b = append(b, '[')
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, uint64(n), 10)
	}
	return append(b, ']')
}
