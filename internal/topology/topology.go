// Package topology simplifies the boundaries of areas without gaps between neighbours.
//
// If the rings of two neighbours were simplified separately, there would be gaps between
// them. So rings are cut into arcs where neighbours begin and end, each arc is simplified
// once, and both neighbours use it. This is the method of TopoJSON.
package topology

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// Topology is the boundaries of all areas as arcs, which neighbours share.
type Topology struct {
	arcs  []arc
	rings [][]arcRing // of each area
}

// arc is a part of a boundary, in one of its two directions.
type arc struct {
	points orb.LineString
	keep   int // the least number of points after it is simplified
}

// arcRing is a ring as the arcs that it consists of.
type arcRing []arcRef

// arcRef refers to an arc of a topology.
type arcRef struct {
	index    int
	backward bool
}

// New returns the topology of areas, each of them as its rings, holes too, of which the last point is
// not the first. Two areas are neighbours where they have the same points. Bends whose triangle is
// smaller than finest square units are omitted for good.
func New(shapes [][]orb.Ring, finest float64) *Topology {
	t := &Topology{rings: make([][]arcRing, len(shapes))}
	forks := forksOf(shapes)
	known := make(map[string]int)
	for i, rings := range shapes {
		for _, r := range rings {
			t.rings[i] = append(t.rings[i], t.cut(r, forks, known))
		}
	}
	for i, a := range t.arcs {
		t.arcs[i].points = simplify.Visvalingam(finest, a.keep).LineString(a.points)
	}
	return t
}

// forksOf returns the points where arcs end: two rings share the point, but not both of the
// points next to it.
func forksOf(shapes [][]orb.Ring) map[orb.Point]bool {
	type ends struct{ a, b orb.Point }
	seen := make(map[orb.Point]ends)
	forks := make(map[orb.Point]bool)
	for _, rings := range shapes {
		for _, r := range rings {
			for i, p := range r {
				a, b := r[(i+len(r)-1)%len(r)], r[(i+1)%len(r)]
				if less(b, a) {
					a, b = b, a
				}
				if e, ok := seen[p]; ok && e != (ends{a, b}) {
					forks[p] = true
				}
				seen[p] = ends{a, b}
			}
		}
	}
	return forks
}

func less(p, q orb.Point) bool { return p[0] < q[0] || p[0] == q[0] && p[1] < q[1] }

// cut returns a ring as arcs, which end at forks. known has the index of each arc by its
// points.
func (t *Topology) cut(r orb.Ring, forks map[orb.Point]bool, known map[string]int) arcRing {
	var out arcRing
	start, least := -1, 0
	for i, p := range r {
		if forks[p] {
			start = i
			break
		}
		if less(p, r[least]) {
			least = i
		}
	}
	ends := func(p orb.Point) bool { return forks[p] }
	if start < 0 { // an island, or a hole that one neighbour fills
		start = least
		ends = func(p orb.Point) bool { return p == r[least] }
	}
	current := orb.LineString{r[start]}
	for i := 1; i <= len(r); i++ {
		p := r[(start+i)%len(r)]
		current = append(current, p)
		if ends(p) {
			out = append(out, t.add(current, known))
			current = orb.LineString{p}
		}
	}
	return out
}

// add returns the arc that has some points in either direction, and adds it when it is not
// known.
func (t *Topology) add(points orb.LineString, known map[string]int) arcRef {
	backward := false
	// A closed arc begins and ends in one point: its direction is that of the points after
	// it.
	for i, j := 0, len(points)-1; i < j; i, j = i+1, j-1 {
		if points[i] != points[j] {
			backward = less(points[j], points[i])
			break
		}
	}
	if backward {
		points.Reverse()
	}
	key := make([]byte, 0, 16*len(points))
	for _, p := range points {
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(p[0]))
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(p[1]))
	}
	at, ok := known[string(key)]
	if !ok {
		at = len(t.arcs)
		known[string(key)] = at
		keep := 2
		if points[0] == points[len(points)-1] {
			keep = 4 // a triangle
		}
		t.arcs = append(t.arcs, arc{points, keep})
	}
	return arcRef{at, backward}
}

// Simplified returns the rings of each area with every arc simplified: bends whose triangle is
// smaller than least square units are omitted (Visvalingam and Whyatt, 1993). The last point of
// a ring is not the first.
func (t *Topology) Simplified(least float64) [][]orb.Ring {
	return t.joined(t.lines(func(int) float64 { return least }))
}

// lines returns every arc simplified, each by its own least square units.
func (t *Topology) lines(least func(arc int) float64) []orb.LineString {
	simple := make([]orb.LineString, len(t.arcs))
	for i, a := range t.arcs {
		simple[i] = simplify.Visvalingam(least(i), a.keep).LineString(a.points.Clone())
	}
	return simple
}

// joined returns the rings of each area, of simplified arcs.
func (t *Topology) joined(simple []orb.LineString) [][]orb.Ring {
	shapes := make([][]orb.Ring, len(t.rings))
	for i, rings := range t.rings {
		for _, r := range rings {
			shapes[i] = append(shapes[i], r.join(simple))
		}
	}
	return shapes
}

// join returns a ring of simplified arcs.
func (r arcRing) join(simple []orb.LineString) orb.Ring {
	var out orb.Ring
	for _, a := range r {
		points := simple[a.index]
		for i := range points[:len(points)-1] {
			if a.backward {
				i = len(points) - 1 - i
			}
			out = append(out, points[i])
		}
	}
	return out
}
