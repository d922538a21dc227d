package preview

import (
	"bytes"
	"embed"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
)

//go:embed preview.css preview.js connection.js worker.js
var ownFiles embed.FS

// ownURL is the folder of the preview's own files. No page of a site can be in it, because
// no id begins with an underscore.
const ownURL = "/_wijkvisie/"

// withPreview returns a page with what only the preview needs: its script and style, the
// bar, and the errors in the content; more are those of the page itself.
func (s *Site) withPreview(page []byte, name string, more ...diag.Diagnostic) []byte {
	head := fmt.Sprintf("<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"%spreview.css\">\n<script type=\"module\" src=\"%spreview.js\" data-version=\"%s\"></script>\n", ownURL, ownURL, s.version)
	page = bytes.Replace(page, []byte("</head>"), []byte(head+"</head>"), 1)
	return atEnd(page, s.bar(name)+brokenNote(s.pageOf(name))+s.overlay(more))
}

// atEnd returns a page with something at the end of its body.
func atEnd(page []byte, added string) []byte {
	end := bytes.LastIndex(page, []byte("</body>"))
	if end < 0 {
		return page
	}
	return slices.Concat(page[:end], []byte(added), page[end:])
}

// bar returns the panel in a corner of every page: what is not published yet, the warnings
// about this page, the places in the content that it is made of, and a form to see the site
// as of another reference date. It is one line when it is closed.
func (s *Site) bar(name string) string {
	var b strings.Builder
	page := s.pageOf(name)
	problems := ofFiles(s.Diagnostics, sourcesOf(page))
	title := []string{"Voorbeeld"}
	if why := s.whyHidden(page); why != "" {
		title = append(title, why)
	}
	if n := problems.Count(diag.Warning); n > 0 {
		title = append(title, number(n, "waarschuwing", "waarschuwingen"))
	}
	if n := problems.Count(diag.Info); n > 0 {
		title = append(title, number(n, "opmerking", "opmerkingen"))
	}
	fmt.Fprintf(&b, "<aside class=\"wv-preview wv-preview-bar\" aria-label=\"Voorbeeld\">\n<details><summary>%s</summary>\n", html.EscapeString(strings.Join(title, " · ")))
	if s.Date != "" {
		fmt.Fprintf(&b, `<form action="%sdatum"><label>Stand van zaken per <input type="date" name="d" value="%s" required autocomplete="off"></label> <button>Toon</button></form>`+"\n", ownURL, html.EscapeString(s.Date))
	}
	b.WriteString(s.worklistLink(page))
	s.writeWarnings(&b, problems)
	writeUnpublished(&b, s.unpublished())
	s.writeDefinitions(&b, definitionsOn(page))
	b.WriteString("</details>\n</aside>\n")
	return b.String()
}

// writeWarnings writes the warnings and the information about a page.
func (s *Site) writeWarnings(b *strings.Builder, list diag.List) {
	listed, all := 0, list.Count(diag.Warning)+list.Count(diag.Info)
	if all == 0 {
		return
	}
	b.WriteString("<details open><summary>Let op</summary>\n<ol>\n")
	for _, severity := range []diag.Severity{diag.Warning, diag.Info} {
		for _, d := range list {
			if d.Severity() == severity && listed < maxDiagnostics {
				listed++
				at := d.Pos.Place()
				fmt.Fprintf(b, "<li>%s %s</li>\n", html.EscapeString(diag.Dutch.Say(d.Text)), placeOf(d.Path(), at.Line, at.Column, s.editor))
			}
		}
	}
	b.WriteString("</ol>\n")
	if all > listed {
		fmt.Fprintf(b, "<p>En nog %d. “wijkvisie check” noemt ze allemaal.</p>\n", all-listed)
	}
	b.WriteString("</details>\n")
}

func writeUnpublished(b *strings.Builder, list []unpublished) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(b, "<details><summary>Nog niet gepubliceerd (%d)</summary>\n<ul>\n", len(list))
	for _, u := range list[:min(len(list), maxListed)] {
		fmt.Fprintf(b, "<li><a href=\"%s\">%s</a>: %s</li>\n", html.EscapeString(u.url), html.EscapeString(u.title), html.EscapeString(u.why))
	}
	b.WriteString("</ul></details>\n")
}

// writeDefinitions writes the places of the needs and commitments of a page. While this list
// is open, the script shows each place at its need or commitment too.
func (s *Site) writeDefinitions(b *strings.Builder, list []definition) {
	if len(list) == 0 {
		return
	}
	b.WriteString("<details data-wv-places><summary>Waar staat dit geschreven?</summary>\n<ul>\n")
	for _, d := range list {
		at := d.pos.Place()
		fmt.Fprintf(b, "<li data-wv-for=\"%s\">%s: %s</li>\n", html.EscapeString(s.base+d.url), html.EscapeString(d.title), placeOf(d.pos.Path(), at.Line, at.Column, s.editor))
	}
	b.WriteString("</ul></details>\n")
}

