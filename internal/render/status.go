package render

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// badge is a status: always a word, a shape and a colour, with its meaning one
// tap away in the glossary of the same page.
type badge struct {
	Text   string
	Mark   string // the shape: id of a symbol in the layout
	Family string // the colour: pos, inf, war or neu
	Def    string // address of the meaning, "#wv-woord-…"
}

// definition is a word of the glossary.
type definition struct {
	badge
	ID      string
	Meaning string
}

// glossaryGroup is the words for one kind of thing. A word may be in several, with
// another meaning: a need is under way, and so is a commitment.
type glossaryGroup struct {
	Title string
	Words []definition
}

// look is the shape and the colour of a status. Round is yes, a diamond is open,
// a square is no; the fill says how far.
type look struct{ mark, family string }

func needLook(s relate.NeedStatus) look {
	switch s {
	case relate.NeedMet:
		return look{"wv-m-vol", "pos"}
	case relate.NeedPartlyMet:
		return look{"wv-m-half", "pos"}
	case relate.NeedInProgress:
		return look{"wv-m-bezig", "inf"}
	case relate.NeedPromised:
		return look{"wv-m-punt", "inf"}
	case relate.NeedInvestigating:
		return look{"wv-m-ruitp", "war"}
	case relate.NeedNotIncluded:
		return look{"wv-m-niet", "neu"}
	case relate.NeedDropped:
		return look{"wv-m-weg", "neu"}
	default:
		return look{"wv-m-ruit", "war"}
	}
}

func commitmentLook(s relate.CommitmentStatus) look {
	switch s {
	case relate.Realised:
		return look{"wv-m-vol", "pos"}
	case relate.PartlyRealised:
		return look{"wv-m-half", "pos"}
	case relate.InProgress:
		return look{"wv-m-bezig", "inf"}
	case relate.InPreparation:
		return look{"wv-m-kwart", "inf"}
	case relate.Postponed:
		return look{"wv-m-door", "inf"}
	case relate.Dropped:
		return look{"wv-m-weg", "neu"}
	default:
		return look{"wv-m-ring", "inf"}
	}
}

func answerLook(answer string) look {
	if answer == city.AnswerInvestigating {
		return look{"wv-m-ruitp", "war"}
	}
	return look{"wv-m-niet", "neu"}
}

func verdictLook(verdict string) look {
	switch verdict {
	case city.VerdictMet:
		return look{"wv-m-vol", "pos"}
	case city.VerdictPartly:
		return look{"wv-m-half", "pos"}
	default:
		return look{"wv-m-niet", "neu"}
	}
}

// The kinds of status, as they begin the keys of their words.
const (
	needKind       = "need.status."
	commitmentKind = "commitment.status."
	answerKind     = "answer."
	verdictKind    = "verdict."
	flagKind       = "flag."
)

// vocabulary is every status that a page can show, in the order in which a
// glossary explains them.
type vocabulary struct {
	list   []definition
	kinds  []string          // of each in the list
	titles map[string]string // of the kinds
	place  map[status]int    // in the list
}

// status is one status of one kind. A word may be a status of a need and of a
// commitment with another meaning.
type status struct{ kind, key string }

func newVocabulary(words *theme.Words) *vocabulary {
	v := &vocabulary{place: make(map[status]int), titles: make(map[string]string)}
	for _, kind := range []string{needKind, commitmentKind, answerKind, verdictKind, flagKind} {
		v.titles[kind] = words.Text("glossary." + strings.TrimSuffix(strings.TrimSuffix(kind, "."), ".status"))
	}
	add := func(kind, key string, l look) {
		id := "wv-woord-" + kind[:1] + "-" + key
		v.place[status{kind, key}] = len(v.list)
		v.kinds = append(v.kinds, kind)
		v.list = append(v.list, definition{
			badge:   badge{Text: words.Text(kind + key), Mark: l.mark, Family: l.family, Def: "#" + id},
			ID:      id,
			Meaning: words.Text(kind + key + ".meaning"),
		})
	}
	for _, s := range relate.NeedStatuses() {
		add(needKind, string(s), needLook(s))
	}
	for _, s := range relate.CommitmentStatuses() {
		add(commitmentKind, string(s), commitmentLook(s))
	}
	for _, a := range []string{city.AnswerInvestigating, city.AnswerNo, city.AnswerElsewhere} {
		add(answerKind, a, answerLook(a))
	}
	for _, s := range []string{city.VerdictMet, city.VerdictPartly, city.VerdictNotMet} {
		add(verdictKind, s, verdictLook(s))
	}
	add(flagKind, "vertraagd", look{"wv-m-laat", "war"})
	add(flagKind, "verschoven", look{"wv-m-schuif", "war"})
	add(flagKind, "stil", look{"wv-m-stil", "war"})
	return v
}

// glossary collects the statuses that a page shows, so that it explains just
// those.
type glossary struct {
	all   *vocabulary
	shown []bool
}

func (r *Renderer) newGlossary() *glossary {
	return &glossary{all: r.vocabulary, shown: make([]bool, len(r.vocabulary.list))}
}

func (g *glossary) need(s relate.NeedStatus) badge { return g.show(needKind, string(s)) }

func (g *glossary) commitment(s relate.CommitmentStatus) badge {
	return g.show(commitmentKind, string(s))
}

func (g *glossary) answer(answer string) badge { return g.show(answerKind, answer) }

func (g *glossary) verdict(verdict string) badge { return g.show(verdictKind, verdict) }

// late, moved and quiet are the flags of a commitment.
func (g *glossary) late() badge  { return g.show(flagKind, "vertraagd") }
func (g *glossary) moved() badge { return g.show(flagKind, "verschoven") }
func (g *glossary) quiet() badge { return g.show(flagKind, "stil") }

// show returns the badge of a status, and notes that the page has it. What was
// not understood, which package parse reports, is shown as it was written.
func (g *glossary) show(kind, key string) badge {
	i, ok := g.all.place[status{kind, key}]
	if !ok {
		return badge{Text: key, Mark: "wv-m-ruit", Family: "neu"}
	}
	g.shown[i] = true
	return g.all.list[i].badge
}

// list returns the meanings of what was shown, kind by kind.
func (g *glossary) list() []glossaryGroup {
	var groups []glossaryGroup
	last := ""
	for i, shown := range g.shown {
		if !shown {
			continue
		}
		if kind := g.all.kinds[i]; kind != last {
			groups = append(groups, glossaryGroup{Title: g.all.titles[kind]})
			last = kind
		}
		group := &groups[len(groups)-1]
		group.Words = append(group.Words, g.all.list[i])
	}
	return groups
}
