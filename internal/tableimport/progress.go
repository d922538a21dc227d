package tableimport

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// The columns of progress that are not keys of a step.
const (
	columnCommitment = "toezegging"
	columnProgramme  = "programma"
	columnDepartment = "dienst"
)

// step is a row of progress.
type step struct {
	*city.ProgressEntry
	of    relate.IndexedCommitment
	row   spreadsheet.Row
	cells map[string]source.Text
}

// progressReader reads a table of progress.
type progressReader struct {
	*tableReader
	matched map[*city.ProgressEntry]bool // steps that a row of the table is the same as
	added   map[*city.Commitment][]step
}

// progress imports a table of progress.
func (t *tableReader) progress() {
	p := &progressReader{tableReader: t, matched: make(map[*city.ProgressEntry]bool), added: make(map[*city.Commitment][]step)}
	var steps []step
	for _, row := range t.table.Rows {
		if s, ok := p.step(row); ok {
			steps = append(steps, s)
		}
	}
	steps = slices.DeleteFunc(steps, p.known)
	steps = slices.DeleteFunc(steps, p.twice)
	if p.isExport() {
		for _, s := range steps {
			p.reworded(s)
		}
	}
	p.laterDates()
	if !p.problems.HasErrors() {
		p.write()
	}
}

// step reads a row. It is not ok when the row is nothing, or wrong.
func (p *progressReader) step(row spreadsheet.Row) (step, bool) {
	before := len(p.problems)
	p.unnamed(row)
	p.ambiguous(row)
	if len(p.problems) > before {
		return step{}, false
	}
	found, ok := p.commitment(row)
	if p.saysNothing(row) {
		return step{}, false // what nobody filled in, a total, or a name above the rows that follow
	}
	if ok {
		p.belongs(row, columnProgramme, p.index.Programmes.Now(p.cell(row, columnProgramme)), found.Programme.ID)
		p.belongs(row, columnDepartment, p.index.Departments.Now(p.cell(row, columnDepartment)), p.index.Departments.Now(found.Programme.Department.Value))
	}
	cells := p.cellsOf(row)
	read := new(city.ProgressEntry)
	for _, d := range parse.Row(p.table.File, p.kind.folder, row.Pos, p.mapping, cells, read, true) {
		p.wrong(row, d)
	}
	p.refersTo(row, cells)
	return step{read, found, row, cells}, ok && len(p.problems) == before
}

// cellsOf returns the cells of a row that are keys, by their columns.
func (t *tableReader) cellsOf(row spreadsheet.Row) map[string]source.Text {
	cells := make(map[string]source.Text, len(t.columns))
	for name, i := range t.columns {
		cells[name] = row.Cell(i)
	}
	return cells
}

// commitment returns the commitment that a row is about.
func (p *progressReader) commitment(row spreadsheet.Row) (relate.IndexedCommitment, bool) {
	at := p.at(row, columnCommitment)
	id := strings.TrimSpace(at.Value)
	found, now, ok := p.index.Commitments.Find(id)
	switch {
	case id == "" && p.saysNothing(row):
	case id == "":
		p.wrong(row, p.emptyCell(row, columnCommitment))
	case !ok && p.newCommitments[id]:
		p.wrong(row, diag.At(at.Pos, diag.WordNewCommitment, id))
	case !ok:
		d := p.unknown(at.Pos, id, p.index.Commitments.IDs(), diag.CommitmentUnknown, id)
		if d.Hint().IsZero() && p.saysNothing(row) {
			d = d.WithHint(diag.RemoveRow)
		}
		p.wrong(row, d)
	case p.duplicates[now] != nil:
		ok = false
		p.wrong(row, diag.At(at.Pos, diag.IDTwice, id).WithRelated(p.duplicates[now].ID.Pos, diag.FirstHere))
	}
	return found, ok
}

// isExport reports whether the table has all columns of the export.
func (p *progressReader) isExport() bool {
	return !slices.ContainsFunc(p.names, func(name string) bool { _, ok := p.columns[name]; return !ok })
}

