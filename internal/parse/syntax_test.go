package parse

import (
	"strings"
	"testing"

	"wijkvisie/internal/source"
)

func TestSyntaxErrorsAreReportedInPlainWordsAtTheirPlace(t *testing.T) {
	yaml := func(lines string) string { return "---\ntitel: Oost\n" + lines + "---\nTekst.\n" }
	toml := func(lines string) string { return "+++\ntitel = 'Oost'\n" + lines + "+++\n" }
	json := func(lines string) string { return "{\n\"titel\": \"Oost\",\n" + lines + "}\n" }
	for _, c := range []struct{ data, want string }{
		{yaml("bron:\n\ttitel: x\n"), `4:1-2 tab → use-spaces`},
		{yaml("reden: a\n  \tb: x\n"), `4:1-4 tab → use-spaces`},
		{yaml("reden: Let op: x\nwijk: a\n"), `3:8-17 colon → quote-value "\"Let op: x\""`},
		{"---\nreden: “a: b”\n---\n", `2:8-14 colon → quote-value "\"a: b\""`},
		{yaml("reden: a:\n"), `3:8-10 colon → quote-value "\"a:\""`},
		{yaml("  wijk: oost\n"), `3:3-13 indent → align-line`},
		{yaml("bron:\n    titel: a\n  url: b\n"), `5:3-9 indent → align-line`},
		{yaml("behoeften:\n  - id: a\n    titel: b\n   thema: c\n"), `6:4-12 indent → align-line`},
		{yaml("behoeften:\n  - id: a\n  titel: b\n"), `5:3-11 indent → align-line`},
		{yaml("reden: \"a\nwijk: b\nperiode: c\n"), `3:8-10 quote → quote-value "\"a\""`},
		{yaml("behoeften:\n  - id: 'a\n    titel: b\n"), `4:9-11 quote → quote-value "\"a\""`},
		{yaml("reden: \"a\" en \"b\"\nwijk: b\n"), `3:11-18 after-quote → quote-value "\"a\\\" en \\\"b\""`},
		{yaml("reden: 'foto's'\nwijk: b\n"), `3:14-16 after-quote → quote-value "\"foto's\""`},
		{yaml("reden: [a, b\nwijk: c\n"), `3:8-13 bracket → write-as "[a, b]"`},
		{yaml("bron: {titel: a\nwijk: c\n"), `3:7-16 bracket → write-as "{titel: a}"`},
		{yaml("bron: {titel: \"a\" b}\n"), `3:15-20 after-quote → quote-value "\"\\\"a\\\" b\""`},
		{yaml("reden: [a, b]]\n"), `3:8-15 bracket`},
		{yaml("wijknetwerk: [Plek #2, b]\nwijk: a\n"), `3:15-22 bracket-in-text → quote-value "\"Plek #2\""`},
		{yaml("reden: |a\n  b\n"), `3:8-10 first-character "|" → break-block`},
		{yaml("behoeften:\n  - id: a\n    toelichting: > a\n      b\n    thema: c\n"), `5:18-21 first-character ">" → break-block`},
		{yaml("// een noot\nwijk: a\n"), `3:1-12 no-colon → write-as "# een noot"`},
		{yaml("<!-- een noot -->\nwijk: a\n"), `3:1-18 no-colon → write-as "# een noot"`},
		{yaml("wijknetwerk: [a, , b]\n"), `3:18-19 comma-double`},
		{yaml("wijknetwerk: [, b]\n"), `3:15-16 comma-double`},
		{yaml("behoeften:\n  - id: a\n    titel: b\n    ingebracht-door: [a] [b]\n"), `6:22-29 bracket-in-text → use-list "a, b"`},
		{yaml("behoeften:\n  - id: a\n    titel: b\n    ingebracht-door: [a, b] van c\n"), `6:22-34 bracket-in-text → use-list "a, b van c"`},
		{yaml("wijk oost\nreden: a\n"), `3:1-10 no-colon → write-as "wijk: oost"`},
		{yaml("reden: a\nwijk oost\n"), `4:1-10 no-colon → write-as "wijk: oost"`},
		{yaml("reden: @oost\n"), `3:8-13 first-character "@" → quote-value "\"@oost\""`},
		{yaml("reden: `oost`\n"), "3:8-14 first-character \"`\" → quote-value \"\\\"`oost`\\\"\""},
		{yaml("reden: %oost\n"), `3:8-13 first-character "%" → quote-value "\"%oost\""`},
		{yaml("reden: *oost* is mooi\n"), `3:8-22 first-character "*" → quote-value "\"*oost* is mooi\""`},
		{yaml("reden: *oost\n"), `3:8-13 alias "*oost" → quote-value "\"*oost\""`},
		{yaml("reden: - a\n"), `3:8-11 item → quote-value "\"- a\""`},
		{yaml("reden: \"c:\\dir\"\n"), `3:8-16 escape → use-single-quotes`},
		{yaml("reden: |a\n"), `3:8-10 first-character "|" → quote-value "\"|a\""`},
		{yaml("reden: & b\n"), `3:8-11 first-character "&" → quote-value "\"& b\""`},
		{yaml("reden: a\x01b\n"), `3:9-10 invisible`},
		{yaml("- a\n"), `3:1-4 indent → align-line`},
		{"---\nreden: \"a\n---\n", `2:8-10 quote → quote-value "\"a\""`},
		{yaml("reden: 't Zand\nwijk: a\n"), `3:8-15 apostrophe → quote-value "\"'t Zand\""`},
		{yaml("reden: 's-Hertogenbosch # de stad\nwijk: a\n# dat is 't\nb: c\n"), `3:8-24 apostrophe → quote-value "\"'s-Hertogenbosch\""`},
		{yaml("behoeften:\n  - id: a\n    titel: 't Zand\n    thema: b\n  - id: c\n    titel: het 't\n"), `5:12-19 apostrophe → quote-value "\"'t Zand\""`},
		{yaml("reden: [Concept] a: b\n"), `3:8-22 colon → quote-value "\"[Concept] a: b\""`},
		{yaml("reden: [Concept] a\n"), `3:8-19 bracket-in-text → quote-value "\"[Concept] a\""`},
		{yaml("bron: {titel: Let op: hek, url: https://a.nl}\n"), `3:15-26 colon → quote-value "\"Let op: hek\""`},
		{yaml("bron: {titel: @hek, url: b}\n"), `3:15-19 first-character "@" → quote-value "\"@hek\""`},
		{yaml("reden: a: b # c\n"), `3:8-12 colon → quote-value "\"a: b\""`},
		{yaml("bron:\n\u00a0\u00a0titel: a\n  url: b\n"), `4:1-3 invisible`},
		{yaml("reden: a: b\nwijk: @oost\nperiode: [a\nstatus: \"b\"c\nbron: x\n  y: z\n"), `3:8-12 colon → quote-value "\"a: b\""` + "\n" +
			`4:7-12 first-character "@" → quote-value "\"@oost\""` + "\n" + `5:10-12 bracket → write-as "[a]"` + "\n" +
			`6:9-13 after-quote → choose "[concept inspraak vastgesteld ingetrokken]"` + "\n" + `8:3-7 indent → align-line`},
		{"---\na: b: c\n---\n", `2:4-8 colon → quote-value "\"b: c\""`},

		{toml("wijk = Oost aan zee\n"), `3:8-20 unquoted → quote-value "\"Oost aan zee\""`},
		{toml("vastgesteld-op = 19-5-2011\n"), `3:18-27 unquoted → write-as "2011-05-19"`},
		{toml("gereed = 2011-10\n"), `3:10-17 unquoted → quote-value "\"2011-10\""`},
		{toml("wijk: oost\n"), `3:1-11 no-equals → write-as "wijk = \"oost\""`},
		{toml("wijk = \"oost\n"), `3:8-13 quote → close-quote "\""`},
		{toml("wijk = 't Zand\n"), `3:8-15 apostrophe → quote-value "\"'t Zand\""`},
		{toml("wijk = [\"a\" \"b\"]\n"), `3:13-17 bracket`},
		{toml("wijk = \"a\" b\n"), `3:12-13 after-quote → quote-value "\"\\\"a\\\" b\""`},
		{toml("wijk = \"c:\\dir\"\n"), `3:11-16 escape → use-single-quotes`},

		{json("\"wijk\": \"a\"\n\"reden\": \"b\"\n"), `4:1-13 comma`},
		{json("\"wijk\": \"a\",\n"), `4:1-2 comma-too-many`},
		{json("wijk: \"a\"\n"), `3:1-10 unquoted-key`},
		{json("\"wijk\": oost\n"), `3:9-13 unquoted`},
		{json("\"wijk\": 'oost'\n"), `3:9-15 unquoted`},
		{json("\"wijk\": \"oost\n"), `3:9-14 quote → close-quote "\""`},
		{json("\"wijk\": [1 2]\n"), `3:12-14 comma`},
		{"{\"a\": 1} tekst\n", `1:9-15 text-after-object`},
	} {
		v, problems := Vision(file("wijkvisies/oost.md", c.data))
		got := strings.ReplaceAll(listing(problems), "front-matter-syntax/", "")
		if got != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.data, got, c.want)
		}
		if !v.Broken {
			t.Errorf("%q: not broken", c.data)
		}
	}
}

