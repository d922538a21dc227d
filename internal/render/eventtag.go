package render

import (
	"net/url"
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// tagYear is a year in which the site had its address, as a tag URI must name one.
// It never changes.
const tagYear = "2011"

// tagBefore returns what the tag URIs of a site begin with.
func tagBefore(origin string) string {
	authority := "localhost"
	if u, err := url.Parse(origin); err == nil && u.Hostname() != "" {
		authority = u.Hostname()
	}
	return "tag:" + authority + "," + tagYear + ":"
}

// appendEventTag appends the tag URI of an event. It holds on while texts are mended and
// other things happen: it is made of ids, the oldest that something had, the day, and
// the place among what happened to it on that day.
func (r *Renderer) appendEventTag(b []byte, e *relate.Event) []byte {
	b = append(b, tagBefore(r.views.Origin)...)
	switch e.Kind {
	case relate.Progressed:
		c := e.Commitment
		b = append(append(b, "/toezegging/"...), oldest(c.ID.Value, c.Commitment)...)
		return appendNth(appendDay(b, e.Date), nthProgress(e))
	case relate.Answered:
		a := e.Answer
		b = append(appendNeedTag(append(b, "/antwoord/"...), a.Of), '/')
		return appendNth(appendDay(append(b, a.Programme.ID...), e.Date), nthAnswer(a))
	case relate.Judged:
		j := e.Judgement
		b = append(appendNeedTag(append(b, "/oordeel/"...), j.Need), '/')
		return appendNth(appendDay(append(b, j.Vision.ID...), e.Date), nthJudgement(j))
	}
	b = append(append(b, "/wijkvisie/"...), e.Vision.ID...)
	switch e.Kind {
	case relate.VisionOpened:
		b = append(b, "/inspraak"...)
	case relate.VisionWithdrawn:
		b = append(b, "/ingetrokken"...)
	default:
		b = append(b, "/vastgesteld"...)
	}
	return appendDay(b, e.Date)
}

func appendDay(b []byte, d city.Day) []byte { return d.Append(append(b, '/')) }

// appendNth appends which of the events of a day it is, from the second on.
func appendNth(b []byte, nth int) []byte {
	if nth < 2 {
		return b
	}
	return strconv.AppendInt(append(b, '/'), int64(nth), 10)
}

func nthProgress(e *relate.Event) int {
	nth := 0
	for _, p := range e.Commitment.Progress {
		if p.Date.Day == e.Date {
			nth++
		}
		if p == e.Progress {
			break
		}
	}
	return nth
}

func nthAnswer(of *relate.Answer) int {
	nth := 0
	for _, a := range slices.Backward(of.Of.Answers) { // newest first
		if a.Date.Day == of.Date.Day && a.Programme == of.Programme {
			nth++
		}
		if a == of {
			break
		}
	}
	return nth
}

func nthJudgement(of *relate.Judgement) int {
	nth := 0
	for _, j := range of.Need.Judgements {
		if j.Date.Day == of.Date.Day && j.Vision == of.Vision {
			nth++
		}
		if j == of {
			break
		}
	}
	return nth
}

// oldest returns the first id that a commitment had: authors add the ones that come
// later behind it.
func oldest(id string, c *city.Commitment) string {
	if len(c.Former) > 0 {
		return c.Former[0].Value
	}
	return id
}

// appendNeedTag appends a need as it was first called.
func appendNeedTag(b []byte, n *relate.Need) []byte {
	wijk := n.Wijk.ID
	if len(n.Wijk.Former) > 0 {
		wijk = n.Wijk.Former[0].Value
	}
	name := n.Name()
	if former := n.Main.Former; len(former) > 0 {
		name = former[0].Value
	}
	return append(append(append(b, wijk...), '/'), name...)
}
