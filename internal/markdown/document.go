package markdown

import "wijkvisie/internal/source"

// Document is a body as it was read. It does not change after it is made and
// may be read from many goroutines.
type Document struct {
	Pos         source.Pos   // the whole body
	Headings    []Heading    // in order of the text
	Links       []Link       // in order of the text, those in footnotes last
	Images      []Image      // likewise
	RawHTML     []source.Pos // each tag, declaration and instruction; not the comments
	Sections    []Section    // those whose heading carries an id the author wrote
	UnusedNotes []source.Pos // the footnotes that are not shown, as nothing refers to them

	html       string // the blocks, then the notes
	holes      []hole // in order of their places
	blocks     []mark // where each block of the top level begins, and where the last ends
	notes      []mark // where each note begins, and where the last ends
	whole      [1]run
	notePrefix string
}

// Heading is a heading of a body.
type Heading struct {
	Level    int        // as shown on its own: never 1, see the package comment
	Explicit bool       // the author wrote the id, as {#id}
	again    bool       // an earlier heading has the id
	ID       string     // unique in the document, unless the author wrote it twice
	Text     string     // without markup
	Pos      source.Pos // from the first character of the heading up to its line end
	IDPos    source.Pos // the id without {# and }; where Explicit is false, the same as Pos
}

// Link is a link in a body: inline, by reference, or an address that stands as itself.
type Link struct {
	Dest source.Text // the destination without < >, its escapes resolved, and where it stands
	Text string      // without markup
	Pos  source.Pos  // the whole link

	title string
}

// Image is an image in a body.
type Image struct {
	Dest source.Text
	Alt  string
	Pos  source.Pos

	title string
}

// Section is the part of a body under a heading with an id that the author
// wrote, up to the next heading of its level or higher. Headings within a
// quote or a list begin none.
type Section struct {
	ID  string
	Pos source.Pos // the heading included

	blocks [1]run // the heading included
	under  [1]run // the heading left out
}

// run is a row of blocks, the end excluded.
type run struct{ from, to int32 }

// mark is a place in the HTML: the offset, and the number of the hole that
// comes next. Of a block that is a heading it holds the number and the level.
type mark struct {
	html, hole int32
	heading    int32 // -1 when it is none
	level      int32
	src        int32 // offset in the text
}

// hole is a place in the HTML where something goes that depends on the page.
type hole struct {
	at    int32
	index int32 // in Headings, Links, Images or notes
	kind  holeKind
}

type holeKind uint8

const (
	headingStart holeKind = iota
	headingEnd
	linkStart
	linkEnd
	image
	noteNumber
	noteNumberInLink // where no link may stand
	noteBack
)
