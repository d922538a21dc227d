package opendata

import (
	"bufio"
	"io"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// GeoJSON writes the wijken that have boundaries, with how many needs they have in each
// status (RFC 7946): a line each, in degrees (WGS84). Addresses of pages are below base, as in
// JSON.
func GeoJSON(w io.Writer, g *relate.Graph, base string) error {
	out := bufio.NewWriter(w)
	out.WriteString(`{"type":"FeatureCollection","features":[`)
	var line []byte
	for _, wijk := range sortedWijken(g) {
		if len(wijk.Shape) == 0 {
			continue
		}
		if line != nil {
			out.WriteByte(',')
		}
		line = appendFeature(append(line[:0], '\n'), wijk, base)
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

func appendFeature(b []byte, w *relate.Wijk, base string) []byte {
	keys := []string{"naam", "code", "url", "behoeften", "toezeggingen"}
	values := []any{w.Name.Value, known(w.Code.Value), base + plan.WijkURL(w), w.Figures.Total, len(w.Commitments)}
	for _, s := range relate.NeedStatuses() {
		keys, values = append(keys, s.String()), append(values, int(w.Figures.By[s]))
	}
	b = appendString(append(b, `{"type":"Feature","id":`...), w.ID)
	b = appendMapping(append(b, `,"properties":`...), keys, values)
	b = appendList(append(b, `,"geometry":{"type":"MultiPolygon","coordinates":`...), w.Shape, appendPolygon)
	return append(b, "}}"...)
}

func appendPolygon(b []byte, p orb.Polygon) []byte {
	oriented := make([]orb.Ring, len(p))
	for i, ring := range p {
		oriented[i] = inDirection(ring, i > 0)
	}
	return appendList(b, oriented, func(b []byte, ring orb.Ring) []byte { return appendList(b, ring, appendPosition) })
}

// inDirection returns a ring by the right-hand rule: an outer ring goes against the clock,
// a hole with it.
func inDirection(ring orb.Ring, hole bool) orb.Ring {
	want := orb.CCW
	if hole {
		want = orb.CW
	}
	if ring.Orientation() != want {
		ring = ring.Clone()
		ring.Reverse()
	}
	return ring
}

func appendPosition(b []byte, p orb.Point) []byte {
	b = appendDegree(append(b, '['), p.Lon())
	b = appendDegree(append(b, ','), p.Lat())
	return append(b, ']')
}

// appendDegree appends a degree in six decimals, which is a decimetre.
func appendDegree(b []byte, degree float64) []byte {
	return strconv.AppendFloat(b, math.Round(degree*1e6)/1e6, 'f', -1, 64)
}
