package render_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/sample"
)

// TestNumbersAddUp reads every number on the pages with figures back, as a reader would: in
// sentences, bars, keys, tables and lists; and adds the parts up to the whole that they name.
func TestNumbersAddUp(t *testing.T) {
	all := sites(t)
	all["utrecht"] = published(t, exampleContent(t), options{date: "2013-11-30"})
	delete(all, "drafts") // which are as the example
	for seed := range uint64(25) {
		date := strconv.Itoa(2011+int(seed)%4) + "-06-15"
		content := files(sample.Random(seed))
		all["random "+strconv.FormatUint(seed, 10)] = published(t, content, options{date: date})
		english := content.with(files{"site.yaml": "taal: en\n" + content["site.yaml"]})
		all["random "+strconv.FormatUint(seed, 10)+" in English"] = published(t, english, options{date: date})
	}
	sentences := 0
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			for _, p := range s.Pages() {
				page := readNumbers(t, s, p.URL)
				page.checkBars()
				page.checkTables()
				page.checkSingular()
				sentences += len(page.sentences)
				switch p.Kind {
				case plan.Progress:
					page.checkProgress(p)
				case plan.Home, plan.Wijken:
					page.checkPlaces(len(p.Rows.Wijken) == len(s.Graph.Wijken))
				case plan.Department:
					if len(p.Rows.Commitments) == len(p.Department.Commitments) {
						page.checkGroups()
					}
				case plan.Departments:
					if len(p.Parts) == 0 && p.Parent == nil {
						page.checkDepartments(s)
					}
				}
			}
		})
	}
	if sentences < 1000 {
		t.Errorf("only %d sentences have been read", sentences)
	}
}

// TestLargeNumbersHaveSeparators reads the numbers of a municipality that has more than a
// thousand of everything.
func TestLargeNumbersHaveSeparators(t *testing.T) {
	content := largeCity(1020)
	for lang, want := range map[string]string{"nl": "1.0", "en": "1,0"} {
		c, assets, _ := content.replaced(t, "site.yaml", "titel:", "taal: "+lang+"\ntitel:").records()
		s := planned(t, c, assets, options{date: "2012-06-15"})
		for _, url := range []string{plan.HomeURL, plan.WijkenURL, plan.DepartmentsURL, plan.ProgressURL, plan.PlanningURL} {
			s.pages[url] = s.html(t, s.Site.Page(url))
			page := readNumbers(t, s, url)
			page.checkBars()
			page.checkTables()
			page.checkSeparators()
			if url == plan.ProgressURL {
				page.checkProgress(s.Site.Page(url))
			}
			if text := page.main.words(); !strings.Contains(text, want) {
				t.Errorf("%s does not say %s: %s", url, want, text)
			}
		}
	}
}

// largeCity returns the content of a municipality with a number of needs, which all have a
// commitment of one department.
func largeCity(n int) files {
	var needs, promised strings.Builder
	for i := range n {
		fmt.Fprintf(&needs, "  - {id: n-%d, titel: Behoefte, thema: verkeer}\n", i)
		fmt.Fprintf(&promised, "  - {id: t-%d, titel: Toezegging, behoeften: [noord/n-%d], gereed: 2012-01, voortgang: [{datum: 2012-03-01, status: %s}]}\n",
			i, i, []string{"gerealiseerd", "in-uitvoering"}[min(i, 1)])
	}
	return files{
		"site.yaml":             "titel: Wijkvisies Groot\ngemeente: Groot\ngemeentecode: GM9999\nthemas:\n  - {id: verkeer, naam: Verkeer}\n",
		"wijken/noord.md":       "---\nnaam: Noord\n---\n",
		"diensten/sw.md":        "---\nnaam: Stadswerken\n---\n",
		"wijkvisies/noord.md":   "---\ntitel: Wijkvisie Noord\nwijk: noord\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n" + needs.String() + "---\n",
		"programmas/sw-2011.md": "---\ntitel: Programma\ndienst: sw\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-06-01\ntoezeggingen:\n" + promised.String() + "---\n",
	}
}

