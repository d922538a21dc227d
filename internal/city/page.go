package city

import "wijkvisie/internal/source"

// Page is a loose page of the site (pagina).
type Page struct {
	Record
	Title       source.Text
	Description source.Text
	Order       int
	Menu        source.Text // one of the Menu constants; zero means MenuFooter
	Updated     Date
	Status      source.Text // Draft or Published; zero means Published
	Language    source.Text
}

// Where a page is linked from.
const (
	MenuMain   = "hoofd"
	MenuFooter = "voet"
	MenuNone   = "geen"
)
