package housestyle

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters decides the fonts of the municipality and of the wijk. Nobody may have a font of
// the house style, so that a list of fonts without a generic family at its end is followed by
// the fonts of the theme.
func (r *reader) letters() {
	text := []string{"--utrecht-document-font-family", "--utrecht-body-font-family", "--basis-text-font-family-default", "--ams-typography-font-family"}
	sans, from := r.family(text...)
	r.setFonts(Letters, "--wv-sans", from, sans, ownSans())
	fallback := ownSerif()
	voice, from := r.family("--utrecht-heading-font-family", "--basis-heading-font-family")
	if from == "" || slices.Equal(voice, sans) {
		voice, fallback = sans, ownSans()
	}
	if from == "" {
		_, from = r.family(text...)
	}
	r.setFonts(Voice, "--wv-serif", from, voice, fallback)
}

// setFonts sets a property of the theme to a list of fonts, and adds the choice to the
// report.
func (r *reader) setFonts(role Role, property, from string, fonts []string, fallback string) {
	value := strings.Join(fonts, ", ")
	if from != "" {
		if !generic(fonts[len(fonts)-1]) {
			value += ", " + fallback
		}
		r.style.setAny(property, value)
	}
	r.choose(Choice{Role: role, From: from, Value: value})
}

// generic reports whether a family is one that every browser has.
func generic(family string) bool {
	switch strings.ToLower(family) {
	case "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded":
		return true
	}
	return false
}

// family returns the first token that is a list of fonts.
func (r *reader) family(names ...string) (fonts []string, from string) {
	for _, name := range names {
		if value, ok := r.value(name); ok && !ofOthers(value) {
			if fonts = fontsOf(value); len(fonts) > 0 {
				return fonts, name
			}
		}
	}
	return nil, ""
}

// maxFonts is the number of fonts of a list that are used.
const maxFonts = 20

// fontsOf returns the families of a list as they can stand in a stylesheet; none when they
// cannot.
func fontsOf(list string) []string {
	var fonts []string
	for _, item := range strings.Split(list, ",") {
		item = strings.Join(strings.Fields(item), " ")
		if bare := strings.Trim(item, `"'`); isQuoted(item) || needsNoQuotes(item) {
			fonts = append(fonts, item)
		} else if isPlain(bare) {
			fonts = append(fonts, `"`+bare+`"`) // as 3D Sans, which is a name only in quotes
		} else if item != "" {
			return nil
		}
	}
	return fonts[:min(len(fonts), maxFonts)]
}

// maxFontName is the number of characters of the longest name of a font.
const maxFontName = 60

// isPlain reports whether a name of a font holds letters, digits and a few signs only.
func isPlain(name string) bool {
	length := utf8.RuneCountInString(name)
	return length > 0 && length <= maxFontName && strings.IndexFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune(" ._-", r)
	}) < 0
}

// isQuoted reports whether a text is a plain name in quotes.
func isQuoted(s string) bool {
	return len(s) > 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] && isPlain(s[1:len(s)-1])
}

// needsNoQuotes reports whether a name of a font needs no quotes: it is a few words that begin
// with a letter.
func needsNoQuotes(name string) bool {
	words := strings.Split(name, " ")
	return len(words) <= 6 && !slices.ContainsFunc(words, func(word string) bool {
		word = strings.TrimPrefix(word, "-")
		first, _ := utf8.DecodeRuneInString(word)
		return word == "" || utf8.RuneCountInString(word) > maxFontName+1 || !unicode.IsLetter(first) && first != '_' ||
			strings.IndexFunc(word, func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' && r != '-'
			}) >= 0
	})
}
