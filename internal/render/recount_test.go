package render_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/sample"
)

// TestFiguresCanBeRecountedFromTheOpenData reads every figure on the pages back, and holds
// it against what somebody counts who has the open data and nothing else.
func TestFiguresCanBeRecountedFromTheOpenData(t *testing.T) {
	sites := map[string]site{
		"utrecht": published(t, exampleContent(t), options{date: "2013-11-30"}),
		"example": example(t), "truth": truth(t), "nothing": published(t, emptyCity(), options{}),
	}
	for seed := range uint64(20) {
		sites[fmt.Sprint("random ", seed)] = published(t, files(sample.Random(seed)), options{date: fmt.Sprint(2010+seed%5, "-06-15")})
	}
	read := make(map[string]bool)
	for name, s := range sites {
		t.Run(name, func(t *testing.T) {
			r := recount{T: t, data: readOpenData(t, s), grammar: newGrammar(s), read: read}
			for url, page := range s.pages {
				r.page(url, readTree(t, url, page))
			}
		})
	}
	for _, figure := range []string{
		"sentence samen", "sentence vervuld", "sentence nagekomen", "sentence anders", "sentence nog niet", "sentence deels-nagekomen", "sentence in-uitvoering",
		"sentence toegezegd", "sentence in-onderzoek", "sentence niet-opgenomen", "sentence vervallen", "sentence onbeantwoord",
		"sentence klaar op tijd", "sentence klaar later", "sentence klaar zonder datum", "sentence deels", "sentence open later",
		"sentence verder", "sentence ingetrokken", "sentence stil",
		"bar vervuld", "legend vervuld", "bar gerealiseerd", "legend gerealiseerd",
		"table onbeantwoord", "table klaar op tijd", "table stil", "matrix later", "row vervuld", "row klaar", "group klaar",
		"question behoeften", "question partners", "question later", "question onbeantwoord", "question niet-opgenomen", "question gedaan", "need samen", "need open", "rank samen",
		"planning open", "planning te laat", "planning of open", "asked of behoeften", "refused by nee", "later of open later", "summary gedaan", "row gedaan", "lead behoeften",
		"sentence niet", "question klaar later", "question nee", "question elders", "share later", "title later", "title vervuld",
	} {
		if !read[figure] {
			t.Errorf("no page has the figure %q", figure)
		}
	}
}

// openData is what the test knows of the open data.
type openData struct {
	Wijken       []struct{ ID, Naam, URL string }
	Behoeften    []dataNeed
	Toezeggingen []dataCommitment
	Antwoorden   []struct{ Behoefte, Dienst, Antwoord, Datum string }
	Oordelen     []struct {
		Over, Oordeel, Datum string
	}
}

type dataNeed struct {
	ID, Wijk, Thema, URL, Status string
	Geldt                        bool
	GevraagdSinds                string `json:"gevraagd-sinds"`
	Oordeel                      string
	OordeelDatum                 string `json:"oordeel-datum"`
	Toezeggingen                 []string
}

type dataCommitment struct {
	ID, Programma, Dienst, Soort, Status string
	Behoeften, Wijken                    []string
	Gereed                               string
	First                                string `json:"gereed-oorspronkelijk"`
	Since                                string `json:"status-sinds"`
	Naar                                 string
	Open, Stil, Vertraagd                bool
	Later                                bool   `json:"later-dan-beloofd"`
	WithdrawnOn                          string `json:"ingetrokken-op"`
}

func readOpenData(t *testing.T, s site) openData {
	t.Helper()
	files := s.data(t)
	var d openData
	for table, into := range map[plan.Table]any{
		plan.WijkTable: &d.Wijken, plan.NeedTable: &d.Behoeften, plan.CommitmentTable: &d.Toezeggingen, plan.JudgementTable: &d.Oordelen, plan.AnswerTable: &d.Antwoorden,
	} {
		if err := json.Unmarshal([]byte(files[table.JSON()]), into); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
	}
	return d
}

