package load

import (
	"path"
	"strings"

	"wijkvisie/internal/diag"
)

// ignored reports whether a name is ignored: hidden files, and what editors and office programs
// leave behind.
func ignored(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), // .git, .DS_Store, .#lock, .x.swp
		strings.HasPrefix(name, "_"),
		strings.HasPrefix(name, "~$"),
		strings.HasSuffix(name, "~"),
		strings.HasSuffix(name, ".swp"),
		len(name) > 1 && strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"):
		return true
	}
	return false
}

func isMarkdown(name string) bool { return path.Ext(name) == ".md" }

func isStylesheet(name string) bool { return path.Ext(name) == ".css" }

// unknownFolder returns the diagnostic of a folder that is not read.
func unknownFolder(dir string) diag.Diagnostic {
	d := diag.InFile(dir, diag.FolderUnknown, dir)
	if meant, ok := diag.Nearest(strings.ToLower(path.Base(dir)), folders()); ok && path.Dir(dir) == "." {
		return d.WithHint(diag.DidYouMean, meant+"/")
	}
	return d
}

// unknownExtension returns the diagnostic of a file that is not Markdown in a folder of records.
func unknownExtension(name string) diag.Diagnostic {
	d := diag.InFile(name, diag.ExtensionUnknown, path.Base(name))
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".md", ".markdown", ".mdown", ".mkd", ".txt", "":
		return d.WithHint(diag.RenameFile, strings.TrimSuffix(path.Base(name), path.Ext(name))+".md")
	case ".docx", ".doc", ".odt", ".rtf":
		return d.WithHint(diag.UseMarkdown)
	default:
		return d.WithHint(diag.MoveFile, mediaFolder+"/")
	}
}

// unknownRootFile returns the diagnostic of a file at the top that is not read.
func unknownRootFile(name string) diag.Diagnostic {
	switch stem := strings.TrimSuffix(name, path.Ext(name)); {
	case strings.EqualFold(name, siteFile), strings.EqualFold(stem, "site"):
		return diag.InFile(name, diag.ExtensionUnknown, name).WithHint(diag.RenameFile, siteFile)
	}
	return diag.InFile(name, diag.FileUnknown, name)
}

// unknownMapFile returns the diagnostic of a file beside the map that is not read.
func unknownMapFile(name string) diag.Diagnostic {
	if strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), strings.TrimSuffix(mapFile, path.Ext(mapFile))) {
		return diag.InFile(name, diag.ExtensionUnknown, path.Base(name)).WithHint(diag.RenameFile, path.Base(mapFile))
	}
	return diag.InFile(name, diag.FileUnknown, name)
}
