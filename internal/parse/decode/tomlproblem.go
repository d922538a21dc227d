package decode

import (
	"bytes"
	"errors"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// tomlProblem returns what an error of the TOML decoder is about, in plain words, with advice
// for TOML.
func tomlProblem(f *source.File, base int, text []byte, err error) diag.Diagnostic {
	at, words := tomlWords(text, err)
	at = min(max(at, 0), max(len(text)-1, 0))
	start := bytes.LastIndexAny(text[:at], "\r\n") + 1
	end, _ := Line(text, start)
	key, value, isPair := strings.Cut(string(text[start:end]), "=")
	pos, linePos := restOfLine(f, base+at), restOfLine(f, base+start)
	mentions := func(part string) bool { return strings.Contains(words, part) }
	if trimmed := strings.TrimSpace(value); isPair && trimmed != "" {
		from := base + start + len(key) + len("=") + strings.Index(value, trimmed)
		valuePos := f.Pos(from, from+len(trimmed))
		switch {
		case !strings.ContainsAny(trimmed[:1], `"'[{`):
			meant, hint := TOMLText(trimmed), diag.QuoteValue
			if meant[0] != '"' {
				hint = diag.WriteAs
			}
			return diag.At(valuePos, diag.SyntaxUnquoted).WithHint(hint, meant)
		case mentions("new lines"), mentions("not terminated"), mentions("unterminated"):
			if apostrophe().MatchString(trimmed) {
				return diag.At(valuePos, diag.SyntaxApostrophe).WithHint(diag.QuoteValue, Quote(trimmed))
			}
			return diag.At(valuePos, diag.SyntaxQuote).WithHint(diag.CloseQuote, trimmed[:1])
		case mentions("expected newline") && strings.ContainsAny(trimmed[:1], `"'`):
			return diag.At(pos, diag.SyntaxAfterQuote).WithHint(diag.QuoteValue, TOMLText(trimmed))
		}
	}
	switch {
	case mentions("expected '=' after key"):
		d := diag.At(linePos, diag.SyntaxNoEquals)
		if key, value, ok := strings.Cut(string(text[start:end]), ":"); ok && strings.TrimSpace(value) != "" {
			return d.WithHint(diag.WriteAs, strings.TrimSpace(key)+" = "+TOMLText(strings.TrimSpace(value)))
		}
		return d.WithHint(diag.WriteTOML)
	case mentions("incomplete"), mentions("expected ',' or"):
		return diag.At(pos, diag.SyntaxBracket)
	case mentions("escape"):
		return diag.At(pos, diag.SyntaxEscape).WithHint(diag.UseSingleQuotes)
	}
	return diag.At(pos, diag.SyntaxError, words).WithHint(diag.WriteTOML)
}

// TOMLText returns a value as TOML has it: what is a value already, or a list, stays; a day is
// written year first; the rest is put between quotes.
func TOMLText(s string) string {
	if day, err := time.Parse("2-1-2006", s); err == nil {
		return day.Format(time.DateOnly)
	}
	if validTOML([]byte("x = "+s)) == nil {
		return s
	}
	if strings.HasPrefix(s, "{") {
		return textIn(s, func(key string) string { return key + " = " })
	}
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		items := strings.Split(s[1:len(s)-1], ",")
		for i := range items {
			items[i] = TOMLText(strings.TrimSpace(items[i]))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return requote(s)
}

// tomlWords returns the offset and the words of an error of the TOML decoder.
func tomlWords(text []byte, err error) (at int, words string) {
	var parser *unstable.ParserError
	var invalid *toml.DecodeError
	switch {
	case errors.As(err, &parser):
		// A highlight is a slice of the text with the same end, so that the difference
		// in capacity is its offset.
		return cap(text) - cap(parser.Highlight), parser.Message
	case errors.As(err, &invalid):
		line, column := invalid.Position()
		return tomlOffset(text, line, column), strings.TrimPrefix(invalid.Error(), "toml: ")
	}
	return 0, err.Error()
}

// tomlOffset returns the offset of a line and a column, both from 1, the column
// in bytes.
func tomlOffset(text []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		at += bytes.IndexByte(text[at:], '\n') + 1
	}
	return at + column - 1
}
