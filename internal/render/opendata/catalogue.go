package opendata

import (
	"io"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
)

// Publication describes who publishes the open data, and what holds for all of it.
type Publication struct {
	Title        string
	Description  string
	Lang         string // nl or en
	Publisher    string // the municipality
	Municipality string // its identifier in TOOI; empty when that is not known
	ContactName  string
	Email        string // empty when there is none
	ContactPage  string // the address of a page to use when there is no Email
	Licence      string // an SPDX identifier
	Modified     city.Day
	First, Last  int  // the first and the last year of all visions; 0 when there are none
	Map          bool // the boundaries are published too
	Themes       []string
	Describe     func(plan.Table) Description
	Links        func(address string) string // returns an absolute URL, if that of the site is known
}

// Catalogue writes the catalogue of the open data by the Dutch profile for data
// catalogues (DCAT-AP-NL 3.0, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), in
// JSON-LD with an inline context. A dataset is a table; its distributions are its files.
// When the URL of the site is not known, identifiers are relative to the catalogue, as
// JSON-LD allows.
func Catalogue(w io.Writer, p Publication) error {
	var datasets []any
	for _, t := range plan.Tables() {
		datasets = append(datasets, p.dataset(t))
	}
	catalogue := p.common(p.Links(plan.CatalogueURL), p.Title, p.Description)
	catalogue["@context"] = context()
	catalogue["@type"] = "dcat:Catalog"
	catalogue["dcat:dataset"] = datasets
	catalogue["foaf:homepage"] = iri(p.Links(plan.DataURL))
	catalogue["dct:license"] = iri(licenceIRI(p.Licence))
	return writeIndented(w, catalogue)
}

// context returns the prefixes of the vocabularies that a catalogue uses.
func context() map[string]any {
	return map[string]any{
		"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
		"vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
	}
}

func iri(address string) map[string]any { return map[string]any{"@id": address} }

// common returns the properties that both a catalogue and a dataset must have.
func (p Publication) common(id, title, description string) map[string]any {
	if description == "" {
		description = title
	}
	m := map[string]any{
		"@id": id, "dct:identifier": id, "dct:title": p.literal(title), "dct:description": p.literal(description),
		"dct:publisher": p.agent(), "dct:creator": p.agent(), "dcat:contactPoint": p.contact(),
		"dct:language": iri(authority + map[bool]string{true: "language/ENG", false: "language/NLD"}[p.Lang == "en"]),
	}
	if !p.Modified.IsZero() {
		m["dct:modified"] = map[string]any{"@value": p.Modified.String(), "@type": "xsd:date"}
	}
	return m
}

// authority is the prefix of the lists of the Publications Office of the European Union.
const authority = "http://publications.europa.eu/resource/authority/"

// literal returns a text with its language.
func (p Publication) literal(text string) map[string]any {
	return map[string]any{"@value": text, "@language": p.Lang}
}

// agent returns the municipality as a publisher.
func (p Publication) agent() map[string]any {
	m := map[string]any{"@type": "foaf:Agent", "foaf:name": p.literal(p.Publisher)}
	if p.Municipality != "" {
		m["@id"] = p.Municipality
	}
	return m
}

func (p Publication) contact() map[string]any {
	m := map[string]any{"@type": "vcard:Kind", "vcard:fn": p.ContactName}
	if p.Email != "" {
		m["vcard:hasEmail"] = iri("mailto:" + p.Email)
	} else {
		m["vcard:hasURL"] = iri(p.ContactPage)
	}
	return m
}

func (p Publication) dataset(t plan.Table) map[string]any {
	of := p.Describe(t)
	m := p.common(p.Links(plan.DataURL)+"#wv-"+string(t), of.Title+" – "+p.Title, of.Meaning)
	m["@type"] = "dcat:Dataset"
	m["dct:accessRights"] = iri(authority + "access-right/PUBLIC")
	m["dcat:theme"] = []any{iri(authority + "data-theme/GOVE"), iri(authority + "data-theme/REGI")}
	m["dct:accrualPeriodicity"] = iri(authority + "frequency/IRREG")
	m["dcat:landingPage"] = iri(p.Links(plan.DataURL))
	if p.Municipality != "" {
		m["dct:spatial"] = iri(p.Municipality)
	}
	if p.First != 0 {
		m["dct:temporal"] = map[string]any{"@type": "dct:PeriodOfTime", "dcat:startDate": day8601(p.First, "-01-01"), "dcat:endDate": day8601(p.Last, "-12-31")}
	}
	var keywords []any
	for _, theme := range p.Themes {
		keywords = append(keywords, p.literal(theme))
	}
	if keywords != nil {
		m["dcat:keyword"] = keywords
	}
	forms := []any{
		p.distribution(of, t.JSON(), "JSON", "application/json", "JSON", t.Schema()),
		p.distribution(of, t.CSV(), "CSV", "text/csv", "CSV", plan.MetadataURL),
	}
	if t == plan.WijkTable && p.Map {
		forms = append(forms, p.distribution(of, plan.GeoJSONURL, "GeoJSON", "application/geo+json", "GEOJSON", ""))
	}
	m["dcat:distribution"] = forms
	return m
}

func day8601(year int, rest string) map[string]any {
	return map[string]any{"@value": strconv.Itoa(year) + rest, "@type": "xsd:date"}
}

// distribution returns a file of a dataset; conformsTo is the address of its description.
func (p Publication) distribution(of Description, address, form, mediaType, fileType, conformsTo string) map[string]any {
	url := p.Links(address)
	m := map[string]any{
		"@type": "dcat:Distribution", "@id": url, "dct:identifier": url, "dct:title": p.literal(of.Title + " (" + form + ")"), "dct:description": p.literal(of.Meaning),
		"dcat:accessURL": iri(url), "dcat:downloadURL": iri(url), "dct:license": iri(licenceIRI(p.Licence)),
		"dcat:mediaType": iri("https://www.iana.org/assignments/media-types/" + mediaType), "dct:format": iri(authority + "file-type/" + fileType),
	}
	if conformsTo != "" {
		m["dct:conformsTo"] = iri(p.Links(conformsTo))
	}
	return m
}

// licenceIRI returns the IRI of a licence in the European list, or else in that of SPDX.
func licenceIRI(spdx string) string {
	switch spdx {
	case "CC0-1.0":
		return authority + "licence/CC0"
	case "CC-BY-4.0":
		return authority + "licence/CC_BY_4_0"
	case "CC-BY-SA-4.0":
		return authority + "licence/CC_BYSA_4_0"
	case "EUPL-1.2":
		return authority + "licence/EUPL_1_2"
	default:
		return "https://spdx.org/licenses/" + spdx
	}
}
