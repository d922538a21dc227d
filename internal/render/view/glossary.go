package view

import "wijkvisie/internal/relate"

// definition is a word of the glossary.
type definition struct {
	Badge
	ID      string
	Meaning string
}

// glossaryGroup is the words for one kind of thing. A word may be in several, with
// another meaning: a need is under way, and so is a commitment.
type glossaryGroup struct {
	Title string
	Words []*definition
}

// glossary collects the statuses on a page, so that the page explains just those.
type glossary struct {
	vocabulary *vocabulary
	used       [statusKinds][maxStatuses]bool
}

func (g *glossary) need(s relate.NeedStatus) Badge { return g.word(needStatus, int(s)) }

func (g *glossary) commitment(c *relate.Commitment) Badge {
	return g.status(commitmentStatus, shownStatus(c))
}

func (g *glossary) answer(answer string) Badge { return g.status(answerStatus, answer) }

func (g *glossary) verdict(verdict string) Badge { return g.status(verdictStatus, verdict) }

// These return the flags of a commitment.
func (g *glossary) late() Badge              { return g.status(flagStatus, "vertraagd") }
func (g *glossary) laterThanPromised() Badge { return g.status(flagStatus, "later-dan-beloofd") }
func (g *glossary) silent() Badge            { return g.status(flagStatus, "stil") }

// shownStatus returns how a commitment stands, as pages tell it: that of a withdrawn
// programme which had not ended is withdrawn.
func shownStatus(c *relate.Commitment) string {
	if c.Withdrawn() {
		return withdrawnStatus
	}
	return string(c.Status)
}

// status returns the badge of a status, for the page. A status that does not exist,
// which package parse reports, is shown as it was written.
func (g *glossary) status(kind statusKind, key string) Badge {
	i, ok := g.vocabulary.index(kind, key)
	if !ok {
		return Badge{Text: key, Symbol: "wv-m-ruit", Tone: "neu"}
	}
	return g.word(kind, i)
}

// word returns the badge of the status at a place among those of its kind, for the page.
func (g *glossary) word(kind statusKind, i int) Badge {
	g.used[kind][i] = true
	return g.vocabulary[kind].words[i].Badge
}

// groups returns the meanings of the statuses on the page, kind by kind.
func (g *glossary) groups() []glossaryGroup {
	groups := make([]glossaryGroup, 0, statusKinds)
	for kind, known := range g.vocabulary {
		var words []*definition
		for i := range known.words {
			if g.used[kind][i] {
				words = append(words, &known.words[i].definition)
			}
		}
		if words != nil {
			groups = append(groups, glossaryGroup{known.title, words})
		}
	}
	return groups
}

// rescheduled marks a date that was moved. It has no word to explain: both dates stand beside it.
func rescheduled() Badge { return Badge{Symbol: "wv-m-schuif", Tone: "war"} }
