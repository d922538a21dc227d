package cbsmap

import "fmt"

// What is what is wrong with a map, or with what was asked of it.
type What uint8

// What can be wrong.
const (
	NotGeoJSON     What = iota // Text is what the JSON is wrong about
	GeoPackage                 // the file is a GeoPackage
	Shapefile                  // the file is a part of a shapefile
	Archive                    // the file is a zip or gzip
	XML                        // the file is GML or KML
	TopoJSON                   // the file is TopoJSON
	NoCollection               // the file is JSON, and no FeatureCollection
	NoCodes                    // no feature has the code of a wijk, a buurt or a municipality
	OtherSystem                // Text is the name of a coordinate system
	Incomplete                 // the file is a part of the features: Text says how many of how many
	Several                    // there are several Municipalities, and none was chosen
	NoMunicipality             // Text is none of the Municipalities
	NoWijken                   // Text is a municipality that has no wijken in the maps
	NoName                     // Text is the code of a municipality that the maps do not name
	BuurtenOnly                // the maps have no wijken, nor their names
	NoArea                     // Text is the code of an area without a polygon
	Elsewhere                  // Text is the code of an area that is not in the Netherlands
	Twice                      // Text is the code of a wijk that two files have
	OtherYears                 // Text is the years that the maps are of
	Orphan                     // Text is the code of a buurt of which the maps lack the wijk
)

// Problem is why a municipality cannot be taken from a map.
type Problem struct {
	What           What
	File           string // empty when it is of no one file
	Text           string
	Municipalities []Municipality
}

// Error is for developers; a person is told in their own language.
func (p *Problem) Error() string {
	return fmt.Sprintf("map %s: problem %d: %s", p.File, p.What, p.Text)
}
