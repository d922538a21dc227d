package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// FixedFile is a file of content with what was wrong in it put right.
type FixedFile struct {
	Path  string // from the content folder
	Data  []byte
	Mends []parse.Mend
}

// maxRounds is how often a content folder is read again for mends that show only when others
// have been made.
const maxRounds = 20

// Fix returns the files of a content folder that can be put right without harm. Nothing is
// written. A mend is made only when the content, read again with it, has less that is wrong and
// nothing new, and means the same but for the mend. The error is that of the system.
func Fix(ctx context.Context, in Input) ([]FixedFile, error) {
	f := fixer{in: in, mended: mendedFS{FS: in.Content, data: make(map[string][]byte)}, made: make(map[string][]parse.Mend), refused: make(map[string]bool), tried: make(map[string]bool)}
	f.in.Content = f.mended
	now, err := f.read(ctx)
	if err != nil {
		return nil, err
	}
	for range maxRounds {
		next, err := f.round(ctx, now)
		if err != nil {
			return nil, err
		}
		if next == nil {
			break
		}
		now = next
	}
	var fixed []FixedFile
	for path, mends := range f.made {
		fixed = append(fixed, FixedFile{path, f.mended.data[path], mends})
	}
	slices.SortFunc(fixed, func(a, b FixedFile) int { return strings.Compare(a.Path, b.Path) })
	return fixed, nil
}

// fixer makes mends to content, in memory.
type fixer struct {
	in       Input
	pipeline Pipeline
	mended   mendedFS
	made     map[string][]parse.Mend // by path
	refused  map[string]bool
	tried    map[string]bool // the paths of files that may differ from those of the last reading
}

// reading is content as it was read, and what is wrong with it.
type reading struct {
	files    []*source.File
	problems diag.List
}

// read reads all content, with the mends so far.
func (f *fixer) read(ctx context.Context) (*reading, error) {
	result, err := f.pipeline.Prepare(f.in)
	if err == nil {
		err = result.Check(ctx)
	}
	if err != nil {
		return nil, err
	}
	r := &reading{problems: result.Diagnostics}
	for _, parsed := range f.pipeline.parsed {
		if _, isMap := parsed.value.(*city.Map); !isMap {
			r.files = append(r.files, parsed.file)
		}
	}
	slices.SortFunc(r.files, func(a, b *source.File) int { return strings.Compare(a.Path, b.Path) })
	return r, nil
}

// candidate is the mends to one file.
type candidate struct {
	file  *source.File
	mends []parse.Mend
}

