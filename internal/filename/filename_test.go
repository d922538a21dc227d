package filename_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/filename"
)

func TestPortable(t *testing.T) {
	for _, name := range []string{
		`a\b`, "C:x", "a?b", "a*", `a"b`, "a<b", "a>b", "a|b", "foto.jpg:stream", "a\x00b", "a\nb", "a\x7f",
		"NUL", "nul.html", "con", "COM1", "com¹.txt", "lpt9.css", "aux .txt", "CONIN$", "a.", "a ", strings.Repeat("x", 256), strings.Repeat("é", 200) + ".jpg",
	} {
		if filename.Portable(name) {
			t.Errorf("%q is portable", name)
		}
		if better := filename.Better(name); !filename.Portable(better) {
			t.Errorf("Better(%q) = %q, which is not portable", name, better)
		}
	}
	for _, name := range []string{"index.html", "café au lait (2).pdf", "console", "com10.html", "nulpunt.html", "a..b", "...b", "COM.txt", "~", "-rf", "#1"} {
		if !filename.Portable(name) {
			t.Errorf("%q is not portable", name)
		}
		if better := filename.Better(name); better != name {
			t.Errorf("Better(%q) = %q", name, better)
		}
	}
}

func TestFolded(t *testing.T) {
	if a, b := filename.Folded("media/CAF\u00c9.pdf"), filename.Folded("media/cafe\u0301.pdf"); a != b {
		t.Errorf("%q and %q differ", a, b)
	}
}

func FuzzBetter(f *testing.F) {
	f.Add("con")
	f.Add(strings.Repeat("é", 300))
	f.Add(" . .")
	f.Fuzz(func(t *testing.T, name string) {
		if better := filename.Better(name); !filename.Portable(better) {
			t.Errorf("Better(%q) = %q, which is not portable", name, better)
		}
	})
}
