package city

import "wijkvisie/internal/source"

// Body is the Markdown below the front matter of a file, as package markdown reads
// and shows it.
type Body struct {
	Pos         source.Pos   // the whole body
	Headings    []Heading    // in order of the text
	Links       []Link       // in order of the text, those in footnotes last
	Images      []Image      // likewise
	RawHTML     []source.Pos // each tag, declaration and instruction; not the comments
	Sections    []Section    // those whose heading carries an id the author wrote
	UnusedNotes []source.Pos // the footnotes that are not shown, as nothing refers to them

	Blocks     []Block // of the top level
	Notes      []Block // the footnotes, in the order of their first references
	NotePrefix string  // stands in the ids of footnotes
}

// Heading is a heading of a body.
type Heading struct {
	Level    int        // as shown on its own: never 1, see package markdown
	ID       string     // unique in the body, unless the author wrote it twice
	Explicit bool       // the author wrote the id, as {#id}
	Repeated bool       // an earlier heading has the id
	Text     string     // without markup
	Pos      source.Pos // from the first character of the heading up to its line end
	IDPos    source.Pos // the id without {# and }; where Explicit is false, the same as Pos
}

// Link is a link in a body: inline, by reference, or an address that stands as itself.
type Link struct {
	Dest  source.Text // the destination without < >, its escapes resolved, and where it stands
	Title string
	Text  string     // without markup
	Pos   source.Pos // the whole link
}

// Image is an image in a body.
type Image struct {
	Dest  source.Text
	Title string
	Alt   string
	Pos   source.Pos
}

// Section is the part of a body under a heading with an id that the author
// wrote, up to the next heading of its level or higher. Headings within a
// quote or a list begin none.
type Section struct {
	ID       string
	Pos      source.Pos // the heading included
	From, To int        // its blocks, Blocks[From:To], of which the heading is the first
}

// Block is a block of a body as HTML. A block that shows nothing has no parts.
type Block []Part

// Part is HTML and a hole after it, which is filled with what depends on the page
// that shows the body.
type Part struct {
	HTML  string
	Hole  Placeholder
	Index int // of what the hole is for, in Headings, Links, Images or Notes
}

// Placeholder is what goes into a hole.
type Placeholder int

// The kinds of hole.
const (
	NoPlaceholder Placeholder = iota
	HeadingStart
	HeadingEnd
	LinkStart
	LinkEnd
	ImagePlaceholder
	NoteNumber
	NoteNumberInLink // where no link may stand
	NoteBack
)
