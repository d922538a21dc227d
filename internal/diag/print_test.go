package diag

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode"

	"wijkvisie/internal/source"
)

// at returns the place of a text in a file.
func at(f *source.File, text string) source.Pos {
	i := bytes.Index(f.Data, []byte(text))
	return f.Pos(i, i+len(text))
}

func example() List {
	programme := source.NewFile("programmas/stadswerken-2011.md", []byte("---\ntoezeggingen:\n  - id: x\n    behoeften: [overvecht/veilige-oversteek]\n"))
	vision := source.NewFile("wijkvisies/overvecht-2011.md", []byte("---\nbehoeften:\n  - id: veilige-oversteek-einsteindreef\n"))
	return List{
		At(at(programme, "overvecht/veilige-oversteek"), NeedUnknown, "overvecht/veilige-oversteek").
			WithHint(DidYouMean, "overvecht/veilige-oversteek-einsteindreef").
			WithRelated(at(vision, "veilige-oversteek-einsteindreef"), DefinedHere),
		InFile("site.yaml", SiteMissing).WithHint(MakeSite),
	}
}

func TestTextIsAsCompilersPrintIt(t *testing.T) {
	got := printed(t, example()[:1], PrintOptions{Prefix: "content"})
	want := strings.TrimPrefix(`
content/programmas/stadswerken-2011.md:4:17: fout: behoefte "overvecht/veilige-oversteek" bestaat niet [unknown-need]
    4 |     behoeften: [overvecht/veilige-oversteek]
      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   bedoelde u "overvecht/veilige-oversteek-einsteindreef"?  (wijkvisies/overvecht-2011.md:3)
`, "\n")
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestTextPutsTheMarkUnderTheText(t *testing.T) {
	for _, c := range []struct{ name, line, mark, source, carets string }{
		{"accents", "naam: één wijk", "wijk", "naam: één wijk", "          ^^^^"},
		{"letters with a separate accent", "naam: e\u0301e\u0301n wijk", "wijk", "naam: e\u0301e\u0301n wijk", "          ^^^^"},
		{"wide characters", "naam: 北京 wijk", "wijk", "naam: 北京 wijk", "           ^^^^"},
		{"tabs", "\tnaam: x", "naam", "    naam: x", "    ^^^^"},
		{"control characters", "a\x1b[31mb: x", "x", "a\ufffd[31mb: x", "         ^"},
		{"the whole line", "naam", "naam", "naam", "^^^^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := source.NewFile("x.md", []byte(c.line+"\n"))
			lines := strings.Split(printed(t, List{At(at(f, c.mark), KeyMissing, "x")}, PrintOptions{}), "\n")
			if got := strings.SplitN(lines[1], " | ", 2)[1]; got != c.source {
				t.Errorf("source line %q, want %q", got, c.source)
			}
			if got := strings.SplitN(lines[2], " | ", 2)[1]; got != c.carets {
				t.Errorf("mark %q, want %q", got, c.carets)
			}
		})
	}
}

func TestTextCutsLongLinesAroundTheMark(t *testing.T) {
	f := source.NewFile("x.md", []byte(strings.Repeat("a ", 400)+"HIER"+strings.Repeat(" b", 400)))
	lines := strings.Split(printed(t, List{At(at(f, "HIER"), KeyMissing, "x")}, PrintOptions{}), "\n")
	text, mark := strings.SplitN(lines[1], " | ", 2)[1], strings.SplitN(lines[2], " | ", 2)[1]
	if n := columns([]rune(text)); n > lineColumns+2 {
		t.Errorf("the line is %d columns long", n)
	}
	i := strings.Index(mark, "^^^^")
	if i < 0 || string([]rune(text)[i:i+4]) != "HIER" {
		t.Errorf("the mark does not stand under the text:\n%s\n%s", text, mark)
	}
}

