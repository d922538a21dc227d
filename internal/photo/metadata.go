package photo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

// A JPEG is a list of segments: 0xff, a marker and, except for a few, a length (ISO/IEC
// 10918-1, annex B).
const (
	markerRST0 = 0xd0 // a restart, to 0xd7
	markerSOI  = 0xd8 // the beginning
	markerEOI  = 0xd9 // the end
	markerSOS  = 0xda // the pixels follow
	markerAPP0 = 0xe0
	markerAPP1 = 0xe1 // EXIF and XMP
	markerAPP2 = 0xe2 // the colour profile, and pictures inside the picture
	markerAPPE = 0xee // how Adobe stored the colours
	markerAPPF = 0xef
	markerCOM  = 0xfe
)

// segments calls visit with each segment of a JPEG before the pixels, and returns
// the offset of the pixels.
func segments(data []byte, visit func(marker byte, body, whole []byte)) (pixels int, ok bool) {
	i := 2
	for i+4 <= len(data) {
		if data[i] != 0xff {
			return 0, false
		}
		marker := data[i+1]
		if marker == 0xff { // padding
			i++
			continue
		}
		if marker == markerSOS {
			return i, true
		}
		end := i + 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		if end < i+4 || end > len(data) {
			return 0, false
		}
		visit(marker, data[i+4:end], data[i:end])
		i = end
	}
	return 0, false
}

// orientation returns the orientation of a JPEG: 1 for upright, to 8 (EXIF 2.32, tag
// 0x0112).
func orientation(data []byte) int {
	turn := 1
	segments(data, func(marker byte, body, _ []byte) {
		if exif, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == markerAPP1 && turn == 1 {
			turn = orientationIn(exif)
		}
	})
	return turn
}

// orientationIn returns the orientation in the first directory of a TIFF header.
func orientationIn(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	n := int64(order.Uint16(tiff[at:]))
	for i := range n {
		entry := at + 2 + 12*i
		if entry+12 > int64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			if o := int(order.Uint16(tiff[entry+8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
	}
	return 1
}

// cleanJPEG writes a JPEG with only the segments that decide how its pixels look.
func cleanJPEG(w io.Writer, data []byte) error {
	out := append(make([]byte, 0, len(data)), 0xff, markerSOI)
	pixels, ok := segments(data, func(marker byte, body, whole []byte) {
		switch {
		case marker == markerCOM:
		case marker == markerAPP2 && !bytes.HasPrefix(body, []byte("ICC_PROFILE")):
		case marker > markerAPP0 && marker <= markerAPPF && marker != markerAPP2 && marker != markerAPPE:
		default:
			out = append(out, whole...)
		}
	})
	if !ok {
		return fmt.Errorf("%w: its segments are broken", ErrUnreadable)
	}
	out = append(out, data[pixels:]...)
	// Phones append films and other pictures to a picture.
	if end := endOf(data, pixels); end > 0 {
		out = out[:len(out)-(len(data)-end)]
	}
	_, err := w.Write(out)
	return err
}

// endOf returns the offset after the end-of-image marker of a JPEG of which the pixels
// begin at some offset; 0 when there is no such marker.
func endOf(data []byte, pixels int) int {
	for i := pixels; i+1 < len(data); {
		marker := data[i+1]
		switch {
		case data[i] != 0xff:
			i++
		case marker == markerEOI:
			return i + 2
		case marker == 0 || marker == 0xff || marker >= markerRST0 && marker < markerSOI:
			i++ // a pixel, padding or a restart
		case i+4 > len(data):
			return 0
		default: // tables between two scans
			i += 2 + int(binary.BigEndian.Uint16(data[i+2:]))
		}
	}
	return 0
}

const pngMagic = "\x89PNG\r\n\x1a\n"

// cleanPNG writes a PNG without its chunks of text, time and EXIF (PNG, third
// edition, 11.3).
func cleanPNG(w io.Writer, data []byte) error {
	out := append(make([]byte, 0, len(data)), pngMagic...)
	for i := len(pngMagic); i+12 <= len(data); {
		size := int64(binary.BigEndian.Uint32(data[i:]))
		end := int64(i) + 12 + size
		if end > int64(len(data)) {
			return fmt.Errorf("%w: its chunks are broken", ErrUnreadable)
		}
		kind := string(data[i+4 : i+8])
		switch kind {
		case "tEXt", "zTXt", "iTXt", "tIME", "eXIf":
		default:
			out = append(out, data[i:end]...)
		}
		if kind == "IEND" {
			break
		}
		i = int(end)
	}
	_, err := w.Write(out)
	return err
}

// cleanWebP writes a WebP without EXIF and XMP (RFC 9649).
func cleanWebP(w io.Writer, data []byte) error {
	out := append(make([]byte, 0, len(data)), data[:12]...)
	for i := 12; i+8 <= len(data); {
		size := int64(binary.LittleEndian.Uint32(data[i+4:]))
		end := int64(i) + 8 + size + size%2
		if end > int64(len(data)) {
			end = int64(len(data))
		}
		switch string(data[i : i+4]) {
		case "EXIF", "XMP ":
		case "VP8X":
			chunk := bytes.Clone(data[i:end])
			if len(chunk) > 8 {
				chunk[8] &^= 0x08 | 0x04 // the flags of EXIF and XMP
			}
			out = append(out, chunk...)
		default:
			out = append(out, data[i:end]...)
		}
		i = int(end)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	_, err := w.Write(out)
	return err
}
