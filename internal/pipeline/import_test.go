package pipeline_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/spreadsheet"
)

// far is a reference date after everything.
var far = city.Day{Year: 2030, Month: 1, Day: 1}

// progressTable returns voortgang.csv of a site.
func progressTable(tb testing.TB, content fstest.MapFS) []byte {
	tb.Helper()
	out, err := prepared(pipeline.Input{Content: content, Date: far})
	if err != nil {
		tb.Fatal(err)
	}
	if out.Diagnostics.HasErrors() {
		tb.Fatal(out.Diagnostics[0], string(out.Diagnostics[0].Pos.Bytes()))
	}
	f, ok := out.File("gegevens/voortgang.csv")
	var b bytes.Buffer
	if !ok || f.Write(&b) != nil {
		tb.Fatal("no voortgang.csv")
	}
	return b.Bytes()
}

// chance makes a municipality of one programme by chance, in any layout, with or
// without its voortgang.
type chance struct{ *rand.Rand }

func (r chance) text() string {
	parts := []string{"een", "twee", ": ", " #", "\"", "'", ",", ";", "\n", "\\", "=1+1", "-", "@", "{", "}", "[", "]", "é", "€", "null", "~", "2011", "no", "\u2028", "\t", "'s avonds", "&a", "*b", "|", ">", "%", "---"}
	var b strings.Builder
	for range 1 + r.IntN(5) {
		b.WriteString(parts[r.IntN(len(parts))])
	}
	if strings.TrimSpace(b.String()) == "" {
		return "iets"
	}
	return b.String()
}

// entries returns entries of voortgang, the oldest first.
func (r chance) entries() []string {
	var all []string
	for i := range r.IntN(5) {
		e := fmt.Sprintf("datum: 20%02d-03-1%d", 11+i, r.IntN(9))
		switch r.IntN(4) {
		case 0:
			e += ", status: in-uitvoering"
		case 1:
			e += ", gereed: 2019-Q3, reden: " + strconv.Quote(r.text())
		case 2:
			e += ", status: doorgeschoven, naar: t-0, reden: " + strconv.Quote(r.text())
		}
		all = append(all, "{"+e+", tekst: "+strconv.Quote(r.text())+"}")
	}
	return all
}

// programme returns a programme with everything, and the same without voortgang.
func (r chance) programme() (whole, bare string) {
	const head = "---\ntitel: P\ndienst: d\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n"
	whole, bare = head, head
	for i := range 1 + r.IntN(6) {
		start := fmt.Sprintf("id: t-%d, titel: T %d, wijken: [w]", i, i)
		entries := r.entries()
		block := "  - " + strings.ReplaceAll(start, ", ", "\n    ") + "\n"
		if r.IntN(3) == 0 {
			whole += "  - {" + start + ", voortgang: [" + strings.Join(entries, ", ") + "]}\n"
			bare += "  - {" + start + "}\n"
			continue
		}
		whole += block
		if len(entries) > 0 {
			whole += "    voortgang:\n      - " + strings.Join(entries, "\n      - ") + "\n"
		}
		bare += block + []string{"", "    voortgang: []\n", "    voortgang:\n", "    voortgang: ~ # niets\n"}[r.IntN(4)]
	}
	eol := []string{"\n", "\r\n"}[r.IntN(2)]
	return strings.ReplaceAll(whole+"---\n", "\n", eol), strings.ReplaceAll(bare+"---\nTekst.\n", "\n", eol)
}

func municipality(programme string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":   "titel: T\ngemeente: G\ngemeentecode: GM0344\nbasis-url: https://a.nl\nthemas:\n  - {id: x, naam: X}\n",
		"wijken/w.md": "---\nnaam: W\n---\n", "diensten/d.md": "---\nnaam: D\n---\n", "programmas/p.md": programme,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func TestWhatIsExportedAndImportedIsTheSameContent(t *testing.T) {
	for seed := range uint64(200) {
		r := chance{rand.New(rand.NewPCG(seed, 6))}
		whole, bare := r.programme()
		table := progressTable(t, municipality(whole))

		again, problems, err := pipeline.Import(municipality(whole), "voortgang.csv", table, far)
		if err != nil || problems != nil || len(again.Files) > 0 {
			t.Fatalf("seed %d: importing what is there: %v, %v, %d files change\n%s", seed, err, problems, len(again.Files), whole)
		}

		filled, problems, err := pipeline.Import(municipality(bare), "voortgang.csv", table, far)
		if err != nil || problems.HasErrors() {
			t.Fatalf("seed %d: %v, %v\n%s\n%s", seed, err, problems, table, bare)
		}
		after := municipality(bare)
		for _, f := range filled.Files {
			after[f.Old.Path] = &fstest.MapFile{Data: f.Data}
		}
		if got, want := records(t, progressTable(t, after)), records(t, table); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: got\n%q\nwant\n%q", seed, got, want)
		}
	}
}

