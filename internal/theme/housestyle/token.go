package housestyle

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"wijkvisie/internal/source"
)

// token is the value of a custom property as it is written, and its place.
type token struct {
	value string
	pos   source.Pos
}

// readTokens returns the custom properties of a stylesheet by name. The last of a name
// counts. Those of a dark theme are not among them.
func readTokens(f *source.File) map[string]token {
	tokens := make(map[string]token)
	parser := css.NewParser(parse.NewInputBytes(bytes.Clone(f.Data)), false)
	var skipped int // the number of open blocks that do not count
	for {
		grammar, _, data := parser.Next()
		switch grammar {
		case css.ErrorGrammar:
			if !parser.HasParseError() {
				return tokens // the end
			}
			// One declaration is wrong; the parser goes on with the next.
		case css.BeginAtRuleGrammar:
			if skipped > 0 || !lightRule(string(data), text(parser.Values())) {
				skipped++
			}
		case css.BeginRulesetGrammar:
			if skipped > 0 || strings.Contains(text(parser.Values()), "dark") {
				skipped++
			}
		case css.EndAtRuleGrammar, css.EndRulesetGrammar:
			skipped = max(0, skipped-1)
		case css.CustomPropertyGrammar:
			if skipped > 0 {
				continue
			}
			value := strings.TrimSpace(strings.TrimSuffix(text(parser.Values()), "!important"))
			tokens[string(data)] = token{value, placeOf(f, parser.Offset(), string(data))}
		}
	}
}

// lightRule reports whether the contents of an at-rule count on a light screen.
func lightRule(name, condition string) bool {
	switch strings.ToLower(name) {
	case "@layer", "@supports":
		return true
	case "@media":
		c := strings.ToLower(condition)
		return !strings.Contains(c, "dark") && !strings.Contains(c, "print") && !strings.Contains(c, "forced")
	default:
		return false
	}
}

func text(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return b.String()
}

// placeOf returns the place of the last occurrence of a name before an offset.
func placeOf(f *source.File, end int, name string) source.Pos {
	end = min(max(end, 0), len(f.Data))
	start := bytes.LastIndex(f.Data[:end], []byte(name))
	if start < 0 {
		return f.Whole()
	}
	return f.Pos(start, start+len(name))
}

// maxReferences is the number of references that a value may have, directly or not.
// More are a circle, or an attack.
const maxReferences = 100

// resolve returns a value with every var() replaced. It takes the references that it
// follows from those that are allowed.
func (r *reader) resolve(value string, allowed *int) (string, bool) {
	for {
		at := strings.Index(value, "var(")
		if at < 0 {
			return strings.TrimSpace(value), true
		}
		end := closing(value, at+len("var("))
		if *allowed--; end < 0 || *allowed < 0 || len(value) > 4096 {
			return "", false
		}
		name, fallback, hasFallback := strings.Cut(value[at+len("var("):end], ",")
		var with string
		if t, ok := r.tokens[strings.TrimSpace(name)]; ok {
			with, ok = r.resolve(t.value, allowed)
			if !ok {
				return "", false
			}
		} else if hasFallback {
			with = fallback
		} else {
			return "", false
		}
		value = value[:at] + with + value[end+1:]
	}
}

// closing returns the index of the bracket that closes the one before start; -1 when
// there is none.
func closing(s string, start int) int {
	depth := 1
	for i := start; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// value returns the value of a token, with every var() replaced.
func (r *reader) value(name string) (string, bool) {
	t, ok := r.tokens[name]
	if !ok {
		return "", false
	}
	allowed := maxReferences
	return r.resolve(t.value, &allowed)
}
