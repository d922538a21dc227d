package docximport

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/format"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/source"
)

// write makes the files. What is no action is in the wijkvisie, or without one in the first
// programme.
func (im *importer) write(root *section) error {
	if im.wijk == nil {
		if len(im.programmes) == 0 {
			return &Error{Problem: NoActions}
		}
		if im.opt.Department != "" {
			im.programme(im.opt.Department) // there is one, also when it has no actions
			slices.SortStableFunc(im.programmes, func(a, b *programme) int {
				return rank(a.department.ID != im.opt.Department) - rank(b.department.ID != im.opt.Department)
			})
		}
	}
	for _, p := range im.programmes {
		if path := im.programmePath(p.department.ID); im.opt.Exists(path) {
			return &Error{Problem: FileExists, Name: path}
		}
	}
	if im.wijk != nil {
		b := &body{importer: im}
		b.section(root, 2)
		im.addFile(im.visionPath(), im.visionFront(), b)
	}
	for i, p := range im.programmes {
		b := &body{importer: im}
		if im.wijk == nil && i == 0 {
			b.section(root, 2)
		}
		b.blocks(p.pictures)
		im.addFile(im.programmePath(p.department.ID), im.programmeFront(p, i == 0), b)
	}
	slices.SortStableFunc(im.result.Files, func(a, b File) int {
		return rank(strings.HasPrefix(a.Path, "media/")) - rank(strings.HasPrefix(b.Path, "media/"))
	})
	return nil
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

// addFile adds a file in the layout of package format.
func (im *importer) addFile(path, front string, b *body) {
	b.endNotes()
	text := strings.TrimRight(b.out.String(), "\n")
	if text != "" {
		text += "\n"
	}
	data := []byte("---\n" + front + "---\n" + text)
	if kind, ok := parse.KindOf(path); ok {
		if formatted, err := format.File(source.NewFile(path, data), kind); err == nil {
			data = formatted
		}
	}
	im.result.Files = append(im.result.Files, File{path, data})
}

// visionFront returns the front matter of the wijkvisie.
func (im *importer) visionFront() string {
	var b strings.Builder
	title := im.title
	if title == "" {
		title = fmt.Sprintf("Wijkvisie %s %s", im.wijk.Name.Value, strings.ReplaceAll(yearsOf(im.opt.Period), "-", "–"))
	}
	key(&b, "", "titel", title)
	key(&b, "", "wijk", im.wijk.ID)
	key(&b, "", "periode", yearsOf(im.opt.Period))
	key(&b, "", "status", "concept")
	if len(im.needs) > 0 {
		b.WriteString("behoeften:\n")
	}
	for _, n := range im.needs {
		b.WriteString("  - id: " + n.id + "\n")
		key(&b, "    ", "titel", n.title)
		b.WriteString("    thema: " + n.theme.id + im.remark(n) + "\n")
		if n.priority > 0 {
			fmt.Fprintf(&b, "    prioriteit: %d\n", n.priority)
		}
		list(&b, "    ", "buurten", n.buurten)
		list(&b, "    ", "ingebracht-door", n.raisedBy)
	}
	return b.String()
}

// yearsOf returns a period as it is written: 2011-2014, or 2011.
func yearsOf(p city.Period) string {
	if p.First == p.Last {
		return strconv.Itoa(p.First)
	}
	return p.String()
}

// remark returns a comment for a theme that the document does not name.
func (im *importer) remark(n *need) string {
	texts := [2]string{"  # geraden: klopt dit thema?", "  # kies zelf: het document noemt geen thema"}
	if im.opt.English {
		texts = [2]string{"  # a guess: is this the theme?", "  # choose: the document names no theme"}
	}
	switch {
	case n.noTheme:
		return texts[1]
	case n.guessed:
		return texts[0]
	}
	return ""
}

// programmeFront returns the front matter of a programme.
func (im *importer) programmeFront(p *programme, first bool) string {
	var b strings.Builder
	years := yearsOf(im.opt.Years)
	title := im.title
	if title == "" || im.wijk != nil || !first {
		title = fmt.Sprintf("Programma %s %s", p.department.Name.Value, strings.ReplaceAll(years, "-", "–"))
	}
	key(&b, "", "titel", title)
	key(&b, "", "dienst", p.department.ID)
	if im.opt.Years.First == im.opt.Years.Last {
		key(&b, "", "jaar", years)
	} else {
		key(&b, "", "periode", years)
	}
	key(&b, "", "status", "concept")
	if len(p.actions) > 0 {
		b.WriteString("toezeggingen:\n")
	}
	for _, a := range p.actions {
		im.commitment(&b, a)
	}
	return b.String()
}

// commitment writes an action.
func (im *importer) commitment(b *strings.Builder, a *action) {
	b.WriteString("  - id: " + a.id + "\n")
	key(b, "    ", "titel", a.title)
	list(b, "    ", "behoeften", a.needs)
	if len(a.needs) == 0 {
		list(b, "    ", "wijken", a.wijken)
	}
	list(b, "    ", "partners", a.partners)
	if a.start != "" {
		b.WriteString("    start: " + a.start + "\n")
	}
	if a.due != "" {
		b.WriteString("    gereed: " + a.due + "\n")
	}
	if a.budget > 0 {
		fmt.Fprintf(b, "    budget: %d\n", a.budget)
	}
	key(b, "    ", "dekking", a.cover)
	key(b, "    ", "toelichting", spaced(strings.Join(a.texts, " ")))
	if a.status == "" {
		return
	}
	fmt.Fprintf(b, "    voortgang:\n      - {datum: %s, status: %s", a.day, a.status)
	if lettersOf(a.statusText) != lettersOf(a.status) {
		b.WriteString(", tekst: " + decode.Text(sentence(a.statusText), true))
	}
	b.WriteString("}\n")
}

// key writes a key with a text, unless that is empty.
func key(b *strings.Builder, indent, name, text string) {
	if text != "" {
		b.WriteString(indent + name + ": " + decode.Text(text, false) + "\n")
	}
}

// list writes a key with a list of texts, unless that is empty.
func list(b *strings.Builder, indent, name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = decode.Text(t, true)
	}
	b.WriteString(indent + name + ": [" + strings.Join(quoted, ", ") + "]\n")
}
