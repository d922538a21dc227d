package lsp

import (
	"context"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse"
)

func (s *server) definition(ctx context.Context, p positionParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	c, err := d.project.content(ctx, false)
	if err != nil {
		return nil, err
	}
	if to, ok := s.define(d, c, d.text.offset(p.Position)); ok {
		return to, nil
	}
	return nil, nil
}

// define returns where that is written which is named at an offset of a document.
func (s *server) define(d *document, c *checked, offset int) (location, bool) {
	w := d.project.newDiagnostics(c)
	if b, ok := blockOf(d); ok {
		if p, ok := b.at(offset); ok && p.value && p.key != nil && p.start < p.end {
			written := p.text[p.start:p.end]
			if pos := c.find(p.key.RefersTo, written, p.wijk(d)); !pos.IsZero() {
				return w.location(pos), true
			}
			to := city.ParseTarget(d.name, written)
			isFile := (p.key.Type == parse.MediaValue || p.key.Type == parse.LinkValue) && slices.Contains(c.Media, to.Path)
			return d.project.file(to.Path), isFile
		}
	}
	l, ok := linkAt(d, offset)
	if !ok {
		return location{}, false
	}
	name, pos, ok := c.linkTarget(d, l)
	switch {
	case !ok:
		return location{}, false
	case pos.IsZero():
		return d.project.file(name), true
	}
	return w.location(pos), true
}

// file returns the location of a file in media/.
func (p *project) file(name string) location { return location{URI: p.uri(name, nil)} }
