package view

import (
	"html/template"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// needPlace is where a need is.
type needPlace struct {
	Map template.HTML // of the municipality, with a dot; empty when it is not on a map
	OSM link          // to a map of the streets
}

// needPlace returns where a need is, nil when that is not known.
func (b *pageBuilder) needPlace(n *relate.Need) *needPlace {
	at := n.Main.Location
	if at == nil {
		return nil
	}
	p := &needPlace{OSM: link{Text: b.Words.Text("need.street-map"), URL: openStreetMap(at)}}
	if drawing := b.drawing(); drawing != nil {
		label := b.Words.Text("need.place", "name", n.Wijk.Name.Value)
		if areas := joinNames(n.Main.Areas(), ", "); areas != "" {
			label = b.Words.Text("need.place-in", "name", n.Wijk.Name.Value, "areas", areas)
		}
		p.Map = trustedHTML(drawing.Spot(n.Wijk.Ordinal, at.Lon, at.Lat, label))
	}
	return p
}

// openStreetMap returns the address of a place on OpenStreetMap, near enough to see streets.
// Nothing is asked of that site until the reader follows the link.
func openStreetMap(at *city.Point) string {
	degrees := func(d float64) string { return strconv.FormatFloat(d, 'f', -1, 64) }
	lat, lon := degrees(at.Lat), degrees(at.Lon)
	return "https://www.openstreetmap.org/?mlat=" + lat + "&mlon=" + lon + "#map=17/" + lat + "/" + lon
}
