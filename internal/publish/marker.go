package publish

import (
	"io"
	"slices"
	"strings"
)

// The marker at the root of a published site; its first line is its format.
const (
	markerName   = ".wijkvisie"
	markerHeader = "wijkvisie 1\n"
	markerLimit  = 64 << 20 // a larger one is not read, and so is not ours
)

// formatMarker writes the list of paths, which it sorts.
func formatMarker(w io.Writer, paths []string) error {
	slices.Sort(paths)
	_, err := io.WriteString(w, markerHeader)
	for _, path := range paths {
		if err == nil {
			_, err = io.WriteString(w, path)
		}
		if err == nil {
			_, err = io.WriteString(w, "\n")
		}
	}
	return err
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
