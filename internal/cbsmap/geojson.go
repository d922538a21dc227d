package cbsmap

import (
	"encoding/json"

	"github.com/paulmach/orb"
)

// GeoJSON returns wijken as a map of a site (RFC 7946), a line each, by their codes and names. The
// source is a member of the whole.
func GeoJSON(wijken []Wijk, source string) []byte {
	b := append([]byte(`{"type":"FeatureCollection","bron":`), encoded(source)...)
	b = append(b, `,"features":[`...)
	for i, w := range wijken {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n"...)
		b = append(b, featureOf(w)...)
	}
	return append(b, "\n]}\n"...)
}

func featureOf(w Wijk) []byte {
	type properties struct {
		Code string `json:"code"`
		Name string `json:"naam"`
	}
	return encoded(struct {
		Type       string     `json:"type"`
		Properties properties `json:"properties"`
		Geometry   geometry   `json:"geometry"`
	}{"Feature", properties{w.Code, w.Name}, geometryOf(oriented(w.Shape))})
}

// geometry is a geometry of GeoJSON.
type geometry struct {
	Type        string           `json:"type"`
	Coordinates orb.MultiPolygon `json:"coordinates"`
}

func geometryOf(shape orb.MultiPolygon) geometry { return geometry{"MultiPolygon", shape} }

// oriented returns polygons by the right-hand rule: an outer ring goes against the clock, a hole
// with it.
func oriented(shape orb.MultiPolygon) orb.MultiPolygon {
	turned := shape.Clone()
	for _, polygon := range turned {
		for i, ring := range polygon {
			if outer := ring.Orientation() == orb.CCW; outer != (i == 0) {
				ring.Reverse()
			}
		}
	}
	return turned
}

// size returns how many bytes the map of wijken has.
func size(wijken []Wijk) int { return len(GeoJSON(wijken, "")) }

// encoded returns a value that JSON can hold.
func encoded(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // v holds nothing that JSON lacks
	}
	return b
}
