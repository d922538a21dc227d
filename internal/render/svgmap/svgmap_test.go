package svgmap

import (
	"encoding/xml"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

// patchwork returns columns × rows areas that share wrinkled borders, as a
// municipality about the Dom tower. Each border has detail points.
func patchwork(columns, rows, detail int) []Area {
	random := rand.New(rand.NewPCG(1, 2))
	const size = 0.01
	corner := func(c, r int) orb.Point {
		return orb.Point{5.1214 + size*float64(c-columns/2), 52.0907 + size*0.6*float64(r-rows/2)}
	}
	borders := make(map[[4]int][]orb.Point)
	border := func(c1, r1, c2, r2 int) []orb.Point { // without its last point
		if c2 < c1 || r2 < r1 {
			forth := borders[[4]int{c2, r2, c1, r1}]
			back := []orb.Point{corner(c1, r1)}
			for i := len(forth) - 1; i > 0; i-- {
				back = append(back, forth[i])
			}
			return back
		}
		key := [4]int{c1, r1, c2, r2}
		if borders[key] == nil {
			a, b := corner(c1, r1), corner(c2, r2)
			points := []orb.Point{a}
			for i := 1; i < detail; i++ {
				f := float64(i) / float64(detail)
				wrinkle := func() float64 { return (random.Float64() - 0.5) * size / 10 }
				points = append(points, orb.Point{a[0] + f*(b[0]-a[0]) + wrinkle(), a[1] + f*(b[1]-a[1]) + wrinkle()})
			}
			borders[key] = points
		}
		return borders[key]
	}
	for c := 0; c <= columns; c++ {
		for r := 0; r <= rows; r++ {
			border(c, r, c+1, r)
			border(c, r, c, r+1)
		}
	}
	var areas []Area
	for r := range rows {
		for c := range columns {
			var ring orb.Ring
			ring = append(ring, border(c, r, c+1, r)...)
			ring = append(ring, border(c+1, r, c+1, r+1)...)
			ring = append(ring, border(c+1, r+1, c, r+1)...)
			ring = append(ring, border(c, r+1, c, r)...)
			ring = append(ring, ring[0])
			n := len(areas) + 1
			areas = append(areas, Area{Name: fmt.Sprintf("Wijk %d", n), URL: fmt.Sprintf("/wijken/wijk-%d/", n), Shape: orb.MultiPolygon{{ring}}})
		}
	}
	return areas
}

// drawn is an area as it is read from a map.
type drawn struct {
	name  string
	rings [][]orb.Point
	x, y  float64 // of the number
}

var number = regexp.MustCompile(`-?\d+`)

// read returns the areas of a map.
func read(t *testing.T, svg []byte) []drawn {
	t.Helper()
	var doc struct {
		Links []struct {
			Label string `xml:"aria-label,attr"`
			Path  struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
			Texts []struct {
				Class string  `xml:"class,attr"`
				X     float64 `xml:"x,attr"`
				Y     float64 `xml:"y,attr"`
			} `xml:"text"`
		} `xml:"a"`
	}
	if err := xml.Unmarshal(svg, &doc); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	var all []drawn
	for _, l := range doc.Links {
		a := drawn{name: l.Label}
		for _, sub := range strings.Split(strings.TrimSuffix(l.Path.D, "z"), "z") {
			var ring []orb.Point
			numbers := number.FindAllString(sub, -1)
			at := orb.Point{}
			for i := 0; i+1 < len(numbers); i += 2 {
				x, _ := strconv.Atoi(numbers[i])
				y, _ := strconv.Atoi(numbers[i+1])
				at = orb.Point{at[0] + float64(x), at[1] + float64(y)}
				ring = append(ring, at)
			}
			a.rings = append(a.rings, ring)
		}
		for _, text := range l.Texts {
			if strings.HasPrefix(text.Class, "wv-nr") {
				a.x, a.y = text.X, text.Y
			}
		}
		all = append(all, a)
	}
	return all
}

// covers reports whether a point is within the rings, by the even-odd rule.
func (d drawn) covers(x, y float64) bool {
	inside := false
	for _, r := range d.rings {
		for i, p := range r {
			q := r[(i+1)%len(r)]
			if p[1] > q[1] { // the same sum for both neighbours
				p, q = q, p
			}
			if p[1] <= y && y < q[1] && x < p[0]+(q[0]-p[0])*(y-p[1])/(q[1]-p[1]) {
				inside = !inside
			}
		}
	}
	return inside
}

func TestMapOfHundredAreasIsSmallAndHasNoGaps(t *testing.T) {
	for _, detail := range []int{2, 20, 400} {
		drawing := Map(patchwork(10, 10, detail))
		svg := drawing.SVG("Kaart")
		if len(svg) > 20_000 {
			t.Errorf("detail %d: %d bytes", detail, len(svg))
		}
		areas := read(t, svg)
		if len(areas) != 100 {
			t.Fatalf("detail %d: %d areas", detail, len(areas))
		}
		gaps, doubles := 0, 0
		for y := 20; y < drawing.height-20; y += 2 { // without the wrinkled outside
			for x := 20; x < drawing.width-20; x += 2 {
				n := 0
				for _, a := range areas {
					if a.covers(float64(x)+0.5, float64(y)+0.5) {
						n++
					}
				}
				switch {
				case n == 0:
					gaps++
				case n > 1:
					doubles++
				}
			}
		}
		// Where a line was simplified over another, a sliver is in two areas.
		if gaps > 0 || doubles > drawing.width*drawing.height/4/1000 {
			t.Errorf("detail %d: %d points in no area, %d in two", detail, gaps, doubles)
		}
		for _, a := range areas {
			if !a.covers(a.x, a.y) {
				t.Errorf("detail %d: the number of %s is outside it", detail, a.name)
			}
		}
	}
}

func TestMapHasTheShapesOfItsAreas(t *testing.T) {
	square := func(west, south, side float64) orb.Ring {
		return orb.Ring{{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}}
	}
	// A wijk with a hole that another fills, and an island of its own in the east.
	areas := []Area{
		{Name: "Rond", URL: "/rond/", Shape: orb.MultiPolygon{
			{square(5.0, 52.0, 0.1), square(5.03, 52.03, 0.04)},
			{square(5.2, 52.0, 0.05)},
		}},
		{Name: "Midden", URL: "/midden/", Shape: orb.MultiPolygon{{square(5.03, 52.03, 0.04)}}},
		{Name: "Buiten de kaart", URL: "/buiten/"},
	}
	drawing := Map(areas)
	found := read(t, drawing.SVG("Kaart"))
	if len(found) != 2 {
		t.Fatalf("%d areas, want the two with a shape", len(found))
	}
	if len(found[0].rings) != 3 {
		t.Errorf("%d rings, want the outside, the hole and the island", len(found[0].rings))
	}
	// In the middle of the hole is the other wijk, and nothing else.
	scale := (width - 2*margin) / (0.25 * math.Cos(52.05*math.Pi/180))
	x := margin + 0.05*math.Cos(52.05*math.Pi/180)*scale
	y := margin + 0.05*scale
	if found[0].covers(x, y) || !found[1].covers(x, y) {
		t.Errorf("the hole is not where it was: %v, %v", x, y)
	}
	if island := x + 0.175*math.Cos(52.05*math.Pi/180)*scale; !found[0].covers(island, margin+0.08*scale) {
		t.Error("the island is not where it was")
	}
	if drawing.Locator(2, "x") != nil {
		t.Error("a locator of an area that is not on the map")
	}
}

func TestMapPutsNamesWhereThereIsRoom(t *testing.T) {
	square := func(west float64, side float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{west, 52}, {west + side, 52}, {west + side, 52 + side}, {west, 52 + side}, {west, 52}}}}
	}
	svg := string(Map([]Area{
		{Name: "Groot", URL: "/a/", Shape: square(5, 0.1)},
		{Name: "Vleuten-De Meern", URL: "/b/", Shape: square(5.1, 0.03)},
		{Name: "Wijk met een naam die nergens past", URL: "/c/", Shape: square(5.13, 0.01)},
	}).SVG(`Kaart "x"`))
	for _, want := range []string{`>Groot</text>`, `>Vleuten-<tspan`, `>De Meern</tspan>`, `<text class="wv-nr wv-only"`, `aria-label="3 Wijk met een naam die nergens past"`, `aria-label="Kaart &#34;x&#34;"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
	if strings.Contains(svg, "past</text>") || strings.Contains(svg, "style=") {
		t.Error(svg)
	}
}

func TestLocatorIsSmallAtAnySize(t *testing.T) {
	for _, side := range []int{2, 10, 14} {
		drawing := Map(patchwork(side, side, 60))
		if n := len(drawing.Locator(0, "Hier")); n > 5_000 {
			t.Errorf("%d areas: %d bytes", side*side, n)
		}
	}
}

func TestTileMap(t *testing.T) {
	drawing := Map([]Area{
		{Name: "West", URL: "/west/", Tile: [2]int{3, 4}},
		{Name: "Oost", URL: "/oost/", Tile: [2]int{5, 5}},
		{Name: "Zonder", URL: "/zonder/"},
	})
	if !drawing.Tiles() || drawing.width != 384 || drawing.height != 256 {
		t.Errorf("%d × %d", drawing.width, drawing.height)
	}
	tiles := read(t, drawing.SVG("Tegelkaart"))
	if len(tiles) != 2 || !strings.HasSuffix(tiles[1].name, "Oost") || tiles[1].x != 320 || tiles[1].y < 128 {
		t.Errorf("%+v", tiles)
	}
	if Map([]Area{{Name: "Niets"}}) != nil {
		t.Error("a map of nothing")
	}
}

func BenchmarkMap(b *testing.B) {
	areas := patchwork(10, 10, 400)
	b.ReportAllocs()
	for b.Loop() {
		Map(areas)
	}
}

func TestAreasAreFilledWithPatternsOfTheirLevels(t *testing.T) {
	tile := func(column int, f Fill) Area { return Area{Name: "A", URL: "/a/", Tile: [2]int{column, 1}, Fill: f} }
	svg := string(Map([]Area{tile(1, NoData), tile(2, Level0), tile(3, Level1), tile(4, Level2), tile(5, Level3), tile(6, Plain)}).SVG("K"))
	marks := make(map[string]bool)
	for f := NoData; f <= Level3; f++ {
		_, pattern, found := strings.Cut(svg, `<pattern id="`+f.id()+`"`)
		pattern, _, _ = strings.Cut(pattern, "</pattern>")
		_, mark, _ := strings.Cut(pattern, "/>")
		if !found || marks[mark+pattern[strings.Index(pattern, "rotate"):strings.Index(pattern, ">")]] {
			t.Errorf("%s has no marks of its own: %s", f.id(), pattern)
		}
		marks[mark+pattern[strings.Index(pattern, "rotate"):strings.Index(pattern, ">")]] = true
		if strings.Count(svg, `<path fill="url(#`+f.id()+`)"`) != 1 {
			t.Errorf("%s fills no area: %s", f.id(), svg)
		}
		if swatch := string(AppendSwatch(nil, f)); !strings.Contains(swatch, "url(#"+f.id()+")") {
			t.Errorf("the key shows %s", swatch)
		}
	}
	if plain := string(Map([]Area{tile(1, Plain)}).SVG("K")); strings.Contains(plain, "pattern") {
		t.Errorf("a map without levels has patterns: %s", plain)
	}
}

func TestSpotIsWhereItIs(t *testing.T) {
	square := func(west, south float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{west, south}, {west + 0.1, south}, {west + 0.1, south + 0.1}, {west, south + 0.1}, {west, south}}}}
	}
	drawing := Map([]Area{{Name: "Oost", Shape: square(5, 52)}})
	for at, want := range map[orb.Point]string{
		{5.05, 52.05}: fmt.Sprintf(`cx="%d" cy="%d"`, drawing.width/2, drawing.height/2),
		{5.2, 52.05}:  "",
		{5.05, 51}:    "",
	} {
		svg := string(drawing.Spot(0, at.Lon(), at.Lat(), "Hier"))
		if want == "" && svg != "" || !strings.Contains(svg, want) {
			t.Errorf("%v is drawn as %s", at, svg)
		}
	}
	if svg := Map([]Area{{Name: "Oost", Tile: [2]int{1, 1}}}).Spot(0, 5, 52, "Hier"); svg != nil {
		t.Errorf("a tile map has a spot: %s", svg)
	}
}
