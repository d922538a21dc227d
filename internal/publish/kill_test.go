package publish

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// The environment variables with which the test binary is run as a build of its own.
const (
	childEnv      = "PUBLISH_TEST_CHILD"       // the output folder
	twoRenamesEnv = "PUBLISH_TEST_TWO_RENAMES" // not empty to replace the folder in two renames
	killsEnv      = "PUBLISH_TEST_KILLS"       // how many builds are killed with each kind of replacement
)

// defaultKills is how many builds are killed when killsEnv is not set.
const defaultKills = 15

// generations returns two sites that share some files, and differ in others.
func generations() [2]site {
	var both [2]site
	for i, name := range []string{"a", "b"} {
		s := site{"naam": name, "alleen/" + name + "/index.html": name}
		for n := range 40 {
			s[fmt.Sprintf("pagina/%d/index.html", n)] = strings.Repeat(name, 2000+n)
			s[fmt.Sprintf("media/%d", n)] = strings.Repeat("m", 3000+n)
		}
		both[i] = published(s)
	}
	return both
}

// TestChild publishes both generations in turn, without end, when another test
// runs it as a program.
func TestChild(t *testing.T) {
	out := os.Getenv(childEnv)
	if out == "" {
		t.Skip("only run by other tests")
	}
	opt := Options{Dir: out, twoRenames: os.Getenv(twoRenamesEnv) != ""}
	for round := 0; ; round++ {
		next := generations()[round%2].without(markerName)
		if _, err := To(t.Context(), opt, next.pages()); err != nil {
			t.Fatal(err)
		}
		fmt.Println("published")
	}
}

func TestKilledAtAnyMomentTheFolderHoldsOneSite(t *testing.T) {
	kills := defaultKills
	if text := os.Getenv(killsEnv); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	bothReplacements(t, func(t *testing.T, opt Options) {
		mustPublish(t, opt.Dir, generations()[0].without(markerName))
		var seen [2]int
		interrupted, missing := 0, 0
		for range kills {
			killChild(t, opt)
			if entries, _ := os.ReadDir(filepath.Dir(opt.Dir)); len(entries) > 1 {
				interrupted++
			}
			// Between two renames the folder may be missing, and only then; the
			// next build, even one that fails, brings it back.
			if _, err := os.Stat(opt.Dir); opt.twoRenames && errors.Is(err, fs.ErrNotExist) {
				missing++
				if _, err := To(t.Context(), opt, slices.Values([]File{broken("x")})); !errors.Is(err, errRender) {
					t.Fatal(err)
				}
			}
			found := read(t, opt.Dir)
			both := generations()
			which := slices.IndexFunc(both[:], func(s site) bool { return maps.Equal(found, s) })
			if which < 0 {
				t.Fatalf("the folder holds neither site: %v", brief(found))
			}
			seen[which]++
		}
		t.Logf("killed %d builds: %d times the first site, %d the second; %d work folders remained, the folder was missing %d times",
			kills, seen[0], seen[1], interrupted, missing)
		if interrupted == 0 {
			t.Error("no build was killed at work: the test shows nothing")
		}
		mustPublish(t, opt.Dir, example())
		checkFolder(t, opt.Dir, example())
		checkAlone(t, opt.Dir)
	})
}

// killChild runs a build and kills it some time after it first published.
func killChild(t *testing.T, opt Options) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), childEnv+"="+opt.Dir)
	if opt.twoRenames {
		child.Env = append(child.Env, twoRenamesEnv+"=1")
	}
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	if !lines.Scan() || lines.Text() != "published" {
		t.Errorf("the build printed %q", lines.Text())
	}
	time.Sleep(rand.N(40 * time.Millisecond)) // at any moment of a build
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // it was killed
}

func TestReaderSeesOneSite(t *testing.T) {
	out := outputFolder(t)
	both := generations()
	mustPublish(t, out, both[0].without(markerName))
	if probe := t.TempDir(); !canExchange(t, probe) {
		t.Skip("this system cannot exchange two folders")
	}
	ctx, stop := context.WithCancel(t.Context())
	var whole atomic.Int64
	reading := make(chan struct{})
	go func() {
		defer close(reading)
		for ctx.Err() == nil {
			if readThroughHandle(t, out, both) {
				whole.Add(1)
			}
		}
	}()
	for round := 1; round < 60 || whole.Load() < 5 && !t.Failed(); round++ {
		mustPublish(t, out, both[round%2].without(markerName))
	}
	stop()
	<-reading
	t.Logf("%d whole sites read", whole.Load())
}

func canExchange(t *testing.T, dir string) bool {
	t.Helper()
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	return !errors.Is(exchange(folder, "a", folder, "b"), errors.ErrUnsupported)
}

// readThroughHandle opens the folder once and reads every file through it. All
// that it finds is of one site; and as long as the folder is the published one
// after the last file, nothing was missing. It reports whether it was.
func readThroughHandle(t *testing.T, out string, both [2]site) bool {
	root, err := os.OpenRoot(out)
	if err != nil {
		t.Errorf("the folder was not there: %v", err)
		return false
	}
	defer root.Close()
	name, err := root.ReadFile("naam")
	if err != nil {
		if isAt(root, out) {
			t.Error(err)
		}
		return false
	}
	want := both[0]
	if string(name) == "b" {
		want = both[1]
	}
	for path, content := range want {
		got, err := root.ReadFile(path)
		if err != nil && !isAt(root, out) {
			return false // replaced since, and being cleared
		}
		if err != nil || string(got) != content {
			t.Errorf("site %s has another %s: %.20q, %v", name, path, got, err)
			return false
		}
	}
	return isAt(root, out)
}

// isAt reports whether path still leads to the folder that root has open.
func isAt(root *os.Root, path string) bool {
	opened, err := root.Stat(".")
	if err != nil {
		return false
	}
	now, err := os.Stat(path)
	return err == nil && os.SameFile(opened, now)
}
