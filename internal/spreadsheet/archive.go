package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// errTooLarge is a part of a workbook, or what it stands for, that is larger than is read.
var errTooLarge = errors.New("the workbook is too large")

// archive is the parts of a workbook. What is read of them together has a limit.
type archive struct {
	files map[string]*zip.File // by name, in lower case
	rest  int64                // how many bytes may still be read
}

func openArchive(data []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	a := &archive{files: make(map[string]*zip.File), rest: 2 * MaxSize}
	for _, f := range r.File {
		name := strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")), "/"))
		if a.files[name] == nil {
			a.files[name] = f
		}
	}
	return a, nil
}

// decode reads the elements of a part and calls start at each. A part that is not there has none.
func (a *archive) decode(name string, start func(d *xml.Decoder, e xml.StartElement) error, end func(e xml.EndElement)) error {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	if f.UncompressedSize64 > uint64(a.rest) {
		return errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(&meter{r, a})
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := start(d, e); err != nil {
				return err
			}
		case xml.EndElement:
			if end != nil {
				end(e)
			}
		}
	}
}

// meter reads a part of an archive and counts.
type meter struct {
	io.Reader
	of *archive
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	if m.of.rest -= int64(n); m.of.rest < 0 {
		return n, errTooLarge
	}
	return n, err
}

// readMember reads a file of an archive that has at most some bytes.
func readMember(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, most))
}

// attribute returns the value of an attribute, whatever its name space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
