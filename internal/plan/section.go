package plan

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/parallel"
)

// section is some of the pages of a site, which are planned together when one of them is first
// asked for: those of a wijk, or those whose addresses begin with one address. No two pages of
// different sections want the same address, but for those that are reserved.
type section struct {
	kinds    []kindRow
	plan     func() []*Page
	reserved func(url string) bool // reports whether a page of another section has an address; may be nil

	once  sync.Once
	list  []*Page // each followed by its parts
	byURL map[string]*Page
}

// pages returns the pages of a section in order.
func (c *section) pages() []*Page {
	c.once.Do(func() {
		c.byURL = make(map[string]*Page)
		c.add(c.plan()...)
	})
	return c.list
}

// page returns the page at a URL, nil when the section has none.
func (c *section) page(url string) *Page {
	c.pages()
	return c.byURL[url]
}

// add adds pages and their parts. Of two at one URL the first stays; clashes reports
// the cause.
func (c *section) add(pages ...*Page) {
	for _, p := range pages {
		for p.Parent != nil && c.taken(p.URL) { // there is a wijk named w
			p.URL = strings.TrimSuffix(p.URL, "/") + "-/" // as no id ends
		}
		if c.taken(p.URL) {
			continue
		}
		p.Indexed = !c.kinds[p.Kind].noIndex
		c.list = append(c.list, p)
		c.byURL[p.URL] = p
		c.add(p.Parts...)
	}
}

func (c *section) taken(url string) bool {
	return c.byURL[url] != nil || c.reserved != nil && c.reserved(url)
}

// addSections adds the sections of a site, without planning their pages.
func (s *Site) addSections() {
	for _, w := range s.Graph.Wijken {
		s.wijken[w.ID] = &section{kinds: s.kinds, plan: func() []*Page { return wijkPages(s.Graph, w) }}
	}
	for _, row := range s.kinds {
		if row.pages == nil {
			continue
		}
		url := cmp.Or(row.url, row.folder)
		if c := s.sections[url]; c != nil {
			first := c.plan
			c.plan = func() []*Page { return append(first(), row.pages(s)...) }
			continue
		}
		c := &section{kinds: s.kinds, plan: func() []*Page { return row.pages(s) }}
		s.sections[url], s.inOrder = c, append(s.inOrder, c)
	}
	s.sections[WijkenURL].reserved = func(url string) bool {
		return s.wijken[strings.TrimSuffix(strings.TrimPrefix(url, WijkenURL), "/")] != nil
	}
	s.sections[contentFolder].reserved = func(url string) bool { return s.sections[url] != nil }
}

// sectionOf returns the section that has the page at a URL, if there is one.
func (s *Site) sectionOf(url string) *section {
	first, rest, _ := strings.Cut(strings.TrimPrefix(url, "/"), "/")
	if id, _, _ := strings.Cut(rest, "/"); url == WijkenURL+rest && s.wijken[id] != nil {
		return s.wijken[id]
	}
	for _, start := range []string{"/" + first + "/", url} {
		if c := s.sections[start]; c != nil {
			return c
		}
	}
	return s.sections[contentFolder]
}

// allPages plans all sections, on all cores, and returns their pages.
func (s *Site) allPages() []*Page {
	all := slices.Clone(s.inOrder) // first, as they are the large ones
	for _, w := range s.Graph.Wijken {
		all = append(all, s.wijken[w.ID])
	}
	parallel.Each(len(all), func(i int) { all[i].pages() })
	var pages, needs []*Page
	for _, c := range all[len(s.inOrder):] {
		for _, p := range c.list {
			if p.Kind == Need {
				needs = append(needs, p)
			} else {
				pages = append(pages, p)
			}
		}
	}
	pages = append(pages, needs...)
	for _, c := range s.inOrder {
		pages = append(pages, c.list...)
	}
	return append(pages, s.movedPages...)
}
