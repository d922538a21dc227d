package preview

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/report"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

const hostileName = `<script>x</script>"&'`

func worklistContent() map[string]string {
	return map[string]string{
		"site.yaml":               "titel: Wijkvisies Testdam\ngemeente: Testdam\nstil-na-maanden: 6\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":          "---\nnaam: Oost\nwijkregisseur: {functie: Wijkregisseur Oost}\n---\n",
		"wijken/west.md":          "---\nnaam: '" + strings.ReplaceAll(hostileName, "'", "''") + "'\n---\n",
		"wijken/leeg.md":          "---\nnaam: Stadsrand\n---\n",
		"diensten/werken.md":      "---\nnaam: Werken\ncontact: {e-mail: werken@example.nl, telefoon: 14 030}\n---\n",
		"diensten/zorg.md":        "---\nnaam: Zorg\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Visie Oost\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-02-01\nbehoeften:\n  - {id: bank, titel: Een bank, thema: groen}\n  - {id: boom, titel: Een boom, thema: groen}\n---\n",
		"wijkvisies/oost-2015.md": "---\ntitel: Nieuwe visie\nwijk: oost\nperiode: 2015-2018\nstatus: concept\n---\n",
		"wijkvisies/west-2011.md": "---\ntitel: Visie West\nwijk: west\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-02-01\nbehoeften:\n  - {id: pad, titel: Een pad, thema: groen}\n---\n",
		"programmas/w-2012.md": "---\ntitel: Programma Werken\ndienst: werken\njaar: 2012\nstatus: vastgesteld\nvastgesteld-op: 2012-02-01\ntoezeggingen:\n" +
			"  - {id: laat, titel: Laat werk, behoeften: [oost/bank], gereed: 2012-03}\n" +
			"  - {id: acht, titel: Over acht weken, wijken: [oost], gereed: 2012-06-26}\n" +
			"  - {id: negen, titel: Een dag later, wijken: [oost], gereed: 2012-06-27}\n" +
			"  - {id: klaar, titel: Klaar werk, wijken: [oost], gereed: 2012-05-20, voortgang: [{datum: 2012-04-01, status: gerealiseerd}]}\n---\n",
		"programmas/z-2011.md":  "---\ntitel: Programma Zorg\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-02-01\ntoezeggingen:\n  - {id: stil, titel: Stil werk, wijken: [west], gereed: 2014}\n---\n",
		"programmas/embargo.md": "---\ntitel: Programma onder embargo\ndienst: werken\njaar: 2013\nstatus: vastgesteld\nvastgesteld-op: 2012-04-01\npubliceren-op: 2012-09-01\ntoezeggingen:\n  - {id: boom, titel: Bomen, behoeften: [oost/boom], gereed: 2012-05-10}\n---\n",
		"paginas/binnenkort.md": "---\ntitel: Een pagina voor later\nstatus: concept\n---\n",
	}
}

// worklistServer serves the content as of 1 May 2012.
func worklistServer(t *testing.T) *Server {
	t.Helper()
	read := contenttest.Parse(worklistContent())
	for _, p := range read.Problems {
		t.Fatalf("the content is wrong: %+v", p)
	}
	builtIn, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	date := city.DayIn(2012, 5, 1)
	pages, _ := plan.New(read.City, relate.Relate(read.City, relate.Options{Date: date, Drafts: true}), plan.Assets{})
	published := relate.Relate(read.City, relate.Options{Date: date})
	east, west := read.City.Wijken[1], read.City.Wijken[2]
	s := New(Options{})
	s.Show(&Site{
		File: smallFiles().file,
		Plan: pages,
		Why: func(d relate.Draft) string {
			if d.Concept {
				return "concept"
			}
			return "tot " + d.Embargo.String()
		},
		Diagnostics: diag.List{diag.At(east.Name.Pos, diag.VisionOver, "in oost"), diag.At(west.Name.Pos, diag.VisionOver, "in west")},
		Worklist: func(wijk, department string) *report.Worklist {
			var scope report.Scope
			for _, w := range published.Wijken {
				if w.ID == wijk {
					scope.Wijk = w
				}
			}
			for _, d := range published.Departments {
				if d.ID == department {
					scope.Department = d
				}
			}
			return report.NewWorklist(builtIn.Words("nl", nil), published, scope)
		},
	})
	return s
}

