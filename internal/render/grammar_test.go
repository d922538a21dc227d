package render_test

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/theme"
)

// grammar reads figures back from the sentences of a site.
type grammar struct {
	words         *theme.Words
	sentences     []phrase
	shorts        []phrase
	shares        []phrase          // a part of a whole
	titles        []phrase          // of charts, which say who has most
	ofNeeds       map[string]string // what a column of a table of needs counts, by its title
	ofCommitments map[string]string // and one of what became of commitments
	statuses      map[string]string // by their words in lower case
}

// phrase is a sentence of the words of a theme, or a part of one.
type phrase struct {
	key    string              // in the words of the theme
	of     string              // what it is about
	counts map[string]string   // what it counts, and the argument that says how many
	parts  map[string][]phrase // what an argument is a list of
	forms  []form
}

// form is the singular or the plural of a phrase.
type form struct {
	pattern *regexp.Regexp
	args    []string // in the order of the groups of the pattern
}

// one is the argument of what a phrase counts without a number.
const one = ""

// numberArgs are the arguments that are numbers.
func numberArgs() []string { return []string{"n", "total", "otherwise", "not-yet", "later", "done"} }

// textArgs are the other arguments.
func textArgs() []string {
	return []string{"who", "status", "things", "parts", "name", "names", "long"}
}

