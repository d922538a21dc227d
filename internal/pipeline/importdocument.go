package pipeline

import (
	"context"
	"io/fs"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/load"
)

// ImportDocument works out which files a Word document becomes in a content folder. Nothing is
// written. The error is a *docx.Error, a *docximport.Error or that of the system.
func ImportDocument(content fs.FS, document []byte, opt docximport.Options) (*docximport.Result, error) {
	doc, err := docx.Read(document)
	if err != nil {
		return nil, err
	}
	files, _, err := load.Read(content)
	if err != nil {
		return nil, err
	}
	records, _ := new(Pipeline).parse(files, Input{})
	opt.Exists = func(path string) bool {
		_, err := fs.Stat(content, path)
		return err == nil
	}
	return docximport.Import(doc, records, opt)
}

// CheckFiles returns everything that is wrong or doubtful in the content.
func CheckFiles(ctx context.Context, in Input) (diag.List, error) {
	result, err := new(Pipeline).Prepare(in)
	if err == nil {
		err = result.Check(ctx)
	}
	if err != nil {
		return nil, err
	}
	return result.Diagnostics, nil
}
