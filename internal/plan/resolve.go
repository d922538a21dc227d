package plan

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Resolve returns the address that dest, where a link in the content file at from goes,
// leads to. It is not ok when there is nothing to go to: the target is hidden, or is not
// there at all. An anchor in the same file is returned as it is.
func (s *Site) Resolve(from, dest string) (href string, ok bool) {
	l := city.ParseTarget(from, dest)
	switch l.Kind {
	case city.TargetExternal:
		return dest, true
	case city.TargetAnchor:
		return "#" + s.anchor(s.pageOf(from), l.Anchor), true
	case city.TargetContent:
		url, ok := s.urlOf(l.Path)
		if !ok || l.Anchor == "" {
			return url, ok
		}
		page := s.Page(url)
		return url + "#" + prefix(page, l.Anchor) + s.anchor(page, l.Anchor), true
	case city.TargetSite:
		url, ok := s.existing(l.Path)
		return url + hash(l.Anchor), ok
	default:
		return "", false
	}
}

// pageOf returns the page of a path in the content folder, nil when there is none.
func (s *Site) pageOf(path string) *Page {
	url, ok := s.urlOf(path)
	if !ok {
		return nil
	}
	return s.Page(url)
}

// anchor returns what an anchor in the file of a page is called now: a need or a
// commitment may have had another id before.
func (s *Site) anchor(p *Page, anchor string) string {
	switch {
	case p == nil:
	case p.Kind == Vision:
		for _, a := range p.Vision.Needs {
			if wasCalled(a.Former, anchor) && !hasNeed(p.Vision, anchor) {
				return a.ID.Value
			}
		}
	case p.Kind == Programme:
		for _, c := range p.Programme.Commitments {
			if wasCalled(c.Former, anchor) {
				return c.ID.Value
			}
		}
	}
	return anchor
}

func wasCalled(former []source.Text, id string) bool {
	return slices.ContainsFunc(former, func(old source.Text) bool { return old.Value == id })
}

func hasNeed(v *relate.Vision, id string) bool {
	return slices.ContainsFunc(v.Needs, func(a *relate.Appearance) bool { return a.ID.Value == id })
}

// prefix returns what goes before the id of a heading in the text of a wijk;
// other anchors on its page are those of its vision.
func prefix(p *Page, anchor string) string {
	if p != nil && p.Kind == Wijk && p.Wijk.Body != nil {
		for i := range p.Wijk.Body.Headings {
			if p.Wijk.Body.Headings[i].ID == anchor {
				return WijkTextPrefix
			}
		}
	}
	return ""
}

func hash(anchor string) string {
	if anchor == "" {
		return ""
	}
	return "#" + anchor
}

// existing returns the address as the site has it: a folder ends in a slash.
func (s *Site) existing(path string) (string, bool) {
	for _, url := range []string{path, path + "/", strings.TrimSuffix(path, "index.html")} {
		if s.Page(url) != nil || s.fileAt(strings.ToLower(FileOf(url))) == url {
			return url, true
		}
	}
	return "", false
}

// Has reports whether the site has a page or a file at an address.
func (s *Site) Has(address string) bool {
	_, ok := s.existing(address)
	return ok
}
