//go:build linux || darwin

package publish

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// remembering publishes to one folder again and again, with what the build before left.
type remembering struct {
	opt  Options
	data [][]byte // the record, as it is kept between two programs
	has  site     // what the folder was last given
	// oneProgram says that one program publishes again and again, as a program may, and
	// remembers without writing it down.
	oneProgram bool
	// changes says that Change is asked first, where it can be.
	changes bool
	changed int // how often it did it
}

func newRemembering(t *testing.T, inTwo bool) *remembering {
	t.Helper()
	dir := t.TempDir()
	return &remembering{opt: Options{Dir: filepath.Join(dir, "www", "public"), inTwo: inTwo, Memory: &Memory{Spare: filepath.Join(dir, "caches", "spare")}}}
}

// publish publishes a site, and checks what the folder then holds and what was said of
// it. changed are the files that somebody changed since.
func (r *remembering) publish(t *testing.T, s site, changed ...string) {
	t.Helper()
	var err error
	if r.data == nil || !r.oneProgram {
		r.opt.Memory.Site = nil
	}
	if r.data != nil && !r.oneProgram {
		if r.opt.Memory.Site, err = ReadRecord(r.data); err != nil {
			t.Fatal(err)
		}
	}
	times := make(map[string]time.Time)
	for path, content := range s {
		if old, ok := r.has[path]; ok && old == content && !slices.Contains(changed, path) {
			times[path] = modified(t, filepath.Join(r.opt.Dir, path))
		}
	}
	report, err := r.to(t, s)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, r.opt.Dir, s)
	nothingBeside(t, r.opt.Dir)
	want := slices.Clone(changed)
	for path, content := range s {
		if old, ok := r.has[path]; (!ok || old != content) && !slices.Contains(changed, path) {
			want = append(want, path)
		}
	}
	want = slices.DeleteFunc(want, func(path string) bool { _, ok := s[path]; return !ok })
	slices.Sort(want)
	if !slices.Equal(report.Changed, want) {
		t.Errorf("%v changed, want %v", report.Changed, want)
	}
	if report.Files != len(s) {
		t.Errorf("%d files, want %d", report.Files, len(s))
	}
	for path, then := range times {
		if now := modified(t, filepath.Join(r.opt.Dir, path)); !now.Equal(then) {
			t.Errorf("%s did not change, and its time did", path)
		}
	}
	r.has, r.data = s, nil
	if site := r.opt.Memory.Site; site != nil {
		if !site.Holds(r.opt.Dir) {
			t.Error("what is remembered does not hold")
		}
		r.data = site.Pieces()
	}
}

// to publishes a site with Change, if that is asked and can be, else with To.
func (r *remembering) to(t *testing.T, s site) (Report, error) {
	if r.changes && r.opt.Memory.Site != nil && maps.EqualFunc(r.has, s, func(string, string) bool { return true }) {
		files := make(site)
		for path, content := range s {
			if r.has[path] != content {
				files[path] = content
			}
		}
		for path, content := range s {
			if len(files) == 0 || r.hasSpare() && len(files)%2 == 1 { // also one that is as it was
				files[path] = content
			}
		}
		report, done, err := Change(t.Context(), r.opt, slices.Collect(files.pages()))
		if done || err != nil {
			r.changed++
			report.Files = len(s)
			return report, err
		}
		nothingBeside(t, r.opt.Dir)
	}
	return To(t.Context(), r.opt, s.pages())
}

func (r *remembering) hasSpare() bool {
	_, err := os.Stat(r.opt.Memory.Spare)
	return err == nil
}

func TestTheSiteBeforeBecomesTheNextOne(t *testing.T) {
	for _, inTwo := range []bool{false, true} {
		r := newRemembering(t, inTwo)
		sites := []site{
			example(),
			example(),
			example().with("index.html", "een"),
			example().with("index.html", "twee").with("nieuw/diep/index.html", "nieuw"),
			example().with("index.html", "twee").with("nieuw/diep/index.html", "nieuw").with("media/groot.bin", spoolSized+"!"),
			example().without("wijken/oost/index.html"),
			example().with("wijken", "was een map").without("wijken/oost/index.html").without("wijken/index.html").without("wijken/west/index.html"),
			example(),
			example().with("index.html", "drie"),
			example().with("index.html", "drie").with("wijken/oost/index.html", "<h1>Oost en zo</h1>"),
			example().with("index.html", "drie").with("wijken/oost/index.html", "een").with("wijken/west/index.html", "een"),
			example().with("index.html", "drie").with("media/groot.bin", spoolSized+"?"),
			example().with("index.html", "vier").with("wijken/oost/index.html", "twee"),
			{"index.html/nu/een/map.html": "x"},
			example(),
			{},
			example(),
			example(),
		}
		for i, s := range sites {
			t.Logf("site %d", i)
			r.publish(t, s)
			if r.data == nil {
				t.Fatal("nothing is remembered")
			}
			if i >= 2 && !r.hasSpare() {
				t.Error("there is no spare")
			}
		}
	}
}

