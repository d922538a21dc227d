// Package filename knows which names files can have on every system, and which
// names are one and the same file on some.
//
// The same content gives the same site on Linux, macOS and Windows; what one of
// them cannot hold, none gets.
package filename

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxLength is the longest name, in bytes, that the usual file systems hold.
const maxLength = 255

// reserved are the characters that Windows keeps for itself.
const reserved = `\:*?"<>|`

// Portable tells whether Linux, macOS and Windows can all hold a file or a
// folder of this name.
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

// Better returns a portable name that looks like one that is not.
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

// isDevice tells whether Windows takes a name for a device, whatever its extension.
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

// Spelled returns a path as file systems compare it: some give accented letters
// back in two parts.
func Spelled(path string) string { return norm.NFC.String(path) }

// Folded returns a path without what some systems do not tell apart: capitals,
// and how accents are spelled.
func Folded(path string) string { return strings.ToLower(Spelled(path)) }
