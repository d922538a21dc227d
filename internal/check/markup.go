package check

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// slip is a way of writing Markdown that does not become what it was meant to be: its marks
// stay visible.
type slip struct {
	has  string // a text that every such slip has, so that most bodies need not be searched
	expr func() *regexp.Regexp
	// better returns how to write it, from the expression's groups; nil when only the author
	// can tell.
	better  func(m []string) string
	message diag.Message
}

var slips = []slip{
	{"] (", expression(`\[([^\]\r\n]+)\] \(((?:https?:|mailto:|tel:|\.\./|/)[^()\r\n]*)\)`),
		func(m []string) string { return "[" + m[1] + "](" + m[2] + ")" }, diag.MarkupLink},
	{")[", expression(`\(([^()\r\n]+)\)\[((?:https?:|mailto:|tel:|\.\./|/)[^\]\r\n]*)\]`),
		func(m []string) string { return "[" + m[1] + "](" + m[2] + ")" }, diag.MarkupLink},
	{"](", expression(`\[([^\]\r\n]+)\]\((tel:[^()\r\n]* [^()\r\n]*)\)`),
		func(m []string) string { return "[" + m[1] + "](" + strings.ReplaceAll(m[2], " ", "") + ")" }, diag.MarkupLink},
	{"](", expression(`\[([^\]\r\n]+)\]\(((?:mailto:|https?:)[^()\r\n"]* [^()\r\n"]*)\)`),
		func(m []string) string {
			return "[" + m[1] + "](" + strings.ReplaceAll(strings.TrimSpace(m[2]), " ", "%20") + ")"
		}, diag.MarkupLink},
	{"](", expression(`(?m)\[([^\]\r\n]+)\]\(((?:https?:|mailto:|tel:|\.\./)[^()\s]*)[ \t]*\r?$`),
		func(m []string) string { return "[" + m[1] + "](" + m[2] + ")" }, diag.MarkupLink},
	{"][", expression(`\[[^\]\r\n]+\]\[[^\]\r\n]+\]`), nil, diag.MarkupReference},
	{"[^", expression(`\[\^[^\]\s]+\]`), nil, diag.MarkupNote},
	{"##", expression(`(?m)^ {0,3}(#{2,6})([^\s#][^\r\n]*)`),
		func(m []string) string { return m[1] + " " + strings.TrimSpace(m[2]) }, diag.MarkupHeading},
	{"{", expression(`\{[ \t]*#[^}\r\n]*\}`), nil, diag.MarkupID},
	{"**", expression(`\*\*[^*\r\n]+\*\*`), nil, diag.MarkupBold},
	{"**", expression(`(?m)(?:^|[ \t])\*\*[^\s*][^*\r\n]*\r?$`), nil, diag.MarkupUnclosed},
	{"__", expression(`__[^_\r\n]+__`), nil, diag.MarkupBold},
	{"==", expression(`==([^\s=](?:[^=\r\n]*[^\s=])?)==`), func(m []string) string { return "**" + m[1] + "**" }, diag.MarkupBold},
	{"[[", expression(`!?\[\[[^\[\]\r\n]+\]\]`), nil, diag.MarkupForeign},
	{"[!", expression(`\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]`), nil, diag.MarkupForeign},
	{"[TOC]", expression(`\[TOC\]`), nil, diag.MarkupForeign},
	{":::", expression(`(?m)^ {0,3}:{3,}[^\r\n]*`), nil, diag.MarkupForeign},
	{"{{", expression(`\{\{[^{}\r\n]+\}\}`), nil, diag.MarkupForeign},
	{"{%", expression(`\{%[^{}\r\n]+%\}`), nil, diag.MarkupForeign},
	{"{", expression(`\{(?::?[ \t]*\.[A-Za-z][^{}\r\n]*|[a-z-]+=[^{}\r\n]*)\}`), nil, diag.MarkupForeign},
	{"•", expression(`(?m)^[ \t]*•[ \t]*([^\r\n]+)`), func(m []string) string { return "- " + strings.TrimSpace(m[1]) }, diag.MarkupList},
	{"·", expression(`(?m)^[ \t]*·[ \t]+([^\r\n]+)`), func(m []string) string { return "- " + strings.TrimSpace(m[1]) }, diag.MarkupList},
	{"–", expression(`(?m)^[ \t]*–[ \t]+([^–\r\n]+)\r?$`), func(m []string) string { return "- " + strings.TrimSpace(m[1]) }, diag.MarkupList},
	{"agina ", pageFoot, nil, diag.PageFoot},
	{"AGINA ", pageFoot, nil, diag.PageFoot},
	{"lz. ", pageFoot, nil, diag.PageFoot},
	{"Pag. ", pageFoot, nil, diag.PageFoot},
	{"ladzijde ", pageFoot, nil, diag.PageFoot},
	{"Page ", pageFoot, nil, diag.PageFoot},
}

// pageFoot matches a line with the number of a page of a printed document, and the title beside it.
var pageFoot = expression(`(?mi)^ {0,3}(?:[^\r\n]{1,100}[ \t][|·•][ \t]+)?(?:pagina|pag\.|page|blz\.|bladzijde)[ \t]+\d{1,4}[ \t]*(?:van|of|/)[ \t]*\d{1,4}(?:[ \t]+[|·•][^\r\n]{1,100})?[ \t]*\r?$`)

