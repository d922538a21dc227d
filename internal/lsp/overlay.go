package lsp

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// overlay is a content folder with other texts in the place of those of some files. They may be
// files that do not exist yet, in folders that do.
type overlay struct {
	fs.FS
	texts map[string]overlaid // by path
}

// overlaid is the text of a file, and when it came.
type overlaid struct {
	data []byte
	time time.Time
}

// ReadFile implements fs.ReadFileFS.
func (o overlay) ReadFile(name string) ([]byte, error) {
	if t, ok := o.texts[name]; ok {
		return bytes.Clone(t.data), nil
	}
	return fs.ReadFile(o.FS, name)
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	if t, ok := o.texts[name]; ok {
		return &openText{bytes.NewReader(t.data), textInfo{path.Base(name), t}}, nil
	}
	return o.FS.Open(name)
}

// Stat implements fs.StatFS.
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(o.FS, name)
	if t, ok := o.texts[name]; ok && (err == nil || errors.Is(err, fs.ErrNotExist)) {
		return textInfo{path.Base(name), t}, nil
	}
	return info, err
}

// ReadDir implements fs.ReadDirFS. A symbolic link stays one.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil {
		return entries, err
	}
	for p, t := range o.texts {
		if path.Dir(p) != name {
			continue
		}
		entry := fs.FileInfoToDirEntry(textInfo{path.Base(p), t})
		switch i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return e.Name() == path.Base(p) }); {
		case i < 0:
			entries = append(entries, entry)
		case entries[i].Type().IsRegular():
			entries[i] = entry
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// textInfo is the fs.FileInfo of a text.
type textInfo struct {
	name string
	text overlaid
}

func (i textInfo) Name() string       { return i.name }
func (i textInfo) Size() int64        { return int64(len(i.text.data)) }
func (i textInfo) Mode() fs.FileMode  { return 0o644 }
func (i textInfo) ModTime() time.Time { return i.text.time }
func (i textInfo) IsDir() bool        { return false }
func (i textInfo) Sys() any           { return nil }

// openText is a text that is read as a file.
type openText struct {
	io.Reader
	info textInfo
}

func (f *openText) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openText) Close() error               { return nil }
