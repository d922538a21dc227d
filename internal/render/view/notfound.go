package view

import "wijkvisie/internal/plan"

// notFoundView is what a server shows for an address that does not exist.
type notFoundView struct {
	pageFrame
	Find  searchForm
	Links []link
}

func (b *pageBuilder) notFound(p *plan.Page) any {
	v := &notFoundView{
		pageFrame: b.frame(p, b.Words.Text("notfound.title"), ""),
		Find:      b.find(),
		Links: []link{
			b.index(plan.Home),
			b.index(plan.Wijken),
			b.index(plan.Search),
		},
	}
	v.Canonical, v.NoIndex = "", true
	return v
}
