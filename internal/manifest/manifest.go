// Package manifest remembers what a build was made from and what it made, so that the
// next one can tell what it would make the same.
//
// Folders are compared by the identities of what is in them (package identity). A file
// that changed just before it was looked at is compared by its bytes. Where a system
// gives no identities, nothing is remembered.
//
// A manifest is believed only when all of it is as it was written; any other is as good
// as none.
package manifest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"

	"wijkvisie/internal/packed"
)

// Manifest is what is remembered of a build.
type Manifest struct {
	// Key sums up everything but files that decided what was made.
	Key [sha256.Size]byte
	// Folders are what it was made from.
	Folders []*Folder
	// Made is what it made, for the package that published it to read.
	Made []byte
	// Shown is where that shows what, for the package that made it to read.
	Shown []byte
	// Said is what the build told, for the builder to read.
	Said []byte
}

const magic = "wijkvisie manifest 3\n"

// errDamaged is a manifest that is not as it was written.
var errDamaged = errors.New("the manifest is damaged, or another")

// Read reads a manifest. The error tells no more than that there is none.
func Read(name string) (*Manifest, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	body, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(body) < sha256.Size {
		return nil, errDamaged
	}
	if sum := sha256.Sum256(body[sha256.Size:]); !bytes.Equal(sum[:], body[:sha256.Size]) {
		return nil, errDamaged
	}
	r := packed.Read(body[sha256.Size:])
	m := new(Manifest)
	copy(m.Key[:], r.Bytes(sha256.Size))
	for range r.Count(1) {
		m.Folders = append(m.Folders, readFolder(r))
	}
	for _, part := range []*[]byte{&m.Said, &m.Made, &m.Shown} {
		*part = r.Part()
	}
	if !r.Done() {
		return nil, errDamaged
	}
	return m, nil
}

// Write writes a manifest in one step.
func (m *Manifest) Write(name string) error {
	body := packed.AppendNumber(append([]byte(nil), m.Key[:]...), len(m.Folders))
	for _, f := range m.Folders {
		body = f.append(body)
	}
	parts := [][]byte{body}
	for _, part := range [][]byte{m.Said, m.Made, m.Shown} {
		parts = append(parts, packed.AppendNumber(nil, len(part)), part)
	}
	sum := sha256.New()
	for _, part := range parts {
		sum.Write(part)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".manifest-*")
	if err != nil {
		return err
	}
	for _, part := range append([][]byte{[]byte(magic), sum.Sum(nil)}, parts...) {
		if err == nil {
			_, err = f.Write(part)
		}
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// Again looks at the folders, named in the same order, again. It returns what they are
// now and, of each, the paths of the files with other bytes. It is not ok when something
// came or went, or the key is another.
func (m *Manifest) Again(key [sha256.Size]byte, folders []string) (now []*Folder, changed [][]string, ok bool) {
	if m.Key != key || len(m.Folders) != len(folders) {
		return nil, nil, false
	}
	for i, f := range m.Folders {
		if f.root != folders[i] {
			return nil, nil, false
		}
		f, paths, ok := f.Again()
		if !ok {
			return nil, nil, false
		}
		now, changed = append(now, f), append(changed, paths)
	}
	return now, changed, true
}
