// Package pipeline runs the stages in order and keeps what did not change.
//
//	content/ ─load─▶ files ─parse─▶ records ─relate─▶ graph ─check─▶ diagnostics
//	                                                  │
//	                                                 plan ─▶ pages ─▶ render
package pipeline

import (
	"context"
	"io/fs"
	"sync"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/render"
	"wijkvisie/internal/shelf"
	"wijkvisie/internal/theme"
	"wijkvisie/internal/theme/housestyle"
)

// Input is everything that decides what a site looks like.
type Input struct {
	Content fs.FS    // the content folder
	Theme   fs.FS    // a theme that replaces parts of the built-in one; nil for none
	Date    city.Day // the reference date
	Drafts  bool     // also concepts and what is under embargo
	BaseURL string   // instead of basis-url; empty for that
	Advice  bool     // also information that helps to write plainly
	// Revision returns that of the content, as its version control names it, empty when
	// not known. It may be nil, and is asked when a page that tells it is rendered.
	Revision func() string
	// Touched are the paths in the content folder of what may have changed since the
	// build before; nil when that may be anything.
	Touched []string
	// Since tells what changed since the build before; zero when nothing is known of that.
	// It needs a Shelf.
	Since Since
	// Read is told how many files are to be parsed, and how many bytes of text there are in
	// all, before anything is made of them; it may be nil.
	Read func(files, bytes int)
	// Shelf is where texts wait until they are shown; nil for memory. It must stay open
	// as long as the Output is used.
	Shelf *shelf.Shelf
	// Parsed is called for each of those when it is parsed, from any goroutine; it may be nil.
	Parsed func()
	// Keep goes on with the last good record of a file that is broken now.
	Keep bool
}

// Output is a site, ready to be rendered, and what is to be said about it.
type Output struct {
	Site        *plan.Site
	Renderer    *render.Renderer
	Diagnostics diag.List // sorted
	Fingerprint Fingerprint
	Changed     []string          // the files of content that are other than at the build before
	HouseStyle  *housestyle.Style // nil when there is none

	content  fs.FS
	shelf    *shelf.Shelf
	since    Since
	parsed   map[string]record // by path
	texts    check.Texts
	teller   *teller // nil until it is needed
	records  *city.City
	rules    check.Options
	pictures map[string]bool    // paths of the pictures among the files
	looked   map[string]picture // what is known of them
	files    func() map[string]publish.File
	oneByOne sync.Mutex
}

// Pipeline makes sites of one content folder, one after the other, and keeps
// what did not change between them. It serves one goroutine at a time.
type Pipeline struct {
	content load.Reader
	records map[string]record
	changed []string       // files that were other than at the build before
	good    map[string]any // the last record of each file that had no error
	known   map[string]picture
	themes  themeCache
	texts   check.Texts // what was found in texts of records
}

// Build makes a site of the content and checks it. The error is a broken machine;
// everything that is wrong with the content is in the Output.
func (p *Pipeline) Build(in Input) (*Output, error) {
	out, err := p.Prepare(in)
	if err != nil {
		return nil, err
	}
	return out, p.Check(context.Background(), out)
}

// Prepare makes a site that can be rendered. What is wrong with files, the theme and
// addresses is in the Output; the rules on meaning are left to Check.
func (p *Pipeline) Prepare(in Input) (*Output, error) {
	// The theme has nothing to do with the content until both are there.
	var (
		beside   sync.WaitGroup
		look     *theme.Theme
		mistakes diag.List
		themeErr error
	)
	beside.Go(func() { look, mistakes, themeErr = p.theme(in.Theme) })
	defer beside.Wait()
	p.resume(in)
	files, problems, err := p.content.Read(in.Content, in.Touched)
	if err != nil {
		return nil, err
	}
	records, unread := p.parse(jobsOf(files), in, files.Bytes())
	graph := relate.Relate(records, relate.Options{Date: in.Date, Drafts: in.Drafts})
	pictures, err := p.pictures(in.Content, records, files.Media)
	if err != nil {
		return nil, err
	}
	assets := plan.Assets{Media: paths(files.Media), Extras: paths(files.Extras), Pictures: planned(pictures), Addressed: in.BaseURL != "" || records.Site != nil && !records.Site.BaseURL.IsZero()}
	site, clashes := plan.New(records, graph, assets)
	if beside.Wait(); themeErr != nil {
		return nil, themeErr
	}
	style, pale := houseStyle(records.Site, files.Styles)
	out := &Output{Site: site, content: in.Content, looked: pictures, shelf: in.Shelf, since: in.Since, parsed: p.records, records: records, pictures: make(map[string]bool)}
	for path := range pictures {
		out.pictures[path] = true
	}
	out.HouseStyle, out.Fingerprint, out.Changed = style, p.fingerprint(in, files), p.changed
	out.Diagnostics = join(problems, unread, clashes, mistakes, pale)
	out.Renderer = render.New(site, dressed(look, style), render.Options{BaseURL: in.BaseURL, Revision: in.Revision})
	out.rules = check.Options{Media: assets.Media, Extras: assets.Extras, Unreadable: unreadable(pictures), BaseURL: in.BaseURL, HasURL: site.Has, Language: in.Advice}
	out.files = sync.OnceValue(out.besidePages)
	if in.Since.Before != nil {
		out.teller = newTeller(out)
		go out.teller.compared() // beside the rules, which take as long
	}
	return out, nil
}

// Check adds to the diagnostics of the newest Output what the rules on meaning find.
// It may end early with the context, whose error it then returns.
func (p *Pipeline) Check(ctx context.Context, out *Output) error {
	rules := out.rules
	rules.Texts = &p.texts // not of the Output, which would hold on to the Pipeline
	wrong := check.All(ctx, out.records, out.Site.Graph, rules)
	if err := ctx.Err(); err != nil {
		return err
	}
	out.Diagnostics = join(out.Diagnostics, wrong)
	out.texts = p.texts
	return out.shelf.Err()
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
