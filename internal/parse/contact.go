package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

var contactMapping = &Mapping{
	Name: "contact",
	Keys: append([]Key{
		text("naam", func(c *city.Contact) *source.Text { return &c.Name }).
			about("Wie te bereiken is.", "Who can be reached.", "Wijkbureaus"),
	}, append(reachKeys(),
		address("url", func(c *city.Contact) *source.Text { return &c.URL }).
			about("De pagina met contactgegevens.", "The page that says how to get in touch.", "https://example.nl/contact"),
	)...),
}

// reachKeys are the keys of every contact.
func reachKeys() []Key {
	return []Key{
		email("e-mail", func(c *city.Contact) *source.Text { return &c.Email }).
			about("Het mailadres.", "The mail address.", "wijken@example.nl"),
		text("telefoon", func(c *city.Contact) *source.Text { return &c.Phone }).
			about("Het telefoonnummer.", "The telephone number.", "14 030"),
	}
}

// documentMapping is the bron of a vision or a commitment: a document.
var documentMapping = &Mapping{
	Name: "document",
	Keys: []Key{
		text("titel", func(s *city.Source) *source.Text { return &s.Title }).
			about("Hoe het stuk heet.", "What the document is called.", "Collegebesluit"),
		address("url", func(s *city.Source) *source.Text { return &s.URL }).
			about("Waar het te lezen is.", "Where it can be read.", "https://example.nl/besluit"),
	},
}

// originMapping is the bron of a need: where it was raised.
var originMapping = &Mapping{
	Name: "origin",
	Keys: []Key{
		text("wat", func(n *city.Need) *source.Text { return &n.RaisedAt }).
			about("Waar het vandaan komt.", "Where it comes from.", "wijkraadpleging"),
		date("datum", func(n *city.Need) *city.Date { return &n.RaisedOn }).
			about("De dag waarop het gezegd is.", "The day on which it was said.", "2010-11-16"),
		address("url", func(n *city.Need) *source.Text { return &n.RaisedIn }).
			about("Waar het te lezen is.", "Where it can be read.", "https://example.nl/verslag"),
	},
}
