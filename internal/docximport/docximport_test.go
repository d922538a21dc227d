package docximport_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/format"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/source"
)

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
