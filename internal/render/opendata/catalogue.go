package opendata

import (
	"io"
	"strconv"

	"github.com/paulmach/orb"

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
	ContactPage  string // the address of a page to use; empty when there is none and Email is not
	Licence      string // an SPDX identifier
	Modified     city.Day
	First, Last  int                // the first and the last year of all visions; 0 when there are none
	Shapes       []orb.MultiPolygon // the boundaries of the wijken, when they are published too
	Themes       []string
	Describe     func(plan.Table) Description
	Links        func(address string) string               // returns an absolute URL, if that of the site is known
	Measure      func(address string) (Measurement, error) // measures a file of the site
}

// Catalogue writes the catalogue of the open data by the Dutch profile for data
// catalogues (DCAT-AP-NL 3.0, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), in
// JSON-LD with an inline context. A dataset is a table; its distributions are its files.
// When the URL of the site is not known, identifiers are relative to the catalogue, as
// JSON-LD allows.
func Catalogue(w io.Writer, p Publication) error {
	var datasets []any
	for _, t := range plan.Tables() {
		dataset, err := p.dataset(t)
		if err != nil {
			return err
		}
		datasets = append(datasets, dataset)
	}
	catalogue := p.common(p.Links(plan.CatalogueURL), p.Title, p.Description)
	catalogue["@context"] = context()
	catalogue["@type"] = "dcat:Catalog"
	catalogue["dcat:dataset"] = datasets
	catalogue["dcat:themeTaxonomy"] = p.concept("ConceptScheme", authority+"data-theme", "Data theme")
	catalogue["foaf:homepage"] = iri(p.Links(plan.DataURL), "foaf:Document")
	catalogue["dct:license"] = p.licence()
	return writeIndented(w, catalogue)
}

// context returns the prefixes of the vocabularies that a catalogue uses.
func context() map[string]any {
	return map[string]any{
		"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
		"vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#", "skos": "http://www.w3.org/2004/02/skos/core#",
		"spdx": "http://spdx.org/rdf/terms#", "geosparql": "http://www.opengis.net/ont/geosparql#",
	}
}

// iri returns what an address identifies, with the class that the profile asks for: a
// catalogue can be checked then without fetching anything.
func iri(address, class string) map[string]any {
	return map[string]any{"@id": address, "@type": class}
}

// common returns the properties that both a catalogue and a dataset have.
func (p Publication) common(id, title, description string) map[string]any {
	if description == "" {
		description = title
	}
	m := map[string]any{
		"@id": id, "dct:identifier": id, "dct:title": p.literal(title), "dct:description": p.literal(description),
		"dct:publisher": p.agent(), "dct:creator": p.agent(), "dcat:contactPoint": p.contact(),
		"dct:language": p.language(),
	}
	if !p.Modified.IsZero() {
		m["dct:modified"] = map[string]any{"@value": p.Modified.String(), "@type": "xsd:date"}
	}
	if p.First != 0 {
		m["dct:temporal"] = map[string]any{"@type": "dct:PeriodOfTime", "dcat:startDate": day8601(p.First, "-01-01"), "dcat:endDate": day8601(p.Last, "-12-31")}
	}
	if places := p.places(); places != nil {
		m["dct:spatial"] = places
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
	m := map[string]any{
		"@type": "foaf:Agent", "foaf:name": p.literal(p.Publisher),
		"dct:type": p.concept("Concept", "http://purl.org/adms/publishertype/LocalAuthority", "Local Authority"),
	}
	if p.Municipality != "" {
		m["@id"] = p.Municipality
	}
	return m
}

func (p Publication) contact() map[string]any {
	m := map[string]any{"@type": "vcard:Kind", "vcard:fn": p.ContactName}
	if p.Email != "" {
		m["vcard:hasEmail"] = map[string]any{"@id": "mailto:" + p.Email}
	}
	if p.ContactPage != "" {
		m["vcard:hasURL"] = map[string]any{"@id": p.ContactPage}
	}
	return m
}

func (p Publication) dataset(t plan.Table) (map[string]any, error) {
	of := p.Describe(t)
	m := p.common(p.Links(plan.DataURL)+"#wv-"+string(t), of.Title+" – "+p.Title, of.Meaning)
	m["@type"] = "dcat:Dataset"
	m["dct:accessRights"] = iri(authority+"access-right/PUBLIC", "dct:RightsStatement")
	m["dcat:theme"] = []any{
		p.concept("Concept", authority+"data-theme/GOVE", "Government and public sector"),
		p.concept("Concept", authority+"data-theme/REGI", "Regions and cities"),
	}
	m["dct:accrualPeriodicity"] = iri(authority+"frequency/IRREG", "dct:Frequency")
	m["dcat:landingPage"] = iri(p.Links(plan.DataURL), "foaf:Document")
	m["foaf:page"] = iri(p.Links(plan.DataURL), "foaf:Document") // it says what each column means
	m["dct:conformsTo"] = iri(p.Links(t.Schema()), "dct:Standard")
	var keywords []any
	for _, theme := range p.Themes {
		keywords = append(keywords, p.literal(theme))
	}
	if keywords != nil {
		m["dcat:keyword"] = keywords
	}
	var err error
	m["dcat:distribution"], err = p.distributions(t, of)
	return m, err
}

func day8601(year int, rest string) map[string]any {
	return map[string]any{"@value": strconv.Itoa(year) + rest, "@type": "xsd:date"}
}
