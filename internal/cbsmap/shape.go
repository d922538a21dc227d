package cbsmap

import (
	"encoding/json"
	"math"

	"github.com/paulmach/orb"

	"wijkvisie/internal/cbs"
	"wijkvisie/internal/topology"
)

// decimals is that of the degrees that are kept, which is a decimetre.
const decimals = 1e6

// detail is how many parts of the width of a municipality are told apart at the least. The map of
// the site is 640 units wide and shows bends of a quarter of a square unit.
const detail = 1280

// MaxSize is the size in bytes above which a map is drawn in less detail.
const MaxSize = 200_000

// sliver is the area in square degrees, about a square metre, of what is between two areas whose
// points differ a little.
const sliver = 1e-10

// shape returns the polygons of a feature in degrees.
func (f *feature) shape() (orb.MultiPolygon, error) {
	shape, ok := polygonsIn(f.geometry)
	if !ok {
		return nil, &Problem{What: NoArea, File: f.file.name, Text: f.code}
	}
	grid, _ := cbs.IsGrid(f.file.system)
	var kept orb.MultiPolygon
	for _, polygon := range shape {
		var rings orb.Polygon
		for i, r := range polygon {
			ring, ok := degrees(r, grid)
			if !ok {
				return nil, &Problem{What: Elsewhere, File: f.file.name, Text: f.code}
			}
			switch {
			case ring != nil:
				rings = append(rings, ring)
			case i == 0: // with its outer ring the polygon is gone
				rings = nil
			}
			if rings == nil {
				break
			}
		}
		if rings != nil {
			kept = append(kept, rings)
		}
	}
	if len(kept) == 0 {
		return nil, &Problem{What: NoArea, File: f.file.name, Text: f.code}
	}
	return kept, nil
}

// polygonsIn returns the polygons of a geometry of GeoJSON. It is not ok when that is none.
func polygonsIn(geometry json.RawMessage) (shape orb.MultiPolygon, ok bool) {
	var g struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	}
	if json.Unmarshal(geometry, &g) != nil {
		return nil, false
	}
	switch g.Type {
	case "MultiPolygon":
		err := json.Unmarshal(g.Coordinates, &shape)
		return shape, err == nil
	case "Polygon":
		shape = make(orb.MultiPolygon, 1)
		err := json.Unmarshal(g.Coordinates, &shape[0])
		return shape, err == nil
	default:
		return nil, false
	}
}

// degrees returns a ring in degrees, closed; nil when it has no area. It is not ok when it is not
// in the Netherlands.
func degrees(r orb.Ring, grid bool) (ring orb.Ring, ok bool) {
	for _, p := range r {
		place, ok := cbs.Degrees(p, grid)
		if !ok {
			return nil, false
		}
		place = rounded(place)
		if n := len(ring); n == 0 || ring[n-1] != place {
			ring = append(ring, place)
		}
	}
	for len(ring) > 1 && ring[0] == ring[len(ring)-1] {
		ring = ring[:len(ring)-1]
	}
	if len(ring) < 3 {
		return nil, true
	}
	return append(ring, ring[0]), true
}

func rounded(p orb.Point) orb.Point {
	return orb.Point{math.Round(p[0]*decimals) / decimals, math.Round(p[1]*decimals) / decimals}
}

// simplify omits bends from the boundaries of wijken, the same for neighbours, so that they stay
// beside each other.
func simplify(wijken []Wijk) {
	bound := wijken[0].Shape.Bound()
	for _, w := range wijken {
		bound = bound.Union(w.Shape.Bound())
	}
	narrower := math.Cos(bound.Center().Lat() * math.Pi / 180)
	flat := make([][]orb.Ring, len(wijken)) // with degrees of longitude as long as those of latitude
	for i, w := range wijken {
		for _, polygon := range w.Shape {
			for _, r := range polygon {
				ring := make(orb.Ring, 0, len(r))
				for _, p := range r[:len(r)-1] {
					ring = append(ring, orb.Point{p[0] * narrower, p[1]})
				}
				flat[i] = append(flat[i], ring)
			}
		}
	}
	unit := max(narrower*(bound.Right()-bound.Left()), bound.Top()-bound.Bottom()) / detail
	lines := topology.New(flat, 0)
	for least := unit * unit; ; least *= 2 {
		replace(wijken, lines.Untangled(least), narrower)
		if size(wijken) <= MaxSize || least > unit*unit*detail {
			return
		}
	}
}

// replace puts simplified rings in the place of those of the wijken.
func replace(wijken []Wijk, rings [][]orb.Ring, narrower float64) {
	for i, w := range wijken {
		next := 0
		for _, polygon := range w.Shape {
			for j := range polygon {
				ring := make(orb.Ring, 0, len(rings[i][next])+1)
				for _, p := range rings[i][next] {
					ring = append(ring, rounded(orb.Point{p[0] / narrower, p[1]}))
				}
				polygon[j] = append(ring, ring[0])
				next++
			}
		}
	}
}
