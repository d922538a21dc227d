package render_test

import (
	"bytes"
	"sync"
	"testing"
)

// TestPagesAreTheSameEveryTime renders all pages from many goroutines and
// compares them with those of another renderer of the same content.
func TestPagesAreTheSameEveryTime(t *testing.T) {
	content := readFiles(t, "city")
	first, second := published(t, content, options{}), published(t, content, options{})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, p := range first.Pages() {
				var b bytes.Buffer
				if err := first.Renderer.Page(&b, p); err != nil {
					t.Error(err)
				}
				if b.String() != second.pages[p.URL] {
					t.Errorf("%s is not the same twice", p.URL)
				}
			}
		})
	}
	all.Wait()
	again := second.data(t)
	for url, data := range first.data(t) {
		if data != again[url] {
			t.Errorf("%s is not the same twice", url)
		}
	}
}
