package parse

import (
	"regexp"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Key is a key that a mapping may have.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Prose    bool      // of a text: sentences rather than a few words
	RefersTo Reference // of a text or a list of texts: what it names by its id
	Enum     []string  // the values allowed; of an address its schemes; of a WordsValue its keys
	Of       *Mapping  // what a GroupValue, a GroupsValue or a WordsValue holds
	Min, Max int       // of a number
	Pattern  string    // of a code, a regular expression
	About    [2]string // what it is for, in Dutch and in English, with nouns in braces (package noun)
	Example  string    // a value, as in YAML

	match    func() *regexp.Regexp // returns Pattern, compiled
	identity bool                  // others refer to it; they are not checked when it cannot be read
	set      func(r *reader, k *Key, into any, n *tree.Node)
}

// Reference is a kind of thing that others name by its id.
type Reference uint8

// The kinds of things that others name.
const (
	NoReference  Reference = iota
	ToWijk                 // "overvecht"
	ToBuurt                // of the wijk at hand: "taagdreef"
	ToTheme                // "verkeer"
	ToDepartment           // "stadswerken"
	ToNeed                 // with its wijk: "overvecht/tramhalte"
	ToCommitment           // "sw-2011-014"
)

// Type is the kind of value that belongs at a key.
type Type uint8

// The types of a value.
const (
	TextValue     Type = iota
	IDValue            // a–z, 0–9 and single hyphens
	CodeValue          // a code of the CBS
	DayValue           // 2011-05-19
	PlannedValue       // 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend or doorlopend
	PeriodValue        // 2011-2014 or 2011
	YearValue          // 2011
	NumberValue        // a whole number
	MoneyValue         // whole euros
	URLValue           // a web address
	URLsValue          // a web address, or a list of them
	LinkValue          // a web address, or the path of a file in media/
	MediaValue         // the path of a file in media/
	EmailValue         // a mail address
	LanguageValue      // a language tag, as in nl
	PointValue         // [lon, lat]
	TileValue          // [column, row]
	TextsValue         // a list of texts
	IDsValue           // a list of ids
	PeriodsValue       // a list of periods
	GroupValue         // a mapping
	GroupsValue        // a list of mappings
	WordsValue         // a mapping whose keys are words
)

// Description returns what the key is for, in the language of some nouns.
func (k *Key) Description(nouns *noun.Nouns) string {
	if nouns.Lang == "en" {
		return nouns.Fill(k.About[1])
	}
	return nouns.Fill(k.About[0])
}

// required returns the key as one that is required.
func (k Key) required() Key {
	k.Required = true
	return k
}

// prose returns the key as one whose text is sentences.
func (k Key) prose() Key {
	k.Prose = true
	return k
}

// oneOf returns the key as one that allows only some values; of an address, only some
// schemes.
func (k Key) oneOf(values ...string) Key {
	k.Enum = values
	return k
}

// refersTo returns the key as one whose value is the id of something.
func (k Key) refersTo(r Reference) Key {
	k.RefersTo = r
	return k
}

// about returns the key with what it is for, in two languages, and an example.
func (k Key) about(dutch, english, example string) Key {
	k.About, k.Example = [2]string{dutch, english}, example
	return k
}

// isIdentity returns the key as one that others refer to.
func (k Key) isIdentity() Key {
	k.identity = true
	return k
}

// The functions below make keys for a record of type T. The name of a function is the
// type of the value, and at returns the field that the value goes to.

func text[T any](name string, at func(*T) *source.Text) Key {
	return field(name, TextValue, (*reader).anyText, at)
}

func id[T any](name string, at func(*T) *source.Text) Key {
	return field(name, IDValue, (*reader).idText, at).isIdentity()
}

func code[T any](name, pattern string, at func(*T) *source.Text) Key {
	k := field(name, CodeValue, (*reader).codeText, at)
	k.Pattern, k.match = pattern, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
	return k
}

