package relate

import (
	"cmp"
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// naive is the contract once more, sentence by sentence and without a thought for
// speed, to hold Relate against. What is quoted is from "What is derived, never typed"
// in the manual of the content format.
type naive struct {
	*city.City
	Options
}

// visible: "inspraak, vastgesteld and ingetrokken files from their publiceren-op on.
// concept never. --drafts shows everything".
func (n naive) visible(status string, publish city.Day) bool {
	return n.Drafts || status != city.Concept && !publish.After(n.Date)
}

// visibleVision: "of an adopted vision without one: from vastgesteld-op".
func (n naive) visibleVision(v *city.Vision) bool {
	from := v.Publish.Day
	if from.IsZero() && v.Status.Value != city.Consultation {
		from = v.AdoptedOn.Day
	}
	return n.visible(v.Status.Value, from) && n.wijkOf(v.Wijk.Value) != ""
}

// visibleProgramme: so is a programme, which promised nothing before.
func (n naive) visibleProgramme(p *city.Programme) bool {
	return n.visible(p.Status.Value, cmp.Or(p.Publish.Day, p.AdoptedOn.Day))
}

// withdrawn: "It counts as withdrawn from ingetrokken-op on; before that day it is as
// adopted." Without a day, which package check reports, it always was.
func (n naive) withdrawn(p *city.Programme) bool {
	return p.Status.Value == city.Withdrawn && !p.WithdrawnOn.After(n.Date)
}

// wijkOf returns the id that a wijk has now, by that or an older one.
func (n naive) wijkOf(ref string) string {
	for _, w := range n.Wijken {
		if w.ID == ref {
			return w.ID
		}
	}
	for _, w := range n.Wijken {
		if slices.Contains(texts(w.Former), ref) {
			return w.ID
		}
	}
	return ""
}

// visions returns the visible visions of a wijk, the newest first.
func (n naive) visions(wijk string) []*city.Vision {
	var list []*city.Vision
	for _, v := range n.Visions {
		if n.visibleVision(v) && n.wijkOf(v.Wijk.Value) == wijk {
			list = append(list, v)
		}
	}
	slices.SortFunc(list, func(a, b *city.Vision) int {
		return cmp.Or(cmp.Compare(b.Period.First, a.Period.First), cmp.Compare(b.Period.Last, a.Period.Last), strings.Compare(b.ID, a.ID))
	})
	return list
}

// current: "the adopted one whose period holds the reference date (of two, the
// one that begins later); else the adopted one that ended last; else the one for
// inspraak; else the adopted one that begins first; else none yet". "An ingetrokken
// vision is never current."
func (n naive) current(wijk string) *city.Vision {
	var holds, ended, open, upcoming, concept *city.Vision
	for _, v := range n.visions(wijk) {
		switch v.Status.Value {
		case city.Adopted:
			if v.Period.Holds(n.Date) {
				holds = cmp.Or(holds, v)
			}
			if v.Period.Last < n.Date.Year && (ended == nil || v.Period.Last > ended.Period.Last) {
				ended = v
			}
			upcoming = v
		case city.Consultation:
			open = cmp.Or(open, v)
		case city.Concept: // among drafts only
			concept = cmp.Or(concept, v)
		}
	}
	return cmp.Or(holds, ended, open, upcoming, concept)
}

// asking is a need as one visible vision has it.
type asking struct {
	*city.Need
	vision *city.Vision
}

// naiveNeed is a need with all that visible visions say of it, the newest first.
type naiveNeed struct {
	wijk    string
	askings []asking
}

// was reports whether a vision has the need by an id.
func (x *naiveNeed) was(id string) bool {
	return slices.ContainsFunc(x.askings, func(a asking) bool { return a.ID.Value == id })
}

// wasBefore reports whether a vision has the need, and an id as one that it had before.
func (x *naiveNeed) wasBefore(id string) bool {
	return slices.ContainsFunc(x.askings, func(a asking) bool { return slices.Contains(texts(a.Former), id) })
}

// called returns which of some needs an id is of: one that has it in a vision, the last that
// was told apart; else one that had it before; -1 when it is of none.
func called(list []*naiveNeed, id string) int {
	for i, x := range slices.Backward(list) {
		if x.was(id) {
			return i
		}
	}
	return slices.IndexFunc(list, func(x *naiveNeed) bool { return x.wasBefore(id) })
}

// needs returns the needs of a wijk. "The same need id in two visions of one wijk is the
// same need"; "A need that was renamed is the same need as its old id in older visions."
// One that is added after the reference date does not exist yet.
func (n naive) needs(wijk string) []*naiveNeed {
	var list []*naiveNeed
	for _, v := range n.visions(wijk) {
		for _, written := range v.Needs {
			if written.AddedOn.After(n.Date) {
				continue
			}
			i := called(list, written.ID.Value)
			if i >= 0 && v == n.current(wijk) && list[i].askings[len(list[i].askings)-1].vision == v {
				i = -1 // a later vision makes two needs one: those of the current one are two
			}
			if i < 0 {
				i = len(list)
				list = append(list, &naiveNeed{wijk: wijk})
			}
			list[i].askings = append(list[i].askings, asking{written, v})
		}
	}
	return list
}

// inCurrent returns the need as the current vision has it, nil when that does not.
func (n naive) inCurrent(need *naiveNeed) *asking {
	current := n.current(need.wijk)
	for _, a := range need.askings {
		if a.vision == current {
			return &a
		}
	}
	return nil
}

// id: "Its data are those of the current vision if that has it, else of the newest that
// has."
func (n naive) id(need *naiveNeed) string {
	if a := n.inCurrent(need); a != nil {
		return need.wijk + "/" + a.ID.Value
	}
	return need.wijk + "/" + need.askings[0].ID.Value
}

// counts reports whether a need stands in figures: "Figures count the needs of current
// visions", those that are no longer asked aside.
func (n naive) counts(need *naiveNeed) bool {
	a := n.inCurrent(need)
	return a != nil && (a.RetractedOn.IsZero() || a.RetractedOn.After(n.Date))
}

// askedSince: "the first day of the period of its current vision when an older visible
// vision asked it too, else since ever".
func (n naive) askedSince(need *naiveNeed) city.Day {
	now := n.inCurrent(need)
	if now == nil || need.askings[len(need.askings)-1].vision == now.vision {
		return city.Day{}
	}
	return city.DayIn(now.vision.Period.First, 1, 1)
}

// names reports whether a reference is to a need, by an id that it has in some vision or
// had before.
func (n naive) names(ref string, need *naiveNeed) bool {
	wijk, name, _ := strings.Cut(ref, "/")
	if n.wijkOf(wijk) != need.wijk {
		return false
	}
	list := n.needs(need.wijk)
	i := called(list, name)
	return i >= 0 && n.id(list[i]) == n.id(need)
}

// naiveCommitment is a commitment that exists, with its programme.
type naiveCommitment struct {
	*city.Commitment
	programme *city.Programme
}

// commitments returns those of visible programmes. One that is promised after the reference
// date does not exist yet: "On the day itself a thing exists."
func (n naive) commitments() []naiveCommitment {
	var list []naiveCommitment
	for _, p := range n.Programmes {
		for _, c := range p.Commitments {
			if n.visibleProgramme(p) && !c.PromisedOn.After(n.Date) {
				list = append(list, naiveCommitment{c, p})
			}
		}
	}
	return list
}

// find returns the commitment with an id, or that had it before.
func (n naive) find(id string) (naiveCommitment, bool) {
	all := n.commitments()
	i := slices.IndexFunc(all, func(c naiveCommitment) bool { return c.ID.Value == id })
	if i < 0 {
		i = slices.IndexFunc(all, func(c naiveCommitment) bool { return slices.Contains(texts(c.Former), id) })
	}
	if i < 0 {
		return naiveCommitment{}, false
	}
	return all[i], true
}

// log returns the entries that exist, newest last: "Progress, judgements and answers dated
// after it do not exist yet". "Newest is by datum; of one day, the one further down".
func (n naive) log(c *city.Commitment) []*city.ProgressEntry {
	var list []*city.ProgressEntry
	for _, e := range c.Progress {
		if !e.Date.After(n.Date) {
			list = append(list, e)
		}
	}
	slices.SortStableFunc(list, func(a, b *city.ProgressEntry) int { return a.Date.Compare(b.Date.Day) })
	return list
}

// state returns the status of a commitment, "that of its newest entry that has one; without
// any, niets-gemeld"; the day since which it has that status without a break; and the
// commitment that the newest of those entries hands it on to.
func (n naive) state(c *city.Commitment) (status string, since city.Day, to string) {
	status = "niets-gemeld"
	for _, e := range n.log(c) {
		if e.Status.Value == "" {
			continue
		}
		if e.Status.Value != status {
			status, since = e.Status.Value, e.Date.Day
		}
		to = ""
		if status == city.Postponed {
			to = e.To.Value
		}
	}
	return status, since, to
}

func (n naive) status(c *city.Commitment) string {
	status, _, _ := n.state(c)
	return status
}

// ended: "gerealiseerd, deels-gerealiseerd, vervallen, or doorgeschoven with naar".
func (n naive) ended(c *city.Commitment) bool {
	status, _, to := n.state(c)
	return n.done(c) || status == city.Dropped || to != ""
}

func (n naive) done(c *city.Commitment) bool {
	status := n.status(c)
	return status == city.Realised || status == city.PartlyRealised
}

// endedOn returns the day on which a commitment ended: that of the oldest entry of those at
// the end that say so and are alike.
func (n naive) endedOn(c *city.Commitment) city.Day {
	_, since, to := n.state(c)
	if to == "" {
		return since
	}
	for _, e := range slices.Backward(n.log(c)) {
		switch {
		case e.Status.Value == "":
		case e.Status.Value == city.Postponed && e.To.Value == to:
			since = e.Date.Day
		default:
			return since
		}
	}
	return since
}

// hadEndedBefore reports whether a commitment had ended before a day, and was not taken up
// again.
func (n naive) hadEndedBefore(c *city.Commitment, day city.Day) bool {
	return n.ended(c) && n.endedOn(c).Before(day)
}

// dues returns every gereed in order, the one first promised before all others.
func (n naive) dues(c *city.Commitment) []city.PlannedDate {
	list := []city.PlannedDate{c.Due}
	for _, e := range n.log(c) {
		list = append(list, e.Due)
	}
	return slices.DeleteFunc(list, city.PlannedDate.IsZero)
}

func unknown(d city.PlannedDate) bool { return d.Precision == city.UnknownDate }

// due: "planned date: the newest gereed".
func (n naive) due(c *city.Commitment) city.PlannedDate {
	return slices.Concat([]city.PlannedDate{{}}, n.dues(c))[len(n.dues(c))]
}

// original: "the first gereed that is not onbekend".
func (n naive) original(c *city.Commitment) city.PlannedDate {
	for _, d := range n.dues(c) {
		if !unknown(d) {
			return d
		}
	}
	return city.PlannedDate{}
}

// later reports whether the last day of a planned date is later than that of another:
// "doorlopend is a planned date that never passes". Nothing is later than that, or than a
// day that is not known.
func (n naive) later(a, b city.PlannedDate) bool {
	return b.Known() && (a.IsOngoing() || a.Known() && a.Last().After(b.Last()))
}

// late (vertraagd): "not ended, and the last day of the planned date is before the reference
// date. onbekend and doorlopend are never late in this sense."
func (n naive) late(c *city.Commitment) bool {
	due := n.due(c)
	return !n.ended(c) && due.Known() && due.Last().Before(n.Date)
}

// moved (verschoven): "the last day of the planned date is later than that of the original,
// or the planned date is onbekend now and was known before."
func (n naive) moved(c *city.Commitment) bool {
	return n.later(n.due(c), n.original(c)) || unknown(n.due(c)) && slices.ContainsFunc(n.dues(c), city.PlannedDate.Known)
}

// laterThanPromised (later-dan-beloofd): "gerealiseerd or deels-gerealiseerd on a day after
// the last day of the original date; or not ended, and the last day of the planned date, or
// the reference date, is after it." "What a new date cannot hide": onbekend after a later
// date does not take that back.
func (n naive) laterThanPromised(c *city.Commitment) bool {
	original := n.original(c)
	if !original.Known() {
		return false
	}
	if n.done(c) {
		return n.endedOn(c).After(original.Last())
	}
	planned := slices.DeleteFunc(n.dues(c), unknown)
	return !n.ended(c) && (n.later(planned[len(planned)-1], original) || n.Date.After(original.Last()))
}

// promisedOn: "toegezegd-op, else the programme's vastgesteld-op, else 1 January of its
// first year".
func (n naive) promisedOn(c naiveCommitment) city.Day {
	return cmp.Or(c.PromisedOn.Day, c.programme.AdoptedOn.Day, city.DayIn(c.programme.Period.First, 1, 1))
}

// silent (stil): "not ended, and the date of the newest entry of any kind plus
// stil-na-maanden months is before the reference date; without entries, counted from the day
// it was promised".
func (n naive) silent(c naiveCommitment) bool {
	heard := n.promisedOn(c)
	if log := n.log(c.Commitment); len(log) > 0 {
		heard = log[len(log)-1].Date.Day
	}
	return !n.ended(c.Commitment) && heard.AddMonths(n.Site.SilentMonths).Before(n.Date)
}

// handedOnTo returns the commitment that counts in the place of another for a need:
// "doorgeschoven with any other naar" than one "that is hidden, does not name this need, or
// had ended before that day".
func (n naive) handedOnTo(c naiveCommitment, need *naiveNeed) (naiveCommitment, bool) {
	_, _, to := n.state(c.Commitment)
	next, visible := n.find(to)
	return next, to != "" && visible && n.namesNeed(next, need) && !n.hadEndedBefore(next.Commitment, n.endedOn(c.Commitment))
}

func (n naive) namesNeed(c naiveCommitment, need *naiveNeed) bool {
	return slices.ContainsFunc(texts(c.Needs), func(ref string) bool { return n.names(ref, need) })
}

// leadsNowhere reports whether a commitment is handed on, and on the same day on and on, in a
// ring: no other ever counts in its place, so that it is lost.
func (n naive) leadsNowhere(c naiveCommitment) bool {
	day := n.endedOn(c.Commitment)
	for range n.commitments() {
		_, _, to := n.state(c.Commitment)
		next, visible := n.find(to)
		if to == "" || !visible || n.endedOn(next.Commitment) != day {
			return false
		}
		c = next
	}
	_, _, to := n.state(c.Commitment)
	return to != ""
}

// outcome returns what came of a commitment for a need that it names, and the day on which it
// was lost.
func (n naive) outcome(c naiveCommitment, need *naiveNeed) (outcome string, lost city.Day) {
	status, _, to := n.state(c.Commitment)
	_, handedOn := n.handedOnTo(c, need)
	switch {
	// "Commitments that ended before it is asked since belong to the earlier asking".
	case n.ended(c.Commitment) && n.endedOn(c.Commitment).Before(n.askedSince(need)):
		return "eerder", lost
	// "lost: vervallen; or not ended in a programme that is ingetrokken; or doorgeschoven with
	// a naar that is hidden, does not name this need, or had ended before that day". "Its day
	// is that of the entry, or of the withdrawal".
	case status == city.Dropped, to != "" && (!handedOn || n.leadsNowhere(c)):
		return "verloren", n.endedOn(c.Commitment)
	case !n.ended(c.Commitment) && n.withdrawn(c.programme):
		return "verloren", c.programme.WithdrawnOn.Day
	// "handed on: doorgeschoven with any other naar".
	case handedOn:
		return "overgedragen", lost
	// "kept: gerealiseerd; half: deels-gerealiseerd; open: all others".
	case status == city.Realised:
		return "nagekomen", lost
	case status == city.PartlyRealised:
		return "half", lost
	}
	return "open", lost
}

// place is where something of a day is written, by which the newer of two is known.
type place struct {
	day  city.Day
	file string
	at   int
}

// newer: "by datum; of one day, the one further down; between files, the one whose id sorts
// last".
func (a place) newer(b place) bool {
	return cmp.Or(a.day.Compare(b.day), strings.Compare(a.file, b.file), cmp.Compare(a.at, b.at)) > 0
}

// answer returns the newest answer to a need and its day: "answers given before it is asked
// since belong to the earlier asking".
func (n naive) answer(need *naiveNeed) (answer string, newest place) {
	for _, p := range n.Programmes {
		if !n.visibleProgramme(p) {
			continue
		}
		for _, a := range p.Answers {
			at := place{a.Date.Day, p.ID, a.FirstLine.Start}
			if n.names(a.Need.Value, need) && !a.Date.After(n.Date) && !a.Date.Before(n.askedSince(need)) && at.newer(newest) {
				answer, newest = a.Answer.Value, at
			}
		}
	}
	return answer, newest
}

// judgements returns those of a need that exist, oldest first. One over a commitment that is
// hidden is so too.
func (n naive) judgements(need *naiveNeed) []*city.Judgement {
	at := make(map[*city.Judgement]place)
	var list []*city.Judgement
	for _, a := range need.askings {
		for _, j := range a.Judgements {
			if _, found := n.find(j.About.Value); !j.Date.After(n.Date) && (j.About.IsZero() || found) {
				at[j] = place{j.Date.Day, a.vision.ID, j.FirstLine.Start}
				list = append(list, j)
			}
		}
	}
	slices.SortFunc(list, func(a, b *city.Judgement) int {
		if at[a].newer(at[b]) {
			return 1
		}
		return -1
	})
	return list
}

// judgement returns "the newest judgement of the wijk on the need", nil when there is none:
// "A judgement over a commitment changes no status of the need."
func (n naive) judgement(need *naiveNeed) *city.Judgement {
	for _, j := range slices.Backward(n.judgements(need)) {
		if j.About.IsZero() {
			return j
		}
	}
	return nil
}

// outdated (achterhaald): "when a commitment of the need got an entry after it".
func (n naive) outdated(j *city.Judgement, need *naiveNeed) bool {
	for _, c := range n.commitments() {
		for _, e := range n.log(c.Commitment) {
			if n.namesNeed(c, need) && e.Date.After(j.Date.Day) {
				return true
			}
		}
	}
	return false
}

// needStatus is the table of the contract: "The first that fits".
func (n naive) needStatus(need *naiveNeed) string {
	number := make(map[string]int)
	var inProgress, anyLoss bool
	var lastDone, loss city.Day
	for _, c := range n.commitments() {
		if !n.namesNeed(c, need) {
			continue
		}
		outcome, lost := n.outcome(c, need)
		number[outcome]++
		switch outcome {
		case "open":
			inProgress = inProgress || n.status(c.Commitment) == city.InProgress
		case "nagekomen":
			if on := n.endedOn(c.Commitment); on.After(lastDone) {
				lastDone = on
			}
		case "verloren":
			anyLoss = true
			if lost.After(loss) {
				loss = lost
			}
		}
	}
	kept, half, lost, open := number["nagekomen"], number["half"], number["verloren"], number["open"]
	judgement := n.judgement(need)
	answer, answered := n.answer(need)
	switch {
	// "some are open, and one of those is in-uitvoering, or some are kept or half"
	case open > 0 && (inProgress || kept > 0 || half > 0):
		return "in-uitvoering"
	// "some are open"
	case open > 0:
		return "toegezegd"
	// "some are kept, none half, none lost, and the newest judgement of the wijk on the need,
	// given on or after the day on which the last of them was done, is gerealiseerd"
	case kept > 0 && half == 0 && lost == 0 && judgement != nil && !judgement.Date.Before(lastDone) && judgement.Verdict.Value == city.VerdictMet:
		return "vervuld"
	// "some are kept, none half, none lost"
	case kept > 0 && half == 0 && lost == 0:
		return "nagekomen"
	// "some are kept or half"
	case kept > 0 || half > 0:
		return "deels-nagekomen"
	// "it is a loss (of one day, an answer counts as newer)"
	case anyLoss && (answer == "" || loss.After(answered.day)):
		return "vervallen"
	// "the newest of its answers and losses is the answer in-onderzoek"
	case answer == city.AnswerInvestigating:
		return "in-onderzoek"
	// "it is the answer nee or elders"
	case answer != "":
		return "niet-opgenomen"
	// "it is in no current vision, and there is nothing at all"
	case n.inCurrent(need) == nil:
		return "onbekend"
	}
	// "there is nothing at all"
	return "onbeantwoord"
}
