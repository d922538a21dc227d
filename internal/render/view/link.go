package view

import (
	"strings"
	"sync/atomic"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// link is a link to a page.
type link struct {
	Text    string
	URL     string
	Current bool // leads to this page, or to the part of the site that it belongs to
}

// IsZero reports whether there is nothing to link to.
func (l link) IsZero() bool { return l.Text == "" }

// Href returns an address of the site as its pages link to it.
func (b *Builder) Href(address string) string {
	if b.Base != "" && strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		return b.Base + address
	}
	return address
}

// Absolute returns an address of the site with its origin, empty when the origin is
// not known.
func (b *Builder) Absolute(address string) string {
	if b.Origin == "" {
		return ""
	}
	return b.Origin + b.Href(address)
}

// FullURL returns an address of the site as it is used elsewhere: with the origin, when
// that is known.
func (b *Builder) FullURL(address string) string { return b.WithOrigin(b.Href(address)) }

// WithOrigin returns a link as pages have it, with the origin when it leads to the site.
func (b *Builder) WithOrigin(href string) string {
	if strings.HasPrefix(href, "/") {
		return b.Origin + href
	}
	return href
}

// External returns an address elsewhere as its author wrote it, empty when it is not
// one that a page may link to. Package parse reports those; that a record holds none
// of them is not for this package to trust.
func External(address string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return address
		}
	}
	return ""
}

// recordLinks are the links to the records to which most links lead, by their ordinals. Each is
// made when it is first needed.
type recordLinks struct{ wijken, needs, commitments []atomic.Pointer[link] }

func newRecordLinks(g *relate.Graph) recordLinks {
	return recordLinks{make([]atomic.Pointer[link], len(g.Wijken)), make([]atomic.Pointer[link], len(g.Needs)), make([]atomic.Pointer[link], len(g.Commitments))}
}

// linkAt returns the link at a place in recordLinks.
func linkAt(at *atomic.Pointer[link], make func() link) link {
	known := at.Load()
	if known == nil {
		made := make()
		known = &made
		at.Store(known)
	}
	return *known
}

func (b *Builder) wijkLink(w *relate.Wijk) link {
	return linkAt(&b.links.wijken[w.Ordinal], func() link { return link{Text: w.Name.Value, URL: b.Href(plan.WijkURL(w))} })
}

func (b *Builder) needLink(n *relate.Need) link {
	return linkAt(&b.links.needs[n.Ordinal], func() link { return link{Text: n.Main.Title.Value, URL: b.Href(plan.NeedURL(n))} })
}

func (b *Builder) commitmentLink(c *relate.Commitment) link {
	return linkAt(&b.links.commitments[c.Ordinal], func() link { return link{Text: c.Title.Value, URL: b.Href(plan.CommitmentURL(c))} })
}

func (b *Builder) wijkLinks(wijken []*relate.Wijk) []link {
	links := make([]link, len(wijken))
	for i, w := range wijken {
		links[i] = b.wijkLink(w)
	}
	return links
}

func (b *Builder) needLinks(needs []*relate.Need) []link {
	links := make([]link, len(needs))
	for i, n := range needs {
		links[i] = b.needLink(n)
	}
	return links
}

func (b *Builder) visionLink(v *relate.Vision) link {
	return link{Text: v.Title.Value, URL: b.Href(plan.VisionURL(v))}
}

func (b *Builder) programmeLink(p *relate.Programme) link {
	return link{Text: p.Title.Value, URL: b.Href(plan.ProgrammeURL(p))}
}

func (b *Builder) pageLink(p *relate.Page) link {
	return link{Text: p.Title.Value, URL: b.Href(plan.PageURL(p))}
}

// departmentLink returns a link to a department, none when that is nil.
func (b *Builder) departmentLink(d *relate.Department) link {
	if d == nil {
		return link{}
	}
	return link{Text: d.Name.Value, URL: b.Href(plan.DepartmentURL(d))}
}

// themeLink returns a link to a theme, none when that is nil.
func (b *Builder) themeLink(t *relate.Theme) link {
	if t == nil {
		return link{}
	}
	return link{Text: t.Name.Value, URL: b.Href(plan.ThemeURL(t))}
}
