package parse

import (
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// RowKey is a key of a mapping as the column of a table. A key in a group has the name of that
// before a point: bron.titel.
type RowKey struct {
	Column string
	*Key
}

// RowKeys returns the keys of a mapping as the columns of a table, in the order in which people
// write them. Lists of mappings have tables of their own.
func RowKeys(m *Mapping) []RowKey { return rowKeys(m, "") }

func rowKeys(m *Mapping, prefix string) []RowKey {
	var all []RowKey
	for i := range m.Keys {
		switch k := &m.Keys[i]; k.Type {
		case GroupValue:
			all = append(all, rowKeys(k.Of, prefix+k.Name+".")...)
		case GroupsValue, WordsValue:
		default:
			all = append(all, RowKey{prefix + k.Name, k})
		}
	}
	return all
}

// MappingAt returns the mapping of the items of a list in files of a kind: that of toezeggingen,
// voortgang in a programma is an entry of progress. Without lists it is that of the file.
func MappingAt(kind string, lists ...string) *Mapping {
	for _, k := range Kinds() {
		if k.Name != kind {
			continue
		}
		m := k.Mapping
		for _, name := range lists {
			m = m.Find(name).Of
		}
		return m
	}
	return nil
}

// Written returns the text of a cell as two are the same: as the key is written in content.
func (k RowKey) Written(cell source.Text) string {
	n := k.FromCell(cell)
	if n.Kind != tree.List {
		return n.Text
	}
	texts := make([]string, len(n.Children))
	for i, c := range n.Children {
		texts[i] = c.Text
	}
	return strings.Join(texts, ListSeparator)
}

// ListSeparator separates the items of a list in a cell of a table.
const ListSeparator = "; "

// Row reads the keys of a mapping from the cells of a row of f, by the names of their columns,
// into the record that into points to. Dates may be as people write them in the Netherlands
// when they have only one meaning, and a word of a list may have capitals and spaces. An empty cell
// was not written. Links are read as in a file of a folder of the content. Row reports what is wrong
// with a cell, and when the row is all of the mapping also what it lacks.
func Row(f *source.File, folder string, row source.Pos, m *Mapping, cells map[string]source.Text, into any, all bool) diag.List {
	r := &reader{file: f, folder: folder}
	n := RowNode(row, m, cells)
	if all {
		r.mapping(n, m, into)
	} else {
		r.keys(n, m, into)
	}
	return r.problems
}

// RowNode returns the mapping that the cells of a row are, by the names of their columns.
func RowNode(row source.Pos, m *Mapping, cells map[string]source.Text) *tree.Node {
	return rowNode(row, m, "", cells)
}

// rowNode returns the mapping that the cells of a row are, or a group in it, which has its
// name and a point as the prefix.
func rowNode(row source.Pos, m *Mapping, prefix string, cells map[string]source.Text) *tree.Node {
	n := &tree.Node{Kind: tree.Mapping, Flow: true, Start: row.Start, End: row.End}
	for i := range m.Keys {
		k := &m.Keys[i]
		cell := cells[prefix+k.Name]
		key := &tree.Node{Kind: tree.Scalar, Text: k.Name, Start: cell.Pos.Start, End: cell.Pos.End}
		if k.Type == GroupValue {
			if group := rowNode(row, k.Of, prefix+k.Name+".", cells); len(group.Children) > 0 {
				key.Start, key.End = row.Start, row.End
				n.Children = append(n.Children, key, group)
			}
			continue
		}
		if value := k.FromCell(cell); value.Kind != tree.Nothing {
			n.Children = append(n.Children, key, value)
		}
	}
	return n
}

// FromCell returns the value of the key that a cell has; nothing when the cell is empty.
func (k *Key) FromCell(cell source.Text) *tree.Node {
	text := strings.TrimSpace(strings.ReplaceAll(cell.Value, "\r", ""))
	n := &tree.Node{Start: cell.Pos.Start, End: cell.Pos.End}
	switch {
	case text == "":
	case k.holdsList():
		n.Kind, n.Flow = tree.List, true
		for item := range strings.SplitSeq(text, strings.TrimSpace(ListSeparator)) {
			if item = strings.TrimSpace(item); item != "" {
				n.Children = append(n.Children, &tree.Node{Kind: tree.Scalar, Text: item, Start: n.Start, End: n.End})
			}
		}
	default:
		n.Kind, n.Text = tree.Scalar, k.fromSpreadsheet(text)
	}
	return n
}

// holdsList reports whether the value of the key is a list of texts or of numbers.
func (k *Key) holdsList() bool {
	switch k.Type {
	case TextsValue, IDsValue, PeriodsValue, PointValue, TileValue:
		return true
	}
	return false
}
