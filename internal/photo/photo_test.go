package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// quarters returns a picture of which the quarters are red and green at the top, blue and
// white at the bottom.
func quarters(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case x < width/2 && y < height/2:
				c = color.RGBA{255, 0, 0, 255}
			case y < height/2:
				c = color.RGBA{0, 255, 0, 255}
			case x < width/2:
				c = color.RGBA{0, 0, 255, 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const secret = "52.0907N 5.1214E"

// withEXIF returns a JPEG with an orientation and a secret in EXIF, and the secret in other
// metadata too: a comment, XMP, and bytes after its end.
func withEXIF(data []byte, orientation uint16, order binary.AppendByteOrder) []byte {
	tiff := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		tiff = []byte("II*\x00")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, entry := range [][2]uint16{{0x0100, 1}, {0x0112, orientation}} {
		tiff = order.AppendUint16(tiff, entry[0])
		tiff = order.AppendUint16(tiff, 3)
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(tiff, entry[1])
		tiff = order.AppendUint16(tiff, 0)
	}
	out := bytes.Clone(data[:2])
	add := func(marker byte, body string) {
		out = append(out, 0xff, marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
		out = append(out, body...)
	}
	add(0xe1, "Exif\x00\x00"+string(tiff)+secret)
	add(0xe1, "http://ns.adobe.com/xap/1.0/\x00"+secret)
	add(0xed, "Photoshop 3.0\x00"+secret)
	add(0xfe, secret)
	add(0xe2, "ICC_PROFILE\x00\x01\x01kleuren")
	return append(append(out, data[2:]...), secret...)
}

// coloursOf returns the colours of the quarters of a picture, by their first letters.
func coloursOf(t *testing.T, data []byte) string {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	b := m.Bounds()
	var colours strings.Builder
	for _, at := range [][2]int{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		r, g, bl, _ := m.At(b.Dx()*at[0]/4, b.Dy()*at[1]/4).RGBA()
		switch {
		case r > 50000 && g > 50000:
			colours.WriteByte('w')
		case r > 50000:
			colours.WriteByte('r')
		case g > 40000:
			colours.WriteByte('g')
		case bl > 50000:
			colours.WriteByte('b')
		}
	}
	return colours.String()
}

// stored has the colours of a picture that is stored with each orientation, which are "rgbw"
// when the picture is upright.
var stored = []string{1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "gwrb", 7: "wgbr", 8: "brwg"}

func TestEveryOrientationIsTurnedUpright(t *testing.T) {
	for o := 1; o <= 8; o++ {
		colours := map[byte]color.RGBA{'r': {255, 0, 0, 255}, 'g': {0, 255, 0, 255}, 'b': {0, 0, 255, 255}, 'w': {255, 255, 255, 255}}
		width, height := 96, 64
		if o >= 5 {
			width, height = 64, 96
		}
		m := image.NewRGBA(image.Rect(0, 0, width, height))
		for y := range height {
			for x := range width {
				m.Set(x, y, colours[stored[o][2*(2*y/height)+2*x/width]])
			}
		}
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			data := withEXIF(jpegOf(t, m), uint16(o), order)
			p, err := Read(data)
			if err != nil || p.Width != 96 || p.Height != 64 {
				t.Fatalf("orientation %d: %+v, %v", o, p, err)
			}
			copies, err := Resize(data, 48, 31)
			if err != nil {
				t.Fatal(err)
			}
			var clean bytes.Buffer
			if err := Clean(&clean, data); err != nil {
				t.Fatal(err)
			}
			for name, out := range map[string][]byte{"copy": copies[0], "copy of odd size": copies[1], "original": clean.Bytes()} {
				if got := coloursOf(t, out); got != "rgbw" {
					t.Errorf("orientation %d: the %s shows %s", o, name, got)
				}
				if bytes.Contains(out, []byte(secret)) || bytes.Contains(out, []byte("Exif")) {
					t.Errorf("orientation %d: the %s holds where it was taken", o, name)
				}
			}
		}
	}
}

func TestCleanKeepsWhatIsShown(t *testing.T) {
	plain := jpegOf(t, quarters(40, 40))
	var clean bytes.Buffer
	if err := Clean(&clean, withEXIF(plain, 1, binary.BigEndian)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(clean.Bytes(), []byte("ICC_PROFILE")) {
		t.Error("the colour profile is lost")
	}
	if without := bytes.Replace(clean.Bytes(), []byte("\xff\xe2\x00\x17ICC_PROFILE\x00\x01\x01kleuren"), nil, 1); !bytes.Equal(without, plain) {
		t.Error("other bytes changed")
	}

	chunk := func(kind, body string) string {
		return string(binary.BigEndian.AppendUint32(nil, uint32(len(body)))) + kind + body + "crc!"
	}
	data := pngOf(t, quarters(40, 40))
	with := string(data[:33]) + chunk("eXIf", secret) + chunk("tEXt", secret) + chunk("iTXt", secret) + chunk("gAMA", "1234") + string(data[33:]) + secret
	clean.Reset()
	if err := Clean(&clean, []byte(with)); err != nil {
		t.Fatal(err)
	}
	if want := string(data[:33]) + chunk("gAMA", "1234") + string(data[33:]); clean.String() != want {
		t.Error("a PNG has other chunks than it should")
	}

	webp := "RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x0c\x00\x00\x00\x27\x00\x00\x27\x00\x00EXIF\x05\x00\x00\x0012345\x00VP8L\x04\x00\x00\x00abcdXMP \x10\x00\x00\x00" + secret
	clean.Reset()
	if err := cleanWebP(&clean, []byte(webp)); err != nil {
		t.Fatal(err)
	}
	if want := "RIFF\x22\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x27\x00\x00\x27\x00\x00VP8L\x04\x00\x00\x00abcd"; clean.String() != want {
		t.Errorf("a WebP became %q", clean.String())
	}
}

func TestCleanTakesCommentsAndDataOfProgramsOutOfAGIF(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
	frame.SetColorIndex(3, 3, 1)
	var film bytes.Buffer
	if err := gif.EncodeAll(&film, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{10, 10}}); err != nil {
		t.Fatal(err)
	}
	plain := film.String()
	const header = 13 // without a table of colours for all frames
	comment := "!\xfe" + string(rune(len(secret))) + secret + "\x03abc\x00"
	xmp := "!\xff\x0bXMP DataXMP" + secret[:1] + strings.Repeat("x", int(secret[0])) + "\x00"
	with := plain[:header] + comment + xmp + plain[header:len(plain)-1] + comment + ";" + secret
	for name, data := range map[string]string{"with metadata": with, "without": plain} {
		var clean bytes.Buffer
		if err := Clean(&clean, []byte(data)); err != nil {
			t.Fatal(err)
		}
		if clean.String() != plain {
			t.Errorf("the one %s became %q, want %q", name, clean.String(), plain)
		}
	}
	var clean bytes.Buffer
	if half := with[:len(plain)-20]; Clean(&clean, []byte(half)) != nil || !strings.HasSuffix(clean.String(), half[len(half)-10:]) {
		t.Error("of a damaged one not all is written")
	}
}

func TestCleanTakesCommentsAndDataOfEditorsOutOfAnSVG(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Inkscape", `<?xml version="1.0"?>
<!-- Created by Jan -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:xlink="http://www.w3.org/1999/xlink"
   width="40" inkscape:export-filename="/home/jan/plan.png" height='20' >
<inkscape:namedview id="base"><inkscape:grid a="1"/></inkscape:namedview><metadata><rdf:RDF>Jan</rdf:RDF></metadata>
<title>Plan &amp; plein</title><g inkscape:label="Laag > 1"><use xlink:href="#a" /><path d="M0 0"/></g></svg>
`, `<?xml version="1.0"?>

<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
   width="40" height='20' >

<title>Plan &amp; plein</title><g><use xlink:href="#a" /><path d="M0 0"/></g></svg>
`},
		{"a style that counts elements", `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="x"><style>rect:nth-child(3){fill:red}</style><x:a b="c"/><rect/></svg>`,
			`<svg xmlns="http://www.w3.org/2000/svg"><style>rect:nth-child(3){fill:red}</style><metadata/><rect/></svg>`},
		{"a short name for SVG", `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:metadata a="b">x</s:metadata><s:rect/></s:svg>`,
			`<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>`},
		{"a web page within", `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"><h:meta http-equiv="refresh" content="0;url=//example.nl"/><rect/></svg>`,
			`<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>`},
		{"text", `<svg xmlns="http://www.w3.org/2000/svg"><text xml:space="preserve">a <!-- b --> <tspan>c</tspan><![CDATA[<!-- d -->]]></text></svg>`,
			`<svg xmlns="http://www.w3.org/2000/svg"><text xml:space="preserve">a  <tspan>c</tspan><![CDATA[<!-- d -->]]></text></svg>`},
	} {
		var clean bytes.Buffer
		if err := Clean(&clean, []byte(c.in)); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if clean.String() != c.want {
			t.Errorf("%s became\n%s\nwant\n%s", c.name, clean.String(), c.want)
		}
	}
}

