package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Wijk parses a file in wijken/.
func Wijk(f *source.File) (*city.Wijk, diag.List) {
	w := &city.Wijk{Residents: -1}
	r := &reader{file: f}
	r.page(wijkMapping, &w.Record, w, noReserved)
	return w, r.problems
}

// noReserved returns no ids: headings may have any.
func noReserved() []string { return nil }

var wijkMapping = &Mapping{
	Name: "wijk",
	Keys: []Key{
		text("naam", func(w *city.Wijk) *source.Text { return &w.Name }).required().
			about("De naam van {de/het wijk}.", "The name of the {wijk}.", "Overvecht"),
		code("code", `^WK\d{4}[0-9A-Z]{2}$`, func(w *city.Wijk) *source.Text { return &w.Code }).
			about("De code van {de/het wijk} bij het CBS.", "The code of the {wijk} at CBS.", "WK034403"),
		whole("volgorde", 1, maxOrder, func(w *city.Wijk) (*int, *source.Pos) { return &w.Order, nil }).
			about("De plaats in lijsten; anders op alfabet.", "The place in lists; else by alphabet.", "3"),
		group("wijkregisseur", managerMapping, func(w *city.Wijk) *city.Contact { return &w.Manager }).
			about("Hoe {de/het wijkregisseur} te bereiken is.", "How to reach the {wijkregisseur}.", "{functie: Wijkregisseur Overvecht, e-mail: overvecht@example.nl}"),
		group("wijkbureau", officeMapping, func(w *city.Wijk) *city.Wijk { return w }).
			about("Waar {de/het wijkbureau} is.", "Where the {wijkbureau} is.", "{adres: Zamenhofdreef 7, openingstijden: op werkdagen van 9 tot 17 uur}"),
		texts("wijknetwerk", func(w *city.Wijk) *[]source.Text { return &w.Network }).
			about("Wie in {de/het wijk} samenwerken.", "Who works together in the {wijk}.", "[Wijkraad Overvecht, Woningcorporatie]"),
		groups("buurten", buurtMapping, func(w *city.Wijk) *[]*city.Buurt { return &w.Buurten }, nil).
			about("De {buurten} in {de/het wijk}.", "The {buurten} in the {wijk}.", "[{id: taagdreef, naam: Taagdreef en omgeving}]"),
		group("inwoners", residentsMapping, func(w *city.Wijk) *city.Wijk { return w }).
			about("Hoeveel mensen er wonen.", "How many people live there.", "{aantal: 35255, jaar: 2024, bron: CBS}"),
		tile("tegel", func(w *city.Wijk) (*[2]int, *source.Pos) { return &w.Tile, &w.TilePos }).
			about("Kolom en rij op de tegelkaart.", "Column and row in the tile map.", "[3, 1]"),
		former(func(w *city.Wijk) *[]source.Text { return &w.Former }),
	},
}

// maxOrder is the largest number for an order that is written by hand.
const maxOrder = 100_000

var buurtMapping = &Mapping{
	Name: "buurt",
	Keys: []Key{
		id("id", func(b *city.Buurt) *source.Text { return &b.ID }).required().
			about("Waarmee {behoeften} naar {de/het buurt} verwijzen.", "What {behoeften} refer to the {buurt} by.", "taagdreef"),
		text("naam", func(b *city.Buurt) *source.Text { return &b.Name }).required().
			about("De naam van {de/het buurt}.", "The name of the {buurt}.", "Taagdreef en omgeving"),
		code("code", `^BU\d{4}[0-9A-Z]{4}$`, func(b *city.Buurt) *source.Text { return &b.Code }).
			about("De code van {de/het buurt} bij het CBS.", "The code of the {buurt} at CBS.", "BU03440311"),
	},
}

var managerMapping = &Mapping{
	Name: "wijkregisseur",
	Keys: append([]Key{
		text("functie", func(c *city.Contact) *source.Text { return &c.Name }).
			about("Hoe de functie heet.", "What the role is called.", "Wijkregisseur Overvecht"),
	}, reachKeys()...),
}

var officeMapping = &Mapping{
	Name: "wijkbureau",
	Keys: []Key{
		text("adres", func(w *city.Wijk) *source.Text { return &w.OfficeAt }).
			about("Straat en huisnummer.", "Street and number.", "Zamenhofdreef 7"),
		text("openingstijden", func(w *city.Wijk) *source.Text { return &w.OfficeHours }).
			about("Wanneer het open is.", "When it is open.", "op werkdagen van 9 tot 17 uur"),
	},
}

var residentsMapping = &Mapping{
	Name: "residents",
	Keys: []Key{
		whole("aantal", 0, 100_000_000, func(w *city.Wijk) (*int, *source.Pos) { return &w.Residents, &w.ResidentsPos }).required().
			about("Het aantal inwoners.", "The number of residents.", "35255"),
		year("jaar", func(w *city.Wijk) *source.Text { return &w.ResidentsAt }).
			about("In welk jaar geteld is.", "In which year they were counted.", "2024"),
		text("bron", func(w *city.Wijk) *source.Text { return &w.ResidentsBy }).
			about("Wie geteld heeft.", "Who counted.", "CBS"),
	},
}
