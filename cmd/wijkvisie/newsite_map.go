package main

import (
	"fmt"
	"strings"

	"wijkvisie/internal/cbsmap"
	"wijkvisie/internal/diag"
)

// explainMap says what is wrong with a map, and the way out.
func explainMap(lang diag.Lang, p *cbsmap.Problem) string {
	switch p.What {
	case cbsmap.Several:
		return say(lang, sayMapSeveral, listed(p.Municipalities))
	case cbsmap.NoMunicipality:
		return notOnMap(lang, p)
	case cbsmap.NoWijken:
		if !isOnMap(p.Municipalities, p.Text) && len(p.Municipalities) > 0 {
			return notOnMap(lang, p)
		}
		return say(lang, sayMapNoWijken, p.Text)
	case cbsmap.NoName:
		return say(lang, sayMapNoName, p.Text)
	case cbsmap.OtherYears:
		return say(lang, sayMapYears, p.Text)
	}
	file := p.File
	return say(lang, mapProblems()[p.What], file, p.Text)
}

// isOnMap reports whether a municipality, given by its code and name, is one of those of a map.
func isOnMap(all []cbsmap.Municipality, given string) bool {
	code, _, _ := strings.Cut(given, " ")
	for _, m := range all {
		if m.Code == code {
			return true
		}
	}
	return false
}

// notOnMap says that a municipality is not on a map, and which one may be meant.
func notOnMap(lang diag.Lang, p *cbsmap.Problem) string {
	names := make(map[string]string)
	var known []string
	for _, m := range p.Municipalities {
		for _, s := range []string{strings.ToLower(m.Name), m.Code} {
			if s != "" {
				names[s] = strings.TrimSpace(m.Code + " " + m.Name)
				known = append(known, s)
			}
		}
	}
	text := strings.ToLower(p.Text)
	if strings.HasPrefix(text, "gm") {
		text = strings.ToUpper(text)
	}
	var begin []cbsmap.Municipality
	for _, m := range p.Municipalities {
		if strings.HasPrefix(strings.ToLower(m.Name), text) {
			begin = append(begin, m)
		}
	}
	if near, ok := diag.Nearest(text, known); ok && len(begin) == 0 {
		return say(lang, sayMapNear, p.Text, names[near])
	}
	if len(begin) > 0 {
		return say(lang, sayMapNot, p.Text, listed(begin))
	}
	return say(lang, sayMapNot, p.Text, listed(p.Municipalities))
}

// mostMunicipalities is how many municipalities a message names at most.
const mostMunicipalities = 20

// listed returns the municipalities to choose from.
func listed(all []cbsmap.Municipality) string {
	var names []string
	for _, m := range all[:min(len(all), mostMunicipalities)] {
		names = append(names, strings.TrimSpace(m.Code+" "+m.Name))
	}
	if rest := len(all) - len(names); rest > 0 {
		names = append(names, fmt.Sprintf("… (+%d)", rest))
	}
	return strings.Join(names, ", ")
}

var (
	sayMapSeveral  = phrase{"de kaart heeft meer dan één gemeente; kies er een, met --gemeente en de code of de naam: %s", "the map has more than one municipality; choose one, with --gemeente and its code or its name: %s"}
	sayMapNear     = phrase{"de gemeente %q staat niet op de kaart; bedoelde u %s?", "the municipality %q is not on the map; did you mean %s?"}
	sayMapNot      = phrase{"de gemeente %q staat niet op de kaart; wel: %s", "the municipality %q is not on the map; these are: %s"}
	sayMapNoWijken = phrase{"de kaart heeft geen wijken van %s; geef met --kaart het bestand met wijken (laag wijken of wijk_gegeneraliseerd)", "the map has no wijken of %s; give the file with wijken with --kaart (layer wijken or wijk_gegeneraliseerd)"}
	sayMapNoName   = phrase{"de kaart zegt niet hoe %[1]s heet; zet de naam erachter: --gemeente \"%[1]s Naam\"", "the map does not say what %[1]s is called; write its name behind it: --gemeente \"%[1]s Name\""}
	sayMapYears    = phrase{"de kaarten zijn niet van één jaar (%s); neem de wijken en de buurten van hetzelfde jaar", "the maps are not of one year (%s); take the wijken and the buurten of the same year"}
)

