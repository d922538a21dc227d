package markdown

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wijkvisie/internal/source"
)

// theirs is the grammar of our bodies with what goldmark's extension reads of it.
var theirs = sync.OnceValue(func() parser.Parser {
	links := parser.NewLinkParser().(blockInlineParser)
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(containerParser{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(hashHeadingParser{headingParser{parser.NewATXHeadingParser()}}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(containerParser{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(noteParser{containerParser{theirNotes{extension.NewFootnoteBlockParser()}}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(markCounter{}, 1),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteRefParser{}, 101),
			util.Prioritized(linkParser{links}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 501),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionTransformer{}, 100),
			util.Prioritized(theirTables{extension.NewTableParagraphTransformer()}, 200),
		),
	)
})

// theirNotes stay where they stand, as ours do.
type theirNotes struct{ parser.BlockParser }

func (theirNotes) Close(n ast.Node, r text.Reader, pc parser.Context) {
	noteBlockParser{}.Close(n, r, pc)
}

// theirTables lack no more cells than ours may.
type theirTables struct{ parser.ParagraphTransformer }

func (t theirTables) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	if fillable(n.Lines(), r.Source(), findingsOf(pc)) {
		t.ParagraphTransformer.Transform(n, r, pc)
	}
}

// FuzzConstructs holds the constructs that are ours against goldmark's own.
func FuzzConstructs(f *testing.F) {
	for _, s := range []string{
		"", "a\n", "| a | b |\n|:--|--:|\n| `x | y` | *z* |\n", "a|b|c\n:-:|-|:-\n1\n|2|3|4|\n", "woord\na\n-|\nb\n", "woord\nmeer\na|b\n-|-\n\\|a|`b\\|c`\n", "a|b\n- -|-\n",
		"a\n|-\v|\n", "b\n\f-", "b|c\n-\f|-\n", "|a|\n|---|\n|b|\n|---|\n", "a\n:\n", "|\n|\n", "a | b\n    -|-\n", "> a|b\n> -|-\n> c\n", "1. a|b\n   -|-\n\tc|d|e\n", "a|b\n-|-\n\\\n", "|a|b\n---|---\nc", "a\nb\nc\n---|\n",
		"a|b|c\n-|-\n", "a|b\n-||-\n", "a\x00|b\n-|-\n", "a|b\r\n-|-\r\nc\r\n",
		"- [ ] taak\n- [x] klaar\n- [X]   ook\n- [y] geen\n- [\t]\n- [\v] a\n- a [x]\n- [x]\n\n  [x] b\n- [ ](a)\n", "1. [x]a\n", "[x] a\n", "- [ ]\n  b\n- > [x] c\n",
		"~~a~~ ~b~ ~~~c~~~ ~~d~ a~~b~~c ~~ e~~ \\~~f~~ ~~*g~~* ~~~~\n", "~~a\nb~~", "~a~~b~",
		"a[^1] [^2] [^1]\n\n[^1]: noot\n\n    tweede\n[^2]:\n[^3]:b\n  [^4]: c\n", "[^]: a\n[^ ]: b\n[^a[b]: c\n[^a\\]b]: d\n", "> [^1]: a\n> b\n\n[^1]", "[^1]: [^2]: a\n", "-\t[^1]: a\n\t    b\n", "woord\n[^1]: a\n", "[^1]: a\n[^1]: b\n\n[^1]", "\t[^1]:", " [^1]:\t\ta",
		"http://a.nl https://b.nl/c?d=e#f. ftp://g.nl www.h.nl, (www.i.nl/j) (http://k.nl/(l)m)) *http://n.nl* _www.o.nl_ ~www.p.nl~",
		"a@b.nl <a@b.nl> (c.d+e@f-g.h.nl), i@j i@j.nl- i@j.nl_ i@j.nl. 'k@l.nl www.@m.nl www.a@b.nl http:a@b.nl", "http://a.nl&amp; http://a.nl&b;; http://a.nl;x; [http://a.nl](b) [www.a.nl] http://a.NL http://localhost http://a.nl:80/x http://a.nl:x", "http://a.nl/`x` www.\n", "http://a.nl/(b) www.c.nl/(d)) http://e.nl/f)", "[", "[^", "a\n[", "@a.nl\n www.a.nl\nwww.b.nl!?.,:*_~",
		"http://" + strings.Repeat("a", 256) + ".nl", "http://" + strings.Repeat("a", 257) + ".nl", "www." + strings.Repeat("a.", 140) + "nl", "http://a.b.C.nl.D:80 https://a.nl:8080x/$b www.a.nl/$b www.a.nl:80 http://.nl http://a..nl?",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := source.NewFile("x.md", []byte(text))
		body := x.Pos(0, len(x.Data))
		in := normalise(x, body)
		got, want := in.parse(ours(), body, Options{}), in.parse(theirs(), body, Options{})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q\nbecomes %q\nwith goldmark's %q", text, got.shown(), want.shown())
		}
	})
}
