package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

// traps are inputs of about a length at which Markdown parsers are known to
// take time that grows with its square, memory without bound, or the stack.
var traps = map[string]func(length int) string{
	"quotes":              repeat("", ">", "a"),
	"quotes with spaces":  repeat("", "> ", "a"),
	"quotes, lazy lines":  halves(">", "a\n"),
	"lists":               repeat("", "- ", "a"),
	"lists, many markers": repeat("", "1. - + ", "a"),
	"lists, blank lines":  halves("* ", "\n"),
	"lists, deeper":       deeperLists,
	"notes in notes":      repeat("", "[^a]: ", "a"),
	"open brackets":       repeat("", "[", "a"),
	"nested brackets":     mirrored("[", "]"),
	"nested links":        mirrored("[", "](b)"),
	"nested images":       mirrored("![", "](b)"),
	"images in brackets":  halves("![a](b) ", "]"),
	"open links":          repeat("", "[a](", ""),
	"open links with <":   repeat("", "[a](<b", ""),
	"open titles":         repeat("", "[a](b \"", ""),
	"open references":     repeat("", "[a][", ""),
	"backslashes":         repeat("[", `\`, ""),
	"stars":               repeat("", "*a ", ""),
	"nested stars":        mirrored("*a ", "a* "),
	"mixed emphasis":      repeat("", "*a_b*c_d**e_f*g**h*i_j**", ""),
	"stars and dashes":    repeat("", "*_", ""),
	"triple stars":        repeat("", "a***", ""),
	"tildes":              repeat("", "~a ", ""),
	"backticks":           growingBackticks,
	"escaped backticks":   repeat("", "\\``", ""),
	"tags":                repeat("", `<a b="c" `, ""),
	"blocks of tags":      repeat("<div>", `<a b="`, ""),
	"open comments":       repeat("", "a <!--a\n", ""),
	"open comment blocks": repeat("<div>", "<!--a", ""),
	"open declarations":   repeat("", "a <!A\n", ""),
	"open CDATA":          repeat("", "a <![CDATA[", ""),
	"open scripts":        repeat("", "a <script> ", ""),
	"script blocks":       repeat("<div>", "<script>", ""),
	"less than":           repeat("<div>", "<", ""),
	"definitions":         repeat("", "[a]: b\n", ""),
	"open definitions":    repeat("", "[a]: b 'c\n", ""),
	"notes":               manyNotes,
	"open notes":          repeat("", "[^", ""),
	"addresses":           repeat("", "a@", ""),
	"web addresses":       repeat("", "a http://a.nl/", ""),
	"half web addresses":  repeat("", "http://a", ""),
	"addresses, brackets": repeat("http://a.nl", ")", ""),
	"addresses, entities": repeat("http://a.nl", "&a;", ""),
	"parentheses":         repeat("[a](", "(", ""),
	"entities":            repeat("", "&", ""),
	"short rows":          shortRows,
	"short tables":        repeat("", "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\na\na\na\n\n", ""),
	"wide tables":         wideTable,
	"code in cells":       repeat("|a|\n|-|\n", "`\\|`|\n", ""),
	"headings":            repeat("", "# a\n", ""),
	"sections":            repeat("", "# a {#a}\n## b\n", ""),
	"headings underlined": repeat("", "a\n", "==="),
	"paragraphs":          repeat("", "a\n\n", ""),
	"one long line":       repeat("", "a", ""),
}

func repeat(before, s, after string) func(int) string {
	return func(length int) string { return before + strings.Repeat(s, length/len(s)) + after }
}

func halves(a, b string) func(int) string {
	return func(length int) string {
		return strings.Repeat(a, length/2/len(a)) + "\n" + strings.Repeat(b, length/2/len(b))
	}
}

func mirrored(open, close string) func(int) string {
	return func(length int) string {
		n := length / (len(open) + len(close))
		return strings.Repeat(open, n) + "a" + strings.Repeat(close, n)
	}
}

func deeperLists(length int) string {
	var b strings.Builder
	for i := 0; b.Len() < length; i++ {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func growingBackticks(length int) string {
	var b strings.Builder
	for i := 1; b.Len() < length; i++ {
		b.WriteString("a" + strings.Repeat("`", i))
	}
	return b.String()
}

func manyNotes(length int) string {
	var b strings.Builder
	for i := 1; b.Len() < length; i++ {
		fmt.Fprintf(&b, "[^%d]: a[^%d]\n\n[^%d]\n\n", i, i/2, i)
	}
	return b.String()
}

func shortRows(length int) string {
	columns := length / 8
	return strings.Repeat("|a", columns) + "\n" + strings.Repeat("|-", columns) + "\n" + strings.Repeat("a\n", length/4)
}

func wideTable(length int) string {
	columns := length / 6
	return strings.Repeat("|a", columns) + "\n" + strings.Repeat("|-", columns) + "\n" + strings.Repeat("|a", columns)
}

// A parser that looks through the rest of the text for each of these marks would
// take hours, and so never end; how long it takes is no matter of a test.
func TestTrapsEndAndStayInBounds(t *testing.T) {
	const length = 400 << 10
	for name, body := range traps {
		t.Run(name, func(t *testing.T) {
			s := body(length)
			d := parse(s, markdown.Options{})
			html := markdown.Whole(d).Append(nil, markdown.Page{})
			if most := 40 * (len(s) + 1<<20); len(html) > most {
				t.Errorf("%d bytes became %d", len(s), len(html))
			}
		})
	}
}

func TestTooDeepQuotesAndListsStayAsText(t *testing.T) {
	for _, mark := range []string{"> ", "- "} {
		const deep = 10_000
		d := parse(strings.Repeat(mark, deep)+"einde", markdown.Options{})
		html := string(markdown.Whole(d).Append(nil, markdown.Page{}))
		kept := strings.Count(html, "<blockquote>") + strings.Count(html, "<ul>")
		if kept < 30 || kept > 100 {
			t.Errorf("%q: %d levels", mark, kept)
		}
		text := markdown.Whole(d).Text()
		if n := strings.Count(text, strings.TrimSpace(mark)); n != deep-kept || !strings.HasSuffix(text, "einde") {
			t.Errorf("%q: %d levels and %d marks of %d are left, ending in %q", mark, kept, n, deep, text[len(text)-10:])
		}
	}
}

func TestTooManyMarksStayAsText(t *testing.T) {
	const many = 30_000
	body := strings.Repeat("*a* ", many) + "\nde [laatste](b.md) regel\n\nEn *weer* gewoon."
	d := parse(body, markdown.Options{})
	html := string(markdown.Whole(d).Append(nil, markdown.Page{}))
	if n := strings.Count(html, "<em>a</em>"); n < 500 || n >= many {
		t.Errorf("%d of %d are emphasised", n, many)
	}
	if n := strings.Count(html, "a"); n < many {
		t.Errorf("%d of %d words are left", n, many)
	}
	for _, want := range []string{"\nde [laatste](b.md) regel</p>", "<p>En <em>weer</em> gewoon.</p>"} {
		if !strings.Contains(html, want) {
			t.Errorf("%q is not in it", want)
		}
	}
}

func TestTableThatLacksTooManyCellsStaysAsText(t *testing.T) {
	d := parse(shortRows(20_000), markdown.Options{})
	html := string(markdown.Whole(d).Append(nil, markdown.Page{}))
	if strings.Contains(html, "<table") || strings.Count(html, "\na") < 4_999 {
		t.Errorf("%.200s", html)
	}
}

func TestManyDefinitionsAreAllRead(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, "[n%d]: %d.md\n", i, i)
		if i%7 == 0 {
			b.WriteString("  'titel'\n")
		}
	}
	b.WriteString("[n999] en tekst\n[n0]\n")
	d := parse(b.String(), markdown.Options{})
	if got, want := markdown.Whole(d).Text(), "n999 en tekst n0"; got != want {
		t.Errorf("text %.100q, want %q", got, want)
	}
	if len(d.Links) != 2 || d.Links[0].Dest.Value != "999.md" || d.Links[1].Dest.Value != "0.md" {
		t.Errorf("links %+v", d.Links)
	}
}
