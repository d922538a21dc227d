// Package noun has the nouns of the site (wijk, behoefte, toezegging, …) in Dutch and in
// English, and fills them into texts, with the words around them that depend on them.
//
// A municipality may use words of its own (begrippen in site.yaml). They are in the language
// of the site (taal): texts in the other language have the words of this package.
//
// In a text, a noun stands in braces by its name in the content format, with a capital where
// a sentence begins: {behoefte}, {behoeften}, {Behoefte}. A word beside it that depends on it
// stands in the same braces, in both its forms:
//
//	{deze/dit wijkvisie}               deze wijkvisie, dit wijkplan
//	{een andere/ander toezegging}      een andere toezegging, een ander resultaat
//	een {wijkvisie die/dat} nog geldt  een wijkvisie die nog geldt, een wijkplan dat nog geldt
//	{a/an behoefte}                    a need, an issue
//
// In Dutch the first form is that of a noun with de and of every plural, the second that of a
// noun with het. In English the second is that before a vowel.
package noun

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/city"
)

// Article is the definite article of a Dutch noun.
type Article string

// The articles.
const (
	De  Article = "de"
	Het Article = "het"
)

// Own is a municipality's own word for one of the nouns.
type Own struct {
	Key              string // the noun in the content format: wijkvisie
	Singular, Plural string
	Article          Article
}

// OwnOf returns the words of a municipality's own in a language: none when its site is in the
// other.
func OwnOf(s *city.Site, lang string) []Own {
	if s == nil || (s.Language.Value == "en") != (lang == "en") {
		return nil
	}
	own := make([]Own, len(s.Terms))
	for i, t := range s.Terms {
		own[i] = Own{t.Key.Value, t.Singular.Value, t.Plural.Value, Article(t.Article.Value)}
	}
	return own
}

// row is a noun, with its words in Dutch and in English. In Dutch it is called what it is
// called in the content format.
type row struct {
	key, keys     string // singular and plural
	article       Article
	plural        string // in Dutch, where it is not keys
	english       string
	englishPlural string
}

// rows returns every noun, in the order of the content format.
func rows() []row {
	return []row{
		{"wijk", "wijken", De, "", "neighbourhood", "neighbourhoods"},
		{"buurt", "buurten", De, "", "area", "areas"},
		{"wijkvisie", "wijkvisies", De, "", "neighbourhood vision", "neighbourhood visions"},
		{"behoefte", "behoeften", De, "", "need", "needs"},
		{"thema", "thema's", Het, "", "theme", "themes"},
		{"oordeel", "oordelen", Het, "", "judgement", "judgements"},
		{"dienst", "diensten", De, "", "department", "departments"},
		{"programma", "programma's", Het, "", "programme", "programmes"},
		{"toezegging", "toezeggingen", De, "", "commitment", "commitments"},
		{"antwoord", "antwoorden", Het, "", "answer", "answers"},
		{"voortgang", "voortgangen", De, "voortgang", "progress", "progress"},
		{"wijkregisseur", "wijkregisseurs", De, "", "neighbourhood manager", "neighbourhood managers"},
		{"wijkbureau", "wijkbureaus", Het, "", "neighbourhood office", "neighbourhood offices"},
		{"wijknetwerk", "wijknetwerken", Het, "", "neighbourhood network", "neighbourhood networks"},
	}
}

// Keys returns the names of the nouns in the content format.
func Keys() []string {
	all := rows()
	keys := make([]string, len(all))
	for i, r := range all {
		keys[i] = r.key
	}
	return keys
}

// Nouns are the nouns in a language, by their names in braces: wijk, wijken, Wijk, Wijken.
type Nouns struct {
	Lang  string // nl or en
	words map[string]word
}

// word is a noun as it is shown.
type word struct {
	text   string
	neuter bool // a singular with het
}

// Of returns the nouns in a language, nl or en, with a municipality's own words, which are in
// that language.
func Of(lang string, own []Own) *Nouns {
	n := &Nouns{lang, make(map[string]word)}
	for _, r := range rows() {
		singular, plural, article := r.key, r.keys, r.article
		if r.plural != "" {
			plural = r.plural
		}
		if lang == "en" {
			singular, plural = r.english, r.englishPlural
		}
		for _, o := range own {
			// A word of which a part is missing is reported, and not used.
			if o.Key == r.key && o.Singular != "" && o.Plural != "" {
				singular, plural, article = o.Singular, o.Plural, o.Article
			}
		}
		n.words[r.key] = word{singular, article == Het}
		n.words[r.keys] = word{text: plural}
		n.words[Capital(r.key)] = word{Capital(singular), article == Het}
		n.words[Capital(r.keys)] = word{text: Capital(plural)}
	}
	return n
}

// Fill returns a text with the nouns in the place of their names in braces. Braces without the
// name of a noun stay as they are.
func (n *Nouns) Fill(text string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(text, '{')
		length := strings.IndexByte(text[start+1:], '}')
		if start < 0 || length < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:start])
		inside := text[start+1 : start+1+length]
		if filled, ok := n.phrase(inside); ok {
			b.WriteString(filled)
		} else {
			b.WriteString("{" + inside + "}")
		}
		text = text[start+length+2:]
	}
}

// phrase returns what stands in braces, with the noun in it and the words that depend on it;
// not ok when there is no noun in it.
func (n *Nouns) phrase(inside string) (filled string, ok bool) {
	parts := strings.Split(inside, " ")
	var found word
	for _, p := range parts {
		if w, is := n.words[p]; is {
			found, ok = w, true
		}
	}
	if !ok {
		return "", false
	}
	for i := len(parts) - 1; i >= 0; i-- { // in English a word depends on the next one
		if w, is := n.words[parts[i]]; is {
			parts[i] = w.text
		} else if first, second, both := strings.Cut(parts[i], "/"); both {
			parts[i] = first
			if n.Lang == "en" && i+1 < len(parts) && startsWithVowel(parts[i+1]) || n.Lang != "en" && found.neuter {
				parts[i] = second
			}
		}
	}
	return strings.Join(parts, " "), true
}

// startsWithVowel reports whether an English word is said with a vowel first, so that it has
// an and not a before it.
func startsWithVowel(word string) bool {
	first, _, _ := strings.Cut(strings.ToLower(word), " ")
	hasAny := func(beginnings ...string) bool {
		for _, b := range beginnings {
			if strings.HasPrefix(first, b) {
				return true
			}
		}
		return false
	}
	switch {
	case hasAny("hour", "honest", "honour", "heir"):
		return true
	case hasAny("uni", "use", "usu", "uti", "eu", "ewe", "one", "once", "ubi"):
		return hasAny("unin", "unim") // uninhabited, unimportant
	default:
		return strings.ContainsAny(first[:min(1, len(first))], "aeiou") || hasAny("é", "è", "ê", "ë", "á", "à", "ä", "ö", "ó", "ï", "í", "ü", "ú")
	}
}

// Capital returns a text that begins with a capital.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
