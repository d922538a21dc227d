package lsp

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

func (s *server) codeAction(ctx context.Context, p codeActionParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	c, err := d.project.content(ctx, true)
	if err != nil {
		return nil, err
	}
	if c.texts[d.name].Version != d.Version { // it changed since
		return nil, nil
	}
	a := &actions{server: s, document: d, checked: c, list: []codeAction{}}
	if err := a.find(ctx, p); err != nil {
		return nil, err
	}
	return a.list, nil
}

// actions collects the changes that put a document right.
type actions struct {
	server   *server
	document *document
	checked  *checked
	list     []codeAction
}

// wants reports whether a client asks for a kind of action: that one, or one that it is of.
func wants(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool { return kind == o || strings.HasPrefix(kind, o+".") })
}

func (a *actions) find(ctx context.Context, p codeActionParams) error {
	d := a.document
	start, end := d.text.offset(p.Range.Start), d.text.offset(p.Range.End)
	var here diag.List
	for _, wrong := range a.checked.byFile[d.name] {
		if wrong.Pos.Start <= end && start <= wrong.Pos.End {
			here = append(here, wrong)
		}
	}
	fixed, err := a.fixed(ctx)
	if err != nil {
		return err
	}
	if wants(p.Context.Only, quickFix) {
		for _, wrong := range here {
			a.mend(wrong, fixed)
			a.suggest(wrong)
		}
	}
	if wants(p.Context.Only, fixAll) && fixed != nil {
		a.add(sayFixAll.in(a.server.opt.Lang), fixAll, nil, edits(d.text, string(fixed.Data)), false)
	}
	return nil
}

// fixed returns the document with what --fix puts right in it, nil when that is nothing. The
// content is only read for it when there is something in the document that may be put right.
func (a *actions) fixed(ctx context.Context) (*Fixed, error) {
	if !slices.ContainsFunc(a.checked.byFile[a.document.name], func(d diag.Diagnostic) bool { return !d.Fix().IsZero() }) {
		return nil, nil
	}
	all, err := a.checked.fixes(ctx, a.document.project)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(f Fixed) bool { return f.Path == a.document.name })
	if i < 0 || bytes.Equal(all[i].Data, []byte(a.document.text.data)) {
		return nil, nil
	}
	return &all[i], nil
}

// fixes returns the files that --fix puts right. They are worked out once: a client asks again
// wherever the cursor goes.
func (c *checked) fixes(ctx context.Context, p *project) ([]Fixed, error) {
	c.fixing.Lock()
	defer c.fixing.Unlock()
	if c.fixesKnown {
		return c.fixed, nil
	}
	files, err := p.overlay(c.texts)
	if err != nil {
		return nil, err
	}
	c.fixed, err = p.opened.Fix(ctx, files)
	c.fixesKnown = err == nil
	return c.fixed, err
}

// mend adds the change that puts a diagnostic right, if --fix makes it.
func (a *actions) mend(wrong diag.Diagnostic, fixed *Fixed) {
	fix := wrong.Fix()
	if fix.IsZero() || fixed == nil {
		return
	}
	made := slices.ContainsFunc(fixed.Mends, func(m parse.Mend) bool {
		return m.Start == fix.Pos.Start && m.End == fix.Pos.End && m.Text == fix.Text
	})
	if made {
		edit := textEdit{a.document.text.span(fix.Pos.Start, fix.Pos.End), fix.Text}
		a.add(sayWrite.in(a.server.opt.Lang, visible(fix.Text)), quickFix, &wrong, []textEdit{edit}, true)
	}
}

// suggest adds the change that a hint names. It is for the author to choose: --fix does not make
// it. Where the hint is about the form of what is written, the file must be better with it.
func (a *actions) suggest(wrong diag.Diagnostic) {
	hint := wrong.Hint()
	if wrong.Pos.IsZero() || !wrong.Fix().IsZero() || len(hint.Args) == 0 {
		return
	}
	meant, ok := hint.Args[0].(string)
	if !ok {
		return
	}
	start, end := wrong.Pos.Start, wrong.Pos.End
	switch hint.Message {
	case diag.DidYouMean:
		written := string(wrong.Pos.Bytes())
		if n := len(written); n >= 2 && (written[0] == '"' || written[0] == '\'') && written[n-1] == written[0] {
			start, end = start+1, end-1 // the quotes stay
		}
	case diag.WriteAs, diag.QuoteValue:
		if !a.better(start, end, meant) {
			return
		}
	default:
		return
	}
	edit := textEdit{a.document.text.span(start, end), meant}
	a.add(sayMeant.in(a.server.opt.Lang, visible(meant)), quickFix, &wrong, []textEdit{edit}, false)
}

// better reports whether the document, read alone, has fewer errors with another text in a place,
// and none that it did not have.
func (a *actions) better(start, end int, text string) bool {
	data := a.document.text.data
	had := errorsIn(a.document.name, data)
	now := errorsIn(a.document.name, data[:start]+text+data[end:])
	for message, n := range now {
		if had[message] < n {
			return false
		}
	}
	return total(now) < total(had)
}

func total(counts map[string]int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// errorsIn returns how often each error is in a file when it is read alone.
func errorsIn(name, data string) map[string]int {
	kind, _ := parse.KindOf(name)
	counts := make(map[string]int)
	for _, d := range problemsIn(kind, source.NewFile(name, []byte(data))) {
		if d.Severity() == diag.Error {
			counts[diag.English.Say(d.Text)]++
		}
	}
	return counts
}

// problemsIn returns what is wrong in a file of a kind when it is read alone.
func problemsIn(kind parse.Kind, f *source.File) (problems diag.List) {
	switch kind.Name {
	case "site":
		_, problems = parse.Site(f)
	case "wijk":
		_, problems = parse.Wijk(f)
	case "wijkvisie":
		_, problems = parse.Vision(f)
	case "dienst":
		_, problems = parse.Department(f)
	case "programma":
		_, problems = parse.Programme(f)
	case "pagina":
		_, problems = parse.Page(f)
	}
	return problems
}

func (a *actions) add(title, kind string, of *diag.Diagnostic, edits []textEdit, preferred bool) {
	action := codeAction{Title: title, Kind: kind, IsPreferred: preferred, Edit: workspaceEdit{map[string][]textEdit{a.document.URI: edits}}}
	if of != nil {
		action.Diagnostics = []diagnostic{a.document.project.newDiagnostics(a.checked).one(*of)}
	}
	a.list = append(a.list, action)
}

// visible returns a text as a title shows it: on one line, and not long.
func visible(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return string(runes)
}
