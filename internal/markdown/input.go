package markdown

import (
	"bytes"
	"sort"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/source"
)

// input is a body as goldmark reads it, lines ended by LF and without
// characters that HTML does not have, and the way back to the file.
type input struct {
	file   *source.File
	start  int // of the body in the file
	text   []byte
	shifts []shift
}

// shift says that from offset at on, the file is by bytes further than the text.
type shift struct{ at, by int }

func newInput(body source.Pos) *input {
	in := &input{file: body.File, start: body.Start}
	data := body.Bytes()
	if in.start == 0 && bytes.HasPrefix(data, []byte(source.BOM)) {
		data, in.start = data[len(source.BOM):], len(source.BOM)
	}
	if isClean(data) {
		in.text = data[:len(data):len(data)] // clipped, so that an append leaves the file alone
		return in
	}
	by := 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == '\r' && bytes.HasPrefix(data[i+1:], []byte{'\n'}):
			r, n = '\n', 2
		case r == '\r':
			r = '\n'
		case !fitsHTML(r):
			r = utf8.RuneError
		}
		i += n
		in.text = utf8.AppendRune(in.text, r)
		if i-len(in.text) != by {
			by = i - len(in.text)
			in.shifts = append(in.shifts, shift{len(in.text), by})
		}
	}
	return in
}

// isClean reports whether goldmark can read data as it is.
func isClean(data []byte) bool {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 || r == '\r' || !fitsHTML(r) {
			return false
		}
		i += n
	}
	return true
}

// fitsHTML reports whether HTML allows a character: no control characters but
// white space, and no noncharacters.
func fitsHTML(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\f' || r == '\r'
	case r < 0x7f:
		return true
	case r < 0xa0:
		return false
	}
	return r < 0xfdd0 || r&0xfffe != 0xfffe && !unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// offset returns where in the file the text at off stands.
func (in *input) offset(off int) int {
	i := sort.Search(len(in.shifts), func(i int) bool { return in.shifts[i].at > off })
	if i > 0 {
		off += in.shifts[i-1].by
	}
	return in.start + off
}

// pos returns the place in the file of the text from start up to end.
func (in *input) pos(start, end int) source.Pos {
	return in.file.Pos(in.offset(start), in.offset(end))
}

// offsetOf returns where in the text b stands, when b is a part of it and not
// a copy. goldmark gives no places for destinations, but does give such parts.
func (in *input) offsetOf(b []byte) (int, bool) {
	off := cap(in.text) - cap(b)
	if cap(b) == 0 || off < 0 || off+len(b) > len(in.text) {
		return 0, false
	}
	return off, &b[:1][0] == &in.text[:off+1][off]
}
