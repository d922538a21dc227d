package lsp

import (
	"sort"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/source"
)

// encoding is how a client counts the characters of a line.
type encoding string

// The encodings of the protocol.
const (
	utf8Encoding  encoding = "utf-8"  // bytes
	utf16Encoding encoding = "utf-16" // 16-bit units, of which 😀 takes two
	utf32Encoding encoding = "utf-32" // characters
)

// chooseEncoding returns the first encoding that a client offers and the server has, UTF-16
// when there is none.
func chooseEncoding(offered []encoding) encoding {
	for _, e := range offered {
		switch e {
		case utf8Encoding, utf16Encoding, utf32Encoding:
			return e
		}
	}
	return utf16Encoding
}

// width returns how many units a character takes that is some bytes long.
func (e encoding) width(r rune, size int) int {
	switch {
	case e == utf8Encoding:
		return size
	case e == utf16Encoding && r > 0xffff:
		return 2
	}
	return 1
}

// text is a text of which the places are known by line and character.
type text struct {
	data     string
	encoding encoding
	starts   []int // where each line begins
}

// newFileText returns the text of a file on disk. A byte-order mark is no part of the first line:
// an editor keeps it to itself.
func newFileText(data string, e encoding) *text {
	t := newText(data, e)
	if strings.HasPrefix(data, source.BOM) {
		t.starts[0] = len(source.BOM)
	}
	return t
}

// newText returns a text as a client has it.
func newText(data string, e encoding) *text {
	t := &text{data: data, encoding: e, starts: []int{0}}
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] == '\n', data[i] == '\r' && (i+1 == len(data) || data[i+1] != '\n'):
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// line returns where a line begins and ends, without its line end. One past the last is the end
// of the text, one before the first its beginning.
func (t *text) line(n int) (start, end int) {
	switch {
	case n < 0:
		return t.starts[0], t.starts[0]
	case n >= len(t.starts):
		return len(t.data), len(t.data)
	}
	start, end = t.starts[n], len(t.data)
	if n+1 < len(t.starts) {
		end = t.starts[n+1]
	}
	return start, start + len(strings.TrimRight(t.data[start:end], "\r\n"))
}

// offset returns where a position is in the text. One behind the end of a line is its end, one
// within a character the beginning of that.
func (t *text) offset(p position) int {
	at, end := t.line(p.Line)
	for units := 0; at < end; {
		r, size := utf8.DecodeRuneInString(t.data[at:])
		if units += t.encoding.width(r, size); units > p.Character {
			break
		}
		at += size
	}
	return at
}

// position returns the position of an offset.
func (t *text) position(offset int) position {
	offset = min(max(offset, t.starts[0]), len(t.data))
	n := sort.SearchInts(t.starts, offset+1) - 1
	units := 0
	for at := t.starts[n]; at < offset; {
		r, size := utf8.DecodeRuneInString(t.data[at:])
		if at+size > offset {
			break
		}
		units += t.encoding.width(r, size)
		at += size
	}
	return position{n, units}
}

// span returns the range of the text between two offsets.
func (t *text) span(start, end int) span {
	return span{t.position(start), t.position(end)}
}
