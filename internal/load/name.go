package load

import (
	"path"
	"slices"
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

// renamed returns the diagnostic of a file that has to have another name. When there is a file of
// that name already, it is a copy.
func renamed(name, better string, all siblings) diag.Diagnostic {
	if all.hasBeside(path.Base(name), better) {
		return copyFound(name, better, true)
	}
	return diag.InFile(name, diag.ExtensionUnknown, path.Base(name)).WithHint(diag.RenameFile, better)
}

// unknownExtension returns the diagnostic of a file that is not Markdown in a folder of records.
func unknownExtension(name string, all siblings) diag.Diagnostic {
	d := diag.InFile(name, diag.ExtensionUnknown, path.Base(name))
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".md", ".markdown", ".mdown", ".mkd", ".txt", "":
		stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
		return renamed(name, strings.TrimSuffix(stem, ".md")+".md", all) // oost.md.txt is oost.md
	case ".docx", ".doc", ".odt", ".rtf":
		switch path.Dir(name) {
		case "wijkvisies":
			return d.WithHint(diag.ImportVision)
		case "programmas":
			return d.WithHint(diag.ImportProgramme)
		}
		return d.WithHint(diag.UseMarkdown)
	case ".pdf", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip", ".mp3", ".mp4":
		return d.WithHint(diag.MoveFile, mediaFolder+"/")
	}
	if isPicture(name) {
		return d.WithHint(diag.MoveFile, mediaFolder+"/")
	}
	return d
}

// unknownRootFile returns the diagnostic of a file at the top that is not read.
func unknownRootFile(name string, all siblings) diag.Diagnostic {
	ext := path.Ext(name)
	if strings.EqualFold(strings.TrimSuffix(name, ext), "site") && slices.Contains([]string{"", ".yaml", ".yml", ".json", ".txt"}, strings.ToLower(ext)) {
		return renamed(name, siteFile, all) // JSON is YAML
	}
	d := diag.InFile(name, diag.FileUnknown, name)
	if isMarkdown(name) {
		return d.WithHint(diag.MoveRecord)
	}
	return d
}

// unknownMapFile returns the diagnostic of a file beside the map that is not read.
func unknownMapFile(name string, all siblings) diag.Diagnostic {
	switch ext := path.Ext(name); {
	case isMap(ext) && strings.EqualFold(strings.TrimSuffix(name, ext), strings.TrimSuffix(mapFile, path.Ext(mapFile))):
		return renamed(name, path.Base(mapFile), all)
	case isMap(ext) && all.maps() == 1:
		return renamed(name, path.Base(mapFile), all)
	}
	return diag.InFile(name, diag.FileUnknown, name).WithHint(diag.ExportMap)
}

// isMap reports whether an extension is one that GeoJSON may have.
func isMap(ext string) bool {
	return strings.EqualFold(ext, ".geojson") || strings.EqualFold(ext, ".json")
}
