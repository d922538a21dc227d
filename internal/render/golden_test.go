package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var assetHash = regexp.MustCompile(`(/thema/[a-z]+)-[0-9a-f]{8}(\.)`)

// TestPages compares one page of every template with what it was; run with
// -update when a change was meant.
func TestPages(t *testing.T) {
	s := example(t)
	for name, url := range map[string]string{
		"home":        "/",
		"wijken":      "/wijken/",
		"wijk":        "/wijken/oost/",
		"vision":      "/wijken/oost/2011-2014/",
		"need":        "/wijken/oost/behoeften/oversteek/",
		"departments": "/diensten/",
		"department":  "/diensten/stadswerken/",
		"programmes":  "/programmas/",
		"programme":   "/programmas/sw-2011/",
		"themes":      "/themas/",
		"theme":       "/themas/verkeer/",
		"progress":    "/voortgang/",
		"changes":     "/wijzigingen/",
		"search":      "/zoeken/",
		"data":        "/gegevens/",
		"page":        "/over-deze-site/",
		"notfound":    "/404.html",
	} {
		t.Run(name, func(t *testing.T) {
			// What the assets hold is not what the pages say.
			got := assetHash.ReplaceAllString(s.page(t, url), "$1-HASH$2")
			file := filepath.Join("testdata", "golden", name+".html")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is not as in %s, from:\n%s", url, file, difference(got, string(want)))
			}
		})
	}
}

// difference returns both texts from a little before the first place where they
// differ.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	from := max(0, i-100)
	return "got  " + got[from:min(len(got), i+200)] + "\nwant " + want[from:min(len(want), i+200)]
}
