package decode

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// JSON reads the JSON between start and end of f into a tree, nil when there is nothing.
// A key that is written twice is there twice.
func JSON(f *source.File, start, end int) (*tree.Node, diag.List) {
	if len(bytes.TrimSpace(f.Data[start:end])) == 0 {
		return nil, nil
	}
	r := NewJSONReader(f, start, end)
	r.UseNumber()
	n, err := r.value(0)
	if err == nil {
		err = r.Close()
	}
	if err != nil {
		return nil, diag.List{r.Problem(err)}
	}
	return n, nil
}

// JSONReader is a decoder of JSON that knows where in a file it is.
type JSONReader struct {
	*json.Decoder
	file  *source.File
	start int
	text  []byte
}

// NewJSONReader returns a reader of the JSON between start and end of f.
func NewJSONReader(f *source.File, start, end int) *JSONReader {
	text := f.Data[start:end]
	return &JSONReader{json.NewDecoder(bytes.NewReader(text)), f, start, text}
}

// What is wrong with JSON and no error to the decoder.
var (
	errTooDeep   = errors.New("too deep")
	errTextAfter = errors.New("text after the value")
)

// Offset returns the offset in the file of the token that is read next.
func (r *JSONReader) Offset() int { return r.start + r.place() }

// Next returns the first byte of the token that is read next, 0 at the end.
func (r *JSONReader) Next() byte {
	if at := r.place(); at < len(r.text) {
		return r.text[at]
	}
	return 0
}

// Close returns an error when something follows the value.
func (r *JSONReader) Close() error {
	if _, err := r.Token(); !errors.Is(err, io.EOF) {
		return errTextAfter
	}
	return nil
}

// place returns the offset in the text of the token that is read next.
func (r *JSONReader) place() int {
	i := int(r.InputOffset())
	for i < len(r.text) && (isSpace(r.text[i]) || r.text[i] == ',' || r.text[i] == ':') {
		i++
	}
	return i
}

func (r *JSONReader) value(depth int) (*tree.Node, error) {
	if depth > tree.MaxDepth {
		return nil, errTooDeep
	}
	start := r.place()
	token, err := r.Token()
	if err != nil {
		return nil, err
	}
	n := &tree.Node{Start: r.start + start}
	switch t := token.(type) {
	case json.Delim:
		n.Kind = tree.List
		if t == '{' {
			n.Kind = tree.Mapping
		}
		if err := r.children(n, depth); err != nil {
			return nil, err
		}
	case string:
		n.Kind, n.Form, n.Text = tree.Scalar, tree.Quoted, t
	case json.Number:
		n.Kind, n.Form, n.Text = tree.Scalar, tree.Number, t.String()
	case bool:
		n.Kind, n.Form, n.Text = tree.Scalar, tree.Boolean, string(r.text[start:r.InputOffset()])
	case nil:
		n.Kind = tree.Nothing
	}
	n.End = r.start + int(r.InputOffset())
	return n, nil
}

// children reads up to the closing bracket or brace. The keys of an object are tokens of
// their own.
func (r *JSONReader) children(n *tree.Node, depth int) error {
	for r.More() {
		c, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.Children = append(n.Children, c)
	}
	_, err := r.Token()
	return err
}

// Problem returns what an error of the decoder is about, in plain words.
func (r *JSONReader) Problem(err error) diag.Diagnostic {
	at := r.place()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooDeep):
		return diag.At(r.file.Pos(r.start+at, r.start+at), diag.TooIntricate)
	case errors.Is(err, errTextAfter):
		return diag.At(restOfLine(r.file, r.start+at), diag.SecondDocument)
	case errors.As(err, &syntax):
		at = min(max(int(syntax.Offset)-1, at), max(len(r.text)-1, 0))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return diag.At(r.file.Pos(r.start, r.start+1), diag.SyntaxBracket)
	}
	pos := restOfLine(r.file, r.start+at)
	noValue := func() bool {
		before := bytes.TrimSpace(r.text[:min(at, len(r.text))])
		return bytes.HasSuffix(before, []byte(":")) && bytes.IndexByte([]byte("},]"), r.text[at]) >= 0
	}
	mentions := func(parts ...string) bool { return containsAny(err.Error(), parts) }
	switch {
	case at < len(r.text) && r.text[at] == '\'':
		return diag.At(pos, diag.SyntaxUnquoted)
	case mentions("in string literal"):
		return diag.At(pos, diag.SyntaxQuote).WithHint(diag.CloseQuote, `"`)
	case mentions("in string escape"):
		return diag.At(pos, diag.SyntaxEscape)
	case mentions("after object key:value pair", "after array element", "after object value"):
		return diag.At(pos, diag.SyntaxComma)
	case mentions("after object key"):
		return diag.At(pos, diag.SyntaxColonMissing)
	case mentions("looking for beginning of value") && noValue():
		return diag.At(pos, diag.SyntaxNoValue)
	case at < len(r.text) && (r.text[at] == '}' || r.text[at] == ']'):
		return diag.At(pos, diag.SyntaxCommaTooMany)
	case mentions("beginning of object key"):
		return diag.At(pos, diag.SyntaxUnquotedKey)
	case mentions("looking for beginning of value", "in literal", "in numeric literal"):
		return diag.At(pos, diag.SyntaxUnquoted)
	}
	return diag.At(pos, diag.SyntaxError, err.Error())
}

// containsAny reports whether a text contains one of some others.
func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// JSONText returns a value as JSON has it, given as YAML: numbers stay, other texts are put between
// quotes.
func JSONText(s string) string {
	return textIn(s, func(key string) string { return Quote(key) + ": " })
}

// textIn returns a value, given as YAML, in a language in which begin returns the beginning of an
// entry.
func textIn(s string, begin func(key string) string) string {
	f := source.NewFile("", []byte("x: "+s+"\n"))
	root, problems := AnyYAML(f, 0, len(f.Data))
	if root == nil || len(problems) > 0 || root.Kind != tree.Mapping {
		return Quote(s)
	}
	return nodeIn(root.Children[1], begin)
}

func nodeIn(n *tree.Node, begin func(key string) string) string {
	var parts []string
	switch n.Kind {
	case tree.List:
		for _, item := range n.Children {
			parts = append(parts, nodeIn(item, begin))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case tree.Mapping:
		for i := 0; i+1 < len(n.Children); i += 2 {
			parts = append(parts, begin(n.Children[i].Text)+nodeIn(n.Children[i+1], begin))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	if n.Form == tree.Plain && json.Valid([]byte(n.Text)) {
		return n.Text
	}
	return Quote(n.Text)
}
