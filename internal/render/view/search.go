package view

import (
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// searchView is the full list of everything that can be found.
type searchView struct {
	pageFrame
	Find   searchForm
	Lead   string
	Groups []searchGroup
}

// searchForm is the form to search with.
type searchForm struct {
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

func (b *pageBuilder) search(p *plan.Page) any {
	v := &searchView{
		pageFrame: b.frame(p, b.Words.Text("menu.search"), b.Words.Text("search.description", "city", b.siteFrame.City)),
		Find:      b.find(),
		Lead:      b.Words.Text("search.lead"),
	}
	for i, e := range p.Rows.Entries {
		if i == 0 || e.Kind != p.Rows.Entries[i-1].Kind {
			v.Groups = append(v.Groups, searchGroup{ID: "wv-" + e.Kind.String(), Title: b.Words.Text("search." + e.Kind.String()), Voice: e.Kind == plan.NeedEntry})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Entries = append(g.Entries, searchEntry{link{Text: e.Title, URL: b.Href(e.URL)}, e.Note})
	}
	return v
}

// State returns how what an entry leads to stands; not ok when it has no status.
func (b *Builder) State(e *plan.Entry) (state Badge, ok bool) {
	g := glossary{vocabulary: b.vocabulary}
	switch of := e.Of.(type) {
	case *relate.Need:
		return g.need(of.Status), true
	case *relate.Commitment:
		return g.commitment(of), true
	default:
		return Badge{}, false
	}
}

// find returns the form to search with.
func (b *Builder) find() searchForm {
	return searchForm{Action: b.Href(plan.SearchURL), Index: b.Href(plan.SearchIndexURL)}
}
