package check

import (
	"bytes"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// mostTags is how many names of tags a message has.
const mostTags = 6

// rawHTML reports the HTML in a body: of a paragraph, or of several that have been pasted
// together, once.
func (k *checker) rawHTML(r *city.Record) {
	tags := slices.Clone(r.Body.RawHTML)
	slices.SortFunc(tags, func(a, b source.Pos) int { return a.Start - b.Start })
	for len(tags) > 0 {
		n := 1
		for n < len(tags) && together(r.File.Data[tags[n-1].End:max(tags[n-1].End, tags[n].Start)]) {
			n++
		}
		run := r.File.Data[tags[0].Start:tags[n-1].End]
		d := diag.At(tags[0], diag.HTMLFound, tagNames(tags[:n])).WithHint(diag.UseMarkdown)
		if program := pastedFrom(run); program != "" {
			d = diag.At(tags[0], diag.HTMLPasted, program, tagNames(tags[:n]))
		}
		k.report(d)
		tags = tags[n:]
	}
}

// together reports whether two tags belong to one paragraph, or to two with nothing between them.
func together(between []byte) bool {
	for i, line := range bytes.Split(between, []byte("\n")) {
		if i > 0 && len(bytes.TrimSpace(line)) == 0 {
			return len(bytes.TrimSpace(between)) == 0
		}
	}
	return true
}

// pastedFrom returns the program whose HTML it is, empty when that is not known.
func pastedFrom(html []byte) string {
	for _, mark := range [][2]string{{"Mso", "Word"}, {"mso-", "Word"}, {"<o:", "Word"}, {"schemas-microsoft-com", "Word"}, {"docs-internal-guid", "Google Docs"}} {
		if bytes.Contains(html, []byte(mark[0])) {
			return mark[1]
		}
	}
	return ""
}

// tagNames returns the elements that tags are of, each once, without their attributes.
func tagNames(tags []source.Pos) string {
	var names []string
	for _, t := range tags {
		name := tagName(string(t.Bytes()))
		if slices.Contains(names, name) {
			continue
		}
		if len(names) == mostTags {
			names = append(names, "…")
			break
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func tagName(tag string) string {
	name := strings.TrimLeft(tag, "</")
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	return "<" + strings.ToLower(shortened(name)) + ">"
}
