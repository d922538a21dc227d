// Package opendata writes the open data of a site: the tables of package plan, as JSON and
// as CSV, and what describes them. tables.go has a row for each of their columns, of which
// everything is made.
//
// Columns are named as in the content format; a dot leads into a mapping, as in
// bron.titel, which is an object in JSON and a column of its own in CSV. Lists stay lists
// in JSON and are joined with "; " in CSV, where adviezen are JSON in their cell. What the
// author did not write is null, or empty. The graph has nothing that is hidden and nothing
// after the reference date, so the data have neither.
//
// Every figure on the pages can be counted in the data, by who knows nothing else. Of the
// needs that count (geldt), status is how they stand. A commitment that is not open, and of
// which no programme was withdrawn (ingetrokken-op), has ended; it belongs to an earlier
// asking of a need when its status-sinds is before the gevraagd-sinds of that. One that was
// handed on goes on for a need as another (naar) that is for the need too.
package opendata

import (
	"io"
	"iter"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// Columns returns the names of the columns of a table, in order.
func Columns(t plan.Table) []string {
	var names []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.name)
	}
	return names
}

// JSON writes a table as an array of objects. Addresses of pages are below a path, which
// is empty when the site has an origin of its own.
func JSON(w io.Writer, t plan.Table, g *relate.Graph, base string) error {
	return writeJSON(w, tableOf(t, g, base))
}

// CSV writes a table with the names of its columns first (RFC 4180, UTF-8). Addresses of
// pages are below a path, as in JSON.
func CSV(w io.Writer, t plan.Table, g *relate.Graph, base string) error {
	return writeCSV(w, tableOf(t, g, base))
}

// table is a table that can be written.
type table struct {
	fields []field
	rows   iter.Seq[[]any] // a value for each field; the slice is used again for the next row
}

func newTable[T any](rows []T, columns []column[T]) table {
	t := table{fields: make([]field, len(columns))}
	for i, c := range columns {
		t.fields[i] = c.field
	}
	t.rows = func(yield func([]any) bool) {
		values := make([]any, len(columns))
		for _, row := range rows {
			for i, c := range columns {
				values[i] = c.value(row)
			}
			if !yield(values) {
				return
			}
		}
	}
	return t
}

// fieldsOf returns the descriptions of the columns of a table.
func fieldsOf(t plan.Table) []field { return tableOf(t, &relate.Graph{}, "").fields }

func tableOf(t plan.Table, g *relate.Graph, base string) table {
	switch t {
	case plan.WijkTable:
		return newTable(sortedWijken(g), wijkColumns(base))
	case plan.VisionTable:
		return newTable(sortedVisions(g), visionColumns(base))
	case plan.NeedTable:
		return newTable(sortedNeeds(g), needColumns(base))
	case plan.CommitmentTable:
		return newTable(sortedCommitments(g), commitmentColumns(base))
	case plan.ProgressTable:
		return newTable(sortedReports(g), reportColumns())
	case plan.AnswerTable:
		return newTable(sortedAnswers(g), answerColumns())
	case plan.JudgementTable:
		return newTable(sortedJudgements(g), judgementColumns())
	case plan.DemandTable:
		return newTable(demandRows(g), demandColumns())
	default:
		panic("no table " + string(t))
	}
}