func newGrammar(s site) *grammar {
	g := &grammar{words: s.theme.Words("nl", nil), ofNeeds: make(map[string]string), ofCommitments: make(map[string]string), statuses: make(map[string]string)}
	n := func(what string) map[string]string { return map[string]string{what: "n"} }
	both := func(what, other string) map[string]string { return map[string]string{what: "n", other: "n"} }
	g.sentences = g.all([]phrase{
		{key: "figures.none", of: "needs"},
		{key: "figures.only", of: "needs", counts: map[string]string{"samen": one}},
		{key: "figures.only-contradicted", of: "needs", counts: map[string]string{"anders": one}},
		{key: "figures.only-not-judged", of: "needs", counts: map[string]string{"nog niet": one}},
		{key: "figures.met", of: "needs", counts: map[string]string{"samen": "total", "vervuld": "n"}},
		{key: "figures.met-none", of: "needs", counts: map[string]string{"samen": "total"}},
		{key: "figures.kept", of: "needs", counts: map[string]string{"nagekomen": "n", "anders": "otherwise", "nog niet": "not-yet"}},
		{key: "figures.kept-contradicted", of: "needs", counts: both("nagekomen", "anders")},
		{key: "figures.kept-not-judged", of: "needs", counts: both("nagekomen", "nog niet")},
		{key: "figures.deels-nagekomen", of: "needs", counts: n("deels-nagekomen")},
		{key: "figures.in-uitvoering", of: "needs", counts: n("in-uitvoering")},
		{key: "figures.toegezegd", of: "needs", counts: n("toegezegd")},
		{key: "figures.in-onderzoek", of: "needs", counts: n("in-onderzoek")},
		{key: "figures.niet-opgenomen", of: "needs", counts: n("niet-opgenomen")},
		{key: "figures.vervallen", of: "needs", counts: n("vervallen")},
		{key: "figures.onbeantwoord", of: "needs", counts: n("onbeantwoord")},

		{key: "commitments.none", of: "commitments"},
		{key: "commitments.only", of: "commitments", counts: map[string]string{"samen": one}},
		{key: "commitments.later", of: "commitments", counts: map[string]string{"later": one}},
		{key: "commitments.total", of: "commitments", counts: n("samen")},
		{key: "commitments.done-none", of: "commitments"},
		{key: "commitments.done-in-time", of: "commitments", counts: both("klaar", "klaar op tijd")},
		{key: "commitments.done-later", of: "commitments", counts: both("klaar", "klaar later")},
		{key: "commitments.done-undated", of: "commitments", counts: both("klaar", "klaar zonder datum")},
		{key: "commitments.done", of: "commitments", counts: n("klaar"), parts: map[string][]phrase{"parts": {
			{key: "commitments.done-part-in-time", counts: n("klaar op tijd")},
			{key: "commitments.done-part-later", counts: n("klaar later")},
			{key: "commitments.done-part-undated", counts: n("klaar zonder datum")},
		}}},
		{key: "commitments.partly", of: "commitments", counts: n("deels")},
		{key: "commitments.partly-some-later", of: "commitments", counts: map[string]string{"deels": "n", "deels later": "later"}},
		{key: "commitments.open", of: "commitments", counts: n("open")},
		{key: "commitments.open-some-later", of: "commitments", counts: map[string]string{"open": "n", "open later": "later"}},
		{key: "commitments.handed-on", of: "commitments", counts: n("verder")},
		{key: "commitments.handed-to-nothing", of: "commitments", counts: n("niet verder")},
		{key: "commitments.dropped", of: "commitments", counts: n("vervallen")},
		{key: "commitments.withdrawn", of: "commitments", counts: n("ingetrokken")},
		{key: "commitments.withdrawn-some-later", of: "commitments", counts: map[string]string{"ingetrokken": "n", "ingetrokken later": "later"}},
		{key: "commitments.silent", of: "commitments", counts: n("stil")},

		{key: "need.rank-of", counts: n("samen")},
		{key: "need.one-of", counts: n("samen")},
		{key: "wijken.none", of: "asked"},
		{key: "home.lead", of: "asked"},
		{key: "wijken.lead", of: "asked", counts: n("alle wijken")},
		{key: "progress.asked", of: "asked", counts: n("wijken"), parts: map[string][]phrase{"things": {{key: "progress.things", counts: n("behoeften")}}}},
		{key: "progress.promised", of: "asked", parts: map[string][]phrase{
			"who":    {{key: "count.departments", counts: n("diensten")}, {key: "count.partners", counts: n("partners")}},
			"things": {{key: "progress.things", counts: n("toezeggingen")}},
		}},
		{key: "progress.done", of: "done", counts: map[string]string{"samen": "total"}, parts: map[string][]phrase{"parts": {
			{key: "progress.done-wholly", counts: n("klaar")},
			{key: "progress.done-partly", counts: n("deels")},
			{key: "progress.done-not", counts: n("niet")},
		}}},
		{key: "progress.done-all", of: "done", counts: map[string]string{"samen": "total", "klaar": "total"}},
		{key: "progress.done-none", of: "done", counts: map[string]string{"samen": "total", "niet": "total"}},
		{key: "department.asked-none", of: "asked"},
		{key: "department.asked", of: "asked", counts: n("wijken"), parts: map[string][]phrase{"things": {{key: "progress.things", counts: n("behoeften")}}}},
		{key: "department.refused", of: "refused", counts: n("nee")},
		{key: "progress.later-none", of: "later"},
		{key: "progress.later-only", of: "later", counts: map[string]string{"samen": one, "later": one}},
		{key: "progress.later", of: "later", counts: map[string]string{"samen": "total", "later": "n"}},
		{key: "progress.later-parts", of: "later", parts: map[string][]phrase{"parts": {
			{key: "progress.later-done", counts: n("klaar later")},
			{key: "progress.later-partly", counts: n("deels later")},
			{key: "progress.later-open", counts: n("open later")},
			{key: "progress.later-withdrawn", counts: n("ingetrokken later")},
		}}},
		{key: "progress.waiting-none", of: "waiting"},
		{key: "progress.waiting-only", of: "waiting", counts: map[string]string{"samen": one, "onbeantwoord": one}},
		{key: "progress.waiting-long-only", of: "waiting", counts: map[string]string{"samen": one, "onbeantwoord": one}},
		{key: "progress.waiting", of: "waiting", counts: map[string]string{"samen": "total", "onbeantwoord": "n"}},
		{key: "progress.waiting-long", of: "waiting", counts: map[string]string{"samen": "total", "onbeantwoord": "n"}},
		{key: "progress.refused-none", of: "refused"},
		{key: "progress.refused-only", of: "refused", counts: map[string]string{"samen": one, "niet-opgenomen": one, "nee": one}},
		{key: "progress.elsewhere-only", of: "refused", counts: map[string]string{"samen": one, "niet-opgenomen": one, "elders": one}},
		{key: "progress.refused", of: "refused", counts: map[string]string{"samen": "total", "niet-opgenomen": "n"}, parts: map[string][]phrase{"parts": {
			{key: "progress.refused-no", counts: n("nee")},
			{key: "progress.refused-elsewhere", counts: n("elders")},
		}}},
		{key: "progress.judged", of: "judged", counts: n("gedaan"), parts: map[string][]phrase{"parts": {
			{key: "progress.judged-met", counts: n("vervuld")},
			{key: "progress.judged-otherwise", counts: n("anders")},
			{key: "progress.judged-not-yet", counts: n("nog niet")},
		}}},
		{key: "progress.contested-commitments", of: "judged", counts: n("klaar maar")},

		{key: "planning.none", of: "planning"},
		{key: "planning.open", of: "planning", counts: n("open")},
		{key: "planning.late", of: "planning", counts: n("te laat")},
		{key: "planning.only-late", of: "planning", counts: map[string]string{"open": one, "te laat": one}},
	})
	g.titles = g.all([]phrase{
		{key: "progress.most-later"}, {key: "progress.most-later-tied"},
		{key: "progress.most-met-wijk"}, {key: "progress.most-met-wijk-tied"},
		{key: "progress.most-met-theme"}, {key: "progress.most-met-theme-tied"},
		{key: "progress.waiting-longest"},
	})
	g.shares = g.all([]phrase{{key: "progress.of", counts: map[string]string{"later": "n", "samen": "total"}}})
	g.shorts = g.all([]phrase{
		{key: "figures.short", counts: map[string]string{"vervuld": "n", "samen": "total"}},
		{key: "figures.done", counts: map[string]string{"gedaan": "n", "samen": "total"}},
		{key: "figures.none-short"},
		{key: "commitments.short", counts: map[string]string{"samen": "n", "klaar": "done"}},
		{key: "commitments.none-short"},
	})
	for key, what := range map[string]string{
		"departments.promised": "samen", "departments.done": "klaar", "departments.done-in-time": "klaar op tijd", "departments.done-later": "klaar later",
		"departments.done-undated": "klaar zonder datum", "departments.partly": "deels", "departments.open": "open", "departments.handed-on": "verder", "departments.handed-to-nothing": "niet verder",
		"departments.dropped": "vervallen", "departments.withdrawn": "ingetrokken", "departments.later": "later", "departments.silent": "stil",
	} {
		g.ofCommitments[g.text(key)] = what
	}
	g.ofNeeds[g.text("count.all")] = "samen"
	for _, status := range []string{"vervuld", "nagekomen", "deels-nagekomen", "in-uitvoering", "toegezegd", "in-onderzoek", "niet-opgenomen", "vervallen", "onbeantwoord", "onbekend"} {
		g.ofNeeds[g.text("need.status."+status)] = status
		g.statuses["needs "+strings.ToLower(g.text("need.status."+status))] = status
	}
	for _, status := range []string{"gerealiseerd", "deels-gerealiseerd", "in-uitvoering", "in-voorbereiding", "niet-gestart", "niets-gemeld", "doorgeschoven", "vervallen", "ingetrokken"} {
		g.statuses["commitments "+strings.ToLower(g.text("commitment.status."+status))] = status
	}
	return g
}