// records reads a table as a spreadsheet does: spaces at the ends of cells go.
func records(t *testing.T, table []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range all {
		for i := range row {
			row[i] = strings.TrimSpace(spreadsheet.Written(row[i]))
		}
	}
	return all
}

func TestImportKeepsEveryOtherByte(t *testing.T) {
	old := "---\n# Bijgehouden door Stadswerken\ntitel: 'P'   # let op\ndienst: d\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n\n  - id: t-0\n    titel: T\n    wijken: [w]\n    voortgang:\n      - {datum: 2011-01-01, tekst: x}   # de eerste\n\n---\nTekst.  \n"
	result, problems, err := pipeline.Import(municipality(old), "t.csv", []byte("toezegging;datum;tekst\nt-0;1-2-2012;Klaar\n"), far)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	want := strings.Replace(old, "# de eerste\n", "# de eerste\n      - {datum: 2012-02-01, tekst: Klaar}\n", 1)
	if got := string(result.Files[0].Data); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestAWrongRowChangesNothingAndIsNamed(t *testing.T) {
	const programme = "---\ntitel: P\ndienst: d\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: t-0, titel: T, wijken: [w], voorheen: [oud-0]}\n---\n"
	for name, c := range map[string]struct{ table, want string }{
		"a commitment that is not there":  {"toezegging,datum,tekst\nt-0,2012-01-01,x\nt-9,2012-01-01,x\n", `rij 3, kolom A (toezegging): toezegging "t-9" bestaat niet`},
		"a day that is not there":         {"toezegging,Datum,tekst\nt-0,31-2-2012,x\n", `rij 2, kolom B (Datum): de dag "31-2-2012" bestaat niet: de maand 2012-02 heeft 29 dagen`},
		"a later date without a reason":   {"toezegging,datum,gereed,reden\nt-0,2012-01-01,2013,\nt-0,2012-02-01,2014,\n", `rij 3, kolom D (reden): de reden ontbreekt: een latere datum (gereed) heeft er een nodig`},
		"no commitment":                   {"toezegging,datum,tekst\n,2012-01-01,x\n", `rij 2, kolom A (toezegging): hier moet iets staan`},
		"a programme of another":          {"toezegging,programma,datum,tekst\nt-0,q,2012-01-01,x\n", `rij 2, kolom B (programma): hier staat "q", maar dit hoort bij "p"`},
		"a successor that is not there":   {"toezegging,datum,status,reden,naar\nt-0,2012-01-01,doorgeschoven,r,t-8\n", `rij 2, kolom E (naar): toezegging "t-8" bestaat niet`},
		"a cell under no name":            {"toezegging,datum,tekst\nt-0,2012-01-01,x,y\n", `rij 2, kolom D: boven deze cel staat geen naam van een kolom`},
		"a name that is nearly right":     {"Voortgang,,,\ntoezegging,datum,tekst,staus\nt-0,2012-01-01,x,y\n", `rij 2, kolom D: de kolom "staus" is onbekend`},
		"a quote that is not closed":      {"toezegging,datum,tekst\nt-0,2012-01-01,\"x\nt-0,2012-02-01,y\n", `vanaf regel 2 tot en met regel 3 is alles één cel, want een aanhalingsteken sluit niet goed`},
		"a control character in the text": {"toezegging,datum,tekst\nt-0,2012-01-01,x\x07\n", `rij 2, kolom C (tekst): in de tekst bij "tekst" staat een onzichtbaar teken dat niet in tekst thuishoort`},
		"a total, which is one mistake":   {"toezegging,datum,tekst\nt-0,2012-01-01,x\nTotaal,,\n", `rij 3, kolom A (toezegging): toezegging "Totaal" bestaat niet`},
	} {
		t.Run(name, func(t *testing.T) {
			result, problems, err := pipeline.Import(municipality(programme), "t.csv", []byte(c.table), far)
			if err != nil || len(result.Files) > 0 || len(problems) != 1 {
				t.Fatalf("%v, %d files, %v", err, len(result.Files), problems)
			}
			if got := diag.Dutch.Say(problems[0].Text); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	const ambiguous = "toezegging;datum;tekst\nt-0;3/4/2012;a\nt-0;3/25/2012;b\nt-0;5/5/2012;c\nt-0;31/1/2012;d\n"
	_, problems, err := pipeline.Import(municipality(programme), "t.csv", []byte(ambiguous), far)
	if err != nil || len(problems) != 2 || problems[0].Pos.Place().Line != 2 || problems[1].Pos.Place().Line != 3 {
		t.Errorf("days of which the month may come first: %v, %v", err, problems)
	}
	result, problems, err := pipeline.Import(municipality(programme), "t.csv", []byte("toezegging,programma,datum,status\noud-0,p,2012-01-01,In uitvoering\n"), far)
	if err != nil || problems != nil || len(result.Files) != 1 || !strings.Contains(string(result.Files[0].Data), "voortgang: [{datum: 2012-01-01, status: in-uitvoering}]") {
		t.Errorf("by its former id: %v, %v, %v", err, problems, result)
	}
}

func TestADateOfASpreadsheetIsWorkedOutInTheHint(t *testing.T) {
	const programme = "---\ntitel: P\ndienst: d\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: t-0, titel: T, wijken: [w]}\n---\n"
	for cell, want := range map[string]string{
		"1-mrt-25":  "bedoelde u 2025-03-01? Schrijf het jaar met vier cijfers",
		"1-3-25":    "bedoelde u 2025-03-01? Schrijf het jaar met vier cijfers",
		"1.3.25":    "bedoelde u 2025-03-01? Schrijf het jaar met vier cijfers",
		"45717":     "45717 is het nummer van een dag in Excel, van 2025-03-01; bedoelde u die dag, schrijf dan 2025-03-01",
		"45717.75":  "45717.75 is het nummer van een dag in Excel, van 2025-03-01; bedoelde u die dag, schrijf dan 2025-03-01",
		"12345":     "schrijf een datum als jaar-maand-dag, zoals 2011-05-19",
		"3/25/2012": "schrijf: 2012-03-25",
	} {
		_, problems, err := pipeline.Import(municipality(programme), "t.csv", []byte("toezegging;datum;tekst\nt-0;"+cell+";x\n"), far)
		if err != nil || len(problems) != 1 {
			t.Fatalf("%s: %v, %v", cell, err, problems)
		}
		if got := diag.Dutch.Say(problems[0].Hint()); got != want {
			t.Errorf("%s: got %q, want %q", cell, got, want)
		}
	}
	for _, cell := range []string{"45717", "1-3-25"} {
		_, problems, err := pipeline.Import(municipality(programme), "t.csv", []byte("toezegging;datum;gereed;reden\nt-0;2012-01-01;"+cell+";x\n"), far)
		if err != nil || len(problems) != 1 || !strings.Contains(diag.Dutch.Say(problems[0].Hint()), "2025-03-01") {
			t.Errorf("gereed %s: %v, %v", cell, err, problems)
		}
	}
}

// BenchmarkImport adds fifty thousand rows to a municipality of a thousand
// commitments.
func BenchmarkImport(b *testing.B) {
	content := sample.FS(90)
	var ids []string
	for name, f := range content {
		if strings.HasPrefix(name, "programmas/") {
			for _, line := range strings.Split(string(f.Data), "\n") {
				if id, ok := strings.CutPrefix(line, "  - id: "); ok {
					ids = append(ids, id)
				}
			}
		}
	}
	slices.Sort(ids)
	var table strings.Builder
	table.WriteString("toezegging;datum;status;tekst\n")
	for i := range 50_000 {
		fmt.Fprintf(&table, "%s;%d-3-%d;In uitvoering;Dit is regel %d van de voortgang.\n", ids[i%len(ids)], 1+i%28, 2012+i%8, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		result, problems, err := pipeline.Import(content, "t.csv", []byte(table.String()), far)
		if err != nil || problems.HasErrors() || result.Added != 50_000 {
			b.Fatal(err, problems, result.Added)
		}
	}
}
