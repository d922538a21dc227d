package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/diag"
)

func TestFormsAreForThisMachine(t *testing.T) {
	for _, args := range [][]string{
		{"--share"}, {"--share", "--addr", "0.0.0.0:0"}, {"--addr", "0.0.0.0:0"}, {"--addr", ":0"}, {"--addr", "192.0.2.1:0"}, {"--host", "wijk.test"},
	} {
		var out, errs strings.Builder
		code := run(t.Context(), environment{args: append([]string{"serve", "--edit", "--content", "../../content"}, args...), stdout: &out, stderr: &errs, getenv: os.Getenv, now: time.Now})
		if code != statusUsage || !strings.Contains(errs.String(), "--edit") || out.String() != "" {
			t.Errorf("%q: %d %s%s", args, code, &out, &errs)
		}
	}
}

func TestAWrongAddressIsSaidToBeWrong(t *testing.T) {
	var out, errs strings.Builder
	code := run(t.Context(), environment{args: []string{"serve", "--edit", "--content", "../../content", "--addr", "hier", "--lang", "nl"}, stdout: &out, stderr: &errs, getenv: os.Getenv, now: time.Now})
	if code != statusUsage || !strings.Contains(errs.String(), "is geen adres") {
		t.Errorf("%d %s", code, &errs)
	}
}

func TestAnEditedFolderIsNotLeft(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "geheim.md")
	content := filepath.Join(dir, "content")
	for _, err := range []error{
		os.MkdirAll(filepath.Join(content, "wijken"), 0o755), os.WriteFile(outside, []byte("geheim"), 0o644), os.WriteFile(filepath.Join(content, "wijken/oost.md"), []byte("oost"), 0o600),
		os.Symlink("../../geheim.md", filepath.Join(content, "wijken/weg.md")), os.Symlink("oost.md", filepath.Join(content, "wijken/ook.md")), os.Symlink("..", filepath.Join(content, "diensten")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f := writableFolder{content}
	for _, name := range []string{"wijken/weg.md", "../geheim.md", "diensten/geheim.md", "wijken"} {
		if data, err := f.Read(name); err == nil {
			t.Errorf("%s is read: %s", name, data)
		}
	}
	for _, name := range []string{"wijken/weg.md", "wijken/ook.md", "../geheim.md", "diensten/geheim.md", "wijken", "wijken/nieuw.md"} {
		if err := f.Replace(name, []byte("gekaapt")); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	for _, name := range []string{"wijken/weg.md", "wijken/oost.md", "../x.md", "diensten/x.md"} {
		if err := f.Create(name, []byte("gekaapt")); err == nil {
			t.Errorf("%s is made", name)
		}
	}
	if err := f.Replace("wijken/oost.md", []byte("west")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(content, "wijken/oost.md"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if data, err := os.ReadFile(outside); err != nil || string(data) != "geheim" {
		t.Errorf("%s %v", data, err)
	}
	entries, err := os.ReadDir(filepath.Join(content, "wijken"))
	if err != nil || len(entries) != 3 {
		t.Errorf("%v %v", entries, err)
	}
}

func TestChangesSinceTheLastCommit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	if err := os.CopyFS(content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	s := &previewer{env: environment{getenv: os.Getenv, now: time.Now}, opt: &options{content: content, lang: diag.Dutch}}
	s.folders.content.path = content
	if n, known := s.changedSinceCommit(t.Context()); known {
		t.Errorf("without git, %d files changed", n)
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=x", "-c", "user.email=x@example.nl", "-c", "commit.gpgsign=false", "commit", "-qm", "x"}} {
		c := exec.Command("git", append([]string{"-C", dir}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}
	if c := s.changesSinceCommit(t.Context()); c == nil || len(c.Files) != 0 {
		t.Errorf("%v", c)
	}
	name := filepath.Join(content, "wijkvisies/overvecht-2011.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(data), "titel: Zwemles voor kinderen, dicht bij huis", "titel: Zwemles", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(content, "paginas/nieuw.md"), []byte("---\ntitel: Nieuw\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c := s.changesSinceCommit(t.Context())
	if c == nil || !slices.Equal(c.Files, []string{"wijkvisies/overvecht-2011.md", "paginas/nieuw.md"}) ||
		!slices.ContainsFunc(c.Meaning, func(line string) bool {
			return strings.Contains(line, "overvecht/zwemles") && strings.Contains(line, "titel Zwemles (was Zwemles voor kinderen, dicht bij huis)")
		}) {
		t.Errorf("%+v", c)
	}
	if c != nil && c.Commands[0] != "git -C "+shellWord(content)+" add -- wijkvisies/overvecht-2011.md paginas/nieuw.md" {
		t.Errorf("%q", c.Commands)
	}
	for _, word := range []string{"a b", "a'b", "", "a/b.md", "$x"} {
		c := exec.Command("sh", "-c", "printf %s "+shellWord(word))
		if out, err := c.Output(); err != nil || string(out) != word {
			t.Errorf("%q is %q to the shell: %v", word, out, err)
		}
	}
}
