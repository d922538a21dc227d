package view

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// Badge is a status: always a word, a shape and a colour, with its meaning in the
// glossary of the same page.
type Badge struct {
	Text       string
	Symbol     string // the shape: id of a symbol in the layout
	Tone       string // the colour: pos, inf, war or neu; or wijkTone
	MeaningURL string // address of the meaning, "#wv-woord-…"
}

// statusKind is what a status is of. A word may be a status of a need and of a
// commitment with another meaning.
type statusKind uint8

// The kinds of status, in the order in which a glossary explains them.
const (
	needStatus statusKind = iota
	commitmentStatus
	answerStatus
	verdictStatus
	flagStatus
	statusKinds int = iota
)

// maxStatuses is how many statuses a kind has at most.
const maxStatuses = 10

// statusKindRow is a row of the table of the kinds of status.
type statusKindRow struct {
	title    string // key of its title in a glossary, in the words of the theme
	prefix   string // what the keys of its statuses begin with, in the words of the theme
	statuses []statusRow
}

// statusRow is a row of the table of the statuses of a kind.
type statusRow struct {
	key    string // as it is written in content and open data
	symbol string // a circle is yes, a diamond is open, a square is no; the fill is how far
	tone   string
	// pattern is what the status is filled with in bars, of those in the theme; empty when
	// it is solid or is in no bar. No other status of the kind has it, so that neighbours in
	// a bar can be told apart without their colours.
	pattern string
}

// statusTable returns the table of the statuses, by statusKind. The statuses of a kind
// are in the order in which package relate and the pages have them.
func statusTable() [statusKinds]statusKindRow {
	return [...]statusKindRow{
		needStatus: {"glossary.need", needStatusPrefix, []statusRow{
			{relate.NeedMet.String(), "wv-m-vol", "pos", ""},
			{relate.NeedKept.String(), "wv-m-klaar", "pos", "holes"},
			{relate.NeedPartlyKept.String(), "wv-m-half", "pos", "hatch"},
			{relate.NeedInProgress.String(), "wv-m-bezig", "inf", "back"},
			{relate.NeedPromised.String(), "wv-m-punt", "inf", "dots"},
			{relate.NeedInvestigating.String(), "wv-m-ruitp", "war", "vertical"},
			{relate.NeedNotIncluded.String(), "wv-m-niet", "neu", "horizontal"},
			{relate.NeedDropped.String(), "wv-m-weg", "neu", "cross"},
			{relate.NeedUnanswered.String(), "wv-m-ruit", "war", "grid"},
			{relate.NeedUntracked.String(), "wv-m-ring", "neu", "zigzag"},
		}},
		commitmentStatus: {"glossary.commitment", "commitment.status.", []statusRow{
			{city.Realised, "wv-m-vol", "pos", ""},
			{city.PartlyRealised, "wv-m-half", "pos", "hatch"},
			{city.InProgress, "wv-m-bezig", "inf", "back"},
			{city.InPreparation, "wv-m-kwart", "inf", "dots"},
			{city.NotStarted, "wv-m-ring", "inf", "vertical"},
			{string(relate.NothingReported), "wv-m-ring", "inf", "grid"},
			{city.Postponed, "wv-m-door", "inf", "zigzag"},
			{city.Dropped, "wv-m-weg", "neu", "cross"},
			{withdrawnStatus, "wv-m-weg", "neu", "horizontal"},
		}},
		answerStatus: {"glossary.answer", "answer.", []statusRow{
			{city.AnswerInvestigating, "wv-m-ruitp", "war", ""},
			{city.AnswerNo, "wv-m-niet", "neu", ""},
			{city.AnswerElsewhere, "wv-m-niet", "neu", "horizontal"},
		}},
		verdictStatus: {"glossary.verdict", "verdict.", []statusRow{
			{city.VerdictMet, "wv-m-wijk-ja", wijkTone, ""},
			{city.VerdictPartly, "wv-m-wijk-deels", wijkTone, ""},
			{city.VerdictNotMet, "wv-m-wijk-nee", wijkTone, ""},
		}},
		flagStatus: {"glossary.flag", "flag.", []statusRow{
			{"vertraagd", "wv-m-laat", "war", ""},
			{"later-dan-beloofd", "wv-m-laat", "war", ""},
			{"stil", "wv-m-stil", "war", ""},
		}},
	}
}

// wijkTone is the tone of what the wijk says: its letters, and no colour, as it is no status
// of what was promised.
const wijkTone = "wijk"

// withdrawnStatus is how a commitment is shown that had not ended when its programme was
// withdrawn.
const withdrawnStatus = "ingetrokken"

// needStatusPrefix is what the keys of the statuses of needs begin with.
const needStatusPrefix = "need.status."

// vocabulary is every status that a page can show, in the words of the site.
type vocabulary [statusKinds]struct {
	title string
	words []statusWord
}

// statusWord is a status in the words of the site.
type statusWord struct {
	definition
	key     string
	pattern string
}

func newVocabulary(words *theme.Words) *vocabulary {
	v := new(vocabulary)
	for kind, row := range statusTable() {
		v[kind].title = words.Text(row.title)
		for _, s := range row.statuses {
			id := "wv-woord-" + row.prefix[:1] + "-" + s.key
			v[kind].words = append(v[kind].words, statusWord{key: s.key, pattern: s.pattern, definition: definition{
				Badge:   Badge{Text: words.Text(row.prefix + s.key), Symbol: s.symbol, Tone: s.tone, MeaningURL: "#" + id},
				ID:      id,
				Meaning: words.Text(row.prefix + s.key + ".meaning"),
			}})
		}
	}
	return v
}

// index returns the place of a status among those of its kind; not ok when it is none.
func (v *vocabulary) index(kind statusKind, key string) (i int, ok bool) {
	for i, w := range v[kind].words {
		if w.key == key {
			return i, true
		}
	}
	return 0, false
}

// text returns a status in the words of the site.
func (v *vocabulary) text(kind statusKind, key string) string {
	if i, ok := v.index(kind, key); ok {
		return v[kind].words[i].Text
	}
	return key
}
