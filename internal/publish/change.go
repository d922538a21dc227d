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
// folder is not as it was left, or the files do not lie together in a folder of the site.
// Then all is as it was, and To has to do it. The report tells no sizes.
func Change(ctx context.Context, opt Options, files map[string][]byte) (report Report, done bool, err error) {
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
	record, err := c.in(ctx, opt, work)
	if err != nil || record == nil {
		return report, false, err
	}
	opt.Memory.Site = record
	return Report{Changed: c.changed}, true, nil
}

// change is a site that gets other bytes in the files of one of its folders.
type change struct {
	known   *Record
	stage   *stage
	files   map[string][]byte // that have other bytes
	changed []string          // their paths, sorted
	part    string            // the folder that they are in; empty when there are none
	looked  time.Time         // when it was begun to look at what was there

	from, to int // the batches that may hold some of that folder; to is behind them
}

// newChange sorts out what changes. It is not ok when that is more than a folder.
func newChange(known *Record, files map[string][]byte) (c *change, ok bool) {
	c = &change{known: known, files: make(map[string][]byte)}
	tags := newTagger(known.key)
	for path, data := range files {
		f, ok := known.find(path)
		if !ok {
			return nil, false
		}
		if tags.ofData(data) != f.tag {
			c.files[path] = data
			c.changed = append(c.changed, path)
		}
	}
	slices.Sort(c.changed)
	if c.part = common(c.changed); c.part != "" {
		c.from = max(known.batchOf(c.part), 0)
		c.to = max(known.batchOf(c.part+"/\xff")+1, c.from)
	}
	return c, c.part != "" || len(c.changed) == 0
}

// in publishes in the output folder of a work folder. It returns a record of the site then;
// nil when it is not done.
func (c *change) in(ctx context.Context, opt Options, work *work) (*Record, error) {
	root, err := os.OpenRoot(work.place.path)
	if err != nil {
		return nil, err
	}
	before, err := newBefore(work.place, root, &before{known: c.known})
	if err != nil {
		return nil, err
	}
	defer before.close()
	c.stage, err = newStage(work, before, Options{Memory: opt.Memory})
	if err != nil {
		return nil, err
	}
	defer c.stage.close()
	return c.publish(ctx, opt)
}

// publish puts the new folder in the place of the old one, and returns a record of the
// site then; nil when it is not done.
func (c *change) publish(ctx context.Context, opt Options) (*Record, error) {
	if err := c.write(); err != nil {
		return nil, err
	}
	c.looked = time.Now()
	if !c.known.holdsAll(c.stage.before.tree, c.stage.tagger) {
		return nil, nil
	}
	if len(c.changed) == 0 {
		return c.remember(), nil
	}
	if done, err := c.stage.replacePart(ctx, opt.workers(), c.part); err != nil || !done {
		return nil, err
	}
	return c.remember(), nil
}

// write writes the files, and notes those that stay beside them.
func (c *change) write() error {
	s, made := c.stage, lastFolder{tree: c.stage.tree}
	for _, path := range c.changed {
		if err := made.above(path); err != nil {
			return err
		}
		id, err := s.tree.put(path, c.files[path])
		if err != nil {
			return err
		}
		s.made(fileRecord{path: path, tag: s.tagger.ofData(c.files[path]), id: id}, id.Size())
	}
	in := under(c.part)
	for _, b := range c.known.batches[c.from:c.to] {
		_, files, ok := b.all()
		if !ok {
			return errRecord
		}
		for _, f := range files {
			if _, other := c.files[f.path]; !other && in(f.path) {
				s.keep(f, f.id.Size())
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
	for i := range files {
		f := &files[i]
		if is := now[f.path]; is != nil {
			*f = *is
		} else if f.fresh {
			f.fresh = f.id.Fresh(c.looked) // it was read, and had its bytes
		}
	}
	*b = new(packer).pack(folders, files)
	return true
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
