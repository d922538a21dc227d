package maptest

import (
	"encoding/json"
	"fmt"

	"github.com/paulmach/orb"

	"wijkvisie/internal/rdnew"
)

// Style is how the maps of a year and a publisher are written.
type Style struct {
	Name string // of the style
	Year string // of the map; empty when it is not in it
	// The keys of properties of each level; one that is empty is left out.
	Municipality, Wijk, Buurt [2]string // of the code and the name
	WijkInBuurt               bool      // buurten have the name of their wijk
	Residents, Water          string
	Number, YearKey           string // jrstatcode, and the year
	Layer                     string // the name of the whole
	Degrees                   bool   // in degrees (CRS84), else in the grid
	CRS                       string // the name of the coordinate system; empty for none
	Own                       bool   // only the code and the name of the area itself
}

const (
	rd    = "urn:ogc:def:crs:EPSG::28992"
	crs84 = "urn:ogc:def:crs:OGC:1.3:CRS84"
)

// Styles returns those that are known.
func Styles() []Style {
	shapefile := Style{Municipality: [2]string{"GM_CODE", "GM_NAAM"}, Wijk: [2]string{"WK_CODE", "WK_NAAM"}, Buurt: [2]string{"BU_CODE", "BU_NAAM"}, Residents: "AANT_INW", Water: "WATER", CRS: rd}
	geopackage := Style{Municipality: [2]string{"gemeentecode", "gemeentenaam"}, Wijk: [2]string{"wijkcode", "wijknaam"}, Buurt: [2]string{"buurtcode", "buurtnaam"}, Residents: "aantal_inwoners", Water: "water", Number: "jrstatcode", YearKey: "jaar", CRS: rd}
	with := func(s Style, name, year string, change func(*Style)) Style {
		s.Name, s.Year = name, year
		change(&s)
		return s
	}
	return []Style{
		with(shapefile, "shapefile of 2011 to 2018", "2013", func(s *Style) { s.Layer = "wijk_2013_v3" }),
		with(shapefile, "shapefile of 2019 and 2020", "2019", func(s *Style) { s.Water, s.Number, s.Layer = "H2O", "JRSTATCODE", "Wijken" }),
		with(shapefile, "shapefile of 2021, without figures", "2021", func(s *Style) { s.Residents, s.Number = "", "JRSTATCODE" }),
		with(geopackage, "GeoPackage since 2022", "2022", func(s *Style) { s.Layer = "wijken" }),
		with(geopackage, "GeoPackage in degrees", "2024", func(s *Style) { s.Degrees, s.CRS = true, crs84 }),
		with(geopackage, "web service of PDOK", "2023", func(s *Style) { s.Residents, s.Degrees, s.CRS = "aantalInwoners", true, "" }),
		with(shapefile, "web service of PDOK of 2026", "2026", func(s *Style) {
			s.Municipality, s.Wijk, s.Buurt = [2]string{"gm_code", "gm_naam"}, [2]string{"wk_code", "wk_naam"}, [2]string{"bu_code", "bu_naam"}
			s.WijkInBuurt, s.Residents, s.Water, s.YearKey, s.Degrees, s.CRS = true, "", "", "jaar", true, ""
		}),
		with(Style{}, "Gebiedsindelingen", "2025", func(s *Style) {
			s.Municipality = [2]string{"statcode", "statnaam"}
			s.Wijk, s.Buurt, s.Number, s.Own, s.CRS = s.Municipality, s.Municipality, "jrstatcode", true, rd
		}),
	}
}

// Wijken returns the map of the wijken of municipalities.
func (s Style) Wijken(all ...Municipality) []byte {
	return s.collection(func(add func(key map[string]any, shape orb.MultiPolygon)) {
		for _, m := range all {
			for _, w := range m.Wijken {
				p := s.properties(w.Area, s.Wijk)
				s.put(p, s.Municipality, m.Code, m.Name)
				add(p, w.Shape)
			}
		}
	})
}

// Buurten returns the map of the buurten of municipalities.
func (s Style) Buurten(all ...Municipality) []byte {
	return s.collection(func(add func(key map[string]any, shape orb.MultiPolygon)) {
		for _, m := range all {
			for _, w := range m.Wijken {
				for _, b := range w.Buurten {
					p := s.properties(b, s.Buurt)
					s.put(p, s.Municipality, m.Code, m.Name)
					name := ""
					if s.WijkInBuurt {
						name = w.Name
					}
					s.put(p, s.Wijk, w.Code, name)
					add(p, b.Shape)
				}
			}
		}
	})
}

// put adds what an area belongs to.
func (s Style) put(p map[string]any, keys [2]string, code, name string) {
	if s.Own {
		return
	}
	p[keys[0]] = code
	if name != "" {
		p[keys[1]] = name
	}
}

func (s Style) properties(a Area, keys [2]string) map[string]any {
	p := map[string]any{keys[0]: a.Code, keys[1]: a.Name, "fid": 1}
	if s.Residents != "" {
		p[s.Residents] = a.Residents
	}
	if s.Water != "" {
		p[s.Water] = map[bool]string{true: "JA", false: "NEE"}[a.Water]
	}
	if s.Number != "" {
		p[s.Number] = s.Year + a.Code
	}
	if s.YearKey != "" {
		p[s.YearKey] = s.Year
	}
	return p
}

// collection returns a map of features.
func (s Style) collection(each func(add func(key map[string]any, shape orb.MultiPolygon))) []byte {
	var features []any
	each(func(p map[string]any, shape orb.MultiPolygon) {
		if s.Degrees {
			shape = inDegrees(shape)
		}
		g := map[string]any{"type": "MultiPolygon", "coordinates": shape}
		if len(shape) == 1 {
			g = map[string]any{"type": "Polygon", "coordinates": shape[0]}
		}
		features = append(features, map[string]any{"type": "Feature", "properties": p, "geometry": g})
	})
	whole := map[string]any{"type": "FeatureCollection", "features": features}
	if s.Layer != "" {
		whole["name"] = s.Layer
	}
	if s.CRS != "" {
		whole["crs"] = map[string]any{"type": "name", "properties": map[string]any{"name": s.CRS}}
	}
	b, err := json.Marshal(whole)
	if err != nil {
		panic(fmt.Sprintf("maptest: %v", err)) // it holds nothing that JSON lacks
	}
	return b
}

func inDegrees(shape orb.MultiPolygon) orb.MultiPolygon {
	turned := shape.Clone()
	for _, polygon := range turned {
		for _, ring := range polygon {
			for i, p := range ring {
				ring[i] = rdnew.ToWGS84(p)
			}
		}
	}
	return turned
}
