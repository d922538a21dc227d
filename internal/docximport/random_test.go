package docximport_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/format"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// randomDocument makes documents of headings, paragraphs, lists and tables in any order, with
// texts full of marks that mean something in Markdown and YAML.
type randomDocument struct {
	*rand.Rand
	number int
	notes  []docx.Note
}

func (r *randomDocument) one(of ...string) string { return of[r.IntN(len(of))] }

func (r *randomDocument) text() string {
	var words []string
	for range 1 + r.IntN(12) {
		words = append(words, r.one("wens", "de", "boom", "- streep", "1.", "Doel", "3:", "# hek", "*ster*", "_lijn_", "[haak]", "(rond)", "a|b", "<p>", "&amp;", "&", "~", "`code`", `\`, "!", ": dubbel", "{#id}", "'s avonds", `"aan"`,
			"www.example.nl/a_b", "jan@example.nl", "https://example.nl/?a=b&c=d", "2011.", "Nieuwe", "verkeer", "é", "\n", "[^1]", "---", "===", "+", ">", "Wensen", "gemeente.", "%", "@", "…", "0", "|", "Overig", "bewoners willen:"))
	}
	return strings.Join(words, r.one(" ", " ", "  ", "\t"))
}

func (r *randomDocument) runs() []docx.Run {
	var runs []docx.Run
	for range 1 + r.IntN(3) {
		run := docx.Run{Text: r.text() + r.one("", " ", ". "), Bold: r.IntN(4) == 0, Italic: r.IntN(6) == 0, Struck: r.IntN(12) == 0}
		if r.IntN(8) == 0 {
			run.Link = r.one("https://example.nl/a(b)", "javascript:x", "mailto:a@example.nl", "../map/x.docx", "https://example.nl/<x>")
		}
		runs = append(runs, run)
		if r.IntN(12) == 0 {
			r.notes = append(r.notes, docx.Note{})
			runs = append(runs, docx.Run{Note: len(r.notes)})
		}
	}
	return runs
}

func (r *randomDocument) block(depth int) docx.Block {
	r.number++
	b := docx.Block{Paragraph: r.number}
	switch n := r.IntN(10); {
	case n < 2:
		b.Level, b.Label = 1+r.IntN(4), r.one("", "", "1.2", "Doel 4:")
	case n < 5:
		b.Depth, b.Label = 1+r.IntN(3), r.one("•", "•", "1.", "2.", "a)", "Wens 2:")
	case n == 5 && depth < 2:
		b.Table = r.table(depth)
		return b
	}
	b.Runs = r.runs()
	return b
}

func (r *randomDocument) table(depth int) *docx.Table {
	t := &docx.Table{}
	columns := 1 + r.IntN(5)
	for i := range 1 + r.IntN(5) {
		var row docx.Row
		for j := range columns {
			c := docx.Cell{Right: j > 0 && r.IntN(10) == 0, Below: i > 0 && r.IntN(10) == 0}
			switch {
			case c.Right || c.Below:
			case i == 0 && r.IntN(4) > 0:
				r.number++
				c.Blocks = []docx.Block{{Paragraph: r.number, Runs: []docx.Run{{Text: r.one("Actie", "Wie", "Wanneer", "Status", "Wens", "Prioriteit", "Thema", "Toelichting", "Kosten", "Nr", "Partners", "Buurt", "Iets")}}}}
			case r.IntN(4) == 0:
				r.number++
				c.Blocks = []docx.Block{{Paragraph: r.number, Runs: []docx.Run{{Text: r.one("Stadswerken", "maart 2012", "gereed", "1", "2", "najaar 2012", "€ 1.000", "Verkeer en bereikbaarheid", "Stadswerken en Mitros", "loopt; bijna klaar")}}}}
			default:
				for range r.IntN(3) {
					c.Blocks = append(c.Blocks, r.block(depth+1))
				}
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (r *randomDocument) document() *docx.Document {
	doc := &docx.Document{}
	for range 1 + r.IntN(25) {
		doc.Blocks = append(doc.Blocks, r.block(0))
	}
	for i := 0; i < len(r.notes); i++ { // a note may have a note
		r.number++
		r.notes[i].Blocks = []docx.Block{{Paragraph: r.number, Runs: []docx.Run{{Text: fmt.Sprint("noot ", i, " ", r.text())}}}}
	}
	doc.Notes = r.notes
	return doc
}

func TestRandomDocumentsAreWholeAndValid(t *testing.T) {
	content := &city.City{Site: &city.Site{Themes: []*city.Theme{
		{ID: source.Text{Value: "verkeer"}, Name: source.Text{Value: "Verkeer en bereikbaarheid"}},
		{ID: source.Text{Value: "groen"}, Name: source.Text{Value: "Groen"}},
	}}}
	content.Wijken = []*city.Wijk{{Record: city.Record{ID: "oost"}, Name: source.Text{Value: "Oost"}}}
	content.Departments = []*city.Department{{Record: city.Record{ID: "stadswerken"}, Name: source.Text{Value: "Stadswerken"}}}
	for seed := range uint64(300) {
		doc := (&randomDocument{Rand: rand.New(rand.NewPCG(seed, 1))}).document()
		opt := docximport.Options{Wijk: "oost", Period: city.Period{First: 2011, Last: 2014}, Exists: func(string) bool { return false }}
		if seed%3 == 0 {
			opt = docximport.Options{Department: "stadswerken", Years: city.Period{First: 2011, Last: 2011}, Exists: opt.Exists, Day: city.DayIn(2012, 1, 1)}
		}
		result, err := docximport.Import(doc, content, opt)
		if err != nil {
			if opt.Wijk != "" {
				t.Errorf("seed %d: %v", seed, err)
			}
			continue
		}
		parsed(t, result)
		for _, l := range result.LeftOut {
			if l.Reason == docximport.Unplaced {
				t.Errorf("seed %d: paragraph %d, %q, could not be placed", seed, l.Paragraph, l.Text)
			}
		}
		for _, f := range result.Files {
			i := slices.IndexFunc(parse.Kinds(), func(k parse.Kind) bool {
				return k.Folder != "" && strings.HasPrefix(f.Path, k.Folder+"/")
			})
			again, err := format.File(source.NewFile(f.Path, f.Data), parse.Kinds()[i])
			if err != nil || !bytes.Equal(again, f.Data) {
				t.Errorf("seed %d: %s is not as fmt writes it (%v)", seed, f.Path, err)
			}
		}
	}
}
