package pipeline_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/photo/cache"
	"wijkvisie/internal/pipeline"
)

// photograph returns a JPEG in which a camera wrote where it was taken.
func photograph(t *testing.T, width, height int) []byte {
	t.Helper()
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	for i := range m.Y {
		m.Y[i] = uint8(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	where := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00GPS 52.0907 5.1214"
	segment := "\xff\xe1\x00" + string(rune(len(where)+2)) + where
	return []byte("\xff\xd8" + segment + b.String()[2:])
}

// album is a small site with pictures.
func album(t *testing.T, text string) fstest.MapFS {
	files := fstest.MapFS{}
	for path, content := range seeds() {
		files[path] = &fstest.MapFile{Data: []byte(content)}
	}
	for path, content := range map[string][]byte{
		"site.yaml":       []byte("titel: T\ngemeente: G\nbasis-url: https://example.nl/stad/\nthemas:\n  - {id: verkeer, naam: V}\n"),
		"paginas/over.md": []byte("---\ntitel: Over\n---\n" + text + "\n"),
		"media/groot.jpg": photograph(t, 2000, 1000),
		"media/klein.jpg": photograph(t, 300, 200),
		"media/los.jpg":   photograph(t, 300, 200),
		"media/stuk.jpg":  photograph(t, 300, 200)[:400],
		"media/kwaad.svg": []byte("<svg><script>alert(1)</script></svg>"),
	} {
		files[path] = &fstest.MapFile{Data: content}
	}
	return files
}

// output returns the files of a site.
func output(t *testing.T, content fstest.MapFS, pictures *cache.Cache) (map[string][]byte, diag.List) {
	t.Helper()
	out, err := prepared(pipeline.Input{Content: content, Date: city.Day{Year: 2012, Month: 6, Day: 1}, Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string][]byte)
	for f := range out.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.Bytes()
	}
	return files, out.Diagnostics
}

func TestPhotographsArePublishedInSeveralWidthsWithoutWhereTheyWereTaken(t *testing.T) {
	files, _ := output(t, album(t, "![Groot](../media/groot.jpg) ![Klein](../media/klein.jpg)"), nil)
	page := string(files["over/index.html"])
	for _, want := range []string{
		`<img src="/stad/media/1280/groot.jpg" alt="Groot" width="2000" height="1000" srcset="/stad/media/480/groot.jpg 480w, /stad/media/800/groot.jpg 800w, /stad/media/1280/groot.jpg 1280w" sizes="(min-width: 42rem) 38rem, 100vw" loading="lazy" decoding="async">`,
		`<img src="/stad/media/klein.jpg" alt="Klein" width="300" height="200" loading="lazy" decoding="async">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	for path, width := range map[string]int{"media/groot.jpg": 2000, "media/480/groot.jpg": 480, "media/800/groot.jpg": 800, "media/1280/groot.jpg": 1280, "media/klein.jpg": 300} {
		config, err := jpeg.DecodeConfig(bytes.NewReader(files[path]))
		if err != nil || config.Width != width {
			t.Errorf("%s: %v, %d wide", path, err, config.Width)
		}
		if bytes.Contains(files[path], []byte("GPS")) {
			t.Errorf("%s holds where it was taken", path)
		}
	}
	if files["media/los.jpg"] != nil {
		t.Error("a picture that no page uses is published")
	}
}

func TestPicturesOfProgressArePublishedLikeOthers(t *testing.T) {
	content := album(t, "")
	content["diensten/foto.md"] = &fstest.MapFile{Data: []byte("---\nnaam: Foto\n---\n")}
	content["programmas/foto-2012.md"] = &fstest.MapFile{Data: []byte("---\ntitel: P\ndienst: foto\njaar: 2012\nstatus: vastgesteld\ntoezeggingen:\n  - id: foto-1\n    titel: T\n    voortgang:\n" +
		"      - {datum: 2012-05-01, tekst: Af., bron: {titel: Brief, url: ../media/klein.jpg}, beeld: {bestand: ../media/groot.jpg, alt: Het plein}}\n" +
		"      - {datum: 2012-05-02, tekst: Stuk., beeld: {bestand: ../media/stuk.jpg, alt: Het plein}}\n---\n")}
	files, said := output(t, content, nil)
	for path, width := range map[string]int{"media/groot.jpg": 2000, "media/480/groot.jpg": 480, "media/klein.jpg": 300} {
		config, err := jpeg.DecodeConfig(bytes.NewReader(files[path]))
		if err != nil || config.Width != width {
			t.Errorf("%s: %v, %d wide", path, err, config.Width)
		}
		if bytes.Contains(files[path], []byte("GPS")) {
			t.Errorf("%s holds where it was taken", path)
		}
	}
	if !slices.ContainsFunc(said, func(d diag.Diagnostic) bool {
		return d.Code() == "unreadable-image" && d.Path() == "programmas/foto-2012.md"
	}) {
		t.Errorf("the picture that cannot be read is not reported: %+v", said)
	}
}

func TestPicturesAreTheSameWithAndWithoutACache(t *testing.T) {
	content := album(t, "![Groot](../media/groot.jpg) ![Klein](../media/klein.jpg)")
	folder := t.TempDir()
	without, _ := output(t, content, nil)
	for range 2 {
		with, _ := output(t, content, cache.New(folder, time.Now))
		if !maps.EqualFunc(with, without, bytes.Equal) {
			t.Error("the site is not the same")
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 3 {
		t.Errorf("%d copies are stored, %v", len(entries), err)
	}
}

func TestPicturesThatCannotBeShownAreReportedWhereTheyAreUsed(t *testing.T) {
	files, said := output(t, album(t, "![Stuk](../media/stuk.jpg)\n\n![Kwaad](../media/kwaad.svg)"), nil)
	var found []string
	for _, d := range said {
		if d.Code() == "unreadable-image" {
			found = append(found, d.Path()+" "+diag.Dutch.Say(d.Text)+" | "+diag.Dutch.Say(d.Hint()))
		}
	}
	want := `paginas/over.md de afbeelding "../media/stuk.jpg" is niet te lezen | bewaar de afbeelding opnieuw, als JPG, PNG, GIF of WebP
paginas/over.md de tekening "../media/kwaad.svg" bevat een script of een verwijzing en wordt niet gepubliceerd | bewaar de tekening als gewone SVG, of als PNG`
	if got := strings.Join(found, "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
	if files["media/kwaad.svg"] != nil || bytes.Contains(files["over/index.html"], []byte("<img")) {
		t.Error("it is published all the same")
	}
}
