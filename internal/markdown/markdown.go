// Package markdown turns a body into HTML, and is the only package that knows goldmark.
//
// A body is read once, by Parse, into a city.Body: ready HTML with holes for
// what depends on the page it is shown on, which are the levels and ids of
// headings, the targets of links, the sources of images and the numbers of
// footnotes. Showing a Fragment of it fills the holes and does nothing else.
//
// What is read is CommonMark with the tables, strikethrough, bare addresses
// and task lists of GitHub, footnotes, and ids for headings:
//
//   - `## Title {#id}` gives a heading an id. More within the braces is
//     ignored, and braces without an id are text. The other headings get an id
//     from their words, never one that begins with wv-, that is reserved or
//     that another heading has. Of two headings with one id, the first has it.
//   - When a body has a # heading, all its headings are one level lower: a
//     page has its own h1.
//   - Tags, also those of Word as <o:p>, are left out and reported; the text between them stays, except
//     what is between <script> or <style> and its end. Comments are left out.
//   - A link is shown when it goes to http, https, mailto, tel or a place on
//     the site; else its text stays. An image is shown when it is on the site;
//     else its description stays. So no page makes a request to anyone.
//   - A box of a task list is a character, ☐ or ☑. A column of a table is
//     aligned by a class, as styles in attributes are forbidden by our pages.
//   - Footnotes stand at the end of the fragment that refers to them, numbered
//     within it. A note to which nothing refers is in UnusedNotes, not shown.
//   - The end of a line is LF, CRLF or CR. NUL, bytes that are no UTF-8 and
//     characters that HTML does not have become U+FFFD.
//
// So that no body takes the program down, there are limits that no writer
// meets. Quotes and lists deeper than 32 levels, what follows the first
// hundreds or thousands of marks in one paragraph (see marksAllowed), and
// tables of which tens of thousands of cells are missing, are shown as the
// text they are. Nothing is lost.
package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// Options says how a body is read.
type Options struct {
	// Reserved are ids that headings without one of their own do not take.
	Reserved []string
	// NotePrefix stands in the ids of footnotes, so that they stay unique on
	// a page that shows several documents: "overvecht-2011-".
	NotePrefix string
	// Plain reads CommonMark exactly as specified, raw HTML included, without
	// any extension or rule of ours. It is for tests.
	Plain bool
}

// Parse reads the Markdown at body. Any bytes are Markdown, so it cannot fail.
func Parse(body source.Pos, opt Options) *city.Body {
	in := newInput(body)
	found := newFindings(len(in.text))
	context := parser.NewContext()
	context.Set(findingsKey, found)
	grammar := grammar()
	if opt.Plain {
		grammar = commonMark()
	}
	root := grammar.Parse(text.NewReader(in.text), parser.WithContext(context))

	w := &writer{
		in: in, found: found, plain: opt.Plain, body: &city.Body{Pos: body, NotePrefix: opt.NotePrefix},
		noteOf: make(map[*east.Footnote]int), unclosed: make(map[string]ast.Node),
	}
	w.document(root)
	finishHeadings(w.body.Headings, opt.Reserved)
	w.body.Sections = w.sections()
	w.body.UnusedNotes = w.unusedNotes()
	return w.body
}
