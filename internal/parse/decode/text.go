package decode

import (
	"bytes"
	"unicode/utf8"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// NotText reports a file that is no UTF-8 text.
func NotText(f *source.File) (diag.Diagnostic, bool) {
	at := f.Whole()
	if program := officeProgram(f.Data); program != "" {
		return diag.At(at, diag.NotTextOffice, program), true
	}
	switch nul := bytes.IndexByte(f.Data, 0); {
	case bytes.HasPrefix(f.Data, []byte("\xff\xfe")), bytes.HasPrefix(f.Data, []byte("\xfe\xff")), nul >= 0 && looksUTF16(f.Data):
		return diag.At(at, diag.NotTextUTF16).WithHint(diag.SaveAsUTF8), true
	case nul >= 0:
		return diag.At(at, diag.NotTextNUL).WithRelated(f.Pos(nul, nul+1), diag.NULHere).WithHint(diag.SaveAsUTF8), true
	case utf8.Valid(f.Data):
		return diag.Diagnostic{}, false
	}
	bad := firstInvalid(f.Data)
	d := diag.At(at, diag.NotTextUnknown)
	if looksWindows1252(f.Data) {
		d = diag.At(at, diag.NotText, "Windows-1252")
	}
	return d.WithRelated(f.Pos(bad, bad+1), diag.InvalidHere).WithHint(diag.SaveAsUTF8), true
}

// officeProgram returns the name of the program whose document a file is, whatever its name
// says; empty when it is none that is known.
func officeProgram(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		// A zip archive; the names of the files in it tell whose.
		for _, p := range []struct{ file, program string }{
			{"word/", "Word"}, {"xl/", "Excel"}, {"ppt/", "PowerPoint"}, {"mimetypeapplication/vnd.oasis.opendocument", "LibreOffice"},
		} {
			if bytes.Contains(data, []byte(p.file)) {
				return p.program
			}
		}
		return "zip"
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")): // Compound File Binary Format
		return "Office"
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return "RTF"
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return "PDF"
	}
	return ""
}

// looksUTF16 reports whether every other byte is often NUL, as in UTF-16 of text in Latin
// letters.
func looksUTF16(data []byte) bool {
	sample := data[:min(len(data), 512)]
	var nul [2]int
	for i, c := range sample {
		if c == 0 {
			nul[i%2]++
		}
	}
	few, many := min(nul[0], nul[1]), max(nul[0], nul[1])
	return many*3 >= len(sample)/2 && few*4 <= many
}

// looksWindows1252 reports whether all bytes are characters in Windows-1252, and make words in
// it: the é of DOS is a low quote there and that of an old Macintosh a capital, both within a word,
// and the letters of UTF-8 are a capital and a sign.
func looksWindows1252(data []byte) bool {
	for _, undefined := range []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d} {
		if bytes.IndexByte(data, undefined) >= 0 {
			return false
		}
	}
	for i, c := range data {
		if c < utf8.RuneSelf {
			continue
		}
		if r, n := utf8.DecodeRune(data[i:]); n > 1 && (r < 0x100 || 0x2010 <= r && r <= 0x20ac) {
			return false // some of it is UTF-8
		}
		if i == 0 || i+1 == len(data) || !isSmall(data[i-1]) || !isSmall(data[i+1]) {
			continue
		}
		if bytes.IndexByte([]byte("\x82\x84\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x93\x94\x95\x98\x99\x9b\x9f"), c) >= 0 {
			return false
		}
	}
	return true
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// firstInvalid returns the offset of the first byte that is not UTF-8.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}
