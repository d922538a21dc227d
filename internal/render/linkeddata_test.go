package render_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// The linked data are written by hand; encoding/json has the keys of a map in the order
// of the alphabet and must write the same.
func TestLinkedDataAreAsTheStandardLibraryWritesThem(t *testing.T) {
	const open, end = `<script type="application/ld+json">`, `</script>`
	content := readFiles(t, "city")
	for name, text := range content { // what needs escaping, in every title
		content[name] = strings.NewReplacer("\nnaam: ", "\nnaam: A & é < ", "\ntitel: ", "\ntitel: É <b> & ").Replace(text)
	}
	seen := 0
	for url, html := range published(t, content, options{baseURL: "https://a.nl/b"}).pages {
		_, rest, found := strings.Cut(html, open)
		if !found {
			continue
		}
		seen++
		data, _, _ := strings.Cut(rest, end)
		decoder := json.NewDecoder(strings.NewReader(data))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			t.Fatalf("%s: %v in %s", url, err, data)
		}
		want, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal([]byte(data), want) {
			t.Errorf("%s has\n%s\nwant\n%s", url, data, want)
		}
	}
	if seen < 10 {
		t.Errorf("%d pages have linked data", seen)
	}
}
