package cbs

import (
	"encoding/json"
	"strings"

	"github.com/paulmach/orb"

	"wijkvisie/internal/rdnew"
)

// SystemOf returns the name of the coordinate system in a crs member (GeoJSON
// of 2008, which RFC 7946 left out and Dutch files still have).
func SystemOf(value json.RawMessage) string {
	var crs struct {
		Properties struct {
			Name string `json:"name"`
		} `json:"properties"`
	}
	if json.Unmarshal(value, &crs) != nil {
		return ""
	}
	return crs.Properties.Name
}

// IsGrid reports whether a coordinate system is the Dutch grid (RD New, EPSG:28992), and whether
// it is that or degrees. A map without one may be in either.
func IsGrid(system string) (grid, known bool) {
	grid = strings.Contains(system, "28992")
	known = grid || system == "" || strings.Contains(system, "4326") || strings.Contains(system, "4258") || strings.Contains(system, "CRS84")
	return grid, known
}

// Degrees returns a point in degrees, and whether it is in the Netherlands or its parts in
// the Caribbean. Numbers that are too large for degrees are of the grid. A coordinate that is
// missing is 0, where no part of the Kingdom lies.
func Degrees(p orb.Point, grid bool) (orb.Point, bool) {
	if grid || p[0] > 180 || p[1] > 90 {
		return rdnew.ToWGS84(p), rdnew.Covers(p)
	}
	europe := p[0] >= 2 && p[0] <= 8 && p[1] >= 50 && p[1] <= 56
	caribbean := p[0] >= -72 && p[0] <= -62 && p[1] >= 11 && p[1] <= 19
	return p, europe || caribbean
}
