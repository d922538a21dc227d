package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/diag"
)

// unknownFolder returns the diagnostic of a folder that is not read, with what is in it.
func (w *walker) unknownFolder(dir string) diag.Diagnostic {
	d := diag.InFile(dir, diag.FolderUnknown, dir)
	if unread := w.namesIn(dir); len(unread) > 0 {
		d = diag.InFile(dir, diag.FolderUnread, dir, len(unread), firstOf(unread))
	}
	if path.Dir(dir) != "." {
		return d.WithHint(diag.LeaveFolder)
	}
	switch meant, exists := w.meant(dir); {
	case meant == "":
		return d
	case exists:
		return d.WithHint(diag.MoveContents, meant)
	default:
		return d.WithHint(diag.RenameFolder, dir, meant)
	}
}

// meant returns the folder that one at the top was probably meant to be, empty when there is no
// such, and whether that folder exists too. Beside an existing one only a name that differs by
// a letter or two is a mistake: wijken-oud has what somebody put aside.
func (w *walker) meant(dir string) (meant string, exists bool) {
	name := strings.ToLower(dir)
	meant, ok := diag.Nearest(name, folders())
	if !ok {
		i := slices.IndexFunc(folders(), func(folder string) bool {
			rest, ok := strings.CutPrefix(name, folder)
			next, _ := utf8.DecodeRuneInString(rest)
			return ok && !unicode.IsLetter(next)
		})
		if i < 0 {
			return "", false
		}
		meant = folders()[i]
	}
	info, err := fs.Stat(w.fsys, meant)
	exists = err == nil && info.IsDir()
	if differ := len(name) - len(meant); exists && (differ < -2 || differ > 2) {
		return "", true
	}
	return meant, exists
}

// namesIn returns the names in a folder, of folders with a slash.
func (w *walker) namesIn(dir string) []string {
	entries, _ := fs.ReadDir(w.fsys, dir) // what cannot be listed is not read either
	var names []string
	for _, e := range entries {
		switch {
		case isIgnored(e.Name()):
		case e.IsDir():
			names = append(names, e.Name()+"/")
		default:
			names = append(names, e.Name())
		}
	}
	return names
}

// firstOf returns the first few names.
func firstOf(names []string) []string {
	const most = 5
	if len(names) <= most {
		return names
	}
	return append(slices.Clone(names[:most]), "…")
}
