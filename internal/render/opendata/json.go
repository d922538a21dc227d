package opendata

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/source"
)

// writeJSON writes an array with an object a line.
func writeJSON(w io.Writer, t table) error {
	j := &jsonCells{pieces: newPieces(w), columns: jsonColumns(t.columns)}
	j.b = append(j.b, '[')
	if err := t.rows(row{j}); err != nil {
		return err
	}
	if j.rows > 0 {
		j.b = append(j.b, '\n')
	}
	j.b = append(j.b, "]\n"...)
	return j.flush()
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

// jsonColumn is what stands around the cells of a column.
type jsonColumn struct {
	mapping     string // the key of the mapping that begins with it: ,"bron":
	key         string // its own: ,"url": or {"titel":
	first, last bool   // of a mapping
}

func jsonColumns(names []string) []jsonColumn {
	columns := make([]jsonColumn, 0, len(names))
	for _, g := range groupsOf(names) {
		before := ","
		if g.at == 0 {
			before = ""
		}
		key := before + string(appendString(nil, g.key)) + ":"
		if g.keys == nil {
			columns = append(columns, jsonColumn{key: key})
			continue
		}
		for i, inner := range g.keys {
			c := jsonColumn{key: "," + string(appendString(nil, inner)) + ":", last: i == len(g.keys)-1}
			if i == 0 {
				c.first, c.mapping, c.key = true, key, "{"+c.key[1:]
			}
			columns = append(columns, c)
		}
	}
	return columns
}

// jsonCells is a table that is being written as JSON.
type jsonCells struct {
	pieces
	columns []jsonColumn
	rows    int
	column  int  // of the next cell
	mapping int  // where the mapping that is being written begins
	written bool // something in that mapping was
	inList  int  // how many items the list has
	start   int  // of the text that is being put together
}

func (j *jsonCells) begin() {
	if j.rows > 0 {
		j.b = append(j.b, ',')
	}
	j.b = append(j.b, "\n{"...)
	j.rows++
	j.column = 0
}

func (j *jsonCells) end() error {
	j.b = append(j.b, '}')
	return j.settle()
}

// next begins a cell.
func (j *jsonCells) next() {
	c := &j.columns[j.column]
	if c.first {
		j.b = append(j.b, c.mapping...)
		j.mapping, j.written = len(j.b), false
	}
	j.b = append(j.b, c.key...)
}

// done ends a cell. A mapping of which nothing was written is null.
func (j *jsonCells) done(written bool) {
	j.written = j.written || written
	if j.columns[j.column].last {
		if j.written {
			j.b = append(j.b, '}')
		} else {
			j.b = append(j.b[:j.mapping], "null"...)
		}
	}
	j.column++
}

func (j *jsonCells) none() {
	j.next()
	j.b = append(j.b, "null"...)
	j.done(false)
}

func (j *jsonCells) text(s string) {
	j.next()
	j.b = appendString(j.b, s)
	j.done(true)
}

func (j *jsonCells) number(n int) {
	j.next()
	j.b = strconv.AppendInt(j.b, int64(n), 10)
	j.done(true)
}

func (j *jsonCells) truth(v bool) {
	j.next()
	j.b = strconv.AppendBool(j.b, v)
	j.done(true)
}

func (j *jsonCells) pair(a, b float64) {
	j.next()
	j.b = strconv.AppendFloat(append(j.b, '['), a, 'f', -1, 64)
	j.b = strconv.AppendFloat(append(j.b, ','), b, 'f', -1, 64)
	j.b = append(j.b, ']')
	j.done(true)
}

func (j *jsonCells) buurten(list []*city.Buurt) {
	j.next()
	j.b = appendList(j.b, list, appendBuurt)
	j.done(true)
}

func appendBuurt(b []byte, of *city.Buurt) []byte {
	b = appendString(append(b, `{"id":`...), of.ID.Value)
	b = appendText(append(b, `,"naam":`...), of.Name)
	b = appendText(append(b, `,"code":`...), of.Code)
	return append(b, '}')
}

func (j *jsonCells) open() {
	j.next()
	j.b, j.inList = append(j.b, '['), 0
}

func (j *jsonCells) item(s string) {
	if j.inList > 0 {
		j.b = append(j.b, ',')
	}
	j.b = appendString(j.b, s)
	j.inList++
}

func (j *jsonCells) close() {
	j.b = append(j.b, ']')
	j.done(true)
}

func (j *jsonCells) compose() []byte {
	j.next()
	j.start = len(j.b) + 1
	return append(j.b, '"')
}

func (j *jsonCells) composed(b []byte) {
	if text := b[j.start:]; plainInJSON(text) {
		j.b = append(b, '"')
	} else {
		j.b = appendString(b[:j.start-1], string(text))
	}
	j.done(true)
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
	if !plainInJSON(s) {
		return escape.JSONInHTML(b, s)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// plainInJSON tells whether a text is of ASCII that needs no escaping.
func plainInJSON[T string | []byte](s T) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendText appends what was written as a JSON string, null when nothing was.
func appendText(b []byte, t source.Text) []byte {
	if t.IsZero() {
		return append(b, "null"...)
	}
	return appendString(b, t.Value)
}
