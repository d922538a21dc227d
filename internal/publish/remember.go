package publish

import (
	"os"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/parallel"
)

// remember returns the record of the new site, and of the folder that becomes the
// spare: the old site, or the folder of the stage when nothing changed and the old one
// stays. asLeft tells whether the old site is as its own record has it.
func (s *stage) remember(asLeft, unchanged bool) *Record {
	r := &Record{key: s.key, files: s.files, differ: make(map[string]inSpare)}
	now := time.Now()
	slices.SortFunc(r.files, func(a, b fileRecord) int { return strings.Compare(a.path, b.path) })
	for i := range r.files {
		r.files[i].fresh = r.files[i].id.Fresh(now)
	}
	r.folders = s.folders(unchanged)
	fresh, old := theSite, theSpare
	if unchanged {
		fresh, old = old, fresh
	}
	asLeft = asLeft && s.before.known != nil
	r.spare = asLeft && !unchanged || s.spare && unchanged
	parallel.All(r.folders, func(f *folderRecord) bool {
		if !unchanged || s.spare {
			f.sides[fresh] = s.newFolder(f.path, now)
		}
		if asLeft {
			f.sides[old] = s.known.side(f.path, theSite)
		} else if unchanged {
			f.sides[old] = stateIn(s.before.tree, f.path, now)
			f.sides[old].fresh = true // something came that is nobody's: look again
		}
		return true
	})
	if !unchanged {
		for _, p := range s.report.Changed {
			r.differ[p] = inSpare(s.known.file(p) != nil)
		}
		if !s.marker {
			r.differ[markerName] = true
		}
		for _, p := range s.gone {
			r.differ[p] = true
		}
	}
	return r
}

// folders returns the folders of the new site, and of the old one when that becomes the
// spare; nothing is known of them yet.
func (s *stage) folders(unchanged bool) []folderRecord {
	list := make([]folderRecord, 1, 1+len(s.names.folders))
	for _, dir := range s.names.folders {
		list = append(list, folderRecord{path: dir})
	}
	if s.known != nil && !unchanged {
		for i := range s.known.folders {
			if f := &s.known.folders[i]; f.path != "" && f.sides[theSite].there && !s.names.hasFolder(f.path) {
				list = append(list, folderRecord{path: f.path})
			}
		}
	}
	slices.SortFunc(list, func(a, b folderRecord) int { return strings.Compare(a.path, b.path) })
	return list
}

// newFolder tells of a folder of the stage. What of the spare was not touched is as it
// was.
func (s *stage) newFolder(dir string, now time.Time) folderState {
	if s.spare && dir != "" && !s.touched[dir] {
		if f := s.known.side(dir, theSpare); f.there {
			return f
		}
	}
	return stateIn(s.tree, dir, now)
}

// stateIn looks at a folder of a tree; what changes it later does so after now.
func stateIn(t *tree, dir string, now time.Time) folderState {
	id, ok := t.identity(dir)
	return folderState{there: ok && id.IsDir(), fresh: id.Fresh(now), id: id}
}

// settle makes what was remembered true of where things are now: the name of the
// folder in the work folder that becomes the spare, which is empty when there is none.
func (r *Record) settle(w *work, m *Memory, spare string) {
	m.Site = nil
	removed := false
	if !r.spare || !w.keepSpare(m.Spare, spare) {
		r.spare, r.differ = false, nil
		if spare != "" {
			_ = w.root.RemoveAll(spare) // or clear says why not
			removed = true
		}
		if m.Spare != "" {
			_ = os.RemoveAll(m.Spare) // of no use to anybody
		}
	}
	root, err := os.OpenRoot(w.place.path)
	if err != nil {
		return
	}
	defer root.Close()
	t, err := openTree(root, w.parent, w.place.base)
	if err != nil {
		return
	}
	defer t.close()
	if removed {
		r.refresh(t)
	}
	// To be moved changes a folder. Of the spare's only the names tell.
	r.folders[0].sides[theSite] = stateIn(t, "", time.Now())
	r.folders[0].sides[theSpare].fresh = true
	m.Site = r
}

// refresh looks again at files that may have lost a name when another site was removed.
func (r *Record) refresh(t *tree) {
	parallel.All(r.files, func(f *fileRecord) bool {
		id, ok := t.identity(f.path)
		if !ok || !id.SameFile(f.id) {
			id = identity.ID{} // nothing looks like that: the next build reads the file
		}
		f.id = id
		return true
	})
}
