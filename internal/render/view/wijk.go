package view

import (
	"html/template"
	"slices"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// wijkView is a wijk: its current vision, what it asks and how that stands. When it asks too
// much for one page, its needs stand on parts of the page, by theme.
type wijkView struct {
	pageFrame
	IsPart   bool
	Vision   *visionHead   // nil when there is none yet
	Locator  template.HTML // where it lies in the municipality
	Figures  figures
	History  *historyView // nil when there is none
	Filter   *filter      // nil when there are few needs
	Needs    needLines
	Dropped  []droppedNeed
	News     []EventRow
	Feed     link // zero when there is none
	Stories  []needStory
	Contents []heading     // of the text
	Text     template.HTML // of the vision, less the stories
	Intro    template.HTML
	People   people
	Coming   []visionRow
	Earlier  []visionRow
	Glossary []glossaryGroup
}

// droppedNeed is a need of the current vision that the wijk asks no more.
type droppedNeed struct {
	link
	ID   string // the anchor
	Note string // since when, and why
}

// needStory is what a vision tells of a need.
type needStory struct {
	Need        link
	Theme       link
	Facts       string // where, and who brought it in
	Added       string // when, of one asked later than the vision was adopted
	Explanation string // where there is no story
	Story       template.HTML
}

// wijk makes the view of a wijk, or of a part of it.
func (b *pageBuilder) wijk(p *plan.Page) any {
	w := p.Wijk
	description := b.Words.Text("wijk.description", "name", w.Name.Value)
	if p.Parent != nil {
		return b.wijkPart(p, description)
	}
	v := &wijkView{
		pageFrame: b.frame(p, w.Name.Value, description, b.index(plan.Wijken)),
		Locator:   b.locator(w),
		Figures:   b.figures(w.Figures, wholeBar),
		Intro:     b.prose(whole(&w.Record), place{source: w.File.Path, under: 2, prefix: plan.WijkTextPrefix}),
		People:    b.people(w),
		Coming:    b.visionRows(w.Upcoming),
		Earlier:   b.visionRows(w.Archive),
	}
	v.Banner, v.EditURL = b.Banner(w.Draft), b.editURL(w.File.Path)
	if len(v.Feeds) > 0 {
		v.Feed = v.Feeds[0]
	}
	if w.Current != nil {
		b.addCurrent(v, p)
	}
	v.History = b.historyOf(b.history().Wijk(w), true)
	v.News = b.eventRows(p.Rows.Events)
	v.Glossary = b.glossary.groups()
	return v
}

// wijkPart makes the view of a part of a wijk: the needs of a theme.
func (b *pageBuilder) wijkPart(p *plan.Page, description string) *wijkView {
	v := &wijkView{
		pageFrame: b.frame(p, p.Wijk.Name.Value, description, b.index(plan.Wijken)),
		IsPart:    true,
		Figures:   b.figures(figuresOf(p.Rows.Needs), wholeBar),
	}
	v.Banner = b.Banner(p.Wijk.Current.Draft)
	b.addAskedNeeds(v, p)
	v.Glossary = b.glossary.groups()
	return v
}

// addCurrent adds the current vision to the page of its wijk.
func (b *pageBuilder) addCurrent(v *wijkView, p *plan.Page) {
	current := p.Wijk.Current
	head := b.visionHead(current)
	v.Vision = &head
	if banner := b.Banner(current.Draft); banner != "" {
		v.Banner = banner
	}
	if head.Summary != "" {
		v.Description = head.Summary
	}
	v.EditURL = b.editURL(current.File.Path)
	at := b.addAskedNeeds(v, p)
	for _, a := range current.Needs {
		if a.Retracted {
			v.Dropped = append(v.Dropped, droppedNeed{link{Text: a.Title.Value, URL: b.needLink(a.Of).URL}, a.ID.Value, b.droppedNote(a)})
		}
	}
	if current.Body != nil {
		text := markdown.Without(current.Body, func(id string) bool {
			return slices.ContainsFunc(current.Needs, func(a *relate.Appearance) bool { return a.ID.Value == id })
		})
		at.under = 2
		v.Text, v.Contents = b.prose(text, at), contents(text)
	}
}

// addAskedNeeds adds the needs that a page of a wijk lists, and what its vision tells of them. It
// returns the place of the texts on the page. A link in them to a need that is not on the
// page leads to that in the vision.
func (b *pageBuilder) addAskedNeeds(v *wijkView, p *plan.Page) place {
	current := p.Wijk.Current
	at := place{source: current.File.Path, under: 3}
	if p.Parent != nil || len(p.Parts) > 0 {
		at.home = current
	}
	b.ids = make(ids) // those of the text of the wijk have a prefix
	for _, a := range current.Needs {
		b.ids.take(a.ID.Value)
	}
	asked := make([]*relate.Appearance, len(p.Rows.Needs))
	for i, n := range p.Rows.Needs {
		asked[i] = n.Main
	}
	v.Filter = b.filter(asked)
	v.Needs = b.needLines(asked)
	for _, a := range asked {
		if s := b.needStory(a, at); s.Facts+s.Added+s.Explanation != "" || s.Story != "" {
			v.Stories = append(v.Stories, s)
		}
	}
	return at
}

// needStory returns what a vision tells of a need.
func (b *pageBuilder) needStory(a *relate.Appearance, at place) needStory {
	s := needStory{
		Need:  link{Text: a.Title.Value, URL: b.needLink(a.Of).URL},
		Theme: b.themeLink(a.Theme),
		Facts: b.needFacts(a),
		Added: b.addedNote(a),
		Story: b.section(a.Vision.Body, a.ID.Value, at),
	}
	if s.Story == "" {
		s.Explanation = a.Explanation.Value
	}
	return s
}