// TestFilesTakenFromTheSpareAreNotMadeAnew holds that the spare is used at all.
func TestFilesTakenFromTheSpareAreNotMadeAnew(t *testing.T) {
	r := newRemembering(t, false)
	folder := func() os.FileInfo {
		info, err := os.Stat(filepath.Join(r.opt.Dir, "wijken", "oost"))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	r.publish(t, example())
	first := folder()
	r.publish(t, example().with("index.html", "een"))
	second := folder()
	r.publish(t, example().with("index.html", "twee"))
	if third := folder(); !os.SameFile(first, third) || os.SameFile(first, second) {
		t.Error("the folders of the spare do not come back")
	}
}

func TestOnlyTheFolderThatChangedIsReplaced(t *testing.T) {
	for _, changes := range []bool{false, true} {
		onlyTheFolderThatChangedIsReplaced(t, changes)
	}
}

func onlyTheFolderThatChangedIsReplaced(t *testing.T, changes bool) {
	r := newRemembering(t, false)
	r.changes = changes
	if probe := t.TempDir(); !canExchange(t, probe) {
		t.Skip("this system cannot swap two folders")
	}
	at := func(path string) os.FileInfo {
		info, err := os.Stat(filepath.Join(r.opt.Dir, path))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	r.publish(t, example())
	site, part := at("."), at("wijken/oost")
	r.publish(t, example().with("wijken/oost/index.html", "een"))
	if !os.SameFile(site, at(".")) || os.SameFile(part, at("wijken/oost")) {
		t.Error("another folder was replaced than the one that changed")
	}
	if r.hasSpare() {
		t.Error("there is a spare, and nothing to make one of")
	}
	if (r.changed > 0) != changes {
		t.Errorf("%d times only what changed was gone through", r.changed)
	}
}

func TestChangesOfManyFoldersAreRemembered(t *testing.T) {
	r := newRemembering(t, false)
	r.changes = true
	s := example()
	for i := range 3 * batchSize {
		s[fmt.Sprintf("wijken/wijk-%d/index.html", i)] = "een"
		s[fmt.Sprintf("wijken/wijk-%d/behoeften/b/index.html", i)] = "een"
	}
	r.publish(t, s)
	r.publish(t, s.with("index.html", "een")) // and there is a spare
	if !r.hasSpare() {
		t.Fatal("there is no spare")
	}
	s["index.html"] = "een"
	for i := range 4 {
		s = s.with("wijken/wijk-7/index.html", fmt.Sprint("twee ", i)).with("wijken/wijk-7/behoeften/b/index.html", fmt.Sprint("drie ", i))
		r.publish(t, s)
		s = s.with(fmt.Sprintf("wijken/wijk-%d/behoeften/b/index.html", 200*i), "vier")
		r.publish(t, s)
		r.publish(t, s) // nothing
	}
	if r.changed != 12 {
		t.Errorf("%d times only what changed was gone through", r.changed)
	}
	r.publish(t, s.with("404.html", "weg"))
}

// TestWhatSomebodyChangedIsPutRight changes the site and the spare between builds.
func TestWhatSomebodyChangedIsPutRight(t *testing.T) {
	for _, changes := range []bool{false, true} {
		whatSomebodyChangedIsPutRight(t, changes)
	}
}

func whatSomebodyChangedIsPutRight(t *testing.T, changes bool) {
	same := func(path string) string { return strings.Repeat("X", len(example()[path])) }
	write := func(path, text string) func(dir string) error {
		return func(dir string) error {
			info, err := os.Stat(filepath.Join(dir, path))
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o644); err != nil {
				return err
			}
			return os.Chtimes(filepath.Join(dir, path), info.ModTime(), info.ModTime())
		}
	}
	replace := func(path, text string) func(dir string) error {
		return func(dir string) error {
			if err := os.WriteFile(filepath.Join(dir, path+".x"), []byte(text), 0o644); err != nil {
				return err
			}
			return os.Rename(filepath.Join(dir, path+".x"), filepath.Join(dir, path))
		}
	}
	for name, test := range map[string]struct {
		change  func(dir string) error
		changed []string // in the site; nothing of the spare shows
	}{
		"bytes in place, not how many nor when": {write("wijken/index.html", same("wijken/index.html")), []string{"wijken/index.html"}},
		"another file":                          {replace("wijken/index.html", same("wijken/index.html")), []string{"wijken/index.html"}},
		"a file less":                           {func(dir string) error { return os.Remove(filepath.Join(dir, "404.html")) }, []string{"404.html"}},
		"a folder less":                         {func(dir string) error { return os.RemoveAll(filepath.Join(dir, "wijken", "oost")) }, []string{"wijken/oost/index.html"}},
		"the list":                              {write(markerName, "wijkvisie 1\n"), nil},
		"an empty folder":                       {func(dir string) error { return os.Mkdir(filepath.Join(dir, "leeg"), 0o755) }, nil},
		"litter":                                {func(dir string) error { return os.WriteFile(filepath.Join(dir, "wijken", ".DS_Store"), nil, 0o644) }, nil},
		"a right":                               {func(dir string) error { return os.Chmod(filepath.Join(dir, "index.html"), 0o600) }, nil},
	} {
		for _, where := range []string{"the site", "a site of parts", "the spare"} {
			for builds := 1; builds <= 3; builds++ {
				t.Run(fmt.Sprintf("%s of %s after %d builds (%t)", name, where, builds, changes), func(t *testing.T) {
					r := newRemembering(t, false)
					r.changes = changes
					last := site{}
					for i := range builds {
						last = example().with("media/café.pdf", fmt.Sprint(i))
						if where != "a site of parts" {
							last["404.html"] = fmt.Sprint("<h1>Niet gevonden ", i) // a change at the top replaces all
						}
						r.publish(t, last)
					}
					dir, changed := r.opt.Dir, test.changed
					if where == "the spare" {
						if dir = r.opt.Memory.Spare; builds == 1 {
							return // there is none yet
						}
					}
					if name == "the list" && where != "the spare" {
						return // then the folder is somebody else's, as it should be
					}
					if err := test.change(dir); err != nil {
						t.Fatal(err)
					}
					if where == "the spare" && !strings.HasPrefix(name, "bytes in place") {
						changed = nil // in place, it is the same file
					}
					if where == "the spare" || name != "an empty folder" && name != "litter" {
						r.publish(t, last, changed...) // those two stay until the site is replaced
					}
					r.publish(t, last.with("wijken/west/index.html", "anders"))
					next := last.with("media/café.pdf", "anders").with("nog/een.html", "x")
					r.publish(t, next)
					r.publish(t, last)
				})
			}
		}
	}
}

func TestChangeIsNotDoneBesideAForeignFile(t *testing.T) {
	for name, plant := range map[string]func(dir string) error{
		"a file": func(dir string) error { return os.WriteFile(filepath.Join(dir, "wijken", "van-mij.txt"), nil, 0o644) },
		"a file where it is done": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "wijken", "oost", "van-mij"), nil, 0o644)
		},
		"a link for a folder":       func(dir string) error { return byLink(filepath.Join(dir, "wijken", "west")) },
		"a link where it is done":   func(dir string) error { return byLink(filepath.Join(dir, "wijken", "oost")) },
		"a link for a folder above": func(dir string) error { return byLink(filepath.Join(dir, "wijken")) },
		"a link for the site":       byLink,
	} {
		t.Run(name, func(t *testing.T) {
			r := newRemembering(t, false)
			r.publish(t, example())
			r.publish(t, example().with("wijken/oost/index.html", "een"))
			if err := plant(r.opt.Dir); err != nil {
				t.Fatal(err)
			}
			was := read(t, r.opt.Dir)
			if _, done, err := Change(t.Context(), r.opt, slices.Collect(site{"wijken/oost/index.html": "twee"}.pages())); done || err != nil {
				t.Errorf("it is done (%v)", err)
			}
			if !maps.Equal(was, read(t, r.opt.Dir)) {
				t.Error("something changed")
			}
		})
	}
}

