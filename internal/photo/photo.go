// Package photo prepares pictures for the web: how large they are, smaller
// copies for small screens, and nothing in them that their readers need not know,
// such as where a photograph was taken.
//
// JPEG, PNG, GIF and WebP are known by their bytes, whatever their names say; SVG
// is a drawing and is looked through for what does not belong in one.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

var (
	// ErrUnreadable is wrapped by the error for what is no picture, or is one
	// that browsers do not show.
	ErrUnreadable = errors.New("not a picture that can be read")
	// ErrActive is wrapped by the error for a drawing that can do something: it
	// holds a script, or refers to other files.
	ErrActive = errors.New("a drawing with a script or a reference in it")
)

// Format is how a picture is stored.
type Format string

// The formats.
const (
	JPEG Format = "jpeg"
	PNG  Format = "png"
	GIF  Format = "gif"
	WebP Format = "webp"
	SVG  Format = "svg"
)

// mostPixels is how many pixels a picture may have: what is larger takes more
// memory than the machine that builds a site may have.
const mostPixels = 120_000_000

// Picture is what is known of a picture.
type Picture struct {
	Format        Format
	Width, Height int  // in pixels, as it is shown; 0 of a drawing that does not say
	Turned        bool // it is stored on its side, as cameras do (EXIF)
}

// Scales tells whether smaller copies of the picture can be made.
func (p Picture) Scales() bool { return p.Format == JPEG || p.Format == PNG }

// Read returns what is known of a picture.
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
	if p.Width <= 0 || p.Height <= 0 || p.Width*p.Height > mostPixels {
		return Picture{}, fmt.Errorf("%w: %d × %d pixels", ErrUnreadable, p.Width, p.Height)
	}
	if format == JPEG {
		o := orientation(data)
		p.Turned = o > 1
		if o >= 5 {
			p.Width, p.Height = p.Height, p.Width
		}
	}
	return p, nil
}

// formatOf tells a format by its first bytes, and that the file has its end.
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

// quality is of the JPEG copies: below it, sky and skin begin to show blocks.
const quality = 82

// Resize writes a copy of a JPEG or PNG that is some pixels wide, upright.
func Resize(w io.Writer, data []byte, width int) error {
	p, err := Read(data)
	if err != nil {
		return err
	}
	full, err := decode(p.Format, data)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	o := 1
	if p.Turned {
		o = orientation(data)
	}
	height := max(1, (p.Height*width+p.Width/2)/p.Width)
	stored := image.Rect(0, 0, width, height)
	if o >= 5 {
		stored = image.Rect(0, 0, height, width)
	}
	var small draw.Image = image.NewRGBA(stored)
	if p.Format == PNG {
		small = image.NewNRGBA(stored)
	}
	draw.CatmullRom.Scale(small, stored, full, full.Bounds(), draw.Src, nil)
	return encode(w, p.Format, upright(small, o))
}

func decode(format Format, data []byte) (image.Image, error) {
	if format == PNG {
		return png.Decode(bytes.NewReader(data))
	}
	return jpeg.Decode(bytes.NewReader(data))
}

func encode(w io.Writer, format Format, m image.Image) error {
	if format == PNG {
		return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, m)
	}
	return jpeg.Encode(w, m, &jpeg.Options{Quality: quality})
}

// Clean writes a picture without what is stored beside it: where and when it was
// taken and with what (EXIF, XMP, IPTC), and comments. What decides its colours
// stays. One that is stored on its side is turned upright.
func Clean(w io.Writer, data []byte) error {
	p, err := Read(data)
	if err != nil {
		return err
	}
	switch p.Format {
	case JPEG:
		if p.Turned {
			return Resize(w, data, p.Width)
		}
		return cleanJPEG(w, data)
	case PNG:
		return cleanPNG(w, data)
	case WebP:
		return cleanWebP(w, data)
	default:
		_, err := w.Write(data)
		return err
	}
}

// upright turns a picture as the orientation of EXIF says (2 to 8).
func upright(m draw.Image, o int) image.Image {
	if o < 2 || o > 8 {
		return m
	}
	b := m.Bounds()
	width, height := b.Dx(), b.Dy()
	turned := image.NewRGBA(image.Rect(0, 0, width, height))
	if o >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			tx, ty := place(o, x, y, width, height)
			turned.Set(tx, ty, m.At(x, y))
		}
	}
	return turned
}

// place returns where a stored pixel is shown (EXIF 2.32, tag 0x0112).
func place(o, x, y, width, height int) (int, int) {
	switch o {
	case 2:
		return width - 1 - x, y
	case 3:
		return width - 1 - x, height - 1 - y
	case 4:
		return x, height - 1 - y
	case 5:
		return y, x
	case 6:
		return height - 1 - y, x
	case 7:
		return height - 1 - y, width - 1 - x
	default:
		return y, width - 1 - x
	}
}
