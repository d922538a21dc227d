package docx

import (
	"strconv"
	"strings"
)

// numbering is a list format: what is written before the items at each depth.
type numbering struct {
	abstract string // lists of one abstract format go on counting together
	levels   [9]numberLevel
}

type numberLevel struct {
	format string // decimal, bullet, lowerLetter …; empty when it is not described
	text   string // "%1.", "Doel %1:"
	start  int
	legal  bool // the numbers of all levels in digits
}

// readNumbering returns the list formats of a document, by id.
func readNumbering(root *node) map[string]*numbering {
	all := make(map[string]*numbering)
	if root == nil {
		return all
	}
	abstract := make(map[string]*node)
	for _, n := range root.children {
		if n.name == "w:abstractNum" {
			abstract[n.attr("abstractNumId")] = n
		}
	}
	for _, n := range root.children {
		if n.name != "w:num" {
			continue
		}
		id := n.child("w:abstractNumId").attr("val")
		list := &numbering{abstract: id}
		if a := abstract[id]; a != nil {
			list.read(a)
		}
		for _, o := range n.children {
			if o.name != "w:lvlOverride" {
				continue
			}
			list.read(o)
			at, err := strconv.Atoi(o.attr("ilvl"))
			if start := o.child("w:startOverride"); start != nil && err == nil && at >= 0 && at < 9 {
				list.levels[at].start, _ = strconv.Atoi(start.attr("val"))
				list.abstract = "num" + n.attr("numId") // it counts anew
			}
		}
		all[n.attr("numId")] = list
	}
	return all
}

func (l *numbering) read(from *node) {
	for _, n := range from.children {
		at, err := strconv.Atoi(n.attr("ilvl"))
		if n.name != "w:lvl" || err != nil || at < 0 || at >= len(l.levels) {
			continue
		}
		level := numberLevel{format: n.child("w:numFmt").attr("val"), text: n.child("w:lvlText").attr("val"), start: 1, legal: n.child("w:isLgl").is()}
		if level.format == "" {
			level.format = "decimal"
		}
		if start, err := strconv.Atoi(n.child("w:start").attr("val")); err == nil {
			level.start = start
		}
		l.levels[at] = level
	}
}

// counters are how far the lists of a document have counted, by their abstract format.
type counters map[string]*[9]int

// label returns what Word writes before the next paragraph of a list at a depth, empty for
// nothing.
func (c counters) label(l *numbering, depth int) string {
	if l == nil || depth < 0 || depth >= len(l.levels) || l.levels[depth].format == "" {
		return ""
	}
	level := l.levels[depth]
	if level.format == "bullet" {
		return "•"
	}
	at := c[l.abstract]
	if at == nil {
		at = new([9]int)
		for i := range at {
			at[i] = l.levels[i].start - 1
		}
		c[l.abstract] = at
	}
	for i := range depth {
		if at[i] == l.levels[i].start-1 {
			at[i]++
		}
	}
	at[depth]++
	for i := depth + 1; i < len(at); i++ {
		at[i] = l.levels[i].start - 1
	}
	if level.format == "none" {
		return strings.TrimSpace(level.text)
	}
	text := level.text
	for i := 0; i <= depth; i++ {
		format := l.levels[i].format
		if level.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(at[i], format))
	}
	return strings.TrimSpace(text)
}

// numeral returns a number in a format of Word.
func numeral(n int, format string) string {
	switch format {
	case "lowerLetter", "upperLetter":
		if n < 1 || n > 26*20 {
			return strconv.Itoa(n)
		}
		s := strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1) // a … z, aa, bb
		if format == "upperLetter" {
			s = strings.ToUpper(s)
		}
		return s
	case "lowerRoman", "upperRoman":
		s := roman(n)
		if format == "upperRoman" {
			s = strings.ToUpper(s)
		}
		return s
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}
