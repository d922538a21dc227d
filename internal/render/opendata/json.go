package opendata

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// writeJSON writes an array with an object a line.
func writeJSON(w io.Writer, t table) error {
	out := bufio.NewWriter(w)
	groups := groupsOf(t.columns)
	out.WriteByte('[')
	first := true
	var line []byte
	for row := range t.rows {
		line = line[:0]
		if !first {
			line = append(line, ',')
		}
		first = false
		line = append(line, '\n')
		line = appendGroups(line, groups, row)
		out.Write(line)
	}
	if !first {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	return out.Flush()
}

// group is a key of an object: one column, or several that make up a mapping.
type group struct {
	key    string
	keys   []string // of the mapping; nil for a single column
	at, to int      // the columns
}

// groupsOf returns the keys of the objects that columns make. The columns of a
// mapping stand beside each other.
func groupsOf(columns []string) []group {
	var groups []group
	for i, c := range columns {
		key, rest, nested := strings.Cut(c, ".")
		if n := len(groups); nested && n > 0 && groups[n-1].key == key {
			groups[n-1].keys = append(groups[n-1].keys, rest)
			groups[n-1].to = i + 1
			continue
		}
		g := group{key: key, at: i, to: i + 1}
		if nested {
			g.keys = []string{rest}
		}
		groups = append(groups, g)
	}
	return groups
}

func appendGroups(b []byte, groups []group, row []any) []byte {
	b = append(b, '{')
	for i, g := range groups {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, g.key)
		b = append(b, ':')
		if g.keys == nil {
			b = appendValue(b, row[g.at])
		} else {
			b = appendObject(b, g.keys, row[g.at:g.to])
		}
	}
	return append(b, '}')
}

// appendObject appends a mapping, null when nothing of it was written.
func appendObject(b []byte, keys []string, values []any) []byte {
	written := false
	for _, v := range values {
		written = written || v != nil
	}
	if !written {
		return append(b, "null"...)
	}
	b = append(b, '{')
	for i, key := range keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, key)
		b = append(b, ':')
		b = appendValue(b, values[i])
	}
	return append(b, '}')
}

func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case bool:
		return strconv.AppendBool(b, v)
	case []string:
		return appendList(b, v, appendString)
	case []float64:
		return appendList(b, v, func(b []byte, f float64) []byte { return strconv.AppendFloat(b, f, 'f', -1, 64) })
	case objects:
		return appendList(b, v, func(b []byte, o object) []byte { return appendObject(b, o.keys, o.values) })
	default:
		panic(fmt.Sprintf("opendata: a value of type %T", v)) // the tables of this package have no other
	}
}

func appendList[T any](b []byte, list []T, item func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, v)
	}
	return append(b, ']')
}

// appendString appends a JSON string. Plain text, nearly all there is, needs no
// encoder.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			quoted, _ := json.Marshal(s) // a string always can be
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
