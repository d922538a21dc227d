package render_test

import (
	"cmp"
	"maps"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/theme"
)

// page holds the page of the demand against what is counted: its sentences, its charts and its
// tables.
func (r *demandRecount) page(s site) {
	main := readTree(r.T, plan.DemandURL, s.page(r.T, plan.DemandURL)).all("main")[0]
	words := demandWords{s.theme.Words("nl", nil)}
	said := func(section string, want ...string) {
		r.Helper()
		var got []string
		for _, p := range main.section(section).all("p") {
			if p.has("wv-say") || p.has("wv-exact") {
				got = append(got, p.words())
			}
		}
		if got, want := strings.Join(got, " "), strings.Join(want, " "); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			r.Errorf("the answer is %q, counted is %q", got, want)
		}
	}
	all := r.share(everything)
	if all.all == 0 {
		said("wv-toegezegd", words.Text("commitments.none"))
	} else {
		money := words.Text("demand.money-none")
		if all.priced > 0 {
			money = words.Count("demand.money", all.priced, "all", words.euros(all.euros), "part", words.euros(all.eurosForNeeds))
		}
		said("wv-toegezegd", words.Text("demand.promised", "things", words.outOf("commitments", all.forNeeds, all.all)), money)
	}
	r.shareTable(main.section("wv-toegezegd"))
	r.answersOnPage(main, words, said)
	r.prioritiesOnPage(main, words, said)
	r.judgedOnPage(main, words, said)
	r.booksOnPage(main, words, said)
}

// demandWords are the words of a site.
type demandWords struct{ *theme.Words }

func (w demandWords) outOf(noun string, n, total int) string {
	key := "demand." + noun + "."
	switch {
	case total == 1 && n == 1:
		key += "only"
	case total == 1:
		key += "no"
	case n == 0:
		key += "none"
	case n == total && n == 2:
		key += "both"
	case n == total:
		key += "all"
	default:
		key += "some"
	}
	return w.Text(key, "n", w.Number(n), "total", w.Number(total))
}

func (w demandWords) euros(n int) string { return "€\u00a0" + w.Number(n) }

// long returns a number of months in words.
func (w demandWords) long(months int) string {
	var parts []string
	if months >= 12 {
		parts = append(parts, w.Count("years", months/12))
	}
	if months%12 > 0 {
		parts = append(parts, w.Count("months", months%12))
	}
	return strings.Join(parts, " "+w.Text("and")+" ")
}

// rowsOf returns the rows of the body of the only table in an element, and its foot.
func rowsOf(n *node) (body, foot []*node) {
	for _, table := range n.all("tbody") {
		body = append(body, table.all("tr")...)
	}
	for _, table := range n.all("tfoot") {
		foot = append(foot, table.all("tr")...)
	}
	return body, foot
}

// cells returns the numbers in a row of a table, a dash where there is none.
func cells(tr *node) string {
	var texts []string
	for _, td := range tr.all("td") {
		texts = append(texts, separators.Replace(strings.TrimPrefix(td.words(), "€ ")))
	}
	return strings.Join(texts, " ")
}

// idIn returns the id that the first link in an element leads to.
func idIn(n *node) string {
	links := n.all("a")
	if len(links) == 0 {
		return ""
	}
	path := strings.Split(strings.Trim(links[0].attr["href"], "/"), "/")
	return path[len(path)-1]
}

func (r *demandRecount) shareTable(section *node) {
	body, foot := rowsOf(section)
	row := func(tr *node, year string, n shareCount, money bool) {
		want := strconv.Itoa(n.all) + " " + strconv.Itoa(n.forNeeds)
		switch {
		case money && n.priced > 0:
			want += " " + strconv.Itoa(n.priced) + " " + strconv.Itoa(n.euros) + " " + strconv.Itoa(n.eurosForNeeds)
		case money:
			want += " 0 – –"
		}
		if got := cells(tr); strings.TrimSpace(got) != strings.TrimSpace(year+" "+want) {
			r.Errorf("a row says %q, counted are %q", got, year+" "+want)
		}
	}
	all := r.share(everything)
	rows := make(map[string]bool)
	for _, c := range r.commitments {
		rows[c["dienst"]+" "+c["periode"]] = true
	}
	if len(body) != len(rows) {
		r.Errorf("the table of what is promised has %d rows, counted are %d", len(body), len(rows))
	}
	for _, tr := range body {
		id, year := idIn(tr), strings.ReplaceAll(tr.all("td")[0].words(), "–", "-")
		row(tr, tr.all("td")[0].words(), r.share(func(c record) bool { return c["dienst"] == id && c["periode"] == strings.TrimPrefix(year, "-") }), all.priced > 0)
	}
	for _, tr := range foot {
		row(tr, "", all, all.priced > 0)
	}
	for _, li := range section.all("li") {
		n := r.share(func(c record) bool { return c["dienst"] == idIn(li) })
		if got, want := li.all("span")[0].words(), strconv.Itoa(n.forNeeds)+" van "+strconv.Itoa(n.all); separators.Replace(got) != want {
			r.Errorf("a bar says %q, counted are %q", got, want)
		}
	}
}

