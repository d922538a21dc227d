package photo

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// readSVG describes an SVG. The error wraps ErrActive when it does more than draw: it is
// published as it is, and a browser that opens it treats it as a page of the site.
func readSVG(data []byte) (Picture, error) {
	p := Picture{Format: SVG}
	decoder := svgDecoder(data)
	root := false
	var texts [][]byte // of the elements that are open, without what is within them
	for {
		token, err := decoder.Token()
		if err == io.EOF && root {
			return p, nil
		}
		if err != nil {
			return Picture{}, fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return Picture{}, fmt.Errorf("%w: an entity", ErrActive)
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return Picture{}, fmt.Errorf("%w: <?%s?>", ErrActive, t.Target)
			}
		case xml.StartElement:
			if !root {
				if t.Name.Local != "svg" || t.Name.Space != svgNames && t.Name.Space != "" { // it may be a web page
					return Picture{}, fmt.Errorf("%w: <%s>", ErrUnreadable, t.Name.Local)
				}
				root = true
				p.Width, p.Height = sizeOf(t)
			}
			if err := passive(t); err != nil {
				return Picture{}, err
			}
			texts = append(texts, nil)
		case xml.EndElement:
			last := len(texts) - 1
			if refers(string(texts[last])) { // of a <style>
				return Picture{}, fmt.Errorf("%w: a style", ErrActive)
			}
			texts = texts[:last]
		case xml.CharData:
			if last := len(texts) - 1; last >= 0 {
				texts[last] = append(texts[last], t...) // a comment may stand within a word of a style
			}
		}
	}
}

func svgDecoder(data []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
	return decoder
}

// passive returns an error that wraps ErrActive unless an element only draws.
func passive(e xml.StartElement) error {
	switch strings.ToLower(e.Name.Local) {
	case "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set", "animate", "animatemotion", "animatetransform":
		return fmt.Errorf("%w: <%s>", ErrActive, e.Name.Local)
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(name, "on"):
			return fmt.Errorf("%w: %s", ErrActive, a.Name.Local)
		case (name == "href" || name == "src") && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"):
			return fmt.Errorf("%w: %s", ErrActive, value)
		case a.Name.Space != "xmlns" && name != "xmlns" && refers(value):
			return fmt.Errorf("%w: %s", ErrActive, value)
		}
	}
	return nil
}

// refers reports whether a style refers to another file.
func refers(style string) bool {
	lower := strings.ToLower(withoutEscapes(style))
	for _, s := range []string{"@import", "javascript:", "image-set(", "src("} {
		if strings.Contains(lower, s) {
			return true
		}
	}
	for {
		_, after, found := strings.Cut(lower, "url(")
		if !found {
			return false
		}
		if !strings.HasPrefix(strings.TrimLeft(after, " '\""), "#") {
			return true
		}
		lower = after
	}
}

// withoutEscapes returns a style with the characters for which there are escapes: \75rl( is url(.
func withoutEscapes(style string) string {
	if !strings.Contains(style, `\`) {
		return style
	}
	return cssEscape().ReplaceAllStringFunc(style, func(escape string) string {
		if n, err := strconv.ParseInt(strings.TrimSpace(escape[1:]), 16, 32); err == nil {
			return string(rune(n))
		}
		return escape[1:]
	})
}

// cssEscape matches an escape of CSS: a hexadecimal number and the space behind it, or any
// other character.
var cssEscape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\(?:[0-9A-Fa-f]{1,6}\s?|[^0-9A-Fa-f])`)
})

// sizeOf returns the size of an SVG in pixels; 0 when it has none.
func sizeOf(svg xml.StartElement) (width, height int) {
	var box []string
	for _, a := range svg.Attr {
		switch a.Name.Local {
		case "width":
			width = pixels(a.Value)
		case "height":
			height = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' })
		}
	}
	if (width == 0 || height == 0) && len(box) == 4 {
		width, height = pixels(box[2]), pixels(box[3])
	}
	return width, height
}

func pixels(length string) int {
	n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
	if err != nil || n < 1 || n > 100_000 {
		return 0
	}
	return int(n + 0.5)
}
