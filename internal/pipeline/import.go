package pipeline

import (
	"io/fs"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/spreadsheet"
	"wijkvisie/internal/tableimport"
)

// Import works out what the tables in a file change in a content folder. They are compared with what
// the site exports on a day. Nothing is written. It stops at the first of these that has errors, and
// returns those without a result: the tables, the files of content that tables change, the rows. The
// error is that of the system.
func Import(content fs.FS, name string, data []byte, day city.Day) (tableimport.Result, diag.List, error) {
	tables, problems := spreadsheet.Read(name, data, tableimport.Columns())
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
		folder, _, _ := strings.Cut(d.Path(), "/")
		if (folder == "programmas" || folder == "wijkvisies" || folder == "wijken" || folder == "site.yaml") && d.Severity() == diag.Error {
			broken = append(broken, d)
		}
	}
	if len(broken) > 0 {
		return tableimport.Result{}, broken, nil
	}
	result, problems := tableimport.Import(tables, records, relate.Relate(records, relate.Options{Date: day}))
	problems.Sort()
	return result, problems, nil
}
