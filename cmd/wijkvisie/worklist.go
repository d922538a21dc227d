package main

import (
	"sync"

	"wijkvisie/internal/pipeline"
	reporting "wijkvisie/internal/report"
)

// worklistOf returns what makes the worklists of a version of the site, as visitors see it and in
// its language.
func worklistOf(out *pipeline.Result) func(wijk, department string) *reporting.Worklist {
	published := sync.OnceValue(out.Published)
	lang := siteLanguage(out)
	return func(wijk, department string) *reporting.Worklist {
		g := published()
		var scope reporting.Scope
		for _, w := range g.Wijken {
			if w.ID == wijk {
				scope.Wijk = w
			}
		}
		for _, d := range g.Departments {
			if d.ID == department {
				scope.Department = d
			}
		}
		return reporting.NewWorklist(out.Words(lang), g, scope)
	}
}
