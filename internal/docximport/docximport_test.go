package docximport_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/format"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/source"
)

// site is the content that the documents are imported into.
func site() fstest.MapFS {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	content := fstest.MapFS{
		"site.yaml": text(`titel: Wijkvisies Utrecht
gemeente: Utrecht
gemeentecode: GM0344
basis-url: https://wijkvisies.example.nl
basis-url-sinds: 2011
themas:
  - {id: verkeer, naam: Verkeer en bereikbaarheid, omschrijving: "Veilig en vlot door de wijk, te voet, op de fiets, met de bus of met de auto."}
  - {id: groen, naam: Groen en openbare ruimte, omschrijving: "Straten, pleinen en parken die schoon, groen en prettig zijn."}
  - {id: veiligheid, naam: Veiligheid, omschrijving: Overdag en ’s avonds zonder zorgen over straat.}
  - {id: wonen, naam: Wonen en bouwen, omschrijving: Goede huizen en duidelijkheid over wat er wordt gebouwd of gesloopt.}
  - {id: jeugd, naam: Jeugd en onderwijs, omschrijving: "Spelen, leren en opgroeien in de eigen buurt."}
  - {id: ontmoeting, naam: Ontmoeting en cultuur, omschrijving: "Plekken waar buren elkaar zien, muziek maken en samen eten."}
  - {id: zorg, naam: Zorg en gezondheid, omschrijving: Hulp dichtbij en een wijk waar het gezond leven is.}
  - {id: werk, naam: Werk en winkels, omschrijving: Kans op werk en winkelstraten waar iets te doen is.}
`),
	}
	for id, name := range map[string]string{"oost": "Oost", "overvecht": "Overvecht"} {
		content["wijken/"+id+".md"] = text("---\nnaam: " + name + "\n---\nEen wijk.\n")
	}
	for id, name := range map[string]string{"stadswerken": "Stadswerken", "stadsontwikkeling": "Stadsontwikkeling", "veiligheid": "Veiligheid", "volksgezondheid": "Volksgezondheid", "maatschappelijke-ontwikkeling": "Maatschappelijke Ontwikkeling"} {
		content["diensten/"+id+".md"] = text("---\nnaam: " + name + "\n---\nEen dienst.\n")
	}
	return content
}

// optionsFor returns how a document of testdata is imported, by its name.
func optionsFor(name string) docximport.Options {
	if strings.HasPrefix(name, "actie") || strings.HasPrefix(name, "jaarplan") {
		return docximport.Options{Department: "stadswerken", Years: city.Period{First: 2011, Last: 2011}}
	}
	return docximport.Options{Wijk: "oost", Period: city.Period{First: 2011, Last: 2014}}
}

