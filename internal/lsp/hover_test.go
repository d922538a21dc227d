package lsp

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
)

// marked returns a document with a mark, and where that is.
func marked(t *testing.T, s *server, name, text string) (*document, int) {
	t.Helper()
	text, offset := split(t, text)
	d := opened(s, name, text)
	d.project = &project{server: s, folder: "/stad", texts: map[string]openedText{}}
	return d, offset
}

func TestHover(t *testing.T) {
	const vision, programme, page = "wijkvisies/oost-2011.md", "programmas/stadswerken-2011.md", "paginas/over.md"
	c := &checked{Content: contentOf(t, testFiles())}
	for _, row := range []struct{ name, file, text, want string }{
		{"a key", vision, "---\nwi¦jk: oost\n---\n", "**wijk** (verplicht)\n\nDe wijk: de naam van een bestand in wijken/, zonder .md.\n\nBijvoorbeeld: `wijk: overvecht`"},
		{"a key of which the block is not closed", vision, "---\nwi¦jk: oost\n", "**wijk** (verplicht)"},
		{"a key in braces", programme, "---\ntoezeggingen:\n  - voortgang: [{da¦tum: x", "**datum** (verplicht)\n\nDe dag waarop dit gold."},
		{"a value with choices", vision, "---\nstatus: con¦cept\n---\n", "Kies uit: `concept`, `inspraak`, `vastgesteld`, `ingetrokken`"},
		{"a status", programme, "---\ntoezeggingen:\n  - voortgang: [{status: in-voor¦bereiding}]\n---\n", "**In voorbereiding**\n\nEr worden plannen gemaakt. Buiten ziet u nog niets."},
		{"a judgement", vision, "---\nbehoeften:\n  - oordelen: [{oordeel: de¦els}]\n---\n", "**Deels gelukt**\n\nDe wijk vindt dat dit voor een deel gelukt is."},
		{"an answer", programme, "---\nantwoorden: [{antwoord: els¦ewhere}]\n---\n", "**antwoord**"},
		{"a need", programme, "---\ntoezeggingen:\n  - behoeften: [oost/over¦steek]\n---\n", "**Veilig oversteken**\n\nWijkvisie Oost\n\n**In uitvoering**: Er wordt aan gewerkt, of een deel is al klaar en er komt nog meer.\n- `sw-2011-1` Plateau (In uitvoering, gepland voor 2012-03, eerst beloofd voor 2011-10)"},
		{"the id of a need", vision, "---\nwijk: oost\nbehoeften:\n  - id: over¦steek\n---\n", "**Veilig oversteken**"},
		{"a commitment", vision, "---\nbehoeften:\n  - oordelen: [{over: sw-2011¦-1}]\n---\n", "**Plateau**\n\nStadswerken: Programma 2011\n\n**In uitvoering**: Er wordt aan gewerkt.\n\ngepland voor 2012-03, eerst beloofd voor 2011-10"},
		{"a dienst", programme, "---\ndienst: stads¦werken\n---\n", "**Stadswerken**\n\nOnderhoudt straten."},
		{"a wijk", vision, "---\nwijk: we¦st\n---\n", "**West**"},
		{"a theme", vision, "---\nbehoeften: [{thema: ver¦keer}]\n---\n", "**Verkeer en bereikbaarheid**"},
		{"a buurt", vision, "---\nwijk: oost\nbehoeften: [{buurten: [dre¦ef]}]\n---\n", "**De Dreef**"},
		{"a reference that leads nowhere", vision, "---\nwijk: no¦ord\n---\n", "**wijk** (verplicht)"},
		{"a link", page, "---\ntitel: a\n---\nZie [de w¦ijk](../wijken/oost.md).\n", "**Oost**"},
		{"a link to a need", page, "---\ntitel: a\n---\nZie [dit](../wijkvisies/oost-2011.md#over¦steek).\n", "**Veilig oversteken**"},
		{"a heading of a need", vision, "---\nwijk: oost\n---\n## Oversteken {#over¦steek}\n", "**Veilig oversteken**"},
		{"a link to another site", page, "---\ntitel: a\n---\nZie [d¦it](https://example.nl).\n", ""},
		{"a text", page, "---\ntitel: a\n---\nZi¦e.\n", ""},
		{"an unknown key", page, "---\nkle¦ur: a\n---\n", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := testServer()
			d, offset := marked(t, s, row.file, row.text)
			h := s.explain(d, c, offset)
			switch {
			case h == nil && row.want != "":
				t.Errorf("says nothing, want %q", row.want)
			case h != nil && (row.want == "" || !strings.Contains(h.Contents.Value, row.want)):
				t.Errorf("says\n%s\nwant\n%s", h.Contents.Value, row.want)
			case h != nil && (d.text.offset(h.Range.Start) > offset || d.text.offset(h.Range.End) < offset):
				t.Errorf("range %v", h.Range)
			}
		})
	}
}

