package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// problemPattern is a pattern of a problem matcher of Visual Studio Code.
type problemPattern struct {
	Regexp                            string
	File, Line, Column, Message, Code int
}

// TestVisualStudioCodeFindsWhatCheckSays runs the task of a new site in that site, and reads what
// it prints by the patterns of the task.
func TestVisualStudioCodeFindsWhatCheckSays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "een map")
	var out bytes.Buffer
	command := func(args ...string) string {
		out.Reset()
		run(t.Context(), environment{args: args, stdout: &out, stderr: io.Discard, getenv: func(string) string { return "" }, now: time.Now})
		return out.String()
	}
	command("new", "site", dir)
	t.Chdir(dir)
	var settings struct {
		Tasks []struct {
			Command        string
			Args           []string
			ProblemMatcher []struct {
				Severity string
				Pattern  problemPattern
			}
		}
	}
	if err := json.Unmarshal([]byte(readFile(t, ".vscode/tasks.json")), &settings); err != nil || len(settings.Tasks) != 1 {
		t.Fatal(err, settings)
	}
	task := settings.Tasks[0]
	names, err := filepath.Glob("content/*/*.md")
	if err != nil || len(names) < 4 {
		t.Fatal(err, names)
	}
	for _, name := range names {
		text := strings.Replace(readFile(t, name), "\n", "\nkleur: \"rood: fout: [x]\"\n", 1) + "\n[weg](../media/weg.pdf) a  b\n\nDit is, conform het vigerende beleid, [sic]\n"
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site := regexp.MustCompile(`(?m)^basis-url.*\n`).ReplaceAllString(readFile(t, "content/site.yaml"), "")
	if err := os.WriteFile("content/site.yaml", []byte(site), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "en"} {
		var want []string
		var list []struct {
			File, Severity, Code, Message string
			Line, Column                  int
		}
		if err := json.Unmarshal([]byte(command("check", "--format", "json", "--lang", lang)), &list); err != nil {
			t.Fatal(err)
		}
		for _, d := range list {
			want = append(want, strings.Join([]string{d.Severity, "content/" + d.File, strconv.Itoa(d.Line), strconv.Itoa(d.Column), d.Code, d.Message}, " "))
		}
		var got []string
		for line := range strings.Lines(command(append(slices.Clone(task.Args), "--lang", lang)...)) {
			for _, m := range task.ProblemMatcher {
				found := regexp.MustCompile(m.Pattern.Regexp).FindStringSubmatch(strings.TrimSuffix(line, "\n"))
				if p := m.Pattern; found != nil {
					got = append(got, strings.Join([]string{m.Severity, found[p.File], found[p.Line], found[p.Column], found[p.Code], found[p.Message]}, " "))
				}
			}
		}
		if !slices.Equal(got, want) || len(want) < 8 || !strings.HasPrefix(strings.Join(want, "\n"), "error ") {
			t.Errorf("%s: found\n%s\nwant\n%s", lang, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		severities := make(map[string]bool)
		for _, d := range list {
			severities[d.Severity] = true
		}
		if len(severities) != 3 {
			t.Errorf("only %v", severities)
		}
	}
}
