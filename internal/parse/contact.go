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
			says("Wie te bereiken is.", "Wijkbureaus"),
	}, append(reachKeys(),
		address("url", webSchemes, func(c *city.Contact) *source.Text { return &c.URL }).
			says("De pagina met contactgegevens.", "https://example.nl/contact"),
	)...),
}

// reachKeys are what every contact can have.
func reachKeys() []Key {
	return []Key{
		email("e-mail", func(c *city.Contact) *source.Text { return &c.Email }).
			says("Het mailadres.", "wijken@example.nl"),
		text("telefoon", func(c *city.Contact) *source.Text { return &c.Phone }).
			says("Het telefoonnummer.", "14 030"),
	}
}

// documentMapping is the bron of a vision or a commitment: a document.
var documentMapping = &Mapping{
	Name: "document",
	Keys: []Key{
		text("titel", func(s *city.Source) *source.Text { return &s.Title }).
			says("Hoe het stuk heet.", "Collegebesluit"),
		address("url", webSchemes, func(s *city.Source) *source.Text { return &s.URL }).
			says("Waar het te lezen is.", "https://example.nl/besluit"),
	},
}

// originMapping is the bron of a need: where it was said.
var originMapping = &Mapping{
	Name: "origin",
	Keys: []Key{
		text("wat", func(s *city.Source) *source.Text { return &s.Title }).
			says("Waar het vandaan komt.", "wijkraadpleging"),
		date("datum", func(s *city.Source) *city.Date { return &s.Date }).
			says("De dag waarop het gezegd is.", "2010-11-16"),
		address("url", webSchemes, func(s *city.Source) *source.Text { return &s.URL }).
			says("Waar het te lezen is.", "https://example.nl/verslag"),
	},
}
