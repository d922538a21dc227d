package report

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// Worklist is what waits for whom: for who has to see to it that somebody does it.
type Worklist struct {
	Words      *theme.Words
	Scope      Scope
	Graph      *relate.Graph
	Title      string
	Unanswered []Group   // needs without an answer, by wijk; of no department
	Waiting    []Waiting // what is late, or was not updated for long, by department
	Due        []Group   // what is planned for the next eight weeks, by wijk
	Unjudged   []Group   // needs for which something was done that the wijk did not judge yet; of no department
}

// Waiting is what is late, or was not updated for long, of one department.
type Waiting struct {
	Who       string
	Contact   city.Contact
	Sentences []Sentence
	Mail      string // a mailto address with a text that asks after it; empty when no address is known
}

// dueDays is how many days ahead a worklist tells what is planned.
const dueDays = 8 * 7

// NewWorklist returns what waits in a scope on the date of a graph.
func NewWorklist(words *theme.Words, g *relate.Graph, scope Scope) *Worklist {
	b := newBuilder(words, g, g, scope)
	w := &Worklist{Words: words, Scope: scope, Graph: g, Title: words.Text("worklist.title")}
	if name := scope.name(); name != "" {
		w.Title = words.Text("worklist.title-of", "name", name)
	}
	if scope.Department == nil {
		w.Unanswered = b.grouped(b.unanswered())
		w.Unjudged = b.grouped(b.unjudged())
	}
	w.Waiting = b.waiting()
	until := g.Date.AddDays(dueDays)
	w.Due = b.grouped(b.planned(func(c *commitment) bool {
		last := c.Due.Last()
		return c.Open() && !last.IsZero() && !last.Before(g.Date) && !last.After(until)
	}))
	return w
}

// waiting returns what is late or silent, by department; what is of none comes last. Those of
// one name are two departments.
func (b *builder) waiting() []Waiting {
	items := append(b.late(), b.silent()...)
	slices.SortStableFunc(items, func(x, y item) int {
		return cmp.Or(-cmp.Compare(min(1, len(x.by())), min(1, len(y.by()))), cmp.Compare(x.by(), y.by()), cmp.Compare(idOf(x.of.Department), idOf(y.of.Department)), x.day.Compare(y.day))
	})
	var list []Waiting
	for n, i := range items {
		if n == 0 || i.of.Department != items[n-1].of.Department {
			list = append(list, Waiting{Who: b.who(i.of)})
			if d := i.of.Department; d != nil {
				list[len(list)-1].Contact = d.Contact
			}
		}
		last := &list[len(list)-1]
		last.Sentences = append(last.Sentences, i.Sentence)
	}
	for i := range list {
		list[i].Mail = b.mail(&list[i])
	}
	return list
}

// idOf returns the id of a department; empty when there is none.
func idOf(d *relate.Department) string {
	if d == nil {
		return ""
	}
	return d.ID
}

// longestMail is how many characters the text of a mail has at most: programs cut off longer
// addresses.
const longestMail = 1200

// mail returns a mailto address (RFC 6068) with a text that asks a department after what waits.
func (b *builder) mail(w *Waiting) string {
	if w.Contact.Email.IsZero() {
		return ""
	}
	title := b.now.Site.Title.Value
	lines := []string{
		b.Text("worklist.mail.hello", "who", w.Who), "",
		b.Text("worklist.mail.why", "title", title, "date", b.Day(b.now.Date)), "",
	}
	length := 0
	for i, s := range w.Sentences {
		if length += len(s.Text); i > 0 && length > longestMail {
			lines = append(lines, "- "+b.Text("worklist.mail.more", "n", b.Number(len(w.Sentences)-i)))
			break
		}
		lines = append(lines, "- "+s.Text)
	}
	lines = append(lines, "", b.Text("worklist.mail.ask"), "", b.Text("worklist.mail.regards"))
	if b.Wijk != nil {
		lines = append(lines, b.Wijk.Manager.Name.Value)
	}
	subject := b.Count("worklist.mail.subject", len(w.Sentences), "title", title)
	return "mailto:" + mailEscape(w.Contact.Email.Value) + "?subject=" + mailEscape(subject) + "&body=" + mailEscape(strings.Join(lines, "\r\n"))
}

// mailEscape returns a text as it is written in a mailto address.
func mailEscape(text string) string {
	return strings.NewReplacer("+", "%20", "%40", "@").Replace(url.QueryEscape(text))
}
