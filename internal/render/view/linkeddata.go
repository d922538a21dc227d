package view

import (
	"html/template"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// linkedData returns a page as JSON-LD (https://www.w3.org/TR/json-ld11/) in the words
// of schema.org: who publishes it, where it stands in the site and what it is about. It
// is a whole element: a block of data, which no browser runs and no text in it can end.
// Keys are in the order of the alphabet.
func (b *pageBuilder) linkedData(p *plan.Page, f *pageFrame) template.HTML {
	if f.Canonical == "" || !p.Indexed {
		return ""
	}
	buf := append(b.scratch[:0], `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[`...)
	if p.Kind == plan.Home {
		buf = b.publisher.appendWithContact(buf, b.graph.Site.Contact, f.Canonical)
	} else {
		buf = b.publisher.append(buf)
	}
	if len(f.Crumbs) > 0 {
		buf = b.appendCrumbs(append(buf, ','), f)
	}
	if about := b.kinds[p.Kind].linkedData; about != nil {
		buf = about(b, append(buf, ','), p, f)
	}
	b.scratch = append(buf, "]}</script>\n"...)
	return trustedHTML(b.scratch)
}

// publisher is the municipality as the linked data of pages have it: the parts of an object
// that are the same on all pages.
type publisher struct {
	id   string // its @id, as JSON
	kind string // the keys up to how to reach it
	name string // the keys after that
}

func (b *Builder) newPublisher() publisher {
	id := string(escape.JSONInHTML(nil, b.Absolute(plan.HomeURL)+"#wv-gemeente"))
	name := escape.JSONInHTML([]byte(`,"name":`), b.siteFrame.City)
	return publisher{
		id:   id,
		kind: `{"@id":` + id + `,"@type":"GovernmentOrganization"`,
		name: string(appendKnown(name, `,"sameAs":`, b.siteFrame.municipality)),
	}
}

// append appends the municipality as all pages but the home page have it.
func (p *publisher) append(b []byte) []byte {
	return append(append(append(b, p.kind...), p.name...), '}')
}

// appendWithContact appends the municipality as the home page has it: with how to
// reach it, and the address of that page.
func (p *publisher) appendWithContact(b []byte, c city.Contact, home string) []byte {
	b = append(b, p.kind...)
	if !c.Email.IsZero() || !c.Phone.IsZero() {
		b = append(b, `,"contactPoint":{"@type":"ContactPoint"`...)
		b = appendKnown(b, `,"email":`, c.Email.Value)
		b = append(appendKnown(b, `,"telephone":`, c.Phone.Value), '}')
	}
	return append(appendKnown(append(b, p.name...), `,"url":`, home), '}')
}

// appendKnown appends a key, which is ours, and its text; nothing when that is empty.
func appendKnown(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return escape.JSONInHTML(append(b, key...), text)
}

func (b *pageBuilder) appendCrumbs(buf []byte, f *pageFrame) []byte {
	buf = append(buf, `{"@type":"BreadcrumbList","itemListElement":[`...)
	for i, c := range f.Crumbs {
		if i > 0 {
			buf = append(buf, ',')
		}
		item := f.Canonical
		if !c.Current {
			item = b.WithOrigin(c.URL)
		}
		buf = escape.JSONInHTML(append(buf, `{"@type":"ListItem","item":`...), item)
		buf = escape.JSONInHTML(append(buf, `,"name":`...), c.Text)
		buf = append(strconv.AppendInt(append(buf, `,"position":`...), int64(i+1), 10), '}')
	}
	return append(buf, "]}"...)
}

// appendReport appends a vision as the report that it is.
func (b *pageBuilder) appendReport(buf []byte, p *plan.Page, f *pageFrame) []byte {
	v := p.Vision
	buf = escape.JSONInHTML(append(buf, `{"@id":`...), f.Canonical)
	buf = append(buf, `,"@type":"Report"`...)
	buf = appendKnown(buf, `,"abstract":`, v.Summary.Value)
	buf = appendKnown(buf, `,"dateModified":`, b.isoDay(b.Modified(p)))
	buf = appendKnown(buf, `,"datePublished":`, b.isoDay(v.AdoptedOn.Day))
	buf = escape.JSONInHTML(append(buf, `,"inLanguage":`...), b.siteFrame.language)
	buf = appendKnown(buf, `,"isBasedOn":`, External(v.Source.URL.Value))
	buf = escape.JSONInHTML(append(buf, `,"name":`...), v.Title.Value)
	buf = append(append(buf, `,"publisher":{"@id":`...), b.publisher.id...)
	buf = escape.JSONInHTML(append(buf, `},"spatialCoverage":{"@type":"Place","name":`...), v.Wijk.Name.Value)
	buf = strconv.AppendInt(append(buf, `},"temporalCoverage":"`...), int64(v.Period.First), 10)
	buf = strconv.AppendInt(append(buf, '/'), int64(v.Period.Last), 10)
	buf = escape.JSONInHTML(append(buf, `","url":`...), f.Canonical)
	return append(buf, '}')
}
