package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// passage is something that was said, by which an entry is found besides its title and note.
type passage struct {
	from string // where it was said, in words; empty when it is where one expects it
	text string
}

// newPassages returns what was said of each entry.
func (x *Index) newPassages() [][]passage {
	all := make([][]passage, len(x.entries))
	for i := range all {
		all[i] = x.passagesOf(&x.entries[i])
	}
	return all
}

// passagesOf returns what was said of an entry.
func (x *Index) passagesOf(e *plan.Entry) []passage {
	var t searchText
	switch of := e.Of.(type) {
	case *relate.Need:
		t.need(of, x.show.FromVision)
	case *relate.Vision:
		t.vision(of)
	case *relate.Commitment:
		t.commitment(of)
	case *relate.Wijk:
		if e.Kind == plan.ContactEntry {
			t.contact(of.Manager)
			t.add(joined(", ", x.phrase("search.office", "where", of.OfficeAt.Value), x.phrase("search.hours", "hours", of.OfficeHours.Value)))
		} else {
			t.wijk(of)
		}
	case *relate.Department:
		if e.Kind == plan.ContactEntry {
			t.contact(of.Contact)
		} else {
			t.add(of.Description.Value)
			t.body(of.Body)
		}
	case *relate.Programme:
		if of.Withdrawn {
			t.add(of.Reason.Value)
		}
		t.body(of.Body)
	case *relate.Theme:
		t.add(of.Description.Value)
	case *relate.Page:
		t.add(of.Description.Value)
		t.body(of.Body)
	case *city.Site:
		t.contact(of.Contact)
	}
	return t.passages
}

// phrase returns a text of the theme with a value in it; nothing when there is no value.
func (x *Index) phrase(key, name, value string) string {
	if value == "" {
		return ""
	}
	return x.show.Text(key, name, value)
}

// searchText is what was said of an entry.
type searchText struct {
	from     string // where what is added now was said
	passages []passage
}

// add adds texts that are not empty and not there yet.
func (t *searchText) add(texts ...string) {
	for _, text := range texts {
		if strings.ContainsAny(text, "\n\t\r") || strings.Contains(text, "  ") {
			text = strings.Join(strings.Fields(text), " ")
		}
		if text != "" && !slices.ContainsFunc(t.passages, func(p passage) bool { return p.text == text }) {
			t.passages = append(t.passages, passage{t.from, text})
		}
	}
}

// body adds the text of a document.
func (t *searchText) body(b *city.Body) { t.add(textOf(markdown.Whole(b))) }

// textOf returns the text of a part of a document in one line. A heading ends as a sentence does.
func textOf(f markdown.Fragment) string {
	lines := strings.Split(f.Text(), "\n")
	for i, line := range lines[:len(lines)-1] {
		if r, _ := utf8.DecodeLastRuneInString(line); unicode.IsLetter(r) || unicode.IsDigit(r) {
			lines[i] = line + "."
		}
	}
	return strings.Join(lines, " ")
}

// quote adds what somebody said.
func (t *searchText) quote(by, text string) { t.add(joined(": ", by, text)) }

func (t *searchText) need(n *relate.Need, fromVision func(*relate.Vision) string) {
	for _, a := range n.Appearances {
		t.from = ""
		if a.Vision != n.Wijk.Current && a.Vision != n.Main.Vision { // of which the note tells
			t.from = fromVision(a.Vision)
		}
		if a != n.Main && a.Title.Value != n.Main.Title.Value {
			t.add(a.Title.Value)
		}
		t.add(a.Explanation.Value)
		t.section(a.Vision.Body, a.ID.Value)
		if a.Retracted {
			t.add(a.Reason.Value)
		}
		theme := ""
		if a.Theme != nil {
			theme = a.Theme.Name.Value
		}
		t.add(joined(" · ", theme, names(a.Areas()), list(a.RaisedBy), a.RaisedAt.Value))
	}
	t.from = ""
	for _, a := range n.Answers {
		t.add(a.Reason.Value)
	}
	for _, j := range n.Judgements {
		t.quote(j.By.Value, j.Text.Value)
	}
}

// section adds the section of a vision that tells a need.
func (t *searchText) section(b *city.Body, id string) {
	if b == nil {
		return
	}
	f, ok := markdown.Section(b, id)
	if !ok {
		return
	}
	for i := range b.Headings {
		if h := &b.Headings[i]; h.Explicit && h.ID == id {
			t.add(joined(". ", h.Text, textOf(f)))
			return
		}
	}
	t.add(textOf(f))
}

func (t *searchText) commitment(c *relate.Commitment) {
	t.add(c.Explanation.Value)
	for _, p := range c.Progress {
		t.add(p.Text.Value, p.Reason.Value, p.Source.Title.Value)
		if p.Image != nil {
			t.add(p.Image.Alt.Value)
		}
	}
	if c.Withdrawn() {
		t.add(c.Programme.Reason.Value)
	}
	wijken := make([]string, len(c.Wijken))
	for i, w := range c.Wijken {
		wijken[i] = w.Name.Value
	}
	t.add(joined(" · ", strings.Join(wijken, ", "), c.ID.Value, list(c.Former), list(c.Partners), c.Cover.Value, c.Source.Title.Value))
}

// wijk adds what stands on the page of a wijk.
func (t *searchText) wijk(w *relate.Wijk) {
	t.body(w.Body)
	if w.Current != nil {
		t.vision(w.Current)
	}
	t.add(names(w.Buurten), list(w.Network))
	t.add(w.Manager.Name.Value, w.OfficeAt.Value)
}

// vision adds what was said in a vision and of it, the stories of its needs aside, which are
// found as those needs.
func (t *searchText) vision(v *relate.Vision) {
	t.add(v.Title.Value, v.Summary.Value)
	if v.Status.Value == city.Withdrawn {
		t.add(v.Reason.Value)
	}
	if v.Body != nil {
		own := markdown.Without(v.Body, func(id string) bool {
			return slices.ContainsFunc(v.Needs, func(a *relate.Appearance) bool { return a.ID.Value == id })
		})
		t.add(textOf(own))
	}
	for _, a := range v.Advice {
		t.quote(a.By.Value, a.Text.Value)
		t.add(a.Reply.Value)
	}
}

// contact adds how somebody is reached.
func (t *searchText) contact(c city.Contact) {
	t.add(joined(" · ", c.Name.Value, c.Phone.Value, c.Email.Value))
}

// joined joins texts that are not empty.
func joined(separator string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(text string) bool { return text == "" }), separator)
}

func list[T fmt.Stringer](texts []T) string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = text.String()
	}
	return strings.Join(all, ", ")
}

func names(buurten []*city.Buurt) string {
	all := make([]string, len(buurten))
	for i, b := range buurten {
		all[i] = b.Name.Value
	}
	return strings.Join(all, ", ")
}
