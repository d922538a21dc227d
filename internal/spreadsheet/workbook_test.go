package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/spreadsheet"
)

// archive returns a zip archive of files, given as names and texts.
func archive(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// workbook is a workbook with a cell of each kind, and what a reader makes of column B, by the row
// that it begins at.
func workbook(tb testing.TB, since1904 bool) (data []byte, want []string) {
	tb.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	if since1904 {
		yes := true
		must(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
	}
	serial := func(day string) float64 {
		d, err := time.Parse(time.DateTime, day)
		must(err)
		epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if since1904 {
			epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		return d.Sub(epoch).Hours() / 24
	}
	custom := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	must(f.SetCellStr("Sheet1", "A1", "Overzicht"))
	must(f.SetCellStr("Sheet1", "A3", "Naam"))
	must(f.SetCellStr("Sheet1", "B3", "Tekst"))
	for i, c := range []struct {
		value any
		style *excelize.Style
		want  string
	}{
		{"een & twee <b>", nil, "een & twee <b>"},
		{" regel een\nregel twee", nil, " regel een\nregel twee"},
		{"2011-Q3", nil, "2011-Q3"},
		{"0110", nil, "0110"},
		{"'=1+1", nil, "=1+1"}, // as it stands in a table that was exported as CSV
		{"’s avonds _x_", nil, "’s avonds _x_"},
		{serial("2011-05-19 00:00:00"), &excelize.Style{NumFmt: 14}, "2011-05-19"},
		{serial("2011-05-19 00:00:00"), custom(`[$-413]d mmmm yyyy;@`), "2011-05-19"},
		{serial("2012-03-01 00:00:00"), &excelize.Style{NumFmt: 17}, "2012-03"},
		{serial("2012-03-01 00:00:00"), custom("mmm/yy"), "2012-03"},
		{serial("2012-06-01 00:00:00"), custom("yyyy"), "2012"},
		{serial("2012-03-01 13:30:00"), custom("dd-mm-yyyy hh:mm"), "2012-03-01 13:30:00"},
		{185000, nil, "185000"},
		{0.1 + 0.2, nil, "0.3"},
		{1.5e9, &excelize.Style{NumFmt: 3}, "1500000000"},
		{0.125, &excelize.Style{NumFmt: 10}, "12.5%"},
		{110, custom("0000"), "0110"},
		{45717, nil, "45717"},
	} {
		row := i + 4
		cell := fmt.Sprint("B", row)
		must(f.SetCellStr("Sheet1", fmt.Sprint("A", row), fmt.Sprint("rij ", row)))
		must(f.SetCellValue("Sheet1", cell, c.value))
		if c.style != nil {
			style, err := f.NewStyle(c.style)
			must(err)
			must(f.SetCellStyle("Sheet1", cell, cell, style))
		}
		want = append(want, c.want)
	}
	end := len(want) + 4
	must(f.MergeCell("Sheet1", fmt.Sprint("C", end), fmt.Sprint("C", end+1)))
	must(f.SetCellStr("Sheet1", fmt.Sprint("C", end), "samen"))
	must(f.SetCellStr("Sheet1", fmt.Sprint("B", end), "verborgen"))
	must(f.SetRowVisible("Sheet1", end, false))
	must(f.SetCellStr("Sheet1", fmt.Sprint("B", end+1), "hieronder"))
	_, err := f.NewSheet("Leeg")
	must(err)
	_, err = f.NewSheet("Verborgen")
	must(err)
	must(f.SetCellStr("Verborgen", "A1", "naam"))
	must(f.SetSheetVisible("Verborgen", false))
	b, err := f.WriteToBuffer()
	must(err)
	return b.Bytes(), want
}

// checkWorkbook reads what workbook returned, which another program may have saved in a form of its own.
func checkWorkbook(t *testing.T, data []byte, want []string) {
	t.Helper()
	tables, problems := spreadsheet.Read("t.xlsx", data, names())
	soundTables(t, tables, problems)
	if len(tables) != 2 || tables[0].Sheet != "Sheet1" || tables[0].Hidden || !tables[1].Hidden {
		t.Fatalf("%d tables, %v", len(tables), problems)
	}
	table := tables[0]
	if got := values(table.Header); !slices.Equal(got, []string{"Naam", "Tekst"}) {
		t.Fatalf("the names are %q", got)
	}
	for i, w := range want {
		if got := table.Rows[i].Cell(1).Value; got != w {
			t.Errorf("row %d: got %q, want %q", table.Rows[i].Number, got, w)
		}
	}
	last := table.Rows[len(want):]
	if len(last) != 2 || !last[0].Hidden || last[1].Hidden || last[0].Cell(2).Value != "samen" || last[1].Cell(2).Value != "samen" {
		t.Errorf("the rows of the merged cell are %+v", last)
	}
	if got := diag.Dutch.Say(table.PlaceOfCell(table.Rows[1], 1)); got != "blad Sheet1, cel B5 (Tekst)" {
		t.Errorf("the place of a cell is %s", got)
	}
}

func TestWorkbooksAreReadAsTheyWereMeant(t *testing.T) {
	for _, since1904 := range []bool{false, true} {
		data, want := workbook(t, since1904)
		checkWorkbook(t, data, want)
	}
}

// TestLibreOfficeSavesWhatIsRead opens a workbook in LibreOffice and reads what that saves.
func TestLibreOfficeSavesWhatIsRead(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	data, want := workbook(t, false)
	if err := os.WriteFile(filepath.Join(dir, "boek.xlsx"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"ods", "xls"} {
		out := filepath.Join(dir, form)
		cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", form, "--outdir", out, filepath.Join(dir, "boek.xlsx"))
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, text)
		}
		saved, err := os.ReadFile(filepath.Join(out, "boek."+form))
		if err != nil {
			t.Fatal(err)
		}
		if form == "xls" {
			if _, problems := spreadsheet.Read("boek", saved, names()); len(problems) != 1 || problems[0].Text.Message != diag.TableOldExcel {
				t.Errorf("xls: %v", problems)
			}
			continue
		}
		t.Run(form, func(t *testing.T) { checkWorkbook(t, saved, want) })
	}
}

func TestFormulasGiveTheirValues(t *testing.T) {
	const cells = `<row r="1"><c r="A1" t="inlineStr"><is><t>naam</t></is></c><c r="B1" t="inlineStr"><is><r><t>te</t></r><r><t>kst</t></r></is></c></row>
<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><f>NA()</f><v>#N/A</v></c><c r="D2"><f>1+1</f></c><c r="E2" t="b"><v>1</v></c><c r="F2"><f>TODAY()</f><v></v></c><c r="G2"><f>TODAY()</f><v/></c><c r="H2" t="str"><f>""</f><v></v></c></row>`
	tables, problems := spreadsheet.Read("t", []byte(xlsx(cells)), names())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	row := tables[0].Rows[0]
	if got := values(row); !slices.Equal(got, []string{"ab", "2", "#N/A", "", "true", "", ""}) {
		t.Errorf("got %q", got)
	}
	if len(row.Faults) != 4 || row.Faults[2].Message != diag.WordCellError {
		t.Errorf("the faults are %v", row.Faults)
	}
	for _, column := range []int{3, 5, 6} { // libraries that cannot calculate write an empty value
		if row.Faults[column].Message != diag.WordCellUncalculated {
			t.Errorf("the faults are %v", row.Faults)
		}
	}
}

// xlsx returns a workbook with the rows of a sheet.
func xlsx(rows string) string {
	return archive(
		"xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`)
}

// TestAWorkbookTakesNoMoreMemoryThanItHasCells reads workbooks that claim to be very large.
func TestAWorkbookTakesNoMoreMemoryThanItHasCells(t *testing.T) {
	var wide, far, narrow strings.Builder
	narrow.WriteString(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)
	for i := range 20_000 {
		fmt.Fprintf(&wide, `<row r="%d"><c r="XFD%[1]d"><v>1</v></c></row>`, i+1)
		fmt.Fprintf(&narrow, `<row r="%d"><c r="A%[1]d"><v>1</v></c></row>`, i+2)
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%[1]d" s="1"/></row>`, i+1)
	}
	for name, c := range map[string]struct {
		data string
		want diag.Message
	}{
		"cells at the end of rows":        {xlsx(wide.String()), diag.TableTooLarge},
		"cells merged at the end of rows": {xlsx(narrow.String() + `</sheetData><mergeCells><mergeCell ref="XFD1:XFD1048576"/></mergeCells>`), diag.TableTooLarge},
		"cells merged many times":         {xlsx(narrow.String() + `</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A2:A1048576"/>`, 1000) + `</mergeCells>`), diag.TableTooLarge},
		"a part that unpacks to a lot":    {xlsx(strings.Repeat(" ", 200<<20)), diag.TableTooLarge},
		"a row after the last":            {xlsx(`<row r="9999999"><c><v>1</v></c></row>`), diag.TableTooLarge},
		"cells without text":              {xlsx(far.String()), diag.TableEmpty},
		"rows that stand for many":        {ods(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`), diag.TableTooLarge},
		"rows that stand for many empty":  {ods(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`), diag.TableEmpty},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := spreadsheet.Read("t", []byte(c.data), names())
			if len(problems) != 1 || problems[0].Text.Message != c.want {
				t.Errorf("got %v, want %s", problems, c.want)
			}
		})
	}
}

// ods returns a workbook in OpenDocument with the rows of a sheet.
func ods(rows string) string {
	return archive("content.xml", `<office:document-content><office:body><office:spreadsheet><table:table table:name="Blad1">`+rows+`</table:table></office:spreadsheet></office:body></office:document-content>`)
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>naam</t></is></c></row><row r="3"><c r="B3" s="1"><v>40682</v></c></row>`, `<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	f.Add(`<row><c t="s"><v>0</v></c><c><f/></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`, `<numFmt numFmtId="9" formatCode="[h]:mm;0000"/>`)
	f.Fuzz(func(t *testing.T, rows, styles string) {
		data := archive(
			"xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="Blad1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="sheet1.xml"/></Relationships>`,
			"xl/styles.xml", styles, "xl/sheet1.xml", `<worksheet><sheetData>`+rows)
		tables, problems := spreadsheet.Read("t", []byte(data), names())
		soundTables(t, tables, problems)
	})
}

func FuzzReadODS(f *testing.F) {
	f.Add(`<table:table-row><table:table-cell><text:p>naam</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="date" office:date-value="2011-05-19"/></table:table-row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		tables, problems := spreadsheet.Read("t", []byte(ods(rows)), names())
		soundTables(t, tables, problems)
	})
}
