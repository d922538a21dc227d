package theme

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/source"
)

// isOwn reports whether a file is not one of the built-in theme.
func (l *loader) isOwn(f *source.File) bool {
	data, err := fs.ReadFile(l.layers[0], f.Path)
	return err != nil || !bytes.Equal(data, f.Data)
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
		if l.isOwn(f) && path.Dir(f.Path) == templateFolder && bytes.Contains(f.Data, []byte(base)) {
			return true
		}
	}
	return false
}
