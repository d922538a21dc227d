package pipeline_test

import (
	"os"
	"strings"
	"testing"

	"wijkvisie/internal/pipeline"
)

// everydaySite is a small site as a wijkregisseur keeps it.
func everydaySite() content {
	return content{
		"site.yaml": `titel: Wijkvisies Utrecht
gemeente: Utrecht
gemeentecode: GM0344
basis-url: https://wijkvisies.example.nl
themas:
  - {id: verkeer, naam: Verkeer en bereikbaarheid}
  - {id: groen, naam: Groen}
contact: {naam: Wijkbureaus, e-mail: wijken@example.nl, telefoon: 14 030}
`,
		"wijken/overvecht.md": `---
naam: Overvecht
code: WK034403
volgorde: 3
wijkregisseur: {functie: Wijkregisseur, e-mail: overvecht@example.nl, telefoon: 14 030}
wijknetwerk: [Wijkraad Overvecht, Woningcorporatie]
buurten:
  - {id: taagdreef, naam: Taagdreef en omgeving, code: BU03440311}
  - {id: zambesidreef, naam: Zambesidreef, code: BU03440312}
inwoners: {aantal: 35255, jaar: 2024, bron: CBS}
tegel: [3, 1]
---
Een groene wijk.
`,
		"wijken/zand.md": `---
naam: Het Zand
code: WK034404
---
Een nieuwe wijk.
`,
		"wijkvisies/overvecht-2011.md": `---
titel: Wijkvisie Overvecht
wijk: overvecht
periode: 2011-2014
status: vastgesteld
vastgesteld-op: 2011-05-19
vastgesteld-door: college van burgemeester en wethouders
samenvatting: Overvecht wil veilig oversteken.
bron: {titel: Collegebesluit, url: https://example.nl/besluit}
behoeften:
  - id: veilige-oversteek
    titel: Veilig oversteken bij de dreef
    thema: verkeer
    prioriteit: 1
    buurten: [taagdreef]
    ingebracht-door: [Wijkraad Overvecht, ouders van een basisschool]
    bron: {wat: wijkraadpleging, datum: 2010-11-16, url: https://example.nl/verslag}
    locatie: [5.1175, 52.1183]
    toelichting: De kinderen wachten lang.
    oordelen:
      - {datum: 2012-05-01, door: Wijkraad Overvecht, oordeel: deels, tekst: De lampen komen nog.}
  - id: speelplek
    titel: Een speelplek in het park
    thema: groen
    prioriteit: 2
    buurten:
      - taagdreef
      - zambesidreef
  - id: meer-bomen
    titel: Meer bomen
    thema: groen
---
Overvecht is groen.

## Veilig oversteken {#veilige-oversteek}

Zie [de wijk](../wijken/overvecht.md) en [de bomen](#meer-bomen).
`,
		"diensten/stadswerken.md": `---
naam: Stadswerken
omschrijving: Onderhoudt straten en pleinen.
---
Tekst.
`,
		"programmas/stadswerken-2011.md": `---
titel: Uitvoeringsprogramma 2011
dienst: stadswerken
jaar: 2011
status: vastgesteld
vastgesteld-op: 2011-02-22
toezeggingen:
  - id: sw-2011-014
    titel: Plateau en middenberm
    behoeften: [overvecht/veilige-oversteek]
    start: 2011-04
    gereed: 2011-10
    budget: 185000
    voortgang:
      - {datum: 2011-04-11, status: in-uitvoering, tekst: De aannemer is begonnen.}
      - {datum: 2011-09-30, gereed: 2012-03, reden: De kabels lagen dieper.}
      - datum: 2012-03-15
        status: gerealiseerd
        tekst: Het plateau is open.
  - id: sw-2011-015
    titel: Een speeltoestel
    behoeften: [overvecht/speelplek]
    gereed: 2012
antwoorden:
  - {behoefte: overvecht/meer-bomen, antwoord: nee, reden: Er is geen plek., datum: 2011-03-01}
---
Tekst van het programma.
`,
		"paginas/over.md": `---
titel: Over deze site
---
Zie [de visie](../wijkvisies/overvecht-2011.md#meer-bomen).
`,
	}
}

// mistyped is a mistake in the everyday site: in a file, text that was typed in the place of what
// is right, and how the hint has it, where that is other words.
type mistyped struct{ path, right, typed, mended string }

// everydayMistakes reads testdata/everyday.txt: a block for every mistake, with the file, and behind
// a word and a bar the lines of each text. A text that is not there is empty; what a hint has is then
// what is right.
func everydayMistakes(t *testing.T) []mistyped {
	t.Helper()
	data, err := os.ReadFile("testdata/everyday.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []mistyped
	for block := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
		texts := make(map[string]string)
		for _, line := range lines[1:] {
			name, text, _ := strings.Cut(line, "|")
			texts[name] += text + "\n"
		}
		m := mistyped{lines[0], texts["right"], texts["typed"], texts["mended"]}
		if !strings.Contains(everydaySite()[m.path], m.right) { // a part of a line
			m.right, m.typed, m.mended = strings.TrimSuffix(m.right, "\n"), strings.TrimSuffix(m.typed, "\n"), strings.TrimSuffix(m.mended, "\n")
		}
		if m.mended == "" {
			m.mended = m.right
		}
		all = append(all, m)
	}
	return all
}

// TestEverydayMistakesAreMendedByDoingWhatTheMessageSays holds that each mistake as people type it
// has one message, and that whoever does what the messages say, and nothing else, has what is right.
func TestEverydayMistakesAreMendedByDoingWhatTheMessageSays(t *testing.T) {
	site := everydaySite()
	p := new(pipeline.Pipeline)
	normal, err := checked(p, site)
	if err != nil {
		t.Fatal(err)
	}
	mistakes := everydayMistakes(t)
	if len(mistakes) < 380 {
		t.Errorf("%d mistakes", len(mistakes))
	}
	for _, m := range mistakes {
		if strings.Count(site[m.path], m.right) != 1 {
			t.Errorf("%s has %d times %q", m.path, strings.Count(site[m.path], m.right), m.right)
			continue
		}
		typed := site.with(m.path, strings.Replace(site[m.path], m.right, m.typed, 1))
		list, err := checked(p, typed)
		if err != nil {
			t.Fatal(err)
		}
		if list = news(normal, list); len(list) != 1 {
			t.Errorf("%s has %d messages:\n%s", m.typed, len(list), lists(list))
		}
		meant := site.with(m.path, strings.Replace(site[m.path], m.right, m.mended, 1))
		mended, _, err := author{site}.mended(p, typed, normal)
		if err != nil {
			t.Errorf("%s: %v", m.typed, err)
		} else if meaning(mended) != meaning(meant) {
			t.Errorf("%s became\n%s\nwant\n%s\n%s", m.typed, mended[m.path], m.mended, lists(list))
		}
	}
}
