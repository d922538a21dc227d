package plan

import "testing"

func TestNoSitemapIsTooLong(t *testing.T) {
	for _, c := range []struct{ findable, want int }{
		{0, 1}, {1, 1}, {maxInSitemap, 1}, {maxInSitemap + 1, 2}, {2*maxInSitemap + 1, 3},
	} {
		var pages []*Page
		for range c.findable {
			pages = append(pages, &Page{Kind: Need, Indexed: true}, &Page{Kind: Moved})
		}
		pages = append(pages, &Page{Kind: NotFound})
		lists := sitemaps(pages)
		if len(lists) != c.want {
			t.Errorf("%d pages have %d sitemaps, want %d", c.findable, len(lists), c.want)
		}
		at := 0
		for _, list := range lists {
			findable := 0
			for _, p := range list {
				if p != pages[at] {
					t.Fatalf("page %d of %d is not where it was", at, len(pages))
				}
				at++
				if p.Indexed {
					findable++
				}
			}
			if findable > maxInSitemap {
				t.Errorf("a sitemap of %d pages has %d", c.findable, findable)
			}
		}
		if at != len(pages) {
			t.Errorf("%d of %d pages are in no sitemap", len(pages)-at, len(pages))
		}
	}
}
