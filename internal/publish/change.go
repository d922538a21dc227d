package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"time"
)

// Change publishes the remembered site with other bytes in some of its files, as To would,
// and goes through no more of it than it must. It is not done when it cannot be: when the
// folder is not as it was left, when one of the files is new, or when they lie in several
// folders of the site and there is no spare. Then all is as it was, and To has to do it. The
// report tells no sizes.
func Change(ctx context.Context, opt Options, files []File) (report Report, done bool, err error) {
	known := opt.known()
	place, err := locate(opt.Dir, opt.Content)
	if err != nil || opt.inTwo || !known.isAt(place.path) {
		return report, false, err
	}
	c, ok := newChange(known, files)
	if !ok {
		return report, false, nil
	}
	work, err := openWork(ctx, place, opt.Waiting)
	if err != nil {
		return report, false, err
	}
	defer func() {
		if closing := work.close(); closing != nil {
			err = errors.Join(err, fmt.Errorf("clearing up beside the output folder: %w", closing))
		}
	}()
	if !known.isAt(place.path) { // another build had the lock before
		return report, false, nil
	}
	record, done, err := c.in(ctx, opt, work)
	if err != nil || !done {
		return report, false, err
	}
	opt.Memory.Site = record
	return Report{Changed: c.changed}, true, nil
}

// change is a site that gets other bytes in some of its files.
type change struct {
	known   *Record
	stage   *stage
	files   []File    // that may have other bytes
	changed []string  // the paths of those that have, sorted
	part    string    // the folder that all the files are in; empty when that is the whole site
	looked  time.Time // when it was begun to look at what was there

	from, to int // the batches that may hold some of that folder; to is behind them
}

// newChange sorts out what may change. It is not ok when that is more than bytes of files,
// or cannot be put in place without going through the whole site.
func newChange(known *Record, files []File) (c *change, ok bool) {
	c = &change{known: known, files: files}
	paths := make([]string, len(files))
	for i, f := range files {
		if paths[i] = f.Path; f.Path == markerName {
			return nil, false
		}
		if _, ok := known.find(f.Path); !ok {
			return nil, false
		}
	}
	if c.part = common(paths); c.part != "" {
		c.from = max(known.batchOf(c.part), 0)
		c.to = max(known.batchOf(c.part+"/\xff")+1, c.from)
	}
	return c, c.part != "" || known.spare || len(files) == 0
}

// in publishes in the output folder of a work folder, and returns a record of the site
// then, nil when nothing can be remembered.
func (c *change) in(ctx context.Context, opt Options, work *work) (r *Record, done bool, err error) {
	root, err := os.OpenRoot(work.place.path)
	if err != nil {
		return nil, false, err
	}
	before, err := newBefore(work.place, root, &before{known: c.known})
	if err != nil {
		return nil, false, err
	}
	defer before.close()
	c.stage, err = newStage(work, before, Options{Memory: opt.Memory})
	if err != nil {
		return nil, false, err
	}
	defer c.stage.close()
	if c.part == "" && len(c.files) > 0 {
		return c.swap(ctx, opt)
	}
	return c.replace(ctx, opt)
}

// replace puts a new folder in the place of the old one.
func (c *change) replace(ctx context.Context, opt Options) (r *Record, done bool, err error) {
	if err := c.write(ctx, opt); err != nil {
		return nil, false, err
	}
	if err := c.keepBeside(); err != nil {
		return nil, false, err
	}
	if !c.asLeft() {
		return nil, false, nil
	}
	if len(c.changed) > 0 {
		if done, err := c.stage.replacePart(ctx, opt.workers(), c.part); err != nil || !done {
			return nil, false, err
		}
	} else {
		c.part = ""
	}
	r = c.remember()
	return r, r != nil, nil
}

// write writes those of the files that have other bytes.
func (c *change) write(ctx context.Context, opt Options) error {
	done := opt.Done
	if done == nil {
		done = func() {}
	}
	err := each(ctx, opt.workers(), slices.Values(c.files), func() func(File) error {
		w := newWriter(c.stage)
		return func(f File) error {
			if err := w.putChanged(f); err != nil {
				return fmt.Errorf("publishing %s: %w", f.Path, err)
			}
			done()
			return nil
		}
	})
	c.changed = c.stage.changed()
	return err
}

