package parse

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/paulmach/orb"

	"wijkvisie/internal/cbs"
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// Map parses kaart/wijken.geojson: a FeatureCollection (RFC 7946) of polygons
// and multipolygons, each with the code of its wijk in a property; see codeKeys.
// Water is left out. Coordinates are degrees (WGS84) or metres of the Dutch grid
// (RD New, EPSG:28992), by the member crs, or else by their size.
func Map(f *source.File) (*city.Map, diag.List) {
	r := &mapReader{file: f, json: decode.NewJSONReader(f, f.LineStart(1), len(f.Data)), result: &city.Map{File: f}}
	if err := r.collection(); err != nil {
		pos := r.json.Problem(err).Pos
		if pos.End > len(f.Data) { // the file is empty
			pos = f.Whole()
		}
		r.report(diag.At(pos, diag.MapNotJSON).WithHint(diag.MapAgain))
	}
	if len(r.problems) == 0 {
		r.areas()
	}
	r.result.Broken = r.problems.HasErrors()
	return r.result, r.problems
}

// mapReader is one reading of a map.
type mapReader struct {
	file     *source.File
	json     *decode.JSONReader
	kind     string // type of the whole
	system   string // name of the coordinate system
	features []feature
	swapped  bool // it was reported that coordinates are in the wrong order
	foreign  bool // it was reported that coordinates are of another system
	result   *city.Map
	problems diag.List
}

func (r *mapReader) report(d diag.Diagnostic) { r.problems = append(r.problems, d) }