// counts is how many there are of something. What there is none of is left out.
type counts map[string]int

func (c counts) add(what string, isSo bool) {
	if isSo {
		c[what]++
	}
}

// needs returns the needs that count and that are chosen.
func (d *openData) needs(chosen func(n dataNeed) bool) []dataNeed {
	var list []dataNeed
	for _, n := range d.Behoeften {
		if n.Geldt && chosen(n) {
			list = append(list, n)
		}
	}
	return list
}

func (d *openData) commitments(chosen func(c dataCommitment) bool) []dataCommitment {
	var list []dataCommitment
	for _, c := range d.Toezeggingen {
		if chosen(c) {
			list = append(list, c)
		}
	}
	return list
}

// countNeeds counts needs by status, and those of which the wijk says otherwise.
func (d *openData) countNeeds(needs []dataNeed) counts {
	c := make(counts)
	for _, n := range needs {
		c["samen"]++
		c[n.Status]++
		otherwise := n.Status == "nagekomen" && n.Oordeel != "" && n.OordeelDatum >= d.doneOn(n)
		c.add("anders", otherwise)
		c.add("nog niet", n.Status == "nagekomen" && !otherwise)
	}
	return c
}

// doneOn returns when the last commitment to a need was done.
func (d *openData) doneOn(n dataNeed) string {
	last := ""
	for _, c := range d.commitmentsTo(n) {
		if c.Status == "gerealiseerd" {
			last = max(last, c.Since)
		}
	}
	return last
}

// commitmentsTo returns the commitments to a need since it is asked.
func (d *openData) commitmentsTo(n dataNeed) []dataCommitment {
	return d.commitments(func(c dataCommitment) bool {
		return slices.Contains(n.Toezeggingen, c.ID) && !(c.ended() && c.Since < n.GevraagdSinds)
	})
}

func (c dataCommitment) ended() bool { return !c.Open && c.WithdrawnOn == "" }

// part returns what became of a commitment.
func (c dataCommitment) part() string {
	switch {
	case c.Status == "gerealiseerd":
		return "klaar"
	case c.Status == "deels-gerealiseerd":
		return "deels"
	case c.Status == "vervallen":
		return "vervallen"
	case c.WithdrawnOn != "":
		return "ingetrokken"
	case c.Open:
		return "open"
	case c.Naar == "":
		return "niet verder"
	default:
		return "verder"
	}
}

// countCommitmentsTo counts what became of the commitments to a need.
func (d *openData) countCommitmentsTo(n dataNeed) counts {
	list := d.commitmentsTo(n)
	want := wordsOf(list)
	if len(list) < 2 {
		return want
	}
	for _, c := range list {
		if c.part() == "verder" && !d.takenOver(n, c) {
			want["verder"]--
			want["niet verder"]++
		}
	}
	return want
}

// takenOver reports whether a commitment goes on for a need: as one that is for it too, and
// that had not ended before. Those that were handed on in a ring on a day go on as nothing.
func (d *openData) takenOver(n dataNeed, c dataCommitment) bool {
	next := d.commitment(c.Naar)
	if !slices.Contains(next.Behoeften, n.ID) || next.ended() && next.Since < c.Since {
		return false
	}
	for range d.Toezeggingen {
		if next.Naar == "" || next.Since != c.Since {
			return true
		}
		next = d.commitment(next.Naar)
	}
	return false
}

// commitment returns the commitment with an id, one that is empty when there is none.
func (d *openData) commitment(id string) dataCommitment {
	for _, c := range d.Toezeggingen {
		if c.ID == id {
			return c
		}
	}
	return dataCommitment{}
}

// shown returns the status of a commitment as pages show it.
func (c dataCommitment) shown() string {
	if c.WithdrawnOn != "" {
		return "ingetrokken"
	}
	return c.Status
}

