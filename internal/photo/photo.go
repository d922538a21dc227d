// Package photo prepares pictures for the web: it reads their sizes, makes smaller
// copies for small screens, and removes metadata such as where a photograph was taken.
//
// JPEG, PNG, GIF and WebP are recognised by their first bytes, not by their names. SVG
// is accepted when it holds no scripts and no references.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"sync"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

var (
	// ErrUnreadable is wrapped by the error for data that is not a picture, or is
	// damaged, or is in a format that browsers do not show.
	ErrUnreadable = errors.New("not a picture that can be read")
	// ErrActive is wrapped by the error for an SVG that holds a script or refers to
	// other files.
	ErrActive = errors.New("a drawing with a script or a reference in it")
)

// Format is the file format of a picture.
type Format string

// The formats.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	GIF  Format = "gif"
	WebP Format = "webp"
	SVG  Format = "svg"
)

// maxPixels is the greatest number of pixels of a picture. A larger one takes more
// memory than a machine that builds a site may have.
const maxPixels = 120_000_000

// Picture describes a picture.
type Picture struct {
	Format        Format
	Width, Height int  // in pixels, as it is shown; 0 when an SVG has no size
	Turned        bool // it is not stored as it is shown: EXIF says how to turn it
}

// Scales reports whether smaller copies of the picture can be made.
func (p Picture) Scales() bool { return p.Format == JPEG || p.Format == PNG }

// Read describes a picture. The error wraps ErrUnreadable or ErrActive.
func Read(data []byte) (Picture, error) {
	format, err := formatOf(data)
	if err != nil {
		return Picture{}, err
	}
	if format == SVG {
		return readSVG(data)
	}
	config, err := decodeConfig(format, data)
	if err != nil {
		return Picture{}, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	p := Picture{Format: format, Width: config.Width, Height: config.Height}
	if p.Width <= 0 || p.Height <= 0 || p.Width*p.Height > maxPixels {
		return Picture{}, fmt.Errorf("%w: %d × %d pixels", ErrUnreadable, p.Width, p.Height)
	}
	if format == JPEG {
		o := orientation(data)
		p.Turned = o > 1
		if o >= sideways {
			p.Width, p.Height = p.Height, p.Width
		}
	}
	return p, nil
}

// formatOf recognises a format by the first bytes of a file. The error wraps ErrUnreadable,
// also when the end of a JPEG or PNG is missing.
func formatOf(data []byte) (Format, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		if !bytes.Contains(data[max(0, len(data)-1<<16):], []byte("\xff\xd9")) {
			return "", fmt.Errorf("%w: the end is missing", ErrUnreadable)
		}
		return JPEG, nil
	case bytes.HasPrefix(data, []byte(pngMagic)):
		if !bytes.Contains(data[max(0, len(data)-1<<16):], []byte("IEND")) {
			return "", fmt.Errorf("%w: the end is missing", ErrUnreadable)
		}
		return PNG, nil
	case bytes.HasPrefix(data, []byte("GIF8")):
		return GIF, nil
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP, nil
	case bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<")):
		return SVG, nil
	default:
		return "", ErrUnreadable
	}
}

func decodeConfig(format Format, data []byte) (image.Config, error) {
	r := bytes.NewReader(data)
	switch format {
	case JPEG:
		return jpeg.DecodeConfig(r)
	case PNG:
		return png.DecodeConfig(r)
	case GIF:
		return gif.DecodeConfig(r)
	default:
		return webp.DecodeConfig(r)
	}
}

// Revision is part of the name of a copy in a cache. It is raised with every change to
// what Resize returns.
const Revision = 1

// quality is that of JPEG copies: below it, sky and skin begin to show blocks.
const quality = 82

// Resize returns copies of a JPEG or PNG, upright and without metadata, one for each width
// in pixels. The error wraps ErrUnreadable.
func Resize(data []byte, widths ...int) ([][]byte, error) {
	p, err := Read(data)
	if err != nil {
		return nil, err
	}
	resize, err := resizer(p, data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	copies, errs := make([][]byte, len(widths)), make([]error, len(widths))
	var group sync.WaitGroup
	for i, width := range widths {
		group.Go(func() {
			var b bytes.Buffer
			errs[i] = resize(&b, width, max(1, (p.Height*width+p.Width/2)/p.Width))
			copies[i] = b.Bytes()
		})
	}
	group.Wait()
	return copies, errors.Join(errs...)
}

// resizer decodes a picture and returns a function that writes it in some size.
func resizer(p Picture, data []byte) (resize func(w io.Writer, width, height int) error, err error) {
	if p.Format == PNG {
		full, err := png.Decode(bytes.NewReader(data))
		return func(w io.Writer, width, height int) error { return resizePNG(w, full, width, height) }, err
	}
	full, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	photograph, turn := inYCbCr(full), orientation(data)
	return func(w io.Writer, width, height int) error {
		if turn >= sideways {
			width, height = height, width
		}
		return jpeg.Encode(w, scaled(photograph, width, height).upright(turn).image(), &jpeg.Options{Quality: quality})
	}, nil
}

func resizePNG(w io.Writer, full image.Image, width, height int) error {
	small := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(small, small.Bounds(), full, full.Bounds(), draw.Src, nil)
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, small)
}

// inYCbCr returns a picture in the colours of JPEG: itself, but for the few that are stored
// in grey, RGB or CMYK.
func inYCbCr(m image.Image) *image.YCbCr {
	if m, ok := m.(*image.YCbCr); ok {
		return m
	}
	b := m.Bounds()
	out := image.NewYCbCr(b, image.YCbCrSubsampleRatio444)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.YCbCrModel.Convert(m.At(x, y)).(color.YCbCr)
			i := out.YOffset(x, y)
			out.Y[i], out.Cb[i], out.Cr[i] = c.Y, c.Cb, c.Cr
		}
	}
	return out
}

// Clean writes a picture without its metadata: where, when and with what it was taken
// (EXIF, XMP, IPTC), what programs keep in it, and comments. Its colour profile stays. A picture that is Turned is
// decoded, turned upright and encoded again, if it can be decoded.
func Clean(w io.Writer, data []byte) error {
	p, err := Read(data)
	if err != nil {
		return err
	}
	switch p.Format {
	case JPEG:
		if p.Turned {
			upright, err := Resize(data, p.Width)
			if err == nil {
				_, err = w.Write(upright[0])
				return err
			}
			// Damaged after its header: browsers show the part that is whole.
		}
		return cleanJPEG(w, data)
	case PNG:
		return cleanPNG(w, data)
	case WebP:
		return cleanWebP(w, data)
	case GIF:
		return cleanGIF(w, data)
	default:
		return cleanSVG(w, data)
	}
}
