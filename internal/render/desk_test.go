package render

import (
	"strconv"
	"strings"
	"testing"
)

func TestRowsStayWhereTheyAreWhenAShelfGrows(t *testing.T) {
	var s shelf[int]
	lists := make(map[int][]int)
	for n := range 40 {
		list := s.take(n)
		for i, v := range list {
			if v != 0 {
				t.Fatalf("row %d of %d is not empty", i, n)
			}
			list[i] = n
		}
		if lists[n] = list; cap(list) != n {
			t.Errorf("a list of %d has room for %d: another stands behind it", n, cap(list))
		}
	}
	for n, list := range lists {
		for _, v := range list {
			if v != n {
				t.Fatalf("in the list of %d stands %d", n, v)
			}
		}
	}
	s.clear()
	for _, v := range s.take(len(s.rows)) {
		if v != 0 {
			t.Fatal("a shelf that was cleared is not empty")
		}
	}
}

func TestTextsOfAPageStayAsTheyWereWritten(t *testing.T) {
	d := &desk{Renderer: new(Renderer)}
	var texts, want []string
	for n := range 2000 {
		part := strings.Repeat(string(rune('a'+n%26)), n%97)
		bytes := []byte(part)
		texts = append(texts, d.join(part, "-", part), d.text(bytes), d.number(n))
		clear(bytes)
		want = append(want, part+"-"+part, part, strconv.Itoa(n))
	}
	for i := range want {
		if texts[i] != want[i] {
			t.Fatalf("text %d is %q, want %q", i, texts[i], want[i])
		}
	}
}
