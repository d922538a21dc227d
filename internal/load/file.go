package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/filename"
	"wijkvisie/internal/source"
)

// entry is a file or folder that is not ignored, links resolved.
type entry struct {
	path   string
	dir    bool
	linked bool // it is a symbolic link to what info tells of
	info   fs.FileInfo
}

// list returns what stands in a folder, by name. What can be neither a file
// nor a folder of content is reported and left out.
func (r *reader) list(dir string) ([]entry, error) {
	found, err := fs.ReadDir(r.fsys, dir)
	if gone(err) && dir != "." {
		return nil, nil // it went away while we looked
	}
	if err != nil {
		return nil, fmt.Errorf("read the content folder: %w", err)
	}
	entries := make([]entry, 0, len(found))
	for _, d := range found {
		if ignored(d.Name()) {
			continue
		}
		e, ok, err := r.look(path.Join(dir, d.Name()), d)
		if err != nil {
			return nil, fmt.Errorf("read the content folder: %w", err)
		}
		if ok {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// look tells what an entry of a folder is.
func (r *reader) look(name string, d fs.DirEntry) (entry, bool, error) {
	if d.Type()&fs.ModeSymlink != 0 {
		return r.follow(name)
	}
	info, err := d.Info()
	if gone(err) {
		return entry{}, false, nil
	}
	if err != nil {
		return entry{}, false, err
	}
	return r.kind(name, info)
}

// follow tells what a symbolic link leads to.
func (r *reader) follow(name string) (entry, bool, error) {
	info, err := fs.Stat(r.fsys, name)
	switch {
	case gone(err):
		r.report(diag.InFile(name, diag.LinkToNothing).WithHint(diag.ReplaceLink))
		return entry{}, false, nil
	case errors.Is(err, fs.ErrPermission):
		return entry{}, false, err
	case err != nil:
		// The FS refuses: the link leads out of the folder, or to itself.
		r.report(diag.InFile(name, diag.LeavesContent, name).WithHint(diag.ReplaceLink))
		return entry{}, false, nil
	case info.IsDir():
		r.report(diag.InFile(name, diag.LinkToFolder).WithHint(diag.ReplaceLink))
		return entry{}, false, nil
	}
	e, ok, err := r.kind(name, info)
	e.linked = true
	return e, ok, err
}

// kind sets aside what is neither a file nor a folder: opening a pipe would
// wait for ever.
func (r *reader) kind(name string, info fs.FileInfo) (entry, bool, error) {
	if !info.IsDir() && !info.Mode().IsRegular() {
		r.report(diag.InFile(name, diag.NotAFile))
		return entry{}, false, nil
	}
	return entry{path: name, dir: info.IsDir(), info: info}, true, nil
}

// read returns the file at an entry, nil when it is too large or went away.
func (r *reader) read(e entry) (*source.File, error) {
	if f := r.kept(e); f != nil {
		r.keep(e, f)
		return f, nil
	}
	if e.info.Size() > MaxSize {
		r.tooLarge(e.path, e.info.Size())
		return nil, nil
	}
	data, err := r.bytes(e)
	if gone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the content folder: %w", err)
	}
	if len(data) > MaxSize {
		r.tooLarge(e.path, int64(len(data)))
		return nil, nil
	}
	f := source.NewFile(e.path, data)
	r.keep(e, f)
	return f, nil
}

// bytes reads a file, and no more than one byte over what is allowed: it may
// have grown since we looked.
func (r *reader) bytes(e entry) (data []byte, err error) {
	f, err := r.fsys.Open(e.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// One byte more than needed lets the last Read report the end.
	data = make([]byte, 0, e.info.Size()+1)
	for len(data) <= MaxSize {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return slices.Clip(data), nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, 4096)
		}
	}
	return data, nil
}

func (r *reader) tooLarge(name string, size int64) {
	r.report(diag.InFile(name, diag.TooLarge, megabytes(size), megabytes(MaxSize)).WithHint(diag.MakeSmaller))
}

func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// saidOf tells whether a file was reported already.
func (r *reader) saidOf(name string) bool {
	return slices.ContainsFunc(r.problems, func(d diag.Diagnostic) bool { return d.Path() == name })
}

// sameButForCase reports files whose names differ in capitals only: on many
// machines they are one file.
func (r *reader) sameButForCase(files []*source.File) {
	first := make(map[string]*source.File, len(files))
	for _, f := range files {
		folded := strings.ToLower(f.Path)
		if other, ok := first[folded]; ok {
			id := strings.TrimSuffix(path.Base(folded), ".md")
			r.report(diag.At(f.Whole(), diag.FileTwice, id).WithRelated(other.Whole(), diag.FirstHere))
			continue
		}
		first[folded] = f
	}
}

// sameOnSome reports files and folders that are one on some machines, where one
// of them would be lost: their names differ in capitals, or in how accents are
// spelled.
func (r *reader) sameOnSome(entries []entry) {
	first := make(map[string]entry, len(entries))
	for _, e := range entries {
		folded := filename.Folded(e.path)
		if other, ok := first[folded]; ok {
			r.report(diag.InFile(e.path, diag.AssetTwice, path.Base(other.path)).WithHint(diag.RenameFile, numbered(path.Base(e.path))))
			continue
		}
		first[folded] = e
	}
}

// numbered returns another name for a file: foto-2.jpg.
func numbered(name string) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-2" + ext
}

// sortAssets orders by path: a walk through folders comes close, but puts
// "a/x" before "a.x".
func sortAssets(assets []Asset) {
	slices.SortFunc(assets, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
}

// megabytes returns a size in whole megabytes, rounded up.
func megabytes(size int64) int { return int((size + 1<<20 - 1) >> 20) }
