package render

import (
	"math/rand/v2"
	"slices"
	"testing"

	"wijkvisie/internal/plan"
)

func TestWordsOfAText(t *testing.T) {
	for text, want := range map[string][]string{
		"":                              nil,
		"a b 1":                         nil, // one letter is no word
		"Een bankje, in de Café-straat": {"een", "bankje", "in", "de", "cafe", "straat"},
		"E\u0301e\u0301n 12a":           {"een", "12a"},
		"ÀÉÎÕÜ ß ſt":                    {"aeiou", "ſt"},
		"İstanbul ΣΑΣ":                  {"istanbul", "σασ"},
		"\u0301\u0301ab":                {"ab"},
		"日本 語":                          {"日本"},
		"x\u00a0yy\u2003zz\tqq":         {"yy", "zz", "qq"},
		"🏳️‍🌈ab ab":                     {"ab", "ab"},
	} {
		if got := wordsOf(text); !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
}

func TestWordIndexHasTheEntriesOfEachWord(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	entries := make([]plan.Entry, maxPostings+10)
	want := make(map[string][]int32)
	for i := range entries {
		entries[i].Title = "de"
		for range dice.IntN(6) {
			word := string(rune('a'+dice.IntN(26))) + string(rune('f'+dice.IntN(9)))
			entries[i].Note += " " + word
			if list := want[word]; len(list) == 0 || list[len(list)-1] != int32(i) {
				want[word] = append(list, int32(i))
			}
		}
	}
	x := newWordIndex(entries)
	for word, list := range want {
		if got := x[bucketOf(word)][word].elsewhere; !slices.Equal(got, list) {
			t.Errorf("%s stands in %d, want %d", word, got, list)
		}
	}
	everywhere := map[string]*postings{"de": x[bucketOf("de")]["de"]}
	if got := string(appendWords(nil, everywhere)); got != "{\"de\":null}\n" {
		t.Errorf("a word that stands everywhere is written as %.100s", got)
	}
}
