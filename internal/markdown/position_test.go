package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// place writes where p stands and what stands there.
func place(p source.Pos) string {
	at := p.Place()
	return fmt.Sprintf("%d:%d %s", at.Line, at.Column, p.Bytes())
}

func TestLinksKnowTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, in, dest, value, link string }{
		{"inline", "Zie [a](b.md).", "1:9 b.md", "b.md", "1:5 [a](b.md)"},
		{"after accents", "Één [é](ü.md)", "1:9 ü.md", "ü.md", "1:5 [é](ü.md)"},
		{"with a title", `[a](b.md "c (d) ](e)")`, "1:5 b.md", "b.md", `1:1 [a](b.md "c (d) ](e)")`},
		{"in angle brackets", "[a](  <b c.md>  'd' )", "1:8 b c.md", "b c.md", "1:1 [a](  <b c.md>  'd' )"},
		{"on another line", "[a](\n  b.md\n  'c')", "2:3 b.md", "b.md", "1:1 [a](\n  b.md\n  'c')"},
		{"with brackets in its text", "[a [b] ![c](d) `](e)`](f.md)", "1:24 f.md", "f.md", "1:1 [a [b] ![c](d) `](e)`](f.md)"},
		{"with parentheses", "[a](b(c)d)", "1:5 b(c)d", "b(c)d", "1:1 [a](b(c)d)"},
		{"with escapes", `[a](b\)c\_d.md)`, `1:5 b\)c\_d.md`, "b)c_d.md", `1:1 [a](b\)c\_d.md)`},
		{"with entities", "[a](b&amp;c&#46;md)", "1:5 b&amp;c&#46;md", "b&c.md", "1:1 [a](b&amp;c&#46;md)"},
		{"empty", "[a]()", "1:5 ", "", "1:1 [a]()"},
		{"empty in angle brackets", "[a](<>)", "1:6 ", "", "1:1 [a](<>)"},
		{"by reference", "[a][b]\n\n[b]: c.md 'd'", "3:6 c.md", "c.md", "1:1 [a][b]"},
		{"by collapsed reference", "[a][]\n\n[A]:\n <c.md>", "4:3 c.md", "c.md", "1:1 [a][]"},
		{"by short reference", "> x [a]\n\n> [a]: c.md", "3:8 c.md", "c.md", "1:5 [a]"},
		{"an address in angle brackets", "x <https://a.nl>", "1:4 https://a.nl", "https://a.nl", "1:3 <https://a.nl>"},
		{"a mail address in angle brackets", "<a@b.nl>", "1:2 a@b.nl", "mailto:a@b.nl", "1:1 <a@b.nl>"},
		{"a bare address", "(https://a.nl)", "1:2 https://a.nl", "https://a.nl", "1:2 https://a.nl"},
		{"a bare address without a scheme", "x\nwww.a.nl.", "2:1 www.a.nl", "http://www.a.nl", "2:1 www.a.nl"},
		{"in a heading", "## a [b](c)", "1:10 c", "c", "1:6 [b](c)"},
		{"in a heading underlined", "a\n[b](c)\n===", "2:5 c", "c", "2:1 [b](c)"},
		{"in a table", "| a |\n|---|\n| [b](c \"d\") |", "3:7 c", "c", `3:3 [b](c "d")`},
		{"in a list", "1. a\n\n   - [b](c)", "3:10 c", "c", "3:6 [b](c)"},
		{"in a list with tabs", "-\ta\n\n\t-\t[b](\n\t\tc)", "4:3 c", "c", "3:4 [b](\n\t\tc)"},
		{"in a quote over two lines", "> > a [b](\n> > c)", "2:5 c", "c", "1:7 [b](\n> > c)"},
		{"in emphasis", "**a _[b](c)_**", "1:10 c", "c", "1:6 [b](c)"},
		{"in a note", "a[^n]\n\n[^n]: b\n\n    [c](d)", "5:9 d", "d", "5:5 [c](d)"},
		{"after CRLF", "a\r\n\r\nb\r\n[c](d)\r\n", "4:5 d", "d", "4:1 [c](d)"},
		{"over CRLF", "[c](\r\nd)\r\n", "2:1 d", "d", "1:1 [c](\r\nd)"},
		{"after CR", "a\r\rb\r[c](d)", "4:5 d", "d", "4:1 [c](d)"},
		{"after bytes that are no UTF-8", "\xff\x00\xfe [c](d)", "1:9 d", "d", "1:5 [c](d)"},
		{"after a byte-order mark", source.BOM + "[c](d)", "1:5 d", "d", "1:1 [c](d)"},
		{"unsafe", "[c](javascript:d)", "1:5 javascript:d", "javascript:d", "1:1 [c](javascript:d)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(c.in, markdown.Options{})
			if len(d.Links) != 1 {
				t.Fatalf("%q has %d links", c.in, len(d.Links))
			}
			l := d.Links[0]
			got := []string{place(l.Dest.Pos), l.Dest.Value, place(l.Pos)}
			if want := []string{c.dest, c.value, c.link}; strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%q\n got %q\nwant %q", c.in, got, want)
			}
		})
	}
}

func TestLinksAndImagesAreInOrder(t *testing.T) {
	d := parse("[^n] [a *b*](1) ![c](2) [![d](3) e](4) **[f]**\n\n[f]: 5\n\n[^n]: [g](6)\n", markdown.Options{})
	var links, images []string
	for _, l := range d.Links {
		links = append(links, l.Text+" "+l.Dest.Value)
	}
	for _, i := range d.Images {
		images = append(images, i.Alt+" "+place(i.Dest.Pos)+" "+place(i.Pos))
	}
	if got, want := strings.Join(links, ", "), "a b 1, d e 4, f 5, g 6"; got != want {
		t.Errorf("links %q, want %q", got, want)
	}
	if got, want := strings.Join(images, ", "), "c 1:22 2 1:17 ![c](2), d 1:31 3 1:26 ![d](3)"; got != want {
		t.Errorf("images %q, want %q", got, want)
	}
}

func TestPositionsAreInTheFile(t *testing.T) {
	const front = "---\r\nnaam: Één\r\n---\r\n"
	f := source.NewFile("wijken/oost.md", []byte(front+"# Kop {#k}\r\n\r\n[a](b) <i>\r\n\r\n[^x]: y\r\n"))
	d := markdown.Parse(f.Pos(len(front), len(f.Data)), markdown.Options{})
	for _, c := range []struct {
		got  source.Pos
		want string
	}{
		{d.Headings[0].Pos, "4:1 # Kop {#k}"},
		{d.Headings[0].IDPos, "4:9 k"},
		{d.Sections[0].Pos, "4:1 # Kop {#k}\r\n\r\n[a](b) <i>\r\n\r\n[^x]: y"},
		{d.Links[0].Dest.Pos, "6:5 b"},
		{d.RawHTML[0], "6:8 <i>"},
		{d.UnusedNotes[0], "8:1 [^x]"},
	} {
		if got := place(c.got); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
