package theme

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/source"
)

// folders returns the folders of a theme.
func folders() []string { return []string{"templates", "words", "assets"} }

// checkFolders reports the folders of a theme of one's own that are not read, and that have nearly
// the name of one that is.
func (l *loader) checkFolders() error {
	for _, own := range l.layers[1:] {
		entries, err := fs.ReadDir(own, ".")
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !e.IsDir() || ignored(e.Name()) || slices.Contains(folders(), e.Name()) {
				continue
			}
			if near, ok := diag.Nearest(strings.ToLower(e.Name()), folders()); ok {
				l.problems = append(l.problems, diag.InFile(e.Name(), diag.ThemeFolderUnknown, e.Name()).WithHint(diag.RenameFolder, e.Name(), near))
			}
		}
	}
	return nil
}

// isOwn reports whether a file is not one of the built-in theme.
func (l *loader) isOwn(f *source.File) bool {
	data, err := fs.ReadFile(l.layers[0], f.Path)
	return err != nil || !bytes.Equal(data, f.Data)
}

// Elements with scripts within the page, which browsers do not run: the pages of the site allow
// scripts in files only.
var (
	scriptElement = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)<script\b[^>]*>`) })
	scriptInFile  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\bsrc\s*=|\btype\s*=\s*["']?application/`) })
	handler       = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)<[a-z][^<>]*\s(on[a-z]+)\s*=`) })
)

// checkScripts reports scripts and handlers in a template of one's own that browsers will not run.
func (l *loader) checkScripts(f *source.File) {
	if !l.isOwn(f) {
		return
	}
	for _, m := range scriptElement().FindAllIndex(f.Data, -1) {
		if !scriptInFile().Match(f.Data[m[0]:m[1]]) {
			l.problems = append(l.problems, diag.At(f.Pos(m[0], m[1]), diag.ScriptInline))
		}
	}
	for _, m := range handler().FindAllSubmatchIndex(f.Data, -1) {
		l.problems = append(l.problems, diag.At(f.Pos(m[2], m[3]), diag.HandlerInline, string(f.Data[m[2]:m[3]])))
	}
}

// checkWord reports a text of a theme of one's own with a key that no template asks for, or with a
// name in braces that the program does not fill in.
func (l *loader) checkWord(lang, key, text string, pos source.Pos) {
	known := false
	var names []string
	for _, words := range l.builtInWords {
		if of, ok := words[key]; ok {
			known = true
			names = append(names, namesIn(lang, of)...)
		}
	}
	switch {
	case known:
		for _, name := range namesIn(lang, text) {
			if !slices.Contains(names, name) {
				d := diag.At(pos, diag.WordUnfilled, key, "{"+name+"}")
				if near, ok := diag.Nearest(name, names); ok {
					d = d.WithHint(diag.DidYouMean, "{"+near+"}")
				}
				l.problems = append(l.problems, d)
			}
		}
	case !l.asksFor(key):
		d := diag.At(pos, diag.WordUnknown, key)
		keys := slices.Sorted(maps.Keys(l.builtInWords["nl"]))
		if near, ok := diag.Nearest(key, keys); ok {
			d = d.WithHint(diag.DidYouMean, near)
		}
		l.problems = append(l.problems, d)
	}
}

// namesIn returns the names in braces that the program fills in.
func namesIn(lang, text string) []string {
	var names []string
	for i, part := range splitText(noun.Of(lang, nil).Fill(text)) {
		if i%2 == 1 {
			names = append(names, part)
		}
	}
	return names
}

// asksFor reports whether a template of one's own asks for a text.
func (l *loader) asksFor(key string) bool {
	base := strings.TrimSuffix(strings.TrimSuffix(key, oneForm), otherForm)
	for _, f := range l.theme.files {
		if l.isOwn(f) && path.Dir(f.Path) == "templates" && bytes.Contains(f.Data, []byte(base)) {
			return true
		}
	}
	return false
}
