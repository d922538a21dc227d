package manifest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
)

// Folder is all that is in a folder, as it was when somebody looked. It is packed: a build
// has it from its first moment to its last.
type Folder struct {
	root   string
	packed []byte // what a look saw
}

// look is a look at a folder.
type look struct {
	root    string
	entries []entry // the folder itself first
}

// entry is a file or folder.
type entry struct {
	path string // from the root, empty for the root itself
	id   identity.ID
	racy bool // a later change could bear the same time: sum tells
	sum  [sha256.Size]byte

	other bool // while it is looked at again: it has other bytes
}

// Scan looks at a folder. It is an error when there is something that cannot be
// recognised again: a symbolic link, or on a system that gives no identities.
func Scan(root string) (*Folder, error) {
	l := &look{root: root}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() && !d.Type().IsRegular() {
			return errStrange
		}
		l.entries = append(l.entries, entry{path: strings.TrimPrefix(strings.TrimPrefix(name, root), string(filepath.Separator))})
		return nil
	})
	if err != nil {
		return nil, err
	}
	ok := parallel.All(l.entries, func(e *entry) bool {
		id, ok := identity.Of(l.name(e))
		e.id = id
		return ok
	})
	if !ok {
		return nil, errStrange
	}
	if err := l.sumRacy(time.Now()); err != nil {
		return nil, err
	}
	return l.folder(), nil
}

var errStrange = errors.New("the folder holds something that cannot be recognised again")

func (l *look) name(e *entry) string {
	if e.path == "" {
		return l.root
	}
	return l.root + string(filepath.Separator) + e.path
}

// sumRacy sums up the bytes of what changed just before now. A folder has none: it
// cannot be remembered until it has rested.
func (l *look) sumRacy(now time.Time) error {
	ok := parallel.All(l.entries, func(e *entry) bool {
		if !e.id.Fresh(now) {
			return true
		}
		e.racy = true
		if e.id.IsDir() {
			return l.sumNames(e)
		}
		data, err := os.ReadFile(l.name(e))
		e.sum = sha256.Sum256(data)
		return err == nil
	})
	if !ok {
		return errStrange
	}
	return nil
}

// sumNames sums up the names in a folder.
func (l *look) sumNames(e *entry) bool {
	sum, ok := namesIn(l.name(e))
	e.sum = sum
	return ok
}

func namesIn(dir string) (sum [sha256.Size]byte, ok bool) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return sum, false
	}
	names := make([]string, len(entries))
	for i, d := range entries {
		names[i] = d.Name()
	}
	return sumOfNames(names), true
}

// sumOfNames sums up sorted names.
func sumOfNames(names []string) [sha256.Size]byte {
	return sha256.Sum256([]byte(strings.Join(names, "\x00")))
}

// Again looks at the folder again, and returns what it is now and the paths of the files
// that have other bytes, or may have, with forward slashes. It is not ok when there are
// other files or folders than there were.
func (f *Folder) Again() (now *Folder, changed []string, ok bool) {
	l, ok := f.look()
	if !ok {
		return nil, nil, false
	}
	names := sync.OnceValue(l.names) // seldom asked for
	if len(l.entries) == 0 || !parallel.All(l.entries, func(e *entry) bool {
		id, ok := identity.Of(l.name(e))
		if !ok || id.IsDir() != e.id.IsDir() {
			return false
		}
		same := id == e.id
		e.id = id
		switch {
		case id.IsDir() && (!same || e.racy):
			sum, ok := namesIn(l.name(e))
			return ok && sum == sumOfNames(names()[e.path])
		case id.IsDir():
			return true
		case same && e.racy:
			data, err := os.ReadFile(l.name(e))
			same = err == nil && sha256.Sum256(data) == e.sum
		}
		if !same {
			e.other = true
		}
		return true
	}) {
		return nil, nil, false
	}
	for i := range l.entries {
		e := &l.entries[i]
		if e.other {
			changed = append(changed, filepath.ToSlash(e.path))
		}
		e.racy, e.other = false, false
	}
	if l.sumRacy(time.Now()) != nil {
		return nil, nil, false
	}
	return l.folder(), changed, true
}

// names returns the names in each folder, sorted.
func (l *look) names() map[string][]string {
	names := make(map[string][]string)
	for i := range l.entries {
		if path := l.entries[i].path; path != "" {
			dir, name := filepath.Split(path)
			dir = strings.TrimSuffix(dir, string(filepath.Separator))
			names[dir] = append(names[dir], name)
		}
	}
	for _, list := range names {
		slices.Sort(list)
	}
	return names
}

// folder packs what a look saw.
func (l *look) folder() *Folder {
	b := packed.AppendNumber(make([]byte, 0, 40*len(l.entries)), len(l.entries))
	var ids identity.Packer
	before := ""
	for i := range l.entries {
		e := &l.entries[i]
		b = packed.AppendAfter(b, before, e.path)
		before = e.path
		if b = ids.Append(b, e.id); e.racy {
			b = append(append(b, 1), e.sum[:]...)
		} else {
			b = append(b, 0)
		}
	}
	return &Folder{l.root, bytes.Clone(b)}
}

// look returns what a look saw; not ok when that cannot be read.
func (f *Folder) look() (l *look, ok bool) {
	r := packed.Read(f.packed)
	l = &look{f.root, make([]entry, r.Count(2+identity.Least+1))}
	paths := packed.NewTexts(100 * len(l.entries))
	var ids identity.Unpacker
	for i := range l.entries {
		e := &l.entries[i]
		e.path = paths.Next(r)
		e.id = ids.Read(r)
		if e.racy = r.Byte() == 1; e.racy {
			copy(e.sum[:], r.Bytes(sha256.Size))
		}
	}
	return l, r.Done()
}
