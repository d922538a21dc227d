package dutch

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
)

// Stem returns the part that a word shares with its other forms, as in speelplek of
// speelplekken (the Dutch stemmer of Snowball).
func Stem(word string) string {
	env := snowballstem.NewEnv(strings.ToLower(word))
	dutch.Stem(env)
	stem := env.Current()
	// Of bruggen the stemmer leaves brugg: it undoes doubling for k, d and t only.
	if n := len(stem); n > 3 && stem[n-1] == stem[n-2] && strings.IndexByte("bfglmnprs", stem[n-1]) >= 0 {
		stem = stem[:n-1]
	}
	return stem
}

// Stems returns the set of stems of the words of a text, without common and short words.
func Stems(text string) map[string]bool {
	stems := make(map[string]bool)
	for w := range Words(text) {
		if lower := strings.ToLower(w); len(lower) > 3 && !common(lower) {
			stems[Stem(lower)] = true
		}
	}
	return stems
}

// common reports whether a word is so common that two texts that share it need not be about
// the same.
func common(word string) bool {
	switch word {
	case "aan", "alle", "alles", "als", "altijd", "andere", "anders", "beter", "betere", "bewoners", "bij", "buiten", "buurt", "daar", "daarom", "deze", "dicht", "dichtbij", "door", "drie", "eerste", "eigen",
		"elke", "extra", "geen", "gemeente", "goed", "goede", "groot", "grote", "haar", "hebben", "heeft", "hier", "hoger", "iedereen", "iets", "jaar", "jaren", "kan", "klein", "kleine", "komen", "komt",
		"krijgen", "krijgt", "kunnen", "maken", "maar", "meer", "meest", "mensen", "met", "minder", "moet", "moeten", "mogen", "naar", "naast", "niet", "niets", "nieuw", "nieuwe", "nog", "onder", "onze", "ook", "over",
		"overal", "plaats", "plek", "plekken", "rond", "rondom", "samen", "soms", "staan", "staat", "steeds", "straat", "straten", "te", "tegen", "tijdens", "tussen", "twee", "van", "vanaf", "veel", "voor", "vraagt", "waar", "want",
		"weer", "wel", "werk", "wijk", "willen", "wordt", "worden", "zich", "zijn", "zodat", "zonder", "zou", "zouden":
		return true
	}
	return false
}
