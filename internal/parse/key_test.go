package parse

import (
	"strings"
	"testing"
)

func TestProblemsWithKeys(t *testing.T) {
	const title = `add-key "titel" "Wijkvisie Overvecht 2011–2014"`
	for _, c := range []struct{ name, data, want string }{
		{"all are missing", "---\nreden: x\n---\n", `2:1-9 missing-key "periode" → add-key "periode" "2011-2014"` + "\n" +
			`2:1-9 missing-key "status" → add-key "status" "concept"` + "\n" +
			`2:1-9 missing-key "titel" → ` + title + "\n" +
			`2:1-9 missing-key "wijk" → add-key "wijk" "overvecht"`},
		{"of a list's item", fill("behoeften:\n  - id: a\n    titel: b\n  - {titel: c, id: d}\n"),
			`7:5-10 missing-key "thema" → add-key "thema" "verkeer"` + "\n" + `9:5-22 missing-key "thema" → add-key "thema" "verkeer"`},
		{"one cause, one message", "---\ntietel: Oost\nwijk: oost\nperiode: 2011\nstatus: concept\n---\n", `2:1-7 unknown-key "tietel" → did-you-mean "titel"`},
		{"capitals", "---\nTitel: Oost\nwijk: oost\nperiode: 2011\nstatus: concept\n---\n", `2:1-6 unknown-key "Titel" → did-you-mean "titel"`},
		{"a text with a comma in braces", fill("bron: {titel: West, Oost}\n"), `6:21-25 unknown-key/without-value "Oost" → quote-value "\"West, Oost\""`},
		{"unknown and empty", fill("kleur:\n"), `6:1-6 unknown-key "kleur" → choose "[titel wijk periode status vastgesteld-op vastgesteld-door inspraak ingetrokken-op reden publiceren-op samenvatting samenvatting-en bron adviezen behoeften voorheen]"`},
		{"three times", fill("reden: a\nreden: b\nreden: c\n"), `7:1-6 duplicate-key "reden" ~ 6:1-6 related/first-here → remove-one` + "\n" + `8:1-6 duplicate-key "reden" ~ 6:1-6 related/first-here → remove-one`},
		{"a text for a list", fill("behoeften:\n  - {id: a, titel: b, thema: c, buurten: taagdreef}\n"), `7:42-51 wrong-type "buurten" "word/word-list" "word/word-text" → use-list "taagdreef"`},
		{"a list for a text", fill("reden: [a, b]\n"), `6:8-14 wrong-type "reden" "word/word-text" "word/word-list" → quote-value "\"[a, b]\""`},
		{"a mapping for a text", fill("behoeften:\n  - id: a\n    titel: b\n    thema: c\n    ingebracht-door:\n      - Wijkraad: Oost\n"),
			`11:9-23 wrong-type "ingebracht-door" "word/word-text" "word/word-mapping" → quote-value "\"Wijkraad: Oost\""`},
		{"a text for a mapping", fill("bron: Collegebesluit\n"), `6:7-21 wrong-type "bron" "word/word-mapping" "word/word-text" → write-as "{titel: Collegebesluit}"`},
		{"texts for mappings", fill("behoeften: [een, twee]\n"), strings.Join([]string{
			`6:13-16 wrong-type "behoeften" "word/word-mapping" "word/word-text" → form-of "behoeften: [{id: veilige-oversteek, titel: Veilig oversteken, thema: verkeer}]"`,
			`6:18-22 wrong-type "behoeften" "word/word-mapping" "word/word-text" → form-of "behoeften: [{id: veilige-oversteek, titel: Veilig oversteken, thema: verkeer}]"`}, "\n")},
		{"a text for a number", fill("behoeften:\n  - {id: a, titel: b, thema: c, prioriteit: hoog}\n"), `7:45-49 wrong-type "prioriteit" "word/word-number" "word/word-text" → form-of "prioriteit: 1"`},
		{"a number for a text in TOML", "+++\ntitel = 2011\nwijk = 'o'\nperiode = 2011\nstatus = 'concept'\n+++\n", `2:9-13 wrong-type "titel" "word/word-text" "word/word-number" → quote-value "\"2011\""`},
		{"a truth value for a text in JSON", "{\n\"titel\": true, \"wijk\": \"o\", \"periode\": 2011, \"status\": \"concept\"}\n", `2:10-14 wrong-type "titel" "word/word-text" "word/word-true-false" → quote-value "\"true\""`},
		{"a date for a text in TOML", "+++\ntitel = 2011-05-19\nwijk = 'o'\nperiode = 2011\nstatus = 'concept'\n+++\n", `2:9-19 wrong-type "titel" "word/word-text" "word/word-date" → quote-value "\"2011-05-19\""`},
		{"no mapping at all", "---\nOost\n---\n", `2:1-5 front-matter-syntax/not-a-mapping`},
		{"a list at the top", "---\n- titel: Oost\n---\n", `2:1-14 front-matter-syntax/not-a-mapping`},
		{"a key that is a mapping", fill("reden: {{ reden }}\n"), `6:9-18 front-matter-syntax/key-not-text → quote-text`},
		{"cut off by a comment", fill("reden: Speelplek #2 en 3\n"), `6:8-25 truncated-value "Speelplek" "#2 en 3" → quote-value "\"Speelplek #2 en 3\""`},
		{"cut off whole", fill("reden: #teamoost\n"), `6:8-17 truncated-value "" "#teamoost" → quote-value "\"#teamoost\""`},
		{"a note is no text", fill("reden: a # b\nsamenvatting: 'a' # b\nbron: {titel: b} # c\n"), ``},
		{"a note behind what is no text", fill("vastgesteld-op: 2011-05-19 #check\nbehoeften:\n  - id: a\n    titel: b #c\n    thema: groen #d\n    prioriteit: 2 #was 1\n    buurten: [a] #e\n"),
			`6:17-34 truncated-value "2011-05-19" "#check" → space-after-hash "# check"` + "\n" +
				`9:12-16 truncated-value "b" "#c" → quote-value "\"b #c\""` + "\n" +
				`10:12-20 truncated-value "groen" "#d" → space-after-hash "# d"` + "\n" +
				`11:17-25 truncated-value "2" "#was 1" → space-after-hash "# was 1"` + "\n" +
				`12:18-20 truncated-value/after-list "#e" → space-after-hash "# e"`},
		{"a sign before a value, which is not missing then", "---\ntitel: #oost\nwijk: #oost\nperiode: 2011\nstatus: concept\n---\n",
			`2:8-13 truncated-value "" "#oost" → quote-value "\"#oost\""` + "\n" + `3:7-12 truncated-value "" "#oost" → write-as "oost"`},
		{"no-break spaces before a key", "---\ntitel: a\n\u00a0\u00a0wijk: oost\nperiode: 2011\nstatus: concept\n---\n", `3:1-3 front-matter-syntax/invisible`},
		{"an empty block", "---\n---\n", `1:1-4 missing-key "periode" → add-key "periode" "2011-2014"` + "\n" +
			`1:1-4 missing-key "status" → add-key "status" "concept"` + "\n" +
			`1:1-4 missing-key "titel" → ` + title + "\n" +
			`1:1-4 missing-key "wijk" → add-key "wijk" "overvecht"`},
	} {
		_, problems := visionOf(c.data)
		if got := listing(problems); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestContactsForSecurity(t *testing.T) {
	for _, c := range []struct {
		name, data, want string
		contacts         int
	}{
		{"one", "{contact: mailto:a@example.nl, verloopt: 2027-06-01}", ``, 1},
		{"two, and a policy", "{contact: [mailto:a@example.nl, https://example.nl/meld], beleid: https://example.nl/beleid, verloopt: 2027-06-01}", ``, 2},
		{"no list is empty", "{contact: [], verloopt: 2027-06-01}", `3:15-22 missing-key/empty "contact" → fill-key "contact" "mailto:security@example.nl"`, 0},
		{"a bare mail address", "{contact: a@example.nl, verloopt: 2027-06-01}", `3:24-36 invalid-value/not-url "a@example.nl" → write-as "mailto:a@example.nl"`, 0},
		{"a bare one among two", "{contact: [mailto:b@example.nl, a@example.nl], verloopt: 2027-06-01}", `3:46-58 invalid-value/not-url "a@example.nl" → write-as "mailto:a@example.nl"`, 1},
		{"a mapping", "{contact: {naam: x}, verloopt: 2027-06-01}", `3:24-33 wrong-type "contact" "word/word-text" "word/word-mapping" → form-of "contact: mailto:security@example.nl"`, 0},
		{"a policy that is not safe on its way", "{contact: mailto:a@example.nl, beleid: http://example.nl/beleid, verloopt: 2027-06-01}",
			`3:53-77 invalid-value/not-url "http://example.nl/beleid" → form-of "https://example.nl/kwetsbaarheid-melden"`, 1},
	} {
		site, problems := Site(file("site.yaml", "titel: W\ngemeente: U\nbeveiliging: "+c.data+"\nthemas: [{id: a, naam: A}]\n"))
		if got := listing(problems); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if len(site.SecurityContacts) != c.contacts {
			t.Errorf("%s: the contacts are %v, want %d", c.name, site.SecurityContacts, c.contacts)
		}
	}
}

func TestRequirementsWithinAFile(t *testing.T) {
	vision := func(status, lines string) string {
		return "---\ntitel: Oost\nwijk: oost\nperiode: 2011-2014\nstatus: " + status + "\n" + lines + "---\n"
	}
	programme := func(lines string) string {
		return "---\ntitel: A\ndienst: a\nstatus: concept\n" + lines + "---\n"
	}
	log := func(entry string) string {
		return programme("jaar: 2011\ntoezeggingen:\n  - id: a\n    titel: b\n    voortgang:\n      - " + entry + "\n")
	}
	need := func(keys string) string {
		return vision("concept", "behoeften:\n  - {id: a, titel: b, thema: c, "+keys+"}\n")
	}
	for _, c := range []struct{ path, data, want string }{
		{"wijkvisies/a.md", vision("vastgesteld", ""), `2:1-12 missing-key "vastgesteld-op" → add-key "vastgesteld-op" "2011-05-19"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteld-op:\n"), `6:1-15 missing-key/empty "vastgesteld-op" → fill-key "vastgesteld-op" "2011-05-19"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteldop: 2011-05-19\n"), `6:1-14 unknown-key "vastgesteldop" → did-you-mean "vastgesteld-op"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteld-op: gisteren\n"), `6:17-25 invalid-date "gisteren" → write-date-as`},
		{"wijkvisies/a.md", vision("ingetrokken", ""), `2:1-12 missing-key "ingetrokken-op" → add-key "ingetrokken-op" "2013-01-01"` + "\n" + `2:1-12 missing-reason/withdrawn → add-reason`},
		{"wijkvisies/a.md", vision("ingetrokken", "ingetrokken-op: 2013-01-01\nreden: ''\n"), `7:1-6 missing-reason/withdrawn → add-reason`},
		{"wijkvisies/a.md", vision("klaar", ""), `5:9-14 invalid-value "status" "klaar" → choose "[concept inspraak vastgesteld ingetrokken]"`},
		{"wijkvisies/a.md", vision("Vastgesteld", "inspraak: {van: 2012-01-01, tot-en-met: 2011-01-01}\n"),
			`5:9-20 invalid-value "status" "Vastgesteld" → did-you-mean "vastgesteld"` + "\n" + `6:41-51 invalid-date/reversed "2011-01-01" "2012-01-01" ~ 6:17-27 related/first-here`},
		{"programmas/a.md", programme(""), `2:1-9 missing-key "jaar" → add-key "jaar" "2011"`},
		{"programmas/a.md", programme("perxiode: 2011-2014\n"), `5:1-9 unknown-key "perxiode" → did-you-mean "periode"`},
		{"programmas/a.md", programme("jaar:\n"), `5:1-5 missing-key/empty "jaar" → fill-key "jaar" "2011"`},
		{"programmas/a.md", programme("periode: 2011-2014\n"), ``},
		{"programmas/a.md", programme("jaar: 2011-2014\n"), `5:7-16 invalid-value/not-year "2011-2014" → use-period "2011-2014"`},
		{"programmas/a.md", programme("jaar: 2011\nperiode: 2011-2014\n"), `6:1-8 invalid-value/year-and-period ~ 5:1-5 related/first-here → remove-one`},
		{"programmas/a.md", log("{datum: 2011-01-01}"), `10:9-28 missing-key/progress-empty → add-key "tekst" "De aannemer is begonnen."`},
		{"programmas/a.md", log("{tekst: x}"), `10:9-19 missing-key "datum" → add-key "datum" "2011-04-11"`},
		{"wijkvisies/a.md", vision("concept", "adviezen: [{tekst: x}]\n"),
			`6:12-22 missing-key "datum" → add-key "datum" "2011-03-10"` + "\n" + `6:12-22 missing-key "van" → add-key "van" "Wijkraad Overvecht"`},
		{"wijkvisies/a.md", need("vervallen-op: 2012-01-01"), `7:5-58 missing-reason/need-dropped → add-reason`},
		{"wijkvisies/a.md", need("reden: x"), `7:5-42 missing-key "vervallen-op" → add-key "vervallen-op" "2013-01-15"`},
		{"wijkvisies/a.md", need("toegevoegd-op: 2012-01-01, vervallen-op: 2011-01-01, reden: x"), `7:74-84 invalid-date/reversed "2011-01-01" "2012-01-01" ~ 7:48-58 related/first-here`},
		{"wijkvisies/a.md", need("oordelen: [{datum: 2012-01-01, door: x, oordeel: deels, over: [a]}]"), `7:95-98 wrong-type "over" "word/word-text" "word/word-list" → write-as "a"`},
		{"diensten/a.md", "---\nnaam: A\nsoort: corporatie\n---\n", `3:8-18 invalid-value "soort" "corporatie" → choose "[dienst partner]"`},
		{"programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: ingetrokken\n---\n",
			`2:1-9 missing-key "ingetrokken-op" → add-key "ingetrokken-op" "2011-12-20"` + "\n" + `2:1-9 missing-reason/programme-withdrawn → add-reason`},
		{"programmas/a.md", programme("jaar: 2011\nvastgesteld-op: 2011-02-01\ningetrokken-op: 2011-01-01\n"), `7:17-27 invalid-date/reversed "2011-01-01" "2011-02-01" ~ 6:17-27 related/first-here`},
		{"programmas/a.md", log("{datum: 2011-01-01, gereed: 2012}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, bron: {titel: x}}"), `10:9-46 missing-key/progress-empty → add-key "tekst" "De aannemer is begonnen."`},
		{"programmas/a.md", log("{datum: 2011-01-01, tekst: x, beeld: {}}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, tekst: x, beeld: {bestand: ../media/a.jpg}}"), `10:46-71 missing-key "alt" → add-key "alt" "Het plateau met middenberm"`},
		{"programmas/a.md", log("{datum: 2011-01-01, gereed: onbekend, reden: x}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, status: vervallen}"), `10:9-47 missing-reason/dropped → add-reason`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: doorgeschoven, gereed: 2012}"), `10:9-65 missing-reason/postponed → add-reason`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: doorgeschoven, reden: x, naar: b}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, tekst: y, naar: b}"), `10:45-46 invalid-value/to-without-status → write-as "status: doorgeschoven"`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: in uitvoering}"), `10:37-50 invalid-value "status" "in uitvoering" → did-you-mean "in-uitvoering"`},
		{"programmas/a.md", programme("jaar: 2011\nantwoorden:\n  - {behoefte: a/b, antwoord: nee, datum: 2011-01-01}\n"), `7:5-54 missing-reason/answer → add-reason`},
	} {
		var got string
		switch f := file(c.path, c.data); strings.Split(c.path, "/")[0] {
		case "wijkvisies":
			_, problems := Vision(f)
			got = listing(problems)
		case "diensten":
			_, problems := Department(f)
			got = listing(problems)
		default:
			_, problems := Programme(f)
			got = listing(problems)
		}
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.data, got, c.want)
		}
	}
}

