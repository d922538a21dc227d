//go:build linux || darwin

package manifest

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/packed"
)

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.md": "aaa", "b/c.md": "ccc", "b/d/e.md": "eee"} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// written remembers a folder and reads that back.
func written(t *testing.T, dir string) *Manifest {
	t.Helper()
	f, err := Scan(dir)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "m", "x.manifest")
	if err := (&Manifest{Key: [32]byte{1}, Folders: []*Folder{f}, Made: texts("dit", "", "en dat"), Said: []byte("zo")}).Write(name, texts("daar", "en hier"), nil); err != nil {
		t.Fatal(err)
	}
	m, err := Read(name)
	if err != nil || string(m.Said) != "zo" || !same(m.Made, texts("dit", "", "en dat")) {
		t.Fatal(err, m)
	}
	if beside, err := besideOf(m); err != nil || !same(beside, texts("daar", "en hier")) {
		t.Fatal(err, beside)
	}
	return m
}

// texts returns pieces.
func texts(list ...string) (pieces [][]byte) {
	for _, text := range list {
		pieces = append(pieces, []byte(text))
	}
	return pieces
}

func same(a, b [][]byte) bool { return slices.EqualFunc(a, b, bytes.Equal) }

// besideOf reads all that is beside a manifest.
func besideOf(m *Manifest) (pieces [][]byte, err error) {
	b, err := m.Beside()
	if err != nil {
		return nil, err
	}
	defer b.Close()
	for i := range b.Len() {
		piece, err := b.Piece(i)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, piece)
	}
	return pieces, nil
}

// What is beside a manifest may be as it was beside the one before.
func TestPiecesAreKept(t *testing.T) {
	m := written(t, folder(t))
	name := m.file
	for _, list := range [][][]byte{{nil, nil}, {nil, []byte("anders")}, {[]byte("zo"), nil, []byte("en zo")}, {nil, nil, nil}} {
		want, err := besideOf(m)
		if err != nil {
			t.Fatal(err)
		}
		for i, piece := range list {
			if i >= len(want) {
				want = append(want, piece)
			} else if piece != nil {
				want[i] = piece
			}
		}
		before, err := m.Beside()
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Write(name, list, before); err != nil {
			t.Fatal(err)
		}
		if err := before.Close(); err != nil {
			t.Fatal(err)
		}
		if m, err = Read(name); err != nil {
			t.Fatal(err)
		}
		if got, err := besideOf(m); err != nil || !same(got, want) {
			t.Errorf("%q: got %q, want %q (%v)", list, got, want, err)
		}
	}
	if err := m.Write(name, make([][]byte, 9), nil); err == nil {
		t.Error("there was nothing to keep")
	}
	if entries, err := os.ReadDir(filepath.Dir(name)); err != nil || len(entries) != 1 {
		t.Error("something was left", entries, err)
	}
}

func TestAFolderIsAsItWasUntilSomethingChanges(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"nothing": func(string) error { return nil },
		"bytes": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "b/c.md"), []byte("cccc"), 0o644)
		},
		"bytes, but not how many nor when": func(dir string) error {
			file := filepath.Join(dir, "b/c.md")
			info, err := os.Stat(file)
			if err != nil {
				return err
			}
			if err := os.WriteFile(file, []byte("ccx"), 0o644); err != nil {
				return err
			}
			return os.Chtimes(file, info.ModTime(), info.ModTime())
		},
		"a file more":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "b/d/f.md"), nil, 0o644) },
		"a file less":   func(dir string) error { return os.Remove(filepath.Join(dir, "a.md")) },
		"a folder more": func(dir string) error { return os.Mkdir(filepath.Join(dir, "b/g"), 0o755) },
		"another name":  func(dir string) error { return os.Rename(filepath.Join(dir, "b/d"), filepath.Join(dir, "b/h")) },
		"another right": func(dir string) error { return os.Chmod(filepath.Join(dir, "a.md"), 0o600) },
		"a file in the place of another": func(dir string) error {
			if err := os.WriteFile(filepath.Join(dir, "x"), []byte("x"), 0o644); err != nil {
				return err
			}
			return os.Rename(filepath.Join(dir, "x"), filepath.Join(dir, "a.md"))
		},
		"a file that comes and goes": func(dir string) error {
			if err := os.WriteFile(filepath.Join(dir, "b", "x"), []byte("x"), 0o644); err != nil {
				return err
			}
			return os.Remove(filepath.Join(dir, "b", "x"))
		},
		"a link for a file":   func(dir string) error { return replaceByLink(filepath.Join(dir, "a.md")) },
		"another folder here": func(dir string) error { return os.Rename(dir, dir+"-weg") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t)
			m := written(t, dir)
			if err := change(dir); err != nil {
				t.Fatal(err)
			}
			_, changed, ok := m.Again([32]byte{1}, []string{dir})
			if want, bytes := changedBytes[name]; !ok && bytes || ok && !slices.Equal(changed[0], want) {
				t.Errorf("changed: %v, %v", changed, ok)
			} else if ok && !bytes {
				t.Error("nothing shows")
			}
		})
	}
}

