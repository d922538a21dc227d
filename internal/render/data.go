package render

import (
	"bytes"
	"html/template"
	"io"
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
)

// dataView explains the open data.
type dataView struct {
	frame
	Lead    string
	Licence string
	Files   []link // of all tables together
	Tables  []tableView
}

// tableView is one table: its files and its columns.
type tableView struct {
	ID      string
	Title   string
	Meaning string
	JSON    string
	CSV     string
	Schema  string
	GeoJSON string // empty when there is none
	Columns []columnView
}

type columnView struct{ Name, Meaning string }

func (d *desk) data(p *plan.Page) *dataView {
	v := &dataView{
		frame:   d.frame(p, d.words.Text("menu.data"), d.say("data.description", "city", d.shell.City)),
		Lead:    d.words.Text("data.lead"),
		Licence: d.say("data.licence", "licence", d.licence()),
		Files: []link{
			{Text: d.words.Text("data.catalogue"), URL: d.href(plan.CatalogueURL)},
			{Text: d.words.Text("data.metadata"), URL: d.href(plan.MetadataURL)},
		},
	}
	if d.origin != "" {
		v.Files = append(v.Files, link{Text: d.words.Text("feed.follow"), URL: d.href(plan.FeedURL)})
	}
	if d.revision != nil {
		if revision := d.revision(); revision != "" {
			v.Licence += " " + d.say("data.revision", "revision", revision)
		}
	}
	for _, t := range plan.Tables() {
		table := tableView{
			ID:      "wv-" + string(t),
			Title:   d.words.Text("data." + string(t)),
			Meaning: d.words.Text("data." + string(t) + ".meaning"),
			JSON:    d.href(t.JSON()),
			CSV:     d.href(t.CSV()),
			Schema:  d.href(t.Schema()),
		}
		if t == plan.WijkTable && d.site.HasMap() {
			table.GeoJSON = d.href(plan.GeoJSONURL)
		}
		for _, name := range opendata.Columns(t) {
			table.Columns = append(table.Columns, columnView{name, d.columnMeaning(t, name)})
		}
		v.Tables = append(v.Tables, table)
	}
	return v
}

// columnMeaning returns what a column holds; a column that means the same in
// several tables is explained once.
func (r *Renderer) columnMeaning(t plan.Table, name string) string {
	if key := "column." + string(t) + "." + name; r.words.Has(key) {
		return r.words.Text(key)
	}
	return r.words.Text("column." + name)
}

// licence returns the licence of the open data, an SPDX identifier.
func (r *Renderer) licence() string {
	if l := r.graph.Site.Licence.Value; l != "" {
		return l
	}
	return "CC0-1.0"
}

// File is a file beside the pages.
type File struct {
	URL   string
	Write func(w io.Writer) error
}

// MadeFiles returns the files that are made of the content beside the pages.
func (r *Renderer) MadeFiles() []File {
	files := make([]File, len(r.site.Made))
	for i, m := range r.site.Made {
		files[i] = File{m.URL, func(w io.Writer) error { return r.make(w, m) }}
	}
	return files
}

// make writes a made file.
func (r *Renderer) make(w io.Writer, m plan.Made) error {
	switch m.Kind {
	case plan.MadeJSON:
		return opendata.JSON(w, m.Table, r.graph, r.base)
	case plan.MadeCSV:
		return opendata.CSV(w, m.Table, r.graph, r.base)
	case plan.MadeSchema:
		return opendata.Schema(w, m.Table, r.describe(m.Table))
	case plan.MadeMetadata:
		return opendata.Metadata(w, r.describe, r.publication())
	case plan.MadeGeoJSON:
		return opendata.GeoJSON(w, r.graph, r.base)
	case plan.MadeCatalogue:
		return opendata.Catalogue(w, r.publication())
	case plan.MadeSearchIndex:
		return r.writeSearchIndex(w)
	case plan.MadeSearchWords:
		return r.writeSearchWords(w, m.Part)
	case plan.MadeSearchBlock:
		return r.writeSearchBlock(w, m.Part)
	case plan.MadeFeed:
		return r.writeFeed(w, m)
	case plan.MadeSitemap:
		return r.writeSitemap(w, m)
	case plan.MadeSitemapList:
		return r.writeSitemapList(w)
	case plan.MadeFavicon:
		_, err := w.Write(r.icon)
		return err
	case plan.MadeRobots:
		return r.writeRobots(w)
	case plan.MadeSecurity:
		return r.writeSecurity(w)
	default:
		return r.writeRedirects(w)
	}
}

// iconName is what the picture of the site is called among the files of the theme.
const iconName = "favicon.svg"

// Assets returns the files of the theme, but for the picture of the site, which has
// an address of its own.
func (r *Renderer) Assets() []File {
	var files []File
	for _, a := range r.theme.Assets() {
		if a.Name == iconName {
			continue
		}
		files = append(files, File{plan.ThemeFileURL(a.Published), func(w io.Writer) error {
			_, err := w.Write(a.Data)
			return err
		}})
	}
	return files
}

// Revise returns the page of the open data of another revision of the content, of which
// all else that the page shows is the same, when that was made with the built-in template.
// It is not ok when the page does not tell one.
func Revise(page []byte, was, is string) (with []byte, ok bool) {
	old, now := inText(was), inText(is)
	if was == "" || is == "" || !bytes.Contains(page, []byte(old)) {
		return nil, false
	}
	return bytes.ReplaceAll(page, []byte(old), []byte(now)), true
}

// inText returns a text as templates write it.
func inText(s string) string {
	return strings.ReplaceAll(template.HTMLEscapeString(s), "+", "&#43;")
}
