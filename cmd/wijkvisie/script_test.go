package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// sameTree is a command of scripts: "sametree A B" fails when two folders do not
// hold the same files with the same bytes; "! sametree A B" when they do.
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: sametree A B")
	}
	different := firstDifference(ts, ts.MkAbs(args[0]), ts.MkAbs(args[1]))
	switch {
	case different != "" && !neg:
		ts.Fatalf("%s and %s differ: %s", args[0], args[1], different)
	case different == "" && neg:
		ts.Fatalf("%s and %s are the same", args[0], args[1])
	}
}

func firstDifference(ts *testscript.TestScript, a, b string) string {
	left, right := readTree(ts, a), readTree(ts, b)
	for path, data := range left {
		other, ok := right[path]
		if !ok {
			return path + " is only in the first"
		}
		if !bytes.Equal(data, other) {
			return path
		}
	}
	for path := range right {
		if _, ok := left[path]; !ok {
			return path + " is only in the second"
		}
	}
	return ""
}

func readTree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := make(map[string][]byte)
	ts.Check(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = data
		return err
	}))
	return files
}

// status is a command of scripts: "status N wijkvisie …" fails when the program
// does not exit with N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARG ...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// unzip is a command of scripts: "unzip FILE.zip DIR" lays down what is in an archive.
func unzip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unzip FILE.zip DIR")
	}
	archive, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer archive.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), archive))
}

// zipUp is a command of scripts: "zip DIR FILE" makes an archive of what is in a folder.
func zipUp(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: zip DIR FILE")
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	ts.Check(w.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), archive.Bytes(), 0o644))
}

// fresh is a command of scripts: it fails when public is not what a build in another
// folder makes, as of 2013-01-01.
func fresh(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: fresh")
	}
	ts.Check(os.RemoveAll(ts.MkAbs("vers")))
	ts.Check(ts.Exec("wijkvisie", "build", "-q", "--date", "2013-01-01", "--out", "vers"))
	sameTree(ts, false, []string{"public", "vers"})
}

// tamper is a command of scripts: it changes a letter in a file and gives it back its
// size and its time.
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: tamper FILE")
	}
	name := ts.MkAbs(args[0])
	info, err := os.Stat(name)
	ts.Check(err)
	data, err := os.ReadFile(name)
	ts.Check(err)
	i := bytes.LastIndexByte(data, 'e')
	data[i] = 'a'
	ts.Check(os.WriteFile(name, data, 0o644))
	ts.Check(os.Chtimes(name, info.ModTime(), info.ModTime()))
}
