package spreadsheet

import (
	"regexp"
	"strings"
	"sync"
)

var (
	// formula is a cell that a spreadsheet would take for a formula
	// (https://owasp.org/www-community/attacks/CSV_Injection), or that Harmless may have
	// returned.
	formula = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^'*[=+\-@\t\r＝＋－＠]`)
	})
	number = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[+-]?[0-9]+([.,][0-9]+)?$`)
	})
)

// Harmless returns the text of a cell as no spreadsheet takes it for a formula: with an
// apostrophe before it where one would. Written is its inverse.
func Harmless(cell string) string {
	if cell != "" && mayBegin(cell[0]) && formula().MatchString(cell) && !number().MatchString(cell) {
		return "'" + cell
	}
	return cell
}

// mayBegin reports whether a formula may begin with a byte. It is a quick test: the open
// data have very many cells.
func mayBegin(c byte) bool {
	return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9')
}

// Written returns the text of which Harmless returned the cell. A word that begins with an
// apostrophe, such as 's avonds, stays as it is.
func Written(cell string) string {
	if strings.HasPrefix(cell, "'") && formula().MatchString(cell) && !number().MatchString(cell[1:]) {
		return cell[1:]
	}
	return cell
}

// InWorkbook returns the text of a cell of a workbook, in which a text is never a formula: Written
// is its inverse too.
func InWorkbook(cell string) string {
	if Written(cell) != cell {
		return Harmless(cell)
	}
	return cell
}