func TestHoverExplainsWhatIsWrong(t *testing.T) {
	s := testServer()
	files := testFiles()
	const name = "paginas/over.md"
	d, offset := marked(t, s, name, "---\nkle¦ur: rood\ntitel: a\n---\n")
	files[name] = d.text.data
	content := contentOf(t, files)
	c := &checked{Content: content, byFile: make(map[string]diag.List), texts: map[string]openedText{name: {documentID: d.documentID}}}
	for _, wrong := range content.Diagnostics {
		c.byFile[wrong.Path()] = append(c.byFile[wrong.Path()], wrong)
	}
	h := s.explain(d, c, offset)
	if h == nil || !strings.Contains(h.Contents.Value, "**unknown-key**\n\nfout: er wordt niets gepubliceerd zolang dit er staat\n\nDeze sleutel kent de site niet") {
		t.Fatalf("says %+v", h)
	}
	d.Version++ // what was found is of another text
	if h := s.explain(d, c, offset); h != nil {
		t.Errorf("says %s", h.Contents.Value)
	}
}

func TestDefinition(t *testing.T) {
	const vision, programme, page = "wijkvisies/oost-2011.md", "programmas/stadswerken-2011.md", "paginas/over.md"
	c := &checked{Content: contentOf(t, testFiles())}
	for _, row := range []struct{ name, file, text, want string }{
		{"a need", programme, "---\ntoezeggingen:\n  - behoeften: [oost/over¦steek]\n---\n", "wijkvisies/oost-2011.md:  - id: oversteek"},
		{"a need in a list that is not closed", programme, "---\ntoezeggingen:\n  - behoeften: [oost/over¦steek\n", "wijkvisies/oost-2011.md:  - id: oversteek"},
		{"a commitment", vision, "---\nbehoeften:\n  - oordelen: [{over: sw-2011¦-1}]\n---\n", "programmas/stadswerken-2011.md:  - id: sw-2011-1"},
		{"a wijk", vision, "---\nwijk: we¦st\n---\n", "wijken/west.md:naam: West"},
		{"a dienst", programme, "---\ndienst: stads¦werken\n---\n", "diensten/stadswerken.md:naam: Stadswerken"},
		{"a theme", vision, "---\nbehoeften: [{thema: gr¦oen}]\n---\n", "site.yaml:  - {id: groen, naam: Groen}"},
		{"a buurt", vision, "---\nwijk: oost\nbehoeften: [{buurten: [ple¦in]}]\n---\n", "wijken/oost.md:  - {id: plein, naam: Het Plein}"},
		{"a picture", programme, "---\ntoezeggingen:\n  - voortgang: [{beeld: {bestand: ../media/fo¦to.jpg}}]\n---\n", "media/foto.jpg:jpg"},
		{"a link", page, "---\ntitel: a\n---\nZie [de w¦ijk](../wijken/oost.md).\n", "wijken/oost.md:naam: Oost"},
		{"a link to a need", page, "---\ntitel: a\n---\nZie [dit](../wijkvisies/oost-2011.md#ban¦kje).\n", "wijkvisies/oost-2011.md:  - id: bankje"},
		{"a link by reference", page, "---\ntitel: a\n---\nZie [d¦it][1].\n\n[1]: ../wijken/west.md\n", "wijken/west.md:naam: West"},
		{"a document", page, "---\ntitel: a\n---\nZie [het p¦lan](../media/plan.pdf).\n", "media/plan.pdf:pdf"},
		{"a picture in the text", page, "---\ntitel: a\n---\n![een f¦oto](../media/foto.jpg)\n", "media/foto.jpg:jpg"},
		{"the section of a need", vision, "---\nwijk: oost\n---\n## Oversteken {#over¦steek}\n", "wijkvisies/oost-2011.md:  - id: oversteek"},
		{"a link that leaves the content", page, "---\ntitel: a\n---\nZie [d¦it](../../geheim.md).\n", ""},
		{"a picture that leaves the content", programme, "---\ntoezeggingen:\n  - voortgang: [{beeld: {bestand: ../../ge¦heim.jpg}}]\n---\n", ""},
		{"a link to another site", page, "---\ntitel: a\n---\nZie [d¦it](https://example.nl).\n", ""},
		{"a reference that leads nowhere", vision, "---\nwijk: no¦ord\n---\n", ""},
		{"a key", vision, "---\nwi¦jk: oost\n---\n", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			s := testServer()
			d, offset := marked(t, s, row.file, row.text)
			to, ok := s.define(d, c, offset)
			got := ""
			if ok {
				name := strings.TrimPrefix(to.URI, "file:///stad/")
				lines := newText(testFiles()[name], utf16Encoding)
				start, end := lines.line(to.Range.Start.Line)
				got = name + ":" + lines.data[start:end]
			}
			if got != row.want {
				t.Errorf("leads to %q, want %q", got, row.want)
			}
		})
	}
}