func TestADamagedPhotographIsCleanedAsItIsStored(t *testing.T) {
	data := withEXIF(jpegOf(t, landscape(96, 64)), 6, binary.BigEndian)
	damaged := append(bytes.Clone(data[:len(data)-900]), 0xff, 0xd9)
	if _, err := Resize(damaged, 48); !errors.Is(err, ErrUnreadable) {
		t.Fatalf("it is not damaged: %v", err)
	}
	var clean bytes.Buffer
	if err := Clean(&clean, damaged); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(clean.Bytes(), []byte(secret)) || !bytes.HasSuffix(clean.Bytes(), damaged[len(damaged)-200:]) {
		t.Error("it has other bytes")
	}
}

func TestResizeKeepsProportionsAndTransparency(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 300, 100))
	for y := range 100 {
		for x := range 150 {
			m.Set(x, y, color.NRGBA{255, 0, 0, 255})
		}
	}
	copies, err := Resize(pngOf(t, m), 100)
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(copies[0]))
	if err != nil || got.Bounds().Dx() != 100 || got.Bounds().Dy() != 33 {
		t.Fatalf("%v, %v", got.Bounds(), err)
	}
	if _, _, _, alpha := got.At(90, 10).RGBA(); alpha != 0 {
		t.Error("what was transparent is not any more")
	}
}

