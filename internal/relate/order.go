package relate

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// sorter makes keys for sorting names as the readers of a language expect: without
// case or accents counting first, before which comes an order that the author gave.
type sorter struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// newSorter returns a sorter for the language of the site, Dutch when it has none.
func (r *relater) newSorter() *sorter {
	tag, err := language.Parse(r.graph.Site.Language.Value)
	if err != nil {
		tag = language.Dutch
	}
	return &sorter{collator: collate.New(tag, collate.Numeric)}
}

// sortKey is where something stands in a list.
type sortKey struct {
	order int // 0 when the author gave none
	name  []byte
	id    string
}

func (s *sorter) key(order int, name, id string) sortKey {
	s.buffer.Reset()
	return sortKey{order, bytes.Clone(s.collator.KeyFromString(&s.buffer, name)), id}
}

func (k sortKey) compare(l sortKey) int {
	if (k.order == 0) != (l.order == 0) {
		return cmp.Compare(l.order, k.order) // what has an order comes first
	}
	return cmp.Or(cmp.Compare(k.order, l.order), bytes.Compare(k.name, l.name), cmp.Compare(k.id, l.id))
}

// sortBy sorts a list by keys that are made once.
func sortBy[T any](list []T, key func(T) sortKey) {
	type keyed struct {
		item T
		key  sortKey
	}
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{item, key(item)}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return a.key.compare(b.key) })
	for i := range all {
		list[i] = all[i].item
	}
}
