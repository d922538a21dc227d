package view

import (
	"html/template"
	"slices"
	"strconv"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// visionView is a vision as it was adopted, at its lasting address.
type visionView struct {
	pageFrame
	Vision   visionHead
	Wijk     link
	Lasting  string // what it is, at this address: as adopted, from the archive, …
	AsOfNow  string // that the state of its needs is that of now
	Needs    []visionNeed
	Later    []visionNeed // asked later than it was adopted
	Advice   []adviceRow
	Contents []heading
	Body     template.HTML // with each need's section in its place
	Glossary []glossaryGroup
}

// visionNeed is a need in the list at the top of a vision.
type visionNeed struct {
	ID          string // the anchor; empty when a heading in the body carries it
	Rank        int
	RankLabel   string // "Prioriteit"
	Need        link
	Theme       link
	Facts       string // where, and who brought it in
	Explanation string
	Added       string // when, of one asked later
	Dropped     string // since when it is asked no more, and why
	Status      Badge
}

// adviceRow is what somebody advised before a vision was adopted.
type adviceRow struct {
	Date  stamp
	By    link // to the advice
	Text  string
	Reply string
}

// visionHead is what stands at the top of a vision.
type visionHead struct {
	Title     string
	URL       string
	Period    string
	State     string // "Wijkvisie 2011–2014, vastgesteld op 19 mei 2011 door …"
	Notice    string // of one that is for inspraak, that was withdrawn, or whose period ends soon or is over
	NoticeURL link
	Summary   string
	SummaryEN string
	Source    link
}

// visionRow is a vision in a list.
type visionRow struct {
	link
	State string
}

func (b *pageBuilder) vision(p *plan.Page) any {
	vision := p.Vision
	wijk := b.wijkLink(p.Wijk)
	v := &visionView{
		pageFrame: b.frame(p, vision.Title.Value, vision.Summary.Value, b.index(plan.Wijken), wijk),
		Vision:    b.visionHead(vision),
		Wijk:      wijk,
		Lasting:   b.lasting(vision),
		AsOfNow:   b.Words.Text("vision.needs-now"),
		Advice:    b.adviceRows(vision),
		Body:      b.body(&vision.Record, 1),
		Contents:  contents(whole(&vision.Record)),
	}
	v.FullTitle = b.fullTitle(titleWithPeriod(vision.Title.Value, vision.Period), p.Wijk.Name.Value)
	v.Banner, v.EditURL = b.Banner(vision.Draft), b.editURL(vision.File.Path)
	for _, a := range vision.Needs {
		need := b.visionNeed(a)
		if slices.ContainsFunc(v.Contents, func(h heading) bool { return h.ID == need.ID }) {
			need.ID = ""
		}
		if a.AddedOn.IsZero() {
			v.Needs = append(v.Needs, need)
		} else {
			v.Later = append(v.Later, need)
		}
	}
	v.Glossary = b.glossary.groups()
	return v
}

func (b *pageBuilder) visionNeed(a *relate.Appearance) visionNeed {
	return visionNeed{
		ID:          a.ID.Value,
		Rank:        a.Priority,
		RankLabel:   b.Words.Text("need.priority"),
		Need:        link{Text: a.Title.Value, URL: b.needLink(a.Of).URL},
		Theme:       b.themeLink(a.Theme),
		Facts:       b.needFacts(a),
		Explanation: a.Explanation.Value,
		Added:       b.addedNote(a),
		Dropped:     b.droppedNote(a),
		Status:      b.glossary.need(a.Of.Status),
	}
}

// lasting returns what a vision is at its lasting address. Only what was adopted is there as
// it was adopted, and what changed since is told.
func (b *Builder) lasting(v *relate.Vision) string {
	changed := slices.ContainsFunc(v.Needs, func(a *relate.Appearance) bool { return a.Retracted || !a.AddedOn.IsZero() })
	key := "vision.lasting-archived"
	switch {
	case v.Status.Value == city.Consultation:
		key = "vision.lasting-consultation"
	case v.Status.Value == city.Concept:
		key = "vision.lasting-concept"
	case slices.Contains(v.Wijk.Upcoming, v):
		key = "vision.lasting-coming"
	case v.Wijk.Current == v && changed:
		key = "vision.lasting-changed"
	case v.Wijk.Current == v:
		key = "vision.lasting-current"
	}
	return b.Words.Text(key)
}

func (b *Builder) adviceRows(v *relate.Vision) []adviceRow {
	rows := make([]adviceRow, len(v.Advice))
	for i, a := range v.Advice {
		rows[i] = adviceRow{b.stamp(a.Date.Day), link{Text: a.By.Value, URL: External(a.URL.Value)}, a.Text.Value, a.Reply.Value}
	}
	return rows
}

func (b *Builder) visionRows(visions []*relate.Vision) []visionRow {
	rows := make([]visionRow, len(visions))
	for i, v := range visions {
		rows[i] = visionRow{b.visionLink(v), b.visionState(v)}
	}
	return rows
}

// visionHead returns what stands at the top of a vision.
func (b *Builder) visionHead(v *relate.Vision) visionHead {
	head := visionHead{
		Title:     v.Title.Value,
		URL:       b.Href(plan.VisionURL(v)),
		Period:    period(v.Period),
		State:     b.visionState(v),
		Summary:   v.Summary.Value,
		SummaryEN: v.SummaryEN.Value,
		Source:    b.sourceLink(v.Source),
	}
	switch v.Status.Value {
	case city.Consultation:
		head.Notice = b.consultation(v)
		if address := External(v.OpenURL.Value); address != "" {
			head.NoticeURL = link{Text: b.Words.Text("vision.respond"), URL: address}
		}
	case city.Withdrawn:
		head.Notice = b.Words.Text("vision.withdrawn", "date", b.date(v.WithdrawnOn.Day), "reason", v.Reason.Value)
	case city.Adopted:
		if v.Wijk.Current == v {
			head.Notice = b.endingVision(v)
		}
	}
	return head
}

// endingVision returns that the period of a current vision is over or ends soon, and what follows
// it; empty when neither is so.
func (b *Builder) endingVision(v *relate.Vision) string {
	var notice string
	switch {
	case v.Period.Over(b.graph.Date):
		notice = b.Words.Text("vision.over", "year", strconv.Itoa(v.Period.Last))
	case b.graph.Soon(v.Period.LastDay()):
		notice = b.Words.Text("vision.ending", "date", b.date(v.Period.LastDay()))
	default:
		return ""
	}
	if next := v.Wijk.Next(); next != nil {
		return sentences(notice, b.Words.Text("vision.next", "next", next.Title.Value))
	}
	if len(v.Wijk.Upcoming) > 0 { // it is listed, and not adopted yet
		return notice
	}
	return sentences(notice, b.Words.Text("vision.no-next"))
}

// consultation returns until when residents can respond to a vision.
func (b *Builder) consultation(v *relate.Vision) string {
	from, through := v.OpenFrom.Day, v.OpenThrough.Day
	switch {
	case through.IsZero() && from.After(b.graph.Date):
		return b.Words.Text("vision.will-open-from", "from", b.date(from))
	case through.IsZero():
		return b.Words.Text("vision.open")
	case through.Before(b.graph.Date):
		return b.Words.Text("vision.was-open", "date", b.date(through))
	case from.After(b.graph.Date):
		return b.Words.Text("vision.will-open", "from", b.date(from), "through", b.date(through))
	default:
		return b.Words.Text("vision.open-through", "date", b.date(through))
	}
}

// visionState returns what a vision is, for which period, and since when.
func (b *Builder) visionState(v *relate.Vision) string {
	years, key := period(v.Period), "vision.state.adopted-by"
	switch {
	case v.Status.Value == city.Withdrawn:
		return b.Words.Text("vision.state.withdrawn", "period", years, "date", b.date(v.WithdrawnOn.Day))
	case v.Status.Value == city.Consultation:
		key = "vision.state.consultation"
	case v.Status.Value != city.Adopted:
		key = "vision.state.concept"
	case v.AdoptedBy.IsZero():
		key = "vision.state.adopted"
	}
	return b.Words.Text(key, "period", years, "date", b.date(v.AdoptedOn.Day), "by", v.AdoptedBy.Value)
}

// sourceLink returns a link to where something was decided; its text alone when
// there is no address.
func (b *Builder) sourceLink(s city.Source) link {
	l := link{Text: s.Title.Value, URL: External(s.URL.Value)}
	if l.Text == "" && l.URL != "" {
		l.Text = b.Words.Text("source")
	}
	return l
}
