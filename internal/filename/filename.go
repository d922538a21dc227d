// Package filename knows the names of files: which ones files can have on Linux, macOS and
// Windows, which are one file on some of them, and which are those of copies and of what
// programs leave behind.
//
// The same content gives the same site on each of them, so a name that one of them cannot have
// is used on none.
package filename

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxLength is the longest name, in bytes, that the usual file systems hold.
const maxLength = 255

// reserved is the characters that names on Windows cannot have.
const reserved = `\:*?"<>|`

// Portable reports whether a file or a folder can have a name on Linux, macOS and Windows.
func Portable(name string) bool {
	if len(name) > maxLength || strings.ContainsAny(name, reserved) {
		return false
	}
	for _, r := range name {
		if isControl(r) {
			return false
		}
	}
	return !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ") && !isDevice(name)
}

// Better returns a portable name that resembles name.
func Better(name string) string {
	better := strings.Map(func(r rune) rune {
		if isControl(r) || strings.ContainsRune(reserved, r) {
			return '-'
		}
		return r
	}, strings.ToValidUTF8(name, "-"))
	for len(better) > maxLength {
		stem, ext := better, ""
		if i := strings.LastIndexByte(better, '.'); i > 0 && len(better)-i < 16 {
			stem, ext = better[:i], better[i:]
		}
		better = strings.ToValidUTF8(stem[:maxLength-len(ext)], "") + ext
	}
	better = strings.TrimRight(better, ". ")
	if better == "" || isDevice(better) {
		better = "bestand-" + better
	}
	return better
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

// isDevice reports whether a name is that of a device on Windows, whatever its extension.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.TrimRight(stem, " ")
	for _, device := range [...]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} {
		if strings.EqualFold(stem, device) {
			return true
		}
	}
	const prefix = len("COM")
	if len(stem) <= prefix || !strings.EqualFold(stem[:prefix], "COM") && !strings.EqualFold(stem[:prefix], "LPT") {
		return false
	}
	port, n := utf8.DecodeRuneInString(stem[prefix:])
	return prefix+n == len(stem) && strings.ContainsRune("0123456789¹²³", port)
}

// Spelled returns a path in Unicode normalization form C. Some file systems return accented
// letters as two characters.
func Spelled(path string) string { return norm.NFC.String(path) }

// Folded returns a path in small letters and normalization form C: two paths that fold to the
// same are one file on some systems.
func Folded(path string) string { return strings.ToLower(Spelled(path)) }
