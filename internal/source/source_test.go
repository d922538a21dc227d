package source

import "testing"

func TestPlaceCountsLinesAndCharacters(t *testing.T) {
	for _, c := range []struct {
		name, text, mark string
		want             Place
	}{
		{"the first line", "abc", "b", Place{1, 2, 1, 3}},
		{"after LF", "a\nbc", "c", Place{2, 2, 2, 3}},
		{"after CRLF", "a\r\nbc", "b", Place{2, 1, 2, 2}},
		{"after a lone CR", "a\rbc", "b", Place{2, 1, 2, 2}},
		{"mixed line ends", "a\r\nb\rc\nd", "d", Place{4, 1, 4, 2}},
		{"columns are characters", "één ruit", "ruit", Place{1, 5, 1, 9}},
		{"characters beyond the basic plane", "🚲 fiets", "fiets", Place{1, 3, 1, 8}},
		{"a byte-order mark is no character", BOM + "abc", "a", Place{1, 1, 1, 2}},
		{"over two lines", "ab\ncd", "b\nc", Place{1, 2, 2, 2}},
		{"a line separator is no line end", "a\u2028b", "b", Place{1, 3, 1, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFile("x.md", []byte(c.text))
			start := index(c.text, c.mark)
			got := f.Pos(start, start+len(c.mark)).Place()
			if got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if off := f.Offset(got.Line, got.Column); off != start {
				t.Errorf("Offset(%d, %d) = %d, want %d", got.Line, got.Column, off, start)
			}
		})
	}
}

func index(text, mark string) int {
	for i := range text {
		if len(text) >= i+len(mark) && text[i:i+len(mark)] == mark {
			return i
		}
	}
	return -1
}

func TestLine(t *testing.T) {
	f := NewFile("x.md", []byte("een\r\ntwee\n\nvier"))
	for i, want := range []string{"", "een", "twee", "", "vier", ""} {
		if got := f.Line(i); got != want {
			t.Errorf("Line(%d) = %q, want %q", i, got, want)
		}
	}
	if f.Lines() != 4 {
		t.Errorf("Lines() = %d, want 4", f.Lines())
	}
}

func TestWholeIsTheFirstCharacter(t *testing.T) {
	for text, want := range map[string]Place{
		"":          {1, 1, 1, 1},
		"\nabc":     {1, 1, 1, 1},
		"abc":       {1, 1, 1, 2},
		BOM + "éa":  {1, 1, 1, 2},
		"\xff\xfea": {1, 1, 1, 2},
	} {
		if got := NewFile("x.md", []byte(text)).Whole().Place(); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func FuzzPlace(f *testing.F) {
	f.Add([]byte("a\r\nb\rc\n"), 3, 4)
	f.Add([]byte(BOM+"é\xff\n\n"), 0, 9)
	f.Fuzz(func(t *testing.T, data []byte, start, end int) {
		file := NewFile("x.md", data)
		start = min(max(start, 0), len(data))
		end = min(max(end, start), len(data))
		at := file.Pos(start, end).Place()
		if at.Line < 1 || at.Column < 1 || at.EndLine < at.Line || at.EndLine > max(1, file.Lines()) {
			t.Fatalf("%q %d–%d stands at %v", data, start, end, at)
		}
		file.Line(at.Line)
		file.Whole().Place()
	})
}
