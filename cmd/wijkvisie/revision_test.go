package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestMayBeInRepository(t *testing.T) {
	t.Setenv("GIT_DIR", "")
	top := t.TempDir()
	if mayBeInRepository(top) {
		t.Skip("the folder for temporary files is in a repository")
	}
	for _, dir := range []string{"none/content", "work/.git", "work/content", "tree/content", "bare/content"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"tree/.git", "bare/HEAD"} { // as a working tree beside another has, and a submodule
		if err := os.WriteFile(filepath.Join(top, file), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	folders := map[string]bool{
		"none/content": false, "none": false,
		"work": true, "work/content": true,
		"tree/content": true, "bare/content": true,
		"nowhere": true, // git says what is wrong
	}
	if err := os.Symlink(filepath.Join(top, "work", "content"), filepath.Join(top, "none", "linked")); err == nil {
		folders["none/linked"] = true
	}
	for folder, want := range folders {
		if got := mayBeInRepository(filepath.Join(top, folder)); got != want {
			t.Errorf("%s: %v, want %v", folder, got, want)
		}
	}
	t.Setenv("GIT_DIR", filepath.Join(top, "work", ".git"))
	if !mayBeInRepository(filepath.Join(top, "none")) {
		t.Error("a repository that the environment names is not asked")
	}
}
