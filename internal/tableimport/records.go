package tableimport

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// records imports a table of which each row is something with an id.
func (t *tableReader) records() {
	exported := t.exported()
	seen := make(map[string][]spreadsheet.Row)
	for _, row := range t.table.Rows {
		before := len(t.problems)
		t.unnamed(row)
		t.ambiguous(row)
		if t.saysNothing(row) || len(t.problems) > before {
			continue
		}
		id := t.identity(row)
		before = len(t.problems)
		target, ok := t.find(row, len(seen[id]))
		seen[id] = append(seen[id], row)
		switch earlier := seen[id][:len(seen[id])-1]; {
		case len(t.problems) > before && t.problems[before:].HasErrors():
		case !ok || !target.exists && len(earlier) > 0:
			t.report(diag.At(row.Pos, diag.RowTwice, t.table.PlaceOfRow(row)).WithRelated(earlier[0].Pos, diag.FirstHere))
		case target.exists:
			var was map[string]string
			if all := exported[id]; len(earlier) < len(all) {
				was = all[len(earlier)]
			}
			t.changeRecord(row, target, was)
		default:
			t.addRecord(row, target)
		}
	}
}

// saysNothing reports whether nothing was filled in in a row beside its id and where it belongs: a
// row of progress with a commitment and no more, or one of judgements with a need and no more, is
// one of a form that nobody filled in.
func (t *tableReader) saysNothing(row spreadsheet.Row) bool {
	if t.kind.table == plan.ProgressTable || t.kind.table == plan.JudgementTable {
		return !slices.ContainsFunc(t.keys, func(k parse.RowKey) bool { return t.cell(row, k.Column) != "" })
	}
	known := t.kind.id
	if t.original != nil {
		known = nil
		for _, c := range t.original.Header.Cells {
			known = append(known, spreadsheet.Name(c.Value))
		}
	}
	for name := range t.columns {
		if !slices.Contains(known, name) && t.cell(row, name) != "" {
			return false
		}
	}
	return t.original != nil || !slices.ContainsFunc(known, func(name string) bool { return t.cell(row, name) != "" })
}

// exported returns the rows that the site exports, by their ids: of each the cells by column. Two
// answers or judgements of a day may have the same.
func (t *tableReader) exported() map[string][]map[string]string {
	rows := make(map[string][]map[string]string)
	for cells := range opendata.Rows(t.kind.table, t.graph, "") {
		row := make(map[string]string, len(cells))
		for i, name := range t.names {
			row[name] = cells[i]
		}
		ids := make([]string, len(t.kind.id))
		for i, name := range t.kind.id {
			ids[i] = row[name]
		}
		key := strings.Join(ids, "\n")
		rows[key] = append(rows[key], row)
	}
	return rows
}

// identity returns the ids of a row as exported has them.
func (t *tableReader) identity(row spreadsheet.Row) string {
	ids := make([]string, len(t.kind.id))
	for i, name := range t.kind.id {
		ids[i] = t.now(name, t.cell(row, name))
	}
	return strings.Join(ids, "\n")
}

// now returns the id that something has now, by the column that names it, and a day as it is
// written in content.
func (t *tableReader) now(column, id string) string {
	switch column {
	case "programma":
		return t.index.Programmes.Now(id)
	case "over":
		return t.index.Commitments.Now(id)
	case "wijk":
		return t.index.Wijken.Now(id)
	case "behoefte":
		return t.needNow(id)
	case "datum":
		for _, k := range t.keys {
			if k.Column == column {
				return k.FromCell(source.Text{Value: id}).Text
			}
		}
	case "id":
		switch t.kind.table {
		case plan.WijkTable:
			return t.index.Wijken.Now(id)
		case plan.CommitmentTable:
			return t.index.Commitments.Now(id)
		}
	}
	return id
}

// target is where in the content a row is, or where it is to be added.
type target struct {
	file   *source.File
	path   edit.Path // to it, or to the list
	exists bool
	name   string // of a need without its wijk, else empty
}

// changeRecord changes what differs between a row and what the site exports; was is nil when it is not
// published.
func (t *tableReader) changeRecord(row spreadsheet.Row, at target, was map[string]string) {
	cells := make(map[string]source.Text)
	for _, name := range t.names {
		i, ok := t.columns[name]
		if !ok || slices.Contains(t.kind.id, name) {
			continue
		}
		k := slices.IndexFunc(t.keys, func(k parse.RowKey) bool { return k.Column == name })
		cell := row.Cell(i)
		here, there := comparableText(cell.Value), comparableText(was[name])
		if k >= 0 {
			here, there = t.keys[k].Written(cell), t.keys[k].Written(source.Text{Value: was[name]})
		}
		switch {
		case was != nil && here == there:
		case here == "" && was == nil:
		case here == "":
			if k >= 0 {
				t.report(diag.At(cell.Pos, diag.CellEmptied, t.table.PlaceOfCell(row, i), was[name]))
			}
		case name == "url" && strings.HasSuffix(here, there):
		case k < 0 || t.isDerived(row, name):
			if was != nil {
				t.report(diag.At(cell.Pos, diag.CellDerived, t.table.PlaceOfCell(row, i), trimmed(cell.Value), was[name]))
			}
		case name == "gereed" && t.kind.table == plan.CommitmentTable:
			if was != nil {
				t.wrong(row, diag.At(cell.Pos, diag.WordDueIsStep).WithHint(diag.ReportStep))
			}
		default:
			cells[name] = cell
		}
	}
	before := len(t.problems)
	t.check(row, cells, false)
	if len(t.problems) > before {
		return
	}
	if !t.setCells(at.file, row, at.path, cells) {
		t.result.Known++
	}
}

