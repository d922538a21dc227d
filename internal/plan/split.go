package plan

import (
	"cmp"
	"slices"
	"strconv"

	"wijkvisie/internal/relate"
)

// The sizes up to which a page shows its lists whole, so that no page grows without bound as
// the site does.
const (
	// Most is how many rows a list has before it is split into parts.
	Most = 200
	// MostWijken is how many wijken an overview shows before it is split into parts.
	MostWijken = 120
	// mostOwnParts is how many wijken a site has before a part is for several wijken, which
	// are found under one letter.
	mostOwnParts = 44
)

// Part is which rows of a long list a page has.
type Part struct {
	Of          PartOf
	Wijken      []*relate.Wijk       // of OfWijken, in the order of their names
	Departments []*relate.Department // of OfDepartments
	Year        int                  // of OfYear
	Kind        EntryKind            // of OfKind
	Theme       *relate.Theme        // of OfTheme; nil when it has what has no theme
	Number      int                  // from 1; more when rows of one folder do not fit on one page
}

// PartOf is a kind of part.
type PartOf uint8

// The kinds of part.
const (
	OfWijken        PartOf = iota // what concerns one of its wijken
	OfSeveralWijken               // what concerns several wijken together
	OfNoWijk                      // what concerns no wijk
	OfDepartments
	OfYear // programmes that begin in the year
	OfKind // entries of the kind
	OfTheme
)

// The folders of parts that are not of wijken.
const (
	severalWijkenFolder = "meer-wijken"
	noWijkFolder        = "geen-wijk"
)

// unit is rows that stand on one page together, however many they are.
type unit struct {
	part   Part
	folder string // of the part, below the page
	rows   Rows
}

// list gives a page its rows: all of them, or when there are too many, parts that hold the
// units of the rows by their folders. A folder with too many rows has several parts: w, w-2,
// w-3. Up to MostWijken wijken stay on the page, whatever else it lists.
func (p *Page) list(all Rows, units func(all Rows) []*unit) {
	if len(all.Wijken) <= MostWijken {
		p.Rows.Wijken, all.Wijken = all.Wijken, nil
	}
	if len(all.Wijken) == 0 && all.longest() <= Most {
		wijken := p.Rows.Wijken
		p.Rows = all
		p.Rows.Wijken = wijken
		return
	}
	var part *Page
	folder := ""
	for _, u := range units(all) {
		switch {
		case part == nil || u.folder != folder:
			folder = u.folder
			part = p.addPart(u, 1)
		case !part.Rows.fits(&u.rows):
			part = p.addPart(u, part.Part.Number+1)
		default:
			part.Part.Wijken = append(part.Part.Wijken, u.part.Wijken...)
			part.Part.Departments = append(part.Part.Departments, u.part.Departments...)
		}
		part.Rows.add(&u.rows)
	}
	for _, part := range p.Parts {
		slices.SortFunc(part.Part.Wijken, func(a, b *relate.Wijk) int { return cmp.Compare(a.ByName, b.ByName) })
	}
}

// addPart adds a part of the list of a page, which lists nothing yet.
func (p *Page) addPart(u *unit, number int) *Page {
	page, part := *p, u.part
	part.Number = number
	page.Part, page.Parent = &part, p
	page.Rows, page.Parts = Rows{}, nil
	page.URL = p.URL + u.folder
	if number > 1 {
		page.URL += "-" + strconv.Itoa(number)
	}
	page.URL += "/"
	p.Parts = append(p.Parts, &page)
	return &page
}

// PartFor returns the page that has the part of a kind, the page itself when it has no such
// part. Of OfWijken it is the part with a wijk, which is nil for other kinds.
func (p *Page) PartFor(of PartOf, w *relate.Wijk) *Page {
	for _, part := range p.Parts {
		if part.Part.Of == of && (w == nil || slices.Contains(part.Part.Wijken, w)) {
			return part
		}
	}
	return p
}

