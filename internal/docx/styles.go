package docx

import (
	"strconv"
	"strings"
)

// style is what a style of paragraphs or characters says, its ancestors included.
type style struct {
	level        int // of a heading; 0 for none
	isTitle      bool
	isContents   bool
	bold, italic *bool
	hidden       bool
	numbers      string // the id of a numbering
	depth        int    // in it, from 0
}

// headingNames are how the names of styles for headings begin, in lower case without spaces:
// Word stores "heading 1" in every language, other programs and converters do not.
var headingNames = []string{"heading", "kop", "überschrift", "titre", "rubrik", "otsikko"}

// readStyles returns the styles of a document, by id.
func readStyles(root *node) map[string]*style {
	byID := make(map[string]*node)
	if root != nil {
		for _, n := range root.children {
			if n.name == "w:style" {
				byID[n.attr("styleId")] = n
			}
		}
	}
	styles := make(map[string]*style)
	for id := range byID {
		s := &style{}
		for at, passed := id, 0; byID[at] != nil && passed < 20; passed++ {
			s.inherit(at, byID[at], passed == 0)
			at = byID[at].child("w:basedOn").attr("val")
		}
		styles[id] = s
	}
	return styles
}

// inherit adds what a style says to what those based on it say.
func (s *style) inherit(id string, n *node, own bool) {
	name := strings.ReplaceAll(strings.ToLower(n.child("w:name").attr("val")), " ", "")
	if s.level == 0 {
		s.level = headingLevel(name)
	}
	if s.level == 0 {
		s.level = headingLevel(strings.ToLower(id))
	}
	if outline := n.child("w:pPr", "w:outlineLvl"); s.level == 0 && outline != nil {
		s.level = levelOf(outline)
	}
	if own {
		s.isTitle = name == "title" || name == "titel"
		s.isContents = strings.HasPrefix(name, "toc") && name != "tocheading" || strings.HasPrefix(name, "inhopg") || strings.HasPrefix(name, "contents")
		if s.isContents || strings.HasPrefix(name, "tocheading") || strings.HasPrefix(name, "kopvaninhoudsopgave") {
			s.level, s.isContents = 0, true
		}
	}
	if s.isContents {
		s.level = 0
	}
	if b := n.child("w:rPr", "w:b"); s.bold == nil && b != nil {
		on := b.is()
		s.bold = &on
	}
	if i := n.child("w:rPr", "w:i"); s.italic == nil && i != nil {
		on := i.is()
		s.italic = &on
	}
	s.hidden = s.hidden || n.child("w:rPr", "w:vanish").is()
	if num := n.child("w:pPr", "w:numPr"); s.numbers == "" && num != nil {
		s.numbers = num.child("w:numId").attr("val")
		s.depth, _ = strconv.Atoi(num.child("w:ilvl").attr("val"))
	}
}

// headingLevel returns the level that the name of a style says; 0 for none.
func headingLevel(name string) int {
	for _, heading := range headingNames {
		if rest, ok := strings.CutPrefix(name, heading); ok {
			if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= 9 {
				return n
			}
		}
	}
	return 0
}

// levelOf returns the level of an outline, which counts from 0 and has 9 for text.
func levelOf(outline *node) int {
	n, err := strconv.Atoi(outline.attr("val"))
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}
