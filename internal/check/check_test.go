package check_test

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
)

// base is a small site with nothing wrong in it.
func base() map[string]string {
	return map[string]string{
		"site.yaml": `titel: T
gemeente: G
gemeentecode: GM9999
basis-url: https://example.nl
themas:
  - {id: verkeer, naam: Verkeer}
  - {id: groen, naam: Groen}
`,
		"wijken/oost.md": `---
naam: Oost
code: WK999901
buurten:
  - {id: haven, naam: De Haven, code: BU99990101}
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
  - {id: veilige-oversteek-haven, titel: Oversteek, thema: verkeer, prioriteit: 1, buurten: [haven]}
  - {id: meer-bomen, titel: Bomen, thema: groen, prioriteit: 2}
---
## Oversteken {#veilige-oversteek-haven}

Zie [de wijk](../wijken/oost.md) en [bomen](#meer-bomen).
`,
		"diensten/werken.md": `---
naam: Werken
---
`,
		"programmas/werken-2011.md": `---
titel: Werken 2011
dienst: werken
jaar: 2011
status: vastgesteld
toezeggingen:
  - id: w-1
    titel: Plateau
    behoeften: [oost/veilige-oversteek-haven]
    gereed: 2011-10
    voortgang:
      - {datum: 2011-04-11, status: in-uitvoering, tekst: Begonnen.}
antwoorden:
  - {behoefte: oost/meer-bomen, antwoord: nee, reden: Geen plek., datum: 2011-03-01}
---
`,
		"paginas/over.md": `---
titel: Over
---
Zie [de visie](../wijkvisies/oost-2011.md#meer-bomen).
`,
	}
}

