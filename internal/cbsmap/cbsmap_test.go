package cbsmap_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"github.com/peterstace/simplefeatures/geom"

	"wijkvisie/internal/cbsmap"
	"wijkvisie/internal/maptest"
	"wijkvisie/internal/rdnew"
)

// file returns a map that stands in a test.
func file(name string, data []byte) cbsmap.File {
	return cbsmap.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

func text(name, data string) cbsmap.File { return file(name, []byte(data)) }

// TestEveryStyle reads the same municipality, among two others, from the maps of each year.
func TestEveryStyle(t *testing.T) {
	all := []maptest.Municipality{maptest.Random(11), maptest.Random(12), maptest.Random(13)}
	for _, style := range maptest.Styles() {
		t.Run(style.Name, func(t *testing.T) {
			want := all[1]
			files := []cbsmap.File{file("wijken.geojson", style.Wijken(all...)), file("buurten.geojson", style.Buurten(all...))}
			given := want.Code
			if style.Own { // such maps name no municipality
				given += " " + want.Name
			}
			m, err := cbsmap.Read(files, given)
			if err != nil {
				t.Fatal(err)
			}
			if m.Code != want.Code || m.Name != want.Name || m.Year != style.Year {
				t.Errorf("%s %s of %s", m.Code, m.Name, m.Year)
			}
			compare(t, m, want, style)
		})
	}
}

// compare holds what was read against what is so.
func compare(t *testing.T, m *cbsmap.Map, want maptest.Municipality, style maptest.Style) {
	t.Helper()
	var land, water []maptest.Wijk
	for _, w := range want.Wijken {
		if w.Water && style.Water != "" {
			water = append(water, w)
		} else {
			land = append(land, w)
		}
	}
	if len(m.Wijken) != len(land) || len(m.Water) != len(water) {
		t.Fatalf("%d wijken and %d of water, want %d and %d", len(m.Wijken), len(m.Water), len(land), len(water))
	}
	for i, w := range m.Wijken {
		residents := land[i].Residents
		if residents < 0 || style.Residents == "" {
			residents = -1
		}
		if w.Code != land[i].Code || w.Name != strings.Join(strings.Fields(land[i].Name), " ") || w.Residents != residents {
			t.Errorf("%s %q with %d residents, want %s %q with %d", w.Code, w.Name, w.Residents, land[i].Code, land[i].Name, residents)
		}
		if len(w.Buurten) != len(land[i].Buurten) {
			t.Errorf("%s has %d buurten, want %d", w.Code, len(w.Buurten), len(land[i].Buurten))
		}
		for j, b := range w.Buurten {
			if b.Code != land[i].Buurten[j].Code || b.Name != land[i].Buurten[j].Name {
				t.Errorf("%v, want %v", b, land[i].Buurten[j].Name)
			}
		}
	}
}

// TestWijkenAreMadeOfBuurten reads a map that has buurten only, with the names of their wijken.
func TestWijkenAreMadeOfBuurten(t *testing.T) {
	style := maptest.Styles()[3]
	style.WijkInBuurt, style.Residents = true, ""
	for number := range 20 {
		want := maptest.Random(number)
		m, err := cbsmap.Read([]cbsmap.File{file("buurten.geojson", style.Buurten(want))}, "")
		if err != nil {
			t.Fatal(number, err)
		}
		for i := range want.Wijken {
			for j := range want.Wijken[i].Buurten {
				want.Wijken[i].Buurten[j].Residents = -1
			}
		}
		want.Wijken = slices.DeleteFunc(want.Wijken, func(w maptest.Wijk) bool { return w.Water })
		compare(t, m, want, style)
		partition(t, m, want)
	}
}

// TestNeighboursStayBesideEachOther holds the simplified areas of many municipalities against the
// rules for polygons, each other and their first sizes.
func TestNeighboursStayBesideEachOther(t *testing.T) {
	style := maptest.Styles()[0]
	for number := range 40 {
		want := maptest.Random(number)
		for i := range want.Wijken {
			want.Wijken[i].Water = false
		}
		m, err := cbsmap.Read([]cbsmap.File{file("wijken_2020.geojson", style.Wijken(want))}, "")
		if err != nil {
			t.Fatal(number, err)
		}
		partition(t, m, want)
		if n := len(cbsmap.GeoJSON(m.Wijken, "bron")); n > cbsmap.MaxSize+10_000 {
			t.Errorf("%d has a map of %d bytes", number, n)
		}
	}
}

// partition reports areas that are not valid, that lie over each other, or that have another size
// than they had; together they have the size that the whole had.
func partition(t *testing.T, m *cbsmap.Map, want maptest.Municipality) {
	t.Helper()
	sum, whole := 0.0, 0.0
	var shapes []geom.Geometry
	for i, w := range m.Wijken {
		if w.Code != want.Wijken[i].Code {
			t.Fatalf("%s is where %s should be", w.Code, want.Wijken[i].Code)
		}
		g := geometryOf(t, w.Shape)
		if err := g.Validate(); err != nil {
			t.Errorf("%s: %v", w.Code, err)
		}
		shapes = append(shapes, g)
		before, after := planar.Area(degrees(want.Wijken[i].Shape)), planar.Area(w.Shape)
		if math.Abs(after-before) > 0.1*before {
			t.Errorf("%s has %.3g of its area", w.Code, after/before)
		}
		sum += after
		whole += before
	}
	joined, err := geom.UnionMany(shapes)
	if err != nil {
		t.Fatal(err)
	}
	if lost := sum - joined.Area(); math.Abs(lost) > 1e-9*sum {
		t.Errorf("%s: areas lie over each other: %.3g of %.3g", m.Name, lost, sum)
	}
	if math.Abs(sum-whole) > 0.02*whole {
		t.Errorf("%s has %.4g of its area", m.Name, sum/whole)
	}
}

func geometryOf(t *testing.T, shape orb.MultiPolygon) geom.Geometry {
	t.Helper()
	g, err := geom.UnmarshalGeoJSON(fmt.Appendf(nil, `{"type":"MultiPolygon","coordinates":%s}`, jsonOf(shape)), geom.NoValidate{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func jsonOf(shape orb.MultiPolygon) string {
	return strings.NewReplacer(" ", ",").Replace(fmt.Sprint(shape))
}

func degrees(shape orb.MultiPolygon) orb.MultiPolygon {
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

// TestProblems reads what is no map, or not the right one.
func TestProblems(t *testing.T) {
	style := maptest.Styles()[3]
	one, two := maptest.Random(1), maptest.Random(2)
	both := file("wijken.geojson", style.Wijken(one, two))
	later := style
	later.Year = "2023"
	square := `{"type":"Polygon","coordinates":[[[5.1,52.1],[5.2,52.1],[5.2,52.2],[5.1,52.1]]]}`
	wijk := func(properties, geometry string) string {
		return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{` + properties + `},"geometry":` + geometry + `}]}`
	}
	named := `"wijkcode":"WK034401","wijknaam":"Wijk 01 Oost","gemeentenaam":"Utrecht"`
	for _, test := range []struct {
		name, given string
		files       []cbsmap.File
		want        cbsmap.What
		text        string
	}{
		{"nothing", "", []cbsmap.File{text("a", "")}, cbsmap.NotGeoJSON, ""},
		{"no JSON", "", []cbsmap.File{text("a", "wijk;naam")}, cbsmap.NotGeoJSON, ""},
		{"half a file", "", []cbsmap.File{text("a", wijk(named, square)[:90])}, cbsmap.NotGeoJSON, ""},
		{"a list", "", []cbsmap.File{text("a", "[1]")}, cbsmap.NoCollection, ""},
		{"a feature", "", []cbsmap.File{text("a", `{"type":"Feature"}`)}, cbsmap.NoCollection, ""},
		{"a number for features", "", []cbsmap.File{text("a", `{"type":"FeatureCollection","features":{"a":[{}]}}`)}, cbsmap.NoCodes, ""},
		{"TopoJSON", "", []cbsmap.File{text("a", `{"type":"Topology","objects":{}}`)}, cbsmap.TopoJSON, ""},
		{"a GeoPackage", "", []cbsmap.File{text("wijken.gpkg", "SQLite format 3\x00")}, cbsmap.GeoPackage, ""},
		{"a shapefile", "", []cbsmap.File{text("wijken.shp", "\x00\x00\x27\x0a\x00\x00")}, cbsmap.Shapefile, ""},
		{"the table of a shapefile", "", []cbsmap.File{text("wijken.dbf", "\x03xx")}, cbsmap.Shapefile, ""},
		{"a zip", "", []cbsmap.File{text("wijken.zip", "PK\x03\x04")}, cbsmap.Archive, ""},
		{"an error of a web service", "", []cbsmap.File{text("a", "\n<ows:ExceptionReport/>")}, cbsmap.XML, ""},
		{"no codes", "", []cbsmap.File{text("a", wijk(`"naam":"Oost"`, square))}, cbsmap.NoCodes, ""},
		{"another system", "", []cbsmap.File{text("a", strings.Replace(wijk(named, square), `"features"`, `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features"`, 1))}, cbsmap.OtherSystem, "urn:ogc:def:crs:EPSG::3857"},
		{"a page of a web service", "", []cbsmap.File{text("a", strings.Replace(wijk(named, square), `"features"`, `"numberMatched":3505,"features"`, 1))}, cbsmap.Incomplete, "1/3505"},
		{"several municipalities", "", []cbsmap.File{both}, cbsmap.Several, ""},
		{"an unknown name", "Gemeente 3", []cbsmap.File{both}, cbsmap.NoMunicipality, "Gemeente 3"},
		{"an unknown code", "GM9999", []cbsmap.File{both}, cbsmap.NoWijken, "GM9999"},
		{"only the municipality", "", []cbsmap.File{text("a", wijk(`"gemeentecode":"GM0344","gemeentenaam":"Utrecht"`, square))}, cbsmap.NoWijken, "GM0344 Utrecht"},
		{"only water", "GM0344", []cbsmap.File{text("a", wijk(named+`,"H2O":"JA"`, square))}, cbsmap.NoCodes, ""},
		{"a municipality without a name", "", []cbsmap.File{text("a", wijk(`"statcode":"WK034401","statnaam":"Oost"`, square))}, cbsmap.NoName, "GM0344"},
		{"buurten alone", one.Code, []cbsmap.File{file("a", style.Buurten(one))}, cbsmap.BuurtenOnly, ""},
		{"a wijk without an area", "", []cbsmap.File{text("a", wijk(named, "null"))}, cbsmap.NoArea, "WK034401"},
		{"a wijk as a point", "", []cbsmap.File{text("a", wijk(named, `{"type":"Point","coordinates":[5.1,52.1]}`))}, cbsmap.NoArea, "WK034401"},
		{"a wijk as a line", "", []cbsmap.File{text("a", wijk(named, `{"type":"Polygon","coordinates":[[[5.1,52.1],[5.2,52.1],[5.1,52.1]]]}`))}, cbsmap.NoArea, "WK034401"},
		{"a wijk in the sea", "", []cbsmap.File{text("a", wijk(named, strings.ReplaceAll(square, "5.1,52", "0.1,52")))}, cbsmap.Elsewhere, "WK034401"},
		{"a file twice", one.Code, []cbsmap.File{both, both}, cbsmap.Twice, one.Wijken[0].Code},
		{"two years", one.Code, []cbsmap.File{both, file("b", later.Buurten(one))}, cbsmap.OtherYears, "2022, 2023"},
		{"buurten of another year", one.Code, []cbsmap.File{file("a", style.Wijken(maptest.Municipality{Code: one.Code, Name: one.Name, Wijken: one.Wijken[:1]})), file("b", style.Buurten(one))}, cbsmap.Orphan, ""},
	} {
		_, err := cbsmap.Read(test.files, test.given)
		problem := new(cbsmap.Problem)
		if !errors.As(err, &problem) || problem.What != test.want || test.text != "" && problem.Text != test.text {
			t.Errorf("%s: %v, want %d", test.name, err, test.want)
		}
	}
}

// TestAMunicipalityIsFound by what people call it.
func TestAMunicipalityIsFound(t *testing.T) {
	one := maptest.Random(2)
	one.Name = "'s-Gravenzande"
	data := file("wijken.geojson", append([]byte("\xEF\xBB\xBF"), maptest.Styles()[0].Wijken(maptest.Random(1), one)...))
	for _, given := range []string{one.Code, strings.ToLower(one.Code), one.Code[2:], one.Name, "’S-GRAVENZANDE", "gemeente 's-gravenzande", one.Code + " Iets anders"} {
		m, err := cbsmap.Read([]cbsmap.File{data}, given)
		if err != nil || m.Code != one.Code || m.Name != one.Name {
			t.Errorf("%s: %v, %v", given, m, err)
		}
	}
}

// TestYears finds the year of a map that has it in a name only.
func TestYears(t *testing.T) {
	style := maptest.Styles()[0]
	for _, test := range []struct{ layer, name, year string }{
		{"wijk_2013_v3", "a.geojson", "2013"}, {"", "/tmp/2020/wijken-2024.geojson", "2024"}, {"wijken", "wijken2019.geojson", "2019"},
		{"", "wijken.geojson", ""}, {"", "2019-2020.geojson", ""}, {"", "wijken-20245.geojson", ""},
	} {
		style.Layer = test.layer
		m, err := cbsmap.Read([]cbsmap.File{file(test.name, style.Wijken(maptest.Random(1)))}, "")
		if err != nil || m.Year != test.year {
			t.Errorf("%s %s: %q, %v", test.layer, test.name, m.Year, err)
		}
	}
}

// FuzzRead reads anything as a map: it has a municipality or a problem.
func FuzzRead(f *testing.F) {
	style := maptest.Styles()[4]
	small := maptest.Random(1)
	small.Wijken = small.Wijken[:1]
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"properties":{"wijkcode":"WK034401","wijknaam":"Wijk 01","gm_naam":"U","jaar":2022,"aantalInwoners":1e3},"geometry":{"type":"Polygon","coordinates":[[[5.1,52.1],[5.2,52.1],[5.2,52.2],[5.1,52.1]]]}}]}`))
	f.Add([]byte(`{"numberMatched":1,"features":[],"type":"FeatureCollection"}`))
	if data := style.Wijken(small); len(data) < 100_000 {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := cbsmap.Read([]cbsmap.File{file("a.geojson", data)}, "")
		problem := new(cbsmap.Problem)
		switch {
		case err != nil && !errors.As(err, &problem):
			t.Fatal(err)
		case err == nil && (len(m.Wijken) == 0 || m.Name == ""):
			t.Fatal(m)
		}
		for i := 0; err == nil && i < len(m.Wijken); i++ {
			if w := m.Wijken[i]; w.Name == "" || len(w.Shape) == 0 || len(w.Shape[0]) == 0 {
				t.Fatal(w)
			}
		}
	})
}