// isDerived reports whether a column that may be a key is none in a row: the wijken of a
// commitment are those of its needs.
func (t *tableReader) isDerived(row spreadsheet.Row, name string) bool {
	return t.kind.table == plan.CommitmentTable && name == "wijken" && t.cell(row, "behoeften") != ""
}

// setCells puts cells in the places of their keys below a path, and reports whether one of them
// was other than before.
func (t *tableReader) setCells(f *source.File, row spreadsheet.Row, path edit.Path, cells map[string]source.Text) bool {
	changed := false
	for _, k := range t.keys {
		cell, ok := cells[k.Column]
		if !ok || strings.TrimSpace(cell.Value) == "" {
			continue
		}
		to := slices.Clip(path)
		for name := range strings.SplitSeq(k.Column, ".") {
			to = append(to, edit.Key(name))
		}
		if t.change(f, row, func(d *edit.Document) error { return d.Set(to, k.FromCell(cell)) }) {
			t.files[f.Path].changed++
			t.result.Changed++
			changed = true
		}
	}
	if changed {
		t.hidden(row)
	}
	return changed
}

// hidden reports a row that changes something and that somebody hid.
func (t *tableReader) hidden(row spreadsheet.Row) {
	if row.Hidden {
		t.report(diag.At(row.Pos, diag.RowHidden, t.table.PlaceOfRow(row)))
	}
}

// addRecord adds a row to the list that it belongs in.
func (t *tableReader) addRecord(row spreadsheet.Row, at target) {
	cells := t.cellsOf(row)
	for _, name := range t.names {
		k := slices.ContainsFunc(t.keys, func(k parse.RowKey) bool { return k.Column == name })
		if k && !t.isDerived(row, name) {
			continue
		}
		delete(cells, name)
		if i, ok := t.columns[name]; ok && !k && !slices.Contains(t.kind.id, name) && !slices.Contains(t.kind.needs, name) && strings.TrimSpace(row.Cell(i).Value) != "" && name != "wijk" {
			t.report(diag.At(row.Cell(i).Pos, diag.CellDerived, t.table.PlaceOfCell(row, i), trimmed(row.Cell(i).Value), ""))
		}
	}
	if at.name != "" {
		cells["id"] = source.Text{Value: at.name, Pos: t.at(row, "id").Pos}
	}
	before := len(t.problems)
	t.check(row, cells, true)
	if len(t.problems) > before && t.problems[before:].HasErrors() {
		return
	}
	node := parse.RowNode(row.Pos, t.mapping, cells)
	if !t.change(at.file, row, func(d *edit.Document) error { return d.Append(at.path, node) }) {
		return
	}
	t.files[at.file.Path].added++
	t.result.Added++
	t.hidden(row)
	switch t.kind.table {
	case plan.NeedTable:
		t.newNeeds[t.cell(row, "id")] = true
	case plan.CommitmentTable:
		t.newCommitments[t.cell(row, "id")] = true
	}
}

// check reports what is wrong with cells of a row.
func (t *tableReader) check(row spreadsheet.Row, cells map[string]source.Text, all bool) {
	if len(cells) == 0 {
		return
	}
	for _, d := range parse.Row(t.table.File, t.kind.folder, row.Pos, t.mapping, cells, t.kind.record(), all) {
		t.wrong(row, d)
	}
	t.refersTo(row, cells)
}

// comparableText returns the text of a cell as two are the same: a program may write what is true in
// its own language.
func comparableText(cell string) string {
	s := trimmed(cell)
	switch strings.ToLower(s) {
	case "true", "waar", "ja", "1":
		return "true"
	case "false", "onwaar", "nee", "0":
		return "false"
	}
	return s
}

// problemsOf returns the errors in a file of content.
func problemsOf(f *source.File) diag.List {
	var problems diag.List
	switch folder, _, _ := strings.Cut(f.Path, "/"); folder {
	case "wijken":
		_, problems = parse.Wijk(f)
	case "wijkvisies":
		_, problems = parse.Vision(f)
	case "programmas":
		_, problems = parse.Programme(f)
	}
	return slices.DeleteFunc(problems, func(d diag.Diagnostic) bool { return d.Severity() != diag.Error })
}

// sameAnswer reports whether an answer is that of a row.
func (t *tableReader) sameAnswer(a *city.Answer, need, day string) bool {
	return t.needNow(a.Need.Value) == need && a.Date.String() == day
}
