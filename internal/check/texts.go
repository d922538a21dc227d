package check

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
)

// Texts keeps what the rules on text found in each record, so that a record that did not
// change need not be read again. It is not safe for concurrent use.
type Texts struct {
	found map[*city.Record]*findings
}

// findings is what was found in the texts of one record.
type findings struct {
	personal []personal
	markup   diag.List // of the body: marks that stay visible, and text that is not published
	strange  diag.List // characters that the author did not mean
	language diag.List
	read     bool // what is not about language is known
	advised  bool // language is known
}

// readTexts returns what is found in the texts of each record, and keeps it in the options'
// Texts. It reads records that it does not find there, until the context ends.
func (k *checker) readTexts() map[*city.Record]*findings {
	var known map[*city.Record]*findings
	if k.opt.Texts != nil {
		known = k.opt.Texts.found
	}
	all := make(map[*city.Record]*findings)
	var unread []recordText
	for _, t := range textsOf(k.city) {
		found := known[t.record]
		if found == nil || !found.read || k.opt.Language && !found.advised {
			found = new(findings)
			unread = append(unread, t)
		}
		all[t.record] = found
	}
	parallel.Each(len(unread), func(i int) {
		if k.ctx.Err() != nil {
			return
		}
		t := unread[i]
		found := all[t.record]
		found.personal = personalIn(t)
		found.strange = strangeIn(t)
		if body := t.record.Body; body != nil && !body.Pos.IsZero() {
			found.markup = append(visibleMarkup(t.record), droppedText(t.record)...)
		}
		for _, text := range slices.Concat(t.front, t.labels) {
			if !text.Pos.IsZero() {
				found.markup = append(found.markup, markupOf(text.Pos, text.Value)...)
			}
		}
		found.read = true
		if k.opt.Language {
			found.language, found.advised = languageOf(t), true
		}
	})
	if k.opt.Texts != nil {
		k.opt.Texts.found = all
	}
	return all
}

// texts reports what was found in texts: personal data, except how wijken, departments and the
// site say that they can be reached, and language that could be plainer.
func (k *checker) texts() {
	public := k.contactKeys()
	if s := k.city.Site; s != nil {
		for _, t := range siteLabels(s) {
			if t.Pos.IsZero() {
				continue
			}
			k.list = append(k.list, strangeOf(t.Pos, t.Value)...)
			k.list = append(k.list, markupOf(t.Pos, t.Value)...)
			for _, p := range personalOf(t.Pos, t.Value) {
				if !public[p.key] {
					k.report(p.Diagnostic)
				}
			}
		}
	}
	for _, found := range k.found {
		k.list = append(k.list, found.markup...)
		k.list = append(k.list, found.strange...)
		for _, p := range found.personal {
			if !public[p.key] {
				k.report(p.Diagnostic)
			}
		}
		if k.opt.Language {
			k.list = append(k.list, found.language...)
		}
	}
}
