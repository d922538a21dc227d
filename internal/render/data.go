package render

import (
	"io"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
)

// dataView explains the open data.
type dataView struct {
	frame
	Lead    string
	Licence string
	Tables  []tableView
}

// tableView is one table: its files and its columns.
type tableView struct {
	ID      string
	Title   string
	Meaning string
	JSON    string
	CSV     string
	Columns []columnView
}

type columnView struct{ Name, Meaning string }

func (r *Renderer) data(p *plan.Page) dataView {
	v := dataView{
		frame:   r.frame(p, r.words.Text("menu.data"), r.words.Text("data.description", "city", r.shell.City)),
		Lead:    r.words.Text("data.lead"),
		Licence: r.words.Text("data.licence", "licence", r.licence()),
	}
	for _, t := range plan.Tables() {
		table := tableView{
			ID:      "wv-" + string(t),
			Title:   r.words.Text("data." + string(t)),
			Meaning: r.words.Text("data." + string(t) + ".meaning"),
			JSON:    r.href(t.JSON()),
			CSV:     r.href(t.CSV()),
		}
		for _, name := range opendata.Columns(t) {
			table.Columns = append(table.Columns, columnView{name, r.columnMeaning(t, name)})
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

// DataFiles returns the files that are made beside the pages: the open data, and
// the index of the search.
func (r *Renderer) DataFiles() []File {
	var files []File
	for _, t := range plan.Tables() {
		files = append(files,
			File{t.JSON(), func(w io.Writer) error { return opendata.JSON(w, t, r.graph, r.href) }},
			File{t.CSV(), func(w io.Writer) error { return opendata.CSV(w, t, r.graph, r.href) }})
	}
	return append(files, File{plan.SearchIndexURL, r.writeSearchIndex})
}

// Assets returns the files of the theme.
func (r *Renderer) Assets() []File {
	var files []File
	for _, a := range r.theme.Assets() {
		files = append(files, File{plan.ThemeFileURL(a.Published), func(w io.Writer) error {
			_, err := w.Write(a.Data)
			return err
		}})
	}
	return files
}
