package opendata

import (
	"maps"
	"testing"

	"golang.org/x/tools/txtar"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
)

func TestTablesAreAsTheStandardLibraryWritesThem(t *testing.T) {
	example, err := txtar.ParseFile("../testdata/city.txtar")
	if err != nil {
		t.Fatal(err)
	}
	small := make(map[string]string)
	for _, f := range example.Files {
		small[f.Name] = string(f.Data)
	}
	for name, content := range map[string]map[string]string{"example": small, "sample": maps.Collect(sample.Files(20))} {
		graph := relate.Relate(contenttest.Parse(content).City, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
		for _, base := range []string{"", "/pad"} {
			for _, of := range plan.Tables() {
				t.Run(name+base+"/"+string(of), func(t *testing.T) {
					table := tableOf(of, graph, base)
					compareWithStandard(t, table)
					var plain plainCells
					if err := table.rows(row{&plain}); err != nil {
						t.Fatal(err)
					}
					if name == "example" && len(plain.rows) < 2 {
						t.Errorf("%d rows, which says nothing", len(plain.rows))
					}
					for i, cells := range plain.rows {
						if len(cells) != len(table.columns) {
							t.Fatalf("row %d has %d cells, want %d", i, len(cells), len(table.columns))
						}
					}
				})
			}
		}
	}
}
