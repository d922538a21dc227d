package cbsmap

import (
	"slices"
	"strings"
	"unicode"

	"github.com/paulmach/orb"

	"wijkvisie/internal/cbs"
	"wijkvisie/internal/topology"
)

// part is what is known of a wijk before it is complete.
type part struct {
	wijk   Wijk
	file   *reading      // that has the wijk itself
	water  bool          // all that was seen of it is water
	pieces []orb.Polygon // its buurten, when no map has the wijk itself
}

// fill makes the wijken of the features of a municipality.
func (m *Map) fill(found *scanned) error {
	parts := make(map[string]*part)
	var buurten []*feature
	for _, f := range found.features {
		if err := m.ofYear(f); err != nil {
			return err
		}
		if f.level == cbs.Buurt {
			buurten = append(buurten, f)
			continue
		}
		if err := addWijk(parts, f); err != nil {
			return err
		}
	}
	if err := m.addBuurten(parts, buurten); err != nil {
		return err
	}
	for _, p := range parts {
		if err := p.complete(); err != nil {
			return err
		}
		if p.water {
			m.Water = append(m.Water, p.wijk)
		} else {
			m.Wijken = append(m.Wijken, p.wijk)
		}
	}
	byCode := func(a, b Wijk) int { return strings.Compare(a.Code, b.Code) }
	slices.SortFunc(m.Wijken, byCode)
	slices.SortFunc(m.Water, byCode)
	switch {
	case len(m.Wijken) == 0:
		return &Problem{What: NoWijken, Text: strings.TrimSpace(m.Code + " " + m.Name), Municipalities: found.list()}
	case m.Name == "":
		return &Problem{What: NoName, Text: m.Code}
	}
	simplify(m.Wijken)
	return nil
}

// ofYear takes the year of a feature for that of the map, and refuses features of two years.
func (m *Map) ofYear(f *feature) error {
	year := f.year()
	switch {
	case year == "" || year == m.Year:
	case m.Year == "":
		m.Year = year
	default:
		return &Problem{What: OtherYears, File: f.file.name, Text: m.Year + ", " + year}
	}
	return nil
}

// addWijk adds a feature to the wijk that it is of. Some maps have a wijk in several features,
// of land and of water.
func addWijk(parts map[string]*part, f *feature) error {
	p := parts[f.code]
	if p == nil {
		p = &part{wijk: Wijk{Code: f.code, Residents: -1}, file: f.file, water: true}
		parts[f.code] = p
	}
	if p.file != f.file {
		return &Problem{What: Twice, File: f.file.name, Text: f.code}
	}
	if name := clean(f.properties.NameOf(cbs.Wijk, cbs.Wijk)); name != "" && (p.wijk.Name == "" || p.water) {
		p.wijk.Name = name
	}
	if f.properties.IsWater() {
		return nil
	}
	p.water = false
	if n, ok := f.properties.Residents(); ok {
		p.wijk.Residents = max(p.wijk.Residents, n)
	}
	shape, err := f.shape()
	p.wijk.Shape = append(p.wijk.Shape, shape...)
	return err
}

// addBuurten adds buurten to their wijken, and makes the wijken of them when the maps have none.
func (m *Map) addBuurten(parts map[string]*part, buurten []*feature) error {
	alone := len(parts) == 0
	for _, f := range buurten {
		if f.properties.IsWater() {
			continue
		}
		code := f.properties.WijkCode(f.code)
		p := parts[code]
		switch {
		case p == nil && !alone:
			return &Problem{What: Orphan, File: f.file.name, Text: f.code}
		case p == nil:
			p = &part{wijk: Wijk{Code: code, Residents: -1}}
			parts[code] = p
		}
		if slices.ContainsFunc(p.wijk.Buurten, func(b Buurt) bool { return b.Code == f.code }) {
			continue // in several features
		}
		p.wijk.Buurten = append(p.wijk.Buurten, Buurt{f.code, clean(f.properties.NameOf(cbs.Buurt, cbs.Buurt))})
		if !alone {
			continue
		}
		if p.wijk.Name == "" {
			p.wijk.Name = clean(f.properties.NameOf(cbs.Wijk, cbs.Buurt))
		}
		if p.wijk.Name == "" {
			return &Problem{What: BuurtenOnly, File: f.file.name}
		}
		shape, err := f.shape()
		if err != nil {
			return err
		}
		p.pieces = append(p.pieces, shape...)
	}
	return nil
}

// complete sorts the buurten of a wijk and joins their areas to that of the wijk.
func (p *part) complete() error {
	slices.SortFunc(p.wijk.Buurten, func(a, b Buurt) int { return strings.Compare(a.Code, b.Code) })
	if p.wijk.Name == "" {
		p.wijk.Name = p.wijk.Code
	}
	for i, b := range p.wijk.Buurten {
		if b.Name == "" {
			p.wijk.Buurten[i].Name = b.Code
		}
	}
	if p.file == nil {
		p.wijk.Shape = topology.Dissolve(p.pieces, sliver)
	}
	if len(p.wijk.Shape) == 0 && !p.water {
		return &Problem{What: NoArea, Text: p.wijk.Code}
	}
	return nil
}

// clean returns a name without what nobody sees, in a line.
func clean(name string) string {
	visible := strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	return strings.Join(strings.Fields(visible), " ")
}
