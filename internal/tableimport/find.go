package tableimport

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// find finds where a row is in the content, or where it is to be added. Of rows with the same ids n
// came before it. It is not ok when those are all that there are; what is wrong with the ids it
// reports.
func (t *tableReader) find(row spreadsheet.Row, n int) (target, bool) {
	if n > 0 && t.kind.table != plan.AnswerTable && t.kind.table != plan.JudgementTable {
		return target{}, false
	}
	switch t.kind.table {
	case plan.WijkTable:
		w, _, ok := t.index.Wijken.Find(t.cell(row, "id"))
		if !ok {
			return target{}, t.noFile(row, "id", "wijk", t.index.Wijken.IDs())
		}
		return target{file: w.File, exists: true}, true
	case plan.VisionTable:
		v, ok := t.vision(row, "id")
		if !ok {
			return target{}, false
		}
		return target{file: v.File, exists: true}, true
	case plan.NeedTable:
		return t.findNeed(row)
	case plan.CommitmentTable:
		return t.findCommitment(row)
	case plan.AnswerTable:
		return t.findAnswer(row, n)
	default:
		return t.findJudgement(row, n)
	}
}

// noFile reports a row about a file that is not there, and returns false.
func (t *tableReader) noFile(row spreadsheet.Row, column, kind string, ids []string) bool {
	at := t.at(row, column)
	id := strings.TrimSpace(at.Value)
	if id == "" {
		t.wrong(row, t.emptyCell(row, column))
		return false
	}
	d := diag.At(at.Pos, diag.WordNoFile, kind, id).WithHint(diag.NewFileFirst, kind, id)
	if near, ok := diag.Nearest(id, ids); ok {
		d = d.WithHint(diag.DidYouMean, near)
	}
	t.wrong(row, d)
	return false
}

// emptyCell returns the diagnostic for a cell that says what a row is about, and is empty. What could
// be in it is what other rows have, first of all one about the same need.
func (t *tableReader) emptyCell(row spreadsheet.Row, column string) diag.Diagnostic {
	example := ""
	for _, other := range t.table.Rows {
		value := t.cell(other, column)
		same := value != "" && t.cell(row, "behoefte") != "" && t.cell(row, "behoefte") == t.cell(other, "behoefte")
		if example == "" || same {
			example = value
		}
		if same {
			break
		}
	}
	d := diag.At(t.at(row, column).Pos, diag.WordCellEmpty)
	if example != "" {
		d = d.WithHint(diag.FillCell, column, example)
	}
	return d
}

// vision returns the vision that a cell names.
func (t *tableReader) vision(row spreadsheet.Row, column string) (*city.Vision, bool) {
	var ids []string
	for _, v := range t.city.Visions {
		if v.ID == t.cell(row, column) {
			return v, true
		}
		ids = append(ids, v.ID)
	}
	return nil, t.noFile(row, column, "wijkvisie", ids)
}

// programme returns the programme that a cell names.
func (t *tableReader) programme(row spreadsheet.Row) (*city.Programme, bool) {
	p, _, ok := t.index.Programmes.Find(t.cell(row, columnProgramme))
	if !ok {
		return nil, t.noFile(row, columnProgramme, "programma", t.index.Programmes.IDs())
	}
	if _, ok := t.columns[columnDepartment]; ok {
		t.belongs(row, columnDepartment, t.index.Departments.Now(t.cell(row, columnDepartment)), t.index.Departments.Now(p.Department.Value))
	}
	return p, true
}

// needNow returns a reference to a need, as wijk/need, with the ids of now.
func (im *importer) needNow(ref string) string {
	wijk, name, _ := relate.NeedRef(ref)
	wijk = im.index.Wijken.Now(wijk)
	return wijk + "/" + im.index.Needs(wijk).Now(name)
}

