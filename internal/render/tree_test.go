package render_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// node is an element as it is written: a browser's repairs would hide mistakes.
type node struct {
	tag      string
	attr     map[string]string
	parent   *node
	children []*node
	text     string // directly in the element
}

// readTree reads a page of which every element that has an end is closed, in
// order. What is not so is reported.
func readTree(t *testing.T, url, page string) *node {
	t.Helper()
	root := &node{}
	at := root
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || at != root {
				t.Errorf("%s: ends within <%s>: %v", url, at.tag, z.Err())
			}
			return root
		case html.TextToken:
			at.text += string(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			n := &node{tag: token.Data, attr: make(map[string]string), parent: at}
			for _, a := range token.Attr {
				if _, twice := n.attr[a.Key]; twice {
					t.Errorf("%s: <%s> has %s twice", url, n.tag, a.Key)
				}
				n.attr[a.Key] = a.Val
			}
			at.children = append(at.children, n)
			if !isVoid(n.tag) && token.Type == html.StartTagToken {
				at = n
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) != at.tag {
				t.Fatalf("%s: </%s> closes <%s>", url, name, at.tag)
			}
			at = at.parent
		}
	}
}

func isVoid(tag string) bool {
	return slices.Contains([]string{"meta", "link", "br", "hr", "img", "input", "wbr"}, tag)
}

// walk calls f for every element.
func (n *node) walk(f func(*node)) {
	for _, c := range n.children {
		f(c)
		c.walk(f)
	}
}

// all returns every element with a tag.
func (n *node) all(tag string) []*node {
	var list []*node
	n.walk(func(c *node) {
		if c.tag == tag {
			list = append(list, c)
		}
	})
	return list
}

// words returns the text of the element and all in it, spaces made one.
func (n *node) words() string {
	text := n.text
	for _, c := range n.children {
		if c.tag == "script" {
			continue // nobody reads it
		}
		text += " " + c.words()
	}
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}

func (n *node) inside(tag string) bool {
	for p := n.parent; p != nil; p = p.parent {
		if p.tag == tag {
			return true
		}
	}
	return false
}

func (n *node) String() string {
	if id := n.attr["id"]; id != "" {
		return fmt.Sprintf("<%s id=%s>", n.tag, id)
	}
	return fmt.Sprintf("<%s class=%q>", n.tag, n.attr["class"])
}
