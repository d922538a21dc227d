package docx

import (
	"path"
	"strings"
)

// drawing reads the pictures in a drawing, and finds its text boxes.
func (p *paragraph) drawing(n *node) {
	alt := description(n)
	if n.name == "w:object" {
		if n.find("w:txbxContent") == nil {
			what := n.find("o:OLEObject").attr("ProgID")
			if what == "" {
				what = "object"
			}
			p.leave(Object, what, p.number)
			return
		}
	}
	found := p.shapes(n, alt)
	if found {
		return
	}
	p.eachRelation(n, func(rel relation) {
		switch {
		case rel.external:
		case rel.kind == "chart" || rel.kind == "diagramData" || rel.kind == "chartEx":
			root, err := p.archive.tree(rel.target)
			if err != nil && p.err == nil {
				p.err = err
			}
			text := root.words()
			if text == "" {
				text = path.Base(rel.target)
			}
			p.leave(Object, text, p.number)
		}
	})
}

// eachRelation calls f for everything outside that a drawing refers to.
func (p *paragraph) eachRelation(n *node, f func(relation)) {
	for _, a := range n.attrs {
		if strings.HasSuffix(a.Name.Space, "/relationships") {
			if rel, ok := p.relations[a.Value]; ok {
				f(rel)
			}
		}
	}
	for _, c := range n.children {
		p.eachRelation(c, f)
	}
}

// shapes reads the pictures and text boxes in a drawing, and reports whether there are any.
func (p *paragraph) shapes(n *node, alt string) bool {
	found := false
	for _, c := range n.children {
		switch c.name {
		case "w:txbxContent":
			p.boxes = append(p.boxes, c)
			found = true
			continue
		case "a:blip":
			id := c.attr("embed")
			if id == "" {
				id = c.attr("link")
			}
			p.picture(id, alt)
			found = true
			continue
		case "v:imagedata":
			p.picture(c.attr("id"), alt)
			found = true
			continue
		case "mc:AlternateContent":
			if chosen := alternative(c); chosen != nil && p.shapes(chosen, alt) {
				found = true
			}
			continue
		case "pic:pic":
			if own := c.child("pic:nvPicPr", "pic:cNvPr").attr("descr"); own != "" {
				if p.shapes(c, own) {
					found = true
				}
				continue
			}
		}
		if p.shapes(c, alt) {
			found = true
		}
	}
	return found
}

// description returns how the author describes a drawing. What Word guesses from the picture
// is not the author's.
func description(n *node) string {
	text := n.find("wp:docPr").attr("descr")
	if text == "" {
		text = n.find("v:shape").attr("alt")
	}
	for _, guess := range []string{"automatisch gegenereerd", "description automatically generated", "description generated", "door ai gegenereerde"} {
		if strings.Contains(strings.ToLower(text), guess) {
			return ""
		}
	}
	return strings.Join(strings.Fields(text), " ")
}

// picture adds a picture by the id of a relation.
func (p *paragraph) picture(id, alt string) {
	rel, ok := p.relations[id]
	switch {
	case !ok:
		return
	case rel.external:
		p.leave(OtherPicture, rel.target, p.number)
		return
	}
	name := path.Base(rel.target)
	switch strings.ToLower(path.Ext(rel.target)) {
	case ".emf", ".wmf", ".emz", ".wmz", ".tif", ".tiff", ".bmp", ".eps", ".pict", ".pct", ".wdp":
		if alt != "" {
			name += ": " + alt
		}
		p.leave(BadPicture, name, p.number)
		return
	}
	data, err := p.pictureData(rel.target)
	if err != nil {
		if p.err == nil {
			p.err = err
		}
		return
	}
	if len(data) == 0 {
		p.leave(BadPicture, name, p.number)
		return
	}
	if !p.inContents() {
		p.runs = append(p.runs, Run{Picture: &Picture{Alt: clean(alt), Data: data}})
	}
}

func (p *paragraph) inContents() bool {
	for _, f := range p.fields {
		if f.name() == "TOC" {
			return true
		}
	}
	return false
}

// pictureData unpacks a picture, once.
func (r *reader) pictureData(name string) ([]byte, error) {
	if data, ok := r.pictures[name]; ok {
		return data, nil
	}
	data, err := r.archive.read(name, min(maxPicture, maxPictures-r.archive.pictures))
	if err != nil {
		return nil, err
	}
	r.archive.pictures += int64(len(data))
	if r.pictures == nil {
		r.pictures = make(map[string][]byte)
	}
	r.pictures[name] = data
	return data, nil
}
