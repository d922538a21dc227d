package check

import (
	"bytes"
	"strings"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
)

// droppedText returns what stands in a body and is not published, but for what is reported in
// another way: notes to which nothing refers, more than an id in the braces of a heading, and
// whole words that are nowhere on the page.
func droppedText(r *city.Record) diag.List {
	body := r.Body
	var list diag.List
	for _, pos := range body.UnusedNotes {
		list = append(list, diag.At(pos, diag.NoteUnused))
	}
	for _, h := range body.Headings {
		if !h.Explicit {
			continue
		}
		after := r.File.Data[h.IDPos.End:h.Pos.End]
		if i := bytes.IndexByte(after, '}'); i > 0 && len(bytes.TrimSpace(after[:i])) > 0 {
			pos := r.File.Pos(h.IDPos.End, h.IDPos.End+i)
			list = append(list, diag.At(pos, diag.AttributeDropped, string(bytes.TrimSpace(after[:i]))))
		}
	}
	if raw := body.Pos.Bytes(); mayDrop(raw) {
		list = append(list, droppedWords(r, raw)...)
	}
	return list
}

// mayDrop reports whether a text has something of which Markdown can leave out a part: a table,
// or an address with a label.
func mayDrop(raw []byte) bool {
	return bytes.IndexByte(raw, '|') >= 0 || bytes.Contains(raw, []byte("]:"))
}

// droppedWords reports the lines of a body with words that are not published, of each the first
// such word and what follows.
func droppedWords(r *city.Record, raw []byte) diag.List {
	published := publishedWords(r.Body)
	var list diag.List
	reported := func(at int) bool { // by another rule
		for _, pos := range r.Body.UnusedNotes {
			if pos.Start <= at && at < pos.End {
				return true
			}
		}
		for _, pos := range r.Body.RawHTML {
			if pos.Start <= at && at < pos.End {
				return true
			}
		}
		return false
	}
	comment, missing := false, 0
	for start := 0; start < len(raw) && missing < mostMatches(raw); {
		end := start
		for end < len(raw) && raw[end] != '\n' {
			end++
		}
		line := string(raw[start:end])
		comment = comment || strings.Contains(line, "<!--")
		if !comment && mayDrop(raw[start:end]) && !isFence(raw[start:end]) {
			if at, word := firstMissing(line, published); at < 0 {
				// All of it is published.
			} else if missing++; !reported(r.Body.Pos.Start + start + at) {
				pos := r.File.Pos(r.Body.Pos.Start+start+at, r.Body.Pos.Start+start+at+len(word))
				list = append(list, diag.At(pos, diag.WordDropped, word))
			}
		}
		comment = comment && !strings.Contains(line, "-->")
		start = end + 1
	}
	return list
}

// publishedWords returns the words of a body that are published, in text or in addresses, and
// those that only mark something.
func publishedWords(b *city.Body) map[string]bool {
	words := make(map[string]bool)
	add := func(s string) {
		for w := range strings.FieldsFuncSeq(s, notInWord) {
			words[strings.ToLower(w)] = true
		}
	}
	add(markdown.Whole(b).Text())
	add(markdown.NotesText(b))
	for _, l := range b.Links {
		add(l.Dest.Value)
		add(l.Title)
		add(string(l.Pos.Bytes()))
	}
	for _, i := range b.Images {
		add(i.Dest.Value)
		add(i.Title)
		add(i.Alt)
		add(string(i.Pos.Bytes()))
	}
	for _, h := range b.Headings {
		add(h.ID)
	}
	return words
}

// firstMissing returns where the first word of a line is that is not published, and the word;
// -1 when there is none. Labels of notes are no words.
func firstMissing(line string, published map[string]bool) (at int, word string) {
	if label, _, ok := strings.Cut(line, "]:"); ok && strings.HasPrefix(strings.TrimSpace(label), "[^") {
		return -1, ""
	}
	for i := 0; i < len(line); {
		rest := strings.TrimLeftFunc(line[i:], notInWord)
		i = len(line) - len(rest)
		end := strings.IndexFunc(rest, notInWord)
		if end < 0 {
			end = len(rest)
		}
		if end > 0 && !published[strings.ToLower(rest[:end])] {
			return i, rest[:end]
		}
		i += end
	}
	return -1, ""
}

func notInWord(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }
