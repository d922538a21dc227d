//go:build linux || darwin

package manifest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// manyFiles is a folder of n small files, most of them twelve to a folder.
func manyFiles(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		file := filepath.Join(dir, fmt.Sprintf("wijk-%04d", i/12), fmt.Sprintf("behoefte-%05d.html", i))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("x"), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

const benchFiles = 6000

func BenchmarkScan(b *testing.B) {
	dir := manyFiles(b, benchFiles)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Scan(dir); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAgain reads what was remembered, and sees that it is still so.
func BenchmarkAgain(b *testing.B) {
	dir, name := manyFiles(b, benchFiles), filepath.Join(b.TempDir(), "x.manifest")
	f, err := Scan(dir)
	if err != nil {
		b.Fatal(err)
	}
	if err := (&Manifest{Folders: []*Folder{f}}).Write(name, nil, nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		m, err := Read(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, changed, ok := m.Again([32]byte{}, []string{dir}); !ok || len(changed[0]) > 0 {
			b.Fatal("it changed")
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	dir, name := manyFiles(b, benchFiles), filepath.Join(b.TempDir(), "x.manifest")
	f, err := Scan(dir)
	if err != nil {
		b.Fatal(err)
	}
	m := &Manifest{Folders: []*Folder{f}}
	b.ReportAllocs()
	for b.Loop() {
		if err := m.Write(name, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
