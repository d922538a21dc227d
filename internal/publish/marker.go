package publish

import (
	"io"
	"iter"
	"slices"
	"strings"
)

// The marker at the root of a published site; its first line is its format.
const (
	markerName   = ".wijkvisie"
	markerHeader = "wijkvisie 1\n"
	markerLimit  = 64 << 20 // a larger one is not read, and so is not ours
)

// formatMarker writes the marker that lists paths, which come in any order.
func formatMarker(w io.Writer, paths iter.Seq[string]) error {
	if _, err := io.WriteString(w, markerHeader); err != nil {
		return err
	}
	for _, path := range slices.Sorted(paths) {
		if _, err := io.WriteString(w, path+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// parseMarker returns the paths a marker lists. It accepts only what formatMarker
// writes: any other file of that name is foreign.
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
