package render_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/sample"
)

// demandSites returns the sites of which the figures of the demand are counted again, and
// whether no department names a theme and none is succeeded: neither is in the open data.
func demandSites(t *testing.T) map[string]datedSite {
	sites := map[string]datedSite{
		"utrecht": dated(t, exampleContent(t), "2013-11-30"),
		"early":   dated(t, exampleContent(t), "2012-07-01"),
		"example": dated(t, readFiles(t, "city"), ""), "truth": dated(t, readFiles(t, "truth"), ""), "nothing": dated(t, emptyCity(), ""),
		"one promise":         dated(t, promises("id: een, titel: Bomen"), ""),
		"two promises":        dated(t, promises("id: een, titel: Bomen", "id: twee, titel: Struiken"), ""),
		"nothing is for it":   dated(t, files(promises("id: een, titel: Bomen")).replaced(t, "programmas/werken-1.md", "behoeften: [oost/bomen]", "wijken: [oost]"), ""),
		"asked on no day":     dated(t, files(promises("id: een, titel: Bomen")).replaced(t, "wijkvisies/oost.md", "vastgesteld\nvastgesteld-op: 2011-05-19", "inspraak"), ""),
		"nothing is promised": dated(t, withoutFile(promises(), "programmas/werken-1.md"), ""),
	}
	for seed := range uint64(50) {
		sites[fmt.Sprint("random ", seed)] = dated(t, files(sample.Random(seed)), fmt.Sprint(2010+seed%5, "-06-15"))
	}
	return sites
}

// datedSite is a site and the content that it is made of.
type datedSite struct {
	site
	content files
}

func dated(t *testing.T, content files, date string) datedSite {
	return datedSite{published(t, content, options{date: date}), content}
}

// exportedOn returns what the open data have on a day.
func (s datedSite) exportedOn(t *testing.T, day city.Day) *demandRecount {
	t.Helper()
	records, _, _ := s.content.records()
	graph := relate.Relate(records, relate.Options{Date: day})
	data := make(map[string]string)
	for _, table := range []plan.Table{plan.NeedTable, plan.CommitmentTable, plan.AnswerTable, plan.DemandTable} {
		var b bytes.Buffer
		if err := opendata.CSV(&b, table, graph, ""); err != nil {
			t.Fatal(err)
		}
		data[table.CSV()] = b.String()
	}
	return readDemand(t, data, day)
}

func withoutFile(content files, name string) files {
	content = maps.Clone(content)
	delete(content, name)
	return content
}

// TestDemandCanBeRecountedFromTheOpenData counts every figure of the page of the demand again,
// and every month of every chart of how it went, in the tables of the open data as CSV.
func TestDemandCanBeRecountedFromTheOpenData(t *testing.T) {
	measures := make(map[string]bool)
	for name, s := range demandSites(t) {
		t.Run(name, func(t *testing.T) {
			r := newDemandRecount(t, s.site)
			r.openData(name)
			r.page(s.site)
			r.histories(s)
			maps.Copy(measures, r.measures)
		})
	}
	for _, m := range []string{"toezeggingen-voor-behoefte", "euro-voor-behoefte", "beantwoord", "vooraf-beantwoord", "maanden-tot-antwoord", "maanden-wachtend",
		"gedaan", "vervuld", "anders-beoordeeld", "vraagboek", "vraagboek-geschat"} {
		if !measures[m] {
			t.Errorf("no site has the measure %q", m)
		}
	}
}

// record is a row of a table by column.
type record map[string]string

func (r record) list(column string) []string {
	if r[column] == "" {
		return nil
	}
	return strings.Split(r[column], "; ")
}

func readCSV(t *testing.T, text string) []record {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []record
	for _, row := range rows[1:] {
		r := make(record)
		for i, name := range rows[0] {
			r[name] = row[i]
		}
		list = append(list, r)
	}
	return list
}

