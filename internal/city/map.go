package city

import (
	"github.com/paulmach/orb"

	"wijkvisie/internal/source"
)

// Map is kaart/wijken.geojson: the boundaries of the wijken.
type Map struct {
	File    *source.File
	Areas   []*Area
	Uncoded int  // areas without a code, which are not drawn
	Broken  bool // errors kept part of it from being read
}

// Area is one area of the map.
type Area struct {
	Code  source.Text      // of the wijk, as in WK034403
	Name  string           // what the map calls it; empty when it does not
	Shape orb.MultiPolygon // longitude and latitude in degrees (WGS84)
}
