package markdown_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

// tableOf returns a table of rows as it is shown: cells a space apart, an empty one
// as a hyphen, the first row the header.
func tableOf(rows ...string) string {
	var b strings.Builder
	b.WriteString("<div class=\"wv-table\"><table>\n<thead>\n")
	for i, row := range rows {
		b.WriteString("<tr>\n")
		for cell := range strings.SplitSeq(row, " ") {
			if cell == "-" {
				cell = ""
			}
			if i == 0 {
				b.WriteString(`<th scope="col">` + cell + "</th>\n")
			} else {
				b.WriteString("<td>" + cell + "</td>\n")
			}
		}
		b.WriteString("</tr>\n")
		switch {
		case i == 0 && len(rows) > 1:
			b.WriteString("</thead>\n<tbody>\n")
		case i == 0:
			b.WriteString("</thead>\n")
		case i == len(rows)-1:
			b.WriteString("</tbody>\n")
		}
	}
	return b.String() + "</table></div>\n"
}

// extensions are bodies with what is no CommonMark, at its borders.
var extensions = []struct{ in, want string }{
	{"woord\na|b\n-|-\nc|d\n", "<p>woord</p>\n" + tableOf("a b", "c d")},
	{"a|b\n-|-\n1\n|2|3|4|\n", tableOf("a b", "1 -", "2 3")},
	{"> a|b\n> -|-\n> c\n", "<blockquote>\n" + tableOf("a b", "c -") + "</blockquote>\n"},
	{"a|b\n-|-\n\\|c|`d\\|e`\n", tableOf("a b", "|c <code>d|e</code>")},
	{"a|b\n- -|-\n", "<p>a|b</p>\n<ul>\n<li>-|-</li>\n</ul>\n"},
	{"b|c\n-\f|-\n", "<p>b|c\n-\f|-</p>\n"},
	{"a|b|c\n-|-\n", "<p>a|b|c\n-|-</p>\n"},
	{"a | b\n    -|-\n", "<p>a | b\n-|-</p>\n"},
	{"a\n:\n", "<p>a\n:</p>\n"},

	{"- [X]   b\n- [y] c\n- [x]d\n- e [x]\n- [ ](f)\n",
		"<ul>\n<li><span class=\"wv-task\">☑</span> b</li>\n<li>[y] c</li>\n<li><span class=\"wv-task\">☑</span> d</li>\n<li>e [x]</li>\n<li><span class=\"wv-task\">☐</span> (f)</li>\n</ul>\n"},
	{"[x] a\n", "<p>[x] a</p>\n"},
	{"- > [x] a\n", "<ul>\n<li>\n<blockquote>\n<p>[x] a</p>\n</blockquote>\n</li>\n</ul>\n"},

	{"z ~~~a~~~ b~~c~~d ~~ e~~ \\~~f~~ ~~*g*~~\n", "<p>z ~~~a~~~ b<del>c</del>d ~~ e~~ ~~f~~ <del><em>g</em></del></p>\n"},
	{"~~a\nb~~\n", "<p><del>a\nb</del></p>\n"},

	{"[^]: a\n[^ ]: b\n", ""},
	{"[^a\\]b] \n\n[^a\\]b]: c\n", "<p>[^a]b]</p>\n"},
	{"a\n[^1]: b\n\nc\n", "<p>a</p>\n<p>c</p>\n"},

	{"(http://k.nl/(l)m)) *http://n.nl* _www.o.nl_ ~www.p.nl~\n",
		"<p>(<a href=\"http://k.nl/(l)m\">http://k.nl/(l)m</a>)) <em><a href=\"http://n.nl\">http://n.nl</a></em> <em><a href=\"http://www.o.nl\">www.o.nl</a></em> <del><a href=\"http://www.p.nl\">www.p.nl</a></del></p>\n"},
	{"http://a.nl&amp; http://a.nl;x; http://a.NL http://localhost http://a.nl:80/x http://a.nl:x www.b.nl:80\n",
		"<p><a href=\"http://a.nl\">http://a.nl</a>&amp; <a href=\"http://a.nl;x\">http://a.nl;x</a>; <a href=\"http://a.NL\">http://a.NL</a> http://localhost <a href=\"http://a.nl:80/x\">http://a.nl:80/x</a> <a href=\"http://a.nl\">http://a.nl</a>:x <a href=\"http://www.b.nl:80\">www.b.nl:80</a></p>\n"},
	{"i@j i@j.nl- i@j.nl_ i@j.nl. 'k@l.nl\n", "<p>i@j i@j.nl- i@j.nl_ <a href=\"mailto:i@j.nl\">i@j.nl</a>. 'k@l.nl</p>\n"},
	{"[http://a.nl](b) [www.a.nl]\n", "<p><a href=\"b\">http://a.nl</a> [www.a.nl]</p>\n"},
	{"[a www.a.nl b](c)\n", "<p><a href=\"c\">a www.a.nl b</a></p>\n"},
	{"www.a.nl/$b http://a.nl/$b\n", "<p><a href=\"http://www.a.nl/$b\">www.a.nl/$b</a> <a href=\"http://a.nl/$b\">http://a.nl/$b</a></p>\n"},
	{"a \nb\t\nc \n", "<p>a\nb\nc</p>\n"},
}

