package render

import (
	"html/template"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// meta is a property of a page that machines read.
type meta struct{ Name, Content string }

// metadata returns what machines are told of a page: OWMS, the metadata standard of
// the Dutch government (https://standaarden.overheid.nl/owms), in Dublin Core terms,
// with municipalities by their identifiers in TOOI
// (https://standaarden.overheid.nl/tooi).
func (d *desk) metadata(p *plan.Page, f *frame) []meta {
	creator := d.shell.City
	if id := d.shell.municipality; id != "" {
		creator = id
	}
	list := append(d.properties.take(8)[:0],
		meta{"DCTERMS.title", f.Title}, meta{"DCTERMS.type", d.pageType(p)}, meta{"DCTERMS.language", d.shell.language}, meta{"DCTERMS.creator", creator})
	add := func(name, content string) {
		if content != "" {
			list = append(list, meta{name, content})
		}
	}
	add("DCTERMS.identifier", f.Canonical)
	add("DCTERMS.modified", d.stamp(d.modified(p)).Machine)
	if w := p.Wijk(); w != nil {
		add("DCTERMS.spatial", d.join(w.Name.Value, ", ", d.shell.City))
	} else {
		add("DCTERMS.spatial", creator)
	}
	switch p.Kind {
	case plan.Vision:
		add("DCTERMS.temporal", d.temporal(p.Vision().Period.First, p.Vision().Period.Last))
	case plan.Programme:
		add("DCTERMS.temporal", d.temporal(p.Programme().Period.First, p.Programme().Period.Last))
	case plan.ChangesOf:
		add("DCTERMS.temporal", d.temporal(p.Year(), p.Year()))
	}
	return list
}

// pageType returns what kind of information a page is, in the words of the list of
// the Dutch government.
func (r *Renderer) pageType(p *plan.Page) string {
	switch p.Kind {
	case plan.Vision:
		return "beleidsnota"
	case plan.Programme:
		return "jaarplan"
	default:
		return "webpagina"
	}
}

// temporal returns years as a period of DCMI
// (https://www.dublincore.org/specifications/dublin-core/dcmi-period/).
func (d *desk) temporal(first, last int) string {
	if first == 0 {
		return ""
	}
	return d.join("start=", d.number(first), "-01-01;end=", d.number(last), "-12-31")
}

// municipality returns the identifier of the municipality in TOOI, empty when its
// code is not known.
func (r *Renderer) municipality() string {
	if code := r.graph.Site.MunicipalityCode.Value; code != "" {
		return "https://identifier.overheid.nl/tooi/id/gemeente/" + strings.ToLower(code)
	}
	return ""
}

// locale returns the language of the site and its country.
func (r *Renderer) locale(between string) string {
	if r.words.Lang == "en" {
		return "en" + between + "GB"
	}
	return r.words.Lang + between + "NL"
}

// linkedData returns what search engines are told of a page, as JSON-LD
// (https://www.w3.org/TR/json-ld11/) in the words of schema.org: where it stands,
// whose it is and, of a vision, that it is a report. It is a data block, which no
// browser runs, and the whole element: no text in it can end it. Keys are in the order
// of the alphabet.
func (d *desk) linkedData(p *plan.Page, f *frame) template.HTML {
	if f.Canonical == "" || p.Kind == plan.Moved || p.Kind == plan.NotFound {
		return ""
	}
	b := append(d.canvas[:0], `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[`...)
	if p.Kind == plan.Home {
		b = d.publisher.appendWithContact(b, d.graph.Site.Contact, f.Canonical)
	} else {
		b = d.publisher.append(b)
	}
	if len(f.Crumbs) > 0 {
		b = d.appendCrumbs(append(b, ','), f)
	}
	if p.Kind == plan.Vision {
		b = d.appendReport(append(b, ','), p, f)
	}
	d.canvas = append(b, "]}</script>\n"...)
	return d.drawn()
}

// publisher is the municipality as the linked data of every page have it: parts of an
// object, which are the same on all pages.
type publisher struct {
	id   string // its @id, as JSON
	kind string // the keys up to how to reach it
	name string // the keys after that
}

func (r *Renderer) newPublisher() publisher {
	id := string(escape.JSONInHTML(nil, r.absolute(plan.HomeURL)+"#wv-gemeente"))
	name := escape.JSONInHTML([]byte(`,"name":`), r.shell.City)
	return publisher{
		id:   id,
		kind: `{"@id":` + id + `,"@type":"GovernmentOrganization"`,
		name: string(appendKnown(name, `,"sameAs":`, r.shell.municipality)),
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

func (d *desk) appendCrumbs(b []byte, f *frame) []byte {
	b = append(b, `{"@type":"BreadcrumbList","itemListElement":[`...)
	for i, c := range f.Crumbs {
		if i > 0 {
			b = append(b, ',')
		}
		item := f.Canonical
		if !c.Current {
			item = d.whole(c.URL)
		}
		b = escape.JSONInHTML(append(b, `{"@type":"ListItem","item":`...), item)
		b = escape.JSONInHTML(append(b, `,"name":`...), c.Text)
		b = append(strconv.AppendInt(append(b, `,"position":`...), int64(i+1), 10), '}')
	}
	return append(b, "]}"...)
}

// appendReport appends a vision as the report that it is.
func (d *desk) appendReport(b []byte, p *plan.Page, f *frame) []byte {
	v := p.Vision()
	b = escape.JSONInHTML(append(b, `{"@id":`...), f.Canonical)
	b = append(b, `,"@type":"Report"`...)
	b = appendKnown(b, `,"abstract":`, v.Summary.Value)
	b = appendKnown(b, `,"dateModified":`, d.stamp(d.modified(p)).Machine)
	b = appendKnown(b, `,"datePublished":`, d.stamp(v.AdoptedOn.Day).Machine)
	b = escape.JSONInHTML(append(b, `,"inLanguage":`...), d.shell.language)
	b = appendKnown(b, `,"isBasedOn":`, outside(v.Source.URL.Value))
	b = escape.JSONInHTML(append(b, `,"name":`...), v.Title.Value)
	b = append(append(b, `,"publisher":{"@id":`...), d.publisher.id...)
	b = escape.JSONInHTML(append(b, `},"spatialCoverage":{"@type":"Place","name":`...), v.Wijk.Name.Value)
	b = strconv.AppendInt(append(b, `},"temporalCoverage":"`...), int64(v.Period.First), 10)
	b = strconv.AppendInt(append(b, '/'), int64(v.Period.Last), 10)
	b = escape.JSONInHTML(append(b, `","url":`...), f.Canonical)
	return append(b, '}')
}
