package check

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// link checks the address of a link in a body.
func (k *checker) link(r *city.Record, l *city.Link) {
	to := city.ParseTarget(r.File.Path, l.Dest.Value)
	if strings.TrimSpace(l.Dest.Value) == "" {
		k.report(diag.At(l.Pos, diag.LinkEmpty))
		return
	}
	switch to.Kind {
	case city.TargetExternal:
		k.externalLink(r, l)
	case city.TargetUnsafe:
		if len(to.Scheme) == 1 { // C:
			k.report(diag.At(l.Dest.Pos, diag.LocalLink, l.Dest.Value).WithHint(diag.PutInMedia))
			return
		}
		k.report(diag.At(l.Dest.Pos, diag.LinkUnsafe, l.Dest.Value, to.Scheme+":").WithHint(diag.SafeLink))
	case city.TargetOutside:
		k.report(diag.At(l.Dest.Pos, diag.LinkOutside, l.Dest.Value))
	case city.TargetAnchor:
		k.anchor(r, l.Dest, r, to.Anchor)
	case city.TargetContent:
		k.contentLink(r, l, to)
	case city.TargetSite:
		if !k.opt.HasURL(to.Path) && !k.hiddenAddress(l, to.Path) {
			k.report(diag.At(l.Dest.Pos, diag.LinkBroken, l.Dest.Value))
		}
	}
}

// externalLink checks the host of an address: one that only the author's computer knows, none
// at all, and that of the site itself, of which the page must be there.
func (k *checker) externalLink(r *city.Record, l *city.Link) {
	address, err := url.Parse(strings.TrimSpace(l.Dest.Value))
	if err != nil || address.Scheme != "" && address.Scheme != "http" && address.Scheme != "https" {
		return
	}
	base, _ := url.Parse(k.baseURL())
	switch host := address.Hostname(); {
	case host == "":
		k.report(diag.At(l.Dest.Pos, diag.LinkNowhere, l.Dest.Value))
	case city.IsLocalHost(host):
		d := diag.At(l.Dest.Pos, diag.LocalLink, l.Dest.Value)
		if file, ok := k.fileAt(address.Path); ok {
			d = d.WithHint(diag.WriteAs, relative(r.File.Path, file))
		}
		k.report(d)
	default:
		if at, ok := within(address, base); ok && !k.opt.HasURL(at) && !k.hiddenAddress(l, at) {
			k.report(diag.At(l.Dest.Pos, diag.LinkBroken, l.Dest.Value))
		}
	}
}

// within returns the path from the site of an address, which is not ok when it is another's. A site
// may be in a folder of one with other pages.
func within(address, base *url.URL) (at string, ok bool) {
	if base == nil || base.Host == "" || !strings.EqualFold(withoutPort(address), withoutPort(base)) {
		return "", false
	}
	at, ok = strings.CutPrefix(strings.TrimSuffix(address.Path, "/")+"/", strings.TrimSuffix(base.Path, "/")+"/")
	if !ok {
		return "", false
	}
	if !strings.HasSuffix(address.Path, "/") {
		at = strings.TrimSuffix(at, "/")
	}
	return "/" + at, true
}

// withoutPort returns the host of an address, without the port that it has anyway.
func withoutPort(u *url.URL) string {
	if p := u.Port(); p == "443" || p == "80" {
		return u.Hostname()
	}
	return u.Host
}

// baseURL returns the address of the site, empty when it is not known.
func (k *checker) baseURL() string {
	if k.opt.BaseURL == "" && k.city.Site != nil {
		return k.city.Site.BaseURL.Value
	}
	return k.opt.BaseURL
}

// fileAt returns the file of the content that the page at a path of the site is made of.
func (k *checker) fileAt(at string) (string, bool) {
	parts := strings.Split(strings.Trim(at, "/"), "/")
	name := strings.Trim(at, "/") + ".md"
	if len(parts) == 1 {
		name = "paginas/" + name
	}
	_, ok := k.index.File(name)
	return name, ok
}