// addresses are sentences with bare web addresses, and the addresses that become links.
var addresses = []struct{ in, want string }{
	{`zie "https://a.nl/b" en 'https://a.nl/c'.`, "https://a.nl/b https://a.nl/c"},
	{"zie “https://a.nl/b”, ‘https://a.nl/c’… en «www.a.nl»", "https://a.nl/b https://a.nl/c"},
	{"zie https://a.nl/café en https://a.nl/één/twee.", "https://a.nl/café https://a.nl/één/twee"},
	{"zie https://münchen.de/x en www.café.nl!", "https://münchen.de/x http://www.café.nl"},
	{"https://a.nl/b?c=d&e=f, https://a.nl/#g: (https://a.nl/h_(i)).", "https://a.nl/b?c=d&e=f https://a.nl/#g https://a.nl/h_(i)"},
	{"site:https://a.nl/b/https://c.nl", "https://a.nl/b/https://c.nl"},
	{"HTTPS://A.NL/b", "HTTPS://A.NL/b"},
	{"https://a.nl&copy; https://a.nl?b;", "https://a.nl https://a.nl?b"},
	{"xhttps://a.nl https://a https:// https://.nl https://a_b.nl/ http:/a.nl http:a.nl \\https\\://a.nl ://a.nl", ""},
	{"**Let op:** https://a.nl/b**c** _https://a.nl/d_", "https://a.nl/b**c https://a.nl/d"},
	{"`https://a.nl` <https://a.nl/b> [https://a.nl](https://b.nl)", "https://a.nl/b https://b.nl"},
	{"a:\nhttps://a.nl/b\n", "https://a.nl/b"},
	{"| https://a.nl/b | https://a.nl/c |\n|---|---|\n", "https://a.nl/b https://a.nl/c"},
	{"http://a.nl\thttp://b.nl\u00a0x", "http://a.nl http://b.nl\u00a0x"},
}

func TestBareAddressesAreLinks(t *testing.T) {
	for _, c := range addresses {
		body := parse(c.in, markdown.Options{})
		var links []string
		for _, l := range body.Links {
			links = append(links, l.Dest.Value)
			if at := string(l.Dest.Pos.Bytes()); !strings.HasSuffix(l.Dest.Value, at) || at == "" {
				t.Errorf("%q: %q stands at %q", c.in, l.Dest.Value, at)
			}
		}
		if got := strings.Join(links, " "); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestExtensions(t *testing.T) {
	for _, c := range extensions {
		if got := show(c.in); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}
