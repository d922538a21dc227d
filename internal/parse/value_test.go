package parse

import (
	"strings"
	"testing"
)

func TestDatesAndTheirHints(t *testing.T) {
	for written, want := range map[string]string{
		"19 mei 2011":           `invalid-date "19 mei 2011" → write-as "2011-05-19"`,
		"donderdag 19 mei 2011": `invalid-date "donderdag 19 mei 2011" → write-as "2011-05-19"`,
		"19-05-2011":            `invalid-date "19-05-2011" → write-as "2011-05-19"`,
		"5/19/2011":             `invalid-date "5/19/2011" → write-as "2011-05-19"`,
		"1 mrt. 2012":           `invalid-date "1 mrt. 2012" → write-as "2012-03-01"`,
		"2011-29-05":            `invalid-date "2011-29-05" → write-as "2011-05-29"`,
		"2011/5/19":             `invalid-date "2011/5/19" → write-as "2011-05-19"`,
		"2011-5-19":             `invalid-date "2011-5-19" → write-as "2011-05-19"`,
		"2011-05-19T12:00:00Z":  `invalid-date "2011-05-19T12:00:00Z" → write-as "2011-05-19"`,
		// Midnight in Amsterdam, as a date picker writes it.
		"2011-05-18T22:00:00.000Z": `invalid-date "2011-05-18T22:00:00.000Z" → write-as "2011-05-19"`,
		"2012-01-31T23:00:00.000Z": `invalid-date "2012-01-31T23:00:00.000Z" → write-as "2012-02-01"`,
		"30-02-2012":               `invalid-date/not-in-month "30-02-2012" "2012-02" "29" → last-of-month "2012-02-29"`,
		"2011-04-31":               `invalid-date/not-in-month "2011-04-31" "2011-04" "30" → last-of-month "2011-04-30"`,
		"2011-05":                  `invalid-date "2011-05" → write-date-as`,
		"2011-13-32":               `invalid-date "2011-13-32" → write-date-as`,
		"0000-01-01":               `invalid-date "0000-01-01" → write-date-as`,
		"binnenkort":               `invalid-date "binnenkort" → write-date-as`,
		"2011-05-19":               ``,
	} {
		_, problems := visionOf(fill("publiceren-op: " + written + "\n"))
		wantLater(t, written, listing(problems), "6:16", want)
	}
}

func TestPlannedDates(t *testing.T) {
	for written, want := range map[string]string{
		"2011":                ``,
		"2011-10":             ``,
		"2011-Q3":             ``,
		"2011-10-14":          ``,
		"onbekend":            ``,
		"oktober 2011":        `invalid-date/planned "oktober 2011" → write-as "2011-10"`,
		"2011-q3":             `invalid-date/planned "2011-q3" → write-as "2011-Q3"`,
		"Q3 2011":             `invalid-date/planned "Q3 2011" → write-as "2011-Q3"`,
		"derde kwartaal 2011": `invalid-date/planned "derde kwartaal 2011" → write-as "2011-Q3"`,
		"3e kwartaal 2011":    `invalid-date/planned "3e kwartaal 2011" → write-as "2011-Q3"`,
		"2011-9":              `invalid-date/planned "2011-9" → write-as "2011-09"`,
		"10-2011":             `invalid-date/planned "10-2011" → write-as "2011-10"`,
		"eind 2011":           `invalid-date/planned "eind 2011" → write-as "2011"`,
		"nvt":                 `invalid-date/planned "nvt" → write-as "onbekend"`,
		"19 mei 2011":         `invalid-date/planned "19 mei 2011" → write-as "2011-05-19"`,
		"2011-13":             `invalid-date/planned "2011-13" → write-planned-as`,
		"2011-Q5":             `invalid-date/planned "2011-Q5" → write-planned-as`,
		"straks":              `invalid-date/planned "straks" → write-planned-as`,
	} {
		_, problems := Programme(file("programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a\n    titel: b\n    gereed: "+written+"\n---\n"))
		wantLater(t, written, listing(problems), "9:13", want)
	}
}

// wantLater compares problems without the end of the place.
func wantLater(t *testing.T, written, got, at, want string) {
	t.Helper()
	where, rest, _ := strings.Cut(got, " ")
	where, _, _ = strings.Cut(where, "-")
	if want == "" && got == "" || rest == want && where == at {
		return
	}
	t.Errorf("%s: got %s\nwant %s %s", written, got, at, want)
}

