package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// standardJSON writes a table by encoding/json.
func standardJSON(t *testing.T, fields []field, rows [][]any) string {
	t.Helper()
	lines := make([]string, len(rows))
	for i, row := range rows {
		var keys []string
		for _, g := range groupsOf(fields) {
			value := plainJSON(t, row[g.first])
			if g.keys != nil {
				value = plainMapping(t, g.keys, row[g.first:g.first+len(g.keys)])
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
	case []*city.Advice:
		items := make([]string, len(v))
		for i, a := range v {
			items[i] = plainMapping(t, adviceKeys(), []any{a.Date.String(), known(a.By.Value), known(a.Text.Value), known(a.URL.Value), known(a.Reply.Value)})
		}
		return "[" + strings.Join(items, ",") + "]"
	case []*city.Buurt:
		items := make([]string, len(v))
		for i, b := range v {
			items[i] = plainMapping(t, []string{"id", "naam", "code"}, []any{b.ID.Value, known(b.Name.Value), known(b.Code.Value)})
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

// standardCSV writes a table by encoding/csv.
func standardCSV(t *testing.T, fields []field, rows [][]any) string {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	lines := [][]string{nil}
	for _, f := range fields {
		lines[0] = append(lines[0], f.name)
	}
	for _, row := range rows {
		var line []string
		for _, value := range row {
			line = append(line, plainCell(t, value))
		}
		lines = append(lines, line)
	}
	if err := w.WriteAll(lines); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func plainCell(t *testing.T, value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return spreadsheet.Harmless(v)
	case []string:
		return spreadsheet.Harmless(strings.Join(v, "; "))
	case []*city.Buurt:
		var ids []string
		for _, b := range v {
			ids = append(ids, b.ID.Value)
		}
		return spreadsheet.Harmless(strings.Join(ids, "; "))
	case []*city.Advice:
		if len(v) == 0 {
			return ""
		}
		return plainJSON(t, v)
	case [2]float64:
		return fmt.Sprint(v[0]) + "; " + fmt.Sprint(v[1])
	default:
		return fmt.Sprint(v)
	}
}

// rowsOf returns the values of a table.
func rowsOf(t table) [][]any {
	var rows [][]any
	for values := range t.rows {
		rows = append(rows, slices.Clone(values))
	}
	return rows
}

// compareWithStandard holds both forms of a table against the standard library.
func compareWithStandard(t *testing.T, of table) {
	t.Helper()
	rows := rowsOf(of)
	for _, form := range []struct {
		name  string
		write func(io.Writer, table) error
		want  string
	}{
		{"JSON", writeJSON, standardJSON(t, of.fields, rows)},
		{"CSV", writeCSV, standardCSV(t, of.fields, rows)},
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

// record is a row of a random table.
type record struct {
	one, other string
	list       []source.Text
	buurten    []*city.Buurt
	advice     []*city.Advice
	point      *city.Point
	amount     int
	yes        bool
	day        city.Day
	planned    city.PlannedDate
	period     city.Period
}

// random is a table with a column of each type, made of some texts.
func random(seed uint64, rows int, words []string) table {
	dice := rand.New(rand.NewPCG(seed, 1))
	pick := func() string { return words[dice.IntN(len(words))] }
	list := make([]record, rows)
	for i := range list {
		r := &list[i]
		*r = record{
			one: pick(), other: pick(), amount: dice.IntN(4) - 1, yes: dice.IntN(2) == 0,
			day:    city.DayIn(dice.IntN(3)*1006, 1+dice.IntN(12), 1+dice.IntN(28)),
			period: city.Period{First: 2011 * dice.IntN(2), Last: 2011 + dice.IntN(2)},
		}
		r.planned, _ = city.ParsePlanned([]string{"", city.Unknown, "2011", "2011-Q3", "2011-10", "2011-10-14"}[dice.IntN(6)])
		if dice.IntN(2) == 0 {
			r.point = &city.Point{Lon: dice.NormFloat64() * 100, Lat: float64(dice.IntN(90))}
		}
		for range dice.IntN(4) {
			r.list = append(r.list, source.Text{Value: pick()})
			r.advice = append(r.advice, &city.Advice{Date: city.Date{Day: r.day}, By: source.Text{Value: pick()}, Text: source.Text{Value: pick()}, Reply: source.Text{Value: pick()}})
			r.buurten = append(r.buurten, &city.Buurt{ID: source.Text{Value: pick()}, Name: source.Text{Value: pick()}, Code: source.Text{Value: pick()}})
		}
	}
	return newTable(list, []column[record]{
		text("id", func(r record) string { return r.one }),
		text("naam", func(r record) string { return r.other }),
		text("bron.titel", func(r record) string { return r.one }),
		date("bron.datum", func(r record) city.Day { return r.day }),
		{field{name: "buurten", holds: buurtenType}, func(r record) any { return r.buurten }},
		{field{name: "adviezen", holds: adviceType}, func(r record) any { return r.advice }},
		texts("lijst", func(r record) []source.Text { return r.list }, source.Text.String),
		{field{name: "locatie", holds: numbersType}, func(r record) any { return point(r.point) }},
		number("aantal", 0, func(r record) int { return r.amount }),
		boolean("waar", func(r record) bool { return r.yes }),
		planned("plan.van", func(r record) city.PlannedDate { return r.planned }),
		text("plan.tot", func(r record) string { return years(r.period) }),
		address("plan.url", func(r record) string { return r.other }),
		page("/pad", func(r record) string { return "/" + r.one }),
		text("los.een", func(r record) string { return r.other }),
	})
}

// hostile returns texts that are easily encoded wrongly.
func hostile() []string {
	return []string{"", "Plateau", "a,b", "een \"bankje\"", "=1+1", "-5", "+31", "'=1", "@a", "\tvoor", " voor", "é", "<b>", "<b>é", `\.`, `\`, "a\r\nb", "\xff", "\u2028", "; ", "＝1", "/x"}
}

func TestRandomTablesAreAsTheStandardLibraryWritesThem(t *testing.T) {
	for seed := range uint64(50) {
		compareWithStandard(t, random(seed, int(seed)*2, hostile()))
	}
	compareWithStandard(t, random(1, 1000, hostile())) // longer than a buffer
}

func FuzzTablesAreAsTheStandardLibraryWritesThem(f *testing.F) {
	for i, text := range hostile() {
		f.Add(uint64(i), text, "Plateau")
	}
	f.Fuzz(func(t *testing.T, seed uint64, one, other string) {
		compareWithStandard(t, random(seed, 3, []string{one, other, ""}))
	})
}

// full is a writer that fails after some bytes.
type full struct{ room int }

var errFull = errors.New("full")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestATableThatCannotBeWrittenIsAnError(t *testing.T) {
	large := random(1, 5000, hostile())
	for _, write := range []func(io.Writer, table) error{writeJSON, writeCSV} {
		for _, room := range []int{0, 10_000, 100_000} {
			if err := write(&full{room}, large); !errors.Is(err, errFull) {
				t.Errorf("with room for %d bytes the error is %v", room, err)
			}
		}
	}
}
