package parse

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"wijkvisie/internal/source"
)

// Names of properties, folded, that hold the code of a wijk, as CBS, PDOK, Kadaster and
// municipalities have them: statcode, WK_CODE, wijkCode, cbsCode, gwb_code.
var codeNames = []string{"code", "statcode", "wijkcode", "wkcode", "cbscode", "gwbcode"}

// Names of properties, folded, that hold what an area is called.
var areaNames = []string{"naam", "statnaam", "wijknaam", "wknaam"}

// folded returns the name of a property without what differs between those who make
// maps: capitals and underscores.
func folded(key string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(key))
}

// codeKeys returns the properties to find the code of a wijk in, the best first: those whose
// values have the form of such a code, by how many do, and then those with a name for it.
// Beside the code of CBS many maps have a short one of their own, in whatever property.
func (r *mapReader) codeKeys() []string {
	count := make(map[string]int)
	for i := range r.features {
		for key, value := range r.features[i].Properties {
			if isWijkCode(value) {
				count[key]++
			} else if slices.Contains(codeNames, folded(key)) {
				count[key] += 0
			}
		}
	}
	rank := func(key string) int {
		if i := slices.Index(codeNames, folded(key)); i >= 0 {
			return i
		}
		return len(codeNames)
	}
	keys := make([]string, 0, len(count))
	for key := range count {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if n := count[b] - count[a]; n != 0 {
			return n
		}
		if n := rank(a) - rank(b); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	return keys
}

// isWijkCode reports whether a value has the form of the code that CBS gives a wijk, WK034403, in
// capitals or not.
func isWijkCode(value json.RawMessage) bool {
	if len(value) < len(`"WK034403"`) || value[0] != '"' {
		return false
	}
	s := strings.TrimSpace(string(value[1 : len(value)-1]))
	return len(s) == len("WK034403") && strings.EqualFold(s[:2], "WK") && digits(s[2:6])
}

// codeOf returns the code in the value of a property as CBS writes it; empty when it is no text
// and no number. Some maps leave out the letters, and the zero in front.
func codeOf(value json.RawMessage) string {
	if isWijkCode(value) {
		s, _ := textOf(value)
		return strings.ToUpper(strings.TrimSpace(s))
	}
	s, ok := textOf(value)
	if s = strings.TrimSpace(s); !ok && len(value) > 0 && digits(string(value)) {
		s = strings.Repeat("0", max(0, len("034403")-len(value))) + string(value)
	}
	if len(s) == len("034403") && digits(s) {
		return "WK" + s
	}
	return s
}

// digits reports whether a text holds nothing but digits.
func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// code returns the code of the wijk whose area a feature is, and the property that it stands
// in, which is empty when there is none.
func (r *mapReader) code(f *feature, keys []string) (source.Text, string) {
	for _, key := range keys {
		raw, ok := f.Properties[key]
		if !ok {
			continue
		}
		value := codeOf(raw)
		if value == "" {
			continue
		}
		f.pos = r.valueOf(f, key, raw)
		return source.Text{Value: value, Pos: f.pos}, key
	}
	return source.Text{}, ""
}

// valueOf returns the place of the value that a property of a feature has, of a text within its
// quotes.
func (r *mapReader) valueOf(f *feature, key string, raw json.RawMessage) source.Pos {
	rest, from := r.file.Data[f.pos.Start:], 0
	if i := bytes.Index(rest, []byte(`"`+key+`"`)); i >= 0 {
		from = i + len(key) + 2
	}
	i := bytes.Index(rest[from:], raw)
	if i < 0 {
		return f.pos
	}
	start := int(f.pos.Start) + from + i
	if raw[0] != '"' {
		return r.file.Pos(start, start+len(raw))
	}
	return r.file.Pos(start+1, start+len(raw)-1)
}

// name returns what the map calls the area whose code stands in a property. In a map of
// buurten, which names the wijk of each, that is the name beside the code.
func (f *feature) name(codeKey string) string {
	beside := strings.Replace(folded(codeKey), "code", "naam", 1)
	for _, want := range append([]string{beside}, areaNames...) {
		if name := f.text(want); name != "" {
			return name
		}
	}
	return ""
}

// isWater reports whether a feature is marked as water, as CBS and PDOK do: WATER: JA, in other
// years H2O, and B for water outside the dikes.
func (f *feature) isWater() bool {
	for _, name := range []string{"water", "h2o"} {
		if mark := strings.ToUpper(f.text(name)); mark == "JA" || mark == "B" {
			return true
		}
	}
	return false
}

// text returns the text of the property with a folded name; of two such properties that of
// the first in the alphabet.
func (f *feature) text(name string) string {
	text, of := "", ""
	for key, value := range f.Properties {
		if folded(key) != name || of != "" && of < key {
			continue
		}
		s, _ := textOf(value)
		text, of = strings.TrimSpace(s), key
	}
	return text
}
