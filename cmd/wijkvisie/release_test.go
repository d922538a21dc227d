package main

import (
	"bytes"
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// released makes the program as it is given away (make release), of a clone of what is
// committed, and returns its path.
func released(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat("../../.git"); err != nil {
		t.Skip("a release is made of a repository, and this is none")
	}
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^RELEASE_FLAGS = (-trimpath) -ldflags "(.*)"$`).FindStringSubmatch(string(makefile))
	if found == nil {
		t.Fatal("the Makefile has no RELEASE_FLAGS")
	}
	dir := t.TempDir()
	run := func(dir, name string, args ...string) {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir, c.Env = dir, append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOOS=", "GOARCH=")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", c, err, out)
		}
	}
	run(".", "git", "clone", "--quiet", "../..", filepath.Join(dir, "clone"))
	path := filepath.Join(dir, "wijkvisie")
	run(filepath.Join(dir, "clone"), "go", "build", found[1], "-ldflags", found[2], "-buildvcs=true", "-o", path, "./cmd/wijkvisie")
	return path
}

func TestOneRevisionMakesTheSameBytesInTwoFolders(t *testing.T) {
	var sums [2][sha256.Size]byte
	for i := range sums {
		path := released(t)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sums[i] = sha256.Sum256(data)
		if folder := filepath.Dir(path); bytes.Contains(data, []byte(folder)) {
			t.Errorf("the program has the folder in it that it was made in, %s", folder)
		}
	}
	if sums[0] != sums[1] {
		t.Errorf("the programs have the checksums %x and %x", sums[0], sums[1])
	}
}

func TestDockerfileMakesTheProgramAsARelease(t *testing.T) {
	var flags string
	for _, name := range []string{"../../Makefile", "Dockerfile"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`-trimpath -ldflags ".*?"`).FindString(string(data))
		if flags == "" {
			flags = found
		}
		if found == "" || found != flags {
			t.Errorf("%s has the flags %q, want %q", name, found, flags)
		}
	}
	// The Go that the program needs is the one that it is made with.
	module, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	dockerfile, err := os.ReadFile("Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	needed := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(string(module))[1]
	if !strings.Contains(string(dockerfile), "FROM golang:"+needed+" ") {
		t.Errorf("the Dockerfile does not begin with Go %s", needed)
	}
}