// countCommitments counts what became of commitments.
func countCommitments(list []dataCommitment) counts {
	n := make(counts)
	for _, c := range list {
		part := c.part()
		n["samen"]++
		n[part]++
		n.add("stil", c.Stil && part == "open")
		switch {
		case c.Later && part != "vervallen" && part != "verder" && part != "niet verder":
			n[part+" later"]++
			n["later"]++
		case part == "klaar" && (c.First == "" || c.First == "doorlopend"):
			n["klaar zonder datum"]++
		case part == "klaar":
			n["klaar op tijd"]++
		}
	}
	return n
}

// byStatus counts commitments by the status that pages show.
func byStatus(list []dataCommitment) counts {
	n := make(counts)
	for _, c := range list {
		n[c.shown()]++
	}
	return n
}

// recount holds the figures on the pages of a site against its open data.
type recount struct {
	*testing.T
	data    openData
	grammar *grammar
	read    map[string]bool // which figures were read, and where
}

// equal compares what a text says with what was counted. kind is where it stands.
func (r *recount) equal(kind, url, text string, got, want counts) {
	r.Helper()
	maps.DeleteFunc(want, func(_ string, n int) bool { return n == 0 })
	maps.DeleteFunc(got, func(_ string, n int) bool { return n == 0 })
	for what := range got {
		r.read[kind+" "+what] = true
	}
	if !maps.Equal(got, want) {
		r.Errorf("%s: the %s %q says %v, counted are %v", url, kind, text, got, want)
	}
}

// page reads the figures on a page.
func (r *recount) page(url string, root *node) {
	if slices.ContainsFunc(root.all("meta"), func(n *node) bool { return n.attr["http-equiv"] == "refresh" }) {
		return // it has moved
	}
	main := root.all("main")[0]
	needs, commitments := r.about(url)
	main.walk(func(n *node) {
		switch {
		case n.has("wv-say") && !n.parent.has("wv-answer"):
			r.sentence(url, n, needs, commitments)
		case n.has("wv-counts"):
			r.table(url, n)
		case n.has("wv-matrix"):
			r.matrix(url, n)
		case n.tag == "li":
			r.row(url, n)
		case n.tag == "h3" && n.attr["id"] != "":
			r.group(url, n, commitments)
		}
	})
	r.ownSentences(url, main)
}

// about returns the needs and the commitments that a page is about.
func (r *recount) about(url string) ([]dataNeed, []dataCommitment) {
	all := func(dataCommitment) bool { return true }
	path := strings.Split(strings.Trim(url, "/"), "/")
	switch {
	case len(path) == 2 && path[0] == "wijken":
		return r.data.needs(func(n dataNeed) bool { return n.Wijk == path[1] }), nil
	case len(path) == 2 && path[0] == "themas":
		needs := r.data.needs(func(n dataNeed) bool { return n.Thema == path[1] })
		return needs, r.data.commitments(func(c dataCommitment) bool { return slices.ContainsFunc(c.Behoeften, r.isOfTheme(path[1])) })
	case len(path) == 2 && path[0] == "diensten":
		return nil, r.data.commitments(func(c dataCommitment) bool { return c.Dienst == path[1] })
	case len(path) == 2 && path[0] == "programmas":
		return nil, r.data.commitments(func(c dataCommitment) bool { return c.Programma == path[1] })
	default:
		return r.data.needs(func(dataNeed) bool { return true }), r.data.commitments(all)
	}
}

func (r *recount) isOfTheme(theme string) func(id string) bool {
	return func(id string) bool {
		return slices.ContainsFunc(r.data.Behoeften, func(n dataNeed) bool { return n.ID == id && n.Thema == theme })
	}
}

