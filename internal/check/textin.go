package check

import (
	"strings"

	"wijkvisie/internal/source"
)

// textIn is a text and where it stands in its file.
type textIn struct {
	where source.Pos
	text  string

	raw  string // what the file holds; read when it is first asked for
	same bool   // that is the text, without escapes and the like
}

// place returns the place of a part of the text, from byte start up to end; of the whole text
// when the file does not hold the part as it is.
func (t *textIn) place(start, end int) source.Pos {
	if t.raw == "" {
		t.raw = string(t.where.Bytes())
		t.same = t.raw == t.text
	}
	if !t.same {
		part := t.text[start:end]
		if start = strings.Index(t.raw, part); start < 0 {
			return t.where
		}
		end = start + len(part)
	}
	return t.where.File.Pos(t.where.Start+start, t.where.Start+end)
}
