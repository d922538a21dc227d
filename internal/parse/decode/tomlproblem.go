package decode

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// tomlProblem returns what an error of the TOML decoder is about, in plain words.
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
			return diag.At(valuePos, diag.SyntaxUnquoted).WithHint(diag.QuoteValue, requote(trimmed))
		case mentions("new lines"), mentions("not terminated"), mentions("unterminated"):
			return diag.At(valuePos, diag.SyntaxQuote).WithHint(diag.CloseQuote, trimmed[:1])
		case mentions("expected newline"):
			return diag.At(pos, diag.SyntaxAfterQuote)
		}
	}
	switch {
	case mentions("expected '=' after key"):
		return diag.At(linePos, diag.SyntaxNoEquals)
	case mentions("incomplete"), mentions("expected ',' or"):
		return diag.At(pos, diag.SyntaxBracket)
	case mentions("escape"):
		return diag.At(pos, diag.SyntaxEscape).WithHint(diag.UseSingleQuotes)
	}
	return diag.At(pos, diag.SyntaxError, words)
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
