package housestyle

import (
	"bytes"
	"iter"
	"regexp"
	"strings"
	"sync"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"wijkvisie/internal/source"
)

// token is the value of a custom property as it is written, and its place.
type token struct {
	value string
	pos   source.Pos
}

// tokens is the custom properties of a stylesheet by name. The last of a name counts.
type tokens map[string]token

// readTokens returns the tokens of a stylesheet for a light page. Those for a part of a
// page, as in ".stad-theme .footer { … }", count when there are no others. It also returns
// how many there are for a dark page.
func readTokens(f *source.File) (light tokens, dark int) {
	whole, part := make(tokens), make(tokens)
	for d := range declarations(f.Data) {
		t := token{strings.TrimSpace(important().ReplaceAllString(d.value, "")), f.Pos(d.start, d.start+len(d.name))}
		switch d.scope {
		case wholePage:
			whole[d.name] = t
		case partOfPage:
			part[d.name] = t
		case darkPage:
			dark++
		}
	}
	if len(whole) == 0 {
		return part, dark
	}
	return whole, dark
}

var important = expression(`(?i)!\s*important\s*$`)

// declaration is that of a custom property in a stylesheet.
type declaration struct {
	name, value string
	start       int // of the name, in the stylesheet
	scope       scope
}

// block is what stands between braces.
type block struct {
	scope scope
	style bool // it is, or lies in, that of a selector
}

// declarations yields the declarations of custom properties of a stylesheet. They end
// where they do in a browser, which also ends what was left open.
func declarations(data []byte) iter.Seq[declaration] {
	return func(yield func(declaration) bool) {
		var (
			lexer  = css.NewLexer(parse.NewInputBytes(bytes.Clone(data)))
			open   = []block{{scope: wholePage}}
			now    statement
			offset int
		)
		// end ends a statement, and reports whether to go on.
		end := func() bool {
			d, ok := now.declaration()
			now = statement{}
			d.scope = open[len(open)-1].scope
			return !ok || yield(d)
		}
		for {
			kind, text := lexer.Next()
			switch {
			case kind == css.ErrorToken:
				end()
				return
			case now.depth > 0 || kind != css.SemicolonToken && kind != css.LeftBraceToken && kind != css.RightBraceToken,
				kind == css.LeftBraceToken && now.custom():
				now.add(kind, text, offset)
			case kind == css.LeftBraceToken:
				open = append(open, open[len(open)-1].inner(string(now.text)))
				now = statement{}
			default:
				if !end() {
					return
				}
				if kind == css.RightBraceToken && len(open) > 1 {
					open = open[:len(open)-1]
				}
			}
			offset += len(text)
		}
	}
}

// statement is what was read since the last semicolon or brace, without comments.
type statement struct {
	first css.TokenType // the first token that is no space
	start int           // of that token, in the stylesheet
	text  []byte
	depth int // the number of open brackets
}

func (s *statement) add(kind css.TokenType, text []byte, offset int) {
	switch kind {
	case css.CommentToken:
		text = []byte(" ")
	case css.LeftParenthesisToken, css.LeftBracketToken, css.FunctionToken, css.LeftBraceToken:
		s.depth++
	case css.RightParenthesisToken, css.RightBracketToken, css.RightBraceToken:
		s.depth = max(0, s.depth-1)
	}
	if len(s.text) == 0 {
		if kind == css.WhitespaceToken || kind == css.CommentToken {
			return
		}
		s.first, s.start = kind, offset
	}
	s.text = append(s.text, text...)
}

// custom reports whether the statement is the declaration of a custom property.
func (s *statement) custom() bool {
	return s.first == css.CustomPropertyNameToken && bytes.IndexByte(s.text, ':') > 0
}

func (s *statement) declaration() (declaration, bool) {
	name, value, _ := strings.Cut(string(s.text), ":")
	return declaration{name: strings.TrimSpace(name), value: value, start: s.start}, s.custom()
}

// inner returns the block that begins after a prelude: selectors, or an at-rule.
func (b block) inner(prelude string) block {
	prelude = strings.TrimSpace(prelude)
	if strings.HasPrefix(prelude, "@") {
		name, condition, _ := strings.Cut(strings.ReplaceAll(prelude, "(", " ("), " ")
		return block{max(b.scope, scopeOfRule(name, condition)), b.style}
	}
	return block{max(b.scope, scopeOfSelectors(prelude, b.style)), true}
}

// scope is what the declarations of a block are for. A block within another is for less.
type scope int

const (
	wholePage  scope = iota // a light page on a screen
	partOfPage              // an element in it
	darkPage
	elsewhere // on paper, with more contrast, …
)

// scopeOfRule returns the scope of an at-rule.
func scopeOfRule(name, condition string) scope {
	condition = strings.ToLower(condition)
	switch strings.ToLower(name) {
	case "@layer":
		return wholePage
	case "@supports":
		if strings.HasPrefix(strings.TrimSpace(condition), "not") {
			return elsewhere
		}
		return wholePage
	case "@media":
		switch {
		case strings.Contains(condition, "print"), strings.Contains(condition, "forced"), strings.Contains(condition, "contrast"):
			return elsewhere
		case isDark(condition):
			return darkPage
		}
		return wholePage
	default:
		return elsewhere
	}
}

// scopeOfSelectors returns the scope of a list of selectors, which may be nested in that of
// others.
func scopeOfSelectors(list string, nested bool) scope {
	best := elsewhere
	for _, selector := range selectors(list) {
		own, same := strings.CutPrefix(selector, "&")
		switch {
		case isDark(selector):
			best = min(best, darkPage)
		case nested && !same, combines(own):
			best = min(best, partOfPage)
		default:
			return wholePage
		}
	}
	return best
}

// selectors returns the selectors of a list.
func selectors(list string) []string {
	var all []string
	depth, start := 0, 0
	for i := range len(list) {
		switch list[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth == 0 {
				all = append(all, strings.TrimSpace(list[start:i]))
				start = i + 1
			}
		}
	}
	return append(all, strings.TrimSpace(list[start:]))
}

// combines reports whether a selector is one of elements by others around or beside them.
func combines(selector string) bool {
	depth := 0
	for i := range len(selector) {
		switch selector[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ' ', '\t', '\r', '\n', '>', '+', '~':
			if depth == 0 {
				return true
			}
		}
	}
	return false
}

var (
	// negation matches what a selector or a condition does not apply to.
	negation = expression(`:not\([^()]*\)|\bnot\b[^,]*`)
	darkWord = expression(`(^|[^a-z])dark(mode|theme)?($|[^a-z])`)
)

// isDark reports whether a selector or a condition is one of a dark page.
func isDark(s string) bool {
	return darkWord().MatchString(negation().ReplaceAllString(strings.ToLower(s), ""))
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
		t, ok := r.tokens[strings.TrimSpace(name)]
		if ok {
			with, ok = r.resolve(t.value, allowed)
		}
		if !ok && hasFallback {
			with, ok = fallback, true
		}
		if !ok {
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

// expression returns an expression that is compiled when it is first needed: most sites have
// no house style.
func expression(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
