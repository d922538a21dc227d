package docx

import (
	"strconv"
	"strings"
)

// paragraph is a paragraph while it is read.
type paragraph struct {
	*reader
	number int
	style  *style
	runs   []Run
	boxes  []*node // the contents of text boxes
	left   map[Reason]*strings.Builder
	link   string
}

// field is a field that is open: what Word works out, such as the number of a page.
type field struct {
	instruction strings.Builder
	result      bool // its instruction has ended
}

// name returns the first word of the instruction.
func (f *field) name() string {
	words := strings.Fields(f.instruction.String())
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}

// address returns where a HYPERLINK leads, empty for a place in the document.
func (f *field) address() string {
	if f.name() != "HYPERLINK" {
		return ""
	}
	rest := strings.TrimSpace(strings.TrimSpace(f.instruction.String())[len("HYPERLINK"):])
	quoted, ok := strings.CutPrefix(rest, `"`)
	if !ok {
		return ""
	}
	address, _, _ := strings.Cut(quoted, `"`)
	return address
}

func (p *paragraph) hasText() bool {
	for _, run := range p.runs {
		if strings.TrimSpace(run.Text) != "" || run.Picture != nil {
			return true
		}
	}
	return false
}

// inline reads what is within a paragraph or a part of one.
func (p *paragraph) inline(n *node) {
	for _, c := range n.children {
		switch c.name {
		case "w:r":
			p.run(c)
		case "w:hyperlink":
			outer := p.link
			if rel := p.relations[c.attr("id")]; rel.external {
				p.link = rel.target
				if anchor := c.attr("anchor"); anchor != "" && !strings.Contains(p.link, "#") {
					p.link += "#" + anchor
				}
			}
			p.inline(c)
			p.link = outer
		case "w:fldSimple":
			f := &field{result: true}
			f.instruction.WriteString(c.attr("instr"))
			p.fields = append(p.fields, f)
			p.inline(c)
			p.fields = p.fields[:len(p.fields)-1]
		case "w:del":
			p.leaveText(Deleted, c.words())
			p.inlineFields(c)
		case "w:moveFrom": // it is read where it was moved to
			p.inlineFields(c)
		case "w:sdt":
			if c.child("w:sdtPr", "w:showingPlcHdr").is() {
				p.leaveText(Placeholder, c.words())
			} else if content := c.child("w:sdtContent"); content != nil {
				p.inline(content)
			}
		case "mc:AlternateContent":
			if chosen := alternative(c); chosen != nil {
				p.inline(chosen)
			}
		case "m:oMath", "m:oMathPara":
			p.text(Run{Text: strings.ReplaceAll(c.words(), "\n", " ")})
		case "w:pPr", "w:rPr", "w:sdtPr":
		case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:bdo", "w:dir":
			p.inline(c)
		}
	}
}

// inlineFields follows the fields that begin or end in what is deleted.
func (p *paragraph) inlineFields(n *node) {
	for _, c := range n.children {
		if c.name == "w:fldChar" {
			p.fieldMark(c)
		} else {
			p.inlineFields(c)
		}
	}
}

// run reads a run.
func (p *paragraph) run(n *node) {
	form, hidden := p.form(n.child("w:rPr"))
	for _, c := range n.children {
		if hidden && c.name != "w:fldChar" && c.name != "w:instrText" {
			if c.name == "w:t" {
				p.leaveText(Hidden, c.allText())
			}
			continue
		}
		switch c.name {
		case "w:t":
			p.text(form.with(c.allText()))
		case "w:tab", "w:ptab":
			p.text(form.with("\t"))
		case "w:br":
			if kind := c.attr("type"); kind == "" || kind == "textWrapping" {
				p.text(form.with("\n"))
			} else {
				p.text(form.with(" "))
			}
		case "w:cr":
			p.text(form.with("\n"))
		case "w:noBreakHyphen":
			p.text(form.with("-"))
		case "w:sym":
			p.symbol(c, form)
		case "w:fldChar":
			p.fieldMark(c)
		case "w:instrText":
			if f := p.openField(); f != nil && !f.result {
				f.instruction.WriteString(c.allText())
			}
		case "w:footnoteReference":
			p.note("f", c.attr("id"))
		case "w:endnoteReference":
			p.note("e", c.attr("id"))
		case "w:drawing", "w:pict", "w:object":
			p.drawing(c)
		case "mc:AlternateContent":
			if chosen := alternative(c); chosen != nil {
				p.run(&node{name: "w:r", children: chosen.children})
			}
		case "w:ruby":
			if base := c.child("w:rubyBase"); base != nil {
				p.inline(base)
			}
		}
	}
}

// form returns the form of a run, and reports whether it is hidden.
func (p *paragraph) form(properties *node) (form Run, hidden bool) {
	s := p.styles[properties.child("w:rStyle").attr("val")]
	on := func(name string, ofRun, ofParagraph *bool) bool {
		switch n := properties.child(name); {
		case n != nil:
			return n.is()
		case ofRun != nil:
			return *ofRun
		}
		return ofParagraph != nil && *ofParagraph
	}
	if s == nil {
		s = &style{}
	}
	form.Bold = on("w:b", s.bold, p.style.bold)
	form.Italic = on("w:i", s.italic, p.style.italic)
	form.Struck = properties.child("w:strike").is() || properties.child("w:dstrike").is()
	return form, properties.child("w:vanish").is() || s.hidden || p.style.hidden
}

