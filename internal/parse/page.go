package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Page parses a file in paginas/.
func Page(f *source.File) (*city.Page, diag.List) {
	p := &city.Page{}
	r := &reader{file: f}
	r.page(pageMapping, &p.Record, p, noReserved)
	return p, r.problems
}

var pageMapping = &Mapping{
	Name: "page",
	Keys: []Key{
		text("titel", func(p *city.Page) *source.Text { return &p.Title }).required().
			about("De titel van de pagina.", "The title of the page.", "Over deze site"),
		text("omschrijving", func(p *city.Page) *source.Text { return &p.Description }).prose().
			about("Eén zin over de pagina.", "A sentence about the page.", "Wat deze site laat zien en wie hem maakt."),
		whole("volgorde", 1, maxOrder, func(p *city.Page) (*int, *source.Pos) { return &p.Order, nil }).
			about("De plaats in het menu.", "The place in the menu.", "1"),
		text("menu", func(p *city.Page) *source.Text { return &p.Menu }).
			oneOf(city.MenuMain, city.MenuFooter, city.MenuNone).
			about("In welk menu de pagina staat.", "In which menu the page is.", city.MenuFooter),
		date("bijgewerkt", func(p *city.Page) *city.Date { return &p.Updated }).
			about("De dag waarop de pagina is bijgewerkt.", "The day on which the page was updated.", "2011-05-19"),
		text("status", func(p *city.Page) *source.Text { return &p.Status }).
			oneOf(city.Concept, city.Published).
			about("Of de pagina op de site staat.", "Whether the page is on the site.", city.Published),
		date("publiceren-op", func(p *city.Page) *city.Date { return &p.Publish }).
			about("Vóór deze dag staat de pagina niet op de site.", "Before this day the page is not on the site.", "2011-05-20"),
		languageTag("taal", func(p *city.Page) *source.Text { return &p.Language }).
			about("De taal, als het niet die van de site is.", "The language, when it is not that of the site.", "en"),
		former(func(p *city.Page) *[]source.Text { return &p.Former }),
	},
}