func (g *grammar) text(key string) string { return g.words.Text(key) }

// all returns phrases with their forms.
func (g *grammar) all(phrases []phrase) []phrase {
	for i := range phrases {
		p := &phrases[i]
		for _, number := range []string{"", ".one", ".other"} {
			if key := p.key + number; g.words.Has(key) {
				p.forms = append(p.forms, g.form(key))
			}
		}
		for _, parts := range p.parts {
			g.all(parts)
		}
	}
	return phrases
}

// form returns what reads a text of the words of a theme.
func (g *grammar) form(key string) form {
	var args []string
	for _, arg := range append(numberArgs(), textArgs()...) {
		args = append(args, arg, "\x00"+arg+"\x00")
	}
	var f form
	var pattern strings.Builder
	for i, part := range strings.Split(g.words.Text(key, args...), "\x00") {
		switch {
		case i%2 == 0:
			pattern.WriteString(regexp.QuoteMeta(part))
		case slices.Contains(numberArgs(), part):
			pattern.WriteString(`(\d+(?:\.\d{3})*)`)
			f.args = append(f.args, part)
		default:
			pattern.WriteString(`((?:[^.]|\.\d)+?)`)
			f.args = append(f.args, part)
		}
	}
	f.pattern = regexp.MustCompile("^" + pattern.String() + "(?: |$)")
	return f
}

