package render

import (
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// outside returns an address elsewhere as its author wrote it, empty when it is
// not one that a page may link to. Package parse reports those; that a record
// holds none of them is not for this package to trust.
func outside(address string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return address
		}
	}
	return ""
}

// IsZero tells whether there is nothing to link to.
func (l link) IsZero() bool { return l.Text == "" }

// address returns the address of a page as other pages link to it. plan begins each
// with one slash, so that the path of the site goes before it.
func address[T any](d *desk, of T, url func([]byte, T) []byte) string {
	d.scratch = url(append(d.scratch[:0], d.base...), of)
	return d.text(d.scratch)
}

// pageURL returns the address of a page as other pages link to it.
func (d *desk) pageURL(p *plan.Page) string {
	d.scratch = p.AppendURL(append(d.scratch[:0], d.base...))
	return d.text(d.scratch)
}

func (d *desk) wijkURL(w *relate.Wijk) string {
	return address(d, w, plan.AppendWijkURL)
}

func (d *desk) needURL(n *relate.Need) string {
	return address(d, n, plan.AppendNeedURL)
}

func (d *desk) commitmentURL(c *relate.Commitment) string {
	return address(d, c, plan.AppendCommitmentURL)
}

func (d *desk) wijkLink(w *relate.Wijk) link {
	return link{Text: w.Name.Value, URL: d.wijkURL(w)}
}

func (d *desk) wijkLinks(wijken []*relate.Wijk) []link {
	links := d.links.take(len(wijken))
	for i, w := range wijken {
		links[i] = d.wijkLink(w)
	}
	return links
}

func (d *desk) visionLink(v *relate.Vision) link {
	return link{Text: v.Title.Value, URL: address(d, v, plan.AppendVisionURL)}
}

func (d *desk) needLink(n *relate.Need) link {
	return link{Text: n.Main.Title.Value, URL: d.needURL(n)}
}

func (d *desk) programmeLink(p *relate.Programme) link {
	return link{Text: p.Title.Value, URL: address(d, p, plan.AppendProgrammeURL)}
}

func (d *desk) departmentLink(of *relate.Department) link {
	if of == nil {
		return link{}
	}
	return link{Text: of.Name.Value, URL: address(d, of, plan.AppendDepartmentURL)}
}

func (d *desk) themeLink(t *relate.Theme) link {
	if t == nil {
		return link{}
	}
	return link{Text: t.Name.Value, URL: address(d, t, plan.AppendThemeURL)}
}
