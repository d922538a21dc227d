package opendata

import (
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// valueType is what a column holds.
type valueType uint8

const (
	textType valueType = iota
	dateType           // year-month-day
	addressType
	integerType
	truthType
	numbersType // a list
	textsType   // a list
	buurtenType // a list of mappings
)

// column is what is known of a column beside its name. All files that describe the
// tables are made of it.
type column struct {
	name    string
	holds   valueType
	always  bool     // every row has a value
	allowed []string // the values there are; nil when any is allowed
}

// columnsOf returns the columns of a table.
func columnsOf(t plan.Table) []column {
	names := Columns(t)
	list := make([]column, len(names))
	for i, name := range names {
		list[i] = column{name: name, holds: typeOf(t, name), always: isKey(t, name), allowed: allowed(t, name)}
	}
	return list
}

func typeOf(t plan.Table, name string) valueType {
	switch name {
	case "volgorde", "inwoners.aantal", "prioriteit", "budget":
		return integerType
	case "vertraagd", "verschoven", "stil":
		return truthType
	case "vastgesteld-op", "inspraak.van", "inspraak.tot-en-met", "ingetrokken-op", "publiceren-op", "bron.datum", "datum":
		return dateType
	case "url", "inspraak.url", "bron.url":
		return addressType
	case "tegel", "locatie":
		return numbersType
	case "wijknetwerk", "voorheen", "behoeften", "toezeggingen", "ingebracht-door", "partners", "wijken":
		return textsType
	case "buurten":
		if t == plan.WijkTable {
			return buurtenType
		}
		return textsType
	default:
		return textType
	}
}

// isKey tells whether every row of a table has a value in a column, by which others
// refer to it or it refers to others.
func isKey(t plan.Table, name string) bool {
	switch t {
	case plan.WijkTable, plan.VisionTable, plan.NeedTable, plan.CommitmentTable:
		return name == "id" || name == "url"
	case plan.ProgressTable:
		return name == "toezegging" || name == "programma" || name == "datum"
	case plan.AnswerTable:
		return name == "behoefte" || name == "programma" || name == "datum"
	default:
		return name == "behoefte" || name == "wijkvisie" || name == "datum"
	}
}

func allowed(t plan.Table, name string) []string {
	var values []string
	switch {
	case t == plan.NeedTable && name == "status":
		for _, s := range relate.NeedStatuses() {
			values = append(values, s.String())
		}
	case (t == plan.CommitmentTable || t == plan.ProgressTable) && name == "status":
		for _, s := range relate.CommitmentStatuses() {
			values = append(values, string(s))
		}
	}
	return values
}

// isList tells whether a cell holds several values.
func (c column) isList() bool {
	return c.holds == numbersType || c.holds == textsType || c.holds == buurtenType
}

// refers returns the table that the values of a column are the ids of; not ok when
// they are none's. Columns of lists are left out: what describes them cannot say it.
func refers(t plan.Table, name string) (to plan.Table, ok bool) {
	switch {
	case name == "wijk" && (t == plan.VisionTable || t == plan.NeedTable):
		return plan.WijkTable, true
	case name == "wijkvisie" && (t == plan.NeedTable || t == plan.JudgementTable || t == plan.WijkTable):
		return plan.VisionTable, true
	case name == "toezegging":
		return plan.CommitmentTable, true
	case name == "behoefte":
		return plan.NeedTable, true
	}
	return "", false
}

// variable returns a column's name as CSVW allows it.
func (c column) variable() string { return strings.ReplaceAll(c.name, "-", "_") }