// known reports whether a commitment has a step already. Each step is matched with at most one
// row.
func (p *progressReader) known(s step) bool {
	i := slices.IndexFunc(s.of.Progress, func(e *city.ProgressEntry) bool { return !p.matched[e] && p.same(e, s.ProgressEntry) })
	if i < 0 {
		return false
	}
	p.matched[s.of.Progress[i]] = true
	p.result.Known++
	return true
}

// twice reports a step that is the same as another, although another row was that already; of
// others it remembers that they are to be added.
func (p *progressReader) twice(s step) bool {
	first, says := source.Pos{}, s.Step()
	for _, other := range p.added[s.of.Commitment] {
		if other.Step() == says {
			first = other.Date.Pos
		}
	}
	for _, e := range s.of.Progress {
		if p.matched[e] && p.same(e, s.ProgressEntry) {
			first = e.Date.Pos
		}
	}
	if first.IsZero() {
		p.added[s.of.Commitment] = append(p.added[s.of.Commitment], s)
		return false
	}
	p.report(diag.At(s.Date.Pos, diag.ProgressTwice, s.Date.String()).WithRelated(first, diag.FirstHere))
	p.result.Known++
	return true
}

// reworded changes the words of a step, when a row is that step with other words and no other
// row or step can be meant.
func (p *progressReader) reworded(s step) {
	sameStep := func(e *city.ProgressEntry) bool {
		return e.Date.Day == s.Date.Day && e.Status.Value == s.Status.Value && e.Due.String() == s.Due.String()
	}
	was := -1
	for i, e := range s.of.Progress {
		if !p.matched[e] && sameStep(e) {
			if was >= 0 {
				return
			}
			was = i
		}
	}
	rows := 0
	for _, other := range p.added[s.of.Commitment] {
		if sameStep(other.ProgressEntry) {
			rows++
		}
	}
	if was < 0 || rows != 1 {
		return
	}
	p.matched[s.of.Progress[was]] = true
	p.added[s.of.Commitment] = slices.DeleteFunc(p.added[s.of.Commitment], func(other step) bool { return other.row.Number == s.row.Number })
	path := edit.Path{edit.Key("toezeggingen"), edit.Item(s.of.ID.Value), edit.Key("voortgang"), edit.Index(was)}
	p.setCells(s.of.Programme.File, s.row, path, s.cells)
}

// laterDates reports the steps that move the date of their commitment to a later one and have no
// reason.
func (p *progressReader) laterDates() {
	for commitment, steps := range p.added {
		with := *commitment
		with.Progress = slices.Clip(with.Progress)
		for _, s := range steps {
			with.Progress = append(with.Progress, s.ProgressEntry)
		}
		later := with.LaterDates()
		for _, s := range steps {
			if s.Reason.IsZero() && slices.Contains(later, s.ProgressEntry) {
				p.wrong(s.row, diag.At(s.row.Pos, diag.ReasonMissingDue).WithHint(diag.AddReason))
			}
			p.likely(s)
		}
	}
}

// write adds the steps, the oldest of a commitment first, as people write them; those of a day in
// the order of the table.
func (p *progressReader) write() {
	for _, of := range p.city.Programmes {
		for _, c := range of.Commitments {
			steps := p.added[c]
			if len(steps) == 0 {
				continue
			}
			slices.SortStableFunc(steps, func(a, b step) int { return a.Date.Compare(b.Date.Day) })
			var items []*tree.Node
			for _, s := range steps {
				items = append(items, parse.RowNode(s.row.Pos, p.mapping, s.cells))
			}
			path := edit.Path{edit.Key("toezeggingen"), edit.Item(c.ID.Value), edit.Key("voortgang")}
			if p.change(of.File, steps[0].row, func(d *edit.Document) error { return d.Append(path, items...) }) {
				p.files[of.File.Path].added += len(steps)
				p.result.Added += len(steps)
				p.hidden(steps[0].row)
			}
		}
	}
}
