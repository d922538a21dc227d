package publish

import (
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/filename"
)

func TestPathIsRefused(t *testing.T) {
	for _, p := range []string{
		"", ".", "/", "/etc/passwd", "..", "../x", "a/../b", "a/..", "a//b", "a/", "./a", `a\b`, `..\x`, `C:\x`, "C:x", "c:/x",
		"a\x00b", "a\nb", "a\x7f", "a\xff", "a?b", "a*", `a"b`, "a<b", "a>b", "a|b", "foto.jpg:stream",
		"NUL", "nul.html", "wijken/con/index.html", "COM1", "com¹.txt", "lpt9.css", "aux .txt", "CONIN$",
		"a.", "a /b", "a/. ", strings.Repeat("x", 256),
		".wijkvisie", ".Wijkvisie", ".wijkvisie/x",
	} {
		if err := checkPath(p); err == nil {
			t.Errorf("%q is accepted", p)
		}
	}
}

func TestPathIsAccepted(t *testing.T) {
	for _, p := range []string{
		"index.html", "wijken/oost/index.html", ".well-known/security.txt", "_redirects", "media/café au lait (2).pdf",
		"console/x", "com10.html", "nulpunt.html", "a/.wijkvisie", "a..b", "a/...b", "COM.txt", "%2e%2e/x", "~/x", "-rf",
	} {
		if err := checkPath(p); err != nil {
			t.Error(err)
		}
	}
}

func TestPathsThatAreOneOnSomeSystemsClash(t *testing.T) {
	tests := []struct {
		first, second string
		clash         bool
	}{
		{"a.html", "a.html", true},
		{"media/Foto.jpg", "media/foto.jpg", true},
		{"media/caf\u00e9.pdf", "media/cafe\u0301.pdf", true},
		{"media/CAF\u00c9.pdf", "media/cafe\u0301.pdf", true},
		{"Media/a", "media/b", true},
		{"a/b/c", "a/B/d", true},
		{"wijken", "wijken/index.html", true},
		{"wijken/oost/index.html", "wijken", true},
		{"wijken/oost/index.html", "Wijken/oost", true},
		{"wijken/oost/index.html", "wijken/oost/buurt.html", false},
		{"wijken/oost.html", "wijken/oost/index.html", false},
		{"a/b", "b/a", false},
	}
	for _, test := range tests {
		paths := newPathSet(0)
		if err := paths.add(test.first); err != nil {
			t.Fatal(err)
		}
		if err := paths.add(test.second); (err != nil) != test.clash {
			t.Errorf("%q after %q: %v", test.second, test.first, err)
		}
	}
}

func FuzzPath(f *testing.F) {
	for _, seed := range []string{"a", "../a", "a/b", `a\..\b`, "con", "a.", "é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if checkPath(path) != nil {
			return
		}
		if strings.HasPrefix(path, "/") || slices.Contains(strings.Split(path, "/"), "..") || strings.ContainsAny(path, "\\:\x00\n") {
			t.Errorf("%q is accepted", path)
		}
		paths := newPathSet(0)
		if err := paths.add(path); err != nil {
			t.Error(err)
		}
		if paths.add(strings.ToUpper(path)) == nil && strings.EqualFold(path, strings.ToUpper(path)) && filename.Folded(path) == filename.Folded(strings.ToUpper(path)) {
			t.Errorf("%q is accepted twice", path)
		}
	})
}
