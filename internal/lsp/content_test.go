package lsp

import (
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// testFiles returns the files of a small municipality, by path.
func testFiles() map[string]string {
	return map[string]string{
		"site.yaml":      "titel: Wijkvisies\ngemeente: Stad\nbasis-url: https://wijk.example.nl\nthemas:\n  - {id: verkeer, naam: Verkeer en bereikbaarheid}\n  - {id: groen, naam: Groen}\n",
		"wijken/oost.md": "---\nnaam: Oost\nbuurten:\n  - {id: dreef, naam: De Dreef}\n  - {id: plein, naam: Het Plein}\n---\nDe wijk [Oost](../wijkvisies/oost-2011.md#oversteek).\n",
		"wijken/west.md": "---\nnaam: West\nbuurten:\n  - {id: haven, naam: Haven}\n---\nDe wijk West.\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Wijkvisie Oost\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n" +
			"  - id: oversteek\n    titel: Veilig oversteken\n    thema: verkeer\n  - id: bankje\n    titel: Een bankje 🪑 bij het plein\n    thema: groen\n---\nHet verhaal.\n\n## Oversteken {#oversteek}\n\nAuto's rijden hard.\n",
		"diensten/stadswerken.md": "---\nnaam: Stadswerken\nomschrijving: Onderhoudt straten.\n---\nTekst.\n",
		"programmas/stadswerken-2011.md": "---\ntitel: Programma 2011\ndienst: stadswerken\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-02-22\ntoezeggingen:\n" +
			"  - id: sw-2011-1\n    titel: Plateau\n    behoeften: [oost/oversteek]\n    gereed: 2011-10\n    voortgang:\n" +
			"      - {datum: 2011-04-11, status: in-uitvoering, tekst: Begonnen.}\n      - {datum: 2011-09-30, gereed: 2012-03, reden: Kabels.}\n---\nTekst.\n",
		"media/plan.pdf": "pdf",
		"media/foto.jpg": "jpg",
	}
}

// contentOf returns what files hold.
func contentOf(t testing.TB, files map[string]string) *Content {
	t.Helper()
	content := make(fstest.MapFS)
	for name, data := range files {
		content[name] = &fstest.MapFile{Data: []byte(data), ModTime: time.Now()}
	}
	today := city.DayIn(2012, 1, 15)
	p := new(pipeline.Pipeline)
	result, err := p.Prepare(pipeline.Input{Content: content, Date: today, Advice: true})
	if err == nil {
		err = result.Check(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return &Content{Diagnostics: result.Diagnostics, Index: p.Index(), Site: result.Site.Graph.Site, Graph: sync.OnceValue(result.Everything),
		Media: result.Media(), Today: today, Word: func(key string) string { return result.Words("nl").Text(key) }}
}

// testServer returns a server that nobody talks to.
func testServer() *server {
	return &server{opt: Options{Lang: diag.Dutch}, encoding: utf16Encoding}
}

// opened returns a document of which the text is that of a file.
func opened(s *server, name, data string) *document {
	return &document{documentID: documentID{URI: "file:///stad/" + name, Version: 1}, name: name, text: newText(data, s.encoding)}
}