func (r *demandRecount) answersOnPage(main *node, words demandWords, said func(string, ...string)) {
	a := r.answered(everything)
	if a.asked == 0 {
		said("wv-antwoord", words.Text("figures.none"))
		return
	}
	want := []string{words.Text("demand.answered", "things", words.outOf("needs", a.answered, a.asked))}
	if a.before > 0 {
		want = append(want, words.Count("demand.before", a.before))
	}
	if half := a.half(); half > 0 {
		want = append(want, words.Text("demand.half", "n", words.Number(len(a.months)), "long", words.long(half)))
	}
	switch {
	case a.unanswered() == 0:
	case a.waitingUndated == 0 && a.halfWaiting() > 0:
		want = append(want, words.Count("demand.waiting-long", a.unanswered(), "long", words.long(a.halfWaiting())))
	default:
		want = append(want, words.Count("demand.waiting", a.unanswered()))
	}
	said("wv-antwoord", want...)
	within := func(least, below int) (n int) {
		for _, months := range a.months {
			n += oneIf(least <= months && months < below)
		}
		return n
	}
	section := main.section("wv-antwoord")
	title := words.Text("demand.within-a-year", "things", words.outOf("needs", a.before+within(0, 12), a.asked))
	if a.undated > 0 {
		title = words.Text("demand.how-soon")
	}
	if got, want := section.all("figcaption")[0].words(), title; got != want {
		r.Errorf("the chart says %q, counted is %q", got, want)
	}
	counted := map[string]int{
		"demand.after-before": a.before, "demand.after-3": within(0, 3), "demand.after-6": within(3, 6), "demand.after-12": within(6, 12),
		"demand.after-longer": within(12, 10_000), "demand.after-unknown": a.undated, "demand.after-never": a.unanswered(),
	}
	bars := make(map[string]string)
	for _, li := range section.all("li") {
		note := li.all("span")[0].words()
		bars[strings.TrimSuffix(li.words(), " "+note)] = separators.Replace(note)
	}
	sum := 0
	for key, n := range counted {
		want := ""
		if n > 0 {
			want = strconv.Itoa(n) + " van " + strconv.Itoa(a.asked)
		}
		if got := bars[words.Text(key)]; got != want {
			r.Errorf("the bar of %s says %q, counted are %q", key, got, want)
		}
		sum += n
	}
	if sum != a.asked {
		r.Errorf("the bars are of %d needs, of %d", sum, a.asked)
	}
}

func (r *demandRecount) prioritiesOnPage(main *node, words demandWords, said func(string, ...string)) {
	all, first, rest := r.answered(everything), r.answered(isFirstPriority), r.answered(isOther)
	switch {
	case all.asked == 0:
		said("wv-prioriteit", words.Text("figures.none"))
		return
	case first.asked == 0:
		said("wv-prioriteit", words.Text("demand.priority-none"))
		return
	}
	want := []string{words.Text("demand.priority-first", "things", words.outOf("needs", first.answered, first.asked))}
	if rest.asked > 0 {
		want = append(want, words.Text("demand.priority-rest", "things", words.outOf("needs", rest.answered, rest.asked)))
	}
	if first.half() > 0 && rest.half() > 0 && first.undated+rest.undated == 0 {
		want = append(want, words.Text("demand.priority-half", "first", words.long(first.half()), "rest", words.long(rest.half())))
	}
	said("wv-prioriteit", want...)
	body, foot := rowsOf(main.section("wv-prioriteit"))
	for i, a := range []answerCount{first, rest, all} {
		half := cmp.Or(words.long(a.half()), "–")
		want := strings.Join([]string{strconv.Itoa(a.asked), strconv.Itoa(a.answered), strconv.Itoa(a.before), half, strconv.Itoa(a.unanswered()), strconv.Itoa(a.done)}, " ")
		if got := cells(append(body, foot...)[i]); got != want {
			r.Errorf("row %d of the priorities says %q, counted are %q", i, got, want)
		}
	}
}

