package docximport

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// whose returns the programme that the action in a row is for, and who else takes part; nil
// when nobody that the site knows does it.
func (im *importer) whose(g *grid, row int, named []*city.Department, any bool) (p *programme, partners []string) {
	who := g.has(whoColumn)
	text := ""
	if who >= 0 {
		text = g.merged(row, who)
	}
	switch {
	case len(named) > 0:
		p = im.programme(named[0].ID)
	case im.opt.Department != "" && (text == "" || !any):
		return im.programme(im.opt.Department), nil
	default:
		return nil, nil
	}
	for _, part := range partsOf(text) {
		if d := im.department(part); d == nil || d != named[0] {
			if len(im.departmentsIn(part)) > 0 && d == nil && im.departmentsIn(part)[0] == named[0] {
				continue // it stays in words
			}
			partners = append(partners, part)
		}
	}
	return p, partners
}

// partsOf returns the names in a cell that says who does something.
func partsOf(text string) []string {
	text = strings.NewReplacer(" i.s.m. ", ",", " ism ", ",", " in samenwerking met ", ",", " samen met ", ",", " & ", ",", " + ", ",").Replace(" " + text + " ")
	var parts []string
	for _, name := range namesIn(text) {
		for _, part := range strings.Split(name, " en ") {
			if part = spaced(part); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// department returns the department that a text is the name of; nil when it is no name.
func (im *importer) department(text string) *city.Department {
	letters := lettersOf(text)
	for _, d := range im.city.Departments {
		for _, name := range []string{d.Name.Value, d.ID} {
			if name := lettersOf(name); name != "" && (letters == name || letters == "dienst"+name || letters == "afdeling"+name || letters == "gemeente"+name) {
				return d
			}
		}
	}
	return nil
}

// departmentsIn returns the departments that a text names, in its order.
func (im *importer) departmentsIn(text string) []*city.Department {
	type at struct {
		place int
		of    *city.Department
	}
	var found []at
	words := " " + strings.Join(wordsOf(text), " ") + " "
	for _, d := range im.city.Departments {
		for _, name := range []string{d.Name.Value, d.ID} {
			if name := strings.Join(wordsOf(name), " "); name != "" {
				if i := strings.Index(words, " "+name+" "); i >= 0 {
					found = append(found, at{i, d})
					break
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b at) int { return a.place - b.place })
	var list []*city.Department
	for _, f := range found {
		list = append(list, f.of)
	}
	return list
}

// allNamed reports whether a cell names a department, and others that all are partners.
func (im *importer) allNamed(cell string, partners []string) bool {
	for _, part := range partsOf(cell) {
		if im.department(part) == nil && !slices.Contains(partners, part) {
			return false
		}
	}
	return true
}
