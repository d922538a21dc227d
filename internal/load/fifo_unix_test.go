//go:build unix

package load

import (
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeIsReportedAndNotOpened(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "site.yaml"), "a")
	write(t, filepath.Join(dir, "wijken", "b.md"), "b")
	if err := syscall.Mkfifo(filepath.Join(dir, "wijken", "a.md"), 0o644); err != nil {
		t.Skip(err)
	}
	link(t, "../wijken/a.md", filepath.Join(dir, "media", "c.pdf"))
	content, problems, err := readRoot(t, dir)
	if err != nil || len(content.Wijken) != 1 || len(content.Media) != 0 {
		t.Fatal(content, err)
	}
	if got, want := lines(problems), "media/c.pdf unknown-file/not-a-file\nwijken/a.md unknown-file/not-a-file"; got != want {
		t.Errorf("reported\n%s\nwant\n%s", got, want)
	}
}
