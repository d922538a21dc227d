package render_test

import (
	"maps"
	"slices"
	"strings"
)

// progress reads the answers on the page of the progress.
func (r *recount) progress(url string, main *node) {
	all := func(dataNeed) bool { return true }
	needs, commitments := r.data.countNeeds(r.data.needs(all)), countCommitments(r.data.Toezeggingen)
	leads := main.with("wv-lead")
	r.equal("question", url, leads[0].words(), r.grammar.read(r.T, url, leads[0].words()).counts, r.asked(true))

	promised, asked := answeredIn(main)
	r.answeredFigures(url, "commitments", promised, r.done(commitments), wordsOf(r.data.Toezeggingen), byStatus(r.data.Toezeggingen))
	met := pick(needs, "samen", "vervuld")
	if needs["samen"] == 1 {
		met = needs
	}
	statuses := maps.Clone(needs)
	maps.DeleteFunc(statuses, func(what string, _ int) bool { return slices.Contains([]string{"samen", "anders", "nog niet"}, what) })
	r.answeredFigures(url, "needs", asked, met, needs, statuses)

	r.later(url, main.section("wv-laat"), commitments)
	for id, want := range map[string]counts{"wv-open": pick(needs, "onbeantwoord", "samen"), "wv-niet": r.refused(needs)} {
		answer := main.section(id).with("wv-say")[0].words()
		if want["onbeantwoord"]+want["niet-opgenomen"] == 0 {
			want = counts{}
		}
		r.equal("question", url, answer, r.grammar.read(r.T, url, answer).counts, want)
	}
	for _, lead := range main.section("wv-oordeel").with("wv-lead") {
		r.equal("question", url, lead.words(), r.grammar.read(r.T, url, lead.words()).counts, r.judged(needs))
	}
	r.title(url, main.section("wv-wijken"), func(name string) counts {
		return r.data.countNeeds(r.data.needs(func(n dataNeed) bool { return r.nameOfWijk(n.Wijk) == name }))
	}, "vervuld")
	r.title(url, main.section("wv-themas"), func(name string) counts {
		for _, li := range main.section("wv-themas").all("li") {
			if _, id := r.target(li); id != "" && li.all("a")[0].words() == name {
				return r.data.countNeeds(r.data.needs(func(n dataNeed) bool { return n.Thema == id }))
			}
		}
		return nil
	}, "vervuld")
}

// section returns what the heading with an id is above, one that is empty when there is none.
func (n *node) section(id string) *node {
	for p := n.id(id).parent; p != nil; p = p.parent {
		if p.tag == "section" {
			return p
		}
	}
	return &node{}
}

// answered is a short answer with its bar, its key and the rest that is to be said.
type answered struct{ answer, bar, key, rest *node }

// answeredIn returns the answers to what is done, on the page of the progress: of what was
// promised, and of what was asked.
func answeredIn(main *node) (promised, asked answered) {
	of := &promised
	for _, n := range main.section("wv-klaar").with("wv-answer")[0].children {
		switch {
		case n.has("wv-say"):
			of.answer = n
		case n.has("wv-lead"):
			of = &asked
			of.answer = n
		case n.has("wv-bar"):
			of.bar = n
		case n.has("wv-key"):
			of.key = n
		case n.has("wv-exact"):
			of.rest = n
		}
	}
	return promised, asked
}

// answeredFigures reads an answer, its bar, its key, and the rest, which adds what the answer
// does not tell.
func (r *recount) answeredFigures(url, of string, a answered, answer, all, statuses counts) {
	r.equal("sentence", url, a.answer.words(), r.grammar.read(r.T, url, a.answer.words()).counts, maps.Clone(answer))
	if a.bar == nil {
		r.equal("bar", url, "no bar", counts{}, statuses)
		return
	}
	r.equal("bar", url, a.bar.attr["aria-label"], r.grammar.bar(r.T, of, a.bar.attr["aria-label"]), maps.Clone(statuses))
	r.equal("legend", url, a.key.words(), r.legend(a.key), maps.Clone(statuses))
	rest := maps.Clone(all)
	maps.DeleteFunc(rest, func(what string, _ int) bool {
		_, said := answer[what]
		return what == "samen" || said && of == "needs"
	})
	if a.rest == nil {
		if all["samen"] > 1 {
			r.equal("sentence", url, "no rest", counts{}, rest)
		}
		return
	}
	r.equal("sentence", url, a.rest.words(), r.grammar.read(r.T, url, a.rest.words()).counts, rest)
}