// found returns what the rules report of files, as "file:line:column code message".
func found(t *testing.T, files map[string]string) []string {
	t.Helper()
	c := contenttest.Parse(files).City
	g := relate.Relate(c, relate.Options{Date: city.Day{Year: 2011, Month: 6, Day: 1}})
	list := check.All(t.Context(), c, g, check.Options{
		Media:    []string{"media/plan.pdf", "media/foto.png"},
		Language: true,
		HasURL:   func(address string) bool { return address == "/wijken/oost/" },
	})
	list.Sort()
	var lines []string
	for _, d := range list {
		at := d.Pos.Place()
		line := fmt.Sprintf("%s:%d:%d %s %s", d.Path(), at.Line, at.Column, d.Code(), diag.Dutch.Say(d.Text))
		if hint := diag.Dutch.Say(d.Hint()); hint != "" {
			line += " | " + hint
		}
		for _, r := range d.Related() {
			line += fmt.Sprintf(" (%s:%d)", r.Pos.Path(), r.Pos.Place().Line)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAGoodSiteHasNoDiagnostics(t *testing.T) {
	if got := found(t, base()); len(got) > 0 {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
}

// vision is another vision of Oost, with what is wrong in it.
func vision(head, needs, body string) string {
	return "---\ntitel: Oost\nwijk: oost\n" + head + "\nbehoeften:\n" + needs + "\n---\n" + body + "\n"
}

const later = "periode: 2015-2018\nstatus: vastgesteld\nvastgesteld-op: 2014-12-01"

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(files map[string]string)
		want string // lines of found
	}{
		{"a wijk that does not exist", swap("wijkvisies/oost-2011.md", "wijk: oost", "wijk: ost"),
			`wijkvisies/oost-2011.md:3:7 unknown-wijk wijk "ost" bestaat niet | bedoelde u "oost"? (wijken/oost.md:1)`},
		{"a code that the map gives another name", func(files map[string]string) {
			boundaries("WK999901")(files)
			files["kaart/wijken.geojson"] = strings.Replace(files["kaart/wijken.geojson"], `"code"`, `"statnaam": "Wijk 02 West", "code"`, 1)
		},
			`wijken/oost.md:3:7 code-name-mismatch de code WK999901 is op de kaart van "Wijk 02 West", niet van "Oost" (kaart/wijken.geojson:1)`},
		{"a buurt with a code of another wijk", swap("wijken/oost.md", "BU99990101", "BU99990201"),
			`wijken/oost.md:5:39 code-name-mismatch de code BU99990201 is niet van een buurt in Oost: die begint met BU999901 (wijken/oost.md:3)`},
		{"a contact for security that expires", swap("site.yaml", "themas:", "beveiliging: {contact: mailto:x@example.nl, verloopt: 2011-07-01}\nthemas:"),
			`site.yaml:5:55 security-contact-expiring het contact voor beveiliging is geldig tot 2011-07-01 | kijk na of het adres nog klopt, en schrijf dan bij verloopt een latere dag`},
		{"a contact for security that is good for a while", swap("site.yaml", "themas:", "beveiliging: {contact: mailto:x@example.nl, verloopt: 2011-07-02}\nthemas:"), ``},
		{"an area that is on the map of another wijk", boundaries("WK999901", "WK9999O1"),
			`kaart/wijken.geojson:2:118 area-without-wijk geen wijk heeft de code WK9999O1 van dit gebied`},
		{"a wijk that is not on the map", boundaries("WK999902"),
			`kaart/wijken.geojson:1:161 area-without-wijk geen wijk heeft de code WK999902 van dit gebied | bedoelde u "WK999901"?
wijken/oost.md:3:7 wijk-without-area wijk "Oost" staat niet op de kaart: geen gebied heeft de code WK999901`},
		{"a map of the whole country", boundaries("WK036300", "WK036301", "WK999901"),
			`kaart/wijken.geojson:1:161 area-without-wijk gebieden op de kaart met een code van een andere gemeente, die niet worden getekend: 2`},
		{"a map with codes of its own", boundaries("WK999901", "A01", "A02"),
			`kaart/wijken.geojson:2:118 area-without-wijk gebieden op de kaart met een andere code dan die van het CBS, die niet worden getekend: 2, zoals "A01"`},
		{"a map of buurten, which name their wijk", func(files map[string]string) {
			boundaries("WK999901", "WK999901")(files)
			files["kaart/wijken.geojson"] = strings.Replace(strings.Replace(files["kaart/wijken.geojson"], `"code"`, `"naam": "De Haven", "code"`, 1), `{"code"`, `{"naam": "Hoogveld", "code"`, 1)
		}, ``},
		{"a wijk without a code, and a map", func(files map[string]string) {
			boundaries("WK999901")(files)
			files["wijken/west.md"] = "---\nnaam: West\n---\n"
		},
			`wijken/west.md:2:1 wijk-without-area wijk "West" staat niet op de kaart, want zij heeft geen code`},
		{"a wijk without a code, and an area of its name", func(files map[string]string) {
			boundaries("WK999901", "WK999902")(files)
			files["kaart/wijken.geojson"] = strings.Replace(files["kaart/wijken.geojson"], `{"code": "WK999902"`, `{"naam": "Wijk 02 West", "code": "WK999902"`, 1)
			files["wijken/west.md"] = "---\nnaam: West\n---\n"
		},
			`wijken/west.md:2:1 wijk-without-area wijk "West" staat niet op de kaart, want zij heeft geen code | voeg een regel toe: code: WK999902`},
		{"a map with codes of its own only", boundaries("A", "B"),
			`kaart/wijken.geojson:1:161 area-without-wijk gebieden op de kaart met een andere code dan die van het CBS, die niet worden getekend: 2, zoals "A"`},
		{"two wijken on one tile", func(files map[string]string) {
			files["wijken/oost.md"] = strings.Replace(files["wijken/oost.md"], "buurten:", "tegel: [2, 1]\nbuurten:", 1)
			files["wijken/west.md"] = "---\nnaam: West\ntegel: [2, 1]\n---\n"
		},
			`wijken/west.md:3:8 invalid-value op deze plaats van de tegelkaart staat wijk "Oost" al (wijken/oost.md:4)`},
		{"a theme that does not exist", swap("wijkvisies/oost-2011.md", "thema: verkeer", "thema: verkeers"),
			`wijkvisies/oost-2011.md:8:60 unknown-theme thema "verkeers" staat niet in site.yaml | bedoelde u "verkeer"? (site.yaml:6)`},
		{"a theme of a department that does not exist", swap("diensten/werken.md", "naam:", "themas: [groen, verkeers]\nnaam:"),
			`diensten/werken.md:2:17 unknown-theme thema "verkeers" staat niet in site.yaml | bedoelde u "verkeer"? (site.yaml:6)`},
		{"a buurt that does not exist", swap("wijkvisies/oost-2011.md", "[haven]", "[have]"),
			`wijkvisies/oost-2011.md:8:94 unknown-buurt buurt "have" bestaat niet in de wijk oost | bedoelde u "haven"? (wijken/oost.md:5)`},
		{"a department that does not exist", swap("programmas/werken-2011.md", "dienst: werken", "dienst: werkne"),
			`programmas/werken-2011.md:3:9 unknown-department dienst "werkne" bestaat niet | bedoelde u "werken"? (diensten/werken.md:1)`},
		{"the beginning of a need", swap("programmas/werken-2011.md", "oost/veilige-oversteek-haven", "oost/veilige-oversteek"),
			`programmas/werken-2011.md:9:17 unknown-need behoefte "oost/veilige-oversteek" bestaat niet | bedoelde u "oost/veilige-oversteek-haven"? (wijkvisies/oost-2011.md:8)`},
		{"a need without its wijk", swap("programmas/werken-2011.md", "oost/meer-bomen", "meer-bomen"),
			`programmas/werken-2011.md:14:16 unknown-need bij behoefte "meer-bomen" ontbreekt de wijk | bedoelde u "oost/meer-bomen"? (wijkvisies/oost-2011.md:9)`},
		{"a need of another wijk", swap("programmas/werken-2011.md", "oost/meer-bomen", "west/meer-bomen"),
			`programmas/werken-2011.md:14:16 unknown-need behoefte "west/meer-bomen" bestaat niet: er is geen wijk "west" | bedoelde u "oost/meer-bomen"? (wijkvisies/oost-2011.md:9)`},
		{"a need twice in a vision", swap("wijkvisies/oost-2011.md", "id: meer-bomen", "id: veilige-oversteek-haven"),
			`paginas/over.md:4:16 broken-anchor in oost-2011.md is er geen kop of behoefte "meer-bomen"
wijkvisies/oost-2011.md:9:10 duplicate-id het kenmerk "veilige-oversteek-haven" bestaat al (wijkvisies/oost-2011.md:8)
wijkvisies/oost-2011.md:13:45 broken-anchor in oost-2011.md is er geen kop of behoefte "meer-bomen"`},
		{"a priority twice in a vision", swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 1"),
			`wijkvisies/oost-2011.md:9:62 duplicate-priority prioriteit 1 komt twee keer voor (wijkvisies/oost-2011.md:8)`},
		{"a commitment twice in the site", func(files map[string]string) {
			files["programmas/werken-2012.md"] = strings.ReplaceAll(files["programmas/werken-2011.md"], "2011", "2012")
		}, `programmas/werken-2012.md:7:9 duplicate-id het kenmerk "w-1" bestaat al (programmas/werken-2011.md:7)`},
		{"a CBS code of two wijken", func(files map[string]string) {
			files["wijken/west.md"] = "---\nnaam: West\ncode: WK999901\n---\n"
		}, `wijken/west.md:3:7 duplicate-id de CBS-code WK999901 hoort al bij een andere wijk (wijken/oost.md:3)`},
		{"periods that overlap", func(files map[string]string) {
			files["wijkvisies/oost-2013.md"] = vision("periode: 2013-2016\nstatus: vastgesteld\nvastgesteld-op: 2012-12-01", "  []", "")
		}, `wijkvisies/oost-2013.md:4:10 period-overlap de periode 2013-2016 valt samen met 2011-2014 van een andere vastgestelde wijkvisie (wijkvisies/oost-2011.md:4)`},
		{"periods that share a border year", func(files map[string]string) {
			files["wijkvisies/oost-2014.md"] = vision("periode: 2014-2018\nstatus: vastgesteld\nvastgesteld-op: 2013-12-01", "  []", "")
		}, ``},
		{"an older name of a need", func(files map[string]string) {
			files["wijkvisies/oost-2015.md"] = vision(later, "  - {id: nieuwe-bomen, titel: B, thema: groen, voorheen: [meer-bomen, oude-bomen]}", "")
			files["programmas/werken-2011.md"] = strings.ReplaceAll(files["programmas/werken-2011.md"], "oost/meer-bomen", "oost/oude-bomen")
		}, `programmas/werken-2011.md:14:16 renamed-reference "oost/oude-bomen" heet nu "oost/nieuwe-bomen" | schrijf voortaan "oost/nieuwe-bomen"
wijkvisies/oost-2011.md:9:10 need-unanswered op behoefte "oost/meer-bomen" heeft nog geen dienst geantwoord`},
		{"a commitment that takes over and does not exist", swap("programmas/werken-2011.md", "status: in-uitvoering, tekst: Begonnen.", "status: doorgeschoven, naar: w-3, reden: Later."),
			`programmas/werken-2011.md:12:58 unknown-commitment toezegging "w-3" bestaat niet`},
		{"links that lead nowhere", swap("paginas/over.md", "Zie [", "[a](../wijken/ost.md) [b](../media/plan.doc) [c](/nergens/) [d](../wijken) [e](../../x.md) [f](javascript:x) [g](../wijken/oost) ["),
			`paginas/over.md:4:5 broken-link de link naar "../wijken/ost.md" gaat nergens heen | bedoelde u "../wijken/oost.md"?
paginas/over.md:4:27 broken-link de link naar "../media/plan.doc" gaat nergens heen | bedoelde u "../media/plan.pdf"?
paginas/over.md:4:50 broken-link de link naar "/nergens/" gaat nergens heen
paginas/over.md:4:65 broken-link de link naar "../wijken" gaat naar een map, niet naar een bestand
paginas/over.md:4:80 outside-content de link naar "../../x.md" gaat buiten de map met inhoud
paginas/over.md:4:96 unsafe-link de link naar "javascript:x" mag niet: javascript: is niet veilig | verwijs naar een gewoon webadres (https://…), een mailadres of een bestand
paginas/over.md:4:114 broken-link de link naar "../wijken/oost" gaat nergens heen | bedoelde u "../wijken/oost.md"?`},
		{"links that lead somewhere", swap("paginas/over.md", "Zie [", "[a](/wijken/oost/) [b](../media/plan.pdf) [c](https://example.org) [d](mailto:a@example.nl) ["), ``},
		{"a link to a concept", func(files map[string]string) {
			files["paginas/concept.md"] = "---\ntitel: C\nstatus: concept\n---\n"
			files["paginas/over.md"] += "[c](concept.md) en [d](/concept/)\n"
		}, `paginas/over.md:5:5 unpublished-link de link naar "concept.md" wordt gewone tekst, want dat is nog niet gepubliceerd (paginas/concept.md:1)
paginas/over.md:5:24 unpublished-link de link naar "/concept/" wordt gewone tekst, want dat is nog niet gepubliceerd (paginas/concept.md:1)`},
		{"images", swap("paginas/over.md", "Zie [", "![Een plein](../media/foto.png) ![](../media/fot.png) ![x](https://example.nl/x.png) ["),
			`paginas/over.md:4:33 image-without-alt bij de afbeelding "../media/fot.png" staat niet wat er te zien is | beschrijf tussen de rechte haken wat er te zien is: ![…](…)
paginas/over.md:4:37 missing-image de afbeelding "../media/fot.png" is er niet | bedoelde u "../media/foto.png"?
paginas/over.md:4:60 missing-image de afbeelding "https://example.nl/x.png" staat op een andere site; deze site toont alleen eigen afbeeldingen | verplaats het bestand naar media/`},
		{"proof that is not there", swap("programmas/werken-2011.md", "tekst: Begonnen.}", "tekst: Begonnen., bron: {titel: Plan, url: ../media/plam.pdf}, beeld: {bestand: ../media/fot.png, alt: Een plein}}"),
			`programmas/werken-2011.md:12:95 broken-link de link naar "../media/plam.pdf" gaat nergens heen | bedoelde u "../media/plan.pdf"?
programmas/werken-2011.md:12:132 missing-image de afbeelding "../media/fot.png" is er niet | bedoelde u "../media/foto.png"?`},
		{"a picture of progress that is none", swap("programmas/werken-2011.md", "tekst: Begonnen.}", "tekst: Begonnen., beeld: {bestand: ../media/plan.pdf, alt: Een plein}}"),
			`programmas/werken-2011.md:12:87 missing-image de afbeelding "../media/plan.pdf" is er niet`},
		{"proof that is there", swap("programmas/werken-2011.md", "tekst: Begonnen.}", "tekst: Begonnen., bron: {titel: Plan, url: ../media/plan.pdf}, beeld: {bestand: ../media/foto.png, alt: Een plein}}"), ``},
		{"HTML", swap("paginas/over.md", "Zie", "Zie <b>hier</b>"),
			`paginas/over.md:4:5 raw-html HTML wordt niet overgenomen: <b> | gebruik Markdown: **vet**, *schuin*, [tekst](adres)`},
		{"a log that is out of order", swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2011-03-11, tekst: Eerder.}\nantwoorden:"),
			`programmas/werken-2011.md:13:17 progress-out-of-order 2011-03-11 staat na 2011-04-11: de voortgang staat niet op volgorde van datum (programmas/werken-2011.md:12)`},
		{"a commitment of a year the vision is not for", swap("programmas/werken-2011.md", "jaar: 2011", "jaar: 2016"),
			`programmas/werken-2011.md:7:9 commitment-outside-period toezegging "w-1" is van 2016, maar de wijkvisie geldt voor 2011-2014`},
		{"no address of the site", swap("site.yaml", "basis-url: https://example.nl\n", ""),
			`site.yaml:1:1 missing-base-url er is geen basis-url, dus de vaste adressen van de pagina's worden weggelaten | voeg een regel toe: basis-url: https://wijkvisies.example.nl`},
		{"a code of another municipality", swap("wijken/oost.md", "WK999901", "WK034401"),
			`wijken/oost.md:3:7 invalid-code de code "WK034401" is van een andere gemeente: na de letters hoort 9999 te staan (site.yaml:3)`},
		{"a step twice", swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2011-04-11, status: in-uitvoering, tekst: 'Begonnen. ', bron: {titel: Brief}}\nantwoorden:"),
			`programmas/werken-2011.md:13:17 duplicate-progress de stap van 2011-04-11 staat er twee keer (programmas/werken-2011.md:12)`},
		{"a step twice, but for a space, a capital and a full stop", swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2011-04-11, status: in-uitvoering, tekst: ' begonnen'}\nantwoorden:"),
			`programmas/werken-2011.md:13:17 duplicate-progress de stap van 2011-04-11 staat er twee keer (programmas/werken-2011.md:12)`},
		{"two steps on a day", swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2011-04-11, status: in-uitvoering, tekst: Nog eens.}\nantwoorden:"), ``},
		{"years that were mistyped", func(files map[string]string) {
			swap("programmas/werken-2011.md", "datum: 2011-04-11", "datum: 2001-04-11")(files)
			swap("programmas/werken-2011.md", "datum: 2011-03-01", "datum: 2101-03-01")(files)
			swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 2, oordelen: [{datum: 2021-01-01, door: Wijkraad, oordeel: niet}]")(files)
		}, `programmas/werken-2011.md:7:9 no-progress over toezegging "w-1" is al 12 maanden niets gemeld
programmas/werken-2011.md:12:17 unlikely-date 2001-04-11 ligt ver buiten het programma, dat van 2011 is
programmas/werken-2011.md:14:74 unlikely-date 2101-03-01 ligt ver buiten het programma, dat van 2011 is
wijkvisies/oost-2011.md:9:10 need-unanswered op behoefte "oost/meer-bomen" heeft nog geen dienst geantwoord
wijkvisies/oost-2011.md:9:84 unlikely-date 2021-01-01 ligt ver buiten de wijkvisie, die van 2011-2014 is`},
		{"years that cannot be", func(files map[string]string) {
			swap("programmas/werken-2011.md", "jaar: 2011\n", "jaar: 2011\nvastgesteld-op: 1911-02-22\n")(files)
			swap("programmas/werken-2011.md", "gereed: 2011-10", "start: 1911\n    gereed: 2111-10")(files)
			swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2204-04-11, gereed: 2204, reden: Later.}\nantwoorden:")(files)
		}, `programmas/werken-2011.md:5:17 unlikely-date 1911-02-22 ligt ver buiten het programma, dat van 2011 is
programmas/werken-2011.md:11:12 unlikely-date 1911 ligt ver buiten het programma, dat van 2011 is
programmas/werken-2011.md:12:13 unlikely-date 2111-10 ligt ver buiten het programma, dat van 2011 is
programmas/werken-2011.md:15:17 unlikely-date 2204-04-11 ligt ver buiten het programma, dat van 2011 is
programmas/werken-2011.md:15:37 unlikely-date 2204 ligt ver buiten het programma, dat van 2011 is`},
		{"years of a vision that cannot be", swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 2, bron: {wat: brief, datum: 2201-03-01}, toegevoegd-op: 2112-01-01"),
			`wijkvisies/oost-2011.md:9:91 unlikely-date 2201-03-01 ligt ver buiten de wijkvisie, die van 2011-2014 is
wijkvisies/oost-2011.md:9:119 unlikely-date 2112-01-01 ligt ver buiten de wijkvisie, die van 2011-2014 is`},
		{"a day of publication that cannot be", swap("wijkvisies/oost-2011.md", "status: vastgesteld\n", "status: vastgesteld\npubliceren-op: 3011-05-20\n"),
			`paginas/over.md:4:16 unpublished-link de link naar "../wijkvisies/oost-2011.md#meer-bomen" wordt gewone tekst, want dat is nog niet gepubliceerd (wijkvisies/oost-2011.md:1)
wijkvisies/oost-2011.md:6:16 unlikely-date 3011-05-20 ligt ver buiten de wijkvisie, die van 2011-2014 is`},
		{"progress as long as something is planned", func(files map[string]string) {
			swap("programmas/werken-2011.md", "gereed: 2011-10", "gereed: 2017")(files)
			swap("programmas/werken-2011.md", "antwoorden:", "      - {datum: 2022-04-11, tekst: Laat.}\nantwoorden:")(files)
		}, ``},
		{"a period that is over", func(files map[string]string) {
			swap("wijkvisies/oost-2011.md", "2011-2014", "2008-2010")(files)
			swap("programmas/werken-2011.md", "jaar: 2011", "jaar: 2010")(files)
		}, `programmas/werken-2011.md:4:7 period-over de periode 2010 is voorbij, en een nieuwer programma is er niet
wijkvisies/oost-2011.md:4:10 period-over de periode 2008-2010 is voorbij, en een nieuwere wijkvisie is er niet`},
		{"a period that is over, of a department that is gone", func(files map[string]string) {
			swap("programmas/werken-2011.md", "jaar: 2011", "jaar: 2010")(files)
			swap("wijkvisies/oost-2011.md", "2011-2014", "2010-2014")(files)
			swap("diensten/werken.md", "naam: Werken", "naam: Werken\ngeldig-tot-en-met: 2010-12-31")(files)
		}, ``},
		{"an older programme", func(files map[string]string) {
			files["programmas/werken-2010.md"] = "---\ntitel: Werken 2010\ndienst: werken\njaar: 2010\nstatus: vastgesteld\n---\n"
		}, ``},
		{"news after a judgement", swap("wijkvisies/oost-2011.md", "buurten: [haven]", "buurten: [haven], oordelen: [{datum: 2011-04-10, door: Wijkraad, oordeel: niet}]"),
			`wijkvisies/oost-2011.md:8:121 judgement-outdated na het oordeel van Wijkraad over behoefte "oost/veilige-oversteek-haven" kwam er op 2011-04-11 nieuws (programmas/werken-2011.md:12)`},
		{"a judgement of the day of the news", swap("wijkvisies/oost-2011.md", "buurten: [haven]", "buurten: [haven], oordelen: [{datum: 2011-04-11, door: Wijkraad, oordeel: niet}]"), ``},
		{"an older judgement", swap("wijkvisies/oost-2011.md", "buurten: [haven]",
			"buurten: [haven], oordelen: [{datum: 2011-04-10, door: Wijkraad, oordeel: niet}, {datum: 2011-05-01, door: Wijkraad, oordeel: deels}]"), ``},
		{"a judgement about a commitment, with news of another", func(files map[string]string) {
			swap("wijkvisies/oost-2011.md", "buurten: [haven]", "buurten: [haven], oordelen: [{datum: 2011-04-10, door: Wijkraad, oordeel: niet, over: w-2}]")(files)
			swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/veilige-oversteek-haven", "")+"antwoorden:")(files)
		}, ``},
		{"a judgement about a commitment that is not there", swap("wijkvisies/oost-2011.md", "buurten: [haven]", "buurten: [haven], oordelen: [{datum: 2011-05-01, door: Wijkraad, oordeel: niet, over: w-11}]"),
			`wijkvisies/oost-2011.md:8:170 unknown-commitment toezegging "w-11" bestaat niet | bedoelde u "w-1"? (programmas/werken-2011.md:7)`},
		{"a judgement about a commitment to another need", swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 2, oordelen: [{datum: 2011-05-01, door: Wijkraad, oordeel: niet, over: w-1}]"),
			`wijkvisies/oost-2011.md:9:133 unknown-commitment toezegging "w-1" is er niet voor behoefte "oost/meer-bomen" (programmas/werken-2011.md:7)`},
		{"a judgement about a commitment, and another need", func(files map[string]string) {
			swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 2, oordelen: [{datum: 2011-05-01, door: Wijkraad, oordeel: niet, over: w-1}]")(files)
			swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/meer-bomen", "    toegezegd-op: 2011-05-01\n")+"antwoorden:")(files)
		}, `wijkvisies/oost-2011.md:9:133 unknown-commitment toezegging "w-1" is er niet voor behoefte "oost/meer-bomen" | kies uit: w-2 (programmas/werken-2011.md:7)`},
		{"an answer against a commitment", swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/meer-bomen", "")+"antwoorden:"),
			`programmas/werken-2011.md:17:43 contradicting-answer Werken zegt nee tegen behoefte "oost/meer-bomen", terwijl de eigen toezegging "w-2" nog loopt (programmas/werken-2011.md:13)`},
		{"an answer against a commitment in a later file", func(files map[string]string) {
			files["programmas/zwerken-2011.md"] = "---\ntitel: Werken 2011\ndienst: werken\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n" + commitment("w-2", "oost/meer-bomen", "") + "---\n"
		}, `programmas/zwerken-2011.md:7:9 contradicting-answer Werken zegt nee tegen behoefte "oost/meer-bomen", terwijl de eigen toezegging "w-2" nog loopt (programmas/werken-2011.md:14)`},
		{"a commitment after an answer", swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/meer-bomen", "    toegezegd-op: 2011-05-01\n")+"antwoorden:"), ``},
		{"an answer, and a commitment that was dropped", swap("programmas/werken-2011.md", "antwoorden:",
			commitment("w-2", "oost/meer-bomen", "    voortgang: [{datum: 2011-02-01, status: vervallen, reden: Te duur.}]\n")+"antwoorden:"), ``},
		{"an answer, and a commitment of another department", func(files map[string]string) {
			files["diensten/zorg.md"] = "---\nnaam: Zorg\n---\n"
			files["programmas/zorg-2011.md"] = "---\ntitel: Zorg 2011\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n" + commitment("z-1", "oost/meer-bomen", "") + "---\n"
		}, ``},
		{"handed on to a commitment to another need", func(files map[string]string) {
			handOn("w-2")(files)
			swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/meer-bomen", "    toegezegd-op: 2011-04-11\n")+"antwoorden:")(files)
		}, `programmas/werken-2011.md:12:58 lost-commitment toezegging "w-1" is doorgeschoven naar "w-2", maar die noemt niet: oost/veilige-oversteek-haven (programmas/werken-2011.md:13)`},
		{"handed on to a commitment that is not published", func(files map[string]string) {
			handOn("w-2")(files)
			files["programmas/werken-2012.md"] = "---\ntitel: Werken 2012\ndienst: werken\njaar: 2012\nstatus: concept\ntoezeggingen:\n" + commitment("w-2", "oost/veilige-oversteek-haven", "") + "---\n"
		}, `programmas/werken-2011.md:12:58 lost-commitment toezegging "w-1" is doorgeschoven naar "w-2", maar die staat niet op de site (programmas/werken-2012.md:7)`},
		{"handed on to a commitment that had ended", func(files map[string]string) {
			handOn("w-2")(files)
			swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/veilige-oversteek-haven", "    voortgang: [{datum: 2011-04-10, status: gerealiseerd}]\n")+"antwoorden:")(files)
		}, `programmas/werken-2011.md:12:58 lost-commitment toezegging "w-1" is doorgeschoven naar "w-2", maar die was toen al afgerond (programmas/werken-2011.md:13)`},
		{"handed on to itself", handOn("w-1"),
			`programmas/werken-2011.md:12:58 lost-commitment toezegging "w-1" is doorgeschoven naar "w-1", en die op dezelfde dag weer terug (programmas/werken-2011.md:7)`},
		{"handed on to one that takes over", func(files map[string]string) {
			handOn("w-2")(files)
			swap("programmas/werken-2011.md", "antwoorden:", commitment("w-2", "oost/veilige-oversteek-haven", "    voortgang: [{datum: 2011-04-12, status: gerealiseerd}]\n")+"antwoorden:")(files)
		}, ``},
		{"a need that was split in two", func(files map[string]string) {
			files["wijkvisies/oost-2015.md"] = vision(later, "  - {id: bomen, titel: B, thema: groen, voorheen: [meer-bomen]}\n  - {id: struiken, titel: S, thema: groen, voorheen: [meer-bomen]}", "")
		}, `wijkvisies/oost-2015.md:9:55 duplicate-id twee behoeften heetten vroeger "meer-bomen": een behoefte gaat maar in één andere verder (wijkvisies/oost-2015.md:8)`},
		{"two needs that became one, and one that goes on under its former id", func(files map[string]string) {
			files["wijkvisies/oost-2015.md"] = vision(later, "  - {id: bomen, titel: B, thema: groen, voorheen: [meer-bomen, nog-meer-bomen]}", "")
			files["wijkvisies/oost-2019.md"] = vision("periode: 2019-2022\nstatus: concept", "  - {id: groen, titel: B, thema: groen, voorheen: [bomen, meer-bomen]}", "")
		}, ``},
		{"a judgement about a commitment to the need by a former id", func(files map[string]string) {
			files["wijkvisies/oost-2015.md"] = vision(later, "  - {id: oversteek, titel: B, thema: groen, voorheen: [veilige-oversteek-haven], oordelen: [{datum: 2014-01-01, door: W, oordeel: niet, over: w-1}]}", "")
		}, ``},
		{"a former id that a need of the vision has", swap("wijkvisies/oost-2011.md", "prioriteit: 2", "prioriteit: 2, voorheen: [veilige-oversteek-haven]"),
			`wijkvisies/oost-2011.md:9:76 duplicate-id het kenmerk "veilige-oversteek-haven" bestaat al (wijkvisies/oost-2011.md:8)`},
		{"a need that nobody answered", swap("programmas/werken-2011.md", "antwoorden:\n  - {behoefte: oost/meer-bomen, antwoord: nee, reden: Geen plek., datum: 2011-03-01}\n", ""),
			`wijkvisies/oost-2011.md:9:10 need-unanswered op behoefte "oost/meer-bomen" heeft nog geen dienst geantwoord`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := base()
			c.edit(files)
			if got := strings.Join(found(t, files), "\n"); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// commitment returns a commitment to a need, with more lines.
func commitment(id, need, more string) string {
	return "  - id: " + id + "\n    titel: T\n    behoeften: [" + need + "]\n" + more
}

// handOn returns an edit by which the commitment of the site is handed on to another.
func handOn(to string) func(files map[string]string) {
	return swap("programmas/werken-2011.md", "status: in-uitvoering, tekst: Begonnen.", "status: doorgeschoven, naar: "+to+", reden: Later.")
}

// boundaries returns an edit that adds a map of areas with these codes, a line each.
func boundaries(codes ...string) func(files map[string]string) {
	var features []string
	for _, code := range codes {
		features = append(features, `{"geometry": {"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5, 52.1], [5, 52]]]}, "properties": {"code": "`+code+`"}}`)
	}
	return func(files map[string]string) {
		files["kaart/wijken.geojson"] = `{"type": "FeatureCollection", "features": [` + strings.Join(features, ",\n") + "]}"
	}
}

// swap returns an edit that replaces a text in one file.
func swap(path, from, to string) func(files map[string]string) {
	return func(files map[string]string) {
		if !strings.Contains(files[path], from) {
			panic(fmt.Sprintf("%s does not hold %q", path, from))
		}
		files[path] = strings.Replace(files[path], from, to, 1)
	}
}

// TestOneCauseOneMessage checks that references to a file that could not be read are not reported.
func TestOneCauseOneMessage(t *testing.T) {
	for _, c := range []struct{ name, path, text string }{
		{"a vision that cannot be read", "wijkvisies/oost-2011.md", "---\ntitel: [\n---\n"},
		{"a wijk that cannot be read", "wijken/oost.md", "---\nnaam: [\n---\n"},
		{"a department that cannot be read", "diensten/werken.md", "---\nnaam: [\n---\n"},
		{"a programme that cannot be read", "programmas/werken-2011.md", "---\ntoezeggingen: [\n---\n"},
		{"a site that cannot be read", "site.yaml", "titel: [\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := base()
			files[c.path] = c.text
			for _, line := range found(t, files) {
				if !strings.Contains(line, "need-unanswered") {
					t.Errorf("also reported: %s", line)
				}
			}
		})
	}
}
