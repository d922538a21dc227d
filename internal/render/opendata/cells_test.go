package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// plainCells keeps the cells of a table as values, as encoding/json and encoding/csv want
// them: nil, string, int, bool, []float64, []string or a list of mappings.
type plainCells struct {
	rows [][]any
	list []string
}

func (p *plainCells) add(v any) { p.rows[len(p.rows)-1] = append(p.rows[len(p.rows)-1], v) }

func (p *plainCells) begin()            { p.rows = append(p.rows, nil) }
func (p *plainCells) end() error        { return nil }
func (p *plainCells) none()             { p.add(nil) }
func (p *plainCells) text(s string)     { p.add(s) }
func (p *plainCells) number(n int)      { p.add(n) }
func (p *plainCells) truth(b bool)      { p.add(b) }
func (p *plainCells) pair(a, b float64) { p.add([]float64{a, b}) }
func (p *plainCells) open()             { p.list = []string{} }
func (p *plainCells) item(s string)     { p.list = append(p.list, s) }
func (p *plainCells) close()            { p.add(p.list) }
func (p *plainCells) compose() []byte   { return nil }
func (p *plainCells) composed(b []byte) { p.add(string(b)) }

type plainBuurt struct{ id, name, code string }

func (p *plainCells) buurten(list []*city.Buurt) {
	out := make([]plainBuurt, len(list))
	for i, b := range list {
		out[i] = plainBuurt{b.ID.Value, b.Name.Value, b.Code.Value}
	}
	p.add(out)
}

// standardJSON writes a table by encoding/json.
func standardJSON(t *testing.T, columns []string, rows [][]any) string {
	t.Helper()
	lines := make([]string, len(rows))
	for i, row := range rows {
		var keys []string
		for _, g := range groupsOf(columns) {
			value := plainJSON(t, row[g.at])
			if g.keys != nil {
				value = plainMapping(t, g.keys, row[g.at:g.to])
			}
			keys = append(keys, `"`+g.key+`":`+value)
		}
		lines[i] = "\n{" + strings.Join(keys, ",") + "}"
	}
	if len(lines) == 0 {
		return "[]\n"
	}
	return "[" + strings.Join(lines, ",") + "\n]\n"
}

func plainMapping(t *testing.T, keys []string, values []any) string {
	var inner []string
	written := false
	for i, key := range keys {
		written = written || values[i] != nil
		inner = append(inner, `"`+key+`":`+plainJSON(t, values[i]))
	}
	if !written {
		return "null"
	}
	return "{" + strings.Join(inner, ",") + "}"
}

