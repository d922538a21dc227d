package headers

import (
	"mime"
	"path"
)

// contentTypes are the media types of the files that a site is made of
// (https://www.iana.org/assignments/media-types), by what their names end with. Servers
// that do not know some of them are told.
var contentTypes = []struct{ end, kind string }{
	{"atom.xml", "application/atom+xml; charset=utf-8"},
	{".html", "text/html; charset=utf-8"},
	{".css", "text/css; charset=utf-8"},
	{".js", "text/javascript; charset=utf-8"},
	{".csv", "text/csv; charset=utf-8"},
	{".txt", "text/plain; charset=utf-8"},
	{".xml", "application/xml"},
	{".json", "application/json"},
	{".geojson", "application/geo+json"},
	{".jsonld", "application/ld+json"},
	{".svg", "image/svg+xml"},
}

// told are those of contentTypes that servers often do not know.
func told() []string { return []string{"atom.xml", ".csv", ".geojson", ".jsonld"} }

// ContentType returns the media type of a file of the site by its name.
func ContentType(name string) string {
	for _, t := range contentTypes {
		if path.Ext(name) == t.end || path.Base(name) == t.end {
			return t.kind
		}
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}
