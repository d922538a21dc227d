package check_test

import (
	"strings"
	"testing"
)

// text returns an edit that gives the page Over another text.
func text(body string) func(files map[string]string) {
	return func(files map[string]string) {
		files["paginas/over.md"] = "---\ntitel: Over\n---\n" + body + "\n"
	}
}

func TestPersonalData(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a citizen service number", "Bel 111222333 even.", `paginas/over.md:4:5 personal-data "111222333" lijkt een burgerservicenummer; dat mag niet op een openbare pagina staan`},
		{"with dots", "Nummer 1112.22.333.", `paginas/over.md:4:8 personal-data "1112.22.333" lijkt een burgerservicenummer; dat mag niet op een openbare pagina staan`},
		{"another number of nine digits", "Dossier 111222334 en 123456789.", ""},
		{"nine times the same", "000000000", ""},
		{"in a web address", "Zie https://example.org/dossier/111222333 en www.example.org/111222333.", ""},
		{"in the address of a link", "Zie [het dossier](https://example.org/111222333?x=111222333).", ""},
		{"an amount", "Het kost € 111222333 of EUR 111222333.", ""},
		{"an account", "NL91ABNA0111222333", ""},
		{"a mobile number", "App 06-12345678 of +31 6 12 34 56 78.", `paginas/over.md:4:5 personal-data "06-12345678" is een mobiel nummer, misschien van een bewoner
paginas/over.md:4:20 personal-data "+31 6 12 34 56 78" is een mobiel nummer, misschien van een bewoner`},
		{"a mobile number with spaces around its hyphen", "Bel 06 - 12 34 56 78.", `paginas/over.md:4:5 personal-data "06 - 12 34 56 78" is een mobiel nummer, misschien van een bewoner`},
		{"a number of the municipality", "Bel 14 030 of 030 286 00 00.", ""},
		{"a private mail address", "Mail naar jan@gmail.com of [Piet](mailto:piet@ziggo.nl).", `paginas/over.md:4:11 personal-data "jan@gmail.com" lijkt het mailadres van een bewoner
paginas/over.md:4:42 personal-data "piet@ziggo.nl" lijkt het mailadres van een bewoner`},
		{"an address of the municipality", "Mail naar wijken@example.nl.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := base()
			text(c.body)(files)
			var lines []string
			for _, line := range found(t, files) {
				line, _, _ = strings.Cut(line, " | ")
				lines = append(lines, line)
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

func TestAContactMayHaveAnyAddress(t *testing.T) {
	files := base()
	files["diensten/werken.md"] = "---\nnaam: Werken\ncontact: {e-mail: werken@gmail.com, telefoon: 06-12345678}\n---\nMail werken@gmail.com of app 0612345678.\n"
	if got := found(t, files); len(got) > 0 {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestPlainLanguage(t *testing.T) {
	long := "Wij vragen de gemeente om op het plein bij de school aan de haven voor de zomer van volgend jaar drie banken en een nieuwe boom te zetten."
	hard := strings.Repeat("De implementatie van gemeentelijke besluitvorming veronderstelt samenwerkingsverbanden met maatschappelijke organisaties. ", 6)
	for _, c := range []struct{ name, body, want string }{
		{"a long sentence", "Een korte zin. " + long, `paginas/over.md:4:16 long-sentence de zin "Wij vragen de gemeente om op…" heeft 28 woorden | misschien zijn het er twee`},
		{"a long sentence over two lines, with a link", "Kort.\n\nWij **vragen** de gemeente om op het plein bij de\nschool aan de haven voor de zomer van [volgend jaar](/wijken/oost/) drie banken en een nieuwe boom te zetten.",
			`paginas/over.md:6:1 long-sentence de zin "Wij vragen de gemeente om op…" heeft 28 woorden | misschien zijn het er twee`},
		{"a hard passage", "## Samen\n\n" + strings.ReplaceAll(hard, "implementatie", "voorbereiding"), `paginas/over.md:4:1 hard-to-read "Samen" is niet makkelijk te lezen: 0 op een schaal tot 100 (Flesch-Douma) | kortere zinnen en kortere woorden helpen`},
		{"a word of officials, once", "Wij willen participeren. Participeren is fijn.", `paginas/over.md:4:12 jargon niet iedereen kent het woord "participeren" (in "Wij willen participeren.") | misschien past: meedoen`},
		{"code and tables are no language", "    " + long + "\n\n| participeren |\n|---|\n| faciliteren |\n", ""},
		{"a link that says nothing", "Lees het [hier](../wijken/oost.md).", `paginas/over.md:4:10 vague-link-text de linktekst "hier" zegt niet waar de link heen gaat | zeg in de linktekst waar de link heen gaat`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := base()
			text(c.body)(files)
			if got := strings.Join(found(t, files), "\n"); got != c.want {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

func TestAPageInAnotherLanguageIsNotChecked(t *testing.T) {
	files := base()
	files["paginas/over.md"] = "---\ntitel: About\ntaal: en\n---\nWe participeren. " + strings.Repeat("one two three four five ", 8) + ".\n"
	if got := found(t, files); len(got) > 0 {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestPossibleMatch(t *testing.T) {
	files := base()
	files["wijkvisies/oost-2011.md"] = strings.Replace(files["wijkvisies/oost-2011.md"], "behoeften:\n", `behoeften:
  - {id: zwemles, titel: Zwemles voor kinderen, thema: groen, toelichting: Het zwembad is ver.}
  - {id: speelplek, titel: Meer speelplekken in het park, thema: groen}
`, 1)
	files["programmas/werken-2011.md"] = strings.Replace(files["programmas/werken-2011.md"], "toezeggingen:\n", `toezeggingen:
  - {id: w-2, titel: Een speelplek in het park, wijken: [oost], gereed: 2012}
  - {id: w-3, titel: Nieuwe stoeptegels, wijken: [oost], gereed: 2012}
`, 1)
	var lines []string
	for _, line := range found(t, files) {
		if strings.Contains(line, "possible-match") {
			lines = append(lines, line)
		}
	}
	want := `programmas/werken-2011.md:7:10 possible-match toezegging "w-2" noemt geen behoefte; misschien hoort zij bij "oost/speelplek" (beide noemen park, speelplek: 100% van de woorden) | als dat zo is, voeg toe: "behoeften: [oost/speelplek]" (wijkvisies/oost-2011.md:9)`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestPersonalDataAreFoundInEveryRunningText(t *testing.T) {
	files := base()
	const number = "06-12345678"
	files["wijkvisies/oost-2011.md"] = strings.Replace(files["wijkvisies/oost-2011.md"], "behoeften:",
		"adviezen:\n  - {datum: 2011-03-10, van: Wijkraad, tekst: "+number+", antwoord: "+number+"}\nbehoeften:\n  - {id: a, titel: A, thema: groen, vervallen-op: 2011-05-20, reden: "+number+"}", 1)
	files["programmas/werken-2011.md"] = strings.Replace(files["programmas/werken-2011.md"], "toezeggingen:", "reden: "+number+"\ntoezeggingen:", 1)
	files["programmas/werken-2011.md"] = strings.Replace(files["programmas/werken-2011.md"], "tekst: Begonnen.", "tekst: "+number+", beeld: {bestand: ../media/foto.png, alt: "+number+"}", 1)
	count := 0
	for _, line := range found(t, files) {
		if strings.Contains(line, "personal-data") {
			count++
		}
	}
	if count != 6 {
		t.Errorf("%d are found:\n%s", count, strings.Join(found(t, files), "\n"))
	}
}
