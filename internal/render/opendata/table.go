// Package opendata writes the open data of a site: the tables of package plan,
// as JSON and as CSV, from one definition of their columns.
//
// Columns are named as in the content format; a dot leads into a mapping, as in
// bron.titel, which is an object in JSON and a column of its own in CSV. Lists
// stay lists in JSON and are joined with "; " in CSV. What was not written is
// null, or empty. Nothing hidden and nothing later than the reference date is in
// the graph, so none of it can be in the data.
package opendata

import (
	"io"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Columns returns the names of the columns of a table, in order.
func Columns(t plan.Table) []string {
	return tableOf(t, &relate.Graph{}, "").columns
}

// JSON writes a table as an array of objects. The addresses in it are below a path,
// empty when the site has an origin of its own.
func JSON(w io.Writer, t plan.Table, g *relate.Graph, base string) error {
	return writeJSON(w, tableOf(t, g, base))
}

// CSV writes a table with a row of names first (RFC 4180, UTF-8). The addresses in it
// are below a path, as in JSON.
func CSV(w io.Writer, t plan.Table, g *relate.Graph, base string) error {
	return writeCSV(w, tableOf(t, g, base))
}

// table is a table: the names of its columns, and what writes its rows.
type table struct {
	columns []string
	rows    func(row) error
}

func tableOf(t plan.Table, g *relate.Graph, base string) table {
	switch t {
	case plan.WijkTable:
		return wijken(g, base)
	case plan.VisionTable:
		return visions(g, base)
	case plan.NeedTable:
		return needs(g, base)
	case plan.CommitmentTable:
		return commitments(g, base)
	case plan.ProgressTable:
		return progress(g)
	case plan.AnswerTable:
		return answers(g)
	default:
		return judgements(g)
	}
}

// Tables are written in pieces: as many rows as make one, so that a large table is never
// in memory as a whole.
const (
	piece = 32 << 10
	room  = piece + 4<<10 // for a row that goes over
)

// pieces is a file that is written in pieces.
type pieces struct {
	w io.Writer
	b []byte // what was not written yet
}

func newPieces(w io.Writer) pieces { return pieces{w, make([]byte, 0, room)} }

// settle writes what makes a piece.
func (p *pieces) settle() error {
	if len(p.b) < piece {
		return nil
	}
	return p.flush()
}

func (p *pieces) flush() error {
	_, err := p.w.Write(p.b)
	p.b = p.b[:0]
	return err
}
