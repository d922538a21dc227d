package pipeline

import (
	"path"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme"
	"wijkvisie/internal/theme/housestyle"
)

// houseStyleName is what the stylesheet of the house style is called among the
// files of the theme.
const houseStyleName = "huisstijl.css"

// houseStyle reads the house style that site.yaml names. It is nil when there is
// none. Stylesheets that nobody named are reported.
func houseStyle(site *city.Site, styles []*source.File) (*housestyle.Style, diag.List) {
	var named source.Text
	if site != nil {
		named = site.HouseStyle
	}
	var (
		problems diag.List
		file     *source.File
		names    []string
		wanted   = path.Clean(named.Value)
	)
	for _, f := range styles {
		names = append(names, f.Path)
		switch {
		case !named.IsZero() && f.Path == wanted:
			file = f
		case site != nil && !site.Broken:
			d := diag.At(f.Whole(), diag.FileUnknown, f.Path)
			if named.IsZero() {
				d = d.WithHint(diag.WriteAs, "huisstijl: "+f.Path)
			}
			problems = append(problems, d)
		}
	}
	switch {
	case named.IsZero():
		return nil, problems
	case file != nil:
		style, wrong := housestyle.Read(file)
		return style, append(problems, wrong...)
	case path.IsAbs(wanted) || wanted == ".." || strings.HasPrefix(wanted, "../"):
		return nil, append(problems, diag.At(named.Pos, diag.StyleOutside, named.Value))
	}
	d := diag.At(named.Pos, diag.StyleMissing, named.Value)
	if near, ok := diag.Nearest(wanted, names); ok {
		d = d.WithHint(diag.DidYouMean, near)
	}
	return nil, append(problems, d)
}

// withHouseStyle returns a theme with a house style, which may be nil, over it.
func withHouseStyle(t *theme.Theme, style *housestyle.Style) *theme.Theme {
	if style == nil {
		return t
	}
	return t.With(houseStyleName, style.CSS())
}
