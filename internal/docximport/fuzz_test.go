package docximport

import (
	"strings"
	"testing"

	"wijkvisie/internal/docx"
)

// FuzzMarkdownShowsTheText writes texts as Markdown, in every place where there may be text, and
// reads them again.
func FuzzMarkdownShowsTheText(f *testing.F) {
	for _, text := range []string{
		"Gewone tekst.", "# geen kop", "1. geen lijst", "- geen lijst", "a | b", "[x](y)", "![x](y)", "<b>vet</b>", "&amp; &copy;", "**sterren** en _strepen_", "~~weg~~", "http://example.nl/a_b_c?d=e&f=g",
		"eindigt met #", "{#id}", "[^1]", "a\nb", "---", "===", "> citaat", "`code`", `a\b`, "jan@example.nl", "12) twaalf", "+ plus", "www.example.nl/_x_", "|---|", "[x]: y", "[ ] taak", "a  b", "\\", "*", "* * *", ":--", "[^x]: noot",
	} {
		f.Add(text, "tussen", true)
		f.Add("voor", text, false)
	}
	f.Fuzz(func(t *testing.T, first, second string, bold bool) {
		if len(first)+len(second) > 2000 {
			return
		}
		clean := func(s string) string {
			return strings.Map(func(c rune) rune {
				if c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c == 0xfffd || c >= 0xfdd0 && c <= 0xfdef || c&0xfffe == 0xfffe || strings.ContainsRune("\u0085\u2028\u2029", c) {
					return -1
				}
				return c
			}, strings.ToValidUTF8(s, ""))
		}
		runs := []docx.Run{{Text: clean(first), Bold: bold}, {Text: clean(second), Italic: !bold}}
		want := spaced(textOf(runs))
		if want == "" {
			return
		}
		for _, where := range []form{{}, {oneLine: true, bare: true, heading: true}, {cell: true}} {
			b := &body{importer: &importer{}}
			text := b.inline(runs, where)
			if got := textOfMarkdown(text, where); got != want {
				t.Errorf("%+v: %q is shown as %q of %q", where, want, got, text)
			}
		}
	})
}