// needIn returns the need of a vision that a cell names as wijk/need, and its name. It is nil when the
// vision has no such need, and not ok when it is not of the wijk.
func (t *tableReader) needIn(v *city.Vision, row spreadsheet.Row, column string) (need *city.Need, name string, ok bool) {
	at := t.at(row, column)
	wijk, name, qualified := relate.NeedRef(strings.TrimSpace(at.Value))
	switch {
	case !qualified || name == "":
		t.wrong(row, diag.At(at.Pos, diag.NeedNotQualified, strings.TrimSpace(at.Value)).WithHint(diag.WriteAs, t.index.Wijken.Now(v.Wijk.Value)+"/"+wijk))
		return nil, "", false
	case t.index.Wijken.Now(wijk) != t.index.Wijken.Now(v.Wijk.Value):
		t.report(diag.At(at.Pos, diag.CellElsewhere, t.table.PlaceOfCell(row, t.columns[column]), wijk, v.Wijk.Value))
		return nil, "", false
	}
	for _, n := range v.Needs {
		if n.ID.Value == name {
			return n, name, true
		}
	}
	for _, n := range v.Needs { // by the name that it had before, or has now
		for _, old := range n.Former {
			if old.Value == name {
				return n, n.ID.Value, true
			}
		}
		if t.index.Needs(t.index.Wijken.Now(wijk)).Now(n.ID.Value) == name {
			return n, n.ID.Value, true
		}
	}
	return nil, name, true
}

func (t *tableReader) findNeed(row spreadsheet.Row) (target, bool) {
	v, ok := t.vision(row, "wijkvisie")
	if !ok {
		return target{}, false
	}
	t.belongs(row, "wijk", t.index.Wijken.Now(t.cell(row, "wijk")), t.index.Wijken.Now(v.Wijk.Value))
	n, name, ok := t.needIn(v, row, "id")
	path := edit.Path{edit.Key("behoeften")}
	if n != nil {
		return target{v.File, append(path, edit.Item(n.ID.Value)), true, ""}, ok
	}
	return target{v.File, path, false, name}, ok
}

func (t *tableReader) findCommitment(row spreadsheet.Row) (target, bool) {
	at := t.at(row, "id")
	id := strings.TrimSpace(at.Value)
	if id == "" {
		t.wrong(row, t.emptyCell(row, "id"))
		return target{}, false
	}
	found, now, exists := t.index.Commitments.Find(id)
	p, ok := t.programme(row)
	switch {
	case !ok:
		return target{}, false
	case !exists:
		return target{p.File, edit.Path{edit.Key("toezeggingen")}, false, ""}, true
	case t.duplicates[now] != nil:
		t.wrong(row, diag.At(at.Pos, diag.IDTwice, id).WithRelated(t.duplicates[now].ID.Pos, diag.FirstHere))
		return target{}, false
	}
	t.belongs(row, columnProgramme, p.ID, found.Programme.ID)
	return target{found.Programme.File, edit.Path{edit.Key("toezeggingen"), edit.Item(found.ID.Value)}, true, ""}, p == found.Programme
}

func (t *tableReader) findAnswer(row spreadsheet.Row, skip int) (target, bool) {
	p, ok := t.programme(row)
	if !ok {
		return target{}, false
	}
	need, day := t.needNow(t.cell(row, "behoefte")), t.now("datum", t.cell(row, "datum"))
	list := edit.Path{edit.Key("antwoorden")}
	for i, a := range p.Answers {
		if t.sameAnswer(a, need, day) {
			if skip--; skip >= 0 {
				continue
			}
			return target{p.File, append(list, edit.Index(i)), true, ""}, true
		}
	}
	return target{p.File, list, false, ""}, true
}

