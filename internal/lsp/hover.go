package lsp

import (
	"context"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
)

func (s *server) hover(ctx context.Context, p positionParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	c, err := d.project.content(ctx, false)
	if err != nil {
		return nil, err
	}
	h := s.explain(d, c, d.text.offset(p.Position))
	if h == nil {
		return nil, nil // a nil *hover in an any is no null
	}
	return h, nil
}

// explain returns what there is to say of an offset of a document, nil when there is nothing: of
// a key what it is for, of a value what it means or refers to, of what is wrong there why.
func (s *server) explain(d *document, c *checked, offset int) *hover {
	var parts []string
	h := &hover{}
	if b, ok := blockOf(d); ok {
		if p, ok := b.at(offset); ok && p.start < p.end && p.key != nil && offset <= p.end {
			parts = append(parts, c.describe(&p, d, s.opt.Lang))
			h.Range = d.text.span(p.start, p.end)
		}
	}
	if l, ok := linkAt(d, offset); ok && len(parts) == 0 {
		if title := c.linkTitle(d, l, s.opt.Lang); title != "" {
			parts = append(parts, title)
			h.Range = d.text.span(l.start, l.end)
		}
	}
	for _, wrong := range c.current(d) {
		if wrong.Pos.Start <= offset && offset <= wrong.Pos.End && !wrong.Pos.IsZero() {
			if len(parts) == 0 {
				h.Range = d.text.span(wrong.Pos.Start, wrong.Pos.End)
			}
			parts = append(parts, explanation(wrong.Code(), s.opt.Lang))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	h.Contents = markdownContent(strings.Join(parts, "\n\n---\n\n"))
	return h
}

// current returns what was found in a document, if that was in the text that it has now.
func (c *checked) current(d *document) diag.List {
	if c.texts[d.name].Version != d.Version {
		return nil
	}
	return c.byFile[d.name]
}

// explanation returns what a code means, as the command explain has it, with its first line as a
// title.
func explanation(code diag.Code, lang diag.Lang) string {
	var b strings.Builder
	if err := diag.Explain(&b, code, lang); err != nil {
		return ""
	}
	title, rest, _ := strings.Cut(b.String(), "\n")
	return "**" + title + "**\n\n" + strings.TrimSpace(rest)
}

// describe returns what there is to say of a key or a value.
func (c *Content) describe(p *place, d *document, lang diag.Lang) string {
	written := p.text[p.start:p.end]
	if !p.value {
		return c.aboutKey(p, lang)
	}
	if p.mapping != nil && p.key.Name == "id" {
		switch p.mapping.Name {
		case "need":
			return c.describeReference(parse.ToNeed, p.wijk(d)+"/"+written, "", lang)
		case "commitment":
			return c.describeReference(parse.ToCommitment, written, "", lang)
		}
	}
	if p.key.RefersTo != parse.NoReference {
		if text := c.describeReference(p.key.RefersTo, written, p.wijk(d), lang); text != "" {
			return text
		}
	}
	if text, meaning := c.meaning(p.meaningKey(), written); meaning != "" {
		return "**" + escape(text) + "**\n\n" + escape(meaning)
	}
	return c.aboutKey(p, lang)
}

// aboutKey returns what a key is for, under its name.
func (c *Content) aboutKey(p *place, lang diag.Lang) string {
	title := "**" + p.key.Name + "**"
	if p.mapping != nil && p.requires(p.key) {
		title += " (" + sayRequired.in(lang) + ")"
	}
	return title + "\n\n" + c.about(p.key, lang)
}

// about returns what a key is for, what its values may be, and an example.
func (c *Content) about(k *parse.Key, lang diag.Lang) string {
	text := escape(k.Description(c.nouns(lang.String())))
	if k.Type == parse.TextValue && len(k.Enum) > 0 {
		text += "\n\n" + sayChoices.in(lang) + " `" + strings.Join(k.Enum, "`, `") + "`"
	} else if k.Example != "" {
		text += "\n\n" + sayExample.in(lang) + " `" + k.Name + ": " + k.Example + "`"
	}
	return text
}

// meaningKey returns what the keys of the texts begin with that the site has for the values at a
// place; empty when it has none.
func (p *place) meaningKey() string {
	if p.mapping == nil || p.key == nil {
		return ""
	}
	switch p.mapping.Name + "." + p.key.Name {
	case "progress.status":
		return "commitment.status."
	case "judgement.oordeel":
		return "verdict."
	case "answer.antwoord":
		return "answer."
	}
	return ""
}

// meaning returns how the site shows a value, and what it says of its meaning; empty when it
// says nothing.
func (c *Content) meaning(prefix, value string) (text, meaning string) {
	if prefix == "" {
		return "", ""
	}
	key := prefix + value
	if meaning = c.Word(key + ".meaning"); meaning == key+".meaning" {
		return "", ""
	}
	return c.Word(key), meaning
}

// escape returns a text as Markdown that shows it.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]<>#|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
