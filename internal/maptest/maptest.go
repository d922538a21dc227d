// Package maptest makes maps of municipalities that do not exist, in the shape of those that CBS
// and PDOK publish.
package maptest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Municipality is one that does not exist. Areas are in metres of the Dutch grid (RD New).
type Municipality struct {
	Code, Name string
	Wijken     []Wijk
}

// Wijk is one of its wijken.
type Wijk struct {
	Area
	Buurten []Area
}

// Area is a wijk, or one of its buurten.
type Area struct {
	Code, Name string
	Residents  int // below zero when they are not known
	Water      bool
	Shape      orb.MultiPolygon
}

// oddNames are names that are hard to write down or to tell apart.
var oddNames = []string{
	"'s-Gravenhage", "Wijk %s", "Wijk %s Oost", "Verspreide huizen", "Verspreide huizen", "Buitengebied",
	"Wijk %s Buitengebied", "Ĳzeren Rijn", "Étoile & omgeving", "1e Exloërmond", "Wijk %s 't Zand", "Noord: haven",
	"Tussen Maas # Waal", "Wijk %s, West", "Null", "null", "Yes", "No", "2023", "Ter Apel/Barnflair", "Bergen (NH.)",
	"[Centrum]", "De Kolk, Plas en \"Vaart\"", "- Zuid", "Wijk %s - Zuid", "?", "Ganzenhoek:", "St. Anna ter Muiden",
	"Het 50% van Oud-Zuid", "Kaart", "Index", "Wijken", "Een wijk met een heel lange naam die nergens in past en die toch zo heet omdat er twee dorpen zijn samengevoegd",
}

// size is how many cells a municipality is wide and high, and cell how many metres one has.
const (
	size = 9
	cell = 400.0
)

// Random returns a municipality by its number, always the same, with wijken that have holes,
// islands, names that others have too, and water.
func Random(number int) Municipality {
	chance := rand.New(rand.NewPCG(uint64(number), 25))
	digits := fmt.Sprintf("%04d", 1+(number*5)%9_990)
	m := Municipality{Code: "GM" + digits, Name: fmt.Sprintf("Gemeente %d", number)}
	if number%7 == 0 {
		m.Name = []string{"'s-Gravenzande", "Súdwest-Fryslân", "Bergen (NH.)", "Nuenen, Gerwen en Nederwetten", "De Ronde Venen"}[number/7%5]
	}
	count := 1 + chance.IntN(14)
	g := newGrid(chance, orb.Point{20_000 + float64(number%19)*12_000, 320_000 + float64(number/19)*14_000})
	owner := g.grow(chance, count)
	for i := range count {
		part := fmt.Sprintf("%02d", i)
		w := Wijk{Area: Area{Code: "WK" + digits + part, Name: oddNames[chance.IntN(len(oddNames))], Residents: chance.IntN(30_000)}}
		if strings.Contains(w.Name, "%s") {
			w.Name = fmt.Sprintf(w.Name, part)
		}
		switch chance.IntN(12) {
		case 0:
			w.Residents = []int{-99999999, -99997, -99995}[chance.IntN(3)]
		case 1:
			w.Residents = 0
		case 2:
			w.Water = i > 0
		}
		cells := owner[i]
		w.Shape = g.shape(cells)
		for j, mine := range split(chance, cells) {
			w.Buurten = append(w.Buurten, Area{
				Code: fmt.Sprintf("BU%s%s%02d", digits, part, j), Name: fmt.Sprintf("Buurt %c", 'A'+j%26),
				Residents: w.Residents, Water: w.Water, Shape: g.shape(mine),
			})
			if chance.IntN(3) == 0 {
				w.Buurten[j].Name = "Verspreide huizen"
			}
		}
		m.Wijken = append(m.Wijken, w)
	}
	return m
}

// grid is the cells of a municipality, whose sides are crooked lines that two cells share.
type grid struct {
	origin orb.Point
	sides  map[[2]spot][]orb.Point // from one corner to the next, the second left out
}

// spot is a corner of cells, and a cell by its corner below on the left.
type spot struct{ x, y int }

func newGrid(chance *rand.Rand, origin orb.Point) *grid {
	g := &grid{origin, make(map[[2]spot][]orb.Point)}
	corners := make(map[spot]orb.Point)
	for x := range size + 1 {
		for y := range size + 1 {
			corners[spot{x, y}] = millimetres(orb.Point{origin[0] + cell*(float64(x)+0.3*chance.Float64()), origin[1] + cell*(float64(y)+0.3*chance.Float64())})
		}
	}
	for from, p := range corners {
		for _, to := range []spot{{from.x + 1, from.y}, {from.x, from.y + 1}} {
			q, ok := corners[to]
			if !ok {
				continue
			}
			turn := rand.New(rand.NewPCG(uint64(from.x*100+from.y), uint64(to.x*100+to.y)))
			line := crooked(turn, p, q, 4)
			g.sides[[2]spot{from, to}] = line
			back := make([]orb.Point, 0, len(line))
			back = append(back, q)
			for i := len(line) - 1; i > 0; i-- {
				back = append(back, line[i])
			}
			g.sides[[2]spot{to, from}] = back
		}
	}
	return g
}

