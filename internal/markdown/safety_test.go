package markdown_test

import (
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"

	"wijkvisie/internal/markdown"
)

// allowed are the elements a body may become, with their attributes.
var allowed = map[string][]string{
	"p": nil, "br": nil, "hr": nil, "blockquote": nil, "ul": nil, "li": {"id"}, "ol": {"start", "class"},
	"pre": nil, "code": nil, "em": nil, "strong": nil, "del": nil, "span": {"class"}, "div": {"class"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"a": {"href", "title", "class", "role", "aria-label"}, "img": {"src", "alt", "title", "width", "height"},
	"sup": {"class", "id"}, "h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}

var phrasing = []string{"br", "code", "em", "strong", "del", "span", "a", "img", "sup"}

// checkHTML fails when out is not whole, safe HTML as it can stand in a page.
func checkHTML(t *testing.T, out, of string) {
	t.Helper()
	fail := func(format string, args ...any) {
		t.Helper()
		t.Fatalf(format+"\nof %q\nbecame %q", append(args, of, out)...)
	}
	if !utf8.ValidString(out) {
		fail("no UTF-8")
	}
	if i := strings.IndexFunc(out, func(r rune) bool {
		return r < 0x20 && r != '\n' && r != '\t' && r != '\f' && r != '\r' || r >= 0x7f && r < 0xa0
	}); i >= 0 {
		fail("control character at %d", i)
	}
	ids := make(map[string]bool)
	var refs, open []string
	z := nethtml.NewTokenizer(strings.NewReader(out))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			if z.Err() != io.EOF {
				fail("%v", z.Err())
			}
			if len(open) > 0 {
				fail("%q are open", open)
			}
			for _, ref := range refs {
				if !ids[ref] {
					fail("nothing has the id %q", ref)
				}
			}
			return
		case nethtml.TextToken:
			if raw := string(z.Raw()); strings.ContainsAny(raw, "<>") {
				fail("unescaped text %q", raw)
			}
		case nethtml.EndTagToken:
			tag := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != tag {
				fail("</%s> closes %q", tag, open)
			}
			open = open[:len(open)-1]
		case nethtml.StartTagToken:
			tag := z.Token()
			names, ok := allowed[tag.Data]
			if !ok {
				fail("element %s", tag.Data)
			}
			if slices.ContainsFunc(open, func(s string) bool { return s == "p" || s == "a" || s[0] == 'h' && len(s) == 2 }) &&
				!slices.Contains(phrasing, tag.Data) {
				fail("<%s> within %q", tag.Data, open)
			}
			if tag.Data == "a" && slices.Contains(open, "a") {
				fail("a link within a link")
			}
			seen := make(map[string]bool)
			for _, a := range tag.Attr {
				if !slices.Contains(names, a.Key) || seen[a.Key] {
					fail("attribute %s of %s", a.Key, tag.Data)
				}
				seen[a.Key] = true
				switch a.Key {
				case "href":
					if !harmless(a.Val, "http:", "https:", "mailto:", "tel:") {
						fail("target %q", a.Val)
					}
					if strings.HasPrefix(a.Val, "#wv-note-") || strings.HasPrefix(a.Val, "#wv-ref-") {
						refs = append(refs, a.Val[1:])
					}
				case "src":
					if !harmless(a.Val) || strings.HasPrefix(a.Val, "//") {
						fail("source %q", a.Val)
					}
				case "id":
					if a.Val == "" || ids[a.Val] || strings.ContainsAny(a.Val, " \t\n\f\r") {
						fail("id %q", a.Val)
					}
					ids[a.Val] = true
				}
			}
			if tag.Data != "br" && tag.Data != "hr" && tag.Data != "img" {
				open = append(open, tag.Data)
			}
		default:
			fail("token %q", z.Raw())
		}
	}
}

