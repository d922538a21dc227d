// Package housestyle gives a site the colours and letters of its municipality.
//
// A house style is a CSS file of design tokens of the NL Design System, custom
// properties as in
//
//	.stad-theme { --utrecht-link-color: #1a3fa8; --basis-color-info-bg-default: … }
//
// Read resolves var(), looks for each role of the theme (role.go) for the first
// complete pair of colours that differs from those of other roles, and mends
// what cannot be read: text becomes black or white. What it decided stands in
// the Report, and what the author should know in the diagnostics. CSS returns
// only what is used.
//
// A house style has colours for a light page. In the dark the site keeps its own,
// with the accent of the municipality when that can be read there.
package housestyle

import (
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/contrast"
)

// Style is a house style that was read.
type Style struct {
	Report []Choice // in the order of the roles
	light  []property
	any    []property // in the dark and on paper too
	dark   []property
}

// property is a custom property of the theme.
type property struct{ name, value string }

// Choice is what was decided for one role.
type Choice struct {
	Role   Role
	From   string // the token that it was taken from; empty when it stays as the theme has it
	Value  string // what it became: "#fff op #1a3fa8"
	Mended bool   // it had too little contrast, and was changed
	Before float64
	After  float64 // the contrast; 0 where that says nothing
}

// Role is what a colour or a letter is for.
type Role string

// The roles, in the order in which they are decided.
const (
	Page    Role = "page"
	Letters Role = "letters"
	Voice   Role = "voice" // the letters of the wijk
	Accent  Role = "accent"
	Focus   Role = "focus"
	Header  Role = "header"
	Footer  Role = "footer"
	Skip    Role = "skip"
	Pos     Role = "pos"
	Inf     Role = "inf"
	War     Role = "war"
	Neu     Role = "neu"
)

// Roles returns all roles.
func Roles() []Role {
	return []Role{Page, Letters, Voice, Accent, Focus, Header, Footer, Skip, Pos, Inf, War, Neu}
}

// Read reads a house style. What is wrong or was mended is in the list; there
// always is a Style.
func Read(f *source.File) (*Style, diag.List) {
	r := &reader{file: f, tokens: readTokens(f), style: new(Style)}
	r.page()
	r.letters()
	r.accent()
	r.planes()
	r.families()
	if !r.taken() {
		r.problems = append(r.problems, diag.At(f.Whole(), diag.NoTokens))
	}
	return r.style, r.problems
}

// reader decides role after role.
type reader struct {
	file        *source.File
	tokens      map[string]token
	style       *Style
	problems    diag.List
	ground, ink contrast.Color // of the page
}

func (r *reader) taken() bool {
	for _, c := range r.style.Report {
		if c.From != "" {
			return true
		}
	}
	return false
}

func (r *reader) choose(c Choice) { r.style.Report = append(r.style.Report, c) }

// set gives a property of the theme a colour, on a light screen.
func (r *reader) set(name string, c contrast.Color) {
	r.style.light = append(r.style.light, property{"--wv-" + name, c.String()})
}

// CSS returns the stylesheet, which stands after that of the theme. It is not in
// a layer, so that it wins from those of the theme.
func (s *Style) CSS() []byte {
	var b []byte
	rule := func(before string, list []property, after string) {
		if len(list) == 0 {
			return
		}
		b = append(b, before...)
		b = append(b, ":root {\n"...)
		for _, p := range list {
			b = append(b, "  "+p.name+": "+p.value+";\n"...)
		}
		b = append(b, "}"+after+"\n"...)
	}
	rule("", s.any, "")
	rule("@media screen and (prefers-color-scheme: light) {\n", s.light, "\n}")
	rule("@media screen and (prefers-color-scheme: dark) {\n", s.dark, "\n}")
	return b
}
