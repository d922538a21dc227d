package opendata_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/spreadsheet"
)

func guide() opendata.Guide {
	return opendata.Guide{Sheet: "uitleg", Title: "T", Cut: " … (meer)", Describe: func(plan.Table) opendata.Description {
		return opendata.Description{Column: func(name string) string { return "Wat " + name + " is." }}
	}}
}

func workbookOf(t *testing.T, g *relate.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := opendata.Workbook(&b, g, "", guide()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestTheWorkbookHasWhatTheTablesHave holds each sheet against its table.
func TestTheWorkbookHasWhatTheTablesHave(t *testing.T) {
	for seed := range uint64(20) {
		g := relate.Relate(contenttest.Parse(sample.Random(seed)).City, relate.Options{Date: city.Day{Year: 2014, Month: 6, Day: 1}})
		data := workbookOf(t, g)
		if !bytes.Equal(data, workbookOf(t, g)) {
			t.Fatal("the same graph gives other bytes")
		}
		sheets, problems := spreadsheet.Read("t", data, opendata.Columns(plan.NeedTable))
		if len(problems) > 0 || len(sheets) != 1+len(plan.Tables()) {
			t.Fatalf("%d sheets, %v", len(sheets), problems)
		}
		for i, table := range plan.Tables() {
			sheet := sheets[1+i]
			if sheet.Sheet != string(table) {
				t.Fatalf("sheet %d is %s", i, sheet.Sheet)
			}
			rows := append([]spreadsheet.Row{sheet.Header}, sheet.Rows...)
			want := [][]string{opendata.Columns(table)}
			for row := range opendata.Rows(table, g, "") {
				want = append(want, slices.Clone(row))
			}
			if len(rows) != len(want) {
				t.Fatalf("seed %d, %s: %d rows, want %d", seed, table, len(rows), len(want))
			}
			for n, row := range want {
				for c, text := range row {
					if got := rows[n].Cell(c).Value; got != text {
						t.Errorf("seed %d, %s, row %d: %q, want %q", seed, table, n, got, text)
					}
				}
			}
		}
	}
}

func TestATextThatIsTooLongForACellSaysSo(t *testing.T) {
	content := sample.Random(1)
	content["wijken/wijk-0.md"] = "---\nnaam: " + strings.Repeat("Ruim 𝄞 ", 6000) + "einde\n---\n"
	g := relate.Relate(contenttest.Parse(content).City, relate.Options{Date: city.Day{Year: 2014, Month: 6, Day: 1}})
	sheets, problems := spreadsheet.Read("t", workbookOf(t, g), opendata.Columns(plan.WijkTable))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	name := sheets[1].Rows[0].Cell(1).Value
	if !strings.HasSuffix(name, " … (meer)") || !strings.HasPrefix(name, "Ruim 𝄞 Ruim") || len(name) < 32_000 {
		t.Errorf("the name has %d bytes and ends in %q", len(name), name[max(0, len(name)-40):])
	}
}

// BenchmarkWorkbook writes the workbook of a municipality of 340 wijken, beside its tables as CSV.
func BenchmarkWorkbook(b *testing.B) {
	g := relate.Relate(contenttest.ParseAll(sample.Files(340)).City, relate.Options{Date: city.Day{Year: 2013, Month: 11, Day: 30}})
	b.Run("xlsx", func(b *testing.B) {
		for b.Loop() {
			if err := opendata.Workbook(io.Discard, g, "", guide()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("csv", func(b *testing.B) {
		for b.Loop() {
			for _, t := range plan.Tables() {
				if err := opendata.CSV(io.Discard, t, g, ""); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
