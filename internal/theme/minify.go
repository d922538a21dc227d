package theme

import (
	"bytes"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// mediaType returns the media type of an asset that is published smaller than it is
// written, by its name; it is empty for others.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css"
	case ".js":
		return "text/javascript"
	case ".svg":
		return "image/svg+xml"
	default:
		return ""
	}
}

// newMinifier returns the minifiers of all media types that mediaType returns.
func newMinifier() *minify.M {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}

// minified returns an asset without what serves only those who write it: white space,
// comments, and long names within scripts. One that cannot be read is returned as it
// is, for browsers may know more than the minifier.
func minified(m *minify.M, name string, data []byte) []byte {
	t := mediaType(name)
	if t == "" {
		return data
	}
	small, err := m.Bytes(t, bytes.Clone(data)) // it writes in what it reads
	if err != nil {
		return data
	}
	return small
}
