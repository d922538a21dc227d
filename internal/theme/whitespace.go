package theme

import "strings"

// withoutIndentation returns a template as it is parsed; "White space in templates"
// in the package comment has the rules. No line break is taken out, so that mistakes
// are reported on the line where they stand in the file.
func withoutIndentation(template string) string {
	var b strings.Builder
	b.Grow(len(template) + len(template)/8)
	inAction := false // an action that began on an earlier line goes on
	for line := range strings.Lines(template) {
		line = strings.TrimLeft(line, " \t")
		if !inAction {
			line = withoutBreak(line)
		}
		b.WriteString(line)
		if open, closed := strings.LastIndex(line, "{{"), strings.LastIndex(line, "}}"); open != closed {
			inAction = open > closed
		}
	}
	return b.String()
}

// withoutBreak returns a line that ends in a trim marker if it is blank or holds
// nothing but control actions, and other lines as they are.
func withoutBreak(line string) string {
	const trimming = " -}}"
	text := strings.TrimRight(line, " \t\r\n")
	switch {
	case text == "":
		return "{{/* blank */" + trimming + line
	case !isControl(text) || strings.HasSuffix(text, trimming):
		return line
	default:
		return strings.TrimSuffix(text, "}}") + trimming + line[len(text):]
	}
}

// isControl reports whether a line holds nothing but control actions, with nothing
// between them.
func isControl(line string) bool {
	for line != "" {
		action, rest, closed := strings.Cut(line, "}}")
		text, opened := strings.CutPrefix(action, "{{")
		if !opened || !closed || !controls(strings.TrimPrefix(text, "- ")) {
			return false
		}
		line = rest
	}
	return true
}

// controls reports whether an action steers what is written and writes nothing
// itself.
func controls(action string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(action), " ")
	switch word {
	case "if", "else", "end", "range", "with", "define", "block", "break", "continue":
		return true
	default:
		return strings.HasPrefix(word, "/*")
	}
}
