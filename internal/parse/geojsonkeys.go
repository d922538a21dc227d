package parse

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"wijkvisie/internal/cbs"
	"wijkvisie/internal/source"
)

// Names of properties, folded, that hold the code of a wijk, as CBS, PDOK, Kadaster and
// municipalities have them: statcode, WK_CODE, wijkCode, cbsCode, gwb_code.
var codeNames = []string{"code", "statcode", "wijkcode", "wkcode", "cbscode", "gwbcode"}

// Names of properties, folded, that hold what an area is called.
var areaNames = []string{"naam", "statnaam", "wijknaam", "wknaam"}

// codeKeys returns the properties to find the code of a wijk in, the best first: those whose
// values have the form of such a code, by how many do, and then those with a name for it.
// Beside the code of CBS many maps have a short one of their own, in whatever property.
func (r *mapReader) codeKeys() []string {
	count := make(map[string]int)
	for i := range r.features {
		for key, value := range r.features[i].Properties {
			if cbs.Wijk.IsCode(value) {
				count[key]++
			} else if slices.Contains(codeNames, cbs.Folded(key)) {
				count[key] += 0
			}
		}
	}
	rank := func(key string) int {
		if i := slices.Index(codeNames, cbs.Folded(key)); i >= 0 {
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

// code returns the code of the wijk whose area a feature is, and the property that it stands
// in, which is empty when there is none.
func (r *mapReader) code(f *feature, keys []string) (source.Text, string) {
	for _, key := range keys {
		raw, ok := f.Properties[key]
		if !ok {
			continue
		}
		value := cbs.Wijk.Code(raw)
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
	beside := strings.Replace(cbs.Folded(codeKey), "code", "naam", 1)
	for _, want := range append([]string{beside}, areaNames...) {
		if name := f.Properties.Text(want); name != "" {
			return name
		}
	}
	return ""
}
