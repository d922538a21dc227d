package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"wijkvisie/internal/diag"
)

var update = flag.Bool("update", false, "write what is printed into the archives of bad sites")

// goodSite is a small site with nothing wrong in it. Each archive in testdata/bad
// replaces files of it: with others, with none (a file that holds only "weg"), or,
// when the name ends in .escaped, with bytes written with the escapes of Go; in
// .repeated, with lines of how many times such bytes.
var goodSite = map[string]string{
	"site.yaml": `titel: Wijkvisies
gemeente: Utrecht
gemeentecode: GM0344
basis-url: https://example.nl
themas:
  - {id: verkeer, naam: Verkeer}
  - {id: groen, naam: Groen}
`,
	"wijken/oost.md": `---
naam: Oost
code: WK034405
buurten:
  - {id: haven, naam: De Haven, code: BU03440501}
---
Tekst.
`,
	"wijkvisies/oost-2011.md": `---
titel: Oost 2011
wijk: oost
periode: 2011-2014
status: vastgesteld
vastgesteld-op: 2011-05-19
behoeften:
  - {id: veilige-oversteek, titel: Veilig oversteken, thema: verkeer, prioriteit: 1, buurten: [haven]}
  - {id: meer-bomen, titel: Meer bomen, thema: groen, prioriteit: 2}
---
## Oversteken {#veilige-oversteek}

Zie [de wijk](../wijken/oost.md) en [bomen](#meer-bomen).
`,
	"diensten/werken.md": `---
naam: Werken
---
Tekst.
`,
	"programmas/werken-2011.md": `---
titel: Werken 2011
dienst: werken
jaar: 2011
status: vastgesteld
toezeggingen:
  - id: w-1
    titel: Plateau
    behoeften: [oost/veilige-oversteek]
    gereed: 2011-10
    voortgang:
      - {datum: 2011-04-11, status: in-uitvoering, tekst: Begonnen.}
antwoorden:
  - {behoefte: oost/meer-bomen, antwoord: nee, reden: Geen plek., datum: 2011-03-01}
---
Tekst.
`,
	"paginas/over.md": `---
titel: Over
---
Zie [de visie](../wijkvisies/oost-2011.md#meer-bomen).
`,
}

// TestBadSites checks every site in testdata/bad and compares what is printed, in Dutch and
// in English, and the exit status.
func TestBadSites(t *testing.T) {
	names, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 120 {
		t.Errorf("%d bad sites", len(names))
	}
	reported := make(map[diag.Code]bool)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			lay(t, dir, archive)
			got := map[string]string{"nl": checked(t, dir, "nl"), "en": checked(t, dir, "en")}
			for _, m := range regexp.MustCompile(`\[([a-z0-9-]+)\]\n`).FindAllStringSubmatch(got["nl"], -1) {
				reported[diag.Code(m[1])] = true
			}
			for lang, text := range got {
				checkHints(t, lang, text)
			}
			comparePrinted(t, name, archive, got)
		})
	}
	elsewhere := map[diag.Code]string{
		"template-error": "internal/theme", // not in the content
		"import-row":     "",               // no table is imported here
		"import-doubt":   "",               // as above
	}
	for _, c := range diag.Codes() {
		if _, ok := elsewhere[c]; !reported[c] && !ok {
			t.Errorf("no bad site has a %s", c)
		}
	}
}

// checkHints fails when a diagnostic has no hint below it.
func checkHints(t *testing.T, lang, text string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		isDiagnostic := strings.HasSuffix(line, "]") && !strings.HasPrefix(line, " ")
		if isDiagnostic && (i+1 == len(lines) || !strings.HasPrefix(lines[i+1], "   ")) {
			t.Errorf("in %s there is no hint for: %s", lang, line)
		}
	}
}

// comparePrinted compares what is printed, by language, with the archive, or writes it there.
func comparePrinted(t *testing.T, name string, archive *txtar.Archive, got map[string]string) {
	t.Helper()
	want := make(map[string]string)
	var content []txtar.File
	for _, f := range archive.Files {
		if lang, ok := strings.CutPrefix(f.Name, "printed."); ok {
			want[lang] = string(f.Data)
		} else {
			content = append(content, f)
		}
	}
	if *update {
		for _, lang := range []string{"nl", "en"} {
			content = append(content, txtar.File{Name: "printed." + lang, Data: []byte(got[lang])})
		}
		archive.Files = content
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for lang, text := range got {
		if text != want[lang] {
			t.Errorf("in %s:\n%s\nwant\n%s", lang, text, want[lang])
		}
	}
}

// lay writes a site: the good one, with what an archive replaces.
func lay(t *testing.T, dir string, archive *txtar.Archive) {
	t.Helper()
	files := maps.Clone(goodSite)
	for _, f := range archive.Files {
		name, escaped := strings.CutSuffix(f.Name, ".escaped")
		name, repeated := strings.CutSuffix(name, ".repeated")
		text := string(f.Data)
		switch {
		case strings.HasPrefix(name, "printed."):
			continue
		case escaped:
			var err error
			if text, err = strconv.Unquote(`"` + strings.TrimSuffix(text, "\n") + `"`); err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if unquoted, err := strconv.Unquote(`"` + name + `"`); err == nil {
				name = unquoted
			}
		case repeated:
			text = ""
			for line := range strings.Lines(string(f.Data)) { // "1000 text"
				times, part, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
				n, err := strconv.Atoi(times)
				if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
				part, err = strconv.Unquote(`"` + part + `"`)
				if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
				text += strings.Repeat(part, n)
			}
		case text == "weg\n":
			delete(files, name)
			continue
		}
		files[name] = text
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checked returns the exit status of check and what it says, without source lines.
func checked(t *testing.T, dir, lang string) string {
	t.Helper()
	var out, errs bytes.Buffer
	env := environment{
		args:   []string{"check", "--content", dir, "--date", "2011-06-01", "--lang", lang},
		stdout: &out, stderr: &errs,
		getenv: func(string) string { return "" },
		now:    time.Now,
	}
	status := run(context.Background(), env)
	if errs.Len() > 0 {
		t.Errorf("on standard error: %s", errs.String())
	}
	text := fmt.Sprintf("status %d\n", status)
	for line := range strings.Lines(strings.ReplaceAll(out.String(), dir+string(filepath.Separator), "")) {
		if source := regexp.MustCompile(`^ +\d* +\| `); source.MatchString(line) {
			continue
		}
		text += line
	}
	return filepath.ToSlash(text)
}
