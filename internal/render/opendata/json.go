package opendata

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/escape"
)

// Tables are written in pieces: as many rows as make one, so that a large table is never
// in memory as a whole.
const (
	piece = 32 << 10
	room  = piece + 4<<10 // for a row that goes over
)

// writeJSON writes an array with an object a line.
func writeJSON(w io.Writer, t table) error {
	groups := groupsOf(t.columns)
	b := append(make([]byte, 0, room), '[')
	first := true
	for row := range t.rows {
		if !first {
			b = append(b, ',')
		}
		first = false
		b = appendGroups(append(b, '\n'), groups, row)
		if len(b) >= piece {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	if !first {
		b = append(b, '\n')
	}
	_, err := w.Write(append(b, "]\n"...))
	return err
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

// appendString appends a JSON string. A text of nothing but ASCII keeps its <, > and &;
// another has them escaped, as the published files always had.
func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return escape.JSONInHTML(b, s)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
