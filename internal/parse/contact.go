package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// Which schemes an address may have.
var webSchemes = []string{"https", "http"}

var contactMapping = &Mapping{
	Name: "contact",
	Keys: append([]Key{
		text("naam", func(c *city.Contact) *source.Text { return &c.Name }).
			says("Wie te bereiken is.", "Who can be reached.", "Wijkbureaus"),
	}, append(reachKeys(),
		address("url", webSchemes, func(c *city.Contact) *source.Text { return &c.URL }).
			says("De pagina met contactgegevens.", "The page that says how to get in touch.", "https://example.nl/contact"),
	)...),
}

// reachKeys are what every contact can have.
func reachKeys() []Key {
	return []Key{
		email("e-mail", func(c *city.Contact) *source.Text { return &c.Email }).
			says("Het mailadres.", "The mail address.", "wijken@example.nl"),
		text("telefoon", func(c *city.Contact) *source.Text { return &c.Phone }).
			says("Het telefoonnummer.", "The telephone number.", "14 030"),
	}
}

// documentMapping is the bron of a vision or a commitment: a document.
var documentMapping = &Mapping{
	Name: "document",
	Keys: []Key{
		text("titel", func(s *city.Source) *source.Text { return &s.Title }).
			says("Hoe het stuk heet.", "What the document is called.", "Collegebesluit"),
		address("url", webSchemes, func(s *city.Source) *source.Text { return &s.URL }).
			says("Waar het te lezen is.", "Where it can be read.", "https://example.nl/besluit"),
	},
}

// originMapping is the bron of a need: where it was said.
var originMapping = &Mapping{
	Name: "origin",
	Keys: []Key{
		text("wat", func(n *city.Need) *source.Text { return &n.RaisedAt }).
			says("Waar het vandaan komt.", "Where it comes from.", "wijkraadpleging"),
		dayOnly("datum", func(n *city.Need) *city.Day { return &n.RaisedOn }).
			says("De dag waarop het gezegd is.", "The day on which it was said.", "2010-11-16"),
		address("url", webSchemes, func(n *city.Need) *source.Text { return &n.Details().RaisedIn }).
			says("Waar het te lezen is.", "Where it can be read.", "https://example.nl/verslag"),
	},
}
