package svgmap

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"

	"wijkvisie/internal/topology"
)

// boundaries are the boundaries of all areas, which can be drawn in more and in less detail.
type boundaries struct {
	whole    [][]orb.Ring // of each area
	topology *topology.Topology
}

// finest is the area in square units of the smallest bend that is visible.
const finest = 0.25

func newBoundaries(shapes [][]orb.Ring) *boundaries {
	return &boundaries{shapes, topology.New(shapes, finest)}
}

// paths returns the path of each area, in as much detail as fits in a number of bytes for
// all; in the least detail when nothing fits.
func (t *boundaries) paths(budget int) []string {
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

// draw returns the path of each area without the bends whose triangle is smaller than least
// square units.
func (t *boundaries) draw(least float64) []string {
	paths := make([]string, len(t.whole))
	for i, rings := range t.topology.Simplified(least) {
		var b []byte
		for _, r := range rounds(rings) {
			b = r.appendPath(b)
		}
		if len(b) == 0 && len(rings) > 0 { // every area stays on the map
			b = smallest(t.whole[i]).appendPath(b)
		}
		paths[i] = string(b)
	}
	return paths
}

// smallest returns the ring that replaces an area of which every ring became empty: a
// triangle of its largest ring, or a dot.
func smallest(rings []orb.Ring) ring {
	var best ring
	for _, r := range rings {
		var simple ring
		for _, p := range simplify.VisvalingamKeep(4).Ring(append(r.Clone(), r[0])) {
			simple = simple.add(rounded(p))
		}
		if simple = simple.closed(); simple.area() > best.area() {
			best = simple
		}
	}
	if best != nil {
		return best
	}
	p := rounded(rings[0][0])
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
