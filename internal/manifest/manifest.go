// Package manifest remembers what a build was made from and what it made, so that the
// next one can tell that it would make the same.
//
// Folders are compared by the identities of what is in them: size, mode, inode, and
// the times of the last change of the bytes and of the inode itself, which no program
// can set. A file that changed so shortly before it was looked at that a later change
// could bear the same time is compared by its bytes (the "racy" entries of
// https://git-scm.com/docs/racy-git). Where a system gives no such identities,
// nothing is remembered.
//
// A manifest is believed only when all of it is as it was written, for the same
// folders and the same circumstances; any other is as good as none.
package manifest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Manifest is what is remembered of a build.
type Manifest struct {
	// Key sums up everything but files that decided what was made.
	Key [sha256.Size]byte
	// Folders are what it was made from, and the last of them what it made.
	Folders []*Folder
	// Said is what the build told, for the builder to read.
	Said []byte
}

// Identity returns what tells one state of a file from any other, as text.
func Identity(name string) (string, bool) {
	id, ok := identify(name)
	return fmt.Sprint(id), ok
}

const magic = "wijkvisie manifest 1\n"

// errDamaged is a manifest that is not as it was written, or of other circumstances.
var errDamaged = errors.New("the manifest is damaged, or another")

// Read reads the manifest of builds in some circumstances. The error tells no more than
// that there is none.
func Read(name string, key [sha256.Size]byte) (*Manifest, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// The key comes first: of other circumstances the rest need not be read.
	head := make([]byte, len(magic)+2*sha256.Size)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, err
	}
	rest, ok := bytes.CutPrefix(head, []byte(magic))
	if !ok || !bytes.Equal(rest[sha256.Size:], key[:]) {
		return nil, errDamaged
	}
	folders, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(append(key[:], folders...)); !bytes.Equal(sum[:], rest[:sha256.Size]) {
		return nil, errDamaged
	}
	d := &decoder{data: folders}
	m := &Manifest{Key: key}
	for range d.number() {
		m.Folders = append(m.Folders, d.folder())
	}
	m.Said = d.bytes(int(d.number()))
	if d.bad {
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

// Holds tells whether everything in the folders, named in the same order, is as it was.
func (m *Manifest) Holds(folders []string) bool {
	if len(m.Folders) != len(folders) {
		return false
	}
	for i, f := range m.Folders {
		if f.root != folders[i] || !f.asItWas() {
			return false
		}
	}
	return true
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
