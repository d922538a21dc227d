package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the root of the repository.
const root = "../.."

func TestLicencesAreThoseOfWhatIsLinked(t *testing.T) {
	var out bytes.Buffer
	if err := licences(&out, root, []string{"linux/amd64", "windows/amd64"}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{
		"EUROPEAN UNION PUBLIC LICENCE", "Copyright 2009 The Go Authors", "github.com/yuin/goldmark v", ": LICENSE.libyaml\n", ": NOTICE\n",
		"github.com/inconshreveable/mousetrap v", // on Windows alone
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the licences do not have %q", want)
		}
	}
	for _, test := range []string{"chromedp", "json-gold", "staticcheck", "honnef.co"} { // for tests
		if strings.Contains(text, test) {
			t.Errorf("the licences have that of %s, which is not linked", test)
		}
	}
	// What go version says of a program is the list that counts.
	binary := filepath.Join(t.TempDir(), "wijkvisie")
	if _, err := output(root, []string{"CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64"}, "go", "build", "-trimpath", "-o", binary, program); err != nil {
		t.Fatal(err)
	}
	info, err := output(root, nil, "go", "version", "-m", binary)
	if err != nil {
		t.Fatal(err)
	}
	linked := 0
	for line := range strings.Lines(string(info)) {
		fields := strings.Fields(line)
		if len(fields) > 2 && fields[0] == "dep" {
			linked++
			if title := fields[1] + " " + fields[2]; !strings.Contains(text, "\n"+title+": ") {
				t.Errorf("the licences do not have that of %s", title)
			}
		}
	}
	if linked < 10 {
		t.Errorf("the program has %d parts: %s", linked, info)
	}
	var again bytes.Buffer
	if err := licences(&again, root, []string{"windows/amd64", "linux/amd64"}); err != nil || again.String() != text {
		t.Errorf("in another order of targets the licences differ (%v)", err)
	}
}

func TestAPartWithoutALicenceIsAnError(t *testing.T) {
	if _, err := (part{name: "example.nl/a", dir: t.TempDir()}).licenceFiles(); err == nil {
		t.Error("it is none")
	}
}

func TestLicencesAreFoundWhereTheyStand(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"LICENSE", "NOTICE.md", "license.go", "README.md", "a/b/COPYING", "a/b/c/LICENCE-MIT.txt", "other/LICENSE"} {
		write(t, dir, name, "x")
	}
	got, err := part{dir: dir, folders: []string{filepath.Join(dir, "a", "b", "c"), filepath.Join(dir, "a")}}.licenceFiles()
	if want := []string{"LICENSE", "NOTICE.md", "a/b/COPYING", "a/b/c/LICENCE-MIT.txt"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("they are %q, want %q (%v)", got, want, err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// git runs git in a folder.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", append([]string{"-c", "user.name=A", "-c", "user.email=a@example.nl", "-c", "commit.gpgsign=false"}, args...)...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

func TestChangesAreThoseSinceTheReleaseBefore(t *testing.T) {
	dir := t.TempDir()
	git(t, dir, "init", "--quiet")
	commit := func(subject string) { git(t, dir, "commit", "--quiet", "--allow-empty", "-m", subject) }
	// withoutRevisions returns the changes with every revision as x.
	withoutRevisions := func() string {
		t.Helper()
		var out bytes.Buffer
		if err := changes(&out, dir); err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(out.String(), "\n")
		for i, line := range lines {
			if at := strings.LastIndex(line, " ("); at >= 0 && strings.HasPrefix(line, "- ") {
				lines[i] = line[:at] + " (x)\n"
			}
		}
		return strings.Join(lines, "")
	}
	commit("Begin")
	git(t, dir, "tag", "v1.0.0")
	if got, want := withoutRevisions(), "# wijkvisie v1.0.0\n\nThe first release: 1 commits.\n\n## Other\n\n- Begin (x)\n"; got != want {
		t.Errorf("the first release has\n%s\nwant\n%s", got, want)
	}
	commit("internal/check, internal/diag: <b> of *two*")
	commit("internal/check: one more: this")
	commit("a sentence: with a colon")
	git(t, dir, "tag", "elsewhere")
	git(t, dir, "tag", "v1.1.0")
	want := "# wijkvisie v1.1.0\n\n3 commits since v1.0.0.\n\n## Other\n\n- a sentence: with a colon (x)\n\n" +
		"## internal/check\n\n- \\<b> of \\*two\\* (also internal/diag) (x)\n- one more: this (x)\n"
	if got := withoutRevisions(); got != want {
		t.Errorf("the second release has\n%s\nwant\n%s", got, want)
	}
	shallow := filepath.Join(t.TempDir(), "shallow")
	git(t, dir, "clone", "--quiet", "--depth", "1", "file://"+filepath.ToSlash(dir), shallow)
	if err := changes(&bytes.Buffer{}, shallow); err == nil || !strings.Contains(err.Error(), "--unshallow") {
		t.Errorf("of a part of the history the changes are no error: %v", err)
	}
}
