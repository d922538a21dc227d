// Package themes is the built-in theme, embedded.
package themes

import (
	"embed"
	"io/fs"
)

// The prefix all: is for the templates that begin with an underscore.
//
//go:embed all:default/templates default/words default/assets
var files embed.FS

// Default returns the files of the built-in theme.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // only a path that is no path makes this fail
	}
	return sub
}
