package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/spreadsheet"
)

// edited is the tables of a municipality, of which some cells and rows are others than in its
// content.
type edited struct {
	*rand.Rand
	rows     map[plan.Table][][]string
	changed  int // cells
	added    int // rows
	doubtful int // cells that import leaves alone and says so
	touched  map[string]bool
}

// tablesOf returns the rows of the tables of a municipality as of a day.
func tablesOf(files map[string]string, day city.Day) map[plan.Table][][]string {
	graph := relate.Relate(contenttest.Parse(files).City, relate.Options{Date: day})
	rows := make(map[plan.Table][][]string)
	for _, table := range plan.Tables() {
		for row := range opendata.Rows(table, graph, "") {
			rows[table] = append(rows[table], slices.Clone(row))
		}
	}
	return rows
}

func column(t plan.Table, name string) int { return slices.Index(columnsOf()[t], name) }

var columnsOf = sync.OnceValue(func() map[plan.Table][]string {
	all := make(map[plan.Table][]string)
	for _, t := range plan.Tables() {
		all[t] = opendata.Columns(t)
	}
	return all
})

// pick returns a row of a table, that nothing was done to yet; nil when there is none.
func (e *edited) pick(t plan.Table) []string {
	rows := e.rows[t]
	if len(rows) == 0 {
		return nil
	}
	i := e.IntN(len(rows))
	if key := fmt.Sprint(t, i); e.touched[key] {
		return nil
	} else {
		e.touched[key] = true
	}
	return rows[i]
}

// set changes a cell.
func (e *edited) set(t plan.Table, name, value string) {
	if row := e.pick(t); row != nil && row[column(t, name)] != value {
		row[column(t, name)] = value
		e.changed++
	}
}

// add adds a row with some cells.
func (e *edited) add(t plan.Table, cells map[string]string) {
	row := make([]string, len(columnsOf()[t]))
	for name, value := range cells {
		row[column(t, name)] = value
	}
	e.rows[t] = append(e.rows[t], row)
	e.touched[fmt.Sprint(t, len(e.rows[t])-1)] = true
	e.added++
}

// edit makes a change that can be meant.
func (e *edited) edit(n int) {
	text := []string{"Een andere tekst: met van alles, #5 en \"meer\".", "=1+1", "'s avonds", "twee\nregels", "0110", "2011-10", "ja"}[e.IntN(7)]
	day := fmt.Sprintf("2014-%02d-%02d", 1+e.IntN(12), 1+e.IntN(28))
	switch e.IntN(12) {
	case 0:
		e.set(plan.WijkTable, "naam", text)
	case 1:
		e.set(plan.NeedTable, "titel", text)
	case 2:
		e.set(plan.NeedTable, "ingebracht-door", "Wijkraad; ouders, van de school")
	case 3:
		e.set(plan.NeedTable, "bron.datum", day)
	case 4:
		e.set(plan.CommitmentTable, "budget", fmt.Sprint(e.IntN(1_000_000)))
	case 5:
		e.set(plan.CommitmentTable, "toelichting", text)
	case 6:
		e.set(plan.AnswerTable, "reden", text)
	case 7:
		e.set(plan.JudgementTable, "tekst", text)
	case 8:
		if row := e.pick(plan.NeedTable); row != nil {
			row[column(plan.NeedTable, "status")] = "vast en zeker"
			e.doubtful++
		}
	case 9:
		if row := e.pick(plan.NeedTable); row != nil {
			vision := row[column(plan.NeedTable, "wijkvisie")]
			e.add(plan.NeedTable, map[string]string{"id": row[column(plan.NeedTable, "wijk")] + fmt.Sprint("/nieuw-", n), "wijkvisie": vision, "titel": text, "thema": "zorg"})
		}
	case 10:
		if row := e.pick(plan.CommitmentTable); row != nil {
			programme := row[column(plan.CommitmentTable, "programma")]
			e.add(plan.CommitmentTable, map[string]string{"id": fmt.Sprint("nieuw-", n), "programma": programme, "titel": text, "gereed": "2014-Q3", "wijken": "wijk-0", "partners": "Provincie; Rijk"})
			e.add(plan.ProgressTable, map[string]string{"toezegging": row[column(plan.CommitmentTable, "id")], "programma": programme, "datum": day, "tekst": fmt.Sprint("Stap ", n, " ", text)})
		}
	case 11:
		if row := e.pick(plan.NeedTable); row != nil {
			e.add(plan.JudgementTable, map[string]string{"behoefte": row[column(plan.NeedTable, "id")], "wijkvisie": row[column(plan.NeedTable, "wijkvisie")], "datum": day, "door": fmt.Sprint("Groep ", n), "oordeel": "deels", "tekst": text})
		}
	}
}

