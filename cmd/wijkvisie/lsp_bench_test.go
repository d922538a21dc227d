package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wijkvisie/internal/sample"
)

// BenchmarkEditor measures the time from a change in an editor to the diagnostics of the file.
func BenchmarkEditor(b *testing.B) {
	for name, content := range map[string]string{"example": copyExample(b), "340wijken": sampleFolder(b, 340)} {
		b.Run(name, func(b *testing.B) {
			e := startEditor(b)
			e.initialize(content, struct{}{})
			names, err := filepath.Glob(filepath.Join(content, "wijkvisies", "*.md"))
			if err != nil || len(names) == 0 {
				b.Fatal(err)
			}
			text := readFile(b, names[0])
			uri := e.open(names[0], text)
			e.until(func() bool { return e.found[uri] != nil })
			version := 1
			for b.Loop() {
				version++
				delete(e.found, uri)
				e.change(uri, version, strings.Replace(text, "\ntitel: ", fmt.Sprintf("\ntitel: %d ", version), 1))
				e.until(func() bool { return e.found[uri] != nil })
			}
		})
	}
}

func sampleFolder(b *testing.B, wijken int) string {
	b.Helper()
	dir := b.TempDir()
	for name, data := range sample.Files(wijken) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}
