package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRepositoryAbove(t *testing.T) {
	top := t.TempDir()
	at := func(path string) string { return filepath.Join(top, filepath.FromSlash(path)) }
	there := map[string]bool{at("work/.git"): true, at("bare/HEAD"): true}
	for folder, want := range map[string]bool{
		"none": false, "none/content": false, "works/content": false,
		"work": true, "work/content": true, "work/a/b": true,
		"bare": true, "bare/content": true,
	} {
		if got := repositoryAbove(at(folder), func(name string) bool { return there[name] }); got != want {
			t.Errorf("%s: %v, want %v", folder, got, want)
		}
	}
}

func TestMayBeInRepository(t *testing.T) {
	t.Setenv("GIT_DIR", "")
	top := t.TempDir()
	for _, dir := range []string{"none", "work/.git", "work/content", "tree/content"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	// As a working tree beside another has, and a submodule.
	if err := os.WriteFile(filepath.Join(top, "tree", ".git"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	folders := []string{"work", "work/content", "tree/content", "nowhere"} // of the last git says what is wrong
	if err := os.Symlink(filepath.Join(top, "work", "content"), filepath.Join(top, "none", "linked")); err == nil {
		folders = append(folders, "none/linked")
	}
	for _, folder := range folders {
		if !mayBeInRepository(filepath.Join(top, folder)) {
			t.Errorf("git is not asked about %s", folder)
		}
	}
	t.Setenv("GIT_DIR", filepath.Join(top, "work", ".git"))
	if !mayBeInRepository(filepath.Join(top, "none")) {
		t.Error("a repository that the environment names is not asked")
	}
}
