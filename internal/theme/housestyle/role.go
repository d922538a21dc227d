package housestyle

import (
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme/contrast"
)

// pair is the names of the tokens of a ground and of the ink on it.
type pair struct{ ground, ink string }

// badge returns the pair of a component, as most components name theirs.
func badge(name string) pair { return pair{"--" + name + "-background-color", "--" + name + "-color"} }

// basis returns the pair of a family of colours among the basis tokens.
func basis(name string) pair {
	return pair{"--basis-color-" + name + "-bg-default", "--basis-color-" + name + "-color-default"}
}

// pagePairs returns the pairs for the page, the best first.
func pagePairs() []pair {
	return []pair{
		badge("utrecht-document"), badge("utrecht-body"), badge("utrecht-page"), badge("utrecht-page-body"),
		{"--basis-color-default-bg-document", "--basis-color-default-color-document"},
		{"--basis-color-default-bg-document", "--basis-color-default-color-default"},
		basis("default"),
	}
}

// familyPairs returns the pairs for a family of statuses, the best first. Those whose
// names end in "active" are not among them: in the house styles that are in use they
// equal those of "success".
func familyPairs(role Role) []pair {
	switch role {
	case Pos:
		return []pair{badge("utrecht-status-badge-success"), badge("utrecht-status-badge-safe"), badge("todo-status-badge-positive"),
			basis("positive"), badge("utrecht-alert-ok")}
	case Inf:
		return []pair{badge("todo-status-badge-informative"), basis("info"), badge("utrecht-alert-info")}
	case War:
		return []pair{badge("utrecht-status-badge-warning"), badge("todo-status-badge-warning"), basis("warning"), badge("utrecht-alert-warning")}
	default:
		return []pair{badge("utrecht-status-badge"), badge("utrecht-status-badge-neutral"), badge("todo-status-badge-neutral"), basis("default"), badge("nl-data-badge")}
	}
}

// color returns the colour of a token, as it is seen on a ground.
func (r *reader) color(name string, ground contrast.Color) (contrast.Color, bool) {
	value, ok := r.value(name)
	if !ok {
		return contrast.Color{}, false
	}
	c, ok := contrast.Parse(value)
	if !ok || c.A == 0 { // a token that is transparent says nothing
		return contrast.Color{}, false
	}
	return c.Over(ground), true
}

// found is a pair with its colours.
type found struct {
	pair
	ground, ink contrast.Color
}

// first returns the first pair of which both colours are there and that fits.
func (r *reader) first(pairs []pair, fits func(found) bool) (found, bool) {
	for _, p := range pairs {
		ground, ok := r.color(p.ground, r.ground)
		if !ok {
			continue
		}
		ink, ok := r.color(p.ink, ground)
		if f := (found{p, ground, ink}); ok && (fits == nil || fits(f)) {
			return f, true
		}
	}
	return found{}, false
}

// readable replaces the ink of a pair that has less contrast than least, and adds the
// choice to the report.
func (r *reader) readable(role Role, f *found, least float64) {
	before := contrast.Ratio(f.ink, f.ground)
	c := Choice{Role: role, From: f.pair.ground, Before: before, After: before}
	if before < least {
		was := f.ink
		f.ink = contrast.BlackOrWhite(f.ground)
		c.Repaired, c.After = true, contrast.Ratio(f.ink, f.ground)
		r.warn(f.pair.ink, was, *f, before, c.After)
	}
	c.Value = f.ink.String() + " / " + f.ground.String()
	r.choose(c)
}

// warn adds a diagnostic for a pair with too little contrast, at the token of its ink.
func (r *reader) warn(name string, was contrast.Color, f found, before, after float64) {
	r.problems = append(r.problems, diag.At(r.tokens[name].pos, diag.ContrastLow, was.String(), f.ground.String(), decimals(before)).
		WithHint(diag.ContrastRepaired, f.ink.String(), decimals(after)))
}

// own adds to the report that a role has what the theme has.
func (r *reader) own(role Role) { r.choose(Choice{Role: role}) }

