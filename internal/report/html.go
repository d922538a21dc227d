package report

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"wijkvisie/internal/source"
)

// Look is the municipality's own look of a report.
type Look struct {
	Style    []byte // a stylesheet with the properties of its house style; may be empty
	Logo     []byte // a picture; empty for none
	LogoType string // its media type
}

// stylesheet is the look of a report on a screen and on paper.
//
//go:embed report.css
var stylesheet string

// Stylesheet returns the look of a report, for other pages that look like one.
func Stylesheet() string { return stylesheet }

// HTML writes a report as one HTML file that needs no other, for a screen and for A4.
func (r *Report) HTML(w io.Writer, look Look) error {
	d := &document{words: r.words.Text}
	d.printf("<!doctype html>\n<html lang=%q>\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n", r.Lang, text(r.Title))
	d.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	d.printf("<style>\n%s%s</style>\n</head>\n<body>\n<header>\n", inStyle(look.Style), stylesheet)
	if len(look.Logo) > 0 {
		// The name of the municipality stands in the title: the logo says nothing else.
		d.printf("<img src=\"data:%s;base64,%s\" alt=\"\">\n", text(look.LogoType), base64.StdEncoding.EncodeToString(look.Logo))
	}
	d.printf("<h1>%s</h1>\n<p>%s</p>\n</header>\n<main>\n", text(r.Title), text(r.Between))
	if r.Notice != "" {
		d.printf("<p class=\"notice\">%s</p>\n", text(r.Notice))
	}
	d.printf("<section>\n<h2>%s</h2>\n", text(r.Summary.Title))
	for _, p := range r.Summary.Paragraphs {
		d.printf("<p>%s</p>\n", text(p))
	}
	d.table(r.Summary.Table)
	d.printf("</section>\n")
	for _, c := range r.Chapters {
		d.chapter(c)
	}
	d.sources()
	d.printf("</main>\n</body>\n</html>\n")
	_, err := d.WriteTo(w)
	return err
}

// document is HTML that is being written.
type document struct {
	bytes.Buffer
	notes
	words func(key string, args ...string) string
}

func (d *document) printf(format string, args ...any) { fmt.Fprintf(&d.Buffer, format, args...) }

func (d *document) table(t Table) {
	if len(t.Rows) == 0 {
		return
	}
	d.printf("<table>\n<caption>%s</caption>\n<thead>\n<tr>", text(t.Caption))
	for _, cell := range t.Head {
		d.printf("<th scope=\"col\">%s</th>", text(cell))
	}
	d.printf("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		d.printf("<tr><th scope=\"row\">%s</th>", text(row[0]))
		for _, cell := range row[1:] {
			d.printf("<td>%s</td>", text(cell))
		}
		d.printf("</tr>\n")
	}
	d.printf("</tbody>\n</table>\n")
}

func (d *document) chapter(c Chapter) {
	d.printf("<section>\n<h2>%s</h2>\n", text(c.Title))
	if len(c.Sections) == 0 {
		d.printf("<p>%s</p>\n", text(c.Nothing))
	}
	for _, s := range c.Sections {
		d.printf("<h3>%s</h3>\n", text(s.Title))
		for _, g := range s.Groups {
			if g.Title != "" {
				d.printf("<h4>%s</h4>\n", text(g.Title))
			}
			d.printf("<ul>\n")
			for _, sentence := range g.Sentences {
				n := d.add(sentence)
				d.printf("<li>%s<sup><a id=\"zin-%d\" href=\"#bron-%[2]d\" aria-label=\"%s\">%[2]d</a></sup></li>\n",
					text(sentence.Text), n, text(d.words("report.source", "n", fmt.Sprint(n))))
			}
			d.printf("</ul>\n")
		}
	}
	d.printf("</section>\n")
}

// sources writes where every sentence was written.
func (d *document) sources() {
	if len(d.notes) == 0 {
		return
	}
	d.printf("<section class=\"sources\">\n<h2>%s</h2>\n<ol>\n", text(d.words("report.sources")))
	for i, at := range d.notes {
		back := text(d.words("report.back", "n", fmt.Sprint(i+1)))
		d.printf("<li id=\"bron-%d\">%s <a href=\"#zin-%[1]d\" aria-label=\"%s\">↑</a></li>\n", i+1, d.places(at), back)
	}
	d.printf("</ol>\n</section>\n")
}

func (d *document) places(list []source.Pos) string {
	return places(list, ", ", func(s string) string { return "<code>" + text(s) + "</code>" })
}

// text returns text as HTML.
func text(s string) string { return html.EscapeString(s) }

// inStyle returns a stylesheet that cannot end the element that it stands in.
func inStyle(css []byte) string { return strings.ReplaceAll(string(css), "<", `\3c `) }
