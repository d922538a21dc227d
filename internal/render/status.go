package render

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// badge is a status: always a word, a shape and a colour, with its meaning one
// tap away in the glossary of the same page.
type badge struct {
	Key    string // as in the open data
	Text   string
	Mark   string // the shape: id of a symbol in the layout
	Family string // the colour: pos, inf, war or neu
	Def    string // address of the meaning, "#wv-woord-…"; empty when the page has no glossary
}

// definition is a word of the glossary.
type definition struct {
	badge
	ID      string
	Meaning string
}

// glossary collects the statuses that a page shows, so that it explains just
// those.
type glossary struct {
	r     *Renderer
	shown map[string]bool
}

func (r *Renderer) newGlossary() *glossary {
	return &glossary{r: r, shown: make(map[string]bool)}
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

func (g *glossary) need(s relate.NeedStatus) badge {
	return g.show("need.status.", string(s), needLook(s))
}

func (g *glossary) commitment(s relate.CommitmentStatus) badge {
	return g.show("commitment.status.", string(s), commitmentLook(s))
}

func (g *glossary) answer(answer string) badge {
	return g.show("answer.", answer, answerLook(answer))
}

func (g *glossary) verdict(verdict string) badge {
	return g.show("verdict.", verdict, verdictLook(verdict))
}

// late, moved and quiet are the flags of a commitment.
func (g *glossary) late() badge  { return g.show("flag.", "vertraagd", look{"wv-m-laat", "war"}) }
func (g *glossary) moved() badge { return g.show("flag.", "verschoven", look{"wv-m-schuif", "war"}) }
func (g *glossary) quiet() badge { return g.show("flag.", "stil", look{"wv-m-stil", "war"}) }

func (g *glossary) show(prefix, key string, l look) badge {
	g.shown[prefix+key] = true
	return badge{
		Key:    key,
		Text:   g.r.words.Text(prefix + key),
		Mark:   l.mark,
		Family: l.family,
		Def:    "#" + definitionID(prefix, key),
	}
}

// definitionID returns the id of a meaning. A word may be a status of a need and
// of a commitment with another meaning, so the kind is in it.
func definitionID(prefix, key string) string { return "wv-woord-" + prefix[:1] + "-" + key }

// list returns the meanings of what was shown: statuses in display order, then
// answers, verdicts and flags.
func (g *glossary) list() []definition {
	var list []definition
	add := func(prefix, key string, b func() badge) {
		if g.shown[prefix+key] {
			list = append(list, definition{b(), definitionID(prefix, key), g.r.words.Text(prefix + key + ".meaning")})
		}
	}
	for _, s := range relate.NeedStatuses() {
		add("need.status.", string(s), func() badge { return g.need(s) })
	}
	for _, s := range relate.CommitmentStatuses() {
		add("commitment.status.", string(s), func() badge { return g.commitment(s) })
	}
	for _, a := range []string{city.AnswerInvestigating, city.AnswerNo, city.AnswerElsewhere} {
		add("answer.", a, func() badge { return g.answer(a) })
	}
	for _, v := range []string{city.VerdictMet, city.VerdictPartly, city.VerdictNotMet} {
		add("verdict.", v, func() badge { return g.verdict(v) })
	}
	add("flag.", "vertraagd", g.late)
	add("flag.", "verschoven", g.moved)
	add("flag.", "stil", g.quiet)
	return list
}
