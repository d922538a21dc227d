package dutch

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestSyllablesOfKnownWords(t *testing.T) {
	for n, words := range map[int]string{
		1: "de straat boom plein fiets huis wijk eind nieuw leeuw sneeuw mooi vloei draai hoek oud kou jeugd 14",
		2: "wijken bomen veilig fietspad kruispunt oever buren meiden nieuwe mooie leeuwen groeien draaien bureau idee lantaarn knieën Utrecht Vleuten zwemles crèche",
		3: "gemeente jongeren behoefte bewoner bewoners veiligheid speelplekken Overvecht informeel voorziening ontmoeting toezegging ideeën museum sociaal theater reünie",
		4: "oversteken verbetering bereikbaarheid bibliotheek wijkregisseur verkeersplateau",
		5: "participeren gezamenlijke",
	} {
		for w := range strings.FieldsSeq(words) {
			if got := Syllables(w); got != n {
				t.Errorf("%s has %d syllables, want %d", w, got, n)
			}
			if got := slices.Collect(Words(w)); !slices.Equal(got, []string{w}) {
				t.Errorf("%s is the words %q", w, got)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"Dit is een zin. Dit is er nog een.":                           {"Dit is een zin.", "Dit is er nog een."},
		"Om 9.30 uur begint dhr. Jansen in de St. Jansstraat. Komt u?": {"Om 9.30 uur begint dhr. Jansen in de St. Jansstraat.", "Komt u?"},
		"‘Kom maar.’ Hij kwam":                                         {"‘Kom maar.’", "Hij kwam"},
		"Het gaat om o.a. bomen. 14 bomen!":                            {"Het gaat om o.a. bomen.", "14 bomen!"},
		"een regel zonder punt\nDe volgende":                           {"een regel zonder punt", "De volgende"},
		"":                                                             nil,
		"...":                                                          {"..."},
	} {
		if got := slices.Collect(Sentences(text)); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// easeOf returns how easy a text is, and how many words it has.
func easeOf(text string) (ease float64, words int) {
	sentences, syllables := 0, 0
	for s := range Sentences(text) {
		sentences++
		for w := range Words(s) {
			words++
			syllables += Syllables(w)
		}
	}
	return Ease(sentences, words, syllables), words
}

func TestEase(t *testing.T) {
	// 8 words, 9 syllables, 2 sentences.
	got, words := easeOf("Wij willen een boom. Het plein is kaal.")
	if want := 206.8 - 77*9.0/8 - 0.93*4; words != 8 || math.Abs(got-want) > 0.01 {
		t.Errorf("%.2f of %d words, want %.2f", got, words, want)
	}
	hard, _ := easeOf("De implementatie van de gebiedsgerichte beleidsvoornemens noopt tot intensivering van de samenwerkingsverbanden met desbetreffende maatschappelijke organisaties.")
	if hard > 10 {
		t.Errorf("a hard text scores %.1f", hard)
	}
	if _, words := easeOf("..."); words != 0 {
		t.Error("dots are words")
	}
}

func TestJargonHasASimplerWord(t *testing.T) {
	if len(simplerByForm) < 150 {
		t.Errorf("%d forms", len(simplerByForm))
	}
	for word, want := range map[string]string{"participeren": "meedoen", "Faciliteert": "helpen, mogelijk maken", "boom": ""} {
		if got, ok := Simpler(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q", word, got)
		}
	}
	for word, simple := range simplerByForm {
		if _, again := simplerByForm[simple]; again || simple == "" || word != strings.ToLower(word) {
			t.Errorf("%s → %s", word, simple)
		}
	}
}

func TestStemsBringFormsTogether(t *testing.T) {
	for _, pair := range [][2]string{{"speelplek", "speelplekken"}, {"brug", "bruggen"}, {"lantaarn", "lantaarns"}, {"boom", "bomen"}} {
		if one, other := Stems(pair[0]), Stems(pair[1]); !maps.Equal(one, other) {
			t.Errorf("%s and %s: %v and %v", pair[0], pair[1], one, other)
		}
	}
	if s := Stems("Een eigen plek voor de wijk"); len(s) != 0 {
		t.Errorf("common words say something: %v", s)
	}
}

func FuzzStems(f *testing.F) {
	f.Add("Dit is een zin. ‘Nog’ één?")
	f.Fuzz(func(_ *testing.T, s string) { Stems(s) })
}

func FuzzSentences(f *testing.F) {
	f.Add("Dit is een zin. ‘Nog’ één?")
	f.Add("Zo'n 14 ideeën in MUSEUM İeuw, crèche-\xff Faciliteert BORGEN! ’s avonds o.a. e\u0301en.’ Ja")
	f.Fuzz(func(t *testing.T, text string) {
		rest := text
		for s := range Sentences(text) {
			if s == "" || s != strings.TrimSpace(s) {
				t.Errorf("the sentence %q of %q", s, text)
			}
			before, after, found := strings.Cut(rest, s)
			if !found || strings.TrimSpace(before) != "" {
				t.Errorf("%q is not the next sentence of %q", s, text)
			}
			rest = after
			for w := range Words(s) {
				if Syllables(w) < 1 {
					t.Errorf("%q has no syllable", w)
				}
			}
		}
		if strings.TrimSpace(rest) != "" {
			t.Errorf("%q of %q is in no sentence", rest, text)
		}
	})
}