// demandRecount counts what the demand is.
type demandRecount struct {
	*testing.T
	needs, all  []record // of current visions, and all
	commitments []record
	answers     []record
	demand      []record
	today       string
	measures    map[string]bool
}

func newDemandRecount(t *testing.T, s site) *demandRecount {
	return readDemand(t, s.data(t), s.Graph.Date)
}

// readDemand reads the tables of the open data of a day.
func readDemand(t *testing.T, data map[string]string, day city.Day) *demandRecount {
	t.Helper()
	r := &demandRecount{T: t, today: day.String(), measures: make(map[string]bool)}
	r.all = readCSV(t, data[plan.NeedTable.CSV()])
	for _, n := range r.all {
		if n["geldt"] == "true" {
			r.needs = append(r.needs, n)
		}
	}
	r.commitments = readCSV(t, data[plan.CommitmentTable.CSV()])
	r.answers = readCSV(t, data[plan.AnswerTable.CSV()])
	r.demand = readCSV(t, data[plan.DemandTable.CSV()])
	return r
}

// share counts commitments: all and those for a need, and what is known of what they cost.
type shareCount struct{ all, forNeeds, priced, euros, eurosForNeeds int }

func (r *demandRecount) share(chosen func(c record) bool) shareCount {
	var n shareCount
	for _, c := range r.commitments {
		if !chosen(c) {
			continue
		}
		forNeeds := c["behoeften"] != ""
		n.all++
		n.forNeeds += oneIf(forNeeds)
		if c["budget"] != "" {
			euros, _ := strconv.Atoi(c["budget"])
			n.priced++
			n.euros += euros
			n.eurosForNeeds += euros * oneIf(forNeeds)
		}
	}
	return n
}

func oneIf(so bool) int {
	if so {
		return 1
	}
	return 0
}

// answerCount counts needs: how many were answered, and after how long.
type answerCount struct {
	asked, answered, before, undated, done int
	months, waiting                        []int
	waitingUndated                         int
}

func (a answerCount) unanswered() int { return a.asked - a.answered }

// half returns within how many months half was answered; 0 when too few were.
func (a answerCount) half() int {
	if len(a.months) < 5 {
		return 0
	}
	for within := 1; ; within++ {
		if n := len(slices.DeleteFunc(slices.Clone(a.months), func(m int) bool { return m >= within })); 2*n >= len(a.months) {
			return within
		}
	}
}

// halfWaiting returns the greatest number of months that half waits.
func (a answerCount) halfWaiting() int {
	for months := slices.Max(a.waiting); ; months-- {
		if n := len(slices.DeleteFunc(slices.Clone(a.waiting), func(m int) bool { return m < months })); 2*n >= len(a.waiting) {
			return months
		}
	}
}

func (r *demandRecount) answered(chosen func(n record) bool) answerCount {
	var a answerCount
	for _, n := range r.needs {
		if !chosen(n) {
			continue
		}
		a.asked++
		a.done += oneIf(n["status"] == "vervuld" || n["status"] == "nagekomen")
		asked, first := n["gevraagd-op"], r.firstAnswer(n)
		switch {
		case n["status"] == "onbeantwoord" && asked == "":
			a.waitingUndated++
		case n["status"] == "onbeantwoord":
			a.waiting = append(a.waiting, wholeMonths(r.T, asked, r.today))
		case asked == "" || first == "":
			a.answered, a.undated = a.answered+1, a.undated+1
		case first < asked:
			a.answered, a.before = a.answered+1, a.before+1
		default:
			a.answered++
			a.months = append(a.months, wholeMonths(r.T, asked, first))
		}
	}
	return a
}