// sentence reads a sentence with figures, with the bar and the legend below it.
func (r *recount) sentence(url string, n *node, needs []dataNeed, commitments []dataCommitment) {
	said := r.grammar.read(r.T, url, n.words())
	want, statuses := wordsOf(commitments), byStatus(commitments)
	if said.of == "needs" {
		want = r.data.countNeeds(needs)
		statuses = maps.Clone(want)
		maps.DeleteFunc(statuses, func(what string, _ int) bool { return slices.Contains([]string{"samen", "anders", "nog niet"}, what) })
	}
	r.equal("sentence", url, n.words(), said.counts, want)
	for _, c := range n.parent.children {
		switch {
		case c.tag == "ul":
			r.equal("legend", url, c.words(), r.legend(c), maps.Clone(statuses))
		case c.tag == "svg" && c.attr["aria-label"] != "":
			r.equal("bar", url, c.attr["aria-label"], r.grammar.bar(r.T, said.of, c.attr["aria-label"]), maps.Clone(statuses))
		}
	}
}

// wordsOf returns what a sentence about commitments says. Of only one it says the status.
func wordsOf(commitments []dataCommitment) counts {
	if len(commitments) == 1 {
		want := counts{"samen": 1, commitments[0].shown(): 1}
		want.add("later", commitments[0].Later)
		return want
	}
	want := countCommitments(commitments)
	delete(want, "later")
	return want
}

// legend returns how many a legend says there are of each status.
func (r *recount) legend(ul *node) counts {
	n := make(counts)
	for _, li := range ul.all("li") {
		_, status, _ := strings.Cut(strings.TrimPrefix(li.all("a")[0].attr["href"], "#wv-woord-"), "-")
		n[status] = atoi(r.T, li.all("b")[0].words())
	}
	return n
}

// table reads a table of needs by status, or of what became of commitments.
func (r *recount) table(url string, n *node) {
	rows, titles := n.all("tr"), r.grammar.ofNeeds
	isOfCommitments := n.has("wv-tally")
	if isOfCommitments {
		titles = r.grammar.ofCommitments
	}
	var columns []string
	for _, th := range rows[0].all("th")[1:] {
		what, ok := titles[th.words()]
		if !ok {
			r.Errorf("%s: a column is called %q", url, th.words())
		}
		columns = append(columns, what)
	}
	for _, tr := range rows[1:] {
		title := tr.all("th")[0]
		got := make(counts)
		for i, td := range tr.all("td") {
			got[columns[i]] = atoi(r.T, td.words())
		}
		var want counts
		if isOfCommitments {
			want = countCommitments(r.data.commitments(r.commitmentsOf(title)))
		} else {
			want = r.data.countNeeds(r.data.needs(r.needsOf(title)))
		}
		for what := range want {
			if !slices.Contains(columns, what) && !r.isDetail(what) {
				r.Errorf("%s: the table has no column for %q", url, what)
			}
		}
		maps.DeleteFunc(want, func(what string, _ int) bool { return !slices.Contains(columns, what) })
		r.equal("table", url, title.words(), got, want)
	}
}

// isDetail reports whether tables leave out a part of what they count.
func (*recount) isDetail(what string) bool {
	return slices.Contains([]string{"anders", "nog niet", "deels later", "open later", "ingetrokken later"}, what)
}

// needsOf returns which needs a row of a table is about.
func (r *recount) needsOf(title *node) func(dataNeed) bool {
	switch kind, id := r.target(title); {
	case kind == "wijken":
		return func(n dataNeed) bool { return n.Wijk == id }
	case kind == "themas":
		return func(n dataNeed) bool { return n.Thema == id }
	case title.words() == r.grammar.text("progress.no-theme"):
		return func(n dataNeed) bool { return n.Thema == "" }
	case title.words() == r.grammar.text("home.whole"):
		return func(dataNeed) bool { return true }
	}
	r.Errorf("a row of a table is about %q", title.words())
	return nil
}

