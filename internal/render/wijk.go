package render

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
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

func (r *Renderer) wijk(p *plan.Page) wijkView {
	w := p.Wijk
	words := r.newGlossary()
	description := r.words.Text("wijk.description", "name", w.Name.Value)
	v := wijkView{
		frame:   r.frame(p, w.Name.Value, description, r.index("menu.wijken", plan.WijkenURL)),
		Locator: r.locator(w),
		Figures: r.figures(w.Figures, words, wholeBar),
		Intro:   r.text(whole(&w.Record), place{source: w.File.Path, under: 2, prefix: plan.WijkTextPrefix, ids: new(ids)}),
		People:  r.people(w),
		Coming:  r.visionRows(w.Upcoming),
		Earlier: r.visionRows(w.Archive),
	}
	v.Banner, v.EditURL = r.Banner(w.Draft), r.editURL(w.File.Path)
	if w.Current != nil {
		r.addCurrent(&v, w.Current, words)
	}
	v.Glossary = words.list()
	return v
}

// addCurrent adds the current vision to the page of its wijk.
func (r *Renderer) addCurrent(v *wijkView, current *relate.Vision, words *glossary) {
	head := r.visionHead(current)
	v.Vision = &head
	if banner := r.Banner(current.Draft); banner != "" {
		v.Banner = banner
	}
	if head.Summary != "" {
		v.Description = head.Summary
	}
	v.EditURL = r.editURL(current.File.Path)
	asked := make(map[string]bool, len(current.Needs))
	at := place{source: current.File.Path, under: 3, ids: new(ids)}
	for _, a := range current.Needs {
		asked[a.ID.Value] = true
		at.ids.take(a.ID.Value)
	}
	v.Filter = r.filter(current.Needs, words)
	for _, a := range current.Needs {
		v.Needs = append(v.Needs, r.needCard(a, words, at))
	}
	if current.Body == nil {
		return
	}
	story := current.Body.Without(func(id string) bool { return asked[id] })
	at.under = 2
	v.Story = r.text(story, at)
	for _, h := range story.Headings() {
		v.Contents = append(v.Contents, heading{h.ID, h.Text, h.Level})
	}
}

func (r *Renderer) visionRows(visions []*relate.Vision) []visionRow {
	rows := make([]visionRow, len(visions))
	for i, v := range visions {
		rows[i] = visionRow{r.visionLink(v), r.visionState(v)}
	}
	return rows
}

// visionHead returns what stands at the top of a vision.
func (r *Renderer) visionHead(v *relate.Vision) visionHead {
	head := visionHead{
		Title:     v.Title.Value,
		URL:       r.href(plan.VisionURL(v)),
		Period:    period(v.Period),
		State:     r.visionState(v),
		Summary:   v.Summary.Value,
		SummaryEN: v.SummaryEN.Value,
		Source:    r.sourceLink(v.Source),
	}
	switch v.Status.Value {
	case city.Consultation:
		head.Notice = r.consultation(v)
		if address := outside(v.OpenURL.Value); address != "" {
			head.NoticeURL = link{Text: r.words.Text("vision.respond"), URL: address}
		}
	case city.Withdrawn:
		head.Notice = r.words.Text("vision.withdrawn", "date", r.date(v.WithdrawnOn.Day), "reason", v.Reason.Value)
	}
	return head
}

// consultation says until when residents can respond to a vision.
func (r *Renderer) consultation(v *relate.Vision) string {
	from, through := v.OpenFrom.Day, v.OpenThrough.Day
	switch {
	case through.IsZero() && from.After(r.graph.Date):
		return r.words.Text("vision.will-open-from", "from", r.date(from))
	case through.IsZero():
		return r.words.Text("vision.open")
	case through.Before(r.graph.Date):
		return r.words.Text("vision.was-open", "date", r.date(through))
	case from.After(r.graph.Date):
		return r.words.Text("vision.will-open", "from", r.date(from), "through", r.date(through))
	default:
		return r.words.Text("vision.open-through", "date", r.date(through))
	}
}

// visionState says what a vision is, for which period, and since when.
func (r *Renderer) visionState(v *relate.Vision) string {
	args := []string{"period", period(v.Period), "date", r.date(v.AdoptedOn.Day), "by", v.AdoptedBy.Value}
	switch {
	case v.Status.Value == city.Withdrawn:
		return r.words.Text("vision.state.withdrawn", "period", period(v.Period), "date", r.date(v.WithdrawnOn.Day))
	case v.Status.Value == city.Consultation:
		return r.words.Text("vision.state.consultation", args...)
	case v.Status.Value != city.Adopted:
		return r.words.Text("vision.state.concept", args...)
	case v.AdoptedBy.IsZero():
		return r.words.Text("vision.state.adopted", args...)
	default:
		return r.words.Text("vision.state.adopted-by", args...)
	}
}

// sourceLink returns a link to where something was decided; its text alone when
// there is no address.
func (r *Renderer) sourceLink(s city.Source) link {
	l := link{Text: s.Title.Value, URL: outside(s.URL.Value)}
	if l.Text == "" && l.URL != "" {
		l.Text = r.words.Text("source")
	}
	if l.Text != "" && !s.Date.IsZero() {
		l.Text += ", " + r.date(s.Date.Day)
	}
	return l
}

func (r *Renderer) people(w *relate.Wijk) people {
	p := people{
		Manager:   contactOf(w.Manager),
		OfficeAt:  w.OfficeAt.Value,
		OfficeAll: w.OfficeHours.Value,
		Network:   strings.Join(values(w.Network), ", "),
		Buurten:   areaNames(w.Buurten),
	}
	if w.Residents >= 0 {
		p.Residents = r.number(w.Residents)
		if year := w.ResidentsAt.Value; year != "" {
			p.Residents += " (" + strings.Trim(w.ResidentsBy.Value+", "+year, ", ") + ")"
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
	digits := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(number)
	if digits == "" || strings.Trim(digits, "+0123456789") != "" {
		return ""
	}
	return "tel:" + digits
}
