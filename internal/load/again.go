package load

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Reader reads one content folder again and again, and keeps the files that did not
// change in between. It serves one goroutine at a time.
type Reader struct {
	content  *Content
	problems diag.List
	seen     map[string]state
	linked   bool // some files are links: a change of one may be a change of another
}

// state is a file as it was when it was read.
type state struct {
	file *source.File
	size int64
	time time.Time
	sure bool // it had been left alone for so long that a change shows in its time
}

// settled is how long a file must have been left alone for a change to show in its
// time: file systems count in steps, of two seconds at most.
const settled = 2 * time.Second

// Read reads the folder. touched are the paths of what may have changed since the
// last time; nil when that may be anything. The error is a broken machine; what is
// wrong with the content is in the list.
func (r *Reader) Read(fsys fs.FS, touched []string) (*Content, diag.List, error) {
	if r.content != nil && touched != nil && !r.linked {
		if content, err := r.touched(fsys, touched); content != nil || err != nil {
			return content, r.problems, err
		}
	}
	began := time.Now()
	reading := &reader{fsys: fsys, content: new(Content), kept: func(e entry) *source.File {
		old, ok := r.seen[e.path]
		if !ok || !old.sure || old.size != e.info.Size() || !old.time.Equal(e.info.ModTime()) || slices.Contains(touched, e.path) {
			return nil
		}
		return old.file
	}}
	if err := reading.root(); err != nil {
		return nil, nil, err
	}
	r.content, r.problems, r.linked = reading.content, reading.problems, false
	r.seen = make(map[string]state, len(reading.files))
	for _, t := range reading.files {
		info := t.from.info
		r.linked = r.linked || t.from.linked
		r.seen[t.from.path] = state{t.file, info.Size(), info.ModTime(), info.ModTime().Before(began.Add(-settled))}
	}
	return r.content, r.problems, nil
}

// touched reads files that were edited where they stand, which is what nearly every
// save is. It returns nil when more than that may have happened.
func (r *Reader) touched(fsys fs.FS, paths []string) (*Content, error) {
	content := *r.content
	cloned := make(map[*[]*source.File]bool)
	for _, name := range paths {
		at, list := content.find(name)
		if at == nil || slices.ContainsFunc(r.problems, func(d diag.Diagnostic) bool { return d.Path() == name }) {
			return nil, nil
		}
		info, err := fs.Lstat(fsys, name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > MaxSize {
			return nil, nil // reading everything says what there is to say
		}
		data, err := (&reader{fsys: fsys}).bytes(entry{path: name, info: info})
		if errors.Is(err, fs.ErrNotExist) || len(data) > MaxSize {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if bytes.Equal(data, (*at).Data) {
			continue
		}
		if list != nil && !cloned[list] { // the old content may still be in use
			*list = slices.Clone(*list)
			cloned[list] = true
			at, _ = content.find(name)
		}
		*at = source.NewFile(name, data)
		r.seen[name] = state{file: *at, size: info.Size(), time: info.ModTime()}
	}
	r.content = &content
	return r.content, nil
}

// find returns where a file of records stands among the content, and in which list;
// nil when it is none.
func (c *Content) find(name string) (at **source.File, list *[]*source.File) {
	if name == siteFile && c.Site != nil {
		return &c.Site, nil
	}
	if name == mapFile && c.Map != nil {
		return &c.Map, nil
	}
	switch path.Dir(name) {
	case wijkFolder:
		list = &c.Wijken
	case visionFolder:
		list = &c.Visions
	case serviceFolder:
		list = &c.Departments
	case planFolder:
		list = &c.Programmes
	case pageFolder:
		list = &c.Pages
	case ".":
		list = &c.Styles
	default:
		return nil, nil
	}
	i, ok := slices.BinarySearchFunc(*list, name, func(f *source.File, name string) int { return strings.Compare(f.Path, name) })
	if !ok {
		return nil, nil
	}
	return &(*list)[i], list
}
