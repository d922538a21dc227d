package render

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/plan"
)

// plainWords returns the words of a text, found the plain way.
func plainWords(text string) []string {
	text = strings.ToLower(strings.Map(func(c rune) rune {
		if unicode.Is(unicode.M, c) {
			return -1
		}
		return c
	}, norm.NFD.String(text)))
	return slices.DeleteFunc(strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) }),
		func(word string) bool { return utf8.RuneCountInString(word) < 2 })
}

func foundWords(f *folder, text string) []string {
	var found []string
	f.eachWord([]byte(text), func(word []byte) { found = append(found, string(word)) })
	return found
}

// spacedTexts are texts with words that are hard to find.
func spacedTexts() []string {
	return []string{"", " ", "a", "Een bankje in de Café-straat 12a", "E\u0301e\u0301n", "ÀÉÎÕÜ ĳ IJ ß ſt", "İstanbul ΣΑΣ K", "한국어 한", "a\xffbc d\xc3", "½ ⅷ ① ²x",
		"\u0301\u0301ab", "日本 語", "x\u00a0y  zz\u2003qq\t", "\u034fa\u0300b" + strings.Repeat("\u0301", 40) + "c", "🏳️‍🌈ab"}
}

func TestWordsAreFoundAsThePlainWayFindsThem(t *testing.T) {
	f := new(folder) // the same for all: nothing may be left of the text before
	for _, text := range spacedTexts() {
		compareWords(t, f, text)
	}
	for c := rune(1); c <= unicode.MaxRune; c++ {
		if text := "a" + string(c) + "b"; !slices.Equal(foundWords(f, text), plainWords(text)) {
			t.Errorf("%q has the words %q, want %q", text, foundWords(f, text), plainWords(text))
		}
	}
}

func FuzzWordsAreFoundAsThePlainWayFindsThem(f *testing.F) {
	for _, text := range spacedTexts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { compareWords(t, new(folder), text) })
}

func compareWords(t *testing.T, f *folder, text string) {
	t.Helper()
	if got, want := foundWords(f, text), plainWords(text); !slices.Equal(got, want) {
		t.Errorf("%q has the words %q, want %q", text, got, want)
	}
	if got, want := string(spaced([]byte(text))), strings.Join(strings.Fields(text), " "); got != want {
		t.Errorf("%q with spaces is %q, want %q", text, got, want)
	}
}

func TestTheIndexHasWhereWordsStand(t *testing.T) {
	x := &wordIndex{buckets: make([][]uint32, plan.SearchBuckets)}
	numbers, want := make(map[string]uint32), make(map[string][]uint32)
	dice := rand.New(rand.NewPCG(1, 1))
	const entries = mostPostings + 10
	for entry := range uint32(entries) {
		for range dice.IntN(6) {
			text := string(rune('a'+dice.IntN(26))) + string(rune('a'+dice.IntN(9)))
			if list := want[text]; len(list) == 0 || list[len(list)-1] != entry {
				want[text] = append(list, entry)
			}
			x.add(&x.word(numbers, []byte(text)).also, entry)
		}
		x.add(&x.word(numbers, []byte("de")).title, entry)
	}
	seen := 0
	for bucket, list := range x.buckets {
		for _, number := range list {
			w := x.words.at(number)
			if bucketOf(w.text) != bucket {
				t.Errorf("%s stands in bucket %d", w.text, bucket)
			}
			if got := x.entries(nil, w.also); !slices.Equal(got, want[w.text]) {
				t.Errorf("%s stands in %d, want %d", w.text, got, want[w.text])
			}
			seen++
		}
	}
	if seen < len(want) {
		t.Errorf("there are %d words, want %d", seen, len(want))
	}
	if got := string(first(x.appendWord(nil, x.words.at(numbers["de"]), nil))); got != `"de":null` {
		t.Errorf("a word that stands everywhere is written as %.100s", got)
	}
}

func first(b []byte, _ []uint32) []byte { return b }
