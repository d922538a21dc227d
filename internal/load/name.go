package load

import (
	"path"
	"strings"

	"wijkvisie/internal/diag"
)

func isMarkdown(name string) bool { return path.Ext(name) == ".md" }

// isPicture reports whether a name is that of a picture, of a kind that browsers show or not.
func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".heic", ".bmp", ".tif", ".tiff":
		return true
	}
	return false
}

func isStylesheet(name string) bool { return path.Ext(name) == ".css" }

// nameless returns the diagnostic of a file of which the name is only an extension.
func nameless(dir string) diag.Diagnostic {
	return diag.InFile(path.Join(dir, namelessFile), diag.FileNameless).WithHint(diag.RenameFile, "oost.md")
}

// copyFound returns the diagnostic of a file that is a copy of another one, which may be gone.
func copyFound(name, original string, exists bool) diag.Diagnostic {
	d := diag.InFile(name, diag.CopyFound, path.Base(name), original)
	if !exists {
		return d.WithHint(diag.RenameFile, strings.ToLower(original))
	}
	return d
}

// unknownExtension returns the diagnostic of a file that is not Markdown in a folder of records.
func unknownExtension(name string) diag.Diagnostic {
	d := diag.InFile(name, diag.ExtensionUnknown, path.Base(name))
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".md", ".markdown", ".mdown", ".mkd", ".txt", "":
		stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
		return d.WithHint(diag.RenameFile, strings.TrimSuffix(stem, ".md")+".md") // oost.md.txt is oost.md
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
