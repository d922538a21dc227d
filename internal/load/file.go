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
	"wijkvisie/internal/parallel"
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
		return nil, unread(err)
	}
	found = slices.DeleteFunc(found, func(d fs.DirEntry) bool { return ignored(d.Name()) })
	entries := make([]entry, len(found))
	seen := make([]bool, len(found))
	err = r.each(len(found), func(one *reader, i int) (err error) {
		entries[i], seen[i], err = one.look(path.Join(dir, found[i].Name()), found[i])
		return err
	})
	if err != nil {
		return nil, unread(err)
	}
	some := entries[:0]
	for i, e := range entries {
		if seen[i] {
			some = append(some, e)
		}
	}
	return some, nil
}

// each does something for every number below n, on all cores, each with a reader of
// its own. What those report and take up is put together in order; of their errors it
// returns the first.
func (r *reader) each(n int, do func(one *reader, i int) error) error {
	type said struct {
		problems diag.List
		files    []taken
		err      error
	}
	all := make([]said, n)
	parallel.Each(n, func(i int) {
		one := reader{fsys: r.fsys, content: r.content, kept: r.kept}
		err := do(&one, i)
		all[i] = said{one.problems, one.files, err}
	})
	for _, one := range all {
		if one.err != nil {
			return one.err
		}
		r.problems = append(r.problems, one.problems...)
		r.files = append(r.files, one.files...)
	}
	return nil
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

// readAll reads the files at entries, and leaves out those that are too large or went
// away.
func (r *reader) readAll(entries []entry) ([]*source.File, error) {
	files := make([]*source.File, len(entries))
	err := r.each(len(entries), func(one *reader, i int) (err error) {
		files[i], err = one.read(entries[i])
		return err
	})
	if err != nil {
		return nil, unread(err)
	}
	some := files[:0]
	for i, f := range files {
		if f != nil {
			r.files = append(r.files, taken{entries[i], f})
			some = append(some, f)
		}
	}
	return some, nil
}

// file reads the file at an entry, nil when it is too large or went away.
func (r *reader) file(e entry) (*source.File, error) {
	files, err := r.readAll([]entry{e})
	if err != nil || len(files) == 0 {
		return nil, err
	}
	return files[0], nil
}

// read is file for one of many, which takes up what was read.
func (r *reader) read(e entry) (*source.File, error) {
	if f := r.kept(e); f != nil {
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
		return nil, err
	}
	if len(data) > MaxSize {
		r.tooLarge(e.path, int64(len(data)))
		return nil, nil
	}
	return source.NewFile(e.path, data), nil
}

// bytes reads a file, and no more than one byte over what is allowed: it may
// have grown since we looked.
func (r *reader) bytes(e entry) (data []byte, err error) {
	f, err := r.fsys.Open(e.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	// One byte more than needed shows that there is no more, without another Read.
	size := int(e.info.Size())
	data = make([]byte, 0, size+1)
	for len(data) <= MaxSize {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF || err == nil && n == size && n > 0 && len(data) == size {
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

// unread says that the machine is to blame.
func unread(err error) error { return fmt.Errorf("read the content folder: %w", err) }

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
