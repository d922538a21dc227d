package view

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// evidence is how what an entry says can be verified.
type evidence struct {
	Source     link
	Picture    template.HTML // the description alone when it cannot be shown
	PictureURL string        // the picture as large as it is published
}

// evidence returns the proof of an entry in the log of a commitment.
func (b *pageBuilder) evidence(c *relate.Commitment, p *city.ProgressEntry) evidence {
	from := c.Programme.File.Path
	e := evidence{Source: link{Text: p.Source.Title.Value, URL: b.evidenceURL(from, p.Source.URL.Value)}}
	if e.Source.Text == "" && e.Source.URL != "" {
		e.Source.Text = b.Words.Text("source")
	}
	if p.Image == nil {
		return e
	}
	img, ok := b.picture(from, p.Image.File.Value)
	if ok {
		e.PictureURL = b.evidenceURL(from, p.Image.File.Value)
	}
	b.scratch = img.Append(b.scratch[:0], p.Image.Alt.Value, "")
	e.Picture = trustedHTML(b.scratch)
	return e
}

// evidenceURL returns where proof is that a file of content names: elsewhere, or a file of
// the site. It is empty when it leads to neither.
func (b *Builder) evidenceURL(from, dest string) string {
	if address := External(dest); address != "" {
		return address
	}
	href, ok := b.site.Resolve(from, dest)
	if !ok || !strings.HasPrefix(href, "/") || strings.HasPrefix(href, "//") {
		return ""
	}
	return b.Href(href)
}
