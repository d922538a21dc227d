package theme

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noun is a noun of the site: its singular and plural as they are written in braces,
// and in a language.
type noun struct{ key, keys, singular, plural string }

func nounsOf(lang string) []noun {
	if lang == "en" {
		return []noun{
			{"wijk", "wijken", "neighbourhood", "neighbourhoods"},
			{"buurt", "buurten", "area", "areas"},
			{"wijkvisie", "wijkvisies", "neighbourhood vision", "neighbourhood visions"},
			{"behoefte", "behoeften", "need", "needs"},
			{"thema", "thema's", "theme", "themes"},
			{"oordeel", "oordelen", "judgement", "judgements"},
			{"dienst", "diensten", "department", "departments"},
			{"programma", "programma's", "programme", "programmes"},
			{"toezegging", "toezeggingen", "commitment", "commitments"},
			{"antwoord", "antwoorden", "answer", "answers"},
			{"voortgang", "voortgangen", "progress", "progress"},
			{"wijkregisseur", "wijkregisseurs", "neighbourhood manager", "neighbourhood managers"},
			{"wijkbureau", "wijkbureaus", "neighbourhood office", "neighbourhood offices"},
			{"wijknetwerk", "wijknetwerken", "neighbourhood network", "neighbourhood networks"},
		}
	}
	return []noun{
		{"wijk", "wijken", "wijk", "wijken"},
		{"buurt", "buurten", "buurt", "buurten"},
		{"wijkvisie", "wijkvisies", "wijkvisie", "wijkvisies"},
		{"behoefte", "behoeften", "behoefte", "behoeften"},
		{"thema", "thema's", "thema", "thema's"},
		{"oordeel", "oordelen", "oordeel", "oordelen"},
		{"dienst", "diensten", "dienst", "diensten"},
		{"programma", "programma's", "programma", "programma's"},
		{"toezegging", "toezeggingen", "toezegging", "toezeggingen"},
		{"antwoord", "antwoorden", "antwoord", "antwoorden"},
		{"voortgang", "voortgangen", "voortgang", "voortgang"},
		{"wijkregisseur", "wijkregisseurs", "wijkregisseur", "wijkregisseurs"},
		{"wijkbureau", "wijkbureaus", "wijkbureau", "wijkbureaus"},
		{"wijknetwerk", "wijknetwerken", "wijknetwerk", "wijknetwerken"},
	}
}

// fillNouns returns what replaces the nouns in braces by the words of a language, or by
// the municipality's own where it has them.
func fillNouns(lang string, terms map[string]Term) *strings.Replacer {
	var pairs []string
	for _, n := range nounsOf(lang) {
		own := terms[n.key]
		if own.Singular != "" {
			n.singular = own.Singular
		}
		if own.Plural != "" {
			n.plural = own.Plural
		}
		pairs = append(pairs,
			"{"+n.key+"}", n.singular, "{"+n.keys+"}", n.plural,
			"{"+Capital(n.key)+"}", Capital(n.singular), "{"+Capital(n.keys)+"}", Capital(n.plural))
	}
	return strings.NewReplacer(pairs...)
}

// Capital returns a text that begins with a capital.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
