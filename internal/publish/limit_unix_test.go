//go:build linux || darwin

package publish

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

const limitEnv = "PUBLISH_TEST_LIMIT" // the output folder

// TestLimitedChild publishes with no more room for a file than the first half of a
// page, when another test runs it as a program.
func TestLimitedChild(t *testing.T) {
	out := os.Getenv(limitEnv)
	if out == "" {
		t.Skip("only run by another test")
	}
	signal.Ignore(syscall.SIGXFSZ)
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 1000, Max: limit.Max}); err != nil {
		t.Fatal(err)
	}
	defer unix.Setrlimit(unix.RLIMIT_FSIZE, &limit)
	next := example().with("wijken/index.html", strings.Repeat("x", 2000))
	_, err := To(t.Context(), Options{Dir: out}, next.pages())
	if refused := new(Refused); !errors.Is(err, unix.EFBIG) || errors.As(err, &refused) {
		t.Errorf("got %v", err)
	}
	// The same for a file that outgrows memory.
	_, err = To(t.Context(), Options{Dir: out}, example().with("groot", spoolSized).pages())
	if !errors.Is(err, unix.EFBIG) {
		t.Errorf("got %v", err)
	}
}

func TestDiskWithoutRoomLeavesTheOldSite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustPublish(t, out, example())
	child := exec.Command(os.Args[0], "-test.run=^TestLimitedChild$")
	child.Env = append(os.Environ(), limitEnv+"="+out)
	if output, err := child.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
	checkFolder(t, out, example())
	checkAlone(t, out)
}
