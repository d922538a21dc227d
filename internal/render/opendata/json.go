package opendata

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
)

// writeJSON writes an array with an object on each line.
func writeJSON(w io.Writer, t table) error {
	out := bufio.NewWriter(w)
	groups := groupsOf(t.fields)
	out.WriteByte('[')
	var line []byte
	for values := range t.rows {
		if line != nil {
			out.WriteByte(',')
		}
		line = appendObject(append(line[:0], '\n'), groups, values)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if line != nil {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	return out.Flush()
}

// group is a key of the objects of a table: of one column, or of a mapping of several.
type group struct {
	key    string
	keys   []string // of the mapping; nil for one column
	fields []field
	first  int // the index of the first of those
}

// groupsOf returns the keys of the objects of a table. The columns of a mapping follow each
// other.
func groupsOf(fields []field) []group {
	var groups []group
	for i, f := range fields {
		key, inner, nested := strings.Cut(f.name, ".")
		if n := len(groups); !nested || n == 0 || groups[n-1].key != key {
			groups = append(groups, group{key: key, first: i})
		}
		g := &groups[len(groups)-1]
		g.fields = fields[g.first : i+1]
		if nested {
			g.keys = append(g.keys, inner)
		}
	}
	return groups
}

func appendObject(b []byte, groups []group, values []any) []byte {
	b = append(b, '{')
	for i, g := range groups {
		b = appendKey(b, i, g.key)
		if g.keys == nil {
			b = appendValue(b, values[g.first])
		} else {
			b = appendMapping(b, g.keys, values[g.first:][:len(g.keys)])
		}
	}
	return append(b, '}')
}

// appendMapping appends an object, or null when none of its values is known.
func appendMapping(b []byte, keys []string, values []any) []byte {
	if !slices.ContainsFunc(values, func(v any) bool { return v != nil }) {
		return append(b, "null"...)
	}
	b = append(b, '{')
	for i, key := range keys {
		b = appendValue(appendKey(b, i, key), values[i])
	}
	return append(b, '}')
}

// appendKey appends the key of a member of an object, which has some members before it. Keys
// need no escapes.
func appendKey(b []byte, before int, key string) []byte {
	if before > 0 {
		b = append(b, ',')
	}
	return append(append(append(b, '"'), key...), `":`...)
}

func appendValue(b []byte, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case bool:
		return strconv.AppendBool(b, v)
	case [2]float64:
		return fmt.Appendf(b, "[%s,%s]", decimal(v[0]), decimal(v[1]))
	case []string:
		return appendList(b, v, appendString)
	case []*city.Buurt:
		return appendList(b, v, func(b []byte, of *city.Buurt) []byte {
			return appendMapping(b, []string{"id", "naam", "code"}, []any{of.ID.Value, known(of.Name.Value), known(of.Code.Value)})
		})
	case []*city.Advice:
		return appendList(b, v, func(b []byte, of *city.Advice) []byte {
			return appendMapping(b, adviceKeys(), []any{of.Date.String(), known(of.By.Value), known(of.Text.Value), known(of.URL.Value), known(of.Reply.Value)})
		})
	default:
		panic(fmt.Sprintf("a column of open data holds a %T", value))
	}
}

// adviceKeys returns the keys of an advice, as in content.
func adviceKeys() []string { return []string{"datum", "van", "tekst", "url", "antwoord"} }

func appendList[T any](b []byte, list []T, appendItem func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendItem(b, v)
	}
	return append(b, ']')
}

// appendString appends a JSON string. In a text of ASCII that needs no escapes, <, > and &
// stay as they are; in any other they are escaped, as published files always had them.
func appendString(b []byte, s string) []byte {
	if !isPlainASCII(s) {
		return escape.JSONInHTML(b, s)
	}
	return append(append(append(b, '"'), s...), '"')
}

// isPlainASCII reports whether a text is ASCII that JSON strings need no escapes for.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