// commitmentsOf returns which commitments a row or a column of a table is about.
func (r *recount) commitmentsOf(title *node) func(dataCommitment) bool {
	kind, id := r.target(title)
	switch kind {
	case "diensten":
		return func(c dataCommitment) bool { return c.Dienst == id }
	case "wijken":
		return func(c dataCommitment) bool { return slices.Equal(c.Wijken, []string{id}) }
	}
	chosen, ok := map[string]func(dataCommitment) bool{
		r.grammar.text("departments.of-city"):        func(c dataCommitment) bool { return c.Soort != "partner" },
		r.grammar.text("departments.partners"):       func(c dataCommitment) bool { return c.Soort == "partner" },
		r.grammar.text("progress.no-department"):     func(c dataCommitment) bool { return c.Dienst == "" },
		r.grammar.text("progress.together"):          func(dataCommitment) bool { return true },
		r.grammar.text("commitments.several-wijken"): func(c dataCommitment) bool { return len(c.Wijken) > 1 },
		r.grammar.text("commitments.no-wijk"):        func(c dataCommitment) bool { return len(c.Wijken) == 0 },
	}[title.words()]
	if !ok {
		r.Errorf("a table is about %q", title.words())
	}
	return chosen
}

// target returns what the first link in an element leads to: "wijken" and "oost".
func (r *recount) target(n *node) (kind, id string) {
	links := n.all("a")
	if len(links) == 0 {
		return "", ""
	}
	path := strings.Split(strings.Trim(links[0].attr["href"], "/"), "/")
	if len(path) != 2 {
		return "", ""
	}
	return path[0], path[1]
}

// matrix reads how many commitments the departments have for the wijken.
func (r *recount) matrix(url string, n *node) {
	rows := n.all("tr")
	columns := rows[0].all("th")[1:]
	for _, tr := range rows[1:] {
		title := tr.all("th")[0]
		inRow := r.commitmentsOf(title)
		for i, td := range tr.all("td") {
			inColumn := r.commitmentsOf(columns[i])
			want := countCommitments(r.data.commitments(func(c dataCommitment) bool { return inRow(c) && inColumn(c) }))
			got := make(counts)
			if bold := td.all("b"); len(bold) > 0 {
				got["samen"] = atoi(r.T, bold[0].text)
				got["klaar"] = atoi(r.T, td.all("small")[0].text)
				for _, later := range td.with("wv-late-n") {
					got["later"] = atoi(r.T, later.text)
				}
			}
			r.equal("matrix", url, title.words()+" × "+columns[i].words(), got, counts{"samen": want["samen"], "klaar": want["klaar"], "later": want["later"]})
		}
	}
}

// row reads the figures of a row in a list of wijken, themes, departments or programmes.
func (r *recount) row(url string, li *node) {
	li.walk(func(n *node) {
		if n.tag != "span" && n.tag != "p" {
			return
		}
		said, ok := r.grammar.short(r.T, n.words())
		if !ok {
			return
		}
		kind, id := r.target(li)
		switch {
		case kind == "wijken" || kind == "themas":
			want := r.data.countNeeds(r.data.needs(r.needsOf(li)))
			what := "vervuld"
			if url == plan.HomeURL {
				what = "gedaan"
			}
			want["gedaan"] = want["vervuld"] + want["nagekomen"]
			r.equal("row", url, li.words(), said, counts{"samen": want["samen"], what: want[what]})
		case kind == "diensten" || kind == "programmas":
			want := countCommitments(r.data.commitments(func(c dataCommitment) bool {
				return kind == "diensten" && c.Dienst == id || kind == "programmas" && c.Programma == id
			}))
			r.equal("row", url, li.words(), said, counts{"samen": want["samen"], "klaar": want["klaar"]})
		case strings.Contains(li.words(), r.grammar.text("progress.no-theme")):
			want := r.data.countNeeds(r.data.needs(func(n dataNeed) bool { return n.Thema == "" }))
			r.equal("row", url, li.words(), said, counts{"samen": want["samen"], "vervuld": want["vervuld"]})
		default:
			r.Errorf("%s: whom is %q about?", url, li.words())
		}
	})
}

