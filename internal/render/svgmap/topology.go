package svgmap

import (
	"encoding/binary"
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// net is the rings of all areas as the lines that they share.
//
// Neighbours have one line between them. Simplified each for itself, their
// outlines would part; so rings are cut where neighbours begin and end, each
// piece is simplified once, and both neighbours get it. This is the method of
// Bostock's TopoJSON.
type net struct {
	lines []line
	rings [][]netRing // of each area
}

// line is a piece of border, in one of its two directions.
type line struct {
	points orb.LineString
	keep   int // how many points it must keep
}

// netRing is a ring as the lines that it is made of.
type netRing struct {
	pieces []piece
	whole  orb.Ring
}

type piece struct {
	line     int
	backward bool
}

// finest is the area in square units of the smallest bend that can be seen.
const finest = 0.25

func newNet(shapes [][]orb.Ring) *net {
	n := &net{rings: make([][]netRing, len(shapes))}
	forks := forksOf(shapes)
	known := make(map[string]int)
	for i, rings := range shapes {
		for _, r := range rings {
			n.rings[i] = append(n.rings[i], n.cut(r, forks, known))
		}
	}
	for i, l := range n.lines {
		n.lines[i].points = simplify.Visvalingam(finest, l.keep).LineString(l.points)
	}
	return n
}

// forksOf returns the points where a line ends: rings that share the point go on
// to different neighbours.
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

// cut cuts a ring at the forks in it.
func (n *net) cut(r orb.Ring, forks map[orb.Point]bool, known map[string]int) netRing {
	out := netRing{whole: r}
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
			out.pieces = append(out.pieces, n.piece(current, known))
			current = orb.LineString{p}
		}
	}
	return out
}

// piece returns a line as a piece of a ring, the same line for both neighbours.
func (n *net) piece(points orb.LineString, known map[string]int) piece {
	backward := false
	// A closed line begins and ends in one point: its direction is that of the
	// points after it.
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
		at = len(n.lines)
		known[string(key)] = at
		keep := 2
		if points[0] == points[len(points)-1] {
			keep = 4 // a triangle
		}
		n.lines = append(n.lines, line{points, keep})
	}
	return piece{at, backward}
}

// paths returns the path of each area, in as much detail as a number of bytes in
// all allows; more bytes when the least detail takes them.
func (n *net) paths(budget int) []string {
	low, high := finest, 2*finest
	best := n.draw(low)
	if size(best) <= budget {
		return best
	}
	// Less and less detail, until it fits; then back to the most that fits.
	for best = n.draw(high); size(best) > budget && high < width*width; best = n.draw(high) {
		low, high = high, 4*high
	}
	for range 6 {
		middle := math.Sqrt(low * high)
		if paths := n.draw(middle); size(paths) <= budget {
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

// draw returns the paths with every line simplified: bends whose triangle is
// smaller than least square units are left out (Visvalingam and Whyatt, 1993).
func (n *net) draw(least float64) []string {
	simple := make([]orb.LineString, len(n.lines))
	for i, l := range n.lines {
		simple[i] = simplify.Visvalingam(least, l.keep).LineString(l.points.Clone())
	}
	paths := make([]string, len(n.rings))
	for i, rings := range n.rings {
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

// join puts the simplified lines of a ring together.
func (r netRing) join(lines []orb.LineString) ring {
	var out ring
	for _, p := range r.pieces {
		l := lines[p.line]
		for i := range l {
			at := l[i]
			if p.backward {
				at = l[len(l)-1-i]
			}
			out = out.add(rounded(at))
		}
	}
	return out.closed()
}

// smallest returns what stands for an area that was simplified away: a triangle
// of its largest ring, or a dot.
func smallest(rings []netRing) ring {
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

// appendPath appends a ring as path data: after the first point only differences,
// which are shorter. A ring without area is not drawn.
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

// appendNext appends a number that follows another: a minus sign parts them too.
func appendNext(b []byte, n int) []byte {
	if n >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(n), 10)
}
