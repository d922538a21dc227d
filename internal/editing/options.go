package editing

import (
	"wijkvisie/internal/forms"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
)

// maker returns what makes the forms for a file.
func (e *Editor) maker(file string) forms.Maker {
	g := e.opt.Graph()
	var own []noun.Own
	if g != nil {
		own = noun.OwnOf(g.Site, "nl")
	}
	return forms.Maker{
		Nouns:   noun.Of("nl", own),
		Options: func(r parse.Reference) []forms.Option { return optionsOf(g, r, file) },
	}
}

// optionsOf returns what a reference may name in a file, by the names that people know it by.
func optionsOf(g *relate.Graph, r parse.Reference, file string) []forms.Option {
	if g == nil {
		return nil
	}
	var list []forms.Option
	add := func(value, label, group string) {
		if value != "" {
			list = append(list, forms.Option{Value: value, Label: label, Group: group})
		}
	}
	switch r {
	case parse.ToWijk:
		for _, w := range g.Wijken {
			add(w.ID, w.Name.Value, "")
		}
	case parse.ToBuurt:
		for _, w := range g.Wijken {
			for _, v := range w.Visions {
				if v.File.Path == file {
					for _, b := range w.Buurten {
						add(b.ID.Value, b.Name.Value, "")
					}
				}
			}
		}
	case parse.ToTheme:
		for _, t := range g.Themes {
			add(t.ID.Value, t.Name.Value, "")
		}
	case parse.ToDepartment:
		for _, d := range g.Departments {
			add(d.ID, d.Name.Value, "")
		}
	case parse.ToNeed:
		for _, n := range g.Needs {
			add(n.ID, n.Main.Title.Value, n.Wijk.Name.Value)
		}
	case parse.ToCommitment:
		for _, p := range g.Programmes {
			for _, c := range p.Commitments {
				add(c.ID.Value, c.ID.Value+" "+c.Title.Value, p.Title.Value)
			}
		}
	}
	return list
}
