package housestyle

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"wijkvisie/internal/source"
)

// token is a custom property as it is written.
type token struct {
	value string
	pos   source.Pos
}

// readTokens returns the custom properties of a stylesheet, the last of a name
// first: that one counts. Those of a dark theme are left out.
func readTokens(f *source.File) map[string]token {
	tokens := make(map[string]token)
	parser := css.NewParser(parse.NewInputBytes(bytes.Clone(f.Data)), false)
	var skipped int // how deep we are in what is left out
	for {
		grammar, _, data := parser.Next()
		switch grammar {
		case css.ErrorGrammar:
			if !parser.HasParseError() {
				return tokens // the end
			}
			// One declaration is wrong; the rest can be read.
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

// lightRule tells whether what stands in a rule counts on a light screen.
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

// placeOf returns where the declaration of a property stands that ends near an
// offset.
func placeOf(f *source.File, end int, name string) source.Pos {
	end = min(max(end, 0), len(f.Data))
	start := bytes.LastIndex(f.Data[:end], []byte(name))
	if start < 0 {
		return f.Whole()
	}
	return f.Pos(start, start+len(name))
}

// mostReferences is how many properties a value may refer to, one through
// another: more is a circle, or meant to cost time.
const mostReferences = 100

// resolve returns a value with what its references stand for.
func (r *reader) resolve(value string, left *int) (string, bool) {
	for {
		at := strings.Index(value, "var(")
		if at < 0 {
			return strings.TrimSpace(value), true
		}
		end := closing(value, at+len("var("))
		if *left--; end < 0 || *left < 0 || len(value) > 4096 {
			return "", false
		}
		name, fallback, hasFallback := strings.Cut(value[at+len("var("):end], ",")
		var with string
		if t, ok := r.tokens[strings.TrimSpace(name)]; ok {
			with, ok = r.resolve(t.value, left)
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

// closing returns where the bracket closes that opened before start, -1 when it
// does not.
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

// value returns what a token stands for.
func (r *reader) value(name string) (string, bool) {
	t, ok := r.tokens[name]
	if !ok {
		return "", false
	}
	left := mostReferences
	return r.resolve(t.value, &left)
}
