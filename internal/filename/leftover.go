package filename

import "strings"

// Leftover reports whether a file or a folder is what an editor, an office program, a version
// control program, a disk station or an operating system leaves behind. Nobody wrote it.
func Leftover(name string) bool {
	switch name {
	case "desktop.ini", "Thumbs.db", "ehthumbs.db", "Icon\r", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "__MACOSX",
		".DS_Store", ".localized", ".directory", ".git", ".gitkeep", ".keep", ".gitignore", ".gitattributes",
		".Spotlight-V100", ".Trashes", ".fseventsd", ".TemporaryItems", ".apdisk":
		return true
	}
	for _, prefix := range []string{"~$", "._", ".#", ".~", ".Trash-", ".nfs", ".fuse_hidden"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	for _, suffix := range []string{"~", ".swp", ".swo", ".swx", ".orig", ".rej", ".tmp"} {
		if strings.HasSuffix(name, suffix) && name != suffix {
			return true
		}
	}
	return len(name) > 1 && strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}
