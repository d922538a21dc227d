package lsp

import (
	"maps"
	"reflect"
	"slices"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// published is what was last published of a file.
type published struct {
	version     int // 0 of a file that was not open
	diagnostics []diagnostic
}

// publish sends the diagnostics of every file of which they are others than before, and of every
// file that is open in another version.
func (p *project) publish(c *checked) {
	w := p.newDiagnostics(c)
	all := make(map[string]published)
	for name, list := range c.byFile {
		all[p.uri(name, c.texts)] = published{diagnostics: w.all(list)}
	}
	for _, t := range c.texts {
		all[t.URI] = published{t.Version, all[t.URI].diagnostics}
	}
	for _, uri := range slices.Sorted(maps.Keys(p.published)) {
		if _, ok := all[uri]; !ok && len(p.published[uri].diagnostics) > 0 {
			p.send(uri, published{})
		}
	}
	for _, uri := range slices.Sorted(maps.Keys(all)) {
		if before, ok := p.published[uri]; !ok || !reflect.DeepEqual(before, all[uri]) {
			p.send(uri, all[uri])
		}
	}
	p.published = all
}

func (p *project) send(uri string, now published) {
	params := publishParams{URI: uri, Diagnostics: now.diagnostics}
	if now.version != 0 {
		params.Version = &now.version
	}
	if params.Diagnostics == nil {
		params.Diagnostics = []diagnostic{}
	}
	p.server.notify("textDocument/publishDiagnostics", params)
}

// diagnostics turns diagnostics into those of the protocol.
type diagnostics struct {
	project *project
	texts   map[string]openedText
	lang    diag.Lang
	lines   map[*source.File]*text
}

func (p *project) newDiagnostics(c *checked) *diagnostics {
	return &diagnostics{p, c.texts, p.server.opt.Lang, make(map[*source.File]*text)}
}

func (w *diagnostics) all(list diag.List) []diagnostic {
	all := make([]diagnostic, len(list))
	for i, d := range list {
		all[i] = w.one(d)
	}
	return all
}

// one turns a diagnostic into one of the protocol: what is wrong, and on the next line what to
// do about it.
func (w *diagnostics) one(d diag.Diagnostic) diagnostic {
	out := diagnostic{
		Range:    w.span(d.Pos),
		Severity: [...]int{diag.Error: 1, diag.Warning: 2, diag.Info: 3}[d.Severity()],
		Code:     string(d.Code()), Source: "wijkvisie", Message: w.lang.Say(d.Text),
	}
	if hint := w.lang.Hint(d); hint != "" {
		out.Message += "\n" + hint
	}
	for _, r := range d.Related() {
		out.RelatedInformation = append(out.RelatedInformation, relatedLocation{w.location(r.Pos), w.lang.Say(r.Text)})
	}
	return out
}

// location returns a place as the protocol has it.
func (w *diagnostics) location(pos source.Pos) location {
	return location{w.project.uri(pos.Path(), w.texts), w.span(pos)}
}

// span returns the range of a place; the beginning of the file for the zero Pos.
func (w *diagnostics) span(pos source.Pos) span {
	if pos.IsZero() {
		return span{}
	}
	lines := w.lines[pos.File]
	if lines == nil {
		lines = w.newText(pos.File)
		w.lines[pos.File] = lines
	}
	return lines.span(pos.Start, pos.End)
}

func (w *diagnostics) newText(f *source.File) *text {
	if _, open := w.texts[f.Path]; open {
		return newText(string(f.Data), w.project.server.encoding)
	}
	return newFileText(string(f.Data), w.project.server.encoding)
}
