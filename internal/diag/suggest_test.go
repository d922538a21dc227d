package diag

import (
	"fmt"
	"testing"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		name, word string
		from       []string
		want       string
	}{
		{"a letter too few", "ost", []string{"west", "oost", "zuid"}, "oost"},
		{"two letters swapped", "priodiek", []string{"periode", "prioriteit"}, ""},
		{"letters swapped", "sttaus", []string{"status", "titel"}, "status"},
		{"a letter changed", "behoeftes", []string{"behoeften", "buurten"}, "behoeften"},
		{"the words in another order", "oversteek-veilige", []string{"veilige-oversteek", "veilige-tunnel"}, "veilige-oversteek"},
		{"the beginning of it", "overvecht/veilige-oversteek", []string{"overvecht/veilige-oversteek-einsteindreef", "overvecht/veilige-tunnel"}, "overvecht/veilige-oversteek-einsteindreef"},
		{"another case", "Titel", []string{"titel"}, "titel"},
		{"without the accent", "cafe", []string{"café"}, "café"},
		{"another short word", "west", []string{"oost", "zuid"}, ""},
		{"a short word with more behind it", "west", []string{"oost", "west-utrecht"}, "west-utrecht"},
		{"a number without its zero", "sw-2011-014", []string{"sw-2011-004", "sw-2011-14", "sw-2012-014"}, "sw-2011-14"},
		{"nothing like it", "fiets", []string{"boom", "tunnel"}, ""},
		{"nothing to choose from", "fiets", nil, ""},
		{"equally near, the first in the alphabet", "ba", []string{"bc", "bb"}, "bb"},
		{"an empty word", "", []string{"a"}, ""},
		{"one that is very short", "x", []string{"id"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Nearest(c.word, c.from)
			if got != c.want || ok != (c.want != "") {
				t.Errorf("Nearest(%q) = %q, %v; want %q", c.word, got, ok, c.want)
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	ids := make([]string, 40000)
	for i := range ids {
		ids[i] = fmt.Sprintf("wijk-%04d/behoefte-%d", i/12, i%12)
	}
	b.ReportAllocs()
	for b.Loop() {
		Nearest("wijk-0412/behoefe-3", ids)
	}
}
