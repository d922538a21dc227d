//go:build linux || darwin

package identity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// plainly is At by the ordinary call of the system.
func plainly(folder int, path string) (ID, bool) {
	var s unix.Stat_t
	if unix.Fstatat(folder, path, &s, unix.AT_SYMLINK_NOFOLLOW) != nil {
		return ID{}, false
	}
	return of(&s)
}

// However a file or folder is looked at, it has the same identity.
func TestAnIdentityIsTheSameHoweverItIsAsked(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.MkdirAll(in("a/b"), 0o750),
		os.WriteFile(in("a/f"), []byte("zo"), 0o640),
		os.WriteFile(in("leeg"), nil, 0o444),
		os.Chtimes(in("leeg"), time.Unix(1, 5), time.Unix(-7, 3)), // before 1970
		os.Symlink("a/f", in("link")),
		os.Symlink("a", in("links")),
		os.Chmod(in("a/b"), os.ModeSticky|0o777),
		unix.Mkfifo(in("pijp"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	folder, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	at := int(folder.Fd())
	long := strings.Repeat("./", 200)
	for _, name := range []string{
		".", "a", "a/b", "a/f", "leeg", "links/f", "link", "links", "pijp", "niets", "a/f/g", "", "a\x00/f",
		long + "a/f", long[:255-3] + "/a", long[:256-3] + "/a", long[:257-3] + "/a", strings.Repeat("x", 300), "/dev/null", "/proc/self/exe", "/",
	} {
		got, ok := At(at, name)
		want, wantOK := plainly(at, name)
		if got != want || ok != wantOK {
			t.Errorf("%.20q: %v %v, want %v %v", name, got, ok, want, wantOK)
		}
	}
	file, err := os.Open(in("a/f"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	open, _ := OfOpen(int(file.Fd()))
	if got, ok := Of(in("a/f")); !ok || got != open {
		t.Errorf("%v by its name, %v open", got, open)
	}
}

// BenchmarkAt is what it takes to look at a file, and what the ordinary call would take.
func BenchmarkAt(b *testing.B) {
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), nil, 0o600); err != nil {
		b.Fatal(err)
	}
	folder, err := os.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer folder.Close()
	for name, look := range map[string]func(int, string) (ID, bool){"At": At, "Fstatat": plainly} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := look(int(folder.Fd()), "index.html"); !ok {
					b.Fatal("it is not there")
				}
			}
		})
	}
}
