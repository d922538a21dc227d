package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// wijkView is a wijk: its current vision, what it asks and how that stands.
type wijkView struct {
	frame
	Vision   *visionHead   // nil when there is none yet
	Locator  template.HTML // where it lies in the municipality
	Figures  figures
	Filter   *filter // nil when there are few needs
	Needs    []needCard
	Contents []heading // of the story
	Story    template.HTML
	Intro    template.HTML
	People   people
	Coming   []visionRow
	Earlier  []visionRow
	Glossary []glossaryGroup
}

// visionHead is what stands at the top of a vision.
type visionHead struct {
	Title     string
	URL       string
	Period    string
	State     string // "Wijkvisie 2011–2014, vastgesteld op 19 mei 2011 door …"
	Notice    string // of one that is for inspraak, or withdrawn
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

// heading is an entry of a table of contents.
type heading struct {
	ID    string
	Text  string
	Level int
}

// people is who can be spoken to.
type people struct {
	Manager   contact
	OfficeAt  string
	OfficeAll string
	Network   string
	Buurten   string
	Residents string
}

// contact is how to reach somebody, a line for each way.
type contact []contactLine

type contactLine struct {
	Text string
	URL  template.URL // html/template does not know tel:
}

func (d *desk) wijk(p *plan.Page) *wijkView {
	w := p.Wijk()
	description := d.say("wijk.description", "name", w.Name.Value)
	v := &d.wijkPage
	*v = wijkView{
		frame:   d.frame(p, w.Name.Value, description, d.index("menu.wijken", plan.WijkenURL)),
		Locator: d.locator(w),
		Figures: d.figures(w.Figures, wholeBar),
		Intro:   d.prose(whole(&w.Record), place{source: w.File.Path, under: 2, prefix: plan.WijkTextPrefix}),
		People:  d.people(w),
		Coming:  d.visionRows(w.Upcoming),
		Earlier: d.visionRows(w.Archive),
	}
	v.Banner, v.EditURL = d.Banner(w.Draft), d.editURL(w.File.Path)
	if w.Current != nil {
		d.addCurrent(v, w.Current)
	}
	v.Glossary = d.explained()
	return v
}

// addCurrent adds the current vision to the page of its wijk.
func (d *desk) addCurrent(v *wijkView, current *relate.Vision) {
	head := d.heads.one()
	*head = d.visionHead(current)
	v.Vision = head
	if banner := d.Banner(current.Draft); banner != "" {
		v.Banner = banner
	}
	if head.Summary != "" {
		v.Description = head.Summary
	}
	v.EditURL = d.editURL(current.File.Path)
	d.ids.clear() // those of the text of the wijk have a prefix
	for _, a := range current.Needs {
		d.ids.take(a.ID.Value)
	}
	var story markdown.Fragment
	if current.Body != nil {
		story = current.Body.Without(d.ids.has) // what the needs have not
	}
	v.Filter = d.filter(current.Needs)
	v.Needs = d.cards.take(len(current.Needs))
	for i, a := range current.Needs {
		d.fillCard(&v.Needs[i], a, place{source: current.File.Path, under: 3})
	}
	v.Story = d.prose(story, place{source: current.File.Path, under: 2})
	v.Contents = d.contents(story)
}

func (d *desk) visionRows(visions []*relate.Vision) []visionRow {
	rows := d.rowsOfVisions.take(len(visions))
	for i, v := range visions {
		rows[i] = visionRow{d.visionLink(v), d.visionState(v)}
	}
	return rows
}

// visionHead returns what stands at the top of a vision.
func (d *desk) visionHead(v *relate.Vision) visionHead {
	head := visionHead{
		Title:     v.Title.Value,
		URL:       address(d, v, plan.AppendVisionURL),
		Period:    d.period(v.Period),
		State:     d.visionState(v),
		Summary:   v.Summary.Value,
		SummaryEN: v.SummaryEN.Value,
		Source:    d.sourceLink(v.Source),
	}
	switch v.Status.Value {
	case city.Consultation:
		head.Notice = d.consultation(v)
		if address := outside(v.OpenURL.Value); address != "" {
			head.NoticeURL = link{Text: d.words.Text("vision.respond"), URL: address}
		}
	case city.Withdrawn:
		head.Notice = d.say("vision.withdrawn", "date", d.date(v.WithdrawnOn.Day), "reason", v.Reason.Value)
	}
	return head
}

// consultation says until when residents can respond to a vision.
func (d *desk) consultation(v *relate.Vision) string {
	from, through := v.OpenFrom.Day, v.OpenThrough.Day
	switch {
	case through.IsZero() && from.After(d.graph.Date):
		return d.say("vision.will-open-from", "from", d.date(from))
	case through.IsZero():
		return d.words.Text("vision.open")
	case through.Before(d.graph.Date):
		return d.say("vision.was-open", "date", d.date(through))
	case from.After(d.graph.Date):
		return d.say("vision.will-open", "from", d.date(from), "through", d.date(through))
	default:
		return d.say("vision.open-through", "date", d.date(through))
	}
}

// visionState says what a vision is, for which period, and since when.
func (d *desk) visionState(v *relate.Vision) string {
	years, key := d.period(v.Period), "vision.state.adopted-by"
	switch {
	case v.Status.Value == city.Withdrawn:
		return d.say("vision.state.withdrawn", "period", years, "date", d.date(v.WithdrawnOn.Day))
	case v.Status.Value == city.Consultation:
		key = "vision.state.consultation"
	case v.Status.Value != city.Adopted:
		key = "vision.state.concept"
	case v.AdoptedBy.IsZero():
		key = "vision.state.adopted"
	}
	return d.say(key, "period", years, "date", d.date(v.AdoptedOn.Day), "by", v.AdoptedBy.Value)
}

// sourceLink returns a link to where something was decided; its text alone when
// there is no address.
func (d *desk) sourceLink(s city.Source) link {
	l := link{Text: s.Title.Value, URL: outside(s.URL.Value)}
	if l.Text == "" && l.URL != "" {
		l.Text = d.words.Text("source")
	}
	return l
}

func (d *desk) people(w *relate.Wijk) people {
	p := people{
		Manager:   contactOf(w.Manager),
		OfficeAt:  w.OfficeAt.Value,
		OfficeAll: w.OfficeHours.Value,
		Network:   listed(d, w.Network, ", ", textOf),
		Buurten:   listed(d, w.Buurten, ", ", nameOf),
	}
	if w.Residents >= 0 {
		p.Residents = d.grouped("", w.Residents)
		if year := w.ResidentsAt.Value; year != "" {
			p.Residents = d.join(p.Residents, " (", strings.Trim(w.ResidentsBy.Value+", "+year, ", "), ")")
		}
	}
	return p
}

func contactOf(c city.Contact) contact {
	var lines contact
	add := func(text, address string) {
		if text != "" {
			lines = append(lines, contactLine{text, template.URL(address)})
		}
	}
	add(c.Name.Value, "")
	add(c.Email.Value, "mailto:"+c.Email.Value)
	add(c.Phone.Value, phoneURL(c.Phone.Value))
	add(c.URL.Value, outside(c.URL.Value))
	return lines
}

// phoneURL returns the digits of a telephone number as a link (RFC 3966), empty
// when it holds something else too.
func phoneURL(number string) string {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -()", r) {
			return -1
		}
		return r
	}, number)
	if digits == "" || strings.Trim(digits, "+0123456789") != "" {
		return ""
	}
	return "tel:" + digits
}
