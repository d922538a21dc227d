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
		{"--ams-body-background-color", "--ams-color-text"},
	}
}

// familyPairs returns the pairs for a family of statuses, the best first. Those whose
// names end in "active" are not among them: in the house styles that are in use they
// equal those of "success".
func familyPairs(role Role) []pair {
	switch role {
	case Pos:
		return []pair{badge("utrecht-status-badge-success"), badge("utrecht-status-badge-safe"), badge("todo-status-badge-positive"),
			basis("positive"), badge("utrecht-alert-ok"), badge("ams-badge")}
	case Inf:
		return []pair{badge("todo-status-badge-informative"), basis("info"), badge("utrecht-alert-info"), badge("ams-badge-azure")}
	case War:
		return []pair{badge("utrecht-status-badge-warning"), badge("todo-status-badge-warning"), basis("warning"), badge("utrecht-alert-warning"), badge("ams-badge-orange")}
	default:
		return []pair{badge("utrecht-status-badge"), badge("utrecht-status-badge-neutral"), badge("todo-status-badge-neutral"), basis("default"), badge("nl-data-badge")}
	}
}

// color returns the colour of a token, as it is seen on a ground. One that is wholly
// transparent is that ground when it may be clear, else it is none. A value that is no
// colour is reported.
func (r *reader) color(name string, ground contrast.Color, clear bool) (contrast.Color, bool) {
	value, ok := r.value(name)
	if !ok || ofOthers(value) {
		return contrast.Color{}, false
	}
	c, ok := contrast.Parse(value)
	if !ok {
		r.unknown(name, value)
		return contrast.Color{}, false
	}
	return c.Over(ground), c.A > 0 || clear
}

// ofOthers reports whether a value is no colour, but says to take that of something else.
func ofOthers(value string) bool {
	switch strings.ToLower(value) {
	case "", "inherit", "initial", "unset", "revert", "revert-layer", "currentcolor", "none", "auto":
		return true
	}
	return false
}

// unknown reports a token whose value is no colour that is understood, once.
func (r *reader) unknown(name, value string) {
	if r.reported[name] {
		return
	}
	r.reported[name] = true
	d := diag.At(r.tokens[name].pos, diag.ColorUnknown, name, shortened(value))
	if nextToken().MatchString(value) {
		d = diag.At(r.tokens[name].pos, diag.SemicolonMissing, name)
	}
	r.problems = append(r.problems, d)
}

// nextToken matches a value that holds the token after it.
var nextToken = expression(`--[\w-]+\s*:`)

// shortened returns a value on one line, of at most some length.
func shortened(value string) string {
	value = strings.Join(strings.Fields(value), " ")
	if runes := []rune(value); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return value
}

// found is a pair with its colours.
type found struct {
	pair
	ground, ink contrast.Color
}

