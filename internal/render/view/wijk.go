package view

import (
	"html/template"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// wijkView is a wijk: its current vision, what it asks and how that stands.
type wijkView struct {
	pageFrame
	Vision   *visionHead   // nil when there is none yet
	Locator  template.HTML // where it lies in the municipality
	Figures  figures
	Filter   *filter // nil when there are few needs
	Needs    []needCard
	Dropped  []droppedNeed
	Contents []heading // of the story
	Story    template.HTML
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

// wijk makes the view of a wijk.
func (b *pageBuilder) wijk(p *plan.Page) any {
	w := p.Wijk
	description := b.Words.Text("wijk.description", "name", w.Name.Value)
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
	if w.Current != nil {
		b.addCurrent(v, w.Current)
	}
	v.Glossary = b.glossary.groups()
	return v
}

// addCurrent adds the current vision to the page of its wijk.
func (b *pageBuilder) addCurrent(v *wijkView, current *relate.Vision) {
	head := b.visionHead(current)
	v.Vision = &head
	if banner := b.Banner(current.Draft); banner != "" {
		v.Banner = banner
	}
	if head.Summary != "" {
		v.Description = head.Summary
	}
	v.EditURL = b.editURL(current.File.Path)
	b.ids = make(ids) // those of the text of the wijk have a prefix
	for _, a := range current.Needs {
		b.ids.take(a.ID.Value)
	}
	var story markdown.Fragment
	if current.Body != nil { // less the sections of the needs, which their cards have
		story = markdown.Without(current.Body, func(id string) bool { return b.ids[id] })
	}
	var asked []*relate.Appearance
	for _, a := range current.Needs {
		if a.Retracted {
			v.Dropped = append(v.Dropped, droppedNeed{link{Text: a.Title.Value, URL: b.needLink(a.Of).URL}, a.ID.Value, b.droppedNote(a)})
		} else {
			asked = append(asked, a)
		}
	}
	v.Filter = b.filter(asked)
	v.Needs = make([]needCard, len(asked))
	for i, a := range asked {
		b.fillCard(&v.Needs[i], a, place{source: current.File.Path, under: 3})
	}
	v.Story = b.prose(story, place{source: current.File.Path, under: 2})
	v.Contents = contents(story)
}
