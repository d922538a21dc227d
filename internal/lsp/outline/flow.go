package outline

import "strings"

// flowReader reads a value between braces or brackets.
type flowReader struct {
	*reader
	at, limit int
	eol       int // the end of the line that was found last
}

// flow reads the mapping or the list that begins with a brace or a bracket at an offset of the
// next line.
func (r *reader) flow(at, outer, depth int) *Node {
	f := &flowReader{reader: r, at: at, limit: r.limit(outer), eol: -1}
	n := f.collection(depth)
	r.next++
	r.passOver(f.at)
	return n
}

// collection reads a mapping or a list from its opening brace or bracket on.
func (f *flowReader) collection(depth int) *Node {
	n := &Node{Kind: List, Flow: true, Start: f.at}
	closing := byte(']')
	if f.text[f.at] == '{' {
		n.Kind, closing = Mapping, '}'
	}
	f.at++
	for {
		f.skip(true)
		if f.at >= f.limit {
			n.End = f.limit
			return n
		}
		switch c := f.text[f.at]; {
		case c == ',':
			f.at++
		case c == closing:
			f.at++
			n.End, n.Closed = f.at, true
			return n
		case c == '}' || c == ']': // that of what is around it
			n.End = f.at
			return n
		default:
			n.Entries = append(n.Entries, f.entry(n.Kind, depth))
		}
	}
}

// entry reads a key and its value, or an item.
func (f *flowReader) entry(kind Kind, depth int) *Entry {
	e := &Entry{Start: f.at, KeyEnd: f.at, Colon: -1}
	if kind == List {
		e.Value = f.value(depth)
	} else {
		f.entryKey(e)
		if e.Colon >= 0 {
			f.skip(true)
			if f.at < f.limit && strings.IndexByte(",]}", f.text[f.at]) < 0 {
				e.Value = f.value(depth)
			}
		}
	}
	for f.at < f.limit && strings.IndexByte(",]}", f.text[f.at]) < 0 {
		f.at++ // what does not belong behind a value
	}
	e.End = f.at
	return e
}

// entryKey reads a key and its colon, which may be missing.
func (f *flowReader) entryKey(e *Entry) {
	if c := f.text[f.at]; c == '"' || c == '\'' {
		end, closed := f.quoted(f.at, f.lineEnd())
		e.Key = strings.Trim(f.text[f.at:end], string(c))
		f.at, e.KeyEnd = end, end
		if !closed {
			return
		}
	} else {
		for f.at < f.lineEnd() && strings.IndexByte(",]}", f.text[f.at]) < 0 && !f.isColon() {
			f.at++
		}
		e.Key = strings.TrimRight(f.text[e.Start:f.at], " \t")
		e.KeyEnd = e.Start + len(e.Key)
	}
	f.skip(false)
	if f.at < f.limit && f.text[f.at] == ':' {
		e.Colon = f.at
		f.at++
	}
}

// isColon reports whether what is next ends a key.
func (f *flowReader) isColon() bool {
	return f.text[f.at] == ':' && (f.at+1 >= f.limit || strings.IndexByte(" \t\r\n,]}", f.text[f.at+1]) >= 0)
}

// value reads a value.
func (f *flowReader) value(depth int) *Node {
	switch c := f.text[f.at]; {
	case (c == '{' || c == '[') && depth < maxDepth:
		return f.collection(depth + 1)
	case c == '"' || c == '\'':
		n := &Node{Quoted: true, Start: f.at}
		n.End, n.Closed = f.quoted(f.at, f.limit)
		if !n.Closed {
			n.End = f.lineEnd()
		}
		f.at = n.End
		return n
	}
	n := &Node{Start: f.at}
	end := f.lineEnd()
	for f.at < end && strings.IndexByte(",]}", f.text[f.at]) < 0 {
		f.at++
	}
	n.End = f.plainEnd(n.Start, f.at)
	return n
}

// lineEnd returns where the line ends.
func (f *flowReader) lineEnd() int {
	if f.at > f.eol {
		f.eol = f.limit
		if n := strings.IndexAny(f.text[f.at:f.limit], "\r\n"); n >= 0 {
			f.eol = f.at + n
		}
	}
	return f.eol
}

// skip passes over spaces and, when lines is set, line ends and comments.
func (f *flowReader) skip(lines bool) {
	for f.at < f.limit {
		switch c := f.text[f.at]; {
		case c == ' ' || c == '\t':
			f.at++
		case lines && (c == '\r' || c == '\n'):
			f.at++
		case lines && c == '#' && strings.IndexByte(" \t\r\n", f.text[f.at-1]) >= 0:
			f.at = f.lineEnd()
		default:
			return
		}
	}
}
