package spreadsheet_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wijkvisie/internal/spreadsheet"
)

// writeSheets returns a workbook.
func writeSheets(tb testing.TB, sheets ...spreadsheet.Sheet) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := spreadsheet.WriteWorkbook(&b, sheets); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestAWorkbookHasWhatWasPutIntoIt(t *testing.T) {
	sheet := spreadsheet.Sheet{
		Name: "Tabel <1>", Frozen: [2]int{1, 1}, Widths: []float64{10, 20.5}, Filter: 1,
		Rows: slices.Values([]spreadsheet.Line{
			{Cells: []spreadsheet.Cell{{Text: "naam", Style: spreadsheet.Head}, {Text: "tekst", Style: spreadsheet.Head}}},
			{},
			{Height: 30, Cells: []spreadsheet.Cell{{Text: "=1+1"}, {Text: "2011-05-19", Kind: spreadsheet.DayCell}}},
			{Cells: []spreadsheet.Cell{{Text: "1850-05-19", Kind: spreadsheet.DayCell}, {Text: "185000", Kind: spreadsheet.NumberCell}}},
		}),
		Choices: []spreadsheet.Choice{{Column: 1, First: 2, Last: 4, Options: []string{"ja", "nee"}, Refusal: "\"Kies\""}},
	}
	data := writeSheets(t, sheet, spreadsheet.Sheet{Name: "Leeg", Hidden: true, Rows: slices.Values([]spreadsheet.Line(nil))})
	if !bytes.Equal(data, writeSheets(t, sheet, spreadsheet.Sheet{Name: "Leeg", Hidden: true, Rows: slices.Values([]spreadsheet.Line(nil))})) {
		t.Error("the same sheets give other bytes")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "naam", "A3": "=1+1", "B3": "2011-05-19", "A4": "1850-05-19", "B4": "185000"} {
		if got, err := f.GetCellValue("Tabel <1>", cell); err != nil || got != want {
			t.Errorf("%s holds %q, want %q (%v)", cell, got, want, err)
		}
	}
	choices, err := f.GetDataValidations("Tabel <1>")
	if err != nil || len(choices) != 1 || choices[0].Sqref != "B2:B4" {
		t.Errorf("the choices are %+v, %v", choices, err)
	}
	if visible, err := f.GetSheetVisible("Leeg"); err != nil || visible {
		t.Errorf("the sheet is visible (%v)", err)
	}
	table := read(t, data)
	if got := values(table.Rows[1]); !slices.Equal(got, []string{"1850-05-19", "185000"}) {
		t.Errorf("it reads back as %q", got)
	}
}

func FuzzTextInAWorkbookReadsBack(f *testing.F) {
	for _, s := range []string{"een & <b>\"twee\"</b>", "_x0007_", "\x07", "'=1", "regel\neinde", " spatie ", "__x005F_x", "\ufffe", "a\r\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" {
			t.Skip()
		}
		data := writeSheets(t, spreadsheet.Sheet{Name: "Blad", Rows: slices.Values([]spreadsheet.Line{{Cells: []spreadsheet.Cell{{Text: text}}}})})
		if got := read(t, data).Header.Cells[0].Value; got != text {
			t.Errorf("%q reads back as %q", text, got)
		}
	})
}
