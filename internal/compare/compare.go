// Package compare lists the differences between two states of a city: which wijken,
// visions, needs, departments, programmes, commitments and pages are new, removed or changed,
// and what was written of them and of the site.
//
// Both states are those of what is published on the same date. A record with a new id is
// the same as before when its voorheen has the former id.
package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// Subject is the kind of thing that changed.
type Subject string

// The subjects, in the order of their changes.
const (
	Wijk       Subject = "wijk"
	Vision     Subject = "wijkvisie"
	Need       Subject = "behoefte"
	Department Subject = "dienst"
	Programme  Subject = "programma"
	Commitment Subject = "toezegging"
	Page       Subject = "pagina"
	Site       Subject = "site"
	// Files of the content, by path, and addresses of the site are compared where sites are
	// made, and their changes have the form of these.
	File    Subject = "bestand"
	Address Subject = "adres"
)

// Aspect is the property that changed, with its name in the content format, or that the
// thing is new or removed.
type Aspect string

// The aspects.
const (
	Added    Aspect = "nieuw"
	Gone     Aspect = "weg"
	Renamed  Aspect = "id"
	Title    Aspect = "titel"
	Status   Aspect = "status"
	Theme    Aspect = "thema"
	Priority Aspect = "prioriteit"
	Due      Aspect = "gereed"
	Budget   Aspect = "budget"
	Needs    Aspect = "behoeften"
	Reply    Aspect = "antwoord"
	Late     Aspect = "vertraagd"

	LaterThanPromised Aspect = "later-dan-beloofd"
	Kind              Aspect = "soort"
	AdoptedOn         Aspect = "vastgesteld-op"
	WithdrawnOn       Aspect = "ingetrokken-op"
	AddedOn           Aspect = "toegevoegd-op"
	DroppedOn         Aspect = "vervallen-op"
	PromisedOn        Aspect = "toegezegd-op"
	Partners          Aspect = "partners"
	Reason            Aspect = "reden"
	Advice            Aspect = "advies"
	Judgement         Aspect = "oordeel"
	Step              Aspect = "voortgang"

	Text     Aspect = "tekst"  // a line of it
	Link     Aspect = "link"   // in a text
	Picture  Aspect = "beeld"  // in a text
	Contents Aspect = "inhoud" // of a file or at an address
	Outline  Aspect = "kaart"  // of a wijk; without values
)

// Change is a difference in one aspect of a thing.
type Change struct {
	Subject Subject
	ID      string // the present one, or the last one of something that is removed
	Title   string
	Aspect  Aspect
	Old     string // as in the content; empty when there was no value
	New     string // as in the content; empty when there is no value
}

// Graphs returns the changes from one state to another, sorted by subject and id.
func Graphs(old, now *relate.Graph) []Change {
	c := &comparer{index: now.Index()}
	c.wijken(old, now)
	c.visions(old, now)
	c.needs(old, now)
	c.departments(old, now)
	c.programmes(old, now)
	c.commitments(old, now)
	c.pages(old, now)
	c.site(old, now)
	return c.changes
}

type comparer struct {
	index   *relate.Index // of the present state, with former ids
	changes []Change
}

// thing is a record or a part of one, with the aspects that are compared.
type thing struct {
	id, title string
	aspects   []aspect
	items     []item
}

// item is one of the many values that a thing has of an aspect, such as a step of its
// progress: who said something and when, and all of what was said.
type item struct {
	name       Aspect
	who, value string
}

type aspect struct {
	name  Aspect
	value string
}

// compare adds the changes between two lists of things of one kind. now returns the present
// id for a former one.
func (c *comparer) compare(subject Subject, before, after []thing, now func(id string) string) {
	byID := make(map[string]thing, len(before))
	for _, t := range before {
		byID[t.id] = t
	}
	for _, t := range before {
		// When two became one, the one with the present id is the same and the other is removed.
		if id := now(t.id); id != t.id && byID[id].id == "" {
			delete(byID, t.id)
			byID[id] = t
		}
	}
	var all []Change
	for _, t := range after {
		was, ok := byID[t.id]
		delete(byID, t.id)
		if !ok {
			all = append(all, Change{subject, t.id, t.title, Added, "", ""})
			continue
		}
		report := func(a Aspect, from, to string) {
			if from != to {
				all = append(all, Change{subject, t.id, t.title, a, from, to})
			}
		}
		report(Renamed, was.id, t.id)
		report(Title, was.title, t.title)
		for i, a := range t.aspects {
			if a.name == Outline && was.aspects[i].value != a.value {
				all = append(all, Change{subject, t.id, t.title, Outline, "", ""})
				continue
			}
			report(a.name, was.aspects[i].value, a.value)
		}
		compareItems(was.items, t.items, report)
	}
	for _, t := range byID {
		all = append(all, Change{subject, t.id, t.title, Gone, "", ""})
	}
	slices.SortStableFunc(all, func(a, b Change) int { return strings.Compare(a.ID, b.ID) })
	c.changes = append(c.changes, all...)
}

