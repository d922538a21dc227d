package publish

import (
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/parallel"
)

// remember returns a record of the new site, in which nothing is known of folders but
// which there are, of this site, the old one and the spare.
func (s *stage) remember() *Record {
	r := &Record{key: s.key, files: s.files}
	r.unpacking.Do(func() {}) // it is
	now := time.Now()
	slices.SortFunc(r.files, func(a, b fileRecord) int { return byFolder(a.path, b.path) })
	for i := range r.files {
		r.files[i].fresh = r.files[i].id.Fresh(now)
	}
	r.folders = make([]folderRecord, 1, 1+len(s.names.folders))
	for _, dir := range s.names.folders {
		r.folders = append(r.folders, folderRecord{path: dir})
	}
	if s.known != nil && s.known.unpack() {
		for i := range s.known.folders {
			if dir := s.known.folders[i].path; dir != "" && !s.names.hasFolder(dir) {
				r.folders = append(r.folders, folderRecord{path: dir})
			}
		}
	}
	slices.SortFunc(r.folders, func(a, b folderRecord) int { return strings.Compare(a.path, b.path) })
	return r
}

// setSite notes what the folders of the new site are.
func (s *stage) setSite(r *Record, state func(dir string) folderState) {
	parallel.All(r.folders, func(f *folderRecord) bool {
		if f.path == "" || s.names.hasFolder(f.path) {
			f.sides[theSite] = state(f.path)
		}
		return true
	})
}

// setSpare notes that a side of the record before is the spare now, or still.
func (s *stage) setSpare(r *Record, was side, differ map[string]inSpare) {
	for i := range r.folders {
		f := &r.folders[i]
		f.sides[theSpare] = s.known.side(f.path, was)
	}
	r.spare, r.differ = true, differ
}

// rememberOld returns the record of a site that came out the same. asLeft tells whether
// nothing else was in it.
func (s *stage) rememberOld(asLeft bool) *Record {
	r, now := s.remember(), time.Now()
	s.setSite(r, func(dir string) folderState {
		if asLeft {
			return s.known.side(dir, theSite)
		}
		state := stateIn(s.before.tree, dir, now)
		state.fresh = true // what came is nobody's, and goes when the site is replaced
		return state
	})
	if s.known != nil && s.known.spare {
		s.setSpare(r, theSpare, s.known.differ)
	}
	return r
}

// rememberPart returns the record of a site in which a folder was replaced.
func (s *stage) rememberPart(part string) *Record {
	// The files that were kept lost a name.
	_ = s.root.RemoveAll(part)
	r := s.remember()
	in, now := under(part), time.Now()
	parallel.All(r.files, func(f *fileRecord) bool {
		if f.kept && in(f.path) {
			f.refresh(s.before.tree)
			f.fresh = f.id.Fresh(now) // that was a change too
		}
		return true
	})
	above, _ := split(part)
	s.setSite(r, func(dir string) folderState {
		if dir == above || dir == part || in(dir) {
			return stateIn(s.before.tree, dir, now)
		}
		return s.known.side(dir, theSite)
	})
	if s.known.spare {
		differ := maps.Clone(s.known.differ)
		for _, p := range s.report.Changed {
			if _, ok := differ[p]; !ok {
				differ[p] = true
			}
		}
		s.setSpare(r, theSpare, differ)
	}
	return r
}

// rememberWhole returns the record of a new site that becomes what the tree holds now,
// in which only some folders need be looked at. When the old site is as it was left, it
// becomes the spare.
func (s *stage) rememberWhole(t *tree, look func(dir string) bool, asLeft bool) *Record {
	r, now := s.remember(), time.Now()
	s.setSite(r, func(dir string) folderState {
		if look(dir) {
			return stateIn(t, dir, now)
		}
		return s.known.side(dir, theSpare)
	})
	if asLeft {
		s.setSpare(r, theSite, s.differences())
	}
	return r
}

// differences returns where the old site differs from the new one.
func (s *stage) differences() map[string]inSpare {
	differ := make(map[string]inSpare)
	for _, p := range s.report.Changed {
		differ[p] = inSpare(s.known.file(p) != nil)
	}
	if !s.marker {
		differ[markerName] = true
	}
	for _, p := range s.gone {
		differ[p] = true
	}
	return differ
}

// stateIn looks at a folder of a tree; what changes it later does so after now.
func stateIn(t *tree, dir string, now time.Time) folderState {
	id, ok := t.identity(dir)
	return folderState{there: ok && id.IsDir(), fresh: id.Fresh(now), id: id}
}

// settle makes a record true of where things are after a whole site was replaced. old is
// the name of the old one in the work folder, empty when there was none. It returns nil
// when that could not be done.
func (r *Record) settle(w *work, m *Memory, old string) *Record {
	removed := false
	if !r.spare || !w.keepSpare(m.Spare, old) {
		r.spare, r.differ = false, nil
		if old != "" {
			_ = w.root.RemoveAll(old) // or clear says why not
			removed = true
		}
		if m.Spare != "" {
			_ = os.RemoveAll(m.Spare) // of no use to anybody
		}
	}
	root, err := os.OpenRoot(w.place.path)
	if err != nil {
		return nil
	}
	defer root.Close()
	t, err := openTree(root, w.parent, w.place.base)
	if err != nil {
		return nil
	}
	defer t.close()
	if removed {
		parallel.All(r.files, func(f *fileRecord) bool {
			if f.kept {
				f.refresh(t)
			}
			return true
		})
	}
	// To be moved changes a folder. Of the spare's only the names tell.
	r.folders[0].sides[theSite] = stateIn(t, "", time.Now())
	r.folders[0].sides[theSpare].fresh = true
	return r
}

// refresh looks again at a file that may have lost a name.
func (f *fileRecord) refresh(t *tree) {
	id, ok := t.identity(f.path)
	if !ok || !id.SameFile(f.id) {
		id = identity.ID{} // nothing looks like that: the next build reads the file
	}
	f.id = id
}
