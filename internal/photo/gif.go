package photo

import (
	"bytes"
	"io"
)

// The blocks of a GIF (GIF89a, appendix A).
const (
	gifExtension   = 0x21
	gifImage       = 0x2c
	gifTrailer     = 0x3b
	gifComment     = 0xfe // a kind of extension
	gifApplication = 0xff
)

// cleanGIF writes a GIF without its comments, without what applications keep in it but for how
// often it repeats and its colour profile, and without what follows its end. Of a damaged GIF the
// rest is written as it is: browsers show the part that is whole.
func cleanGIF(w io.Writer, data []byte) error {
	out := make([]byte, 0, len(data))
	i := gifColours(data, 0, 10, 13)
	out = append(out, data[:min(i, len(data))]...)
	for i < len(data) {
		end := gifBlockEnd(data, i)
		if end == 0 || end > len(data) {
			out = append(out, data[i:]...)
			break
		}
		if !gifMetadata(data[i:end]) {
			out = append(out, data[i:end]...)
		}
		if data[i] == gifTrailer {
			break
		}
		i = end
	}
	_, err := w.Write(out)
	return err
}

// gifColours returns the end of a block with a header of a length and, when the byte at flags
// says so, a table of colours behind it.
func gifColours(data []byte, start, flags, length int) int {
	end := start + length
	if start+flags < len(data) && data[start+flags]&0x80 != 0 {
		end += 3 << (data[start+flags]&7 + 1)
	}
	return end
}

// gifBlockEnd returns the end of the block that begins at i; 0 when there is no such block.
func gifBlockEnd(data []byte, i int) int {
	switch data[i] {
	case gifTrailer:
		return i + 1
	case gifExtension:
		return gifPartsEnd(data, i+2)
	case gifImage:
		return gifPartsEnd(data, gifColours(data, i, 9, 10)+1) // after the size of the codes
	}
	return 0
}

// gifPartsEnd returns the end of a list of parts, each with its length before it, up to one
// without length; 0 when it does not end.
func gifPartsEnd(data []byte, i int) int {
	for i < len(data) {
		length := int(data[i])
		i += 1 + length
		if length == 0 {
			return i
		}
	}
	return 0
}

// gifMetadata reports whether a block says something about the picture and does not show.
func gifMetadata(block []byte) bool {
	if block[0] != gifExtension {
		return false
	}
	switch block[1] {
	case gifComment:
		return true
	case gifApplication:
		for _, kept := range []string{"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"} {
			if bytes.HasPrefix(block[2:], []byte("\x0b"+kept)) {
				return false
			}
		}
		return true
	}
	return false
}