// byLink moves a folder away, and puts a link to it in its place.
func byLink(dir string) error {
	away := filepath.Join(filepath.Dir(filepath.Dir(dir)), "elders")
	if err := os.Rename(dir, away); err != nil {
		return err
	}
	return os.Symlink(away, dir)
}

func TestForeignFileIsRefusedThoughTheRestIsRemembered(t *testing.T) {
	r := newRemembering(t, false)
	r.publish(t, example())
	r.publish(t, example().with("index.html", "een"))
	foreign := filepath.Join(r.opt.Dir, "wijken", "van-mij.txt")
	if err := os.WriteFile(foreign, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	var refused *Refused
	_, err := To(t.Context(), r.opt, example().pages())
	if !errors.As(err, &refused) || refused.Reason != Foreign {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
	if err := os.Remove(foreign); err != nil {
		t.Fatal(err)
	}
	r.publish(t, example().with("index.html", "twee"))
}

func TestOneProgramPublishesAgainAndAgain(t *testing.T) {
	r := newRemembering(t, false)
	r.oneProgram, r.opt.Memory.Spare = true, "" // all is linked anew
	for round := range 4 {
		r.publish(t, example().with("index.html", fmt.Sprint(round)))
	}
}

// TestAnyHistoryGivesTheSite publishes random sites one after the other, while somebody
// changes things in between, or forgets what was remembered.
func TestAnyHistoryGivesTheSite(t *testing.T) {
	for seed := range uint64(24) {
		random := rand.New(rand.NewPCG(seed, 7))
		r := newRemembering(t, seed%4 == 3)
		r.oneProgram = seed%3 == 2
		r.changes = seed%2 == 0
		for range 12 {
			s := site{}
			if r.changes && len(r.has) > 0 && random.IntN(3) > 0 { // other bytes, in one folder or in many
				s = maps.Clone(r.has)
				in := []string{"1/", ""}[random.IntN(2)]
				for _, path := range slices.Sorted(maps.Keys(s)) {
					if strings.HasPrefix(path, in) && random.IntN(2) == 0 {
						s[path] = fmt.Sprint(random.IntN(3))
					}
				}
				r.publish(t, s)
				continue
			}
			for range random.IntN(30) {
				path := "index.html"
				for range random.IntN(3) {
					path = fmt.Sprint(random.IntN(4)) + "/" + path
				}
				s[path] = fmt.Sprint(random.IntN(3))
			}
			if random.IntN(5) == 0 {
				s["groot.bin"] = spoolSized
			}
			var changed []string
			switch random.IntN(6) {
			case 0:
				r.data = nil
			case 1:
				_ = os.RemoveAll(r.opt.Memory.Spare)
			case 2:
				if there := slices.Sorted(maps.Keys(r.has)); len(there) > 0 {
					path := there[random.IntN(len(there))]
					if err := os.WriteFile(filepath.Join(r.opt.Dir, path), []byte("z"), 0o644); err != nil {
						t.Fatal(err)
					}
					changed = append(changed, path)
				}
			}
			r.publish(t, s, changed...)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestAFileOfTheSiteIsReadAsItWasLeft(t *testing.T) {
	r := newRemembering(t, false)
	large := strings.Repeat("Een grote bijlage. ", 2*spoolLimit/19)
	s := example().with("media/groot.txt", large).with("anders.txt", "zo").with("weg.txt", "zo")
	r.publish(t, s)
	if err := os.WriteFile(filepath.Join(r.opt.Dir, "anders.txt"), []byte("ho"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(r.opt.Dir, "weg.txt")); err != nil {
		t.Fatal(err)
	}
	site, err := r.opt.Memory.Site.Open(r.opt.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for path := range s {
		data, ok := site.File(path)
		if lost := path == "anders.txt" || path == "weg.txt"; ok == lost || ok && string(data) != s[path] {
			t.Errorf("%s: %t, %d bytes", path, ok, len(data))
		}
	}
	if _, ok := site.File("nergens.txt"); ok {
		t.Error("there is a file that was never written")
	}
}

// FuzzReadRecord checks that anything can be read without harm, and that what is read
// is what was written.
func FuzzReadRecord(f *testing.F) {
	dir := f.TempDir()
	opt := Options{Dir: filepath.Join(dir, "public"), Memory: &Memory{Spare: filepath.Join(dir, "spare")}}
	for _, s := range []site{example(), example().with("index.html", "x")} {
		if _, err := To(f.Context(), opt, s.pages()); err != nil {
			f.Fatal(err)
		}
		f.Add(bytesOf(opt.Memory.Site))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadRecord(piecesOf(data))
		if err != nil || !r.sound() {
			return
		}
		var folders []folderRecord
		for i, b := range r.batches {
			some, files, ok := b.all()
			if !ok {
				t.Fatal("a batch is read only once")
			}
			folders = append(folders, some...)
			r.batches[i] = new(packer).pack(some, files)
		}
		again, err := ReadRecord(piecesOf(bytesOf(r)))
		if err != nil || !again.sound() || !maps.Equal(again.differ, r.differ) || again.spare != r.spare || again.key != r.key {
			t.Fatalf("a record is read as another one (%v)", err)
		}
		r.unpack()
		again.unpack()
		if !slices.Equal(again.files, r.files) {
			t.Error("files are read as others")
		}
		for known := again.foldersFrom(""); known.at != nil; known.next() {
			if len(folders) == 0 || *known.at != folders[0] {
				t.Fatal("folders are read as others")
			}
			folders = folders[1:]
		}
		if len(folders) > 0 {
			t.Error("folders are lost")
		}
	})
}
