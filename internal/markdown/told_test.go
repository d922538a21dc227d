package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

// told shows a fragment on a page that has something of its own to tell of everything.
func told(f markdown.Fragment, shift int) (html string, t markdown.Told) {
	p := markdown.Page{
		Shift:    shift,
		NoteBack: "Terug",
		Told:     &t,
		ID: func(id string) string {
			switch len(id) % 3 {
			case 0:
				return ""
			case 1:
				return "wv-" + id
			}
			return id
		},
		Link: func(l *markdown.Link) (string, bool) {
			return "/naar/" + l.Dest.Value, !strings.Contains(l.Dest.Value, "weg")
		},
		Image: func(i *markdown.Image) (markdown.Img, bool) {
			return markdown.Img{
				Src: "/media/" + i.Dest.Value, Width: 800, Height: len(i.Dest.Value), Sizes: "100vw", Lazy: len(i.Dest.Value)%2 == 0,
				Copies: []markdown.Source{{URL: "/klein", Width: 400}, {URL: "/groot", Width: 800}},
			}, !strings.Contains(i.Dest.Value, "weg")
		},
	}
	return string(f.Append(nil, &p)), t
}

// parts are the parts of a document that pages show.
func parts(d *markdown.Document) []markdown.Fragment {
	list := []markdown.Fragment{d.Whole()}
	for i := range d.Sections {
		f, _ := d.Section(d.Sections[i].ID)
		list = append(list, f, d.Without(func(id string) bool { return id == d.Sections[i].ID }))
	}
	return append(list, d.Without(func(string) bool { return true }))
}

// sameElse tells whether all that pages are asked about is the same in two documents.
func sameElse(a, b *markdown.Document) bool {
	return slices.EqualFunc(a.Headings, b.Headings, func(a, b markdown.Heading) bool {
		return a.Level == b.Level && a.ID == b.ID && a.Explicit == b.Explicit && a.Text == b.Text
	}) && slices.EqualFunc(a.Links, b.Links, func(a, b markdown.Link) bool { return a.Dest.Value == b.Dest.Value }) &&
		slices.EqualFunc(a.Images, b.Images, func(a, b markdown.Image) bool { return a.Dest.Value == b.Dest.Value })
}

// A text that is put in the place of another is as if the page had shown it.
func checkRedraw(t *testing.T, before, after string) (drawn int) {
	t.Helper()
	opt := markdown.Options{NotePrefix: "p-"}
	was, is := parse(before, opt), parse(after, opt)
	if !sameElse(was, is) {
		return 0
	}
	old, now := parts(was), parts(is)
	for i := range old {
		for shift := range 2 {
			_, how := told(old[i], shift)
			want, _ := told(now[i], shift)
			got, ok := is.Redraw([]byte("voor"), how, "Terug")
			if ok && string(got) != "voor"+want {
				t.Errorf("part %d of\n%s\nafter\n%s\nis\n%s\nwant\n%s", i, after, before, got, want)
			}
			if !ok && before == after {
				t.Errorf("part %d of\n%s\nis not drawn again", i, after)
			}
			if ok {
				drawn++
			}
		}
	}
	return drawn
}

const asking = `Begin, [een link](wijken/) en ![foto](a.jpg).

## Vraag {#vraag}

Tekst.[^n] Zie [daar](weg/) of [hier nog](#vraag).

- een
- twee ![foto](weg.png)

### Diep

> ## Aanhaling
>
> Woorden.

## Tram {#tram}

## Bus {#bus}

Slot.[^n]

[^n]: Noot met [link](noot/).
`

func TestATextIsPutInThePlaceOfAnother(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		parts    int // of which it can be done; 0 for all
	}{
		"nothing":                       {old: "x"},
		"a word":                        {"Tekst.", "Andere *tekst*.", 0},
		"a paragraph":                   {"Slot.", "Nog iets.\n\nSlot.", 0},
		"before the first heading":      {"Begin,", "Alinea.\n\nBegin,", 0},
		"text where there was none":     {"## Bus", "Hier komt de tram.\n\n## Bus", 0},
		"what a link says":              {"[een link]", "[een betere link]", 0},
		"what a picture shows":          {"![foto](a", "![de school](a", 0},
		"a reference to a note":         {"Woorden.", "Woorden.[^n]", 0},
		"a note with a link less":       {"Slot.[^n]", "Slot.", 1},
		"a link into another section":   {"Tekst.[^n] Zie [daar](weg/)", "Tekst.[^n] Zie", 1},
		"a section that is no more one": {"## Bus {#bus}", "## Bus", 1},
	} {
		after := strings.Replace(asking, c.old, c.new, 1)
		if c.old == "x" {
			after = asking
		}
		all := 2 * len(parts(parse(asking, markdown.Options{})))
		if n := checkRedraw(t, asking, after); c.parts == 0 && n != all || c.parts != 0 && n == all {
			t.Errorf("%s: %d of %d parts are drawn again", name, n, all)
		}
	}
}

// Where links stand in another order, or in other sections, nothing is put anywhere.
func TestAPageIsNotAskedForMoreThanItTold(t *testing.T) {
	was := parse("## A {#a}\n\n[x](een)\n\n## B {#b}\n\n[y](twee)\n\n## C {#c}\n\n[z](drie)\n", markdown.Options{})
	is := parse("## A {#a}\n\n[x](een) [y](twee)\n\n## B {#b}\n\n[z](drie)\n\n## C {#c}\n\nNiets.\n", markdown.Options{})
	for _, id := range []string{"a", "b", "c"} {
		f, _ := was.Section(id)
		_, how := told(f, 0)
		if got, ok := is.Redraw(nil, how, ""); ok {
			t.Errorf("section %s became %s", id, got)
		}
	}
}

func FuzzRedraw(f *testing.F) {
	f.Add(asking, asking)
	f.Add(asking, strings.Replace(asking, "Tekst.", "Andere tekst.", 1))
	f.Add(story, strings.Replace(story, "Veilig.", "Veilig en mooi.", 1))
	f.Fuzz(func(t *testing.T, before, after string) {
		checkRedraw(t, before, before)
		checkRedraw(t, before, after)
	})
}

func FuzzTold(f *testing.F) {
	for _, part := range parts(parse(asking, markdown.Options{})) {
		_, how := told(part, 1)
		f.Add([]byte(how), asking)
	}
	f.Fuzz(func(_ *testing.T, how []byte, text string) {
		parse(text, markdown.Options{}).Redraw(nil, how, "Terug") // whatever the bytes
	})
}
