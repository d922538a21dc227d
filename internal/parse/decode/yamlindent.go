package decode

import (
	"bytes"
	"strings"

	"wijkvisie/internal/diag"
)

// The decoder stops at the first line that does not fit what stands above it. When it is the line
// above that does not fit, these functions find that.

// textLine is a line with text that is no comment.
type textLine struct {
	start  int    // in the text
	column int    // from 0, where the text begins behind indentation and "- "
	body   string // the text from there on
}

// hasKey reports whether a line begins with a key.
func (l textLine) hasKey() bool {
	return strings.Contains(l.body, ": ") || strings.HasSuffix(l.body, ":")
}

// linesAbove returns the lines with text above the mistaken one, the nearest first, two at most.
func (p *yamlMistake) linesAbove() []textLine {
	var lines []textLine
	for at := p.offset; at > 0 && len(lines) < 2; {
		at = bytes.LastIndexByte(p.text[:at-1], '\n') + 1
		line, body, _ := lineParts(p.text, at)
		if body != "" && body[0] != '#' {
			lines = append(lines, textLine{at, len(line) - len(body), body})
		}
	}
	return lines
}

// oddLineAbove returns the diagnostic of the line above the mistaken one when that is the one that
// is wrong: it lacks the colon of a key, or is indented otherwise than the lines around it.
func (p *yamlMistake) oddLineAbove() (diag.Diagnostic, bool) {
	lines, column := p.linesAbove(), indentOf(p.text, p.offset)
	if len(lines) == 0 {
		return diag.Diagnostic{}, false
	}
	above := lines[0]
	pos := p.file.Pos(p.start-p.offset+above.start+above.column, p.start-p.offset+above.start+above.column+len(above.body))
	switch {
	case above.column == column && !above.hasKey():
		return diag.At(pos, diag.SyntaxNoColon).WithHint(diag.WriteKeyValue), true
	case above.column < column && len(lines) == 2 && lines[1].column == column && above.hasKey():
		return diag.At(pos, diag.SyntaxIndent).WithHint(diag.AlignLine), true
	case above.column > column && len(lines) == 1:
		return diag.At(pos, diag.SyntaxIndent).WithHint(diag.AlignLine), true
	}
	return diag.Diagnostic{}, false
}

// oddItemAbove returns the diagnostic of the first line of an item above the mistaken line when that
// is indented otherwise than the other items, and the mistaken one as it should be.
func (p *yamlMistake) oddItemAbove() (diag.Diagnostic, bool) {
	lines, column := p.linesAbove(), indentOf(p.text, p.offset)
	if len(lines) == 0 || column < len("- ") {
		return diag.Diagnostic{}, false
	}
	above, indent := lines[0], column-len("- ")
	own := indentOf(p.text, above.start)
	if own == indent || itemAt(p.text, above.start, own) == "" || itemAt(p.text, p.offset, column) != "" {
		return diag.Diagnostic{}, false
	}
	_, next := Line(p.text, p.offset)
	odd := next < len(p.text) && indentOf(p.text, next) == column
	for i := 0; i < len(p.text); {
		if i != above.start && itemAt(p.text, i, own) != "" {
			return diag.Diagnostic{}, false // other items are indented so too
		}
		odd = odd || itemAt(p.text, i, indent) != ""
		if _, i = Line(p.text, i); i == len(p.text) {
			break
		}
	}
	if odd {
		start := p.start - p.offset + above.start
		end, _ := Line(p.text, above.start)
		return diag.At(p.file.Pos(start+own, start+end-above.start), diag.SyntaxIndent).WithHint(diag.AlignLine), true
	}
	return diag.Diagnostic{}, false
}

// secondDocument returns the diagnostic of a line that the decoder takes for the beginning of
// another document. Without a delimiter above it, it is indented otherwise than the lines above.
func (p *yamlMistake) secondDocument() diag.Diagnostic {
	if lines := p.linesAbove(); len(lines) > 0 && !strings.HasPrefix(lines[0].body, "---") && !strings.HasPrefix(lines[0].body, "...") {
		if d, ok := p.oddLineAbove(); ok {
			return d
		}
		return p.wrongIndentation()
	}
	return diag.At(p.at(p.body), diag.SecondDocument).WithHint(diag.RemoveSecondDocument)
}
