package load

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// age makes everything in a folder look as if it was written an hour ago.
func age(t *testing.T, dir string) {
	t.Helper()
	long := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(name, long, long)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnUnchangedFileIsTheSameFile(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "site.yaml"), "a")
	write(t, filepath.Join(dir, "wijken", "noord.md"), "noord")
	write(t, filepath.Join(dir, "wijken", "oost.md"), "oost")
	age(t, dir)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var r Reader
	read := func(touched []string) *Content {
		t.Helper()
		c, problems, err := r.Read(root.FS(), touched)
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		return c
	}
	first := read(nil)
	for _, touched := range [][]string{nil, {"wijken/oost.md"}} {
		write(t, filepath.Join(dir, "wijken", "oost.md"), fmt.Sprint("anders ", len(touched)))
		second := read(touched)
		if second.Wijken[0] != first.Wijken[0] || second.Site != first.Site {
			t.Errorf("touched %v: files that did not change were read again", touched)
		}
		if second.Wijken[1] == first.Wijken[1] || string(second.Wijken[1].Data) != fmt.Sprint("anders ", len(touched)) {
			t.Errorf("touched %v: the file that changed holds %s", touched, second.Wijken[1].Data)
		}
		if string(first.Wijken[1].Data) == string(second.Wijken[1].Data) {
			t.Errorf("touched %v: what was read before changed", touched)
		}
		first = second
	}
	write(t, filepath.Join(dir, "wijken", "oost.md"), "anders 1")
	if again := read([]string{"wijken/oost.md"}); again.Wijken[1] != first.Wijken[1] {
		t.Error("a file that was written with what it held is another file")
	}
}

// A change of the same size in the moment of the reading does not show in size or time.
func TestAFileThatWasJustWrittenIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "site.yaml")
	now := time.Now()
	write(t, file, "a")
	if err := os.Chtimes(file, now, now); err != nil {
		t.Fatal(err)
	}
	var r Reader
	if _, _, err := r.Read(os.DirFS(dir), nil); err != nil {
		t.Fatal(err)
	}
	write(t, file, "b")
	if err := os.Chtimes(file, now, now); err != nil {
		t.Fatal(err)
	}
	if c, _, err := r.Read(os.DirFS(dir), nil); err != nil || string(c.Site.Data) != "b" {
		t.Errorf("the old file is returned: %v", err)
	}
}

// Whatever happens to a folder, reading it again gives what reading it anew gives.
func TestReadingAgainEqualsReadingAnew(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "site.yaml"), "a")
	for _, d := range folders() {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	names := []string{"site.yaml", "huisstijl.css", "vreemd.txt", "wijken/oost.md", "wijken/Oost.md", "wijken/west.md", "wijken/x.txt", "wijken/oud/x.md", "wijkvisies/a.md",
		"diensten/a.md", "programmas/a.md", "paginas/a.md", "kaart/wijken.geojson", "media/a.png", "media/map/b.png", "bestanden/CNAME", ".git/HEAD"}
	rnd := rand.New(rand.NewPCG(7, 7))
	var r Reader
	for round := range 400 {
		var touched []string
		for range 1 + rnd.IntN(3) {
			name := names[rnd.IntN(len(names))]
			file := filepath.Join(dir, filepath.FromSlash(name))
			switch rnd.IntN(6) {
			case 0:
				if err := os.RemoveAll(file); err != nil {
					t.Fatal(err)
				}
			case 1:
				if name == "site.yaml" {
					break
				}
				if err := os.RemoveAll(file); err != nil {
					t.Fatal(err)
				}
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.Symlink(strings.Repeat("../", strings.Count(name, "/"))+"site.yaml", file); err != nil {
					t.Fatal(err)
				}
			default:
				if info, err := os.Lstat(file); err == nil && info.Mode()&os.ModeSymlink != 0 {
					if err := os.Remove(file); err != nil {
						t.Fatal(err)
					}
				}
				write(t, file, fmt.Sprint(rnd.IntN(100)))
			}
			touched = append(touched, name)
		}
		if rnd.IntN(4) == 0 {
			touched = nil
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		got, gotProblems, err := r.Read(root.FS(), touched)
		if err != nil {
			t.Fatal(err)
		}
		want, wantProblems, err := Read(root.FS())
		if err != nil {
			t.Fatal(err)
		}
		root.Close()
		if a, b := all(got)+lines(gotProblems), all(want)+lines(wantProblems); a != b {
			t.Fatalf("round %d, touched %v: read again\n%s\nread anew\n%s", round, touched, a, b)
		}
	}
}

// all is everything that a folder holds, in words.
func all(c *Content) string {
	var b strings.Builder
	if c.Site != nil {
		fmt.Fprintf(&b, "%s: %s\n", c.Site.Path, c.Site.Data)
	}
	if c.Map != nil {
		fmt.Fprintf(&b, "%s: %s\n", c.Map.Path, c.Map.Data)
	}
	for _, f := range slices.Concat(c.Wijken, c.Visions, c.Departments, c.Programmes, c.Pages, c.Styles) {
		fmt.Fprintf(&b, "%s: %s\n", f.Path, f.Data)
	}
	for _, a := range slices.Concat(c.Media, c.Extras) {
		fmt.Fprintf(&b, "%s: %d\n", a.Path, a.Size)
	}
	return b.String()
}
