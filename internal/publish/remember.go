package publish

import (
	"iter"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"time"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/parallel"
)

// sideOf tells what a folder of a side is. was is what the build before left of the folder.
type sideOf func(dir string, was [2]folderState) folderState

// asIt is for a side that is what another one was.
func asIt(of side) sideOf {
	return func(_ string, was [2]folderState) folderState { return was[of] }
}

// remember returns a record of the new site, in which site tells what folders are. It has a
// spare if there is one to tell of, which differs from the site where differ says. What
// changes later does so after now.
//
// Folders are looked at and packed batch by batch: what is known of all of them takes four
// times as much memory as all batches, when a build has most in use.
func (s *stage) remember(now time.Time, site, spare sideOf, differ map[string]inSpare) *Record {
	slices.SortFunc(s.files, func(a, b fileRecord) int { return byFolder(a.path, b.path) })
	for i := range s.files {
		s.files[i].fresh = s.files[i].id.Fresh(now)
	}
	dirs := s.dirs()
	r := &Record{key: s.key, spare: spare != nil, differ: differ}
	r.batches = make([]batch, (len(dirs)+batchSize-1)/batchSize)
	fresh := make([][2][]string, len(r.batches))
	parallel.Share(len(r.batches), func(mine iter.Seq[int]) {
		var p packer
		folders := make([]folderRecord, batchSize)
		for i := range mine {
			from, to := i*batchSize, min((i+1)*batchSize, len(dirs))
			known := s.known.foldersFrom(dirs[from])
			for j, dir := range dirs[from:to] {
				folders[j] = s.folder(dir, known.sides(dir), site, spare)
				folders[j].noteFresh(&fresh[i])
			}
			files := s.files[s.filesFrom(dirs[from]):]
			if to < len(dirs) {
				files = s.files[s.filesFrom(dirs[from]):s.filesFrom(dirs[to])]
			}
			r.batches[i] = p.pack(folders[:to-from], files)
		}
	})
	for i := range fresh {
		for of := range r.fresh {
			r.fresh[of] = append(r.fresh[of], fresh[i][of]...)
		}
	}
	return r
}

// dirs returns the folders of this site, the old one and the spare, sorted.
func (s *stage) dirs() []string {
	dirs := append(make([]string, 0, 1+len(s.names.folders)), "")
	dirs = slices.AppendSeq(dirs, s.names.all(s.names.folders))
	for known := s.known.foldersFrom(""); known.at != nil; known.next() {
		if dir := known.at.path; dir != "" && !s.names.hasFolder(dir) {
			dirs = append(dirs, strings.Clone(dir))
		}
	}
	slices.Sort(dirs)
	return dirs
}

func (s *stage) folder(dir string, was [2]folderState, site, spare sideOf) folderRecord {
	f := folderRecord{path: dir}
	if dir == "" || s.names.hasFolder(dir) {
		f.sides[theSite] = site(dir, was)
	}
	if spare != nil {
		f.sides[theSpare] = spare(dir, was)
	}
	return f
}

// filesFrom returns the index of the first file in a folder or behind it, of those that
// are sorted.
func (s *stage) filesFrom(dir string) int {
	return sort.Search(len(s.files), func(i int) bool {
		in, _ := split(s.files[i].path)
		return in >= dir
	})
}

// rememberOld returns the record of a site that came out the same. asLeft tells whether
// nothing else was in it.
func (s *stage) rememberOld(asLeft bool) *Record {
	now := time.Now()
	site := asIt(theSite)
	if !asLeft {
		site = func(dir string, _ [2]folderState) folderState {
			state := stateIn(s.before.tree, dir, now)
			state.fresh = true // what came is nobody's, and goes when the site is replaced
			return state
		}
	}
	if s.known != nil && s.known.spare {
		return s.remember(now, site, asIt(theSpare), s.known.differ)
	}
	return s.remember(now, site, nil, nil)
}

// rememberPart returns the record of a site in which a folder was replaced.
func (s *stage) rememberPart(part string) *Record {
	// The files that were kept lost a name, which is a change too.
	_ = s.root.RemoveAll(part)
	in, now := under(part), time.Now()
	parallel.All(s.files, func(f *fileRecord) bool {
		if f.kept && in(f.path) {
			f.refresh(s.before.tree)
		}
		return true
	})
	above, _ := split(part)
	site := func(dir string, was [2]folderState) folderState {
		if dir == above || dir == part || in(dir) {
			return stateIn(s.before.tree, dir, now)
		}
		return was[theSite]
	}
	if !s.known.spare {
		return s.remember(now, site, nil, nil)
	}
	differ := maps.Clone(s.known.differ)
	for _, p := range s.report.Changed {
		if _, ok := differ[p]; !ok {
			differ[p] = true
		}
	}
	return s.remember(now, site, asIt(theSpare), differ)
}

// rememberWhole returns the record of a new site that becomes what the tree holds now,
// in which only some folders need be looked at. When the old site is as it was left, it
// becomes the spare.
func (s *stage) rememberWhole(t *tree, look func(dir string) bool, asLeft bool) *Record {
	now := time.Now()
	site := func(dir string, was [2]folderState) folderState {
		if look(dir) {
			return stateIn(t, dir, now)
		}
		return was[theSpare]
	}
	if asLeft {
		return s.remember(now, site, asIt(theSite), s.differences())
	}
	return s.remember(now, site, nil, nil)
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
func (s *stage) settle(r *Record, m *Memory, old string) *Record {
	w, removed := s.work, false
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
	root, t, err := w.openSite()
	if err != nil {
		return nil
	}
	defer root.Close()
	defer t.close()
	again := 1 // the batch of the output folder
	if removed {
		again = len(r.batches)
		parallel.All(s.files, func(f *fileRecord) bool {
			if f.kept {
				f.refresh(t)
			}
			return true
		})
	}
	top := stateIn(t, "", time.Now())
	parallel.Each(again, func(i int) {
		folders, files, _ := r.batches[i].all() // it was packed a moment ago
		from := s.filesFrom(folders[0].path)
		if i == 0 {
			r.setTop(&folders[0], top)
		}
		r.batches[i] = new(packer).pack(folders, s.files[from:from+len(files)])
	})
	return r
}

// setTop notes what the output folder has become: to be moved changes a folder.
func (r *Record) setTop(f *folderRecord, site folderState) {
	f.sides[theSite] = site
	f.sides[theSpare].fresh = true // only the names tell
	for of := range r.fresh {
		r.fresh[of] = slices.DeleteFunc(r.fresh[of], func(dir string) bool { return dir == "" })
	}
	f.noteFresh(&r.fresh)
}

// refresh looks again at a file that may have lost a name.
func (f *fileRecord) refresh(t *tree) {
	id, ok := t.identity(f.path)
	if !ok || !id.SameFile(f.id) {
		id = identity.ID{} // nothing looks like that: the next build reads the file
	}
	f.id = id
}
