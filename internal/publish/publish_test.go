package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// site is the content of the files of a site by path.
type site map[string]string

// pages yields the files of a site, sorted by path.
func (s site) pages() iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, path := range slices.Sorted(maps.Keys(s)) {
			if !yield(page(path, s[path])) {
				return
			}
		}
	}
}

func page(path, content string) File {
	return File{Path: path, Write: func(w io.Writer) error {
		_, err := io.WriteString(w, content)
		return err
	}}
}

// without returns a copy that lacks a file.
func (s site) without(path string) site {
	rest := maps.Clone(s)
	delete(rest, path)
	return rest
}

// with returns a copy with one file added or replaced.
func (s site) with(path, content string) site {
	more := maps.Clone(s)
	more[path] = content
	return more
}

// spoolSized is a text of more than spoolLimit bytes.
var spoolSized = strings.Repeat("0123456789abcdef", spoolLimit/16+1000)

func example() site {
	return site{
		"index.html":               "<h1>Wijkvisies</h1>",
		"404.html":                 "<h1>Niet gevonden</h1>",
		"wijken/index.html":        "<h1>Wijken</h1>",
		"wijken/oost/index.html":   "<h1>Oost</h1>",
		"wijken/west/index.html":   "<h1>West</h1>",
		".well-known/security.txt": "Contact: mailto:a@example.nl\n",
		"media/leeg.txt":           "",
		"media/café.pdf":           "%PDF",
		"media/groot.bin":          spoolSized,
	}
}

// outputFolder returns the path of an output folder in a folder of its own.
func outputFolder(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "public")
}

