package decode

import (
	"bytes"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// Marks that people put before an item of a list, as word processors do, where YAML has a hyphen
// and a space.
var itemMarks = []string{"•", "–", "—", "−", "·", "‣", "◦", "▪", "*", "-\u00a0", "-"}

// itemMark returns the mark, and the spaces behind it, that a line without its indentation begins
// with in place of a hyphen and a space.
func itemMark(body string) (mark string, ok bool) {
	if number := len(body) - len(strings.TrimLeft(body, "0123456789")); number > 0 && len(body) > number+2 && (body[number] == '.' || body[number] == ')') && body[number+1] == ' ' {
		return body[:number+2], true
	}
	for _, m := range itemMarks {
		rest, found := strings.CutPrefix(body, m)
		if !found || rest == "" {
			continue
		}
		if m == "-" {
			return m, !strings.ContainsAny(rest[:1], "- \t")
		}
		item := strings.TrimLeft(rest, " \u00a0")
		return body[:len(body)-len(item)], item != ""
	}
	return "", false
}

// Items returns the items of a list that YAML read as one text, since they begin with another
// mark than a hyphen and a space; of another text that text.
func Items(text string) []string {
	mark, ok := itemMark(text)
	if !ok || mark[0] >= '0' && mark[0] <= '9' {
		return []string{text}
	}
	var items []string
	for item := range strings.SplitSeq(" "+text, " "+mark) {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// oddItems reports the items of a list that begin with another mark than a hyphen and a space,
// given the line that the decoder cannot read: that of the first such item, or one in it. With
// hyphens there the decoder gets further.
func oddItems(f *source.File, base int, text []byte, start int) diag.List {
	first, ok := itemAbove(text, start)
	if !ok {
		return nil
	}
	indent := indentOf(text, first)
	var list diag.List
	var mended strings.Builder
	done := 0
	for i := first; i < len(text); {
		end, next := Line(text, i)
		line := string(text[i:end])
		body := strings.TrimLeft(line, " ")
		if body != "" && len(line)-len(body) < indent {
			break
		}
		if mark, odd := itemMark(body); odd && len(line)-len(body) == indent {
			at := i + indent
			pos := f.Pos(base+at, base+at+len(mark))
			list = append(list, diag.At(pos, diag.SyntaxItemMark).WithHint(diag.BeginItem, "- "+beginning(body[len(mark):])).WithFix(pos, "- "))
			mended.Write(text[done:at])
			mended.WriteString("- ")
			done = at + len(mark)
		}
		i = next
	}
	mended.Write(text[done:])
	better := []byte(mended.String())
	_, _, err := decodeDocuments(better)
	if err == nil {
		return list
	}
	words, line := decoderWords(err)
	if lineNumber(better, mistakenLine(better, words, line)) > lineNumber(text, start) {
		return list
	}
	return nil
}

// unmarkedItem reports an item of a list without a hyphen, on the line that the decoder cannot read
// or on the one above it. With a hyphen there the decoder gets further.
func unmarkedItem(f *source.File, base int, text []byte, start int) (diag.Diagnostic, bool) {
	for _, at := range []int{start, lineAbove(text, start)} {
		indent := indentOf(text, at)
		end, next := Line(text, at)
		body := strings.TrimRight(string(text[at+indent:end]), " \t")
		above, below := itemAt(text, lineAbove(text, at), indent), itemAt(text, next, indent)
		for i := at; above == "" && i > 0 && indentOf(text, lineAbove(text, i)) > indent; { // the item above has more lines
			i = lineAbove(text, i)
			above = itemAt(text, lineAbove(text, i), indent)
		}
		if body == "" || strings.HasPrefix(body, "-") || !sameKind(body, above) && !sameKind(body, below) {
			continue
		}
		if _, _, err := decodeDocuments([]byte(string(text[:at+indent]) + "- " + body + "\n")); err != nil {
			continue
		}
		pos := f.Pos(base+at+indent, base+at+indent+len(body))
		return diag.At(pos, diag.SyntaxItemMark).WithHint(diag.BeginItem, "- "+beginning(body)), true
	}
	return diag.Diagnostic{}, false
}

// beginning returns the first key of an item, or all of one in braces and of a text.
func beginning(item string) string {
	item = strings.TrimSpace(item)
	if key, _, ok := strings.Cut(item, ":"); ok && !strings.HasPrefix(item, "{") {
		return key
	}
	return item
}

// sameKind reports whether a line and an item of a list begin with the same key, or are both texts.
func sameKind(body, item string) bool {
	name := func(s string) string {
		key, _, ok := strings.Cut(strings.TrimLeft(s, "{ "), ":")
		if !ok {
			return ""
		}
		return key
	}
	return item != "" && name(body) == name(item)
}

// markTooMany reports a hyphen before a key that is no item of a list, on the line that the decoder
// cannot read or on the one above it. Without it the decoder gets further.
func markTooMany(f *source.File, base int, text []byte, start int) (diag.Diagnostic, bool) {
	for _, at := range []int{start, lineAbove(text, start)} {
		indent := indentOf(text, at)
		end, next := Line(text, at)
		body, marked := strings.CutPrefix(strings.TrimRight(string(text[at+indent:end]), " \t"), "- ")
		key, _, isEntry := strings.Cut(body, ": ")
		isFirst := len(bytes.TrimSpace(text[:at])) == 0
		if !marked || !isEntry || at != start && !isFirst || bytes.Contains(text[:at], []byte(" - "+key+":")) || bytes.Contains(text[:at], []byte("- {"+key+":")) {
			continue
		}
		read := string(text[:at+indent]) + body + "\n"
		if at != start { // the line that the decoder cannot read
			end, _ := Line(text, next)
			read += string(text[next:end]) + "\n"
		}
		if _, _, err := decodeDocuments([]byte(read)); err != nil {
			continue
		}
		pos := f.Pos(base+at+indent, base+at+indent+len("- ")+len(body))
		return diag.At(pos, diag.SyntaxMarkTooMany).WithHint(diag.WriteAs, body), true
	}
	return diag.Diagnostic{}, false
}

// itemAt returns the item of a list, without its hyphen, that the line at an offset is; the empty
// string when it is none that is indented so much.
func itemAt(text []byte, at, indent int) string {
	end, _ := Line(text, at)
	if indentOf(text, at) != indent {
		return ""
	}
	item, ok := strings.CutPrefix(string(text[at:end])[indent:], "- ")
	if !ok {
		return ""
	}
	return item
}

// lineAbove returns where the line above the one at an offset begins; of the first line where that
// begins.
func lineAbove(text []byte, start int) int {
	return strings.LastIndexByte(string(text[:max(start-1, 0)]), '\n') + 1
}

// itemAbove returns where the nearest line begins, up to and with the one at start, that has a mark
// of an item and is indented less than those between.
func itemAbove(text []byte, start int) (int, bool) {
	least := indentOf(text, start) + 1
	for i := start; ; {
		end, _ := Line(text, i)
		line := string(text[i:end])
		body := strings.TrimLeft(line, " ")
		if indent := len(line) - len(body); body != "" && indent < least {
			if _, odd := itemMark(body); odd {
				return i, true
			}
			least = indent
			if i < start && indent == 0 {
				return 0, false
			}
		}
		if i == 0 {
			return 0, false
		}
		i = strings.LastIndexByte(string(text[:i-1]), '\n') + 1
	}
}

// indentOf returns how many spaces the line at an offset begins with.
func indentOf(text []byte, start int) int {
	end, _ := Line(text, start)
	line := string(text[start:end])
	return len(line) - len(strings.TrimLeft(line, " "))
}

// lineNumber returns the number of the line that an offset lies in.
func lineNumber(text []byte, offset int) int { return strings.Count(string(text[:offset]), "\n") }
