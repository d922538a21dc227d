package render_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

const (
	adms   = "http://www.w3.org/ns/adms#"
	dcat   = "http://www.w3.org/ns/dcat#"
	dcatap = "http://data.europa.eu/r5r/"
	dct    = "http://purl.org/dc/terms/"
	foaf   = "http://xmlns.com/foaf/0.1/"
	skos   = "http://www.w3.org/2004/02/skos/core#"
	spdx   = "http://spdx.org/rdf/terms#"
	vcard  = "http://www.w3.org/2006/vcard/ns#"
)

// property is what a profile says of a property of a class.
type property struct {
	name    string
	of      string // the class of its values; empty when they are literals, or any resource
	unknown string // why a recommended property is left out; empty of one that must be there
}

// profile returns the properties that are mandatory or recommended for each class, by
// DCAT-AP-NL 3.0 (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/) and by DCAT-AP 3.0.1, which
// it builds on (https://semiceu.github.io/DCAT-AP/releases/3.0.1/), and those that are optional and
// that a catalogue has.
func profile() map[string][]property {
	const noService = "the data are files: there is no service"
	return map[string][]property{
		dcat + "Catalog": {
			{name: dct + "title"}, {name: dct + "description"}, {name: dct + "identifier"}, {name: dct + "publisher", of: foaf + "Agent"},
			{name: dct + "creator", of: foaf + "Agent"}, {name: dcat + "contactPoint", of: vcard + "Kind"}, {name: dcat + "dataset", of: dcat + "Dataset"},
			{name: dct + "license", of: dct + "LicenseDocument"}, {name: dct + "language", of: dct + "LinguisticSystem"}, {name: foaf + "homepage", of: foaf + "Document"},
			{name: dct + "spatial", of: dct + "Location"}, {name: dct + "temporal", of: dct + "PeriodOfTime"}, {name: dct + "modified"}, {name: dcat + "themeTaxonomy", of: skos + "ConceptScheme"},
			{name: dct + "issued", unknown: "no key says when the data were first published"}, {name: dcat + "service", unknown: noService},
		},
		dcat + "Dataset": {
			{name: dct + "title"}, {name: dct + "description"}, {name: dct + "identifier"}, {name: dct + "publisher", of: foaf + "Agent"}, {name: dct + "creator", of: foaf + "Agent"},
			{name: dct + "accessRights", of: dct + "RightsStatement"}, {name: dcat + "contactPoint", of: vcard + "Kind"}, {name: dcat + "theme", of: skos + "Concept"},
			{name: dcat + "distribution", of: dcat + "Distribution"}, {name: dcat + "keyword"}, {name: dct + "spatial", of: dct + "Location"}, {name: dct + "temporal", of: dct + "PeriodOfTime"},
			{name: dct + "conformsTo", of: dct + "Standard"}, {name: foaf + "page", of: foaf + "Document"}, {name: dcat + "landingPage", of: foaf + "Document"},
			{name: dct + "language", of: dct + "LinguisticSystem"}, {name: dct + "modified"}, {name: dct + "accrualPeriodicity", of: dct + "Frequency"},
		},
		dcat + "Distribution": {
			{name: dcat + "accessURL"}, {name: dct + "license", of: dct + "LicenseDocument"}, {name: dct + "title"}, {name: dct + "description"}, {name: dcat + "downloadURL"},
			{name: dct + "format", of: dct + "MediaTypeOrExtent"}, {name: dcat + "mediaType", of: dct + "MediaType"}, {name: dct + "language", of: dct + "LinguisticSystem"},
			{name: dct + "conformsTo", of: dct + "Standard"}, {name: dcat + "byteSize"}, {name: spdx + "checksum", of: spdx + "Checksum"},
			{name: dcat + "accessService", unknown: noService}, {name: dcatap + "availability", unknown: "no key says how long the files stay"},
		},
		foaf + "Agent":             {{name: foaf + "name"}, {name: dct + "type", of: skos + "Concept"}},
		vcard + "Kind":             {{name: vcard + "fn"}},
		dct + "PeriodOfTime":       {{name: dcat + "startDate"}, {name: dcat + "endDate"}},
		dct + "LicenseDocument":    {{name: dct + "type", of: skos + "Concept"}},
		skos + "Concept":           {{name: skos + "prefLabel"}},
		skos + "ConceptScheme":     {{name: dct + "title"}},
		spdx + "Checksum":          {{name: spdx + "algorithm", of: spdx + "ChecksumAlgorithm"}, {name: spdx + "checksumValue"}},
		spdx + "ChecksumAlgorithm": nil,
		foaf + "Document":          nil,
		dct + "Location":           nil, // held by TestCatalogueSaysWhereTheWijkenAre
		dct + "LinguisticSystem":   nil,
		dct + "RightsStatement":    nil,
		dct + "Standard":           nil,
		dct + "Frequency":          nil,
		dct + "MediaType":          nil,
		dct + "MediaTypeOrExtent":  nil,
	}
}

