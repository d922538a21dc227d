package render

import "wijkvisie/internal/plan"

// searchView is the full list of everything that can be found.
type searchView struct {
	frame
	Find   find
	Lead   string
	Groups []searchGroup
}

// find is the form to search with.
type find struct {
	Action string
	Index  string // where the script finds the index
}

// searchGroup is the entries of one kind.
type searchGroup struct {
	ID      string
	Title   string
	Voice   bool // the wijk's own words
	Entries []searchEntry
}

type searchEntry struct {
	link
	Note string
}

func (d *desk) search(p *plan.Page) searchView {
	v := searchView{
		frame: d.frame(p, d.words.Text("menu.search"), d.say("search.description", "city", d.shell.City)),
		Find:  d.find(),
		Lead:  d.words.Text("search.lead"),
	}
	for _, e := range p.Rows.Entries {
		key := entryKey(e.Kind())
		if n := len(v.Groups); n == 0 || v.Groups[n-1].ID != "wv-"+key {
			v.Groups = append(v.Groups, searchGroup{ID: "wv-" + key, Title: d.words.Text("search." + key), Voice: e.Kind() == plan.NeedEntry})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Entries = append(g.Entries, searchEntry{link{Text: e.Title(), URL: d.href(e.URL())}, e.Note()})
	}
	return v
}

func (d *desk) find() find {
	return find{Action: d.href(plan.SearchURL), Index: d.href(plan.SearchIndexURL)}
}

func entryKey(k plan.EntryKind) string {
	switch k {
	case plan.WijkEntry:
		return "wijken"
	case plan.NeedEntry:
		return "needs"
	case plan.CommitmentEntry:
		return "commitments"
	case plan.DepartmentEntry:
		return "departments"
	case plan.ProgrammeEntry:
		return "programmes"
	case plan.ThemeEntry:
		return "themes"
	default:
		return "pages"
	}
}
