package topology

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Dissolve returns the area of several polygons beside each other, which have the same points
// where they touch: the lines between them are gone. A ring that is smaller than least square
// units, as where the points differ a little, is omitted.
func Dissolve(polygons []orb.Polygon, least float64) orb.MultiPolygon {
	next := make(map[orb.Point][]orb.Point)
	for _, polygon := range polygons {
		for i, ring := range polygon {
			addSides(next, directed(ring, i > 0))
		}
	}
	var outer, holes []orb.Ring
	for len(next) > 0 {
		for _, ring := range loops(trace(next)) {
			switch {
			case len(ring) < 4 || planar.Area(orb.Polygon{ring}) < least:
			case ring.Orientation() == orb.CCW:
				outer = append(outer, ring)
			default:
				holes = append(holes, ring)
			}
		}
	}
	return assembled(outer, holes)
}

// directed returns a ring against the clock, a hole with it.
func directed(ring orb.Ring, hole bool) orb.Ring {
	if (ring.Orientation() == orb.CCW) == hole {
		ring = ring.Clone()
		ring.Reverse()
	}
	return ring
}

// addSides adds the sides of a ring to those that lead from each point, but for those that lead
// back along a side: these two cancel each other out.
func addSides(next map[orb.Point][]orb.Point, ring orb.Ring) {
	for i := 1; i < len(ring); i++ {
		from, to := ring[i-1], ring[i]
		if from == to {
			continue
		}
		if at := slices.Index(next[to], from); at >= 0 {
			take(next, to, at)
		} else {
			next[from] = append(next[from], to)
		}
	}
}

// take removes a side that leads from a point.
func take(next map[orb.Point][]orb.Point, from orb.Point, at int) (to orb.Point) {
	to = next[from][at]
	if next[from] = slices.Delete(next[from], at, at+1); len(next[from]) == 0 {
		delete(next, from)
	}
	return to
}

// trace takes a way along sides, back to where it began, out of those that are left. As many sides
// lead to a point as from it.
func trace(next map[orb.Point][]orb.Point) orb.Ring {
	var start orb.Point
	first := true
	for p := range next {
		if first || less(p, start) {
			start, first = p, false
		}
	}
	way := orb.Ring{start}
	for at := take(next, start, 0); at != start; at = take(next, at, 0) {
		way = append(way, at)
	}
	return way
}

// loops cuts a way where it comes by a point again, into closed rings.
func loops(way orb.Ring) []orb.Ring {
	var all []orb.Ring
	var open orb.Ring
	at := make(map[orb.Point]int) // where a point is in open
	for _, p := range append(way, way[0]) {
		if i, ok := at[p]; ok {
			ring := append(slices.Clone(open[i:]), p)
			for _, q := range open[i:] {
				delete(at, q)
			}
			open, all = open[:i], append(all, ring)
		}
		at[p] = len(open)
		open = append(open, p)
	}
	return all
}

// assembled returns polygons: each hole is in the smallest outer ring around it.
func assembled(outer, holes []orb.Ring) orb.MultiPolygon {
	shape := make(orb.MultiPolygon, len(outer))
	for i, ring := range outer {
		shape[i] = orb.Polygon{ring}
	}
	for _, hole := range holes {
		best, size := -1, 0.0
		for i, ring := range outer {
			if n := planar.Area(orb.Polygon{ring}); planar.RingContains(ring, middle(hole)) && (best < 0 || n < size) {
				best, size = i, n
			}
		}
		if best >= 0 {
			shape[best] = append(shape[best], hole)
		}
	}
	return shape
}

// middle returns a point of a ring that is no corner, so that a ring that touches it in a corner
// does not have it.
func middle(r orb.Ring) orb.Point { return orb.Point{(r[0][0] + r[1][0]) / 2, (r[0][1] + r[1][1]) / 2} }
