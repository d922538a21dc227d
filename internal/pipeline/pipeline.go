// Package pipeline runs the stages in order.
//
//	content/ ─load─▶ files ─parse─▶ records ─relate─▶ graph ─check─▶ diagnostics
//	                                                   │
//	                                                  plan ─▶ pages ─render─▶ bytes ─publish─▶ public/
//
// Build is that picture in Go. It depends on the content, the theme, the date and the
// options, and on nothing that an earlier build did.
//
// A preview makes one site after the other of the same folder. It uses a Pipeline, which
// does the same and caches in memory what unchanged files were parsed to.
package pipeline

import (
	"context"
	"io/fs"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/photo/cache"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render"
)

// Input is everything that decides what a site looks like, and how its making is
// followed.
type Input struct {
	Content fs.FS    // the content folder
	Theme   fs.FS    // a theme that replaces parts of the built-in one; nil for none
	Date    city.Day // the reference date
	Drafts  bool     // also concepts and what is under embargo
	BaseURL string   // instead of basis-url; empty for that
	Advice  bool     // also information that helps to write plainly
	Strict  bool     // warnings keep a site from being published
	// Revision returns that of the content, as its version control names it, empty when
	// it is not known. It may be nil, and is called when a page that shows it is rendered.
	Revision func() string
	// Pictures has the resized pictures of earlier builds; nil for none. The bytes of the
	// site do not depend on it.
	Pictures *cache.Cache
	// Observer is told how far the work is; it may be nil.
	Observer Observer

	// What follows is for a Pipeline that is used again.

	// Touched are the paths in the content folder of what may have changed since the
	// Result before; nil when that may be anything.
	Touched []string
	// KeepGood uses the last good record of a file that has errors now.
	KeepGood bool
}

// Target is where a site is published.
type Target struct {
	publish.Options
	Bundle string // a file for an archive of the whole site; empty for none
}

// check refuses a target that cannot be published to.
func (to Target) check() error {
	if err := publish.Check(to.Options); err != nil {
		return err
	}
	if to.Bundle == "" {
		return nil
	}
	return publish.CheckBundle(to.Bundle, to.Content, to.Dir)
}

// Build makes the site of a content folder and publishes it. When the content has errors
// the Result says so (Result.Blocked) and nothing is published. The error is that of the
// system, or a folder that cannot be published to (publish.Refused).
func Build(ctx context.Context, in Input, to Target) (*Result, publish.Report, error) {
	if err := to.check(); err != nil { // before the work
		return nil, publish.Report{}, err
	}
	r, err := new(Pipeline).Prepare(in)
	if err == nil {
		err = r.Check(ctx)
	}
	if err != nil || r.Blocked() {
		return r, publish.Report{}, err
	}
	report, err := r.publish(ctx, to)
	in.Pictures.Trim()
	if mistake, ok := TemplateMistake(err); ok { // it shows only when a page is rendered
		r.Diagnostics, err = join(r.Diagnostics, diag.List{mistake}), nil
	}
	return r, report, err
}

// Pipeline makes sites of one content folder, one after the other, and caches in memory
// what does not change between them. The zero Pipeline is ready for use. It serves one
// goroutine at a time.
type Pipeline struct {
	reader   load.Reader
	parsed   map[string]parsedFile // by path
	changed  []string              // the files that differ from those of the previous Result
	good     map[string]any        // by path, the last value of each file that had no error
	pictures map[string]picture
	theme    cachedTheme
	texts    check.Texts
	identity ownPictures
}

// Prepare makes a site that can be rendered. What is wrong with its files, its theme and
// its addresses is in the Result; the rules on meaning are left to Result.Check. The error
// is that of the system.
func (p *Pipeline) Prepare(in Input) (*Result, error) {
	waitForTheme := p.startTheme(in.Theme) // it has nothing to do with the content
	defer waitForTheme()
	in.begin(Reading, 0)
	files, problems, err := p.reader.Read(in.Content, in.Touched)
	if err != nil {
		return nil, err
	}
	return p.prepare(in, files, problems, waitForTheme)
}

// prepare is Prepare once the files are read.
func (p *Pipeline) prepare(in Input, files *load.Content, readProblems diag.List, waitForTheme func() (cachedTheme, error)) (*Result, error) {
	records, parseProblems := p.parse(files, in)
	pictures, err := p.readPictures(in.Content, records, files.Media)
	if err != nil {
		return nil, err
	}
	graph := relate.Relate(records, relate.Options{Date: in.Date, Drafts: in.Drafts})
	assets := assetsOf(files, pictures, in, records)
	site, urlProblems := plan.New(records, graph, assets)
	theme, err := waitForTheme()
	if err != nil {
		return nil, err
	}
	style, styleProblems := houseStyle(records.Site, files.Styles)
	identity, identityProblems, err := p.readIdentity(in.Content, records.Site, files)
	if err != nil {
		return nil, err
	}
	renderer := render.New(site, identity.over(withHouseStyle(theme.theme, style)), render.Options{BaseURL: in.BaseURL, Revision: in.Revision, Logo: identity.logoOf()})
	return &Result{
		Site:        site,
		Renderer:    renderer,
		HouseStyle:  style,
		LeftOut:     files.LeftOut,
		Diagnostics: join(readProblems, parseProblems, urlProblems, theme.mistakes, styleProblems, identityProblems),
		Fingerprint: p.fingerprint(in, files),
		Changed:     p.changed,
		in:          in,
		records:     records,
		pictures:    pictures,
		assets:      assets,
		theme:       theme.theme,
		identity:    identity,
		texts:       &p.texts,
	}, nil
}

// Check adds to the diagnostics what the rules on meaning find. It may end early with the
// context, whose error it then returns.
func (r *Result) Check(ctx context.Context) error {
	problems := check.All(ctx, r.records, r.Site.Graph, check.Options{
		Media:      r.assets.Media,
		Unreadable: unreadablePictures(r.pictures),
		BaseURL:    r.in.BaseURL,
		HasURL:     r.Site.Has,
		Language:   r.in.Advice,
		Texts:      r.texts,
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	r.Diagnostics = oneCause(join(r.Diagnostics, problems), r.records, r.assets.Media)
	return nil
}

// assetsOf returns what package plan needs to know of files that are no records.
func assetsOf(files *load.Content, pictures map[string]picture, in Input, records *city.City) plan.Assets {
	hasURL := in.BaseURL != "" || records.Site != nil && !records.Site.BaseURL.IsZero()
	return plan.Assets{Media: paths(files.Media), Extras: paths(files.Extras), Redirects: files.Redirects, Pictures: plannedPictures(pictures), Addressed: hasURL}
}

func paths(assets []load.Asset) []string {
	list := make([]string, len(assets))
	for i, a := range assets {
		list[i] = a.Path
	}
	return list
}

func join(lists ...diag.List) diag.List {
	var all diag.List
	for _, l := range lists {
		all = append(all, l...)
	}
	all.Sort()
	return all
}
