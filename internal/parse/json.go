package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// decodeJSON reads the JSON between start and end of f into a tree, nil when
// there is nothing. A key that is written twice is there twice.
func decodeJSON(f *source.File, start, end int, room *nodes) (*node, diag.List) {
	text := f.Data[start:end]
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, nil
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	r := &jsonReader{nodes: room, decoder: d, base: start, text: text}
	n, err := r.value(0)
	if err == nil {
		err = r.end()
	}
	if err != nil {
		return nil, diag.List{jsonProblem(f, start, text, r, err)}
	}
	return n, nil
}

type jsonReader struct {
	decoder *json.Decoder
	base    int
	text    []byte
	nodes   *nodes
}

// What is wrong with JSON that the decoder itself takes no offence at.
var (
	errTooDeep    = errors.New("too deep")
	errTextBehind = errors.New("text after the value")
)

// place returns the offset of what the decoder reads next.
func (r *jsonReader) place() int {
	i := int(r.decoder.InputOffset())
	for i < len(r.text) && (isSpace(r.text[i]) || r.text[i] == ',' || r.text[i] == ':') {
		i++
	}
	return i
}

func (r *jsonReader) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errTooDeep
	}
	start := r.place()
	token, err := r.decoder.Token()
	if err != nil {
		return nil, err
	}
	n := r.nodes.make(node{start: r.base + start})
	switch t := token.(type) {
	case json.Delim:
		n.kind = list
		if t == '{' {
			n.kind = mapping
		}
		if err := r.children(n, depth); err != nil {
			return nil, err
		}
	case string:
		n.kind, n.form, n.text = scalar, quoted, t
	case json.Number:
		n.kind, n.form, n.text = scalar, number, t.String()
	case bool:
		n.kind, n.form, n.text = scalar, boolean, string(r.text[start:r.decoder.InputOffset()])
	case nil:
		n.kind = nothing
	}
	n.end = r.base + int(r.decoder.InputOffset())
	return n, nil
}

// children reads up to the closing bracket or brace.
func (r *jsonReader) children(n *node, depth int) error {
	for r.decoder.More() {
		c, err := r.value(depth + 1) // of an object also its keys, which are tokens of their own
		if err != nil {
			return err
		}
		n.children = append(n.children, c)
	}
	_, err := r.decoder.Token()
	return err
}

// end tells whether nothing follows the value.
func (r *jsonReader) end() error {
	_, err := r.decoder.Token()
	if errors.Is(err, io.EOF) {
		return nil
	}
	return errTextBehind
}
