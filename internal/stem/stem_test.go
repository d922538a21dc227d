package stem

import (
	"strings"
	"testing"
)

func TestFormsOfAWordHaveOneStem(t *testing.T) {
	for code, groups := range map[string][]string{
		"nl": {
			"speeltuin speeltuinen", "speelplek speelplekken", "fietspad fietspaden", "buurthuis buurthuizen", "boom bomen boompje", "brug bruggen",
			"straat straten straatje", "bank banken bankje bankjes", "veilig veilige veiligheid veiligheden", "verlichting verlichten verlicht", "kind kinderen",
			"school scholen", "plein pleinen pleintje", "bewoner bewoners", "wagen wagens", "idee ideeen", "knie knieen", "duif duiven", "winkelier winkeliers",
			"teken tekenen tekening tekeningen", "stoel stoelen stoeltje stoeltjes", "groot grote", "oversteken oversteek", "vergadering vergaderingen vergaderen",
			"bus bussen", "flat flats", "tram trams", "lantaarn lantaarns", "fiets fietsen", "grens grenzen", "mens mensen", "stage stages", "route routes", "nacht nachts", "avond avonds avonden", "wijk wijken", "kleinkind kleinkinderen", "jongen jongens", "huis huizen", "bos bossen",
		},
		"en": {"crossing crossings cross crossed", "city cities", "house houses", "street streets", "light lights lighting", "life lives", "tree trees", "route routes", "safe safely"},
	} {
		l := In(code)
		for _, group := range groups {
			words := strings.Fields(group)
			for _, w := range words[1:] {
				if got, want := l.Stem(w), l.Stem(words[0]); got != want {
					t.Errorf("%s: %s has the stem %q, %s has %q", code, w, got, words[0], want)
				}
			}
		}
	}
}

func TestOtherWordsHaveOtherStems(t *testing.T) {
	for _, pair := range []string{"park parkeren", "groen gro", "plan plant", "park parker", "zee zeep", "straat straf", "been bee", "mening meer", "tram kraam"} {
		a, b, _ := strings.Cut(pair, " ")
		if In("nl").Stem(a) == In("nl").Stem(b) {
			t.Errorf("%s and %s have the stem %q", a, b, In("nl").Stem(a))
		}
	}
	for _, word := range []string{"12a", "straße", "日本", "", "s", "en", "een", "open", "ee", "zz", "zzz"} {
		if got := In("nl").Stem(word); len(got) > len(word) || word != "" && got == "" {
			t.Errorf("the stem of %q is %q", word, got)
		}
	}
}

func TestEveryEndingMakesAWordShorter(t *testing.T) {
	for _, l := range []*Language{dutch, english} {
		for _, e := range l.Endings {
			if len(e.Instead) >= len(e.Letters) {
				t.Errorf("%+v", e)
			}
		}
	}
}

func TestWordsThatSoundAlike(t *testing.T) {
	for _, pair := range [][2]string{{"overvegt", "overvecht"}, {"fietspat", "fietspat"}, {"wij", "wei"}, {"dijk", "dyk"}, {"kafe", "cafe"}, {"taksi", "taxi"}} {
		if a, b := dutch.Sound(pair[0]), dutch.Sound(pair[1]); a != b {
			t.Errorf("%s sounds %q, %s sounds %q", pair[0], a, pair[1], b)
		}
	}
}

func FuzzStem(f *testing.F) {
	f.Add("speeltuinen")
	f.Add("kinderen")
	f.Fuzz(func(t *testing.T, word string) {
		for _, code := range []string{"nl", "en"} {
			if got := In(code).Stem(word); len(got) > len(word) || word != "" && got == "" {
				t.Errorf("the stem of %q is %q", word, got)
			}
			In(code).Sound(word)
		}
	})
}
