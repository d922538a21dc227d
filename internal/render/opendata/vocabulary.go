package opendata

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
	"github.com/paulmach/orb/planar"
)

// language returns the language of the site, in the European list.
func (p Publication) language() map[string]any {
	if p.Lang == "en" {
		return iri(authority+"language/ENG", "dct:LinguisticSystem")
	}
	return iri(authority+"language/NLD", "dct:LinguisticSystem")
}

// concept returns an entry of a vocabulary, or a vocabulary, with its name in English.
func (p Publication) concept(class, address, name string) map[string]any {
	m := iri(address, "skos:"+class)
	label := map[string]any{"@value": name, "@language": "en"}
	if class == "ConceptScheme" {
		m["dct:title"] = label
	} else {
		m["skos:prefLabel"] = label
	}
	return m
}

// places returns what the data are about: the municipality, when its identifier is known, and the
// box around the boundaries and the middle of them, when they are.
func (p Publication) places() []any {
	var all []any
	if p.Municipality != "" {
		all = append(all, iri(p.Municipality, "dct:Location"))
	}
	if len(p.Shapes) > 0 {
		var whole orb.MultiPolygon
		for _, s := range p.Shapes {
			whole = append(whole, s...)
		}
		middle, _ := planar.CentroidArea(whole)
		all = append(all, map[string]any{"@type": "dct:Location", "dcat:bbox": geometry(whole.Bound()), "dcat:centroid": geometry(middle)})
	}
	return all
}

// geometry returns a place in degrees, to about a metre, as GeoSPARQL writes it: the longitude
// first.
func geometry(g orb.Geometry) map[string]any {
	return map[string]any{"@value": wkt.MarshalString(orb.Round(g, 1e5)), "@type": "geosparql:wktLiteral"}
}

// licence returns the licence of the data, and what kind of licence it is: in the list that the
// Dutch profile asks for, with its IRI in the European list, when it is in that.
func (p Publication) licence() map[string]any {
	m := iri(licenceIRI(p.Licence), "dct:LicenseDocument")
	dutch := map[string]string{"CC0-1.0": "cc0", "CC-BY-4.0": "naamsvermelding40", "CC-BY-SA-4.0": "naamsvermelding_gelijkdelen40"}
	if name := dutch[p.Licence]; name != "" {
		m = iri("https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/"+name, "dct:LicenseDocument")
		m["skos:exactMatch"] = map[string]any{"@id": licenceIRI(p.Licence)}
	}
	switch p.Licence {
	case "CC0-1.0":
		m["dct:type"] = p.concept("Concept", "http://purl.org/adms/licencetype/PublicDomain", "Work in the public domain")
	case "CC-BY-4.0":
		m["dct:type"] = p.concept("Concept", "http://purl.org/adms/licencetype/Attribution", "Attribution")
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
