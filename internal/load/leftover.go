package load

import "strings"

// isLeftover reports whether a file or a folder is what an editor, an office program, a version
// control program, a disk station or an operating system leaves behind. Nobody wrote it.
func isLeftover(name string) bool {
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

// isIgnored reports whether a file or a folder of the content is ignored: leftovers, and what
// begins with a dot or an underscore, which authors put aside so.
func isIgnored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || isLeftover(name)
}

// isPrivate reports whether a file or a folder that is to be published as it is begins with a
// dot and is not one that web servers and other sites look for. Such files often hold settings
// or passwords (.env), so they are not published.
func isPrivate(name string) bool {
	switch name {
	case ".well-known", ".nojekyll", ".htaccess", ".domains":
		return false
	}
	return strings.HasPrefix(name, ".")
}