// compareItems reports the items that are new, changed or gone. What somebody said on a day is
// what was said by them on that day before, in other words.
func compareItems(before, after []item, report func(a Aspect, from, to string)) {
	before = slices.Clone(before)
	take := func(same func(item) bool) (item, bool) {
		i := slices.IndexFunc(before, same)
		if i < 0 {
			return item{}, false
		}
		taken := before[i]
		before = slices.Delete(before, i, i+1)
		return taken, true
	}
	var changed []item
	for _, now := range after {
		if _, same := take(func(was item) bool { return was == now }); !same {
			changed = append(changed, now)
		}
	}
	for _, now := range changed {
		was, _ := take(func(was item) bool { return was.name == now.name && was.who == now.who })
		report(now.name, was.value, now.value)
	}
	for _, was := range before {
		report(was.name, was.value, "")
	}
}

// things returns the results of a function for each item of a list.
func things[T any](list []T, of func(T) thing) []thing {
	all := make([]thing, len(list))
	for i, t := range list {
		all[i] = of(t)
	}
	return all
}

func (c *comparer) wijken(old, now *relate.Graph) {
	of := func(w *relate.Wijk) thing {
		return thing{w.ID, w.Name.Value, writtenOfWijk(w), slices.Concat(buurten(w.Buurten), textOf(w.Body))}
	}
	c.compare(Wijk, things(old.Wijken, of), things(now.Wijken, of), c.index.Wijken.Now)
}

func (c *comparer) visions(old, now *relate.Graph) {
	of := func(g *relate.Graph) []thing {
		var all []thing
		for _, w := range g.Wijken {
			for _, v := range w.Visions {
				all = append(all, thing{v.ID, v.Title.Value, append([]aspect{
					{Status, v.Status.Value}, {AdoptedOn, v.AdoptedOn.String()}, {WithdrawnOn, v.WithdrawnOn.String()}, {Reason, v.Reason.Value},
				}, writtenOfVision(v)...), slices.Concat(advice(v.Advice), textOf(v.Body))})
			}
		}
		return all
	}
	// The id of a vision does not change: its voorheen has former periods.
	c.compare(Vision, of(old), of(now), func(id string) string { return id })
}

func (c *comparer) needs(old, now *relate.Graph) {
	of := func(n *relate.Need) thing {
		theme := ""
		if n.Main.Theme != nil {
			theme = n.Main.Theme.ID.Value
		}
		return thing{n.ID, n.Main.Title.Value, append([]aspect{
			{Theme, theme}, {Priority, positive(n.Main.Priority)}, {Reply, reply(n)}, {Status, n.Status.String()},
			{AddedOn, n.Main.AddedOn.String()}, {DroppedOn, n.Main.RetractedOn.String()}, {Reason, n.Main.Reason.Value},
		}, writtenOfNeed(n.Main)...), slices.Concat(judgements(n.Judgements), answers(n.Answers), older(n))}
	}
	c.compare(Need, things(old.Needs, of), things(now.Needs, of), c.need)
}

// need returns the present id of a need, wijk and name, for a former one.
func (c *comparer) need(id string) string {
	wijk, name, _ := relate.NeedRef(id)
	wijk = c.index.Wijken.Now(wijk)
	return wijk + "/" + c.index.Needs(wijk).Now(name)
}

func (c *comparer) departments(old, now *relate.Graph) {
	of := func(d *relate.Department) thing {
		kind := city.KindDepartment
		if d.IsPartner() {
			kind = city.KindPartner
		}
		return thing{d.ID, d.Name.Value, append([]aspect{{Kind, kind}}, writtenOfDepartment(d)...), textOf(d.Body)}
	}
	c.compare(Department, things(old.Departments, of), things(now.Departments, of), c.index.Departments.Now)
}

