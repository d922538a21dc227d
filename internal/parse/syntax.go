package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// This file says in plain words what a decoder took offence at, and where.
// Only the first offence: what follows it follows from it.

// jsonProblem translates an error of the JSON decoder.
func jsonProblem(f *source.File, base int, text []byte, r *jsonReader, err error) diag.Diagnostic {
	at := r.place()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooDeep):
		return diag.At(f.Pos(base+at, base+at), diag.TooIntricate)
	case errors.Is(err, errTextBehind):
		return diag.At(restOfLine(f, base+at), diag.SecondDocument)
	case errors.As(err, &syntax):
		at = min(max(int(syntax.Offset)-1, at), max(len(text)-1, 0))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return diag.At(f.Pos(base, base+1), diag.SyntaxBracket)
	}
	words := err.Error()
	pos := restOfLine(f, base+at)
	if at < len(text) && text[at] == '\'' {
		return diag.At(pos, diag.SyntaxUnquoted)
	}
	switch {
	case strings.Contains(words, "in string literal"):
		return diag.At(pos, diag.SyntaxQuote).WithHint(diag.CloseQuote, `"`)
	case strings.Contains(words, "in string escape"):
		return diag.At(pos, diag.SyntaxEscape)
	case strings.Contains(words, "after object key:value pair"), strings.Contains(words, "after array element"), strings.Contains(words, "after object value"):
		return diag.At(pos, diag.SyntaxComma)
	case at < len(text) && (text[at] == '}' || text[at] == ']'):
		return diag.At(pos, diag.SyntaxCommaTooMany)
	case strings.Contains(words, "beginning of object key"):
		return diag.At(pos, diag.SyntaxUnquotedKey)
	case strings.Contains(words, "looking for beginning of value"), strings.Contains(words, "in literal"), strings.Contains(words, "in numeric literal"):
		return diag.At(pos, diag.SyntaxUnquoted)
	}
	return diag.At(pos, diag.SyntaxError, words)
}

// tomlProblem translates an error of the TOML decoder.
func tomlProblem(f *source.File, base int, text []byte, err error) diag.Diagnostic {
	at, words := tomlWords(text, err)
	at = min(max(at, 0), max(len(text)-1, 0))
	start := bytes.LastIndexAny(text[:at], "\r\n") + 1
	end, _ := lineAt(text, start)
	key, value, isPair := strings.Cut(string(text[start:end]), "=")
	pos, linePos := restOfLine(f, base+at), restOfLine(f, base+start)
	says := func(part string) bool { return strings.Contains(words, part) }
	if trimmed := strings.TrimSpace(value); isPair && trimmed != "" {
		from := base + start + len(key) + len("=") + strings.Index(value, trimmed)
		valuePos := f.Pos(from, from+len(trimmed))
		switch {
		case !strings.ContainsAny(trimmed[:1], `"'[{`):
			return diag.At(valuePos, diag.SyntaxUnquoted).WithHint(diag.QuoteValue, requote(trimmed))
		case says("new lines"), says("not terminated"), says("unterminated"):
			return diag.At(valuePos, diag.SyntaxQuote).WithHint(diag.CloseQuote, trimmed[:1])
		case says("expected newline"):
			return diag.At(pos, diag.SyntaxAfterQuote)
		}
	}
	switch {
	case says("expected '=' after key"):
		return diag.At(linePos, diag.SyntaxNoEquals)
	case says("incomplete"), says("expected ',' or"):
		return diag.At(pos, diag.SyntaxBracket)
	case says("escape"):
		return diag.At(pos, diag.SyntaxEscape).WithHint(diag.UseSingleQuotes)
	}
	return diag.At(pos, diag.SyntaxError, words)
}

// tomlWords returns what the TOML decoder says, and of which offset.
func tomlWords(text []byte, err error) (at int, words string) {
	var parser *unstable.ParserError
	var decode *toml.DecodeError
	switch {
	case errors.As(err, &parser):
		// A highlight is a part of the text that the parser was given, with the
		// same end: the difference in capacity is where it begins.
		return cap(text) - cap(parser.Highlight), parser.Message
	case errors.As(err, &decode):
		line, column := decode.Position()
		return tomlOffset(text, line, column), strings.TrimPrefix(decode.Error(), "toml: ")
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

// restOfLine returns the place from an offset to the end of its line, spaces
// at the end left out.
func restOfLine(f *source.File, at int) source.Pos {
	rest := line(f, min(at, len(f.Data)))
	return f.Pos(at, at+len(strings.TrimRight(rest, " \t")))
}
