package dutch

import (
	"strings"

	"wijkvisie/internal/stem"
)

// Stems returns the set of stems of the words of a text, without common and short words.
func Stems(text string) map[string]bool {
	stems := make(map[string]bool)
	language := stem.In("nl")
	for w := range Words(text) {
		if lower := strings.ToLower(w); len(lower) > 3 && !common(lower) {
			stems[language.Stem(lower)] = true
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
