package opendata

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"wijkvisie/internal/plan"
)

// Measurement is the size of a file and its checksum.
type Measurement struct {
	Size   int // in bytes
	SHA256 [sha256.Size]byte
}

// form is a file in which a dataset is published.
type form struct {
	name       string
	address    string
	mediaType  string
	fileType   string // in the European list
	conformsTo string // the address of what describes its form
}

// distributions returns the files of a table.
func (p Publication) distributions(t plan.Table, of Description) ([]any, error) {
	forms := []form{
		{"JSON", t.JSON(), "application/json", "JSON", p.Links(t.Schema())},
		{"CSV", t.CSV(), "text/csv", "CSV", p.Links(plan.MetadataURL)},
	}
	if t == plan.WijkTable && len(p.Shapes) > 0 {
		forms = append(forms, form{"GeoJSON", plan.GeoJSONURL, "application/geo+json", "GEOJSON", "https://www.rfc-editor.org/info/rfc7946"})
	}
	all := make([]any, len(forms))
	for i, f := range forms {
		d, err := p.distribution(of, f)
		if err != nil {
			return nil, err
		}
		all[i] = d
	}
	return all, nil
}

// distribution returns a file of a dataset.
func (p Publication) distribution(of Description, f form) (map[string]any, error) {
	file, err := p.Measure(f.address)
	if err != nil {
		return nil, err
	}
	url := p.Links(f.address)
	return map[string]any{
		"@type": "dcat:Distribution", "@id": url, "dct:identifier": url, "dct:title": p.literal(of.Title + " (" + f.name + ")"), "dct:description": p.literal(of.Meaning),
		"dcat:accessURL": map[string]any{"@id": url}, "dcat:downloadURL": map[string]any{"@id": url}, "dct:license": p.licence(), "dct:language": p.language(),
		"dcat:mediaType": iri("https://www.iana.org/assignments/media-types/"+f.mediaType, "dct:MediaType"),
		"dct:format":     iri(authority+"file-type/"+f.fileType, "dct:MediaTypeOrExtent"),
		"dct:conformsTo": iri(f.conformsTo, "dct:Standard"),
		"dcat:byteSize":  map[string]any{"@value": strconv.Itoa(file.Size), "@type": "xsd:nonNegativeInteger"},
		"spdx:checksum": map[string]any{
			"@type": "spdx:Checksum", "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"),
			"spdx:checksumValue": map[string]any{"@value": hex.EncodeToString(file.SHA256[:]), "@type": "xsd:hexBinary"},
		},
	}, nil
}
