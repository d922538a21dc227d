// Package cache stores copies of pictures between builds, so that each is made once.
//
// A copy is named by the bytes of its picture, its width and the program that made it, and
// holds its own checksum. One that is damaged, or that something else wrote, is made
// again. A folder that is missing, full or read-only costs time and nothing else: the
// bytes of copies are the same with and without it.
package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"wijkvisie/internal/photo"
)

// Sum identifies a picture by its bytes.
type Sum [sha256.Size]byte

// SumOf returns the Sum of a picture.
func SumOf(picture []byte) Sum { return sha256.Sum256(picture) }

// Cache is a folder of copies. Several goroutines and programs may use one folder at the
// same time. A nil Cache holds nothing.
type Cache struct {
	folder  string
	now     func() time.Time
	refused atomic.Bool // a copy could not be stored
}

// New returns a cache in a folder, which is made when the first copy is stored.
func New(folder string, now func() time.Time) *Cache { return &Cache{folder: folder, now: now} }

// Copy returns the copy of a picture that has some width, one of those in widths. When it
// is not in the cache, the picture is read and its copies are made in all widths, because
// decoding the picture is the larger part of the work. The error is that of read, or wraps
// photo.ErrUnreadable.
func (c *Cache) Copy(picture Sum, width int, widths []int, read func() ([]byte, error)) ([]byte, error) {
	if content, ok := c.load(nameOf(picture, width)); ok {
		return content, nil
	}
	data, err := read()
	if err != nil {
		return nil, err
	}
	if c == nil || c.refused.Load() {
		widths = []int{width} // the others would be made again
	}
	copies, err := photo.Resize(data, widths...)
	if err != nil {
		return nil, err
	}
	if c != nil && SumOf(data) == picture { // it did not change since the sum was taken
		for i, content := range copies {
			if c.store(nameOf(picture, widths[i]), content) != nil {
				c.refused.Store(true)
			}
		}
	}
	return copies[slices.Index(widths, width)], nil
}

// nameOf returns the name of a copy. The version of Go is part of it, for its library
// encodes the pictures.
func nameOf(picture Sum, width int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%x %d %d %s", picture, width, photo.Revision, runtime.Version()))
	return hex.EncodeToString(sum[:])
}

// checksum returns the first bytes of a file: the sum of its name and its content.
func checksum(name string, content []byte) []byte {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write(content)
	return h.Sum(nil)
}

// largest is the size in bytes of the largest file that is read.
const largest = 64 << 20

// load returns the content of a file, and notes that it was used.
func (c *Cache) load(name string) (content []byte, ok bool) {
	if c == nil {
		return nil, false
	}
	path := filepath.Join(c.folder, name)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() < sha256.Size || info.Size() > largest {
		return nil, false
	}
	data, err := os.ReadFile(path)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	sum, content := data[:sha256.Size], data[sha256.Size:]
	if !bytes.Equal(sum, checksum(name, content)) {
		return nil, false
	}
	if now := c.now(); now.Sub(info.ModTime()) > precision {
		os.Chtimes(path, now, now) // if that fails, the copy is removed too soon and made again
	}
	return content, true
}

func (c *Cache) store(name string, content []byte) error {
	if err := os.MkdirAll(c.folder, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(c.folder, temporary)
	if err != nil {
		return err
	}
	_, err = f.Write(append(checksum(name, content), content...))
	if err = cmp.Or(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(c.folder, name))
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
