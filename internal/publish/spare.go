package publish

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"sync"

	"wijkvisie/internal/parallel"
)

// spare is a site that was replaced before, while it is made into the new one.
type spare struct {
	stage   *stage
	root    *os.Root
	tree    *tree
	mu      sync.Mutex
	touched map[string]bool // folders that are other than they were
	fresh   map[string]bool // folders of which only the names tell whether they are
}

// takeSpare takes the spare into the work folder; nil when there is none that can be
// moved there and is as it was left. Of fresh folders only the names tell that; with
// files, the files in them do too.
func (s *stage) takeSpare(m *Memory, files bool) (*spare, error) {
	if s.before.known == nil || !s.before.known.spare || m.Spare == "" {
		return nil, nil
	}
	if os.Rename(m.Spare, filepath.Join(s.work.place.parent, s.work.name, spareName)) != nil {
		return nil, nil
	}
	p := &spare{stage: s, touched: map[string]bool{"": true}, fresh: make(map[string]bool)}
	for _, dir := range s.known.fresh[theSpare] {
		p.fresh[dir] = true
	}
	var err error
	if p.root, p.tree, err = s.work.openTree(spareName); err != nil {
		return nil, err
	}
	var file func(*fileRecord) bool
	if files {
		file = p.inFresh
	}
	if s.known.holds(p.tree, theSpare, file) {
		return p, nil
	}
	return nil, errors.Join(p.close(), s.work.root.RemoveAll(spareName))
}

// inFresh tells whether a file that the site and the spare share is the same in both, as
// far as the folder that it is in does not tell.
func (p *spare) inFresh(f *fileRecord) bool {
	dir, _ := split(f.path)
	if !p.fresh[dir] {
		return true // none took its place, and of its bytes the site tells
	}
	if _, differs := p.stage.known.differ[f.path]; differs {
		return true
	}
	id, ok := p.tree.identity(f.path)
	return ok && id == f.id
}

func (p *spare) close() error { return errors.Join(p.tree.close(), p.root.Close()) }

// complete makes the new site of the spare.
func (p *spare) complete() error {
	// What goes first makes room for what comes.
	if err := p.remove(); err != nil {
		return err
	}
	var errs []error
	parallel.All(p.stage.files, func(f *fileRecord) bool {
		err := p.bring(f)
		if err != nil {
			p.mu.Lock()
			defer p.mu.Unlock()
			errs = append(errs, err)
		}
		return err == nil
	})
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return p.root.Chmod(".", p.stage.before.mode)
}

// remove removes what is not in the new site, and the folders that it leaves empty.
func (p *spare) remove() error {
	for file := range p.stage.known.inSpare() {
		if file == markerName || p.stage.names.has(file) {
			continue
		}
		if err := p.drop(file); err != nil {
			return err
		}
	}
	return nil
}

// drop removes a file, and the folders that it leaves empty.
func (p *spare) drop(file string) error {
	if err := p.tree.remove(file); err != nil {
		return err
	}
	dir, _ := split(file)
	p.touch(dir)
	for dir != "" && p.tree.removeFolder(dir) == nil {
		dir, _ = split(dir)
		p.touch(dir)
	}
	return nil
}

// bring brings a file of the new site, unless the spare has it.
func (p *spare) bring(f *fileRecord) error {
	if f.kept {
		if id, ok := p.tree.identity(f.path); ok && id == f.id {
			return nil
		}
	}
	dir, _ := split(f.path)
	p.touch(dir)
	if dir != "" {
		if err := p.tree.makeFolder(dir, p.made); err != nil {
			return err
		}
	}
	if err := p.tree.remove(f.path); err != nil {
		return err
	}
	if f.kept {
		return p.stage.takeOver(p.tree, p.root, f)
	}
	err := p.stage.work.root.Rename(path.Join(newName, f.path), path.Join(spareName, f.path))
	f.id, _ = p.tree.identity(f.path)
	return err
}

// made notes a folder that is new, and so a name in the one above.
func (p *spare) made(dir string) {
	p.touch(dir)
	above, _ := split(dir)
	p.touch(above)
}

// touch notes that a folder is other than it was.
func (p *spare) touch(dir string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.touched[dir] = true
}

// keepSpare sets a folder in the work folder aside as the spare, and tells whether it
// could be moved there, which it cannot to another disk.
func (w *work) keepSpare(spare, name string) bool {
	if spare == "" || name == "" {
		return false
	}
	err := os.MkdirAll(filepath.Dir(spare), 0o700)
	if err == nil {
		err = os.RemoveAll(spare)
	}
	if err == nil {
		err = os.Rename(filepath.Join(w.place.parent, w.name, name), spare)
	}
	return err == nil
}
