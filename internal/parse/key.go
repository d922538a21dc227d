package parse

import (
	"regexp"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// The functions below make keys: each tells by its name what belongs there,
// and takes where in the record T it goes.

func text[T any](name string, at func(*T) *source.Text) Key {
	return textKey(name, TextValue, (*reader).anyText, at)
}

func id[T any](name string, at func(*T) *source.Text) Key {
	return textKey(name, IDValue, (*reader).idText, at).names()
}

func code[T any](name, pattern string, at func(*T) *source.Text) Key {
	k := textKey(name, CodeValue, (*reader).codeText, at)
	k.Pattern, k.match = pattern, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
	return k
}

func year[T any](name string, at func(*T) *source.Text) Key {
	return textKey(name, YearValue, (*reader).yearText, at)
}

func address[T any](name string, schemes []string, at func(*T) *source.Text) Key {
	k := textKey(name, URLValue, (*reader).addressText, at)
	k.Enum = schemes
	return k
}

func email[T any](name string, at func(*T) *source.Text) Key {
	return textKey(name, EmailValue, (*reader).emailText, at)
}

func languageTag[T any](name string, at func(*T) *source.Text) Key {
	return textKey(name, LanguageValue, (*reader).languageText, at)
}

func textKey[T any](name string, t Type, read func(*reader, *Key, *tree.Node) source.Text, at func(*T) *source.Text) Key {
	return Key{Name: name, Type: t, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = read(r, k, n)
	}}
}

func texts[T any](name string, at func(*T) *[]source.Text) Key {
	return listKey(name, TextsValue, (*reader).anyText, at)
}

func listKey[T any](name string, t Type, read func(*reader, *Key, *tree.Node) source.Text, at func(*T) *[]source.Text) Key {
	return Key{Name: name, Type: t, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = r.texts(k, n, read)
	}}
}

// former is the key voorheen, for the ids that something had before.
func former[T any](at func(*T) *[]source.Text) Key {
	return listKey("voorheen", IDsValue, (*reader).idText, at).names().
		says("De id's van vroeger; de oude adressen blijven werken.", "Former ids; the old addresses go on working.", "[oude-id]")
}

func date[T any](name string, at func(*T) *city.Date) Key {
	return Key{Name: name, Type: DayValue, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = r.date(k, n)
	}}
}

// dayOnly is a key for a date of which no rule asks where it stands.
func dayOnly[T any](name string, at func(*T) *city.Day) Key {
	return Key{Name: name, Type: DayValue, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = r.date(k, n).Day
	}}
}

func planned[T any](name string, at func(*T) *city.PlannedDate) Key {
	return Key{Name: name, Type: PlannedValue, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = r.planned(k, n)
	}}
}

func period[T any](name string, t Type, at func(*T) *city.Period) Key {
	return Key{Name: name, Type: t, put: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = r.period(k, n)
	}}
}

func whole[T any](name string, least, most int, at func(*T) (*int, *source.Pos)) Key {
	return Key{Name: name, Type: NumberValue, Min: least, Max: most, put: func(r *reader, k *Key, into any, n *tree.Node) {
		if v, ok := r.whole(k, n); ok {
			value, pos := at(into.(*T))
			*value = v
			if pos != nil {
				*pos = r.at(n)
			}
		}
	}}
}

func money[T any](name string, at func(*T) (*int, *source.Pos)) Key {
	k := whole(name, 0, mostEuros, at)
	k.Type = MoneyValue
	return k
}

// mostEuros is more than any municipality has: a slip of the hand.
const mostEuros = 100_000_000_000

// group is a key for a mapping of which the parts go into the same record.
func group[T, G any](name string, of *Mapping, at func(*T) *G) Key {
	return Key{Name: name, Type: GroupValue, Of: of, put: func(r *reader, k *Key, into any, n *tree.Node) {
		if r.wants(k, n, tree.Mapping) {
			r.mapping(n, k.Of, at(into.(*T)))
		}
	}}
}

// groups is a key for a list of mappings; start makes the record of one, an empty one
// when it is nil.
func groups[T, G any](name string, of *Mapping, at func(*T) *[]*G, start func(top source.Pos) G) Key {
	return Key{Name: name, Type: GroupsValue, Of: of, identity: of.identified(), put: func(r *reader, k *Key, into any, n *tree.Node) {
		items := r.mappings(k, n)
		if len(items) == 0 {
			return
		}
		all := make([]*G, 0, len(items))
		held := make([]G, len(items)) // in one piece: there are many
		for i, item := range items {
			g := &held[i]
			if start != nil {
				*g = start(r.top(item))
			}
			r.mapping(item, k.Of, g)
			all = append(all, g)
		}
		*at(into.(*T)) = all
	}}
}

// identified tells whether others refer to what is in the mapping.
func (m *Mapping) identified() bool {
	for i := range m.Keys {
		if m.Keys[i].identity {
			return true
		}
	}
	return false
}
