// Package cbsmap takes a municipality from the map of wijken and buurten that CBS publishes, as
// GeoJSON: the Wijk- en buurtkaart (from its shapefiles of 2011 to 2021 and its GeoPackages since
// 2022), the same from the web services of PDOK, and the wijken of the Gebiedsindelingen. What the
// properties are called in which year is in package cbs.
//
// A file may hold one municipality or the whole country; it is read feature by feature, and what
// is of other municipalities is not kept. Wijken, buurten and municipalities may stand in files of
// their own or in one.
package cbsmap

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"wijkvisie/internal/cbs"
)

// File is a map that can be read again.
type File struct {
	Name string
	Open func() (io.ReadCloser, error)
}

// Municipality is a municipality of which a map has something.
type Municipality struct {
	Code   string
	Name   string // empty when the map does not say
	Wijken int    // on land
}

// Map is what maps have of one municipality.
type Map struct {
	Municipality
	Year   string // empty when the maps do not say
	Wijken []Wijk // by code
	Water  []Wijk // those that are nothing but water, which are not among the Wijken
}

// Wijk is a wijk on the map.
type Wijk struct {
	Code      string
	Name      string           // as in the map: Wijk 04 Oost
	Residents int              // -1 when they are not known
	Buurten   []Buurt          // on land, by code
	Shape     orb.MultiPolygon // in degrees (WGS84)
}

// Buurt is a buurt on the map.
type Buurt struct{ Code, Name string }

// Read reads a municipality from maps. It is given by its code or by its name, or by both for a map
// that does not name it; empty when the maps have one only. The error is a *Problem, or that of the
// system.
func Read(files []File, municipality string) (*Map, error) {
	code, name := Given(municipality)
	if code == "" {
		all, err := scan(files, "")
		if err != nil {
			return nil, err
		}
		if code, err = all.choose(name); err != nil {
			return nil, err
		}
		name = ""
	}
	found, err := scan(files, code)
	if err != nil {
		return nil, err
	}
	m := &Map{Municipality: Municipality{Code: code, Name: name}}
	if known := found.municipalities[code]; known != nil && known.Name != "" {
		m.Name = known.Name
	}
	return m, m.fill(found)
}

// Given returns the code and the name in what a person calls a municipality: GM0344, 0344, Utrecht
// or GM0344 Utrecht.
func Given(municipality string) (code, name string) {
	first, rest, _ := strings.Cut(strings.TrimSpace(municipality), " ")
	if code := strings.ToUpper(first); len(code) == len("GM0344") && strings.HasPrefix(code, "GM") && cbs.Digits(code[2:]) {
		return code, strings.TrimSpace(rest)
	}
	if len(first) == len("0344") && cbs.Digits(first) {
		return "GM" + first, strings.TrimSpace(rest)
	}
	return "", strings.TrimSpace(municipality)
}

// choose returns the code of the municipality with a name, or that of the only one.
func (s *scanned) choose(name string) (string, error) {
	all := s.list()
	if name == "" && len(all) == 1 {
		return all[0].Code, nil
	}
	var named []Municipality
	for _, m := range all {
		if sameName(m.Name, name) {
			named = append(named, m)
		}
	}
	switch {
	case name == "":
		return "", &Problem{What: Several, Municipalities: all}
	case len(named) == 1:
		return named[0].Code, nil
	case len(named) > 1:
		return "", &Problem{What: Several, Municipalities: named}
	default:
		return "", &Problem{What: NoMunicipality, Text: name, Municipalities: all}
	}
}

// sameName reports whether two names are of one municipality, whatever their capitals.
func sameName(a, b string) bool {
	bare := func(s string) string {
		s = strings.ToLower(strings.NewReplacer("’", "'", "‘", "'").Replace(s))
		return strings.TrimPrefix(strings.Join(strings.Fields(s), " "), "gemeente ")
	}
	return bare(a) == bare(b)
}

// list returns the municipalities, by name.
func (s *scanned) list() []Municipality {
	all := make([]Municipality, 0, len(s.municipalities))
	for _, m := range s.municipalities {
		all = append(all, *m)
	}
	slices.SortFunc(all, func(a, b Municipality) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Code, b.Code))
	})
	return all
}
