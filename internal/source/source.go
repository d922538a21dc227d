// Package source is a file of content, and a place in it.
//
// Everything the program says about a file, it says by a Pos: a range of bytes
// in a File. Bytes are what every decoder can give; lines and columns, which
// people read, are worked out only when a place is shown.
package source

import (
	"bytes"
	"crypto/sha256"
	"sort"
	"sync"
	"unicode/utf8"
)

// File is one file of content as it was read. It does not change after it is
// made and may be read from many goroutines.
type File struct {
	// Path is relative to the content folder, with forward slashes.
	Path string
	// Data is the file as it stands on disk, a byte-order mark included.
	Data []byte

	once  sync.Once
	lines []int // offset of the first byte of each line

	hashed sync.Once
	hash   [sha256.Size]byte
}

// NewFile returns the file at path that holds data. It keeps data, which the
// caller must not change afterwards.
func NewFile(path string, data []byte) *File {
	return &File{Path: path, Data: data}
}

// Hash returns the SHA-256 digest of the file's bytes.
func (f *File) Hash() [sha256.Size]byte {
	f.hashed.Do(func() { f.hash = sha256.Sum256(f.Data) })
	return f.hash
}

// BOM is the UTF-8 byte-order mark. It is no character of the text: the first
// column of a file that begins with it stands after it.
const BOM = "\xef\xbb\xbf"

// Pos returns the place of the bytes from start up to end.
func (f *File) Pos(start, end int) Pos {
	return Pos{File: f, Start: start, End: max(start, end)}
}

// Whole returns the place that stands for the file as a whole: its first
// character, at 1:1.
func (f *File) Whole() Pos {
	start, data := f.first(), f.Data
	_, n := utf8.DecodeRune(data[start:])
	if n == 1 && (data[start] == '\n' || data[start] == '\r') {
		n = 0
	}
	return f.Pos(start, start+n)
}

// Lines returns the number of lines. A line ends at LF, CRLF or a lone CR, as
// in CommonMark; text after the last line end counts as a line.
func (f *File) Lines() int { return len(f.index()) }

// LineStart returns the offset of the first byte of a line, counted from 1,
// after a byte-order mark. A line past the end starts at the end of the file.
func (f *File) LineStart(line int) int {
	if line <= 1 { // asked of every file; the index of lines only of those with something to say
		return f.first()
	}
	lines := f.index()
	if line > len(lines) {
		return len(f.Data)
	}
	return lines[line-1]
}

// first returns the offset of the first character, after a byte-order mark.
func (f *File) first() int {
	if bytes.HasPrefix(f.Data, []byte(BOM)) {
		return len(BOM)
	}
	return 0
}

// Line returns a line, counted from 1, without its line end; the empty text
// when there is no such line.
func (f *File) Line(line int) string {
	if line < 1 || line > f.Lines() {
		return ""
	}
	end := len(f.Data)
	if line < f.Lines() {
		end = f.LineStart(line + 1)
	}
	return string(bytes.TrimRight(f.Data[f.LineStart(line):end], "\r\n"))
}

// Offset returns the offset of a character by its line and column, both from
// 1, the column in characters. A column past the end of the line is its end.
func (f *File) Offset(line, column int) int {
	off := f.LineStart(line)
	data := f.Data
	for ; column > 1 && off < len(data); column-- {
		if data[off] == '\n' || data[off] == '\r' {
			break
		}
		_, n := utf8.DecodeRune(data[off:])
		off += n
	}
	return off
}

// locate turns an offset into a line and a column in characters, from 1.
func (f *File) locate(off int) (line, column int) {
	lines := f.index()
	off = min(max(off, lines[0]), len(f.Data))
	line = sort.SearchInts(lines, off+1)
	return line, utf8.RuneCount(f.Data[lines[line-1]:off]) + 1
}

func (f *File) index() []int {
	f.once.Do(func() {
		first, data := f.first(), f.Data
		f.lines = []int{first}
		for i := first; i < len(data); i++ {
			switch {
			case data[i] == '\n', data[i] == '\r' && (i+1 == len(data) || data[i+1] != '\n'):
				f.lines = append(f.lines, i+1)
			}
		}
		if n := len(f.lines); n > 1 && f.lines[n-1] == len(data) {
			f.lines = f.lines[:n-1]
		}
	})
	return f.lines
}

// Pos is a place: a range of bytes in a file. The zero Pos is no place.
type Pos struct {
	File       *File
	Start, End int
}

// IsZero reports whether p is no place.
func (p Pos) IsZero() bool { return p.File == nil }

// Path returns the path of the file, empty when p is no place.
func (p Pos) Path() string {
	if p.File == nil {
		return ""
	}
	return p.File.Path
}

// Bytes returns what stands at p.
func (p Pos) Bytes() []byte {
	if p.File == nil {
		return nil
	}
	return p.File.Data[p.Start:p.End]
}

// Place is a place as people read it: lines and columns from 1, columns in
// characters (Unicode code points), the end one past the last character.
type Place struct {
	Line, Column, EndLine, EndColumn int
}

// Place returns where p stands; 1:1 for the zero Pos.
func (p Pos) Place() Place {
	if p.File == nil {
		return Place{1, 1, 1, 1}
	}
	var at Place
	at.Line, at.Column = p.File.locate(p.Start)
	at.EndLine, at.EndColumn = p.File.locate(p.End)
	return at
}

// Text is what an author wrote, and where it stands. The
// zero Text was not written.
type Text struct {
	Value string
	Pos   Pos
}

// String returns the text itself.
func (t Text) String() string { return t.Value }

// IsZero reports whether the author wrote nothing.
func (t Text) IsZero() bool { return t.Value == "" }
