package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// printText prints a list the way compilers do: the place, what is wrong, the source line
// with a mark under it, and the hint.
func printText(w io.Writer, l List, opt PrintOptions) error {
	out := bufio.NewWriter(w)
	count := make(map[Code]int)
	for _, d := range l {
		if count[d.Code()]++; opt.Most > 0 && count[d.Code()] > opt.Most {
			continue
		}
		at := d.Pos.Place()
		fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n", harmless(opt.path(d)), at.Line, at.Column,
			opt.colored(d.Severity()), harmless(opt.Lang.Say(d.Text)), d.Code())
		if !d.Pos.IsZero() {
			printSource(out, d, opt)
		}
		printHelp(out, d, opt)
	}
	for _, c := range Codes() {
		if more := count[c] - opt.Most; opt.Most > 0 && more > 0 {
			fmt.Fprintf(out, [...]string{Dutch: "… en nog %d keer %s: -v laat ze allemaal zien, “wijkvisie explain %[2]s” zegt wat het is\n",
				English: "… and %d times more %s: -v shows them all, \"wijkvisie explain %[2]s\" says what it is\n"}[opt.Lang], more, c)
		}
	}
	return out.Flush()
}

// colored returns the word for a severity, in its colour when opt asks for colour.
func (opt PrintOptions) colored(s Severity) string {
	word := [...][2]string{{"fout", "error"}, {"waarschuwing", "warning"}, {"informatie", "info"}}[s][opt.Lang]
	if !opt.Color {
		return word
	}
	return fmt.Sprintf("\x1b[%sm%s\x1b[0m", [...]string{"1;31", "1;33", "1;36"}[s], word)
}

// printHelp prints the hint and the related places. Behind a hint that a diagnostic has of
// its own stands the first place, which is that of what the hint names, without its text.
func printHelp(out *bufio.Writer, d Diagnostic, opt PrintOptions) {
	related := d.Related()
	if hint := opt.Lang.Hint(d); hint != "" {
		fmt.Fprintf(out, "   %s", harmless(hint))
		if len(related) > 0 && !d.Hint().IsZero() && related[0].Text.Message != AlsoHere {
			fmt.Fprintf(out, "  (%s)", shortPlace(related[0]))
			related = related[1:]
		}
		out.WriteByte('\n')
	}
	for _, r := range related {
		fmt.Fprintf(out, "   %s: %s\n", shortPlace(r), harmless(opt.Lang.Say(r.Text)))
	}
}

// shortPlace returns the file, from the content folder, and the line of a related place.
func shortPlace(r Related) string {
	return harmless(r.Pos.Path()) + ":" + strconv.Itoa(r.Pos.Place().Line)
}

const (
	lineColumns   = 120 // the longest part of a source line that is printed, in columns of a terminal
	columnsBefore = 40  // how much of a part stands before the mark
	tabColumns    = 4   // the width of a tab
)

// printSource prints the source line of a diagnostic, and a mark under its text.
func printSource(out *bufio.Writer, d Diagnostic, opt PrintOptions) {
	at := d.Pos.Place()
	line := []rune(d.Pos.File.Line(at.Line))
	start := min(at.Column-1, len(line))
	end := len(line)
	if at.EndLine == at.Line {
		end = min(at.EndColumn-1, len(line))
	}
	line, start, end = crop(line, start, end)
	number := strconv.Itoa(at.Line)
	gutter := strings.Repeat(" ", max(5, len(number)+3))
	fmt.Fprintf(out, "%*s | %s\n", len(gutter), number, visible(line))
	before, mark := columns(line[:start]), max(1, columns(line[start:max(start, end)]))
	carets := strings.Repeat("^", mark)
	if opt.Color {
		carets = "\x1b[1m" + carets + "\x1b[0m"
	}
	fmt.Fprintf(out, "%s | %s%s\n", gutter, strings.Repeat(" ", before), carets)
}

// crop cuts a long line down to the part around the mark, and returns where the mark begins
// and ends in it.
func crop(line []rune, start, end int) (cut []rune, from, to int) {
	if columns(line) <= lineColumns {
		return line, start, end
	}
	first := max(0, start-columnsBefore)
	last, width := first, 0
	for last < len(line) && width < lineColumns {
		width += columns(line[last : last+1])
		last++
	}
	cut = append([]rune(nil), line[first:last]...)
	from, to = start-first, min(end, last)-first
	if first > 0 {
		cut, from, to = append([]rune{'…'}, cut...), from+1, to+1
	}
	if last < len(line) {
		cut = append(cut, '…')
	}
	return cut, from, to
}

// visible returns a source line as it is printed: harmless, and with spaces for its tabs.
func visible(line []rune) string {
	return harmless(strings.ReplaceAll(string(line), "\t", strings.Repeat(" ", tabColumns)))
}

// columns returns how many columns of a terminal a text takes: two for wide characters
// (Unicode Annex 11, East Asian Width), none for combining marks.
func columns(text []rune) int {
	n := 0
	for _, r := range text {
		switch {
		case r == '\t':
			n += tabColumns
		case unicode.In(r, unicode.Mn, unicode.Me) || r == '\u200d' || r == '\ufe0f':
		default:
			switch width.LookupRune(r).Kind() {
			case width.EastAsianWide, width.EastAsianFullwidth:
				n += 2
			default:
				n++
			}
		}
	}
	return n
}

// harmless replaces control characters, which could steer a terminal, and characters that
// change the direction of writing.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return '\ufffd'
		}
		return r
	}, s)
}
