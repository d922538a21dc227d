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

// cellOf returns a value of JSON as it stands in CSV.
func cellOf(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case []any:
		var items []string
		for _, item := range v {
			if o, ok := item.(map[string]any); ok {
				item = o["id"]
			}
			items = append(items, cellOf(item))
		}
		return strings.Join(items, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// TestJSONAndCSVHoldTheSame compares JSON and CSV, cell by cell.
func TestJSONAndCSVHoldTheSame(t *testing.T) {
	for _, s := range []site{example(t), published(t, emptyCity(), options{}), hostileSite(t, "a \"b\",\nc; d\te <&> \u2028", "https://example.nl/?a,b")} {
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
					if got, want := rows[i+1][j], cellOf(value); got != want {
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

func TestDataHoldsWhatIsDerived(t *testing.T) {
	s := example(t)
	for _, c := range []struct {
		table  plan.Table
		id     string
		column string
		want   any
	}{
		{plan.WijkTable, "oost", "wijkvisie", "oost-2011"},
		{plan.WijkTable, "oost", "url", "/wijken/oost/"},
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
		{plan.NeedTable, "oost/oversteek", "toezeggingen", []any{"sw-2011-001"}},
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
		{plan.CommitmentTable, "sw-2011-001", "url", "/programmas/sw-2011/#sw-2011-001"},
		{plan.CommitmentTable, "sw-2011-002", "budget", nil},
		{plan.CommitmentTable, "sw-2011-003", "vertraagd", true},
		{plan.CommitmentTable, "sw-2011-003", "stil", true},
		{plan.CommitmentTable, "so-2012-001", "gereed", "onbekend"},
		{plan.CommitmentTable, "so-2012-001", "start", "onbekend"},
		{plan.CommitmentTable, "so-2012-001", "gereed-oorspronkelijk", "2013-Q4"},
	} {
		objects, _ := readTable(t, s, c.table)
		i := slices.IndexFunc(objects, func(o map[string]any) bool { return o["id"] == c.id })
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

func TestDataHasAddressesBelowTheSite(t *testing.T) {
	s := published(t, readFiles(t, "city"), options{baseURL: "https://x.nl/pad"})
	objects, _ := readTable(t, s, plan.WijkTable)
	if got := objects[0]["url"]; got != "/pad/wijken/noord/" {
		t.Errorf("the address is %v", got)
	}
}
