package pipeline

import (
	"bytes"
	"io/fs"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// FixedFile is a file of content with what was wrong in it put right.
type FixedFile struct {
	Path    string // from the content folder
	Data    []byte
	Changes []parse.Change
}

// Fix returns the files of a content folder that can be put right without harm.
// Nothing is written. The error is that of the system.
func Fix(content fs.FS) ([]FixedFile, error) {
	files, _, err := load.Read(content)
	if err != nil {
		return nil, err
	}
	var fixed []FixedFile
	for _, j := range jobsOf(files) {
		if files.Map != nil && j.file == files.Map {
			continue
		}
		read := func(f *source.File) diag.List {
			_, problems := j.parse(f)
			return problems
		}
		data, made := parse.Fix(j.file.Path, j.file.Data, read)
		if len(made) > 0 && !bytes.Equal(data, j.file.Data) {
			fixed = append(fixed, FixedFile{j.file.Path, data, made})
		}
	}
	return fixed, nil
}