// deviations returns where a node of an expanded catalogue, and those within it, are not as the
// profile asks, and in seen how many nodes of each class there are. lacks names the properties
// that this site has no data for.
func deviations(node map[string]any, seen map[string]int, lacks ...string) []string {
	classes, _ := node["@type"].([]any)
	if len(classes) != 1 {
		return []string{fmt.Sprintf("the classes of %v are %v", node["@id"], classes)}
	}
	class := classes[0].(string)
	seen[class]++
	known, ok := profile()[class]
	if !ok {
		return []string{"the profile has no class " + class}
	}
	var all []string
	for _, p := range known {
		values, _ := node[p.name].([]any)
		switch missing := len(values) == 0; {
		case p.unknown != "" && !missing:
			all = append(all, fmt.Sprintf("%s has %s, although %s", class, p.name, p.unknown))
		case p.unknown == "" && missing != slices.Contains(lacks, p.name):
			all = append(all, fmt.Sprintf("%s %v has %d values of %s", class, node["@id"], len(values), p.name))
		}
		for _, v := range values {
			of, _ := v.(map[string]any)
			if p.of == "" {
				continue
			}
			if types, _ := of["@type"].([]any); !slices.Equal(types, []any{p.of}) {
				all = append(all, fmt.Sprintf("the %s of a %s is a %v, want %s", p.name, class, types, p.of))
				continue
			}
			all = append(all, deviations(of, seen, lacks...)...)
		}
	}
	return all
}

func TestCatalogueHasWhatTheProfileRecommends(t *testing.T) {
	for _, c := range []struct {
		name  string
		of    site
		lacks []string
	}{
		{"example", example(t), nil},
		{"with a map", published(t, mapped(t), options{}), nil},
		{"empty, without an address", published(t, emptyCity(), options{}), []string{dct + "spatial", dct + "temporal", dct + "modified"}},
	} {
		catalogue := expanded(t, c.of.data(t)[plan.CatalogueURL])[0].(map[string]any)
		seen := map[string]int{}
		all := deviations(catalogue, seen, c.lacks...)
		slices.Sort(all)
		for _, d := range slices.Compact(all) {
			t.Errorf("%s: %s", c.name, d)
		}
		if seen[dcat+"Dataset"] != len(plan.Tables()) || seen[dcat+"Distribution"] < 2*len(plan.Tables()) {
			t.Errorf("%s: the catalogue has %v", c.name, seen)
		}
		contact := catalogue[dcat+"contactPoint"].([]any)[0].(map[string]any)
		if contact[vcard+"hasEmail"] == nil && contact[vcard+"hasURL"] == nil {
			t.Errorf("%s: nobody can be reached: %v", c.name, contact)
		}
	}
	publisher := expanded(t, example(t).data(t)[plan.CatalogueURL])[0].(map[string]any)[dct+"publisher"].([]any)[0].(map[string]any)
	if publisher["@id"] != "https://identifier.overheid.nl/tooi/id/gemeente/gm9999" {
		t.Errorf("the publisher is %v", publisher["@id"])
	}
}

