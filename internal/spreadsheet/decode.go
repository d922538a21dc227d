package spreadsheet

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// decode returns a table as UTF-8 with lines that end at LF or CRLF, or reports why it is
// not text.
func decode(path string, data []byte) ([]byte, diag.List) {
	text, err := encodingOf(data).NewDecoder().Bytes(data)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return nil, diag.List{diag.InFile(path, diag.TableNotText).WithHint(diag.SaveAsXLSX)}
	}
	text = bytes.TrimPrefix(text, []byte(source.BOM))
	if bytes.IndexByte(text, '\n') < 0 {
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'})
	}
	return text, nil
}

// encodingOf returns the encoding of a table. One without a byte-order mark that is not
// UTF-8 is in that of Excel on a Dutch machine.
func encodingOf(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case utf8.Valid(data):
		return encoding.Nop
	default:
		return charmap.Windows1252
	}
}
