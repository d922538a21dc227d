package parse

import (
	"regexp"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
)

// Mapping is a kind of mapping in content: which keys it may have. It is the
// one place where that is decided, for reading and for whoever has to know it.
type Mapping struct {
	// Name is what the mapping is, in English, as the domain calls it.
	Name string
	// Keys are in the order in which people write them.
	Keys []Key
	// Demands are the keys that are required because of others, in order: of
	// those that ask for one key the first that holds counts.
	Demands []Demand
	// Either is sets of keys of which one is required and no more, Any of which at
	// least one is. What is said when it is otherwise is up to rules.
	Either, Any [][]string
	// rules are the requirements that neither a single key nor a Demand can have.
	rules func(r *reader, m *tree.Node, into any)
}

// Key is a key that a mapping may have.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Enum     []string  // the values allowed; of a Words mapping its keys
	Of       *Mapping  // what a Group, a Groups or a Words holds
	Min, Max int       // of a number
	Pattern  string    // of a code, a regular expression
	About    [2]string // what it is for, in Dutch and in English
	Example  string    // a value, as in YAML

	match    func() *regexp.Regexp // returns Pattern, compiled
	identity bool                  // others refer to it: when it cannot be read, they are not judged
	put      func(r *reader, k *Key, into any, n *tree.Node)
}

// Demand is a key that is required because of another.
type Demand struct {
	Of     string   // the other key; empty when it always holds
	Values []string // of which one has to stand there; empty when any will do
	Needs  string   // the key that is required

	example string       // of Needs
	why     diag.Message // of a reden: what asks for it
}

// holds tells whether a mapping is one of which the demand asks something.
func (d Demand) holds(m *tree.Node) bool {
	if d.Of == "" {
		return true
	}
	v := m.Value(d.Of)
	return v != nil && (len(d.Values) == 0 || v.Kind == tree.Scalar && slices.Contains(d.Values, strings.TrimSpace(v.Text)))
}

// Type is the kind of value that belongs at a key.
type Type uint8

// The types of a value.
const (
	TextValue     Type = iota
	IDValue            // a–z, 0–9 and single hyphens
	CodeValue          // a code of the CBS
	DayValue           // 2011-05-19
	PlannedValue       // 2011-05-19, 2011-10, 2011-Q3, 2011 or onbekend
	PeriodValue        // 2011-2014 or 2011
	YearValue          // 2011
	NumberValue        // a whole number
	MoneyValue         // whole euros
	URLValue           // a web address
	EmailValue         // a mail address
	LanguageValue      // a language tag, as in nl
	PointValue         // [lon, lat]
	TileValue          // [column, row]
	TextsValue         // a list of texts
	IDsValue           // a list of ids
	PeriodsValue       // a list of periods
	GroupValue         // a mapping
	GroupsValue        // a list of mappings
	WordsValue         // a mapping of which the keys are words
)

// Kind is a kind of file.
type Kind struct {
	Name    string // as authors call it
	Folder  string // in the content folder; empty of site.yaml
	Mapping *Mapping
}

// Kinds returns the kinds of file.
func Kinds() []Kind {
	return []Kind{
		{"site", "", siteMapping},
		{"wijk", "wijken", wijkMapping},
		{"wijkvisie", "wijkvisies", visionMapping},
		{"dienst", "diensten", departmentMapping},
		{"programma", "programmas", programmeMapping},
		{"pagina", "paginas", pageMapping},
	}
}

// must returns the key as one that has to be written.
func (k Key) must() Key {
	k.Required = true
	return k
}

// oneOf returns the key with the values it allows.
func (k Key) oneOf(values ...string) Key {
	k.Enum = values
	return k
}

// says returns the key with what it is for and an example.
func (k Key) says(dutch, english, example string) Key {
	k.About, k.Example = [2]string{dutch, english}, example
	return k
}

// names returns the key as one that others refer to.
func (k Key) names() Key {
	k.identity = true
	return k
}

// key finds a key by name.
func (m *Mapping) key(name string) *Key {
	for i := range m.Keys {
		if m.Keys[i].Name == name {
			return &m.Keys[i]
		}
	}
	return nil
}

// keyNames returns the names of all keys.
func (m *Mapping) keyNames() []string {
	names := make([]string, len(m.Keys))
	for i := range m.Keys {
		names[i] = m.Keys[i].Name
	}
	return names
}
