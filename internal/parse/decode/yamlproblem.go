package decode

import (
	"sort"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// yamlMistake is the line of a text that the YAML decoder cannot read.
//
// The line in the decoder's error is sometimes the line of the mistake, sometimes one
// where something before it began, and there is no column. So the line is found by
// decoding: it is the first one with which the text up to it gives the same error.
type yamlMistake struct {
	file   *source.File
	text   []byte // what was decoded
	start  int    // of the line, in the file
	offset int    // of the line, in text
	words  string // the error of the decoder, without its line
	line   string
	body   string // the line without indentation and without "- "
	value  string // what follows the first ": ", or body when it has none
}

// yamlProblem returns what an error of the YAML decoder is about, in plain words. Of lines that
// have the same mistake it is about all of them.
func yamlProblem(f *source.File, base int, text []byte, err error) diag.List {
	words, line := decoderWords(err)
	if strings.Contains(words, "control characters") {
		if i := strings.IndexFunc(string(text), IsControl); i >= 0 {
			return diag.List{diag.At(f.Pos(base+i, base+i+1), diag.SyntaxInvisible)}
		}
	}
	if spaces := oddSpaces(f, base, text); len(spaces) > 0 {
		return spaces
	}
	start := mistakenLine(text, words, line)
	if items := oddItems(f, base, text, start); len(items) > 0 {
		return items
	}
	if d, ok := unmarkedItem(f, base, text, start); ok {
		return diag.List{d}
	}
	if d, ok := markTooMany(f, base, text, start); ok {
		return diag.List{d}
	}
	if d, ok := openedQuote(f, base, text, start); ok {
		return diag.List{d}
	}
	p := &yamlMistake{file: f, text: text, words: words, start: base + start, offset: start}
	p.line, p.body, p.value = lineParts(text, start)
	if indentation := p.line[:len(p.line)-len(strings.TrimLeft(p.line, " \t"))]; strings.Contains(indentation, "\t") {
		return tabbedLines(f, base, text, start)
	}
	return diag.List{p.diagnostic()}
}

// lineParts returns the line at an offset without spaces at its end; the line without its
// indentation and dashes; and what follows the first ": " in that, or all of it.
func lineParts(text []byte, start int) (line, body, value string) {
	end, _ := Line(text, start)
	line = strings.TrimRight(string(text[start:end]), " \t")
	body = strings.TrimLeft(line, " \t")
	for strings.HasPrefix(body, "- ") {
		body = strings.TrimLeft(body[2:], " \t")
	}
	value = body
	if _, v, ok := strings.Cut(body, ": "); ok && !strings.HasPrefix(body, "{") && !strings.HasPrefix(body, "[") {
		value = strings.TrimLeft(v, " \t")
	}
	return line, body, value
}

// oddSpaces reports no-break spaces where YAML needs ordinary ones: in an indentation, and
// behind the colon of a key.
func oddSpaces(f *source.File, base int, text []byte) diag.List {
	const noBreak = "\u00a0"
	var list diag.List
	for i := 0; i < len(text); {
		end, next := Line(text, i)
		line := string(text[i:end])
		indented := len(line) - len(strings.TrimLeft(line, " "+noBreak))
		start := 0
		if !strings.Contains(line[:indented], noBreak) {
			if start = strings.Index(line, ":"+noBreak); start < 0 {
				i = next
				continue
			}
			start++
			indented = start + len(noBreak)
		}
		pos := f.Pos(base+i+start, base+i+indented)
		list = append(list, diag.At(pos, diag.SyntaxInvisible).WithFix(pos, strings.ReplaceAll(line[start:indented], noBreak, " ")))
		i = next
	}
	return list
}

// decoderWords returns the words and the line of an error of the decoder.
func decoderWords(err error) (words string, line int) {
	words = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(words, "line "); ok {
		number, rest, _ := strings.Cut(rest, ": ")
		line, _ = strconv.Atoi(number)
		words = rest
	}
	return words, max(line, 1)
}

// mistakenLine returns where the line begins that the decoder cannot read. In a text that
// is too large to decode many times it is the line of the error.
func mistakenLine(text []byte, words string, line int) int {
	lines := append(lineStarts(text), len(text))
	if len(text) > maxFrontMatter {
		return lines[min(line, len(lines)-1)-1]
	}
	n := sort.Search(len(lines)-2, func(i int) bool {
		_, _, err := decodeDocuments(text[:lines[i+1]])
		if err == nil {
			return false
		}
		same, _ := decoderWords(err)
		return same == words
	})
	return lines[n]
}

// diagnostic returns what is wrong with the line, in plain words.
func (p *yamlMistake) diagnostic() diag.Diagnostic {
	mentions := func(parts ...string) bool { return containsAny(p.words, parts) }
	if d, ok := p.behindBracket(); ok {
		return d
	}
	switch {
	case mentions("exceeded max depth"):
		return diag.At(p.at(p.body), diag.TooIntricate)
	case mentions("mapping values are not allowed"), mentions("expected key", "'-' indicator"), mentions("unknown anchor"), mentions("<document start>"),
		mentions("escape character", "hexdecimal") && strings.HasPrefix(p.value, `"`),
		mentions("block sequence entries") && strings.HasPrefix(p.value, "- "):
		// These have messages of their own below.
	default:
		if d, ok := p.asText(); ok {
			return d
		}
	}
	switch {
	case mentions("mapping values are not allowed"):
		return p.colon()
	case mentions("unexpected end of stream", "unexpected document indicator"):
		return p.openQuote()
	case mentions("expected ','"):
		return p.bracket()
	case mentions("expected key", "'-' indicator"):
		return p.indentation()
	case mentions("expected ':'"):
		return diag.At(p.at(p.body), diag.SyntaxNoColon).WithHint(diag.WriteKeyValue)
	case mentions("unknown anchor"):
		_, name, _ := strings.Cut(p.words, "'")
		name, _, _ = strings.Cut(name, "'")
		if d, ok := p.quoted(diag.SyntaxAlias, "*"+name); ok {
			return d
		}
		return diag.At(p.at("*"+name), diag.SyntaxAlias, "*"+name).WithHint(diag.QuoteText)
	case mentions("block sequence entries"):
		return diag.At(p.at(p.value), diag.SyntaxItem).WithHint(diag.StartNewLine)
	case mentions("escape character", "hexdecimal"):
		return diag.At(p.at(p.escaped()), diag.SyntaxEscape).WithHint(diag.UseSingleQuotes)
	case mentions("<document start>"):
		return p.secondDocument()
	case mentions("cannot start any token", "node content", "alphabetic or numeric", "comment or line break",
		"mapping keys are not allowed", "non-alphabetical", "directive", "tag"):
		return p.firstCharacter()
	}
	return diag.At(p.at(p.body), diag.SyntaxError, p.words)
}

// at returns the place of a part of the line; of the whole line when it has no such part.
func (p *yamlMistake) at(part string) source.Pos {
	i := strings.LastIndex(p.line, part)
	if i < 0 {
		i, part = 0, p.line
	}
	return p.file.Pos(p.start+i, p.start+i+len(part))
}

// colon returns the diagnostic for a colon too many: in a text without quotes, or on a
// line that is indented so far that it continues the text before it.
func (p *yamlMistake) colon() diag.Diagnostic {
	if p.value != p.body && (strings.Contains(p.value, ": ") || strings.HasSuffix(p.value, ":")) {
		if d, ok := p.quoted(diag.SyntaxColon); ok {
			return d
		}
	}
	if d, ok := p.oddLineAbove(); ok {
		return d
	}
	return p.wrongIndentation()
}

// wrongIndentation returns the diagnostic for a line that is indented too little or too much.
func (p *yamlMistake) wrongIndentation() diag.Diagnostic {
	return diag.At(p.at(strings.TrimLeft(p.line, " \t")), diag.SyntaxIndent).WithHint(diag.AlignLine)
}

// openQuote returns the diagnostic for a text in quotes that does not end.
func (p *yamlMistake) openQuote() diag.Diagnostic {
	i := strings.IndexAny(p.value, `"'`)
	if i < 0 {
		return diag.At(p.at(p.body), diag.SyntaxError, p.words)
	}
	return diag.At(p.at(p.value[i:]), diag.SyntaxQuote).WithHint(diag.CloseQuote, p.value[i:i+1])
}

// bracket returns the diagnostic for a list that is not closed, or is cut off by a comment.
func (p *yamlMistake) bracket() diag.Diagnostic {
	if d, ok := p.quoted(diag.SyntaxBracketInText); ok {
		return d
	}
	if i := strings.Index(p.line, " #"); i >= 0 && i+2 < len(p.line) && p.line[i+2] != ' ' {
		return diag.At(p.at(p.line[i+1:]), diag.SyntaxHash).WithHint(diag.QuoteText)
	}
	if closed, ok := p.closedBracket(); ok {
		return diag.At(p.at(p.value), diag.SyntaxBracket).WithHint(diag.WriteAs, closed)
	}
	if i := strings.IndexAny(p.body, "[{"); i >= 0 {
		return diag.At(p.at(p.body[i:]), diag.SyntaxBracket)
	}
	return diag.At(p.at(p.body), diag.SyntaxBracket)
}

// behindBracket returns the diagnostic of a point or a comma behind a list or a mapping with
// several parts.
func (p *yamlMistake) behindBracket() (diag.Diagnostic, bool) {
	value, _ := splitComment([]byte(p.value))
	better := strings.TrimRight(value, " .,;")
	if better == value || better == "" || strings.IndexByte("[{", better[0]) < 0 || !hasParts(better) {
		return diag.Diagnostic{}, false
	}
	start := len(p.line) - len(p.value)
	m := mend{start, start + len(value), better}
	if !p.proves(m) {
		return diag.Diagnostic{}, false
	}
	return diag.At(p.at(value), diag.SyntaxBehindBracket).WithHint(diag.WriteAs, better), true
}

// indentation returns the diagnostic for a line where the decoder expected something
// else: there is text after a whole value, or else the indentation is wrong.
func (p *yamlMistake) indentation() diag.Diagnostic {
	if p.value != "" {
		switch first := p.value[0]; first {
		case '"', '\'':
			end := quotedEnd([]byte(p.value), 0)
			if rest := strings.TrimSpace(p.value[end:]); rest != "" && rest[0] != '#' && rest[0] != ':' {
				if d, ok := p.quoted(diag.SyntaxAfterQuote); ok {
					d.Pos = p.at(p.value[end:])
					return d
				}
				return diag.At(p.at(p.value[end:]), diag.SyntaxAfterQuote).WithHint(diag.QuoteValue, requote(p.value))
			}
		case '[', '{':
			if d, ok := p.quoted(diag.SyntaxBracketInText); ok {
				return d
			}
			return diag.At(p.at(p.value), diag.SyntaxBracket)
		default:
			if d, ok := p.asText(); ok {
				return d
			}
		}
	}
	if d, ok := p.oddItemAbove(); ok {
		return d
	}
	return p.wrongIndentation()
}

// firstCharacter returns the diagnostic for a text that begins with a character that has
// a meaning in YAML.
func (p *yamlMistake) firstCharacter() diag.Diagnostic {
	if value, ok := p.mendable(); ok {
		if d, ok := p.quoted(diag.SyntaxFirst, value[:1]); ok {
			return d
		}
	}
	value := p.value
	if value == "" || !strings.ContainsAny(value[:1], special) {
		// In a list on one line the value is further on.
		i := strings.IndexAny(value, special)
		if i < 0 && strings.ContainsAny(p.body, "[{") {
			return diag.At(p.at(p.body), diag.SyntaxBracket)
		}
		if i < 0 {
			return diag.At(p.at(p.body), diag.SyntaxError, p.words)
		}
		value = value[i:]
		if value[0] == ',' {
			return diag.At(p.at(value[:1]), diag.SyntaxCommaDouble)
		}
		return diag.At(p.at(value), diag.SyntaxFirst, value[:1]).WithHint(diag.QuoteText)
	}
	return diag.At(p.at(value), diag.SyntaxFirst, value[:1]).WithHint(diag.QuoteValue, requote(value))
}

// escaped returns the text in double quotes that a \ stands in, as far as it is on the line.
func (p *yamlMistake) escaped() string {
	for i := 0; i < len(p.value); i++ {
		if p.value[i] != '"' {
			continue
		}
		end := quotedEnd([]byte(p.value), i)
		if strings.Contains(p.value[i:end], `\`) {
			return p.value[i:end]
		}
		i = end - 1
	}
	return p.value
}
