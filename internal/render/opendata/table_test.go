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
	for name, content := range map[string]map[string]string{
		"example": archive(t, "../testdata/city.txtar"), "truth": archive(t, "../testdata/truth.txtar"), "sample": maps.Collect(sample.Files(20)),
	} {
		graph := relate.Relate(contenttest.Parse(content).City, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
		for _, base := range []string{"", "/pad"} {
			for _, of := range plan.Tables() {
				t.Run(name+base+"/"+string(of), func(t *testing.T) {
					table := tableOf(of, graph, base)
					compareWithStandard(t, table)
					if rows := rowsOf(table); name == "example" && len(rows) < 2 {
						t.Errorf("%d rows are too few to compare", len(rows))
					}
				})
			}
		}
	}
}

// archive returns the files of an archive, by path.
func archive(t *testing.T, path string) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}