// firstAnswer returns the day of the first answer to a need since it is asked.
func (r *demandRecount) firstAnswer(n record) string {
	first := ""
	add := func(day string) {
		if day != "" && (first == "" || day < first) {
			first = day
		}
	}
	for _, c := range r.commitments {
		earlier := c["open"] == "false" && c["ingetrokken-op"] == "" && c["status-sinds"] < n["gevraagd-sinds"]
		if slices.Contains(n.list("toezeggingen"), c["id"]) && (!earlier || c["status-sinds"] == "") {
			add(c["beloofd-op"])
		}
	}
	for _, a := range r.answers {
		if a["behoefte"] == n["id"] && a["datum"] >= n["gevraagd-sinds"] {
			add(a["datum"])
		}
	}
	return first
}

// wholeMonths counts the months from one day to another, one by one.
func wholeMonths(t *testing.T, from, to string) int {
	t.Helper()
	first, err1 := time.Parse(time.DateOnly, from)
	last, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	for n := 0; ; n++ {
		next := time.Date(first.Year(), first.Month()+time.Month(n+1), 1, 0, 0, 0, 0, time.UTC)
		end := next.AddDate(0, 1, -1) // its last day
		next = next.AddDate(0, 0, min(first.Day(), end.Day())-1)
		if next.After(last) {
			return n
		}
	}
}

// judged counts needs: those done, met, and said not to be.
func (r *demandRecount) judged(chosen func(n record) bool) (done, met, otherwise int) {
	for _, n := range r.needs {
		if !chosen(n) || n["status"] != "vervuld" && n["status"] != "nagekomen" {
			continue
		}
		doneOn := ""
		for _, c := range r.commitments {
			if slices.Contains(n.list("toezeggingen"), c["id"]) && c["status"] == "gerealiseerd" && c["status-sinds"] >= n["gevraagd-sinds"] {
				doneOn = max(doneOn, c["status-sinds"])
			}
		}
		done++
		met += oneIf(n["status"] == "vervuld")
		otherwise += oneIf(n["status"] == "nagekomen" && n["oordeel"] != "" && n["oordeel-datum"] >= doneOn)
	}
	return done, met, otherwise
}

// departmentsOf returns who committed to a need or answered it.
func (r *demandRecount) departmentsOf(n record) []string {
	var list []string
	for _, c := range r.commitments {
		if slices.Contains(n.list("toezeggingen"), c["id"]) {
			list = append(list, c["dienst"])
		}
	}
	for _, a := range r.answers {
		if a["behoefte"] == n["id"] {
			list = append(list, a["dienst"])
		}
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(d string) bool { return d == "" })
}

func (r *demandRecount) isAnsweredBy(department string) func(n record) bool {
	return func(n record) bool { return slices.Contains(r.departmentsOf(n), department) }
}

func everything(record) bool { return true }

// isFirstPriority reports whether a need has priority 1, 2 or 3.
func isFirstPriority(n record) bool {
	return slices.Contains([]string{"1", "2", "3"}, n["prioriteit"])
}

func isOther(n record) bool { return !isFirstPriority(n) }

