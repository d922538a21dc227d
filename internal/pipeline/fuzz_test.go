package pipeline_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
)

// seeds are files that a fuzzer begins from: the kind of file, and its text.
func seeds() map[string]string {
	return map[string]string{
		"site.yaml":           "titel: <b>T</b>\ngemeente: G\nbasis-url: https://example.nl\nthemas:\n  - {id: verkeer, naam: V}\ncontact: {url: javascript:alert(1)}\n",
		"wijken/oost.md":      "---\nnaam: '\"><script>alert(1)</script>'\nbuurten:\n  - {id: haven, naam: Haven}\n---\n<script>alert(1)</script> **vet** [x](javascript:alert(1))\n",
		"wijkvisies/oost.md":  "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n  - {id: a, titel: T, thema: verkeer, bron: {wat: x, url: 'https://example.nl/\"onclick=\"'}}\n---\n## A {#a onclick=x}\n\ntekst <img src=x onerror=alert(1)>\n",
		"diensten/werken.md":  "---\nnaam: Werken\nopgevolgd-door: werken\n---\n",
		"programmas/p.md":     "---\ntitel: P\ndienst: werken\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - id: t\n    titel: T\n    behoeften: [oost/a]\n    gereed: 2011-10\n    voortgang:\n      - {datum: 2011-04-11, status: doorgeschoven, naar: t, reden: x}\n---\n",
		"paginas/over.md":     "---\ntitel: Over\n---\n| a |\n|---|\n| [x](../wijken/oost.md) ![y](../media/z.png) |\n\n[^1]\n\n[^1]: noot\n",
		"media/z.png":         "geen plaatje",
		"bestanden/robots.md": "x",
	}
}

// FuzzBuild puts any text in the place of one file of a small city. Whatever it
// is, there is no panic and no hang, every diagnostic has its place in a file, and
// the pages hold no markup that the theme did not write.
func FuzzBuild(f *testing.F) {
	for path, text := range seeds() {
		f.Add(path, []byte(text))
	}
	for _, text := range awkward() {
		f.Add("paginas/over.md", []byte("---\ntitel: "+text+"\n---\n"+text+"\n"))
	}
	f.Add("wijken/oost.md", []byte("---\nnaam: x\n---\n[a]: javascript:x\n[a]\n<svg/onload=x>"))
	f.Add("site.yaml", []byte("begrippen:\n  wijk: {enkelvoud: '<i>', meervoud: '{wijk}', lidwoord: het}\n"))
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		files := fstest.MapFS{}
		for p, text := range seeds() {
			files[p] = &fstest.MapFile{Data: []byte(text)}
		}
		if _, ours := files[path]; !ours {
			path = "paginas/over.md"
		}
		files[path] = &fstest.MapFile{Data: data}
		started := time.Now()
		for _, drafts := range []bool{false, true} {
			out, err := prepared(pipeline.Input{Content: files, Date: city.Day{Year: 2012, Month: 6, Day: 1}, Drafts: drafts, Advice: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range out.Diagnostics {
				if at := d.Pos.Place(); d.Path() == "" || at.Line < 1 || at.Column < 1 {
					t.Errorf("%s has no place", d.Code())
				}
			}
			for _, p := range out.Site.Pages() {
				var page bytes.Buffer
				if err := out.Renderer.Page(&page, p); err != nil {
					t.Fatal(err)
				}
				checkMarkup(t, p.URL, page.Bytes())
			}
		}
		if took := time.Since(started); took > time.Minute { // a hang, not a measurement
			t.Errorf("took %v", took)
		}
	})
}

// checkMarkup fails on what only an attacker would put in a page.
func checkMarkup(t *testing.T, url string, page []byte) {
	t.Helper()
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := tokens.Token()
			for _, a := range tag.Attr {
				value := strings.ToLower(strings.TrimSpace(a.Val))
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
					t.Errorf("%s: <%s %s=%q>", url, tag.Data, a.Key, a.Val)
				case (a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "vbscript:")):
					t.Errorf("%s: <%s %s=%q>", url, tag.Data, a.Key, a.Val)
				}
			}
			switch tag.Data {
			case "iframe", "object", "embed", "base", "style":
				t.Errorf("%s: <%s>", url, tag.Data)
			case "form":
				if !hasAttr(tag, "class") {
					t.Errorf("%s: a <form> that is not the theme's", url)
				}
			case "script":
				data := slices.Contains(tag.Attr, html.Attribute{Key: "type", Val: "application/ld+json"}) // no browser runs it
				if !hasAttr(tag, "src") && !data {
					t.Errorf("%s: an inline script", url)
				}
			}
		}
	}
}

func hasAttr(tag html.Token, key string) bool {
	for _, a := range tag.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
