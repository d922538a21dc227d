package lsp

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"wijkvisie/internal/parse"
)

// document is a file that is open in the client.
type document struct {
	documentID
	path    string   // on disk; empty of one that was never saved there
	name    string   // from the content folder
	project *project // nil of a file that is not in a content folder
	text    *text
}

// kind returns the kind of file that the document is, not ok when it is none.
func (d *document) kind() (parse.Kind, bool) { return parse.KindOf(d.name) }

func (s *server) didOpen(_ context.Context, p openParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &document{documentID: p.TextDocument.documentID, text: newText(p.TextDocument.Text, s.encoding)}
	d.path, _ = pathOf(d.URI)
	s.documents[d.URI] = d
	s.assign(d)
	if filepath.Base(d.path) == parse.SiteFile {
		for _, other := range s.documents { // which may be beside a site.yaml that is not on disk
			if other.project == nil {
				s.assign(other)
			}
		}
	}
	return nil, nil
}

// assign finds the project of a document, and has that check it.
func (s *server) assign(d *document) {
	if d.path == "" {
		return
	}
	for folder, p := range s.projects {
		if name, ok := within(folder, d.path); ok {
			d.project, d.name = p, name
			break
		}
	}
	if folder, ok := s.folderOf(d.path); ok && d.project == nil {
		if d.project = s.open(folder); d.project != nil {
			d.name, _ = within(folder, d.path)
		}
	}
	d.changed()
}

// folderOf returns the content folder that a file is in: that of its site.yaml.
func (s *server) folderOf(path string) (string, bool) {
	if s.opt.Folder != "" {
		return "", false
	}
	folder := filepath.Dir(path)
	if filepath.Base(path) == parse.SiteFile {
		return folder, true
	}
	if !slices.ContainsFunc(parse.Kinds(), func(k parse.Kind) bool { return k.Folder == filepath.Base(folder) }) {
		return "", false
	}
	folder = filepath.Dir(folder)
	site := filepath.Join(folder, parse.SiteFile)
	for _, d := range s.documents {
		if d.path == site {
			return folder, true
		}
	}
	return folder, isFile(site)
}

// within returns the path of a file from a folder, with forward slashes; not ok when it is not in
// the folder. Links on the way to both may be followed.
func within(folder, path string) (name string, ok bool) {
	if name, err := filepath.Rel(folder, path); err == nil && filepath.IsLocal(name) {
		return filepath.ToSlash(name), true
	}
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", false
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", false
	}
	name, err = filepath.Rel(real, filepath.Join(dir, filepath.Base(path)))
	return filepath.ToSlash(name), err == nil && filepath.IsLocal(name)
}

// changed has the project check the text of the document.
func (d *document) changed() {
	if d.project == nil {
		return
	}
	d.project.texts[d.name] = openedText{overlaid{[]byte(d.text.data), time.Now()}, d.documentID}
	d.project.changed()
}

func (s *server) didChange(_ context.Context, p changeParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil, nil
	}
	for _, c := range p.ContentChanges {
		data := c.Text
		if c.Range != nil {
			start, end := d.text.offset(c.Range.Start), d.text.offset(c.Range.End)
			data = d.text.data[:start] + c.Text + d.text.data[max(start, end):]
		}
		d.text = newText(data, s.encoding)
	}
	d.Version = p.TextDocument.Version
	d.changed()
	return nil, nil
}

func (s *server) didClose(_ context.Context, p documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	delete(s.documents, p.TextDocument.URI)
	if d != nil && d.project != nil {
		delete(d.project.texts, d.name)
		d.project.changed()
	}
	return nil, nil
}

func (s *server) didSave(_ context.Context, p documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.documents[p.TextDocument.URI]; d != nil && d.project != nil {
		d.project.changed()
	}
	return nil, nil
}

// didChangeFiles checks the projects in which files changed on disk.
func (s *server) didChangeFiles(_ context.Context, p changeFilesParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for folder, project := range s.projects {
		if slices.ContainsFunc(p.Changes, func(c fileEvent) bool {
			path, ok := pathOf(c.URI)
			if ok {
				_, ok = within(folder, path)
			}
			return ok
		}) {
			project.changed()
		}
	}
	return nil, nil
}

// document returns a document that is open, as it is now; nil when it is not open or not in a
// content folder.
func (s *server) document(uri string) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[uri]
	if d == nil || d.project == nil {
		return nil
	}
	now := *d
	return &now
}