// mapProblems returns what is said of a file, with its name and a text.
func mapProblems() map[cbsmap.What]phrase {
	return map[cbsmap.What]phrase{
		cbsmap.NotGeoJSON:   {"%s is geen GeoJSON, of is niet helemaal binnengehaald; haal het opnieuw op, of exporteer de kaart in QGIS als GeoJSON%.0[2]s", "%s is no GeoJSON, or was not downloaded completely; download it again, or export the map as GeoJSON in QGIS%.0[2]s"},
		cbsmap.GeoPackage:   {"%s is een GeoPackage. Open het in QGIS en kies bij de laag wijken: Exporteren, Objecten opslaan als, GeoJSON (met GDAL: ogr2ogr -f GeoJSON wijken.geojson %[1]s wijken); doe hetzelfde met de laag buurten%.0[2]s", "%s is a GeoPackage. Open it in QGIS and choose on the layer wijken: Export, Save Features As, GeoJSON (with GDAL: ogr2ogr -f GeoJSON wijken.geojson %[1]s wijken); do the same with the layer buurten%.0[2]s"},
		cbsmap.Shapefile:    {"%s is van een shapefile. Open het .shp-bestand in QGIS en kies: Exporteren, Objecten opslaan als, GeoJSON (met GDAL: ogr2ogr -f GeoJSON wijken.geojson wijken.shp)%.0[2]s", "%s is of a shapefile. Open the .shp file in QGIS and choose: Export, Save Features As, GeoJSON (with GDAL: ogr2ogr -f GeoJSON wijken.geojson wijken.shp)%.0[2]s"},
		cbsmap.Archive:      {"%s is ingepakt; pak het eerst uit en geef het GeoJSON-bestand dat erin zit%.0[2]s", "%s is packed; unpack it first and give the GeoJSON file in it%.0[2]s"},
		cbsmap.XML:          {"%s is XML, zoals GML of een foutmelding van een webdienst; vraag bij PDOK om JSON (outputFormat=json of f=json)%.0[2]s", "%s is XML, such as GML or an error of a web service; ask PDOK for JSON (outputFormat=json or f=json)%.0[2]s"},
		cbsmap.TopoJSON:     {"%s is TopoJSON; er is GeoJSON nodig (met mapshaper: mapshaper %[1]s -o format=geojson wijken.geojson)%.0[2]s", "%s is TopoJSON; GeoJSON is needed (with mapshaper: mapshaper %[1]s -o format=geojson wijken.geojson)%.0[2]s"},
		cbsmap.NoCollection: {"%s is JSON, maar geen GeoJSON met een lijst van gebieden (FeatureCollection)%.0[2]s", "%s is JSON, but no GeoJSON with a list of areas (FeatureCollection)%.0[2]s"},
		cbsmap.NoCodes:      {"%s heeft geen gebieden met een code van het CBS (zoals wijkcode of statcode: WK034403); neem de Wijk- en buurtkaart van CBS of PDOK%.0[2]s", "%s has no areas with a code of CBS (as in wijkcode or statcode: WK034403); take the Wijk- en buurtkaart of CBS or PDOK%.0[2]s"},
		cbsmap.OtherSystem:  {"%s is in het coördinatenstelsel %s; exporteer de kaart in RD New (EPSG:28992) of in graden (EPSG:4326)", "%s is in the coordinate system %s; export the map in RD New (EPSG:28992) or in degrees (EPSG:4326)"},
		cbsmap.Incomplete:   {"%s is niet volledig: de webdienst gaf een deel van de gebieden (%s). Haal ook de volgende pagina’s op en geef die elk met een --kaart, of vraag alleen om uw gemeente", "%s is not complete: the web service gave a part of the areas (%s). Fetch the other pages too and give each with a --kaart, or ask for your municipality alone"},
		cbsmap.BuurtenOnly:  {"%s heeft alleen buurten, en niet hoe de wijken heten; geef met nog een --kaart ook het bestand met wijken%.0[2]s", "%s has buurten only, and not what the wijken are called; give the file with wijken too, with a second --kaart%.0[2]s"},
		cbsmap.NoArea:       {"%[2]s heeft op de kaart %[1]s geen grenzen; exporteer de kaart opnieuw, met vlakken (Polygon of MultiPolygon)", "%[2]s has no boundaries on the map %[1]s; export the map again, with areas (Polygon or MultiPolygon)"},
		cbsmap.Elsewhere:    {"%[2]s ligt op de kaart %[1]s buiten Nederland; exporteer de kaart in RD New (EPSG:28992) of in graden (EPSG:4326)", "%[2]s is outside the Netherlands on the map %[1]s; export the map in RD New (EPSG:28992) or in degrees (EPSG:4326)"},
		cbsmap.Twice:        {"%[2]s staat in meer dan één bestand, ook in %[1]s; geef elk bestand één keer", "%[2]s stands in more than one file, also in %[1]s; give each file once"},
		cbsmap.Orphan:       {"de wijk van buurt %[2]s uit %[1]s staat niet op de kaart; neem de wijken en de buurten van hetzelfde jaar", "the wijk of buurt %[2]s in %[1]s is not on the map; take the wijken and the buurten of the same year"},
	}
}
