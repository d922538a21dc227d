package preview

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/diag"
)

//go:embed preview.js
var script []byte

//go:embed preview.css
var style []byte

// own is where the preview's own files are; no page of a site can be there, for no
// id begins with an underscore.
const own = "/_wijkvisie/"

// withPreview adds to a page what only the preview needs: its script and style, and
// the errors in the content.
func withPreview(page []byte, s *Site) []byte {
	head := fmt.Sprintf("<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"%spreview.css\">\n<script type=\"module\" src=\"%spreview.js\" data-version=\"%d\"></script>\n", own, own, s.number)
	page = bytes.Replace(page, []byte("</head>"), []byte(head+"</head>"), 1)
	tail := append(bar(s), overlay(s.Diagnostics, s.editor)...)
	return bytes.Replace(page, []byte("</body>"), append(tail, "</body>"...), 1)
}

// bar returns what stands in a corner of every page: the reference date, which can
// be changed to see the site as of another day, and how much is doubtful.
func bar(s *Site) []byte {
	var b strings.Builder
	b.WriteString(`<aside class="wv-preview wv-preview-bar" aria-label="Voorbeeld">` + "\n")
	if s.Date != "" {
		fmt.Fprintf(&b, `<form action="%sdatum"><label>Voorbeeld, stand van zaken per <input type="date" name="d" value="%s" required autocomplete="off"></label> <button>Toon</button></form>`+"\n", own, html.EscapeString(s.Date))
	}
	warnings, remarks := s.Diagnostics.Count(diag.Warning), s.Diagnostics.Count(diag.Info)
	if warnings+remarks > 0 {
		fmt.Fprintf(&b, "<details><summary>%s, %s</summary>\n<ol>\n", number(warnings, "waarschuwing", "waarschuwingen"), number(remarks, "opmerking", "opmerkingen"))
		shown := 0
		for _, severity := range []diag.Severity{diag.Warning, diag.Info} {
			for _, d := range s.Diagnostics {
				if d.Severity() == severity && shown < mostShown {
					shown++
					fmt.Fprintf(&b, "<li>%s %s</li>\n", html.EscapeString(diag.Dutch.Say(d.Text)), placeOf(d, s.editor))
				}
			}
		}
		b.WriteString("</ol></details>\n")
	}
	b.WriteString("</aside>\n")
	return []byte(b.String())
}

func number(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}

// placeOf returns where a diagnostic stands, with a link to the editor when there is
// one.
func placeOf(d diag.Diagnostic, editor func(path string, line, column int) string) string {
	at := d.Pos.Place()
	place := fmt.Sprintf("<code>%s:%d:%d</code>", html.EscapeString(d.Path()), at.Line, at.Column)
	if editor == nil {
		return place
	}
	return fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(editor(d.Path(), at.Line, at.Column)), place)
}

// mostShown is how many errors the overlay lists; the terminal has all.
const mostShown = 20

// overlay returns the list of errors that stands over the page; nothing when there
// are none. It says what check says, and can be closed.
func overlay(list diag.List, editor func(path string, line, column int) string) []byte {
	errors := list.Count(diag.Error)
	if errors == 0 {
		return nil
	}
	if slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Text.Message == diag.SiteMissing }) {
		return []byte(beginning)
	}
	var b strings.Builder
	title := number(errors, "fout: de laatste goede pagina blijft staan", "fouten: de laatste goede pagina’s blijven staan")
	b.WriteString(`<section class="wv-preview" data-wv-overlay role="alert" aria-labelledby="wv-preview-title">` + "\n")
	b.WriteString(`<h2 id="wv-preview-title">` + title + `</h2><button type="button" data-wv-close>Sluit</button>` + "\n<ol>\n")
	shown := 0
	for _, d := range list {
		if d.Severity() != diag.Error {
			continue
		}
		if shown++; shown > mostShown {
			break
		}
		at := d.Pos.Place()
		fmt.Fprintf(&b, "<li><p><strong>%s</strong> %s</p>", html.EscapeString(diag.Dutch.Say(d.Text)), placeOf(d, editor))
		if d.Pos.File != nil {
			fmt.Fprintf(&b, "<pre>%s</pre>", html.EscapeString(shortened(d.Pos.File.Line(at.Line))))
		}
		fmt.Fprintf(&b, "<p>%s</p></li>\n", html.EscapeString(diag.Dutch.WayOut(d)))
	}
	b.WriteString("</ol>\n")
	if shown > mostShown {
		fmt.Fprintf(&b, "<p>En nog %d. In het venster van “wijkvisie serve” staan ze allemaal.</p>\n", errors-mostShown)
	}
	b.WriteString("</section>\n")
	return []byte(b.String())
}

// beginning is what stands over the page of a folder in which there is no site yet.
const beginning = `<section class="wv-preview" data-wv-overlay role="alert" aria-labelledby="wv-preview-title">
<h2 id="wv-preview-title">Hier begint u</h2><button type="button" data-wv-close>Sluit</button>
<p>In deze map staat nog geen <code>site.yaml</code>. Zodra u die bewaart, ziet u hier uw site.</p>
<p>Een begin dat meteen werkt, maakt u in een lege map met: <code>wijkvisie new site .</code></p>
</section>
`

// shortened returns what of a source line is shown.
func shortened(line string) string {
	const most = 200
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return line
}
