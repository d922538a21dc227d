// Package worksheet makes the workbook in which a department reports on its commitments, or a wijk
// judges what was done for it: a row for each thing that waits for an answer, as package report
// knows them, with what is known in grey and white cells for what is new. The white columns are the
// keys of an entry of voortgang, or of oordelen, so that package tableimport reads what was
// filled in.
package worksheet

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/report"
	"wijkvisie/internal/spreadsheet"
	"wijkvisie/internal/theme"
)

// spareRows is how many empty rows a form has at the end, for a second step on a day or for
// something that was not asked.
const spareRows = 10

// Of returns the form for what a worklist has, of a department or of a wijk. It has no rows when
// nothing waits.
func Of(w *report.Worklist) *spreadsheet.Form {
	b := &builder{w.Words, w.Graph, noun.Of(w.Words.Lang, noun.OwnOf(w.Graph.Site, w.Words.Lang))}
	if w.Scope.Department != nil {
		return b.progress(w)
	}
	return b.judgements(w)
}

// builder makes a form.
type builder struct {
	*theme.Words
	graph *relate.Graph
	nouns *noun.Nouns
}

// form returns a form without rows, whose words have keys that begin with a text. Its white columns
// are the keys of a mapping, of those that are not known.
func (b *builder) form(sheet, key, who string, m *parse.Mapping, known []spreadsheet.FormColumn) *spreadsheet.Form {
	f := &spreadsheet.Form{
		Sheet: sheet, Title: b.Text(key+"title", "who", who, "date", b.Day(b.graph.Date)),
		Intro:   []string{b.Text("form.white"), b.Text(key + "more"), b.Text("form.back")},
		Columns: known, Spare: spareRows, Refusal: b.Text("form.refusal"),
	}
	if mail := b.graph.Site.Contact.Email.Value; mail != "" {
		f.Intro[2] = b.Text("form.back-to", "mail", mail)
	}
	for _, k := range parse.RowKeys(m) {
		if slices.ContainsFunc(known, func(c spreadsheet.FormColumn) bool { return c.Name == k.Column }) {
			continue
		}
		about := k.Description(b.nouns)
		var options []string
		if k.Type == parse.TextValue { // of an address these are its schemes
			options = k.Enum
		}
		if k.Example != "" && options == nil {
			about += " " + b.Text("form.example", "example", k.Example)
		}
		f.Columns = append(f.Columns, spreadsheet.FormColumn{Name: k.Column, About: about, Options: options, Width: widthOf(k)})
	}
	return f
}

// widthOf returns how wide the column of a key is.
func widthOf(k parse.RowKey) float64 {
	switch {
	case k.Type == parse.DayValue || k.Type == parse.PlannedValue:
		return 13
	case k.Type == parse.TextValue && k.Enum != nil:
		return 19
	case k.Name == "tekst" || k.Name == "reden":
		return 36
	default:
		return 16
	}
}

// known returns a column for what is known.
func (b *builder) known(name string, width float64) spreadsheet.FormColumn {
	return spreadsheet.FormColumn{Name: name, About: b.Text("form.column." + name), Known: true, Width: width}
}

// progress returns the form of a department.
func (b *builder) progress(w *report.Worklist) *spreadsheet.Form {
	f := b.form(string(plan.ProgressTable), "form.progress.", w.Scope.Department.Name.Value, parse.MappingAt("programma", "toezeggingen", "voortgang"), []spreadsheet.FormColumn{
		b.known("toezegging", 14), b.known("titel", 28), b.known("waarom", 40), b.known("gevraagd-in", 24), b.known("beloofd", 14), b.known("stand", 28),
	})
	var waiting []report.Sentence
	for _, of := range w.Waiting {
		waiting = append(waiting, of.Sentences...)
	}
	for _, g := range w.Due {
		waiting = append(waiting, g.Sentences...)
	}
	row := make(map[*relate.Commitment]int)
	for _, s := range waiting {
		c := s.Commitment
		if i, ok := row[c]; ok {
			if why := &f.Rows[i][2]; !strings.Contains(*why, s.Text) {
				*why += "\n" + s.Text
			}
			continue
		}
		row[c] = len(f.Rows)
		f.Rows = append(f.Rows, []string{c.ID.Value, c.Title.Value, s.Text, b.wijken(c), b.Planned(c.Due), b.state(c)})
	}
	return f
}

// wijken returns the names of the wijken that a commitment is for, with the titles of their needs.
func (b *builder) wijken(c *relate.Commitment) string {
	var lines []string
	for _, w := range c.Wijken {
		line := w.Name.Value
		var needs []string
		for _, n := range c.Needs {
			if n.Wijk == w {
				needs = append(needs, n.Main.Title.Value)
			}
		}
		if needs != nil {
			line += ": " + strings.Join(needs, "; ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// state returns how a commitment stands, and what was reported last.
func (b *builder) state(c *relate.Commitment) string {
	lines := []string{b.Text("commitment.status." + string(c.Status))}
	if n := len(c.Progress); n > 0 {
		last := c.Progress[n-1]
		line := b.Day(last.Date.Day)
		if text := strings.Join(slices.DeleteFunc([]string{last.Text.Value, last.Reason.Value}, func(s string) bool { return s == "" }), " "); text != "" {
			line += ": " + text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// judgements returns the form of a wijk.
func (b *builder) judgements(w *report.Worklist) *spreadsheet.Form {
	f := b.form(string(plan.JudgementTable), "form.judgements.", w.Scope.Wijk.Name.Value, parse.MappingAt("wijkvisie", "behoeften", "oordelen"), []spreadsheet.FormColumn{
		b.known("behoefte", 24), b.known("wijkvisie", 16), b.known("titel", 28), b.known("waarom", 40), b.known("gedaan", 40),
	})
	for _, g := range w.Unjudged {
		for _, s := range g.Sentences {
			n := s.Need
			f.Rows = append(f.Rows, []string{n.ID, n.Main.Vision.ID, n.Main.Title.Value, s.Text, b.done(n)})
		}
	}
	return f
}

// done returns what was done for a need, with the ids by which a judgement can be on one of them.
func (b *builder) done(n *relate.Need) string {
	var lines []string
	for _, c := range n.Commitments {
		if c.Status == city.Realised || c.Status == city.PartlyRealised {
			lines = append(lines, b.Text("form.done", "id", c.ID.Value, "title", c.Title.Value, "status", b.Text("commitment.status."+string(c.Status)), "day", b.Day(c.StatusSince)))
		}
	}
	return strings.Join(lines, "\n")
}