func mustPublish(t *testing.T, out string, s site) Report {
	t.Helper()
	report, err := To(t.Context(), Options{Dir: out}, s.pages())
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// read returns every file under dir, the marker too.
func read(t *testing.T, dir string) site {
	t.Helper()
	found := site{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		if entry.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(path)
			found[filepath.ToSlash(name)] = "-> " + to
			return err
		}
		content, err := os.ReadFile(path)
		found[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func published(s site) site {
	return s.with(markerName, markerOf(slices.Collect(maps.Keys(s))...))
}

// checkFolder checks that dir is exactly this site.
func checkFolder(t *testing.T, dir string, want site) {
	t.Helper()
	got := read(t, dir)
	if maps.Equal(got, published(want)) {
		return
	}
	t.Errorf("the folder holds %v, want %v and the marker", brief(got), brief(want))
}

func brief(s site) []string {
	var lines []string
	for _, path := range slices.Sorted(maps.Keys(s)) {
		lines = append(lines, fmt.Sprintf("%s=%.20q", path, s[path]))
	}
	return lines
}

// checkAlone checks that the output folder is alone in its parent.
func checkAlone(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != filepath.Base(out) {
			t.Errorf("%s is beside the output folder", entry.Name())
		}
	}
}

// bothReplacements runs a test with folders that are replaced as the system can, and in
// two renames.
func bothReplacements(t *testing.T, test func(t *testing.T, opt Options)) {
	t.Run("in one step", func(t *testing.T) { test(t, Options{Dir: outputFolder(t)}) })
	t.Run("in two renames", func(t *testing.T) { test(t, Options{Dir: outputFolder(t), twoRenames: true}) })
}

func TestFolderHoldsExactlyTheSite(t *testing.T) {
	bothReplacements(t, func(t *testing.T, opt Options) {
		sites := []site{
			example(),
			example(),
			example().with("nieuw/index.html", "nieuw"),
			example().without("wijken/oost/index.html").with("index.html", "anders"),
			{},
			{"index.html": "x"},
			{"index.html/nu/een/map.html": "x"},
		}
		for i, s := range sites {
			if _, err := To(t.Context(), opt, s.pages()); err != nil {
				t.Fatalf("site %d: %v", i, err)
			}
			checkFolder(t, opt.Dir, s)
			checkAlone(t, opt.Dir)
		}
	})
}

func TestReportCountsWhatChanged(t *testing.T) {
	out := outputFolder(t)
	steps := []struct {
		name string
		site site
		want Report
	}{
		{"first", example(), Report{Files: 9, Changed: slices.Sorted(maps.Keys(example()))}},
		{"the same", example(), Report{Files: 9}},
		{"one other of the same length", example().with("media/café.pdf", "%PDX"), Report{Files: 9, Changed: []string{"media/café.pdf"}}},
		{"one less, one more", example().without("media/café.pdf").with("x.txt", "%PDX"), Report{Files: 9, Changed: []string{"x.txt"}, Removed: 1}},
		{"one less", example().without("media/café.pdf"), Report{Files: 8, Removed: 1}},
	}
	for _, step := range steps {
		if got := mustPublish(t, out, step.site); !reflect.DeepEqual(got, step.want) {
			t.Errorf("%s: %+v, want %+v", step.name, got, step.want)
		}
	}
}

func TestDoneIsCalledForEveryFile(t *testing.T) {
	opt := Options{Dir: outputFolder(t)}
	for i, s := range []site{example(), example(), example().with("index.html", "anders"), {}} {
		var done atomic.Int32
		opt.Done = func() { done.Add(1) }
		if _, err := To(t.Context(), opt, s.pages()); err != nil {
			t.Fatal(err)
		}
		if int(done.Load()) != len(s) {
			t.Errorf("site %d: Done is called %d times, want %d", i, done.Load(), len(s))
		}
	}
}

func TestBytesDoNotDependOnHistoryOrWorkers(t *testing.T) {
	dir := t.TempDir()
	straight, detour := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	mustPublish(t, straight, example())
	for i, s := range []site{{"wijken": "eerst een bestand"}, example().with("x", "y"), example()} {
		if _, err := To(t.Context(), Options{Dir: detour, Workers: i*3 + 1}, s.pages()); err != nil {
			t.Fatal(err)
		}
	}
	if !maps.Equal(read(t, straight), read(t, detour)) {
		t.Error("two ways to one site differ")
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	bothReplacements(t, func(t *testing.T, opt Options) {
		mustPublish(t, opt.Dir, example())
		old := time.Date(2011, 5, 19, 12, 0, 0, 123456700, time.UTC)
		for path := range published(example()) {
			if err := os.Chtimes(filepath.Join(opt.Dir, path), old, old); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range []site{example(), example().with("index.html", "anders")} {
			if _, err := To(t.Context(), opt, s.pages()); err != nil {
				t.Fatal(err)
			}
			for path, content := range published(s) {
				sameTime := modified(t, filepath.Join(opt.Dir, path)).Equal(old)
				if same := content == published(example())[path]; sameTime != same {
					t.Errorf("%s: has the same time is %v, has the same bytes is %v", path, sameTime, same)
				}
			}
		}
	})
}

func modified(t *testing.T, path string) time.Time {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

func TestUnchangedFilesAreCopiedWhereLinksFail(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	then := time.Date(2011, 5, 19, 12, 0, 0, 123456700, time.UTC)
	if err := os.Chtimes(filepath.Join(out, "media", "groot.bin"), then, then); err != nil {
		t.Fatal(err)
	}
	loc, err := locate(out, "")
	if err != nil {
		t.Fatal(err)
	}
	work, err := openWorkFolder(t.Context(), loc, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer work.close()
	old, err := statOldSite(loc)
	if err != nil {
		t.Fatal(err)
	}
	site, err := createNewSite(work, old, Options{})
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(out, "media", "groot.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Mkdir(site.osPath("media"), 0o755), site.copy(unchangedFile{"media/groot.bin", info})); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(filepath.Dir(out), work.name, newName, "media", "groot.bin")
	if !modified(t, copied).Equal(then) {
		t.Error("the copy has another time")
	}
	if content, err := os.ReadFile(copied); err != nil || string(content) != spoolSized {
		t.Error("the copy has other bytes", err)
	}
}

func TestFileEditedByHandIsReplaced(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	if err := os.WriteFile(filepath.Join(out, "index.html"), []byte("<h1>Wijkvisiez</h1>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(out, "404.html")); err != nil {
		t.Fatal(err)
	}
	if report := mustPublish(t, out, example()); len(report.Changed) != 2 {
		t.Errorf("%d changed, want 2", len(report.Changed))
	}
	checkFolder(t, out, example())
}

func TestLitterOfFileManagersIsNotForeign(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	for _, name := range []string{".DS_Store", "wijken/Thumbs.db", "media/._café.pdf", "desktop.ini", "wijken/.directory"} {
		if err := os.WriteFile(filepath.Join(out, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(out, "leeg", "leger"), 0o755); err != nil {
		t.Fatal(err)
	}
	changed := example().with("index.html", "anders")
	mustPublish(t, out, changed)
	checkFolder(t, out, changed)
	if _, err := os.Stat(filepath.Join(out, "leeg")); err == nil {
		t.Error("an empty folder stayed")
	}
}

func TestEmptyFolderIsUsed(t *testing.T) {
	out := outputFolder(t)
	if err := os.Mkdir(out, 0o750); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, out, example())
	checkFolder(t, out, example())
	info, err := os.Stat(out)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o750 {
		t.Errorf("the folder's permissions became %v", info.Mode())
	}
}

func TestOthersMayReadWhatIsPublished(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits")
	}
	out := outputFolder(t)
	plain := filepath.Join(t.TempDir(), "plain")
	if err := os.Mkdir(plain, 0o755); err != nil {
		t.Fatal(err)
	}
	want, err := os.Stat(plain) // 0755 less the umask
	if err != nil {
		t.Fatal(err)
	}
	mustPublish(t, out, example())
	for path, mode := range map[string]fs.FileMode{
		"": want.Mode().Perm(), "wijken/oost": want.Mode().Perm(), "index.html": want.Mode().Perm() &^ 0o111,
	} {
		info, err := os.Stat(filepath.Join(out, path))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode {
			t.Errorf("%q has %v, want %v", path, info.Mode().Perm(), mode)
		}
	}
}

func TestParentsAreMadeAndRemovedWhenNothingIsPublished(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "een", "twee", "public")
	if _, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{broken("x")})); err == nil {
		t.Fatal("no error")
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("%v remained", entries)
	}
	mustPublish(t, out, example())
	checkFolder(t, out, example())
}

func TestSymbolicLinkToTheOutputFolderIsFollowed(t *testing.T) {
	dir := t.TempDir()
	out, link := filepath.Join(dir, "releases", "site"), filepath.Join(dir, "public")
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	symlink(t, out, link)
	for _, s := range []site{example(), example().with("index.html", "anders")} {
		mustPublish(t, link, s)
		checkFolder(t, out, s)
	}
	if to, err := os.Readlink(link); err != nil || to != out {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
	checkAlone(t, out)
}

func symlink(t *testing.T, to, link string) {
	t.Helper()
	if err := os.Symlink(to, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

var errRender = errors.New("no such template")

// broken is a file that fails when part of it is written.
func broken(path string) File {
	return File{Path: path, Write: func(w io.Writer) error {
		if _, err := io.WriteString(w, spoolSized); err != nil {
			return err
		}
		return errRender
	}}
}

func TestFailureLeavesTheOldSite(t *testing.T) {
	after := func(last ...File) iter.Seq[File] {
		return func(yield func(File) bool) {
			for file := range example().with("index.html", "anders").pages() {
				if !yield(file) {
					return
				}
			}
			slices.Values(last)(yield)
		}
	}
	tests := []struct {
		name  string
		files iter.Seq[File]
		is    error
		says  string
	}{
		{"page that fails", after(broken("wijken/x.html")), errRender, "wijken/x.html"},
		{"path twice", after(page("index.html", "")), nil, "index.html"},
		{"path that leaves the folder", after(page("../x", "")), nil, "../x"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bothReplacements(t, func(t *testing.T, opt Options) {
				mustPublish(t, opt.Dir, example())
				_, err := To(t.Context(), opt, test.files)
				if err == nil || test.is != nil && !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
					t.Errorf("got error %v", err)
				}
				if refused := new(Refused); errors.As(err, &refused) {
					t.Error("our own error is a refusal")
				}
				checkFolder(t, opt.Dir, example())
				checkAlone(t, opt.Dir)
			})
		})
	}
}

func TestCancelledBuildLeavesTheOldSite(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	ctx, cancel := context.WithCancel(t.Context())
	files := func(yield func(File) bool) {
		for i := 0; yield(page(fmt.Sprint("x/", i), "x")); i++ {
			if i == 100 {
				cancel()
			}
		}
	}
	if _, err := To(ctx, Options{Dir: out}, files); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v", err)
	}
	checkFolder(t, out, example())
	checkAlone(t, out)
}

func TestForeignFileThatAppearsDuringTheBuildIsNotDeleted(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	late := File{Path: "index.html", Write: func(io.Writer) error {
		return os.WriteFile(filepath.Join(out, "notitie.txt"), []byte("van mij"), 0o644)
	}}
	_, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{late}))
	if refused := new(Refused); !errors.As(err, &refused) || refused.Reason != Foreign {
		t.Errorf("got error %v", err)
	}
	if got := read(t, out); got["notitie.txt"] != "van mij" || got["index.html"] != example()["index.html"] {
		t.Errorf("the folder became %v", brief(got))
	}
	checkAlone(t, out)
}

func TestFileReplacedDuringTheBuildIsNotPublished(t *testing.T) {
	out := outputFolder(t)
	mustPublish(t, out, example())
	next := example().with("zz", "nieuw")
	last := File{Path: "zz", Write: func(io.Writer) error { // after index.html was compared
		replacement := filepath.Join(t.TempDir(), "index.html")
		err := os.WriteFile(replacement, []byte("van mij"), 0o644)
		return errors.Join(err, os.Rename(replacement, filepath.Join(out, "index.html")))
	}}
	files := append(slices.Collect(next.without("zz").pages()), last)
	_, err := To(t.Context(), Options{Dir: out, Workers: 1}, slices.Values(files))
	if !errors.Is(err, errReplaced) {
		t.Errorf("got error %v", err)
	}
	checkFolder(t, out, example().with("index.html", "van mij"))
	checkAlone(t, out)
	mustPublish(t, out, next)
	checkFolder(t, out, next)
}

func TestWritesOfOneFileAreJoined(t *testing.T) {
	out := outputFolder(t)
	chunk := strings.Repeat("x", 700_000) // two are more than spoolLimit
	file := File{Path: "x", Write: func(w io.Writer) error {
		for range 3 {
			if _, err := io.WriteString(w, chunk); err != nil {
				return err
			}
			if _, err := w.Write([]byte("y")); err != nil {
				return err
			}
		}
		return nil
	}}
	for range 2 {
		if _, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{file})); err != nil {
			t.Fatal(err)
		}
		checkFolder(t, out, site{"x": strings.Repeat(chunk+"y", 3)})
	}
}

func TestBytesAppendedToTheAvailableBufferAreWritten(t *testing.T) {
	want, out := site{}, outputFolder(t)
	var files []File
	for size := range 40 {
		name, text := fmt.Sprint(size), strings.Repeat("0123456789", size*size*40)
		want[name] = "begin " + text + text + " end"
		files = append(files, File{Path: name, Write: func(w io.Writer) error {
			buffered := w.(interface{ AvailableBuffer() []byte })
			for _, part := range []string{"begin ", text, text, " end"} {
				if n, err := w.Write(append(buffered.AvailableBuffer(), part...)); err != nil || n != len(part) {
					return fmt.Errorf("%d: %w", n, err)
				}
			}
			return nil
		}})
	}
	for range 2 {
		if _, err := To(t.Context(), Options{Dir: out}, slices.Values(files)); err != nil {
			t.Fatal(err)
		}
		checkFolder(t, out, want)
	}
}

func TestBuildsToOneFolderWaitForEachOther(t *testing.T) {
	out := outputFolder(t)
	writing, waits := make(chan struct{}), make(chan struct{})
	first := File{Path: "index.html", Write: func(w io.Writer) error {
		close(writing)
		<-waits // until the other build waits
		_, err := io.WriteString(w, "eerste")
		return err
	}}
	var group sync.WaitGroup
	group.Go(func() {
		if _, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{first})); err != nil {
			t.Error(err)
		}
	})
	<-writing
	var seen []byte
	second := File{Path: "index.html", Write: func(w io.Writer) (err error) {
		seen, err = os.ReadFile(filepath.Join(out, "index.html"))
		return err
	}}
	opt := Options{Dir: out, Waiting: func() { close(waits) }}
	if _, err := To(t.Context(), opt, slices.Values([]File{second})); err != nil {
		t.Error(err)
	}
	group.Wait()
	if !bytes.Equal(seen, []byte("eerste")) {
		t.Errorf("the second build began when the folder held %q", seen)
	}
	checkAlone(t, out)
}

func TestManyBuildsToOneFolder(t *testing.T) {
	bothReplacements(t, func(t *testing.T, opt Options) {
		var group sync.WaitGroup
		for builder := range 6 {
			group.Go(func() {
				for round := range 5 {
					s := example().with("index.html", fmt.Sprint(builder, round))
					if _, err := To(t.Context(), opt, s.pages()); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		checkFolder(t, opt.Dir, example().with("index.html", read(t, opt.Dir)["index.html"]))
		checkAlone(t, opt.Dir)
	})
}

func TestWaitingEndsWhenCancelled(t *testing.T) {
	out := outputFolder(t)
	ctx, cancel := context.WithCancel(t.Context())
	holder := File{Path: "index.html", Write: func(io.Writer) error {
		_, err := To(ctx, Options{Dir: out, Waiting: cancel}, example().pages())
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got error %v", err)
		}
		return nil
	}}
	if _, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{holder})); err != nil {
		t.Error(err)
	}
	checkAlone(t, out)
}
