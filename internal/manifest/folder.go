package manifest

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/parallel"
)

// Folder is all that is in a folder, as it was when somebody looked.
type Folder struct {
	root    string
	entries []entry // the folder itself first
}

// entry is a file or folder.
type entry struct {
	path string // from the root, empty for the root itself
	id   identity.ID
	racy bool // a later change could bear the same time: sum tells
	sum  [sha256.Size]byte
}

// Scan looks at a folder. It is an error when there is something that cannot be
// recognised again: a symbolic link, or on a system that gives no identities.
func Scan(root string) (*Folder, error) {
	f := &Folder{root: root}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.IsDir() && !d.Type().IsRegular() {
			return errStrange
		}
		f.entries = append(f.entries, entry{path: strings.TrimPrefix(strings.TrimPrefix(name, root), string(filepath.Separator))})
		return nil
	})
	if err != nil {
		return nil, err
	}
	ok := parallel.All(f.entries, func(e *entry) bool {
		id, ok := identity.Of(f.name(e))
		e.id = id
		return ok
	})
	if !ok {
		return nil, errStrange
	}
	return f, f.sumRacy(time.Now())
}

var errStrange = errors.New("the folder holds something that cannot be recognised again")

func (f *Folder) name(e *entry) string {
	if e.path == "" {
		return f.root
	}
	return f.root + string(filepath.Separator) + e.path
}

// sumRacy sums up the bytes of what changed just before now. A folder has none: it
// cannot be remembered until it has rested.
func (f *Folder) sumRacy(now time.Time) error {
	ok := parallel.All(f.entries, func(e *entry) bool {
		if !e.id.Fresh(now) {
			return true
		}
		e.racy = true
		if e.id.IsDir() {
			return f.sumNames(e)
		}
		data, err := os.ReadFile(f.name(e))
		e.sum = sha256.Sum256(data)
		return err == nil
	})
	if !ok {
		return errStrange
	}
	return nil
}

// sumNames sums up the names in a folder.
func (f *Folder) sumNames(e *entry) bool {
	sum, ok := namesIn(f.name(e))
	e.sum = sum
	return ok
}

func namesIn(dir string) (sum [sha256.Size]byte, ok bool) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return sum, false
	}
	var names []byte
	for _, d := range entries {
		names = append(append(names, d.Name()...), 0)
	}
	return sha256.Sum256(names), true
}

// asItWas tells whether nothing in the folder changed since. What came and went shows
// in the folder that it came to and went from.
func (f *Folder) asItWas() bool {
	return parallel.All(f.entries, func(e *entry) bool {
		id, ok := identity.Of(f.name(e))
		if !ok || id != e.id {
			return false
		}
		if !e.racy {
			return true
		}
		if e.id.IsDir() {
			sum, ok := namesIn(f.name(e))
			return ok && sum == e.sum
		}
		data, err := os.ReadFile(f.name(e))
		return err == nil && sha256.Sum256(data) == e.sum
	})
}

func (f *Folder) append(b []byte) []byte {
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	text(f.root)
	b = binary.AppendUvarint(b, uint64(len(f.entries)))
	for i := range f.entries {
		e := &f.entries[i]
		text(e.path)
		b = e.id.Append(b)
		if e.racy {
			b = append(append(b, 1), e.sum[:]...)
		} else {
			b = append(b, 0)
		}
	}
	return b
}

func (d *decoder) folder() *Folder {
	f := &Folder{root: string(d.bytes(int(d.number())))}
	n := d.number()
	if n > uint64(len(d.data)) {
		d.bad = true
		return f
	}
	f.entries = make([]entry, n)
	for i := range f.entries {
		e := &f.entries[i]
		e.path = string(d.bytes(int(d.number())))
		head := d.bytes(identity.Encoded + 1)
		if d.bad {
			return f
		}
		e.id = identity.Decode(head)
		if e.racy = head[identity.Encoded] == 1; e.racy {
			copy(e.sum[:], d.bytes(sha256.Size))
		}
	}
	return f
}
