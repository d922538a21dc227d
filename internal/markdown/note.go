package markdown

import (
	"strconv"

	"wijkvisie/internal/city"
)

// noteInfo is what a fragment does with a footnote.
type noteInfo struct {
	number  int // 0 when the fragment does not refer to it
	refs    int // how often the fragment refers to it
	written int // how many of those references were written
}

// numberNotes finds the notes to which a fragment refers, and how often: a
// note has a way back to each reference.
func (r *renderer) numberNotes(f Fragment) {
	if len(f.body.Notes) == 0 {
		return
	}
	r.notes = make([]noteInfo, len(f.body.Notes))
	r.noteID = f.body.NotePrefix
	if f.section != "" {
		r.noteID += f.section + "-"
	}
	r.countRefs(f.blocks)
	for i := 0; i < len(r.order); i++ { // a note may refer to another
		n := r.order[i]
		r.countRefs(f.body.Notes[n : n+1])
	}
}

func (r *renderer) countRefs(blocks []city.Block) {
	for p := range parts(blocks) {
		if p.Hole != city.NoteNumber && p.Hole != city.NoteNumberInLink {
			continue
		}
		n := &r.notes[p.Index]
		if n.refs++; n.number == 0 {
			r.order = append(r.order, p.Index)
			n.number = len(r.order)
		}
	}
}

// noteNumber appends a reference to a note.
func (r *renderer) noteNumber(dst []byte, p city.Part) []byte {
	n := &r.notes[p.Index]
	n.written++
	number := strconv.Itoa(n.number)
	dst = append(dst, `<sup class="wv-note"`...)
	dst = appendAttribute(dst, "id", r.refID(p.Index, n.written))
	dst = append(dst, '>')
	if p.Hole == city.NoteNumberInLink && r.inLink {
		return append(append(dst, number...), "</sup>"...)
	}
	dst = append(dst, "<a"...)
	dst = appendAttribute(dst, "href", "#wv-note-"+r.noteID+number)
	dst = append(dst, ` role="doc-noteref">`...)
	return append(append(dst, number...), "</a></sup>"...)
}

// refID returns the id of a reference to a note, counted from 1.
func (r *renderer) refID(note, ref int) string {
	id := "wv-ref-" + r.noteID + strconv.Itoa(r.notes[note].number)
	if ref > 1 {
		id += "--" + strconv.Itoa(ref)
	}
	return id
}

// noteBack appends the ways back from a note to the text.
func (r *renderer) noteBack(dst []byte, note int) []byte {
	refs := r.notes[note].refs
	for ref := 1; ref <= refs; ref++ {
		name := r.page.NoteBack
		if name != "" && refs > 1 {
			name += " " + strconv.Itoa(ref)
		}
		dst = append(dst, ` <a class="wv-note-back"`...)
		dst = appendAttribute(dst, "href", "#"+r.refID(note, ref))
		dst = append(dst, ` role="doc-backlink"`...)
		dst = appendAttribute(dst, "aria-label", name)
		dst = append(dst, `>↩</a>`...)
	}
	return dst
}

// appendNotes appends the list of the notes to which the fragment refers.
func (r *renderer) appendNotes(dst []byte) []byte {
	if len(r.order) == 0 {
		return dst
	}
	dst = append(dst, "<ol class=\"wv-notes\">\n"...)
	for _, n := range r.order {
		dst = append(dst, "<li"...)
		dst = appendAttribute(dst, "id", "wv-note-"+r.noteID+strconv.Itoa(r.notes[n].number))
		dst = append(dst, ">\n"...)
		dst = r.blocks(dst, r.body.Notes[n:n+1])
		dst = append(dst, "</li>\n"...)
	}
	return append(dst, "</ol>\n"...)
}
