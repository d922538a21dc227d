package topology

import (
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// square returns a ring around a square, with its last point as its first.
func square(x, y, size float64) orb.Ring {
	return orb.Ring{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}
}

// open returns a ring without its last point.
func open(r orb.Ring) orb.Ring { return r[:len(r)-1] }

// TestUntangledKeepsArcsApart has two areas between which a third is so thin that one line
// stands for both of its sides once bends are omitted, and an island beside a deep bay.
func TestUntangledKeepsArcsApart(t *testing.T) {
	shapes := [][]orb.Ring{
		{{{0, 0}, {5, 1}, {10, 0}, {10, 10}, {0, 10}}},
		{{{0, 0}, {5, -0.2}, {10, 0}, {5, 1}}},
	}
	island := [][]orb.Ring{
		{{{20, 0}, {30, 0}, {30, 10}, {26, 10}, {25, 2}, {24, 10}, {20, 10}}},
		{open(square(24.8, 7, 0.4))},
	}
	for i, all := range [][][]orb.Ring{shapes, island} {
		for _, least := range []float64{0.1, 1, 10, 100} {
			simple := New(all, 0).Untangled(least)
			var lines []orb.LineString
			for j, rings := range simple {
				for _, r := range rings {
					if planar.Area(orb.Polygon{append(r, r[0])}) == 0 {
						t.Errorf("%d: area %d is gone at %g", i, j, least)
					}
					lines = append(lines, orb.LineString(append(r, r[0])))
				}
			}
			for _, a := range lines {
				for _, b := range lines {
					if &a[0] != &b[0] && crosses(a, b) {
						t.Errorf("%d: %v and %v cross at %g", i, a, b, least)
					}
				}
			}
		}
	}
}

// crosses reports whether two lines go through each other.
func crosses(a, b orb.LineString) bool {
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			s, o := segment{a[i-1], a[i], 0}, segment{b[j-1], b[j], 1}
			if opposite(side(s, o.from), side(s, o.to)) && opposite(side(o, s.from), side(o, s.to)) {
				return true
			}
		}
	}
	return false
}

func TestTouches(t *testing.T) {
	s := segment{orb.Point{0, 0}, orb.Point{4, 0}, 0}
	for _, test := range []struct {
		name string
		o    segment
		want bool
	}{
		{"a cross", segment{orb.Point{2, -1}, orb.Point{2, 1}, 1}, true},
		{"an end on it", segment{orb.Point{2, 0}, orb.Point{2, 1}, 1}, true},
		{"a common end", segment{orb.Point{4, 0}, orb.Point{6, 1}, 1}, false},
		{"on along the line", segment{orb.Point{4, 0}, orb.Point{6, 0}, 1}, false},
		{"back along the line", segment{orb.Point{4, 0}, orb.Point{2, 0}, 1}, true},
		{"the same", segment{orb.Point{4, 0}, orb.Point{0, 0}, 1}, true},
		{"beside it", segment{orb.Point{0, 1}, orb.Point{4, 1}, 1}, false},
		{"in line, apart", segment{orb.Point{5, 0}, orb.Point{6, 0}, 1}, false},
	} {
		if got := s.touches(test.o); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
		if got := test.o.touches(s); got != test.want {
			t.Errorf("%s, the other way round: %t", test.name, got)
		}
	}
}

func TestDissolve(t *testing.T) {
	var around []orb.Polygon // eight squares around a hole
	for x := range 3 {
		for y := range 3 {
			if x != 1 || y != 1 {
				around = append(around, orb.Polygon{square(float64(x), float64(y), 1)})
			}
		}
	}
	turned := square(1, 0, 1)
	turned.Reverse()
	for _, test := range []struct {
		name     string
		polygons []orb.Polygon
		parts    int
		holes    int
		area     float64
	}{
		{"one", []orb.Polygon{{square(0, 0, 1)}}, 1, 0, 1},
		{"two beside each other, one turned", []orb.Polygon{{square(0, 0, 1)}, {turned}}, 1, 0, 2},
		{"two apart", []orb.Polygon{{square(0, 0, 1)}, {square(3, 0, 1)}}, 2, 0, 2},
		{"two that touch in a corner", []orb.Polygon{{square(0, 0, 1)}, {square(1, 1, 1)}}, 2, 0, 2},
		{"around a hole", around, 1, 1, 8},
		{"a hole that is filled", append([]orb.Polygon{{square(1, 1, 1)}}, around...), 1, 0, 9},
		{"an enclave", []orb.Polygon{{square(0, 0, 9), square(3, 3, 3)}, {square(4, 4, 1)}}, 2, 1, 73},
		{"points that differ a little, with a line between them", []orb.Polygon{{square(0, 0, 1)}, {{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1.00001, 0.5}, {1, 0}}}}, 2, 0, 2},
		{"nothing", nil, 0, 0, 0},
	} {
		shape := Dissolve(test.polygons, 0.001)
		holes := 0
		for _, p := range shape {
			holes += len(p) - 1
		}
		if area := planar.Area(shape); len(shape) != test.parts || holes != test.holes || area < test.area-0.001 || area > test.area+0.001 {
			t.Errorf("%s: %d parts, %d holes, area %g: %v", test.name, len(shape), holes, area, shape)
		}
	}
}
