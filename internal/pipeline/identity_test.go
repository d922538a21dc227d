package pipeline_test

import (
	"bytes"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// rectangle returns a PNG.
func rectangle(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withKeys returns a small site with more keys in site.yaml, and more files.
func withKeys(t *testing.T, keys string, files map[string][]byte) fstest.MapFS {
	t.Helper()
	content := album(t, "")
	content["site.yaml"].Data = append(content["site.yaml"].Data, keys...)
	for path, data := range files {
		content[path] = &fstest.MapFile{Data: data}
	}
	return content
}

func TestTheLogoStandsOnEveryPage(t *testing.T) {
	drawing := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 230 60"><path d="M0 0h9"/></svg>`)
	for name, test := range map[string]struct {
		path, asset, size string
		data              []byte
	}{
		"a drawing":              {"logo.svg", "logo-[0-9a-f]{8}.svg", `width="230" height="60"`, drawing},
		"in media":               {"media/het logo.svg", "logo-[0-9a-f]{8}.svg", `width="230" height="60"`, drawing},
		"without a size":         {"logo.svg", "logo-[0-9a-f]{8}.svg", ``, []byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>`)},
		"a picture":              {"logo.png", "logo-[0-9a-f]{8}.png", `width="90" height="60"`, rectangle(t, 90, 60)},
		"a picture of any size":  {"logo.png", "logo-[0-9a-f]{8}.png", `width="480" height="240"`, rectangle(t, 2000, 1000)},
		"a photograph of a logo": {"media/groot.jpg", "logo-[0-9a-f]{8}.jpg", `width="480" height="240"`, photograph(t, 2000, 1000)},
	} {
		files, said := output(t, withKeys(t, "logo: "+test.path+"\n", map[string][]byte{test.path: test.data}), nil)
		for _, d := range said {
			if d.Path() == "site.yaml" || !strings.Contains(d.Path(), "/") {
				t.Errorf("%s: %s", name, diag.Dutch.Say(d.Text))
			}
		}
		want := regexp.MustCompile(`<img class="wv-logo" src="/stad/thema/(` + test.asset + `)" alt="Gemeente G"` + strings.TrimSuffix(" "+test.size, " ") + `> <span>T</span></a>`)
		for _, page := range []string{"index.html", "over/index.html", "404.html"} {
			found := want.FindSubmatch(files[page])
			if found == nil {
				t.Errorf("%s: %s has no %s", name, page, want)
			} else if files["thema/"+string(found[1])] == nil {
				t.Errorf("%s: %s is not published", name, found[1])
			}
		}
	}
}

func TestEveryPageHasAPictureForWhoSharesIt(t *testing.T) {
	own := rectangle(t, 1200, 630)
	for name, content := range map[string]fstest.MapFS{
		"of the theme":        album(t, ""),
		"of the municipality": withKeys(t, "deelplaatje: deel.png\n", map[string][]byte{"deel.png": own}),
	} {
		files, said := output(t, content, nil)
		for _, d := range said {
			if d.Path() == "site.yaml" || !strings.Contains(d.Path(), "/") {
				t.Errorf("%s: %s", name, diag.Dutch.Say(d.Text))
			}
		}
		address := regexp.MustCompile(`<meta property="og:image" content="https://example\.nl/stad/(thema/deelplaatje-[0-9a-f]{8}\.png)"`)
		for path, page := range files {
			if !strings.HasSuffix(path, ".html") {
				continue
			}
			found := address.FindSubmatch(page)
			if found == nil {
				t.Errorf("%s: %s has no picture", name, path)
				continue
			}
			picture := files[string(found[1])]
			if config, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || config.Width != 1200 || config.Height != 630 {
				t.Errorf("%s: %v, %d × %d", name, err, config.Width, config.Height)
			}
			if isOwn := bytes.Equal(picture, own); isOwn != (name == "of the municipality") {
				t.Errorf("%s: it is the wrong one", name)
			}
		}
	}
}

func TestAChangedLogoIsReadAgain(t *testing.T) {
	content := withKeys(t, "logo: logo.png\n", map[string][]byte{"logo.png": rectangle(t, 10, 10)})
	p, changed := new(pipeline.Pipeline), time.Date(2012, 6, 1, 0, 0, 0, 0, time.UTC)
	for width, data := range map[string][]byte{"10": rectangle(t, 10, 10), "20": rectangle(t, 20, 10), "30": rectangle(t, 30, 10)} {
		changed = changed.Add(time.Minute)
		content["logo.png"] = &fstest.MapFile{Data: data, ModTime: changed}
		out, err := p.Prepare(pipeline.Input{Content: content, Date: city.Day{Year: 2012, Month: 6, Day: 1}})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		page, _ := out.File("index.html")
		if err := page.Write(&b); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), `alt="Gemeente G" width="`+width+`"`) {
			t.Errorf("the logo is not %s wide", width)
		}
	}
}
