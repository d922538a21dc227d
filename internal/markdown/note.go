package markdown

import "strconv"

// numberNotes finds the notes to which a fragment refers, and how often: a
// note has a way back to each reference.
func (s *splice) numberNotes(f Fragment) {
	n := len(s.doc.notes) - 1
	counts := make([]int, 3*n)
	s.number, s.refs, s.passed = counts[:n:n], counts[n:2*n:2*n], counts[2*n:]
	s.idPart = s.doc.notePrefix
	if f.id != "" {
		s.idPart += f.id + "-"
	}
	for _, r := range f.runs {
		s.countRefs(f.marks(r))
	}
	for i := 0; i < len(s.order); i++ { // a note may refer to another
		n := s.order[i]
		s.countRefs(s.doc.notes[n], s.doc.notes[n+1])
	}
}

func (s *splice) countRefs(from, to mark) {
	for _, h := range s.doc.holes[from.hole:to.hole] {
		if h.kind != noteNumber && h.kind != noteNumberInLink {
			continue
		}
		if s.refs[h.index]++; s.number[h.index] == 0 {
			s.order = append(s.order, h.index)
			s.number[h.index] = len(s.order)
		}
	}
}

// noteNumber appends a reference to a note.
func (s *splice) noteNumber(dst []byte, h hole) []byte {
	s.passed[h.index]++
	dst = append(dst, `<sup class="wv-note" id="`...)
	dst = s.appendRefID(dst, h.index, s.passed[h.index])
	dst = append(dst, `">`...)
	number := int64(s.number[h.index])
	if h.kind == noteNumberInLink && s.inLink {
		dst = strconv.AppendInt(dst, number, 10)
		return append(dst, "</sup>"...)
	}
	dst = append(dst, `<a href="#`...)
	dst = s.appendNoteID(dst, h.index)
	dst = append(dst, `" role="doc-noteref">`...)
	dst = strconv.AppendInt(dst, number, 10)
	return append(dst, "</a></sup>"...)
}

// noteBack appends the ways back from a note to the text.
func (s *splice) noteBack(dst []byte, note int32) []byte {
	for ref := 1; ref <= s.refs[note]; ref++ {
		dst = append(dst, ` <a class="wv-note-back" href="#`...)
		dst = s.appendRefID(dst, note, ref)
		dst = append(dst, `" role="doc-backlink"`...)
		name := s.page.NoteBack
		if name != "" && s.refs[note] > 1 {
			name += " " + strconv.Itoa(ref)
		}
		dst = appendAttribute(dst, "aria-label", name)
		dst = append(dst, `>↩</a>`...)
	}
	return dst
}

// appendNotes appends the list of the notes to which the fragment refers.
func (s *splice) appendNotes(dst []byte) []byte {
	if len(s.order) == 0 {
		return dst
	}
	dst = append(dst, "<ol class=\"wv-notes\">\n"...)
	for _, n := range s.order {
		dst = append(dst, `<li id="`...)
		dst = s.appendNoteID(dst, n)
		dst = append(dst, "\">\n"...)
		dst = s.append(dst, s.doc.notes[n], s.doc.notes[n+1])
		dst = append(dst, "</li>\n"...)
	}
	return append(dst, "</ol>\n"...)
}

func (s *splice) appendNoteID(dst []byte, note int32) []byte {
	dst = append(dst, "wv-note-"...)
	dst = appendEscaped(dst, s.idPart)
	return strconv.AppendInt(dst, int64(s.number[note]), 10)
}

func (s *splice) appendRefID(dst []byte, note int32, ref int) []byte {
	dst = append(dst, "wv-ref-"...)
	dst = appendEscaped(dst, s.idPart)
	dst = strconv.AppendInt(dst, int64(s.number[note]), 10)
	if ref > 1 {
		dst = append(dst, "--"...)
		dst = strconv.AppendInt(dst, int64(ref), 10)
	}
	return dst
}
