// Package housestyle gives a site the colours and fonts of its municipality.
//
// A house style is a CSS file of design tokens of the NL Design System, custom
// properties as in
//
//	.stad-theme { --utrecht-link-color: #1a3fa8; --basis-color-info-bg-default: … }
//
// Read resolves var() and searches, for each role of the theme, the first pair of tokens
// (role.go) of which both colours are there and differ from those of other roles. Where
// their contrast is too low, text becomes black or white, and a link a darker shade of its
// colour. A list of fonts gets those of the theme behind it when it has no generic family at
// its end (font.go). The Report has every decision, and the diagnostics have those that the
// author should know of. CSS returns a stylesheet of the properties that were decided.
//
// A house style has colours for a light page. A dark page has those of the theme, with
// the accent of the municipality if its contrast is high enough there.
package housestyle

import (
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/contrast"
)

// Style is a house style that was read.
type Style struct {
	Report []Choice   // in the order of the roles
	light  []property // on a light screen
	any    []property // on every screen, and on paper
	dark   []property // on a dark screen
}

// property is a custom property of the theme.
type property struct{ name, value string }

// Choice is what was decided for one role.
type Choice struct {
	Role     Role
	From     string  // the token that it was taken from; empty for what the theme has
	Value    string  // the ink and the ground ("#ffffff / #1a3fa8"), a colour, or fonts
	Repaired bool    // whether the contrast was too low and the ink was replaced
	Before   float64 // the contrast of the tokens; 0 for what has none
	After    float64 // the contrast of Value
}

// Role is a use of colours or of fonts.
type Role string

// The roles, in the order in which they are decided.
const (
	Page    Role = "page"
	Letters Role = "letters" // the fonts of the municipality
	Voice   Role = "voice"   // the fonts of the wijk
	Accent  Role = "accent"
	Focus   Role = "focus"
	Header  Role = "header"
	Footer  Role = "footer"
	Skip    Role = "skip"
	Brand   Role = "brand" // the name of the site
	Pos     Role = "pos"
	Inf     Role = "inf"
	War     Role = "war"
	Neu     Role = "neu"
)

// Read reads a house style. What is wrong or had to be changed is in the list. The
// Style is never nil.
func Read(f *source.File) (*Style, diag.List) {
	light, dark := readTokens(f)
	r := &reader{tokens: light, style: new(Style), reported: make(map[string]bool)}
	r.page()
	r.letters()
	r.accent()
	r.planes()
	r.brand()
	r.logo()
	r.families()
	switch {
	case r.taken() || len(r.problems) > 0:
	case dark > 0:
		r.problems = append(r.problems, diag.At(f.Whole(), diag.OnlyDarkTokens))
	default:
		r.problems = append(r.problems, diag.At(f.Whole(), diag.NoTokens))
	}
	return r.style, r.problems
}

// reader reads one house style.
type reader struct {
	tokens   tokens
	style    *Style
	problems diag.List
	reported map[string]bool // the tokens that are no colours

	// what was decided
	ground, ink, header contrast.Color
	link                struct {
		token string // empty when the theme's is used
		color contrast.Color
	}
}

// taken reports whether anything was taken from the house style.
func (r *reader) taken() bool {
	for _, c := range r.style.Report {
		if c.From != "" {
			return true
		}
	}
	return false
}

func (r *reader) choose(c Choice) { r.style.Report = append(r.style.Report, c) }

// set sets a property of the theme to a colour on a light screen.
func (r *reader) set(name string, c contrast.Color) {
	r.style.light = append(r.style.light, property{"--wv-" + name, c.String()})
}

// setAny sets a property of the theme everywhere, also on paper.
func (s *Style) setAny(name, value string) { s.any = append(s.any, property{name, value}) }

// setDark sets a property of the theme to a colour on a dark screen.
func (r *reader) setDark(name string, c contrast.Color) {
	r.style.dark = append(r.style.dark, property{"--wv-" + name, c.String()})
}

// CSS returns the stylesheet. It is not in a layer, so that its rules precede those of
// the theme.
func (s *Style) CSS() []byte {
	var b []byte
	b = appendRule(b, "", s.any, "")
	b = appendRule(b, "@media screen and (prefers-color-scheme: light) {\n", s.light, "\n}")
	return appendRule(b, "@media screen and (prefers-color-scheme: dark) {\n", s.dark, "\n}")
}

// LightCSS returns the stylesheet of a document that is light everywhere, on paper too.
func (s *Style) LightCSS() []byte {
	return appendRule(appendRule(nil, "", s.any, ""), "", s.light, "")
}

// appendRule appends a rule with properties, between two texts; nothing without properties.
func appendRule(b []byte, before string, list []property, after string) []byte {
	if len(list) == 0 {
		return b
	}
	b = append(b, before...)
	b = append(b, ":root {\n"...)
	for _, p := range list {
		b = append(b, "  "+p.name+": "+p.value+";\n"...)
	}
	b = append(b, "}"...)
	return append(b, after+"\n"...)
}
