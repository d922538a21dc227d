package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"wijkvisie/internal/sample"
)

// TestMain makes this test binary the program too, so that scripts run it as a
// process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"wijkvisie": main,
		"stubborn":  func() { stubborn(longestEnd) },
		"patient":   func() { stubborn(time.Hour) },
	})
}

// stubborn is a program with a command that never ends.
func stubborn(patience time.Duration) {
	os.Exit(untilStopped(environment{stderr: os.Stderr, getenv: os.Getenv}, patience, func(context.Context) int {
		fmt.Println("ready")
		select {}
	}))
}

// TestScripts runs the scripts in testdata: what each user of the command sees.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"sametree": sameTree,
			"status":   status,
			"unzip":    unzip,
			"zip":      zipUp,
			"fresh":    fresh,
			"tamper":   tamper,
			"fill":     fill,
			"office":   office,
			"choices":  hasChoices,
			"prepend":  addBytes(func(old, added string) string { return added + old }),
			"append":   addBytes(func(old, added string) string { return old + added }),
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func TestReferenceDateIsTodayInTheNetherlands(t *testing.T) {
	// At half past eleven in the evening in London it is already tomorrow in Utrecht.
	late := time.Date(2011, 7, 31, 22, 30, 0, 0, time.UTC)
	for _, c := range []struct{ name, epoch, date, want string }{
		{"the clock", "", "", "2011-08-01"},
		{"SOURCE_DATE_EPOCH", "1305755999", "", "2011-05-18"},
		{"SOURCE_DATE_EPOCH after midnight", "1305756000", "", "2011-05-19"},
		{"--date", "1305756000", "2013-03-01", "2013-03-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := environment{
				getenv: func(key string) string { return map[string]string{"SOURCE_DATE_EPOCH": c.epoch}[key] },
				now:    func() time.Time { return late },
			}
			opt := new(options)
			if err := (&rawFlags{date: c.date}).read(opt, command{}); err != nil {
				t.Fatal(err)
			}
			got, err := referenceDate(env, opt)
			if err != nil || got.String() != c.want {
				t.Errorf("got %v, %v; want %s", got, err, c.want)
			}
		})
	}
}

func TestAStoppedBuildSaysSo(t *testing.T) {
	dir := t.TempDir()
	for name, text := range sample.Files(1) {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var printed strings.Builder
	status := run(ctx, environment{
		args:   []string{"build", "--content", filepath.Join(dir, "content"), "--out", filepath.Join(dir, "public")},
		stdout: io.Discard,
		stderr: &printed,
		getenv: func(string) string { return "" },
		now:    time.Now,
	})
	if status != statusCanceled || printed.String() != "wijkvisie: gestopt; er is niets gepubliceerd\n" {
		t.Errorf("status %d, printed %q", status, printed.String())
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left %v", left)
	}
}

// addBytes is a command that adds bytes to a file, written with the escapes of Go:
// what a text archive cannot hold.
func addBytes(join func(old, added string) string) func(ts *testscript.TestScript, neg bool, args []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 2 {
			ts.Fatalf("usage: prepend or append FILE BYTES")
		}
		added, err := strconv.Unquote(`"` + args[1] + `"`)
		ts.Check(err)
		old := ts.ReadFile(args[0])
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(join(old, added)), 0o644))
	}
}
