package pipeline

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"wijkvisie/internal/format"
	"wijkvisie/internal/load"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// FormattedFile is a file of content of which the format is not that of package format.
type FormattedFile struct {
	Path string // from the content folder
	Old  []byte
	Data []byte // nil when Err is not
	Err  error  // why it cannot be formatted (format.ErrNotYAML and the like)
}

// FormatText returns the text of a file of a kind with its front matter formatted, as package
// format does.
func FormatText(name string, data []byte, kind parse.Kind) ([]byte, error) {
	return format.File(source.NewFile(name, data), kind)
}

// Format returns the files of a content folder whose front matter is to be written anew, and
// those where that cannot be done, by path. Nothing is written. The error is that of the
// system.
func Format(content fs.FS) ([]FormattedFile, error) {
	files, _, err := load.Read(content)
	if err != nil {
		return nil, err
	}
	byKind := map[string][]*source.File{
		"wijk": files.Wijken, "wijkvisie": files.Visions, "dienst": files.Departments,
		"programma": files.Programmes, "pagina": files.Pages,
	}
	if files.Site != nil {
		byKind["site"] = []*source.File{files.Site}
	}
	var list []FormattedFile
	for _, kind := range parse.Kinds() {
		for _, f := range byKind[kind.Name] {
			data, err := format.File(f, kind)
			if err != nil || !bytes.Equal(data, f.Data) {
				list = append(list, FormattedFile{f.Path, f.Data, data, err})
			}
		}
	}
	slices.SortFunc(list, func(a, b FormattedFile) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}
