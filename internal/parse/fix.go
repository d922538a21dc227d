package parse

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Mend is a change to a file that may correct it: other text in a place.
type Mend struct {
	Line       int // from 1; 0 of the file as a whole
	Start, End int // in the file
	Text       string
	// Old and New are what to show of the change: of a file as a whole the name of what it
	// was and became, else the text.
	Old, New string
}

// Mends returns the changes that may correct a file, in the order of their places, given what
// is wrong with it. They do not overlap. It removes a byte-order mark, turns Windows-1252 into
// UTF-8 and tabs that indent into spaces, puts values in the quotes that they need instead of
// those of a word processor, removes the dots from amounts, and writes words with the characters
// that were meant.
func Mends(f *source.File, problems diag.List) []Mend {
	if bytes.HasPrefix(f.Data, []byte(source.BOM)) {
		return []Mend{{End: len(source.BOM), Old: "BOM"}}
	}
	if d, bad := decode.NotText(f); bad {
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(f.Data)
		if err != nil || d.Text.Message != diag.NotText { // the encoding is not known
			return nil
		}
		return []Mend{{End: len(f.Data), Text: string(decoded), Old: "Windows-1252", New: "UTF-8"}}
	}
	var mends []Mend
	for _, d := range problems {
		if fix := d.Fix(); !fix.IsZero() && fix.Pos.File.Path == f.Path {
			mends = append(mends, mendAt(f, fix.Pos.Start, fix.Pos.End, fix.Text))
		}
	}
	slices.SortStableFunc(mends, func(a, b Mend) int { return a.Start - b.Start })
	end := 0
	return slices.DeleteFunc(mends, func(m Mend) bool {
		overlaps := m.Start < end || string(f.Data[m.Start:m.End]) == m.Text
		if !overlaps {
			end = m.End
		}
		return overlaps
	})
}

func mendAt(f *source.File, start, end int, text string) Mend {
	return Mend{Line: f.Pos(start, end).Place().Line, Start: start, End: end, Text: text, Old: string(f.Data[start:end]), New: text}
}

// Mended returns the text of a file with mends, which are in the order of their places.
func Mended(data []byte, mends ...Mend) []byte {
	var b bytes.Buffer
	last := 0
	for _, m := range mends {
		b.Write(data[last:m.Start])
		b.WriteString(m.Text)
		last = m.End
	}
	b.Write(data[last:])
	return b.Bytes()
}

// yamlOf returns where the YAML of a file is, not ok when it has none.
func yamlOf(f *source.File) (start, end int, ok bool) {
	if f.Path == SiteFile {
		return 0, len(f.Data), true
	}
	front, _, ok := decode.Find(f)
	return front.Start, front.End, ok && front.Language == decode.InYAML
}

// SameButFor reports whether a file means the same before and after mends, but for the values of
// its YAML on the lines that were mended and the words of its body. What could not be read before
// is compared as far as the rest can be.
func SameButFor(before, after *source.File, mends []Mend) bool {
	whole := slices.ContainsFunc(mends, func(m Mend) bool { return m.Line == 0 })
	if !whole && !sameBody(before, after) {
		return false
	}
	old, oldOK := leavesOf(before)
	now, nowOK := leavesOf(after)
	if !oldOK || !nowOK {
		return !oldOK // nothing is known of what it meant
	}
	lines := make(map[int]bool)
	for _, m := range mends {
		lines[m.Line] = true
	}
	for path, leaf := range old {
		if other, ok := now[path]; !leaf.onAny(lines) && (!ok || other.text != leaf.text) {
			return false
		}
	}
	for path, leaf := range now {
		if other, ok := old[path]; !leaf.onAny(lines) && (!ok || other.text != leaf.text) {
			return false
		}
	}
	return true
}

// sameBody reports whether the bodies of two files have the same markup.
func sameBody(before, after *source.File) bool {
	old, oldOK := bodyOf(before)
	now, nowOK := bodyOf(after)
	if !oldOK || !nowOK || bytes.Equal(old.Bytes(), now.Bytes()) {
		return true // nothing of the body is known, or it is the same
	}
	return markdown.Shape(markdown.Parse(old, markdown.Options{})) == markdown.Shape(markdown.Parse(now, markdown.Options{}))
}

// bodyOf returns where the body of a file is, not ok when it is not known or there is none.
func bodyOf(f *source.File) (source.Pos, bool) {
	if f.Path == SiteFile {
		return source.Pos{}, false
	}
	front, _, ok := decode.Find(f)
	return f.Pos(front.Body, len(f.Data)), ok
}

// leaf is a value without parts, from its first line to its last.
type leaf struct {
	text        string
	first, last int
}

func (l leaf) onAny(lines map[int]bool) bool {
	for line := l.first; line <= l.last; line++ {
		if lines[line] {
			return true
		}
	}
	return false
}

// leavesOf returns the values of the YAML of a file by where they stand in it, as in
// "behoeften[0].titel". It is not ok when the YAML cannot be read.
func leavesOf(f *source.File) (map[string]leaf, bool) {
	start, end, ok := yamlOf(f)
	if !ok {
		return nil, false
	}
	root := decode.ReadableYAML(f, start, end)
	if root == nil {
		return nil, false
	}
	leaves := make(map[string]leaf)
	addLeaves(leaves, f, root, "")
	return leaves, true
}

func addLeaves(leaves map[string]leaf, f *source.File, n *tree.Node, path string) {
	switch n.Kind {
	case tree.List:
		for i, item := range n.Children {
			addLeaves(leaves, f, item, fmt.Sprintf("%s[%d]", path, i))
		}
	case tree.Mapping:
		for i := 0; i+1 < len(n.Children); i += 2 {
			addLeaves(leaves, f, n.Children[i+1], path+"."+strings.TrimSpace(n.Children[i].Text))
		}
	default:
		at := f.Pos(n.Start, max(n.Start, n.End-1)).Place() // not the end of its last line
		leaves[path] = leaf{n.Text, at.Line, at.EndLine}
	}
}