func year[T any](name string, at func(*T) *source.Text) Key {
	return field(name, YearValue, (*reader).yearText, at)
}

func address[T any](name string, at func(*T) *source.Text) Key {
	return field(name, URLValue, (*reader).addressText, at).oneOf("https", "http")
}

// addresses is a key for a web address, or a list of them.
func addresses[T any](name string, at func(*T) *[]source.Text) Key {
	return field(name, URLsValue, (*reader).addressTexts, at).oneOf("https", "http")
}

func link[T any](name string, at func(*T) *source.Text) Key {
	return field(name, LinkValue, (*reader).linkText, at).oneOf("https", "http")
}

func mediaFile[T any](name string, at func(*T) *source.Text) Key {
	return field(name, MediaValue, (*reader).mediaText, at)
}

func email[T any](name string, at func(*T) *source.Text) Key {
	return field(name, EmailValue, (*reader).emailText, at)
}

func languageTag[T any](name string, at func(*T) *source.Text) Key {
	return field(name, LanguageValue, (*reader).languageText, at)
}

func texts[T any](name string, at func(*T) *[]source.Text) Key {
	return field(name, TextsValue, listOf((*reader).anyText), at)
}

func periods[T any](name string, at func(*T) *[]source.Text) Key {
	return field(name, PeriodsValue, listOf((*reader).periodText), at)
}

// former is the key voorheen: the ids that something had before.
func former[T any](at func(*T) *[]source.Text) Key {
	return field("voorheen", IDsValue, listOf((*reader).idText), at).isIdentity().
		about("De id's van vroeger; de oude adressen blijven werken.", "Former ids; the old addresses go on working.", "[oude-id]")
}

func date[T any](name string, at func(*T) *city.Date) Key {
	return field(name, DayValue, (*reader).date, at)
}

func planned[T any](name string, at func(*T) *city.PlannedDate) Key {
	return field(name, PlannedValue, (*reader).planned, at)
}

func period[T any](name string, t Type, at func(*T) *city.Period) Key {
	return field(name, t, (*reader).period, at)
}

// field is a key for the field of a record that a method of reader returns.
func field[T, V any](name string, t Type, read func(*reader, *Key, *tree.Node) V, at func(*T) *V) Key {
	return Key{Name: name, Type: t, set: func(r *reader, k *Key, into any, n *tree.Node) {
		*at(into.(*T)) = read(r, k, n)
	}}
}

func whole[T any](name string, least, most int, at func(*T) (*int, *source.Pos)) Key {
	return Key{Name: name, Type: NumberValue, Min: least, Max: most, set: func(r *reader, k *Key, into any, n *tree.Node) {
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

// mostEuros is more than any municipality has: a larger amount is a mistake.
const mostEuros = 100_000_000_000

// group is a key for a mapping whose keys fill the record that at returns. One in which nothing
// is filled in counts as not written.
func group[T, G any](name string, of *Mapping, at func(*T) *G) Key {
	return Key{Name: name, Type: GroupValue, Of: of, set: func(r *reader, k *Key, into any, n *tree.Node) {
		switch {
		case !r.wants(k, n, tree.Mapping):
		case n.IsBlank():
			r.keys(n, k.Of, new(G))
		default:
			r.mapping(n, k.Of, at(into.(*T)))
		}
	}}
}

// groups is a key for a list of mappings. start returns the record of one before its keys
// are read; nil is for a zero record.
func groups[T, G any](name string, of *Mapping, at func(*T) *[]*G, start func(top source.Pos) G) Key {
	return Key{Name: name, Type: GroupsValue, Of: of, identity: of.hasIdentity(), set: func(r *reader, k *Key, into any, n *tree.Node) {
		items := r.mappings(k, n)
		if len(items) == 0 {
			return
		}
		all := make([]*G, len(items))
		for i, item := range items {
			all[i] = new(G)
			if start != nil {
				*all[i] = start(r.top(item))
			}
			r.mapping(item, k.Of, all[i])
		}
		*at(into.(*T)) = all
	}}
}
