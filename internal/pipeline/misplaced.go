package pipeline

import (
	"maps"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// oneOfKind leaves one message about a file in the folder of another kind of file, which has hardly
// a key that is known there.
func oneOfKind(list diag.List) diag.List {
	unknown := make(map[string][]diag.Diagnostic) // keys at the top, by file
	for _, d := range list {
		if d.Text.Message == diag.KeyUnknown && d.Pos.Place().Column == 1 {
			unknown[d.Path()] = append(unknown[d.Path()], d)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(unknown)) {
		kind, ok := kindWith(unknown[file], path.Dir(file))
		if !ok {
			continue
		}
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Path() == file || followsFrom(d, file, kind.Folder) })
		list = append(list, diag.At(unknown[file][0].Pos, diag.KeysOfOtherKind, kind.Name, kind.Folder).WithHint(diag.MoveFile, kind.Folder+"/"))
	}
	list.Sort()
	return list
}

// fewestKeys is how many keys must be those of another kind for a file to be of that kind.
const fewestKeys = 3

// kindWith returns the only kind of file that has all keys of a file in a folder, in which some are
// unknown.
func kindWith(unknown []diag.Diagnostic, folder string) (kind parse.Kind, ok bool) {
	if len(unknown) < fewestKeys {
		return kind, false
	}
	keys := keysAtTop(unknown[0].Pos.File)
	for _, k := range parse.Kinds() {
		if k.Folder == "" || k.Folder == folder || !hasKeys(k, keys) {
			continue
		}
		if ok {
			return kind, false
		}
		kind, ok = k, true
	}
	return kind, ok
}

func hasKeys(k parse.Kind, keys []string) bool {
	return !slices.ContainsFunc(keys, func(name string) bool {
		return !slices.ContainsFunc(k.Mapping.Keys, func(key parse.Key) bool { return key.Name == name })
	})
}

// keysAtTop returns the keys that are not indented in the front matter of a file.
func keysAtTop(f *source.File) []string {
	var keys []string
	for n := 2; n <= f.Lines(); n++ {
		line := f.Line(n)
		if line == "---" || line == "+++" {
			break
		}
		name, _, ok := strings.Cut(strings.Replace(line, "=", ":", 1), ":")
		if name = strings.TrimRight(name, " "); ok && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") == "" && name[0] != '-' {
			keys = append(keys, name)
		}
	}
	return keys
}

// followsFrom reports whether a diagnostic is there because a file is not in the folder where it
// belongs. One with a suggestion is a mistake of its own.
func followsFrom(d diag.Diagnostic, file, folder string) bool {
	id := strings.TrimSuffix(path.Base(file), ".md")
	switch d.Code() {
	case "unknown-need":
		return d.Hint().Message != diag.DidYouMean && (folder == "wijkvisies" || folder == "wijken")
	case "unknown-commitment":
		return d.Hint().Message != diag.DidYouMean && folder == "programmas"
	case "need-unanswered":
		return folder == "programmas"
	case "unknown-wijk":
		return folder == "wijken" && d.Text.Args[0] == id
	case "unknown-department":
		return folder == "diensten" && d.Text.Args[0] == id
	case "broken-anchor":
		return d.Text.Message == diag.AnchorBroken && d.Text.Args[0] == path.Base(file)
	case "broken-link":
		if len(d.Text.Args) == 0 {
			return false
		}
		target, _ := d.Text.Args[0].(string)
		return city.ParseTarget(d.Path(), target).Path == folder+"/"+path.Base(file)
	}
	return false
}

// oneOfBlock leaves one message about a file whose block of data ends before its last keys: those
// that are missing stand below it.
func oneOfBlock(list diag.List) diag.List {
	missing := make(map[string][]string) // keys, by file
	files := make(map[string]*source.File)
	for _, d := range list {
		if d.Text.Message == diag.KeyMissing && d.Pos.Place().Column == 1 {
			missing[d.Path()] = append(missing[d.Path()], d.Text.Args[0].(string))
			files[d.Path()] = d.Pos.File
		}
	}
	for _, name := range slices.Sorted(maps.Keys(missing)) {
		at, ok := secondBlock(files[name], missing[name])
		if !ok {
			continue
		}
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Path() == name || followsFrom(d, name, path.Dir(name)) })
		list = append(list, diag.At(at, diag.SecondDocument).WithHint(diag.RemoveSecondDocument))
	}
	list.Sort()
	return list
}

// secondBlock returns the first line below the block of data of a file, when that begins with a key
// and one of some keys stands below it.
func secondBlock(f *source.File, missing []string) (at source.Pos, ok bool) {
	n := 2
	for n <= f.Lines() && f.Line(n) != "---" && f.Line(n) != "..." {
		n++
	}
	for n++; n <= f.Lines() && strings.TrimSpace(f.Line(n)) == ""; {
		n++
	}
	first := n
	for ; n <= f.Lines() && f.Line(n) != "---"; n++ {
		key, _, found := strings.Cut(f.Line(n), ":")
		if !found && n == first {
			return source.Pos{}, false
		}
		ok = ok || found && slices.Contains(missing, key)
	}
	if !ok {
		return source.Pos{}, false
	}
	start := f.LineStart(first)
	return f.Pos(start, start+len(f.Line(first))), true
}
