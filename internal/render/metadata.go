package render

import (
	"encoding/json"
	"html/template"
	"strconv"
	"strings"

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
// browser runs, and the whole element: json escapes what could end it.
func (r *Renderer) linkedData(p *plan.Page, f *frame) template.HTML {
	if f.Canonical == "" || p.Kind == plan.Moved || p.Kind == plan.NotFound {
		return ""
	}
	publisher := organization{ID: r.absolute(plan.HomeURL) + "#wv-gemeente", Type: "GovernmentOrganization", Name: r.shell.City, SameAs: r.municipality()}
	if p.Kind == plan.Home {
		publisher.URL = r.absolute(plan.HomeURL)
		if c := r.graph.Site.Contact; !c.Email.IsZero() || !c.Phone.IsZero() {
			publisher.ContactPoint = &contactPoint{"ContactPoint", c.Email.Value, c.Phone.Value}
		}
	}
	graph := []any{publisher}
	if len(f.Crumbs) > 0 {
		graph = append(graph, breadcrumbs{"BreadcrumbList", r.crumbList(f)})
	}
	if p.Kind == plan.Vision {
		graph = append(graph, r.report(p, f))
	}
	data, err := json.Marshal(linkedGraph{"https://schema.org", graph})
	if err != nil {
		return "" // texts and lists always can be written
	}
	return safe([]byte(`<script type="application/ld+json">` + string(data) + `</script>` + "\n"))
}

// What linked data are made of. Structs, and not maps, because every page has them; the
// fields are in the order of their names.
type (
	linkedGraph struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}
	organization struct {
		ID           string        `json:"@id"`
		Type         string        `json:"@type"`
		ContactPoint *contactPoint `json:"contactPoint,omitempty"`
		Name         string        `json:"name"`
		SameAs       string        `json:"sameAs,omitempty"`
		URL          string        `json:"url,omitempty"`
	}
	contactPoint struct {
		Type      string `json:"@type"`
		Email     string `json:"email,omitempty"`
		Telephone string `json:"telephone,omitempty"`
	}
	breadcrumbs struct {
		Type  string      `json:"@type"`
		Items []crumbItem `json:"itemListElement"`
	}
	crumbItem struct {
		Type     string `json:"@type"`
		Item     string `json:"item"`
		Name     string `json:"name"`
		Position int    `json:"position"`
	}
)

func (r *Renderer) crumbList(f *frame) []crumbItem {
	items := make([]crumbItem, len(f.Crumbs))
	for i, c := range f.Crumbs {
		items[i] = crumbItem{"ListItem", f.Canonical, c.Text, i + 1}
		if !c.Current {
			items[i].Item = r.whole(c.URL)
		}
	}
	return items
}

// report returns a vision as the report that it is.
func (r *Renderer) report(p *plan.Page, f *frame) map[string]any {
	v := p.Vision
	of := map[string]any{
		"@type": "Report", "@id": f.Canonical, "url": f.Canonical, "name": v.Title.Value, "inLanguage": r.locale("-"),
		"publisher":        map[string]any{"@id": r.absolute(plan.HomeURL) + "#wv-gemeente"},
		"spatialCoverage":  map[string]any{"@type": "Place", "name": v.Wijk.Name.Value},
		"temporalCoverage": strconv.Itoa(v.Period.First) + "/" + strconv.Itoa(v.Period.Last),
	}
	for key, value := range map[string]string{
		"abstract": v.Summary.Value, "datePublished": v.AdoptedOn.Day.String(), "dateModified": r.modified(p).String(), "isBasedOn": outside(v.Source.URL.Value),
	} {
		if value != "" {
			of[key] = value
		}
	}
	return of
}