func (c *comparer) programmes(old, now *relate.Graph) {
	of := func(p *relate.Programme) thing {
		return thing{p.ID, p.Title.Value, append([]aspect{
			{Status, p.Status.Value}, {AdoptedOn, p.AdoptedOn.String()}, {WithdrawnOn, p.WithdrawnOn.String()}, {Reason, p.Reason.Value},
		}, writtenOfProgramme(p)...), textOf(p.Body)}
	}
	c.compare(Programme, things(old.Programmes, of), things(now.Programmes, of), c.index.Programmes.Now)
}

func (c *comparer) commitments(old, now *relate.Graph) {
	of := func(name func(string) string) func(x *relate.Commitment) thing {
		return func(x *relate.Commitment) thing {
			answers := make([]string, len(x.Needs))
			for i, n := range x.Needs {
				answers[i] = name(n.ID)
			}
			slices.Sort(answers) // their order has no meaning
			return thing{x.ID.Value, x.Title.Value, append([]aspect{
				{Needs, strings.Join(answers, ", ")}, {Due, x.Due.String()}, {Budget, amount(x.Budget)},
				{Status, string(x.Status)}, {Late, yes(x.Late)},
				{LaterThanPromised, yes(x.LaterThanPromised)}, {PromisedOn, x.Commitment.PromisedOn.String()}, {Partners, joined(x.Partners)},
			}, writtenOfCommitment(x)...), steps(x.Progress)}
		}
	}
	c.compare(Commitment, things(old.Commitments, of(c.need)), things(now.Commitments, of(func(id string) string { return id })), c.index.Commitments.Now)
}

func (c *comparer) pages(old, now *relate.Graph) {
	of := func(p *relate.Page) thing { return thing{p.ID, p.Title.Value, writtenOfPage(p), textOf(p.Body)} }
	former := make(map[string]string)
	for _, p := range now.Pages {
		for _, was := range p.Former {
			former[was.Value] = p.ID
		}
	}
	c.compare(Page, things(old.Pages, of), things(now.Pages, of), func(id string) string { return cmp.Or(former[id], id) })
}

func (c *comparer) site(old, now *relate.Graph) {
	of := func(g *relate.Graph) []thing {
		return []thing{{string(Site), g.Site.Title.Value, writtenOfSite(g.Site), slices.Concat(themes(g.Site), terms(g.Site))}}
	}
	c.compare(Site, of(old), of(now), func(id string) string { return id })
}

// advice returns what was advised before a vision.
func advice(list []*city.Advice) []item {
	var all []item
	for _, a := range list {
		all = append(all, newItem(Advice, a.Date.String()+" "+a.By.Value, a.Text.Value, a.URL.Value, a.Reply.Value))
	}
	return all
}

// judgements returns what the wijk found of a need.
func judgements(list []*relate.Judgement) []item {
	var all []item
	for _, j := range list {
		who := j.Date.String() + " " + j.By.Value
		if j.About != nil {
			who += " over " + j.About.ID.Value
		}
		all = append(all, newItem(Judgement, who, j.Verdict.Value, j.Text.Value))
	}
	return all
}

// steps returns the entries of the log of a commitment.
func steps(list []*city.ProgressEntry) []item {
	var all []item
	for _, e := range list {
		said := []string{e.Status.Value, named("gereed", e.Due.String()), named("naar", e.To.Value), e.Text.Value, e.Reason.Value, e.Source.Title.Value}
		for _, proof := range e.Evidence() {
			said = append(said, proof.Value)
		}
		if e.Image != nil {
			said = append(said, e.Image.Alt.Value)
		}
		all = append(all, newItem(Step, e.Date.String(), said...))
	}
	return all
}

// named returns a value with the name of its key, empty when there is no value.
func named(key, value string) string {
	if value == "" {
		return ""
	}
	return key + " " + value
}

// newItem returns an item.
func newItem(name Aspect, who string, said ...string) item {
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	return item{name, who, strings.TrimSuffix(who+": "+strings.Join(said, ", "), ": ")}
}

// reply returns the newest answer to a need.
func reply(n *relate.Need) string {
	if len(n.Answers) == 0 {
		return ""
	}
	return n.Answers[0].Answer.Answer.Value
}

// positive returns a number that is at least 1 as in the content; empty when it is not known.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// amount returns an amount as in the content; empty when it is negative, which is unknown.
func amount(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(is bool) string {
	if is {
		return "ja"
	}
	return "nee"
}