// workbook returns the tables as somebody saves them: texts, or days and numbers as a
// spreadsheet has them.
func (e *edited) workbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	days, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	for _, table := range plan.Tables()[:7] {
		sheet := string(table)
		_, err := f.NewSheet(sheet)
		must(err)
		must(f.SetSheetRow(sheet, "A1", ptr(columnsOf()[table])))
		for i, row := range e.rows[table] {
			for c, text := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, i+2)
				must(err)
				day, isDay := city.ParseDay(text)
				name := columnsOf()[table][c]
				switch {
				case text == "":
				case isDay && e.IntN(2) == 0 && strings.Contains(name, "datum"):
					must(f.SetCellValue(sheet, cell, day.Time().Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()/24))
					must(f.SetCellStyle(sheet, cell, cell, days))
				case name == "budget" && e.IntN(2) == 0:
					n := 0
					fmt.Sscan(text, &n)
					must(f.SetCellInt(sheet, cell, int64(n)))
				default:
					must(f.SetCellStr(sheet, cell, spreadsheet.InWorkbook(text)))
				}
			}
		}
	}
	must(f.DeleteSheet("Sheet1"))
	b, err := f.WriteToBuffer()
	must(err)
	return b.Bytes()
}

func ptr[T any](v T) *T { return &v }

// written are the columns of the tables that content has; the others follow from them.
func written(t plan.Table) []string {
	return map[plan.Table][]string{
		plan.WijkTable:       {"id", "naam"},
		plan.NeedTable:       {"id", "wijkvisie", "titel", "thema", "prioriteit", "ingebracht-door", "bron.datum", "toelichting"},
		plan.CommitmentTable: {"id", "programma", "titel", "behoeften", "partners", "gereed-oorspronkelijk", "budget", "toelichting"},
		plan.ProgressTable:   {"toezegging", "programma", "datum", "status", "gereed", "reden", "tekst", "naar"},
		plan.AnswerTable:     {"behoefte", "programma", "antwoord", "reden", "datum"},
		plan.JudgementTable:  {"behoefte", "wijkvisie", "datum", "door", "oordeel", "tekst", "over"},
	}[t]
}

// sortedCells returns the rows of a table with some columns, in an order of their own.
func sortedCells(t plan.Table, rows [][]string) []string {
	var all []string
	for _, row := range rows {
		var cells []string
		for _, name := range written(t) {
			cell := row[column(t, name)]
			if name == "gereed-oorspronkelijk" && cell == "" && strings.HasPrefix(row[0], "nieuw-") {
				cell = row[column(t, "gereed")]
			}
			cells = append(cells, cell)
		}
		all = append(all, strings.Join(cells, " | "))
	}
	slices.Sort(all)
	return all
}

// TestRandomEditsInAWorkbookAreWhatWasMeant exports random municipalities, edits the tables in a
// workbook and imports that: the content then says what the tables say.
func TestRandomEditsInAWorkbookAreWhatWasMeant(t *testing.T) {
	day := city.Day{Year: 2014, Month: 12, Day: 31}
	changed, added, doubtful := 0, 0, 0
	for seed := range uint64(200) {
		files, content := sample.Random(seed), fstest.MapFS{}
		for path, text := range files {
			content[path] = &fstest.MapFile{Data: []byte(text)}
		}
		e := &edited{Rand: rand.New(rand.NewPCG(seed, 24)), rows: tablesOf(files, day), touched: make(map[string]bool)}
		for n := range 1 + e.IntN(8) {
			e.edit(n)
		}
		result, problems, err := pipeline.Import(content, "gegevens.xlsx", e.workbook(t), day)
		if err != nil || problems.HasErrors() {
			t.Fatalf("seed %d: %v %s", seed, err, texts(problems))
		}
		if result.Changed != e.changed || result.Added != e.added || len(problems) < e.doubtful {
			t.Fatalf("seed %d: %d cells changed, %d rows added, want %d and %d; %d doubtful: %s", seed, result.Changed, result.Added, e.changed, e.added, e.doubtful, texts(problems))
		}
		for _, f := range result.Files {
			files[f.Old.Path] = string(f.Data)
		}
		after := tablesOf(files, day)
		for table, rows := range e.rows {
			if written(table) == nil {
				continue
			}
			if got, want := sortedCells(table, after[table]), sortedCells(table, rows); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s: got\n%s\nwant\n%s", seed, table, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		changed, added, doubtful = changed+e.changed, added+e.added, doubtful+e.doubtful
	}
	if changed < 100 || added < 100 || doubtful < 20 {
		t.Errorf("%d changes, %d rows, %d doubtful: too few to tell", changed, added, doubtful)
	}
}

func texts(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "\n%s: %s", d.Code(), diag.Dutch.Say(d.Text))
	}
	return b.String()
}
