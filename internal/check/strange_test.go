package check_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// TestWordsThatAreTypedAgainAreRight puts characters that nobody means at random places in texts,
// types each word again that a message names, as the message has it, and checks that nothing is
// left to say.
func TestWordsThatAreTypedAgainAreRight(t *testing.T) {
	const title, sentence = "Veilig over de brug", "De bewoners van Oost willen veilig oversteken bij het café en de brug"
	strange := []string{"\u200b", "\u2060", "\u00ad", "\u202a", "\u202c", "\u200e", "\u200d", "\ufeff", "\ufb01", "Ã©", "â€™", "\u2063"}
	dice := rand.New(rand.NewPCG(1, 2))
	spoilt := func(s string) string {
		for range 1 + dice.IntN(3) {
			runes := []rune(s)
			at := dice.IntN(len(runes) + 1)
			s = string(runes[:at]) + strange[dice.IntN(len(strange))] + string(runes[at:])
		}
		return s
	}
	for range 300 {
		files := base()
		text := "---\ntitel: " + spoilt(title) + "\n---\n" + spoilt(sentence) + ".\n"
		files["paginas/over.md"] = text
		for round := 0; ; round++ {
			list := strangeIn(t, files)
			if len(list) == 0 {
				break
			}
			d := list[len(list)-1] // the places of the others stay
			now := files["paginas/over.md"]
			word := ""
			if d.Hint().Message == diag.RetypeAs {
				word = d.Hint().Args[0].(string)
			} else if d.Text.Message != diag.HiddenFound {
				t.Fatalf("%+q: %s", text, diag.English.Say(d.Text))
			}
			files["paginas/over.md"] = now[:d.Pos.Start] + word + now[d.Pos.End:]
			if fix := d.Fix(); !fix.IsZero() && word != "" && fix.Text != word {
				t.Errorf("%+q: the hint is %+q and the mend %+q", text, word, fix.Text)
			}
			if round == 20 {
				t.Fatalf("%+q became %+q, and still: %s", text, files["paginas/over.md"], diag.English.Say(d.Text))
			}
		}
		mended := files["paginas/over.md"]
		for _, s := range strange {
			if strings.Contains(mended, s) {
				t.Errorf("%+q became %+q", text, mended)
			}
		}
	}
}

// strangeIn returns what is reported of characters in files.
func strangeIn(t *testing.T, files map[string]string) diag.List {
	t.Helper()
	c := contenttest.Parse(files).City
	g := relate.Relate(c, relate.Options{Date: city.Day{Year: 2011, Month: 6, Day: 1}})
	var list diag.List
	for _, d := range check.All(t.Context(), c, g, check.Options{}) {
		if d.Code() == "hidden-characters" || d.Text.Message == diag.Misread {
			list = append(list, d)
		}
	}
	list.Sort()
	return list
}