func TestAFileThatIsNotTextHasOneProblem(t *testing.T) {
	utf16 := func(order string) string {
		s := ""
		for _, c := range "---\ntitel: Oost\n---\n" {
			if order == "le" {
				s += string([]byte{byte(c), 0})
			} else {
				s += string([]byte{0, byte(c)})
			}
		}
		return s
	}
	for _, c := range []struct{ name, data, want string }{
		{"UTF-16 with a mark", "\xff\xfe" + utf16("le"), `not-utf8/utf-16 → save-as-utf8`},
		{"UTF-16 the other way", "\xfe\xff" + utf16("be"), `not-utf8/utf-16 → save-as-utf8`},
		{"UTF-16 without a mark", utf16("le"), `not-utf8/utf-16 → save-as-utf8`},
		{"UTF-16 the other way without", utf16("be"), `not-utf8/utf-16 → save-as-utf8`},
		{"NUL", "---\ntitel: \x00\n---\n", `not-utf8/nul ~ 2:8-9 related/nul-here → save-as-utf8`},
		{"Windows-1252", "---\nTitel: Caf\xe9 \x80\n---\n", `not-utf8 "Windows-1252" ~ 2:11-12 related/invalid-here → save-as-utf8`},
		{"the encoding of DOS", "---\ntitel: dr\x82ef\n---\n", `not-utf8/unknown ~ 2:10-11 related/invalid-here → save-as-utf8`},
		{"that of an old Macintosh", "---\ntitel: dr\x8eef\n---\n", `not-utf8/unknown ~ 2:10-11 related/invalid-here → save-as-utf8`},
		{"two encodings", "---\ntitel: caf\xe9\n---\ncaf\u00e9\n", `not-utf8/unknown ~ 2:11-12 related/invalid-here → save-as-utf8`},
		{"something else", "---\ntitel: \x81\n<<<<<<< a\n", `not-utf8/unknown ~ 2:8-9 related/invalid-here → save-as-utf8`},
	} {
		_, problems := Vision(file("wijkvisies/Oost.md", c.data))
		got := listing(problems)
		if !strings.HasPrefix(got, "1:1-") || !strings.HasSuffix(got, " "+c.want) {
			t.Errorf("%s: got %s\nwant %s", c.name, got, c.want)
		}
		_, problems = Site(file("site.yaml", c.data))
		if !strings.HasSuffix(listing(problems), " "+c.want) {
			t.Errorf("%s in site.yaml: got %s", c.name, listing(problems))
		}
	}
}

