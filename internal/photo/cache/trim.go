package cache

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	longestUnused = 90 * 24 * time.Hour
	maxBytes      = 256 << 20      // in all
	precision     = 24 * time.Hour // of the time at which a copy was last used

	temporary      = "*.tmp" // the names of files that are being written
	longestWriting = time.Hour
)

// Trim removes the copies that were not used for 90 days, and those that were used least
// recently while all together are over 256 MiB. Files that it does not know stay.
func (c *Cache) Trim() {
	if c == nil {
		return
	}
	now, total := c.now(), int64(0)
	files := slices.DeleteFunc(c.files(), func(f fs.FileInfo) bool {
		longest := longestUnused
		if isTemporary(f.Name()) {
			longest = longestWriting
		}
		return now.Sub(f.ModTime()) > longest && c.remove(f)
	})
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, f := range files {
		if total += f.Size(); total > maxBytes {
			c.remove(f)
		}
	}
}

// files returns the files in the folder that a cache wrote.
func (c *Cache) files() []fs.FileInfo {
	entries, _ := os.ReadDir(c.folder) // what can be read of it
	var files []fs.FileInfo
	for _, e := range entries {
		if !isCopy(e.Name()) && !isTemporary(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			files = append(files, info)
		}
	}
	return files
}

func isCopy(name string) bool {
	sum, err := hex.DecodeString(name)
	return err == nil && len(sum) == sha256.Size
}

func isTemporary(name string) bool {
	ok, _ := filepath.Match(temporary, name)
	return ok
}

// remove reports whether a file was removed.
func (c *Cache) remove(f fs.FileInfo) bool {
	return os.Remove(filepath.Join(c.folder, f.Name())) == nil
}
