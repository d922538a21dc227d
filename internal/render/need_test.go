package render_test

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// textOf returns the words of the main part of a page as they are read, its definitions
// aside.
func textOf(t *testing.T, s site, url string) string {
	t.Helper()
	_, main, _ := strings.Cut(s.page(t, url), "<main")
	main, _, _ = strings.Cut(main, "</main>")
	main, _, _ = strings.Cut(main, `<section class="wv-sec wv-grid wv-defs"`)
	words := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(main, " "))
	return strings.NewReplacer(" ,", ",", " .", ".", " :", ":").Replace(strings.Join(strings.Fields(words), " "))
}

// pageTest is what a page has to say, and what it must not.
type pageTest struct {
	name, url string
	says, not []string
}

func (c pageTest) run(t *testing.T, s site) {
	t.Run(c.name, func(t *testing.T) {
		text := textOf(t, s, c.url)
		for _, say := range c.says {
			if !strings.Contains(text, say) {
				t.Errorf("%s does not say %q: %s", c.url, say, text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s says %q: %s", c.url, not, text)
			}
		}
	})
}

func TestPagesTellWhatBecameOfANeed(t *testing.T) {
	s := example(t)
	for _, c := range []pageTest{
		{"what the wijk says stands beside what was promised", "/wijken/oost/behoeften/oversteek/",
			[]string{"Stand van zaken per 1 maart 2013 Vervuld, zegt de wijk Er is 1 toezegging: gerealiseerd. Later dan eerst beloofd. Oordeel van Ouders Gelukt 1 februari 2013"}, []string{"De gemeente zegt"}},
		{"what belongs to an earlier asking is told as such", "/wijken/oost/behoeften/oversteek/",
			[]string{"Eerder gevraagd De wijk vraagt dit opnieuw sinds 1 januari 2011. Wat daarvoor klaar was, verviel of is geantwoord, telt nu niet mee. Wijkvisie Oost De gevaarlijke oversteek Er kwam alleen een bord. Gevraagd in Wijkvisie 2004–2007, vastgesteld op 19 mei 2004. Prioriteit 1 Wat daarvan kwam Stadswerken Een bord bij de Kade 1 juni 2005: Het bord staat er. Gerealiseerd klaar juni 2005 Stadswerken Stoplichten zijn te duur. Nee antwoord van 1 maart 2005 Ouders van toen Een bord helpt niet. Niet gelukt oordeel van 1 november 2005"}, nil},
		{"a promise has one row, with both dates and what proves it", "/wijken/oost/behoeften/oversteek/",
			[]string{"Middenberm bij de Kade Stadswerken sw-2011-001 Een brede middenberm. Gerealiseerd Later dan beloofd 2011 2012 2013 eerst beloofd oktober 2011, klaar maart 2012 Begin tweede kwartaal van 2011 Budget € 185.000"}, []string{"toezegging sw-"}},
		{"what stands above is not said again", "/wijken/oost/behoeften/oversteek/",
			[]string{"1 november 2012 Wijkraad Oost: Deels gelukt De middenberm is klaar. 1 februari 2013 Ouders: Gelukt 1 maart 2013 Tot hier is het bekend"}, nil},
		{"who can be asked, and what the wijk asks next", "/wijken/oost/behoeften/oversteek/",
			[]string{"Vraag hierover? Wijkregisseur Oost oost@example.nl 14 030 Stadswerken stadswerken@example.nl 14 030", "Volgende, prioriteit 2 Bankjes langs het water Alle 10 behoeften van Oost"}, []string{"Vorige"}},
		{"and before", "/wijken/oost/behoeften/lift/", []string{"Vorige, prioriteit 8 Zwemles dichtbij Volgende Een weekmarkt"}, nil},
		{"a judgement on a commitment stands with it", "/wijken/oost/behoeften/oversteek/",
			[]string{"Begroting 2011 Ouders Gelukt De berm is mooi. oordeel van 2 november 2012"}, nil},
		{"on the page of its wijk a need is one line", "/wijken/oost/",
			[]string{"Prioriteit 1 Veilig oversteken bij de Kade Vervuld, zegt de wijk: eerst beloofd oktober 2011, klaar maart 2012 Ouders: gelukt Prioriteit 2"},
			[]string{"Een bord bij de Kade", "Stoplichten zijn te duur", "De berm is mooi"}},
		{"a partner is named", "/wijken/oost/behoeften/lift/",
			[]string{"Woonstad zegt In uitvoering", "Dit zegt Woonstad", "Toegezegd op 1 mei 2012", ". Toegevoegd op 1 februari 2012", "Niets gemeld Lang niet bijgewerkt 2012 2013 doorlopend", "In uitvoering 4 maanden te laat 2012 2013 beloofd oktober 2012, nog niet klaar"},
			[]string{"Later dan beloofd", "De gemeente", "dienst"}},
		{"an entry has its proof", "/wijken/oost/behoeften/lift/",
			[]string{"Bewijs Oplevering, Bron", "Woonstad: Gerealiseerd Lift plaatsen De lift is klaar. 1 februari 2013", "Eerst gemeld: gerealiseerd. De lift is stuk."}, nil},
		{"a partner answers", "/wijken/oost/behoeften/markt/", []string{"Dit antwoordt Woonstad", "Ligt bij een ander"}, []string{"Dit is toegezegd", "Niet van de gemeente"}},
		{"a no is an answer", "/wijken/oost/behoeften/tramhalte/", []string{"De gemeente zegt Niet opgenomen De provincie gaat daarover. Dit vroeg", "Dit antwoordt de gemeente Stadswerken Uitvoeringsprogramma Ligt bij een ander antwoord van 1 maart 2011"}, []string{"toegezegd"}},
		{"answers are several", "/wijken/oost/behoeften/huisarts/", []string{"De gemeente zegt In onderzoek Wij zoeken een pand. Dit vroeg", "Dit antwoordt de gemeente Zorg"}, nil},
		{"what was lost says why", "/wijken/oost/behoeften/kade/",
			[]string{"Er zijn 2 toezeggingen. 1 is doorgeschoven, maar er komt geen andere toezegging voor in de plaats. 1 is vervallen. Eerst de brug. Dit vroeg",
				"Dit zegde de gemeente toe", "11 april 2012 Stadswerken: Vervallen Kade autovrij Te duur. 12 april 2012 Stadswerken: Doorgeschoven Plein aan de kade 1 maart 2013", "Gaat verder als Plein in de wacht Die toezegging is niet voor deze behoefte."}, []string{"klaar"}},
		{"a programme was withdrawn on a day", "/wijken/oost/behoeften/zwemles/",
			[]string{"Er is 1 toezegging: ingetrokken.", "Er is 1 toezegging: ingetrokken. Later dan eerst beloofd. Dat telde nooit mee. Dit vroeg", "Ingetrokken Later dan beloofd 2012 2013 eerst beloofd oktober 2012, ingetrokken februari 2012 Dit programma is ingetrokken op 1 februari 2012. Opgegaan in het programma van 2012.", "1 februari 2012 Zorg: Ingetrokken 1 maart 2013"}, []string{"telt niet meer mee", "te laat", "Lang niet bijgewerkt"}},
		{"a need is asked no more", "/wijken/oost/behoeften/kiosk/",
			[]string{"Niet meer gevraagd door Oost Een kiosk Niet meer gevraagd sinds 15 januari 2013. Er kwam een winkel."}, []string{"staat open", "Prioriteit 10 Een"}},
		{"of an old need nothing is known", "/wijken/oost/behoeften/haring/",
			[]string{"Niet in de huidige wijkvisie van Oost", "Niet bijgehouden Over deze behoefte is niets bekend. De behoefte staat in geen huidige wijkvisie."}, []string{"antwoord"}},
		{"of a need for later nothing is known yet", "/wijken/oost/behoeften/later/",
			[]string{"Nog niet in de huidige wijkvisie van Oost", "in een wijkvisie die nog niet geldt"}, []string{"antwoord"}},
		{"the page of a wijk lists what it asks no more", "/wijken/oost/",
			[]string{"10 behoeften", "Wat de wijk niet meer vraagt Een kiosk Niet meer gevraagd sinds 15 januari 2013. Er kwam een winkel.", "Liften voor ouderen Zorg. Toegevoegd op 1 februari 2012"}, nil},
		{"a vision tells what changed since it was adopted", "/wijken/oost/2011-2014/",
			[]string{"Dit is de wijkvisie zoals vastgesteld. Wat er later bij kwam en wat niet meer gevraagd wordt, staat erbij met de dag.",
				"Een kiosk Groen Niet meer gevraagd sinds 15 januari 2013. Er kwam een winkel.", "Later toegevoegd Prioriteit 9 Liften voor ouderen Zorg Toegevoegd op 1 februari 2012",
				"Bij elke behoefte staat hoe het er nu mee staat.",
				"Advies vooraf 10 maart 2011, Wijkraad Oost Kijk ook naar de kade. Wat daarmee gedaan is: Overgenomen. 1 april 2011, Ouders"}, nil},
		{"an old vision", "/wijken/oost/2004-2007/", []string{"Deze wijkvisie komt uit het archief."}, []string{"zoals zij is vastgesteld"}},
		{"a vision for later", "/wijken/oost/2019-2022/", []string{"Dit is de wijkvisie zoals voorgelegd voor inspraak."}, []string{"archief", "is vastgesteld"}},
		{"a programme that was withdrawn", "/programmas/weg-2012/", []string{"Dit programma is ingetrokken op 1 februari 2012. Opgegaan in het programma van 2012."}, []string{"telt niet"}},
		{"a programme with a day", "/programmas/woonstad-2012/", []string{"Vastgesteld op 10 januari 2012", "Toegezegd op 1 mei 2012", "De lift is klaar. Oplevering"}, nil},
		{"a judgement on the page of the programme", "/programmas/sw-2011/", []string{"Ouders Gelukt De berm is mooi. oordeel van 2 november 2012"}, nil},
	} {
		c.run(t, s)
	}
	earlier := published(t, readFiles(t, "city"), options{date: "2012-12-01"})
	pageTest{"nobody answered", "/wijken/oost/behoeften/kiosk/", []string{"Nog geen antwoord De wijk wacht sinds 19 mei 2011: 1 jaar en 6 maanden.", "Dit zegt de gemeente Nog niets."}, []string{"dienst"}}.run(t, earlier)
	late := published(t, readFiles(t, "city"), options{date: "2016-03-01"})
	pageTest{"a period that is over", "/wijken/oost/", []string{"De periode van deze wijkvisie is voorbij. De wijkvisie gold tot en met 2014."}, nil}.run(t, late)
}

// TestWhatWasDroppedIsNotCalledUnfinished looks at the pages of a need of which nothing will
// come, or nothing was promised.
func TestWhatWasDroppedIsNotCalledUnfinished(t *testing.T) {
	dropped := func(id string) string {
		return "  - {id: " + id + ", titel: Plateau " + id + ", behoeften: [oost/oversteek], gereed: 2011-10, voortgang: [{datum: 2011-04-11, status: vervallen, reden: Geen geld.}]}\n"
	}
	open := "  - {id: a, titel: Plateau, behoeften: [oost/oversteek], gereed: 2011-10}\n"
	for name, c := range map[string]struct {
		head, commitments, answers string
		says                       string
	}{
		"dropped":         {"status: vastgesteld", dropped("a"), "", "Er is 1 toezegging: vervallen. Geen geld. Dit vroeg"},
		"both dropped":    {"status: vastgesteld", dropped("a") + dropped("b"), "", "Er zijn 2 toezeggingen. 2 zijn vervallen. Geen geld. Dit vroeg"},
		"answered no":     {"status: vastgesteld", "", "  - {behoefte: oost/oversteek, antwoord: nee, reden: Geen ruimte., datum: 2011-03-01}\n", "Niet opgenomen Geen ruimte. Dit vroeg"},
		"dropped, and no": {"status: vastgesteld", dropped("a"), "  - {behoefte: oost/oversteek, antwoord: nee, reden: Geen ruimte., datum: 2011-05-01}\n", "Er is 1 toezegging: vervallen. Geen ruimte. Dit vroeg"},
		"withdrawn":       {"status: ingetrokken\ningetrokken-op: 2011-12-20\nreden: De dienst is opgeheven.", open, "", "Er is 1 toezegging: ingetrokken. Later dan eerst beloofd. De dienst is opgeheven. Dit vroeg"},
	} {
		t.Run(name, func(t *testing.T) {
			programme := "---\ntitel: Programma\ndienst: stadswerken\njaar: 2011\n" + c.head + "\n"
			if c.commitments != "" {
				programme += "toezeggingen:\n" + c.commitments
			}
			if c.answers != "" {
				programme += "antwoorden:\n" + c.answers
			}
			s := published(t, files{
				"site.yaml":               "titel: Proef\ngemeente: Proefstad\nthemas: [{id: verkeer, naam: Verkeer}]\n",
				"wijken/oost.md":          "---\nnaam: Oost\n---\n",
				"diensten/stadswerken.md": "---\nnaam: Stadswerken\n---\n",
				"wijkvisies/oost-2011.md": "---\ntitel: Visie\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften: [{id: oversteek, titel: Veilig oversteken, thema: verkeer}]\n---\n",
				"programmas/programma.md": programme + "---\n",
			}, options{})
			pageTest{"need", "/wijken/oost/behoeften/oversteek/", []string{c.says}, nil}.run(t, s)
			unfinished := regexp.MustCompile(`nog niet|nog geen|[Gg]een daarvan is klaar|te laat|niet bijgewerkt|[Dd]it is toegezegd`)
			for _, url := range []string{"/wijken/oost/", "/wijken/oost/behoeften/oversteek/", "/wijken/oost/2011-2014/", "/programmas/programma/"} {
				text := strings.ReplaceAll(textOf(t, s, url), "Er is nog niet bekend wie u kunt spreken.", "")
				if found := unfinished.FindString(text); found != "" {
					t.Errorf("%s says %q: %s", url, found, text)
				}
			}
		})
	}
}