// changedBytes are the changes that leave the same files and folders, and the files that
// they make others.
var changedBytes = map[string][]string{
	"nothing":                          nil,
	"bytes":                            {"b/c.md"},
	"bytes, but not how many nor when": {"b/c.md"},
	"another right":                    {"a.md"},
	"a file in the place of another":   {"a.md"},
	"a file that comes and goes":       nil,
}

func TestWhatIsSeenAgainIsRemembered(t *testing.T) {
	dir := folder(t)
	m := written(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("bbb"), 0o644); err != nil {
		t.Fatal(err)
	}
	now, changed, ok := m.Again([32]byte{1}, []string{dir})
	if !ok || !slices.Equal(changed[0], []string{"a.md"}) {
		t.Fatal(changed, ok)
	}
	if _, changed, ok := (&Manifest{Folders: now}).Again([32]byte{}, []string{dir}); !ok || len(changed[0]) > 0 {
		t.Error("it is not as it was seen", changed, ok)
	}
}

func replaceByLink(name string) error {
	if err := os.Rename(name, name+".echt"); err != nil {
		return err
	}
	return os.Symlink(name+".echt", name)
}

func TestAManifestIsOfItsOwnFoldersAndCircumstances(t *testing.T) {
	dir := folder(t)
	m := written(t, dir)
	for _, c := range []struct {
		key     byte
		folders []string
	}{{1, []string{folder(t)}}, {1, []string{dir, dir}}, {2, []string{dir}}} {
		if _, _, ok := m.Again([32]byte{c.key}, c.folders); ok {
			t.Errorf("it holds for %v", c)
		}
	}
}

func TestAFolderWithALinkIsNotRemembered(t *testing.T) {
	dir := folder(t)
	if err := os.Symlink("a.md", filepath.Join(dir, "l.md")); err != nil {
		t.Fatal(err)
	}
	if _, err := Scan(dir); err == nil {
		t.Error("it is")
	}
}

func TestADamagedManifestIsNone(t *testing.T) {
	scanned, err := Scan(folder(t))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "m")
	const long = 10_000
	pieces := texts(strings.Repeat("a", long), strings.Repeat("b", long), strings.Repeat("c", long))
	if err := (&Manifest{Folders: []*Folder{scanned}, Made: pieces}).Write(name, pieces, nil); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	reads := func() bool {
		m, err := Read(name)
		if err != nil {
			return false
		}
		beside, err := besideOf(m)
		return err == nil && same(beside, pieces) && same(m.Made, pieces)
	}
	if !reads() {
		t.Fatal("it is not read as it was written")
	}
	for _, at := range []int{0, len(magic), len(magic) + 1, len(magic) + 4, len(magic) + 8, len(magic) + 50, len(magic) + 300, long, 3 * long, 4 * long, len(good) - long, len(good) - 1} {
		for what, bad := range map[string][]byte{
			"cut off":     good[:at],
			"another bit": append(append(slices.Clone(good[:at]), good[at]^1), good[at+1:]...),
			"a byte more": slices.Insert(slices.Clone(good), at, 7),
		} {
			if err := os.WriteFile(name, bad, 0o600); err != nil {
				t.Fatal(err)
			}
			if reads() {
				t.Errorf("%s at byte %d: it is read", what, at)
			}
		}
	}
}

// FuzzRead checks that nothing damaged is read, and that nothing panics.
func FuzzRead(f *testing.F) {
	scanned, err := Scan(f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	scanned.root = "content"
	first := &Manifest{Folders: []*Folder{scanned}, Made: texts("z", "zz"), Said: []byte("x")}
	var file bytes.Buffer
	if err := first.write(&file, texts("y", ""), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add(file.Bytes()[:len(magic)+4])
	f.Add(first.own()) // so that it is taken apart without its sum
	f.Fuzz(func(t *testing.T, data []byte) {
		r := packed.Read(data)
		r.Bytes(sha256.Size)
		r.Part()
		for range r.Count(1) {
			(&Folder{r.Text(), r.Part()}).look()
		}
		file := bytes.NewReader(data)
		m, err := read(file, int64(len(data)))
		if err != nil {
			return
		}
		var beside [][]byte
		for _, p := range m.beside {
			one, err := p.read(file)
			if err != nil {
				return
			}
			beside = append(beside, one)
		}
		var again bytes.Buffer
		if err := m.write(&again, beside, nil); err != nil || !bytes.Equal(again.Bytes(), data) {
			t.Error("a manifest was read that is not as one is written", err)
		}
	})
}
