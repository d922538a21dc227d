package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
)

// fileWriter makes files of a new site, one after another, with the same buffers.
type fileWriter struct {
	site    *newSite
	spool   *spool
	compare comparer
	folder  string // the last one that was made, in the site
}

// newFileWriter returns the writer of one worker.
func newFileWriter(site *newSite, worker int) *fileWriter {
	return &fileWriter{site: site, spool: newSpool(site.work.root, worker)}
}

// write makes a file, and puts it in the new site unless the old one has it with the same
// bytes: then it returns the file info of that.
func (w *fileWriter) write(file File) (old fs.FileInfo, err error) {
	w.spool.reset()
	err = file.Write(w.spool)
	if err == nil {
		old, err = w.save(file.Path)
	}
	return old, errors.Join(err, w.spool.discard())
}

// save makes the bytes in the spool a file of the new site, unless the old one has the
// same bytes at that path.
func (w *fileWriter) save(name string) (old fs.FileInfo, err error) {
	content, err := w.spool.reader()
	if err != nil {
		return nil, err
	}
	old, err = w.site.old.find(name, w.spool.size, content, &w.compare)
	if err != nil || old != nil {
		return old, err
	}
	if err := w.makeFolder(name); err != nil {
		return nil, err
	}
	if w.spool.file != nil {
		return nil, w.spool.moveTo(name)
	}
	return nil, os.WriteFile(w.site.osPath(name), w.spool.buffer.Bytes(), 0o644)
}

// makeFolder makes the folder of a file, and those above it. Another worker may make them
// at the same moment.
func (w *fileWriter) makeFolder(file string) error {
	dir := path.Dir(file)
	if dir == w.folder || dir == "." {
		return nil
	}
	err := os.Mkdir(w.site.osPath(dir), 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		err = os.MkdirAll(w.site.osPath(dir), 0o755)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	w.folder = dir
	return nil
}
