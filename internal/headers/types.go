package headers

import (
	"mime"
	"path"
)

// contentTypes returns the media types of the files of a site
// (https://www.iana.org/assignments/media-types), by name or by extension.
func contentTypes() []contentType {
	return []contentType{
		{"atom.xml", "application/atom+xml; charset=utf-8"},
		{".html", "text/html; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".csv", "text/csv; charset=utf-8"},
		{".ics", "text/calendar; charset=utf-8"},
		{".txt", "text/plain; charset=utf-8"},
		{".xml", "application/xml"},
		{".json", "application/json"},
		{".geojson", "application/geo+json"},
		{".jsonld", "application/ld+json"},
		{".svg", "image/svg+xml"},
		{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	}
}

type contentType struct{ name, mediaType string }

// unknownNames returns the names and extensions of which servers often do not know the
// media type.
func unknownNames() []string {
	return []string{"atom.xml", ".csv", ".ics", ".geojson", ".jsonld", ".xlsx"}
}

// ContentType returns the media type of a file of a site by its name.
func ContentType(name string) string {
	for _, t := range contentTypes() {
		if path.Ext(name) == t.name || path.Base(name) == t.name {
			return t.mediaType
		}
	}
	if mediaType := mime.TypeByExtension(path.Ext(name)); mediaType != "" {
		return mediaType
	}
	return "application/octet-stream"
}
