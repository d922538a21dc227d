package decode

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text returns a text as a value in YAML: as it is, or in quotes where it needs them. Inside
// brackets and braces more texts need them.
func Text(s string, flow bool) string {
	if isPlain(s, flow) {
		return s
	}
	return Quote(s)
}

// isPlain reports whether YAML and authors read a text without quotes as what it is.
func isPlain(s string, flow bool) bool {
	if s == "" || strings.TrimSpace(s) != s || !utf8.ValidString(s) || strings.ContainsFunc(s, isOdd) {
		return false
	}
	switch strings.ToLower(s) {
	case "null", "~":
		return false
	}
	if changesAsNumber(s) {
		return false
	}
	switch first, _ := utf8.DecodeRuneInString(s); {
	case unicode.IsLetter(first), unicode.IsNumber(first), strings.ContainsRune("(€+./…", first):
	default: // an indicator of YAML, a quote of a word processor, a bullet
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") {
		return false
	}
	return !flow || !strings.ContainsAny(s, ",[]{}")
}

// changesAsNumber reports whether a text is a number or a boolean to programs that read it as
// YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), and another text when they write that
// again: 0110, +31302860000, 1.10, True.
func changesAsNumber(s string) bool {
	switch s {
	case "True", "TRUE", "False", "FALSE", ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN":
		return true
	}
	if len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'o') {
		return strings.Trim(s[2:], "0123456789abcdefABCDEF") == ""
	}
	if s == "" || strings.Trim(s, "0123456789.eE+-") != "" || strings.ContainsAny(s, "xpP_") {
		return false
	}
	if _, err := strconv.ParseFloat(s, 64); err != nil && !errors.Is(err, strconv.ErrRange) {
		return false
	}
	const exact = 15 // digits that a float64 keeps
	whole, part, hasPart := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	plain := strings.Trim(whole+part, "0123456789") == "" && whole != "" && len(whole+part) <= exact
	return !plain || len(whole) > 1 && whole[0] == '0' || hasPart && (part == "" || strings.HasSuffix(part, "0"))
}

// isOdd reports whether a character ends a line, or cannot be seen.
func isOdd(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}

// IsLiteral reports whether a text of several lines can be written as it is, behind a |.
func IsLiteral(text string) bool {
	if text != strings.Trim(text, " \t\n") {
		return false
	}
	for line := range strings.Lines(text) {
		if line := strings.TrimSuffix(line, "\n"); strings.ContainsFunc(line, func(r rune) bool {
			return r == '\t' || IsControl(r) || r == '\r' || r == '\ufeff' || r == '\u2028' || r == '\u2029' || r == '\u0085'
		}) || line != "" && strings.TrimSpace(line) == "" {
			return false
		}
	}
	return true
}
