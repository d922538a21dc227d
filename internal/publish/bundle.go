package publish

import (
	"archive/zip"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Bundle is an archive of a whole site in one file: a ZIP (APPNOTE 6.3.10), its files
// sorted by path, each with one date. The same site and date give the same bytes. It has a
// temporary name until Commit, so that its own name never leads to an incomplete one.
type Bundle struct {
	name      string
	temporary string // in the same folder
}

// CheckBundle refuses a file that lies in one of the folders, or that cannot be an
// archive.
func CheckBundle(name string, folders ...string) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() || !strings.EqualFold(filepath.Ext(name), ".zip") {
		return &Refused{Reason: NotArchive, Dir: name}
	}
	parent, err := resolve(filepath.Dir(name))
	if err != nil {
		return err
	}
	for _, folder := range folders {
		real, err := resolve(folder)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(real, parent) // the folder may not exist yet: then paths decide
		if sameFolder(parent, real) || within(parent, real) || err == nil && filepath.IsLocal(relative) {
			return &Refused{Reason: ArchiveInside, Dir: name, Path: folder}
		}
	}
	return nil
}

// NewBundle writes an archive of the files under a temporary name. Every file has the date.
// done is called for each file that is written.
func NewBundle(ctx context.Context, name string, files iter.Seq[File], date time.Time, done func()) (b *Bundle, err error) {
	b = &Bundle{name: name, temporary: filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".wijkvisie")}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return nil, err
	}
	// One of a killed build is removed, and so is whatever else has its name: to open a pipe
	// would wait for ever.
	if err := os.Remove(b.temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, err := os.OpenFile(b.temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	err = errors.Join(writeZip(ctx, out, files, date, done), out.Flush(), f.Close())
	if err != nil {
		return nil, errors.Join(err, os.Remove(b.temporary))
	}
	return b, nil
}

// writeZip writes an archive of the files.
func writeZip(ctx context.Context, w io.Writer, files iter.Seq[File], date time.Time, done func()) error {
	sorted := slices.SortedFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	z := zip.NewWriter(w)
	paths := newPathSet(0)
	for _, f := range sorted {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := paths.add(f.Path); err != nil {
			return err
		}
		head := &zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: date}
		head.SetMode(0o644)
		part, err := z.CreateHeader(head)
		if err != nil {
			return err
		}
		if err := f.Write(part); err != nil {
			return fmt.Errorf("write %s: %w", f.Path, err)
		}
		done()
	}
	return z.Close()
}

// Commit gives the archive its own name, and replaces one that had it.
func (b *Bundle) Commit() error { return os.Rename(b.temporary, b.name) }

// Discard removes the archive, instead of Commit.
func (b *Bundle) Discard() error { return os.Remove(b.temporary) }
