package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
)

const story = `Inleiding.

## Oversteek {#oversteek}

Veilig.[^a]

### Daarna

Meer. ![Foto](../media/foto.jpg)

## Bewoners

Samen.

## Tram {#tram}

### Halte {#halte}

Een halte.[^a][^b]

#### Diep

Dieper.

[^a]: Noot a.
[^b]: Noot b, zie ook.[^a]
`

func html(f markdown.Fragment) string { return string(f.Append(nil, markdown.Page{})) }

func TestSections(t *testing.T) {
	d := parse(story, markdown.Options{})
	var got []string
	for _, s := range d.Sections {
		got = append(got, s.ID+" "+strings.SplitN(place(s.Pos), "\n", 2)[0])
	}
	want := []string{"oversteek 3:1 ## Oversteek {#oversteek}", "tram 15:1 ## Tram {#tram}", "halte 17:1 ### Halte {#halte}"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for id, want := range map[string]string{
		"oversteek": "Veilig.\nDaarna\nMeer. Foto",
		"tram":      "Halte\nEen halte.\nDiep\nDieper.",
		"halte":     "Een halte.\nDiep\nDieper.",
	} {
		f, ok := markdown.Section(d, id)
		if got := f.Text(); !ok || got != want {
			t.Errorf("section %s: %q, %v; want %q", id, got, ok, want)
		}
	}
	for _, id := range []string{"bewoners", "daarna", ""} {
		if f, ok := markdown.Section(d, id); ok || !f.Empty() {
			t.Errorf("there is a section %q", id)
		}
	}
}

func TestSectionsOfTheSameIDAreAllLeftOut(t *testing.T) {
	d := parse("## a {#x}\nb\n## c {#x}\nd\n## e\nf", markdown.Options{})
	if f, _ := markdown.Section(d, "x"); f.Text() != "b" {
		t.Errorf("section: %q", f.Text())
	}
	if got := markdown.Without(d, func(id string) bool { return id == "x" }).Text(); got != "e\nf" {
		t.Errorf("without: %q", got)
	}
}

func TestHeadingsInAQuoteBeginNoSection(t *testing.T) {
	d := parse("> ## a {#x}\n\nb", markdown.Options{})
	if len(d.Sections) != 0 || !d.Headings[0].Explicit {
		t.Errorf("sections %v, headings %v", d.Sections, d.Headings)
	}
}

func TestWithout(t *testing.T) {
	d := parse(story, markdown.Options{})
	for _, c := range []struct {
		ids  []string
		want string
	}{
		{nil, markdown.Whole(d).Text()},
		{[]string{"oversteek"}, "Inleiding.\nBewoners\nSamen.\nTram\nHalte\nEen halte.\nDiep\nDieper."},
		{[]string{"oversteek", "tram", "halte"}, "Inleiding.\nBewoners\nSamen."},
		{[]string{"halte"}, "Inleiding.\nOversteek\nVeilig.\nDaarna\nMeer. Foto\nBewoners\nSamen.\nTram"},
	} {
		f := markdown.Without(d, func(id string) bool { return slices.Contains(c.ids, id) })
		if got := f.Text(); got != c.want {
			t.Errorf("without %q\n got %q\nwant %q", c.ids, got, c.want)
		}
	}
	all := markdown.Without(parse("## a {#a}\nb", markdown.Options{}), func(string) bool { return true })
	if !all.Empty() || html(all) != "" || countHeadings(all) != 0 {
		t.Errorf("without all: %q", html(all))
	}
}

func TestEmpty(t *testing.T) {
	for in, want := range map[string]bool{
		"": true, "\n\n": true, "<!-- a -->": true, "[a]: b": true, "[^a]: b": true, "<div>\n</div>": true,
		"a": false, "##": false, "***": false, "![](a.png)": false,
	} {
		if got := markdown.Whole(parse(in, markdown.Options{})).Empty(); got != want {
			t.Errorf("%q: empty is %v", in, got)
		}
	}
	if (markdown.Fragment{}).Empty() != true || html(markdown.Fragment{}) != "" || (markdown.Fragment{}).Text() != "" {
		t.Error("the zero Fragment is not empty")
	}
}

func TestFragmentHeadings(t *testing.T) {
	d := parse(story, markdown.Options{})
	f, _ := markdown.Section(d, "tram")
	var got []string
	for h := range f.Headings() {
		got = append(got, h.ID)
	}
	if !slices.Equal(got, []string{"halte", "diep"}) {
		t.Errorf("got %q", got)
	}
	if n := countHeadings(markdown.Whole(d)); n != 6 {
		t.Errorf("%d headings in all", n)
	}
}

func countHeadings(f markdown.Fragment) int {
	n := 0
	for range f.Headings() {
		n++
	}
	return n
}

func TestPage(t *testing.T) {
	body := "## a {#b}\n\n[c](d.md 'e') ![f](g.png 'h') <https://i.nl> [j](javascript:k) ![l](https://m.nl/n.png)"
	for _, c := range []struct {
		name string
		page markdown.Page
		want string
	}{
		{"as written", markdown.Page{},
			`<h2 id="b">a</h2>` + "\n" + `<p><a href="d.md" title="e">c</a> <img src="g.png" alt="f" title="h"> <a href="https://i.nl">https://i.nl</a> j l</p>` + "\n"},
		{"lower headings", markdown.Page{Shift: 2}, `<h4 id="b">a</h4>`},
		{"much lower headings", markdown.Page{Shift: 9}, `<h6 id="b">a</h6>`},
		{"higher headings", markdown.Page{Shift: -9}, `<h1 id="b">a</h1>`},
		{"other ids", markdown.Page{ID: func(id string) string { return `x-"` + id }}, `<h2 id="x-&quot;b">a</h2>`},
		{"no ids", markdown.Page{ID: func(string) string { return "" }}, `<h2>a</h2>`},
		{"other targets", markdown.Page{Link: func(l *city.Link) (string, bool) { return "/x/?a=b&c=" + l.Text, true }},
			`<a href="/x/?a=b&amp;c=c" title="e">c</a> <img src="g.png" alt="f" title="h"> <a href="/x/?a=b&amp;c=https://i.nl">`},
		{"no targets", markdown.Page{Link: func(*city.Link) (string, bool) { return "/x/", false }},
			`<p>c <img src="g.png" alt="f" title="h"> https://i.nl j l</p>`},
		{"unsafe targets", markdown.Page{Link: func(*city.Link) (string, bool) { return "javascript:x", true }},
			`<p>c <img src="g.png" alt="f" title="h"> https://i.nl j l</p>`},
		{"other images", markdown.Page{Image: func(i *city.Image) (markdown.Img, bool) {
			return markdown.Img{Src: "/media/" + i.Dest.Value, Width: 4, Height: 3}, true
		}}, `<img src="/media/g.png" alt="f" title="h" width="4" height="3"> `},
		{"images elsewhere", markdown.Page{Image: func(*city.Image) (markdown.Img, bool) {
			return markdown.Img{Src: "https://x.nl/"}, true
		}}, `c</a> f <a`},
		{"no images", markdown.Page{Image: func(*city.Image) (markdown.Img, bool) { return markdown.Img{}, false }},
			`c</a> f <a`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := string(markdown.Whole(parse(body, markdown.Options{})).Append([]byte("> "), c.page))
			if !strings.HasPrefix(got, "> <h") || !strings.Contains(got, c.want) {
				t.Errorf("got %q\nwant %q in it", got, c.want)
			}
		})
	}
}

func TestUnsafeLinksAreNotAskedAbout(t *testing.T) {
	d := parse("[a](javascript:b) ![c](https://d.nl/e.png) ![f](data:image/png;base64,AA==)", markdown.Options{})
	markdown.Whole(d).Append(nil, markdown.Page{
		Link: func(l *city.Link) (string, bool) { t.Errorf("asked about %s", l.Dest); return "", true },
		Image: func(i *city.Image) (markdown.Img, bool) {
			t.Errorf("asked about %s", i.Dest)
			return markdown.Img{}, true
		},
	})
	if len(d.Links) != 1 || len(d.Images) != 2 {
		t.Errorf("%d links and %d images are known", len(d.Links), len(d.Images))
	}
}

func TestText(t *testing.T) {
	in := "# a  *b*\nc\n\n- d\n- [e](f) &amp; &lt;g>\n\n| h | i |\n|---|---|\n| j | k |\n\n    l\n    m\n\nn  \no ![p](q.png)[^r]\n\n> s\n\n[^r]: t"
	want := "a b\nc\nd\ne & <g>\nh i\nj k\nl m\nn o p\ns"
	if got := markdown.Whole(parse(in, markdown.Options{})).Text(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