func (r *demandRecount) judgedOnPage(main *node, words demandWords, said func(string, ...string)) {
	done, met, otherwise := r.judged(everything)
	switch {
	case len(r.needs) == 0:
		said("wv-gelukt", words.Text("figures.none"))
		return
	case done == 0:
		said("wv-gelukt", words.Text("demand.judged-nothing"))
		return
	}
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{{"progress.judged-met", met}, {"progress.judged-otherwise", otherwise}, {"progress.judged-not-yet", done - met - otherwise}} {
		if part.n > 0 {
			parts = append(parts, words.Count(part.key, part.n))
		}
	}
	list := parts[len(parts)-1]
	if len(parts) > 1 {
		list = strings.Join(parts[:len(parts)-1], ", ") + " " + words.Text("and") + " " + list
	}
	said("wv-gelukt", words.Count("progress.judged", done, "parts", list))
	body, foot := rowsOf(main.section("wv-gelukt"))
	departments := make(map[string]bool)
	for _, n := range r.needs {
		if n["status"] == "vervuld" || n["status"] == "nagekomen" {
			for _, d := range r.departmentsOf(n) {
				departments[d] = true
			}
		}
	}
	if len(body) != len(departments) {
		r.Errorf("%d departments have done something, counted are %d", len(body), len(departments))
	}
	for _, tr := range append(body, foot...) {
		chosen := everything
		if id := idIn(tr); id != "" {
			chosen = r.isAnsweredBy(id)
		}
		done, met, otherwise := r.judged(chosen)
		want := strings.Join([]string{strconv.Itoa(done), strconv.Itoa(met), strconv.Itoa(otherwise), strconv.Itoa(done - met - otherwise)}, " ")
		if got := cells(tr); got != want {
			r.Errorf("%s: %q, counted are %q", tr.words(), got, want)
		}
	}
}

func (r *demandRecount) booksOnPage(main *node, words demandWords, said func(string, ...string)) {
	a := r.answered(everything)
	switch {
	case a.asked == 0:
		said("wv-vraagboek", words.Text("figures.none"))
	case a.unanswered() == 0:
		said("wv-vraagboek", words.Text("progress.waiting-none"))
	default:
		said("wv-vraagboek", words.Text("demand.book", "things", words.outOf("needs", a.unanswered(), a.asked)))
	}
	counted := make(map[string]string) // in the open data, which are counted themselves
	for _, row := range r.demand {
		if row["maat"] == "vraagboek" {
			counted[strings.TrimSuffix(row["dienst"], "onbekend")] = row["waarde"]
		}
	}
	section := main.section("wv-vraagboek")
	for _, h3 := range section.all("h3") {
		id := strings.TrimPrefix(strings.TrimPrefix(h3.attr["id"], "wv-boek"), "-")
		n, _, _ := strings.Cut(h3.all("span")[0].words(), " ")
		if separators.Replace(n) != counted[id] {
			r.Errorf("the book %q has %s needs, counted are %s", id, n, counted[id])
		}
		delete(counted, id)
	}
	if len(counted) > 0 {
		r.Errorf("these books are not on the page: %v", counted)
	}
}

// histories holds every row of every chart of how it went against the tables of the open data as
// they are exported on its day.
func (r *demandRecount) histories(s datedSite) {
	words := s.theme.Words("nl", nil)
	statuses := newGrammar(s.site).ofNeeds
	days := make(map[string]city.Day) // by the words of a row
	for day := s.Graph.Date; day.Year > s.Graph.Date.Year-30; day = city.DayIn(day.Year, day.Month, 1).AddDays(-1) {
		days[words.Month(day.YearMonth())] = day
	}
	exported := map[city.Day]*demandRecount{s.Graph.Date: r}
	for url, html := range s.pages {
		tree := readTree(r.T, url, html)
		for _, table := range tree.all("table") {
			head := table.all("thead")[0].all("th")
			if head[0].words() != words.Text("history.when") {
				continue
			}
			body, _ := rowsOf(table)
			for i, tr := range body {
				day, known := days[tr.all("th")[0].words()]
				if i == len(body)-1 {
					day, known = s.Graph.Date, true
				}
				if !known {
					r.Errorf("%s: %q is no month", url, tr.words())
					continue
				}
				if exported[day] == nil {
					exported[day] = s.exportedOn(r.T, day)
				}
				got, sum, row := make(counts), 0, tr.all("td")
				for k, td := range row {
					got[statuses[head[k+1].words()]] = atoi(r.T, td.words())
					if k < len(row)-1 {
						sum += atoi(r.T, td.words())
					}
				}
				if got["samen"] != sum { // it adds up
					r.Errorf("%s: the parts of %q are %d", url, tr.words(), sum)
				}
				want := exported[day].statuses(url)
				for what := range maps.Keys(got) {
					if got[what] != want[what] {
						r.Errorf("%s, %s: %d %s, counted are %d", url, day, got[what], what, want[what])
					}
				}
				for what := range want {
					if _, shown := got[what]; !shown {
						r.Errorf("%s, %s: %d %s are not shown", url, day, want[what], what)
					}
				}
			}
		}
	}
}

// statuses counts the needs that a page is about by their statuses, in the tables alone.
func (r *demandRecount) statuses(url string) counts {
	chosen := everything
	switch path := strings.Split(strings.Trim(url, "/"), "/"); path[0] {
	case "wijken":
		chosen = func(n record) bool { return n["wijk"] == path[1] }
	case "diensten":
		chosen = r.isAnsweredBy(path[1])
	}
	n := counts{"samen": 0}
	for _, need := range r.needs {
		if chosen(need) {
			n[need["status"]]++
			n["samen"]++
		}
	}
	return n
}