// spacedLink matches a link or an image as an author may write it that Markdown takes for text,
// because of a space in its address.
var spacedLink = expression(`!?\[[^\]\r\n]*\]\(([^()<>"\r\n]*[^()<>" \r\n] [^()<>"\r\n]*\.[A-Za-z0-9]{2,5})\)`)

// spacedLinks reports links and images that are text because of a space in their address.
func (k *checker) spacedLinks(r *city.Record) {
	if !markdown.Mentions(r.Body, "](") { // not in the text of a real link or image
		return
	}
	body, text := r.Body.Pos.Bytes(), markdown.Whole(r.Body).Text()
	for _, at := range spacedLink().FindAllSubmatchIndex(body, mostMatches(body)) {
		address := string(body[at[2]:at[3]])
		if !strings.Contains(text, "]("+address+")") {
			continue // in code, or a link after all
		}
		m := diag.LinkWithSpace
		if body[at[0]] == '!' {
			m = diag.ImageWithSpace
		}
		start := r.Body.Pos.Start
		k.report(diag.At(r.File.Pos(start+at[2], start+at[3]), m, address).WithHint(diag.WriteAs, strings.ReplaceAll(address, " ", "%20")))
	}
}

// vague reports whether the text of a link does not describe where it leads.
func vague(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .…»>→!:")) {
	case "hier", "klik hier", "klik", "lees meer", "lees verder", "meer", "meer info", "meer informatie", "meer lezen", "link", "deze link", "via deze link",
		"deze pagina", "deze site", "deze website", "website", "site", "pagina", "verder", "ga naar", "bekijk", "bekijk hier", "download", "download hier", "document", "bijlage",
		"here", "click here", "read more", "more", "this link", "this page":
		return true
	}
	return false
}

// contentLink checks a link to a file of the content.
func (k *checker) contentLink(r *city.Record, l *city.Link, to city.Target) {
	target, ok := k.index.File(to.Path)
	if !ok {
		if target, ok = k.index.FormerFile(to.Path); ok {
			_, anchor, _ := strings.Cut(l.Dest.Value, "#")
			k.renamed(l.Dest, strings.TrimSuffix(relative(r.File.Path, target.File.Path)+"#"+anchor, "#"))
		}
	}
	switch {
	case ok && k.hidden(target):
		k.report(diag.At(l.Dest.Pos, diag.LinkUnpublished, l.Dest.Value).WithRelated(target.File.Whole(), diag.DefinedHere))
		return
	case ok:
		k.anchor(r, l.Dest, target, to.Anchor)
		return
	}
	if path.Ext(to.Path) == "" && isFolder(to.Path) {
		k.report(diag.At(l.Dest.Pos, diag.LinkToContentFolder, l.Dest.Value))
		return
	}
	k.mediaLink(r, l.Dest, to.Path)
}

// mediaLink checks that a path is that of a file in media/.
func (k *checker) mediaLink(r *city.Record, dest source.Text, path string) {
	if k.media[path] {
		k.picture(dest, path)
		return
	}
	d := diag.At(dest.Pos, diag.LinkBroken, dest.Value)
	if near, ok := k.nearestFile(path); ok {
		d = d.WithHint(diag.DidYouMean, relative(r.File.Path, near))
	}
	k.report(d)
}

// evidence checks the files in media/ that an entry of voortgang names. Other addresses were
// checked where the file was parsed.
func (k *checker) evidence(p *city.Programme, e *city.ProgressEntry) {
	if to := city.ParseTarget(p.File.Path, e.Source.URL.Value); !e.Source.URL.IsZero() && to.Kind == city.TargetContent {
		k.mediaLink(&p.Record, e.Source.URL, to.Path)
	}
	if e.Image != nil && !e.Image.File.IsZero() {
		k.ownImage(&p.Record, e.Image.File, city.ParseTarget(p.File.Path, e.Image.File.Value).Path)
	}
}

// isFolder reports whether a path is a folder of the content.
func isFolder(p string) bool {
	switch p {
	case ".", "wijken", "wijkvisies", "diensten", "programmas", "paginas", "media", "bestanden":
		return true
	}
	return false
}