// harmless reads a target as browsers do, apart from our own code, and reports
// whether its scheme is one of those or missing.
func harmless(target string, schemes ...string) bool {
	target = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, target)
	target = strings.ToLower(strings.TrimLeftFunc(target, func(r rune) bool { return r <= ' ' }))
	colon := strings.IndexByte(target, ':')
	if colon < 0 || strings.ContainsAny(target[:colon], "/?#") {
		return !strings.Contains(target, `\`)
	}
	return slices.Contains(schemes, target[:colon+1]) ||
		strings.ContainsFunc(target[:colon], func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("+-.", r)
		}) || colon == 0 || target[0] < 'a' || target[0] > 'z'
}

// attacks are bodies that try to get something into a page.
var attacks = []string{
	"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](<javascript:alert(1)>)", "[a](vbscript:x)",
	"[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](file:///etc/passwd)", "[a](blob:x)", "[a](ftp://x)",
	"[a](&#106;avascript:alert(1))", "[a](&#x6A;avascript&colon;alert(1))", "[a](javascript&#58;alert(1))",
	"[a](java&Tab;script:alert(1))", "[a](java&NewLine;script:alert(1))", "[a](java&#9;script:alert(1))",
	"[a](java&#10;script:alert(1))", "[a](java&#0;script:alert(1))", "[a](&#1;javascript:alert(1))",
	"[a](<\tjavascript:alert(1)>)", "[a](< javascript:alert(1)>)", "[a](<java\tscript:alert(1)>)",
	"[a](\x01javascript:alert(1))", "[a](java\x00script:alert(1))", "[a](javascript\\:alert(1))", `[a](\javascript:x)`,
	"[a](%6Aavascript:alert(1))", "[a](//evil.example/%2e)", `[a](/\evil.example)`, `[a](\\\\evil.example)`,
	"<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>", "<data:text/html,x>", "<a@b.nl\"onclick=x>", "<https://x\"onclick=y>",
	"[a][b]\n\n[b]: javascript:alert(1)", "[a]\n\n[a]: <data:x> 'y'",
	"![a](javascript:alert(1))", "![a](data:image/svg+xml,<svg/onload=x>)", "![a](https://x.nl/a.png)", "![a](//x.nl/a.png)",
	`![a](/\x.nl/a.png)`, `![a" onerror="x](b.png)`, `![a](b.png "c\" onerror=\"x")`, `![a](b.png" onerror="x)`,
	`[a](b "c" onclick="d")`, `[a](b 'c" onclick="d')`, `[a](b&quot;onclick=&quot;c)`, `[a](b"onclick="c)`, `[a](b 'c&quot; onclick=&quot;d')`,
	`## a {#b onclick=alert(1)}`, `## a {#b" onclick="c}`, `## a {#b style="c"}`, `## a {onclick=b}`, "## a {#b\tonclick=c}", `## a {#b'c}`,
	"<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
	"<scr<script>ipt>alert(1)</scr</script>ipt>", "<<script>script>alert(1)<</script>/script>", "<a href=javascript:x>b</a>",
	"<div><script>x</script></div>", "<div\n<svg onload=x>\n>", "<!--><svg onload=x>-->", "<!-- --!><svg onload=x>", "<?><svg onload=x>?>",
	"<![CDATA[<svg onload=x>]]>", "<![CDATA[ > <svg onload=x>", "<style>*{}</style>", "<pre><script>x</pre>", "<textarea></textarea><svg onload=x>",
	"&lt;script&gt;x&lt;/script&gt;", "\\<script>x\\</script>", "`<script>x</script>`", "    <script>", "```\n</code></pre><script>\n```",
	"```\"onclick=x\na\n```", "| <script> | [a](javascript:x) |\n|---|---|\n| <svg onload=x> | `</code><script>` |",
	"[^\"><script>]\n\n[^\"><script>]: a", "[^a]\n\n[^a]: <script>x</script> [b](javascript:c)",
	"- [x] <script>x</script>", "https://x.nl/\"onclick=y", "www.x.nl/<script>", "a@b.nl\"onclick=x",
	"<https://a\u202ejavascript:x>", "[a](tel:+31\"onclick=x)", "[a](mailto:a?b=<script>)",
}

func TestAttacksFail(t *testing.T) {
	for _, in := range attacks {
		checkHTML(t, show(in), in)
	}
}

func TestUnsafeTargetsBecomeText(t *testing.T) {
	for _, dest := range []string{
		"javascript:x", "JAVASCRIPT:x", "data:x", "vbscript:x", "file:///x", "ftp://x", "x:y", "java&Tab;script:x", "&#106;avascript:x",
	} {
		if got := show("[a](" + dest + ")"); got != "<p>a</p>\n" {
			t.Errorf("%s: %s", dest, got)
		}
	}
	for _, dest := range []string{
		"http://x", "HTTPS://x", "mailto:a@b.nl", "tel:14030", "//x", "/a:b", "a.md#b:c", "?a:b", "./a:b", "#a", "1:2", "é:b", "",
	} {
		if got := show("[a](" + dest + ")"); !strings.Contains(got, "<a href=") {
			t.Errorf("%s: %s", dest, got)
		}
	}
}

func TestScheme(t *testing.T) {
	for _, c := range []struct {
		dest, scheme string
		ok, safe, on bool
	}{
		{"", "", true, true, true},
		{"a.md", "", true, true, true},
		{"a/b:c", "", true, true, true},
		{"a b:c", "", true, true, true},
		{":a", "", true, true, true},
		{"HTTP:a", "http", true, true, false},
		{" https://a", "https", true, true, false},
		{"//a", "https", true, true, false},
		{`/\a`, "https", false, false, false},
		{"mailto:a", "mailto", true, true, false},
		{"web+x.y-1:a", "web+x.y-1", true, false, false},
		{"java\tscript:a", "", false, false, false},
		{"a\x7f", "", false, false, false},
	} {
		scheme, ok := markdown.Scheme(c.dest)
		if scheme != c.scheme || ok != c.ok || markdown.SafeDest(c.dest) != c.safe || markdown.OnSite(c.dest) != c.on {
			t.Errorf("%q: scheme %q, %v, safe %v, on the site %v", c.dest, scheme, ok, markdown.SafeDest(c.dest), markdown.OnSite(c.dest))
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range attacks {
		f.Add(s)
	}
	for _, trap := range traps {
		f.Add(trap(60))
	}
	for _, c := range extensions {
		f.Add(c.in)
	}
	f.Add(story)
	f.Fuzz(func(t *testing.T, in string) {
		d := parse(in, markdown.Options{Reserved: []string{"a"}, NotePrefix: "p-"})
		out := html(markdown.Whole(d))
		checkHTML(t, out, in)
		if again := show(in); len(again) == 0 != (len(out) == 0) {
			t.Fatalf("%q was empty once", in)
		}
		for _, l := range d.Links {
			within(t, in, place(l.Pos), l.Pos.Start, l.Dest.Pos.Start, l.Dest.Pos.End, l.Pos.End)
		}
		for _, h := range d.Headings {
			within(t, in, place(h.Pos), h.Pos.Start, h.IDPos.Start, h.IDPos.End)
		}
		for _, p := range d.RawHTML {
			if b := p.Bytes(); len(b) < 2 || b[0] != '<' {
				t.Fatalf("%q: a tag %q", in, b)
			}
		}
		for _, s := range d.Sections {
			part, _ := markdown.Section(d, s.ID)
			checkHTML(t, html(part), in)
			part.Text()
		}
		checkHTML(t, html(markdown.Without(d, func(id string) bool { return len(id)%2 == 0 })), in)
		if text := markdown.Whole(d).Text(); !utf8.ValidString(text) {
			t.Fatalf("%q: text %q", in, text)
		}
		markdown.Whole(parse(in, markdown.Options{Plain: true})).Append(nil, markdown.Page{})
	})
}

// within fails when a place is not in the body.
func within(t *testing.T, in, of string, offsets ...int) {
	t.Helper()
	for _, o := range offsets {
		if o < 0 || o > len(in) {
			t.Fatalf("%q: %q is at %v", in, of, offsets)
		}
	}
}
