package render_test

import (
	"fmt"
	"strings"
	"testing"
)

// wijkFiles is the content of a municipality with one wijk.
func wijkFiles(more files) files {
	return files{
		"site.yaml":      "titel: T\ngemeente: G\ngemeentecode: GM0001\nbasis-url: https://wijken.example.nl\nthemas: [{id: groen, naam: Groen}, {id: verkeer, naam: Verkeer}]\n",
		"wijken/oost.md": "---\nnaam: Oost\nbuurten: [{id: noord, naam: Noord}, {id: zuid, naam: Zuid}]\n---\n",
	}.with(more)
}

func visionFile(needs string) string {
	return "---\ntitel: Visie\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n" + needs + "---\n"
}

// TestAWijkTellsWhatThereIs reads the page of a wijk of which little is known.
func TestAWijkTellsWhatThereIs(t *testing.T) {
	for _, c := range []struct {
		content files
		pageTest
	}{
		{wijkFiles(nil), pageTest{"no vision", "/wijken/oost/",
			[]string{"Oost heeft nog geen wijkvisie.", "Er is nog niet bekend wie u kunt spreken."}, []string{"Zo staat het ervoor", "Wat de wijk vraagt", "Het laatste nieuws", "Het verhaal"}}},
		{wijkFiles(files{"wijkvisies/oost.md": visionFile("")}), pageTest{"a vision without needs", "/wijken/oost/",
			[]string{"In deze wijkvisie staan nog geen behoeften.", "Het laatste nieuws 19 mei 2011"}, []string{"Zo staat het ervoor", "Het verhaal"}}},
		{wijkFiles(files{"wijkvisies/oost.md": strings.NewReplacer("2011-2014", "2015-2018", "status: vastgesteld\nvastgesteld-op: 2011-05-19", "status: inspraak").Replace(visionFile("  - {id: boom, titel: Een boom, thema: groen}\n"))}), pageTest{"needs without a date", "/wijken/oost/",
			[]string{"Wijkvisie 2015–2018, voor inspraak", "Een boom Nog geen antwoord Over Oost"}, []string{"gevraagd, en wacht", "Hoe het staat"}}},
		{wijkFiles(files{"wijkvisies/oost.md": visionFile("  - {id: boom, titel: Een boom, thema: groen, vervallen-op: 2012-01-01, reden: Hij staat er.}\n")}), pageTest{"needs that were dropped", "/wijken/oost/",
			[]string{"De wijk vraagt nu niets meer.", "Wat de wijk niet meer vraagt Een boom Niet meer gevraagd sinds 1 januari 2012. Hij staat er."}, []string{"Zo staat het ervoor"}}},
		{wijkFiles(files{"wijkvisies/oost.md": visionFile("  - {id: boom, titel: Een boom, thema: groen}\n")}), pageTest{"one need", "/wijken/oost/",
			[]string{"Er is 1 behoefte: nog geen antwoord.", "Een boom Nog geen antwoord: staat open sinds mei 2011, 1 jaar en 9 maanden"}, []string{"Prioriteit", "Alle thema's", "Het verhaal"}}},
	} {
		c.run(t, published(t, c.content, options{}))
	}
}

// TestFiltersSayHowManyNeedsFit reads the choices above the needs of a wijk.
func TestFiltersSayHowManyNeedsFit(t *testing.T) {
	needs := ""
	for i, theme := range []string{"verkeer", "groen", "verkeer", "verkeer"} {
		needs += fmt.Sprintf("  - {id: n-%d, titel: Behoefte %d, thema: %s, buurten: [noord]}\n", i, i, theme)
	}
	s := published(t, wijkFiles(files{"wijkvisies/oost.md": visionFile(needs)}), options{})
	pageTest{"counts, and no choice where there is none", "/wijken/oost/",
		[]string{"Thema Alle thema's Groen 1 Verkeer 3 4 behoeften"}, []string{"Elke status", "De hele wijk", "Noord 4"}}.run(t, s)
}

// TestAWijkWithVeryManyNeedsIsInParts reads the page of a wijk that asks more than one page
// holds, and its parts.
func TestAWijkWithVeryManyNeedsIsInParts(t *testing.T) {
	const asked = 250
	needs, stories := "", "Een inleiding, met een [link](#n-1).\n"
	for i := range asked {
		needs += fmt.Sprintf("  - {id: n-%d, titel: Behoefte %d, thema: %s, prioriteit: %d}\n", i, i, []string{"verkeer", "groen"}[i%2], i+1)
		stories += fmt.Sprintf("\n## Verhaal %d {#n-%d}\n\nVertelling %d.\n", i, i, i)
	}
	s := published(t, wijkFiles(files{"wijkvisies/oost.md": visionFile(needs) + stories}), options{})
	pageTest{"the whole", "/wijken/oost/",
		[]string{"Op 250 kwam nog geen antwoord.", "Groen 0 van 125 vervuld", "Verkeer 0 van 125 vervuld", "Een inleiding"}, []string{"Behoefte 7", "Vertelling 7"}}.run(t, s)
	pageTest{"a part", "/wijken/oost/verkeer/",
		[]string{"Oost: Verkeer", "Op 125 kwam nog geen antwoord.", "Terug naar Oost", "Prioriteit 9 Behoefte 8 ", "Vertelling 8."}, []string{"Behoefte 7 ", "Vertelling 7.", "Een inleiding"}}.run(t, s)
	if page := s.page(t, "/wijken/oost/"); !strings.Contains(page, `href="/wijken/oost/2011-2014/#n-1"`) || !strings.Contains(page, `href="/wijken/oost/verkeer/"`) {
		t.Error("a link to a need that is not on the page does not lead to the vision")
	}
	lines := 0
	for _, url := range []string{"/wijken/oost/groen/", "/wijken/oost/verkeer/"} {
		lines += len(readTree(t, url, s.page(t, url)).with("wv-course"))
	}
	if lines != asked {
		t.Errorf("%d of %d needs have a line", lines, asked)
	}
}
