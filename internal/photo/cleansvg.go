package photo

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The names of what an SVG shows.
const (
	svgNames   = "http://www.w3.org/2000/svg"
	xlinkNames = "http://www.w3.org/1999/xlink"
	xmlNames   = "http://www.w3.org/XML/1998/namespace"
)

// cleanSVG writes an SVG without comments, without metadata and without what editors keep in it:
// elements and attributes with other names than those of SVG, such as the path of the file on
// the computer of its maker. What is shown is written byte for byte.
func cleanSVG(w io.Writer, data []byte) error {
	var out []byte
	// Rules of style may count the elements, so that each that goes leaves one without content.
	place := ""
	if bytes.Contains(data, []byte("<style")) || bytes.Contains(data, []byte(":style")) {
		place = "<metadata/>"
	}
	decoder := svgDecoder(data)
	within := 0 // elements that go
	for {
		start := decoder.InputOffset()
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
		raw := data[start:decoder.InputOffset()]
		switch t := token.(type) {
		case xml.StartElement:
			if within > 0 || t.Name.Space != svgNames && t.Name.Space != "" || t.Name.Local == "metadata" {
				within++
				continue
			}
			raw = cleanTag(raw, t.Attr)
		case xml.EndElement:
			if within > 0 {
				if within--; within == 0 {
					out = append(out, place...)
				}
				continue
			}
		case xml.Comment:
			continue
		}
		if within == 0 {
			out = append(out, raw...)
		}
	}
	if _, err := readSVG(out); err != nil { // nothing may come of what was left out
		return err
	}
	_, err := w.Write(out)
	return err
}

// cleanTag returns the start of an element without the attributes that are not shown.
func cleanTag(tag []byte, attributes []xml.Attr) []byte {
	var out []byte
	at := bytes.IndexAny(tag, " \t\r\n/>")
	if at < 0 {
		return tag
	}
	out = append(out, tag[:at]...)
	for _, a := range attributes {
		end := attributeEnd(tag, at)
		if end < 0 {
			return tag
		}
		if isShown(a) {
			out = append(out, tag[at:end]...)
		}
		at = end
	}
	return append(out, tag[at:]...)
}

// attributeEnd returns the end of the attribute that follows byte at of a tag; -1 when there is
// none.
func attributeEnd(tag []byte, at int) int {
	quote := bytes.IndexAny(tag[at:], `"'`)
	if quote < 0 {
		return -1
	}
	quote += at
	end := bytes.IndexByte(tag[quote+1:], tag[quote])
	if end < 0 {
		return -1
	}
	return quote + 1 + end + 1
}

// isShown reports whether an attribute is one of SVG.
func isShown(a xml.Attr) bool {
	switch a.Name.Space {
	case "", svgNames, xlinkNames, xmlNames, "xml":
		return true
	case "xmlns": // the short name of other names
		switch strings.TrimSpace(a.Value) {
		case svgNames, xlinkNames, xmlNames:
			return true
		}
	}
	return false
}
