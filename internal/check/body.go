package check

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/photo"
	"wijkvisie/internal/source"
)

// bodies checks the text below the front matter.
func (k *checker) bodies() {
	for r := range untilEnd(k, slices.Collect(k.city.Records())) {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Links {
			k.link(r, &r.Body.Links[i])
		}
		for i := range r.Body.Images {
			k.image(r, &r.Body.Images[i])
		}
		k.headings(r.Body)
		k.wording(r)
	}
	for v := range untilEnd(k, k.city.Visions) {
		k.sections(v)
	}
}

// wording checks what depends on the text of a body alone.
func (k *checker) wording(r *city.Record) {
	for _, l := range r.Body.Links {
		if strings.TrimSpace(l.Text) == "" && !showsImage(r.Body, l) {
			k.report(diag.At(l.Pos, diag.LinkTextEmpty, l.Dest.Value).WithHint(diag.NameLink))
		}
		if vague(l.Text) {
			k.report(diag.At(l.Pos, diag.LinkTextVague, l.Text).WithHint(diag.NameLink))
		}
	}
	for _, i := range r.Body.Images {
		if strings.TrimSpace(i.Alt) == "" {
			k.report(diag.At(i.Pos, diag.AltMissing, i.Dest.Value).WithHint(diag.DescribeImage))
		}
	}
	k.rawHTML(r)
	k.spacedLinks(r)
}

// showsImage reports whether an image with a description stands in a link.
func showsImage(b *city.Body, l city.Link) bool {
	return slices.ContainsFunc(b.Images, func(i city.Image) bool {
		return l.Pos.Start <= i.Pos.Start && i.Pos.End <= l.Pos.End && strings.TrimSpace(i.Alt) != ""
	})
}

// image checks the address of an image: it must be a picture of the content.
func (k *checker) image(r *city.Record, i *city.Image) {
	to := city.ParseTarget(r.File.Path, i.Dest.Value)
	switch {
	case to.Kind == city.TargetUnsafe:
		k.report(diag.At(i.Dest.Pos, diag.LinkUnsafe, i.Dest.Value, to.Scheme+":"))
	case to.Kind == city.TargetOutside:
		k.report(diag.At(i.Dest.Pos, diag.LinkOutside, i.Dest.Value))
	case to.Kind == city.TargetExternal:
		k.report(diag.At(i.Dest.Pos, diag.ImageOfOthers, i.Dest.Value).WithHint(diag.MoveFile, "media/"))
	default:
		k.ownImage(r, i.Dest, to.Path)
	}
}

// ownImage checks that a path is that of a picture in media/ that can be shown.
func (k *checker) ownImage(r *city.Record, dest source.Text, path string) {
	if k.media[path] && city.IsImage(path) {
		k.picture(dest, path)
		return
	}
	d := diag.At(dest.Pos, diag.ImageMissing, dest.Value)
	if near, ok := k.nearest(path, k.images()); ok && near != path {
		d = d.WithHint(diag.DidYouMean, relative(r.File.Path, near))
	}
	k.report(d)
}

// picture reports a picture that cannot be shown.
func (k *checker) picture(dest source.Text, path string) {
	switch err := k.opt.Unreadable[path]; {
	case err == nil:
	case errors.Is(err, photo.ErrActive):
		k.report(diag.At(dest.Pos, diag.ImageActive, dest.Value).WithHint(diag.SaveDrawing))
	default:
		k.report(diag.At(dest.Pos, diag.ImageUnreadable, dest.Value).WithHint(diag.SaveImage))
	}
}

// images returns the paths of the pictures in media/.
func (k *checker) images() []string {
	var list []string
	for _, p := range k.opt.Media {
		if city.IsImage(p) {
			list = append(list, p)
		}
	}
	return list
}

// headings reports headings that are more than one level below the one before.
func (k *checker) headings(d *city.Body) {
	last := 1
	for i, h := range d.Headings {
		if strings.TrimSpace(h.Text) == "" {
			k.report(diag.At(h.Pos, diag.HeadingEmpty))
		}
		if h.Level > last+1 && i > 0 {
			k.report(diag.At(h.Pos, diag.HeadingSkipped, last, h.Level))
		}
		last = h.Level
	}
}

// linked reports whether a link in a body leads to a heading in it.
func linked(d *city.Body, id string) bool {
	return slices.ContainsFunc(d.Links, func(l city.Link) bool { return l.Dest.Value == "#"+id })
}

// sections reports headings with the id of a need of another vision of the wijk, or with an id
// that resembles a need's: the text below them would stand with no need.
func (k *checker) sections(v *city.Vision) {
	if v.Body == nil || v.Broken {
		return
	}
	_, wijk, known := k.index.Wijken.Find(v.Wijk.Value)
	if !known {
		return
	}
	own := make(map[string]bool, len(v.Needs))
	for _, n := range v.Needs {
		own[n.ID.Value] = true
	}
	ids := slices.Sorted(maps.Keys(own))
	for _, h := range v.Body.Headings {
		if !h.Explicit || own[h.ID] {
			continue
		}
		if other, _, ok := k.index.Needs(wijk).Find(h.ID); ok && other.Vision != v {
			k.report(diag.At(h.IDPos, diag.SectionOfOther, h.ID, other.Vision.File.Path).WithRelated(other.ID.Pos, diag.DefinedHere))
			continue
		}
		if near, ok := k.nearest(h.ID, ids); ok && !linked(v.Body, h.ID) {
			k.report(diag.At(h.IDPos, diag.SectionUnused, h.ID).WithHint(diag.DidYouMean, near))
		}
	}
}