func TestALaterDateNeedsAReason(t *testing.T) {
	const reported = "missing-reason/new-date → add-reason"
	for _, c := range []struct{ name, due, entries, want string }{
		{"later", "2011-10", "{datum: 2011-01-01, gereed: 2012-03}", "10:9-45 " + reported},
		{"later, with a reason", "2011-10", "{datum: 2011-01-01, gereed: 2012-03, reden: x}", ``},
		{"later, with an empty reason", "2011-10", "{datum: 2011-01-01, gereed: 2012-03, reden: }", "10:46-51 " + reported},
		{"a misspelt reason", "2011-10", "{datum: 2011-01-01, gereed: 2012-03, redn: x}", `10:46-50 unknown-key "redn" → did-you-mean "reden"`},
		{"the same", "2011-10", "{datum: 2011-01-01, gereed: 2011-10}", ``},
		{"earlier", "2012-06", "{datum: 2011-01-01, gereed: 2012-03}", ``},
		{"finer", "2012", "{datum: 2011-01-01, gereed: 2012-06}", ``},
		{"finer, and later within the year that was promised", "2012", "{datum: 2011-01-01, gereed: 2012-06}, {datum: 2011-02-01, gereed: 2012-12}", ``},
		{"coarser", "2012-06", "{datum: 2011-01-01, gereed: 2012}", "10:9-42 " + reported},
		{"a leap day after the last of February", "2012-02", "{datum: 2011-01-01, gereed: 2012-02-29}", ``},
		{"later twice", "2011", "{datum: 2011-01-01, gereed: 2012, reden: x}, {datum: 2011-02-01, gereed: 2013}", "10:54-87 " + reported},
		{"later, and then earlier than that", "2011", "{datum: 2011-01-01, gereed: 2013, reden: x}, {datum: 2011-02-01, gereed: 2012}", ``},
		{"unknown, when it was known", "2011", "{datum: 2011-01-01, gereed: onbekend}", "10:9-46 " + reported},
		{"unknown still", "onbekend", "{datum: 2011-01-01, gereed: onbekend}", ``},
		{"known at last", "onbekend", "{datum: 2011-01-01, gereed: 2014}", ``},
		{"unknown for a while, and then later", "2011", "{datum: 2011-01-01, gereed: onbekend, reden: x}, {datum: 2011-02-01, gereed: 2013}", "10:58-91 " + reported},
		{"unknown for a while, and then as before", "2011", "{datum: 2011-01-01, gereed: onbekend, reden: x}, {datum: 2011-02-01, gereed: 2011-12}", ``},
		{"going on, when it was to be done", "2011", "{datum: 2011-01-01, gereed: doorlopend}", "10:9-48 " + reported},
		{"going on, and then done some day", "doorlopend", "{datum: 2011-01-01, gereed: 2014}", ``},
		{"by date, and not by place", "2011", "{datum: 2011-02-01, gereed: 2012}, {datum: 2011-01-01, gereed: 2012, reden: x}", ``},
		{"dropped as well: one message", "2011", "{datum: 2011-01-01, gereed: 2012, status: vervallen}", "10:9-61 missing-reason/dropped → add-reason"},
		{"among entries that are none", "2011", "{}, {datum: 2011-01-01, gereed: 2012}", "10:13-46 " + reported},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Programme(file("programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a\n    titel: b\n    voortgang: [\n        "+
				c.entries+"]\n    gereed: "+c.due+"\n---\n"))
			wantProblems(t, problems, c.want)
		})
	}
}

