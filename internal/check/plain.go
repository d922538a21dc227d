package check

import (
	"html"
	"regexp"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// plainMarks are the marks of Markdown and HTML that people put in a text that is published as it
// is, such as a title or the text of a step.
var plainMarks = []struct {
	has  string // a text that every such mark has
	expr func() *regexp.Regexp
}{
	{"](", expression(`\[[^\[\]\r\n]+\]\((?:https?:|mailto:|tel:|\.\.?/|/|#)[^()\s]*\)`)},
	// What begins with asterisks is in quotes because a message asked for them.
	{"**", expression(`[^*]\*\*[^\s*](?:[^*\r\n]*[^\s*])?\*\*`)},
	{"<", expression(`(?i)</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>`)},
	{"&", expression(`&(?:amp|lt|gt|quot|apos|euro|[aeiouAEIOU](?:uml|acute|grave|circ)|ccedil|#\d{1,5});`)},
}

// markupOf returns the marks of Markdown and HTML in a text at a place that is published as it is,
// of every kind the first.
func markupOf(where source.Pos, text string) diag.List {
	var list diag.List
	in := textIn{where: where, text: text}
	for _, m := range plainMarks {
		if !strings.Contains(text, m.has) {
			continue
		}
		at := m.expr().FindStringIndex(text)
		if at == nil {
			continue
		}
		start := at[0]
		if m.has == "**" {
			start += strings.Index(text[at[0]:at[1]], m.has)
		}
		d := diag.At(in.place(start, at[1]), diag.MarkupInText, text[start:at[1]])
		if m.has == "&" {
			d = d.WithHint(diag.WriteAs, html.UnescapeString(text[start:at[1]]))
		}
		list = append(list, d)
	}
	return list
}
