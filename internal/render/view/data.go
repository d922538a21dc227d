package view

import (
	"wijkvisie/internal/plan"
)

// dataView explains the open data.
type dataView struct {
	pageFrame
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

func (b *pageBuilder) data(p *plan.Page) any {
	v := &dataView{
		pageFrame: b.frame(p, b.Words.Text("menu.data"), b.Words.Text("data.description", "city", b.siteFrame.City)),
		Lead:      b.Words.Text("data.lead"),
		Licence:   b.Words.Text("data.licence", "licence", b.Licence()),
		Files: []link{
			{Text: b.Words.Text("data.workbook"), URL: b.Href(plan.WorkbookURL)},
			{Text: b.Words.Text("data.catalogue"), URL: b.Href(plan.CatalogueURL)},
			{Text: b.Words.Text("data.metadata"), URL: b.Href(plan.MetadataURL)},
		},
	}
	if b.Origin != "" {
		v.Files = append(v.Files, link{Text: b.Words.Text("feed.follow"), URL: b.Href(plan.FeedURL)})
	}
	if b.revision != nil {
		if revision := b.revision(); revision != "" {
			v.Licence += " " + b.Words.Text("data.revision", "revision", revision)
		}
	}
	for _, t := range plan.Tables() {
		table := tableView{
			ID:      "wv-" + string(t),
			Title:   b.Words.Text("data." + string(t)),
			Meaning: b.Words.Text("data." + string(t) + ".meaning"),
			JSON:    b.Href(t.JSON()),
			CSV:     b.Href(t.CSV()),
			Schema:  b.Href(t.Schema()),
		}
		if t == plan.WijkTable && b.site.HasMap() {
			table.GeoJSON = b.Href(plan.GeoJSONURL)
		}
		for _, name := range b.columns(t) {
			table.Columns = append(table.Columns, columnView{name, b.ColumnMeaning(t, name)})
		}
		v.Tables = append(v.Tables, table)
	}
	return v
}

// ColumnMeaning returns what a column holds; a column that means the same in
// several tables is explained once.
func (b *Builder) ColumnMeaning(t plan.Table, name string) string {
	if key := "column." + string(t) + "." + name; b.Words.Has(key) {
		return b.Words.Text(key)
	}
	return b.Words.Text("column." + name)
}

// Licence returns the licence of the open data, an SPDX identifier.
func (b *Builder) Licence() string {
	if l := b.graph.Site.Licence.Value; l != "" {
		return l
	}
	return "CC0-1.0"
}
