package decode

import (
	"bytes"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Conflicts reports the conflicts that a merge wrote into a file, one diagnostic for each.
// In the body, from offset body on, code blocks may show such lines, and a row of = is the
// underline of a heading unless a conflict is open.
func Conflicts(f *source.File, body int) diag.List {
	if !bytes.Contains(f.Data, []byte("<<<<<<<")) && !bytes.Contains(f.Data, []byte("=======")) && !bytes.Contains(f.Data, []byte(">>>>>>>")) {
		return nil
	}
	var all diag.List
	var code fence
	open := false
	for i := f.LineStart(1); i < len(f.Data); {
		end, next := Line(f.Data, i)
		line := f.Data[i:end]
		inBody := i >= body
		if inBody && code.contains(line) {
			i = next
			continue
		}
		switch c := marker(line); {
		case c == '<':
			all = append(all, diag.At(f.Pos(i, end), diag.MergeMarker).WithHint(diag.ResolveMerge))
			open = true
		case open && c == '>':
			open = false
		case !open && (c == '>' || c == '=' && !inBody):
			all = append(all, diag.At(f.Pos(i, end), diag.MergeMarker).WithHint(diag.ResolveMerge))
		}
		i = next
	}
	return all
}

// marker returns the character that a line of a conflict begins with, 0 for any other line.
func marker(line []byte) byte {
	const length = 7
	if len(line) < length || bytes.IndexByte([]byte("<=>"), line[0]) < 0 {
		return 0
	}
	rest := bytes.TrimLeft(line, string(line[:1]))
	if len(line)-len(rest) != length || len(rest) > 0 && rest[0] != ' ' {
		return 0
	}
	if line[0] == '=' && len(bytes.TrimSpace(rest)) > 0 {
		return 0
	}
	return line[0]
}

// fence is the fence of the code block that is open; zero outside code blocks.
type fence struct {
	char   byte
	length int
}

// contains reports whether a line, the next one of the body, is part of a code block, its
// fences included.
func (c *fence) contains(line []byte) bool {
	text := bytes.TrimLeft(line, " ")
	if len(line)-len(text) > 3 || len(text) == 0 || text[0] != '`' && text[0] != '~' {
		return c.char != 0
	}
	rest := bytes.TrimLeft(text, string(text[:1]))
	length := len(text) - len(rest)
	switch {
	case c.char == 0 && length >= 3 && (text[0] == '~' || bytes.IndexByte(rest, '`') < 0):
		*c = fence{text[0], length}
		return true
	case c.char == text[0] && length >= c.length && len(bytes.TrimSpace(rest)) == 0:
		*c = fence{}
		return true
	}
	return c.char != 0
}