// visibleMarkup returns the marks of Markdown in a body that are shown as they are written.
func visibleMarkup(r *city.Record) diag.List {
	raw := r.Body.Pos.Bytes()
	var list diag.List
	shown := ""
	for _, s := range slips {
		if !bytes.Contains(raw, []byte(s.has)) || !markdown.Mentions(r.Body, s.has) {
			continue // such as {#id} behind a heading
		}
		if shown == "" {
			shown = spaced(markdown.TextWithoutCode(r.Body))
		}
		if !strings.Contains(shown, s.has) {
			continue // it became markup, or is code
		}
		for _, at := range s.expr().FindAllSubmatchIndex(raw, mostMatches(raw)) {
			written := strings.TrimSpace(string(raw[at[0]:at[1]]))
			if !strings.Contains(shown, spaced(written)) || inCode(raw, at[0]) {
				continue
			}
			start := r.Body.Pos.Start + at[0] + bytes.Index(raw[at[0]:at[1]], []byte(written[:1]))
			pos := r.File.Pos(start, start+len(written))
			if overlaps(list, pos) || s.message == diag.MarkupNote && names(list, written) {
				continue // also the note itself, which lacks its colon
			}
			d := diag.At(pos, s.message, written)
			if s.better != nil {
				d = d.WithHint(diag.WriteAs, s.better(groups(raw, at)))
			}
			list = append(list, d)
		}
	}
	if bytes.IndexByte(raw, '|') >= 0 && markdown.Mentions(r.Body, "|") {
		if shown == "" {
			shown = spaced(markdown.TextWithoutCode(r.Body))
		}
		list = append(list, visibleTables(r, shown)...)
	}
	return append(list, visibleIDs(r)...)
}

// tableRows matches lines that begin and end with a stroke, as the rows of a table do.
var tableRows = expression(`(?m)^ {0,3}\|[^\r\n]*\|[ \t]*\r?(?:\n {0,3}\|[^\r\n]*\|[ \t]*\r?)*$`)

// visibleTables returns the tables in a body that did not become one, given the text that is
// shown: the line of dashes below the first row is not there, or has other columns than that.
func visibleTables(r *city.Record, shown string) diag.List {
	raw := r.Body.Pos.Bytes()
	var list diag.List
	for _, at := range tableRows().FindAllIndex(raw, mostMatches(raw)) {
		first, rest, _ := strings.Cut(string(raw[at[0]:at[1]]), "\n")
		written := strings.TrimSpace(first)
		if !strings.Contains(shown, spaced(written)) || inCode(raw, at[0]) {
			continue
		}
		start := r.Body.Pos.Start + at[0] + strings.Index(first, written)
		columns := strings.Count(strings.ReplaceAll(written, `\|`, ""), "|") - 1
		dashes := strings.Repeat("|---", columns) + "|"
		second, _, _ := strings.Cut(rest, "\n")
		if line := strings.TrimSpace(second); strings.Contains(line, "-") && strings.Trim(line, "|-: ") == "" {
			start = r.Body.Pos.Start + at[0] + len(first) + 1 + strings.Index(second, line)
			list = append(list, diag.At(r.File.Pos(start, start+len(line)), diag.MarkupTable, written).WithHint(diag.WriteAs, dashes))
			continue
		}
		list = append(list, diag.At(r.File.Pos(start, start+len(written)), diag.MarkupTable, written).WithHint(diag.InsertDashes, dashes))
	}
	return list
}

// idBehind matches what looks like the id of a heading behind its text.
var idBehind = expression(`[ \t]*(?:\{([a-z0-9]+(?:-[a-z0-9]+)*)\}|[(\[]#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[)\]])[ \t]*$`)

// visibleIDs returns the ids of headings that lack their # or have other brackets than { and }.
func visibleIDs(r *city.Record) diag.List {
	var list diag.List
	for _, h := range r.Body.Headings {
		if h.Explicit || h.Text == "" || !strings.ContainsAny(h.Text[len(h.Text)-1:], "})]") {
			continue
		}
		written := string(h.Pos.Bytes())
		at := idBehind().FindStringSubmatchIndex(written)
		if at == nil || at[0] == 0 {
			continue
		}
		parts := idBehind().FindStringSubmatch(written)
		pos := r.File.Pos(h.Pos.Start+at[0], h.Pos.Start+at[1])
		better := strings.TrimSpace(written[:at[0]]) + " {#" + parts[1] + parts[2] + "}"
		list = append(list, diag.At(pos, diag.MarkupID, strings.TrimSpace(parts[0])).WithHint(diag.WriteAs, better))
	}
	return list
}

// mostMatches returns how many places of a body are looked at for one rule. Each takes time in
// proportion to the body, so that of a body of many megabytes there are few.
func mostMatches(raw []byte) int { return min(1000, max(10, 1<<26/max(1, len(raw)))) }

// inCode reports whether a place in a body is in code: between backticks on its line, or in a
// block between fences.
func inCode(raw []byte, at int) bool {
	fenced, start := false, 0
	for {
		end := start + bytes.IndexByte(raw[start:], '\n')
		if end < start || end >= at {
			break
		}
		if isFence(raw[start:end]) {
			fenced = !fenced
		}
		start = end + 1
	}
	return fenced || bytes.Count(raw[start:max(start, at)], []byte{'`'})%2 == 1
}

// isFence reports whether a line begins or ends a block of code.
func isFence(line []byte) bool {
	line = bytes.TrimLeft(line, " ")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

func groups(raw []byte, at []int) []string {
	m := make([]string, len(at)/2)
	for i := range m {
		if at[2*i] >= 0 {
			m[i] = string(raw[at[2*i]:at[2*i+1]])
		}
	}
	return m
}

func overlaps(list diag.List, p source.Pos) bool {
	for _, d := range list {
		if p.Start < d.Pos.End && d.Pos.Start < p.End {
			return true
		}
	}
	return false
}

// names reports whether a note of some name is reported already.
func names(list diag.List, note string) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return d.Text.Message == diag.MarkupNote && d.Text.Args[0] == note
	})
}

// spaced returns a text with single spaces between its words.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
