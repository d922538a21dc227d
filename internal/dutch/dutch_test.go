package dutch

import (
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
		if got := Sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// inSentences returns the words of a text, sentence by sentence.
func inSentences(text string) [][]string {
	var list [][]string
	for _, s := range Sentences(text) {
		list = append(list, Words(s))
	}
	return list
}

func TestEase(t *testing.T) {
	// 8 words, 9 syllables, 2 sentences.
	got, words := Ease(inSentences("Wij willen een boom. Het plein is kaal."))
	if want := 206.8 - 77*9.0/8 - 0.93*4; words != 8 || math.Abs(got-want) > 0.01 {
		t.Errorf("%.2f of %d words, want %.2f", got, words, want)
	}
	hard, _ := Ease(inSentences("De implementatie van de gebiedsgerichte beleidsvoornemens noopt tot intensivering van de samenwerkingsverbanden met desbetreffende maatschappelijke organisaties."))
	if hard > 10 {
		t.Errorf("a hard text scores %.1f", hard)
	}
	if _, words := Ease(inSentences("...")); words != 0 {
		t.Error("dots are words")
	}
}

func TestJargonHasASimplerWord(t *testing.T) {
	if len(jargon) < 150 {
		t.Errorf("%d forms", len(jargon))
	}
	for word, want := range map[string]string{"participeren": "meedoen", "Faciliteert": "helpen, mogelijk maken", "boom": ""} {
		if got, ok := Simpler(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q", word, got)
		}
	}
	for word, simple := range jargon {
		if _, again := jargon[simple]; again || simple == "" || word != strings.ToLower(word) {
			t.Errorf("%s → %s", word, simple)
		}
	}
}

func TestStemsBringFormsTogether(t *testing.T) {
	for _, pair := range [][2]string{{"speelplek", "speelplekken"}, {"brug", "bruggen"}, {"lantaarn", "lantaarns"}, {"boom", "bomen"}, {"bos", "bossen"}} {
		if Stem(pair[0]) != Stem(pair[1]) {
			t.Errorf("%s and %s: %s and %s", pair[0], pair[1], Stem(pair[0]), Stem(pair[1]))
		}
	}
	if s := Stems("Een eigen plek voor de wijk"); len(s) != 0 {
		t.Errorf("common words say something: %v", s)
	}
}

func FuzzText(f *testing.F) {
	f.Add("Dit is een zin. ‘Nog’ één?")
	f.Fuzz(func(t *testing.T, s string) {
		total := 0
		for _, sentence := range Sentences(s) {
			total += len(sentence)
		}
		if total > len(s) {
			t.Errorf("more text than there was")
		}
		Ease(inSentences(s))
		Stems(s)
	})
}