// done returns what a short answer says of what was promised.
func (r *recount) done(commitments counts) counts {
	if len(r.data.Toezeggingen) == 1 {
		return wordsOf(r.data.Toezeggingen)
	}
	want := pick(commitments, "samen", "klaar", "deels")
	want["niet"] = want["samen"] - want["klaar"] - want["deels"]
	return want
}

// later reads how much is later than first promised, how that stands, and who has most.
func (r *recount) later(url string, section *node, commitments counts) {
	answer := section.with("wv-say")[0].words()
	want := pick(commitments, "later", "samen")
	if commitments["later"] == 0 {
		want = counts{}
	}
	r.equal("question", url, answer, r.grammar.read(r.T, url, answer).counts, want)
	for _, rest := range section.with("wv-exact") {
		want := pick(commitments, "klaar later", "deels later", "open later", "ingetrokken later")
		r.equal("question", url, rest.words(), r.grammar.read(r.T, url, rest.words()).counts, want)
	}
	of := make(map[string]counts)
	for _, list := range section.with("wv-scale") {
		for _, li := range list.all("li") {
			said := make(counts)
			p, args, _ := longest(r.grammar.shares, li.all("span")[0].words())
			r.grammar.take(r.T, p, args, said)
			title := &node{tag: "li", text: li.text, children: li.all("a")}
			want := pick(countCommitments(r.data.commitments(r.commitmentsOf(title))), "later", "samen")
			r.equal("share", url, li.words(), said, maps.Clone(want))
			of[title.words()] = want
		}
	}
	r.title(url, section, func(name string) counts { return of[name] }, "later")
}

// title reads the title of a chart that says who has most of something, and holds that
// against what each of those in the chart has.
func (r *recount) title(url string, section *node, of func(name string) counts, what string) {
	for _, h3 := range section.all("h3") {
		p, args, _ := longest(r.grammar.titles, h3.words())
		if p == nil {
			continue
		}
		names := []string{args["name"]}
		if args["names"] != "" {
			names = strings.Split(strings.NewReplacer(", ", "|", " en ", "|").Replace(args["names"]), "|")
		}
		most := atoi(r.T, args["n"])
		for _, name := range names {
			has := of(name)
			if has[what] != most || args["total"] != "" && atoi(r.T, args["total"]) != has["samen"] {
				r.Errorf("%s: %q, and %s has %d of %d", url, h3.words(), name, has[what], has["samen"])
			}
		}
		for _, li := range section.with("wv-bars")[0].all("li") {
			links := li.all("a")
			if len(links) == 0 || slices.Contains(names, links[0].words()) {
				continue
			}
			if has := of(links[0].words())[what]; has >= most {
				r.Errorf("%s: %q, and %s has %d", url, h3.words(), links[0].words(), has)
			}
		}
		r.read["title "+what] = true
	}
}

// nameOfWijk returns the name of the wijk with an id.
func (r *recount) nameOfWijk(id string) string {
	for _, w := range r.data.Wijken {
		if w.ID == id {
			return w.Naam
		}
	}
	return ""
}

// refused returns how many needs were not included, and how.
func (r *recount) refused(needs counts) counts {
	want := pick(needs, "niet-opgenomen", "samen")
	for _, n := range r.data.needs(func(n dataNeed) bool { return n.Status == "niet-opgenomen" }) {
		day, answer := "", ""
		for _, a := range r.data.Antwoorden {
			if a.Behoefte == n.ID && a.Datum > day { // of one day, the newest comes first
				day, answer = a.Datum, a.Antwoord
			}
		}
		want[answer]++
	}
	return want
}

// judged returns what the wijken find of what is done.
func (r *recount) judged(needs counts) counts {
	want := pick(needs, "vervuld", "anders", "nog niet")
	want["gedaan"] = needs["vervuld"] + needs["nagekomen"]
	for _, c := range r.data.Toezeggingen {
		want.add("klaar maar", c.part() == "klaar" && r.contradicted(c))
	}
	return want
}

// pick returns some of some counts.
func pick(from counts, what ...string) counts {
	want := make(counts)
	for _, w := range what {
		want[w] = from[w]
	}
	return want
}

// contradicted reports whether the newest judgement on a commitment, since it is done, is
// another than that it is.
func (r *recount) contradicted(c dataCommitment) bool {
	verdict, day := "", ""
	for _, j := range r.data.Oordelen {
		if j.Over == c.ID && j.Datum >= day {
			verdict, day = j.Oordeel, j.Datum
		}
	}
	return day >= c.Since && verdict != "" && verdict != "gerealiseerd"
}
