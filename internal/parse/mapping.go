package parse

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
)

// Mapping is a kind of mapping in content: the keys that it may have. It is the only
// place where that is decided: files are read by it, and schemas, new files and the
// settings of editors are made from it.
type Mapping struct {
	// Name is what the mapping is, in English, as the domain calls it.
	Name string
	// Keys are in the order in which people write them.
	Keys []Key
	// Demands are the keys that are required because of others. Of those that need the
	// same key only the first that holds is reported.
	Demands []Demand
	// Either is sets of keys of which exactly one is required, Any of which at least one
	// is. Diagnostics about them are up to rules.
	Either, Any [][]string
	// rules are the requirements that neither a single key nor a Demand can express.
	rules func(r *reader, m *tree.Node, into any)
}

// Demand is a key that is required because of another.
type Demand struct {
	Of     string   // the other key; empty when the demand always holds
	Values []string // the values of the other key for which it holds; empty for any
	Needs  string   // the key that is required

	why diag.Message // of a reden: what requires it
}

// demands reports whether a key is required because of another in a mapping.
func (m *Mapping) demands(n *tree.Node, key string) bool {
	return slices.ContainsFunc(m.Demands, func(d Demand) bool { return d.Needs == key && d.holds(n) })
}

// holds reports whether a demand applies to a mapping.
func (d Demand) holds(m *tree.Node) bool {
	if d.Of == "" {
		return true
	}
	v := m.Value(d.Of)
	return v != nil && (len(d.Values) == 0 || v.Kind == tree.Scalar && slices.Contains(d.Values, strings.TrimSpace(v.Text)))
}

// Find returns the key with a name, nil when there is none.
func (m *Mapping) Find(name string) *Key {
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

// hasIdentity reports whether others refer to what is in the mapping.
func (m *Mapping) hasIdentity() bool {
	return slices.ContainsFunc(m.Keys, func(k Key) bool { return k.identity })
}

// mapping reads a mapping into the record that into points to.
func (r *reader) mapping(n *tree.Node, m *Mapping, into any) {
	r.keys(n, m, into)
	r.required(n, m)
	if m.rules != nil {
		m.rules(r, n, into)
	}
}

// keys reads the keys of a mapping into the record that into points to, and reports those that it
// does not have.
func (r *reader) keys(n *tree.Node, m *Mapping, into any) {
	var meant []string
	r.meant = nil
	for i := 0; i+1 < len(n.Children); i += 2 {
		key, value := n.Children[i], n.Children[i+1]
		if key.Kind == tree.Faulty {
			continue
		}
		if skip := r.misplaced(n, m, i); skip > 0 {
			i += 2 * (skip - 1)
			meant = append(meant, r.meant...)
			continue
		}
		k := m.Find(key.Text)
		if k == nil {
			meant = append(meant, r.unknownKey(n, m, key, value))
			continue
		}
		if first, _ := n.Entry(key.Text); first != key {
			r.report(diag.At(r.at(key), diag.KeyTwice, key.Text).
				WithRelated(r.at(first), diag.FirstHere).WithHint(diag.RemoveOne))
			r.broken = r.broken || k.identity
			continue
		}
		if len(r.cuts) > 0 && r.cutOff(k, value) {
			meant = append(meant, k.Name)
			r.broken = r.broken || k.identity
		}
		switch {
		case value.Kind == tree.Faulty:
			r.broken = r.broken || k.identity
		case !value.IsEmpty():
			k.set(r, k, into, value)
		}
	}
	r.meant = meant
}

// required reports the keys that a mapping lacks.
func (r *reader) required(n *tree.Node, m *Mapping) {
	for i := range m.Keys {
		if k := &m.Keys[i]; k.Required && r.lacks(n, k.Name) {
			r.missing(n, k)
			r.broken = r.broken || k.identity
		}
	}
	var reported []string
	for _, d := range m.Demands {
		if !d.holds(n) || slices.Contains(reported, d.Needs) {
			continue
		}
		reported = append(reported, d.Needs)
		switch {
		case !r.lacks(n, d.Needs):
		case d.why != "":
			r.missingReason(n, d.why)
		default:
			r.missing(n, m.Find(d.Needs))
		}
	}
}

// lacks reports whether a key was not written. One that was probably misspelt is
// reported as unknown, and not again as missing.
func (r *reader) lacks(n *tree.Node, key string) bool {
	return n.Value(key) == nil && !slices.Contains(r.meant, key)
}

// missing reports that a mapping lacks a key, or has it without a value.
func (r *reader) missing(n *tree.Node, k *Key) {
	if key, _ := n.Entry(k.Name); key != nil {
		r.report(diag.At(r.at(key), diag.KeyEmpty, k.Name).WithHint(diag.FillKey, k.Name, k.Example))
		return
	}
	r.report(diag.At(r.top(n), diag.KeyMissing, k.Name).WithHint(diag.AddKey, k.Name, k.Example))
}

// missingReason reports that a mapping lacks its reden; why is what requires it.
func (r *reader) missingReason(n *tree.Node, why diag.Message) {
	at := r.top(n)
	if key, _ := n.Entry("reden"); key != nil {
		at = r.at(key)
	}
	r.report(diag.At(at, why).WithHint(diag.AddReason))
}