func TestJSONHasTheKeysOfTheContract(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal([]byte(printed(t, example(), PrintOptions{Format: FormatJSON, Lang: English})), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d diagnostics, want 2", len(got))
	}
	for key, want := range map[string]any{
		"file": "programmas/stadswerken-2011.md", "line": 4.0, "column": 17.0, "endLine": 4.0, "endColumn": 44.0,
		"severity": "error", "code": "unknown-need", "message": `need "overvecht/veilige-oversteek" does not exist`,
		"hint": `did you mean "overvecht/veilige-oversteek-einsteindreef"?`,
	} {
		if got[0][key] != want {
			t.Errorf("%s is %v, want %v", key, got[0][key], want)
		}
	}
	related := got[0]["related"].([]any)[0].(map[string]any)
	if related["file"] != "wijkvisies/overvecht-2011.md" || related["line"] != 3.0 || related["column"] != 9.0 {
		t.Errorf("related is %v", related)
	}
	if got[1]["line"] != 1.0 || got[1]["column"] != 1.0 || got[1]["related"] == nil {
		t.Errorf("a file that was not read stands at %v", got[1])
	}
	if text := printed(t, nil, PrintOptions{Format: FormatJSON}); text != "[]\n" {
		t.Errorf("no diagnostics print as %q", text)
	}
}

func TestGitHubEscapesWhatItMust(t *testing.T) {
	f := source.NewFile("a,b:c.md", []byte("x"))
	got := printed(t, List{At(f.Whole(), NeedUnknown, "100%\nx")}, PrintOptions{Format: FormatGitHub, Prefix: "content"})
	if !strings.HasPrefix(got, "::error file=content/a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=2,title=unknown-need::") ||
		!strings.Contains(got, "100%25%0Ax") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %q", got)
	}
}

func TestSARIFIsOneRunWithRules(t *testing.T) {
	var log struct {
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID, Level string
				Locations     []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(printed(t, example(), PrintOptions{Format: FormatSARIF, Prefix: "mijn inhoud"})), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || run.ColumnKind != "unicodeCodePoints" || len(run.Tool.Driver.Rules) != 2 || len(run.Results) != 2 {
		t.Fatalf("got %+v", log)
	}
	place := run.Results[0].Locations[0].PhysicalLocation
	if run.Results[0].Level != "error" || place.ArtifactLocation.URI != "mijn%20inhoud/programmas/stadswerken-2011.md" ||
		place.Region.StartLine != 4 || place.Region.StartColumn != 17 || place.Region.EndColumn != 44 {
		t.Errorf("got %+v", run.Results[0])
	}
}

func TestSummaryCountsInPlainWords(t *testing.T) {
	f, g := source.NewFile("a.md", []byte("abc")), source.NewFile("b.md", []byte("abc"))
	e, w, i := At(f.Whole(), NeedUnknown, "x"), At(g.Whole(), HTMLFound, "b"), At(g.Pos(1, 2), Unanswered, "x")
	for _, c := range []struct {
		list   List
		nl, en string
	}{
		{nil, "", ""},
		{List{e}, "1 fout in 1 bestand.", "1 error in 1 file."},
		{List{e, e, w}, "2 fouten, 1 waarschuwing in 2 bestanden.", "2 errors, 1 warning in 2 files."},
		{List{i, i}, "2 opmerkingen in 1 bestand.", "2 remarks in 1 file."},
	} {
		if nl, en := Summary(c.list, Dutch), Summary(c.list, English); nl != c.nl || en != c.en {
			t.Errorf("got %q and %q, want %q and %q", nl, en, c.nl, c.en)
		}
	}
}

func TestSortPutsFilesLinesAndColumnsInOrder(t *testing.T) {
	f, g := source.NewFile("a.md", []byte("abc")), source.NewFile("b.md", []byte("abc"))
	l := List{At(g.Whole(), HTMLFound, "b"), At(f.Pos(2, 3), HTMLFound, "b"), At(f.Pos(1, 2), HTMLFound, "b"), At(f.Pos(2, 3), HTMLFound, "b")}
	l.Sort()
	if len(l) != 3 || l[0].Pos.Start != 1 || l[1].Pos.Start != 2 || l[2].Path() != "b.md" {
		t.Errorf("got %v", l)
	}
}

func TestLanguageOfTheEnvironment(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want Lang
	}{
		{nil, Dutch},
		{map[string]string{"LANG": "en_US.UTF-8"}, English},
		{map[string]string{"LANG": "C.UTF-8"}, Dutch},
		{map[string]string{"LANG": "de_DE.UTF-8"}, Dutch},
		{map[string]string{"LC_ALL": "nl_NL.UTF-8", "LANG": "en_US.UTF-8"}, Dutch},
		{map[string]string{"LC_MESSAGES": "en", "LANG": "nl_NL"}, English},
	} {
		if got := LangFromEnv(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v: got %v, want %v", c.env, got, c.want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a\tb\x1b[0m\r\n北"), 1, 3, "x\x07")
	f.Fuzz(func(t *testing.T, data []byte, start, end int, arg string) {
		file := source.NewFile("x.md", data)
		start = min(max(start, 0), len(data))
		end = min(max(end, start), len(data))
		for _, r := range printed(t, List{At(file.Pos(start, end), NeedUnknown, arg)}, PrintOptions{}) {
			if unicode.IsControl(r) && r != '\n' {
				t.Fatalf("a control character %q reached the terminal", r)
			}
		}
	})
}

