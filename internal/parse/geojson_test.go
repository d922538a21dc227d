package parse

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

const squareOfUtrecht = `[[[5.1, 52.05], [5.15, 52.05], [5.15, 52.1], [5.1, 52.1], [5.1, 52.05]]]`

const latitudeFirst = `[[[52.05, 5.1], [52.05, 5.15], [52.1, 5.15], [52.05, 5.1]]]`

func collectionOf(features ...string) string {
	return `{"type": "FeatureCollection", "features": [` + "\n" + strings.Join(features, ",\n") + "\n]}"
}

func featureOf(properties, kind, coordinates string) string {
	return `{"type": "Feature", "properties": {` + properties + `}, "geometry": {"type": "` + kind + `", "coordinates": ` + coordinates + `}}`
}

func TestMapReadsAreas(t *testing.T) {
	grid := `[[[[136000, 455000], [138000, 455000], [138000, 457000], [136000, 457000], [136000, 455000]]]]`
	tests := []struct{ name, text, code string }{
		{"the WK_CODE of CBS, beside a short code", collectionOf(featureOf(`"code": "06", "WK_CODE": "WK034406"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"the cbsCode of Amsterdam", collectionOf(featureOf(`"code": "AA", "naam": "Oost", "cbsCode": "WK0363AA"`, "Polygon", squareOfUtrecht)), "WK0363AA"},
		{"the gwb_code of PDOK, of which only the value tells", collectionOf(featureOf(`"gwb_code_8": "034406", "gwb_code_10": "WK034406", "gemeentecode": "GM0344"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"wijkCode, and a value of another property", collectionOf(featureOf(`"naam": "WK034406", "id": "WK034406", "wijkCode": "WK034406"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"water", collectionOf(featureOf(`"WK_CODE": "WK034406", "WATER": "NEE"`, "Polygon", squareOfUtrecht), featureOf(`"WK_CODE": "WK034406", "WATER": "JA"`, "Polygon", `[[[4, 51], [6, 51], [6, 53], [4, 51]]]`), featureOf(`"water": "JA"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"a polygon in degrees", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"the statcode of CBS, among others", collectionOf(featureOf(`"id": 7, "statnaam": "Binnenstad", "statcode": "WK034406", "leeg": null`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"the wijkcode of Kadaster", collectionOf(featureOf(`"wijkcode": "WK034406"`, "Polygon", squareOfUtrecht)), "WK034406"},
		{"a multipolygon in the Dutch grid, as its numbers tell", collectionOf(featureOf(`"code": "WK034406"`, "MultiPolygon", grid)), "WK034406"},
		{"the Dutch grid, by a member crs after the features", strings.TrimSuffix(collectionOf(featureOf(`"code": "WK034406"`, "MultiPolygon", grid)), "}") + `, "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}}`, "WK034406"},
		{"a byte-order mark, heights, a ring that is not closed", source.BOM + collectionOf(featureOf(`"code": "WK034406"`, "Polygon", `[[[5.1, 52.05, 3], [5.15, 52.05, 3], [5.15, 52.1, 3], [5.1, 52.1, 3]]]`)), "WK034406"},
	}
	for _, test := range tests {
		m, problems := Map(source.NewFile("kaart/wijken.geojson", []byte(test.text)))
		if len(problems) > 0 || m.Broken || len(m.Areas) != 1 {
			t.Errorf("%s: %v", test.name, problems)
			continue
		}
		a := m.Areas[0]
		if a.Code.Value != test.code || string(a.Code.Pos.Bytes()) != test.code {
			t.Errorf("%s: code %q at %q", test.name, a.Code.Value, a.Code.Pos.Bytes())
		}
		// The Dom tower stands in it.
		if b := a.Shape.Bound(); !b.Contains([2]float64{5.1214, 52.0907}) && !strings.Contains(test.name, "height") || b.Max[0]-b.Min[0] > 0.06 {
			t.Errorf("%s: lies at %v", test.name, b)
		}
	}
}

func TestCodesOfWijkenAreReadAsCBSWritesThem(t *testing.T) {
	for properties, written := range map[string]string{
		`"wk_code": "wk034406"`:        "wk034406",
		`"wijkcode": "034406"`:         "034406",
		`"naam": "6", "WK_CODE":34406`: "34406",
		`"code": " WK034406 "`:         " WK034406 ",
	} {
		m, problems := Map(source.NewFile("kaart/wijken.geojson", []byte(collectionOf(
			featureOf(properties+`, "H2O": "NEE"`, "Polygon", squareOfUtrecht), featureOf(properties+`, "H2O": "B"`, "Polygon", squareOfUtrecht)))))
		if len(problems) > 0 || len(m.Areas) != 1 {
			t.Errorf("%s: %d areas, %v", properties, len(m.Areas), problems)
			continue
		}
		if code := m.Areas[0].Code; code.Value != "WK034406" || string(code.Pos.Bytes()) != written {
			t.Errorf("%s: %q at %q", properties, code.Value, code.Pos.Bytes())
		}
	}
}

func TestMapReportsWhatIsWrong(t *testing.T) {
	tests := []struct {
		name, text string
		want       diag.Message
		line       int
	}{
		{"empty", "", diag.MapNotJSON, 1},
		{"no JSON", "<kml/>", diag.MapNotJSON, 1},
		{"cut off", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht))[:150], diag.MapNotJSON, 1},
		{"a comma too many", strings.Replace(collectionOf(featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht)), "]}}\n", "]}},\n", 1), diag.MapNotJSON, 3},
		{"a list", "[]", diag.MapNoCollection, 1},
		{"one area", featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht), diag.MapNoCollection, 1},
		{"a point", collectionOf(featureOf(`"code": "WK034401"`, "Polygon", squareOfUtrecht), featureOf(`"code": "WK034406"`, "Point", `[5.1, 52.1]`)), diag.MapNoArea, 3},
		{"no geometry", collectionOf(`{"type": "Feature", "properties": {"code": "WK034406"}, "geometry": null}`), diag.MapNoArea, 2},
		{"a number for a feature", collectionOf("12"), diag.MapNoArea, 2},
		{"a line for a ring", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", `[[[5.1, 52.05], [5.15, 52.05], [5.1, 52.05]]]`)), diag.MapRingShort, 2},
		{"latitude first, in every area", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", latitudeFirst), featureOf(`"code": "WK034407"`, "Polygon", latitudeFirst)), diag.MapSwapped, 2},
		{"y first", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", `[[[455000, 136000], [457000, 136000], [457000, 138000], [455000, 136000]]]`)), diag.MapSwapped, 2},
		{"two areas without a code", collectionOf(featureOf(`"naam": "Oost"`, "Polygon", squareOfUtrecht), featureOf(`"code": null`, "Polygon", squareOfUtrecht)), diag.AreasWithoutCode, 2},
		{"degrees in a map that says it is in the Dutch grid", `{"type": "FeatureCollection", "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}, "features": [` + "\n" + featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht) + "," + featureOf(`"code": "WK034407"`, "Polygon", squareOfUtrecht) + `]}`, diag.MapDegrees, 2},
		{"metres of web maps", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", `[[[565491.8, 6817049.1], [565658.8, 6822885.6], [569209.9, 6823973.6], [565491.8, 6817049.1]]]`)), diag.MapWebMercator, 2},
		{"a place with one number", collectionOf(featureOf(`"code": "WK034406"`, "Polygon", `[[[5.1], [5.15], [5.16], [5.1]]]`)), diag.MapElsewhere, 2},
		{"the grid of Belgium", `{"type": "FeatureCollection", "crs": {"properties": {"name": "EPSG:31370"}}, "features": []}`, diag.MapSystemUnknown, 1},
		{"no code", collectionOf(featureOf(`"naam": "Oost"`, "Polygon", squareOfUtrecht)), diag.AreasWithoutCode, 2},
	}
	for _, test := range tests {
		m, problems := Map(source.NewFile("kaart/wijken.geojson", []byte(test.text)))
		if len(problems) != 1 || problems[0].Text.Message != test.want || problems[0].Pos.Place().Line != test.line {
			t.Errorf("%s: %+v", test.name, problems)
			continue
		}
		if problems[0].Hint().IsZero() && test.want != diag.MapNoArea && test.want != diag.MapRingShort {
			t.Errorf("%s: no way out", test.name)
		}
		if m.Broken != problems.HasErrors() {
			t.Errorf("%s: Broken is %v", test.name, m.Broken)
		}
	}
}

// FuzzMap reads anything as a map: there is no panic, and every problem has its
// place in the file.
func FuzzMap(f *testing.F) {
	f.Add([]byte(collectionOf(featureOf(`"code": "WK034406"`, "Polygon", squareOfUtrecht))))
	f.Add([]byte(`{"type": "FeatureCollection", "features": [{"properties": {"code": "x"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[1e400, 2]]]]}}]}`))
	f.Add([]byte(`{"features": [[], {}, {"geometry": {"type": "Polygon", "coordinates": [[]]}}], "features": 3, "crs": 1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("kaart/wijken.geojson", data)
		m, problems := Map(file)
		for _, d := range problems {
			if d.Pos.File != file || d.Pos.End > len(data) {
				t.Errorf("%s at %v", d.Text.Message, d.Pos)
			}
		}
		for _, a := range m.Areas {
			for _, polygon := range a.Shape {
				for _, ring := range polygon {
					if len(ring) < 4 {
						t.Errorf("a ring of %d points", len(ring))
					}
				}
			}
		}
	})
}

// TestAreasAreCalled checks what an area is called: by the name that stands beside its code.
func TestAreasAreCalled(t *testing.T) {
	for _, test := range []struct{ properties, want string }{
		{`"WK_CODE": "WK034406", "WK_NAAM": "Wijk 06 Oost", "GM_NAAM": "Utrecht"`, "Wijk 06 Oost"},
		{`"statcode": "BU03440601", "statnaam": "De Haven", "wijkcode": "WK034406", "wijknaam": "Oost"`, "Oost"},
		{`"cbsCode": "WK034406", "Naam": "Oost"`, "Oost"},
		{`"code": "WK034406", "naam": ""`, ""},
	} {
		m, _ := Map(source.NewFile("kaart/wijken.geojson", []byte(collectionOf(featureOf(test.properties, "Polygon", squareOfUtrecht)))))
		if len(m.Areas) != 1 || m.Areas[0].Name != test.want {
			t.Errorf("%s: %+v", test.properties, m.Areas)
		}
	}
}
