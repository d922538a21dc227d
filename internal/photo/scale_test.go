package photo

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"runtime"
	"testing"

	"golang.org/x/image/draw"
)

// landscape is a picture with what photographs have: slopes, edges and texture.
func landscape(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			slope, texture := 90*x/width+60*y/height, (x*x+3*x*y)%23
			if (x/37+y/29)%2 == 0 {
				slope += 70
			}
			m.SetRGBA(x, y, color.RGBA{uint8(slope + texture), uint8(slope), uint8(235 - slope + texture/2), 255})
		}
	}
	return m
}

// slope is a picture that goes slowly from one colour to another, both ways.
func slope(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.SetRGBA(x, y, color.RGBA{uint8(40 + 150*x/width), uint8(200 - 120*y/height), uint8(60 + 60*x/width + 60*y/height), 255})
		}
	}
	return m
}

// inRatio returns a picture of which the colours are stored in some ratio.
func inRatio(m image.Image, ratio image.YCbCrSubsampleRatio) *image.YCbCr {
	full := inYCbCr(m)
	out := image.NewYCbCr(full.Rect, ratio)
	copy(out.Y, full.Y)
	for y := range full.Rect.Dy() {
		for x := range full.Rect.Dx() {
			to, from := out.COffset(x, y), full.COffset(x, y)
			out.Cb[to], out.Cr[to] = full.Cb[from], full.Cr[from]
		}
	}
	return out
}

// difference returns the root of the mean square of the differences between the samples of
// two pictures.
func difference(a, b image.Image) float64 {
	sum, size := 0.0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			ar, ag, ab, _ := a.At(x, y).RGBA()
			br, bg, bb, _ := b.At(x, y).RGBA()
			for _, d := range []float64{float64(ar) - float64(br), float64(ag) - float64(bg), float64(ab) - float64(bb)} {
				sum += d * d / 257 / 257
			}
		}
	}
	return math.Sqrt(sum / float64(3*size.X*size.Y))
}

func TestSamplesAreScaledAsByAFilterInFloatingPoint(t *testing.T) {
	full := image.NewGray(image.Rect(0, 0, 601, 403))
	draw.Draw(full, full.Rect, landscape(601, 403), image.Point{}, draw.Src)
	for width, most := range map[int]float64{900: 0.5, 601: 0, 400: 0.5, 257: 0.5, 120: 1, 64: 1} {
		height := 403 * width / 601
		want := image.NewGray(image.Rect(0, 0, width, height))
		draw.CatmullRom.Scale(want, want.Rect, full, full.Rect, draw.Src, nil)
		p := plane{601, 403, full.Stride, full.Pix}.scale(width, height, 601/float64(width), 403/float64(height))
		got := &image.Gray{Pix: p.samples, Stride: p.stride, Rect: want.Rect}
		if d := difference(got, want); d > most {
			t.Errorf("%d wide, samples differ by %.2f, which is more than %v", width, d, most)
		}
	}
}

func TestColoursStayWhereTheyAre(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		full := inRatio(slope(301, 203), ratio)
		for _, width := range []int{301, 157, 64} {
			height := 203 * width / 301
			want := image.NewRGBA(image.Rect(0, 0, width, height))
			draw.CatmullRom.Scale(want, want.Rect, full, full.Rect, draw.Src, nil)
			if d := difference(scaled(full, width, height).image(), want); d > 1.5 {
				t.Errorf("%v, %d wide: colours differ by %.2f", ratio, width, d)
			}
		}
	}
}

func TestAPictureInItsOwnSizeKeepsItsSamples(t *testing.T) {
	full := inRatio(landscape(301, 203), image.YCbCrSubsampleRatio420)
	if d := difference(scaled(full, 301, 203).image(), full); d != 0 {
		t.Errorf("the samples differ by %.2f", d)
	}
}

func TestPicturesOfOneColourKeepIt(t *testing.T) {
	for _, value := range []uint8{0, 1, 128, 254, 255} {
		full := image.NewYCbCr(image.Rect(0, 0, 97, 61), image.YCbCrSubsampleRatio420)
		for _, samples := range [][]uint8{full.Y, full.Cb, full.Cr} {
			for i := range samples {
				samples[i] = value
			}
		}
		for _, width := range []int{1, 2, 10, 40, 96, 200} {
			f := scaled(full, width, max(1, width*61/97))
			for _, p := range []plane{f.y, f.cb, f.cr} {
				for y := range p.height {
					if bytes.Count(p.row(y), []byte{value}) != p.width {
						t.Fatalf("%d wide, %d became %v", width, value, p.row(y))
					}
				}
			}
		}
	}
}

// A cache names copies by Revision: it is raised when this test finds other bytes.
func TestRevisionNamesTheBytesOfCopies(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors round otherwise")
	}
	copies, err := Resize(withEXIF(jpegOf(t, landscape(601, 403)), 6, binary.BigEndian), 400, 120)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%d %x", Revision, sha256.Sum256(bytes.Join(copies, nil))); got != "1 507c23129ba8dc5e71ba9cca0578557a746c9f72602862b25acc55b53611f706" {
		t.Errorf("copies are of revision %s", got)
	}
}

func BenchmarkResize(b *testing.B) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, landscape(3000, 2000), &jpeg.Options{Quality: 90}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Resize(data.Bytes(), 480, 800, 1280); err != nil {
			b.Fatal(err)
		}
	}
}
