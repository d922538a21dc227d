package main

import (
	"bytes"
	"image"
	"image/jpeg"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"wijkvisie/internal/sample"
)

// nobody is the user of the Dockerfile.
const nobody = 65532

// TestTheProgramNeedsNothingBesideIt runs the program as its Dockerfile does, but without Docker:
// in a root that has the program, the content and a folder for the site, and nothing else; as a
// user who may write in that folder only.
func TestTheProgramNeedsNothingBesideIt(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can change the root")
	}
	program, err := os.ReadFile(released(t))
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "wijkvisie"), program, 0o755); err != nil {
		t.Fatal(err)
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 2400, 1600)), nil); err != nil {
		t.Fatal(err)
	}
	content := maps.Collect(sample.Files(2))
	content["media/foto.jpg"] = photo.String()
	content["paginas/foto.md"] = "---\ntitel: Foto\nvolgorde: 9\n---\n![Een plein](../media/foto.jpg)\n"
	for name, text := range content {
		path := filepath.Join(root, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site := filepath.Join(root, "site")
	if err := os.Mkdir(site, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(site, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		c := exec.Command("/wijkvisie", args...)
		c.Dir = "/"
		// It is midnight in Amsterdam, and 22:00 the day before in UTC. The other is ENV of the Dockerfile.
		c.Env = []string{"SOURCE_DATE_EPOCH=1400536800", "XDG_CACHE_HOME=/site/.cache"}
		c.SysProcAttr = &syscall.SysProcAttr{Chroot: root, Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", args, err, out)
		}
		return string(out)
	}
	build := []string{"build", "--content", "/content", "--out", "/site/public"} // CMD of the Dockerfile
	if out := run(build...); !strings.Contains(out, "2014-05-20") {
		t.Errorf("the day is not that of Amsterdam: %s", out)
	}
	if _, err := os.Stat(filepath.Join(site, "public", "index.html")); err != nil {
		t.Error(err)
	}
	if page, err := os.ReadFile(filepath.Join(site, "public", "foto", "index.html")); err != nil || !strings.Contains(string(page), "srcset=") {
		t.Errorf("the photograph was not resized (%v): %s", err, page)
	}
	if out := run("version"); !strings.HasPrefix(out, "wijkvisie v") {
		t.Errorf("the version is %q", out)
	}
	left, err := os.ReadDir(site)
	if err != nil || len(left) != 2 || left[0].Name() != ".cache" || left[1].Name() != "public" {
		t.Errorf("beside the site are %v (%v)", left, err)
	}
	dockerfile, err := os.ReadFile("Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`CMD ["` + strings.Join(build, `", "`) + `"]`, "USER 65532:", "ENV XDG_CACHE_HOME=/site/.cache\n"} {
		if !strings.Contains(string(dockerfile), want) {
			t.Errorf("the Dockerfile has no %s", want)
		}
	}
}
