package check

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// link judges where a link in a body leads.
func (k *checker) link(r *city.Record, l *markdown.Link) {
	to := city.ParseLink(r.File.Path, l.Dest.Value)
	switch to.Kind {
	case city.LinkUnsafe:
		k.report(diag.At(l.Dest.Pos, diag.LinkUnsafe, l.Dest.Value, to.Scheme+":").WithHint(diag.SafeLink))
	case city.LinkOutside:
		k.report(diag.At(l.Dest.Pos, diag.LinkOutside, l.Dest.Value))
	case city.LinkAnchor:
		k.anchor(r, l.Dest, r, to.Anchor)
	case city.LinkContent:
		k.contentLink(r, l, to)
	case city.LinkSite:
		if !k.opt.HasURL(to.Path) && !k.hiddenAddress(l, to.Path) {
			k.report(diag.At(l.Dest.Pos, diag.LinkBroken, l.Dest.Value))
		}
	}
}

// spaced is what an author meant for a link or an image, and what Markdown takes
// for text: there is a space in the address.
var spaced = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`!?\[[^\]\r\n]*\]\(([^()<>"\r\n]*[^()<>" \r\n] [^()<>"\r\n]*\.[A-Za-z0-9]{2,5})\)`)
})

// notLinks reports links and images that are none, for the space in their address.
func (k *checker) notLinks(r *city.Record) {
	if !r.Body.Mentions("](") { // those of real links and images are not shown
		return
	}
	body, text := r.Body.Pos.Bytes(), r.Body.Whole().Text()
	for _, at := range spaced().FindAllSubmatchIndex(body, -1) {
		address := string(body[at[2]:at[3]])
		if !strings.Contains(text, "]("+address+")") {
			continue // in code, or a link after all
		}
		m := diag.LinkWithSpace
		if body[at[0]] == '!' {
			m = diag.ImageWithSpace
		}
		start := int(r.Body.Pos.Start)
		k.report(diag.At(r.File.Pos(start+at[2], start+at[3]), m, address).WithHint(diag.WriteAs, strings.ReplaceAll(address, " ", "%20")))
	}
}

// vague tells whether the text of a link says nothing to who hears only the links
// of a page.
func vague(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .…»>→!:")) {
	case "hier", "klik hier", "klik", "lees meer", "lees verder", "meer", "meer info", "meer informatie", "meer lezen", "link", "deze link", "via deze link",
		"deze pagina", "deze site", "deze website", "website", "site", "pagina", "verder", "ga naar", "bekijk", "bekijk hier", "download", "download hier", "document", "bijlage",
		"here", "click here", "read more", "more", "this link", "this page":
		return true
	}
	return false
}

// contentLink judges a link to a file of the content.
func (k *checker) contentLink(r *city.Record, l *markdown.Link, to city.Link) {
	if target, ok := k.index.File(to.Path); ok {
		if k.hidden(target) {
			k.report(diag.At(l.Dest.Pos, diag.LinkUnpublished, l.Dest.Value).WithRelated(target.File.Whole(), diag.DefinedHere))
			return
		}
		k.anchor(r, l.Dest, target, to.Anchor)
		return
	}
	if k.media[to.Path] {
		k.picture(l.Dest, to.Path)
		return
	}
	if path.Ext(to.Path) == "" && k.isFolder(to.Path) {
		k.report(diag.At(l.Dest.Pos, diag.LinkToContentFolder, l.Dest.Value))
		return
	}
	d := diag.At(l.Dest.Pos, diag.LinkBroken, l.Dest.Value)
	if near, ok := k.nearestFile(to.Path); ok {
		d = d.WithHint(diag.DidYouMean, relative(r.File.Path, near))
	}
	k.report(d)
}

// isFolder tells whether a path is a folder of the content.
func (k *checker) isFolder(p string) bool {
	switch p {
	case ".", "wijken", "wijkvisies", "diensten", "programmas", "paginas", "media", "bestanden":
		return true
	}
	return false
}

// nearestFile returns the file that was probably meant by a path.
func (k *checker) nearestFile(p string) (string, bool) {
	for _, try := range []string{p + ".md", strings.TrimSuffix(p, path.Ext(p)) + ".md", strings.ReplaceAll(p, "\\", "/")} {
		if _, ok := k.index.File(path.Clean(try)); ok {
			return path.Clean(try), true
		}
	}
	if k.nearby == nil {
		k.nearby = make(map[string][]string)
		for _, f := range k.files() {
			k.nearby[path.Dir(f)] = append(k.nearby[path.Dir(f)], f)
			k.nearby["/"+path.Base(f)] = append(k.nearby["/"+path.Base(f)], f)
		}
	}
	return diag.Nearest(p, slices.Concat(k.nearby[path.Dir(p)], k.nearby["/"+path.Base(p)]))
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

// hidden tells whether a record is not published.
func (k *checker) hidden(r *city.Record) bool {
	for _, h := range k.graph.Hidden {
		if h.Path == r.File.Path {
			return true
		}
	}
	return false
}

// hiddenAddress reports a link to the address of a page that is not published.
func (k *checker) hiddenAddress(l *markdown.Link, address string) bool {
	for _, p := range k.city.Pages {
		if address == "/"+p.ID+"/" && k.hidden(&p.Record) {
			k.report(diag.At(l.Dest.Pos, diag.LinkUnpublished, l.Dest.Value).WithRelated(p.File.Whole(), diag.DefinedHere))
			return true
		}
	}
	return false
}

// anchor judges a place in a file: a heading, a need of a vision or a commitment
// of a programme.
func (k *checker) anchor(from *city.Record, dest source.Text, target *city.Record, anchor string) {
	if anchor == "" || target.Body == nil || target.Broken {
		return
	}
	now, places := k.anchors(target)
	if _, ok := places[anchor]; ok {
		return
	}
	if id, ok := now[anchor]; ok {
		k.renamed(source.Text{Value: "#" + anchor, Pos: dest.Pos}, "#"+id)
		return
	}
	name := path.Base(target.File.Path)
	d := diag.At(dest.Pos, diag.AnchorBroken, name, anchor)
	ids := make([]string, 0, len(places))
	for id := range places {
		ids = append(ids, id)
	}
	if near, ok := diag.Nearest(anchor, ids); ok {
		d = d.WithHint(diag.DidYouMean, "#"+near).WithRelated(places[near], diag.DefinedHere)
	}
	k.report(d)
}

// anchors returns the ids that a link can lead to in a file, with their places,
// and the older ids with what they are now.
func (k *checker) anchors(r *city.Record) (now map[string]string, places map[string]source.Pos) {
	now, places = make(map[string]string), make(map[string]source.Pos)
	for _, h := range r.Body.Headings {
		places[h.ID] = h.IDPos
	}
	for _, v := range k.city.Visions {
		if &v.Record == r {
			for _, n := range v.Needs {
				places[n.ID.Value] = n.ID.Pos
				for _, old := range n.Former {
					now[old.Value] = n.ID.Value
				}
			}
		}
	}
	for _, p := range k.city.Programmes {
		if &p.Record == r {
			for _, c := range p.Commitments {
				places[c.ID.Value] = c.ID.Pos
				for _, old := range c.Former {
					now[old.Value] = c.ID.Value
				}
			}
		}
	}
	return now, places
}
