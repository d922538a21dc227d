package view

import (
	"html/template"
	"slices"
	"strconv"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// partOf is what a page has to do with the parts of a long list: the page of the list names
// all of them, and a part leads to its neighbours and back.
type partOf struct {
	Choose string    // what there is to choose
	Parts  []partRow // empty on a part
	Bars   bool      // the parts have bars

	// On a part.

	Whole    link
	Previous *link // nil when there is none
	Next     *link
}

// partRow is a part in the list of all parts.
type partRow struct {
	link
	Note string // how much it has, and how that stands
	Bar  template.HTML
}

// partOf returns what a page has to do with parts, nil when that is nothing. title is that of
// the list.
func (b *pageBuilder) partOf(p *plan.Page, title string) *partOf {
	switch {
	case p.Part != nil:
		return b.neighbours(p, title)
	case len(p.Parts) > 0:
		return b.parts(p)
	default:
		return nil
	}
}

// neighbours returns where a part leads to.
func (b *Builder) neighbours(p *plan.Page, title string) *partOf {
	all := p.Parent.Parts
	here := slices.Index(all, p)
	to := func(i int) *link {
		if i < 0 || i >= len(all) {
			return nil
		}
		return &link{Text: b.partName(all[i]), URL: b.Href(all[i].URL)}
	}
	return &partOf{
		Whole:    link{Text: b.Words.Text("parts.whole", "list", title), URL: b.Href(p.Parent.URL)},
		Previous: to(here - 1),
		Next:     to(here + 1),
	}
}

// parts returns the parts of a page.
func (b *pageBuilder) parts(p *plan.Page) *partOf {
	list := &partOf{Choose: b.Words.Text("parts.choose-wijk")}
	if slices.ContainsFunc(p.Parts, func(part *plan.Page) bool {
		return len(part.Part.Wijken) != 1 && part.Part.Of != plan.OfSeveralWijken && part.Part.Of != plan.OfNoWijk
	}) {
		list.Choose = b.Words.Text("parts.choose")
	}
	for _, part := range p.Parts {
		row := partRow{link: link{Text: b.partName(part), URL: b.Href(part.URL)}}
		row.Note, row.Bar = b.partFigures(part)
		switch n := len(part.Part.Wijken); {
		case n < 2:
		case row.Bar == "":
			row.Note = b.Words.Count("parts.wijken", n)
		default:
			row.Note = b.Words.Count("parts.wijken", n) + ", " + row.Note
		}
		list.Bars = list.Bars || row.Bar != ""
		list.Parts = append(list.Parts, row)
	}
	return list
}

// partName returns what a part is called: by what it has.
func (b *Builder) partName(p *plan.Page) string {
	of := p.Part
	switch of.Of {
	case plan.OfWijken:
		return b.rangeName(of.Wijken[0].Name.Value, of.Wijken[len(of.Wijken)-1].Name.Value)
	case plan.OfDepartments:
		return b.rangeName(of.Departments[0].Name.Value, of.Departments[len(of.Departments)-1].Name.Value)
	case plan.OfSeveralWijken:
		return b.numbered(b.Words.Text("commitments.several-wijken"), of.Number)
	case plan.OfNoWijk:
		return b.numbered(b.Words.Text("commitments.no-wijk"), of.Number)
	case plan.OfYear:
		return b.numbered(strconv.Itoa(of.Year), of.Number)
	case plan.OfTheme:
		name := b.Words.Text("wijk.no-theme")
		if of.Theme != nil {
			name = of.Theme.Name.Value
		}
		return b.numbered(name, of.Number)
	default:
		return b.numbered(b.Words.Text("search."+of.Kind.String()), of.Number)
	}
}

// rangeName returns the name of what is in the alphabet from one name up to another.
func (b *Builder) rangeName(first, last string) string {
	if first == last {
		return first
	}
	return b.Words.Text("parts.range", "first", first, "last", last)
}

// numbered returns the name of one of several parts with the same name.
func (b *Builder) numbered(name string, number int) string {
	if number == 1 {
		return name
	}
	return b.Words.Text("parts.number", "name", name, "n", strconv.Itoa(number))
}

// figuresOf returns how needs stand.
func figuresOf(needs []*relate.Need) relate.Figures {
	var sum relate.Figures
	for _, n := range needs {
		sum.Add(n)
	}
	return sum
}

// partFigures returns how much a part has: with how that stands where its page is about that.
func (b *pageBuilder) partFigures(p *plan.Page) (note string, bar template.HTML) {
	switch p.Kind {
	case plan.Wijken:
		var needs []*relate.Need
		for _, w := range p.Rows.Wijken {
			needs = append(needs, w.CurrentNeeds()...)
		}
		sum := figuresOf(needs)
		return b.doneShort(sum), b.figures(sum, listBar).Bar
	case plan.Theme, plan.Wijk:
		f := b.figures(figuresOf(p.Rows.Needs), listBar)
		return f.Short, f.Bar
	case plan.Department, plan.Departments:
		commitments := slices.Clip(p.Rows.Commitments)
		for _, d := range p.Rows.Departments {
			commitments = append(commitments, d.Commitments...)
		}
		f := b.commitmentFigures(commitments, listBar)
		return f.Short, f.Bar
	default:
		return b.Words.Number(p.Rows.Count()), ""
	}
}
