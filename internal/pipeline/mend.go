package pipeline

import (
	"bytes"
	"io/fs"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// MendedFile is a file of content with what was wrong in it put right.
type MendedFile struct {
	Path string // from the content folder
	Data []byte
	Made []parse.Mended
}

// Mend returns the files of a content folder that can be put right without harm.
// Nothing is written. The error is that of the system.
func Mend(content fs.FS) ([]MendedFile, error) {
	files, _, err := load.Read(content)
	if err != nil {
		return nil, err
	}
	var mended []MendedFile
	for _, j := range jobsOf(files) {
		if files.Map != nil && j.file == files.Map {
			continue
		}
		read := func(f *source.File) diag.List {
			_, problems := j.parse(f)
			return problems
		}
		data, made := parse.Mend(j.file.Path, j.file.Data, read)
		if len(made) > 0 && !bytes.Equal(data, j.file.Data) {
			mended = append(mended, MendedFile{j.file.Path, data, made})
		}
	}
	return mended, nil
}