// unitsByWijk returns rows as units of all rows of one wijk: in display order, or when the
// site has many wijken by the letters of their names. What concerns several wijken or none
// comes after them, one row a unit.
func (s *Site) unitsByWijk(all Rows) []*unit {
	ofWijken := make([]*unit, len(s.Graph.Wijken)) // in the order of units; nil without rows
	places := s.unitPlaces()
	var several, none []*unit
	rowsOf := func(wijken ...*relate.Wijk) *Rows {
		switch len(wijken) {
		case 0:
			none = append(none, &unit{part: Part{Of: OfNoWijk}, folder: noWijkFolder})
			return &none[len(none)-1].rows
		case 1:
			place := places[wijken[0].Ordinal]
			if ofWijken[place] == nil {
				ofWijken[place] = s.unitOfWijk(wijken[0])
			}
			return &ofWijken[place].rows
		}
		several = append(several, &unit{part: Part{Of: OfSeveralWijken}, folder: severalWijkenFolder})
		return &several[len(several)-1].rows
	}
	for _, w := range all.Wijken {
		rows := rowsOf(w)
		rows.Wijken = append(rows.Wijken, w)
	}
	for _, n := range all.Needs {
		rows := rowsOf(n.Wijk)
		rows.Needs = append(rows.Needs, n)
	}
	for _, c := range all.Commitments {
		rows := rowsOf(c.Wijken...)
		rows.Commitments = append(rows.Commitments, c)
	}
	for _, a := range all.Answers {
		rows := rowsOf(a.Of.Wijk)
		rows.Answers = append(rows.Answers, a)
	}
	for _, e := range all.Events {
		rows := rowsOf(e.Wijken()...)
		rows.Events = append(rows.Events, e)
	}
	for _, e := range all.Entries {
		if wijken, ok := e.wijken(); ok {
			rows := rowsOf(wijken...)
			rows.Entries = append(rows.Entries, e)
		}
	}
	units := slices.DeleteFunc(ofWijken, func(u *unit) bool { return u == nil })
	return append(append(units, several...), none...)
}

// unitOfWijk returns the unit of a wijk, without rows.
func (s *Site) unitOfWijk(w *relate.Wijk) *unit {
	folder := w.ID
	if s.manyWijken() {
		folder = w.Initial
	}
	return &unit{part: Part{Of: OfWijken, Wijken: []*relate.Wijk{w}}, folder: folder}
}

// newUnitPlaces returns the places of the wijken in the order of units, by Wijk.Ordinal:
// display order, or when there are many wijken display order within a letter.
func (s *Site) newUnitPlaces() []int {
	order := slices.Clone(s.Graph.Wijken)
	if s.manyWijken() {
		slices.SortStableFunc(order, func(a, b *relate.Wijk) int {
			return cmp.Compare(a.Initial, b.Initial)
		})
	}
	places := make([]int, len(order))
	for place, w := range order {
		places[w.Ordinal] = place
	}
	return places
}

// manyWijken reports whether the site has too many wijken for a part each.
func (s *Site) manyWijken() bool { return len(s.Graph.Wijken) > mostOwnParts }

// unitsOfEntries returns entries as units: those of wijken by wijk, then the others by kind.
func (s *Site) unitsOfEntries(all Rows) []*unit {
	units := s.unitsByWijk(all)
	for _, e := range all.Entries {
		if _, ok := e.wijken(); !ok {
			units = append(units, &unit{Part{Of: OfKind, Kind: e.Kind}, e.Kind.folder(), Rows{Entries: []*Entry{e}}})
		}
	}
	return units
}

// unitsOfDepartments returns departments as units of one each, by the letters of their names.
func unitsOfDepartments(all Rows) []*unit {
	var units []*unit
	for _, d := range all.Departments { // which are in the order of their names
		one := []*relate.Department{d}
		units = append(units, &unit{Part{Of: OfDepartments, Departments: one}, d.Initial, Rows{Departments: one}})
	}
	return units
}

// unitsOfProgrammes returns programmes as units of one each, by the years in which they
// begin.
func unitsOfProgrammes(all Rows) []*unit {
	var units []*unit
	for _, p := range all.Programmes { // of which the newest period is first
		year := p.Period.First
		units = append(units, &unit{Part{Of: OfYear, Year: year}, strconv.Itoa(year), Rows{Programmes: []*relate.Programme{p}}})
	}
	return units
}
