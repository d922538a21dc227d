package report_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/report"
	"wijkvisie/internal/theme"
)

// TestFiguresCanBeRecountedFromTheOpenDataOfBothDays reads every figure in reports back, and holds
// it against what somebody counts who has the open data of both days and nothing else.
func TestFiguresCanBeRecountedFromTheOpenDataOfBothDays(t *testing.T) {
	cities := randomDays(t)
	cities["example"] = onDays(t, exampleContent(t), "2012-07-01", "2013-11-30")
	cities["example at its end"] = onDays(t, exampleContent(t), "2013-11-30", "2014-08-01")
	cities["example long after"] = onDays(t, exampleContent(t), "2006-01-01", "2015-02-01")
	cities["nothing"] = onDays(t, files{"site.yaml": "titel: Leeg\ngemeente: Leegte\nthemas: [{id: groen, naam: Groen}]\n"}, "2012-01-01", "2013-01-01")
	cities["one wijk, one department, no money"] = onDays(t, smallCity(), "2012-01-01", "2013-01-01")
	read, sentences := make(map[string]bool), newSentenceReader(words(t, "nl", nil))
	for name, d := range cities {
		for scope, of := range d.scopes() {
			r := recount{before: readTables(t, d.before), now: readTables(t, d.now), scope: of, date: d.now.Date.String(), until: d.now.Date.AddMonths(6).String()}
			summary := d.report(t, of).Summary
			got := sentences.figures(t, summary.Paragraphs)
			want := r.figures()
			maps.DeleteFunc(want, func(_ string, n int) bool { return n == 0 })
			maps.DeleteFunc(got, func(_ string, n int) bool { return n == 0 })
			for what := range want {
				if got[what] != want[what] {
					t.Errorf("%s %s: %s is %d, counted are %d\n%s", name, scope, what, got[what], want[what], strings.Join(summary.Paragraphs, "\n"))
				}
			}
			for what := range got {
				read[what] = true
				if want[what] == 0 {
					t.Errorf("%s %s: %s is %d, counted are none", name, scope, what, got[what])
				}
			}
			if got["stood"]+got["promised"]+got["reopened"]-got["done"]-got["partly"]-got["dropped"]-got["withdrawn"]-got["handed-on"]-got["handed-to-nothing"] != got["open"] {
				t.Errorf("%s %s: the commitments do not add up: %v", name, scope, got)
			}
			r.checkTable(t, name+" "+scope, sentences.words, summary.Table)
		}
	}
	for _, what := range []string{"needs", "was", "needs-new", "needs-gone", "adopted", "stood", "promised", "money", "amount", "reopened", "done", "later", "partly", "dropped",
		"withdrawn", "handed-on", "open", "moved", "answered", "nee", "in-onderzoek", "elders", "judged", "gerealiseerd", "deels", "niet",
		"late", "silent", "unanswered", "unanswered-long", "due", "ending", "over"} {
		if !read[what] {
			t.Errorf("no report has the figure %q", what)
		}
	}
}

func smallCity() files {
	return files{
		"site.yaml":          "titel: Klein\ngemeente: Klein\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/dorp.md":     "---\nnaam: Dorp\n---\n",
		"diensten/dienst.md": "---\nnaam: Dienst\n---\n",
		"wijkvisies/dorp.md": "---\ntitel: Visie\nwijk: dorp\nperiode: 2011-2013\nstatus: vastgesteld\nvastgesteld-op: 2011-02-01\nbehoeften:\n  - {id: bank, titel: Een bank, thema: groen}\n---\n",
		"programmas/p.md": "---\ntitel: Programma\ndienst: dienst\njaar: 2012\nstatus: vastgesteld\nvastgesteld-op: 2012-02-01\ntoezeggingen:\n" +
			"  - {id: bank, titel: Een bank, behoeften: [dorp/bank], gereed: 2012-06, voortgang: [{datum: 2012-06-01, status: gerealiseerd}]}\n---\n",
	}
}

// tables are the rows of the open data of a day, by table.
type tables map[plan.Table][]map[string]string

func readTables(t *testing.T, g *relate.Graph) tables {
	t.Helper()
	all := make(tables)
	for _, table := range plan.Tables() {
		var b bytes.Buffer
		if err := opendata.CSV(&b, table, g, ""); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			named := make(map[string]string)
			for i, cell := range row {
				named[rows[0][i]] = cell
			}
			all[table] = append(all[table], named)
		}
	}
	return all
}

