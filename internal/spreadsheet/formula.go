package spreadsheet

import (
	"regexp"
	"strings"
	"sync"
)

var (
	// formula is a cell that a spreadsheet would take for a formula
	// (https://owasp.org/www-community/attacks/CSV_Injection), or that looks as if it
	// was made harmless.
	formula = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^'*[=+\-@\t\r＝＋－＠]`)
	})
	number = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[+-]?[0-9]+([.,][0-9]+)?$`)
	})
)

// Harmless returns the text of a cell so that no spreadsheet takes it for a formula:
// with an apostrophe before it where it would. Written gives the text back.
func Harmless(cell string) string {
	if cell != "" && mayBegin(cell[0]) && formula().MatchString(cell) && !number().MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// mayBegin tells whether a formula may begin with a byte: nearly no text does, and the
// open data have a text in every cell.
func mayBegin(c byte) bool {
	return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9')
}

// Written returns the text that Harmless made harmless. A word that begins with an
// apostrophe, as 's avonds, stays as it is.
func Written(cell string) string {
	if strings.HasPrefix(cell, "'") && formula().MatchString(cell) && !number().MatchString(cell[1:]) {
		return cell[1:]
	}
	return cell
}
