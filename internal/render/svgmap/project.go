package svgmap

import (
	"math"

	"github.com/paulmach/orb"
)

// point is a place in a drawing, in whole units. y increases downwards.
type point struct{ x, y int }

// ring is a closed line, of which the last point is not the first.
type ring []point

// projection is how places on earth become places in a drawing.
type projection struct {
	west, north float64 // in degrees
	left        float64 // of the westmost place, in units of the drawing
	wide, high  float64 // a degree of longitude and of latitude, in units of the drawing
}

// point returns a place on earth in units of the drawing.
func (p projection) point(on orb.Point) orb.Point {
	return orb.Point{p.left + (on.Lon()-p.west)*p.wide, margin + (p.north-on.Lat())*p.high}
}

// projected is the areas in units of the drawing.
type projected struct {
	projection
	height int
	shapes [][]orb.Ring // the rings of each area, holes too; the last point is not the first
}

// margin is the free space around the areas, in which the strokes of their lines fit.
const margin = 3

// project returns the areas in an equirectangular projection about their middle, which is
// accurate enough for a municipality. Points are not rounded to whole units, so that two
// areas have a point in common only when they share it.
func project(areas []Area) projected {
	var bound orb.Bound
	first := true
	for _, a := range areas {
		if len(a.Shape) == 0 {
			continue
		}
		if first {
			bound, first = a.Shape.Bound(), false
			continue
		}
		bound = bound.Union(a.Shape.Bound())
	}
	narrower := math.Cos(bound.Center().Lat() * math.Pi / 180)
	wide := (bound.Right() - bound.Left()) * narrower
	high := bound.Top() - bound.Bottom()
	// The height is at most the width, so that the list below the map of a long city stays
	// on the screen.
	scale := (width - 2*margin) / max(wide, high, 1e-9)
	out := projected{
		projection: projection{west: bound.Left(), north: bound.Top(), left: (width - wide*scale) / 2, wide: narrower * scale, high: scale},
		height:     int(math.Ceil(high*scale)) + 2*margin,
		shapes:     make([][]orb.Ring, len(areas)),
	}
	for i, a := range areas {
		for _, polygon := range a.Shape {
			for _, r := range polygon {
				flat := make(orb.Ring, 0, len(r))
				for _, p := range r {
					q := out.point(p)
					if n := len(flat); n == 0 || flat[n-1] != q {
						flat = append(flat, q)
					}
				}
				for len(flat) > 1 && flat[len(flat)-1] == flat[0] {
					flat = flat[:len(flat)-1]
				}
				out.shapes[i] = append(out.shapes[i], flat)
			}
		}
	}
	return out
}

// rounded returns a point in whole units.
func rounded(p orb.Point) point { return point{int(math.Round(p[0])), int(math.Round(p[1]))} }

// rounds returns rings in whole units.
func rounds(rings []orb.Ring) []ring {
	out := make([]ring, len(rings))
	for i, r := range rings {
		for _, p := range r {
			out[i] = out[i].add(rounded(p))
		}
		out[i] = out[i].closed()
	}
	return out
}

// add appends a point, unless it is the last point already.
func (r ring) add(p point) ring {
	if n := len(r); n > 0 && r[n-1] == p {
		return r
	}
	return append(r, p)
}

// closed returns a ring without last points that are equal to the first.
func (r ring) closed() ring {
	for len(r) > 1 && r[len(r)-1] == r[0] {
		r = r[:len(r)-1]
	}
	return r
}

// area returns twice the area that a ring encloses.
func (r ring) area() int {
	sum := 0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sum += p.x*q.y - q.x*p.y
	}
	return max(sum, -sum)
}
