package pipeline

import (
	"io/fs"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/spreadsheet"
	"wijkvisie/internal/tableimport"
)

// Import works out what a table of progress adds to the programmes of a content
// folder. Nothing is written. It stops at the first of these that has errors, and returns
// those without a result: the table, the files of programmes, the rows. The error is that
// of the system.
func Import(content fs.FS, name string, table []byte) (tableimport.Result, diag.List, error) {
	tables, problems := spreadsheet.Read(name, table, tableimport.Columns())
	if problems.HasErrors() {
		return tableimport.Result{}, problems, nil
	}
	files, unread, err := load.Read(content)
	if err != nil {
		return tableimport.Result{}, nil, err
	}
	records, wrong := new(Pipeline).parse(files, Input{})
	var broken diag.List
	for _, d := range join(unread, wrong) {
		if strings.HasPrefix(d.Path(), "programmas/") && d.Severity() == diag.Error {
			broken = append(broken, d)
		}
	}
	if len(broken) > 0 {
		return tableimport.Result{}, broken, nil
	}
	result, problems := tableimport.Import(tables[0], records)
	problems.Sort()
	return result, problems, nil
}
