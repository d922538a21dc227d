// Package manifest remembers what a build was made from and what it made, so that the
// next one can tell what it would make the same.
//
// Folders are compared by the identities of what is in them (package identity). A file
// that changed just before it was looked at is compared by its bytes. Where a system
// gives no identities, nothing is remembered.
//
// A manifest is believed only when all of it that is read is as it was written; any other
// is as good as none.
package manifest

import (
	"crypto/sha256"
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
	// Made is what it made, in pieces, for the package that published it to read.
	Made [][]byte
	// Said is what the build told, for the builder to read.
	Said []byte

	beside []piece // what only some builds ask for
	file   string  // where it was read
}

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
	data, err := readPieces(f, append(parts[0], parts[1]...))
	if err != nil || len(parts[0]) != 1 {
		return nil, errDamaged
	}
	m := &Manifest{Made: data[1:], beside: parts[2]}
	r := packed.Read(data[0])
	copy(m.Key[:], r.Bytes(sha256.Size))
	m.Said = r.Part()
	for range r.Count(1) {
		m.Folders = append(m.Folders, &Folder{r.Text(), r.Part()})
	}
	if !r.Done() {
		return nil, errDamaged
	}
	return m, nil
}

// Beside is what was written beside a manifest, in pieces that are read one by one.
type Beside struct {
	file   *os.File
	pieces []piece
}

// Beside opens what was written beside the manifest.
func (m *Manifest) Beside() (*Beside, error) {
	f, err := os.Open(m.file)
	if err != nil {
		return nil, err
	}
	return &Beside{f, m.beside}, nil
}

// Len returns how many pieces there are.
func (b *Beside) Len() int { return len(b.pieces) }

// Piece reads a piece.
func (b *Beside) Piece(i int) ([]byte, error) {
	if i < 0 || i >= len(b.pieces) {
		return nil, errDamaged
	}
	return b.pieces[i].read(b.file)
}

// Close ends the reading.
func (b *Beside) Close() error { return b.file.Close() }

// Write writes a manifest in one step, and beside it what only some builds ask for. A
// piece of that which is nil is the one that was there before.
func (m *Manifest) Write(name string, beside [][]byte, before *Beside) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".manifest-*")
	if err != nil {
		return err
	}
	err = errors.Join(m.write(f, beside, before), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func (m *Manifest) write(f io.Writer, beside [][]byte, before *Beside) error {
	data := [partsIn][][]byte{{m.own()}, m.Made, beside}
	var parts [partsIn][]piece
	for i := range data {
		parts[i] = sumPieces(data[i])
	}
	for i := range beside {
		if beside[i] != nil {
			continue
		}
		if before == nil || i >= before.Len() {
			return errDamaged
		}
		parts[2][i] = before.pieces[i]
	}
	if _, err := f.Write(appendHead(nil, parts)); err != nil {
		return err
	}
	for i := range data {
		if err := writePieces(f, data[i], before); err != nil {
			return err
		}
	}
	return nil
}

// own returns what is the manifest's own, as bytes.
func (m *Manifest) own() []byte {
	own := packed.AppendText(m.Key[:], m.Said)
	own = packed.AppendNumber(own, len(m.Folders))
	for _, f := range m.Folders {
		own = packed.AppendText(packed.AppendText(own, f.root), f.packed)
	}
	return own
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
