package pipeline

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
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

// CheckImport returns the errors that content has with what tables change in it, and does not have
// without: a file of media that is not there, for one. They are at the cell or the row that is the
// cause. The error is that of the system or the context.
func CheckImport(ctx context.Context, in Input, result tableimport.Result) (diag.List, error) {
	if len(result.Files) == 0 {
		return nil, nil
	}
	p := new(Pipeline)
	files, unread, err := p.reader.Read(in.Content, nil)
	if err != nil {
		return nil, err
	}
	before, err := p.errorsOf(ctx, in, files, unread)
	if err != nil {
		return nil, err
	}
	changed := make(map[string]tableimport.File, len(result.Files))
	for _, f := range result.Files {
		changed[f.Old.Path] = f
	}
	for _, list := range [][]*source.File{files.Wijken, files.Visions, files.Programmes} {
		for i, f := range list {
			if to, ok := changed[f.Path]; ok {
				list[i] = source.NewFile(f.Path, to.Data)
			}
		}
	}
	after, err := p.errorsOf(ctx, in, files, unread)
	if err != nil {
		return nil, err
	}
	var wrong diag.List
	for _, d := range after {
		same := func(old diag.Diagnostic) bool {
			return old.Path() == d.Path() && diag.English.Say(old.Text) == diag.English.Say(d.Text)
		}
		if slices.ContainsFunc(before, same) {
			continue
		}
		f, ok := changed[d.Path()]
		if !ok { // of another file, about what changed
			f = result.Files[0]
		}
		wrong = append(wrong, f.Wrong(d))
	}
	wrong.Sort()
	return wrong, nil
}

// errorsOf returns the errors that files of content have.
func (p *Pipeline) errorsOf(ctx context.Context, in Input, files *load.Content, unread diag.List) (diag.List, error) {
	wait := p.startTheme(in.Theme)
	defer wait()
	r, err := p.prepare(in, files, unread, wait)
	if err == nil {
		err = r.Check(ctx)
	}
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(r.Diagnostics), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error }), nil
}