func TestProofIsAWebAddressOrAFileInMedia(t *testing.T) {
	for _, c := range []struct{ bron, want string }{
		{"https://example.nl/a", ``},
		{"../media/a.pdf", ``},
		{"../media/2011/a%20b.pdf", ``},
		{"../media/a.pdf#page=2", ``},
		{"media/a.pdf", `invalid-value/not-link "media/a.pdf" → write-as "../media/a.pdf"`},
		{"/media/a.pdf", `invalid-value/not-link "/media/a.pdf" → write-as "../media/a.pdf"`},
		{"a.pdf", `invalid-value/not-link "a.pdf" → write-as "../media/a.pdf"`},
		{`..\media\a.pdf`, `invalid-value/not-link "..\\media\\a.pdf" → write-as "../media/a.pdf"`},
		{"www.example.nl/a", `invalid-value/not-link "www.example.nl/a" → write-as "https://www.example.nl/a"`},
		{"gemeentehuis", `invalid-value/not-link "gemeentehuis" → form-of "../media/oplevering.pdf"`},
		{"../wijken/oost.md", `invalid-value/not-link "../wijken/oost.md" → form-of "../media/oplevering.pdf"`},
		{"//example.nl/a.pdf", `invalid-value/not-link "//example.nl/a.pdf" → form-of "../media/oplevering.pdf"`},
		{"../media/../site.yaml", `invalid-value/not-link "../media/../site.yaml" → form-of "../media/oplevering.pdf"`},
		{"../../geheim.pdf", `outside-content/link "../../geheim.pdf"`},
		{"../media/%2e%2e/%2e%2e/geheim.pdf", `outside-content/link "../media/%2e%2e/%2e%2e/geheim.pdf"`},
		{"javascript:alert(1)", `unsafe-link "javascript:alert(1)" "javascript:" → safe-link`},
		{"file:///etc/passwd", `unsafe-link "file:///etc/passwd" "file:" → safe-link`},
	} {
		p, problems := Programme(file("programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a\n    titel: b\n    voortgang:\n"+
			"      - {datum: 2011-01-01, tekst: x, bron: {url: '"+c.bron+"'}}\n---\n"))
		_, got, _ := strings.Cut(listing(problems), " ")
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.bron, got, c.want)
		}
		if read := p.Commitments[0].Progress[0].Source.URL.Value; (read == c.bron) != (c.want == "") || c.want != "" && read != "" {
			t.Errorf("%s is read as %q", c.bron, read)
		}
	}
}