func TestWhatIsNoPicture(t *testing.T) {
	photo := jpegOf(t, quarters(40, 40))
	var film bytes.Buffer
	if err := gif.Encode(&film, quarters(8, 8), nil); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		data string
		want error
	}{
		{"a photograph", string(photo), nil},
		{"a GIF", film.String(), nil},
		{"nothing", "", ErrUnreadable},
		{"text", "geen plaatje", ErrUnreadable},
		{"half a photograph", string(photo[:len(photo)/2]), ErrUnreadable},
		{"half a PNG", string(pngOf(t, quarters(40, 40))[:60]), ErrUnreadable},
		{"the beginning of a photograph", "\xff\xd8\xff\xd9", ErrUnreadable},
		{"a photograph of an iPhone", "\x00\x00\x00\x18ftypheic", ErrUnreadable},
		{"a web page", "<html></html>", ErrUnreadable},
		{"a drawing", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><style>p{fill:url(#a)}</style><path d="M0 0"/><use href="#x"/></svg>`, nil},
		{"a drawing of Inkscape", `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="40" height="20px"/>`, nil},
		{"a drawing that is not closed", "<svg>", ErrUnreadable},
		{"a drawing with a script", `<svg><script>alert(1)</script></svg>`, ErrActive},
		{"a drawing that reacts", `<svg><path ONclick="alert(1)"/></svg>`, ErrActive},
		{"a drawing that links", `<svg xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="javascript:alert(1)"/></svg>`, ErrActive},
		{"a drawing with a picture of others", `<svg><image href="https://example.nl/x.png"/></svg>`, ErrActive},
		{"a drawing with a style of others", `<svg><style>@import "//example.nl/x.css";</style></svg>`, ErrActive},
		{"a drawing with a page in it", `<svg><foreignObject/></svg>`, ErrActive},
		{"a drawing with an entity", `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>`, ErrActive},
		{"a drawing with a style in parts", `<svg><style>@im<!-- -->port "//example.nl/x.css";</style></svg>`, ErrActive},
		{"a drawing with a style between elements", `<svg><style>@im<title/><![CDATA[po]]>rt "//example.nl/x.css";</style></svg>`, ErrActive},
		{"a drawing with a style in escapes", `<svg><rect style="fill:\75 rl(//example.nl/x)"/><style>.a\.b{content:"\201c"}</style></svg>`, ErrActive},
		{"a drawing with a set of pictures", `<svg style="background:image-set('//example.nl/x.png' 1x)"/>`, ErrActive},
		{"a drawing with escapes", `<svg><style>.a\.b{content:"\201c"}</style></svg>`, nil},
		{"a web page with another name", `<svg xmlns="http://www.w3.org/1999/xhtml"><form/></svg>`, ErrUnreadable},
		{"a drawing with a stylesheet", `<?xml-stylesheet href="x.css"?><svg/>`, ErrActive},
	}
	for _, test := range tests {
		if _, err := Read([]byte(test.data)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// FuzzPhoto checks that no data make the functions of this package panic, and that their
// errors wrap ErrUnreadable.
func FuzzPhoto(f *testing.F) {
	photo := jpegOf(f, quarters(16, 8))
	f.Add(photo)
	f.Add(withEXIF(photo, 6, binary.LittleEndian))
	f.Add(pngOf(f, quarters(16, 8)))
	f.Add([]byte("RIFF\x22\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x27\x00\x00\x27\x00\x00VP8L\x04\x00\x00\x00abcd"))
	f.Add([]byte(`<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`))
	f.Add([]byte(`<svg xmlns:x="x"><!-- a --><x:a b='c'/><path x:d="M0 0" d=""/><metadata><style>a</style></metadata></svg>`))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xfe\x01a\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(data)
		if err != nil || p.Width*p.Height > 1<<20 {
			return
		}
		var clean bytes.Buffer
		if err := Clean(&clean, data); err != nil {
			if !errors.Is(err, ErrUnreadable) {
				t.Error(err)
			}
			return
		}
		if p.Scales() {
			if _, err := Resize(data, 8, 3); err != nil && !errors.Is(err, ErrUnreadable) {
				t.Error(err)
			}
		}
	})
}
