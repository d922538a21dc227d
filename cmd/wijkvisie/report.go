package main

import (
	"context"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/relate"
	reporting "wijkvisie/internal/report"
)

// The forms in which a report is written.
const (
	reportText     = "text"
	reportMarkdown = "markdown"
	reportHTML     = "html"
)

// writeReport tells what happened since a day, how it stands and what is to come.
func writeReport(ctx context.Context, env environment, opt *options) (int, error) {
	if opt.since.IsZero() {
		return 0, usageError{say(opt.lang, sayReportSince)}
	}
	day, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	if !opt.since.Before(day) {
		return 0, usageError{say(opt.lang, sayReportNotBefore, opt.since, day)}
	}
	content, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer content.Close()
	result, err := relatedContent(ctx, env, opt, regularFS{content}, day, sayReportBroken)
	if err != nil {
		return 0, err
	}
	if result == nil {
		return statusContent, nil
	}
	scope, err := reportScope(opt, result.Site.Graph)
	if err != nil {
		return 0, err
	}
	r := reporting.New(result.Words(opt.lang.String()), result.On(opt.since), result.Site.Graph, scope)
	switch opt.form {
	case reportMarkdown:
		err = r.Markdown(env.stdout)
	case reportHTML:
		err = r.HTML(env.stdout, reportLook(result))
	default:
		err = r.Text(env.stdout)
	}
	return statusDone, err
}

// reportLook returns the municipality's own look.
func reportLook(result *pipeline.Result) reporting.Look {
	var look reporting.Look
	if result.HouseStyle != nil {
		look.Style = result.HouseStyle.LightCSS()
	}
	look.Logo, look.LogoType = result.Logo()
	return look
}

// reportScope finds the wijk and the department that the report is to be about.
func reportScope(opt *options, g *relate.Graph) (scope reporting.Scope, err error) {
	index := g.Index()
	if opt.wijk != "" {
		_, id, ok := index.Wijken.Find(opt.wijk)
		if !ok {
			return scope, usageError{unknownID(opt, sayReportWijk, opt.wijk, index.Wijken.IDs())}
		}
		for _, w := range g.Wijken {
			if w.ID == id {
				scope.Wijk = w
			}
		}
	}
	if opt.dienst != "" {
		_, id, ok := index.Departments.Find(opt.dienst)
		if !ok {
			return scope, usageError{unknownID(opt, sayReportDienst, opt.dienst, index.Departments.IDs())}
		}
		for _, d := range g.Departments {
			if d.ID == id {
				scope.Department = d
			}
		}
	}
	return scope, nil
}

// unknownID says that there is nothing with an id, and which ids resemble it or exist.
func unknownID(opt *options, what phrase, id string, known []string) string {
	switch near, ok := diag.Nearest(id, known); {
	case ok:
		return say(opt.lang, what, id) + say(opt.lang, sayReportNear, near)
	case len(known) > 0:
		return say(opt.lang, what, id) + say(opt.lang, sayReportChoose, strings.Join(known, ", "))
	}
	return say(opt.lang, what, id)
}

var (
	sayReportSince     = phrase{"zeg sinds wanneer: wijkvisie report --since 2012-07-01", "say since when: wijkvisie report --since 2012-07-01"}
	sayReportNotBefore = phrase{"--since %s ligt niet vóór de peildatum %s; kies een eerdere dag, of een latere --date", "--since %s is not before the reference date %s; choose an earlier day, or a later --date"}
	sayReportBroken    = phrase{"Er is geen verslag gemaakt.", "No report was made."}
	sayReportWijk      = phrase{"er is geen wijk %q", "there is no wijk %q"}
	sayReportDienst    = phrase{"er is geen dienst %q", "there is no dienst %q"}
	sayReportNear      = phrase{"; bedoelde u %q?", "; did you mean %q?"}
	sayReportChoose    = phrase{"; kies uit: %s", "; choose one of: %s"}
)
