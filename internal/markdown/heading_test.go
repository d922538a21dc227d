package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

func TestHeadings(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"levels stay without a # heading", "## a\n### b\n###### c", "h2 a, h3 b, h6 c"},
		{"a # heading puts all one lower", "### a\n# b\n## c\n###### d", "h4 a, h2 b, h3 c, h6 d"},
		{"underlined", "a\n-\n\nb\n=", "h3 a, h2 b"},
		{"in a quote and a list", "> ## a\n\n- ### b", "h2 a, h3 b"},
		{"slugs", "## Één wijk, één plan: thema's & *zo*!", "h2 een-wijk-een-plan-themas-zo"},
		{"slugs with dashes", "## 2011–2014 / wat – nu -- en_dan -", "h2 2011-2014-wat-nu-en_dan"},
		{"slugs of other scripts", "## Ελλάδα 北京", "h2 ελλαδα-北京"},
		{"no words", "## !?\n##\n## ***", "h2 kop, h2 kop-1, h2 kop-2"},
		{"the same words", "## a\n## a\n## a-1\n## a", "h2 a, h2 a-1, h2 a-1-1, h2 a-2"},
		{"reserved ids", "## Oversteek\n## oversteek", "h2 oversteek-1, h2 oversteek-2"},
		{"ids of the theme", "## WV zoek", "h2 kop-wv-zoek"},
		{"an id", "## a {#b}", "h2 b!"},
		{"an id without a space", "## a{#b-c_1}", "h2 b-c_1!"},
		{"an id after closing #", "## a ## {#b}", "h2 b!"},
		{"an id before closing #", "## a {#b} ##  ", "h2 b!"},
		{"an id underlined", "a\nb {#c}\n---", "h2 c!"},
		{"only an id", "## {#b}", "h2 b!"},
		{"more than an id", "## a {#b .c onclick=d}", "h2 b!"},
		{"the id may be reserved", "## a {#oversteek}\n## oversteek", "h2 oversteek!, h2 oversteek-1"},
		{"an explicit id comes first", "## a\n## b {#a}", "h2 a-1, h2 a!"},
		{"an id twice", "## a {#c}\n## b {#c}", "h2 c!, h2 c!"},
		{"no id", "## a {.b}\n## c {b}\n## d {#}\n## e {#f g}h\n## i {#j<k}", "h2 a-b, h2 c-b, h2 d, h2 e-f-gh, h2 i-jk"},
		{"an escaped brace", `## a \{#b}`, "h2 a-b"},
		{"an escaped backslash", `## a \\{#b}`, "h2 b!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(c.in, markdown.Options{Reserved: []string{"oversteek"}})
			var got []string
			for _, h := range d.Headings {
				s := fmt.Sprintf("h%d %s", h.Level, h.ID)
				if h.Explicit {
					s += "!"
				}
				got = append(got, s)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("%q\n got %q\nwant %q", c.in, strings.Join(got, ", "), c.want)
			}
		})
	}
}

func TestHeadingsKeepTheirText(t *testing.T) {
	for in, want := range map[string]string{
		"## a *b* `c` [d](e) &amp; \\# {#f}": `<h2 id="f">a <em>b</em> <code>c</code> <a href="e">d</a> &amp; #</h2>` + "\n",
		"## a ## {#b}":                       `<h2 id="b">a</h2>` + "\n",
		"## C# {#c}":                         `<h2 id="c">C#</h2>` + "\n",
		"## # {#c}":                          `<h2 id="c"></h2>` + "\n",
		"## a {.b}":                          `<h2 id="a-b">a {.b}</h2>` + "\n",
		"a\nb {#c}\n---":                     `<h2 id="c">a` + "\nb</h2>\n",
		"## a {#c}\n## b {#c}":               `<h2 id="c">a</h2>` + "\n<h2>b</h2>\n",
		"## ![a](b.png) c":                   `<h2 id="a-c"><img src="b.png" alt="a"> c</h2>` + "\n",
	} {
		if got := show(in); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
	d := parse("## a *b*\n\n## c `d`\\\ne [f](g) &amp; ![h](i.png) <b>j</b>[^k]\n---\n\n[^k]: l", markdown.Options{})
	if got, want := d.Headings[0].Text, "a b"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestHeadingsKnowTheirPlace(t *testing.T) {
	d := parse("\n  ## a {#b}  \n\n> c\n> d {#e}\n> ---\n\n##\n\n- # f #\r\n  g\n\n+\n\t#\n\n\ta\n\t---", markdown.Options{})
	var got []string
	for _, h := range d.Headings {
		got = append(got, place(h.Pos), place(h.IDPos))
	}
	want := []string{
		"2:3 ## a {#b}", "2:10 b", "4:3 c\n> d {#e}", "5:7 e", "8:1 ##", "8:1 ##", "10:3 # f #", "10:3 # f #",
		"14:2 #", "14:2 #", "16:2 a", "16:2 a",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