func documents(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d documents, %v", len(names), err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func imported(t testing.TB, name string) *docximport.Result {
	t.Helper()
	result, err := pipeline.ImportDocument(site(), read(t, name), optionsFor(filepath.Base(name)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return result
}

// expectation is what is in a document, as somebody who read it wrote down.
type expectation struct {
	needs, actions [][]string // a title and what more is known; "-" is not known
	left           []string
}

func expected(t testing.TB, document string) expectation {
	t.Helper()
	var e expectation
	for line := range strings.Lines(string(read(t, strings.TrimSuffix(document, ".docx")+".expected"))) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		fields := strings.Split(rest, " | ")
		switch kind {
		case "need":
			e.needs = append(e.needs, fields)
		case "action":
			e.actions = append(e.actions, fields)
		case "left":
			e.left = append(e.left, rest)
		}
	}
	return e
}

func TestNeedsAndActionsAreFound(t *testing.T) {
	total, found := 0, 0
	for _, name := range documents(t) {
		want, got := expected(t, name), imported(t, name)
		c := parsed(t, got)
		for _, w := range want.needs {
			total++
			need := needOf(c, w[0])
			if need == nil {
				t.Logf("%s: the need %q is not found", name, w[0])
				continue
			}
			found++
			if w[1] != "-" && need.Theme.Value != w[1] {
				t.Errorf("%s: the theme of %q is %s, want %s", name, w[0], need.Theme.Value, w[1])
			}
			if len(w) > 2 && w[2] != number(need.Priority) {
				t.Errorf("%s: the priority of %q is %d, want %s", name, w[0], need.Priority, w[2])
			}
		}
		for _, w := range want.actions {
			total++
			commitment, department := commitmentOf(c, w[0])
			if commitment == nil {
				t.Logf("%s: the action %q is not found", name, w[0])
				continue
			}
			found++
			status := ""
			if len(commitment.Progress) > 0 {
				status = commitment.Progress[0].Status.Value
			}
			if gotten := []string{w[0], department, orDash(commitment.Due.String()), orDash(status)}; !slices.Equal(gotten, w) {
				t.Errorf("%s: %v, want %v", name, gotten, w)
			}
		}
		for _, n := range got.Needs {
			if !slices.ContainsFunc(want.needs, func(w []string) bool { return w[0] == n.Title }) {
				t.Errorf("%s: %q is no need", name, n.Title)
			}
		}
		for _, a := range got.Actions {
			if !slices.ContainsFunc(want.actions, func(w []string) bool { return w[0] == a.Title }) {
				t.Errorf("%s: %q is no action", name, a.Title)
			}
		}
		for _, text := range want.left {
			if !slices.ContainsFunc(got.LeftOut, func(l docximport.Left) bool { return l.Text == text }) {
				t.Errorf("%s: %q is not in the list of what was left out", name, text)
			}
		}
	}
	t.Logf("%d of %d needs and actions are found", found, total)
	if found*100 < total*95 {
		t.Errorf("%d of %d needs and actions are found", found, total)
	}
}

func number(n int) string { return string(rune('0' + n)) }

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// parsed returns the records of the files.
func parsed(t testing.TB, r *docximport.Result) *city.City {
	t.Helper()
	c := &city.City{}
	for _, f := range r.Files {
		file := source.NewFile(f.Path, f.Data)
		var problems diag.List
		switch {
		case strings.HasPrefix(f.Path, "wijkvisies/"):
			v, found := parse.Vision(file)
			c.Visions, problems = append(c.Visions, v), found
		case strings.HasPrefix(f.Path, "programmas/"):
			p, found := parse.Programme(file)
			c.Programmes, problems = append(c.Programmes, p), found
		}
		for _, d := range problems {
			t.Errorf("%s: %s", f.Path, diag.English.Say(d.Text))
		}
	}
	return c
}

func needOf(c *city.City, title string) *city.Need {
	for _, v := range c.Visions {
		for _, n := range v.Needs {
			if n.Title.Value == title {
				return n
			}
		}
	}
	return nil
}

func commitmentOf(c *city.City, title string) (*city.Commitment, string) {
	for _, p := range c.Programmes {
		for _, one := range p.Commitments {
			if one.Title.Value == title {
				return one, p.Department.Value
			}
		}
	}
	return nil, ""
}

func TestDraftsHaveNoErrors(t *testing.T) {
	for _, name := range documents(t) {
		content := site()
		for _, f := range imported(t, name).Files {
			content[f.Path] = &fstest.MapFile{Data: f.Data}
		}
		problems, err := pipeline.CheckFiles(context.Background(), pipeline.Input{Content: content, Date: city.DayIn(2012, 1, 1), Drafts: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range problems {
			if d.Severity() == diag.Error {
				t.Errorf("%s: %s: %s", name, d.Path(), diag.English.Say(d.Text))
			}
		}
	}
}

func TestDraftsAreInTheLayoutOfFmt(t *testing.T) {
	for _, name := range documents(t) {
		for _, f := range imported(t, name).Files {
			for _, kind := range parse.Kinds() {
				if kind.Folder == "" || !strings.HasPrefix(f.Path, kind.Folder+"/") {
					continue
				}
				again, err := format.File(source.NewFile(f.Path, f.Data), kind)
				if err != nil || !bytes.Equal(again, f.Data) {
					t.Errorf("%s: %s is not as fmt writes it (%v)", name, f.Path, err)
				}
			}
		}
	}
}

// TestEveryTextIsInAFileOrInTheList compares the files with the texts of the XML, read in
// another way than package docx does.
func TestEveryTextIsInAFileOrInTheList(t *testing.T) {
	for _, name := range documents(t) {
		result := imported(t, name)
		all := shownBy(result)
		values := make(map[string]bool) // what became a date, an amount or a status
		for _, p := range result.Trace {
			if p.File != "" {
				values[letters(p.Text)] = true
			}
		}
		for _, l := range result.LeftOut {
			all += " " + letters(l.Text)
		}
		for _, text := range paragraphs(t, read(t, name)) {
			if l := letters(text); !strings.Contains(all, l) && !values[l] && !inTwo(all, text) {
				t.Errorf("%s: %q is nowhere", name, text)
			}
		}
		for _, l := range result.LeftOut {
			if l.Reason == docximport.Unplaced {
				t.Errorf("%s: %q could not be placed", name, l.Text)
			}
		}
	}
}

// inTwo reports whether a text is there in two parts, as a title and what follows.
func inTwo(all, text string) bool {
	l := letters(text)
	for i := range l {
		if strings.Contains(all, l[:i]) && strings.Contains(all, l[i:]) {
			return true
		}
	}
	return false
}

func TestNothingIsInvented(t *testing.T) {
	for _, name := range documents(t) {
		result := imported(t, name)
		known := make(map[string]bool)
		for _, text := range paragraphs(t, read(t, name)) {
			for w := range strings.FieldsSeq(split(text)) {
				known[w] = true
			}
		}
		doc, err := docx.Read(read(t, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range doc.Blocks { // what Word writes before paragraphs, and pictures
			for w := range strings.FieldsSeq(split(b.Label)) {
				known[w] = true
			}
			for _, r := range b.Runs {
				if r.Picture != nil {
					for w := range strings.FieldsSeq(split(r.Picture.Alt)) {
						known[w] = true
					}
				}
			}
		}
		for _, f := range result.Files {
			if !strings.HasSuffix(f.Path, ".md") {
				continue
			}
			for w := range strings.FieldsSeq(split(bodyText(f))) {
				if !known[w] {
					t.Errorf("%s: %q in the body of %s is not in the document", name, w, f.Path)
				}
			}
		}
		for _, found := range slices.Concat(result.Needs, result.Actions) {
			for w := range strings.FieldsSeq(split(found.Title)) {
				if !known[w] {
					t.Errorf("%s: %q in a title is not in the document", name, w)
				}
			}
		}
	}
}

func TestEveryTextIsTracedToItsParagraph(t *testing.T) {
	for _, name := range documents(t) {
		result := imported(t, name)
		doc, err := docx.Read(read(t, name))
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, p := range result.Trace {
			if p.Paragraph == 0 || p.Paragraph < last {
				t.Errorf("%s: %q has the number %d, after %d", name, p.Text, p.Paragraph, last)
			}
			last = p.Paragraph
		}
		texts := make(map[int]string)
		for _, p := range result.Trace {
			texts[p.Paragraph] += p.Text + " "
		}
		for _, n := range slices.Concat(result.Needs, result.Actions) {
			if !strings.Contains(letters(texts[n.Paragraph]), letters(strings.TrimSuffix(n.Title, "…"))) {
				t.Errorf("%s: paragraph %d does not say %q", name, n.Paragraph, n.Title)
			}
		}
		if len(doc.Blocks) > len(result.Trace)+countWithoutText(doc.Blocks) {
			t.Errorf("%s: %d blocks, %d in the trace", name, len(doc.Blocks), len(result.Trace))
		}
	}
}

func countWithoutText(blocks []docx.Block) int {
	n := 0
	for _, b := range blocks {
		if letters(b.Text()) == "" {
			n++
		}
	}
	return n
}

func TestFilesThatAreThereAreLeftAlone(t *testing.T) {
	content := site()
	content["wijkvisies/oost-2011.md"] = &fstest.MapFile{Data: []byte("---\n---\n")}
	_, err := pipeline.ImportDocument(content, read(t, "testdata/hoofdstukken.docx"), optionsFor("hoofdstukken"))
	var refused *docximport.Error
	if !errors.As(err, &refused) || refused.Problem != docximport.FileExists || refused.Name != "wijkvisies/oost-2011.md" {
		t.Errorf("the error is %v", err)
	}
}

func TestPicturesHaveNamesOfTheirOwn(t *testing.T) {
	content := site()
	content["media/oost-2011-1.png"] = &fstest.MapFile{Data: []byte("another")}
	result, err := pipeline.ImportDocument(content, read(t, "testdata/compleet.docx"), optionsFor("compleet"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range result.Files {
		if strings.HasPrefix(f.Path, "media/") {
			names = append(names, f.Path)
		}
	}
	if want := []string{"media/oost-2011-2.png", "media/oost-2011-3.png"}; !slices.Equal(names, want) {
		t.Errorf("the pictures are %v, want %v", names, want)
	}
}

// letters returns the letters and digits of a text without accents, in lower case.
func letters(text string) string { return strings.ReplaceAll(split(text), " ", "") }

// split returns the words of a text in lower case without accents, with a space between them.
func split(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			return unicode.ToLower(c)
		case unicode.Is(unicode.Mn, c):
			return -1
		}
		return ' '
	}, norm.NFD.String(text))
}

func bodyText(f docximport.File) string {
	_, text, _ := strings.Cut(string(f.Data), "\n---\n")
	body := markdown.Parse(source.NewFile(f.Path, []byte(text)).Pos(0, len(text)), markdown.Options{})
	shown := markdown.Whole(body).Text() + " " + markdown.NotesText(body)
	return shown
}

// shownBy returns the letters of all files.
func shownBy(r *docximport.Result) string {
	all := ""
	for _, f := range r.Files {
		if strings.HasSuffix(f.Path, ".md") {
			front, _, _ := strings.Cut(string(f.Data), "\n---\n")
			all += " " + letters(front) + " " + letters(bodyText(f))
		}
	}
	return all
}

// paragraphs returns the texts of all paragraphs in the parts of a document, those that are
// deleted included.
func paragraphs(t testing.TB, data []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range archive.File {
		if !strings.HasPrefix(f.Name, "word/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		part, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, textsIn(t, part)...)
	}
	return list
}

func textsIn(t testing.TB, part []byte) []string {
	t.Helper()
	var list []string
	var open []string // texts of the paragraphs that are open
	deleted, skip := "", 0
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "Fallback":
				skip++
			case "p":
				open = append(open, "")
			case "t", "delText":
				text := ""
				if err := d.DecodeElement(&text, &e); err != nil {
					t.Fatal(err)
				}
				text = strings.ReplaceAll(text, "\u00ad", "")
				switch {
				case skip > 0 || len(open) == 0:
				case e.Name.Local == "delText":
					deleted += text
				default:
					open[len(open)-1] += text
				}
			case "tab", "br", "noBreakHyphen":
				if len(open) > 0 {
					open[len(open)-1] += " "
				}
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "Fallback":
				skip--
			case "p":
				for _, text := range []string{open[len(open)-1], deleted} {
					if letters(text) != "" {
						list = append(list, text)
					}
				}
				open, deleted = open[:len(open)-1], ""
			}
		}
	}
}
