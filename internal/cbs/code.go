package cbs

import (
	"encoding/json"
	"strings"
)

// Level is a kind of area.
type Level uint8

// The levels, the largest first.
const (
	Municipality Level = iota
	Wijk
	Buurt
)

// prefix returns the letters before a code, and how long the code is without them.
func (l Level) prefix() (letters string, length int) {
	switch l {
	case Municipality:
		return "GM", len("0344")
	case Wijk:
		return "WK", len("034403")
	default:
		return "BU", len("03440311")
	}
}

// municipalityDigits is the number of digits that tell a municipality in every code.
const municipalityDigits = 4

// IsCode reports whether a value has the form of a code of CBS, WK034403 of a wijk, in
// capitals or not.
func (l Level) IsCode(value json.RawMessage) bool {
	letters, length := l.prefix()
	if len(value) < len(letters)+length+2 || value[0] != '"' {
		return false
	}
	s := strings.TrimSpace(string(value[1 : len(value)-1]))
	return len(s) == len(letters)+length && strings.EqualFold(s[:2], letters) && Digits(s[2:2+municipalityDigits])
}

// Code returns the code in a value as CBS writes it, WK034403 of a wijk, or the text as it is when
// that is no code; empty when it is no text and no number. Some maps leave out the letters, and the
// zero in front.
func (l Level) Code(value json.RawMessage) string {
	if l.IsCode(value) {
		s, _ := textOf(value)
		return strings.ToUpper(strings.TrimSpace(s))
	}
	letters, length := l.prefix()
	s, ok := textOf(value)
	if s = strings.TrimSpace(s); !ok && len(value) > 0 && Digits(string(value)) {
		s = strings.Repeat("0", max(0, length-len(value))) + string(value)
	}
	if len(s) == length && Digits(s) {
		return letters + s
	}
	return s
}

// Digits reports whether a text holds nothing but digits.
func Digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// MunicipalityOf returns the code of the municipality that a wijk or a buurt is in, by its code.
func MunicipalityOf(code string) string { return "GM" + code[2:2+municipalityDigits] }

// WijkOf returns the code of the wijk that a buurt is in, by its code.
func WijkOf(buurt string) string { return "WK" + buurt[2:len("BU034403")] }

// isWritten reports whether a code is written as CBS does.
func (l Level) isWritten(code string) bool {
	letters, length := l.prefix()
	if len(code) != len(letters)+length || !strings.HasPrefix(code, letters) || !Digits(code[2:2+municipalityDigits]) {
		return false
	}
	return strings.Trim(code[2+municipalityDigits:], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
