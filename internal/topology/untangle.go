package topology

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/rtree"
)

// rounds is how often arcs that cross get more bends, before all get back what they had.
const rounds = 16

// Untangled returns the rings of each area, of which no two cross or run over each other, when
// those that the topology was made of do not. It omits bends as Simplified does, fewer of them in
// arcs that would touch another one.
func (t *Topology) Untangled(least float64) [][]orb.Ring {
	own := make([]float64, len(t.arcs))
	for i := range own {
		own[i] = least
	}
	for range rounds {
		lines := t.lines(func(i int) float64 { return own[i] })
		tangled := tangledIn(lines)
		if len(tangled) == 0 {
			return t.joined(lines)
		}
		for i := range tangled {
			own[i] /= 8
		}
	}
	return t.Simplified(0)
}

// segment is a part of an arc.
type segment struct {
	from, to orb.Point
	arc      int
}

// tangledIn returns the arcs that touch another, or themselves, elsewhere than in a point that
// both segments begin or end in.
func tangledIn(lines []orb.LineString) map[int]bool {
	var segments []segment
	var boxes []rtree.BulkItem
	for i, line := range lines {
		for j := 1; j < len(line); j++ {
			s := segment{line[j-1], line[j], i}
			boxes = append(boxes, rtree.BulkItem{Box: s.box(), RecordID: len(segments)})
			segments = append(segments, s)
		}
	}
	tree := rtree.BulkLoad(boxes)
	tangled := make(map[int]bool)
	for i, s := range segments {
		// The search ends when the function returns an error, which it does not.
		_ = tree.RangeSearch(s.box(), func(j int) error {
			if j > i && s.touches(segments[j]) {
				tangled[s.arc], tangled[segments[j].arc] = true, true
			}
			return nil
		})
	}
	return tangled
}

func (s segment) box() rtree.Box {
	return rtree.Box{
		MinX: math.Min(s.from[0], s.to[0]), MinY: math.Min(s.from[1], s.to[1]),
		MaxX: math.Max(s.from[0], s.to[0]), MaxY: math.Max(s.from[1], s.to[1]),
	}
}

// touches reports whether two segments have a point in common besides one that is an end of both.
func (s segment) touches(o segment) bool {
	for _, p := range []orb.Point{o.from, o.to} {
		if p != s.from && p != s.to && s.has(p) {
			return true
		}
	}
	for _, p := range []orb.Point{s.from, s.to} {
		if p != o.from && p != o.to && o.has(p) {
			return true
		}
	}
	if s.from == o.from && s.to == o.to || s.from == o.to && s.to == o.from {
		return true
	}
	return opposite(side(s, o.from), side(s, o.to)) && opposite(side(o, s.from), side(o, s.to))
}

// has reports whether a point lies on a segment.
func (s segment) has(p orb.Point) bool {
	b := s.box()
	return side(s, p) == 0 && p[0] >= b.MinX && p[0] <= b.MaxX && p[1] >= b.MinY && p[1] <= b.MaxY
}

// side is more than 0 for a point to the left of a segment, and less to the right.
func side(s segment, p orb.Point) float64 {
	return (s.to[0]-s.from[0])*(p[1]-s.from[1]) - (s.to[1]-s.from[1])*(p[0]-s.from[0])
}

func opposite(a, b float64) bool { return a > 0 && b < 0 || a < 0 && b > 0 }
