package publish

import (
	"slices"
	"strings"
	"testing"
)

// markerOf returns the marker of a site with these paths.
func markerOf(paths ...string) string {
	var b strings.Builder
	_ = formatMarker(&b, slices.Values(paths)) // a builder never fails
	return b.String()
}

func TestMarkerListsPathsInOneOrder(t *testing.T) {
	want := "wijkvisie 1\n.well-known/security.txt\na\na/b\né\n"
	if got := markerOf("é", "a/b", "a", ".well-known/security.txt"); got != want {
		t.Errorf("got %q", got)
	}
}

func FuzzMarker(f *testing.F) {
	for _, seed := range []string{
		"", markerHeader, markerHeader + "a\nb/c\n", markerHeader + "b\na\n", markerHeader + "a\na\n", markerHeader + "a",
		markerHeader + "../x\n", markerHeader + "/etc/passwd\n", markerHeader + "\n", "wijkvisie 2\na\n", markerHeader + "a\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		paths, ok := parseMarker(text)
		if !ok {
			return
		}
		for _, path := range paths {
			if err := checkPath(path); err != nil {
				t.Error(err)
			}
		}
		if again := markerOf(paths...); again != text {
			t.Errorf("%q is formatted as %q", text, again)
		}
	})
}
