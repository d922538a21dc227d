package city

import "wijkvisie/internal/source"

// Wijk is a neighbourhood: the place and its people.
type Wijk struct {
	Record
	Name         source.Text
	Code         source.Text // CBS wijkcode, as in WK034403
	Order        int         // volgorde; 0 when not written
	Manager      Contact     // wijkregisseur; Name holds the functie
	OfficeAt     source.Text // wijkbureau.adres
	OfficeHours  source.Text // wijkbureau.openingstijden
	Network      []source.Text
	Buurten      []*Buurt
	Residents    int // inwoners.aantal; -1 when not written
	ResidentsAt  source.Text
	ResidentsBy  source.Text
	Tile         [2]int // column and row in the tile map, from 1; zero when not written
	TilePos      source.Pos
	ResidentsPos source.Pos
}

// Buurt is a part of a wijk.
type Buurt struct {
	ID   source.Text
	Name source.Text
	Code source.Text // CBS buurtcode, as in BU03440311
}
