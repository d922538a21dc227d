package decode

import (
	"bytes"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// maxMistakes is the greatest number of mistakes that are reported of one text. A text with
// more is no YAML.
const maxMistakes = 50

// yamlMistakes returns what is wrong in a text that the decoder cannot read, given its error.
//
// The decoder stops at the first mistake. To find those behind it, the value that is wrong is
// blanked with as many letters, which the decoder can read, so that every place stays what it
// was. That is done for mistakes within one value only: behind one in how lines are indented,
// most errors follow from it.
func yamlMistakes(f *source.File, base int, text []byte, err error) diag.List {
	list, _, _ := blanked(f, base, text, err)
	return list
}

// blanked returns what is wrong in a text that the decoder cannot read, and the text in which
// that is blanked; ok reports whether the decoder can read it.
func blanked(f *source.File, base int, text []byte, err error) (list diag.List, readable []byte, ok bool) {
	text = bytes.Clone(text)
	for range maxMistakes {
		found := yamlProblem(f, base, text, err)
		d := found[0]
		if len(list) > 0 && lineOf(f, d) <= lineOf(f, list[len(list)-1]) {
			break // it cannot be blanked
		}
		list = append(list, found...)
		if !withinValue(d.Text.Message) {
			break
		}
		wrong := d.Pos
		if fix := d.Fix(); !fix.IsZero() {
			wrong = fix.Pos
		}
		blank(text, wrong.Start-base, wrong.End-base)
		if _, _, err = decodeDocuments(text); err == nil {
			return list, text, true
		}
	}
	return list, text, false
}

func lineOf(f *source.File, d diag.Diagnostic) int { return d.Pos.Place().Line }

// withinValue reports whether a mistake is one in a value, and not in how lines hang together.
func withinValue(m diag.Message) bool {
	switch m {
	case diag.SyntaxColon, diag.SyntaxQuote, diag.SyntaxAfterQuote, diag.SyntaxBracket, diag.SyntaxHash, diag.SyntaxFirst,
		diag.SyntaxAlias, diag.SyntaxEscape, diag.SyntaxApostrophe, diag.SyntaxBracketInText:
		return true
	}
	return false
}

// blank fills a part of a text, up to the end of its line, with letters.
func blank(text []byte, start, end int) {
	if lineEnd, _ := Line(text, start); end > lineEnd {
		end = lineEnd
	}
	copy(text[start:end], bytes.Repeat([]byte{'x'}, end-start))
}

// tabbedLines returns the diagnostics of a line that is indented with a tab, and of those below
// it.
func tabbedLines(f *source.File, base int, text []byte, start int) diag.List {
	var list diag.List
	for i := start; i < len(text); {
		end, next := Line(text, i)
		line := text[i:end]
		indentation := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if bytes.IndexByte(indentation, '\t') >= 0 && len(bytes.TrimSpace(line)) > 0 {
			pos := f.Pos(base+i, base+i+len(indentation))
			d := diag.At(pos, diag.SyntaxTab).WithHint(diag.UseSpaces)
			if spaces, ok := untabbed(text, i, string(indentation)); ok {
				d = d.WithFix(pos, spaces)
			}
			list = append(list, d)
		}
		i = next
	}
	return list
}

// untabbed returns the spaces that are meant by an indentation with tabs. A tab is as many spaces
// as it takes for the text up to and with that line to be read; two, where that will do. It is
// not ok when no number is right.
func untabbed(text []byte, start int, indentation string) (string, bool) {
	end, _ := Line(text, start)
	rest := text[start+len(indentation) : end]
	for _, width := range []int{2, 4, 3, 1, 8} {
		spaces := strings.ReplaceAll(indentation, "\t", strings.Repeat(" ", width))
		var b bytes.Buffer
		b.Write(withoutTabs(text[:start], width))
		b.WriteString(spaces)
		b.Write(rest)
		b.WriteByte('\n')
		if _, _, err := decodeDocuments(b.Bytes()); err == nil {
			return spaces, true
		}
	}
	return "", false
}

// withoutTabs returns a text of which the tabs that indent are so many spaces.
func withoutTabs(text []byte, width int) []byte {
	var b bytes.Buffer
	for i := 0; i < len(text); {
		end, next := Line(text, i)
		line := text[i:end]
		content := bytes.TrimLeft(line, " \t")
		indentation := line[:len(line)-len(content)]
		b.Write(bytes.ReplaceAll(indentation, []byte{'\t'}, bytes.Repeat([]byte{' '}, width)))
		b.Write(content)
		b.Write(text[end:next])
		i = next
	}
	return b.Bytes()
}
