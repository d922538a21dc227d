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

	"wijkvisie/internal/identity"
	"wijkvisie/internal/packed"
)

// What tells the test binary to be a build of its own, and how often that is killed.
const (
	childEnv  = "PUBLISH_TEST_CHILD"  // the output folder
	inTwoEnv  = "PUBLISH_TEST_IN_TWO" // whether it may not swap
	memoryEnv = "PUBLISH_TEST_MEMORY" // the folder where it keeps what it remembers
	differEnv = "PUBLISH_TEST_DIFFER" // how the sites differ
	rounds    = "PUBLISH_TEST_KILLS"  // how many builds are killed, each way
	killsEach = 15
)

// How two sites differ.
type howDiffer string

const (
	inFiles     howDiffer = ""      // each has some of its own
	inOneFolder howDiffer = "part"  // in the bytes of the files of one folder
	inBytes     howDiffer = "bytes" // in the bytes of files all over
)

// generations are two sites that share some files, and differ in others.
func generations(how howDiffer) [2]site {
	var both [2]site
	for i, name := range []string{"a", "b"} {
		s := site{"naam": name, "alleen/" + name + "/index.html": name}
		switch how {
		case inOneFolder:
			s = site{"naam": "zo", "ook/index.html": "zo"}
		case inBytes:
			s = site{"naam": name, "ook/index.html": "zo"}
		}
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
	opt, keep := childOptions(t, out)
	for round := 0; ; round++ {
		next := generations(howDiffer(os.Getenv(differEnv)))[round%2].without(markerName)
		if err := publishChild(t, opt, next); err != nil {
			t.Fatal(err)
		}
		keep()
		fmt.Println("published")
	}
}

// publishChild publishes a site, with Change when only bytes of it change.
func publishChild(t *testing.T, opt Options, s site) error {
	if os.Getenv(differEnv) != "" && opt.Memory.Site != nil {
		if _, done, err := Change(t.Context(), opt, slices.Collect(s.pages())); done || err != nil {
			return err
		}
	}
	_, err := To(t.Context(), opt, s.pages())
	return err
}

// childOptions returns the options of a child, and what keeps the memory of its builds
// for the next child.
func childOptions(t *testing.T, out string) (opt Options, keep func()) {
	opt = Options{Dir: out, inTwo: os.Getenv(inTwoEnv) != ""}
	dir := os.Getenv(memoryEnv)
	if dir == "" {
		return opt, func() {}
	}
	opt.Memory = &Memory{Spare: filepath.Join(dir, "spare")}
	record := filepath.Join(dir, "record")
	if data, err := os.ReadFile(record); err == nil {
		opt.Memory.Site, _ = ReadRecord(piecesOf(data)) // as it may be half
	}
	return opt, func() {
		if err := os.WriteFile(record, bytesOf(opt.Memory.Site), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// bytesOf returns the pieces of a record behind each other.
func bytesOf(r *Record) (b []byte) {
	for _, piece := range r.Pieces() {
		b = packed.AppendText(b, piece)
	}
	return b
}

// piecesOf returns what bytesOf put behind each other; none when that is not what it is.
func piecesOf(data []byte) (pieces [][]byte) {
	d := packed.Read(data)
	for d.More() {
		pieces = append(pieces, d.Part())
	}
	if !d.Done() {
		return nil
	}
	return pieces
}

func TestKilledAtAnyMomentTheFolderHoldsOneSite(t *testing.T) {
	kills := killsEach
	if text := os.Getenv(rounds); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	test := func(t *testing.T, opt Options, how howDiffer) {
		mustPublish(t, opt.Dir, generations(how)[0].without(markerName))
		var seen [2]int
		left, away := 0, 0
		for range kills {
			killChild(t, opt, how)
			if entries, _ := os.ReadDir(filepath.Dir(opt.Dir)); len(entries) > 1 {
				left++
			}
			// Between two renames the folder may be away, and only then; the
			// next build, even one that fails, brings it back.
			if _, err := os.Stat(opt.Dir); opt.inTwo && errors.Is(err, fs.ErrNotExist) {
				away++
				if _, err := To(t.Context(), opt, slices.Values([]File{broken("x")})); !errors.Is(err, errRender) {
					t.Fatal(err)
				}
			}
			found := read(t, opt.Dir)
			both := generations(how)
			which := slices.IndexFunc(both[:], func(s site) bool { return maps.Equal(found, s) })
			if which < 0 {
				t.Fatalf("the folder holds neither site: %v", brief(found))
			}
			seen[which]++
		}
		t.Logf("killed %d builds: %d times the first site, %d the second; %d left something, %d times the folder was away",
			kills, seen[0], seen[1], left, away)
		if left == 0 {
			t.Error("no build was killed at work: the test shows nothing")
		}
		mustPublish(t, opt.Dir, example())
		holds(t, opt.Dir, example())
		nothingBeside(t, opt.Dir)
	}
	bothWays(t, func(t *testing.T, opt Options) { test(t, opt, inFiles) })
	if identity.Known {
		memory := func(t *testing.T) *Memory { return &Memory{Spare: filepath.Join(t.TempDir(), "spare")} }
		t.Run("with a spare", func(t *testing.T) { test(t, Options{Dir: outIn(t), Memory: memory(t)}, inFiles) })
		t.Run("with a spare, in two renames", func(t *testing.T) { test(t, Options{Dir: outIn(t), Memory: memory(t), inTwo: true}, inFiles) })
		t.Run("a folder of it", func(t *testing.T) { test(t, Options{Dir: outIn(t), Memory: memory(t)}, inOneFolder) })
		t.Run("bytes of it", func(t *testing.T) { test(t, Options{Dir: outIn(t), Memory: memory(t)}, inBytes) })
	}
}

// killChild runs a build and kills it some time after it first published.
func killChild(t *testing.T, opt Options, how howDiffer) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), childEnv+"="+opt.Dir)
	if opt.inTwo {
		child.Env = append(child.Env, inTwoEnv+"=1")
	}
	if opt.Memory != nil {
		child.Env = append(child.Env, memoryEnv+"="+filepath.Dir(opt.Memory.Spare))
	}
	child.Env = append(child.Env, differEnv+"="+string(how))
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	if !lines.Scan() || lines.Text() != "published" {
		t.Errorf("the build said %q", lines.Text())
	}
	time.Sleep(rand.N(40 * time.Millisecond)) // the moment is what is tested
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // it was killed
}

func TestReaderSeesOneSite(t *testing.T) {
	out := outIn(t)
	both := generations(inFiles)
	mustPublish(t, out, both[0].without(markerName))
	if probe := t.TempDir(); !canExchange(t, probe) {
		t.Skip("this system cannot swap two folders")
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
