package rdnew

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// The origin and the corners of the grid are from the validation set of
// RDNAPTRANS™2018, which is in ETRS89, some decimetres from WGS84. Where the Dom
// tower in Utrecht stands in the grid is worked out with the polynomials for
// the way back, which were published beside those that are tested.
func TestToWGS84AgainstKnownPoints(t *testing.T) {
	tests := []struct {
		name     string
		rd       orb.Point
		lonLat   orb.Point
		accuracy float64 // metres
	}{
		{"Amersfoort, the origin", orb.Point{155000, 463000}, orb.Point{5.387203657, 52.155172897}, 1},
		{"Texel", orb.Point{117380.1200, 575040.3400}, orb.Point{4.824761912, 53.160753042}, 1},
		{"Noord-Groningen", orb.Point{247380.5600, 604580.7800}, orb.Point{6.776726674, 53.419482050}, 1},
		{"Maasvlakte", orb.Point{64640.8900, 440700.0101}, orb.Point{4.072887101, 51.947393898}, 1},
		{"the Dom tower in Utrecht", fromWGS84(orb.Point{5.1214, 52.0907}), orb.Point{5.1214, 52.0907}, 1},
		{"Zuid-Limburg", orb.Point{182260.4500, 311480.6700}, orb.Point{5.773795548, 50.792584916}, 1},
	}
	for _, test := range tests {
		got := ToWGS84(test.rd)
		north := (got[1] - test.lonLat[1]) * 111_200
		east := (got[0] - test.lonLat[0]) * 111_200 * math.Cos(test.lonLat[1]*math.Pi/180)
		if off := math.Hypot(north, east); off > test.accuracy {
			t.Errorf("%s: %v, want %v: %.2f metres off", test.name, got, test.lonLat, off)
		}
	}
}

// fromWGS84 returns the coordinates in the grid of a longitude and latitude.
func fromWGS84(p orb.Point) orb.Point {
	east, north := 0.36*(p[0]-originLon), 0.36*(p[1]-originLat)
	x := sum([]term{
		{0, 1, 190094.945}, {1, 1, -11832.228}, {2, 1, -114.221}, {0, 3, -32.391}, {1, 0, -0.705},
		{3, 1, -2.340}, {1, 3, -0.608}, {0, 2, -0.008}, {2, 3, 0.148},
	}, north, east)
	y := sum([]term{
		{1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788},
		{0, 1, 0.433}, {2, 2, -6.439}, {1, 1, -0.032}, {0, 4, 0.092}, {1, 4, -0.054},
	}, north, east)
	return orb.Point{originX + x, originY + y}
}

// The tower stands on the Domplein, between the Oudegracht and the Nieuwegracht.
func TestTheDomTowerStandsInTheInnerCity(t *testing.T) {
	p := fromWGS84(orb.Point{5.1214, 52.0907})
	if p[0] < 136_700 || p[0] > 136_900 || p[1] < 455_750 || p[1] > 455_950 {
		t.Errorf("the tower is at %v", p)
	}
	if !Covers(p) {
		t.Error("the grid does not cover the tower")
	}
}
