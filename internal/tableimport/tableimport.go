// Package tableimport brings tables that people filled in back into the content: every table that
// the site exports, and the workbook that package worksheet makes.
//
// Which table it is, is told by its columns; a workbook may have several, a sheet each, and
// sheets that are hidden are left alone. A row is known by its id columns (kinds.go). One
// that is there already is compared with what the site exports, cell by cell: a cell that differs
// changes the file. One that is not there is added to the right file. Nothing is ever taken away,
// and every other byte of a file stays (package edit). A row of which only what is known was filled
// in is nothing.
//
// Progress is a log: a row that the commitment does not have yet is a step to add. Only in a table
// with all columns of the export a row that has the day, the status and the date of a step, and other
// words, is that step with other words.
//
// Columns that the site works out itself, and those of a form that were known, are not
// imported; where somebody changed one, that is a warning. So is an empty cell of something that is
// there. Other columns are the author's own and left alone, unless their name is nearly that of
// one that is known. Days in numbers have the day first; a table with a day that can only have
// the month first is asked what the others mean. Everything that is wrong with a row is an
// import-row, and then no file changes.
package tableimport

import (
	"cmp"
	"errors"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
	"wijkvisie/internal/spreadsheet"
)

// Result is what a file of tables changes.
type Result struct {
	Files   []File   // those that change, by path
	Added   int      // rows
	Changed int      // cells
	Known   int      // rows that were there already
	Own     []string // columns of the author's own, which are left alone, as a spreadsheet and their header name them
	// OtherSheets are the sheets that are left alone, as they are no table that can be imported.
	OtherSheets []string
}

// File is a file of content that changes.
type File struct {
	Old     *source.File
	Data    []byte // what it becomes
	Added   int    // rows
	Changed int    // cells
	first   changing
}

// changing is a row of a table that changes a file.
type changing struct {
	*tableReader
	row spreadsheet.Row
}

// Import returns what tables change in a city, of which g is what visitors see. With errors there
// is no result.
func Import(tables []*spreadsheet.Table, c *city.City, g *relate.Graph) (Result, diag.List) {
	im := &importer{
		city: c, graph: g, index: relate.NewIndex(c), duplicates: duplicates(c), files: make(map[string]*file),
		newNeeds: make(map[string]bool), newCommitments: make(map[string]bool),
	}
	for _, t := range im.choose(tables) {
		t.read()
	}
	if im.problems.HasErrors() {
		return Result{}, im.problems
	}
	im.finish()
	if im.problems.HasErrors() {
		return Result{}, im.problems
	}
	return im.result, im.problems
}

// importer imports the tables of a file.
type importer struct {
	city           *city.City
	graph          *relate.Graph
	index          *relate.Index
	duplicates     map[string]*city.Commitment // by id, the first that has it
	files          map[string]*file            // those that change, by path
	newNeeds       map[string]bool             // wijk/need that rows add
	newCommitments map[string]bool
	result         Result
	problems       diag.List
}

func (im *importer) report(d diag.Diagnostic) { im.problems = append(im.problems, d) }

// file is a file that is being changed.
type file struct {
	old            *source.File
	doc            *edit.Document // nil when the file cannot be changed
	added, changed int
	first          changing // of the rows that change it
}

// change makes a change to a file for a row, and reports when it cannot be made. It returns whether
// the file is other than before.
func (t *tableReader) change(f *source.File, row spreadsheet.Row, change func(*edit.Document) error) bool {
	of := t.files[f.Path]
	if of == nil {
		of = &file{old: f, first: changing{t, row}}
		t.files[f.Path] = of
		var err error
		if of.doc, err = edit.Open(f); err != nil {
			t.unwritable(row, f, err)
			return false
		}
	}
	if of.doc == nil {
		return false
	}
	before := of.doc.Bytes()
	if err := change(of.doc); err != nil {
		t.unwritable(row, f, err)
		return false
	}
	return !slices.Equal(before, of.doc.Bytes())
}

// unwritable reports that a file cannot be changed.
func (t *tableReader) unwritable(row spreadsheet.Row, f *source.File, err error) {
	m := diag.FileNotSimple
	if errors.Is(err, edit.ErrNotYAML) {
		m = diag.FileNotYAML
	}
	t.report(diag.At(row.Pos, m, t.table.PlaceOfRow(row), f.Path).WithHint(diag.AddByHand))
}

// finish lists the files that change. What they become is read again: what a file lacks for what
// it says now is wrong with the row that changed it.
func (im *importer) finish() {
	for _, f := range im.files {
		if f.doc == nil || f.added+f.changed == 0 {
			continue
		}
		before := problemsOf(f.old)
		for _, d := range problemsOf(source.NewFile(f.old.Path, f.doc.Bytes())) {
			if !slices.ContainsFunc(before, func(old diag.Diagnostic) bool { return diag.English.Say(old.Text) == diag.English.Say(d.Text) }) {
				im.report(f.first.wrongFile(f.old.Path, d))
			}
		}
		im.result.Files = append(im.result.Files, File{f.old, f.doc.Bytes(), f.added, f.changed, f.first})
	}
	slices.SortFunc(im.result.Files, func(a, b File) int { return cmp.Compare(a.Old.Path, b.Old.Path) })
}
