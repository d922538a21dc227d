package theme

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/filename"
)

// folders returns the folders of a theme.
func folders() []string { return []string{templateFolder, wordsFolder, assetFolder} }

// The folders of a theme.
const (
	templateFolder = "templates"
	wordsFolder    = "words"
	assetFolder    = "assets"
)

// checkTop reports the folders of a theme of one's own that have nearly the name of one that is
// read, the files that belong in a folder, and a theme in which nothing is read.
func (l *loader) checkTop() error {
	for _, own := range l.layers[1:] {
		entries, err := list(own, ".")
		if err != nil {
			return err
		}
		empty := true
		for _, e := range entries {
			switch d, unread := l.unreadAtTop(e); {
			case ignored(e.Name()):
			case unread:
				l.problems = append(l.problems, d)
				empty = false
			case slices.Contains(folders(), e.Name()):
				empty = false
			}
		}
		if empty {
			l.problems = append(l.problems, diag.InFile(".", diag.ThemeEmpty))
		}
	}
	return nil
}

// unreadAtTop returns the diagnostic of a folder or a file at the top that was probably meant to
// be read. Others may be what belongs to a theme and is no part of it, as its licence.
func (l *loader) unreadAtTop(e fs.DirEntry) (d diag.Diagnostic, unread bool) {
	name := e.Name()
	if e.IsDir() {
		near, ok := diag.Nearest(strings.ToLower(name), folders())
		if !ok || near == name {
			return d, false
		}
		return diag.InFile(name, diag.ThemeFolderUnknown, name).WithHint(diag.RenameFolder, name, near), true
	}
	for _, dir := range folders() {
		if name == dir {
			return diag.InFile(name, diag.ThemeNotAFolder, name), true
		}
		if l.hasBuiltIn(dir, strings.ToLower(name)) {
			return diag.InFile(name, diag.ThemeFileUnknown, name).WithHint(diag.MoveFile, dir+"/"), true
		}
	}
	return d, false
}

// unread returns the diagnostic of a file or a folder in a folder of one's own that is not read.
// The others in that folder are its siblings.
func (l *loader) unread(dir string, e fs.DirEntry, siblings []fs.DirEntry) (d diag.Diagnostic, unread bool) {
	name := e.Name()
	file := path.Join(dir, name)
	has := func(name string) bool {
		return slices.ContainsFunc(siblings, func(e fs.DirEntry) bool { return strings.EqualFold(e.Name(), name) }) || l.hasBuiltIn(dir, name)
	}
	switch original, copied := filename.Original(name, has); {
	case e.IsDir():
		return diag.InFile(file, diag.ThemeFolderInside, file, dir), true
	case !e.Type().IsRegular():
		return diag.InFile(file, diag.ThemeNotAFile, file), true
	case copied:
		return diag.InFile(file, diag.ThemeCopyFound, name, original), true
	case dir == assetFolder, l.hasBuiltIn(dir, name), dir == templateFolder && isShared(name):
		return d, false
	}
	d = diag.InFile(file, diag.ThemeFileUnknown, file)
	if near, ok := l.meant(dir, name); ok {
		d = d.WithHint(diag.RenameFile, near)
	}
	return d, true
}

// meant returns the name of the file of the built-in theme that one of one's own was probably
// meant to replace.
func (l *loader) meant(dir, name string) (near string, ok bool) {
	stem, names := strings.ToLower(strings.TrimSuffix(name, path.Ext(name))), l.builtInNames(dir)
	if dir == templateFolder {
		return diag.Nearest(stem+pageExtension, slices.DeleteFunc(names, func(name string) bool { return strings.HasPrefix(name, "_") }))
	}
	near = stem + wordsExtension
	return near, slices.Contains(names, near)
}

func (l *loader) builtInNames(dir string) []string {
	entries, _ := fs.ReadDir(l.layers[0], dir)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

func (l *loader) hasBuiltIn(dir, name string) bool { return slices.Contains(l.builtInNames(dir), name) }

// list returns what is in a folder of a layer, nothing when there is no such folder. Links are
// what they lead to; one that leads to nothing within the theme is not regular.
func list(layer fs.FS, dir string) ([]fs.DirEntry, error) {
	if info, err := fs.Stat(layer, dir); !errors.Is(err, fs.ErrPermission) && (err != nil || !info.IsDir()) {
		return nil, nil
	}
	entries, err := fs.ReadDir(layer, dir)
	for i, e := range entries {
		if e.Type()&fs.ModeSymlink == 0 {
			continue
		}
		if info, err := fs.Stat(layer, path.Join(dir, e.Name())); err == nil {
			entries[i] = fs.FileInfoToDirEntry(info)
		}
	}
	return entries, err
}

// ignored reports whether a file is hidden, or one that programs leave behind.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || filename.Leftover(name)
}
