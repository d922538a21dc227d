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
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Manifest is what is remembered of a build.
type Manifest struct {
	// Key sums up everything but files that decided what was made.
	Key [sha256.Size]byte
	// Folders are what it was made from.
	Folders []*Folder
	// Made is what it made, for the package that made it to read.
	Made []byte
	// Faces are what parts of it show to others, by path.
	Faces map[string][16]byte
	// Said is what the build told, for the builder to read.
	Said []byte
}

const magic = "wijkvisie manifest 2\n"

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
	d := &decoder{data: body[sha256.Size:]}
	m := new(Manifest)
	copy(m.Key[:], d.bytes(sha256.Size))
	for range d.number() {
		m.Folders = append(m.Folders, d.folder())
	}
	m.Said = d.bytes(int(d.number()))
	m.Made = d.bytes(int(d.number()))
	m.Faces = d.faces()
	if d.bad || len(d.data) > 0 {
		return nil, errDamaged
	}
	return m, nil
}

// Write writes a manifest in one step.
func (m *Manifest) Write(name string) error {
	body := append([]byte(nil), m.Key[:]...)
	body = binary.AppendUvarint(body, uint64(len(m.Folders)))
	for _, f := range m.Folders {
		body = f.append(body)
	}
	body = append(binary.AppendUvarint(body, uint64(len(m.Said))), m.Said...)
	body = append(binary.AppendUvarint(body, uint64(len(m.Made))), m.Made...)
	body = appendFaces(body, m.Faces)
	sum := sha256.Sum256(body)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".manifest-*")
	if err != nil {
		return err
	}
	for _, part := range [][]byte{[]byte(magic), sum[:], body} {
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

// decoder reads the parts of a manifest; bad when there is less than there should be.
type decoder struct {
	data []byte
	bad  bool
}

func (d *decoder) number() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		d.bad, d.data = true, nil
		return 0
	}
	d.data = d.data[size:]
	return n
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.bad, d.data = true, nil
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func appendFaces(b []byte, faces map[string][16]byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(faces)))
	for _, path := range slices.Sorted(maps.Keys(faces)) {
		face := faces[path]
		b = append(binary.AppendUvarint(b, uint64(len(path))), path...)
		b = append(b, face[:]...)
	}
	return b
}

func (d *decoder) faces() map[string][16]byte {
	n := d.number()
	if n > uint64(len(d.data)) {
		d.bad = true
		return nil
	}
	faces := make(map[string][16]byte, n)
	for range n {
		path := string(d.bytes(int(d.number())))
		if face := d.bytes(16); face != nil {
			faces[path] = [16]byte(face)
		}
	}
	return faces
}
