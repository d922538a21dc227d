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

// looksWindows1252 reports whether all bytes are characters in Windows-1252.
func looksWindows1252(data []byte) bool {
	for _, undefined := range []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d} {
		if bytes.IndexByte(data, undefined) >= 0 {
			return false
		}
	}
	return true
}

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
