package render_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
)

// readTable returns a table of the open data in both its forms.
func readTable(t *testing.T, s site, table plan.Table) (objects []map[string]any, rows [][]string) {
	t.Helper()
	data := s.data(t)
	if err := json.Unmarshal([]byte(data[table.JSON()]), &objects); err != nil {
		t.Fatalf("%s: %v", table.JSON(), err)
	}
	r := csv.NewReader(strings.NewReader(data[table.CSV()]))
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", table.CSV(), err)
	}
	return objects, rows
}

// field returns what an object holds at a column, which leads into a mapping
// where it has a dot.
func field(object map[string]any, column string) (value any, ok bool) {
	key, rest, nested := strings.Cut(column, ".")
	value, ok = object[key]
	if inner, isObject := value.(map[string]any); nested && isObject {
		value, ok = inner[rest]
	} else if nested {
		return nil, ok // the mapping is null
	}
	return value, ok
}

// cellOf returns a value of JSON as it stands in CSV. A list of mappings without ids stands
// there as JSON.
func cellOf(t *testing.T, value any) string {
	t.Helper()
	switch v := value.(type) {
	case nil:
		return ""
	case []any:
		var items []string
		for _, item := range v {
			if o, ok := item.(map[string]any); ok {
				if item, ok = o["id"]; !ok {
					return normalJSON(t, v)
				}
			}
			items = append(items, cellOf(t, item))
		}
		return strings.Join(items, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// normalJSON returns a value as JSON with the keys of its mappings in alphabetical order.
func normalJSON(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// normal returns a cell of CSV, JSON with its keys in alphabetical order.
func normal(t *testing.T, cell string) string {
	t.Helper()
	var value any
	if !strings.HasPrefix(cell, "[{") || json.Unmarshal([]byte(cell), &value) != nil {
		return cell
	}
	return normalJSON(t, value)
}

// truth is the municipality of testdata/truth.txtar.
func truth(t testing.TB) site {
	t.Helper()
	return published(t, readFiles(t, "truth"), options{})
}

// TestJSONAndCSVHoldTheSame compares JSON and CSV, cell by cell.
func TestJSONAndCSVHoldTheSame(t *testing.T) {
	for _, s := range []site{example(t), truth(t), published(t, emptyCity(), options{}), hostileSite(t, "a \"b\",\nc; d\te <&> \u2028", "https://example.nl/?a,b")} {
		for _, table := range plan.Tables() {
			objects, rows := readTable(t, s, table)
			columns := opendata.Columns(table)
			if !slices.Equal(rows[0], columns) {
				t.Errorf("%s: the columns are %q, want %q", table, rows[0], columns)
			}
			if len(rows)-1 != len(objects) {
				t.Fatalf("%s: %d rows and %d objects", table, len(rows)-1, len(objects))
			}
			for i, object := range objects {
				for j, column := range columns {
					value, ok := field(object, column)
					if !ok {
						t.Errorf("%s: an object has no %s", table, column)
					}
					if got, want := normal(t, rows[i+1][j]), cellOf(t, value); got != want {
						t.Errorf("%s: row %d has %q for %s, JSON %q", table, i, got, column, want)
					}
				}
				if got, want := len(object), len(keysOf(columns)); got != want {
					t.Errorf("%s: an object has %d keys, want %d", table, got, want)
				}
			}
		}
	}
}

func keysOf(columns []string) []string {
	var keys []string
	for _, c := range columns {
		key, _, _ := strings.Cut(c, ".")
		keys = append(keys, key)
	}
	return slices.Compact(keys)
}

func TestColumnsAreExplained(t *testing.T) {
	page := example(t).page(t, plan.DataURL)
	for _, table := range plan.Tables() {
		for _, c := range opendata.Columns(table) {
			if !strings.Contains(page, "<th scope=\"row\"><code>"+c+"</code></th><td>") {
				t.Errorf("%s.%s is not explained", table, c)
			}
		}
	}
	if strings.Contains(page, "column.") {
		t.Error("a column has no text")
	}
}

func TestDataIsSorted(t *testing.T) {
	for _, table := range plan.Tables() {
		_, rows := readTable(t, example(t), table)
		date := slices.Index(rows[0], "datum")
		if len(rows) < 3 {
			t.Errorf("%s has %d rows, which says nothing", table, len(rows)-1)
		}
		for i := 2; i < len(rows); i++ {
			before, row := rows[i-1], rows[i]
			if before[0] > row[0] || date >= 0 && before[0] == row[0] && before[date] > row[date] {
				t.Errorf("%s: %q comes before %q", table, before, row)
			}
		}
	}
}

// cellTest is what a table holds in a column of the first row with some id, or date when its
// rows have none.
type cellTest struct {
	table  plan.Table
	id     string
	column string
	want   any
}

func TestDataHoldsWhatIsDerived(t *testing.T) {
	testCells(t, example(t), "id", []cellTest{
		{plan.WijkTable, "oost", "wijkvisie", "oost-2011"},
		{plan.WijkTable, "oost", "url", "https://wijkvisies.example.nl/wijken/oost/"},
		{plan.WijkTable, "oost", "tegel", []any{3.0, 1.0}},
		{plan.WijkTable, "oost", "inwoners.aantal", 35255.0},
		{plan.WijkTable, "west", "inwoners.aantal", 0.0},
		{plan.WijkTable, "west", "wijkvisie", nil},
		{plan.WijkTable, "noord", "wijkregisseur", nil},
		{plan.VisionTable, "noord-2012", "periode", "2012"},
		{plan.VisionTable, "oost-2011", "periode", "2011-2014"},
		{plan.VisionTable, "oost-2004", "behoeften", []any{"oost/oversteek", "oost/speeltuin"}},
		{plan.VisionTable, "oost-2019", "inspraak.tot-en-met", "2013-03-15"},
		{plan.NeedTable, "oost/oversteek", "status", "vervuld"},
		{plan.NeedTable, "oost/oversteek", "wijkvisie", "oost-2011"},
		{plan.NeedTable, "oost/oversteek", "voorheen", []any{"gevaarlijke-oversteek"}},
		{plan.NeedTable, "oost/oversteek", "toezeggingen", []any{"sw-2005-001", "sw-2011-001"}},
		{plan.NeedTable, "oost/bankjes", "status", "deels-nagekomen"},
		{plan.NeedTable, "oost/bomen", "status", "in-uitvoering"},
		{plan.NeedTable, "oost/brug", "status", "toegezegd"},
		{plan.NeedTable, "oost/huisarts", "status", "in-onderzoek"},
		{plan.NeedTable, "oost/tramhalte", "status", "niet-opgenomen"},
		{plan.NeedTable, "oost/zwemles", "status", "niet-opgenomen"},
		{plan.NeedTable, "oost/markt", "prioriteit", nil},
		{plan.CommitmentTable, "sw-2011-001", "gereed", "2012-03"},
		{plan.CommitmentTable, "sw-2011-001", "gereed-oorspronkelijk", "2011-10"},
		{plan.CommitmentTable, "sw-2011-001", "verschoven", true},
		{plan.CommitmentTable, "sw-2011-001", "budget", 185000.0},
		{plan.CommitmentTable, "sw-2011-001", "dienst", "stadswerken"},
		{plan.CommitmentTable, "sw-2011-001", "url", "https://wijkvisies.example.nl/programmas/sw-2011/#sw-2011-001"},
		{plan.CommitmentTable, "sw-2011-002", "budget", nil},
		{plan.CommitmentTable, "sw-2011-003", "vertraagd", true},
		{plan.CommitmentTable, "sw-2011-003", "stil", true},
		{plan.CommitmentTable, "so-2012-001", "gereed", "onbekend"},
		{plan.CommitmentTable, "so-2012-001", "start", "onbekend"},
		{plan.CommitmentTable, "so-2012-001", "gereed-oorspronkelijk", "2013-Q4"},
	})
	testCells(t, truth(t), "id", []cellTest{
		{plan.VisionTable, "oost-2011", "adviezen", []any{
			map[string]any{"datum": "2011-03-10", "van": "Wijkraad Oost", "tekst": "Kijk ook naar de Zambesidreef; daar is het smal.", "url": "https://example.nl/advies", "antwoord": "Overgenomen."},
			map[string]any{"datum": "2011-03-11", "van": "Fietsersbond", "tekst": nil, "url": nil, "antwoord": nil},
		}},
		{plan.NeedTable, "oost/oversteek", "geldt", true},
		{plan.NeedTable, "oost/oversteek", "gevraagd-sinds", "2011-01-01"},
		{plan.NeedTable, "oost/oversteek", "status", "nagekomen"},
		{plan.NeedTable, "oost/oversteek", "oordeel", "niet"},
		{plan.NeedTable, "oost/oversteek", "oordeel-datum", "2012-03-21"},
		{plan.NeedTable, "oost/fontein", "geldt", false},
		{plan.NeedTable, "oost/fontein", "gevraagd-sinds", nil},
		{plan.NeedTable, "oost/fontein", "status", "onbekend"},
		{plan.NeedTable, "oost/bomen", "toegevoegd-op", "2012-02-01"},
		{plan.NeedTable, "oost/bomen", "oordeel", nil},
		{plan.NeedTable, "oost/school", "geldt", false},
		{plan.NeedTable, "oost/school", "vervallen-op", "2013-01-15"},
		{plan.NeedTable, "oost/school", "reden", "De school is verhuisd naar het Kanaaleiland."},
		{plan.NeedTable, "oost/brug", "geldt", true},
		{plan.NeedTable, "oost/brug", "vervallen-op", nil},
		{plan.NeedTable, "oost/brug", "reden", nil},
		{plan.NeedTable, "oost/brug", "status", "vervallen"},
		{plan.NeedTable, "west/lamp", "status", "vervuld"},
		{plan.CommitmentTable, "sw-0", "status-sinds", "2009-05-01"},
		{plan.CommitmentTable, "sw-0", "open", false},
		{plan.CommitmentTable, "sw-2", "later-dan-beloofd", true},
		{plan.CommitmentTable, "sw-2", "toegezegd-op", nil},
		{plan.CommitmentTable, "sw-2", "soort", "dienst"},
		{plan.CommitmentTable, "sw-3", "toegezegd-op", "2011-06-15"},
		{plan.CommitmentTable, "sw-3", "later-dan-beloofd", false},
		{plan.CommitmentTable, "sw-4", "gereed", "doorlopend"},
		{plan.CommitmentTable, "sw-4", "open", true},
		{plan.CommitmentTable, "sw-6", "open", false},
		{plan.CommitmentTable, "sw-6", "naar", "sw-7"},
		{plan.CommitmentTable, "sw-7", "naar", nil},
		{plan.CommitmentTable, "sw-6", "ingetrokken-op", nil},
		{plan.CommitmentTable, "sw-7", "status", "niets-gemeld"},
		{plan.CommitmentTable, "sw-7", "status-sinds", nil},
		{plan.CommitmentTable, "sw-8", "open", false},
		{plan.CommitmentTable, "sw-8", "ingetrokken-op", "2012-12-20"},
		{plan.CommitmentTable, "sw-8", "reden", "De begroting is afgekeurd."},
		{plan.CommitmentTable, "sw-9", "ingetrokken-op", nil},
		{plan.CommitmentTable, "sw-9", "reden", nil},
		{plan.CommitmentTable, "wb-1", "soort", "partner"},
	})
	testCells(t, truth(t), "datum", []cellTest{
		{plan.ProgressTable, "2012-03-15", "bron.titel", "Oplevering"},
		{plan.ProgressTable, "2012-03-15", "bron.url", "../media/oplevering.pdf"},
		{plan.ProgressTable, "2012-03-15", "beeld.bestand", "../media/plateau.png"},
		{plan.ProgressTable, "2012-03-15", "beeld.alt", "Het plateau met zijn middenberm"},
		{plan.ProgressTable, "2011-09-30", "bron", nil},
		{plan.ProgressTable, "2011-09-30", "beeld", nil},
		{plan.ProgressTable, "2012-05-01", "naar", "sw-7"},
		{plan.JudgementTable, "2012-03-20", "over", "sw-2"},
		{plan.JudgementTable, "2012-03-20", "achterhaald", false},
		{plan.JudgementTable, "2012-03-21", "over", nil},
		{plan.JudgementTable, "2012-01-01", "achterhaald", true},
	})
}

// testCells tests cells of the tables of a site, of which key is the column with the ids.
func testCells(t *testing.T, s site, key string, cells []cellTest) {
	t.Helper()
	for _, c := range cells {
		objects, _ := readTable(t, s, c.table)
		i := slices.IndexFunc(objects, func(o map[string]any) bool { return o[key] == c.id })
		if i < 0 {
			t.Errorf("%s has no %s", c.table, c.id)
			continue
		}
		if got, _ := field(objects[i], c.column); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s %s: %s is %v, want %v", c.table, c.id, c.column, got, c.want)
		}
	}
}

func TestProgressNamesTheCommitmentThatTakesOver(t *testing.T) {
	content := readFiles(t, "city")
	for to, want := range map[string]any{"so-2012-003": "so-2012-003", "sw-oud": "sw-2011-001", "geheim-1": nil} {
		s := published(t, content.replaced(t, "programmas/sw-2011.md", "naar: so-2012-003", "naar: "+to), options{})
		objects, _ := readTable(t, s, plan.ProgressTable)
		for _, o := range objects {
			if o["toezegging"] == "sw-2011-005" && o["naar"] != want {
				t.Errorf("naar: %s is written as %v, want %v", to, o["naar"], want)
			}
		}
	}
}

func TestDataHasWholeAddressesWhereTheSiteHasOne(t *testing.T) {
	city := readFiles(t, "city")
	for name, test := range map[string]struct {
		site site
		want string
	}{
		"with an address":          {published(t, city, options{}), "https://wijkvisies.example.nl/wijken/noord/"},
		"with one that has a path": {published(t, city, options{baseURL: "https://x.nl/pad"}), "https://x.nl/pad/wijken/noord/"},
		"without one":              {published(t, city.replaced(t, "site.yaml", "basis-url: https://wijkvisies.example.nl\n", ""), options{}), "/wijken/noord/"},
	} {
		objects, _ := readTable(t, test.site, plan.WijkTable)
		if got := objects[0]["url"]; got != test.want {
			t.Errorf("%s: the address is %v", name, got)
		}
	}
}
