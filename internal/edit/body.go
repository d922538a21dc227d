package edit

import (
	"bytes"
	"strings"

	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// Body returns the text below the front matter.
func (d *Document) Body() string { return string(d.file.Data[d.body:]) }

// ReplaceBody puts a text in place of a part of the text below the front matter, from one offset in
// it to another. Lines that are the same keep their line ends, and what is new gets that of the file.
func (d *Document) ReplaceBody(from, to int, text string) error {
	old := d.file.Data
	from, to = d.body+from, d.body+to
	if d.kind.Folder == "" || from < d.body || to < from || to > len(old) {
		return ErrNotFound
	}
	start, end := from, to
	was, is := splitLines(string(old[from:to])), splitLines(text)
	for len(was) > 0 && len(is) > 0 && sameLine(was[0], is[0]) {
		start += len(was[0])
		was, is = was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && sameLine(was[len(was)-1], is[len(is)-1]) {
		end -= len(was[len(was)-1])
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	var b bytes.Buffer
	b.Write(old[:start])
	body := d.body
	if last := old[:start]; len(is) > 0 && start == d.body && !bytes.HasSuffix(last, []byte("\n")) && !bytes.HasSuffix(last, []byte("\r")) {
		b.WriteString(d.eol) // the file ends with the delimiter
		body += len(d.eol)
	}
	for _, line := range is {
		content, ended := cutLineEnd(line)
		b.WriteString(content)
		if ended {
			b.WriteString(d.eol)
		}
	}
	b.Write(old[end:])
	before := d.file
	start, end = d.start, d.end
	err := d.read(source.NewFile(before.Path, b.Bytes()))
	if err == nil && (d.start != start || d.end != end || d.body != body) {
		err = ErrNotSimple // the text has a delimiter that ends the front matter
	}
	if err != nil {
		_ = d.read(before) // it was read before
	}
	return err
}

// splitLines returns the lines of a text with their line ends.
func splitLines(text string) []string {
	var list []string
	data := []byte(text)
	for i := 0; i < len(data); {
		_, next := decode.Line(data, i)
		list = append(list, text[i:next])
		i = next
	}
	return list
}

// cutLineEnd returns a line without its line end, and reports whether it had one.
func cutLineEnd(line string) (string, bool) {
	content := strings.TrimRight(line, "\r\n")
	return content, content != line
}

// sameLine reports whether two lines are the same but for the form of their line ends.
func sameLine(a, b string) bool {
	one, endedOne := cutLineEnd(a)
	other, endedOther := cutLineEnd(b)
	return one == other && endedOne == endedOther
}
