package opendata

import (
	"io"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/spreadsheet"
)

// between stands between the items of a list in a cell.
const between = "; "

// writeCSV writes a table as RFC 4180 has it: commas, CRLF, quotes where needed. What
// a spreadsheet would take for a formula is made harmless.
func writeCSV(w io.Writer, t table) error {
	c := &csvCells{pieces: newPieces(w)}
	c.begin()
	for _, name := range t.columns {
		c.text(name)
	}
	if err := c.end(); err != nil {
		return err
	}
	if err := t.rows(row{c}); err != nil {
		return err
	}
	return c.flush()
}

// csvCells is a table that is being written as CSV.
type csvCells struct {
	pieces
	column int // of the next cell
	inList int // how many items the list has
	cell   int // where the one that is being put together begins
}

func (c *csvCells) begin() { c.column = 0 }

func (c *csvCells) end() error {
	c.b = append(c.b, "\r\n"...)
	return c.settle()
}

// next begins a cell.
func (c *csvCells) next() {
	if c.column > 0 {
		c.b = append(c.b, ',')
	}
	c.column++
}

func (c *csvCells) none() { c.next() }

func (c *csvCells) text(s string) {
	c.next()
	c.b = escape.CSV(c.b, spreadsheet.Harmless(s))
}

func (c *csvCells) number(n int) {
	c.next()
	c.b = strconv.AppendInt(c.b, int64(n), 10)
}

func (c *csvCells) truth(v bool) {
	c.next()
	c.b = strconv.AppendBool(c.b, v)
}

func (c *csvCells) pair(a, b float64) {
	c.next()
	c.b = append(strconv.AppendFloat(c.b, a, 'f', -1, 64), between...)
	c.b = strconv.AppendFloat(c.b, b, 'f', -1, 64)
}

// buurten writes the ids of buurten: the rest does not go into a cell.
func (c *csvCells) buurten(list []*city.Buurt) { row{c}.areas(list) }

func (c *csvCells) open() {
	c.compose()
	c.inList = 0
}

func (c *csvCells) item(s string) {
	if c.inList > 0 {
		c.b = append(c.b, between...)
	}
	c.b = append(c.b, s...)
	c.inList++
}

func (c *csvCells) close() { c.composed(c.b) }

func (c *csvCells) compose() []byte {
	c.next()
	c.cell = len(c.b)
	return c.b
}

func (c *csvCells) composed(b []byte) {
	c.b = b
	if cell := b[c.cell:]; !plainInCSV(cell) {
		c.b = escape.CSV(b[:c.cell], spreadsheet.Harmless(string(cell)))
	}
}

// plainInCSV tells whether a cell may stand as it is for certain, as nearly all that are
// put together may: it begins with a letter, a digit or a slash and needs no quotes.
func plainInCSV(cell []byte) bool {
	if len(cell) == 0 {
		return true
	}
	first := cell[0]
	begins := 'a' <= first && first <= 'z' || 'A' <= first && first <= 'Z' || '0' <= first && first <= '9' || first == '/'
	return begins && !escape.NeedsQuotes(cell)
}
