package lsp

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// link is a link in the Markdown of a document, or the id that a heading has.
type link struct {
	start, end int
	dest       string // of a heading empty
	heading    string // its id
}

// linkAt returns the link at an offset of a document.
func linkAt(d *document, offset int) (link, bool) {
	f := source.NewFile(d.name, []byte(d.text.data))
	if kind, ok := d.kind(); !ok || kind.Folder == "" {
		return link{}, false
	}
	front, _, ok := decode.Find(f)
	if !ok || offset < front.Body {
		return link{}, false
	}
	body := markdown.Parse(f.Pos(front.Body, len(f.Data)), markdown.Options{})
	in := func(p source.Pos) bool { return p.Start <= offset && offset <= p.End }
	for _, l := range body.Links {
		if in(l.Pos) || in(l.Dest.Pos) {
			return link{start: l.Pos.Start, end: l.Pos.End, dest: l.Dest.Value}, true
		}
	}
	for _, i := range body.Images {
		if in(i.Pos) {
			return link{start: i.Pos.Start, end: i.Pos.End, dest: i.Dest.Value}, true
		}
	}
	for _, h := range body.Headings {
		if h.Explicit && in(h.IDPos) {
			return link{start: h.IDPos.Start, end: h.IDPos.End, heading: h.ID}, true
		}
	}
	return link{}, false
}

// linkTarget returns where a link in a document leads, not ok when that is no file of the
// content. The zero Pos is the beginning of the file with the name.
func (c *Content) linkTarget(d *document, l link) (name string, pos source.Pos, ok bool) {
	if l.heading != "" {
		pos := c.needIn(d.name, l.heading)
		return pos.Path(), pos, !pos.IsZero()
	}
	to := city.ParseTarget(d.name, l.dest)
	switch to.Kind {
	case city.TargetAnchor:
		to.Path = d.name
	case city.TargetContent:
	default:
		return "", pos, false
	}
	if slices.Contains(c.Media, to.Path) {
		return to.Path, pos, true
	}
	r, known := c.Index.File(to.Path)
	if !known {
		if r, known = c.Index.FormerFile(to.Path); !known {
			return "", pos, false
		}
	}
	if to.Anchor == "" {
		return r.File.Path, r.FirstLine, true
	}
	if need := c.needIn(r.File.Path, to.Anchor); !need.IsZero() {
		return need.Path(), need, true
	}
	if r.Body != nil {
		for _, h := range r.Body.Headings {
			if h.ID == to.Anchor {
				return h.Pos.Path(), h.Pos, true
			}
		}
	}
	return r.File.Path, r.FirstLine, true
}

// needIn returns where a need is written in a vision, by its id; the zero Pos when it is not.
func (c *Content) needIn(name, id string) source.Pos {
	for _, wijk := range c.Index.Wijken.IDs() {
		for _, v := range c.Index.Visions(wijk) {
			if v.File.Path != name {
				continue
			}
			for _, n := range v.Needs {
				if n.ID.Value == id {
					return n.ID.Pos
				}
			}
		}
	}
	return source.Pos{}
}

// linkTitle returns what a link leads to, in Markdown; empty when that is not known.
func (c *Content) linkTitle(d *document, l link, lang diag.Lang) string {
	name, pos, ok := c.linkTarget(d, l)
	if !ok {
		return ""
	}
	if id := string(pos.Bytes()); id != "" && c.needIn(name, id) == pos {
		for _, wijk := range c.Index.Wijken.IDs() {
			if slices.ContainsFunc(c.Index.Visions(wijk), func(v *city.Vision) bool { return v.File.Path == name }) {
				return c.describeNeed(wijk+"/"+id, lang)
			}
		}
	}
	kind, ok := parse.KindOf(name)
	if !ok {
		return titled(name)
	}
	id := strings.TrimSuffix(strings.TrimPrefix(name, kind.Folder+"/"), ".md")
	switch kind.Name {
	case "wijk":
		w, _, _ := c.Index.Wijken.Find(id)
		return titled(w.Name.Value)
	case "dienst":
		r, _, _ := c.Index.Departments.Find(id)
		return titled(r.Name.Value)
	case "programma":
		r, _, _ := c.Index.Programmes.Find(id)
		return titled(r.Title.Value)
	case "pagina":
		r, _, _ := c.Index.Pages.Find(id)
		return titled(r.Title.Value)
	}
	return titled(name)
}
