package relate

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// nameOrder orders names as the readers of a language expect: without case or accents
// counting first.
type nameOrder struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

// newNameOrder returns the order of a language, that of Dutch when it is unknown.
func newNameOrder(lang string) *nameOrder {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Dutch
	}
	return &nameOrder{collator: collate.New(tag, collate.Numeric)}
}

// nameKey is the place of something in a list of things that have a name.
type nameKey struct {
	order int // that the author gave; 0 when there is none
	name  []byte
	id    string
}

func (o *nameOrder) key(order int, name, id string) nameKey {
	o.buffer.Reset()
	return nameKey{order, bytes.Clone(o.collator.KeyFromString(&o.buffer, name)), id}
}

// compare puts what has an order first, then orders by name.
func (k nameKey) compare(l nameKey) int {
	if (k.order == 0) != (l.order == 0) {
		return cmp.Compare(l.order, k.order)
	}
	return cmp.Or(cmp.Compare(k.order, l.order), bytes.Compare(k.name, l.name), cmp.Compare(k.id, l.id))
}

// sortByName sorts a list by the keys of its items, each of which is made once.
func sortByName[T comparable](list []T, key func(T) nameKey) {
	keys := make(map[T]nameKey, len(list))
	for _, item := range list {
		keys[item] = key(item)
	}
	slices.SortStableFunc(list, func(a, b T) int { return keys[a].compare(keys[b]) })
}
