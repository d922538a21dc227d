package view

import "wijkvisie/internal/plan"

// folded is a list of which the first rows are shown. The others open when they are asked
// for, or are on the parts of the page.
type folded[T any] struct {
	First  []T
	Others []T
	Note   string // "Nog 5 behoeften"; empty when there are no more
	Parts  bool   // they are on the parts
}

const (
	shownFirst = 6 // rows of a list that is folded
	mostShown  = 9 // rows of a list that is not
)

// fold returns a list with the rows of some records. The key is of the words that say how many
// more there are. On a part of a page, which has nothing but lists, nothing is folded.
func fold[R, T any](b *pageBuilder, p *plan.Page, key string, records []R, rows func([]R) []T) folded[T] {
	switch {
	case len(records) == 0:
		return folded[T]{}
	case p.Parent != nil || len(records) <= mostShown:
		return folded[T]{First: rows(records)}
	}
	f := folded[T]{Note: b.Words.Count(key, len(records)-shownFirst)}
	if len(p.Parts) > 0 {
		f.First, f.Parts = rows(records[:shownFirst]), true
		return f
	}
	all := rows(records)
	f.First, f.Others = all[:shownFirst], all[shownFirst:]
	return f
}