// putChanged writes a file that was there before, if it has other bytes now.
func (w *writer) putChanged(file File) error {
	w.spool.reset()
	err := file.Write(&w.spool)
	if err == nil {
		err = w.spool.end()
	}
	if old, ok := w.stage.known.find(file.Path); err == nil && (!ok || old.tag != w.spool.tag) {
		var f fileRecord
		if f.id, err = w.make(file.Path); err == nil {
			f.path, f.tag = file.Path, w.spool.tag
			w.stage.made(f, w.spool.size)
		}
	}
	return errors.Join(err, w.spool.drop())
}

// asLeft tells whether the site is as it was left.
func (c *change) asLeft() bool {
	c.looked = time.Now()
	return c.known.holdsAll(c.stage.before.tree, c.stage.tagger)
}

// keepBeside notes the files that stay, in the folder that is replaced.
func (c *change) keepBeside() error {
	if len(c.changed) == 0 {
		return nil
	}
	in := under(c.part)
	for _, b := range c.known.batches[c.from:c.to] {
		_, files, ok := b.all()
		if !ok {
			return errRecord
		}
		for _, f := range files {
			if _, other := slices.BinarySearch(c.changed, f.path); !other && in(f.path) {
				c.stage.keep(f, f.id.Size())
			}
		}
	}
	return nil
}

// remember returns the record of the site. Batches in which nothing is other are as they
// were.
func (c *change) remember() *Record {
	k := c.known
	r := &Record{key: k.key, differ: k.differ, spare: k.spare, batches: slices.Clone(k.batches)}
	if k.spare {
		r.differ = maps.Clone(k.differ)
		for _, p := range c.changed {
			if _, ok := r.differ[p]; !ok {
				r.differ[p] = true
			}
		}
	}
	now, files := c.settled()
	touched := make(map[int]bool)
	for _, list := range k.fresh {
		for _, dir := range list {
			touched[k.batchOf(dir)] = true
		}
	}
	above, _ := split(c.part)
	touched[k.batchOf(above)] = true
	for i, b := range k.batches {
		if touched[i] || b.hasFresh() || c.from <= i && i < c.to {
			if !c.update(&r.batches[i], &r.fresh, files, now) {
				return nil
			}
		}
	}
	return r
}

// settled returns the files of the new folder as they are, and when they were looked at.
func (c *change) settled() (now time.Time, files map[string]*fileRecord) {
	s := c.stage
	if c.part != "" {
		_ = s.root.RemoveAll(c.part) // the files that were kept lose a name
	}
	now, files = time.Now(), make(map[string]*fileRecord, len(s.files))
	for i := range s.files {
		f := &s.files[i]
		if f.kept {
			f.refresh(s.before.tree)
		}
		f.fresh = f.id.Fresh(now)
		files[f.path] = f
	}
	return now, files
}

// update makes a batch true of the site as it is.
func (c *change) update(b *batch, fresh *[2][]string, now map[string]*fileRecord, at time.Time) bool {
	folders, files, ok := b.all()
	if !ok {
		return false
	}
	above, _ := split(c.part)
	in := under(c.part)
	for i := range folders {
		f := &folders[i]
		switch state, rested := c.known.rested[theSite][f.path]; {
		case c.part != "" && (f.path == above || f.path == c.part || in(f.path)):
			if f.sides[theSite].there {
				f.sides[theSite] = stateIn(c.stage.before.tree, f.path, at)
			}
		case rested:
			f.sides[theSite] = state
		}
		f.noteFresh(fresh)
	}
	c.updateFiles(files, now)
	*b = new(packer).pack(folders, files)
	return true
}

// updateFiles makes files of a batch those that they are now.
func (c *change) updateFiles(files []fileRecord, now map[string]*fileRecord) {
	for i := range files {
		f := &files[i]
		if is := now[f.path]; is != nil {
			*f = *is
		} else if f.fresh {
			f.fresh = f.id.Fresh(c.looked) // it was read, and had its bytes
		}
	}
}

// batchOf returns the index of the batch that a folder is in, if there is one.
func (r *Record) batchOf(dir string) int {
	return sort.Search(len(r.batches), func(i int) bool { return r.batches[i].first() > dir }) - 1
}

// common returns the folder that holds all these paths; empty when that is the whole site.
func common(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	dir, _ := split(paths[0])
	for _, file := range paths[1:] {
		for dir != "" && !strings.HasPrefix(file, dir+"/") {
			dir, _ = split(dir)
		}
	}
	return dir
}
