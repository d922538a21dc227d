package pipeline

import (
	"context"
	"errors"
	"sync"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/render"
	"wijkvisie/internal/theme"
	"wijkvisie/internal/theme/housestyle"
)

// Result is a site, ready to be rendered, and what authors should know about it.
type Result struct {
	Site        *plan.Site
	Renderer    *render.Renderer
	HouseStyle  *housestyle.Style // nil when there is none
	Diagnostics diag.List         // sorted
	LeftOut     []string          // files and folders in bestanden/ that are not published, by path
	Fingerprint Fingerprint
	Changed     []string // the files of content that differ from those of the previous Result

	in       Input
	records  *city.City
	pictures map[string]picture // by path
	assets   plan.Assets
	theme    *theme.Theme
	identity ownPictures
	texts    *check.Texts
	resizing sync.Mutex // held while a photograph is resized
}

// Blocked reports whether the diagnostics keep the site from being published.
func (r *Result) Blocked() bool {
	return r.Diagnostics.HasErrors() || r.in.Strict && r.Diagnostics.Count(diag.Warning) > 0
}

// publish writes the site, and the archive of it when there is to be one. The archive is
// complete before the site is published, so that there is never a site without it.
func (r *Result) publish(ctx context.Context, to Target) (publish.Report, error) {
	total := r.Count()
	to.Files, to.Done = total, r.in.done
	if to.Bundle == "" {
		r.in.begin(Writing, total)
		return publish.To(ctx, to.Options, r.Files())
	}
	r.in.begin(Writing, 2*total) // every file is written to the archive too
	bundle, err := publish.NewBundle(ctx, to.Bundle, r.Files(), r.Site.Graph.Date.Time(), r.in.done)
	if err != nil {
		return publish.Report{}, err
	}
	report, err := publish.To(ctx, to.Options, r.Files())
	if err != nil {
		return report, errors.Join(err, bundle.Discard())
	}
	return report, bundle.Commit()
}

// TemplateMistake returns the diagnostic for an error that a template is to blame for; not ok for
// any other error.
func TemplateMistake(err error) (diag.Diagnostic, bool) {
	var wrong *theme.Error
	if !errors.As(err, &wrong) {
		return diag.Diagnostic{}, false
	}
	return wrong.Diagnostic, true
}
