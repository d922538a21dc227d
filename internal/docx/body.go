package docx

import (
	"strconv"
	"strings"
)

// blocks returns the paragraphs and tables within an element.
func (r *reader) blocks(n *node) []Block {
	var list []Block
	for _, c := range n.children {
		switch c.name {
		case "w:p":
			list = append(list, r.paragraph(c)...)
		case "w:tbl":
			list = append(list, r.table(c)...)
		case "w:sdt":
			list = append(list, r.control(c)...)
		case "w:ins", "w:moveTo", "w:customXml", "w:sdtContent", "w:smartTag":
			list = append(list, r.blocks(c)...)
		case "w:del":
			r.leave(Deleted, c.words(), r.number)
		case "mc:AlternateContent":
			if chosen := alternative(c); chosen != nil {
				list = append(list, r.blocks(chosen)...)
			}
		case "w:altChunk":
			r.leave(Object, r.relations[c.attr("id")].target, r.number)
		}
	}
	return list
}

// control returns the blocks of a content control.
func (r *reader) control(n *node) []Block {
	content := n.child("w:sdtContent")
	if content == nil {
		return nil
	}
	gallery := strings.ToLower(n.child("w:sdtPr").find("w:docPartGallery").attr("val"))
	if strings.Contains(gallery, "table of contents") || strings.Contains(gallery, "inhoud") {
		r.skip(content, Contents)
		return nil
	}
	if n.child("w:sdtPr", "w:showingPlcHdr").is() {
		r.skip(content, Placeholder)
		return nil
	}
	return r.blocks(content)
}

// skip leaves out all paragraphs within an element.
func (r *reader) skip(n *node, reason Reason) {
	if n.name == "w:p" {
		r.number++
		r.leave(reason, n.words(), r.number)
		return
	}
	for _, c := range n.children {
		r.skip(c, reason)
	}
}

// alternative returns what is shown of an element that has several forms: the first that has a
// text or a picture.
func alternative(n *node) *node {
	var last *node
	for _, c := range n.children {
		if c.name != "mc:Choice" && c.name != "mc:Fallback" {
			continue
		}
		last = c
		for _, shown := range []string{"w:txbxContent", "a:blip", "v:imagedata", "w:t", "w:p"} {
			if c.find(shown) != nil {
				return c
			}
		}
	}
	return last
}

// paragraph returns a paragraph, and the text boxes that are anchored in it.
func (r *reader) paragraph(n *node) []Block {
	r.number++
	p := &paragraph{reader: r, number: r.number, left: make(map[Reason]*strings.Builder)}
	properties := n.child("w:pPr")
	p.style = r.styles[properties.child("w:pStyle").attr("val")]
	if p.style == nil {
		p.style = &style{level: headingLevel(strings.ToLower(properties.child("w:pStyle").attr("val")))}
	}
	b := Block{Paragraph: p.number, Level: p.style.level, IsTitle: p.style.isTitle}
	if outline := properties.child("w:outlineLvl"); outline != nil {
		b.Level = levelOf(outline)
	}
	p.runs, r.carried = r.carried, nil
	p.inline(n)
	p.flush()
	if properties.child("w:rPr", "w:del") != nil || properties.child("w:rPr", "w:moveFrom") != nil {
		r.carried = p.runs // the end of this paragraph is deleted
		p.runs = nil
	} else {
		r.label(&b, properties, p)
	}
	b.Runs = tidy(p.runs)
	var list []Block
	switch {
	case p.style.isContents && len(b.Runs) > 0:
		r.leave(Contents, b.Text(), b.Paragraph)
	case len(b.Runs) > 0:
		list = append(list, b)
	}
	for _, box := range p.boxes {
		inside := r.blocks(box)
		for i := range inside {
			inside[i].InBox = true
		}
		list = append(list, inside...)
	}
	return list
}

// label sets what Word writes before a paragraph of a list or a numbered heading.
func (r *reader) label(b *Block, properties *node, p *paragraph) {
	id, depth := p.style.numbers, p.style.depth
	if num := properties.child("w:numPr"); num != nil {
		if n := num.child("w:numId"); n != nil {
			id = n.attr("val")
		}
		if level := num.child("w:ilvl"); level != nil {
			depth, _ = strconv.Atoi(level.attr("val"))
		}
	}
	if id == "" || id == "0" || !p.hasText() {
		return
	}
	if b.Level > 0 && properties.child("w:numPr") == nil && p.style.depth == 0 {
		depth = b.Level - 1
	}
	b.Label = r.counts.label(r.numbers[id], depth)
	if b.Level == 0 && b.Label != "" {
		b.Depth = min(max(depth, 0), 8) + 1
	}
}

// tidy joins runs of one form, and takes white space from both ends and out of the middle.
func tidy(runs []Run) []Run {
	var list []Run
	for _, run := range runs {
		if run.Text == "" && run.Picture == nil && run.Note == 0 {
			continue
		}
		if last := len(list) - 1; last >= 0 && run.Text != "" && list[last].Text != "" && sameForm(list[last], run) {
			list[last].Text += run.Text
			continue
		}
		list = append(list, run)
	}
	for len(list) > 0 && list[0].isText() {
		if list[0].Text = strings.TrimLeft(list[0].Text, " \t\n"); list[0].Text != "" {
			break
		}
		list = list[1:]
	}
	for last := len(list) - 1; last >= 0 && list[last].isText(); last-- {
		if list[last].Text = strings.TrimRight(list[last].Text, " \t\n"); list[last].Text != "" {
			break
		}
		list = list[:last]
	}
	return list
}

func (r Run) isText() bool { return r.Picture == nil && r.Note == 0 }

func sameForm(a, b Run) bool {
	return a.Bold == b.Bold && a.Italic == b.Italic && a.Struck == b.Struck && a.Link == b.Link
}