// millimetres returns a point in whole millimetres.
func millimetres(p orb.Point) orb.Point {
	return orb.Point{math.Round(p[0]*1000) / 1000, math.Round(p[1]*1000) / 1000}
}

// crooked returns points from p on, before q, with bends smaller than cells are apart.
func crooked(chance *rand.Rand, p, q orb.Point, depth int) []orb.Point {
	if depth == 0 {
		return []orb.Point{millimetres(p)}
	}
	dx, dy := q[0]-p[0], q[1]-p[1]
	most := 0.2 // less for small bends, so that no two sides cross near their corner
	if depth < 3 {
		most = 0.04
	}
	bend := (chance.Float64() - 0.5) * most
	middle := orb.Point{(p[0]+q[0])/2 - dy*bend, (p[1]+q[1])/2 + dx*bend}
	return append(crooked(chance, p, middle, depth-1), crooked(chance, middle, q, depth-1)...)
}

// grow gives every cell to one of a number of owners, most to that of a neighbour.
func (g *grid) grow(chance *rand.Rand, count int) [][]spot {
	of := make(map[spot]int)
	owned := make([][]spot, count)
	take := func(s spot, i int) {
		of[s] = i
		owned[i] = append(owned[i], s)
	}
	var free []spot
	for x := range size {
		for y := range size {
			free = append(free, spot{x, y})
		}
	}
	chance.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	for i := range count {
		take(free[i], i)
	}
	free = free[count:]
	for len(free) > 0 {
		var later []spot
		for _, s := range free {
			var near []int
			for _, n := range []spot{{s.x + 1, s.y}, {s.x - 1, s.y}, {s.x, s.y + 1}, {s.x, s.y - 1}} {
				if i, ok := of[n]; ok {
					near = append(near, i)
				}
			}
			switch {
			case len(near) > 0 && chance.IntN(3) > 0:
				take(s, near[chance.IntN(len(near))])
			case chance.IntN(40) == 0:
				take(s, chance.IntN(count)) // an island, or an enclave in another
			default:
				later = append(later, s)
			}
		}
		free = later
	}
	return owned
}

// split divides cells over one to four buurten.
func split(chance *rand.Rand, cells []spot) [][]spot {
	parts := make([][]spot, min(len(cells), 1+chance.IntN(4)))
	for i, s := range cells {
		k := i * len(parts) / len(cells)
		parts[k] = append(parts[k], s)
	}
	return parts
}

// shape returns the area of cells: their sides that no two of them share, in rings.
func (g *grid) shape(cells []spot) orb.MultiPolygon {
	next := make(map[spot][]spot)
	for _, c := range cells {
		around := []spot{c, {c.x + 1, c.y}, {c.x + 1, c.y + 1}, {c.x, c.y + 1}}
		for i, from := range around {
			to := around[(i+1)%4]
			if i := slices.Index(next[to], from); i >= 0 {
				if next[to] = slices.Delete(next[to], i, i+1); len(next[to]) == 0 {
					delete(next, to)
				}
			} else {
				next[from] = append(next[from], to)
			}
		}
	}
	var outer, holes []orb.Ring
	for len(next) > 0 {
		for _, corners := range loops(trace(next)) {
			ring := g.ring(corners)
			if ring.Orientation() == orb.CCW {
				outer = append(outer, ring)
			} else {
				holes = append(holes, ring)
			}
		}
	}
	shape := make(orb.MultiPolygon, len(outer))
	for i, r := range outer {
		shape[i] = orb.Polygon{r}
	}
	for _, hole := range holes {
		best := -1
		for i, r := range outer {
			if planar.RingContains(r, inside(hole)) && (best < 0 || planar.Area(r) < planar.Area(outer[best])) {
				best = i
			}
		}
		shape[best] = append(shape[best], hole)
	}
	return shape
}

// inside returns the middle of the first two points of a ring that lie apart.
func inside(r orb.Ring) orb.Point { return orb.Point{(r[1][0] + r[2][0]) / 2, (r[1][1] + r[2][1]) / 2} }

// trace takes a way along sides, back to where it began, out of those that are left.
func trace(next map[spot][]spot) []spot {
	start := spot{size, size}
	for s := range next {
		if s.x < start.x || s.x == start.x && s.y < start.y {
			start = s
		}
	}
	var way []spot
	for at := start; ; {
		way = append(way, at)
		to := next[at][0]
		if next[at] = next[at][1:]; len(next[at]) == 0 {
			delete(next, at)
		}
		if at = to; at == start {
			return way
		}
	}
}

// loops cuts a way where it comes by a corner again.
func loops(way []spot) [][]spot {
	var all [][]spot
	var open []spot
	for _, s := range way {
		if i := slices.Index(open, s); i >= 0 {
			all = append(all, slices.Clone(open[i:]))
			open = open[:i]
		}
		open = append(open, s)
	}
	return append(all, open)
}

// ring returns the sides from corner to corner.
func (g *grid) ring(corners []spot) orb.Ring {
	var ring orb.Ring
	for i, from := range corners {
		ring = append(ring, g.sides[[2]spot{from, corners[(i+1)%len(corners)]}]...)
	}
	return append(ring, ring[0])
}
