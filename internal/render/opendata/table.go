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
	"iter"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Links turns an address of the site into the one that is published.
type Links func(address string) string

// Columns returns the names of the columns of a table, in order.
func Columns(t plan.Table) []string {
	return tableOf(t, &relate.Graph{}, nil).columns
}

// JSON writes a table as an array of objects.
func JSON(w io.Writer, t plan.Table, g *relate.Graph, links Links) error {
	return writeJSON(w, tableOf(t, g, links))
}

// CSV writes a table with a row of names first (RFC 4180, UTF-8).
func CSV(w io.Writer, t plan.Table, g *relate.Graph, links Links) error {
	return writeCSV(w, tableOf(t, g, links))
}

// table is a table: the names of its columns, and rows with a value for each.
type table struct {
	columns []string
	rows    iter.Seq[[]any]
}

// A value is nil, a string, an int, a float64, a bool, a []string, a []float64 or
// a list of objects.

// objects is a list of mappings; in CSV only their ids are written.
type objects []object

type object struct {
	keys   []string
	values []any
}

func tableOf(t plan.Table, g *relate.Graph, links Links) table {
	switch t {
	case plan.WijkTable:
		return wijken(g, links)
	case plan.VisionTable:
		return visions(g, links)
	case plan.NeedTable:
		return needs(g, links)
	case plan.CommitmentTable:
		return commitments(g, links)
	case plan.ProgressTable:
		return progress(g)
	case plan.AnswerTable:
		return answers(g)
	default:
		return judgements(g)
	}
}

// text returns what was written, nil when nothing was.
func text(t source.Text) any {
	if t.IsZero() {
		return nil
	}
	return t.Value
}

func texts(list []source.Text) any {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.Value
	}
	return out
}

func day(d city.Day) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func planned(p city.PlannedDate) any {
	if p.IsZero() {
		return nil
	}
	return p.String()
}

// period returns a period as authors write it: 2011-2014, or 2011.
func period(p city.Period) any {
	switch {
	case p.IsZero():
		return nil
	case p.First == p.Last:
		return p.String()[:4]
	default:
		return p.String()
	}
}

// positive returns a number that counts from 1, nil when none was written.
func positive(n int) any {
	if n <= 0 {
		return nil
	}
	return n
}

// amount returns a number that may be 0, nil when none was written.
func amount(n int) any {
	if n < 0 {
		return nil
	}
	return n
}
