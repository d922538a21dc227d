// Package theme reads a theme: the templates, stylesheets, scripts and words that a
// site is made with.
//
// A theme is a folder:
//
//	templates/   one template for each kind of page (wijk.html), the layout around
//	             all of them (layout.html), and parts that several pages use, in
//	             files whose names begin with an underscore (_need.html)
//	words/       nl.txt and en.txt: every text of the templates, "key: text"
//	assets/      stylesheets, scripts, pictures; published with a hash of their
//	             bytes in the name
//
// A theme of one's own holds only what it replaces: one template, one
// stylesheet or one word. The rest comes from the built-in theme.
//
// # White space in templates
//
// Templates are those of package html/template. They are written to be read, and
// indented for that. Most white space that serves only the reader is not published:
//
//   - Spaces and tabs at the beginning of a line are dropped.
//   - Blank lines are dropped.
//   - A line that holds nothing but control actions is dropped: if, else, end,
//     range, with, define, block, break, continue and comments, with nothing
//     between them.
//   - Every other line ends in a line break. Where there should be none, "{{-" and
//     "-}}" trim it, as in all templates of Go. Where a line is split between two
//     tags, a comment can do that: {{- /* why */ -}}.
//
// So no two words become one. In an element that shows white space as it is, such as
// pre, only what the program fills in keeps its indentation and blank lines.
//
// # Assets
//
// Stylesheets, scripts, which are modules, and drawings (.css, .js, .svg) are minified
// when the theme is read, and published so. One that the minifier cannot read is
// published as it is.
package theme

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"unicode/utf8"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Theme is a theme that was read. It does not change and may be used from many
// goroutines.
type Theme struct {
	templates *templates
	words     map[string]map[string]string // by language, then key
	assets    []Asset
	files     map[string]*source.File // the templates by name, for the places of mistakes
}

// Load reads the built-in theme, and the one in own, which may be nil, whose files
// replace those of the same name. The error is that of the system; mistakes in the theme
// are in the list.
func Load(builtin, own fs.FS) (*Theme, diag.List, error) {
	l := loader{layers: []fs.FS{builtin}, theme: &Theme{files: make(map[string]*source.File)}}
	if own != nil {
		l.layers = append(l.layers, own)
	}
	for _, step := range []func() error{l.checkTop, l.readTemplates, l.readWords, l.readAssets} {
		if err := step(); err != nil {
			return nil, nil, fmt.Errorf("reading the theme: %w", err)
		}
	}
	return l.theme, l.problems, nil
}

// With returns the theme with an asset more, behind the others, or in the place of the one
// of that name. It is published as it is.
func (t *Theme) With(name string, data []byte) *Theme {
	copied := *t
	copied.assets = slices.DeleteFunc(slices.Clone(t.assets), func(a Asset) bool { return a.Name == name })
	copied.assets = append(copied.assets, Asset{name, hashed(name, data), data})
	return &copied
}

// loader reads the layers of a theme, the built-in one first.
type loader struct {
	layers   []fs.FS
	theme    *Theme
	problems diag.List

	builtInWords map[string]map[string]string // by language, then key
}

// layered returns the files of a folder by name. Those of a layer replace those of
// earlier layers.
func (l *loader) layered(dir string) (names []string, files map[string]*source.File, err error) {
	files = make(map[string]*source.File)
	for i := range l.layers {
		of, err := l.layer(i, dir)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range of {
			name := path.Base(f.Path)
			if files[name] == nil {
				names = append(names, name)
			}
			files[name] = f
		}
	}
	slices.Sort(names)
	return names, files, nil
}

// layer returns the files of a folder of one layer. Those of a theme of one's own that are not
// read are reported.
func (l *loader) layer(i int, dir string) ([]*source.File, error) {
	entries, err := list(l.layers[i], dir)
	if err != nil {
		return nil, err
	}
	var files []*source.File
	for _, e := range entries {
		if ignored(e.Name()) {
			continue
		}
		if d, unread := l.unread(dir, e, entries); i > 0 && unread {
			l.problems = append(l.problems, d)
			continue
		}
		data, err := fs.ReadFile(l.layers[i], path.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		f := source.NewFile(path.Join(dir, e.Name()), data)
		if i > 0 && isText(e.Name()) && !utf8.Valid(data) {
			l.problems = append(l.problems, notUTF8(f))
			continue
		}
		files = append(files, f)
	}
	return files, nil
}

// isText reports whether a file of a theme is text, by its name.
func isText(name string) bool {
	return slices.Contains([]string{pageExtension, wordsExtension, ".css", ".js", ".svg"}, path.Ext(name))
}

// notUTF8 returns the diagnostic of a text that is not UTF-8, at the first such place.
func notUTF8(f *source.File) diag.Diagnostic {
	at := 0
	for {
		r, n := utf8.DecodeRune(f.Data[at:])
		if r == utf8.RuneError && n == 1 {
			return diag.At(f.Pos(at, at+1), diag.ThemeNotText).WithHint(diag.SaveAsUTF8)
		}
		at += n
	}
}

// builtIn reports whether the files of a folder have the bytes of those of the built-in
// theme. A theme of one's own may hold copies of them.
func (l *loader) builtIn(dir string, files map[string]*source.File) bool {
	for name, f := range files {
		data, err := fs.ReadFile(l.layers[0], path.Join(dir, name))
		if err != nil || !bytes.Equal(data, f.Data) {
			return false
		}
	}
	return true
}