func TestConflictsOfAMergeAreReported(t *testing.T) {
	const want = "conflict-marker → resolve-merge"
	for _, c := range []struct{ name, data, want string }{
		{"in front matter", "---\n<<<<<<< HEAD\ntitel: a\n=======\ntitel: b\n>>>>>>> x\n---\n", "2:1-13 " + want},
		{"two of them", "---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n---\n\n<<<<<<< HEAD\r\nc\r\n=======\r\nd\r\n>>>>>>> x\r\n", "2:1-13 " + want + "\n9:1-13 " + want},
		{"around the delimiters", "<<<<<<< HEAD\n---\ntitel: a\n---\n=======\n>>>>>>> x\n", "1:1-13 " + want},
		{"what is left of one", fill("=======\n"), "6:1-8 " + want},
		{"its end", fill("") + "tekst\n>>>>>>> x\n", "8:1-10 " + want},
		{"a heading", fill("") + "Titel\n=======\n", ""},
		{"in a code block", fill("") + "```\n<<<<<<< HEAD\n>>>>>>> x\n```\n", ""},
		{"after a code block", fill("") + "~~~~ x\n~~~\n```\n~~~~\n<<<<<<< HEAD\n", "11:1-13 " + want},
		{"indented", fill("") + "    <<<<<<< HEAD\n", ""},
		{"longer rows", fill("") + "<<<<<<<< x\n\n========\n", ""},
	} {
		_, problems := visionOf(c.data)
		if got := listing(problems); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	_, problems := Site(file("site.yaml", "titel: a\n<<<<<<< HEAD\n"))
	wantProblems(t, problems, "2:1-13 "+want)
}

func TestSiteIsYAMLFromTheFirstLineToTheLast(t *testing.T) {
	const whole = "titel: A\ngemeente: B\nthemas: [{id: a, naam: b}]\n"
	for _, c := range []struct{ data, want string }{
		{whole, ""},
		{source.BOM + whole, ""},
		{"---\n" + whole, ""},
		{"# a\n---\n" + whole + "...\n", ""},
		{"---\n" + whole + "---\n", ""},
		{whole + "---\nomschrijving: c\n", "5:1-16 front-matter-syntax/second-document → remove-second-document"},
		{"", `1:1-1 missing-key "gemeente" → add-key "gemeente" "Utrecht"` + "\n" + `1:1-1 missing-key "themas" → add-key "themas" "[{id: verkeer, naam: Verkeer}]"` + "\n" + `1:1-1 missing-key "titel" → add-key "titel" "Wijkvisies Utrecht"`},
		{"titel: A\ngemeente: B\nthemas: []\n", `3:1-7 missing-key/empty "themas" → fill-key "themas" "[{id: verkeer, naam: Verkeer}]"`},
		{"tekst\n", "1:1-6 front-matter-syntax/not-a-mapping"},
		{"titel: \"a\n", `1:8-10 front-matter-syntax/quote → quote-value "\"a\""`},
	} {
		_, problems := Site(file("site.yaml", c.data))
		if got := listing(problems); got != c.want {
			t.Errorf("%q: got\n%s\nwant\n%s", c.data, got, c.want)
		}
	}
}

func TestFrontMatterThatIsTooLargeIsNotRead(t *testing.T) {
	_, problems := visionOf(fill("reden: " + strings.Repeat("a", 1<<20) + "\nb: : c\n"))
	wantProblems(t, problems, `1:1-4 file-too-large/front-matter-too-large "1025" "1024" → make-smaller`)
}
