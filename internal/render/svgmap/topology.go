package svgmap

import (
	"encoding/binary"
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// topology is the boundaries of all areas as arcs, which neighbours share.
//
// If the rings of two neighbours were simplified separately, there would be gaps between
// them. So rings are cut into arcs where neighbours begin and end, each arc is simplified
// once, and both neighbours use it. This is the method of TopoJSON.
type topology struct {
	arcs  []arc
	rings [][]arcRing // of each area
}

// arc is a part of a boundary, in one of its two directions.
type arc struct {
	points orb.LineString
	keep   int // the least number of points after it is simplified
}

// arcRing is a ring as the arcs that it consists of.
type arcRing struct {
	arcs  []arcRef
	whole orb.Ring
}

// arcRef refers to an arc of a topology.
type arcRef struct {
	index    int
	backward bool
}

// finest is the area in square units of the smallest bend that is visible.
const finest = 0.25

func newTopology(shapes [][]orb.Ring) *topology {
	t := &topology{rings: make([][]arcRing, len(shapes))}
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
func (t *topology) cut(r orb.Ring, forks map[orb.Point]bool, known map[string]int) arcRing {
	out := arcRing{whole: r}
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
			out.arcs = append(out.arcs, t.add(current, known))
			current = orb.LineString{p}
		}
	}
	return out
}

// add returns the arc that has some points in either direction, and adds it when it is not
// known.
func (t *topology) add(points orb.LineString, known map[string]int) arcRef {
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

// paths returns the path of each area, in as much detail as fits in a number of bytes for
// all; in the least detail when nothing fits.
func (t *topology) paths(budget int) []string {
	low, high := finest, 2*finest
	best := t.draw(low)
	if size(best) <= budget {
		return best
	}
	// Find a level of detail that fits, then search for the most detail that fits.
	for best = t.draw(high); size(best) > budget && high < width*width; best = t.draw(high) {
		low, high = high, 4*high
	}
	for range 6 {
		middle := math.Sqrt(low * high)
		if paths := t.draw(middle); size(paths) <= budget {
			best, high = paths, middle
		} else {
			low = middle
		}
	}
	return best
}

func size(paths []string) int {
	n := 0
	for _, p := range paths {
		n += len(p)
	}
	return n
}

// draw returns the path of each area with every arc simplified: bends whose triangle is
// smaller than least square units are omitted (Visvalingam and Whyatt, 1993).
func (t *topology) draw(least float64) []string {
	simple := make([]orb.LineString, len(t.arcs))
	for i, a := range t.arcs {
		simple[i] = simplify.Visvalingam(least, a.keep).LineString(a.points.Clone())
	}
	paths := make([]string, len(t.rings))
	for i, rings := range t.rings {
		var b []byte
		for _, r := range rings {
			b = r.join(simple).appendPath(b)
		}
		if len(b) == 0 && len(rings) > 0 { // every area stays on the map
			b = smallest(rings).appendPath(b)
		}
		paths[i] = string(b)
	}
	return paths
}

// join returns a ring of simplified arcs.
func (r arcRing) join(simple []orb.LineString) ring {
	var out ring
	for _, a := range r.arcs {
		points := simple[a.index]
		for i, p := range points {
			if a.backward {
				p = points[len(points)-1-i]
			}
			out = out.add(rounded(p))
		}
	}
	return out.closed()
}

// smallest returns the ring that replaces an area of which every ring became empty: a
// triangle of its largest ring, or a dot.
func smallest(rings []arcRing) ring {
	var best ring
	for _, r := range rings {
		var simple ring
		for _, p := range simplify.VisvalingamKeep(4).Ring(append(r.whole.Clone(), r.whole[0])) {
			simple = simple.add(rounded(p))
		}
		if simple = simple.closed(); simple.area() > best.area() {
			best = simple
		}
	}
	if best != nil {
		return best
	}
	p := rounded(rings[0].whole[0])
	return ring{p, {p.x + 2, p.y}, {p.x + 2, p.y + 2}, {p.x, p.y + 2}}
}

// appendPath appends a ring as path data: the first point, and then the differences between
// points, which are shorter. A ring without area is omitted.
func (r ring) appendPath(b []byte) []byte {
	if r.area() == 0 {
		return b
	}
	b = append(b, 'M')
	b = strconv.AppendInt(b, int64(r[0].x), 10)
	b = appendNext(b, r[0].y)
	for i := 1; i < len(r); i++ {
		if i == 1 {
			b = append(b, 'l')
			b = strconv.AppendInt(b, int64(r[i].x-r[i-1].x), 10)
		} else {
			b = appendNext(b, r[i].x-r[i-1].x)
		}
		b = appendNext(b, r[i].y-r[i-1].y)
	}
	return append(b, 'z')
}

// appendNext appends a number that follows another, after a space if it has no sign.
func appendNext(b []byte, n int) []byte {
	if n >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(n), 10)
}
