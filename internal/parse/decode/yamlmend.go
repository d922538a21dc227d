package decode

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Most mistakes in YAML are texts that need quotes. A mend puts them around a text, and is
// proposed only when the decoder then reads the line, with that text as its value.

// mend is a text in a line that needs quotes.
type mend struct {
	start, end int    // in the line
	quoted     string // what belongs there
}

// quoted returns the diagnostic of a text that needs quotes, with the mend as its hint; not ok
// when quotes do not help.
func (p *yamlMistake) quoted(m diag.Message, args ...any) (diag.Diagnostic, bool) {
	found, ok := p.findMend()
	if !ok {
		return diag.Diagnostic{}, false
	}
	pos := p.file.Pos(p.start+found.start, p.start+found.end)
	return diag.At(pos, m, args...).WithHint(diag.QuoteValue, found.quoted).WithFix(pos, found.quoted), true
}

// asText returns the diagnostic of a value that is a text and needs quotes, whatever the
// decoder found in it; not ok when quotes do not help.
func (p *yamlMistake) asText() (diag.Diagnostic, bool) {
	value, ok := p.mendable()
	if !ok {
		return diag.Diagnostic{}, false
	}
	switch {
	case strings.ContainsAny(value[:1], `"'`):
		return p.quoted(diag.SyntaxAfterQuote)
	case strings.ContainsAny(value[:1], special):
		return p.quoted(diag.SyntaxFirst, value[:1])
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return p.quoted(diag.SyntaxColon)
	}
	return p.quoted(diag.SyntaxBracketInText)
}

// special is the characters that a text cannot begin with.
const special = "@`%!&*|>?,]}"

// mendable returns the text that needs quotes, not ok when there is none.
func (p *yamlMistake) mendable() (string, bool) {
	found, ok := p.findMend()
	return p.line[found.start:found.end], ok
}

// findMend finds the text in the line that needs quotes: the whole value, or one between
// brackets or braces.
func (p *yamlMistake) findMend() (mend, bool) {
	if strings.HasPrefix(p.value, "[") || strings.HasPrefix(p.value, "{") {
		if m, ok := p.flowMend(); ok {
			return m, true
		}
	}
	value, _ := splitComment([]byte(p.value))
	if value == "" {
		return mend{}, false
	}
	if strings.IndexByte("[{", value[0]) >= 0 && !textBehindBracket(value) {
		if _, ok := p.closedBracket(); ok || hasParts(value) {
			return mend{}, false // a list that is not closed, or not rightly
		}
	}
	start := len(p.line) - len(p.value)
	m := mend{start, start + len(value), requote(value)}
	return m, p.proves(m)
}

// textBehindBracket reports whether words follow the bracket or brace that closes the one at the
// beginning of a value, as in "[Concept] Oost": it is no list.
func textBehindBracket(value string) bool {
	end, depth := -1, 0
	for i := 0; i < len(value) && end < 0; i++ {
		switch value[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				end = i
			}
		}
	}
	return end >= 0 && end+2 < len(value) && value[end+1] == ' ' && strings.IndexByte(",]}#", value[end+2]) < 0
}

// hasParts reports whether a value that begins with a bracket or a brace has several items, or
// a key: it was meant as a list or a mapping.
func hasParts(value string) bool {
	inside, _, _ := strings.Cut(strings.ReplaceAll(value[1:], "}", "]"), "]")
	key, _, ok := strings.Cut(inside, ": ")
	return strings.Contains(inside, ", ") || ok && isKey(strings.TrimSpace(key))
}

// closedBracket returns a list or a mapping on the line with the bracket or brace that it lacks
// at its end, not ok when that does not help.
func (p *yamlMistake) closedBracket() (string, bool) {
	value, _ := splitComment([]byte(p.value))
	var open []byte
	for i := 0; i < len(value); i++ {
		switch c := value[i]; c {
		case '[':
			open = append(open, ']')
		case '{':
			open = append(open, '}')
		case ']', '}':
			if len(open) == 0 || open[len(open)-1] != c {
				return "", false
			}
			open = open[:len(open)-1]
		}
	}
	slices.Reverse(open)
	start := len(p.line) - len(p.value)
	closed := mend{start, start + len(value), value + string(open)}
	return closed.quoted, len(open) > 0 && p.proves(closed)
}

// proves reports whether a mend makes the text readable up to and with its line.
func (p *yamlMistake) proves(mends ...mend) bool {
	line, last := "", 0
	for _, m := range mends {
		line += p.line[last:m.start] + m.quoted
		last = m.end
	}
	line += p.line[last:]
	_, _, err := decodeDocuments(append(bytes.Clone(p.text[:p.offset]), line+"\n"...))
	return err == nil
}

// flowMend finds the first text between brackets or braces on the line that needs quotes. The
// others that look as if they do are quoted for the proof.
func (p *yamlMistake) flowMend() (mend, bool) {
	var mends []mend
	offset := len(p.line) - len(p.value)
	for _, t := range flowTexts(p.value) {
		text := p.value[t[0]:t[1]]
		if needsQuotes(text) {
			mends = append(mends, mend{offset + t[0], offset + t[1], quotedText(text)})
		}
	}
	if len(mends) == 0 || !p.proves(mends...) {
		return mend{}, false
	}
	return mends[0], true
}

