// Package docx reads a Word document (.docx, ECMA-376) as the paragraphs, lists, tables,
// notes and pictures that a reader sees, each with the number of its paragraph, and a list of
// what a reader of the text does not need or does not see: headers and footers, a table of
// contents, deleted text, comments.
//
// A document is what somebody mailed: any bytes. It is a zip archive of XML, of which only as
// much is read as the limits below allow; nothing outside it is ever opened.
package docx

// Document is what is written in a file.
type Document struct {
	Blocks  []Block // in the order in which they are read
	Notes   []Note  // footnotes and endnotes, in the order of their first references
	LeftOut []Left  // in the order of the file
}

// Block is a paragraph or a table.
type Block struct {
	Paragraph int // its number in the file, from 1; of a table that of its first paragraph
	Level     int // of a heading, from 1; 0 for none
	IsTitle   bool
	Label     string // as Word writes it before the paragraph: "1.", "Doel 3:", "•"
	Depth     int    // of the item of a list, from 1; 0 for none
	Runs      []Run
	Table     *Table // nil of a paragraph
	InBox     bool   // it stands in a text box
}

// Run is a text in one form, or a picture.
type Run struct {
	Text         string // with \n for the end of a line
	Bold, Italic bool
	Struck       bool
	Link         string   // the address it leads to, as it is in the file
	Note         int      // 1 and more: the note with that place in Notes, no text
	Picture      *Picture // no text
}

// Picture is a picture in the text.
type Picture struct {
	Alt  string // as the author described it
	Data []byte
}

// Note is a footnote or an endnote.
type Note struct{ Blocks []Block }

// Table is a table. All rows have as many cells.
type Table struct{ Rows []Row }

// Row is a row of a table.
type Row struct {
	Cells  []Cell
	Header bool // Word repeats it on every page
}

// Cell is a cell of a table.
type Cell struct {
	Blocks []Block
	Right  bool // a part of the cell to its left, merged with it
	Below  bool // a part of the cell above it, merged with it
}

// Reason is why something is left out.
type Reason int

// The reasons.
const (
	Furniture    Reason = iota // a header or a footer
	Contents                   // a table of contents
	Deleted                    // deleted, and the change was not accepted yet
	Commented                  // a comment
	Hidden                     // hidden text
	Placeholder                // what a form asks to be filled in
	BadPicture                 // a picture in a format that browsers do not show
	OtherPicture               // a picture that is not in the document
	Object                     // a part that another program made: a chart, a sheet
	Symbol                     // a character of a font of symbols
	Address                    // where a link leads to that cannot be on a site
	Macro                      // a program in the document
)

// Left is something that is left out.
type Left struct {
	Reason    Reason
	Text      string
	Paragraph int // 0 when it is in none
}

// Text returns the text of a block that is a paragraph.
func (b Block) Text() string {
	var text []byte
	for _, r := range b.Runs {
		text = append(text, r.Text...)
	}
	return string(text)
}
