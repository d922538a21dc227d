// Package tableimport imports a table of progress into programmes.
//
// The table has a row for each entry of voortgang. The columns toezegging (the id of the
// commitment) and datum are required; status, gereed, reden, tekst, naar, bron.titel, bron.url,
// beeld.bestand and beeld.alt are those of an entry. It may have the columns programma and dienst, as the open data do, which must be
// right. Other columns are the author's own and left alone, unless their name is nearly that of
// one of these. Days in numbers have the day first; a table with a day that can only have the
// month first is asked what the others mean. An entry that the commitment has already is not added again, so that a table can
// grow and be imported many times. Everything that is wrong with a row is an import-row,
// and then no file changes; a row that is there twice and a year that is unlikely are warnings.
package tableimport

import (
	"errors"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// The columns that are not keys of an entry.
const (
	columnCommitment = "toezegging"
	columnProgramme  = "programma"
	columnDepartment = "dienst"
)

// Columns returns the names of the columns that a table may have.
func Columns() []string {
	return append([]string{columnCommitment, columnProgramme, columnDepartment}, parse.ProgressKeys()...)
}

// Result is what a table changes.
type Result struct {
	Files []File   // those that change, by path
	Added int      // entries
	Known int      // rows that were there already
	Own   []string // columns of the author's own, which are left alone, as a spreadsheet and their header name them
}

// File is a programme that changes.
type File struct {
	Old   *source.File
	Data  []byte // what it becomes
	Added int
}

// Import returns what a table adds to the programmes of c. With errors there is no result.
func Import(t *spreadsheet.Table, c *city.City) (Result, diag.List) {
	columns, own, problems := columnsOf(t)
	if problems.HasErrors() {
		return Result{}, problems
	}
	im := &importer{
		table: t, columns: columns, index: relate.NewIndex(c), duplicates: duplicates(c),
		added: make(map[*city.Programme]map[string][]entry), matched: make(map[*city.ProgressEntry]bool),
	}
	im.result.Own = own
	im.findMonthFirst()
	for _, row := range t.Rows {
		im.row(row)
	}
	im.laterDates()
	if im.problems.HasErrors() {
		return Result{}, im.problems
	}
	return im.write(c)
}

// entry is an entry to add and the row it comes from.
type entry struct {
	*city.ProgressEntry
	commitment *city.Commitment
	row        spreadsheet.Row
}

type importer struct {
	table      *spreadsheet.Table
	columns    map[string]int // by name
	index      *relate.Index
	duplicates map[string]*city.Commitment            // by id, the first that has it
	added      map[*city.Programme]map[string][]entry // by id of the commitment as its file has it
	matched    map[*city.ProgressEntry]bool           // entries that a row of the table is the same as
	monthFirst source.Pos                             // of a cell with a day that has the month first; zero when there is none
	result     Result
	problems   diag.List
}

// dateColumns are the columns with dates.
var dateColumns = [...]string{"datum", "gereed"}

// findMonthFirst looks for a date that can only have the month first, as Americans write it.
func (im *importer) findMonthFirst() {
	for _, row := range im.table.Rows {
		for _, name := range dateColumns {
			if day, month := parse.DayOrders(im.cell(row, name)); day == "" && month != "" {
				im.monthFirst = row.Cell(im.columns[name]).Pos
				return
			}
		}
	}
}

// ambiguous reports the dates of a row of which nobody can tell which number is the month, in
// a table that has both orders.
func (im *importer) ambiguous(row spreadsheet.Row) {
	if im.monthFirst.IsZero() {
		return
	}
	for _, name := range dateColumns {
		day, month := parse.DayOrders(im.cell(row, name))
		if day == "" || month == "" || day == month {
			continue
		}
		at := row.Cell(im.columns[name])
		im.wrong(row, diag.At(at.Pos, diag.DateTwoWays, strings.TrimSpace(at.Value), day, month).
			WithHint(diag.WriteDateAs).WithRelated(im.monthFirst, diag.MonthFirstHere))
	}
}

// row imports a row of the table.
func (im *importer) row(row spreadsheet.Row) {
	im.unnamed(row)
	before := len(im.problems)
	im.ambiguous(row)
	found, ok := im.commitment(row)
	if !ok && im.saysNothing(row) {
		return // a total, or a name above the rows that follow
	}
	if ok {
		im.belongs(row, columnProgramme, im.index.Programmes.Now(im.cell(row, columnProgramme)), found.Programme.ID)
		im.belongs(row, columnDepartment, im.index.Departments.Now(im.cell(row, columnDepartment)), im.index.Departments.Now(found.Programme.Department.Value))
	}
	cells := make(map[string]source.Text, len(im.columns))
	for name, i := range im.columns {
		cells[name] = row.Cell(i)
	}
	read, wrong := parse.ProgressRow(im.table.File, row.Pos, cells)
	for _, d := range wrong {
		im.wrong(row, d)
	}
	if to := read.To; !to.IsZero() {
		if _, _, ok := im.index.Commitments.Find(to.Value); !ok {
			im.wrong(row, im.unknown(to.Pos, to.Value))
		}
	}
	if !ok || len(im.problems) > before {
		return
	}
	if im.known(found, read) {
		im.result.Known++
		return
	}
	if first, twice := im.twice(found, read); twice {
		im.report(diag.At(read.Date.Pos, diag.ProgressTwice, read.Date.String()).WithRelated(first, diag.FirstHere))
		im.result.Known++
		return
	}
	im.likely(found, read)
	byID := im.added[found.Programme]
	if byID == nil {
		byID = make(map[string][]entry)
		im.added[found.Programme] = byID
	}
	byID[found.ID.Value] = append(byID[found.ID.Value], entry{read, found.Commitment, row})
	im.result.Added++
}

// laterDates reports the entries that move the date of their commitment to a later one and have
// no reason.
func (im *importer) laterDates() {
	for _, byID := range im.added {
		for _, list := range byID {
			with := *list[0].commitment
			with.Progress = slices.Clip(with.Progress)
			for _, e := range list {
				with.Progress = append(with.Progress, e.ProgressEntry)
			}
			later := with.LaterDates()
			for _, e := range list {
				if e.Reason.IsZero() && slices.Contains(later, e.ProgressEntry) {
					im.wrong(e.row, diag.At(e.row.Pos, diag.ReasonMissingDue).WithHint(diag.AddReason))
				}
			}
		}
	}
}

// unnamed reports cells in columns without a name, whose texts would be lost.
func (im *importer) unnamed(row spreadsheet.Row) {
	for i, c := range row.Cells {
		named := i < len(im.table.Header.Cells) && spreadsheet.Name(im.table.Header.Cells[i].Value) != ""
		if !named && strings.TrimSpace(c.Value) != "" {
			im.report(diag.At(c.Pos, diag.CellBeyond, im.table.PlaceOfCell(row, i)))
		}
	}
}

// commitment returns the commitment that a row is about.
func (im *importer) commitment(row spreadsheet.Row) (relate.IndexedCommitment, bool) {
	at := row.Cell(im.columns[columnCommitment])
	id := strings.TrimSpace(at.Value)
	found, now, ok := im.index.Commitments.Find(id)
	switch {
	case id == "":
		im.wrong(row, diag.At(at.Pos, diag.WordCellEmpty))
	case !ok:
		d := im.unknown(at.Pos, id)
		if d.Hint().IsZero() && im.saysNothing(row) {
			d = d.WithHint(diag.RemoveRow)
		}
		im.wrong(row, d)
	case im.duplicates[now] != nil:
		ok = false
		im.wrong(row, diag.At(at.Pos, diag.IDTwice, id).WithRelated(im.duplicates[now].ID.Pos, diag.FirstHere))
	}
	return found, ok
}

// saysNothing reports whether a row has nothing but the name of a commitment in the columns that
// are imported.
func (im *importer) saysNothing(row spreadsheet.Row) bool {
	for name := range im.columns {
		if name != columnCommitment && im.cell(row, name) != "" {
			return false
		}
	}
	return im.cell(row, columnCommitment) != ""
}

// unknown returns the diagnostic for an id that no commitment has.
func (im *importer) unknown(at source.Pos, id string) diag.Diagnostic {
	d := diag.At(at, diag.CommitmentUnknown, id)
	if near, ok := diag.Nearest(strings.ToLower(id), im.index.Commitments.IDs()); ok {
		d = d.WithHint(diag.DidYouMean, near)
	}
	return d
}

// belongs checks the cell that says where the commitment of its row belongs: what is
// written there, and what it is.
func (im *importer) belongs(row spreadsheet.Row, name, written, is string) {
	if written == "" || written == is {
		return
	}
	i := im.columns[name]
	im.report(diag.At(row.Cell(i).Pos, diag.CellElsewhere, im.table.PlaceOfCell(row, i), written, is))
}

func (im *importer) cell(row spreadsheet.Row, name string) string {
	i, ok := im.columns[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(row.Cell(i).Value)
}

// wrong reports what is wrong with a row, with the column that it is about.
func (im *importer) wrong(row spreadsheet.Row, d diag.Diagnostic) {
	i, pos := im.place(row, d)
	report := diag.At(pos, diag.RowWrong, im.table.PlaceOfRow(row), d.Text)
	if i >= 0 {
		report = diag.At(pos, diag.CellWrong, im.table.PlaceOfCell(row, i), d.Text)
	}
	if hint := tableHint(d); !hint.IsZero() {
		report = report.WithHint(hint.Message, hint.Args...)
	}
	for _, r := range d.Related() {
		report = report.WithRelated(r.Pos, r.Text.Message, r.Text.Args...)
	}
	im.report(report)
}

// tableHint returns the hint of a diagnostic in the words of a table, which has cells for keys.
func tableHint(d diag.Diagnostic) diag.Text {
	switch hint := d.Hint(); hint.Message {
	case diag.AddKey, diag.FillKey:
		args := slices.Clone(hint.Args)
		key, _ := args[0].(string)
		args[0] = columnOf(key)
		return diag.Text{Message: diag.FillCell, Args: args}
	case diag.AddReason:
		return diag.Text{Message: diag.FillReason}
	default:
		return hint
	}
}

// place returns the cell that a diagnostic is about, and its column; for a missing key the
// empty cell. The column is -1 when the diagnostic is about the whole row.
func (im *importer) place(row spreadsheet.Row, d diag.Diagnostic) (column int, pos source.Pos) {
	missing := missingKey(d)
	if i, ok := im.columns[columnOf(missing)]; ok {
		return i, row.Cell(i).Pos
	}
	if missing == "" {
		for i, c := range row.Cells {
			if c.Pos == d.Pos {
				return i, c.Pos
			}
		}
	}
	return -1, row.Pos
}

// missingKey returns the key that a diagnostic says is missing, empty when it says no such
// thing.
func missingKey(d diag.Diagnostic) string {
	switch {
	case d.Code() == "missing-reason":
		return "reden"
	case d.Code() == "missing-key" && len(d.Text.Args) > 0:
		key, _ := d.Text.Args[0].(string)
		return key
	default:
		return ""
	}
}

// columnOf returns the name of the column for a key, which may be one in a group.
func columnOf(key string) string {
	for _, name := range Columns() {
		if name == key || strings.HasSuffix(name, "."+key) {
			return name
		}
	}
	return key
}

func (im *importer) report(d diag.Diagnostic) { im.problems = append(im.problems, d) }

// columnsOf returns the columns by the names in the header, and those of the author's own. A
// name that resembles one that is known is a mistake.
func columnsOf(t *spreadsheet.Table) (byName map[string]int, own []string, problems diag.List) {
	columns := make(map[string]int)
	var meant []string // by the names that are unknown
	header := t.Header
	for i, c := range header.Cells {
		name := spreadsheet.Name(c.Value)
		_, twice := columns[name]
		switch {
		case name == "":
		case twice:
			problems = append(problems, diag.At(c.Pos, diag.ColumnTwice, t.PlaceOfCell(header, i), name).WithHint(diag.RemoveOne))
		case !slices.Contains(Columns(), name):
			written := strings.TrimSpace(c.Value)
			near, ok := diag.Nearest(name, Columns())
			if !ok {
				own = append(own, spreadsheet.Column(i)+" ("+written+")")
				continue
			}
			meant = append(meant, near)
			problems = append(problems, diag.At(c.Pos, diag.ColumnUnknown, t.PlaceOfCell(header, i), written).WithHint(diag.DidYouMean, near))
		default:
			columns[name] = i
		}
	}
	for _, name := range []string{columnCommitment, "datum"} {
		if _, ok := columns[name]; !ok && !slices.Contains(meant, name) {
			problems = append(problems, diag.At(header.Pos, diag.ColumnMissing, t.PlaceOfRow(header), name).WithHint(diag.AddColumn, name))
		}
	}
	return columns, own, problems
}

// write returns the files with the entries of the rows added.
func (im *importer) write(c *city.City) (Result, diag.List) {
	for _, p := range c.Programmes {
		byID := im.added[p]
		if len(byID) == 0 {
			continue
		}
		f := File{Old: p.File}
		var first spreadsheet.Row
		entries := make(map[string][]*city.ProgressEntry, len(byID))
		for id, list := range byID {
			// The oldest first, as people write them; those of a day in the order of the table.
			slices.SortStableFunc(list, func(a, b entry) int { return a.Date.Compare(b.Date.Day) })
			for _, e := range list {
				entries[id] = append(entries[id], e.ProgressEntry)
				if first.Number == 0 || e.row.Number < first.Number {
					first = e.row
				}
			}
			f.Added += len(list)
		}
		data, err := appendProgress(p.File, entries)
		switch {
		case errors.Is(err, edit.ErrNotYAML):
			im.report(diag.At(first.Pos, diag.FileNotYAML, im.table.PlaceOfRow(first), p.File.Path).WithHint(diag.AddByHand))
		case err != nil:
			im.report(diag.At(first.Pos, diag.FileNotSimple, im.table.PlaceOfRow(first), p.File.Path).WithHint(diag.AddByHand))
		}
		f.Data = data
		im.result.Files = append(im.result.Files, f)
	}
	if im.problems.HasErrors() {
		return Result{}, im.problems
	}
	return im.result, im.problems
}
