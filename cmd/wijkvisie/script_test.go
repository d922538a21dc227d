package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
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

// fill is a command of scripts: "fill FILE.xlsx CELL=VALUE ..." puts values into the first sheet of
// a workbook, as somebody does who opens and saves it. A value that begins with day:, number: or
// formula: is put in as that; hide:7 hides row 7.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fill FILE.xlsx CELL=VALUE ...")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet := f.GetSheetName(0)
	for _, arg := range args[1:] {
		cell, value, _ := strings.Cut(arg, "=")
		kind, rest, _ := strings.Cut(value, ":")
		switch kind {
		case "day":
			day, err := time.Parse(time.DateOnly, rest)
			ts.Check(err)
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			ts.Check(err)
			ts.Check(f.SetCellValue(sheet, cell, day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()/24))
			ts.Check(f.SetCellStyle(sheet, cell, cell, style))
		case "number":
			n, err := strconv.ParseFloat(rest, 64)
			ts.Check(err)
			style, err := f.NewStyle(&excelize.Style{})
			ts.Check(err)
			ts.Check(f.SetCellValue(sheet, cell, n))
			ts.Check(f.SetCellStyle(sheet, cell, cell, style))
		case "formula":
			ts.Check(f.SetCellFormula(sheet, cell, rest))
		case "hide":
			n, err := strconv.Atoi(rest)
			ts.Check(err)
			ts.Check(f.SetRowVisible(sheet, n, false))
		default:
			ts.Check(f.SetCellStr(sheet, cell, value))
		}
	}
	ts.Check(f.Save())
}

// office is a command of scripts: "office FORM FILE ..." opens files in LibreOffice, which saves
// them in another form, in the folder of that name.
func office(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: office FORM FILE ...")
	}
	ts.Check(ts.Exec("soffice", append([]string{"-env:UserInstallation=file://" + ts.MkAbs(".office"), "--headless", "--convert-to", args[0], "--outdir", args[0]}, args[1:]...)...))
}

// hasChoices is a command of scripts: "choices FILE.xlsx RANGE VALUES" fails when the cells of a range
// do not let people choose from values.
func hasChoices(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: choices FILE.xlsx RANGE VALUES")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	all, err := f.GetDataValidations(f.GetSheetName(0))
	ts.Check(err)
	for _, v := range all {
		if v.Sqref == args[1] && strings.Trim(html.UnescapeString(v.Formula1), `"`) == args[2] {
			return
		}
		ts.Logf("%s: %s", v.Sqref, v.Formula1)
	}
	ts.Fatalf("%s has no such choices", args[1])
}