func (r Run) with(text string) Run {
	r.Text = text
	return r
}

// text adds a text, where fields do not stand in its way.
func (p *paragraph) text(run Run) {
	run.Text = p.symbols(clean(run.Text))
	run.Link = p.link
	for _, f := range p.fields {
		if !f.result {
			return
		}
		switch f.name() {
		case "TOC", "INDEX", "TOA":
			p.leaveText(Contents, run.Text)
			return
		case "PAGE", "NUMPAGES", "SECTIONPAGES":
			p.leaveText(Furniture, run.Text)
			return
		case "HYPERLINK":
			if address := f.address(); address != "" {
				run.Link = address
			}
		}
	}
	p.runs = append(p.runs, run)
}

// clean takes out characters that nobody sees.
func clean(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\u00a0', c == '\u202f', c >= '\u2000' && c <= '\u200a', c == '\u3000':
			return ' '
		case c == '\u2011':
			return '-'
		case c == '\u00ad', c >= '\u200b' && c <= '\u200f', c >= '\u202a' && c <= '\u202e', c >= '\u2060' && c <= '\u206f', c == '\ufeff':
			return -1
		case c == '\u2028', c == '\u2029', c == '\v':
			return '\n'
		case c < ' ' && c != '\t' && c != '\n', c >= 0x7f && c < 0xa0, c == '\ufffe', c == '\uffff':
			return -1
		}
		return c
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}

// symbolText is the characters of the fonts Symbol and Wingdings.
var symbolText = map[string]string{
	"symbol b7": "•", "symbol 2d": "−", "symbol b0": "°", "symbol b1": "±", "symbol a3": "≤", "symbol b3": "≥", "symbol ae": "→", "symbol de": "⇒", "symbol b4": "×", "symbol a0": "€",
	"wingdings a7": "▪", "wingdings 6e": "■", "wingdings 71": "❑", "wingdings 6f": "□", "wingdings a8": "◻", "wingdings fe": "☑", "wingdings fd": "☒", "wingdings fc": "✓", "wingdings fb": "✗",
	"wingdings e0": "→", "wingdings e8": "➔", "wingdings f0": "⇨", "wingdings d8": "➢", "wingdings 4a": "☺", "wingdings 4c": "☹", "wingdings 28": "☎", "wingdings 2a": "✉", "wingdings 6c": "●", "wingdings 76": "❖",
}

// symbol adds a character of a font of symbols.
func (p *paragraph) symbol(n *node, form Run) {
	code, err := strconv.ParseUint(n.attr("char"), 16, 32)
	if err != nil {
		return
	}
	place := strings.ToLower(n.attr("font")) + " " + strconv.FormatUint(code&0xff, 16)
	if text, ok := symbolText[place]; ok {
		p.text(form.with(text))
		return
	}
	if code >= 0x20 && code < 0xd800 {
		p.text(form.with(string(rune(code))))
		return
	}
	p.leaveText(Symbol, n.attr("font")+" "+n.attr("char"))
}

// symbols replaces characters that stand for those of a font of symbols.
func (p *paragraph) symbols(text string) string {
	return strings.Map(func(c rune) rune {
		if c < 0xf000 || c > 0xf0ff {
			return c
		}
		code := strconv.FormatUint(uint64(c&0xff), 16)
		for _, font := range []string{"wingdings ", "symbol "} {
			if known := []rune(symbolText[font+code]); len(known) == 1 {
				return known[0]
			}
		}
		p.leaveText(Symbol, strconv.FormatUint(uint64(c), 16)+" ")
		return -1
	}, text)
}

// note adds a reference to a note.
func (p *paragraph) note(kind, id string) {
	key := kind + id
	place, known := p.noteOf[key]
	if !known {
		p.queue = append(p.queue, noteRef{kind, id})
		place = len(p.queue)
		p.noteOf[key] = place
	}
	p.runs = append(p.runs, Run{Note: place})
}

func (p *paragraph) openField() *field {
	if len(p.fields) == 0 {
		return nil
	}
	return p.fields[len(p.fields)-1]
}

// fieldMark begins a field, ends its instruction, or ends it.
func (p *paragraph) fieldMark(n *node) {
	switch n.attr("fldCharType") {
	case "begin":
		if len(p.fields) < 50 {
			p.fields = append(p.fields, &field{})
		}
	case "separate":
		if f := p.openField(); f != nil {
			f.result = true
		}
	case "end":
		if len(p.fields) > 0 {
			p.fields = p.fields[:len(p.fields)-1]
		}
	}
}

func (p *paragraph) leaveText(reason Reason, text string) {
	if p.left[reason] == nil {
		p.left[reason] = new(strings.Builder)
	}
	p.left[reason].WriteString(text)
}

// flush lists what is left out of the paragraph.
func (p *paragraph) flush() {
	for reason := range Macro + 1 {
		if b := p.left[reason]; b != nil {
			p.leave(reason, clean(b.String()), p.number)
		}
	}
}
