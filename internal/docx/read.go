package docx

import (
	"slices"
	"strings"
)

// Read reads a document. The error is an *Error.
func Read(data []byte) (*Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	r := &reader{archive: a, doc: &Document{}, counts: make(counters), noteOf: make(map[string]int)}
	if r.relations, err = a.relations(main); err != nil {
		return nil, err
	}
	root, err := a.tree(main)
	if err != nil {
		return nil, err
	}
	body := root.child("w:body")
	if body == nil {
		return nil, &Error{Damaged, main + ": no body"}
	}
	styles, err := r.related("styles")
	if err != nil {
		return nil, err
	}
	r.styles = readStyles(styles)
	numbers, err := r.related("numbering")
	if err != nil {
		return nil, err
	}
	r.numbers = readNumbering(numbers)
	r.doc.Blocks = r.blocks(body)
	if err := r.notes(); err != nil {
		return nil, err
	}
	if err := r.furniture(); err != nil {
		return nil, err
	}
	if r.err != nil {
		return nil, r.err
	}
	return r.doc, nil
}

// mainPart returns the name of the part with the text.
func (a *archive) mainPart() (string, error) {
	relations, err := a.relations("x")
	if err != nil {
		return "", err
	}
	for _, rel := range relations {
		if rel.kind == "officeDocument" && !rel.external && a.has(rel.target) {
			return strings.ToLower(rel.target), nil
		}
	}
	switch {
	case a.has("word/document.xml"):
		return "word/document.xml", nil
	case a.has("xl/workbook.xml"):
		return "", &Error{Spreadsheet, "a workbook"}
	}
	return "", &Error{NotWord, "no part with a document"}
}

// reader reads a document.
type reader struct {
	archive   *archive
	relations map[string]relation // of the part that is read
	styles    map[string]*style
	numbers   map[string]*numbering
	counts    counters
	doc       *Document
	number    int // of paragraphs so far
	carried   []Run
	fields    []*field
	noteOf    map[string]int // the place in Notes, by kind and id
	queue     []noteRef
	pictures  map[string][]byte
	err       error
}

type noteRef struct{ kind, id string }

// related returns the part of a kind that the text refers to; nil when there is none.
func (r *reader) related(kind string) (*node, error) {
	for _, rel := range r.relations {
		if rel.kind == kind && !rel.external {
			return r.archive.tree(rel.target)
		}
	}
	return nil, nil
}

// leave adds to what is left out.
func (r *reader) leave(reason Reason, text string, paragraph int) {
	text = strings.Join(strings.Fields(text), " ")
	if text != "" {
		r.doc.LeftOut = append(r.doc.LeftOut, Left{reason, text, paragraph})
	}
}

// notes reads the notes that the text refers to. A note may refer to another.
func (r *reader) notes() error {
	parts := map[string]string{"f": "footnotes", "e": "endnotes"}
	roots := make(map[string]*node)
	related := make(map[string]map[string]relation)
	main := r.relations
	for kind, part := range parts {
		for _, rel := range main {
			if rel.kind != part || rel.external {
				continue
			}
			root, err := r.archive.tree(rel.target)
			if err != nil {
				return err
			}
			roots[kind] = root
			if related[kind], err = r.archive.relations(rel.target); err != nil {
				return err
			}
		}
	}
	for i := 0; i < len(r.queue); i++ {
		ref := r.queue[i]
		var note Note
		if root := roots[ref.kind]; root != nil {
			for _, n := range root.children {
				if n.attr("id") == ref.id {
					r.relations = related[ref.kind]
					note.Blocks = r.blocks(n)
				}
			}
		}
		r.doc.Notes = append(r.doc.Notes, note)
	}
	r.relations = main
	return nil
}

// furniture lists headers and footers, comments and macros.
func (r *reader) furniture() error {
	var seen []string
	ids := make([]string, 0, len(r.relations))
	for id := range r.relations {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		rel := r.relations[id]
		if rel.external || rel.kind != "header" && rel.kind != "footer" && rel.kind != "comments" {
			continue
		}
		root, err := r.archive.tree(rel.target)
		if err != nil {
			return err
		}
		if root == nil {
			continue
		}
		if rel.kind == "comments" {
			for _, c := range root.children {
				text := c.words()
				if by := c.attr("author"); by != "" && text != "" {
					text = by + ": " + text
				}
				r.leave(Commented, text, 0)
			}
			continue
		}
		for line := range strings.Lines(root.words()) {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(seen, line) {
				seen = append(seen, line)
				r.leave(Furniture, line, 0)
			}
		}
	}
	if r.archive.has("word/vbaproject.bin") {
		r.leave(Macro, "vbaProject.bin", 0)
	}
	return nil
}

// allText returns the text within an element, of whatever it is.
func (n *node) allText() string {
	if n == nil {
		return ""
	}
	text := n.text
	for _, c := range n.children {
		text += c.allText()
	}
	return text
}
