package theme

import (
	"io/fs"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// The words of a theme stand in words/nl.txt and words/en.txt, one text a line:
//
//	# a comment
//	need.asked-by: Ingebracht door {who}
//	needs.one: {n} {behoefte}
//	needs.other: {n} {behoeften}
//
// In braces stand what the program fills in, and the nouns of the site, which a
// municipality may replace by its own (begrippen): {wijkvisie}, {wijkvisies},
// and with a capital {Wijkvisie}. A key that ends in .one and .other has a
// singular and a plural.

// Words are the texts of a theme in one language.
type Words struct {
	Lang  string // nl or en
	texts map[string]string
}

// Term is a noun of the site in a municipality's own word.
type Term struct{ Singular, Plural string }

// Words returns the texts in a language, with the municipality's own nouns in
// them, by the noun of the site: terms["wijkvisie"].
func (t *Theme) Words(lang string, terms map[string]Term) *Words {
	nouns := make([]string, 0, 64)
	for _, n := range nounsOf(lang) {
		singular, plural := n.singular, n.plural
		if own, ok := terms[n.key]; ok {
			singular, plural = own.Singular, own.Plural
		}
		nouns = append(nouns,
			"{"+n.key+"}", singular, "{"+n.keys+"}", plural,
			"{"+capital(n.key)+"}", capital(singular), "{"+capital(n.keys)+"}", capital(plural))
	}
	fill := strings.NewReplacer(nouns...)
	w := &Words{Lang: lang, texts: make(map[string]string, len(t.words[lang]))}
	for key, text := range t.words[lang] {
		w.texts[key] = fill.Replace(text)
	}
	return w
}

// Text returns the text of a key, with what stands in braces replaced by the
// arguments: name, value, name, value. A key that the theme does not have is
// returned itself, so that it is seen.
func (w *Words) Text(key string, args ...string) string {
	text, ok := w.texts[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(args); i += 2 {
		text = strings.ReplaceAll(text, "{"+args[i]+"}", args[i+1])
	}
	return text
}

// Count returns the text of a key for a number, which stands for {n} in it.
func (w *Words) Count(key string, n int, args ...string) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return w.Text(key+form, append([]string{"n", strconv.Itoa(n)}, args...)...)
}

// Has tells whether the theme has a text for a key.
func (w *Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// noun is a noun of the site: how it is written in braces, and what it is in a
// language.
type noun struct{ key, keys, singular, plural string }

func nounsOf(lang string) []noun {
	if lang == "en" {
		return []noun{
			{"wijk", "wijken", "neighbourhood", "neighbourhoods"},
			{"wijkvisie", "wijkvisies", "neighbourhood vision", "neighbourhood visions"},
			{"behoefte", "behoeften", "need", "needs"},
			{"dienst", "diensten", "department", "departments"},
			{"programma", "programma's", "programme", "programmes"},
			{"toezegging", "toezeggingen", "commitment", "commitments"},
			{"antwoord", "antwoorden", "answer", "answers"},
			{"thema", "thema's", "theme", "themes"},
			{"buurt", "buurten", "area", "areas"},
		}
	}
	return []noun{
		{"wijk", "wijken", "wijk", "wijken"},
		{"wijkvisie", "wijkvisies", "wijkvisie", "wijkvisies"},
		{"behoefte", "behoeften", "behoefte", "behoeften"},
		{"dienst", "diensten", "dienst", "diensten"},
		{"programma", "programma's", "programma", "programma's"},
		{"toezegging", "toezeggingen", "toezegging", "toezeggingen"},
		{"antwoord", "antwoorden", "antwoord", "antwoorden"},
		{"thema", "thema's", "thema", "thema's"},
		{"buurt", "buurten", "buurt", "buurten"},
	}
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// readWords reads the texts of every language, those of later layers over those
// of earlier ones, word by word.
func (l *loader) readWords() error {
	l.theme.words = make(map[string]map[string]string)
	for _, layer := range l.layers {
		one := loader{layers: []fs.FS{layer}, theme: l.theme}
		names, files, err := one.layered("words")
		if err != nil {
			return err
		}
		for _, name := range names {
			if lang, ok := strings.CutSuffix(name, ".txt"); ok {
				l.readWordsFile(lang, files[name])
			}
		}
	}
	return nil
}

func (l *loader) readWordsFile(lang string, f *source.File) {
	words := l.theme.words[lang]
	if words == nil {
		words = make(map[string]string)
		l.theme.words[lang] = words
	}
	for n := range f.Lines() {
		line := strings.TrimSpace(f.Line(n + 1))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, text, ok := strings.Cut(line, ": ")
		if !ok || strings.ContainsAny(key, " \t") {
			start := f.LineStart(n + 1)
			l.problems = append(l.problems, diag.At(f.Pos(start, start+len(f.Line(n+1))), diag.WordsLineWrong))
			continue
		}
		words[key] = strings.TrimSpace(text)
	}
}
