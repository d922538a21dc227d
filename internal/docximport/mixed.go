package docximport

import (
	"wijkvisie/internal/docx"
)

// mixedTable is a table with a column of what is asked and a column of what is done about it.
type mixedTable struct {
	section *section
	grid    *grid
	context context
}

// mixedNeeds makes needs of what is asked in tables that also say what is done about it, as far
// as nothing else in the document is that need. The tables stay where they are.
func (im *importer) mixedNeeds() {
	for _, m := range im.mixed {
		wish := m.grid.has(wishColumn)
		var made []*section
		for i := range m.grid.table.Rows {
			text := m.grid.text(i, wish)
			if i <= m.grid.header || text == "" || m.grid.isHeaderAgain(i) || m.grid.only(i) >= 0 || im.needNamed(text) != nil {
				continue
			}
			c := m.context
			if at := m.grid.has(themeColumn); at >= 0 {
				c.words += " " + m.grid.merged(i, at)
				if t := im.named(m.grid.merged(i, at)); t != nil {
					c.theme = t
				}
			}
			b := docx.Block{Paragraph: m.grid.place(i), Runs: joined(m.grid.blocks(i, wish))}
			one := im.itemSection(&section{}, b, c)
			made = append(made, one)
		}
		m.section.kids = append(made, m.section.kids...)
	}
}