// ownPage returns the colours of the page in the theme, those of style.css.
func ownPage() (ground, ink contrast.Color) {
	ground, _ = contrast.Parse("#fbf8f1")
	ink, _ = contrast.Parse("#1d1a16")
	return ground, ink
}

// ownDark returns the ground of a dark page in the theme.
func ownDark() contrast.Color {
	c, _ := contrast.Parse("#171512")
	return c
}

// page decides the ground and the ink of the page, and the colours between them.
func (r *reader) page() {
	r.ground, r.ink = ownPage()
	paper := r.ground
	r.ground = contrast.White // under a translucent page
	f, ok := r.first(pagePairs(), nil)
	if !ok {
		r.ground = paper
		r.own(Page)
		return
	}
	r.readable(Page, &f, contrast.Text)
	r.ground, r.ink = f.ground, f.ink
	tint := contrast.Mix(r.ground, r.ink, 0.06)
	for part := 0.05; contrast.Ratio(r.ink, tint) < contrast.Text; part -= 0.01 {
		tint = contrast.Mix(r.ground, r.ink, max(0, part)) // where ink and ground hardly contrast
	}
	muted := r.ink
	for part := 0.70; part < 1; part += 0.05 {
		if m := contrast.Mix(r.ground, r.ink, part); contrast.Ratio(m, tint) >= contrast.Text {
			muted = m
			break
		}
	}
	r.set("ground", r.ground)
	r.set("ink", r.ink)
	r.set("tint", tint)
	r.set("muted", muted)
	r.set("line", contrast.Mix(r.ground, r.ink, 0.2))
	r.set("rule", r.ink)
}

// letters decides the fonts of the municipality and of the wijk.
func (r *reader) letters() {
	sans, from := r.family("--utrecht-document-font-family", "--utrecht-body-font-family", "--basis-text-font-family-default")
	if from != "" {
		r.style.any = append(r.style.any, property{"--wv-sans", sans})
	}
	r.choose(Choice{Role: Letters, From: from, Value: sans})
	voice, from := r.family("--utrecht-heading-font-family", "--basis-heading-font-family", "--utrecht-document-font-family", "--utrecht-body-font-family", "--basis-text-font-family-default")
	if from != "" {
		r.style.any = append(r.style.any, property{"--wv-serif", voice})
	}
	r.choose(Choice{Role: Voice, From: from, Value: voice})
}

// family returns the first token that is a list of fonts; value is empty when none is.
// As it is written into a stylesheet, it has no other characters than such lists need.
func (r *reader) family(names ...string) (value, from string) {
	for _, name := range names {
		value, ok := r.value(name)
		if !ok || value == "" || len(value) > 500 || strings.Count(value, `"`)%2 != 0 || strings.Count(value, "'")%2 != 0 {
			continue
		}
		fine := func(c rune) bool {
			return c == ' ' || c == ',' || c == '-' || c == '_' || c == '"' || c == '\'' || c == '.' ||
				c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 0x9f
		}
		if strings.IndexFunc(value, func(c rune) bool { return !fine(c) }) < 0 {
			return value, name
		}
	}
	return "", ""
}

