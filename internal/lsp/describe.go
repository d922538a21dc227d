package lsp

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
)

// describeReference returns what a reference leads to, in Markdown; empty when that is not
// known.
func (c *Content) describeReference(to parse.Reference, ref, wijk string, lang diag.Lang) string {
	x := c.Index
	switch to {
	case parse.ToNeed:
		return c.describeNeed(ref, lang)
	case parse.ToCommitment:
		return c.describeCommitment(ref, lang)
	case parse.ToWijk:
		if w, _, ok := x.Wijken.Find(ref); ok {
			return titled(w.Name.Value)
		}
	case parse.ToDepartment:
		if d, _, ok := x.Departments.Find(ref); ok {
			return titled(d.Name.Value, d.Description.Value)
		}
	case parse.ToTheme:
		if t, _, ok := x.Themes.Find(ref); ok {
			return titled(t.Name.Value, t.Description.Value)
		}
	case parse.ToBuurt:
		if w, _, ok := x.Wijken.Find(wijk); ok {
			for _, b := range w.Buurten {
				if b.ID.Value == ref {
					return titled(b.Name.Value)
				}
			}
		}
	}
	return ""
}

// titled returns a title and paragraphs, without those that are empty.
func titled(title string, paragraphs ...string) string {
	text := "**" + escape(title) + "**"
	for _, p := range paragraphs {
		if p != "" {
			text += "\n\n" + escape(p)
		}
	}
	return text
}

// describeNeed returns the title of a need, how it stands and what is promised.
func (c *Content) describeNeed(ref string, lang diag.Lang) string {
	n := c.need(ref)
	if n == nil { // of a vision that is not in the graph
		wijk, id, _ := relate.NeedRef(ref)
		if hidden, _, ok := c.Index.Needs(c.Index.Wijken.Now(wijk)).Find(id); ok {
			return titled(hidden.Title.Value, hidden.Vision.Title.Value)
		}
		return ""
	}
	text := titled(n.Main.Title.Value, n.Main.Vision.Title.Value)
	if shown, meaning := c.meaning("need.status.", n.Status.String()); meaning != "" {
		text += "\n\n**" + escape(shown) + "**: " + escape(meaning)
	}
	for _, t := range n.Commitments {
		text += "\n- `" + t.ID.Value + "` " + escape(t.Title.Value) + " (" + escape(c.Word("commitment.status."+string(t.Status))) + due(t, lang) + ")"
	}
	return text
}

// describeCommitment returns the title of a commitment, how it stands and for when it is
// promised.
func (c *Content) describeCommitment(id string, lang diag.Lang) string {
	t := c.commitment(id)
	if t == nil {
		if hidden, _, ok := c.Index.Commitments.Find(id); ok {
			return titled(hidden.Title.Value, hidden.Programme.Title.Value)
		}
		return ""
	}
	by := t.Programme.Title.Value
	if d := t.Programme.Department; d != nil {
		by = d.Name.Value + ": " + by
	}
	text := titled(t.Title.Value, by)
	if shown, meaning := c.meaning("commitment.status.", string(t.Status)); meaning != "" {
		text += "\n\n**" + escape(shown) + "**: " + escape(meaning)
	}
	if when := strings.TrimPrefix(due(t, lang), ", "); when != "" {
		text += "\n\n" + when
	}
	return text
}

// due returns for when a commitment is planned, and for when it was first promised if that was
// another date; empty when it has no date.
func due(t *relate.Commitment, lang diag.Lang) string {
	if t.Due.IsZero() {
		return ""
	}
	text := ", " + sayDue.in(lang, date(t.Due))
	if original := t.OriginalDue; !original.IsZero() && date(original) != date(t.Due) {
		text += ", " + sayFirstDue.in(lang, date(original))
	}
	return text
}

// date returns a planned date as it is written in content.
func date(d city.PlannedDate) string { return d.String() }
