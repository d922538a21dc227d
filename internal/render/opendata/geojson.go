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

// GeoJSON writes the wijken that are on the map, with how their needs stand
// (RFC 7946): a line each, in degrees (WGS84). The addresses in it are below a path, as
// in JSON.
func GeoJSON(w io.Writer, g *relate.Graph, base string) error {
	out := bufio.NewWriter(w)
	out.WriteString(`{"type":"FeatureCollection","features":[`)
	first := true
	var line []byte
	for _, wijk := range sorted(g.Wijken, func(w *relate.Wijk) string { return w.ID }) {
		if len(wijk.Shape) == 0 {
			continue
		}
		line = line[:0]
		if !first {
			line = append(line, ',')
		}
		first = false
		line = append(line, '\n')
		out.Write(appendFeature(line, wijk, base))
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

func appendFeature(b []byte, w *relate.Wijk, base string) []byte {
	b = append(b, `{"type":"Feature","id":`...)
	b = appendString(b, w.ID)
	b = append(b, `,"properties":{"naam":`...)
	b = appendString(b, w.Name.Value)
	b = append(b, `,"code":`...)
	b = appendText(b, w.Code)
	b = append(b, `,"url":`...)
	b = appendString(b, base+plan.WijkURL(w))
	b = append(b, `,"behoeften":`...)
	b = strconv.AppendInt(b, int64(w.Figures.Total), 10)
	b = append(b, `,"toezeggingen":`...)
	b = strconv.AppendInt(b, int64(len(w.Commitments)), 10)
	for _, s := range relate.NeedStatuses() {
		b = append(b, ',')
		b = appendString(b, s.String())
		b = append(b, ':')
		b = strconv.AppendInt(b, int64(w.Figures.By[s]), 10)
	}
	b = append(b, `},"geometry":{"type":"MultiPolygon","coordinates":`...)
	b = appendList(b, w.Shape, func(b []byte, p orb.Polygon) []byte {
		for i, ring := range p {
			if i == 0 {
				b = append(b, '[')
			} else {
				b = append(b, ',')
			}
			b = appendRing(b, ring, i > 0)
		}
		return append(b, ']')
	})
	return append(b, "}}"...)
}

// appendRing appends a ring by the rule of the right hand: the outer one goes round
// against the clock, a hole with it.
func appendRing(b []byte, ring orb.Ring, hole bool) []byte {
	want := orb.CCW
	if hole {
		want = orb.CW
	}
	if ring.Orientation() != want {
		ring = ring.Clone()
		ring.Reverse()
	}
	return appendList(b, ring, func(b []byte, p orb.Point) []byte {
		b = append(b, '[')
		b = appendDegree(b, p.Lon())
		b = append(b, ',')
		b = appendDegree(b, p.Lat())
		return append(b, ']')
	})
}

// appendDegree appends a degree to six decimals, a decimetre.
func appendDegree(b []byte, degree float64) []byte {
	return strconv.AppendFloat(b, math.Round(degree*1e6)/1e6, 'f', -1, 64)
}
