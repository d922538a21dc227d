package render

import (
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// defaultTagYear is the year in the tag URIs of a site that does not say since when it has its
// address. It never changes, so that the entries of feeds keep their ids.
const defaultTagYear = "2011"

// tagBefore returns what the tag URIs of the site begin with: its host, and a year in which
// that was the municipality's.
func (r *Renderer) tagBefore() string {
	year := r.graph.Site.AddressSince.Value
	if year == "" {
		year = defaultTagYear
	}
	return "tag:" + hostOf(r.views.Origin) + "," + year + ":"
}

// hostOf returns the host of an origin, localhost when that is not known.
func hostOf(origin string) string {
	if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "localhost"
}

// appendEventTag appends the tag URI of an event: the ids of what it happened to, the day,
// and of what can happen more than once on a day a hash of what was said. It stays the same
// while lines are added above, below or between others of the day, and while things get other
// ids (voorheen): it has the first id that each had.
//
// An entry that says something else is another entry, with another tag. Logs are only added
// to, so who changes one says something new, and followers are told. Evidence (bron, beeld)
// may be added to an entry without that.
func (r *Renderer) appendEventTag(b []byte, e *relate.Event) []byte {
	b = append(b, r.tagBefore()...)
	switch e.Kind {
	case relate.NeedAdded, relate.NeedRetracted:
		b = append(appendNeedTag(append(b, "/behoefte/"...), e.Need.Of), '/')
		b = append(b, e.Need.Vision.ID...)
	case relate.ProgrammeAdopted, relate.ProgrammeWithdrawn:
		b = append(append(b, "/programma/"...), firstProgrammeID(e.Programme)...)
	case relate.Promised, relate.Progressed:
		b = append(append(b, "/toezegging/"...), firstID(e.Commitment.ID.Value, e.Commitment.Former)...)
	case relate.Answered:
		b = append(appendNeedTag(append(b, "/antwoord/"...), e.Answer.Of), '/')
		b = append(b, firstProgrammeID(e.Answer.Programme)...)
	case relate.Judged:
		b = append(appendNeedTag(append(b, "/oordeel/"...), e.Judgement.Need), '/')
		b = append(b, e.Judgement.Vision.ID...)
	default:
		b = append(append(b, "/wijkvisie/"...), e.Vision.ID...)
	}
	switch e.Kind {
	case relate.VisionOpened:
		b = append(b, "/inspraak"...)
	case relate.VisionAdopted, relate.ProgrammeAdopted:
		b = append(b, "/vastgesteld"...)
	case relate.VisionWithdrawn, relate.ProgrammeWithdrawn:
		b = append(b, "/ingetrokken"...)
	case relate.NeedAdded:
		b = append(b, "/toegevoegd"...)
	case relate.NeedRetracted:
		b = append(b, "/vervallen"...)
	case relate.Promised:
		b = append(b, "/toegezegd"...)
	}
	b = e.Date.Append(append(b, '/'))
	if hash, nth := r.said(e); nth > 0 {
		b = fmt.Appendf(b, "/%08x", hash)
		if nth > 1 {
			b = strconv.AppendInt(append(b, '/'), int64(nth), 10)
		}
	}
	return b
}

// said returns a hash of what was said, and which of those with that hash it is: 2 for the
// second that says the same on a day; 0 for what happens once.
func (r *Renderer) said(e *relate.Event) (hash uint32, nth int) {
	switch e.Kind {
	case relate.Progressed:
		return among(e.Commitment.Progress, e.Progress, r.hashOfProgress)
	case relate.Answered:
		return among(e.Answer.Of.Answers, e.Answer, hashOfAnswer)
	case relate.Judged:
		return among(e.Judgement.Need.Judgements, e.Judgement, r.hashOfJudgement)
	default:
		return 0, 0
	}
}

// among returns the hash of an item of a list, and which of those with that hash it is.
func among[T comparable](list []T, of T, hashOf func(T) uint32) (hash uint32, nth int) {
	hash = hashOf(of)
	for _, item := range list {
		if hashOf(item) == hash {
			nth++
		}
		if item == of {
			break
		}
	}
	return hash, nth
}

func (r *Renderer) hashOfProgress(p *city.ProgressEntry) uint32 {
	return hashOf(p.Date.String(), p.Status.Value, p.Text.Value, p.Due.String(), p.Reason.Value, r.firstCommitmentID(p.To.Value))
}

func hashOfAnswer(a *relate.Answer) uint32 {
	return hashOf(a.Date.String(), firstProgrammeID(a.Programme), a.Answer.Answer.Value, a.Reason.Value)
}

func (r *Renderer) hashOfJudgement(j *relate.Judgement) uint32 {
	return hashOf(j.Date.String(), j.Vision.ID, j.By.Value, j.Verdict.Value, j.Text.Value, r.firstCommitmentID(j.Judgement.About.Value))
}

// hashOf returns a hash of some texts.
func hashOf(texts ...string) uint32 {
	h := fnv.New32a()
	for _, text := range texts {
		io.WriteString(h, text)
		h.Write([]byte{0})
	}
	return h.Sum32()
}

// firstCommitmentID returns the first id that a commitment had, by one that it has or had;
// that one itself when there is no such commitment.
func (r *Renderer) firstCommitmentID(id string) string {
	if c := r.commitments()[id]; c != nil {
		return firstID(c.ID.Value, c.Former)
	}
	return id
}

// commitmentsByID returns commitments by every id that they have or had.
func commitmentsByID(commitments []*relate.Commitment) map[string]*relate.Commitment {
	byID := make(map[string]*relate.Commitment, len(commitments))
	for _, c := range commitments {
		for _, former := range c.Former {
			byID[former.Value] = c
		}
	}
	for _, c := range commitments {
		byID[c.ID.Value] = c
	}
	return byID
}

func firstProgrammeID(p *relate.Programme) string { return firstID(p.ID, p.Former) }

// firstID returns the first id that something had: authors add the ones that come later
// behind it.
func firstID[T fmt.Stringer](now string, former []T) string {
	if len(former) > 0 {
		return former[0].String()
	}
	return now
}

// appendNeedTag appends a need as its oldest vision first called it.
func appendNeedTag(b []byte, n *relate.Need) []byte {
	oldest := n.Appearances[len(n.Appearances)-1]
	b = append(append(b, firstID(n.Wijk.ID, n.Wijk.Former)...), '/')
	return append(b, firstID(oldest.ID.Value, oldest.Former)...)
}
