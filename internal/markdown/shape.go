package markdown

import (
	"strconv"
	"strings"

	"wijkvisie/internal/city"
)

// Shape returns the markup of a body without its words: two bodies of which only words differ
// have the same.
func Shape(b *city.Body) string {
	var s strings.Builder
	for _, blocks := range [][]city.Block{b.Blocks, b.Notes} {
		for _, block := range blocks {
			for _, p := range block {
				writeTags(&s, p.HTML)
				s.WriteString("{" + strconv.Itoa(int(p.Hole)) + " " + strconv.Itoa(p.Index) + "}")
			}
			s.WriteString("\n")
		}
	}
	for _, h := range b.Headings {
		s.WriteString(strconv.Itoa(h.Level) + strconv.FormatBool(h.Explicit))
	}
	s.WriteString(strconv.Itoa(len(b.RawHTML)))
	return s.String()
}

// writeTags writes the tags of HTML of this package, in which a < is a tag, and where its lines
// end.
func writeTags(s *strings.Builder, html string) {
	for {
		i := strings.IndexAny(html, "<\n")
		if i < 0 {
			return
		}
		end := i + 1
		if html[i] == '<' {
			end = i + strings.IndexByte(html[i:], '>') + 1
		}
		s.WriteString(html[i:end])
		html = html[end:]
	}
}
