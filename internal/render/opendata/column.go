package opendata

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
)

// valueType is the type of the values of a column.
type valueType uint8

const (
	textType valueType = iota
	dateType           // year-month-day
	addressType
	integerType
	booleanType
	numbersType // a list
	textsType   // a list
	buurtenType // a list of mappings
	adviceType  // a list of mappings
)

// field describes a column. Its meaning is in the words of the theme, under its name.
type field struct {
	name     string
	holds    valueType
	required bool       // every row has a value
	allowed  []string   // the values there are; nil when any is allowed
	refersTo plan.Table // the table of which the values are ids; empty for none
}

// column is a column of a table with a T for each row. Its values are nil when the author
// wrote nothing, or else of the Go type of what it holds: string for texts, dates and
// addresses, int, bool, [2]float64, []string, []*city.Buurt and []*city.Advice.
type column[T any] struct {
	field
	value func(T) any
}

func (c column[T]) always() column[T] {
	c.required = true
	return c
}

func (c column[T]) oneOf(values []string) column[T] {
	c.allowed = values
	return c
}

func (c column[T]) in(t plan.Table) column[T] {
	c.refersTo = t
	return c
}

// text is a column of texts, which are empty when they are not known.
func text[T any](name string, get func(T) string) column[T] {
	return column[T]{field{name: name}, func(row T) any { return known(get(row)) }}
}

// known returns a text, nil when it is empty.
func known(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// date is a column of days.
func date[T any](name string, get func(T) city.Day) column[T] {
	return column[T]{field{name: name, holds: dateType}, func(row T) any {
		if d := get(row); !d.IsZero() {
			return d.String()
		}
		return nil
	}}
}

// planned is a column of dates as precise as authors know them.
func planned[T any](name string, get func(T) city.PlannedDate) column[T] {
	return text(name, func(row T) string {
		if p := get(row); !p.IsZero() {
			return p.String()
		}
		return ""
	})
}

// address is a column of addresses that authors wrote.
func address[T any](name string, get func(T) string) column[T] {
	c := text(name, get)
	c.holds = addressType
	return c
}

// page is the column of the addresses of pages, below the address of the site or, when that is
// not known, below its path.
func page[T any](base string, url func(T) string) column[T] {
	return address("url", func(row T) string { return base + url(row) }).always()
}

// number is a column of numbers, which are less than least when they are not known.
func number[T any](name string, least int, get func(T) int) column[T] {
	return column[T]{field{name: name, holds: integerType}, func(row T) any {
		if n := get(row); n >= least {
			return n
		}
		return nil
	}}
}

// boolean is a column of what is or is not so.
func boolean[T any](name string, get func(T) bool) column[T] {
	return column[T]{field{name: name, holds: booleanType}, func(row T) any { return get(row) }}
}

// texts is a column of lists of texts, of which each is that of an item.
func texts[T, I any](name string, items func(T) []I, text func(I) string) column[T] {
	return column[T]{field{name: name, holds: textsType}, func(row T) any {
		list := make([]string, 0, len(items(row)))
		for _, item := range items(row) {
			list = append(list, text(item))
		}
		return list
	}}
}

// isList reports whether a cell of CSV holds several values.
func (f field) isList() bool {
	return f.holds == numbersType || f.holds == textsType || f.holds == buurtenType
}

// variable returns the name of a column as CSVW allows it.
func (f field) variable() string { return strings.ReplaceAll(f.name, "-", "_") }