// group reads the figures above the commitments for a wijk.
func (r *recount) group(url string, h3 *node, commitments []dataCommitment) {
	for _, span := range h3.all("span") {
		said, ok := r.grammar.short(r.T, span.words())
		if !ok {
			continue
		}
		chosen := r.commitmentsOf(&node{text: h3.text, children: h3.all("a")})
		want := countCommitments(slices.DeleteFunc(slices.Clone(commitments), func(c dataCommitment) bool { return !chosen(c) }))
		r.equal("group", url, h3.words(), said, counts{"samen": want["samen"], "klaar": want["klaar"]})
	}
}

// ownSentences reads the sentences with figures that one page has.
func (r *recount) ownSentences(url string, main *node) {
	switch {
	case url == plan.ProgressURL:
		r.progress(url, main)
	case url == plan.HomeURL:
		lead := main.with("wv-lead")[0].words()
		r.equal("lead", url, lead, r.grammar.read(r.T, url, lead).counts, r.asked(true))
	case url == plan.WijkenURL:
		r.summaries(url, main)
		lead := main.with("wv-lead")[0]
		want := r.asked(false)
		if want["wijken"] < len(r.data.Wijken) { // else the same number would stand there twice
			want["alle wijken"] = len(r.data.Wijken)
		}
		r.equal("question", url, lead.words(), r.grammar.read(r.T, url, lead.words()).counts, want)
	case strings.HasPrefix(url, plan.DepartmentsURL) && url != plan.DepartmentsURL:
		r.department(url, main)
	case strings.HasPrefix(url, plan.PlanningURL):
		r.planning(url, main)
	case strings.Contains(url, "/behoeften/"):
		r.needPage(url, main)
	}
}

// department reads the answers on the page of a department: how many wijken ask how much of
// it, what is later than it promised first, and how often it said no.
func (r *recount) department(url string, main *node) {
	id := strings.Split(strings.Trim(url, "/"), "/")[1]
	if redirect := len(main.section("wv-gevraagd").children) == 0; redirect {
		return
	}
	answer := func(section string) (text string, said counts) {
		text = main.section(section).with("wv-lead")[0].words()
		return text, r.grammar.read(r.T, url, text).counts
	}
	ofDepartment := func(c dataCommitment) bool { return c.Dienst == id }
	refused, answered := make(counts), make(map[string]bool)
	for _, a := range r.data.Antwoorden {
		if a.Dienst == id {
			answered[a.Behoefte] = true
			refused.add("nee", a.Antwoord != "in-onderzoek")
		}
	}
	asked, wijken := make(counts), make(map[string]bool)
	for _, n := range r.data.needs(func(n dataNeed) bool {
		return answered[n.ID] || len(r.data.commitments(func(c dataCommitment) bool { return ofDepartment(c) && slices.Contains(n.Toezeggingen, c.ID) })) > 0
	}) {
		asked["behoeften"]++
		wijken[n.Wijk] = true
	}
	asked["wijken"] = len(wijken)
	text, said := answer("wv-gevraagd")
	r.equal("asked of", url, text, said, asked)
	text, said = answer("wv-niet")
	r.equal("refused by", url, text, said, refused)
	if commitments := countCommitments(r.data.commitments(ofDepartment)); commitments["samen"] > 0 {
		want := pick(commitments, "later", "samen")
		if commitments["later"] == 0 {
			want = counts{}
		}
		text, said = answer("wv-laat")
		r.equal("later of", url, text, said, want)
		for _, parts := range main.section("wv-laat").with("wv-exact") {
			want := pick(commitments, "klaar later", "deels later", "open later", "ingetrokken later")
			r.equal("later of", url, parts.words(), r.grammar.read(r.T, url, parts.words()).counts, want)
		}
	}
}

