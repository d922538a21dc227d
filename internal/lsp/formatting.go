package lsp

import (
	"context"
	"strings"

	"github.com/creachadair/mds/slice"
)

func (s *server) formatting(_ context.Context, p documentParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	kind, ok := d.kind()
	if !ok {
		return nil, nil
	}
	formatted, problem := d.project.opened.Format(d.name, []byte(d.text.data), kind)
	if problem != "" {
		s.notify("window/showMessage", messageParams{warningMessage, "wijkvisie: " + problem})
		return nil, nil
	}
	return edits(d.text, string(formatted)), nil
}

// mostCompared bounds the work of comparing two texts line by line: the product of their numbers
// of lines.
const mostCompared = 25_000_000

// edits returns the changes of whole lines that turn a text into another.
func edits(from *text, to string) []textEdit {
	old, now := lines(from.data), lines(to)
	script := []slice.Edit[string]{{Op: slice.OpReplace, X: old, Y: now}}
	if len(old)*len(now) <= mostCompared {
		script = slice.EditScript(old, now)
	}
	list := []textEdit{}
	offset := 0
	for _, e := range script {
		end := offset + len(strings.Join(e.X, ""))
		switch e.Op {
		case slice.OpDrop, slice.OpEmit, slice.OpReplace:
			list = append(list, textEdit{from.span(offset, end), strings.Join(e.Y, "")})
		}
		offset = end
	}
	return list
}

// lines returns the lines of a text, each with its line end.
func lines(s string) []string { return strings.SplitAfter(s, "\n") }
