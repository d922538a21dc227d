package render_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sites are the sites whose every page has to be valid: each shows something
// that the others do not.
func sites(t *testing.T) map[string]site {
	t.Helper()
	content := readFiles(t, "city")
	return map[string]site{
		"example": published(t, content, options{}),
		"drafts":  published(t, content, options{drafts: true}),
		"early":   published(t, content, options{date: "1999-12-31"}),
		"late":    published(t, content, options{date: "2030-01-01"}),
		"english": published(t, content.replaced(t, "site.yaml", "titel: W", "taal: en\ntitel: W"), options{}),
		"empty":   published(t, emptyCity(), options{}),
		"crowded": published(t, crowdedCity(), options{}),
		"nested":  published(t, nestedCity(content), options{}),
	}
}

// emptyCity has what a site must have and nothing more.
func emptyCity() files {
	return files{"site.yaml": "titel: Leeg\ngemeente: Leegte\nthemas: [{id: groen, naam: Groen}]\n"}
}

// crowdedCity has so many wijken that its lists are split.
func crowdedCity() files {
	content := emptyCity()
	content["diensten/dienst.md"] = "---\nnaam: Dienst\n---\n"
	var promises strings.Builder
	for i := range 260 {
		name := fmt.Sprintf("%c%d", "abcdé"[i%5], i)
		if i%5 == 4 {
			name = fmt.Sprintf("É%d", i)
		}
		content[fmt.Sprintf("wijken/w%d.md", i)] = "---\nnaam: " + name + "\n---\n"
		content[fmt.Sprintf("wijkvisies/v%d.md", i)] = fmt.Sprintf("---\ntitel: Visie %d\nwijk: w%d\nperiode: 2012-2014\nstatus: vastgesteld\nvastgesteld-op: 2012-01-01\n"+
			"behoeften:\n  - {id: een, titel: Een wens, thema: groen}\n---\n", i, i)
		if i%2 == 0 {
			fmt.Fprintf(&promises, "  - {id: t-%d, titel: Toezegging %d, behoeften: [w%d/een], gereed: 2012-10, voortgang: [{datum: 2012-02-03, status: in-uitvoering}]}\n", i, i, i)
		}
	}
	content["programmas/p.md"] = "---\ntitel: Programma\ndienst: dienst\njaar: 2012\nstatus: vastgesteld\ntoezeggingen:\n" + promises.String() + "---\n"
	return content
}

// nestedCity has ids and headings in places where nobody expects them.
func nestedCity(content files) files {
	return content.with(files{
		"wijken/over.md": "---\nnaam: Over\n---\n## Kop\n\n### Kop\n",
		"wijkvisies/over-2011.md": `---
titel: Visie van Over
wijk: over
periode: 2011-2014
status: vastgesteld
vastgesteld-op: 2011-01-01
behoeften:
  - {id: buiten, titel: Buiten, thema: groen}
  - {id: binnen, titel: Binnen, thema: groen}
  - {id: citaat, titel: Citaat, thema: groen}
  - {id: kop, titel: Kop, thema: groen}
---
## Buiten {#buiten}

Buiten.

### Binnen {#binnen}

Binnen.[^1]

#### Diep

[^1]: Noot.

## Kop

> ## Citaat {#citaat}
>
> Tekst.
`,
		"programmas/over.md": "---\ntitel: Over\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: sw-2011-014, titel: Iets, wijken: [over, oost]}\n---\n## Iets {#sw-2011-014}\n\nTekst.\n",
	})
}

func TestEveryPageIsValid(t *testing.T) {
	for name, s := range sites(t) {
		t.Run(name, func(t *testing.T) {
			for url, page := range s.pages {
				tree := readTree(t, url, page)
				checkNesting(t, url, tree)
				checkAttributes(t, url, tree)
				checkHeadings(t, url, tree)
				checkText(t, url, tree, page)
			}
		})
	}
}

// checkNesting holds a page against the content models of HTML that a template
// can go against.
func checkNesting(t *testing.T, url string, tree *node) {
	t.Helper()
	parents := map[string]string{
		"li": "ul ol", "dt": "div", "dd": "div", "tr": "thead tbody tfoot", "th": "tr", "td": "tr",
		"thead": "table", "tbody": "table", "main": "div", "summary": "details",
		"rect": "svg g pattern", "symbol": "svg", "pattern": "svg", "use": "svg",
	}
	tree.walk(func(n *node) {
		if want, ok := parents[n.tag]; ok && !slices.Contains(strings.Fields(want), n.parent.tag) {
			t.Errorf("%s: %v stands in %v", url, n, n.parent)
		}
		for _, c := range n.children {
			checkChild(t, url, n, c)
		}
		if n.tag == "a" && n.inside("a") {
			t.Errorf("%s: a link in a link: %s", url, n.words())
		}
		if slices.Contains([]string{"ul", "ol", "dl", "table", "tr", "thead", "tbody"}, n.tag) {
			if strings.TrimSpace(n.text) != "" {
				t.Errorf("%s: text straight in %v: %s", url, n, n.text)
			}
			if len(n.children) == 0 {
				t.Errorf("%s: %v is empty", url, n)
			}
		}
	})
}