func (t *tableReader) findJudgement(row spreadsheet.Row, skip int) (target, bool) {
	v, ok := t.vision(row, "wijkvisie")
	if !ok {
		return target{}, false
	}
	n, name, ok := t.needIn(v, row, "behoefte")
	if !ok {
		return target{}, false
	}
	if n == nil && !t.newNeeds[t.cell(row, "behoefte")] {
		var ids []string
		for _, n := range v.Needs {
			ids = append(ids, v.Wijk.Value+"/"+n.ID.Value)
		}
		at := t.at(row, "behoefte")
		t.wrong(row, t.unknown(at.Pos, strings.TrimSpace(at.Value), ids, diag.NeedUnknown, strings.TrimSpace(at.Value)))
		return target{}, false
	}
	if n != nil {
		name = n.ID.Value
	}
	list := edit.Path{edit.Key("behoeften"), edit.Item(name), edit.Key("oordelen")}
	if n == nil {
		return target{v.File, list, false, ""}, true
	}
	day, about := t.now("datum", t.cell(row, "datum")), t.now("over", t.cell(row, "over"))
	for i, j := range n.Judgements {
		if j.Date.String() == day && sameText(j.By, t.at(row, "door")) && t.index.Commitments.Now(j.About.Value) == about {
			if skip--; skip >= 0 {
				continue
			}
			return target{v.File, append(list, edit.Index(i)), true, ""}, true
		}
	}
	return target{v.File, list, false, ""}, true
}

// unknown returns the diagnostic for an id that nothing has.
func (im *importer) unknown(at source.Pos, id string, known []string, m diag.Message, args ...any) diag.Diagnostic {
	d := diag.At(at, m, args...)
	if near, ok := diag.Nearest(strings.ToLower(id), known); ok {
		d = d.WithHint(diag.DidYouMean, near)
	}
	return d
}

// refersTo reports cells that name something that does not exist.
func (t *tableReader) refersTo(row spreadsheet.Row, cells map[string]source.Text) {
	for _, k := range t.keys {
		cell, ok := cells[k.Column]
		if !ok || k.RefersTo == parse.NoReference {
			continue
		}
		value := k.FromCell(cell)
		ids := []string{value.Text}
		if value.Children != nil {
			ids = nil
			for _, item := range value.Children {
				ids = append(ids, item.Text)
			}
		}
		for _, id := range ids {
			if id == "" {
				continue
			}
			if d, wrong := t.reference(row, cell.Pos, k.RefersTo, id); wrong {
				t.wrong(row, d)
			}
		}
	}
}

// reference reports whether an id is that of nothing.
func (t *tableReader) reference(row spreadsheet.Row, at source.Pos, to parse.Reference, id string) (d diag.Diagnostic, wrong bool) {
	switch to {
	case parse.ToWijk:
		_, _, ok := t.index.Wijken.Find(id)
		return t.unknown(at, id, t.index.Wijken.IDs(), diag.WijkUnknown, id), !ok
	case parse.ToTheme:
		_, _, ok := t.index.Themes.Find(id)
		return t.unknown(at, id, t.index.Themes.IDs(), diag.ThemeUnknown, id), !ok
	case parse.ToDepartment:
		_, _, ok := t.index.Departments.Find(id)
		return t.unknown(at, id, t.index.Departments.IDs(), diag.DepartmentUnknown, id), !ok
	case parse.ToCommitment:
		_, _, ok := t.index.Commitments.Find(id)
		return t.unknown(at, id, t.index.Commitments.IDs(), diag.CommitmentUnknown, id), !ok && !t.newCommitments[id]
	case parse.ToNeed:
		wijk, name, _ := relate.NeedRef(id)
		wijk = t.index.Wijken.Now(wijk)
		var ids []string
		for _, need := range t.index.Needs(wijk).IDs() {
			ids = append(ids, wijk+"/"+need)
		}
		_, _, ok := t.index.Needs(wijk).Find(name)
		return t.unknown(at, id, ids, diag.NeedUnknown, id), !ok && !t.newNeeds[id]
	case parse.ToBuurt:
		wijk, _, _ := relate.NeedRef(t.cell(row, "id"))
		w, name, ok := t.index.Wijken.Find(wijk)
		if !ok {
			return d, false
		}
		var ids []string
		for _, b := range w.Buurten {
			ids = append(ids, b.ID.Value)
			if b.ID.Value == id {
				return d, false
			}
		}
		return t.unknown(at, id, ids, diag.BuurtUnknown, id, name), true
	}
	return d, false
}
