package markdown

import (
	"bytes"
	stdhtml "html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if raw, ok := n.(*ast.RawHTML); ok && !w.plain {
			n = w.inlineTag(raw)
			continue
		}
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.wrap("strong", n)
		} else {
			w.wrap("em", n)
		}
	case *east.Strikethrough:
		w.wrap("del", n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.image(n)
	case *ast.RawHTML: // only of plain CommonMark
		for i := range n.Segments.Len() {
			at := n.Segments.At(i)
			w.out.Write(at.Value(w.in.text))
		}
	case *east.TaskCheckBox:
		box := "☐"
		if n.IsChecked {
			box = "☑"
		}
		w.string(`<span class="wv-task">` + box + `</span> `)
	case *noteRef:
		kind := city.NoteNumber
		if w.inLink {
			kind = city.NoteNumberInLink
		}
		w.hole(kind, w.noteIndex(n.note))
	default:
		w.inlines(n)
	}
}

func (w *writer) wrap(tag string, n ast.Node) {
	w.string("<" + tag + ">")
	w.inlines(n)
	w.string("</" + tag + ">")
}

func (w *writer) text(n *ast.Text) {
	value := n.Segment.Value(w.in.text)
	from := w.out.Len()
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(&w.out, value)
	} else {
		html.DefaultWriter.Write(&w.out, value)
	}
	if !w.plain && bytes.Contains(value, []byte("&#")) {
		w.fitHTML(from)
	}
	switch {
	case n.HardLineBreak():
		w.string("<br")
		w.void()
		w.string("\n")
	case n.SoftLineBreak():
		w.string("\n")
	}
}

// fitHTML is fit for what was written since from.
func (w *writer) fitHTML(from int) {
	fitting := fit(string(w.out.Bytes()[from:]))
	w.out.Truncate(from)
	w.string(fitting)
}

func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.string("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at := c.(*ast.Text).Segment
		value := at.Value(w.in.text)
		if w.inCell { // where a | in code is escaped too
			value = bytes.ReplaceAll(value, []byte(`\|`), []byte(`|`))
		}
		if line, ok := bytes.CutSuffix(value, []byte{'\n'}); ok {
			html.DefaultWriter.RawWrite(&w.out, line)
			w.string(" ")
			continue
		}
		html.DefaultWriter.RawWrite(&w.out, value)
	}
	w.string("</code>")
}

func (w *writer) link(n *ast.Link) {
	if w.plain {
		w.string(`<a href="`)
		w.plainTarget(n.Destination, n.Title)
		w.string(">")
		w.inlines(n)
		w.string("</a>")
		return
	}
	i := len(w.body.Links)
	pos := w.inlinePos(n)
	w.body.Links = append(w.body.Links, city.Link{
		Dest:  w.dest(n.Destination, pos),
		Pos:   pos,
		Title: fit(resolve(n.Title)),
	})
	safe := SafeDest(w.body.Links[i].Dest.Value)
	from := w.mark()
	if safe {
		w.hole(city.LinkStart, i)
	}
	outer := w.inLink
	w.inLink = true
	w.inlines(n)
	w.inLink = outer
	w.body.Links[i].Text = w.textFrom(from)
	if safe {
		w.hole(city.LinkEnd, i)
	}
}

// autoLink writes an address that stands as itself. Within a link it is text,
// as no link can hold another.
func (w *writer) autoLink(n *ast.AutoLink) {
	label := n.Label(w.in.text)
	url := n.URL(w.in.text)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(url), []byte("mailto:")) {
		url = append([]byte("mailto:"), url...)
	}
	if w.plain {
		w.string(`<a href="`)
		w.out.Write(util.EscapeHTML(util.URLEscape(url, false)))
		w.string(`">`)
	}
	safe := !w.plain && !w.inLink && SafeDest(string(url))
	i := len(w.body.Links)
	if !w.plain && !w.inLink {
		w.addAddress(string(url), label)
	}
	if safe {
		w.hole(city.LinkStart, i)
	}
	w.out.Write(util.EscapeHTML(label))
	if safe {
		w.hole(city.LinkEnd, i)
	}
	if w.plain {
		w.string("</a>")
	}
}

func (w *writer) addAddress(url string, label []byte) {
	start, ok := w.in.offsetOf(label)
	end := start + len(label)
	if !ok {
		end = start
	}
	dest := w.in.pos(start, end)
	text := w.in.text
	if start > 0 && end < len(text) && text[start-1] == '<' && text[end] == '>' {
		start, end = start-1, end+1
	}
	w.body.Links = append(w.body.Links, city.Link{
		Dest: source.Text{Value: url, Pos: dest},
		Text: string(label),
		Pos:  w.in.pos(start, end),
	})
}

func (w *writer) image(n *ast.Image) {
	if w.plain {
		w.string(`<img src="`)
		w.out.Write(util.EscapeHTML(util.URLEscape(n.Destination, true)))
		w.string(`" alt="`)
		w.alt(n)
		w.string(`"`)
		w.plainTitle(n.Title)
		w.void()
		return
	}
	from := w.out.Len()
	w.alt(n)
	alt := stdhtml.UnescapeString(string(w.out.Bytes()[from:]))
	pos := w.inlinePos(n)
	dest := w.dest(n.Destination, pos)
	w.body.Images = append(w.body.Images, city.Image{
		Dest:  dest,
		Alt:   strings.Join(strings.Fields(alt), " "),
		Pos:   pos,
		Title: fit(resolve(n.Title)),
	})
	if dest.Value == "" || !OnSite(dest.Value) {
		return // its description stays
	}
	w.out.Truncate(from)
	w.hole(city.ImagePlaceholder, len(w.body.Images)-1)
}

// alt writes the description of an image: the text of what is in it.
func (w *writer) alt(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			from := w.out.Len()
			w.text(n)
			if n.HardLineBreak() && !w.plain {
				w.out.Truncate(from + bytes.LastIndexByte(w.out.Bytes()[from:], '<'))
				w.string("\n")
			}
		case *ast.AutoLink:
			if !w.plain {
				w.out.Write(util.EscapeHTML(n.Label(w.in.text)))
			}
		case *ast.RawHTML:
			if !w.plain {
				w.addTag(n)
			}
		default:
			w.alt(n)
		}
	}
}

func (w *writer) plainTarget(dest, title []byte) {
	w.out.Write(util.EscapeHTML(util.URLEscape(dest, true)))
	w.string(`"`)
	w.plainTitle(title)
}

func (w *writer) plainTitle(title []byte) {
	if title != nil {
		w.string(` title="`)
		html.DefaultWriter.Write(&w.out, title)
		w.string(`"`)
	}
}

// inlinePos returns the place of a link or an image.
func (w *writer) inlinePos(n ast.Node) source.Pos {
	start := max(n.Pos(), 0)
	return w.in.pos(start, max(start, w.found.ends[n]))
}

// dest returns a destination and its place: that in the link or, when it was
// written elsewhere, that in the definition.
func (w *writer) dest(raw []byte, link source.Pos) source.Text {
	t := source.Text{Value: resolve(raw), Pos: link}
	if off, ok := w.in.offsetOf(raw); ok {
		t.Pos = w.in.pos(off, off+len(raw))
	} else if raw == nil && link.End > link.Start { // [text]()
		t.Pos = link.File.Pos(link.End-1, link.End-1)
	}
	return t
}

// fit replaces the characters that HTML does not have; a numeric entity can
// name any.
func fit(s string) string {
	return strings.Map(func(r rune) rune {
		if !fitsHTML(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}
