package docx

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// Problem is why a file cannot be read.
type Problem int

// The problems.
const (
	NotWord      Problem = iota // another kind of file
	OldWord                     // .doc, as Word wrote before 2007
	Locked                      // a password is needed
	OpenDocument                // .odt
	RichText                    // .rtf
	Spreadsheet                 // .xlsx and the like
	Damaged                     // an archive that is not whole, or XML that is wrong
	TooLarge                    // over a limit
)

// Error is a file that cannot be read.
type Error struct {
	Problem Problem
	Detail  string
}

func (e *Error) Error() string { return "no readable Word document: " + e.Detail }

// Kind tells by its first bytes what a file is. It reports whether it is a document of a word
// processor, which this package is to read or to refuse with a reason.
func Kind(data []byte) (p Problem, isDocument bool) {
	name := func(s string) bool {
		var wide []byte
		for _, u := range utf16.Encode([]rune(s)) {
			wide = append(wide, byte(u), byte(u>>8))
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		switch {
		case bytes.Contains(data, []byte("word/document")), bytes.Contains(data, []byte("word/_rels/")):
			return 0, true
		case bytes.Contains(data[:min(len(data), 200)], []byte("application/vnd.oasis.opendocument.text")):
			return OpenDocument, true
		case bytes.Contains(data, []byte("xl/workbook")):
			return Spreadsheet, false
		}
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		switch {
		case name("EncryptedPackage"):
			return Locked, false
		case name("WordDocument"):
			return OldWord, true
		}
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return RichText, true
	}
	return NotWord, false
}

// HasName reports whether the name of a file is that of a document of a word processor.
func HasName(name string) bool {
	name = strings.ToLower(name)
	for _, ext := range []string{".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}
