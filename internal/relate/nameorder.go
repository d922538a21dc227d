package relate

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// nameOrder orders names as the readers of a language expect: without case or accents
// counting first, and without an article of one letter at the beginning ("'t Hof").
type nameOrder struct {
	collator *collate.Collator
	letters  *collate.Collator // sees letters only, without case or accents
	buffer   collate.Buffer
	initials [26][]byte // the keys of a to z, as letters makes them
}

// newNameOrder returns the order of a language, that of Dutch when it is unknown.
func newNameOrder(lang string) *nameOrder {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.Dutch
	}
	o := &nameOrder{collator: collate.New(tag, collate.Numeric), letters: collate.New(tag, collate.Loose)}
	for i := range o.initials {
		o.initials[i] = o.keyOf(o.letters, string(rune('a'+i)))
	}
	return o
}

func (o *nameOrder) keyOf(c *collate.Collator, text string) []byte {
	o.buffer.Reset()
	return bytes.Clone(c.KeyFromString(&o.buffer, text))
}

// article is what a name may begin with and is not found under: "'t Hof", "’s-Hertogenbosch".
var article = regexp.MustCompile(`^['’‘ʼ\x60][a-zA-Z]{1,2}[ -]`)

// sortText returns the part of a name that it is sorted by: from its first letter or digit,
// after an article.
func sortText(name string) string {
	rest := article.ReplaceAllString(name, "")
	from := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if from < 0 {
		return name
	}
	return rest[from:]
}

// notALetter is what names are found under that do not begin with a letter from a to z.
const notALetter = "0-9"

// initial returns the letter that a name is found under: the last one that does not come
// after it in the order of names.
func (o *nameOrder) initial(name string) string {
	key := o.keyOf(o.letters, sortText(name))
	letter := -1
	for i, first := range o.initials {
		if bytes.Compare(first, key) <= 0 {
			letter = i
		}
	}
	if letter < 0 || letter == len(o.initials)-1 && !bytes.HasPrefix(key, o.initials[letter]) {
		return notALetter
	}
	return string(rune('a' + letter))
}

// nameKey is the place of something in a list of things that have a name.
type nameKey struct {
	order int // that the author gave; 0 when there is none
	name  []byte
	id    string
}

func (o *nameOrder) key(order int, name, id string) nameKey {
	return nameKey{order, o.keyOf(o.collator, sortText(name)), id}
}

// compare puts what has an order first, then orders by name.
func (k nameKey) compare(l nameKey) int {
	return cmp.Or(compareOrder(k.order, l.order), bytes.Compare(k.name, l.name), cmp.Compare(k.id, l.id))
}

// compareOrder compares orders that authors gave; 0, for none, comes last.
func compareOrder(a, b int) int {
	if (a == 0) != (b == 0) {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// sortByName sorts a list by the keys of its items, each of which is made once.
func sortByName[T any](list []T, key func(T) nameKey) {
	type keyed struct {
		item T
		key  nameKey
	}
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{item, key(item)}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return a.key.compare(b.key) })
	for i, k := range all {
		list[i] = k.item
	}
}