// items returns the items of a list in a cell.
func items(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

// recount counts in the open data of both days.
type recount struct {
	before, now tables
	scope       report.Scope
	date, until string // the later day, and half a year after that
}

func (r *recount) inWijk(id string) bool { return r.scope.Wijk == nil || r.scope.Wijk.ID == id }

func (r *recount) ofDepartment(id string) bool {
	return r.scope.Department == nil || r.scope.Department.ID == id
}

// answered reports whether the department answered a need, on a day.
func (r *recount) answered(of tables, need string) bool {
	return r.scope.Department == nil ||
		slices.ContainsFunc(of[plan.CommitmentTable], func(c map[string]string) bool {
			return r.ofDepartment(c["dienst"]) && slices.Contains(items(c["behoeften"]), need)
		}) ||
		slices.ContainsFunc(of[plan.AnswerTable], func(a map[string]string) bool {
			return r.ofDepartment(a["dienst"]) && a["behoefte"] == need
		})
}

// needs returns the needs that count on a day.
func (r *recount) needs(of tables) []map[string]string {
	var list []map[string]string
	for _, n := range of[plan.NeedTable] {
		if n["geldt"] == "true" && r.inWijk(n["wijk"]) && r.answered(of, n["id"]) {
			list = append(list, n)
		}
	}
	return list
}

// wasBefore reports whether a need, now, is one of some needs of the earlier day.
func wasBefore(n map[string]string, before []map[string]string) bool {
	names := []string{n["id"]}
	for _, old := range items(n["voorheen"]) {
		names = append(names, n["wijk"]+"/"+old)
	}
	return slices.ContainsFunc(before, func(was map[string]string) bool { return slices.Contains(names, was["id"]) })
}

func (r *recount) figures() map[string]int {
	f := make(map[string]int)
	r.countNeeds(f)
	r.countCommitments(f)
	r.countSaid(f)
	r.countVisions(f)
	return f
}

func (r *recount) countNeeds(f map[string]int) {
	now, before := r.needs(r.now), r.needs(r.before)
	f["needs"], f["was"] = len(now), len(before)
	waiting := slices.DeleteFunc(slices.Clone(before), func(n map[string]string) bool { return n["status"] != "onbeantwoord" })
	for _, n := range now {
		if !wasBefore(n, before) {
			f["needs-new"]++
		}
		if n["status"] == "onbeantwoord" {
			f["unanswered"]++
			if wasBefore(n, waiting) {
				f["unanswered-long"]++
			}
		}
	}
	for _, was := range before {
		if !slices.ContainsFunc(now, func(n map[string]string) bool { return wasBefore(n, []map[string]string{was}) }) {
			f["needs-gone"]++
		}
	}
	f["needs-merged"] = len(before) + f["needs-new"] - f["needs-gone"] - len(now)
}

// endOf returns how a commitment ended; the empty text when it did not.
func endOf(c map[string]string) string {
	switch {
	case c == nil || c["open"] == "true":
		return ""
	case c["status"] == "gerealiseerd":
		return "done"
	case c["status"] == "deels-gerealiseerd":
		return "partly"
	case c["status"] == "vervallen":
		return "dropped"
	case c["ingetrokken-op"] != "":
		return "withdrawn"
	case c["naar"] != "":
		return "handed-on"
	}
	return "handed-to-nothing"
}

func (r *recount) countCommitments(f map[string]int) {
	before := make(map[string]map[string]string)
	for _, c := range r.before[plan.CommitmentTable] {
		before[c["id"]] = c
	}
	for _, c := range r.now[plan.CommitmentTable] {
		if !r.ofDepartment(c["dienst"]) || r.scope.Wijk != nil && !slices.Contains(items(c["wijken"]), r.scope.Wijk.ID) {
			continue
		}
		was := before[c["id"]]
		if was == nil {
			f["promised"]++
			if amount, err := strconv.Atoi(c["budget"]); err == nil {
				f["money"]++
				f["amount"] += amount
			}
		} else if endOf(was) == "" {
			f["stood"]++
		} else if endOf(was) != endOf(c) {
			f["reopened"]++
		}
		if end := endOf(c); end != "" && end != endOf(was) {
			f[end]++
			if end == "done" && c["later-dan-beloofd"] == "true" {
				f["later"]++
			}
		}
		if r.moved(c) {
			f["moved"]++
		}
		if c["open"] != "true" {
			continue
		}
		f["open"]++
		switch last := lastDay(c["gereed"]); {
		case c["vertraagd"] == "true":
			f["late"]++
		case last != "" && last >= r.date && last <= r.until:
			f["due"]++
		}
		if c["vertraagd"] != "true" && c["stil"] == "true" {
			f["silent"]++
		}
	}
}

// moved reports whether an entry that is new moves the planned date of a commitment to one that
// is later than the first and than the one before it, or is not known.
func (r *recount) moved(c map[string]string) bool {
	known := make(map[string]int)
	for _, e := range r.before[plan.ProgressTable] {
		known[fmt.Sprint(e)]++
	}
	first := lastDay(c["gereed-oorspronkelijk"])
	last, planned := first, first != ""
	for _, e := range r.now[plan.ProgressTable] {
		if e["toezegging"] != c["id"] {
			continue
		}
		known[fmt.Sprint(e)]--
		isNew := known[fmt.Sprint(e)] < 0
		day := lastDay(e["gereed"])
		switch {
		case e["gereed"] == "":
			continue
		case day == "":
			if planned && isNew {
				return true
			}
		case first == "":
			first = day
		case day > first && day > last && isNew:
			return true
		}
		planned = day != ""
		if planned {
			last = day
		}
	}
	return false
}

// lastDay returns the last day of a planned date; the empty text when it is not known.
func lastDay(planned string) string {
	year, rest, _ := strings.Cut(planned, "-")
	switch {
	case !regexp.MustCompile(`^\d`).MatchString(planned):
		return ""
	case rest == "":
		return year + "-12-31"
	case rest[0] == 'Q':
		return year + map[byte]string{'1': "-03-31", '2': "-06-30", '3': "-09-30", '4': "-12-31"}[rest[1]]
	case len(rest) == 2:
		return planned + "-31" // later than every day in the month, before the next
	}
	return planned
}

// added returns the rows of a table that are there now and not before, whatever the ids that
// needs have by now.
func (r *recount) added(table plan.Table) []map[string]string {
	key := func(row map[string]string) string {
		without := maps.Clone(row)
		delete(without, "behoefte")
		delete(without, "achterhaald")
		return fmt.Sprint(without)
	}
	known := make(map[string]int)
	for _, row := range r.before[table] {
		known[key(row)]++
	}
	var list []map[string]string
	for _, row := range r.now[table] {
		if known[key(row)]--; known[key(row)] < 0 {
			list = append(list, row)
		}
	}
	return list
}

func (r *recount) countSaid(f map[string]int) {
	wijkOf := func(need string) string {
		wijk, _, _ := strings.Cut(need, "/")
		return wijk
	}
	for _, a := range r.added(plan.AnswerTable) {
		if r.inWijk(wijkOf(a["behoefte"])) && r.ofDepartment(a["dienst"]) {
			f["answered"]++
			f[a["antwoord"]]++
		}
	}
	for _, j := range r.added(plan.JudgementTable) {
		concerns := r.answered(r.now, j["behoefte"])
		for _, c := range r.now[plan.CommitmentTable] {
			if c["id"] == j["over"] {
				concerns = r.ofDepartment(c["dienst"])
			}
		}
		if r.inWijk(wijkOf(j["behoefte"])) && concerns {
			f["judged"]++
			f[j["oordeel"]]++
		}
	}
}

func (r *recount) countVisions(f map[string]int) {
	if r.scope.Department != nil {
		return
	}
	adopted := func(of tables, until string) map[string]bool {
		ids := make(map[string]bool)
		for _, v := range of[plan.VisionTable] {
			if on := v["vastgesteld-op"]; r.inWijk(v["wijk"]) && v["status"] != "inspraak" && on != "" && on <= until {
				ids[v["id"]] = true
			}
		}
		return ids
	}
	known := adopted(r.before, r.date)
	for id := range adopted(r.now, r.date) {
		if !known[id] {
			f["adopted"]++
		}
	}
	for _, w := range r.now[plan.WijkTable] {
		for _, v := range r.now[plan.VisionTable] {
			if v["id"] != w["wijkvisie"] || !r.inWijk(w["id"]) || v["status"] != "vastgesteld" {
				continue
			}
			years := strings.Split(v["periode"], "-")
			switch end := years[len(years)-1] + "-12-31"; {
			case end < r.date:
				f["over"]++
			case end <= r.until:
				f["ending"]++
			}
		}
	}
}

// checkTable holds the table of needs by status against the open data.
func (r *recount) checkTable(t *testing.T, name string, words *theme.Words, table report.Table) {
	t.Helper()
	want := make(map[string][2]int)
	for i, of := range []tables{r.before, r.now} {
		for _, n := range r.needs(of) {
			for _, row := range []string{words.Text("need.status." + n["status"]), words.Text("report.table.total")} {
				counts := want[row]
				counts[i]++
				want[row] = counts
			}
		}
	}
	if len(table.Rows) != len(want) {
		t.Errorf("%s: the table has %d rows, counted are %d", name, len(table.Rows), len(want))
	}
	for _, row := range table.Rows {
		if counts := want[row[0]]; row[1] != words.Number(counts[0]) || row[2] != words.Number(counts[1]) {
			t.Errorf("%s: the table has %v, counted are %v", name, row, counts)
		}
	}
}
