package spreadsheet_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/spreadsheet"
)

func names() []string { return []string{"naam", "tekst"} }

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func TestTablesAreReadAsSpreadsheetsWriteThem(t *testing.T) {
	want := [][]string{{"Naam", "Tekst"}, {"café", "a;b,c"}, {"twee", "regel een\nregel twee"}}
	for name, data := range map[string]string{
		"commas":                      "Naam,Tekst\ncafé,\"a;b,c\"\ntwee,\"regel een\nregel twee\"\n",
		"semicolons":                  "Naam;Tekst\r\ncafé;\"a;b,c\"\r\ntwee;\"regel een\r\nregel twee\"\r\n",
		"tabs":                        "Naam\tTekst\ncafé\ta;b,c\ntwee\t\"regel een\nregel twee\"",
		"a byte-order mark":           "\ufeffNaam,Tekst\ncafé,\"a;b,c\"\ntwee,\"regel een\nregel twee\"\n",
		"Windows-1252":                "Naam;Tekst\ncaf\xe9;\"a;b,c\"\ntwee;\"regel een\nregel twee\"\n",
		"UTF-16":                      utf16le("Naam\tTekst\r\ncafé\ta;b,c\r\ntwee\t\"regel een\r\nregel twee\"\r\n"),
		"a line that names separator": "sep=;\r\nNaam;Tekst\r\ncafé;\"a;b,c\"\r\ntwee;\"regel een\nregel twee\"\r\n",
		"lines that end as on a Mac":  "Naam;Tekst\rcafé;\"a;b,c\"\rtwee;\"regel een\rregel twee\"\r",
		"titles above the names":      "Overzicht van de namen;\nop 1 maart, naam onbekend;\n\nNaam;Tekst\ncafé;\"a;b,c\"\ntwee;\"regel een\nregel twee\"\n",
		"rows with nothing in them":   ";\nNaam;Tekst\n;\ncafé;\"a;b,c\"\n\n ;\ntwee;\"regel een\nregel twee\"\n;;;\n",
	} {
		t.Run(name, func(t *testing.T) {
			table := read(t, []byte(data))
			got := [][]string{values(table.Header)}
			for _, row := range table.Rows {
				got = append(got, values(row))
			}
			if !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// read reads the one table in a file.
func read(t *testing.T, data []byte) *spreadsheet.Table {
	t.Helper()
	tables, problems := spreadsheet.Read("t", data, names())
	if len(problems) > 0 || len(tables) != 1 {
		t.Fatal(len(tables), problems)
	}
	return tables[0]
}

func values(row spreadsheet.Row) []string {
	var all []string
	for _, c := range row.Cells {
		all = append(all, c.Value)
	}
	return all
}

func TestRowsHaveTheNumbersOfASpreadsheet(t *testing.T) {
	table := read(t, []byte("naam,tekst\n\n\na,\"b\nc\nd\"\n\ne,f\n"))
	for i, want := range []struct{ number, line, column int }{{4, 4, 3}, {6, 8, 3}} {
		row := table.Rows[i]
		if at := row.Cells[1].Pos.Place(); row.Number != want.number || at.Line != want.line || at.Column != want.column {
			t.Errorf("row %d at %d:%d, want %v", row.Number, at.Line, at.Column, want)
		}
	}
	if got := string(table.Rows[0].Cells[1].Pos.Bytes()); got != "\"b\nc\nd\"" {
		t.Errorf("the cell stands at %q", got)
	}
}

func TestWhatIsNotATableIsReported(t *testing.T) {
	for data, want := range map[string]diag.Message{
		"":                     diag.TableEmpty,
		"\n;;\n":               diag.TableEmpty,
		"PK\x03\x04\x14":       diag.TableBroken,
		"\xd0\xcf\x11\xe0\xa1": diag.TableOldExcel,
		"\xd0\xcf\x11\xe0 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00": diag.TableLocked,
		"%PDF-1.4":                                       diag.TableNotSpreadsheet,
		"\n<html><table>":                                diag.TableNotSpreadsheet,
		archive("word/document.xml", ""):                 diag.TableNotSpreadsheet,
		archive("a.txt", ""):                             diag.TableNotSpreadsheet,
		archive("xl/workbook.xml", "<workbook>"):         diag.TableBroken,
		archive("xl/workbook.xml", "<workbook><sheets>"): diag.TableBroken,
		archive("content.xml", ""):                       diag.TableBroken,
		"naam,\x00\n":                                    diag.TableNotText,
		"naam,tekst\na,\"b\n":                            diag.RowQuotes,
		"naam,tekst\na,\"b\nc,d\n":                       diag.RowQuoteOpen,
		"naam,tekst\na,b \"c\"\n":                        diag.RowQuotes,
	} {
		_, problems := spreadsheet.Read("t.csv", []byte(data), names())
		if len(problems) != 1 || problems[0].Text.Message != want {
			t.Errorf("%q: got %v, want %s", data, problems, want)
		}
	}
}

func TestColumnsAreNamedAsInASpreadsheet(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := spreadsheet.Column(n); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"naam,tekst\na,\"b\nc\"\n", "sep=;\nnaam;\n\n;x\r\n", utf16le("naam\tx\n"), "naam\ra;\xe9", "\"", "a\"b,c\n", "sep=;", "naam\xff;\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		tables, problems := spreadsheet.Read("t", data, names())
		soundTables(t, tables, problems)
	})
}

// soundTables fails when what was read of a file cannot be right, whatever is in the file.
func soundTables(t *testing.T, tables []*spreadsheet.Table, problems diag.List) {
	t.Helper()
	if (len(tables) == 0) != problems.HasErrors() {
		t.Fatal("no table and no problem, or both")
	}
	if problems.HasErrors() {
		problems[0].Pos.Place()
	}
	for _, table := range tables {
		last := 0
		for _, row := range append([]spreadsheet.Row{table.Header}, table.Rows...) {
			if row.Number <= last {
				t.Errorf("row %d after %d", row.Number, last)
			}
			last = row.Number
			if table.Sheet != "" && row.Pos.Place().Line != row.Number {
				t.Errorf("row %d stands on line %d", row.Number, row.Pos.Place().Line)
			}
			for i, c := range row.Cells {
				if c.Pos.Start < row.Pos.Start || c.Pos.End > row.Pos.End || c.Pos.End < c.Pos.Start {
					t.Errorf("cell at %d-%d of the row at %d-%d", c.Pos.Start, c.Pos.End, row.Pos.Start, row.Pos.End)
				}
				diag.Dutch.Say(table.PlaceOfCell(row, i))
			}
		}
	}
}
