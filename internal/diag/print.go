package diag

import (
	"io"
	"path"
	"path/filepath"
	"slices"
)

// Format is a form in which a list is printed.
type Format uint8

// The formats.
const (
	FormatText   Format = iota // for people
	FormatJSON                 // one array, for tools
	FormatGitHub               // workflow commands of GitHub Actions
	FormatSARIF                // SARIF 2.1.0, for code scanning
	FormatGitLab               // a report of GitLab Code Quality
)

// Formats returns the names of the formats, in their order.
func Formats() []string { return []string{"text", "json", "github", "sarif", "gitlab"} }

// ParseFormat returns the format of a name.
func ParseFormat(name string) (Format, bool) {
	i := slices.Index(Formats(), name)
	return Format(max(i, 0)), i >= 0
}

// PrintOptions say how a list is printed.
type PrintOptions struct {
	Format Format
	Lang   Lang
	Color  bool   // of text
	Prefix string // the content folder as seen from the working directory; JSON leaves it out
	Theme  string // the theme's folder likewise, for what is wrong in its files
	Table  string // the table that is imported, which is in none of these
	// Most is how many diagnostics of one code are printed as text before the others are
	// counted; 0 prints all. The other formats always have all.
	Most int
}

// Print writes a sorted list. The error is that of w.
func Print(w io.Writer, l List, opt PrintOptions) error {
	switch opt.Format {
	case FormatJSON:
		return printJSON(w, l, opt)
	case FormatGitHub:
		return printGitHub(w, l, opt)
	case FormatSARIF:
		return printSARIF(w, l, opt)
	case FormatGitLab:
		return printGitLab(w, l, opt)
	default:
		return printText(w, l, opt)
	}
}

// path returns the path of a diagnostic's file as seen from the working directory, with
// forward slashes.
func (opt PrintOptions) path(d Diagnostic) string {
	if opt.Table != "" && d.Path() == opt.Table {
		return d.Path()
	}
	folders := [...]string{contentFolder: opt.Prefix, themeFolder: opt.Theme, workingFolder: ""}
	return path.Join(filepath.ToSlash(folders[d.Text.Message.folder()]), d.Path())
}
