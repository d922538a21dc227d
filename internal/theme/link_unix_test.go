//go:build unix

package theme_test

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"wijkvisie/internal/theme"
)

func TestLinksAndPipesInAThemeAreReported(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"templates", "assets"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"words": "/etc", "assets/a.css": "../b.css", "assets/out.css": "../../out.css", "assets/map": ".."} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "b.css"), []byte("b{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "templates", "need.html"), 0o644); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	loaded, problems, err := theme.Load(builtin(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := loaded.Asset("a.css"); !ok {
		t.Error("a link within the theme is not followed")
	}
	var got []string
	for _, d := range problems {
		got = append(got, string(d.Text.Message)+" "+d.Path())
	}
	slices.Sort(got)
	want := []string{
		"unknown-file/theme-folder-inside assets/map", "unknown-file/theme-not-a-file assets/out.css",
		"unknown-file/theme-not-a-file templates/need.html", "unknown-file/theme-not-a-folder words",
	}
	if !slices.Equal(got, want) {
		t.Errorf("reported %q", got)
	}
}
