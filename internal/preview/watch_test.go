package preview

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// watching starts to watch a folder and returns a function that waits for the next
// burst of changes.
func watching(t *testing.T, folder string, every time.Duration) (next func(what string)) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	bursts, ended := make(chan struct{}, 100), make(chan struct{})
	go func() {
		Watch(ctx, []string{folder}, every, settled(bursts), func(err error) { t.Log(err) })
		close(ended)
	}()
	t.Cleanup(func() { stop(); <-ended })
	// Watching has begun when a change of this file is reported.
	probe := filepath.Join(folder, "begin")
	for i := 0; ; i++ {
		write(t, probe, string(rune('a'+i%26)))
		select {
		case <-bursts:
		case <-time.After(200 * time.Millisecond):
			continue
		}
		break
	}
	drain := func() {
		for {
			select {
			case <-bursts:
			case <-time.After(2 * longestBurst):
				return
			}
		}
	}
	drain()
	return func(what string) {
		t.Helper()
		select {
		case <-bursts:
			drain()
		case <-time.After(10 * time.Second):
			t.Errorf("nothing is reported for %s", what)
		}
	}
}

// settled receives the ends of bursts.
type settled chan struct{}

func (settled) Watching()      {}
func (settled) Touched(string) {}
func (s settled) Settled()     { s <- struct{}{} }

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryWayOfSavingIsReported(t *testing.T) {
	for name, every := range map[string]time.Duration{"events": 0, "polling": 20 * time.Millisecond} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, "oost.md")
			write(t, file, "een")
			next := watching(t, folder, every)

			write(t, file, "twee, in place")
			next("a file written in place")

			write(t, filepath.Join(folder, ".oost.md.tmp"), "drie, in a new file")
			must(t, os.Rename(filepath.Join(folder, ".oost.md.tmp"), file))
			next("a file renamed over another")

			must(t, os.Rename(file, file+"~"))
			write(t, file, "vier, after a copy was put aside")
			next("a file put aside and written anew")

			must(t, os.Remove(file))
			next("a file removed")
			write(t, file, "vijf")
			next("a file made again")

			inner := filepath.Join(folder, "wijken")
			must(t, os.Mkdir(inner, 0o755))
			write(t, filepath.Join(inner, "west.md"), "een")
			next("a new folder")
			write(t, filepath.Join(inner, "west.md"), "twee of meer")
			next("a file in a new folder")

			outside := filepath.Join(t.TempDir(), "weg")
			must(t, os.Rename(inner, outside))
			next("a folder moved out")
			must(t, os.Rename(outside, inner))
			next("a folder moved in")
			write(t, filepath.Join(inner, "west.md"), "drie en nog wat")
			next("a file in a folder that was moved in")
		})
	}
}

func TestEditorsFilesAreIgnored(t *testing.T) {
	for name, want := range map[string]bool{".oost.md.swp": true, "oost.md~": true, "4913": true, "#oost.md#": true, "~$oost.md": true, "oost.md": false, "a.swx": true} {
		if ignored(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

// When the system stops to report changes, what changed until the folders are compared is
// reported too.
func TestChangesBeforePollingAreReported(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	bursts := make(chan struct{}, 1)
	go pollFolders(ctx, []string{t.TempDir()}, time.Hour, true, settled(bursts))
	select {
	case <-bursts:
	case <-time.After(10 * time.Second):
		t.Error("nothing is reported")
	}
}