func TestTheWorklistSaysWhatWaitsForWhom(t *testing.T) {
	s := worklistServer(t)
	const unanswered, late, silent = "“Een pad” wacht sinds 1 februari 2011", "“Laat werk” van Werken is 1 maand te laat", "Over “Stil werk”, toegezegd op 1 februari 2011, heeft Zorg nog niets gemeld"
	const due, dueLater, concept, embargo, page = "“Over acht weken” van Werken is gepland voor 26 juni 2012", "Een dag later", "Nieuwe visie</a>: concept", "Programma onder embargo</a>: tot 2012-09-01", "Een pagina voor later"
	for _, c := range []struct {
		name, query string
		says, not   []string
	}{
		{"everything", "", []string{unanswered, "“Een boom” wacht", late, silent, due, concept, embargo, page, "in oost", "in west"}, []string{dueLater, "Klaar werk", "“Bomen”"}},
		{"a wijk", "?wijk=oost", []string{"Werklijst: Oost", "“Een boom” wacht", late, due, concept, embargo, "in oost"}, []string{unanswered, silent, page}},
		{"another wijk", "?wijk=west", []string{unanswered, silent, "Voor de komende acht weken is niets gepland.", "Alles is gepubliceerd.", "in west"}, []string{"“Een boom” wacht", late, concept, "in oost</li>"}},
		{"a department", "?dienst=werken", []string{"Werklijst: Werken", late, due, embargo}, []string{unanswered, silent, concept, "Behoeften zonder antwoord"}},
		{"both", "?wijk=west&dienst=werken", []string{"Niets is te laat"}, []string{late, silent, due}},
		{"a wijk that asks nothing", "?wijk=leeg", []string{"Geen enkele behoefte wacht op antwoord.", "Niets is te laat, en niets is lang niet bijgewerkt."}, []string{"Op elke behoefte", "kort geleden"}},
		{"what does not exist is everything", "?wijk=nergens", []string{unanswered, late, silent}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := get(t, s, "GET", "/_wijkvisie/werklijst/"+c.query, nil)
			text := body(t, r)
			main, _, _ := strings.Cut(text, "</main>")
			if r.StatusCode != 200 || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("status %d, headers %v", r.StatusCode, r.Header)
			}
			for _, say := range c.says {
				if !strings.Contains(main, say) {
					t.Errorf("it does not say %q: %s", say, main)
				}
			}
			for _, not := range c.not {
				if strings.Contains(main, not) {
					t.Errorf("it says %q: %s", not, main)
				}
			}
			if strings.Contains(main, "<script>") {
				t.Errorf("a name is markup: %s", main)
			}
		})
	}
}

func TestAMailAsksADepartmentAfterWhatWaits(t *testing.T) {
	text := body(t, get(t, worklistServer(t), "GET", "/_wijkvisie/werklijst/?wijk=oost", nil))
	found := regexp.MustCompile(`href="(mailto:[^"]*)"`).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("there is no mail: %s", text)
	}
	mail, err := url.Parse(html.UnescapeString(found[1]))
	if err != nil || mail.Opaque != "werken@example.nl" {
		t.Fatalf("the mail is to %v, %v", mail, err)
	}
	query := mail.Query()
	if got, want := query.Get("subject"), "Wijkvisies Testdam: hoe staat het met 1 toezegging?"; got != want {
		t.Errorf("the subject is %q, want %q", got, want)
	}
	want := "Beste Werken,\r\n\r\nOp Wijkvisies Testdam staat op 1 mei 2012 het volgende:\r\n\r\n" +
		"- “Laat werk” van Werken is 1 maand te laat. Gepland: maart 2012.\r\n\r\n" +
		"Hoe staat het daarmee, en wanneer is het klaar? Een regel met de dag en wat er gebeurde is genoeg. Wordt de datum later, schrijf dan ook de nieuwe datum en de reden.\r\n\r\n" +
		"Met vriendelijke groet,\r\nWijkregisseur Oost"
	if got := query.Get("body"); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

func TestEveryPageLeadsToTheWorklist(t *testing.T) {
	s := worklistServer(t)
	site := s.newest()
	for address, want := range map[string]string{
		"index.html": `href="/_wijkvisie/werklijst/"`, "wijken/oost/index.html": `href="/_wijkvisie/werklijst/?wijk=oost"`, "diensten/zorg/index.html": `href="/_wijkvisie/werklijst/?dienst=zorg"`,
	} {
		if bar := site.bar(address); !strings.Contains(bar, want) {
			t.Errorf("the bar of %s does not have %s: %s", address, want, bar)
		}
	}
	if r := get(t, s, "GET", "/_wijkvisie/werklijst.css", nil); r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("the stylesheet has status %d and type %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
}
