package diag

// Problems of the map. The comments name the arguments.
const (
	MapNotJSON       Message = "invalid-map"
	MapNoCollection  Message = "invalid-map/no-collection"
	MapSystemUnknown Message = "invalid-map/system-unknown" // coordinate system
	MapNoArea        Message = "invalid-map/no-area"
	MapRingShort     Message = "invalid-map/ring-short"
	MapElsewhere     Message = "invalid-map/elsewhere"    // coordinates
	TileTaken        Message = "invalid-value/tile-taken" // wijk
	AreaUnknown      Message = "area-without-wijk"        // code
	AreaWithoutCode  Message = "area-without-wijk/no-code"
	AreasOfOthers    Message = "area-without-wijk/other-municipality" // how many
	WijkUndrawn      Message = "wijk-without-area"                    // wijk, code
	WijkUncoded      Message = "wijk-without-area/no-code"            // wijk

	MapAgain    Message = "hint/map-again"
	MapSystems  Message = "hint/map-systems"
	AddAreaCode Message = "hint/add-area-code"
)

func mapTexts() map[Message]translation {
	return map[Message]translation{
		MapNotJSON: {
			`hier houdt de kaart op GeoJSON te zijn`,
			`here the map ceases to be GeoJSON`,
		},
		MapNoCollection: {
			`de kaart is geen lijst van gebieden (een FeatureCollection)`,
			`the map is not a list of areas (a FeatureCollection)`,
		},
		MapSystemUnknown: {
			`de coördinaten van de kaart zijn in een onbekend stelsel: %s`,
			`the coordinates of the map are in an unknown system: %s`,
		},
		MapNoArea: {
			`dit is geen gebied: er hoort een Polygon of een MultiPolygon te staan`,
			`this is not an area: a Polygon or a MultiPolygon belongs here`,
		},
		MapRingShort: {
			`de omtrek van dit gebied heeft minder dan drie punten`,
			`the outline of this area has fewer than three points`,
		},
		MapElsewhere: {
			`dit gebied ligt niet in Nederland: %s`,
			`this area does not lie in the Netherlands: %s`,
		},
		TileTaken: {
			`op deze plaats van de tegelkaart staat wijk "%s" al`,
			`wijk "%s" already has this place in the tile map`,
		},
		AreaUnknown: {
			`geen wijk heeft de code %s van dit gebied`,
			`no wijk has the code %s of this area`,
		},
		AreaWithoutCode: {
			`dit gebied heeft geen code, dus het hoort bij geen wijk`,
			`this area has no code, so it belongs to no wijk`,
		},
		AreasOfOthers: {
			`gebieden op de kaart die in een andere gemeente liggen en niet worden getekend: %d`,
			`areas of the map that are in another municipality and are not drawn: %d`,
		},
		WijkUndrawn: {
			`wijk "%s" staat niet op de kaart: geen gebied heeft de code %s`,
			`wijk "%s" is not on the map: no area has the code %s`,
		},
		WijkUncoded: {
			`wijk "%s" staat niet op de kaart, want zij heeft geen code`,
			`wijk "%s" is not on the map, for it has no code`,
		},
		MapAgain: {
			`exporteer de grenzen opnieuw als GeoJSON, of haal het bestand weg: dan tekent de site een tegelkaart`,
			`export the boundaries as GeoJSON again, or remove the file: the site then draws a tile map`,
		},
		MapSystems: {
			`schrijf lengte en breedte in graden (WGS84), of x en y in meters in het Rijksdriehoeksstelsel (EPSG:28992)`,
			`write longitude and latitude in degrees (WGS84), or x and y in metres of the Dutch grid (EPSG:28992)`,
		},
		AddAreaCode: {
			`geef het gebied bij properties een code, statcode of wijkcode, zoals "WK034403"`,
			`give the area a code, statcode or wijkcode in its properties, such as "WK034403"`,
		},
	}
}
