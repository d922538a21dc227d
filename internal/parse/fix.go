package parse

import (
	"bytes"
	"regexp"
	"sync"

	"golang.org/x/text/encoding/charmap"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// Change is a change that Fix made.
type Change struct {
	Line     int // from 1; 0 of the file as a whole
	Old, New string
}

// maxFixes is the largest number of changes in one file. A file that needs more is not
// content.
const maxFixes = 1000

// curly is a line with a value in the quotes of a word processor.
var curly = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^([ \t-]*[a-z0-9-]+:[ \t]+)(?:“([^“”"\r\n]*)”|„([^„”"\r\n]*)”)[ \t]*(\r?)$`)
})

// Fix makes the changes to a file that correct it and cannot do harm, and returns them:
// it removes a byte-order mark, turns Windows-1252 into UTF-8 and tabs that indent into
// spaces, puts values in the quotes that they need instead of those of a word processor,
// and removes the dots from amounts. Every other byte stays as it is. read parses a file
// as the kind of file that it is.
func Fix(path string, data []byte, read func(*source.File) diag.List) ([]byte, []Change) {
	var made []Change
	if after, ok := bytes.CutPrefix(data, []byte(source.BOM)); ok {
		data = after
		made = append(made, Change{Old: "BOM", New: ""})
	}
	if d, bad := decode.NotText(source.NewFile(path, data)); bad {
		if d.Text.Message != diag.NotText {
			return data, made // the encoding is not known
		}
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return data, made
		}
		data = decoded
		made = append(made, Change{Old: "Windows-1252", New: "UTF-8"})
	}
	data, quotes := straighten(path, data)
	made = append(made, quotes...)
	for range maxFixes {
		f := source.NewFile(path, data)
		var next diag.Fix
		for _, d := range read(f) {
			if !d.Fix().IsZero() && (next.IsZero() || d.Fix().Pos.Start < next.Pos.Start) {
				next = d.Fix()
			}
		}
		if next.IsZero() || string(next.Pos.Bytes()) == next.Text {
			break
		}
		made = append(made, Change{next.Pos.Place().Line, string(next.Pos.Bytes()), next.Text})
		data = bytes.Join([][]byte{data[:next.Pos.Start], data[next.Pos.End:]}, []byte(next.Text))
	}
	return data, made
}

// straighten puts straight quotes around the values in the front matter of a file that
// have those of a word processor.
func straighten(path string, data []byte) ([]byte, []Change) {
	end := len(data)
	if path != "site.yaml" {
		if !bytes.HasPrefix(data, []byte("---")) {
			return data, nil
		}
		if i := bytes.Index(data[3:], []byte("\n---")); i >= 0 {
			end = 3 + i
		}
	}
	var made []Change
	f := source.NewFile(path, data)
	head := curly().ReplaceAllFunc(data[:end:end], func(line []byte) []byte {
		m := curly().FindSubmatch(line)
		value := string(m[2]) + string(m[3])
		straight := string(m[1]) + decode.Quote(value) + string(m[4])
		at := bytes.Index(data, line)
		made = append(made, Change{f.Pos(at, at).Place().Line, string(bytes.TrimSpace(line)), string(bytes.TrimSpace([]byte(straight)))})
		return []byte(straight)
	})
	if len(made) == 0 {
		return data, nil
	}
	return append(head, data[end:]...), made
}