func plainJSON(t *testing.T, value any) string {
	switch v := value.(type) {
	case []string:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = plainJSON(t, item)
		}
		return "[" + strings.Join(items, ",") + "]"
	case []plainBuurt:
		items := make([]string, len(v))
		for i, b := range v {
			items[i] = plainMapping(t, []string{"id", "naam", "code"}, []any{b.id, known(b.name), known(b.code)})
		}
		return "[" + strings.Join(items, ",") + "]"
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	text, isText := value.(string)
	plain := func(c rune) bool { return c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' }
	encoder.SetEscapeHTML(!isText || strings.ContainsFunc(text, func(c rune) bool { return !plain(c) }))
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func known(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// standardCSV writes a table by encoding/csv.
func standardCSV(t *testing.T, columns []string, rows [][]any) string {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	lines := [][]string{columns}
	for _, row := range rows {
		var line []string
		for _, value := range row {
			line = append(line, plainCell(value))
		}
		lines = append(lines, line)
	}
	if err := w.WriteAll(lines); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func plainCell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return spreadsheet.Harmless(v)
	case []string:
		return spreadsheet.Harmless(strings.Join(v, "; "))
	case []plainBuurt:
		var ids []string
		for _, b := range v {
			ids = append(ids, b.id)
		}
		return spreadsheet.Harmless(strings.Join(ids, "; "))
	case []float64:
		return fmt.Sprint(v[0]) + "; " + fmt.Sprint(v[1])
	default:
		return fmt.Sprint(v)
	}
}

// compareWithStandard holds both forms of a table against the standard library.
func compareWithStandard(t *testing.T, of table) {
	t.Helper()
	var plain plainCells
	if err := of.rows(row{&plain}); err != nil {
		t.Fatal(err)
	}
	for _, form := range []struct {
		name  string
		write func(io.Writer, table) error
		want  string
	}{
		{"JSON", writeJSON, standardJSON(t, of.columns, plain.rows)},
		{"CSV", writeCSV, standardCSV(t, of.columns, plain.rows)},
	} {
		var got bytes.Buffer
		if err := form.write(&got, of); err != nil {
			t.Fatal(err)
		}
		if got.String() != form.want {
			t.Errorf("%s is\n%.2000s\nwant\n%.2000s", form.name, got.String(), form.want)
		}
	}
}

// random is a table with a cell of each type in every row, made of some texts.
func random(seed uint64, rows int, texts []string) table {
	names := []string{"id", "naam", "bron.titel", "bron.datum", "buurten", "lijst", "locatie", "aantal", "waar", "plan.van", "plan.tot", "plan.url", "url", "los.een"}
	return table{columns: names, rows: func(out row) error {
		dice := rand.New(rand.NewPCG(seed, 1))
		pick := func() string { return texts[dice.IntN(len(texts))] }
		text := func() source.Text { return source.Text{Value: pick()} }
		day := func() city.Day {
			return city.DayIn(dice.IntN(3)*1006, 1+dice.IntN(12), 1+dice.IntN(28))
		}
		planned := func() city.PlannedDate {
			p, _ := city.ParsePlanned([]string{"", city.Unknown, "2011", "2011-Q3", "2011-10", "2011-10-14"}[dice.IntN(6)])
			return p
		}
		return each(out, make([]struct{}, rows), func(r row, _ struct{}) {
			var list []source.Text
			var buurten []*city.Buurt
			for range dice.IntN(4) {
				list = append(list, text())
				buurten = append(buurten, &city.Buurt{ID: text(), Name: text(), Code: text()})
			}
			r.string(pick()).text(text()).text(text()).day(day()).buurten(buurten).texts(list).
				point(&city.Point{Lon: dice.NormFloat64() * 100, Lat: float64(dice.IntN(90))}).amount(dice.IntN(4) - 1).truth(dice.IntN(2) == 0).
				planned(planned()).planned(planned()).period(city.Period{First: 2011 * dice.IntN(2), Last: 2011 + dice.IntN(2)})
			address(r, "/pad", pick(), func(b []byte, s string) []byte { return append(append(b, '/'), s...) })
			r.text(text())
		})
	}}
}

// hostile are texts that an encoder may stumble over.
func hostile() []string {
	return []string{"", "Plateau", "a,b", "een \"bankje\"", "=1+1", "-5", "+31", "'=1", "@a", "\tvoor", " voor", "é", "<b>", "<b>é", `\.`, `\`, "a\r\nb", "\xff", "\u2028", "; ", "＝1", "/x"}
}

func TestRandomTablesAreAsTheStandardLibraryWritesThem(t *testing.T) {
	for seed := range uint64(50) {
		compareWithStandard(t, random(seed, int(seed)*2, hostile()))
	}
	compareWithStandard(t, random(1, 1000, hostile())) // in several pieces
}

func FuzzTablesAreAsTheStandardLibraryWritesThem(f *testing.F) {
	for i, text := range hostile() {
		f.Add(uint64(i), text, "Plateau")
	}
	f.Fuzz(func(t *testing.T, seed uint64, one, other string) {
		compareWithStandard(t, random(seed, 3, []string{one, other, ""}))
	})
}

// full is a writer that takes no more.
type full struct{ room int }

var errFull = errors.New("full")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestATableThatCannotBeWrittenSaysSo(t *testing.T) {
	large := random(1, 5000, hostile())
	for _, write := range []func(io.Writer, table) error{writeJSON, writeCSV} {
		for _, room := range []int{0, piece, 3 * piece} {
			if err := write(&full{room}, large); !errors.Is(err, errFull) {
				t.Errorf("with room for %d bytes the error is %v", room, err)
			}
		}
	}
}
