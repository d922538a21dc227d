package publish

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"wijkvisie/internal/parallel"
)

// swap makes the spare into the site with its changes, and puts it in the place of the
// site, which becomes the spare. The spare gets no more than what changed now, and what
// changed in the build that it was set aside by.
func (c *change) swap(ctx context.Context, opt Options) (r *Record, done bool, err error) {
	s := c.stage
	p, err := s.takeSpare(opt.Memory, true)
	if err != nil || p == nil {
		return nil, false, err
	}
	defer p.close()
	if err := c.write(ctx, opt); err != nil {
		return nil, false, err
	}
	if !c.asLeft() {
		return nil, false, nil
	}
	if len(c.changed) == 0 {
		if !s.work.keepSpare(opt.Memory.Spare, spareName) {
			return nil, false, nil
		}
		r = c.remember()
		return r, r != nil, nil
	}
	kept, err := c.bring(p)
	if err != nil {
		return nil, false, err
	}
	r = c.swapped(p, kept)
	if err := errors.Join(s.close(), s.before.close()); err != nil {
		return nil, false, err
	}
	old, err := s.work.swap(spareName, true, false)
	if err != nil {
		return nil, false, err
	}
	return c.settleSwapped(r, opt.Memory, old), true, nil
}

// bring makes the spare into the new site. It returns the files of the site that the spare
// did not have, or had with other bytes.
func (c *change) bring(p *spare) (kept []fileRecord, err error) {
	for path := range c.known.differ {
		if _, other := slices.BinarySearch(c.changed, path); other {
			continue
		}
		if f, ok := c.known.find(path); ok {
			f.kept = true
			kept = append(kept, f)
		} else if err := p.drop(path); err != nil { // what goes first makes room for what comes
			return nil, err
		}
	}
	for i := range kept {
		if err := p.bring(&kept[i]); err != nil {
			return nil, err
		}
	}
	for i := range c.stage.files {
		if err := p.bring(&c.stage.files[i]); err != nil {
			return nil, err
		}
	}
	return kept, p.root.Chmod(".", c.stage.before.mode)
}

// swapped returns the record of the site that the spare has become, with the old one as the
// spare; nil when nothing can be remembered.
func (c *change) swapped(p *spare, kept []fileRecord) *Record {
	k, now := c.known, time.Now()
	r := &Record{key: k.key, spare: true, differ: make(map[string]inSpare, len(c.changed)), batches: make([]batch, len(k.batches))}
	for _, path := range c.changed {
		r.differ[path] = true
	}
	u := unpacking{change: c, spare: p, record: r, fresh: make([][2][]string, len(k.batches))}
	changed := make(map[int]bool) // batches with files that are other
	files := slices.Concat(kept, c.stage.files)
	for i := range files {
		dir, _ := split(files[i].path)
		changed[k.batchOf(dir)] = true
	}
	parallel.Each(len(k.batches), func(i int) {
		if !changed[i] {
			u.update(i, nil, now)
		}
	})
	// To be given its place changes a file. By now the few that were have rested.
	now = time.Now()
	others := make(map[string]*fileRecord, len(files))
	for i := range files {
		f := &files[i]
		f.refresh(p.tree)
		f.fresh = f.id.Fresh(now)
		others[f.path] = f
	}
	for i := range changed {
		u.update(i, others, now)
	}
	if u.failed.Load() {
		return nil
	}
	for i := range u.fresh {
		for of := range r.fresh {
			r.fresh[of] = append(r.fresh[of], u.fresh[i][of]...)
		}
	}
	return r
}

// unpacking makes the batches of a record of those of the one before.
type unpacking struct {
	*change
	spare  *spare
	record *Record
	fresh  [][2][]string // folders, of each batch
	failed atomic.Bool   // a batch cannot be read
}

// update makes a batch true of the new site and the new spare. others are the files that are
// not what they were.
func (u *unpacking) update(batch int, others map[string]*fileRecord, now time.Time) {
	folders, files, ok := u.known.batches[batch].all()
	if !ok {
		u.failed.Store(true)
		return
	}
	for i := range folders {
		f := &folders[i]
		was := f.sides
		for of := range was {
			if state, rested := u.known.rested[of][f.path]; rested {
				was[of] = state
			}
		}
		if f.sides[theSpare] = was[theSite]; u.spare.touched[f.path] {
			f.sides[theSite] = stateIn(u.spare.tree, f.path, now)
		} else {
			f.sides[theSite] = was[theSpare]
		}
		f.noteFresh(&u.fresh[batch])
	}
	u.updateFiles(files, others)
	u.record.batches[batch] = new(packer).pack(folders, files)
}

// settleSwapped makes a record true of where things are after the site was replaced. It
// returns nil when that cannot be done.
func (c *change) settleSwapped(r *Record, m *Memory, old string) *Record {
	w := c.stage.work
	if !w.keepSpare(m.Spare, old) {
		_ = w.root.RemoveAll(old) // or clear says why not
		_ = os.RemoveAll(m.Spare) // of no use to anybody
		return nil
	}
	if r == nil {
		return nil
	}
	root, t, err := w.openSite()
	if err != nil {
		return nil
	}
	defer root.Close()
	defer t.close()
	folders, files, _ := r.batches[0].all() // it was packed a moment ago
	r.setTop(&folders[0], stateIn(t, "", time.Now()))
	r.batches[0] = new(packer).pack(folders, files)
	return r
}
