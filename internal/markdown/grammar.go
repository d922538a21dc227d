package markdown

import (
	"regexp"
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// commonMark is the grammar of CommonMark as specified.
var commonMark = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
})

// grammar is the grammar of our bodies. The order of the parts, and so which of them
// wins, is goldmark's.
var grammar = sync.OnceValue(func() parser.Parser {
	links := parser.NewLinkParser().(blockInlineParser)
	nothing := regexp.MustCompile(`^[^\s\S]`)
	mail := extension.NewLinkifyParser(extension.WithLinkifyURLRegexp(nothing), extension.WithLinkifyWWWRegexp(nothing)) // web addresses have a parser of their own
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
			util.Prioritized(noteParser{containerParser{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(markCounter{}, 1),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteRefParser{}, 101),
			util.Prioritized(linkParser{links}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(officeTagParser{}, 401),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 501),
			util.Prioritized(addressParser{}, 998),
			util.Prioritized(mail, 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitionTransformer{}, 100),
			util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200),
		),
	)
})
