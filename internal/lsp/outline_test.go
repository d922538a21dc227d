package lsp

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkvisie/internal/format"
	"wijkvisie/internal/lsp/outline"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// TestTheOutlineIsWhatTheDecoderReads compares the outline of YAML that can be read with what the
// decoder makes of it, for the example and for a sample, as they are and formatted.
func TestTheOutlineIsWhatTheDecoderReads(t *testing.T) {
	files := make(map[string]string)
	for name, data := range sample.Files(3) {
		files[name] = data
	}
	root := "../../content"
	if err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if name, _ := filepath.Rel(root, path); err == nil && (strings.HasSuffix(name, ".md") || name == parse.SiteFile) {
			data, err := os.ReadFile(path)
			files[filepath.ToSlash(name)] = string(data)
			return err
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for name, data := range files {
		kind, ok := parse.KindOf(name)
		if !ok {
			continue
		}
		formatted, err := format.File(source.NewFile(name, []byte(data)), kind)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, data := range []string{data, string(formatted), strings.ReplaceAll(data, "\n", "\r\n")} {
			f := source.NewFile(name, []byte(data))
			start, end := 0, len(data)
			if name != parse.SiteFile {
				front, _, ok := decode.Find(f)
				if !ok {
					t.Fatal(name)
				}
				start, end = front.Start, front.End
			}
			read, problems := decode.AnyYAML(f, start, end)
			if problems.HasErrors() {
				t.Fatal(name, problems)
			}
			want, got := ofTree(read, data), ofOutline(outline.Read(data, start, end), data)
			if got != want {
				t.Fatalf("%s:\n%s\nwant\n%s", name, got, want)
			}
			compared += strings.Count(want, "\n")
		}
	}
	if compared < 1000 {
		t.Errorf("compared %d values only", compared)
	}
}

func ofTree(n *tree.Node, data string) string {
	var b strings.Builder
	var walk func(n *tree.Node, indent string)
	walk = func(n *tree.Node, indent string) {
		switch n.Kind {
		case tree.Nothing:
		case tree.Scalar:
			fmt.Fprintf(&b, "%s%d %q\n", indent, n.Start, strings.TrimRight(data[n.Start:n.End], " \r\n"))
		case tree.List:
			fmt.Fprintf(&b, "%s-\n", indent)
			for _, c := range n.Children {
				walk(c, indent+" ")
			}
		case tree.Mapping:
			fmt.Fprintf(&b, "%s:\n", indent)
			for i := 0; i+1 < len(n.Children); i += 2 {
				fmt.Fprintf(&b, "%s%d %s\n", indent, n.Children[i].Start, n.Children[i].Text)
				walk(n.Children[i+1], indent+" ")
			}
		}
	}
	walk(n, "")
	return b.String()
}

func ofOutline(n *outline.Node, data string) string {
	var b strings.Builder
	var walk func(n *outline.Node, indent string)
	walk = func(n *outline.Node, indent string) {
		switch {
		case n == nil:
		case n.Kind == outline.Scalar:
			fmt.Fprintf(&b, "%s%d %q\n", indent, n.Start, data[n.Start:n.End])
		case n.Kind == outline.List:
			fmt.Fprintf(&b, "%s-\n", indent)
			for _, e := range n.Entries {
				walk(e.Value, indent+" ")
			}
		default:
			fmt.Fprintf(&b, "%s:\n", indent)
			for _, e := range n.Entries {
				fmt.Fprintf(&b, "%s%d %s\n", indent, e.Start, e.Key)
				walk(e.Value, indent+" ")
			}
		}
	}
	walk(n, "")
	return b.String()
}
