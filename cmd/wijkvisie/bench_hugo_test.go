package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// findHugo returns the program to compare with, or nothing.
func findHugo() string {
	hugo, err := exec.LookPath("hugo")
	if err != nil {
		return ""
	}
	return hugo
}

// hugoBuild prepares a site of content for Hugo in a new folder, and returns the command
// that builds it, into public. The layouts are in testdata/hugo and the content is copied
// beside them as it is: nothing is worked out for Hugo beforehand.
func hugoBuild(b *testing.B, hugo, content, dir string) *exec.Cmd {
	b.Helper()
	for target, source := range map[string]string{dir: filepath.Join("testdata", "hugo"), filepath.Join(dir, "gemeente"): content} {
		if err := os.CopyFS(target, os.DirFS(source)); err != nil {
			b.Fatal(err)
		}
	}
	return exec.Command(hugo, "--quiet", "--source", dir, "--destination", filepath.Join(dir, "public"), "--cacheDir", filepath.Join(dir, "cache"))
}

// hugoVersion is what Hugo says it is.
func hugoVersion(hugo string) string {
	out, err := exec.Command(hugo, "version").Output()
	if err != nil {
		return "hugo, of an unknown version"
	}
	return string(bytes.TrimSpace(out))
}
