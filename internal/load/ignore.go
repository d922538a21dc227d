package load

import (
	"strings"

	"wijkvisie/internal/filename"
)

// isIgnored reports whether a file or a folder of the content is ignored: leftovers, and what
// begins with a dot or an underscore, which authors put aside so.
func isIgnored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || filename.Leftover(name)
}

// isPrivate reports whether a file or a folder that is to be published as it is begins with a
// dot and is not one that web servers and other sites look for. Such files often hold settings
// or passwords (.env), so they are not published.
func isPrivate(name string) bool {
	switch name {
	case ".well-known", ".nojekyll", ".htaccess", ".domains":
		return false
	}
	return strings.HasPrefix(name, ".")
}
