package publish

import (
	"slices"
	"strings"
)

// The marker at the root of a published site; its first line is its format.
const (
	markerName   = ".wijkvisie"
	markerHeader = "wijkvisie 1\n"
	markerLimit  = 64 << 20 // a larger one is not read, and so is not ours
)

// formatMarker lists paths, which it sorts.
func formatMarker(paths []string) []byte {
	slices.Sort(paths)
	size := len(markerHeader)
	for _, path := range paths {
		size += len(path) + 1
	}
	text := append(make([]byte, 0, size), markerHeader...)
	for _, path := range paths {
		text = append(text, path...)
		text = append(text, '\n')
	}
	return text
}

// parseMarker returns the paths a marker lists. It accepts only what formatMarker
// writes: any other file of that name is somebody else's.
func parseMarker(text string) (paths []string, ok bool) {
	rest, ok := strings.CutPrefix(text, markerHeader)
	if !ok {
		return nil, false
	}
	for rest != "" {
		path, after, ok := strings.Cut(rest, "\n")
		if !ok || checkPath(path) != nil {
			return nil, false
		}
		if len(paths) > 0 && paths[len(paths)-1] >= path {
			return nil, false
		}
		paths = append(paths, path)
		rest = after
	}
	return paths, true
}