// summaries reads the table of wijken: how many needs, how many of these are done as was
// promised, and how many are not answered.
func (r *recount) summaries(url string, main *node) {
	for _, table := range main.with("wv-summaries") {
		for _, tr := range table.all("tbody")[0].all("tr") {
			title := tr.all("th")[0]
			has := r.data.countNeeds(r.data.needs(r.needsOf(title)))
			want := counts{"samen": has["samen"], "gedaan": has["vervuld"] + has["nagekomen"], "onbeantwoord": has["onbeantwoord"]}
			got := make(counts)
			for i, what := range []string{"samen", "gedaan", "onbeantwoord"} {
				if said := tr.all("td")[i].words(); said != "–" {
					got[what] = atoi(r.T, said)
				}
			}
			r.equal("summary", url, title.words(), got, want)
		}
	}
}

// planning reads how much is planned: of all, for a wijk, or by a department; and on the page
// of all for each of those.
func (r *recount) planning(url string, main *node) {
	count := func(url string) counts {
		want, path := make(counts), strings.Split(strings.Trim(url, "/"), "/")
		for _, c := range r.data.Toezeggingen {
			if !c.Open || len(path) == 2 && !slices.Contains(c.Wijken, path[1]) || len(path) == 3 && c.Dienst != path[2] {
				continue
			}
			want["open"]++
			want.add("te laat", c.Vertraagd)
		}
		return want
	}
	lead := main.with("wv-lead")[0].words()
	r.equal("planning", url, lead, r.grammar.read(r.T, url, lead).counts, count(url))
	listed := 0
	for _, li := range main.all("li") {
		number := li.all("b")
		if len(number) != 1 || !li.parent.has("wv-key") {
			continue
		}
		if href := li.all("a"); len(href) > 0 && strings.HasPrefix(href[0].attr["href"], plan.PlanningURL) {
			r.equal("planning of", url, li.words(), counts{"open": atoi(r.T, number[0].words())}, counts{"open": count(href[0].attr["href"])["open"]})
		} else {
			listed += atoi(r.T, number[0].words())
		}
	}
	r.equal("deadlines", url, "all deadlines together", counts{"open": listed}, counts{"open": count(url)["open"]})
}

// asked returns how many wijken asked how much, and how many departments promised how much.
func (r *recount) asked(promised bool) counts {
	want, wijken := make(counts), make(map[string]bool)
	for _, n := range r.data.needs(func(dataNeed) bool { return true }) {
		want["behoeften"]++
		wijken[n.Wijk] = true
	}
	want["wijken"] = len(wijken)
	if !promised {
		return want
	}
	who, unknown := make(map[string]string), false
	for _, c := range r.data.Toezeggingen {
		want["toezeggingen"]++
		who[c.Dienst] = c.Soort
		unknown = unknown || c.Dienst == ""
	}
	if unknown {
		want["samen"] = want["toezeggingen"]
		delete(want, "toezeggingen")
		return want
	}
	for _, kind := range who {
		want.add("partners", kind == "partner")
		want.add("diensten", kind != "partner")
	}
	return want
}

// needPage reads what a page says of the commitments to a need, and of its rank.
func (r *recount) needPage(url string, main *node) {
	i := slices.IndexFunc(r.data.Behoeften, func(n dataNeed) bool { return strings.HasSuffix(n.URL, url) })
	need := r.data.Behoeften[i]
	for _, p := range main.all("p") {
		switch text := p.words(); {
		case r.grammar.begins(text, "commitments.total", "commitments.only"):
			r.equal("need", url, text, r.grammar.read(r.T, url, text).counts, r.data.countCommitmentsTo(need))
		case r.grammar.begins(text, "need.rank-of", "need.one-of"):
			said := r.grammar.read(r.T, url, strings.TrimSuffix(text, p.all("a")[0].words())).counts
			r.equal("rank", url, text, said, counts{"samen": len(r.data.needs(func(n dataNeed) bool { return n.Wijk == need.Wijk }))})
		}
	}
}

func atoi(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(separators.Replace(strings.TrimSpace(text)))
	if err != nil {
		t.Errorf("%q is no number", text)
	}
	return n
}
