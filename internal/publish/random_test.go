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

// TestRandomEditsOfTheOutputFolderAreRepaired changes the site and the output folder at
// random between builds. After each build the folder holds exactly the site, and files that
// had the right bytes have the modification time that they had.
func TestRandomEditsOfTheOutputFolderAreRepaired(t *testing.T) {
	bothReplacements(t, func(t *testing.T, opt Options) {
		seed := uint64(time.Now().UnixNano())
		t.Logf("seed %d", seed)
		e := &editor{t: t, dir: opt.Dir, random: rand.New(rand.NewPCG(seed, 0))}
		s := example()
		mustPublish(t, opt.Dir, s)
		for round := range 60 {
			s = e.editSite(s)
			var edits []string
			for range e.random.IntN(4) {
				edits = append(edits, e.editFolder())
			}
			before, times := read(t, opt.Dir), e.setTimes()
			report, err := To(t.Context(), opt, s.pages())
			if err != nil {
				t.Fatalf("round %d, after %q: %v", round, edits, err)
			}
			differ := e.check(s, before, times, report)
			if t.Failed() {
				t.Fatalf("round %d, after %q", round, edits)
			}
			// Litter and empty folders go when something differs.
			if differ {
				checkFolder(t, opt.Dir, s)
			}
			checkAlone(t, opt.Dir)
		}
	})
}

// editor makes random edits.
type editor struct {
	t      *testing.T
	dir    string
	random *rand.Rand
}

// editSite returns a site like s, in which some files may be other, new or missing.
func (e *editor) editSite(s site) site {
	switch e.random.IntN(4) {
	case 0:
		return s.with(e.pick(s), fmt.Sprint("anders ", e.random.Int()))
	case 1:
		return s.with(fmt.Sprintf("nieuw/%d/index.html", e.random.IntN(5)), "nieuw")
	case 2:
		if len(s) > 5 {
			return s.without(e.pick(s))
		}
	}
	return s
}

// pick returns the path of one of the files.
func (e *editor) pick(s site) string {
	paths := slices.Sorted(maps.Keys(s))
	return paths[e.random.IntN(len(paths))]
}

// editFolder makes one edit in the output folder, none of which makes it somebody else's,
// and returns what it did.
func (e *editor) editFolder() string {
	files := read(e.t, e.dir).without(markerName)
	one, two := e.pick(files), e.pick(files)
	first, second := filepath.Join(e.dir, one), filepath.Join(e.dir, two)
	var err error
	var edit string
	switch e.random.IntN(8) {
	case 0:
		edit, err = "append to "+one, os.WriteFile(first, []byte(files[one]+"!"), 0o644)
	case 1:
		edit, err = "change one byte of "+one, os.WriteFile(first, flip(files[one], e.random), 0o644)
	case 2:
		edit, err = "truncate "+one, os.Truncate(first, int64(len(files[one])/2))
	case 3:
		edit = "swap " + one + " and " + two
		err = os.WriteFile(first, []byte(files[two]), 0o644)
		if err == nil {
			err = os.WriteFile(second, []byte(files[one]), 0o644)
		}
	case 4:
		edit = "remove " + one
		if len(files) > 3 {
			err = os.Remove(first)
		}
	case 5:
		edit = "link " + one + " to " + two
		if one != two {
			err = os.Remove(first)
		}
		if err == nil && one != two {
			err = os.Link(second, first)
		}
	case 6:
		edit, err = "litter", os.WriteFile(filepath.Join(filepath.Dir(first), ".DS_Store"), []byte("x"), 0o644)
	case 7:
		edit, err = "empty folder", os.MkdirAll(filepath.Join(e.dir, "leeg", fmt.Sprint(e.random.IntN(3))), 0o755)
	}
	if err != nil {
		e.t.Fatalf("%s: %v", edit, err)
	}
	return edit
}

// flip returns a text with one other byte, if it has any.
func flip(text string, random *rand.Rand) []byte {
	changed := []byte(text)
	if len(changed) > 0 {
		changed[random.IntN(len(changed))] ^= 1
	}
	return changed
}

// setTimes gives every file of the output folder another modification time, and returns
// those by path.
func (e *editor) setTimes() map[string]time.Time {
	times := make(map[string]time.Time)
	for name := range read(e.t, e.dir) {
		path := filepath.Join(e.dir, name)
		then := time.Unix(1_300_000_000+e.random.Int64N(1_000_000), 0)
		if err := os.Chtimes(path, then, then); err != nil {
			e.t.Fatal(err)
		}
		times[name] = modified(e.t, path) // of two names of one file, the last time counts
	}
	for name := range times {
		times[name] = modified(e.t, filepath.Join(e.dir, name))
	}
	return times
}

// check checks the output folder and the report after a build of a site. before and times
// are what the folder held. It reports whether that differed from the site.
func (e *editor) check(s, before site, times map[string]time.Time, report Report) (differ bool) {
	after := read(e.t, e.dir)
	var changed []string
	for path, content := range published(s) {
		if after[path] != content {
			e.t.Errorf("%s has other bytes than it should", path)
		}
		old, ok := before[path]
		unchanged := ok && old == content
		if !unchanged && path != markerName {
			changed = append(changed, path)
		}
		differ = differ || !unchanged
		if unchanged && !modified(e.t, filepath.Join(e.dir, path)).Equal(times[path]) {
			e.t.Errorf("%s is unchanged but has another modification time", path)
		}
	}
	removed := 0
	for path := range before {
		if _, ok := published(s)[path]; !ok && !strings.HasSuffix(path, ".DS_Store") {
			removed++
		}
	}
	slices.Sort(changed)
	if !slices.Equal(report.Changed, changed) || report.Removed != removed || report.Files != len(s) {
		e.t.Errorf("the report is %+v, want %d files, %v changed and %d removed", report, len(s), changed, removed)
	}
	return differ
}

func TestForeignFilesAreRefusedAfterRandomEdits(t *testing.T) {
	bothReplacements(t, func(t *testing.T, opt Options) {
		seed := uint64(time.Now().UnixNano())
		t.Logf("seed %d", seed)
		e := &editor{t: t, dir: opt.Dir, random: rand.New(rand.NewPCG(seed, 0))}
		for range 20 {
			s := e.editSite(example())
			mustPublish(t, opt.Dir, s)
			e.editFolder()
			foreign := filepath.Join(opt.Dir, filepath.Dir(e.pick(read(t, opt.Dir))), "brief.txt")
			if err := os.WriteFile(foreign, []byte("van mij"), 0o644); err != nil {
				t.Fatal(err)
			}
			before := read(t, opt.Dir)
			checkRefused(t, opt, e.editSite(s), Foreign)
			if after := read(t, opt.Dir); !maps.Equal(after, before) {
				t.Fatalf("the folder became %v, was %v", brief(after), brief(before))
			}
			checkAlone(t, opt.Dir)
			if err := os.Remove(foreign); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// checkRefused checks that the output folder is refused for a reason.
func checkRefused(t *testing.T, opt Options, s site, want Reason) {
	t.Helper()
	_, err := To(t.Context(), opt, s.pages())
	if refused, ok := errors.AsType[*Refused](err); !ok || refused.Reason != want {
		t.Errorf("got error %v", err)
	}
}
