package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"wijkvisie/internal/diag"
)

// followedFolder is a folder of which the path may lead to another at any time.
type followedFolder struct {
	path string
	root *os.Root // what the path led to; nil before it was opened
}

// open opens the folder that the path leads to now, unless it is the one that is open.
// replaced reports whether it is another. The former one is closed by its finalizer (package
// os), because a version of the site that somebody looks at may still read it.
func (f *followedFolder) open() (replaced bool, err error) {
	now, err := os.Stat(f.path)
	if err != nil {
		return false, err
	}
	if f.root != nil {
		if was, err := f.root.Stat("."); err == nil && os.SameFile(was, now) {
			return false, nil
		}
	}
	root, err := openRoot(f.path)
	if err != nil {
		return false, err
	}
	replaced, f.root = f.root != nil, root
	return replaced, nil
}

// siteFolders are the folders that a preview is made of. Their paths are absolute, because
// the working folder may be replaced too.
type siteFolders struct {
	content followedFolder
	theme   followedFolder // zero for the built-in theme
	themes  []string       // where the theme may be, the first that exists
	builtIn bool           // without such a folder, the built-in theme is used
}

func newSiteFolders(opt *options) (siteFolders, error) {
	f := siteFolders{builtIn: opt.theme == defaultTheme}
	var err error
	if f.content.path, err = filepath.Abs(opt.content); err != nil {
		return f, err
	}
	for _, dir := range themeFolders(opt) {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return f, err
		}
		f.themes = append(f.themes, dir)
	}
	f.theme.path = firstFolder(f.themes)
	return f, nil
}

// paths returns the paths of all folders, whether they exist or not.
func (f *siteFolders) paths() []string { return append([]string{f.content.path}, f.themes...) }

// open opens the folders that the paths lead to now. replaced reports whether the content is
// another folder than before. The error is a folderError.
func (f *siteFolders) open() (replaced bool, err error) {
	if dir := firstFolder(f.themes); dir != "" {
		f.theme.path = dir
	} else if f.builtIn {
		f.theme = followedFolder{}
	}
	if f.theme.path != "" {
		if _, err := f.theme.open(); err != nil {
			return false, folderError{f.theme.path, err}
		}
	}
	if replaced, err = f.content.open(); err != nil {
		return false, folderError{f.content.path, err}
	}
	return replaced, nil
}

// folderError is a folder of the site that cannot be read.
type folderError struct {
	path string
	error
}

// say says in a sentence why the folder cannot be read.
func (e folderError) say(lang diag.Lang) string {
	switch {
	case errors.Is(e.error, fs.ErrNotExist):
		return say(lang, sayFolderGone, e.path)
	case isNoFolder(e.path):
		return say(lang, sayFolderNone, e.path)
	case errors.Is(e.error, fs.ErrPermission):
		return say(lang, sayFolderClosed, e.path)
	default:
		return say(lang, sayFolderUnread, e.path, e.error)
	}
}

var (
	sayFolderGone   = phrase{"De map %s is er niet meer. De laatste pagina’s blijven staan; zodra de map terug is, gaat het vanzelf verder.", "The folder %s is gone. The last pages stay; everything carries on once the folder is back."}
	sayFolderNone   = phrase{"%s is nu geen map. De laatste pagina’s blijven staan; zodra de map terug is, gaat het vanzelf verder.", "%s is no longer a folder. The last pages stay; everything carries on once the folder is back."}
	sayFolderClosed = phrase{"De map %s mag niet worden gelezen. De laatste pagina’s blijven staan; zodra dat wel mag, gaat het vanzelf verder.", "The folder %s may not be read. The last pages stay; everything carries on once it may."}
	sayFolderUnread = phrase{"De map %s kan niet worden gelezen (%v). De laatste pagina’s blijven staan; zodra dat wel kan, gaat het vanzelf verder.", "The folder %s cannot be read (%v). The last pages stay; everything carries on once it can."}
	sayFolderBack   = phrase{"De map %s is er weer.", "The folder %s is back."}
)
