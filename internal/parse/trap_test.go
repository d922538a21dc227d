package parse

import (
	"strings"
	"testing"
)

// The traps of package frontmatter and of YAML: what goes wrong in silence.
func TestNothingGoesWrongInSilence(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a byte-order mark", "\ufeff---\ntitl: x\n---\n", "2:1-5 unknown-key"},
		{"an unclosed block", "---\ntitel: Oost\n\nTekst.\n", `1:1-4 front-matter-unclosed "---"`},
		{"an unclosed block after blank lines", "\n\n---toml\ntitel = 1\n+++\n", `3:1-8 front-matter-unclosed "---"`},
		{"an unclosed JSON object", "{\n\"titel\": \"Oost\"\n\nTekst.\n", `1:1-2 front-matter-unclosed "}"`},
		{"an unknown key", fill("tietel: x\n"), "6:1-7 unknown-key"},
		{"a key twice", fill("titel: y\n"), `6:1-6 duplicate-key "titel" ~ 2:1-6 related/first-here`},
		{"a key twice in TOML", "+++\ntitel = 'a'\ntitel = 'b'\n+++\n", `3:1-6 duplicate-key "titel" ~ 2:1-6 related/first-here`},
		{"a table twice in TOML", "+++\n[bron]\ntitel = 'a'\n[bron]\n+++\n", `4:2-6 duplicate-key "bron" ~ 2:2-6 related/first-here`},
		{"a key twice in JSON", "{\n\"titel\": \"a\",\n\"titel\": \"b\"\n}\n", `3:1-8 duplicate-key "titel" ~ 2:1-8 related/first-here`},
		{"lines of the file, not of the block", "\n\n---\ntitel: Oost\nwijk: oost\nperiode: 2011\nstatus: klaar\n---\n", `7:9-14 invalid-value "status" "klaar"`},
		{"no front matter", "# Oost\n", "1:1-2 front-matter-missing"},
		{"a line like a delimiter", "----\ntitel: Oost\n----\n", "1:1-2 front-matter-missing"},
		{"nothing at all", " \n\n", "1:1-2 front-matter-missing/empty-file"},
		{"a second document", fill("--- {b: c}\n"), "6:5-11 front-matter-syntax/second-document"},
	} {
		_, problems := visionOf(c.data)
		if got := listing(problems); !strings.HasPrefix(got, strings.TrimSuffix(c.want, "\n")) && !strings.Contains(got, "\n"+c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestScalarsAreTextAsWritten(t *testing.T) {
	for _, written := range []string{"0110", "2011", "no", "1e3", "0x1F", "2011-10", "010", "true", "1_000", "12:30:45", "0o7", ".5", "2011-05-19", "=", "1.10"} {
		v, problems := Vision(file("wijkvisies/oost.md", fill("reden: "+written+"\nbehoeften:\n  - {id: a, titel: "+written+", thema: 'b', buurten: ["+written+"]}\n")))
		wantProblems(t, problems, "")
		if v.Reason.Value != written || v.Needs[0].Title.Value != written || v.Needs[0].Buurten[0].Value != written {
			t.Errorf("%s became %q, %q, %q", written, v.Reason.Value, v.Needs[0].Title.Value, v.Needs[0].Buurten[0].Value)
		}
	}
}

func TestWhatLooksLikeADelimiterInATextIsNone(t *testing.T) {
	for _, c := range []struct{ name, data, reason string }{
		{"indented in YAML", fill("reden: |\n  een\n  ---\n  twee\n"), "een\n---\ntwee"},
		{"dots indented in YAML", fill("reden: |\n  een\n  ...\n  twee\n"), "een\n...\ntwee"},
		{"in a TOML text", "+++\ntitel='a'\nwijk='oost'\nperiode=2011\nstatus='concept'\nreden=\"\"\"een\n+++\ntwee\"\"\"\n+++\n", "een\n+++\ntwee"},
		{"a brace in JSON", "{\n\"titel\":\"a\",\"wijk\":\"oost\",\"periode\":2011,\"status\":\"concept\",\"reden\":\"}\\\"}\",\"bron\":{\n}\n\n}\nTekst", `}"}`},
	} {
		v, problems := Vision(file("wijkvisies/oost.md", c.data))
		if listing(problems) != "" || v.Reason.Value != c.reason {
			t.Errorf("%s: %q, got %s", c.name, v.Reason.Value, listing(problems))
		}
	}
}

func TestNothingWrittenIsNotWritten(t *testing.T) {
	for _, empty := range []string{"", "null", "~", `""`, "''", `" "`} {
		_, problems := visionOf("---\ntitel: " + empty + "\nwijk: oost\nperiode: 2011\nstatus: concept\nreden: " + empty + "\nbehoeften: " + empty + "\n---\n")
		wantProblems(t, problems, `2:1-6 missing-key/empty "titel" → fill-key "titel" "Wijkvisie Overvecht 2011–2014"`)
	}
}

func TestAliasesHaveALimit(t *testing.T) {
	v, problems := Vision(file("wijkvisies/oost.md", fill(
		"reden: &r Reden\nsamenvatting: *r\nbron: &b {titel: x}\nbehoeften:\n  - {id: a, titel: b, thema: c, buurten: &l [d, e]}\n  - {id: f, titel: g, thema: h, buurten: *l}\n")))
	wantProblems(t, problems, "")
	if v.Summary.Value != "Reden" || len(v.Needs[1].Buurten) != 2 {
		t.Errorf("aliases: %+v", v)
	}
	v, problems = Vision(file("wijkvisies/oost.md", fill("inspraak: &i {van: 2011-01-01, url: 'https://a.nl'}\nbehoeften:\n  - &n {id: a, titel: b, thema: c}\n  - {<<: *n, id: d}\n")))
	wantProblems(t, problems, "")
	if len(v.Needs) != 2 || v.Needs[1].ID.Value != "d" || v.Needs[1].Title.Value != "b" {
		t.Errorf("merge: %+v", v.Needs)
	}

	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		p, n := string(rune('0'+i-1)), string(rune('0'+i))
		bomb += "a" + n + ": &a" + n + " [" + strings.TrimSuffix(strings.Repeat("*a"+p+", ", 10), ", ") + "]\n"
	}
	for _, data := range []string{bomb, "a: &a [*a]\n", "a: &a {b: *a}\n", "? &a [*a]\n: b\n"} {
		_, problems = visionOf("---\n" + data + "---\n")
		if !strings.Contains(listing(problems), "front-matter-syntax/too-intricate") {
			t.Errorf("%.40q: got %s", data, listing(problems))
		}
	}
}

func TestNestingHasALimit(t *testing.T) {
	const deep = 150_000
	for _, data := range []string{
		"---\na: " + strings.Repeat("[", deep) + "\n---\n",
		"---\na: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n---\n",
		"---\na: " + strings.Repeat("{a: ", deep) + "\n---\n",
		"---\n" + strings.Repeat("- ", deep) + "\n---\n",
		"+++\na = " + strings.Repeat("[", deep) + "\n+++\n",
		"+++\na = " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n+++\n",
		"+++\n" + strings.Repeat("a.", deep) + "a = 1\n+++\n",
		"+++\n[" + strings.Repeat("a.", deep) + "a]\n+++\n",
		"{\"a\": " + strings.Repeat("[", deep) + strings.Repeat("]", deep) + "}\n",
		strings.Repeat("{\"a\":", deep) + "1" + strings.Repeat("}", deep) + "\n",
	} {
		_, problems := visionOf(data)
		if !strings.Contains(listing(problems), "front-matter-syntax") {
			t.Errorf("%.30q: got %.200s", data, listing(problems))
		}
	}
}

func TestTagsAreReported(t *testing.T) {
	_, problems := visionOf(fill("reden: !!binary SGFsbG8=\n"))
	wantProblems(t, problems, `6:8-25 front-matter-syntax/tag-used "!!binary" → quote-value "\"!!binary SGFsbG8=\""`)
	v, problems := Vision(file("wijkvisies/oost.md", fill("reden: !!str 12\n")))
	wantProblems(t, problems, "")
	if v.Reason.Value != "12" {
		t.Errorf("reden: %q", v.Reason.Value)
	}
}
