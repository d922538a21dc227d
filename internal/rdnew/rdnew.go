// Package rdnew converts coordinates of the Dutch national grid, RD New (EPSG:28992,
// metres), to longitude and latitude (WGS84, EPSG:4326).
//
// It uses the polynomials of T.G. Schreutelkamp and G.L. Strang van Hees,
// "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten"
// (Geodesia, 2001). Their error is at most some tens of centimetres on land, far less than
// a pixel of any map of a municipality.
package rdnew

import "github.com/paulmach/orb"

// The origin of the grid: the tower of the Onze-Lieve-Vrouwekerk in Amersfoort.
const (
	originX, originY     = 155_000, 463_000 // metres
	originLat, originLon = 52.15517440, 5.38720621
)

// term is a coefficient, in seconds of arc, of dx^p · dy^q.
type term struct {
	p, q        int
	coefficient float64
}

var latTerms = [...]term{
	{0, 1, 3235.65389}, {2, 0, -32.58297}, {0, 2, -0.24750}, {2, 1, -0.84978}, {0, 3, -0.06550}, {2, 2, -0.01709},
	{1, 0, -0.00738}, {4, 0, 0.00530}, {2, 3, -0.00039}, {4, 1, 0.00033}, {1, 1, -0.00012},
}

var lonTerms = [...]term{
	{1, 0, 5260.52916}, {1, 1, 105.94684}, {1, 2, 2.45656}, {3, 0, -0.81885}, {1, 3, 0.05594}, {3, 1, -0.05607},
	{0, 1, 0.01199}, {3, 2, -0.00256}, {1, 4, 0.00128}, {0, 2, 0.00022}, {2, 0, -0.00022}, {5, 0, 0.00026},
}

// Covers reports whether a point, in metres, lies where the grid is used: the European
// Netherlands.
func Covers(p orb.Point) bool {
	return p[0] >= -7_000 && p[0] <= 300_000 && p[1] >= 289_000 && p[1] <= 629_000
}

// ToWGS84 returns the longitude and latitude, in degrees, of a point in metres.
func ToWGS84(p orb.Point) orb.Point {
	dx, dy := (p[0]-originX)/100_000, (p[1]-originY)/100_000
	return orb.Point{originLon + sum(lonTerms[:], dx, dy)/3600, originLat + sum(latTerms[:], dx, dy)/3600}
}

// sum returns the value of a polynomial, in seconds of arc.
func sum(terms []term, dx, dy float64) float64 {
	s := 0.0
	for _, t := range terms {
		s += t.coefficient * power(dx, t.p) * power(dy, t.q)
	}
	return s
}

// power returns x to the power n.
func power(x float64, n int) float64 {
	r := 1.0
	for range n {
		r *= x
	}
	return r
}
