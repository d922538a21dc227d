package markdown_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// parse reads s as the body of a file.
func parse(s string, opt markdown.Options) *city.Body {
	f := source.NewFile("wijken/oost.md", []byte(s))
	return markdown.Parse(f.Pos(0, len(f.Data)), opt)
}

// show reads s and shows it as it is written.
func show(s string) string {
	return string(markdown.Whole(parse(s, markdown.Options{})).Append(nil, markdown.Page{}))
}

// TestPlainIsCommonMark holds a few examples of the specification; that all
// pass is for a test that has the specification.
func TestPlainIsCommonMark(t *testing.T) {
	for in, want := range map[string]string{
		"# a *b*\n":                        "<h1>a <em>b</em></h1>\n",
		"a\n===\n":                         "<h1>a</h1>\n",
		"***\n":                            "<hr />\n",
		"a  \nb\\\nc\n":                    "<p>a<br />\nb<br />\nc</p>\n",
		"- a\n\n- b\n":                     "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n",
		"- a\n  > b\n":                     "<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n",
		"3) a\n":                           "<ol start=\"3\">\n<li>a</li>\n</ol>\n",
		"``` go\nx < \"y\"\n```\n":         "<pre><code class=\"language-go\">x &lt; &quot;y&quot;\n</code></pre>\n",
		"\ta\tb":                           "<pre><code>a\tb\n</code></pre>\n",
		"<div>\n*a*\n</div>\n":             "<div>\n*a*\n</div>\n",
		"a <b x=\"y\">c</b>\n":             "<p>a <b x=\"y\">c</b></p>\n",
		"[a](<b c> \"d & e\")\n":           "<p><a href=\"b%20c\" title=\"d &amp; e\">a</a></p>\n",
		"![a *b*](c.png 'd')\n":            "<p><img src=\"c.png\" alt=\"a b\" title=\"d\" /></p>\n",
		"<http://a.nl?b=c&d>\n":            "<p><a href=\"http://a.nl?b=c&amp;d\">http://a.nl?b=c&amp;d</a></p>\n",
		"[a]\n\n[a]: javascript:b\n":       "<p><a href=\"javascript:b\">a</a></p>\n",
		"~~a~~ www.b.nl {#c}\n":            "<p>~~a~~ www.b.nl {#c}</p>\n",
		"| a |\n|---|\n":                   "<p>| a |\n|---|</p>\n",
		"## a {#b}\n":                      "<h2>a {#b}</h2>\n",
		"&copy; &#35; &#0; \\* \x00":       "<p>© # \ufffd * \ufffd</p>\n",
		"a\r\nb\rc\r\n\r\nd":               "<p>a\nb\nc</p>\n<p>d</p>\n",
		"```\r\na\r\n\r\nb\r\n```\r\n":     "<pre><code>a\n\nb\n</code></pre>\n",
		"a  \r\nb\\\r\nc \r\nd":            "<p>a<br />\nb<br />\nc\nd</p>\n",
		"\xef\xbb\xbf# a":                  "<h1>a</h1>\n",
		"`` a`b ``":                        "<p><code>a`b</code></p>\n",
		"[^1]\n\n[^1]: a\n":                "<p><a href=\"a\">^1</a></p>\n",
		"- [ ] a\n":                        "<ul>\n<li>[ ] a</li>\n</ul>\n",
		"<!-- a -->\n":                     "<!-- a -->\n",
		"**a *b* c**\n":                    "<p><strong>a <em>b</em> c</strong></p>\n",
		"1. a\n2. b\n\n   c\n":             "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ol>\n",
		"[a][B]\n\n[b]:\n  /c\n  'd\ne'\n": "<p><a href=\"/c\" title=\"d\ne\">a</a></p>\n",
	} {
		got := string(markdown.Whole(parse(in, markdown.Options{Plain: true})).Append(nil, markdown.Page{}))
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestBody(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"only white space", " \r\n\n\t\n", ""},
		{"only a comment", "<!-- later\n\nmeer -->\n", ""},
		{"a comment in a text", "a <!-- b --> c", "<p>a  c</p>\n"},
		{"strikethrough", "~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>\n"},
		{"a bare address", "Zie https://example.nl/a_b. En www.example.nl!",
			`<p>Zie <a href="https://example.nl/a_b">https://example.nl/a_b</a>. En <a href="http://www.example.nl">www.example.nl</a>!</p>` + "\n"},
		{"a bare mail address", "Mail oost@example.nl.",
			`<p>Mail <a href="mailto:oost@example.nl">oost@example.nl</a>.</p>` + "\n"},
		{"a bare ftp address is text", "ftp://example.nl", "<p>ftp://example.nl</p>\n"},
		{"an address in a link is text", "[a <https://b.nl>](c.md)", `<p><a href="c.md">a https://b.nl</a></p>` + "\n"},
		{"a task list", "- [ ] a\n- [x] b\n",
			"<ul>\n<li><span class=\"wv-task\">☐</span> a</li>\n<li><span class=\"wv-task\">☑</span> b</li>\n</ul>\n"},
		{"a table", "| a | b | c |\n|:--|:-:|--:|\n| 1 | `x\\|y` |\n",
			"<div class=\"wv-table\"><table>\n<thead>\n<tr>\n" +
				"<th scope=\"col\" class=\"wv-left\">a</th>\n<th scope=\"col\" class=\"wv-center\">b</th>\n<th scope=\"col\" class=\"wv-right\">c</th>\n" +
				"</tr>\n</thead>\n<tbody>\n<tr>\n" +
				"<td class=\"wv-left\">1</td>\n<td class=\"wv-center\"><code>x|y</code></td>\n<td></td>\n" +
				"</tr>\n</tbody>\n</table></div>\n"},
		{"a table without rows", "a|b\n-|-\n",
			"<div class=\"wv-table\"><table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n</thead>\n</table></div>\n"},
		{"code has no language", "```js\na < b\n```\n", "<pre><code>a &lt; b\n</code></pre>\n"},
		{"hard breaks", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"},
		{"a line", "***", "<hr>\n"},
		{"nested lists", "1. a\n   - b\n2. c\n", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n"},
		{"a title", `[a](b.md "c \"d\" <e>")`, `<p><a href="b.md" title="c &quot;d&quot; &lt;e&gt;">a</a></p>` + "\n"},
		{"an image", `![Het *nieuwe* "plein"](../media/plein.jpg 'Foto')`,
			`<p><img src="../media/plein.jpg" alt="Het nieuwe &quot;plein&quot;" title="Foto"></p>` + "\n"},
		{"an image over two lines", "![a\\\nb  \nc](d.png)", `<p><img src="d.png" alt="a b c"></p>` + "\n"},
		{"an image elsewhere is its description", "![a *b*](https://example.nl/c.png)", "<p>a b</p>\n"},
		{"an image on another host is its description", "![a](//example.nl/c.png)", "<p>a</p>\n"},
		{"an image without a source is its description", "![a]()", "<p>a</p>\n"},
		{"an image in a link", "[![a](b.png)](c.md)", `<p><a href="c.md"><img src="b.png" alt="a"></a></p>` + "\n"},
		{"a link without a target", "[a]()", `<p><a href="">a</a></p>` + "\n"},
		{"an unknown reference is text", "[a][b] [c]", "<p>[a][b] [c]</p>\n"},
		{"an unknown note is text", "a[^b]", "<p>a[^b]</p>\n"},
		{"letters of any script", "[é](ü.md)", `<p><a href="%C3%BC.md">é</a></p>` + "\n"},
		{"a percent that is there stays", "[a](b%20c.md)", `<p><a href="b%20c.md">a</a></p>` + "\n"},
		{"bytes that are no UTF-8", "a\xffb\xc3", "<p>a\ufffdb\ufffd</p>\n"},
		{"control characters", "a\x01b\x7fc\u0085d&#1;e&#x80;f&#xFFFE;", "<p>a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd</p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.in); got != c.want {
				t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

func TestRawHTML(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		tags           []string
	}{
		{"inline tags go, their text stays", "a <b>c</b> d", "<p>a c d</p>\n", []string{"<b>", "</b>"}},
		{"a word is not joined to the next", "a<br>b<b>c</b>", "<p>a bc</p>\n", []string{"<br>", "<b>", "</b>"}},
		{"a tag over two lines", "a <b\nc='d>'>e", "<p>a e</p>\n", []string{"<b\nc='d>'>"}},
		{"a block", "<div class=\"x\">\nHallo &amp; <em>dag</em> a < b\n</div>\n\nNa.",
			"<p>Hallo &amp; dag a &lt; b</p>\n<p>Na.</p>\n", []string{`<div class="x">`, "<em>", "</em>", "</div>"}},
		{"a block without text", "<div>\n</div>", "", []string{"<div>", "</div>"}},
		{"cells", "<table><tr><td>a</td><td>b</td></tr></table>", "<p>a b</p>\n",
			[]string{"<table>", "<tr>", "<td>", "</td>", "<td>", "</td>", "</tr>", "</table>"}},
		{"a block in a quote", "> <div\n> a='>'>\n> b\n", "<blockquote>\n<p>b</p>\n</blockquote>\n", []string{"<div\n> a='>'>"}},
		{"a script and what it holds", "a\n\n<script>\nif (a<b) x()\n\n</script>\n\nb", "<p>a</p>\n<p>b</p>\n", []string{"<script>", "</script>"}},
		{"a style in a text", "a <style>*b* <i></style> c", "<p>a  c</p>\n", []string{"<style>", "</style>"}},
		{"a script without an end hides nothing", "a <script> b", "<p>a  b</p>\n", []string{"<script>"}},
		{"a script block without an end hides nothing", "<script>\na\n\nb", "<p>a\n\nb</p>\n", []string{"<script>"}},
		{"scripts in capitals", "<SCRIPT>a</Script >b", "<p>b</p>\n", []string{"<SCRIPT>", "</Script >"}},
		{"a comment", "<!-- a --> b", "<p>b</p>\n", nil},
		{"a comment without an end hides nothing", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>\n", []string{"<!--"}},
		{"a tag without an end hides nothing", "<div a=\"\nb", "<p>&lt;div a=&quot;\nb</p>\n", []string{"<div"}},
		{"declarations and instructions", "<!DOCTYPE html>\n\n<?php a ?>\n\n<![CDATA[b]]> c <?d?> e <!A>", "<p>c  e</p>\n",
			[]string{"<!DOCTYPE html>", "<?php a ?>", "<![CDATA[b]]>", "<?d?>", "<!A>"}},
		{"no tags", "a < b <3 &lt;b> `<b>` \\<b>", "<p>a &lt; b &lt;3 &lt;b&gt; <code>&lt;b&gt;</code> &lt;b&gt;</p>\n", nil},
		{"tags of Word", "a<o:p></o:p> b<w:sdt x='1'>c</w:sdt> <o:p> <a:1> <o:> <https://d.nl>",
			"<p>a bc  &lt;a:1&gt; &lt;o:&gt; <a href=\"https://d.nl\">https://d.nl</a></p>\n", []string{"<o:p>", "</o:p>", "<w:sdt x='1'>", "</w:sdt>", "<o:p>"}},
		{"in a description", "![a <b>c</b>](d.png)", `<p><img src="d.png" alt="a c"></p>` + "\n", []string{"<b>", "</b>"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(c.in, markdown.Options{})
			if got := string(markdown.Whole(d).Append(nil, markdown.Page{})); got != c.want {
				t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
			}
			var tags []string
			for _, p := range d.RawHTML {
				tags = append(tags, string(p.Bytes()))
			}
			if strings.Join(tags, "|") != strings.Join(c.tags, "|") {
				t.Errorf("%q\n got %q\nwant %q", c.in, tags, c.tags)
			}
		})
	}
}
