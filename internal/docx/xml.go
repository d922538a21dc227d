package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of XML.
const (
	maxNodes = 4_000_000
	maxDepth = 400 // tables within tables take three levels each
)

// node is an element, or a text when it has no name.
type node struct {
	name     string // with the prefix by which everybody knows its namespace: w:p
	attrs    []xml.Attr
	text     string
	children []*node
}

// prefixes are those of namespaces, by how their address ends: those of ISO 29500 Strict
// begin otherwise.
var prefixes = []struct{ end, prefix string }{
	{"wordprocessingml/2006/main", "w:"},
	{"ooxml/wordprocessingml/main", "w:"},
	{"markup-compatibility/2006", "mc:"},
	{"drawingml/2006/main", "a:"},
	{"ooxml/drawingml/main", "a:"},
	{"drawingml/2006/wordprocessingDrawing", "wp:"},
	{"ooxml/drawingml/wordprocessingDrawing", "wp:"},
	{"drawingml/2006/picture", "pic:"},
	{"ooxml/drawingml/picture", "pic:"},
	{"schemas-microsoft-com:vml", "v:"},
	{"schemas-microsoft-com:office:office", "o:"},
	{"officeDocument/2006/math", "m:"},
	{"ooxml/officeDocument/math", "m:"},
}

func qualified(n xml.Name) string {
	for _, p := range prefixes {
		if strings.HasSuffix(n.Space, p.end) {
			return p.prefix + n.Local
		}
	}
	return n.Local
}

// parseXML reads a part. Entities that a document declares are an error, as Word has none.
func parseXML(name string, data []byte) (*node, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("characters in %s", charset)
	}
	root := &node{}
	open := []*node{root}
	count := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &Error{Damaged, name + ": " + err.Error()}
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxNodes || len(open) > maxDepth {
				return nil, &Error{TooLarge, name + ": too many elements, or too deep"}
			}
			n := &node{name: qualified(t.Name), attrs: append([]xml.Attr(nil), t.Attr...)}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 || top.name == "w:t" || top.name == "w:delText" {
				top.children = append(top.children, &node{text: string(t)})
			}
		}
	}
	if len(root.children) == 0 || root.children[0].name == "" {
		return nil, &Error{Damaged, name + ": no element"}
	}
	return root.children[0], nil
}

// attr returns the value of an attribute by its local name, empty when it is not there.
func (n *node) attr(local string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// child returns the first child with a name; nil when there is none. Names one behind the
// other go down.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var next *node
		for _, c := range n.children {
			if c.name == name {
				next = c
				break
			}
		}
		n = next
	}
	return n
}

// find returns the first element with a name within n; nil when there is none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// is reports whether an element that switches something on does so: <w:b/>, <w:b w:val="1"/>.
func (n *node) is() bool {
	if n == nil {
		return false
	}
	switch n.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// words returns all text within an element, that of each paragraph on a line.
func (n *node) words() string {
	var b strings.Builder
	n.writeWords(&b)
	return strings.TrimSpace(b.String())
}

func (n *node) writeWords(b *strings.Builder) {
	if n == nil {
		return
	}
	switch n.name {
	case "w:t", "w:delText", "a:t", "m:t", "c:v", "v", "t":
		for _, c := range n.children {
			b.WriteString(c.text)
		}
		return
	case "w:tab", "w:br", "w:cr", "a:br":
		b.WriteByte(' ')
	case "w:noBreakHyphen":
		b.WriteByte('-')
	case "w:instrText", "w:pPr", "w:rPr":
		return
	}
	for _, c := range n.children {
		if c.name == "mc:Fallback" && n.child("mc:Choice") != nil {
			continue // the same again
		}
		c.writeWords(b)
	}
	if (n.name == "w:p" || n.name == "a:p") && b.Len() > 0 {
		b.WriteByte('\n')
	}
}
