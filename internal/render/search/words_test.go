package search

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/stem"
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
		"foto's van \xff\xfezo":         {"foto", "van", "zo"},
	} {
		var got []string
		eachWord(text, func(word []byte) { got = append(got, string(word)) })
		if !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
}

func FuzzWordsOfAText(f *testing.F) {
	f.Add("Een bankje, in de Café-straat")
	f.Add("İstanbul ΣΑΣ \xff")
	f.Fuzz(func(t *testing.T, text string) {
		eachWord(text, func(word []byte) {
			again := 0
			eachWord(string(word), func(same []byte) {
				if again++; string(same) != string(word) {
					t.Errorf("%q of %q has the word %q", word, text, same)
				}
			})
			if again != 1 {
				t.Errorf("%q of %q is %d words", word, text, again)
			}
		})
	})
}

func TestNumbersAreReadBack(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	for _, most := range []int32{1, 2, 7, 40, 2000, 90_000} {
		for range 50 {
			var numbers []int32
			dense := dice.IntN(100)
			for n := range most {
				if dice.IntN(100) < dense {
					numbers = append(numbers, n)
				}
			}
			written := string(appendNumbers(nil, numbers))
			if got := readNumbers(written); !slices.Equal(got, numbers) {
				t.Fatalf("%v is written as %s, which is read as %v", numbers, written, got)
			}
			if len(written) > int(most)/6+3 {
				t.Errorf("%d numbers up to %d take %d bytes", len(numbers), most, len(written))
			}
		}
	}
}

// readNumbers reads numbers as the search script does.
func readNumbers(written string) []int32 {
	var numbers []int32
	if bits, ok := strings.CutPrefix(written, "."); ok {
		for i, c := range bits {
			for bit := range 6 {
				if strings.IndexRune(digits, c)&(1<<bit) != 0 {
					numbers = append(numbers, int32(i*6+bit))
				}
			}
		}
		return numbers
	}
	last, between, shift := int32(-1), int32(0), 0
	for _, c := range written {
		value := int32(strings.IndexRune(digits, c))
		between |= value & 31 << shift
		shift += 5
		if value&32 == 0 {
			last += between + 1
			numbers = append(numbers, last)
			between, shift = 0, 0
		}
	}
	return numbers
}

// TestWordsAreThoseOfTheEntries finds the words of random entries anew.
func TestWordsAreThoseOfTheEntries(t *testing.T) {
	dice := rand.New(rand.NewPCG(2, 2))
	vocabulary := strings.Fields("boom bomen de lamp lampen straat straten 12a école wijkraad plein")
	text := func() string {
		var words []string
		for range dice.IntN(9) {
			words = append(words, vocabulary[dice.IntN(len(vocabulary))])
		}
		return strings.Join(words, ", ")
	}
	entries := make([]plan.Entry, 200)
	want := make(map[string][]int32)
	for i := range entries {
		of := &relate.Theme{Theme: &city.Theme{Description: source.Text{Value: text()}}}
		entries[i] = plan.Entry{Kind: plan.ThemeEntry, Title: text(), Of: of}
		for word := range strings.FieldsSeq(strings.ReplaceAll(entries[i].Title+" "+of.Description.Value, ",", "")) {
			if word = stem.In("nl").Stem(strings.Replace(word, "é", "e", 1)); word != "de" && !slices.Contains(want[word], int32(i)) {
				want[word] = append(want[word], int32(i))
			}
		}
	}
	x := New(entries, Show{
		Lang: "nl",
		Text: func(key string, _ ...string) string {
			return map[string]string{"search.small": "de het", "search.same": "boom struik"}[key]
		},
		Title: func(e *plan.Entry) string { return e.Title },
		Note:  func(*plan.Entry) string { return "" },
	})
	got := make(map[string][]int32)
	for part := range x.words().parts {
		var read struct{ Words map[string]string }
		if err := json.Unmarshal(x.AppendWords(nil, part), &read); err != nil {
			t.Fatal(err)
		}
		for word, places := range read.Words {
			lists := strings.Split(places+"  ", " ")
			got[word] = slices.Concat(readNumbers(lists[inTitle]), readNumbers(lists[inText]))
			slices.Sort(got[word])
			got[word] = slices.Compact(got[word])
		}
	}
	if !maps.EqualFunc(got, want, slices.Equal) {
		t.Errorf("the words are\n%v\nwant\n%v", got, want)
	}
	if want := []synonym{{"struik", []string{"bom"}}}; !reflect.DeepEqual(x.words().same, want) {
		t.Errorf("the words that mean the same are %v, want %v", x.words().same, want)
	}
}

func TestCompoundsAreFoundByTheirParts(t *testing.T) {
	x := &words{language: stem.In("nl"), entries: 1}
	known := "tram straat verlichting fiets pad speeltuin tuin hond bus halte boom spiegel jongeren plek raad wijk"
	byStem := make(map[string]*indexedWord)
	for word := range strings.FieldsSeq(known) {
		s := x.language.Stem(word)
		byStem[s] = &indexedWord{stem: s}
	}
	for word, want := range map[string]string{
		"straatverlichting": "verlicht strat", "fietspaden": "pad fiet", "bushalte": "halt bus", "boomspiegels": "spiegel bom",
		"jongerenplekken": "plek jonger", "hondenveld": "hond", "wijkraad": "rad wijk",
		"honderd": "", "trampolines": "", "speel": "", "overlast": "", "bus": "", "padbus": "bus pad",
	} {
		if word == "fietspaden" {
			want = "pad " + x.language.Stem("fiets")
		}
		if got := strings.Join(x.partsOf(word, x.language.Stem(word), byStem), " "); got != want {
			t.Errorf("%s is made of %q, want %q", word, got, want)
		}
	}
}