// nearestFile returns the file that was probably meant by a path.
func (k *checker) nearestFile(p string) (string, bool) {
	for _, name := range []string{p + ".md", strings.TrimSuffix(p, path.Ext(p)) + ".md", strings.ReplaceAll(p, "\\", "/")} {
		if _, ok := k.index.File(path.Clean(name)); ok {
			return path.Clean(name), true
		}
	}
	if k.nearby == nil {
		k.nearby = make(map[string][]string)
		for _, f := range k.files() {
			k.nearby[path.Dir(f)] = append(k.nearby[path.Dir(f)], f)
			k.nearby["/"+path.Base(f)] = append(k.nearby["/"+path.Base(f)], f)
		}
	}
	return k.nearest(p, slices.Concat(k.nearby[path.Dir(p)], k.nearby["/"+path.Base(p)]))
}

// files returns the paths that a link can lead to.
func (k *checker) files() []string {
	files := append([]string(nil), k.opt.Media...)
	for r := range k.city.Records() {
		files = append(files, r.File.Path)
	}
	return files
}

// relative returns a path as it is written in the file at from.
func relative(from, to string) string {
	if path.Dir(from) == path.Dir(to) {
		return path.Base(to)
	}
	return "../" + to
}

// hidden reports whether a record is not published.
func (k *checker) hidden(r *city.Record) bool {
	for _, h := range k.graph.Hidden {
		if h.Path == r.File.Path {
			return true
		}
	}
	return false
}

// hiddenAddress reports a link to the address of a page that is not published, and returns
// whether it is one.
func (k *checker) hiddenAddress(l *city.Link, address string) bool {
	for _, p := range k.city.Pages {
		if address == "/"+p.ID+"/" && k.hidden(&p.Record) {
			k.report(diag.At(l.Dest.Pos, diag.LinkUnpublished, l.Dest.Value).WithRelated(p.File.Whole(), diag.DefinedHere))
			return true
		}
	}
	return false
}

// anchor checks a link to a place in a file: a heading, a need of a vision or a commitment of a
// programme.
func (k *checker) anchor(from *city.Record, dest source.Text, target *city.Record, anchor string) {
	if anchor == "" || target.Body == nil || target.Broken {
		return
	}
	known := k.anchorsOf(target)
	if _, ok := known.places[anchor]; ok {
		return
	}
	if id, ok := known.renamed[anchor]; ok {
		k.renamed(source.Text{Value: "#" + anchor, Pos: dest.Pos}, "#"+id)
		return
	}
	name := path.Base(target.File.Path)
	d := diag.At(dest.Pos, diag.AnchorBroken, name, anchor)
	if near, ok := k.nearest(anchor, known.ids); ok {
		d = d.WithHint(diag.DidYouMean, "#"+near).WithRelated(known.places[near], diag.DefinedHere)
	}
	k.report(d)
}

// anchors is where links into a file can lead.
type anchors struct {
	places  map[string]source.Pos // by id
	ids     []string              // of the places
	renamed map[string]string     // the ids that older ids have now
}

// anchorsOf returns where links into a file can lead.
func (k *checker) anchorsOf(r *city.Record) *anchors {
	if known, ok := k.anchored[r]; ok {
		return known
	}
	a := &anchors{places: make(map[string]source.Pos), renamed: make(map[string]string)}
	k.anchored[r] = a
	for _, h := range r.Body.Headings {
		a.places[h.ID] = h.IDPos
	}
	for _, v := range k.city.Visions {
		if &v.Record == r {
			for _, n := range v.Needs {
				a.places[n.ID.Value] = n.ID.Pos
				for _, old := range n.Former {
					a.renamed[old.Value] = n.ID.Value
				}
			}
		}
	}
	for _, p := range k.city.Programmes {
		if &p.Record == r {
			for _, c := range p.Commitments {
				a.places[c.ID.Value] = c.ID.Pos
				for _, old := range c.Former {
					a.renamed[old.Value] = c.ID.Value
				}
			}
		}
	}
	a.ids = slices.Collect(maps.Keys(a.places))
	return a
}
