package preview

import (
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// pageOf returns the page in the file at a path; nil when there is no such page.
func (s *Site) pageOf(name string) *plan.Page {
	if s.Plan == nil {
		return nil
	}
	return s.Plan.Page("/" + strings.TrimSuffix(name, "index.html"))
}

// sourcesOf returns the content files that a page is made of; nil for a page that is made of
// all files.
func sourcesOf(p *plan.Page) map[string]bool {
	if p == nil {
		return nil
	}
	files := make(map[string]bool)
	add := func(list ...*city.Record) {
		for _, r := range list {
			files[r.File.Path] = true
		}
	}
	switch p.Kind {
	case plan.Wijk:
		add(&p.Wijk.Record)
		if p.Wijk.Current != nil {
			add(&p.Wijk.Current.Record)
		}
	case plan.Vision:
		add(&p.Vision.Record)
	case plan.Need:
		for _, a := range p.Need.Appearances {
			add(&a.Vision.Record)
		}
		for _, c := range p.Need.Commitments {
			add(&c.Programme.Record)
		}
		for _, a := range p.Need.Answers {
			add(&a.Programme.Record)
		}
	case plan.Department:
		add(&p.Department.Record)
		for _, programme := range p.Department.Programmes {
			add(&programme.Record)
		}
	case plan.Programme:
		add(&p.Programme.Record)
	case plan.ContentPage:
		add(&p.ContentPage.Record)
	default:
		return nil
	}
	return files
}

// recordOf returns the record that a page is about; nil when there is no such record.
func recordOf(p *plan.Page) *city.Record {
	switch {
	case p == nil:
		return nil
	case p.Kind == plan.Wijk:
		if v := p.Wijk.Current; v != nil && v.Broken {
			return &v.Record
		}
		return &p.Wijk.Record
	case p.Kind == plan.Vision:
		return &p.Vision.Record
	case p.Kind == plan.Department:
		return &p.Department.Record
	case p.Kind == plan.Programme:
		return &p.Programme.Record
	case p.Kind == plan.ContentPage:
		return &p.ContentPage.Record
	}
	return nil
}

// ofFiles returns the diagnostics of some files; all when files is nil.
func ofFiles(list diag.List, files map[string]bool) diag.List {
	if files == nil {
		return list
	}
	var selected diag.List
	for _, d := range list {
		if files[d.Path()] {
			selected = append(selected, d)
		}
	}
	return selected
}

// definition is the place in the content of a need or a commitment that a page shows.
type definition struct {
	title string
	url   string // of the link on the page
	pos   source.Pos
}

// maxListed is the greatest number of items in a list of the bar.
const maxListed = 200

// definitionsOn returns the definitions of the needs and commitments that a page shows.
func definitionsOn(p *plan.Page) []definition {
	if p == nil {
		return nil
	}
	var list []definition
	needs := func(all ...*relate.Need) {
		for _, n := range all {
			list = append(list, definition{n.Main.Title.Value, plan.NeedURL(n), n.Main.ID.Pos})
		}
	}
	commitments := func(all ...*relate.Commitment) {
		for _, c := range all {
			list = append(list, definition{c.Title.Value, plan.CommitmentURL(c), c.ID.Pos})
		}
	}
	switch p.Kind {
	case plan.Wijk:
		needs(p.Wijk.CurrentNeeds()...)
		commitments(p.Wijk.Commitments...)
	case plan.Vision:
		for _, a := range p.Vision.Needs {
			list = append(list, definition{a.Title.Value, plan.NeedURL(a.Of), a.ID.Pos})
		}
	case plan.Need:
		needs(p.Need)
		commitments(p.Need.Commitments...)
	default:
		needs(p.Rows.Needs...)
		commitments(p.Rows.Commitments...)
	}
	return list[:min(len(list), maxListed)]
}

// unpublished is a page that only the preview has, and the reason.
type unpublished struct{ title, url, why string }

// unpublished returns the pages that are not published yet.
func (s *Site) unpublished() []unpublished {
	if s.Plan == nil || s.Why == nil {
		return nil
	}
	var list []unpublished
	add := func(title, url string, d relate.Draft) {
		if !d.IsZero() {
			list = append(list, unpublished{title, url, s.Why(d)})
		}
	}
	g := s.Plan.Graph
	for _, w := range g.Wijken {
		for _, v := range w.Visions {
			add(v.Title.Value, plan.VisionURL(v), v.Draft)
		}
	}
	for _, p := range g.Programmes {
		add(p.Title.Value, plan.ProgrammeURL(p), p.Draft)
	}
	for _, p := range g.Pages {
		add(p.Title.Value, plan.PageURL(p), p.Draft)
	}
	return list
}

// whyHidden returns why a page is not published yet; empty when it is.
func (s *Site) whyHidden(p *plan.Page) string {
	var d relate.Draft
	switch {
	case p == nil || s.Why == nil:
		return ""
	case p.Kind == plan.Vision:
		d = p.Vision.Draft
	case p.Kind == plan.Wijk && p.Wijk.Current != nil:
		d = p.Wijk.Current.Draft
	case p.Kind == plan.Need:
		d = p.Need.Main.Vision.Draft
	case p.Kind == plan.Programme:
		d = p.Programme.Draft
	case p.Kind == plan.ContentPage:
		d = p.ContentPage.Draft
	}
	return s.Why(d)
}

// unreadable returns the path of the file with errors that belongs to the page at an
// address; empty when there is no such file.
func (s *Site) unreadable(address string) string {
	for _, d := range s.Diagnostics {
		if d.Severity() != diag.Error {
			continue
		}
		folder, name, ok := strings.Cut(d.Path(), "/")
		id, isRecord := strings.CutSuffix(name, ".md")
		if !ok || !isRecord {
			continue
		}
		base := map[string]string{"wijken": plan.WijkenURL, "diensten": plan.DepartmentsURL, "programmas": plan.ProgrammesURL, "paginas": plan.HomeURL}[folder]
		if base != "" && base+id+"/" == address {
			return d.Path()
		}
	}
	return ""
}

// identity identifies a page when its address changes: by its kind, and its file, its title
// or both.
type identity struct {
	kind  plan.Kind
	file  string
	title string
}

func identityOf(p *plan.Page) identity {
	id := identity{kind: p.Kind}
	switch p.Kind {
	case plan.Wijk:
		id.title = p.Wijk.Name.Value
	case plan.Vision:
		id.file = p.Vision.File.Path
	case plan.Need:
		id.file, id.title = p.Need.Main.Vision.File.Path, p.Need.Main.Title.Value
	case plan.Department:
		id.title = p.Department.Name.Value
	case plan.Programme:
		id.title = p.Programme.Title.Value
	case plan.Theme:
		id.title = p.Theme.Name.Value
	case plan.ContentPage:
		id.title = p.ContentPage.Title.Value
	}
	return id
}

// find returns the address of the page with an identity; empty when there is no such page.
func (s *Site) find(id identity) string {
	if s.Plan == nil || id.file == "" && id.title == "" {
		return ""
	}
	for _, p := range s.Plan.Pages() {
		if p.Kind == id.kind && p.Parent == nil && identityOf(p) == id {
			return p.URL
		}
	}
	return ""
}
