package check

import (
	"bytes"
	"regexp"
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
	raw := body.Pos.Bytes()
	if mayDrop(raw) {
		list = append(list, droppedWords(r, raw)...)
	}
	return append(list, droppedSigns(r, raw)...)
}

// sign is a sign within a word that Markdown takes for markup, so that it is not published.
type sign struct {
	has     string
	expr    func() *regexp.Regexp // its last groups are the parts of the word
	better  func(m []string) string
	message diag.Message
}

var signs = []sign{
	{"*", expression(`(?:^|[\s(])((\d[\d.,]*)\*(\d[\d.,]*\d|\d))`), func(m []string) string { return m[2] + "×" + m[3] }, diag.TimesDropped},
	{"~", expression(`(?:^|[\s(])(([A-Za-z]+)~(\d{1,2})~)`), func(m []string) string { return m[2] + lowered.Replace(m[3]) }, diag.TildeDropped},
}

// lowered writes digits as those of a chemical formula.
var lowered = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")

// droppedSigns returns the words in a body of which Markdown took a sign for markup.
func droppedSigns(r *city.Record, raw []byte) diag.List {
	var list diag.List
	shown := ""
	for _, s := range signs {
		if bytes.Count(raw, []byte(s.has)) < 2 { // markup has a beginning and an end
			continue
		}
		for _, at := range s.expr().FindAllSubmatchIndex(raw, mostMatches(raw)) {
			if shown == "" {
				shown = markdown.Whole(r.Body).Text() + "\n" + markdown.NotesText(r.Body)
			}
			m := groups(raw, at)
			if !strings.Contains(shown, m[1]) {
				pos := r.File.Pos(r.Body.Pos.Start+at[2], r.Body.Pos.Start+at[3])
				list = append(list, diag.At(pos, s.message, m[1]).WithHint(diag.WriteAs, s.better(m)))
			}
		}
	}
	return list
}

// mayDrop reports whether a text has something of which Markdown can leave out a part: a table,
// an address with a label, or a fence around code.
func mayDrop(raw []byte) bool {
	return bytes.IndexByte(raw, '|') >= 0 || bytes.Contains(raw, []byte("]:")) || bytes.Contains(raw, []byte("```"))
}

// beginsLabel reports whether a line begins as an address with a label does.
func beginsLabel(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " "), "[") && strings.Contains(line, "]:")
}

// namesLanguage reports whether a line is a fence around code with no more than the name of a
// language, which nobody misses.
func namesLanguage(line string) bool {
	return isFence([]byte(line)) && len(strings.Fields(strings.Trim(strings.TrimSpace(line), "`~"))) < 2
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
		if !comment && mayDrop(raw[start:end]) && !namesLanguage(line) {
			if at, word := firstMissing(line, published); at < 0 {
				// All of it is published.
			} else if missing++; !reported(r.Body.Pos.Start + start + at) {
				pos := r.File.Pos(r.Body.Pos.Start+start+at, r.Body.Pos.Start+start+at+len(word))
				d := diag.At(pos, diag.WordDropped, word)
				switch {
				case isFence([]byte(line)):
					d = d.WithHint(diag.BelowFence)
				case beginsLabel(line):
					d = d.WithHint(diag.EscapeLabel)
				}
				list = append(list, d)
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
