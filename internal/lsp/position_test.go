package lsp

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPositions(t *testing.T) {
	for _, c := range []struct {
		name, text           string // with the cursor
		line                 int
		utf8, utf16, inRunes int
	}{
		{"the beginning", "¦abc", 0, 0, 0, 0},
		{"letters", "ab¦c", 0, 2, 2, 2},
		{"after an accent", "één ¦ruit", 0, 6, 4, 4},
		{"after a combining mark", "e\u0301¦n", 0, 3, 2, 2},
		{"after an emoji", "🚲¦ fiets", 0, 4, 2, 1},
		{"after a family", "👩‍👩‍👧¦", 0, 18, 8, 5},
		{"after LF", "🚲\nb¦", 1, 1, 1, 1},
		{"after CRLF", "a\r\nb\r\n¦c", 2, 0, 0, 0},
		{"after a lone CR", "a\r¦b", 1, 0, 0, 0},
		{"before a line end", "a\r\nbc¦\r\n", 1, 2, 2, 2},
		{"behind the last line end", "a\n¦", 1, 0, 0, 0},
		{"a line separator ends no line", "a\u2028¦b", 0, 4, 2, 2},
	} {
		data, offset := split(t, c.text)
		for e, want := range map[encoding]int{utf8Encoding: c.utf8, utf16Encoding: c.utf16, utf32Encoding: c.inRunes} {
			lines := newText(data, e)
			p := lines.position(offset)
			if p != (position{c.line, want}) {
				t.Errorf("%s, %s: got %v, want %d:%d", c.name, e, p, c.line, want)
			}
			if got := lines.offset(p); got != offset {
				t.Errorf("%s, %s: %v is at %d, want %d", c.name, e, p, got, offset)
			}
		}
	}
}

func TestPositionsThatAreNotThere(t *testing.T) {
	lines := newText("a🚲\nbc\n", utf16Encoding)
	for p, want := range map[position]int{
		{0, 2}: 1, {0, 99}: 5, {1, 99}: 8, {2, 0}: 9, {2, 5}: 9, {99, 0}: 9, {-1, 3}: 0, {1, -3}: 6,
	} {
		if got := lines.offset(p); got != want {
			t.Errorf("%v is at %d, want %d", p, got, want)
		}
	}
}

func TestAByteOrderMarkOnDiskIsNotCounted(t *testing.T) {
	if got := newFileText("\ufeffab", utf16Encoding).position(4); got != (position{0, 1}) {
		t.Errorf("got %v", got)
	}
	if got := newText("\ufeffab", utf16Encoding).position(4); got != (position{0, 2}) {
		t.Errorf("of a text of the client: %v", got)
	}
}

func TestEncodingIsTheFirstThatTheClientOffers(t *testing.T) {
	for _, c := range []struct {
		offered []encoding
		want    encoding
	}{
		{nil, utf16Encoding},
		{[]encoding{"utf-7"}, utf16Encoding},
		{[]encoding{"utf-7", utf32Encoding, utf8Encoding}, utf32Encoding},
		{[]encoding{utf8Encoding, utf16Encoding}, utf8Encoding},
	} {
		if got := chooseEncoding(c.offered); got != c.want {
			t.Errorf("of %v got %s", c.offered, got)
		}
	}
}

func TestEditsTurnATextIntoAnother(t *testing.T) {
	for _, c := range [][2]string{
		{"", "a\n"}, {"a\n", ""}, {"a\nb\nc\n", "a\nc\n"}, {"a\nc\n", "a\nb\nc\n"}, {"a\nb", "a\nc"}, {"a\r\n🚲\r\n", "a\r\né\r\nb\r\n"}, {"a\n", "a\n"},
	} {
		lines := newText(c[0], utf16Encoding)
		list := edits(lines, c[1])
		if got := applied(lines, list); got != c[1] {
			t.Errorf("%q with %v is %q, want %q", c[0], list, got, c[1])
		}
		if c[0] == c[1] && len(list) > 0 {
			t.Errorf("%q: %v", c[0], list)
		}
	}
}

// FuzzPosition turns places of any text into positions and back.
func FuzzPosition(f *testing.F) {
	f.Add("a\r\n🚲e\u0301\rb\n", 5, 1, 2)
	f.Add("\ufeff\xff\n\n", 2, 7, -1)
	f.Fuzz(func(t *testing.T, data string, offset, line, character int) {
		for _, e := range []encoding{utf8Encoding, utf16Encoding, utf32Encoding} {
			for _, lines := range []*text{newText(data, e), newFileText(data, e)} {
				p := lines.position(offset)
				at := lines.offset(p)
				inRange := offset >= lines.starts[0] && offset <= len(data)
				boundary := inRange && (offset == len(data) || utf8.RuneStart(data[offset])) && utf8.ValidString(data)
				ending := inRange && offset > 0 && offset < len(data) && strings.IndexByte("\r\n", data[offset-1]) >= 0 && data[offset] == '\n' && data[offset-1] == '\r'
				if boundary && !ending && at != offset {
					t.Fatalf("%q: %d is %v, which is %d", data, offset, p, at)
				}
				at = lines.offset(position{line, character})
				if at < 0 || at > len(data) {
					t.Fatalf("%q: %d:%d is %d", data, line, character, at)
				}
				lines.position(at)
			}
		}
	})
}
