package render

import (
	"math/bits"
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
	titles [kinds]string  // of the kinds
	known  [kinds][]known // those of each kind, as they stand in the list
	first  [kinds]int     // where those begin
}

// known is a status. There are a few of a kind, so that going through them is faster
// than a map.
type known struct {
	key   string // as it is written
	lower string // its word in lower case
	hatch bool   // it is drawn so, to tell it from another of its colour
}

// statusKind is what a status is of. A word may be a status of a need and of a
// commitment with another meaning.
type statusKind uint8

const (
	ofNeed statusKind = iota
	ofCommitment
	ofAnswer
	ofVerdict
	ofFlag
	kinds int = iota
)

func newVocabulary(words *theme.Words) *vocabulary {
	v := new(vocabulary)
	for kind, key := range [kinds]string{needKind, commitmentKind, answerKind, verdictKind, flagKind} {
		v.titles[kind] = words.Text("glossary." + strings.TrimSuffix(strings.TrimSuffix(key, "."), ".status"))
	}
	add := func(kind statusKind, prefix, key string, l look, hatch bool) {
		id := "wv-woord-" + prefix[:1] + "-" + key
		if len(v.known[kind]) == 0 {
			v.first[kind] = len(v.list)
		}
		text := words.Text(prefix + key)
		v.known[kind] = append(v.known[kind], known{key, strings.ToLower(text), hatch})
		v.list = append(v.list, definition{
			badge:   badge{Text: text, Mark: l.mark, Family: l.family, Def: "#" + id},
			ID:      id,
			Meaning: words.Text(prefix + key + ".meaning"),
		})
	}
	for _, s := range relate.NeedStatuses() {
		add(ofNeed, needKind, s.String(), needLook(s), hatched(s))
	}
	for _, s := range relate.CommitmentStatuses() {
		add(ofCommitment, commitmentKind, string(s), commitmentLook(s), hatchedCommitment(s))
	}
	for _, a := range []string{city.AnswerInvestigating, city.AnswerNo, city.AnswerElsewhere} {
		add(ofAnswer, answerKind, a, answerLook(a), false)
	}
	for _, s := range []string{city.VerdictMet, city.VerdictPartly, city.VerdictNotMet} {
		add(ofVerdict, verdictKind, s, verdictLook(s), false)
	}
	add(ofFlag, flagKind, "vertraagd", look{"wv-m-laat", "war"}, false)
	add(ofFlag, flagKind, "verschoven", look{"wv-m-schuif", "war"}, false)
	add(ofFlag, flagKind, "stil", look{"wv-m-stil", "war"}, false)
	return v
}

// number returns the place of a status among those of its kind.
func (v *vocabulary) number(kind statusKind, key string) (n int, ok bool) {
	for i := range v.known[kind] {
		if v.known[kind][i].key == key {
			return i, true
		}
	}
	return 0, false
}

// glossary collects the statuses that a page shows, so that it explains just
// those.
type glossary struct {
	all   *vocabulary
	shown uint64 // a bit for each in the list
}

func (r *Renderer) newGlossary() *glossary { return &glossary{all: r.vocabulary} }

func (g *glossary) need(s relate.NeedStatus) badge { return g.showNumber(ofNeed, int(s)) }

func (g *glossary) commitment(s relate.CommitmentStatus) badge {
	return g.show(ofCommitment, string(s))
}

func (g *glossary) answer(answer string) badge { return g.show(ofAnswer, answer) }

func (g *glossary) verdict(verdict string) badge { return g.show(ofVerdict, verdict) }

// late, moved and quiet are the flags of a commitment.
func (g *glossary) late() badge  { return g.show(ofFlag, "vertraagd") }
func (g *glossary) moved() badge { return g.show(ofFlag, "verschoven") }
func (g *glossary) quiet() badge { return g.show(ofFlag, "stil") }

// show returns the badge of a status, and notes that the page has it. What was
// not understood, which package parse reports, is shown as it was written.
func (g *glossary) show(kind statusKind, key string) badge {
	n, ok := g.all.number(kind, key)
	if !ok {
		return badge{Text: key, Mark: "wv-m-ruit", Family: "neu"}
	}
	return g.showNumber(kind, n)
}

// showNumber does so for a status that has that place among those of its kind.
func (g *glossary) showNumber(kind statusKind, n int) badge {
	at := g.all.first[kind] + n
	g.shown |= 1 << at
	return g.all.list[at].badge
}

// explained returns the meanings of what the page shows, kind by kind.
func (d *desk) explained() []glossaryGroup {
	g := &d.glossary
	words := d.definitions.take(bits.OnesCount64(g.shown))[:0]
	groups := d.explanations.take(kinds)[:0]
	for kind, first := range g.all.first {
		from := len(words)
		for n := range g.all.known[kind] {
			if at := first + n; g.shown&(1<<at) != 0 {
				words = append(words, g.all.list[at])
			}
		}
		if len(words) > from {
			groups = append(groups, glossaryGroup{g.all.titles[kind], words[from:len(words):len(words)]})
		}
	}
	return groups
}
