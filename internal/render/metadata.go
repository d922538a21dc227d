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
func (r *Renderer) metadata(p *plan.Page, f *frame) []meta {
	creator := r.shell.City
	if id := r.municipality(); id != "" {
		creator = id
	}
	list := []meta{
		{"DCTERMS.title", f.Title}, {"DCTERMS.type", r.pageType(p)}, {"DCTERMS.language", r.locale("-")}, {"DCTERMS.creator", creator},
	}
	add := func(name, content string) {
		if content != "" {
			list = append(list, meta{name, content})
		}
	}
	add("DCTERMS.identifier", f.Canonical)
	add("DCTERMS.modified", r.modified(p).String())
	switch {
	case p.Wijk != nil:
		add("DCTERMS.spatial", p.Wijk.Name.Value+", "+r.shell.City)
	default:
		add("DCTERMS.spatial", creator)
	}
	switch {
	case p.Vision != nil:
		add("DCTERMS.temporal", temporal(p.Vision.Period.First, p.Vision.Period.Last))
	case p.Programme != nil:
		add("DCTERMS.temporal", temporal(p.Programme.Period.First, p.Programme.Period.Last))
	case p.Year != 0:
		add("DCTERMS.temporal", temporal(p.Year, p.Year))
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
func temporal(first, last int) string {
	if first == 0 {
		return ""
	}
	return "start=" + strconv.Itoa(first) + "-01-01;end=" + strconv.Itoa(last) + "-12-31"
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
	publisher := map[string]any{"@type": "GovernmentOrganization", "@id": r.absolute(plan.HomeURL) + "#wv-gemeente", "name": r.shell.City}
	if id := r.municipality(); id != "" {
		publisher["sameAs"] = id
	}
	if p.Kind == plan.Home {
		publisher["url"] = r.absolute(plan.HomeURL)
		if c := r.graph.Site.Contact; !c.Email.IsZero() || !c.Phone.IsZero() {
			publisher["contactPoint"] = contactPoint(c.Email.Value, c.Phone.Value)
		}
	}
	graph := []any{publisher}
	if len(f.Crumbs) > 0 {
		graph = append(graph, map[string]any{"@type": "BreadcrumbList", "itemListElement": r.crumbList(f)})
	}
	if p.Kind == plan.Vision {
		graph = append(graph, r.report(p, f))
	}
	data, err := json.Marshal(map[string]any{"@context": "https://schema.org", "@graph": graph})
	if err != nil {
		return "" // texts and lists always can be written
	}
	return safe([]byte(`<script type="application/ld+json">` + string(data) + `</script>` + "\n"))
}

func contactPoint(email, phone string) map[string]any {
	point := map[string]any{"@type": "ContactPoint"}
	if email != "" {
		point["email"] = email
	}
	if phone != "" {
		point["telephone"] = phone
	}
	return point
}

func (r *Renderer) crumbList(f *frame) []any {
	var items []any
	for i, c := range f.Crumbs {
		item := map[string]any{"@type": "ListItem", "position": i + 1, "name": c.Text}
		if c.Current {
			item["item"] = f.Canonical
		} else {
			item["item"] = r.whole(c.URL)
		}
		items = append(items, item)
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
