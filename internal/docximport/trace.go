package docximport

import (
	"index/suffixarray"
	"sort"
	"strings"

	"wijkvisie/internal/docx"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// mostPieces is the number of pieces in which a paragraph may be in a file: a title, what
// follows it, and so on.
const mostPieces = 6

// trace finds for each paragraph of the document where it is, in the files as they are read. One
// that is nowhere is listed as left out.
func (im *importer) trace() {
	type text struct {
		path    string
		letters *suffixarray.Index
	}
	var files []text
	for _, f := range im.result.Files {
		if strings.HasSuffix(f.Path, ".md") {
			files = append(files, text{f.Path, suffixarray.New([]byte(fileLetters(f)))})
		}
	}
	var listed strings.Builder
	for _, l := range im.result.LeftOut {
		listed.WriteString(" " + lettersOf(l.Text))
	}
	left := suffixarray.New([]byte(listed.String()))
	for _, b := range paragraphsOf(im.doc) {
		words := plain(b)
		if lettersOf(words) == "" {
			continue
		}
		placed := Placed{Paragraph: b.Paragraph, Text: words}
		for _, f := range files {
			if isIn(f.letters, words) {
				placed.File = f.path
				break
			}
		}
		if _, mark := typedMark(words); placed.File == "" && mark > 0 { // which a need has no more
			for _, f := range files {
				if placed.File == "" && isIn(f.letters, words[mark:]) {
					placed.File = f.path
				}
			}
		}
		if placed.File == "" && im.values[b.Paragraph] {
			placed.File = im.valuesIn()
		}
		if placed.File == "" && !isIn(left, words) {
			im.leave(Unplaced, words, b.Paragraph)
		}
		im.result.Trace = append(im.result.Trace, placed)
	}
}

// valuesIn returns the path of the file that has what became a value: the last one.
func (im *importer) valuesIn() string {
	path := ""
	for _, f := range im.result.Files {
		if strings.HasSuffix(f.Path, ".md") {
			path = f.Path
		}
	}
	return path
}

// fileLetters returns the letters of all that a file shows, and of its front matter.
func fileLetters(f File) string {
	file := source.NewFile(f.Path, f.Data)
	front, _, ok := decode.Find(file)
	if !ok {
		return lettersOf(string(f.Data))
	}
	var values strings.Builder
	if root, _ := front.Decode(file); root != nil {
		writeScalars(&values, root)
	}
	body := markdown.Parse(file.Pos(front.Body, len(f.Data)), markdown.Options{})
	return lettersOf(values.String()) + " " + lettersOf(markdown.Whole(body).Text()) + " " + lettersOf(markdown.NotesText(body))
}

// isIn reports whether a text is in a longer one, at most in a few pieces of whole words.
func isIn(letters *suffixarray.Index, text string) bool {
	var words []string
	for w := range strings.FieldsSeq(text) {
		if l := lettersOf(w); l != "" {
			words = append(words, l)
		}
	}
	if len(words) == 0 {
		return true
	}
	for range mostPieces {
		// A longer piece that is in it has the shorter ones in it.
		n := sort.Search(len(words), func(n int) bool { return len(letters.Lookup([]byte(strings.Join(words[:n+1], "")), 1)) == 0 })
		if n == 0 {
			return false
		}
		if words = words[n:]; len(words) == 0 {
			return true
		}
	}
	return false
}

// writeScalars writes the texts in front matter.
func writeScalars(b *strings.Builder, n *tree.Node) {
	if n.Kind == tree.Scalar {
		b.WriteString(n.Text + " ")
	}
	for _, c := range n.Children {
		writeScalars(b, c)
	}
}

// paragraphsOf returns all paragraphs of a document, those in tables and notes included.
func paragraphsOf(doc *docx.Document) []docx.Block {
	var list []docx.Block
	var add func(blocks []docx.Block)
	add = func(blocks []docx.Block) {
		for _, b := range blocks {
			if b.Table == nil {
				list = append(list, b)
				continue
			}
			for _, row := range b.Table.Rows {
				for _, cell := range row.Cells {
					add(cell.Blocks)
				}
			}
		}
	}
	add(doc.Blocks)
	for _, n := range doc.Notes {
		add(n.Blocks)
	}
	return list
}