// accent decides the colours of links and of the focus.
func (r *reader) accent() {
	accent := pair{r.tokenOf("--utrecht-link-color", "--basis-color-action-2-color-default", "--basis-color-action-1-color-default", "--basis-color-accent-1-color-default"), ""}
	focusGround := r.ink
	if ink, ok := r.color(accent.ground, r.ground); ok {
		before := contrast.Ratio(ink, r.ground)
		c := Choice{Role: Accent, From: accent.ground, Before: before, After: before}
		if before < contrast.Text {
			f := found{pair{accent.ground, accent.ground}, r.ground, r.ink}
			c.Repaired, c.After = true, contrast.Ratio(r.ink, r.ground)
			r.warn(accent.ground, ink, f, before, c.After)
			ink = r.ink
		}
		c.Value = ink.String()
		r.choose(c)
		r.set("accent", ink)
		r.set("on-accent", contrast.BlackOrWhite(ink))
		if contrast.Ratio(ink, ownDark()) >= contrast.Text {
			r.style.dark = append(r.style.dark, property{"--wv-accent", ink.String()}, property{"--wv-on-accent", contrast.BlackOrWhite(ink).String()})
		}
	} else {
		r.own(Accent)
	}
	name := r.tokenOf("--utrecht-focus-outline-color", "--basis-focus-outline-color")
	ring, ok := r.color(name, r.ground)
	if !ok {
		r.own(Focus)
		return
	}
	before := contrast.Ratio(ring, r.ground)
	c := Choice{Role: Focus, From: name, Before: before, After: before}
	if before < contrast.Mark {
		f := found{pair{name, name}, r.ground, focusGround}
		c.Repaired, c.After = true, contrast.Ratio(focusGround, r.ground)
		r.warn(name, ring, f, before, c.After)
		ring = focusGround
	}
	c.Value = ring.String()
	r.choose(c)
	r.set("focus", ring)
}

// tokenOf returns the first token that is a colour.
func (r *reader) tokenOf(names ...string) string {
	for _, name := range names {
		if _, ok := r.color(name, r.ground); ok {
			return name
		}
	}
	return ""
}

// planes decides the colours of the header, the footer and the skip link.
func (r *reader) planes() {
	for _, p := range []struct {
		role  Role
		name  string
		pairs []pair
	}{
		{Header, "header", []pair{badge("utrecht-page-header"), badge("utrecht-page-header-content")}},
		{Footer, "footer", []pair{badge("utrecht-page-footer"), badge("utrecht-page-footer-content")}},
		{Skip, "skip", []pair{badge("utrecht-skip-link"), {"--utrecht-skip-link-focus-background-color", "--utrecht-skip-link-focus-color"}}},
	} {
		f, ok := r.first(p.pairs, nil)
		if !ok {
			r.own(p.role)
			continue
		}
		r.readable(p.role, &f, contrast.Text)
		r.set(p.name+"-bg", f.ground)
		r.set(p.name+"-ink", f.ink)
	}
}

// families decides the colours of the statuses. No two have the same ground.
func (r *reader) families() {
	var used []contrast.Color
	for _, role := range []Role{Pos, Inf, War, Neu} {
		f, ok := r.first(familyPairs(role), func(f found) bool {
			for _, u := range used {
				if u.String() == f.ground.String() {
					return false
				}
			}
			return true
		})
		if !ok {
			r.own(role)
			continue
		}
		used = append(used, f.ground)
		r.readable(role, &f, contrast.Text)
		r.set(string(role)+"-bg", f.ground)
		r.set(string(role)+"-ink", f.ink)
		r.set(string(role)+"-fill", r.fill(f))
	}
}

// hatching is the least contrast between the stripes of a bar and their ground.
const hatching = 1.7

// fill returns the colour of marks and bars: the one of the pair with the most contrast
// on the page. Ink that is black or white would make all bars alike; then it is the
// ground of the pair, mixed with as much of the page's ink as contrast needs.
func (r *reader) fill(f found) contrast.Color {
	if black := f.ink == contrast.Black || f.ink == contrast.White; !black && contrast.Ratio(f.ink, r.ground) >= contrast.Mark {
		if contrast.Ratio(f.ink, r.ground) >= contrast.Ratio(f.ground, r.ground) {
			return f.ink
		}
		return f.ground
	}
	for part := 0.0; part < 1; part += 0.1 {
		c := contrast.Mix(f.ground, r.ink, part)
		if contrast.Ratio(c, r.ground) >= contrast.Mark && contrast.Ratio(c, f.ground) >= hatching {
			return c
		}
	}
	return r.ink
}

// decimals returns a contrast with two decimals: 2.80.
func decimals(ratio float64) string { return strconv.FormatFloat(ratio, 'f', 2, 64) }