// feature is a feature of the collection, as it is in the file.
type feature struct {
	pos        source.Pos
	Properties cbs.Properties `json:"properties"`
	Geometry   *struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// collection reads the members of the object in the file.
func (r *mapReader) collection() error {
	token, err := r.json.Token()
	if err != nil {
		return err
	}
	if token != json.Delim('{') {
		r.report(diag.At(r.file.Whole(), diag.MapNoCollection).WithHint(diag.MapAgain))
		return nil
	}
	for r.json.More() {
		name, err := r.json.Token()
		if err != nil {
			return err
		}
		if err := r.member(name.(string)); err != nil {
			return err
		}
	}
	if _, err := r.json.Token(); err != nil {
		return err
	}
	if r.kind != "FeatureCollection" && len(r.problems) == 0 {
		r.report(diag.At(r.file.Whole(), diag.MapNoCollection).WithHint(diag.MapAgain))
	}
	return r.json.Close()
}

func (r *mapReader) member(name string) error {
	var value json.RawMessage
	if name == "features" && r.json.Next() == '[' {
		return r.list()
	}
	if err := r.json.Decode(&value); err != nil {
		return err
	}
	switch name {
	case "type":
		r.kind, _ = textOf(value)
	case "crs":
		r.system = cbs.SystemOf(value)
	}
	return nil
}

func (r *mapReader) list() error {
	if _, err := r.json.Token(); err != nil {
		return err
	}
	for r.json.More() {
		start := r.json.Offset()
		var value json.RawMessage
		if err := r.json.Decode(&value); err != nil {
			return err
		}
		f := feature{pos: r.file.Pos(start, start+1)}
		if err := json.Unmarshal(value, &f); err != nil {
			r.report(diag.At(f.pos, diag.MapNoArea))
			continue
		}
		r.features = append(r.features, f)
	}
	_, err := r.json.Token()
	return err
}

func textOf(value json.RawMessage) (string, bool) {
	var s string
	return s, json.Unmarshal(value, &s) == nil
}

// areas turns the features into areas.
func (r *mapReader) areas() {
	grid, known := cbs.IsGrid(r.system)
	if !known {
		r.report(diag.At(r.file.Whole(), diag.MapSystemUnknown, r.system).WithHint(diag.MapSystems))
		return
	}
	keys := r.codeKeys()
	var uncoded []*feature
	for i := range r.features {
		f := &r.features[i]
		if f.Properties.IsWater() {
			continue
		}
		code, key := r.code(f, keys)
		shape, fine := r.shape(f, grid)
		if !fine {
			continue
		}
		if key == "" {
			uncoded = append(uncoded, f)
			continue
		}
		r.result.Areas = append(r.result.Areas, &city.Area{Code: code, Name: f.name(key), Shape: shape})
	}
	r.result.Uncoded = len(uncoded)
	if len(uncoded) > 0 {
		r.report(diag.At(uncoded[0].pos, diag.AreasWithoutCode, len(uncoded)).WithHint(diag.AddAreaCode))
	}
}

// shape returns the polygons of a feature in degrees.
func (r *mapReader) shape(f *feature, grid bool) (orb.MultiPolygon, bool) {
	shape, ok := polygons(f)
	if !ok {
		r.report(diag.At(f.pos, diag.MapNoArea))
		return nil, false
	}
	for _, polygon := range shape {
		for i, ring := range polygon {
			if n := len(ring); n > 0 && ring[0] != ring[n-1] {
				ring = append(ring, ring[0])
				polygon[i] = ring
			}
			if len(ring) < 4 {
				r.report(diag.At(f.pos, diag.MapRingShort))
				return nil, false
			}
			for j, p := range ring {
				place, ok := cbs.Degrees(p, grid)
				if other := (orb.Point{p[1], p[0]}); !ok && liesIn(other, grid) {
					if !r.swapped {
						r.report(diag.At(f.pos, diag.MapSwapped, written(p)).WithHint(diag.SwapCoordinates, written(other)))
					}
					r.swapped = true
					return nil, false
				}
				if !ok {
					r.elsewhere(f, p, grid)
					return nil, false
				}
				ring[j] = place
			}
		}
	}
	return shape, true
}

// elsewhere reports an area with a point outside the Netherlands. What is in another system than
// the map says, or than it can be in, is so everywhere, and is reported once.
func (r *mapReader) elsewhere(f *feature, p orb.Point, grid bool) {
	var d diag.Diagnostic
	switch {
	case grid && liesIn(p, false):
		d = diag.At(f.pos, diag.MapDegrees, r.system, written(p)).WithHint(diag.RemoveSystem)
	case isWebMercator(p):
		d = diag.At(f.pos, diag.MapWebMercator, written(p)).WithHint(diag.MapSystems)
	default:
		r.report(diag.At(f.pos, diag.MapElsewhere, written(p)).WithHint(diag.MapSystems))
		return
	}
	if !r.foreign {
		r.report(d)
	}
	r.foreign = true
}

// isWebMercator reports whether a point in metres of web maps (EPSG:3857) is in the Netherlands.
func isWebMercator(p orb.Point) bool {
	return p[0] > 350_000 && p[0] < 820_000 && p[1] > 6_550_000 && p[1] < 7_110_000
}

// polygons returns the coordinates of a feature as they are written.
func polygons(f *feature) (orb.MultiPolygon, bool) {
	if f.Geometry == nil {
		return nil, false
	}
	var shape orb.MultiPolygon
	switch f.Geometry.Type {
	case "MultiPolygon":
		if json.Unmarshal(f.Geometry.Coordinates, &shape) != nil {
			return nil, false
		}
	case "Polygon":
		var one orb.Polygon
		if json.Unmarshal(f.Geometry.Coordinates, &one) != nil {
			return nil, false
		}
		shape = orb.MultiPolygon{one}
	}
	if len(shape) == 0 {
		return nil, false
	}
	for _, polygon := range shape {
		if len(polygon) == 0 {
			return nil, false
		}
	}
	return shape, true
}

// liesIn reports whether a point is in the Netherlands or its parts in the Caribbean.
func liesIn(p orb.Point, grid bool) bool {
	_, ok := cbs.Degrees(p, grid)
	return ok
}

// written returns a point as it stands in a map.
func written(p orb.Point) string {
	return fmt.Sprintf("[%s, %s]", strconv.FormatFloat(p[0], 'f', -1, 64), strconv.FormatFloat(p[1], 'f', -1, 64))
}
