package theme

import (
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
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
// {Wijkvisie}, {deze/dit wijkvisie}; see package noun. A key that ends in .one and
// .other has a singular and a plural.

// Words are the texts of a theme in one language.
type Words struct {
	Lang    string // nl or en
	texts   map[string]text
	counted map[string]forms // those with a singular or a plural, by their keys without .one and .other
}

// forms are the singular and the plural of a text; nil where there is none.
type forms struct{ one, other text }

// text is a text, split at what the program fills in: literal, name, literal, …
type text []string

// Words returns the texts in a language, with the municipality's own nouns in them.
func (t *Theme) Words(lang string, own []noun.Own) *Words {
	nouns := noun.Of(lang, own)
	w := &Words{Lang: lang, texts: make(map[string]text, len(t.words[lang])), counted: make(map[string]forms)}
	for key, written := range t.words[lang] {
		split := splitText(nouns.Fill(written))
		w.texts[key] = split
		if base, ok := strings.CutSuffix(key, oneForm); ok {
			w.counted[base] = forms{split, w.counted[base].other}
		} else if base, ok := strings.CutSuffix(key, otherForm); ok {
			w.counted[base] = forms{w.counted[base].one, split}
		}
	}
	return w
}

// wordsExtension is what the name of a file with texts ends in.
const wordsExtension = ".txt"

// How the keys of a singular and of a plural end.
const oneForm, otherForm = ".one", ".other"

// splitText splits a text at its braces. What stands in them is a name if it is made
// of small letters and hyphens; else the braces are text.
func splitText(s string) text {
	var t text
	literal := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		n := strings.IndexByte(s[i:], '}')
		if n < 2 || strings.Trim(s[i+1:i+n], "abcdefghijklmnopqrstuvwxyz-") != "" {
			continue
		}
		t = append(t, s[literal:i], s[i+1:i+n])
		i += n
		literal = i + 1
	}
	return append(t, s[literal:])
}

// Text returns the text of a key, with the names in braces replaced by the arguments:
// name, value, name, value. For a key that the theme does not have it returns the key,
// so that it is noticed.
func (w *Words) Text(key string, args ...string) string {
	t, ok := w.texts[key]
	switch {
	case !ok:
		return key
	case len(t) == 1:
		return t[0]
	}
	var buf [200]byte
	return string(t.append(buf[:0], args))
}

func (t text) append(dst []byte, args []string) []byte {
	for i, part := range t {
		if i%2 == 0 {
			dst = append(dst, part...)
		} else if value, ok := argument(args, part); ok {
			dst = append(dst, value...)
		} else {
			dst = append(dst, '{')
			dst = append(dst, part...)
			dst = append(dst, '}')
		}
	}
	return dst
}

func argument(args []string, name string) (value string, ok bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return "", false
}

// Count returns the text of a key in the singular or the plural, with the number in the
// place of {n}.
func (w *Words) Count(key string, n int, args ...string) string {
	t, form := w.counted[key].other, otherForm
	if n == 1 {
		t, form = w.counted[key].one, oneForm
	}
	if t == nil {
		return key + form
	}
	var buf [200]byte
	return string(t.append(buf[:0], append(slices.Clip(args), "n", w.Number(n))))
}

// Capital returns a text that begins with a capital.
func Capital(s string) string { return noun.Capital(s) }

// LowerFirst returns a text with its first letter in lower case.
func LowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// Has reports whether the theme has a text for a key.
func (w *Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// readWords reads the texts of every language. A text of a layer replaces that of
// earlier layers with the same key.
func (l *loader) readWords() error {
	l.theme.words = make(map[string]map[string]string)
	for i := range l.layers {
		if i == 1 {
			l.builtInWords = make(map[string]map[string]string)
			for lang, words := range l.theme.words {
				l.builtInWords[lang] = maps.Clone(words)
			}
		}
		files, err := l.layer(i, wordsFolder)
		if err != nil {
			return err
		}
		for _, f := range files {
			l.readWordsFile(strings.TrimSuffix(path.Base(f.Path), wordsExtension), f)
		}
	}
	return nil
}

func (l *loader) readWordsFile(lang string, f *source.File) {
	first := make(map[string]source.Pos, f.Lines())
	words := l.theme.words[lang]
	if words == nil {
		words = make(map[string]string, f.Lines())
		l.theme.words[lang] = words
	}
	for n := range f.Lines() {
		start := f.LineStart(n + 1)
		line := strings.TrimSpace(string(f.Data[start:f.LineStart(n+2)]))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, text, ok := strings.Cut(line, ": ")
		if !ok || strings.ContainsAny(key, " \t") {
			l.problems = append(l.problems, wrongLine(line, f.Pos(start, start+len(f.Line(n+1)))))
			continue
		}
		words[key] = strings.TrimSpace(text)
		if l.builtInWords == nil {
			continue
		}
		pos := f.Pos(start, start+len(f.Line(n+1)))
		if other, twice := first[key]; twice {
			l.problems = append(l.problems, diag.At(pos, diag.WordTwice, key).WithHint(diag.RemoveOne).WithRelated(other, diag.FirstHere))
			continue
		}
		first[key] = pos
		l.checkWord(lang, key, words[key], pos)
	}
}

// wrongLine returns the diagnostic of a line that is no text of a theme.
func wrongLine(line string, pos source.Pos) diag.Diagnostic {
	d := diag.At(pos, diag.WordsLineWrong)
	key, text, ok := strings.Cut(line, ":")
	key = strings.TrimSpace(key)
	switch text = strings.TrimSpace(text); {
	case !ok || key == "" || strings.ContainsAny(key, " \t"):
		return d
	case text == "":
		return diag.At(pos, diag.WordEmpty, key)
	}
	return d.WithHint(diag.WriteAs, key+": "+text)
}