func TestAPictureOfProgressIsAFileInMedia(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"../media/a.jpg", ``},
		{"https://example.nl/a.jpg", `missing-image/image-of-others "https://example.nl/a.jpg" → move-file "media/"`},
		{"foto.jpg", `invalid-value/not-media "foto.jpg" → write-as "../media/foto.jpg"`},
		{"../../a.jpg", `outside-content/link "../../a.jpg"`},
		{"data:image/png;base64,x", `unsafe-link "data:image/png;base64,x" "data:" → move-file "media/"`},
	} {
		p, problems := Programme(file("programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a\n    titel: b\n    voortgang:\n"+
			"      - {datum: 2011-01-01, tekst: x, beeld: {bestand: '"+c.file+"', alt: y}}\n---\n"))
		_, got, _ := strings.Cut(listing(problems), " ")
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.file, got, c.want)
		}
		if read := p.Commitments[0].Progress[0].Image.File.Value; (read == c.file) != (c.want == "") || c.want != "" && read != "" {
			t.Errorf("%s is read as %q", c.file, read)
		}
	}
}

// References to a broken record are not checked.
func TestARecordIsBrokenWhenItsIdentityCannotBeRead(t *testing.T) {
	for lines, broken := range map[string]bool{
		"reden: [a]\n":                                 false,
		"kleur: rood\n":                                false,
		"publiceren-op: morgen\n":                      false,
		"behoeften: x\n":                               true,
		"behoeften: [x]\n":                             true,
		"behoefte: [{id: a}]\n":                        true,
		"behoeften: [{titel: a}]\n":                    true,
		"behoeften: [{id: A b, titel: a, thema: c}]\n": true,
		"behoeften: [{id: a, titel: b}]\n":             false,
		"behoeften: [{id: a, titel: b, thema: c}]\nbehoeften: []\n":               true,
		"behoeften: [{id: a, titel: b, thema: c, voorheen: [D]}]\n":               true,
		"behoeften: [{id: a, titel: b, thema: c, prioriteit: -1, kleur: rood}]\n": false,
	} {
		v, problems := Vision(file("wijkvisies/oost.md", fill(lines)))
		if v.Broken != broken || !problems.HasErrors() {
			t.Errorf("%q: broken %v, got %s", lines, v.Broken, listing(problems))
		}
	}
}