func checkChild(t *testing.T, url string, n, c *node) {
	t.Helper()
	if n.inside("svg") {
		return // SVG has models of its own
	}
	phrasing := strings.Fields("a b strong em s del small span code time sup br img svg mark input button output label select")
	only := map[string][]string{"ul": {"li"}, "ol": {"li"}, "dl": {"div"}, "tr": {"th", "td"}, "table": {"caption", "thead", "tbody", "tfoot"}}
	for _, tag := range strings.Fields("p h1 h2 h3 h4 h5 h6 span b strong em s del small code time dt summary") {
		only[tag] = phrasing
	}
	if n.tag == "a" && slices.Contains(phrasing, n.parent.tag) || n.tag == "a" && slices.Contains([]string{"p", "li"}, n.parent.tag) {
		only["a"] = phrasing
	}
	if want, ok := only[n.tag]; ok && !slices.Contains(want, c.tag) {
		t.Errorf("%s: %v holds %v", url, n, c)
	}
}

// checkAttributes looks for what a strict content security policy forbids, for
// ids that occur twice and for references that lead nowhere on the page.
func checkAttributes(t *testing.T, url string, tree *node) {
	t.Helper()
	ids := make(map[string]bool)
	tree.walk(func(n *node) {
		if id, ok := n.attr["id"]; ok {
			if ids[id] || id == "" || strings.ContainsAny(id, " \t\n") {
				t.Errorf("%s: the id %q occurs twice, or is none", url, id)
			}
			ids[id] = true
		}
	})
	tree.walk(func(n *node) {
		for key, value := range n.attr {
			if key == "style" || strings.HasPrefix(key, "on") {
				t.Errorf("%s: %v has %s=%q", url, n, key, value)
			}
			if (key == "aria-labelledby" || key == "aria-describedby") && !ids[value] {
				t.Errorf("%s: %v is labelled by %q, which is not there", url, n, value)
			}
			if value == "" && slices.Contains([]string{"href", "src", "class", "aria-label", "content", "datetime", "lang"}, key) {
				t.Errorf("%s: %v has an empty %s: %s", url, n, key, n.words())
			}
			if strings.Contains(value, "ZgotmplZ") {
				t.Errorf("%s: %v has %s=%q", url, n, key, value)
			}
		}
		if _, ok := n.attr["alt"]; n.tag == "img" && !ok {
			t.Errorf("%s: an image without alt", url)
		}
		if n.tag == "style" || n.tag == "script" && n.attr["src"] == "" && !isData(n) {
			t.Errorf("%s: an inline <%s>", url, n.tag)
		}
	})
}

// isData reports whether an element is a block of data, which no browser runs.
func isData(n *node) bool {
	return n.tag == "script" && n.attr["type"] == "application/ld+json" && json.Valid([]byte(n.words())) && !strings.ContainsAny(n.words(), "<>&")
}

// checkHeadings wants one h1 and no level left out on the way down.
func checkHeadings(t *testing.T, url string, tree *node) {
	t.Helper()
	level := 0
	tree.walk(func(n *node) {
		if len(n.tag) != 2 || n.tag[0] != 'h' || n.tag[1] < '1' || n.tag[1] > '6' {
			return
		}
		at := int(n.tag[1] - '0')
		if at > level+1 && !n.inside("nav") {
			t.Errorf("%s: %v %q follows a heading of level %d", url, n, n.words(), level)
		}
		if n.words() == "" {
			t.Errorf("%s: %v is empty", url, n)
		}
		if !n.inside("nav") {
			level = at
		}
	})
	if n := len(tree.all("h1")); n != 1 {
		t.Errorf("%s: %d h1", url, n)
	}
	if n := len(tree.all("main")); n != 1 {
		t.Errorf("%s: %d main", url, n)
	}
}

// checkText looks for what shows that a template printed something that is not
// for people, or an element with nothing in it.
func checkText(t *testing.T, url string, tree *node, page string) {
	t.Helper()
	for _, wrong := range []string{"<no value>", "%!", "{{", "0xc0", "&lt;nil&gt;", "..</p>", "  </", ": </p>", ", </", " .</p>"} {
		if strings.Contains(page, wrong) {
			i := strings.Index(page, wrong)
			t.Errorf("%s: holds %q: …%s", url, wrong, page[max(0, i-120):i+len(wrong)])
		}
	}
	tree.walk(func(n *node) {
		if !slices.Contains(strings.Fields("p a b li dt dd th time span blockquote section h1 title"), n.tag) {
			return
		}
		if n.words() == "" && len(n.all("img"))+len(n.all("svg")) == 0 && n.attr["class"] != "wv-rank" && n.attr["role"] != "status" {
			t.Errorf("%s: %v in %v is empty", url, n, n.parent)
		}
	})
	if words := tree.words(); strings.Contains(words, "[") && !strings.Contains(page, "<code>") {
		t.Errorf("%s: prints a Go list: %s", url, words)
	}
}

func TestTitlesAreUnique(t *testing.T) {
	for name, s := range sites(t) {
		t.Run(name, func(t *testing.T) {
			seen := make(map[string]string)
			for url, page := range s.pages {
				title := readTree(t, url, page).all("title")[0].words()
				if first, twice := seen[title]; twice {
					t.Errorf("%s and %s are both called %q", first, url, title)
				}
				seen[title] = url
			}
		})
	}
}

func TestLanguageIsThatOfTheWords(t *testing.T) {
	for name, lang := range map[string]string{"example": "nl", "english": "en"} {
		for url, page := range sites(t)[name].pages {
			if got := readTree(t, url, page).all("html")[0].attr["lang"]; got != lang {
				t.Errorf("%s: lang=%q, want %q", url, got, lang)
			}
		}
	}
	loose := readTree(t, "/english/", example(t).page(t, "/english/"))
	if got := loose.all("h1")[0].attr["lang"]; got != "en" {
		t.Errorf("a page in another language has lang=%q", got)
	}
}
