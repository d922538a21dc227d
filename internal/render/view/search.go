package view

import (
	"strings"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// searchView is the full list of everything that can be found.
type searchView struct {
	pageFrame
	Find   searchForm
	Lead   string
	WaysOn []link // where somebody may look who finds nothing
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
		WaysOn:    []link{b.index(plan.Themes), b.index(plan.Wijken), b.index(plan.Progress)},
	}
	for i, e := range p.Rows.Entries {
		if i == 0 || e.Kind != p.Rows.Entries[i-1].Kind {
			v.Groups = append(v.Groups, searchGroup{ID: "wv-" + e.Kind.String(), Title: b.Words.Text("search." + e.Kind.String()), Voice: e.Kind == plan.NeedEntry})
		}
		g := &v.Groups[len(v.Groups)-1]
		g.Entries = append(g.Entries, searchEntry{link{Text: b.EntryTitle(e), URL: b.Href(e.URL)}, b.EntryNote(e)})
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

// EntryTitle returns what an entry is called where it is found.
func (b *Builder) EntryTitle(e *plan.Entry) string {
	if e.Kind == plan.ContactEntry {
		return b.Words.Text("search.contact", "name", e.Title)
	}
	return e.Title
}

// EntryNote returns whose an entry is: of a wijk, of a department, and of which vision when
// that is not the current one.
func (b *Builder) EntryNote(e *plan.Entry) string {
	switch of := e.Of.(type) {
	case *relate.Need:
		if of.Main.Vision != of.Wijk.Current {
			return e.Note + ", " + b.FromVision(of.Main.Vision)
		}
	case *relate.Commitment:
		return strings.Trim(e.Note+" · "+b.wijkenNote(of.Wijken), " ·")
	}
	return e.Note
}

// wijkenNote returns the names of wijken, or how many they are when those are many.
func (b *Builder) wijkenNote(wijken []*relate.Wijk) string {
	if len(wijken) > 3 {
		return b.Words.Count("search.of-wijken", len(wijken))
	}
	return join(wijken, ", ", func(w *relate.Wijk) string { return w.Name.Value })
}

// FromVision returns in words that something stands in a vision that is not the current one.
func (b *Builder) FromVision(v *relate.Vision) string {
	return b.Words.Text("search.from-vision", "period", period(v.Period))
}

// find returns the form to search with.
func (b *Builder) find() searchForm {
	return searchForm{Action: b.Href(plan.SearchURL), Index: b.Href(plan.SearchIndexURL)}
}
