package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/characters"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// mostStrange is how many words of a text are named that have characters which the author did
// not mean. The rest is counted.
const mostStrange = 200

// longestWord is the number of bytes of a word that a message names.
const longestWord = 80

// wordOf names the kinds of characters that cannot be seen.
var wordOf = map[characters.Kind]diag.Message{
	characters.ZeroWidthSpace: diag.WordZeroWidthSpace,
	characters.SoftHyphen:     diag.WordSoftHyphen,
	characters.Direction:      diag.WordDirection,
	characters.Joiner:         diag.WordJoiner,
	characters.ByteOrder:      diag.WordByteOrder,
	characters.Invisible:      diag.WordInvisible,
	characters.Control:        diag.WordControl,
	characters.PrivateUse:     diag.WordPrivateUse,
	characters.Separator:      diag.WordSeparator,
}

// strangeIn returns the characters in the text of a record that its author did not mean.
func strangeIn(t recordText) diag.List {
	var list diag.List
	for _, text := range slices.Concat(t.front, t.labels) {
		if !text.Pos.IsZero() {
			list = append(list, strangeOf(text.Pos, text.Value)...)
		}
	}
	if body := t.record.Body; body != nil && !body.Pos.IsZero() {
		list = append(list, strangeOf(body.Pos, string(body.Pos.Bytes()))...)
	}
	return list
}

// strangeOf returns the characters in a text at a place that its author did not mean.
func strangeOf(where source.Pos, text string) diag.List {
	if characters.Plain(text) {
		return nil
	}
	s := strange{in: textIn{where: where, text: text}}
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && !isSpace(text[end]) {
			end++
		}
		if end > start && !characters.Plain(text[start:min(end+1, len(text))]) {
			s.word(start, end)
		}
		start = end + 1
	}
	return append(s.misread.all(diag.MisreadMore), s.hidden.all(diag.HiddenMore)...)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// strange collects the words of one text with characters that its author did not mean.
type strange struct {
	in      textIn
	misread firstOf // in the wrong encoding
	hidden  firstOf
}

// firstOf is the first of many diagnostics, and how many more there are.
type firstOf struct {
	list diag.List
	more int
	next source.Pos // of the first of those
}

// full counts one more, when there are as many as are reported.
func (f *firstOf) full(pos func() source.Pos) bool {
	if len(f.list) < mostStrange {
		return false
	}
	if f.more++; f.more == 1 {
		f.next = pos()
	}
	return true
}

func (f *firstOf) add(d diag.Diagnostic) { f.list = append(f.list, d) }

// all returns the first, and one that counts the others.
func (f *firstOf) all(m diag.Message) diag.List {
	if f.more == 0 {
		return f.list
	}
	return append(f.list, diag.At(f.next, m, f.more))
}

// word looks at the word from byte start up to end.
func (s *strange) word(start, end int) {
	word := s.in.text[start:end]
	pos := func() source.Pos { return s.in.place(start, end) }
	if meant, ok := characters.Repaired(word, end < len(s.in.text) && s.in.text[end] == ' '); ok {
		if !s.misread.full(pos) {
			s.misread.add(s.mended(start, end, meant, diag.Misread, shortened(word)))
		}
		return
	}
	removable := false
	for i := start; i < end; {
		kind, size := characters.At(s.in.text, i)
		at := i
		i += size
		if kind == characters.Ordinary || removable && canMend(kind) { // one message for all that can be mended in a word
			continue
		}
		if s.hidden.full(pos) {
			return
		}
		switch {
		case kind == characters.Lost:
			s.hidden.add(diag.At(s.in.place(at, i), diag.HiddenLost, shortened(word)))
			return
		case canMend(kind):
			s.hidden.add(s.removable(start, at, end, kind))
			removable = true
		default:
			s.hidden.add(s.unreadable(start, at, end, kind))
		}
	}
}

func canMend(kind characters.Kind) bool { return kind.Removable() || kind == characters.Ligature }

// unreadable returns the diagnostic of the character at i, for which there is no other, in the
// word from byte start up to end.
func (s *strange) unreadable(start, i, end int, kind characters.Kind) diag.Diagnostic {
	r, size := utf8.DecodeRuneInString(s.in.text[i:])
	d := diag.At(s.in.place(i, i+size), diag.HiddenUnreadable, wordOf[kind], number(r))
	if kind != characters.PrivateUse || end-start > size {
		return d
	}
	line := strings.LastIndexByte(s.in.text[:start], '\n') + 1
	rest, _, _ := strings.Cut(s.in.text[end:], "\n")
	if rest = strings.TrimSpace(rest); rest != "" && strings.TrimSpace(s.in.text[line:start]) == "" { // a bullet
		return d.WithHint(diag.BeginItem, "- "+shortened(rest))
	}
	return d
}

// removable returns the diagnostic of the word from byte start up to end, of which the character
// at i can be taken out or written as letters.
func (s *strange) removable(start, i, end int, kind characters.Kind) diag.Diagnostic {
	clean := characters.Cleaned(s.in.text[start:end])
	if kind == characters.Ligature {
		return s.mended(start, end, clean, diag.HiddenLigature, shortened(clean), characters.Letters(s.in.text[i:]))
	}
	r, size := utf8.DecodeRuneInString(s.in.text[i:])
	if len(clean) > longestWord || !strings.ContainsFunc(clean, isWordCharacter) {
		return s.withFix(diag.At(s.in.place(i, i+size), diag.HiddenFound, wordOf[kind], number(r)), start, end, clean)
	}
	return s.mended(start, end, clean, diag.HiddenInWord, clean, wordOf[kind], number(r))
}

// mended returns a diagnostic of the word from byte start up to end, which was meant otherwise.
func (s *strange) mended(start, end int, meant string, m diag.Message, args ...any) diag.Diagnostic {
	d := diag.At(s.in.place(start, end), m, args...)
	if meant != "" && len(meant) <= longestWord {
		d = d.WithHint(diag.RetypeAs, meant)
	}
	return s.withFix(d, start, end, meant)
}

// withFix returns a diagnostic with the change of a word, when the file has the word as it is.
func (s *strange) withFix(d diag.Diagnostic, start, end int, meant string) diag.Diagnostic {
	if pos := s.in.place(start, end); string(pos.Bytes()) == s.in.text[start:end] {
		return d.WithFix(pos, meant)
	}
	return d
}

// shortened returns the beginning of a word that is too long to name.
func shortened(word string) string {
	if len(word) <= longestWord {
		return word
	}
	return strings.ToValidUTF8(word[:longestWord], "") + "…"
}

func isWordCharacter(c rune) bool { return !notInWord(c) }

// number returns a character as Unicode numbers it.
func number(r rune) string { return fmt.Sprintf("U+%04X", r) }
