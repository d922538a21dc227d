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
		{"a text with a comma in braces", fill("bron: {titel: West, Oost}\n"), `6:21-25 unknown-key/without-value "Oost" → quote-in-flow`},
		{"unknown and empty", fill("kleur:\n"), `6:1-6 unknown-key "kleur" → choose "[titel wijk periode status vastgesteld-op vastgesteld-door inspraak ingetrokken-op reden publiceren-op samenvatting samenvatting-en bron behoeften voorheen]"`},
		{"three times", fill("reden: a\nreden: b\nreden: c\n"), `7:1-6 duplicate-key "reden" ~ 6:1-6 related/first-here → remove-one` + "\n" + `8:1-6 duplicate-key "reden" ~ 6:1-6 related/first-here → remove-one`},
		{"a text for a list", fill("behoeften:\n  - {id: a, titel: b, thema: c, buurten: taagdreef}\n"), `7:42-51 wrong-type "buurten" "word/word-list" "word/word-text" → use-list "taagdreef"`},
		{"a list for a text", fill("reden: [a, b]\n"), `6:8-14 wrong-type "reden" "word/word-text" "word/word-list" → form-of "reden: Vervangen door een nieuwe visie."`},
		{"a mapping for a text", fill("behoeften:\n  - id: a\n    titel: b\n    thema: c\n    ingebracht-door:\n      - Wijkraad: Oost\n"),
			`11:9-23 wrong-type "ingebracht-door" "word/word-text" "word/word-mapping" → quote-value "\"Wijkraad: Oost\""`},
		{"a text for a mapping", fill("bron: Collegebesluit\n"), `6:7-21 wrong-type "bron" "word/word-mapping" "word/word-text" → form-of "bron: {titel: Collegebesluit, url: https://example.nl/besluit}"`},
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
		{"cut off whole", fill("reden: #teamoost\n"), `6:6-17 truncated-value "" "#teamoost" → quote-value "\"#teamoost\""`},
		{"a note is no text", fill("reden: a # b\nsamenvatting: 'a' #b\nbron: {titel: b} #c\n"), ``},
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
	for _, c := range []struct{ path, data, want string }{
		{"wijkvisies/a.md", vision("vastgesteld", ""), `2:1-12 missing-key "vastgesteld-op" → add-key "vastgesteld-op" "2011-05-19"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteld-op:\n"), `6:1-15 missing-key/empty "vastgesteld-op" → add-key "vastgesteld-op" "2011-05-19"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteldop: 2011-05-19\n"), `6:1-14 unknown-key "vastgesteldop" → did-you-mean "vastgesteld-op"`},
		{"wijkvisies/a.md", vision("vastgesteld", "vastgesteld-op: gisteren\n"), `6:17-25 invalid-date "gisteren" → write-date-as`},
		{"wijkvisies/a.md", vision("ingetrokken", ""), `2:1-12 missing-key "ingetrokken-op" → add-key "ingetrokken-op" "2013-01-01"` + "\n" + `2:1-12 missing-reason/withdrawn → add-reason`},
		{"wijkvisies/a.md", vision("ingetrokken", "ingetrokken-op: 2013-01-01\nreden: ''\n"), `7:1-6 missing-reason/withdrawn → add-reason`},
		{"wijkvisies/a.md", vision("klaar", ""), `5:9-14 invalid-value "status" "klaar" → choose "[concept inspraak vastgesteld ingetrokken]"`},
		{"wijkvisies/a.md", vision("Vastgesteld", "inspraak: {van: 2012-01-01, tot-en-met: 2011-01-01}\n"),
			`5:9-20 invalid-value "status" "Vastgesteld" → did-you-mean "vastgesteld"` + "\n" + `6:41-51 invalid-date/reversed "2011-01-01" "2012-01-01" ~ 6:17-27 related/first-here`},
		{"programmas/a.md", programme(""), `2:1-9 missing-key "jaar" → add-key "jaar" "2011"`},
		{"programmas/a.md", programme("jaar:\n"), `5:1-5 missing-key/empty "jaar" → add-key "jaar" "2011"`},
		{"programmas/a.md", programme("periode: 2011-2014\n"), ``},
		{"programmas/a.md", programme("jaar: 2011-2014\n"), `5:7-16 invalid-value/not-year "2011-2014" → use-period "2011-2014"`},
		{"programmas/a.md", programme("jaar: 2011\nperiode: 2011-2014\n"), `6:1-8 invalid-value/year-and-period ~ 5:1-5 related/first-here → remove-one`},
		{"programmas/a.md", log("{datum: 2011-01-01}"), `10:9-28 missing-key/progress-empty → add-key "tekst" "De aannemer is begonnen."`},
		{"programmas/a.md", log("{tekst: x}"), `10:9-19 missing-key "datum" → add-key "datum" "2011-04-11"`},
		{"programmas/a.md", log("{datum: 2011-01-01, gereed: 2012}"), `10:9-42 missing-reason/new-date → add-reason`},
		{"programmas/a.md", log("{datum: 2011-01-01, gereed: onbekend, reden: x}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, status: vervallen}"), `10:9-47 missing-reason/dropped → add-reason`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: doorgeschoven, gereed: 2012}"), `10:9-65 missing-reason/postponed → add-reason`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: doorgeschoven, reden: x, naar: b}"), ``},
		{"programmas/a.md", log("{datum: 2011-01-01, tekst: y, naar: b}"), `10:45-46 invalid-value/to-without-status → write-as "status: doorgeschoven"`},
		{"programmas/a.md", log("{datum: 2011-01-01, status: in uitvoering}"), `10:37-50 invalid-value "status" "in uitvoering" → did-you-mean "in-uitvoering"`},
		{"programmas/a.md", programme("jaar: 2011\nantwoorden:\n  - {behoefte: a/b, antwoord: nee, datum: 2011-01-01}\n"), `7:5-54 missing-reason/answer → add-reason`},
	} {
		var got string
		if strings.HasPrefix(c.path, "wijkvisies/") {
			_, problems := Vision(file(c.path, c.data))
			got = listing(problems)
		} else {
			_, problems := Programme(file(c.path, c.data))
			got = listing(problems)
		}
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.data, got, c.want)
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
