package relate

import "wijkvisie/internal/city"

// Theme is a subject with the needs and commitments of all wijken.
type Theme struct {
	*city.Theme
	Needs       []*Need       // of current visions, by wijk in display order, then priority
	Commitments []*Commitment // that answer a need of the theme, by id
	Figures     Figures
}

func (r *relater) addThemes() {
	for _, t := range r.Site.Themes {
		if t.ID.IsZero() || r.theme[t.ID.Value] != nil {
			continue
		}
		theme := &Theme{Theme: t}
		r.theme[t.ID.Value] = theme
		r.Themes = append(r.Themes, theme)
	}
}
