package docx

import "strconv"

// maxColumns is the number of columns that Word allows.
const maxColumns = 63

// table returns a table; nothing when it has no rows that are not deleted.
func (r *reader) table(n *node) []Block {
	first := r.number + 1
	t := &Table{}
	columns := 0
	for _, row := range rowsOf(n) {
		properties := row.child("w:trPr")
		if properties.child("w:del") != nil {
			r.skip(row, Deleted)
			continue
		}
		cells := r.row(row)
		columns = max(columns, len(cells))
		t.Rows = append(t.Rows, Row{Cells: cells, Header: properties.child("w:tblHeader").is()})
	}
	if len(t.Rows) == 0 || columns == 0 {
		return nil
	}
	for i := range t.Rows {
		for len(t.Rows[i].Cells) < columns {
			t.Rows[i].Cells = append(t.Rows[i].Cells, Cell{})
		}
	}
	return []Block{{Paragraph: first, Table: t}}
}

// rowsOf returns the rows of a table, also those in content controls.
func rowsOf(n *node) []*node { return within(n, "w:tr") }

// within returns the elements with a name within n, also in what Word wraps around them.
func within(n *node, name string) []*node {
	var list []*node
	for _, c := range n.children {
		switch c.name {
		case name:
			list = append(list, c)
		case "w:sdt", "w:sdtContent", "w:customXml", "w:ins":
			list = append(list, within(c, name)...)
		}
	}
	return list
}

// row returns the cells of a row, those that are merged included.
func (r *reader) row(n *node) []Cell {
	var cells []Cell
	empty := func(count string) {
		for k, _ := strconv.Atoi(count); k > 0 && len(cells) < maxColumns; k-- {
			cells = append(cells, Cell{})
		}
	}
	empty(n.child("w:trPr", "w:gridBefore").attr("val"))
	for _, c := range within(n, "w:tc") {
		if len(cells) >= maxColumns {
			r.skip(c, Object)
			continue
		}
		properties := c.child("w:tcPr")
		cell := Cell{Blocks: r.blocks(c)}
		if merge := properties.child("w:vMerge"); merge != nil && merge.attr("val") != "restart" {
			cell.Below = true
		}
		if merge := properties.child("w:hMerge"); merge != nil && merge.attr("val") != "restart" {
			cell.Right = true
		}
		cells = append(cells, cell)
		span, _ := strconv.Atoi(properties.child("w:gridSpan").attr("val"))
		for ; span > 1 && len(cells) < maxColumns; span-- {
			cells = append(cells, Cell{Right: true, Below: cell.Below})
		}
	}
	empty(n.child("w:trPr", "w:gridAfter").attr("val"))
	return cells
}
