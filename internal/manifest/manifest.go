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

	beside part   // what only some builds ask for
	file   string // where it was read
}

// part is a part of a file.
type part struct {
	at, size int
	sum      [sha256.Size]byte
}

// A file begins with these, then the size and the sum of each of its parts: the manifest
// itself, what was made, and what is beside it. So nothing that is large has to be copied.
const (
	magic    = "wijkvisie manifest 3\n"
	partsIn  = 3
	headSize = len(magic) + partsIn*(8+sha256.Size)
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

// read reads a manifest of a file of some size.
func read(f io.ReaderAt, size int64) (*Manifest, error) {
	parts, err := readHead(f, size)
	if err != nil {
		return nil, err
	}
	m := &Manifest{beside: parts[2]}
	own, err := parts[0].read(f)
	if err == nil {
		m.Made, err = parts[1].read(f)
	}
	if err != nil {
		return nil, err
	}
	r := packed.Read(own)
	copy(m.Key[:], r.Bytes(sha256.Size))
	m.Said = r.Part()
	for range r.Count(1) {
		m.Folders = append(m.Folders, readFolder(r))
	}
	if !r.Done() {
		return nil, errDamaged
	}
	return m, nil
}

// readHead reads where the parts of a file are.
func readHead(f io.ReaderAt, size int64) (parts [partsIn]part, err error) {
	head := make([]byte, headSize)
	if _, err := f.ReadAt(head, 0); err != nil || string(head[:len(magic)]) != magic {
		return parts, errDamaged
	}
	at, rest := headSize, head[len(magic):]
	for i := range parts {
		n := binary.LittleEndian.Uint64(rest)
		if n > uint64(size) {
			return parts, errDamaged
		}
		parts[i] = part{at, int(n), [sha256.Size]byte(rest[8:])}
		at, rest = at+int(n), rest[8+sha256.Size:]
	}
	if int64(at) != size {
		return parts, errDamaged
	}
	return parts, nil
}

// Beside reads what was written beside the manifest.
func (m *Manifest) Beside() ([]byte, error) {
	f, err := os.Open(m.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return m.beside.read(f)
}

func (p part) read(f io.ReaderAt) ([]byte, error) { return readSummed(f, p.at, p.size, p.sum) }

// Write writes a manifest in one step, and beside it what only some builds ask for.
func (m *Manifest) Write(name string, beside []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".manifest-*")
	if err != nil {
		return err
	}
	for _, b := range m.bytes(beside) {
		if err == nil {
			_, err = f.Write(b)
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

// bytes returns what a file holds, piece by piece.
func (m *Manifest) bytes(beside []byte) [][]byte {
	own := packed.AppendText(m.Key[:], m.Said)
	own = packed.AppendNumber(own, len(m.Folders))
	for _, f := range m.Folders {
		own = f.append(own)
	}
	head := []byte(magic)
	for _, b := range [partsIn][]byte{own, m.Made, beside} {
		sum := sumOf(b)
		head = append(binary.LittleEndian.AppendUint64(head, uint64(len(b))), sum[:]...)
	}
	return [][]byte{head, own, m.Made, beside}
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