// TestCatalogueMeasuresItsFiles holds the size and the checksum of each file against the file.
func TestCatalogueMeasuresItsFiles(t *testing.T) {
	for name, s := range map[string]site{"example": example(t), "with a map": published(t, mapped(t), options{})} {
		files := s.data(t)
		for _, d := range expanded(t, files[plan.CatalogueURL])[0].(map[string]any)[dcat+"dataset"].([]any) {
			for _, f := range d.(map[string]any)[dcat+"distribution"].([]any) {
				form := f.(map[string]any)
				first := func(of map[string]any, property, key string) string {
					return of[property].([]any)[0].(map[string]any)[key].(string)
				}
				url := strings.TrimPrefix(first(form, dcat+"downloadURL", "@id"), "https://wijkvisies.example.nl")
				data, ok := files[url]
				if !ok {
					t.Errorf("%s: there is no %s", name, url)
					continue
				}
				sum := sha256.Sum256([]byte(data))
				checksum := form[spdx+"checksum"].([]any)[0].(map[string]any)
				if size := first(form, dcat+"byteSize", "@value"); size != strconv.Itoa(len(data)) || first(checksum, spdx+"checksumValue", "@value") != hex.EncodeToString(sum[:]) {
					t.Errorf("%s: %s has %d bytes with the checksum %x, and the catalogue says %s and %v", name, url, len(data), sum, size, checksum)
				}
			}
		}
	}
}

func TestCatalogueNamesTheLicence(t *testing.T) {
	const dutch, european = "https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/", "http://publications.europa.eu/resource/authority/licence/"
	for _, c := range []struct{ written, want, same string }{
		{"CC0-1.0", dutch + "cc0", european + "CC0"},
		{"CC-BY-4.0", dutch + "naamsvermelding40", european + "CC_BY_4_0"},
		{"CC-BY-SA-4.0", dutch + "naamsvermelding_gelijkdelen40", european + "CC_BYSA_4_0"},
		{"EUPL-1.2", european + "EUPL_1_2", ""},
		{"ODbL-1.0", "https://spdx.org/licenses/ODbL-1.0", ""},
	} {
		content := emptyCity()
		content["site.yaml"] += "licentie: " + c.written + "\n"
		licence := expanded(t, published(t, content, options{}).data(t)[plan.CatalogueURL])[0].(map[string]any)[dct+"license"].([]any)[0].(map[string]any)
		same := ""
		if list, ok := licence[skos+"exactMatch"].([]any); ok {
			same = list[0].(map[string]any)["@id"].(string)
		}
		if licence["@id"] != c.want || same != c.same {
			t.Errorf("%s is %v, the same as %q, want %s and %q", c.written, licence["@id"], same, c.want, c.same)
		}
	}
}

func TestCatalogueSaysWhereTheWijkenAre(t *testing.T) {
	var got []string
	for _, p := range expanded(t, published(t, mapped(t), options{}).data(t)[plan.CatalogueURL])[0].(map[string]any)[dct+"spatial"].([]any) {
		place := p.(map[string]any)
		if id, ok := place["@id"].(string); ok {
			got = append(got, id)
			continue
		}
		for _, name := range []string{dcat + "bbox", dcat + "centroid"} {
			value := place[name].([]any)[0].(map[string]any)
			got = append(got, strings.TrimPrefix(value["@type"].(string), "http://www.opengis.net/ont/geosparql#")+" "+value["@value"].(string))
		}
	}
	want := []string{"https://identifier.overheid.nl/tooi/id/gemeente/gm9999", "wktLiteral POLYGON((5.1 52.1,5.2 52.1,5.2 52.2,5.1 52.2,5.1 52.1))", "wktLiteral POINT(5.15 52.15)"}
	if !slices.Equal(got, want) {
		t.Errorf("the places are %q, want %q", got, want)
	}
}