// flowTexts returns where the texts without quotes are that stand between brackets or braces
// on a line: the items of lists, and the values of mappings.
func flowTexts(s string) [][2]int {
	var texts [][2]int
	start := -1
	add := func(end int) {
		if start < 0 {
			return
		}
		from := start
		if i := strings.Index(s[from:end], ": "); i >= 0 && isKey(strings.TrimSpace(s[from:from+i])) {
			from += i + 2
		}
		for from < end && isSpace(s[from]) {
			from++
		}
		for end > from && isSpace(s[end-1]) {
			end--
		}
		if from < end && (s[from] != '[' || textBehindBracket(s[from:end])) && s[from] != '{' {
			texts = append(texts, [2]int{from, end})
		}
		start = -1
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '[' || c == '{':
			if c == '[' && start >= 0 && opens(s[start:i]) && textBehindBracket(s[i:]) {
				i += strings.IndexByte(s[i:], ']') // as in {naam: [Concept] Oost}
			} else if start < 0 || opens(s[start:i]) {
				start = i + 1
			} else if end := strings.IndexByte(s[i:], c+2); end >= 0 { // brackets within a text; ']' is '['+2
				i += end
			}
		case c == ',' || c == ']' || c == '}':
			add(i)
			if c == ',' {
				start = i + 1
			}
		case (c == '"' || c == '\'') && start >= 0 && opens(s[start:i]):
			if end := quotedEnd([]byte(s), i); end < len(s) && closesText(s[end:]) {
				i, start = end-1, -1
			}
		}
	}
	return texts
}

// opens reports whether what stands before a place between brackets is nothing, or a key: a
// value begins there.
func opens(before string) bool {
	before = strings.TrimSpace(before)
	return before == "" || strings.HasSuffix(before, ":") && isKey(strings.TrimSuffix(before, ":"))
}

// closesText reports whether a text between brackets can end before s.
func closesText(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s == "" || strings.IndexByte(",]}:", s[0]) >= 0
}

var keyForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z][a-z0-9-]*$`) })

// isKey reports whether s looks like a key of the content.
func isKey(s string) bool { return keyForm().MatchString(s) }

// needsQuotes reports whether YAML takes a text between brackets for something else.
func needsQuotes(text string) bool {
	return strings.ContainsAny(text[:1], "@`%!&*|>?'\"#-") || strings.Contains(text, ": ") || strings.HasSuffix(text, ":") ||
		strings.Contains(text, " #") || strings.ContainsAny(text, "{[")
}

// apostrophe is how Dutch names begin that are no texts in quotes: 't Zand, 's-Hertogenbosch, '24.
var apostrophe = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^'(?:[a-zA-Z][ -]|\d)`) })

// quotedText returns a text in double quotes, in place of those that it has, or that it begins
// with and lacks at its end.
func quotedText(s string) string {
	if (s[0] == '\'' || s[0] == '"') && strings.Count(s, s[:1]) == 1 && !apostrophe().MatchString(s) && len(s) > 1 {
		return Quote(s[1:])
	}
	return requote(s)
}

// openedQuote reports the quote that begins a text on a line at or before the mistaken one,
// and is not closed on that line: the decoder stops at the next quote, however far that is.
func openedQuote(f *source.File, base int, text []byte, mistaken int) (diag.Diagnostic, bool) {
	for start := 0; start <= mistaken; {
		_, next := Line(text, start)
		line, _, value := lineParts(text, start)
		if value != "" && (value[0] == '\'' || value[0] == '"') && !closedOnLine(value) {
			p := &yamlMistake{file: f, text: text, start: base + start, offset: start, line: line, value: value}
			whole, _ := splitComment([]byte(value))
			m := mend{len(line) - len(value), len(line) - len(value) + len(whole), Quote(whole)}
			if !p.proves(m) {
				return diag.Diagnostic{}, false
			}
			pos := f.Pos(p.start+m.start, p.start+m.end)
			if apostrophe().MatchString(value) {
				return diag.At(pos, diag.SyntaxApostrophe).WithHint(diag.QuoteValue, m.quoted).WithFix(pos, m.quoted), true
			}
			return diag.At(pos, diag.SyntaxQuote).WithHint(diag.QuoteValue, Quote(withoutQuotes(whole))), true
		}
		if next == start {
			break
		}
		start = next
	}
	return diag.Diagnostic{}, false
}

// withoutQuotes returns a text without the quotes that it begins with, and another one that it ends
// with and that was meant to close it.
func withoutQuotes(s string) string {
	s = strings.TrimLeft(s, s[:1])
	for _, quote := range []string{`"`, "'", "”"} {
		if strings.HasSuffix(s, quote) && strings.Count(s, quote) == 1 {
			return strings.TrimSuffix(s, quote)
		}
	}
	return s
}

// closedOnLine reports whether the quote that begins a value is closed in it.
func closedOnLine(value string) bool {
	end := quotedEnd([]byte(value), 0)
	return end > 1 && value[end-1] == value[0] && (end < len(value) || closedBy(value))
}

// closedBy reports whether the last character of a value in quotes closes it, and is no escape.
func closedBy(value string) bool {
	return quotedEnd([]byte(value+" "), 0) == len(value)
}