// first returns the first pair of which both colours are there and that fits. A ground may
// be clear: then it is that of the page.
func (r *reader) first(pairs []pair, clear bool, fits func(found) bool) (found, bool) {
	for _, p := range pairs {
		ground, ok := r.color(p.ground, r.ground, clear)
		if !ok {
			continue
		}
		ink, ok := r.color(p.ink, ground, false)
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

// page decides the ground and the ink of the page, and the colours between them.
func (r *reader) page() {
	r.ground = contrast.White // under a page that can be seen through
	f, ok := r.first(pagePairs(), true, nil)
	if !ok {
		r.ground, r.ink = ownColor("ground"), ownColor("ink")
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

// accent decides the colours of links and of the focus.
func (r *reader) accent() {
	name := r.tokenOf("--utrecht-link-color", "--basis-color-action-2-color-default", "--basis-color-action-1-color-default", "--basis-color-accent-1-color-default", "--ams-links-color")
	if link, ok := r.color(name, r.ground, false); ok {
		link = r.seen(Accent, name, link, contrast.Text, r.towardsInk(link, contrast.Text))
		r.setAccent(link)
		r.link.token, r.link.color = name, link
		if contrast.Ratio(link, ownDark()) >= contrast.Text {
			r.setDark("accent", link)
			r.setDark("on-accent", onAccent(link))
		}
	} else {
		r.own(Accent)
		if link := ownColor("accent"); contrast.Ratio(link, r.ground) < contrast.Text { // on the page of the house style
			r.setAccent(r.towardsInk(link, contrast.Text))
		}
	}
	name = r.tokenOf("--utrecht-focus-outline-color", "--basis-focus-outline-color")
	if ring, ok := r.color(name, r.ground, false); ok {
		r.set("focus", r.seen(Focus, name, ring, contrast.Mark, r.ink))
	} else {
		r.own(Focus)
	}
}

func (r *reader) setAccent(c contrast.Color) {
	r.set("accent", c)
	r.set("on-accent", onAccent(c))
}

// onAccent returns the colour of text on the accent: white, unless only black can be read.
func onAccent(c contrast.Color) contrast.Color {
	if contrast.Ratio(contrast.White, c) >= contrast.Text {
		return contrast.White
	}
	return contrast.Black
}

// seen returns the colour of a token that lies on the page: another one when it has less
// contrast than least. It adds the choice to the report.
func (r *reader) seen(role Role, name string, c contrast.Color, least float64, other contrast.Color) contrast.Color {
	before := contrast.Ratio(c, r.ground)
	choice := Choice{Role: role, From: name, Before: before, After: before}
	if before < least {
		choice.Repaired, choice.After = true, contrast.Ratio(other, r.ground)
		r.warn(name, c, found{pair{name, name}, r.ground, other}, before, choice.After)
		c = other
	}
	choice.Value = c.String()
	r.choose(choice)
	return c
}

// towardsInk returns a colour with as much of the lightness of the page's ink as contrast
// needs: a blue link that is too light becomes a darker blue, and not black.
func (r *reader) towardsInk(c contrast.Color, least float64) contrast.Color {
	from, to := c.Lightness(), r.ink.Lightness()
	for part := 0.0; part <= 1; part += 0.02 {
		if d := c.WithLightness(from+(to-from)*part, 0); contrast.Ratio(d, r.ground) >= least {
			return d
		}
	}
	return r.ink
}

// What chroma means: below tinted a colour is grey, from coloured on people give its hue a
// name, and a bar of vivid colour is told from bars of other hues.
const (
	tinted   = 0.015
	coloured = 0.065
	vivid    = 0.09
)

// brand decides the colour of the name of the site: the first token that is coloured and can
// be read in the header. A header that is coloured itself needs none.
func (r *reader) brand() {
	if r.header.Chroma() >= coloured {
		return
	}
	for _, name := range []string{
		"--utrecht-heading-1-color", "--utrecht-heading-color", "--basis-heading-color", "--utrecht-page-footer-background-color",
		"--basis-color-accent-1-color-default", "--ams-logo-title-color", r.link.token,
	} {
		c, ok := r.color(name, r.ground, false)
		if name == r.link.token {
			c = r.link.color
		}
		if !ok || c.Chroma() < coloured {
			continue
		}
		if ratio := contrast.Ratio(c, r.header); ratio >= contrast.Text {
			r.choose(Choice{Role: Brand, From: name, Value: c.String(), Before: ratio, After: ratio})
			r.set("brand", c)
			if contrast.Ratio(c, ownDark()) >= contrast.Text {
				r.setDark("brand", c)
			}
			return
		}
	}
	r.own(Brand)
}

// logo decides the ground of the logo, also on dark screens and on paper: that of the header.
func (r *reader) logo() {
	if r.taken() {
		r.style.setAny("--wv-logo-bg", r.header.String())
	}
}

// tokenOf returns the first token that is a colour.
func (r *reader) tokenOf(names ...string) string {
	for _, name := range names {
		if _, ok := r.color(name, r.ground, false); ok {
			return name
		}
	}
	return ""
}

// planes decides the colours of the header, the footer and the skip link.
func (r *reader) planes() {
	r.header = r.ground
	for _, p := range []struct {
		role  Role
		name  string
		pairs []pair
	}{
		{Header, "header", []pair{badge("utrecht-page-header"), badge("utrecht-page-header-content")}},
		{Footer, "footer", []pair{badge("utrecht-page-footer"), badge("utrecht-page-footer-content"),
			{"--ams-page-footer-spotlight-background-color", "--ams-color-text-inverse"}}},
		{Skip, "skip", []pair{badge("utrecht-skip-link"), {"--utrecht-skip-link-focus-background-color", "--utrecht-skip-link-focus-color"}, badge("ams-skip-link")}},
	} {
		f, ok := r.first(p.pairs, true, nil)
		if !ok {
			r.own(p.role)
			continue
		}
		r.readable(p.role, &f, contrast.Text)
		r.set(p.name+"-bg", f.ground)
		r.set(p.name+"-ink", f.ink)
		if p.role == Header {
			r.header = f.ground
		}
	}
}

// families decides the colours of the statuses. No two have the same ground.
func (r *reader) families() {
	var used []contrast.Color
	for _, role := range []Role{Pos, Inf, War, Neu} {
		f, ok := r.first(familyPairs(role), false, func(f found) bool {
			if role == Neu && (f.ground.Chroma() > coloured || f.ink.Chroma() > coloured) {
				return false
			}
			for _, u := range used {
				if u.String() == f.ground.String() {
					return false
				}
			}
			return true
		})
		if !ok {
			r.own(role)
			if fill := ownColor(string(role) + "-fill"); contrast.Ratio(fill, r.ground) < contrast.Mark { // on the page of the house style
				r.set(string(role)+"-fill", r.towardsInk(fill, contrast.Mark))
			}
			continue
		}
		used = append(used, f.ground)
		r.readable(role, &f, contrast.Text)
		r.set(string(role)+"-bg", f.ground)
		r.set(string(role)+"-ink", f.ink)
		r.set(string(role)+"-fill", r.fill(role, f))
	}
}

// hatching is the least contrast between the stripes of a bar and their ground.
const hatching = 1.7

// fill returns the colour of marks and bars: the one of the pair with the most contrast on
// the page. Ink without a hue would make all bars alike; then it is the ground of the pair,
// with as much of the lightness of the page's ink as contrast needs.
func (r *reader) fill(role Role, f found) contrast.Color {
	if f.ink.Chroma() >= tinted*2 || role == Neu && f.ink != contrast.Black && f.ink != contrast.White {
		if ink := contrast.Ratio(f.ink, r.ground); ink >= contrast.Mark {
			if ink >= contrast.Ratio(f.ground, r.ground) {
				return f.ink
			}
			return f.ground
		}
	}
	chroma := 0.0
	if role != Neu && f.ground.Chroma() >= tinted {
		chroma = vivid
	}
	from, to := f.ground.Lightness(), r.ink.Lightness()
	for part := 0.0; part < 1; part += 0.05 {
		c := f.ground.WithLightness(from+(to-from)*part, chroma)
		if contrast.Ratio(c, r.ground) >= contrast.Mark && contrast.Ratio(c, f.ground) >= hatching {
			return c
		}
	}
	return r.ink
}

// decimals returns a contrast with two decimals: 2.80.
func decimals(ratio float64) string { return strconv.FormatFloat(ratio, 'f', 2, 64) }
