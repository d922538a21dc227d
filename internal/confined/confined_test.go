package confined

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

const secret = "what nobody may read"

// folder makes a folder with files and links, beside one with a secret.
func folder(t testing.TB) (inside, outside string) {
	t.Helper()
	top := t.TempDir()
	inside, outside = filepath.Join(top, "content"), filepath.Join(top, "outside")
	for name, text := range map[string]string{
		"content/site.yaml": "site", "content/wijken/oost.md": "oost", "content/wijken/noord.md": "", "content/a/b/c/d.md": "deep", "outside/oost.md": secret,
	} {
		write(t, filepath.Join(top, name), text)
	}
	for name, to := range map[string]string{
		"inside.md": "wijken/oost.md", "wijken/up.md": "../site.yaml", "folder": "wijken", "wijken/nowhere.md": "gone.md", "loop": "loop",
		"out.md": "../outside/oost.md", "wijken/out": "../../outside", "absolute.md": filepath.Join(outside, "oost.md"), "own": filepath.Join(inside, "site.yaml"),
		"a/b/up": "../../../outside/oost.md", "proc": "/proc/self/root", "self": "../content/site.yaml",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(inside, filepath.FromSlash(name))); err != nil {
			t.Skip(err) // Windows without the right to
		}
	}
	return inside, outside
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// opened returns the FS of a folder, and that of its os.Root.
func opened(t testing.TB, dir string) (fsys, plain fs.FS) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	fsys, closeFS := FS(root)
	t.Cleanup(func() { closeFS(); root.Close() })
	return fsys, root.FS()
}

// TestItAnswersAsARootDoes asks both of everything that is there and much that is not.
func TestItAnswersAsARootDoes(t *testing.T) {
	dir, _ := folder(t)
	fsys, plain := opened(t, dir)
	for _, name := range []string{
		"site.yaml", "wijken/oost.md", "wijken/noord.md", "a/b/c/d.md", "inside.md", "wijken/up.md", "folder/oost.md", "folder/up.md", "folder", "wijken/nowhere.md", "loop", "loop/x",
		"out.md", "wijken/out", "wijken/out/oost.md", "absolute.md", "own", "a/b/up", "proc/etc/passwd", "self", ".", "", "/", "..", "../outside/oost.md", "wijken/../site.yaml", "/etc/passwd",
		"./site.yaml", "site.yaml/", "site.yaml/x", "wijken", "wijken/gone.md", "gone/x.md", "a\x00b", "wijken//oost.md", strings.Repeat("x", 5000), "wijken\\oost.md",
	} {
		got, gotErr := told(fsys, name)
		want, wantErr := told(plain, name)
		if got != want || gotErr != wantErr {
			t.Errorf("%q: %q, %s, want %q, %s", name, got, gotErr, want, wantErr)
		}
		if strings.Contains(got, secret) {
			t.Errorf("%q leads out", name)
		}
	}
}

// told returns all that can be known of a name, and what goes wrong.
func told(fsys fs.FS, name string) (is, wrong string) {
	var said []error
	note := func(err error) { said = append(said, err) }
	f, err := fsys.Open(name)
	note(err)
	if err == nil {
		data, err := io.ReadAll(f)
		is += "open " + string(data)
		note(err)
		info, err := f.Stat()
		note(err)
		is += info.Name() + info.Mode().String() + info.ModTime().String()
		if dir, ok := f.(fs.ReadDirFile); ok && info.IsDir() {
			entries, err := dir.ReadDir(-1)
			note(err)
			for _, e := range entries {
				is += " " + e.Name()
			}
		}
		note(f.Close())
	}
	data, err := fs.ReadFile(fsys, name)
	is += " read " + string(data)
	note(err)
	entries, err := fs.ReadDir(fsys, name)
	note(err)
	for _, e := range entries {
		is += " " + e.Name()
	}
	for _, stat := range []func(fs.FS, string) (fs.FileInfo, error){fs.Stat, fs.Lstat} {
		info, err := stat(fsys, name)
		note(err)
		if err == nil {
			is += " " + info.Mode().String()
		}
	}
	to, err := fs.ReadLink(fsys, name)
	is += " link " + to
	note(err)
	if err := errors.Join(said...); err != nil {
		wrong = err.Error()
	}
	return is, wrong
}

// onlyOpen is an FS of which everything is opened.
type onlyOpen struct{ fs.FS }

func TestItIsAnFS(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "site.yaml"), "site")
	write(t, filepath.Join(dir, "wijken", "oost.md"), "oost")
	fsys, _ := opened(t, dir)
	if err := fstest.TestFS(fsys, "site.yaml", "wijken/oost.md"); err != nil {
		t.Error(err)
	}
}

// TestNoRaceLeadsOut swaps a file, and the folder that it is in, for links that lead out,
// while it is opened.
func TestNoRaceLeadsOut(t *testing.T) {
	dir, outside := folder(t)
	fsys, _ := opened(t, dir)
	var swapping sync.WaitGroup
	done := make(chan struct{})
	swap := func(name, target string) {
		at, real, link := filepath.Join(dir, name), filepath.Join(dir, name+".real"), filepath.Join(dir, name+".link")
		for {
			select {
			case <-done:
				return
			default:
			}
			_ = os.Symlink(target, link)
			_ = os.Rename(at, real)
			_ = os.Rename(link, at)
			_ = os.Remove(at)
			_ = os.Rename(real, at)
		}
	}
	swapping.Go(func() { swap("wijken", outside) })
	swapping.Go(func() { swap("inside.md", filepath.Join(outside, "oost.md")) })
	read := 0
	for range 3000 {
		for _, name := range []string{"wijken/oost.md", "inside.md"} {
			data, err := fs.ReadFile(onlyOpen{fsys}, name)
			if strings.Contains(string(data), secret) {
				t.Errorf("%s leads out", name)
			}
			if err == nil {
				read++
			}
		}
	}
	close(done)
	swapping.Wait()
	if read == 0 {
		t.Error("nothing was read in between")
	}
}

func TestAFolderThatMovesStaysTheSame(t *testing.T) {
	dir, outside := folder(t)
	fsys, _ := opened(t, dir)
	if err := os.Rename(dir, dir+"-moved"); err != nil {
		t.Skip(err) // an open folder on Windows
	}
	if err := os.Rename(outside, dir); err != nil {
		t.Fatal(err)
	}
	if data, err := fs.ReadFile(onlyOpen{fsys}, "wijken/oost.md"); err != nil || string(data) != "oost" {
		t.Errorf("%q, %v", data, err)
	}
	if data, err := fs.ReadFile(onlyOpen{fsys}, "oost.md"); err == nil {
		t.Errorf("another folder is read: %q", data)
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	write(b, filepath.Join(dir, "wijken", "oost.md"), "oost")
	fsys, plain := opened(b, dir)
	for name, of := range map[string]fs.FS{"confined": fsys, "root": plain} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f, err := of.Open("wijken/oost.md")
				if err != nil {
					b.Fatal(err)
				}
				f.Close()
			}
		})
	}
}
