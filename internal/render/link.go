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

func (r *Renderer) wijkLink(w *relate.Wijk) link {
	return link{Text: w.Name.Value, URL: r.href(plan.WijkURL(w))}
}

func (r *Renderer) visionLink(v *relate.Vision) link {
	return link{Text: v.Title.Value, URL: r.href(plan.VisionURL(v))}
}

func (r *Renderer) needLink(n *relate.Need) link {
	return link{Text: n.Main.Title.Value, URL: r.href(plan.NeedURL(n))}
}

func (r *Renderer) programmeLink(p *relate.Programme) link {
	return link{Text: p.Title.Value, URL: r.href(plan.ProgrammeURL(p))}
}

func (r *Renderer) departmentLink(d *relate.Department) link {
	if d == nil {
		return link{}
	}
	return link{Text: d.Name.Value, URL: r.href(plan.DepartmentURL(d))}
}

func (r *Renderer) themeLink(t *relate.Theme) link {
	if t == nil {
		return link{}
	}
	return link{Text: t.Name.Value, URL: r.href(plan.ThemeURL(t))}
}
