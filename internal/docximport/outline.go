package docximport

import (
	"slices"

	"wijkvisie/internal/docx"
)

// section is a heading and what stands under it, up to the next heading of its level or higher.
type section struct {
	heading   []docx.Run // empty at the top
	label     string     // that Word writes before the heading
	title     string     // the heading as text, with its label
	level     int        // in the document
	paragraph int
	body      []docx.Block // before the first section in it
	kids      []*section
	need      *need // that it tells of; nil for none
	made      bool  // the heading is that of an item of a list or a row of a table
}

// outline returns the sections of a document.
func (im *importer) outline(blocks []docx.Block) *section {
	blocks = im.withoutLayout(blocks, 0)
	blocks = splitLines(blocks)
	blocks = im.withoutContents(blocks)
	for i := range blocks {
		itemOf(&blocks[i])
	}
	im.findHeadings(blocks)
	blocks = im.takeTitle(blocks)
	root := &section{}
	open := []*section{root}
	for _, b := range blocks {
		if b.Level == 0 {
			top := open[len(open)-1]
			top.body = append(top.body, b)
			continue
		}
		for len(open) > 1 && open[len(open)-1].level >= b.Level {
			open = open[:len(open)-1]
		}
		s := &section{heading: b.Runs, label: b.Label, level: b.Level, paragraph: b.Paragraph}
		s.title = spaced(b.Label + " " + plain(b))
		top := open[len(open)-1]
		top.kids = append(top.kids, s)
		open = append(open, s)
	}
	im.withoutEmptyContents(root)
	return root
}

// maxUnwrapped is how deep tables within tables are taken for what they hold.
const maxUnwrapped = 60

// withoutLayout returns blocks with what is in tables that only put it side by side, or in a
// frame, in the place of these tables.
func (im *importer) withoutLayout(blocks []docx.Block, depth int) []docx.Block {
	var list []docx.Block
	for _, b := range blocks {
		if b.Table == nil || !isLayout(b.Table) || depth > maxUnwrapped {
			list = append(list, b)
			continue
		}
		for _, row := range b.Table.Rows {
			for _, cell := range row.Cells {
				list = append(list, im.withoutLayout(cell.Blocks, depth+1)...)
			}
		}
	}
	return list
}

// isLayout reports whether a table is no table to read: it has one column or one row, or there
// are headings, tables or long texts in it.
func isLayout(t *docx.Table) bool {
	columns := 0
	for i := range t.Rows[0].Cells {
		if slices.ContainsFunc(t.Rows, func(r docx.Row) bool { return len(r.Cells[i].Blocks) > 0 }) {
			columns++
		}
	}
	if columns <= 1 || len(t.Rows) == 1 {
		return true
	}
	for i, r := range t.Rows {
		for _, c := range r.Cells {
			paragraphs := 0
			for _, b := range c.Blocks {
				if b.Table != nil || i > 0 && b.Level > 0 && len(t.Rows) <= 3 {
					return true
				}
				if b.Depth == 0 {
					paragraphs++
				}
			}
			if paragraphs > 6 && len(t.Rows) <= 3 {
				return true
			}
		}
	}
	return false
}