// reading is what a text says.
type reading struct {
	of     string // what its first sentence is about
	counts counts
}

// read reads a text of which every sentence has figures.
func (g *grammar) read(t *testing.T, url, text string) reading {
	t.Helper()
	r := reading{counts: make(counts)}
	for rest := text; rest != ""; {
		p, args, length := longest(g.sentences, rest)
		if p == nil {
			t.Errorf("%s: %q says something else", url, rest)
			return r
		}
		if r.of == "" {
			r.of = p.of
		}
		g.take(t, p, args, r.counts)
		rest = rest[length:]
	}
	return r
}

// begins reports whether a text begins with one of some phrases.
func (g *grammar) begins(text string, keys ...string) bool {
	p, _, _ := longest(g.sentences, text)
	return p != nil && slices.Contains(keys, p.key)
}

// short reads the few words of a row in a list; not ok when they are other words.
func (g *grammar) short(t *testing.T, text string) (n counts, ok bool) {
	p, args, length := longest(g.shorts, text)
	if p == nil || length < len(text) {
		return nil, false
	}
	n = make(counts)
	g.take(t, p, args, n)
	return n, true
}

// longest returns the phrase that reads most of the beginning of a text, with its arguments
// and how much it reads; nil when none does. Of those that read as much, it is the one with
// the most words of its own.
func longest(phrases []phrase, text string) (found *phrase, args map[string]string, length int) {
	least := 0 // how much of it the arguments are
	for i := range phrases {
		for _, f := range phrases[i].forms {
			m := f.pattern.FindStringSubmatch(text)
			if m == nil || len(m[0]) < length {
				continue
			}
			of := len(strings.Join(m[1:], ""))
			if len(m[0]) == length && of >= least {
				continue
			}
			found, length, least, args = &phrases[i], len(m[0]), of, make(map[string]string)
			for j, arg := range f.args {
				args[arg] = m[j+1]
			}
		}
	}
	return found, args, length
}

// bar reads the description of a bar: "3 vervuld, zegt de wijk, 2 toegezegd".
func (g *grammar) bar(t *testing.T, of, label string) counts {
	t.Helper()
	n := make(counts)
	starts := regexp.MustCompile(`(?:^|, )(\d+(?:\.\d{3})*) `).FindAllStringSubmatchIndex(label, -1)
	for i, at := range starts {
		end := len(label)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		n[g.statuses[of+" "+strings.ToLower(label[at[1]:end])]] = atoi(t, label[at[2]:at[3]])
	}
	return n
}

// take adds what a phrase counts. Where it leaves out a part, that is all of it, and where it
// leaves out all, that is one.
func (g *grammar) take(t *testing.T, p *phrase, args map[string]string, n counts) {
	t.Helper()
	for what, arg := range p.counts {
		n[what] += atoi(t, cmp.Or(args[arg], args["n"], "1"))
	}
	if status, ok := args["status"]; ok {
		n[g.statuses[p.of+" "+strings.ToLower(status)]]++
	}
	for arg, parts := range p.parts {
		for _, part := range regexp.MustCompile(`, | en `).Split(args[arg], -1) {
			q, of, length := longest(parts, part)
			if q == nil || length < len(part) {
				t.Errorf("%q is no part of %s", part, p.key)
				continue
			}
			g.take(t, q, of, n)
		}
	}
}
