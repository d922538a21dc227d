package worksheet_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/report"
	"wijkvisie/internal/spreadsheet"
	"wijkvisie/internal/theme"
	"wijkvisie/internal/worksheet"
	"wijkvisie/themes"
)

// content is a need of which something was done, before and after the wijk judged it, and
// commitments that are late, silent and due.
func content() map[string]string {
	return map[string]string{
		"site.yaml":           "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\ncontact: {e-mail: wijken@example.nl}\n",
		"wijken/oost.md":      "---\nnaam: Oost\n---\n",
		"diensten/beheer.md":  "---\nnaam: Beheer\n---\n",
		"wijkvisies/oost.md":  "---\ntitel: Oost\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\nbehoeften:\n  - {id: a, titel: Behoefte A, thema: groen, oordelen: [{datum: 2012-02-01, door: Wijkraad, oordeel: deels}]}\n  - {id: b, titel: Behoefte B, thema: groen}\n  - {id: c, titel: Behoefte C, thema: groen, oordelen: [{datum: 2012-12-01, door: Wijkraad, oordeel: gerealiseerd}]}\n---\n",
		"programmas/klaar.md": "---\ntitel: P\ndienst: beheer\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\ntoezeggingen:\n  - {id: k-1, titel: Klaar één, behoeften: [oost/a, oost/c], voortgang: [{datum: 2012-03-01, status: gerealiseerd}]}\n  - {id: k-2, titel: '=Half', behoeften: [oost/b], voortgang: [{datum: 2012-03-01, status: deels-gerealiseerd}]}\n---\n",
		"programmas/open.md": "---\ntitel: P\ndienst: beheer\njaar: 2012\nstatus: vastgesteld\nvastgesteld-op: 2012-01-01\ntoezeggingen:\n" +
			"  - {id: o-1, titel: Te laat, behoeften: [oost/a], gereed: 2012-10, voortgang: [{datum: 2012-08-01, status: in-uitvoering, tekst: Begonnen.}]}\n" +
			"  - {id: o-2, titel: Binnenkort en stil, wijken: [oost], gereed: 2013-02-10}\n" +
			"  - {id: o-3, titel: Veel later, wijken: [oost], gereed: 2016, voortgang: [{datum: 2012-12-01, tekst: Nieuws.}]}\n---\n",
	}
}

// formOf returns the form of the content, for the department or for the wijk.
func formOf(t *testing.T, department bool) *spreadsheet.Form {
	t.Helper()
	c := contenttest.Parse(content())
	if c.Problems.HasErrors() {
		t.Fatal(c.Problems)
	}
	builtIn, problems, err := theme.Load(themes.Default(), nil)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	g := relate.Relate(c.City, relate.Options{Date: city.Day{Year: 2013, Month: 1, Day: 5}})
	scope := report.Scope{Wijk: g.Wijken[0]}
	if department {
		scope = report.Scope{Department: g.Departments[0]}
	}
	return worksheet.Of(report.NewWorklist(builtIn.Words("nl", nil), g, scope))
}

// firstCells returns the first cell of each row.
func firstCells(f *spreadsheet.Form) []string {
	var ids []string
	for _, row := range f.Rows {
		ids = append(ids, row[0])
	}
	return ids
}

func TestADepartmentIsAskedAfterWhatIsLateSilentOrDue(t *testing.T) {
	f := formOf(t, true)
	if got := firstCells(f); !slices.Equal(got, []string{"o-2", "o-1"}) && !slices.Equal(got, []string{"o-1", "o-2"}) {
		t.Fatalf("asked after %v", got)
	}
	for _, row := range f.Rows {
		if row[0] == "o-2" && strings.Count(row[2], "Binnenkort en stil") != 2 {
			t.Errorf("it is silent and due, and the list says %q", row[2])
		}
	}
	if !strings.Contains(f.Intro[2], "wijken@example.nl") {
		t.Errorf("it says %q", f.Intro)
	}
}

func TestAWijkIsAskedToJudgeWhatWasDoneSinceItDid(t *testing.T) {
	f := formOf(t, false)
	if got := firstCells(f); !slices.Equal(got, []string{"oost/a", "oost/b"}) {
		t.Errorf("asked to judge %v", got)
	}
	if got := f.Rows[0][3]; got != "Voor “Behoefte A” is “Klaar één” op 1 maart 2012 gereedgemeld. Het oordeel van 1 februari 2012 was van daarvóór (voor een deel gelukt)." {
		t.Errorf("because %q", got)
	}
}

// TestTheColumnsOfAFormAreKeys holds the white columns against the keys, and reads the form as the
// program that imports it does.
func TestTheColumnsOfAFormAreKeys(t *testing.T) {
	for department, m := range map[bool]*parse.Mapping{true: parse.MappingAt("programma", "toezeggingen", "voortgang"), false: parse.MappingAt("wijkvisie", "behoeften", "oordelen")} {
		f := formOf(t, department)
		var white, keys, all []string
		for _, c := range f.Columns {
			all = append(all, c.Name)
			if !c.Known {
				white = append(white, c.Name)
			}
		}
		for _, k := range parse.RowKeys(m) {
			keys = append(keys, k.Column)
		}
		if !slices.Equal(white, keys) {
			t.Errorf("the white columns are %v, want %v", white, keys)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		tables, problems := spreadsheet.Read("t", b.Bytes(), all)
		if len(problems) > 0 || len(tables) != 2 || tables[1].Sheet != spreadsheet.OriginalSheet || !tables[1].Hidden {
			t.Fatalf("%d tables, %v", len(tables), problems)
		}
		for _, table := range tables {
			for i, row := range f.Rows {
				for c, want := range row {
					if got := table.Rows[i].Cell(c).Value; got != want {
						t.Errorf("%s: got %q, want %q", table.Sheet, got, want)
					}
				}
			}
		}
		if len(tables[0].Rows) != len(f.Rows) || len(tables[0].Header.Cells) != len(f.Columns) {
			t.Errorf("%d rows below %d columns", len(tables[0].Rows), len(tables[0].Header.Cells))
		}
	}
}
