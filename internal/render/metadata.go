package render

import (
	"html/template"
	"strconv"
	"strings"

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
	switch {
	case p.Wijk != nil:
		add("DCTERMS.spatial", d.join(p.Wijk.Name.Value, ", ", d.shell.City))
	default:
		add("DCTERMS.spatial", creator)
	}
	switch {
	case p.Vision != nil:
		add("DCTERMS.temporal", d.temporal(p.Vision.Period.First, p.Vision.Period.Last))
	case p.Programme != nil:
		add("DCTERMS.temporal", d.temporal(p.Programme.Period.First, p.Programme.Period.Last))
	case p.Year != 0:
		add("DCTERMS.temporal", d.temporal(p.Year, p.Year))
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
func (r *Renderer) linkedData(p *plan.Page, f *frame) template.HTML {
	if f.Canonical == "" || p.Kind == plan.Moved || p.Kind == plan.NotFound {
		return ""
	}
	b := make([]byte, 0, 1<<10)
	b = append(b, `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[`...)
	if p.Kind == plan.Home {
		b = r.appendOrganization(b)
	} else {
		b = append(b, r.publisher...)
	}
	if len(f.Crumbs) > 0 {
		b = r.appendCrumbs(append(b, ','), f)
	}
	if p.Kind == plan.Vision {
		b = r.appendReport(append(b, ','), p, f)
	}
	return safe(append(b, "]}</script>\n"...))
}

// appendPublisher appends the municipality as all pages but the home page have it.
func (r *Renderer) appendPublisher(b []byte) []byte {
	b = r.appendMunicipality(b, false)
	return append(b, '}')
}

// appendOrganization appends the municipality as the home page has it, with how to
// reach it.
func (r *Renderer) appendOrganization(b []byte) []byte {
	b = r.appendMunicipality(b, true)
	b = appendKnown(b, `,"url":`, r.absolute(plan.HomeURL))
	return append(b, '}')
}

func (r *Renderer) appendMunicipality(b []byte, contact bool) []byte {
	b = escape.JSONInHTML(append(b, `{"@id":`...), r.publisherID())
	b = append(b, `,"@type":"GovernmentOrganization"`...)
	if c := r.graph.Site.Contact; contact && (!c.Email.IsZero() || !c.Phone.IsZero()) {
		b = append(b, `,"contactPoint":{"@type":"ContactPoint"`...)
		b = appendKnown(b, `,"email":`, c.Email.Value)
		b = append(appendKnown(b, `,"telephone":`, c.Phone.Value), '}')
	}
	b = escape.JSONInHTML(append(b, `,"name":`...), r.shell.City)
	return appendKnown(b, `,"sameAs":`, r.municipality())
}

func (r *Renderer) publisherID() string { return r.absolute(plan.HomeURL) + "#wv-gemeente" }

// appendKnown appends a key, which is ours, and its text; nothing when that is empty.
func appendKnown(b []byte, key, text string) []byte {
	if text == "" {
		return b
	}
	return escape.JSONInHTML(append(b, key...), text)
}

func (r *Renderer) appendCrumbs(b []byte, f *frame) []byte {
	b = append(b, `{"@type":"BreadcrumbList","itemListElement":[`...)
	for i, c := range f.Crumbs {
		if i > 0 {
			b = append(b, ',')
		}
		item := f.Canonical
		if !c.Current {
			item = r.whole(c.URL)
		}
		b = escape.JSONInHTML(append(b, `{"@type":"ListItem","item":`...), item)
		b = escape.JSONInHTML(append(b, `,"name":`...), c.Text)
		b = append(strconv.AppendInt(append(b, `,"position":`...), int64(i+1), 10), '}')
	}
	return append(b, "]}"...)
}

// appendReport appends a vision as the report that it is.
func (r *Renderer) appendReport(b []byte, p *plan.Page, f *frame) []byte {
	v := p.Vision
	b = escape.JSONInHTML(append(b, `{"@id":`...), f.Canonical)
	b = append(b, `,"@type":"Report"`...)
	b = appendKnown(b, `,"abstract":`, v.Summary.Value)
	b = appendKnown(b, `,"dateModified":`, r.modified(p).String())
	b = appendKnown(b, `,"datePublished":`, v.AdoptedOn.Day.String())
	b = escape.JSONInHTML(append(b, `,"inLanguage":`...), r.locale("-"))
	b = appendKnown(b, `,"isBasedOn":`, outside(v.Source.URL.Value))
	b = escape.JSONInHTML(append(b, `,"name":`...), v.Title.Value)
	b = escape.JSONInHTML(append(b, `,"publisher":{"@id":`...), r.publisherID())
	b = escape.JSONInHTML(append(b, `},"spatialCoverage":{"@type":"Place","name":`...), v.Wijk.Name.Value)
	b = escape.JSONInHTML(append(b, `},"temporalCoverage":`...), strconv.Itoa(v.Period.First)+"/"+strconv.Itoa(v.Period.Last))
	b = escape.JSONInHTML(append(b, `,"url":`...), f.Canonical)
	return append(b, '}')
}
