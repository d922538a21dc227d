package plan

import "testing"

func TestNoSitemapIsTooLong(t *testing.T) {
	for _, c := range []struct{ findable, want int }{
		{0, 1}, {1, 1}, {maxInSitemap, 1}, {maxInSitemap + 1, 2}, {2*maxInSitemap + 1, 3},
	} {
		var s Site
		for range c.findable {
			s.Pages = append(s.Pages, &Page{Kind: Need, Indexed: true}, &Page{Kind: Moved})
		}
		s.Pages = append(s.Pages, &Page{Kind: NotFound})
		lists := s.sitemaps()
		if len(lists) != c.want {
			t.Errorf("%d pages have %d sitemaps, want %d", c.findable, len(lists), c.want)
		}
		at := 0
		for _, list := range lists {
			findable := 0
			for _, p := range list {
				if p != s.Pages[at] {
					t.Fatalf("page %d of %d is not where it was", at, len(s.Pages))
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
		if at != len(s.Pages) {
			t.Errorf("%d of %d pages are in no sitemap", len(s.Pages)-at, len(s.Pages))
		}
	}
}