func TestMoney(t *testing.T) {
	for written, want := range map[string]string{
		"185000":               ``,
		`"185000"`:             ``,
		"0":                    ``,
		"185.000":              `invalid-value/not-money "185.000" → write-as "185000"`,
		"€ 185.000":            `invalid-value/not-money "€ 185.000" → write-as "185000"`,
		"€185.000,-":           `invalid-value/not-money "€185.000,-" → write-as "185000"`,
		"1.185.000,00":         `invalid-value/not-money "1.185.000,00" → write-as "1185000"`,
		"185 000 euro":         `invalid-value/not-money "185 000 euro" → write-as "185000"`,
		"185,50":               `invalid-value/not-money "185,50" → write-as "186"`,
		"185.000,50":           `invalid-value/not-money "185.000,50" → write-as "185001"`,
		"1,2 miljoen":          `invalid-value/not-money "1,2 miljoen" → write-as "1200000"`,
		"€ 50 duizend":         `invalid-value/not-money "€ 50 duizend" → write-as "50000"`,
		"ca. 50.000 euro":      `invalid-value/not-money "ca. 50.000 euro" → write-as "50000"`,
		"1e3":                  `invalid-value/not-money "1e3" → form-of "185000"`,
		"-1":                   `invalid-value/too-little "-1" "0"`,
		"99999999999999":       `invalid-value/too-much "99999999999999" "100000000000"`,
		"99999999999999999999": `invalid-value/too-much "99999999999999999999" "100000000000"`,
		"veel":                 `wrong-type "budget" "word/word-number" "word/word-text" → form-of "budget: 185000"`,
	} {
		_, problems := Programme(file("programmas/a.md", "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: concept\ntoezeggingen:\n  - id: a\n    titel: b\n    budget: "+written+"\n---\n"))
		wantLater(t, written, listing(problems), "9:13", want)
	}
}

func TestPeriods(t *testing.T) {
	for written, want := range map[string]string{
		"2011-2014":       ``,
		"2011–2014":       ``,
		"2011":            ``,
		"2014-2011":       `invalid-value/period-reversed "2014-2011" → write-as "2011-2014"`,
		"2011 t/m 2014":   `invalid-value/not-period "2011 t/m 2014" → write-as "2011-2014"`,
		"van 2011 tot 14": `invalid-value/not-period "van 2011 tot 14" → write-as "2011-2014"`,
	} {
		_, problems := visionOf("---\ntitel: Oost\nwijk: oost\nstatus: concept\nperiode: " + written + "\nvoorheen: [" + written + "]\n---\n")
		first, second, _ := strings.Cut(listing(problems), "\n")
		wantLater(t, written, first, "5:10", want)
		if (second == "") != (want == "") {
			t.Errorf("voorheen %s: got %s", written, second)
		}
	}
}

func TestNeedsValues(t *testing.T) {
	for written, want := range map[string]string{
		"id: Veilige Oversteek!":              `invalid-id "Veilige Oversteek!" → write-as "veilige-oversteek"`,
		"id: café--één":                       `invalid-id "café--één" → write-as "cafe-een"`,
		"id: -a":                              `invalid-id "-a" → write-as "a"`,
		"id: ___":                             `invalid-id "___" → write-id-as`,
		"id: 0110":                            ``,
		"id: ../../etc":                       `invalid-id "../../etc" → write-as "etc"`,
		"voorheen: [a/b]":                     `invalid-id "a/b" → write-as "a-b"`,
		"prioriteit: 0":                       `invalid-value/too-little "0" "1"`,
		"prioriteit: -1":                      `invalid-value/too-little "-1" "1"`,
		"prioriteit: 1.5":                     `invalid-value/not-whole "1.5" → form-of "1"`,
		"prioriteit: 1.0":                     `invalid-value/not-whole "1.0" → write-as "1"`,
		"prioriteit: 2e":                      `invalid-value/not-whole "2e" → write-as "2"`,
		"locatie: [5.1175, 52.1183]":          ``,
		"locatie: [52.1183, 5.1175]":          `invalid-value/point-swapped → write-as "[5.1175, 52.1183]"`,
		"locatie: [5,1175, 52,1183]":          `invalid-value/not-point → write-as "[5.1175, 52.1183]"`,
		"locatie: [136000, 456000]":           `invalid-value/not-point → write-as "[5.1100, 52.0919]"`,
		"locatie: [5.1]":                      `invalid-value/not-point → form-of "[5.1175, 52.1183]"`,
		"locatie: [NaN, Inf]":                 `invalid-value/not-point → form-of "[5.1175, 52.1183]"`,
		"locatie: [1e1, 52.1]":                `invalid-value/not-point → form-of "[5.1175, 52.1183]"`,
		`locatie: "5.1, 52.1"`:                `wrong-type "locatie" "word/word-list" "word/word-text" → write-as "[5.1, 52.1]"`,
		"bron: {url: www.example.nl}":         `invalid-value/not-url "www.example.nl" → write-as "https://www.example.nl"`,
		"bron: {url: besluit.pdf}":            `invalid-value/not-url "besluit.pdf" → form-of "https://example.nl/verslag"`,
		"bron: {url: 'https://https://a.nl'}": `invalid-value/not-url "https://https://a.nl" → write-as "https://a.nl"`,
		"locatie: Einsteindreef":              `wrong-type "locatie" "word/word-list" "word/word-text" → form-of "locatie: [5.1175, 52.1183]"`,
		"bron: {url: 'javascript:x'}":         `invalid-value/not-url "javascript:x" → form-of "https://example.nl/verslag"`,
		"bron: {url: 'https://a b.nl'}":       `invalid-value/not-url "https://a b.nl" → form-of "https://example.nl/verslag"`,
		"bron: {url: 'https:/a.nl'}":          `invalid-value/not-url "https:/a.nl" → write-as "https://a.nl"`,
		"bron: {url: 'mailto:a@b.nl'}":        `invalid-value/not-url "mailto:a@b.nl" → form-of "https://example.nl/verslag"`,
		`toelichting: "a\x07b"`:               `invalid-value/invisible "toelichting"`,
	} {
		rest := "    titel: b\n    thema: c\n"
		if !strings.HasPrefix(written, "id:") {
			rest += "    id: a\n"
		}
		_, problems := visionOf(fill("behoeften:\n  - " + written + "\n" + rest))
		got := listing(problems)
		if _, after, _ := strings.Cut(got, " "); after != want {
			t.Errorf("%s: got %s\nwant %s", written, got, want)
		}
	}
}

