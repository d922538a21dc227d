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
	own    bool // the text is a part of the file and stays so
}

// shift says that from offset at on, the file is by bytes further than the text.
type shift struct{ at, by int }

func normalise(f *source.File, body source.Pos) *input {
	in := &input{file: f, start: int(body.Start)}
	if f == nil {
		return in
	}
	data := f.Data[body.Start:body.End]
	if in.start == 0 && len(data) >= len(source.BOM) && string(data[:len(source.BOM)]) == source.BOM {
		data, in.start = data[len(source.BOM):], len(source.BOM)
	}
	clean := cleanLength(data)
	if clean == len(data) {
		in.text, in.own = data[:clean:clean], true // clipped, so that an append leaves the file alone
		return in
	}
	in.text = append(make([]byte, 0, len(data)+len(data)/32), data[:clean]...)
	for i := clean; i < len(data); {
		n := cleanLength(data[i:])
		in.text = append(in.text, data[i:i+n]...)
		if i += n; i == len(data) {
			break
		}
		switch {
		case data[i] != '\r':
			_, n = utf8.DecodeRune(data[i:])
			in.text = utf8.AppendRune(in.text, utf8.RuneError)
		case i+1 < len(data) && data[i+1] == '\n':
			n = 2
			in.text = append(in.text, '\n')
		default:
			n = 1
			in.text = append(in.text, '\n')
		}
		if i += n; in.offset(len(in.text)) != in.start+i {
			in.shifts = append(in.shifts, shift{len(in.text), i - len(in.text)})
		}
	}
	return in
}

// cleanLength returns how much of data can stay as it is.
func cleanLength(data []byte) int {
	for i := 0; i < len(data); {
		if c := data[i]; c < utf8.RuneSelf {
			if !fitsHTML(rune(c)) || c == '\r' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 || !fitsHTML(r) {
			return i
		}
		i += n
	}
	return len(data)
}

// fitsHTML tells whether HTML allows a character: no control characters but
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

// shared returns s, as a part of the file when it stands in the text between start and
// end as it is: most does, and would be kept twice.
func (in *input) shared(s string, start, end int) string {
	if !in.own || start >= end {
		return s
	}
	i := bytes.Index(in.text[start:end], []byte(s))
	if i < 0 {
		return s
	}
	return in.file.Text(in.start+start+i, in.start+start+i+len(s))
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
