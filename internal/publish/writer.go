package publish

import (
	"errors"
	"io/fs"
)

// fileWriter makes files of a new site, one after another, with the same buffers.
type fileWriter struct {
	spool   *spool
	old     oldSite
	compare comparer
	folders folderCache
}

// newFileWriter returns the writer of one worker.
func newFileWriter(site *newSite, worker int) *fileWriter {
	return &fileWriter{
		spool:   newSpool(site.work.root, worker),
		old:     site.old,
		folders: folderCache{root: site.root},
	}
}

// close closes the folder that the writer has open.
func (w *fileWriter) close() { w.folders.close() }

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
func (w *fileWriter) save(path string) (old fs.FileInfo, err error) {
	content, err := w.spool.reader()
	if err != nil {
		return nil, err
	}
	old, err = w.old.find(path, w.spool.size, content, &w.compare)
	if err != nil || old != nil {
		return old, err
	}
	if err := w.folders.makeFor(path); err != nil {
		return nil, err
	}
	if w.spool.file != nil {
		return nil, w.spool.moveTo(path)
	}
	folder, rest, err := w.folders.resolve(path)
	if err != nil {
		return nil, err
	}
	return nil, folder.WriteFile(rest, w.spool.buffer.Bytes(), 0o644)
}