// round makes the mends that can be made now, and returns the content with them; nil when
// there are none. It tries all of them at once, which is nearly always right, and else one by
// one.
func (f *fixer) round(ctx context.Context, now *reading) (*reading, error) {
	byFile := make(map[string]diag.List)
	for _, d := range now.problems {
		byFile[d.Path()] = append(byFile[d.Path()], d)
	}
	var all []candidate
	for _, file := range now.files {
		mends := slices.DeleteFunc(parse.Mends(file, byFile[file.Path]), func(m parse.Mend) bool { return f.refused[refusal(file, m)] })
		if len(mends) > 0 {
			all = append(all, candidate{file, mends})
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	if next, err := f.try(ctx, now, all); next != nil || err != nil {
		return next, err
	}
	for _, c := range all {
		for _, m := range c.mends {
			next, err := f.try(ctx, now, []candidate{{c.file, []parse.Mend{m}}})
			if next != nil || err != nil {
				return next, err // the places of the others have changed
			}
			f.refused[refusal(c.file, m)] = true
		}
	}
	return nil, nil
}

func refusal(f *source.File, m parse.Mend) string {
	return fmt.Sprintf("%s\x00%s\x00%s\x00%d", f.Path, m.Old, m.Text, m.Line)
}

// try makes mends when that is proven to be right, and returns the content with them; else
// nil.
func (f *fixer) try(ctx context.Context, before *reading, mends []candidate) (*reading, error) {
	old := make(map[string][]byte)
	for _, c := range mends {
		old[c.file.Path] = f.mended.data[c.file.Path]
		f.mended.data[c.file.Path] = parse.Mended(c.file.Data, c.mends...)
		f.tried[c.file.Path] = true
	}
	f.in.Touched = slices.Collect(maps.Keys(f.tried))
	after, err := f.read(ctx)
	if err != nil {
		return nil, err
	}
	if !proven(before, after, mends) {
		for path, data := range old {
			if data == nil {
				delete(f.mended.data, path)
			} else {
				f.mended.data[path] = data
			}
		}
		return nil, nil
	}
	for _, c := range mends {
		f.made[c.file.Path] = append(f.made[c.file.Path], c.mends...)
	}
	return after, nil
}

// proven reports whether content is better with mends: it has less that is wrong, and no error
// that it did not have, and the files mean the same but for the mends. Errors in a file that
// could not be read before are not new, unless they stand where it was mended.
func proven(before, after *reading, mends []candidate) bool {
	had := make(map[string]int)
	for _, d := range before.problems {
		had[identity(d)]++
	}
	unreadable := make(map[string]bool)
	for _, d := range before.problems {
		if hidesOthers(d) {
			unreadable[d.Path()] = true
		}
	}
	lines := make(map[string]bool)
	for _, c := range mends {
		for _, m := range c.mends {
			lines[fmt.Sprint(c.file.Path, ":", m.Line)] = true
		}
	}
	left := len(before.problems)
	for _, d := range after.problems {
		if id := identity(d); had[id] > 0 {
			had[id]--
			left--
			continue
		}
		at := fmt.Sprint(d.Path(), ":", d.Pos.Place().Line)
		if d.Severity() == diag.Error && (!unreadable[d.Path()] || lines[at]) {
			return false
		}
	}
	if left == 0 { // nothing that was wrong is gone
		return false
	}
	for _, c := range mends {
		i := slices.IndexFunc(after.files, func(f *source.File) bool { return f.Path == c.file.Path })
		if i < 0 || !parse.SameButFor(c.file, after.files[i], c.mends) {
			return false
		}
	}
	return true
}

// identity returns what tells a problem from others, wherever it stands.
func identity(d diag.Diagnostic) string { return d.Path() + ": " + diag.English.Say(d.Text) }

// hidesOthers reports whether a problem keeps the rest of its file from being read.
func hidesOthers(d diag.Diagnostic) bool {
	switch d.Code() {
	case diag.SyntaxError.Code(), diag.NotText.Code():
		return true
	}
	return false
}

// With returns a content folder in which a file has other bytes.
func With(content fs.FS, name string, data []byte) fs.FS {
	return mendedFS{content, map[string][]byte{name: data}}
}

// mendedFS is a content folder with mends to some of its files.
type mendedFS struct {
	fs.FS
	data map[string][]byte // by path
}

// ReadDir returns the entries of a folder. A file with other bytes has changed just now, so that a
// reader that goes by sizes and times reads it again.
func (f mendedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(f.FS, name)
	for i, e := range list {
		if data, ok := f.data[path.Join(name, e.Name())]; ok {
			list[i] = mendedEntry{e, int64(len(data))}
		}
	}
	return list, err
}

// mendedEntry is the entry of a file with other bytes.
type mendedEntry struct {
	fs.DirEntry
	size int64
}

// Info implements fs.DirEntry.
func (e mendedEntry) Info() (fs.FileInfo, error) {
	info, err := e.DirEntry.Info()
	if err != nil {
		return nil, err
	}
	return mendedInfo{info, e.size, time.Now()}, nil
}

// mendedInfo is what is known of a file with other bytes.
type mendedInfo struct {
	fs.FileInfo
	size int64
	time time.Time
}

func (i mendedInfo) Size() int64        { return i.size }
func (i mendedInfo) ModTime() time.Time { return i.time }

func (f mendedFS) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// ReadFile returns the bytes of a file, with its mends.
func (f mendedFS) ReadFile(name string) ([]byte, error) {
	if data, ok := f.data[name]; ok {
		return bytes.Clone(data), nil
	}
	return fs.ReadFile(f.FS, name)
}