func printed(t testing.TB, l List, opt PrintOptions) string {
	t.Helper()
	var b strings.Builder
	if err := Print(&b, l, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheSameOverAndOverIsSummedUp(t *testing.T) {
	var l List
	for range 40 {
		l = append(l, InFile("wijken/oost.md", KeyUnknown, "nam"))
	}
	l = append(l, InFile("wijken/oost.md", EmptyFile))
	var few, all strings.Builder
	if err := errors.Join(Print(&few, l, PrintOptions{Most: 25}), Print(&all, l, PrintOptions{})); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(few.String(), "[unknown-key]"); n != 25 {
		t.Errorf("%d are shown", n)
	}
	if !strings.Contains(few.String(), "… en nog 15 keer unknown-key") || !strings.Contains(few.String(), "[front-matter-missing]") {
		t.Errorf("got\n%s", few.String())
	}
	if n := strings.Count(all.String(), "[unknown-key]"); n != 40 || strings.Contains(all.String(), "…") {
		t.Errorf("%d of all are shown", n)
	}
}

// TestGitLabTellsDiagnosticsApart has a report that GitLab reads: fingerprints that differ, and that
// stay when a line is put before.
func TestGitLabTellsDiagnosticsApart(t *testing.T) {
	report := func(before string) []gitLabDiagnostic {
		f := source.NewFile("wijken/oost.md", []byte(before+"naam: een\nnaem: twee\nnaem: drie\n"))
		first, second := At(at(f, "naem: twee"), KeyMissing, "naam").WithHint(DidYouMean, "naam"), At(at(f, "naem: drie"), KeyMissing, "naam")
		var all []gitLabDiagnostic
		text := printed(t, List{first, second, InFile("site.yaml", SiteMissing)}, PrintOptions{Format: FormatGitLab, Prefix: "content"})
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return all
	}
	here, later := report(""), report("# een regel\n")
	seen := make(map[string]bool)
	for i, d := range here {
		if seen[d.Fingerprint] || d.Fingerprint != later[i].Fingerprint {
			t.Errorf("%+v has the fingerprint of another, or not that of %+v", d, later[i])
		}
		seen[d.Fingerprint] = true
	}
	if d := later[0]; d.Location.Path != "content/wijken/oost.md" || d.Location.Lines.Begin != 3 || d.Severity != "critical" || !strings.HasSuffix(d.Description, "; bedoelde u \"naam\"?") {
		t.Errorf("%+v", d)
	}
	if text := printed(t, nil, PrintOptions{Format: FormatGitLab}); text != "[]\n" {
		t.Errorf("of nothing it says %q", text)
	}
}