// openData holds the table of the demand against what is counted in the others.
func (r *demandRecount) openData(name string) {
	want := make(map[string]string)
	add := func(department, year, group, measure string, value, of int) {
		if of > 0 {
			want[strings.Join([]string{department, year, group, measure}, "|")] = fmt.Sprintf("%d of %d", value, of)
			r.measures[measure] = true
		}
	}
	shares := func(department, year string, n shareCount) {
		add(department, year, "", "toezeggingen-voor-behoefte", n.forNeeds, n.all)
		add(department, year, "", "euro-voor-behoefte", n.eurosForNeeds, n.euros)
	}
	shares("", "", r.share(everything))
	for _, c := range r.commitments {
		shares(orUnknown(c["dienst"]), orUnknown(c["periode"]), r.share(func(o record) bool { return o["dienst"] == c["dienst"] && o["periode"] == c["periode"] }))
	}
	for group, chosen := range map[string]func(record) bool{"": everything, "1-3": isFirstPriority, "overig": isOther} {
		a := r.answered(chosen)
		add("", "", group, "beantwoord", a.answered, a.asked)
		add("", "", group, "vooraf-beantwoord", a.before, a.answered)
		add("", "", group, "gedaan", a.done, a.asked)
		if half := a.half(); half > 0 {
			add("", "", group, "maanden-tot-antwoord", half, len(a.months))
		}
		if len(a.waiting) > 0 {
			add("", "", group, "maanden-wachtend", a.halfWaiting(), len(a.waiting))
		}
	}
	judged := func(department string, chosen func(record) bool) {
		done, met, otherwise := r.judged(chosen)
		add(department, "", "", "vervuld", met, done)
		add(department, "", "", "anders-beoordeeld", otherwise, done)
	}
	judged("", everything)
	for _, n := range r.needs {
		for _, d := range r.departmentsOf(n) {
			judged(d, r.isAnsweredBy(d))
		}
	}
	got, inBooks := make(map[string]string), make(map[string]bool)
	for _, row := range r.demand {
		key := strings.Join([]string{row["dienst"], row["jaar"], row["prioriteit"], row["maat"]}, "|")
		if _, twice := got[key]; twice {
			r.Errorf("%s stands there twice", key)
		}
		got[key] = row["waarde"] + " of " + row["van"]
		for _, n := range row.list("behoeften") {
			inBooks[n] = true
		}
	}
	r.books(name, got, inBooks, add)
	for key := range maps.Keys(want) {
		if got[key] != want[key] {
			r.Errorf("%s is %q, counted are %q", key, got[key], want[key])
		}
	}
	for key := range maps.Keys(got) {
		if want[key] == "" {
			r.Errorf("%s is %q, and cannot be counted", key, got[key])
		}
	}
}

func orUnknown(text string) string {
	if text == "" {
		return "onbekend"
	}
	return text
}

// books counts what the departments are asked: all that is not answered, by who answered most
// of its theme. Who names a theme, and who succeeds whom, is not in the open data: where that
// matters, only the sum is counted.
func (r *demandRecount) books(name string, got map[string]string, inBooks map[string]bool, add func(department, year, group, measure string, value, of int)) {
	unanswered, byTheme := 0, make(map[string]map[string]int)
	for _, n := range r.all {
		if byTheme[n["thema"]] == nil {
			byTheme[n["thema"]] = make(map[string]int)
		}
		for _, d := range r.departmentsOf(n) {
			byTheme[n["thema"]][d]++
		}
	}
	asked := make(map[string]int)
	for _, n := range r.needs {
		if n["status"] != "onbeantwoord" {
			continue
		}
		unanswered++
		if !inBooks[n["id"]] {
			r.Errorf("%s is in no book", n["id"])
		}
		delete(inBooks, n["id"])
		most := 0
		for _, count := range byTheme[n["thema"]] {
			most = max(most, count)
		}
		if most == 0 || n["thema"] == "" {
			asked["onbekend"]++
		}
		for d, count := range byTheme[n["thema"]] {
			if count == most && n["thema"] != "" {
				asked[d]++
			}
		}
	}
	for n := range inBooks {
		r.Errorf("%s is in a book, and is answered or not asked", n)
	}
	if !strings.HasPrefix(name, "random") {
		for key, value := range got {
			if strings.Contains(key, "|vraagboek") {
				_, of, _ := strings.Cut(value, " of ")
				number, _ := strconv.Atoi(of)
				n, _ := strconv.Atoi(strings.Fields(value)[0])
				parts := strings.Split(key, "|")
				add(parts[0], parts[1], parts[2], parts[3], n, number)
				if strings.HasSuffix(key, "|vraagboek") && number != unanswered {
					r.Errorf("%s is %s, not answered are %d", key, value, unanswered)
				}
			}
		}
		return
	}
	for d, n := range asked {
		add(d, "", "", "vraagboek", n, unanswered)
		if d != "onbekend" {
			add(d, "", "", "vraagboek-geschat", n, n)
		}
	}
}
