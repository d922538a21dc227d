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
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

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
	// Said is what the build told, for the builder to read.
	Said []byte

	beside beside // what only some builds ask for
	file   string // where it was read
}

// beside is what stands in a file behind the manifest.
type beside struct {
	at, size int
	sum      [sha256.Size]byte
}

// A file begins with these, then the size of the manifest and its sum.
const (
	magic    = "wijkvisie manifest 3\n"
	headSize = len(magic) + 8 + sha256.Size
)

// errDamaged is a manifest that is not as it was written.
var errDamaged = errors.New("the manifest is damaged, or another")

// Read reads a manifest. The error tells no more than that there is none.
func Read(name string) (*Manifest, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	m, err := read(f, info.Size())
	if err != nil {
		return nil, err
	}
	m.file = name
	return m, nil
}

// read reads a manifest that, with what is behind it, has some size.
func read(f io.ReaderAt, all int64) (*Manifest, error) {
	head := make([]byte, headSize)
	if _, err := f.ReadAt(head, 0); err != nil || string(head[:len(magic)]) != magic {
		return nil, errDamaged
	}
	m := new(Manifest)
	size := binary.LittleEndian.Uint64(head[len(magic):])
	if size > uint64(all) {
		return nil, errDamaged
	}
	body, err := readSummed(f, headSize, int(size), [sha256.Size]byte(head[len(magic)+8:]))
	if err != nil {
		return nil, err
	}
	r := packed.Read(body)
	copy(m.Key[:], r.Bytes(sha256.Size))
	for range r.Count(1) {
		m.Folders = append(m.Folders, readFolder(r))
	}
	m.Said, m.Made = r.Part(), r.Part()
	m.beside = beside{at: headSize + len(body), size: r.Number()}
	copy(m.beside.sum[:], r.Bytes(sha256.Size))
	if !r.Done() || int64(m.beside.size) != all-int64(m.beside.at) {
		return nil, errDamaged
	}
	return m, nil
}

// Beside reads what was written behind the manifest.
func (m *Manifest) Beside() ([]byte, error) {
	f, err := os.Open(m.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return m.beside.read(f)
}

func (b beside) read(f io.ReaderAt) ([]byte, error) { return readSummed(f, b.at, b.size, b.sum) }

// Write writes a manifest in one step, and behind it what only some builds ask for.
func (m *Manifest) Write(name string, behind []byte) error {
	head, body := m.bytes(behind)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".manifest-*")
	if err != nil {
		return err
	}
	for _, part := range [][]byte{head, body, behind} {
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

// bytes returns what a file holds before what is behind.
func (m *Manifest) bytes(behind []byte) (head, body []byte) {
	body = packed.AppendNumber(m.Key[:], len(m.Folders))
	for _, f := range m.Folders {
		body = f.append(body)
	}
	body = slices.Grow(body, len(m.Said)+len(m.Made)+64+sha256.Size)
	body = packed.AppendText(packed.AppendText(body, m.Said), m.Made)
	sum := sumOf(behind)
	body = append(packed.AppendNumber(body, len(behind)), sum[:]...)
	head = binary.LittleEndian.AppendUint64([]byte(magic), uint64(len(body)))
	sum = sumOf(body)
	return append(head, sum[:]...), body
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
