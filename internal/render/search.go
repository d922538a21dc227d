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

func (d *desk) search(p *plan.Page) *searchView {
	v := &searchView{
		frame: d.frame(p, d.words.Text("menu.search"), d.say("search.description", "city", d.shell.City)),
		Find:  d.find(),
		Lead:  d.words.Text("search.lead"),
	}
	rows, from, before := d.entries.take(len(p.Rows.Entries)), 0, plan.WijkEntry
	for i, number := range p.Rows.Entries {
		e := d.site.Entry(int(number))
		d.scratch = e.AppendURL(append(d.scratch[:0], d.base...))
		rows[i] = searchEntry{link{Text: e.Title(), URL: d.text(d.scratch)}, e.Note()}
		if i == 0 || e.Kind() != before {
			key := entryKey(e.Kind())
			v.Groups = append(v.Groups, searchGroup{ID: "wv-" + key, Title: d.words.Text("search." + key), Voice: e.Kind() == plan.NeedEntry})
			from, before = i, e.Kind()
		}
		v.Groups[len(v.Groups)-1].Entries = rows[from : i+1]
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
