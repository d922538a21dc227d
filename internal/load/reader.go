package load

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/source"
)

// Reader reads one content folder again and again. A file that did not change is the same
// *source.File as before, and is not read again. It is not safe for concurrent use.
type Reader struct {
	seen map[string]state // by path
}

// state is a file as it was when it was read.
type state struct {
	file    *source.File
	size    int64
	time    time.Time
	settled bool // a later change shows in its size or time
}

// clockStep is the coarsest step of the times that file systems keep: a file that changed less
// than this before it was read may change again without a change of its time.
const clockStep = 2 * time.Second

// Read reads the folder. touched is the paths of files and folders that may have changed since
// the last call; nil when anything may have. The error is that of the system; what is wrong with
// the content is in the list.
func (r *Reader) Read(fsys fs.FS, touched []string) (*Content, diag.List, error) {
	began := time.Now()
	w := &walker{fsys: fsys, content: new(Content)}
	if err := w.root(); err != nil {
		return nil, nil, fmt.Errorf("read the content folder: %w", err)
	}
	results := make([]result, len(w.texts))
	parallel.Each(len(w.texts), func(i int) { results[i] = r.read(fsys, w.texts[i].entry, touched) })
	r.seen = make(map[string]state, len(results))
	for i, got := range results {
		if got.err != nil {
			return nil, nil, fmt.Errorf("read the content folder: %w", got.err)
		}
		w.problems = append(w.problems, got.problems...)
		if got.file == nil {
			continue
		}
		got.settled = got.settled || got.time.Before(began.Add(-clockStep))
		r.seen[got.file.Path] = got.state
		w.texts[i].add(got.file)
	}
	w.duplicates()
	w.missingSite()
	return w.content, w.problems, nil
}

// result is a file that was read. The file is nil when it is too large or was removed.
type result struct {
	state
	problems diag.List
	err      error
}

// read reads the file of an entry, unless it is as it was.
func (r *Reader) read(fsys fs.FS, e entry, touched []string) result {
	old, known := r.seen[e.path]
	if known && !e.linked && touched != nil && !isTouched(e.path, touched) {
		return result{state: old}
	}
	info, err := e.Info()
	switch {
	case gone(err):
		return result{}
	case err != nil:
		return result{err: err}
	case info.Size() > MaxSize:
		return result{problems: diag.List{tooLarge(e.path, info.Size())}}
	case known && old.settled && old.size == info.Size() && old.time.Equal(info.ModTime()) && !isTouched(e.path, touched):
		return result{state: old}
	}
	data, err := fs.ReadFile(fsys, e.path)
	switch {
	case gone(err):
		return result{}
	case err != nil:
		return result{err: err}
	case len(data) > MaxSize: // it has grown
		return result{problems: diag.List{tooLarge(e.path, int64(len(data)))}}
	}
	now := state{file: old.file, size: info.Size(), time: info.ModTime()}
	if !known || !bytes.Equal(data, old.file.Data) {
		now.file = source.NewFile(e.path, data)
	}
	return result{state: now}
}

// isTouched reports whether a file, or a folder that it is in, is among the touched paths.
func isTouched(path string, touched []string) bool {
	return slices.ContainsFunc(touched, func(t string) bool { return path == t || strings.HasPrefix(path, t+"/") })
}

func tooLarge(path string, size int64) diag.Diagnostic {
	return diag.InFile(path, diag.TooLarge, megabytes(size), megabytes(MaxSize)).WithHint(diag.MakeSmaller)
}

// megabytes returns a size in whole megabytes, rounded up.
func megabytes(size int64) int { return int((size + 1<<20 - 1) >> 20) }