func TestWijkValues(t *testing.T) {
	for written, want := range map[string]string{
		"code: WK034403":   ``,
		"code: WK0344AB":   ``,
		"code: wk 034403":  `invalid-code "wk 034403" → write-as "WK034403"`,
		"code: BU03440311": `invalid-code "BU03440311" → write-as "WK034403"`,
		"buurten: [{id: a, naam: b, code: WK034403}]": `invalid-code "WK034403" → form-of "BU03440311"`,
		"tegel: [3, 1]":                            ``,
		"tegel: [3]":                               `invalid-value/not-tile → form-of "[3, 1]"`,
		"tegel: [0, 1]":                            `invalid-value/too-little "0" "1"`,
		"tegel: [1, 9999]":                         `invalid-value/too-much "9999" "99"`,
		"inwoners: {aantal: 35.255}":               `invalid-value/not-whole "35.255" → write-as "35255"`,
		"inwoners: {jaar: 2024}":                   `missing-key "aantal" → add-key "aantal" "35255"`,
		"inwoners: {aantal: 1, jaar: '24'}":        `invalid-value/not-year "24" → write-as "2024"`,
		"wijkregisseur: {e-mail: oost}":            `invalid-value/not-email "oost" → form-of "wijken@example.nl"`,
		"wijkregisseur: {e-mail: 'mailto:a@b.nl'}": `invalid-value/not-email "mailto:a@b.nl" → write-as "a@b.nl"`,
		"volgorde: eerste":                         `wrong-type "volgorde" "word/word-number" "word/word-text" → write-as "1"`,
	} {
		_, problems := Wijk(file("wijken/a.md", "---\nnaam: A\n"+written+"\n---\n"))
		got := listing(problems)
		if _, after, _ := strings.Cut(got, " "); after != want {
			t.Errorf("%s: got %s\nwant %s", written, got, want)
		}
	}
}

func TestSiteValues(t *testing.T) {
	for written, want := range map[string]string{
		"taal: fr":              `invalid-value "taal" "fr" → choose "[nl en]"`,
		"gemeentecode: 344":     `invalid-code "344" → write-as "GM0344"`,
		"basis-url: ftp://a.nl": `invalid-value/not-url "ftp://a.nl" → form-of "https://wijkvisies.example.nl"`,
		"beveiliging: {contact: a@b.nl, verloopt: 2027-06-01}": `invalid-value/not-url "a@b.nl" → write-as "mailto:a@b.nl"`,
		"stil-na-maanden: 0":                    `invalid-value/too-little "0" "1"`,
		"begrippen: {wijkvsie: {enkelvoud: a}}": `unknown-key "wijkvsie" → did-you-mean "wijkvisie"`,
		"begrippen: {wijkvisie: wijkagenda}":    `wrong-type "wijkvisie" "word/word-mapping" "word/word-text"`,
		"kaart: {jaar: 2024}":                   ``,
	} {
		s, problems := Site(file("site.yaml", "---\ntitel: A\ngemeente: B\nthemas: [{id: a, naam: b}]\n"+written+"\n"))
		got := listing(problems)
		if _, after, _ := strings.Cut(got, " "); after != want {
			t.Errorf("%s: got %s\nwant %s", written, got, want)
		}
		if s.SilentMonths != 12 {
			t.Errorf("%s: %d months", written, s.SilentMonths)
		}
	}
}

func TestFileNames(t *testing.T) {
	for name, want := range map[string]string{
		"oost-2011":       ``,
		"Oost 2011":       `2:1-2 invalid-id/file-name "Oost 2011.md" → rename-file "oost-2011.md"`,
		"wijk--vísie":     `2:1-2 invalid-id/file-name "wijk--vísie.md" → rename-file "wijk-visie.md"`,
		"oost-2011.kopie": `2:1-2 invalid-id/file-name "oost-2011.kopie.md" → rename-file "oost-2011-kopie.md"`,
	} {
		v, problems := Vision(file("wijkvisies/"+name+".md", fill("")))
		if got := listing(problems); strings.Replace(got, "1:1-2", "2:1-2", 1) != want || v.Broken != (want != "") {
			t.Errorf("%s: got %s\nwant %s", name, got, want)
		}
	}
}
