package tableimport

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// kind is a table that can be imported: where in the content its rows are.
type kind struct {
	table   plan.Table
	file    string   // the kind of the files
	folder  string   // where those are
	lists   []string // the list in a file whose items are rows, from the top; none when a row is a file
	id      []string // the columns by which a row is known
	needs   []string // the columns without which it is not this table
	derived []string // columns that the site works out, and that are called as a key is
	record  func() any
}

// kinds returns the tables, in the order in which they are imported: what a row refers to may be
// new as well.
func kinds() []kind {
	return []kind{
		{plan.WijkTable, "wijk", "wijken", nil, []string{"id"}, []string{"id", "naam"}, nil, func() any { return new(city.Wijk) }},
		{plan.VisionTable, "wijkvisie", "wijkvisies", nil, []string{"id"}, []string{"id", "wijk", "periode"}, nil, func() any { return new(city.Vision) }},
		{plan.NeedTable, "wijkvisie", "wijkvisies", []string{"behoeften"}, []string{"id"}, []string{"id", "wijkvisie"}, []string{"voorheen"}, func() any { return new(city.Need) }},
		{plan.CommitmentTable, "programma", "programmas", []string{"toezeggingen"}, []string{"id"}, []string{"id", "programma"}, nil, func() any { return new(city.Commitment) }},
		{plan.ProgressTable, "programma", "programmas", []string{"toezeggingen", "voortgang"}, []string{"toezegging"}, []string{"toezegging", "datum"}, nil, func() any { return new(city.ProgressEntry) }},
		{plan.AnswerTable, "programma", "programmas", []string{"antwoorden"}, []string{"behoefte", "programma", "datum"}, []string{"behoefte", "programma", "datum"}, nil, func() any { return new(city.Answer) }},
		{plan.JudgementTable, "wijkvisie", "wijkvisies", []string{"behoeften", "oordelen"}, []string{"behoefte", "wijkvisie", "datum", "door", "over"}, []string{"behoefte", "wijkvisie", "datum"}, nil, func() any { return new(city.Judgement) }},
		{table: plan.DemandTable, needs: []string{"maat", "waarde"}},
	}
}

// mapping returns the keys of a row.
func (k kind) mapping() *parse.Mapping { return parse.MappingAt(k.file, k.lists...) }

// columns returns the names of the columns that a table may have.
func (k kind) columns() []string { return opendata.Columns(k.table) }

// keys returns the keys that a table can change, by the names of their columns.
func (k kind) keys() []parse.RowKey {
	columns := k.columns()
	return slices.DeleteFunc(parse.RowKeys(k.mapping()), func(r parse.RowKey) bool {
		return !slices.Contains(columns, r.Column) || slices.Contains(k.derived, r.Column)
	})
}

// Columns returns the names of the columns that tables may have.
func Columns() []string {
	var names []string
	for _, k := range kinds() {
		names = append(names, k.columns()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// choose returns the tables that are imported, with what they are. Two of a kind are reported.
func (im *importer) choose(tables []*spreadsheet.Table) []*tableReader {
	var original *spreadsheet.Table
	var chosen []*tableReader
	several := 0 // tables that have the columns they need
	for _, t := range tables {
		if _, complete := kindOf(t); complete && !t.Hidden {
			several++
		}
	}
	for _, t := range tables {
		if t.Hidden {
			if t.Sheet == spreadsheet.OriginalSheet {
				original = t
			}
			continue
		}
		k, complete := kindOf(t)
		if several > 0 && !complete || several > 1 && k.table == plan.DemandTable {
			im.result.OtherSheets = append(im.result.OtherSheets, t.Sheet)
			continue
		}
		chosen = append(chosen, &tableReader{importer: im, table: t, kind: k})
	}
	if len(chosen) == 0 { // its columns say what is missing
		k, _ := kindOf(tables[0])
		chosen = append(chosen, &tableReader{importer: im, table: tables[0], kind: k})
	}
	order := func(t *tableReader) int {
		return slices.IndexFunc(kinds(), func(k kind) bool { return k.table == t.kind.table })
	}
	slices.SortStableFunc(chosen, func(a, b *tableReader) int { return order(a) - order(b) })
	for i, t := range chosen {
		if i > 0 && chosen[i-1].kind.table == t.kind.table {
			im.report(diag.At(t.table.Header.Pos, diag.SheetTwice, chosen[i-1].table.Sheet, t.table.Sheet, string(t.kind.table)).WithHint(diag.HideSheet))
		}
		if len(chosen) == 1 || original != nil && overlap(original, t.kind) > 0 {
			t.original = original
		}
	}
	if im.problems.HasErrors() {
		return nil
	}
	return chosen
}

// kindOf returns the table that most of the columns are of, and reports whether it has those that
// it needs. A table without any of the names is one of progress.
func kindOf(t *spreadsheet.Table) (of kind, complete bool) {
	best := 0
	for _, k := range kinds() {
		has := !slices.ContainsFunc(k.needs, func(name string) bool { return columnNamed(t, name) < 0 })
		n := overlap(t, k)
		if best == 0 && k.table == plan.ProgressTable || n > 0 && (has && !complete || has == complete && n > best) {
			of, complete, best = k, has, n
		}
	}
	return of, complete
}

// overlap returns how many columns of a table are of a kind.
func overlap(t *spreadsheet.Table, k kind) int {
	n := 0
	for _, name := range k.columns() {
		if columnNamed(t, name) >= 0 {
			n++
		}
	}
	return n
}

// columnNamed returns the column with a name; -1 when there is none.
func columnNamed(t *spreadsheet.Table, name string) int {
	return slices.IndexFunc(t.Header.Cells, func(c source.Text) bool { return spreadsheet.Name(c.Value) == name })
}