// exampleContent is the text of the content that comes with the program.
func exampleContent(t *testing.T) files {
	t.Helper()
	content := make(files)
	const root = "../../content"
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		content[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// numbers is a page of which the numbers are read.
type numbers struct {
	*testing.T
	url       string
	main      *node
	sentences []saying // in the order of the page
}

// saying is a sentence about a whole and its parts.
type saying struct {
	text  string
	of    string // needs or commitments
	total int
	parts []int
}

func readNumbers(t *testing.T, s site, url string) *numbers {
	t.Helper()
	page := &numbers{T: t, url: url, main: readTree(t, url, s.page(t, url)).all("body")[0]}
	page.main.walk(func(n *node) {
		if n.has("wv-say") && !n.parent.has("wv-answer") {
			page.sentences = append(page.sentences, page.read(n.words()))
		}
	})
	if len(page.main.id("wv-klaar").attr) > 0 {
		promised, asked := answeredIn(page.main)
		page.sentences = append(page.sentences, page.readAnswered(asked), page.readAnswered(promised))
	}
	return page
}

// has reports whether the element has a class.
func (n *node) has(class string) bool {
	for _, c := range strings.Fields(n.attr["class"]) {
		if c == class {
			return true
		}
	}
	return false
}

// with returns every element with a class.
func (n *node) with(class string) []*node {
	var list []*node
	n.walk(func(c *node) {
		if c.has(class) {
			list = append(list, c)
		}
	})
	return list
}

// id returns the element with an id, one that is empty when there is none.
func (n *node) id(id string) *node {
	found := &node{}
	n.walk(func(c *node) {
		if c.attr["id"] == id {
			found = c
		}
	})
	return found
}

// section returns what the heading with an id is above.
func (page *numbers) section(id string) *node { return page.main.section(id) }

var (
	integer     = regexp.MustCompile(`\d{1,3}(?:[.,]\d{3})+|\d+`)
	onlyOne     = regexp.MustCompile(`^(?:Er is 1|There is 1) (behoefte|toezegging|need|commitment): `)
	noneAtAll   = regexp.MustCompile(`^(?:Er zijn (?:nog )?geen|There are no) `)
	wholeSaid   = regexp.MustCompile(`^(?:Van de|Of the) ([\d.,]*\d) (?:behoeften|needs),? ?(.*)$|^(?:Er zijn|There are) ([\d.,]*\d) (?:toezeggingen|commitments)$`)
	partsSaid   = regexp.MustCompile(`^(?:Van de|Of the) ([\d.,]*\d) (?:toezeggingen|commitments),? ?(.*)\.$`)
	ofTheOpen   = regexp.MustCompile(`^Over ([\d.,]+) van wat nog openstaat|about ([\d.,]+) of those still open$`)
	someLater   = regexp.MustCompile(`waarvan ([\d.,]+) later|([\d.,]+) of them later`)
	forHowLong  = regexp.MustCompile(`, | for `)
	bothVoices  = regexp.MustCompile(`ziet er [\d.,]+ anders en zei over [\d.,]+ |sees [\d.,]+ of them differently and has said nothing about [\d.,]+ `)
	aloneNumber = regexp.MustCompile(`\b1 (behoeften|wijken|toezeggingen|diensten|partners|dingen|maanden|needs|neighbourhoods|commitments|departments|things|months|years|have|are|zijn|worden|vroegen|zegden)\b`)
)

// separators takes the separators out of a number: 4.080 in Dutch, 4,080 in English.
var separators = strings.NewReplacer(".", "", ",", "")

// numbersIn returns the numbers in a text.
func numbersIn(text string) []int {
	var list []int
	for _, digits := range integer.FindAllString(text, -1) {
		n, _ := strconv.Atoi(separators.Replace(digits))
		list = append(list, n)
	}
	return list
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// read reads a sentence about a whole, and reports when its parts are not as many.
func (page *numbers) read(text string) saying {
	s := saying{text: text}
	if m := onlyOne.FindStringSubmatch(text); m != nil {
		s.total, s.parts = 1, []int{1}
		return s
	}
	if noneAtAll.MatchString(text) {
		return s
	}
	said := strings.Split(strings.TrimSuffix(text, "."), ". ")
	whole := wholeSaid.FindStringSubmatch(said[0])
	if whole == nil {
		page.Errorf("%s: the whole is not named: %s", page.url, text)
		return s
	}
	s.total = numbersIn(said[0])[0]
	if whole[1] != "" {
		s.of = "needs"
		s.parts = append(s.parts, numbersIn(whole[2])...)
	}
	page.addParts(&s, said[1:])
	return s
}

// readAnswered reads a short answer with the rest that is to be said.
func (page *numbers) readAnswered(a answered) saying {
	text := a.answer.words()
	m := partsSaid.FindStringSubmatch(text)
	if m == nil || strings.Contains(m[2], "geen klaar") || strings.Contains(m[2], "none is") {
		if m != nil || strings.HasPrefix(text, "Al") { // none or all
			s := saying{text: text, of: "commitments", total: numbersIn(text)[0]}
			page.addParts(&s, strings.Split(strings.TrimSuffix(a.rest.words(), "."), ". "))
			return s
		}
		if a.rest != nil {
			text += " " + a.rest.words()
		}
		return page.read(text)
	}
	s := saying{text: text, of: "commitments", total: numbersIn(m[1])[0]}
	if parts := numbersIn(m[2]); sum(parts) != s.total {
		page.Errorf("%s: %v make %d and not %d: %s", page.url, parts, sum(parts), s.total, text)
	}
	page.addParts(&s, strings.Split(strings.TrimSuffix(a.rest.words(), "."), ". "))
	return s
}

// addParts reads the sentences about the parts of a whole, and reports when they are not as
// many.
func (page *numbers) addParts(s *saying, said []string) {
	text := s.text
	for _, part := range said {
		n := numbersIn(part)
		switch m := someLater.FindStringSubmatch(part); {
		case ofTheOpen.MatchString(part):
			if n[0] > s.total {
				page.Errorf("%s: %d of %d: %s", page.url, n[0], s.total, text)
			}
			continue
		case len(n) == 0: // none of them is done
			continue
		case m != nil && n[1] > n[0]:
			page.Errorf("%s: %d of %d are later: %s", page.url, n[1], n[0], text)
		case strings.Contains(part, ": ") && sum(n[1:]) != n[0]:
			page.Errorf("%s: %v make %d: %s", page.url, n[1:], n[0], text)
		case bothVoices.MatchString(part) && sum(n[1:]) != n[0]:
			page.Errorf("%s: %v make %d: %s", page.url, n[1:], n[0], text)
		}
		s.parts = append(s.parts, n[0])
	}
	if sum(s.parts) != s.total {
		page.Errorf("%s: %v make %d and not %d: %s", page.url, s.parts, sum(s.parts), s.total, text)
	}
}

// checkBars holds every bar that stands under a sentence against it, and against its key.
func (page *numbers) checkBars() {
	for _, bar := range page.main.with("wv-bar") {
		width := 0.0
		for _, r := range bar.all("rect") {
			w, err := strconv.ParseFloat(strings.TrimSuffix(r.attr["width"], "%"), 64)
			if err != nil {
				page.Errorf("%s: a part of a bar is %q wide", page.url, r.attr["width"])
			}
			width += w
		}
		if (width < 99.9 && !bar.has("wv-scaled")) || width > 100.1 {
			page.Errorf("%s: the parts of a bar are %f of it", page.url, width)
		}
	}
	if len(page.main.id("wv-klaar").attr) > 0 {
		promised, asked := answeredIn(page.main)
		page.checkBar(page.readAnswered(promised), promised.bar, promised.key)
		page.checkBar(page.readAnswered(asked), asked.bar, asked.key)
	}
	for _, say := range page.main.with("wv-say") {
		if say.parent.has("wv-answer") {
			continue
		}
		var bar, key *node
		for _, n := range say.parent.children {
			switch {
			case n.has("wv-bar"):
				bar = n
			case n.has("wv-key") && key == nil:
				key = n
			}
		}
		page.checkBar(page.read(say.words()), bar, key)
	}
}

// checkBar holds a bar and its key against the sentence that they are under.
func (page *numbers) checkBar(said saying, bar, key *node) {
	if said.total == 0 {
		if bar != nil {
			page.Errorf("%s: there is a bar of nothing", page.url)
		}
		return
	}
	if bar == nil || key == nil {
		page.Errorf("%s: %q has no bar or no key", page.url, said.text)
		return
	}
	var inKey []int
	for _, b := range key.all("b") {
		inKey = append(inKey, numbersIn(b.words())...)
	}
	if sum(inKey) != said.total {
		page.Errorf("%s: the key has %v, of %d", page.url, inKey, said.total)
	}
	if inBar := numbersIn(bar.attr["aria-label"]); len(inBar) != len(bar.all("rect")) || sum(inBar) != said.total {
		page.Errorf("%s: the bar is read as %v, of %d", page.url, inBar, said.total)
	}
	if got, want := len(key.with("wv-swatch")), len(bar.all("rect")); got != want {
		page.Errorf("%s: the key shows %d of the %d parts of the bar", page.url, got, want)
	}
}

// rowNumbers returns the numbers in the cells of a row, by column; of a cell with several,
// the one at a place in it. A dash is 0.
func rowNumbers(row *node, place int) []int {
	var list []int
	for _, cell := range row.all("td") {
		n := 0
		if in := numbersIn(cell.words()); place < len(in) {
			n = in[place]
		}
		list = append(list, n)
	}
	return list
}

// checkTables adds up the rows of every table of figures that has a foot, and in each row
// the columns.
func (page *numbers) checkTables() {
	for _, table := range page.main.with("wv-matrix") {
		foot := table.all("tfoot")
		if len(foot) == 0 {
			continue
		}
		isMatrix := !table.has("wv-counts")
		places := 1
		if isMatrix {
			places = 3 // in all, done, later
		}
		feet := foot[0].all("tr")
		for place := range places {
			whole := rowNumbers(feet[len(feet)-1], place)
			page.checkSum("the rows", table.all("tbody")[0].all("tr"), place, whole)
			if len(feet) > 1 {
				page.checkSum("the feet", feet[:len(feet)-1], place, whole)
			}
			for _, row := range table.all("tr")[1:] {
				page.checkColumns(table, row, place)
			}
		}
	}
}

func (page *numbers) checkSum(what string, rows []*node, place int, whole []int) {
	total := make([]int, len(whole))
	for _, row := range rows {
		for i, n := range rowNumbers(row, place) {
			total[i] += n
		}
	}
	for i := range whole {
		if total[i] != whole[i] {
			page.Errorf("%s: %s make %v, and the foot has %v", page.url, what, total, whole)
			return
		}
	}
}

// checkColumns adds up a row: of the table of departments what became of what was promised,
// of another table the columns before the last.
func (page *numbers) checkColumns(table, row *node, place int) {
	n := rowNumbers(row, place)
	last := len(n) - 1
	if !table.has("wv-tally") {
		if sum(n[:last]) != n[last] {
			page.Errorf("%s: the columns make %d: %s", page.url, sum(n[:last]), row.words())
		}
		return
	}
	// promised, done, of which …, what else became of it, and two columns of how many of these
	heads := table.all("thead")[0].all("th")[1:]
	ofDone, others := 0, 0
	for i := 2; i < last-1; i++ {
		if strings.HasPrefix(heads[i].words(), "–") {
			ofDone += n[i]
		} else {
			others += n[i]
		}
	}
	if ofDone != n[1] || n[1]+others != n[0] || n[last-1] > n[0] || n[last] > n[0] {
		page.Errorf("%s: the columns do not make %d: %s", page.url, n[0], row.words())
	}
}

// checkSingular looks for one of something in the plural.
func (page *numbers) checkSingular() {
	if found := aloneNumber.FindString(page.main.words()); found != "" {
		page.Errorf("%s has %q", page.url, found)
	}
}

// bareThousands matches a number of a thousand or more without a separator; a year is none.
var bareThousands = regexp.MustCompile(`\b(?:1[0-8]\d\d|2[1-9]\d\d|[3-9]\d{3}|\d{5,}) (?:van|of|behoeften|toezeggingen|needs|commitments|klaar|done|zijn|are)\b`)

// checkSeparators looks for large numbers that are hard to read.
func (page *numbers) checkSeparators() {
	if found := bareThousands.FindString(page.main.words()); found != "" {
		page.Errorf("%s has %q", page.url, found)
	}
}

// checkProgress holds what the page of the progress says in one place against what it says
// in another.
func (page *numbers) checkProgress(p *plan.Page) {
	if p.Parent != nil {
		return
	}
	needs, promised := page.sentences[0], page.sentences[1]
	lead := page.main.with("wv-lead")[0].words()
	said := strings.Split(lead, ". ")
	asked, made := numbersIn(said[0]), numbersIn(said[1])
	if sum(asked[max(len(asked)-1, 0):]) != needs.total || sum(made[max(len(made)-1, 0):]) != promised.total {
		page.Errorf("%s: %q, of %d needs and %d commitments", page.url, lead, needs.total, promised.total)
	}
	if rows := page.section("wv-diensten").all("tbody"); len(rows) > 0 {
		if made[0]+sum(made[1:len(made)-1]) != len(rows[0].all("tr")) {
			page.Errorf("%s: %q, and the table has %d rows", page.url, lead, len(rows[0].all("tr")))
		}
		feet := page.section("wv-diensten").all("tfoot")[0].all("tr")
		foot := rowNumbers(feet[len(feet)-1], 0)
		if foot[0] != promised.total {
			page.Errorf("%s: the table of departments has %d of %d", page.url, foot[0], promised.total)
		}
		matrix := page.section("wv-matrix").all("tfoot")[0].all("tr")[0]
		if all := rowNumbers(matrix, 0); all[len(all)-1] != promised.total {
			page.Errorf("%s: the matrix has %v of %d", page.url, all, promised.total)
		}
		if done := rowNumbers(matrix, 1); done[len(done)-1] != foot[1] {
			page.Errorf("%s: the matrix has %v done of %d", page.url, done, foot[1])
		}
		if later := rowNumbers(matrix, 2); later[len(later)-1] != foot[len(foot)-2] {
			page.Errorf("%s: the matrix has %v later of %d", page.url, later, foot[len(foot)-2])
		}
		page.checkLater(promised.total, foot[len(foot)-2])
	}
	page.checkListed(p, needs)
}

// checkLater reads how many commitments are later than first promised.
func (page *numbers) checkLater(total, later int) {
	section := page.section("wv-laat")
	text := section.with("wv-say")[0].words()
	for _, rest := range section.with("wv-exact") {
		text += " " + rest.words()
	}
	n := numbersIn(text)
	switch {
	case later == 0 && len(n) == 0, total == 1 && later == 1 && len(n) == 1:
	case len(n) < 3 || n[0] != total || n[1] != later || sum(n[2:]) != later:
		page.Errorf("%s: of %d commitments %d are later: %s", page.url, total, later, text)
	}
}

// checkListed holds the lists of needs against the sentences above them, and those against
// the key.
func (page *numbers) checkListed(p *plan.Page, needs saying) {
	inKey := make(map[string]int) // by the address of the meaning
	if _, asked := answeredIn(page.main); asked.key != nil {
		for _, item := range asked.key.all("li") {
			inKey[item.all("a")[0].attr["href"]] = numbersIn(item.all("b")[0].words())[0]
		}
	}
	for id, status := range map[string]string{"wv-open": "onbeantwoord", "wv-niet": "niet-opgenomen"} {
		section, want := page.section(id), inKey["#wv-woord-n-"+status]
		if section.tag == "" {
			if want > 0 {
				page.Errorf("%s has no section %s, of %d", page.url, id, want)
			}
			continue
		}
		text := section.with("wv-say")[0].words()
		short := forHowLong.Split(strings.Split(text, ": ")[0], 2)[0] // without the parts
		switch n := numbersIn(short); {
		case want == 0 && len(n) == 0, needs.total == 1 && want == 1 && len(n) == 1:
		case len(n) != 2 || min(n[0], n[1]) != want || max(n[0], n[1]) != needs.total:
			page.Errorf("%s: %d of %d are %s: %s", page.url, want, needs.total, status, text)
		}
		if _, parts, ok := strings.Cut(text, ": "); ok && len(numbersIn(short)) == 2 && sum(numbersIn(parts)) != want {
			page.Errorf("%s: the parts are not %d: %s", page.url, want, text)
		}
		if listed := len(section.with("wv-item")); len(p.Parts) == 0 && listed != want {
			page.Errorf("%s: %d of %d %s are listed", page.url, listed, want, status)
		}
	}
	page.checkContested(p, needs, inKey["#wv-woord-n-vervuld"], inKey["#wv-woord-n-nagekomen"])
}

var otherwise = regexp.MustCompile(`ziet er ([\d.,]+) anders|sees ([\d.,]+) of them differently`)

// checkContested reads what the wijken find of the needs for which everything was done.
func (page *numbers) checkContested(p *plan.Page, needs saying, met, kept int) {
	contested := 0 // as the sentence about all needs says
	if m := otherwise.FindStringSubmatch(needs.text); m != nil {
		contested = numbersIn(m[0])[0]
	} else if strings.Contains(needs.text, " anders") || strings.Contains(needs.text, " differently") {
		contested = kept
	}
	section := page.section("wv-oordeel")
	if section.tag == "" {
		if contested > 0 {
			page.Errorf("%s: nothing tells more of: %s", page.url, needs.text)
		}
		return
	}
	lists := section.all("ul")
	if contested > 0 {
		text := section.with("wv-lead")[0].words()
		n := numbersIn(strings.Join(strings.SplitAfterN(text, ". ", 3)[:2], ""))
		if n[0] != met+kept || sum(n[1:]) != n[0] {
			page.Errorf("%s: what was promised is done for %d and %d: %s", page.url, met, kept, text)
		}
		if listed := len(lists[0].with("wv-item")); len(p.Parts) == 0 && listed != contested {
			page.Errorf("%s: %d of %d are listed", page.url, listed, contested)
		}
	}
}

// checkPlaces adds up the list of wijken.
func (page *numbers) checkPlaces(whole bool) {
	done, asked := 0, 0
	for _, row := range page.main.with("wv-places") {
		for _, said := range row.all("span") {
			if n := numbersIn(said.words()); len(n) == 2 {
				done, asked = done+n[0], asked+n[1]
			}
		}
	}
	for _, table := range page.main.with("wv-summaries") {
		for _, row := range table.all("tbody")[0].all("tr") {
			n := rowNumbers(row, 0)
			asked, done = asked+n[0], done+n[1]
		}
	}
	if whole && len(page.sentences) > 0 && asked != page.sentences[0].total {
		page.Errorf("%s: the wijken have %d, of which %d are done: %s", page.url, asked, done, page.sentences[0].text)
	}
}

// checkGroups adds up the commitments of a department by wijk.
func (page *numbers) checkGroups() {
	total := 0
	for _, head := range page.section("wv-toezeggingen").all("h3") {
		n := numbersIn(head.with("wv-meta")[0].words())
		list := head.parent.children
		for i, c := range list {
			if c == head && len(list[i+1].with("wv-item")) != n[0] {
				page.Errorf("%s: %d are listed: %s", page.url, len(list[i+1].with("wv-item")), head.words())
			}
		}
		total += n[0]
	}
	if total != page.sentences[0].total {
		page.Errorf("%s: %d are listed: %s", page.url, total, page.sentences[0].text)
	}
}

// checkDepartments adds up the list of departments to what all of them promised.
func (page *numbers) checkDepartments(s site) {
	total, done := 0, 0
	for _, how := range page.main.with("wv-how") {
		if n := numbersIn(how.words()); len(n) == 2 {
			total, done = total+n[0], done+n[1]
		}
	}
	if want := readNumbers(page.T, s, plan.ProgressURL).sentences[1]; total != want.total || done > total {
		page.Errorf("%s: %d commitments, of which %d are done: %s", page.url, total, done, want.text)
	}
}
