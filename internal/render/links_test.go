package render_test

import (
	"net/url"
	"strings"
	"testing"

	"wijkvisie/internal/plan"
)

// TestEveryLinkLeadsSomewhere follows every link to a page, a file or a place on
// a page of the site, also where the site lies in a folder of its host.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	all := sites(t)
	all["folder"] = published(t, readFiles(t, "city"), options{baseURL: "https://voorbeeld.nl/pad/naar/"})
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			base := ""
			if name == "folder" {
				base = "/pad/naar"
			}
			trees := make(map[string]*node)
			anchors := make(map[string]map[string]bool)
			for at, page := range s.pages {
				trees[at] = readTree(t, at, page)
				anchors[at] = idsOf(trees[at])
			}
			files := s.data(t)
			for at, tree := range trees {
				tree.walk(func(n *node) {
					for _, key := range []string{"href", "src"} {
						if to, ok := n.attr[key]; ok {
							checkLink(t, s, files, anchors, base, at, to)
						}
					}
				})
			}
		})
	}
}

func idsOf(tree *node) map[string]bool {
	ids := make(map[string]bool)
	tree.walk(func(n *node) { ids[n.attr["id"]] = true })
	return ids
}

func checkLink(t *testing.T, s site, files map[string]string, anchors map[string]map[string]bool, base, at, to string) {
	t.Helper()
	u, err := url.Parse(to)
	if err != nil {
		t.Errorf("%s: %q is no address: %v", at, to, err)
		return
	}
	if u.Scheme == "mailto" || u.Scheme == "tel" {
		return
	}
	if u.Host != "" {
		if u.Host == "www.openstreetmap.org" && strings.Contains(at, "/behoeften/") {
			return // the place of a need
		}
		if strings.HasSuffix(u.Host, "example.nl") || u.Host == "example.org" || u.Host == "voorbeeld.nl" {
			return
		}
		t.Errorf("%s: leads to somebody else: %s", at, to)
		return
	}
	page := at
	if u.Path != "" {
		var below bool
		page, below = strings.CutPrefix(u.EscapedPath(), base+"/")
		if page = "/" + page; !below {
			t.Errorf("%s: %s does not begin with %s/", at, to, base)
		}
	}
	_, isFile := files[page]
	if s.Site.Page(page) == nil && !isFile && !isPublished(s, page) {
		t.Errorf("%s: there is no %s", at, to)
		return
	}
	if u.Fragment != "" && !anchors[page][u.Fragment] {
		t.Errorf("%s: there is no %s on %s", at, to, page)
	}
}

// isPublished reports whether a file of the content is published at an address.
func isPublished(s site, address string) bool {
	for _, f := range s.Files {
		if f.URL == address {
			return true
		}
	}
	return false
}

func TestCanonicalNamesTheSite(t *testing.T) {
	for _, c := range []struct{ base, want string }{
		{"", "https://wijkvisies.example.nl/wijken/oost/"},
		{"https://voorbeeld.nl", "https://voorbeeld.nl/wijken/oost/"},
		{"https://voorbeeld.nl/pad/", "https://voorbeeld.nl/pad/wijken/oost/"},
	} {
		s := published(t, readFiles(t, "city"), options{baseURL: c.base})
		if page := s.page(t, "/wijken/oost/"); !strings.Contains(page, `<link rel="canonical" href="`+c.want+`">`) {
			t.Errorf("with %q the canonical address is not %s", c.base, c.want)
		}
	}
	s := published(t, emptyCity(), options{})
	if page := s.page(t, plan.WijkenURL); strings.Contains(page, "canonical") {
		t.Error("a site that does not know its address names a canonical one")
	}
}

func TestLinksInTextLeadToTheirPlace(t *testing.T) {
	s := example(t)
	for _, c := range []struct{ name, page, text, href string }{
		{"a need of an older vision, on the page of the wijk", "/wijken/oost/", "onze vorige visie", "/wijken/oost/2004-2007/#gevaarlijke-oversteek"},
		{"a need of the same vision, on the page of the wijk", "/wijken/oost/", "de brug", "#brug"},
		{"a need of the same vision, on the page of the vision", "/wijken/oost/2011-2014/", "de brug", "#brug"},
		{"a need by its old id", "/wijken/oost/", "het oude woord", "#oversteek"},
		{"a heading of the vision, on the page of a need", "/wijken/oost/behoeften/oversteek/", "ook", "/wijken/oost/2011-2014/#zelf"},
		{"a commitment", "/wijken/oost/", "de toezegging", "/programmas/sw-2011/#sw-2011-001"},
		{"a commitment by its old id", "/wijken/oost/", "haar oude nummer", "/programmas/sw-2011/#sw-2011-001"},
		{"a heading of a wijk", "/wijken/oost/2011-2014/", "de wijk", "/wijken/oost/#wv-wijk-de-haven"},
		{"a heading of the same wijk", "/wijken/oost/", "haven", "#wv-wijk-de-haven"},
		{"an address of the site", "/wijken/oost/", "de wijken", "/wijken/"},
		{"a file", "/wijken/oost/", "het plan", "/media/plan.pdf"},
		{"another site", "/wijken/oost/", "een ander", "https://example.org/a?b=1&c=2"},
		{"a heading of the same page", "/over-deze-site/", "verder", "#wat-dit-is"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, a := range readTree(t, c.page, s.page(t, c.page)).all("a") {
				if a.words() == c.text && a.attr["href"] == c.href {
					return
				}
			}
			t.Errorf("%s has no link %q to %s", c.page, c.text, c.href)
		})
	}
}