func number(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}

// placeOf returns a place in a content file, as a link when the place can be opened in an
// editor.
func placeOf(path string, line, column int, editor func(path string, line, column int) string) string {
	place := fmt.Sprintf("<code>%s:%d:%d</code>", html.EscapeString(path), line, column)
	if editor == nil {
		return place
	}
	return fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(editor(path, line, column)), place)
}

// maxDiagnostics is the greatest number of errors or warnings in a list. The terminal has
// all of them.
const maxDiagnostics = 20

// overlay returns the list of errors over the page, with the same texts as the command
// check; empty when there are no errors. The visitor can close it.
func (s *Site) overlay(more diag.List) string {
	list := slices.Concat(more, s.Diagnostics)
	errors := list.Count(diag.Error)
	if errors == 0 {
		return ""
	}
	if slices.ContainsFunc(s.Diagnostics, func(d diag.Diagnostic) bool { return d.Text.Message == diag.SiteMissing }) {
		return welcome
	}
	var b strings.Builder
	title := number(errors, "fout: de laatste goede pagina blijft staan", "fouten: de laatste goede pagina’s blijven staan")
	b.WriteString(`<section class="wv-preview" data-wv-overlay role="alert" aria-labelledby="wv-preview-title">` + "\n")
	b.WriteString(`<h2 id="wv-preview-title">` + title + `</h2><button type="button" data-wv-close>Sluit</button>` + "\n<ol>\n")
	listed := 0
	for _, d := range list {
		if d.Severity() != diag.Error {
			continue
		}
		if listed++; listed > maxDiagnostics {
			break
		}
		at, editor := d.Pos.Place(), s.editor
		if d.OfTheme() {
			editor = nil // it opens files of the content
		}
		fmt.Fprintf(&b, "<li><p><strong>%s</strong> %s</p>", html.EscapeString(diag.Dutch.Say(d.Text)), placeOf(d.Path(), at.Line, at.Column, editor))
		if d.Pos.File != nil {
			fmt.Fprintf(&b, "<pre>%s</pre>", html.EscapeString(shortened(d.Pos.File.Line(at.Line))))
		}
		fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(diag.Dutch.Hint(d)))
		for _, r := range d.Related() {
			at := r.Pos.Place()
			fmt.Fprintf(&b, "<p>%s: %s</p>", html.EscapeString(diag.Dutch.Say(r.Text)), placeOf(r.Pos.Path(), at.Line, at.Column, editor))
		}
		b.WriteString("</li>\n")
	}
	b.WriteString("</ol>\n")
	if errors > maxDiagnostics {
		fmt.Fprintf(&b, "<p>En nog %d. In het venster van “wijkvisie serve” staan ze allemaal.</p>\n", errors-maxDiagnostics)
	}
	b.WriteString("</section>\n")
	return b.String()
}

// welcome is the overlay for a folder that has no site yet.
const welcome = `<section class="wv-preview" data-wv-overlay role="alert" aria-labelledby="wv-preview-title">
<h2 id="wv-preview-title">Hier begint u</h2><button type="button" data-wv-close>Sluit</button>
<p>In deze map staat nog geen <code>site.yaml</code>. Zodra u die bewaart, ziet u hier uw site.</p>
<p>Een begin dat meteen werkt, maakt u in een lege map met: <code>wijkvisie new site .</code></p>
</section>
`

// missingNote returns a note for an address without a page: the new address of the page, or
// that its file cannot be read; empty when neither is known.
func (s *Site) missingNote(moved, unreadable string) string {
	switch {
	case moved != "":
		return note(fmt.Sprintf(`Deze pagina heeft nu een ander adres: <a href="%s">%[1]s</a>`, html.EscapeString(s.base+moved)))
	case unreadable != "":
		return note(fmt.Sprintf(`Hier komt de pagina van <code>%s</code>. Dat bestand kan nog niet worden gelezen.`, html.EscapeString(unreadable)))
	default:
		return ""
	}
}

// brokenNote returns a note for a page of a file that could only be read in part; empty for
// any other page.
func brokenNote(p *plan.Page) string {
	r := recordOf(p)
	if r == nil || !r.Broken {
		return ""
	}
	return note(fmt.Sprintf(`Het bestand <code>%s</code> kan nog niet helemaal worden gelezen. Hier staat wat er wel van te lezen is.`, html.EscapeString(r.File.Path)))
}

// note returns a note over a page, with a text that is HTML.
func note(text string) string {
	return `<section class="wv-preview wv-preview-note" role="status"><p>` + text + "</p></section>\n"
}

// shortened returns a source line, or its beginning with an ellipsis.
func shortened(line string) string {
	const most = 200
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return line
}
